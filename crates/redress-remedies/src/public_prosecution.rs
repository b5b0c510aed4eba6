//! 公诉: insult or defamation that seriously endangers social order (刑法 246(2)).
//!
//! The gate is in `public_order.rs`; offences without a gate, doxing among them, in `other_offence.rs`. Filing: 刑事诉讼法 110-113, police rules 169-179 (2020), 公通字〔2015〕32号;
//! crossing with a private suit: Guiding Opinions 13.

use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION as INTERPRETATION, LEGAL_AID,
    OPINIONS, POLICE_CRIMINAL_RULES, POLICE_FILING_OPINION, PROCURATORATE_RULES,
};
use crate::complainant::natural_person;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::offence::offence;
use crate::other_offence::other_offences;
use crate::part::{Part, note};
use crate::police::{self, OPINIONS_DAY, SERVED};
use crate::{Deadline, Fee, Route, RouteId, Who, crossing, filing_supervision, notices, public_order};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const REPORT: &str = "report_date";

/// How public prosecution stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let offence = offence(desk);
    let gate = public_order::gate(desk, offence.defamation);
    let person = natural_person(desk, CRIMINAL_LAW.art("246").item("1"));
    let mut ways = vec![Part::all(vec![offence.part, gate])];
    let mut deadlines = offence.deadlines;
    if let Some(other) = other_offences(desk) {
        ways.push(other.part);
        deadlines.extend(other.deadlines);
    }
    let mut draft = Draft::new(RouteId::PublicProsecution, vec![Part::any(ways), person]);
    draft.deadlines(deadlines);
    draft.crossings(crossing::crossings(desk));
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(&mut draft);
    warnings(desk, &mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    if police::case_open(desk).value == Value::TT {
        draft.note(note("remedies-police-case-open", vec![OPINIONS.art("13")]));
    }
    if desk.today() < OPINIONS_DAY {
        draft.note(note("remedies-opinions-not-yet", vec![CRIMINAL_LAW.art("246").item("2")]));
    }
    draft.note(note("remedies-order-factors", vec![OPINIONS.art("12")]));
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    if police::case_open(desk).value != Value::TT {
        let reviews = [
            ("remedies-deadline-police-review", 3),
            ("remedies-deadline-police-review-leads", 7),
            ("remedies-deadline-police-review-longest", 30),
        ];
        for (code, days) in reviews {
            if days == 7 && desk.value(&Scope::Case, "leads_need_checking") != Value::TT {
                continue;
            }
            let period = Period::new(Length::Days(days), Regime::PoliceProcedure);
            let cites = [POLICE_FILING_OPINION.art("1").unverified()];
            let review = Deadline::of_case(desk, code, REPORT, period, &cites).for_authority();
            let decided =
                if desk.days(&Scope::Case, "decision_date").is_some() { "decision_date" } else { SERVED };
            draft.once_known(review.done_by(desk, decided));
        }
    }
    if let Some(seven) = police::refusal_reconsideration(desk) {
        draft.deadline(seven);
    }
    draft.once_known(filing_supervision::petition(desk));
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let open = police::case_open(desk).value == Value::TT;
    if !open {
        draft.step("remedies-step-seal", Who::Person, vec![CRIMINAL_PROCEDURE.art("110")]);
        draft.final_step(
            "remedies-step-report-as-accuser",
            Who::Person,
            vec![CRIMINAL_PROCEDURE.art("110"), POLICE_CRIMINAL_RULES.art("17")],
        );
        draft.step("remedies-step-keep-receipt", Who::Person, vec![POLICE_CRIMINAL_RULES.art("171")]);
    }
    draft.step("remedies-step-describe-order", Who::Person, vec![OPINIONS.art("12")]);
    if !open {
        draft.step(
            "remedies-step-police-reconsideration",
            Who::Person,
            vec![CRIMINAL_PROCEDURE.art("112"), POLICE_CRIMINAL_RULES.art("179"), OPINIONS.art("14")],
        );
        draft.step(
            "remedies-step-filing-oversight",
            Who::Procuratorate,
            vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("557"), OPINIONS.art("14")],
        );
    }
    draft.step("remedies-step-legal-aid", Who::Person, vec![LEGAL_AID.art("29"), LEGAL_AID.art("42")]);
    draft.step(
        "remedies-step-join-as-victim",
        Who::Person,
        vec![OPINIONS.art("13"), CRIMINAL_PROCEDURE.art("46")],
    );
    draft.step(
        "remedies-step-incidental-claim",
        Who::Person,
        vec![CRIMINAL_PROCEDURE.art("101"), INTERPRETATION.art("184")],
    );
}

fn papers(draft: &mut Draft) {
    draft.paper(
        "remedies-paper-accusation",
        vec![
            POLICE_CRIMINAL_RULES.art("169"),
            POLICE_CRIMINAL_RULES.art("170"),
            POLICE_CRIMINAL_RULES.art("171"),
        ],
    );
    draft.paper("remedies-paper-evidence-list", vec![POLICE_CRIMINAL_RULES.art("170")]);
    draft.fee(Fee::new("remedies-fee-public-prosecution", 0, 0, vec![INTERPRETATION.art("199")]));
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    let report = "remedies-step-report-as-accuser";
    draft.warn("remedies-warn-report-as-accuser", report, vec![CRIMINAL_PROCEDURE.art("112")]);
    draft.warn_mental_damages(report);
    draft.warn(
        "remedies-warn-seven-days",
        "remedies-step-police-reconsideration",
        vec![POLICE_CRIMINAL_RULES.art("179"), CRIMINAL_PROCEDURE.art("180")],
    );
    draft.warn(
        "remedies-warn-no-administrative-suit",
        "remedies-step-police-reconsideration",
        vec![crate::cite::ADMINISTRATIVE_SUIT_INTERPRETATION.art("1").item("2(1)")],
    );
    if police::suit_filed(desk).value == Value::TT {
        draft.warn(
            "remedies-warn-ask-for-ruling",
            "",
            vec![OPINIONS.art("13"), INTERPRETATION.art("320").item("2(6)")],
        );
    }
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    filing_supervision::filing_duties(desk, draft);
    let is = |term: &str| desk.value(&Scope::Case, term) == Value::TT;
    draft.owes(
        desk,
        "remedies-duty-tell-private-suit",
        Who::Police,
        Dates::from(REPORT).done("told_to_sue_date").only_if(is("police_found_private_only")),
        vec![OPINIONS.art("13"), POLICE_CRIMINAL_RULES.art("176").item("1")],
    );
    draft.owes(
        desk,
        "remedies-duty-court-transfer",
        Who::Court,
        Dates::from(police::FILED).done("transferred_to_police_date").only_if(is("court_found_order_danger")),
        vec![OPINIONS.art("13").item("2")],
    );
    draft.owes(
        desk,
        "remedies-duty-hand-over-after-end",
        Who::Court,
        Dates::from("trial_ended_date").done("materials_transferred_date"),
        vec![OPINIONS.art("13").item("1")],
    );
    notices::public_case(desk, draft);
}
