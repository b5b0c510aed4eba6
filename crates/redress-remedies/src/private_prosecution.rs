//! 刑事自诉: the victim sues in court (刑法 246, 告诉才处理).
//!
//! Conditions of acceptance are in `acceptance.rs`; crossing with public procedure: Opinions 13. Police help has a route of its own.

use crate::article_ten::Charge;
use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION as INTERPRETATION, FEES, LEGAL_AID,
    OPINIONS,
};
use crate::complainant::natural_person;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::identity::help_cites;
use crate::offence::{comes_into_question, offence};
use crate::part::note;
use crate::police::{self, ACCEPTED, FILED};
use crate::{Deadline, Fee, Reason, Route, RouteId, Who, acceptance, crossing, identity, notices};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const HELP: &str = "evidence_difficulty_reason";

/// How private prosecution stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let offence = offence(desk);
    let mut conditions = vec![
        offence.part,
        natural_person(desk, CRIMINAL_LAW.art("246").item("1")),
        police::no_public_case(desk),
    ];
    conditions.extend(acceptance::conditions(desk));
    let mut draft = Draft::new(RouteId::PrivateProsecution, conditions);
    draft.deadlines(offence.deadlines);
    draft.crossings(crossing::crossings(desk));
    notes(desk, &mut draft);
    court_dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(desk, &mut draft);
    warnings(desk, &mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

pub(crate) fn help_wanted(desk: &Desk<'_>) -> bool {
    let unknown = |term: &str| desk.value(&Scope::Case, term) != Value::TT;
    desk.value(&Scope::Case, HELP) == Value::TT
        || unknown("defendant_identified")
        || unknown("defendant_whereabouts_known")
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    draft.note(note("remedies-who-may-sue-for-you", vec![CRIMINAL_LAW.art("98"), INTERPRETATION.art("317")]));
    draft.note(note("remedies-standard-of-proof", vec![CRIMINAL_PROCEDURE.art("55")]));
    if desk.rule(&Scope::Case, "ps-two-absences").value == Value::TT {
        draft.note(note("remedies-two-absences-happened", vec![CRIMINAL_PROCEDURE.art("211").item("2")]));
    }
    let is = |term: &str| desk.value(&Scope::Case, term) == Value::TT;
    if is("concerns_personal_privacy") {
        draft.note(note("remedies-closed-hearing", vec![INTERPRETATION.art("222").item("2")]));
    }
    let vanished = desk.value(&Scope::Case, "defendant_whereabouts_known") == Value::FF;
    if vanished && police::suit_accepted(desk).value == Value::TT {
        draft.note(note("remedies-trial-may-be-suspended", vec![INTERPRETATION.art("332")]));
    }
    if desk.days(&Scope::Case, FILED).is_some() && help_wanted(desk) {
        // No text says whether the fifteen days stop while police help is under way.
        draft.note(Reason { contested: true, ..note("remedies-review-during-police-help", vec![]) });
    }
}

fn court_dates(desk: &Desk<'_>, draft: &mut Draft) {
    let of = |length| Period::new(length, Regime::CriminalProcedure);
    let date = |code: &str, term: &str, length: Length, cites: &[crate::Cite]| {
        Deadline::of_case(desk, code, term, of(length), cites)
    };
    let review = [INTERPRETATION.art("320").item("1")];
    draft.once_known(
        date("remedies-deadline-acceptance-review", FILED, Length::Days(15), &review)
            .for_authority()
            .done_by(desk, ACCEPTED)
            .done_by(desk, "private_suit_refused_date"),
    );
    let time = [CRIMINAL_PROCEDURE.art("212")];
    let detained = desk.value(&Scope::Case, "defendant_detained") == Value::TT;
    let (code, months) = if detained {
        ("remedies-deadline-private-judgment-detained", 3)
    } else {
        ("remedies-deadline-private-judgment", 6)
    };
    let extended = detained && desk.value(&Scope::Case, "private_trial_extended") == Value::TT;
    let judgment = if extended {
        let until = "private_trial_extended_until";
        date("remedies-deadline-private-judgment-extended", until, Length::Days(0), &time)
    } else {
        date(code, ACCEPTED, Length::Months(months), &time)
    };
    draft.once_known(judgment.for_authority().done_by(desk, "private_judgment_date"));
    let refusal = [INTERPRETATION.art("322"), CRIMINAL_PROCEDURE.art("230")];
    let appeal = [CRIMINAL_PROCEDURE.art("230")];
    draft.once_known(
        date("remedies-deadline-appeal-ruling", "ruling_received_date", Length::Days(5), &refusal)
            .done_by(desk, "ruling_appeal_date"),
    );
    draft.once_known(
        date("remedies-deadline-appeal-judgment", "judgment_received_date", Length::Days(10), &appeal)
            .done_by(desk, "judgment_appeal_date"),
    );
    let relief = [CRIMINAL_PROCEDURE.art("106")];
    draft.once_known(
        date("remedies-deadline-relief", "procedure_obstacle_ended_date", Length::Days(5), &relief)
            .done_by(desk, "relief_application_date"),
    );
    let incidental = [INTERPRETATION.art("186")];
    draft.once_known(
        date(
            "remedies-deadline-incidental-decision",
            "incidental_suit_filed_date",
            Length::Days(7),
            &incidental,
        )
        .for_authority()
        .done_by(desk, "incidental_suit_decided_date"),
    );
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let filed = police::suit_filed(desk).value == Value::TT;
    if !filed {
        draft.step("remedies-step-seal", Who::Person, vec![INTERPRETATION.art("316")]);
        draft.step("remedies-step-legal-aid", Who::Person, vec![LEGAL_AID.art("29"), LEGAL_AID.art("42")]);
    }
    identity::gap(desk, draft);
    if !filed {
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
        vec![INTERPRETATION.art("322"), CRIMINAL_PROCEDURE.art("230"), INTERPRETATION.art("321")],
    );
    draft.step("remedies-step-private-hearing", Who::Person, vec![CRIMINAL_PROCEDURE.art("211")]);
    draft.final_step("remedies-step-settle-or-withdraw", Who::Person, vec![CRIMINAL_PROCEDURE.art("212")]);
    draft.step("remedies-step-appeal-judgment", Who::Person, vec![CRIMINAL_PROCEDURE.art("230")]);
}

fn papers(desk: &Desk<'_>, draft: &mut Draft) {
    let contents = || vec![INTERPRETATION.art("319")];
    if comes_into_question(desk, Charge::Insult) {
        draft.form("remedies-paper-complaint-insult", "01", contents());
    }
    if comes_into_question(desk, Charge::Defamation) {
        draft.form("remedies-paper-complaint-defamation", "02", contents());
    }
    draft.paper("remedies-paper-evidence-list", vec![INTERPRETATION.art("316").item("4")]);
    if desk.mentions("filer_role", &["legal-representative", "close-relative"]) {
        draft.paper("remedies-paper-proxy-proof", vec![INTERPRETATION.art("317").item("2")]);
    }
    if help_wanted(desk) {
        draft.paper("remedies-paper-evidence-request", help_cites());
    }
    // That nothing is charged for the suit itself rests on the list of fees naming none.
    let cites = vec![INTERPRETATION.art("199"), FEES.art("13").unverified()];
    draft.fee(Fee::new("remedies-fee-private-prosecution", 0, 0, cites));
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    let file = "remedies-step-file-private-suit";
    draft.warn("remedies-warn-some-only", file, vec![INTERPRETATION.art("323")]);
    if desk.rule(&Scope::Case, "ps-some-only-warning").value == Value::TT {
        draft.warn("remedies-warn-some-only-now", file, vec![INTERPRETATION.art("323").item("1")]);
    }
    draft.warn_mental_damages(file);
    draft.warn(
        "remedies-warn-counter-claim",
        file,
        vec![CRIMINAL_PROCEDURE.art("213"), INTERPRETATION.art("334")],
    );
    if desk.value(&Scope::Case, "evidence_from_abroad") == Value::TT {
        draft.warn("remedies-warn-evidence-from-abroad", file, vec![INTERPRETATION.art("77").item("2")]);
    }
    draft.warn(
        "remedies-warn-form-unchanged",
        "remedies-step-write-complaint",
        vec![INTERPRETATION.art("319")],
    );
    draft.warn(
        "remedies-warn-two-absences",
        "remedies-step-private-hearing",
        vec![CRIMINAL_PROCEDURE.art("211").item("2")],
    );
    let ending = "remedies-step-settle-or-withdraw";
    draft.warn("remedies-warn-withdrawal", ending, vec![INTERPRETATION.art("320").item("2(6)")]);
    draft.warn("remedies-warn-mediation", ending, vec![INTERPRETATION.art("320").item("2(7)")]);
    if police::case_open(desk).value != Value::FF {
        draft.warn(
            "remedies-warn-ask-for-ruling",
            ending,
            vec![OPINIONS.art("13"), INTERPRETATION.art("320").item("2(6)")],
        );
    }
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    notices::private_case(desk, draft);
    draft.owes(
        desk,
        "remedies-duty-accept-when-met",
        Who::Court,
        Dates::from(FILED).within(Period::new(Length::Days(15), Regime::CriminalProcedure)).done(ACCEPTED),
        vec![OPINIONS.art("11"), INTERPRETATION.art("320").item("1")],
    );
    let only_some = desk.rule(&Scope::Case, "ps-some-only-warning").value == Value::TT;
    draft.owes(
        desk,
        "remedies-duty-explain-some-only",
        Who::Court,
        Dates::from(FILED).only_if(only_some),
        vec![INTERPRETATION.art("323").item("1")],
    );
    draft.owes(
        desk,
        "remedies-duty-notify-co-victims",
        Who::Court,
        Dates::from(ACCEPTED),
        vec![INTERPRETATION.art("323").item("2")],
    );
    draft.owes(
        desk,
        "remedies-duty-person-appear",
        Who::Person,
        Dates::from(ACCEPTED),
        vec![CRIMINAL_PROCEDURE.art("211").item("2")],
    );
    draft.owes(
        desk,
        "remedies-duty-person-complaint",
        Who::Person,
        Dates::standing(),
        vec![INTERPRETATION.art("319")],
    );
}
