//! 人格权侵害禁令: an order to stop, before or without a judgment (民法典 997, in force 2021-01-01;
//! Guiding Opinions 15).
//!
//! No national rules of procedure were found: courts differ between a special procedure and the
//! analogy to preservation (民事诉讼法 103-104). What rests on that analogy is marked.

use crate::cite::{
    CIVIL_CODE, CIVIL_EVIDENCE, CIVIL_PROCEDURE, CIVIL_PROCEDURE_INTERPRETATION, DOMESTIC_VIOLENCE, FEES,
    OPINIONS, WOMEN,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::element::Element;
use crate::infringement::infringement;
use crate::part::{Part, note};
use crate::{Cite, Deadline, Fee, Reason, Route, RouteId, Who, identity};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const APPLIED: &str = "injunction_applied_date";
const DECIDED: &str = "injunction_decided_date";

/// How an injunction stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let line = |code: &str, element: Element| {
        Part::line(code, &Scope::Case, element, vec![CIVIL_CODE.art("997"), OPINIONS.art("15")])
    };
    let conditions = vec![
        in_force(desk),
        line("remedies-injunction-ongoing", fact("ongoing_or_imminent")),
        unlawful(desk),
        line("remedies-injunction-irreparable", fact("irreparable_harm")),
        line("remedies-injunction-evidence", fact("injunction_evidence")),
    ];
    let mut draft = Draft::new(RouteId::Injunction, conditions);
    draft.shown(infringement(desk));
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(&mut draft);
    warnings(&mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// The Civil Code opened this route on 2021-01-01.
fn in_force(desk: &Desk<'_>) -> Part {
    let first = Date::constant(2021, 1, 1);
    Part::opened_on("remedies-injunction-in-force", desk, first, vec![CIVIL_CODE.art("997")])
}

/// An unlawful act against personality rights is for a person to judge; what the statements come to on
/// the material is shown beside it and does not take the judgement's place.
fn unlawful(desk: &Desk<'_>) -> Part {
    let cites = vec![CIVIL_CODE.art("997"), CIVIL_CODE.art("998")];
    let judged = desk.fact(&Scope::Case, "unlawful_act");
    Part::line("remedies-injunction-unlawful", &Scope::Case, judged, cites)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    let known = |term: &str| desk.value(&Scope::Case, term) == Value::TT;
    let respondent = if known("defendant_identified") || known("respondent_identified") {
        "remedies-injunction-respondent-known"
    } else {
        "remedies-injunction-respondent-account"
    };
    draft.note(Reason { contested: true, ..note(respondent, vec![CIVIL_CODE.art("997")]) });
    let likely = CIVIL_EVIDENCE.art("86").item("2").unverified();
    draft.note(note("remedies-injunction-likely-enough", vec![likely]));
}

/// Forty-eight hours, thirty days and five days: by the analogy to preservation.
fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    let date = |code: &str, from: &str, length: Length, cite: Cite, done: &str| {
        let period = Period::new(length, Regime::CivilProcedure);
        Deadline::of_case(desk, code, from, period, &[cite.unverified()]).done_by(desk, done)
    };
    let hours = CIVIL_PROCEDURE.art("103");
    draft.once_known(
        date("remedies-deadline-injunction-ruling", APPLIED, Length::Hours(48), hours, DECIDED)
            .for_authority(),
    );
    let suit = CIVIL_PROCEDURE.art("104");
    let (thirty, filed) = (Length::Days(30), "civil_suit_filed_date");
    draft.once_known(date("remedies-deadline-suit-after-injunction", DECIDED, thirty, suit, filed));
    let again = CIVIL_PROCEDURE_INTERPRETATION.art("171");
    draft.once_known(date(
        "remedies-deadline-injunction-reconsideration",
        "injunction_served_date",
        Length::Days(5),
        again,
        "injunction_reconsideration_date",
    ));
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    draft.step("remedies-step-seal-ongoing", Who::Person, vec![CIVIL_CODE.art("997")]);
    draft.final_step("remedies-step-notify-platform", Who::Person, vec![CIVIL_CODE.art("1195")]);
    identity::gap(desk, draft);
    draft.step(
        "remedies-step-apply-injunction",
        Who::Person,
        vec![CIVIL_CODE.art("997"), OPINIONS.art("15")],
    );
    draft.step("remedies-step-injunction-ruling", Who::Court, vec![OPINIONS.art("15")]);
    draft.step(
        "remedies-step-injunction-reconsideration",
        Who::Person,
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("171").unverified()],
    );
    draft.step(
        "remedies-step-advance-enforcement",
        Who::Person,
        vec![CIVIL_PROCEDURE.art("109").item("3"), CIVIL_PROCEDURE_INTERPRETATION.art("170")],
    );
    draft.step(
        "remedies-step-protection-order",
        Who::Person,
        vec![WOMEN.art("29"), DOMESTIC_VIOLENCE.art("23")],
    );
}

fn papers(draft: &mut Draft) {
    let application = vec![CIVIL_CODE.art("997").unverified()];
    draft.paper("remedies-paper-injunction-application", application);
    draft.paper("remedies-paper-evidence-list", vec![CIVIL_CODE.art("997")]);
    draft.paper("remedies-paper-security", vec![CIVIL_PROCEDURE.art("104").unverified()]);
    let preservation = Fee::new("remedies-fee-preservation", 30, 30, vec![FEES.art("14").unverified()]);
    draft.fee(Fee::unset("remedies-fee-injunction", vec![FEES.art("14").unverified()]).then(preservation));
}

fn warnings(draft: &mut Draft) {
    let apply = "remedies-step-apply-injunction";
    draft.warn("remedies-warn-no-national-procedure", apply, vec![]);
    draft.warn(
        "remedies-warn-security",
        apply,
        vec![CIVIL_PROCEDURE.art("103"), CIVIL_PROCEDURE.art("104").unverified()],
    );
    draft.warn(
        "remedies-warn-protection-order-or-injunction",
        apply,
        vec![DOMESTIC_VIOLENCE.art("23"), WOMEN.art("29"), CIVIL_CODE.art("997")],
    );
    draft.warn(
        "remedies-warn-wrong-notice",
        "remedies-step-notify-platform",
        vec![CIVIL_CODE.art("1195").item("3")],
    );
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let urgent = Period::new(Length::Hours(48), Regime::CivilProcedure);
    draft.owes(
        desk,
        "remedies-duty-urgent-ruling",
        Who::Court,
        Dates::from(APPLIED).within(urgent).done(DECIDED),
        vec![CIVIL_PROCEDURE.art("103").unverified(), CIVIL_PROCEDURE.art("104").unverified()],
    );
    let thirty = Period::new(Length::Days(30), Regime::CivilProcedure);
    draft.owes(
        desk,
        "remedies-duty-person-sue-after-order",
        Who::Person,
        Dates::from(DECIDED).within(thirty).done("civil_suit_filed_date"),
        vec![CIVIL_PROCEDURE.art("104").unverified()],
    );
}
