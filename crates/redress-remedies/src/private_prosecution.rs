//! 刑事自诉: the victim sues in court (刑法 246, 告诉才处理).
//!
//! Conditions of acceptance: 法释〔2021〕1号 316, grounds of refusal 320 (in force 2021-03-01); police
//! help 刑法 246(3) (2015-11-01) and Guiding Opinions 11; crossing with public procedure Opinions 13.

use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION as INTERPRETATION, LEGAL_AID,
    OPINIONS,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::limitation::deadline;
use crate::offence::{natural_person, offence};
use crate::part::{Part, note};
use redress_law::period::{Length, Period, Regime};
use crate::{Route, RouteId, Who, police};
use redress_base::{Date, Value};
use redress_facts::Scope;

const FILED: &str = "private_suit_filed_date";
const ACCEPTED: &str = "private_suit_accepted_date";
const HELP: &str = "evidence_difficulty_reason";

/// How private prosecution stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let offence = offence(desk);
    let conditions = vec![
        offence.part,
        natural_person(desk, CRIMINAL_LAW.art("246").item("1")),
        police::no_public_case(desk),
        defendant(desk),
        whereabouts(desk),
        not_withdrawn(desk),
        not_mediated(desk),
    ];
    let mut draft = Draft::new(RouteId::PrivateProsecution, conditions);
    draft.deadlines(offence.deadlines);
    draft.note(note("remedies-who-may-sue-for-you", vec![CRIMINAL_LAW.art("98"), INTERPRETATION.art("317")]));
    court_dates(desk, &mut draft);
    steps(desk, &mut draft);
    warnings(desk, &mut draft);
    duties(&mut draft);
    draft.finish(desk)
}

fn defendant(desk: &Desk<'_>) -> Part {
    let known = desk.fact(&Scope::Case, "defendant_identified");
    let cites = vec![INTERPRETATION.art("316"), OPINIONS.art("11")];
    Part::curable("remedies-defendant-definite", &Scope::Case, known, cites)
}

fn whereabouts(desk: &Desk<'_>) -> Part {
    let known = desk.fact(&Scope::Case, "defendant_whereabouts_known");
    let cites = vec![INTERPRETATION.art("320").item("2(5)")];
    Part::curable("remedies-defendant-whereabouts", &Scope::Case, known, cites)
}

fn not_withdrawn(desk: &Desk<'_>) -> Part {
    let free = desk.choice(&Scope::Case, "previously_withdrawn", &["no", "for-lack-of-evidence"]);
    let contested = free.value == Value::FF && police::case_open(desk).value != Value::FF;
    let part = Part::line(
        "remedies-not-withdrawn",
        &Scope::Case,
        free,
        vec![INTERPRETATION.art("320").item("2(6)")],
    );
    if contested { part.contested() } else { part }
}

fn not_mediated(desk: &Desk<'_>) -> Part {
    let free = desk.fact(&Scope::Case, "mediated_before").not();
    Part::line("remedies-not-mediated", &Scope::Case, free, vec![INTERPRETATION.art("320").item("2(7)")])
}

fn help_wanted(desk: &Desk<'_>) -> bool {
    let unknown = |term: &str| desk.value(&Scope::Case, term) != Value::TT;
    desk.value(&Scope::Case, HELP) == Value::TT
        || unknown("defendant_identified")
        || unknown("defendant_whereabouts_known")
}

fn help_cites() -> Vec<crate::Cite> {
    let third_paragraph = CRIMINAL_LAW.art("246").item("3").since(Date::constant(2015, 11, 1));
    vec![third_paragraph, OPINIONS.art("11"), INTERPRETATION.art("325").item("2")]
}

fn court_dates(desk: &Desk<'_>, draft: &mut Draft) {
    let filed = desk.days(&Scope::Case, FILED);
    if filed.is_some() {
        let fifteen = Period::new(Length::Days(15), Regime::CriminalProcedure);
        let cites = [INTERPRETATION.art("320")];
        let code = "remedies-deadline-acceptance-review";
        let review = deadline(desk, &Scope::Case, code, FILED, filed, fifteen, &cites);
        let accepted = desk.days(&Scope::Case, ACCEPTED).map(|days| days.latest);
        draft.deadline(crate::Deadline { for_authority: true, ..review }.done(accepted));
        if help_wanted(desk) {
            // No text says whether the fifteen days stop while police help is under way.
            draft.note(crate::Reason {
                contested: true,
                ..note("remedies-review-during-police-help", vec![])
            });
        }
    }
    let accepted = desk.days(&Scope::Case, ACCEPTED);
    if accepted.is_some() {
        let six = Period::new(Length::Months(6), Regime::CriminalProcedure);
        let code = "remedies-deadline-private-judgment";
        let cites = [CRIMINAL_PROCEDURE.art("212")];
        let judgment = deadline(desk, &Scope::Case, code, ACCEPTED, accepted, six, &cites);
        draft.deadline(crate::Deadline { for_authority: true, ..judgment });
    }
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let filed = desk.days(&Scope::Case, FILED).is_some();
    if !filed {
        draft.step("remedies-step-seal", Who::Person, vec![INTERPRETATION.art("316")]);
        draft.step("remedies-step-legal-aid", Who::Person, vec![LEGAL_AID.art("29"), LEGAL_AID.art("42")]);
        draft.step("remedies-step-write-complaint", Who::Person, vec![INTERPRETATION.art("319")]);
    }
    if help_wanted(desk) {
        draft.step("remedies-step-ask-police-help", Who::Person, help_cites());
    }
    if !filed {
        draft.final_step(
            "remedies-step-file-private-suit",
            Who::Person,
            vec![INTERPRETATION.art("2").item("2"), INTERPRETATION.art("316")],
        );
    }
    draft.step("remedies-step-acceptance-review", Who::Court, vec![INTERPRETATION.art("320")]);
    if help_wanted(desk) {
        draft.step("remedies-step-police-collect", Who::Police, help_cites());
    }
    draft.step(
        "remedies-step-appeal-refusal",
        Who::Person,
        vec![INTERPRETATION.art("322"), CRIMINAL_PROCEDURE.art("230")],
    );
    draft.step("remedies-step-private-hearing", Who::Person, vec![CRIMINAL_PROCEDURE.art("211")]);
    draft.final_step("remedies-step-settle-or-withdraw", Who::Person, vec![CRIMINAL_PROCEDURE.art("212")]);
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    draft.warn("remedies-warn-some-only", "remedies-step-file-private-suit", vec![INTERPRETATION.art("323")]);
    draft.warn_mental_damages("remedies-step-file-private-suit");
    draft.warn(
        "remedies-warn-two-absences",
        "remedies-step-private-hearing",
        vec![CRIMINAL_PROCEDURE.art("211")],
    );
    draft.warn(
        "remedies-warn-withdrawal",
        "remedies-step-settle-or-withdraw",
        vec![INTERPRETATION.art("320").item("2(6)")],
    );
    draft.warn(
        "remedies-warn-mediation",
        "remedies-step-settle-or-withdraw",
        vec![INTERPRETATION.art("320")],
    );
    if police::case_open(desk).value != Value::FF {
        draft.warn(
            "remedies-warn-ask-for-ruling",
            "remedies-step-settle-or-withdraw",
            vec![OPINIONS.art("13"), INTERPRETATION.art("320").item("2(6)")],
        );
    }
}

fn duties(draft: &mut Draft) {
    draft.duty_to_tell(Who::Court);
    draft.duty("remedies-duty-accept-when-met", Who::Court, vec![OPINIONS.art("11")]);
    draft.duty("remedies-duty-police-help", Who::Police, help_cites());
    draft.duty("remedies-duty-platform-support", Who::Platform, vec![OPINIONS.art("11")]);
    draft.duty("remedies-duty-notify-co-victims", Who::Court, vec![INTERPRETATION.art("323")]);
}
