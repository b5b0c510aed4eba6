//! 民事诉讼: reputation, privacy, personal information, portrait (民法典 990-1038, in force 2021-01-01;
//! Guiding Opinions 9).
//!
//! Article 10 does not decide here: the Civil Code has its own tests (998, 999, 1025, 1026). An unknown
//! speaker does not close the route: the platform may be sued first and the court may order it to say
//! who it was (法释〔2014〕11号 2-3).

use crate::cite::{
    CIVIL_CODE, CIVIL_CODE_TIME, CIVIL_EVIDENCE, CIVIL_PROCEDURE, CIVIL_PROCEDURE_INTERPRETATION, Cite,
    INTERNET_COURTS, MENTAL_DAMAGES, NETWORK_TORT, OPINIONS,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::infringement::infringement;
use crate::part::note;
use crate::{
    Deadline, Reason, Route, RouteId, Who, civil_claims, civil_defendants, civil_limitation, complainant,
    identity,
};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const FILED: &str = "civil_suit_filed_date";
const REGISTERED: &str = "civil_case_registered_date";
/// First day of the revised jurisdiction of the internet courts.
const INTERNET_COURTS_DAY: Date = Date::constant(2025, 11, 1);

/// How a civil suit stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut draft = Draft::new(RouteId::CivilSuit, vec![infringement(desk)]);
    for claim in civil_claims::claims(desk) {
        draft.claim(claim);
    }
    for defendant in civil_defendants::defendants(desk) {
        draft.defendant(defendant);
    }
    draft.deadlines(civil_limitation::money_claims(desk));
    notes(desk, &mut draft);
    venue(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(desk, &mut draft);
    warnings(desk, &mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    let known = desk.value(&Scope::Case, "defendant_identified");
    let code =
        if known == Value::TT { "remedies-civil-defendant-known" } else { "remedies-civil-platform-first" };
    draft.note(note(code, vec![NETWORK_TORT.art("2"), NETWORK_TORT.art("3")]));
    draft.note(note("remedies-civil-no-limit-to-stop", vec![CIVIL_CODE.art("995")]));
    draft.note(note("remedies-civil-weighed", vec![CIVIL_CODE.art("998"), CIVIL_CODE.art("1000")]));
    if desk.value(&Scope::Case, "concerns_personal_privacy") == Value::TT {
        draft.note(note("remedies-closed-hearing", vec![CIVIL_PROCEDURE.art("137")]));
    }
    let code_in_force = Date::constant(2021, 1, 1);
    let before =
        |scope: &Scope| desk.days(scope, "act_date").is_some_and(|days| days.earliest < code_in_force);
    if desk.statements().iter().any(before) {
        let cites = vec![CIVIL_CODE_TIME.art("1"), CIVIL_CODE_TIME.art("24")];
        draft.note(Reason { contested: true, ..note("remedies-civil-before-the-code", cites) });
    }
}

/// Which court, in the three cities that have an internet court: privacy and personal information go there, pure
/// reputation does not (法释〔2025〕14号, in force 2025-11-01); for mixed claims practice decides.
fn venue(desk: &Desk<'_>, draft: &mut Draft) {
    let ordinary = vec![
        CIVIL_PROCEDURE.art("29"),
        CIVIL_PROCEDURE_INTERPRETATION.art("24"),
        CIVIL_PROCEDURE_INTERPRETATION.art("25"),
    ];
    draft.note(note("remedies-venue", ordinary.clone()));
    let city = desk.mentions("internet_court_city", &["beijing", "hangzhou", "guangzhou"]);
    if desk.today() < INTERNET_COURTS_DAY || !city {
        return;
    }
    let cause = |words: &[&str]| desk.mentions("civil_cause", words);
    let internet = vec![INTERNET_COURTS.art("1")];
    if cause(&["privacy-claim", "personal-information-claim"]) {
        draft.note(note("remedies-venue-internet-court", internet));
    } else if cause(&["reputation-claim"]) {
        draft.note(note("remedies-venue-ordinary-court", ordinary));
    } else if cause(&["mixed-claims"]) {
        draft.note(Reason { contested: true, ..note("remedies-venue-mixed", internet) });
    }
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    let date = |code: &str, from: &str, length: Length, article: &str| {
        let period = Period::new(length, Regime::CivilProcedure);
        Deadline::of_case(desk, code, from, period, &[CIVIL_PROCEDURE.art(article)])
    };
    draft.once_known(
        date("remedies-deadline-registration", FILED, Length::Days(7), "126")
            .for_authority()
            .done_by(desk, REGISTERED),
    );
    let extended = desk.value(&Scope::Case, "civil_trial_extended") == Value::TT;
    let simplified = desk.mentions("civil_procedure_kind", &["simplified"]);
    let (code, months, article) = match (simplified, extended) {
        (true, false) => ("remedies-deadline-civil-judgment-simplified", 3, "164"),
        (true, true) => ("remedies-deadline-civil-judgment-simplified-extended", 4, "164"),
        (false, false) => ("remedies-deadline-civil-judgment", 6, "152"),
        (false, true) => ("remedies-deadline-civil-judgment-extended", 12, "152"),
    };
    draft.once_known(
        date(code, REGISTERED, Length::Months(months), article)
            .for_authority()
            .done_by(desk, "civil_judgment_date"),
    );
    for (code, from, days) in [
        ("remedies-deadline-civil-appeal", "civil_judgment_served_date", 15),
        ("remedies-deadline-civil-appeal-ruling", "civil_ruling_served_date", 10),
    ] {
        draft.once_known(date(code, from, Length::Days(days), "171").done_by(desk, "civil_appeal_date"));
    }
    let ended = "civil_term_obstacle_ended_date";
    let relief = date("remedies-deadline-civil-relief", ended, Length::Days(10), "86");
    draft.once_known(relief.done_by(desk, "civil_term_extension_applied_date"));
    let set = desk.days(&Scope::Case, "performance_due_date").is_some();
    let from = if set { "performance_due_date" } else { "civil_judgment_effective_date" };
    let enforce = date("remedies-deadline-enforcement", from, Length::Years(2), "250");
    draft.once_known(enforce.done_by(desk, "enforcement_applied_date"));
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    draft.step("remedies-step-seal", Who::Person, vec![CIVIL_PROCEDURE.art("124")]);
    draft.final_step("remedies-step-notify-platform", Who::Person, vec![CIVIL_CODE.art("1195")]);
    let vanish = vec![CIVIL_PROCEDURE.art("84"), CIVIL_EVIDENCE.art("25")];
    draft.step("remedies-step-preserve-evidence", Who::Person, vanish);
    identity::gap(desk, draft);
    draft.step(
        "remedies-step-file-civil-suit",
        Who::Person,
        vec![
            CIVIL_PROCEDURE.art("122"),
            CIVIL_PROCEDURE_INTERPRETATION.art("24"),
            CIVIL_PROCEDURE_INTERPRETATION.art("25"),
        ],
    );
    draft.step("remedies-step-ask-disclosure", Who::Person, vec![NETWORK_TORT.art("3")]);
    draft.step(
        "remedies-step-ask-court-for-evidence",
        Who::Person,
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("94"), CIVIL_EVIDENCE.art("20"), CIVIL_EVIDENCE.art("45")],
    );
    draft.step(
        "remedies-step-claim-costs",
        Who::Person,
        vec![NETWORK_TORT.art("11"), NETWORK_TORT.art("12")],
    );
    draft.step(
        "remedies-step-enforce",
        Who::Person,
        vec![CIVIL_PROCEDURE.art("250"), CIVIL_CODE.art("1000")],
    );
}

fn papers(desk: &Desk<'_>, draft: &mut Draft) {
    // No official form exists for reputation, privacy or network torts: the complaint is free.
    draft.paper("remedies-paper-civil-complaint", vec![CIVIL_PROCEDURE.art("124")]);
    draft.paper("remedies-paper-evidence-list", vec![CIVIL_PROCEDURE.art("124"), CIVIL_EVIDENCE.art("14")]);
    if identity::unknown(desk) {
        draft.paper("remedies-paper-disclosure-request", vec![NETWORK_TORT.art("3")]);
    }
    draft.paper(
        "remedies-paper-preservation-request",
        vec![CIVIL_PROCEDURE.art("84"), CIVIL_EVIDENCE.art("25")],
    );
    draft.paper(
        "remedies-paper-collection-request",
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("94"), CIVIL_EVIDENCE.art("20")],
    );
    draft.paper("remedies-paper-production-request", vec![CIVIL_EVIDENCE.art("45")]);
    draft.form("remedies-paper-enforcement", "60", vec![CIVIL_PROCEDURE.art("250")]);
    draft.fee(civil_claims::fee(desk));
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    let file = "remedies-step-file-civil-suit";
    draft.warn(
        "remedies-warn-wrong-notice",
        "remedies-step-notify-platform",
        vec![CIVIL_CODE.art("1195").item("3")],
    );
    draft.warn_mental_damages(file);
    draft.warn("remedies-warn-abusive-words", file, vec![CIVIL_PROCEDURE_INTERPRETATION.art("210")]);
    draft.warn(
        "remedies-warn-how-evidence-was-got",
        "remedies-step-seal",
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("106")],
    );
    if desk.today() >= INTERNET_COURTS_DAY {
        draft.warn("remedies-warn-which-court", file, vec![INTERNET_COURTS.art("1")]);
    }
    if complainant::mentions(desk, &["company", "platform", "organisation"]) {
        let cites: Vec<Cite> = vec![MENTAL_DAMAGES.art("4"), OPINIONS.art("9")];
        draft.warn("remedies-warn-no-mental-damages-for-organisations", file, cites);
    }
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let seven = Period::new(Length::Days(7), Regime::CivilProcedure);
    draft.owes(
        desk,
        "remedies-duty-register-seven-days",
        Who::Court,
        Dates::from(FILED).within(seven).done(REGISTERED),
        vec![CIVIL_PROCEDURE.art("126")],
    );
    draft.owes(
        desk,
        "remedies-duty-disclose-to-court",
        Who::Platform,
        Dates::from("disclosure_ordered_date").done("disclosure_given_date"),
        vec![NETWORK_TORT.art("3")],
    );
    let fifteen = Period::new(Length::Days(15), Regime::CivilProcedure);
    draft.owes(
        desk,
        "remedies-duty-defence",
        Who::Actor,
        Dates::from("complaint_served_date").within(fifteen).done("defence_filed_date"),
        vec![CIVIL_PROCEDURE.art("128")],
    );
    draft.owes(
        desk,
        "remedies-duty-person-civil-complaint",
        Who::Person,
        Dates::standing().done(FILED),
        vec![CIVIL_PROCEDURE.art("124"), CIVIL_PROCEDURE_INTERPRETATION.art("210")],
    );
}
