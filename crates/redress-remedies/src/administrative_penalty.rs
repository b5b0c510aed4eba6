//! 治安管理处罚: what is not a crime but violates the public-security law (Guiding Opinions 7).
//!
//! 治安管理处罚法 42 and 22 for acts to 2025-12-31, 50 and 25 for acts from 2026-01-01; control of the
//! police by reconsideration and suit (行政复议法 2024-01-01, 行政诉讼法).

use crate::article_ten::{self, Charge};
use crate::cite::{
    ADMINISTRATIVE_SUIT, Cite, OPINIONS, POLICE_ADMINISTRATIVE_RULES, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD,
    RECONSIDERATION,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::element::Element;
use crate::limitation::{self, deadline};
use crate::offence::natural_person;
use crate::part::{Part, note};
use redress_law::period::{Length, Period, Regime};
use crate::{Deadline, Reason, Route, RouteId, Who, police};
use redress_base::{Date, Value};
use redress_facts::Scope;

const DECISION: &str = "decision";
const SERVED: &str = "notice_received_date";
const REPORT: &str = "report_date";

/// First day of the revised public-security law.
const REVISED: Date = Date::constant(2026, 1, 1);

/// How an administrative penalty stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut deadlines = Vec::new();
    let mut grounds = Vec::new();
    for scope in desk.statements() {
        let timely = limitation::penalty(desk, scope);
        deadlines.extend(timely.deadlines);
        grounds.push(Part::all(vec![statement_grounds(desk, scope), timely.part]));
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
    warnings(desk, &mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// The article that applies to an act of that day; with no day known, to an act of today.
fn acts_article(desk: &Desk<'_>, scope: &Scope, old: &str, new: &str) -> Cite {
    let day = desk.days(scope, "act_date").map_or(desk.today(), |days| days.earliest);
    if day < REVISED { PUBLIC_SECURITY_OLD.art("42").item(old) } else { PUBLIC_SECURITY.art("50").item(new) }
}

/// Insult, defamation or spreading privacy by one statement.
fn statement_grounds(desk: &Desk<'_>, scope: &Scope) -> Part {
    let elements = |code: &str, rule: &str, charge: Charge| {
        let cites = vec![acts_article(desk, scope, "2", "1(2)"), OPINIONS.art("7")];
        let line = Part::line(code, scope, desk.rule(scope, rule), cites);
        Part::all(vec![article_ten::not_protected(desk, scope, charge), line])
    };
    let mut grounds = vec![
        elements("remedies-penalty-defamation", "psapl-defamation", Charge::Defamation),
        elements("remedies-penalty-insult", "psapl-insult", Charge::Insult),
    ];
    if desk.raised(scope, "privacy_spread") {
        grounds.push(privacy(desk, scope));
    }
    Part::any(grounds)
}

/// Spreading privacy is named in neither sentence of Article 10; whether a protected comment that
/// discloses privacy is protected is open.
fn privacy(desk: &Desk<'_>, scope: &Scope) -> Part {
    let cites = vec![acts_article(desk, scope, "6", "1(6)")];
    let spread = desk.fact(scope, "privacy_spread");
    let line = Part::line("remedies-penalty-privacy", scope, spread, cites);
    let shields = [Charge::Defamation, Charge::Insult];
    let aside = shields.into_iter().find(|c| article_ten::shield(desk, scope, *c).value == Value::TT);
    match aside {
        Some(charge) => Part::all(vec![article_ten::other_sentence(scope, charge), line]),
        None => line,
    }
}

/// Messages or stalking that disturb normal life: conduct towards the person, not a statement. Shown
/// only where the file speaks of it. The day of the conduct chooses the law: the old article 42 knows
/// messages only, the new article 50 (acts from 2026-01-01) also pestering and following.
fn conduct(desk: &Desk<'_>) -> Vec<Part> {
    const DAY: &str = "conduct_date";
    let day = desk.days(&Scope::Case, DAY);
    let disturbed = || desk.fact(&Scope::Case, "life_disturbed");
    let dated = |value: Value| Element::leaf(desk.vocabulary(), &Scope::Case, DAY, value);
    // Before the limitation of six months can be counted the conduct needs a day.
    let has_day = || dated(if day.is_some() { Value::TT } else { Value::UU });
    let going_on = || {
        let element = desk.fact(&Scope::Case, "continuing_state");
        let value = element.value.or(Value::UU);
        Element { value, bringable: false, ..element }
    };
    let (old, new) = (PUBLIC_SECURITY_OLD.art("42").item("5"), PUBLIC_SECURITY.art("50").item("1(5)"));
    let law = match day {
        Some(day) if day.latest < REVISED => vec![old],
        Some(day) if day.earliest >= REVISED => vec![new],
        _ => vec![old, new],
    };
    let under_new_law = dated(match day {
        Some(day) if day.earliest >= REVISED => Value::TT,
        Some(day) if day.latest < REVISED => Value::FF,
        Some(_) => Value::FT,
        None => Value::UU,
    });
    let one = |code: &str, term: &str, also: Element| {
        desk.raised(&Scope::Case, term).then(|| {
            let whole = Element::all([desk.fact(&Scope::Case, term), disturbed(), going_on(), also]);
            Part::line(code, &Scope::Case, whole, law.clone())
        })
    };
    let messages = one("remedies-penalty-messages", "repeated_messages", has_day());
    let stalking = one("remedies-penalty-stalking", "stalking_kind", under_new_law);
    messages.into_iter().chain(stalking).collect()
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
    let served = desk.days(&Scope::Case, SERVED);
    // A penalty, or a written decision to give none. That no criminal case is opened is not an
    // administrative act (法释〔2018〕1号 art 1(2)(1)): its own dates stand with the public prosecution.
    let decided = desk.mentions(DECISION, &["administrative-penalty", "no-penalty"]);
    if decided {
        let sixty = Period::new(Length::Days(60), Regime::Reconsideration);
        let cites = [RECONSIDERATION.art("20")];
        draft.deadline(deadline(
            desk,
            &Scope::Case,
            "remedies-deadline-reconsideration",
            SERVED,
            served,
            sixty,
            &cites,
        ));
        let six = Period::new(Length::Months(6), Regime::AdministrativeSuit);
        let cites = [ADMINISTRATIVE_SUIT.art("46")];
        draft.deadline(deadline(
            desk,
            &Scope::Case,
            "remedies-deadline-administrative-suit",
            SERVED,
            served,
            six,
            &cites,
        ));
    }
    let reported = desk.days(&Scope::Case, REPORT);
    if reported.is_some() && !decided {
        let two = Period::new(Length::Months(2), Regime::AdministrativeSuit);
        let cites = [ADMINISTRATIVE_SUIT.art("47")];
        let code = "remedies-deadline-police-inaction";
        let due = deadline(desk, &Scope::Case, code, REPORT, reported, two, &cites);
        draft.deadline(Deadline { for_authority: true, ..due });
    }
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

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    draft.warn(
        "remedies-warn-reconsideration-first",
        "remedies-step-administrative-suit",
        vec![RECONSIDERATION.art("23").item("1(3)"), RECONSIDERATION.art("34")],
    );
    draft.warn(
        "remedies-warn-not-both-at-once",
        "remedies-step-administrative-suit",
        vec![RECONSIDERATION.art("29")],
    );
    draft.warn("remedies-warn-police-mediation", "", vec![POLICE_ADMINISTRATIVE_RULES.art("178")]);
    if desk.today() >= REVISED {
        draft.note(note("remedies-records-sealed", vec![PUBLIC_SECURITY.art("136")]));
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
    let accept = if new_law { PUBLIC_SECURITY.art("90") } else { PUBLIC_SECURITY_OLD.art("77") };
    draft.duty(
        "remedies-duty-register-at-once",
        Who::Police,
        vec![accept, POLICE_ADMINISTRATIVE_RULES.art("61")],
    );
    let time = if new_law { PUBLIC_SECURITY.art("118") } else { PUBLIC_SECURITY_OLD.art("99") };
    draft.duty("remedies-duty-penalty-time", Who::Police, vec![time]);
    if new_law {
        draft.duty("remedies-duty-serve-victim", Who::Police, vec![PUBLIC_SECURITY.art("116")]);
    }
    draft.duty(
        "remedies-duty-keep-looking",
        Who::Police,
        vec![POLICE_ADMINISTRATIVE_RULES.art("165").item("3")],
    );
}
