//! Of several ranges of a penalty the one that applies is compared (法释〔1997〕12号 art 2).

use crate::support::{Case, claim, disputed, words};
use crate::synthetic::{fenced, front, ranked};
use redress_base::Value;
use redress_facts::{Datum, Standing};
use redress_law::{Book, Outcome};

const EARLIER: &str = "law-earlier-applies";
const LATER: &str = "law-later-is-milder";
const PERSON: &str = "law-milder-needs-a-person";

/// The first law has ended in 2020, the second follows it; both pages name the same highest range.
fn two(old: &str, new: &str) -> Book {
    let severity = "severity = { imprisonment-months-max = 84 }";
    let first = "from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/2\" }";
    let pages = [
        fenced(&front(&format!("{first}\n{severity}")), old),
        fenced(&front(&format!("from = 2020-01-01\nend = \"open\"\n{severity}")), new),
    ];
    ranked(&pages, "criminal-statute")
}

/// A rule with a heavier range where `a_b` holds, and an ordinary one.
fn rule(heavier: &str, ordinary: &str) -> String {
    format!(
        "rule r\nlabel 甲 | A\nrequires a_a\ngives in order heavier \"甲 | A\" {{{heavier}}}\n  a_b\n\
         gives in order ordinary \"乙 | B\" {{{ordinary}}}\n"
    )
}

fn months(heavier: u32, ordinary: u32) -> String {
    rule(&format!("imprisonment-months-max {heavier}"), &format!("imprisonment-months-max {ordinary}"))
}

fn act() -> Case {
    Case::made_up().acts("2015-01-01", "2015-01-01").shown("a_a", Datum::Yes)
}

/// How the two laws were found to compare.
fn compared(outcome: &Outcome) -> &str {
    let of = |code: &&str| outcome.findings.iter().any(|finding| finding.code == *code);
    [EARLIER, LATER, PERSON].into_iter().find(of).unwrap_or("nothing")
}

#[test]
fn the_range_that_applies_is_compared_and_not_the_article() {
    // The heavier range stays at 84 months, the ordinary one falls from 36 to 24; the articles are equally severe.
    let book = two(&months(84, 36), &months(84, 24));
    let ask = |datum: Datum| act().shown("a_b", datum).ask_of(&book, "r");
    assert_eq!(compared(&ask(Datum::No)), LATER);
    assert_eq!(compared(&ask(Datum::Yes)), EARLIER);
    let from = ask(Datum::No).version.map(|version| version.in_force.from.to_string());
    assert_eq!(from.as_deref(), Some("2020-01-01"));
}

/// The boundary: a month less is milder, equal ones and a month more leave the law of the act.
#[test]
fn a_month_decides() {
    for (new, answer) in [(35, LATER), (36, EARLIER), (37, EARLIER)] {
        let outcome = act().shown("a_b", Datum::No).ask_of(&two(&months(84, 36), &months(84, new)), "r");
        assert_eq!(compared(&outcome), answer, "{new}");
    }
    // Equal maximums: the minimum decides.
    let from = |low: u32| {
        rule(
            "imprisonment-months-max 84",
            &format!("imprisonment-months-min {low}, imprisonment-months-max 36"),
        )
    };
    for (new, answer) in [(5, LATER), (6, EARLIER), (7, EARLIER)] {
        let outcome = act().shown("a_b", Datum::No).ask_of(&two(&from(6), &from(new)), "r");
        assert_eq!(compared(&outcome), answer, "minimum {new}");
    }
}

/// Where the file does not say which range applies: what is so in every range is said, the rest is for a person.
#[test]
fn an_open_range_is_for_a_person_unless_all_point_one_way() {
    let open = |old: &str, new: &str| act().ask_of(&two(old, new), "r");
    assert_eq!(compared(&open(&months(84, 36), &months(84, 24))), PERSON);
    assert_eq!(compared(&open(&months(84, 36), &months(60, 24))), LATER);
    assert_eq!(compared(&open(&months(84, 36), &months(84, 36))), EARLIER);
    let argued = act().with("a_b", disputed(Datum::Yes));
    assert_eq!(compared(&argued.ask_of(&two(&months(84, 36), &months(84, 24)), "r")), PERSON);
    // Whatever applies, the act is punished by both laws.
    assert_eq!(open(&months(84, 36), &months(84, 24)).value, Value::TT);
}

/// Ranges that the two laws give on different conditions are each held against each.
#[test]
fn ranges_of_different_conditions_are_held_against_each_other() {
    let other = months(84, 24).replace("  a_b", "  a_c");
    let book = two(&months(84, 36), &other);
    let ask = |b: Datum, c: Datum| act().shown("a_b", b).shown("a_c", c).ask_of(&book, "r");
    assert_eq!(compared(&ask(Datum::Yes, Datum::No)), LATER);
    assert_eq!(compared(&ask(Datum::No, Datum::Yes)), EARLIER);
    assert_eq!(compared(&act().shown("a_b", Datum::No).ask_of(&book, "r")), PERSON);
}

/// Both ways of answering compare alike, and a law without ranges is compared by its page.
#[test]
fn every_way_of_asking_compares_alike() {
    let bare = "rule r\nlabel 甲 | A\nrequires a_a\n";
    let book = two(bare, &months(84, 24));
    let case = act().with("a_b", claim(Datum::No, Standing::Measured));
    assert_eq!(compared(&case.ask_of(&book, "r")), LATER);
    assert_eq!(book.value(&case.question("r")), case.ask_of(&book, "r").value);
}

/// In the standard book: heavier circumstances compared with heavier ones, ordinary with ordinary ones; the fine of the
/// new law is higher in both, so that an open question does not make a difference.
#[test]
fn the_public_security_law_of_2026_is_milder_in_no_range() {
    let december = || Case::defamation().acts("2025-12-31", "2025-12-31").filed("2026-06-01");
    let judged = |heavier: bool| december().judged("penalty_circumstances_heavier", heavier);
    for case in [december(), judged(true), judged(false)] {
        assert_eq!(compared(&case.ask("psapl-defamation")), EARLIER);
    }
    assert!(words().get("penalty_circumstances_heavier").is_some());
}
