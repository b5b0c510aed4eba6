//! 人身安全保护令: the second fast order, against family, people living together, and for women against a former or
//! would-be partner (反家庭暴力法 2, 23-34, in force 2016-03-01; 妇女权益保障法 29, 2023-01-01; 法释〔2022〕17号, 2022-08-01).
//!
//! No lawsuit is needed, and the court decides in seventy-two hours.

use crate::cite::{CRIMINAL_LAW, Cite, DOMESTIC_VIOLENCE, PROTECTION_ORDERS, WOMEN};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::part::{Part, note};
use crate::{Deadline, Fee, Route, RouteId, Who, complainant, identity};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const APPLIED: &str = "protection_applied_date";
const DECIDED: &str = "protection_decided_date";
const MADE: &str = "protection_order_made";

/// How a protection order stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut conditions =
        vec![in_force(desk), circumstances(desk), respondent(desk), request(desk), likely(desk)];
    conditions.extend(individual(desk));
    let mut draft = Draft::new(RouteId::ProtectionOrder, conditions);
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(&mut draft);
    warnings(&mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// 反家庭暴力法 opened this road on 2016-03-01; the order of 妇女权益保障法 29 is its order.
fn in_force(desk: &Desk<'_>) -> Part {
    let first = Date::constant(2016, 3, 1);
    Part::opened_on("remedies-protection-in-force", desk, first, vec![DOMESTIC_VIOLENCE.art("23")])
}

/// Family, people living together, a former partner: individuals only. That goes without saying where nobody says who
/// complains.
fn individual(desk: &Desk<'_>) -> Option<Part> {
    let said = complainant::said(desk);
    let cites = || vec![DOMESTIC_VIOLENCE.art("2"), WOMEN.art("29")];
    said.then(|| complainant::condition(desk, "remedies-protection-individual", cites()))
}

/// Violence at home, insult and defamation among it; or, for a woman, what 妇女权益保障法 29 names.
fn circumstances(desk: &Desk<'_>) -> Part {
    let home = vec![DOMESTIC_VIOLENCE.art("2"), DOMESTIC_VIOLENCE.art("23"), PROTECTION_ORDERS.art("3")];
    let scope = &Scope::Case;
    Part::any(vec![
        Part::rule("remedies-protection-home", desk, scope, "dv-suffered-or-danger", home),
        Part::rule("remedies-protection-woman", desk, scope, "women-29-infringed", vec![WOMEN.art("29")]),
    ])
}

fn respondent(desk: &Desk<'_>) -> Part {
    let known = desk.fact(&Scope::Case, "respondent_identified");
    let cites = vec![DOMESTIC_VIOLENCE.art("27").item("1")];
    Part::curable("remedies-protection-respondent", &Scope::Case, known, cites)
}

/// What is asked for is named; whoever applies can name it.
fn request(desk: &Desk<'_>) -> Part {
    const RULE: &str = "protection-order-measures";
    let cites =
        vec![DOMESTIC_VIOLENCE.art("27").item("2"), DOMESTIC_VIOLENCE.art("29"), PROTECTION_ORDERS.art("10")];
    let part =
        Part::curable("remedies-protection-request", &Scope::Case, desk.rule(&Scope::Case, RULE), cites);
    part.answered_by(desk, &Scope::Case, RULE)
}

/// A greater likelihood is enough (较大可能性).
fn likely(desk: &Desk<'_>) -> Part {
    let cites = vec![PROTECTION_ORDERS.art("6")];
    Part::line("remedies-protection-likely", &Scope::Case, desk.fact(&Scope::Case, "dv_more_likely"), cites)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    draft.note(note("remedies-protection-no-suit-needed", vec![PROTECTION_ORDERS.art("1")]));
    draft.note(note("remedies-protection-who-may-apply", vec![DOMESTIC_VIOLENCE.art("23").item("2")]));
    draft.note(note("remedies-protection-venue", vec![DOMESTIC_VIOLENCE.art("25")]));
    if desk.value(&Scope::Case, MADE) == Value::TT {
        draft.note(note("remedies-protection-made", vec![DOMESTIC_VIOLENCE.art("30")]));
    }
    if desk.value(&Scope::Case, "protection_breached") == Value::TT {
        let cites = vec![DOMESTIC_VIOLENCE.art("34"), CRIMINAL_LAW.art("313")];
        draft.note(note("remedies-protection-breached", cites));
    }
}

fn urgent(desk: &Desk<'_>) -> bool {
    desk.value(&Scope::Case, "urgent_situation") == Value::TT
}

fn ruling(desk: &Desk<'_>) -> (&'static str, Period) {
    let period = |hours| Period::new(Length::Hours(hours), Regime::CivilProcedure);
    if urgent(desk) {
        ("remedies-deadline-protection-urgent", period(24))
    } else {
        ("remedies-deadline-protection", period(72))
    }
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    let date = |code: &str, from: &str, period: Period, article: &str| {
        Deadline::of_case(desk, code, from, period, &[DOMESTIC_VIOLENCE.art(article)])
    };
    let (code, period) = ruling(desk);
    draft.once_known(date(code, APPLIED, period, "28").for_authority().done_by(desk, DECIDED));
    let five = Period::new(Length::Days(5), Regime::CivilProcedure);
    draft.once_known(
        date("remedies-deadline-protection-reconsideration", DECIDED, five, "31")
            .done_by(desk, "protection_reconsideration_date"),
    );
    if desk.value(&Scope::Case, MADE) == Value::TT {
        let six = Period::new(Length::Months(6), Regime::CivilProcedure);
        draft.once_known(
            date("remedies-deadline-protection-extension", DECIDED, six, "30")
                .done_by(desk, "protection_change_date"),
        );
    }
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    draft.step("remedies-step-protection-evidence", Who::Person, vec![PROTECTION_ORDERS.art("6")]);
    if desk.value(&Scope::Case, "respondent_identified") != Value::TT {
        identity::gap(desk, draft);
    }
    draft.step(
        "remedies-step-apply-protection",
        Who::Person,
        vec![DOMESTIC_VIOLENCE.art("23"), DOMESTIC_VIOLENCE.art("25"), WOMEN.art("29")],
    );
    draft.step("remedies-step-protection-decided", Who::Court, vec![DOMESTIC_VIOLENCE.art("28")]);
    draft.step("remedies-step-protection-reconsideration", Who::Person, vec![DOMESTIC_VIOLENCE.art("31")]);
    draft.step("remedies-step-protection-extend", Who::Person, vec![DOMESTIC_VIOLENCE.art("30")]);
    draft.step("remedies-step-protection-report-breach", Who::Person, vec![DOMESTIC_VIOLENCE.art("34")]);
}

fn papers(draft: &mut Draft) {
    let application = || vec![DOMESTIC_VIOLENCE.art("27"), PROTECTION_ORDERS.art("10")];
    draft.paper("remedies-paper-protection-application", application());
    draft.paper("remedies-paper-protection-evidence", vec![PROTECTION_ORDERS.art("6")]);
    draft.fee(Fee::unset("remedies-fee-protection", vec![DOMESTIC_VIOLENCE.art("28").unverified()]));
}

fn warnings(draft: &mut Draft) {
    draft.warn(
        "remedies-warn-protection-order-or-injunction",
        "remedies-step-apply-protection",
        vec![DOMESTIC_VIOLENCE.art("23"), WOMEN.art("29")],
    );
    draft.warn(
        "remedies-warn-protection-ends",
        "remedies-step-protection-extend",
        vec![DOMESTIC_VIOLENCE.art("30")],
    );
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let (_, period) = ruling(desk);
    let law = |article: &str| vec![DOMESTIC_VIOLENCE.art(article)];
    let ruled = Dates::from(APPLIED).within(period).done(DECIDED);
    draft.owes(desk, "remedies-duty-protection-ruling", Who::Court, ruled, law("28"));
    if desk.value(&Scope::Case, MADE) == Value::TT {
        let served = Dates::from(DECIDED).done("protection_served_date");
        draft.owes(desk, "remedies-duty-protection-serve", Who::Court, served, law("32"));
        draft.owes(desk, "remedies-duty-protection-assist", Who::Police, Dates::from(DECIDED), law("32"));
    }
    let person: Vec<Cite> = law("27");
    draft.owes(
        desk,
        "remedies-duty-person-name-request",
        Who::Person,
        Dates::standing().done(APPLIED),
        person,
    );
}
