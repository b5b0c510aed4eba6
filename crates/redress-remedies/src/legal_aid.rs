//! 法律援助: an agent, or papers drafted, without cost (法律援助法 22, 29-44, 49, in force 2022-01-01; Guiding Opinions 17).

use crate::cite::{Cite, LEGAL_AID, OPINIONS};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::notices::aid_told;
use crate::part::{Part, note};
use crate::police::ACCEPTED;
use crate::{Deadline, Fee, Route, RouteId, Who};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const APPLIED: &str = "aid_application_date";
const DECIDED: &str = "aid_decision_date";
const OBJECTED: &str = "aid_objection_date";

/// How legal aid stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut draft = Draft::new(RouteId::LegalAid, vec![no_agent(desk), matter(desk), means(desk)]);
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(&mut draft);
    draft.warn("remedies-warn-aid-true", "remedies-step-apply-aid", vec![LEGAL_AID.art("41")]);
    duties(desk, &mut draft);
    draft.finish(desk)
}

fn no_agent(desk: &Desk<'_>) -> Part {
    let none = desk.fact(&Scope::Case, "agent_appointed").not();
    Part::line("remedies-aid-no-agent", &Scope::Case, none, vec![LEGAL_AID.art("29")])
}

/// The victim of a public case, a private prosecutor, an incidental plaintiff; in civil matters what the law or local
/// rules list, and reputation is not on the national list.
fn matter(desk: &Desk<'_>) -> Part {
    let rule = |code: &str, rule: &str, article: &str| {
        Part::rule(code, desk, &Scope::Case, rule, vec![LEGAL_AID.art(article)])
    };
    Part::any(vec![
        rule("remedies-aid-criminal", "legal-aid-29-role", "29"),
        rule("remedies-aid-civil", "legal-aid-31-matter", "31"),
    ])
}

fn means(desk: &Desk<'_>) -> Part {
    let rule = |code: &str, rule: &str, article: &str| {
        Part::rule(code, desk, &Scope::Case, rule, vec![LEGAL_AID.art(article)])
    };
    let hardship = desk.fact(&Scope::Case, "economic_hardship");
    let cites = vec![LEGAL_AID.art("29"), LEGAL_AID.art("41")];
    Part::any(vec![
        Part::line("remedies-aid-hardship", &Scope::Case, hardship, cites),
        rule("remedies-aid-no-means-test", "legal-aid-32-no-means-test", "32"),
        rule("remedies-aid-not-checked", "legal-aid-42-unchecked", "42"),
    ])
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    draft.note(note("remedies-aid-where", vec![LEGAL_AID.art("38")]));
    draft.note(note("remedies-aid-forms-of-help", vec![LEGAL_AID.art("22")]));
    if desk.value(&Scope::Case, "victim_minor") == Value::TT {
        draft.note(note("remedies-aid-guardian-applies", vec![LEGAL_AID.art("40")]));
    }
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    for (code, from, days, done, article) in [
        ("remedies-deadline-aid-decision", APPLIED, 7, DECIDED, "43"),
        ("remedies-deadline-aid-appointment", DECIDED, 3, "aid_appointed_date", "43"),
        ("remedies-deadline-aid-objection", OBJECTED, 5, "aid_objection_decided_date", "49"),
    ] {
        let period = Period::new(Length::Days(days), Regime::CivilProcedure);
        let date = Deadline::of_case(desk, code, from, period, &[LEGAL_AID.art(article)]);
        draft.once_known(date.for_authority().done_by(desk, done));
    }
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let apply = vec![LEGAL_AID.art("38"), LEGAL_AID.art("40"), LEGAL_AID.art("41")];
    draft.step("remedies-step-apply-aid", Who::Person, apply);
    draft.step("remedies-step-aid-decided", Who::LegalAid, vec![LEGAL_AID.art("43")]);
    draft.step("remedies-step-aid-appointed", Who::LegalAid, vec![LEGAL_AID.art("43")]);
    if desk.value(&Scope::Case, "aid_refused") != Value::FF {
        draft.step("remedies-step-aid-object", Who::Person, vec![LEGAL_AID.art("49")]);
    }
}

fn papers(draft: &mut Draft) {
    let cites: Vec<Cite> = vec![LEGAL_AID.art("41"), LEGAL_AID.art("43")];
    draft.paper("remedies-paper-aid-application", cites);
    draft.paper("remedies-paper-aid-means", vec![LEGAL_AID.art("41"), LEGAL_AID.art("42")]);
    draft.fee(Fee::new("remedies-fee-aid", 0, 0, vec![LEGAL_AID.art("22").unverified()]));
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let tell = |by: Who, from: &'static str| {
        let (done, proof) = aid_told(by);
        Dates::from(from).done(done).proof(proof)
    };
    for (by, from) in [
        (Who::Court, ACCEPTED),
        (Who::Procuratorate, "prosecution_review_date"),
        (Who::Police, "police_filed_date"),
    ] {
        let cites = vec![LEGAL_AID.art("35"), OPINIONS.art("17")];
        draft.owes(desk, "remedies-duty-tell-aid", by, tell(by, from), cites);
    }
    let within = |days| Period::new(Length::Days(days), Regime::CivilProcedure);
    let law = |article: &str| vec![LEGAL_AID.art(article)];
    let decided = Dates::from(APPLIED).within(within(7)).done(DECIDED);
    draft.owes(desk, "remedies-duty-legal-aid", Who::LegalAid, decided, law("43"));
    let appointed = Dates::from(DECIDED).within(within(3)).done("aid_appointed_date");
    draft.owes(desk, "remedies-duty-aid-appoint", Who::LegalAid, appointed, law("43"));
    let objection = Dates::from(OBJECTED).within(within(5)).done("aid_objection_decided_date");
    draft.owes(desk, "remedies-duty-aid-objection", Who::JusticeDepartment, objection, law("49"));
    let declared = Dates::standing().done(APPLIED);
    draft.owes(desk, "remedies-duty-person-declare-means", Who::Person, declared, law("41"));
}

/// Aid may be given first where fewer than seven days are left to a date of the person, or where something has to
/// be preserved (44). The dates of all routes are looked at.
pub(crate) fn hurry(desk: &Desk<'_>, routes: &mut [Route]) {
    let left = |due: Date| desk.today().until(due).map_or(i32::MAX, |span| span.get_days());
    let pressing = |one: &Deadline| {
        one.passed == Some(false)
            && one.kept.is_none()
            && !one.for_authority
            && one.due.is_some_and(|due| left(due) < 7)
    };
    let soon = routes.iter().flat_map(|route| &route.deadlines).any(pressing);
    let preserve = desk.value(&Scope::Case, "preservation_or_advance_needed") == Value::TT;
    // The rule of the book counts the days over every limit of the file, and knows the other urgent cases.
    let by_rule = desk.rule(&Scope::Case, "legal-aid-44-first").value == Value::TT;
    let cites = vec![LEGAL_AID.art("44")];
    let in_force = desk.today() >= Date::constant(2022, 1, 1);
    if let Some(aid) = routes
        .iter_mut()
        .find(|route| route.id == RouteId::LegalAid && in_force && (soon || preserve || by_rule))
    {
        aid.reasons.push(note("remedies-aid-first", cites));
    }
}
