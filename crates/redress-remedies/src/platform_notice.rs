//! 通知平台: notice, measures, counter-notice (民法典 1194-1197, in force 2021-01-01; 法释〔2014〕11号 4, 6).
//!
//! A proper notice holds first evidence of the infringement and the true identity of whoever sends it. A wrong one
//! makes the sender answer for the damage.

use crate::cite::{CIVIL_CODE, CIVIL_PROCEDURE_INTERPRETATION, NETWORK_TORT};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::infringement::infringement;
use crate::part::{Part, note};
use crate::{Cite, Route, RouteId, Who};
use redress_base::Value;
use redress_facts::Scope;

const SENT: &str = "notice_sent_date";
const COUNTER: &str = "counter_notice_date";
const COUNTER_PASSED_ON: &str = "counter_notice_forwarded_date";

/// How a notice to the platform stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut draft = Draft::new(RouteId::PlatformNotice, vec![infringement(desk), network(desk)]);
    for scope in desk.statements() {
        stages(desk, scope, &mut draft);
    }
    draft.note(note("remedies-notice-two-things", vec![CIVIL_CODE.art("1195").item("1")]));
    draft.note(note("remedies-notice-timely", vec![NETWORK_TORT.art("4"), NETWORK_TORT.art("6")]));
    steps(&mut draft);
    draft.paper("remedies-paper-platform-notice", vec![CIVIL_CODE.art("1195").item("1")]);
    draft.paper("remedies-paper-delivery-proof", vec![CIVIL_CODE.art("1195").item("2")]);
    warnings(&mut draft);
    for scope in desk.statements() {
        duties(desk, scope, &mut draft);
    }
    let person = vec![CIVIL_CODE.art("1195").item("1")];
    draft.owes(desk, "remedies-duty-person-true-notice", Who::Person, Dates::standing(), person);
    draft.finish(desk)
}

/// One of the statements stands on a network.
fn network(desk: &Desk<'_>) -> Part {
    let of = |scope: &Scope| {
        let spread = desk.fact(scope, "spread_on_network");
        Part::line("remedies-notice-network", scope, spread, vec![CIVIL_CODE.art("1194")])
    };
    Part::any_statement(desk.statements().iter().map(of).collect(), "remedies-no-statement")
}

/// How far the notice about one statement has come; shown, and deciding nothing.
fn stages(desk: &Desk<'_>, scope: &Scope, draft: &mut Draft) {
    let fact = |term: &str| desk.fact(scope, term);
    let law = |article: &str, item: &str| -> Vec<Cite> { vec![CIVIL_CODE.art(article).item(item)] };
    let mut shown = |code: &str, term: &str, cites: Vec<Cite>| {
        if desk.raised(scope, term) {
            draft.shown(Part::line(code, scope, fact(term), cites));
        }
    };
    shown("remedies-notice-sent", "notice_sent", law("1195", "1"));
    shown("remedies-notice-evidence", "notice_has_prima_facie_evidence", law("1195", "1"));
    shown("remedies-notice-identity", "notice_has_identity", law("1195", "1"));
    shown("remedies-notice-measures", "platform_measures_taken", law("1195", "2"));
    shown("remedies-notice-countered", "counter_notice_sent", law("1196", "1"));
    for (rule, code, article) in [
        ("platform-joint-enlarged", "remedies-notice-ignored", "1195"),
        ("platform-knew", "remedies-notice-knew", "1197"),
        ("platform-measures-end", "remedies-notice-measures-end", "1196"),
    ] {
        let part = Part::rule(code, desk, scope, rule, vec![CIVIL_CODE.art(article)]);
        if part.element.value == Value::TT {
            draft.shown(part);
        }
    }
}

fn steps(draft: &mut Draft) {
    let law = |article: &str| CIVIL_CODE.art(article);
    draft.step("remedies-step-seal", Who::Person, vec![law("1195")]);
    draft.step("remedies-step-check-own-notice", Who::Person, vec![law("1195").item("3")]);
    draft.final_step("remedies-step-notify-platform", Who::Person, vec![law("1195")]);
    draft.step("remedies-step-keep-delivery-proof", Who::Person, vec![law("1195").item("2")]);
    draft.step(
        "remedies-step-platform-acts",
        Who::Platform,
        vec![law("1195").item("2"), NETWORK_TORT.art("4")],
    );
    draft.step("remedies-step-answer-counter-notice", Who::Person, vec![law("1196").item("2")]);
    draft.step(
        "remedies-step-sue-platform",
        Who::Person,
        vec![law("1195").item("2"), law("1197"), NETWORK_TORT.art("2")],
    );
}

fn warnings(draft: &mut Draft) {
    let notify = "remedies-step-notify-platform";
    draft.warn("remedies-warn-wrong-notice", notify, vec![CIVIL_CODE.art("1195").item("3")]);
    draft.warn("remedies-warn-seal-before-notice", notify, vec![CIVIL_PROCEDURE_INTERPRETATION.art("112")]);
    draft.warn("remedies-warn-no-paid-deletion", notify, vec![NETWORK_TORT.art("10")]);
    draft.warn(
        "remedies-warn-counter-notice",
        "remedies-step-answer-counter-notice",
        vec![CIVIL_CODE.art("1196").item("2")],
    );
}

/// No number of days is set: in time, by the kind of service and of harm.
fn duties(desk: &Desk<'_>, scope: &Scope, draft: &mut Draft) {
    let law = |article: &str, item: &str| vec![CIVIL_CODE.art(article).item(item)];
    let sent = desk.raised(scope, SENT) || desk.raised(scope, "notice_sent");
    let countered = desk.raised(scope, COUNTER) || desk.raised(scope, "counter_notice_sent");
    let mut owes = |code: &str, by: Who, dates: Dates, cites: Vec<Cite>| {
        draft.owes_in(desk, scope, code, by, dates, cites)
    };
    if sent {
        let passed_on = Dates::from(SENT).done("notice_forwarded_date");
        owes("remedies-duty-notice-pass-on", Who::Platform, passed_on, law("1195", "2"));
        let acted = Dates::from(SENT).done("platform_action_date");
        owes("remedies-duty-notice-measures", Who::Platform, acted, law("1195", "2"));
    }
    if countered {
        let passed_on = Dates::from(COUNTER).done(COUNTER_PASSED_ON);
        owes("remedies-duty-counter-notice-pass-on", Who::Platform, passed_on, law("1196", "2"));
        let answered = Dates::from(COUNTER_PASSED_ON).done("suit_notice_given_date");
        owes("remedies-duty-person-answer-counter-notice", Who::Person, answered, law("1196", "2"));
    }
}
