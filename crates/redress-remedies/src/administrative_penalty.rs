//! 治安管理处罚: what is not a crime but violates the public-security law (Guiding Opinions 7).
//!
//! 治安管理处罚法 42 and 22 for acts to 2025-12-31, 50, 56 and 25 for acts from 2026-01-01; 网络安全法 64(2) for personal
//! information before that day. Control of the police is the route of reconsideration.

use crate::cite::{
    ADMINISTRATIVE_SUIT, Cite, OPINIONS, POLICE_ADMINISTRATIVE_RULES, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD,
    RECONSIDERATION,
};
use crate::complainant::{natural_person, of_individual};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::part::{Part, note};
use crate::police::ADMINISTRATIVE_SERVED as SERVED;
use crate::violation::{REVISED, acts_article, conduct, statement_grounds};
use crate::{Deadline, Reason, Route, RouteId, Who, filing_supervision, limitation, police};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const DECISION: &str = "decision";
const REPORT: &str = "report_date";
const DECIDED: &str = "violation_decided_date";

/// How an administrative penalty stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut deadlines = Vec::new();
    let mut grounds = Vec::new();
    for scope in desk.statements() {
        let timely = limitation::penalty(desk, scope);
        deadlines.extend(timely.deadlines);
        let grounds_here = of_individual(desk, scope, statement_grounds(desk, scope));
        grounds.push(Part::all(vec![grounds_here, timely.part]));
    }
    grounds.extend(conduct(desk));
    let mut conditions = vec![
        Part::any_statement(grounds, "remedies-no-statement"),
        natural_person(desk, acts_article(desk, &Scope::Case, "2", "1(2)")),
    ];
    conditions.extend(criminal_first(desk));
    let mut draft = Draft::new(RouteId::AdministrativePenalty, conditions);
    draft.deadlines(deadlines);
    control_dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(desk, &mut draft);
    warnings(desk, &mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// While a criminal case is open the police decide there first; what is not a crime comes back.
fn criminal_first(desk: &Desk<'_>) -> Option<Part> {
    let open = police::case_open(desk);
    (open.value == Value::TT).then(|| {
        let cites = vec![OPINIONS.art("7"), OPINIONS.art("18")];
        Part::curable("remedies-criminal-first", &Scope::Case, open.not(), cites)
    })
}

fn control_dates(desk: &Desk<'_>, draft: &mut Draft) {
    let date = |code: &str, from: &str, length: Length, regime: Regime, cite: Cite| {
        Deadline::of_case(desk, code, from, Period::new(length, regime), &[cite])
    };
    // A penalty, or a written decision to give none. That no criminal case is opened is not an
    // administrative act (法释〔2018〕1号 art 1(2)(1)): its own dates stand with the public prosecution.
    let decided = desk.mentions(DECISION, &["administrative-penalty", "no-penalty"]);
    if decided {
        let (sixty, six) = (Length::Days(60), Length::Months(6));
        let again = RECONSIDERATION.art("20");
        let again = date("remedies-deadline-reconsideration", SERVED, sixty, Regime::Reconsideration, again);
        draft.deadline(again.done_by(desk, "reconsideration_filed_date"));
        let suit = ADMINISTRATIVE_SUIT.art("46");
        let suit =
            date("remedies-deadline-administrative-suit", SERVED, six, Regime::AdministrativeSuit, suit);
        draft.deadline(suit.done_by(desk, "administrative_suit_filed_date"));
        return;
    }
    let two = Length::Months(2);
    let cite = ADMINISTRATIVE_SUIT.art("47");
    let idle = date("remedies-deadline-police-inaction", REPORT, two, Regime::AdministrativeSuit, cite);
    draft.once_known(idle.for_authority());
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let reported = desk.days(&Scope::Case, REPORT).is_some();
    let accept =
        if desk.today() >= REVISED { PUBLIC_SECURITY.art("90") } else { PUBLIC_SECURITY_OLD.art("77") };
    if !reported {
        draft.step("remedies-step-seal", Who::Person, vec![accept.clone()]);
        draft.step(
            "remedies-step-report-violation",
            Who::Person,
            vec![accept, POLICE_ADMINISTRATIVE_RULES.art("11")],
        );
        draft.step("remedies-step-keep-receipt", Who::Person, vec![POLICE_ADMINISTRATIVE_RULES.art("61")]);
    }
    if desk.mentions(DECISION, &["administrative-penalty"]) {
        draft.note(note("remedies-penalty-decided", vec![]));
        draft.step("remedies-step-challenge-decision", Who::Person, challenge(desk));
    } else {
        draft.step(
            "remedies-step-reconsideration-first",
            Who::Person,
            vec![RECONSIDERATION.art("11").item("11"), RECONSIDERATION.art("23").item("1(3)")],
        );
        draft.step(
            "remedies-step-reconsideration-decided",
            Who::Government,
            vec![RECONSIDERATION.art("24"), RECONSIDERATION.art("62")],
        );
        draft.step("remedies-step-administrative-suit", Who::Person, vec![ADMINISTRATIVE_SUIT.art("45")]);
    }
}

/// From 2026 the victim may challenge the decision by name; before, only as an interested person.
fn challenge(desk: &Desk<'_>) -> Vec<Cite> {
    let interested = ADMINISTRATIVE_SUIT.art("25");
    if desk.today() >= REVISED { vec![PUBLIC_SECURITY.art("121"), interested] } else { vec![interested] }
}

fn papers(desk: &Desk<'_>, draft: &mut Draft) {
    let new_law = desk.today() >= REVISED;
    let accept = || if new_law { PUBLIC_SECURITY.art("90") } else { PUBLIC_SECURITY_OLD.art("77") };
    draft.paper("remedies-paper-violation-report", vec![accept(), POLICE_ADMINISTRATIVE_RULES.art("60")]);
    draft.paper("remedies-paper-evidence-list", vec![accept()]);
    if desk.mentions(DECISION, &["administrative-penalty"]) {
        draft.form("remedies-paper-suit-penalty", "44", challenge(desk));
    }
    if new_law {
        draft.paper("remedies-paper-record-request", vec![PUBLIC_SECURITY.art("136")]);
    }
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    let suit = "remedies-step-administrative-suit";
    draft.warn(
        "remedies-warn-reconsideration-first",
        suit,
        vec![RECONSIDERATION.art("23").item("1(3)"), RECONSIDERATION.art("34")],
    );
    draft.warn("remedies-warn-not-both-at-once", suit, vec![RECONSIDERATION.art("29")]);
    let mediation = POLICE_ADMINISTRATIVE_RULES.art("178");
    draft.warn("remedies-warn-police-mediation", "", vec![mediation, POLICE_ADMINISTRATIVE_RULES.art("179")]);
    if desk.today() >= REVISED {
        draft.warn("remedies-warn-records-sealed", "", vec![PUBLIC_SECURITY.art("136")]);
    }
    let straddles = desk.statements().iter().any(|scope| straddles(desk, scope));
    if straddles {
        let cites = vec![PUBLIC_SECURITY_OLD.art("42"), PUBLIC_SECURITY.art("50")];
        draft.note(Reason { contested: true, ..note("remedies-act-straddles-2026", cites) });
    }
}

fn straddles(desk: &Desk<'_>, scope: &Scope) -> bool {
    let first = desk.days(scope, "act_date").is_some_and(|days| days.earliest < REVISED);
    let last = desk.days(scope, "act_end_date").is_some_and(|days| days.latest >= REVISED);
    first && last
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let new_law = desk.today() >= REVISED;
    let rules = |article: &str| POLICE_ADMINISTRATIVE_RULES.art(article);
    let (begun, law) = if new_law {
        ("violation_filed_date", PUBLIC_SECURITY.art("90"))
    } else {
        ("violation_accepted_date", PUBLIC_SECURITY_OLD.art("77"))
    };
    let mut police =
        |code: &str, dates: Dates, cites: Vec<Cite>| draft.owes(desk, code, Who::Police, dates, cites);
    let register = Dates::from(REPORT).done(begun).proof("violation_receipt_held");
    police("remedies-duty-register-at-once", register, vec![law, rules("60")]);
    let receipt = Dates::from(REPORT).done("violation_receipt_date").proof("violation_receipt_held");
    police("remedies-duty-receipt", receipt, vec![rules("61")]);
    if desk.raised(&Scope::Case, "police_declined_violation") {
        let reasons = Dates::from(REPORT).done("police_reasons_date").proof("police_reasons_proof");
        let law = if new_law { PUBLIC_SECURITY.art("90") } else { PUBLIC_SECURITY_OLD.art("78") };
        police("remedies-duty-say-why-no-violation", reasons, vec![law]);
    }
    let thirty = Period::new(Length::Days(days(desk)), Regime::PoliceProcedure);
    let time = if new_law { PUBLIC_SECURITY.art("118") } else { PUBLIC_SECURITY_OLD.art("99") };
    police("remedies-duty-penalty-time", Dates::from(begun).within(thirty).done(DECIDED), vec![time]);
    if new_law {
        let served = Dates::from(DECIDED).done(SERVED).proof("decision_served_proof");
        police("remedies-duty-serve-victim", served, vec![PUBLIC_SECURITY.art("116")]);
    }
    let looking = if desk.value(&Scope::Case, "actor_unknown_or_fled") == Value::TT {
        Dates::standing()
    } else {
        Dates::default()
    };
    let told = looking.done("victim_told_of_search_date");
    police("remedies-duty-keep-looking", told, vec![rules("165").item("3")]);
    if filing_supervision::police_decided(desk) {
        draft.overtaken(&["remedies-duty-register-at-once", "remedies-duty-receipt"]);
    }
    let person = vec![rules("60")];
    draft.owes(
        desk,
        "remedies-duty-person-report-in-time",
        Who::Person,
        Dates::standing().done(REPORT),
        person,
    );
}

/// Thirty days, and thirty more for each extension that the file names.
fn days(desk: &Desk<'_>) -> u16 {
    const EXTENSIONS: &str = "violation_extensions";
    if desk.mentions(EXTENSIONS, &["twice"]) {
        90
    } else if desk.mentions(EXTENSIONS, &["once"]) {
        60
    } else {
        30
    }
}
