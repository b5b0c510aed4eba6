//! Versions: two clocks, straddling acts, the milder law, reaching back, unknown dates.

use crate::support::{Case, codes, count, day};
use crate::synthetic::{book, compiled, fenced, front, page, plain, ranked};
use redress_base::{Date, Unit, Value};
use redress_facts::Datum;
use redress_law::{Book, End, Family, NodeKind, Outcome};
use std::collections::BTreeSet;

fn article(outcome: &Outcome) -> String {
    outcome.version.as_ref().map(|v| v.article.to_string()).unwrap_or_default()
}

/// 治安管理处罚法: old article 42 to 2025-12-31, new article 50 from 2026-01-01 (in force 2026-01-01). The fine of the new
/// one is higher, so an act of December is judged by the old one whenever it is filed (行政处罚法 37).
#[test]
fn december_and_january_are_judged_by_different_articles() {
    let december = Case::defamation().acts("2025-12-31", "2025-12-31").ask("psapl-defamation");
    assert_eq!((article(&december).as_str(), december.value), ("cn/psapl-2012/42(2)", Value::TT));
    assert!(december.versions.is_empty());
    // The new article is never milder, so the old one stays although it is repealed at filing.
    assert!(codes(&december).contains(&"law-earlier-applies"));
    for filed in ["2025-12-31", "2026-01-01", "2027-06-01"] {
        let case = Case::defamation().acts("2025-12-31", "2025-12-31").filed(filed);
        assert_eq!(article(&case.ask("psapl-defamation")), "cn/psapl-2012/42(2)", "{filed}");
    }
    let january = Case::defamation().acts("2026-01-01", "2026-01-02").ask("psapl-defamation");
    assert_eq!((article(&january).as_str(), january.value), ("cn/psapl-2025/50(1(2))", Value::TT));
    assert!(codes(&january).is_empty(), "{:?}", january.findings);
}

#[test]
fn an_act_that_straddles_new_year_shows_both_laws() {
    let both = Case::defamation().acts("2025-12-30", "2026-01-02").ask("psapl-defamation");
    assert_eq!(both.tree.kind, NodeKind::Versions);
    let articles: Vec<String> = both.versions.iter().map(|v| v.version.article.to_string()).collect();
    assert_eq!(articles, ["cn/psapl-2012/42(2)", "cn/psapl-2025/50(1(2))"]);
    assert_eq!((both.value, both.versions_differ), (Value::TT, false));
    assert!(codes(&both).contains(&"law-act-straddles"));
    assert!(!both.check_first.is_empty());
    // The rule that names it sees both as well.
    assert_eq!(Case::defamation().acts("2025-12-30", "2026-01-02").individual().value("op7"), Value::TT);
    let used = both.readings.iter().find(|used| used.id == "psapl-straddle").expect("the reading");
    assert_eq!((used.chosen.as_deref(), used.matters), (None, false));
}

/// Whether both laws are shown or the law at the end of the act: the reading `psapl-straddle`, and whether it matters.
#[test]
fn a_straddling_act_is_read_both_ways_until_somebody_chooses() {
    let old = "from = 2010-01-01\nend = { repealed = 2026-01-01, by = \"cn/test/2\" }";
    let book = book(&[
        page(&front(old), "rule r", "n_a >= 5"),
        page(&front("from = 2026-01-01\nend = \"open\""), "rule r", "n_a >= 10"),
    ]);
    let act = |n| Case::made_up().acts("2025-12-30", "2026-01-02").shown("n_a", count(n, Unit::Views));
    let both = act(7).ask_of(&book, "r");
    assert_eq!((both.value, both.versions_differ), (Value::FT, true));
    let used = &both.readings[0];
    let under: Vec<(&str, Value)> =
        used.alternatives.iter().map(|one| (one.name.as_str(), one.value)).collect();
    assert_eq!(
        (used.id.as_str(), under, used.matters),
        ("psapl-straddle", vec![("both", Value::FT), ("end", Value::FF)], true)
    );
    assert_eq!(act(7).read_as("psapl-straddle", "both").ask_of(&book, "r").value, Value::FT);
    let end = act(7).read_as("psapl-straddle", "end").ask_of(&book, "r");
    assert_eq!((end.value, end.versions.len()), (Value::FF, 0));
    assert_eq!(end.version.map(|version| version.in_force.from), Some(day("2026-01-01")));
    // Where both laws agree it does not matter.
    let clear = act(10).ask_of(&book, "r");
    assert_eq!((clear.value, clear.readings[0].matters), (Value::TT, false));
    // One day on either side is no straddling.
    let day_of = |text: &str| act(7).acts(text, text).ask_of(&book, "r");
    assert_eq!((day_of("2025-12-31").value, day_of("2026-01-01").value), (Value::FF, Value::FF));
    assert!(day_of("2026-01-01").readings.is_empty());
}

#[test]
fn without_a_date_every_version_may_be_the_one() {
    let mut case = Case::defamation();
    case.act = None;
    let outcome = case.ask("psapl-defamation");
    assert_eq!((outcome.value, outcome.versions.len()), (Value::TT, 2));
    assert!(codes(&outcome).contains(&"law-act-date-missing"));
}

/// What is asked about has happened by the day of filing: a text that begins later does not govern it. The Civil Code is
/// of 2021-01-01, the revised public-security law of 2026-01-01.
#[test]
fn an_act_without_a_date_is_not_governed_by_a_later_law() {
    let undated = |mut case: Case, filed: &str| {
        case.act = None;
        case.filed(filed)
    };
    let reputation = |filed: &str| undated(Case::reputation(), filed).ask("civil-reputation");
    let early = reputation("2020-12-31");
    assert_eq!(
        (early.value, early.tree.kind, early.version.is_none()),
        (Value::UU, NodeKind::NoVersion, true)
    );
    assert_eq!(reputation("2021-01-01").value, Value::TT);
    // Values alone come to the same.
    assert_eq!(undated(Case::reputation(), "2020-12-31").value("civil-reputation"), Value::UU);
    // Of several versions only those that have begun come into question, and one alone needs no warning.
    let old = undated(Case::defamation(), "2025-12-31").ask("psapl-defamation");
    assert_eq!((article(&old).as_str(), old.versions.len()), ("cn/psapl-2012/42(2)", 0));
    assert!(!codes(&old).contains(&"law-act-date-missing"), "{:?}", old.findings);
    assert_eq!(undated(Case::defamation(), "2026-01-01").ask("psapl-defamation").versions.len(), 2);
    // An interpretation says what the law meant before it too.
    assert_eq!(undated(Case::defamation(), "2013-09-09").value("fs2013-21-serious"), Value::TT);
}

/// Joint provision of 2001 on the time effect of interpretations, art 2: they reach back over the life of the law.
#[test]
fn interpretations_reach_back_and_statutes_do_not() {
    let early = Case::defamation().acts("2012-05-01", "2012-05-02");
    let serious = early.ask("fs2013-21-serious");
    assert_eq!(serious.value, Value::TT);
    assert!(codes(&serious).contains(&"law-reaches-back"));
    assert_eq!(early.value("cl246-defamation"), Value::TT);
    // Reaching back, they are read as of the filing; before any was issued, as the first one read the law.
    let filed = Case::defamation().acts("2012-05-01", "2012-05-02").filed("2013-09-09");
    assert_eq!(filed.value("fs2013-21-serious"), Value::TT);
}

/// 法释〔2020〕15号 arts 1-3 and 24 (in force 2021-01-01): what ended before the Civil Code is governed by a law that this
/// book does not hold, unless a person finds otherwise; what went on past that day is governed by the Code.
#[test]
fn the_civil_code_governs_what_went_on_past_its_first_day() {
    for (from, to, value, code) in [
        ("2019-05-01", "2019-05-02", Value::UU, Some("law-civil-time-effect")),
        ("2020-12-31", "2020-12-31", Value::UU, Some("law-civil-time-effect")),
        ("2020-12-01", "2021-01-01", Value::TT, Some("law-civil-continuing")),
        ("2020-12-01", "2021-02-01", Value::TT, Some("law-civil-continuing")),
        ("2021-01-01", "2021-01-01", Value::TT, None),
    ] {
        let outcome = Case::reputation().acts(from, to).ask("civil-reputation");
        assert_eq!(outcome.value, value, "{from} to {to}");
        let noticed: BTreeSet<&str> =
            codes(&outcome).into_iter().filter(|code| code.starts_with("law-civil")).collect();
        assert_eq!(noticed, code.into_iter().collect(), "{from} to {to}");
        assert_eq!(outcome.tree.kind == NodeKind::NoVersion, value == Value::UU, "{from} to {to}");
        assert_eq!(outcome.version.is_none(), value == Value::UU, "{from} to {to}");
        // No mildness in civil law, and no span of two laws.
        assert!(outcome.versions.is_empty() && !outcome.versions_differ, "{from} to {to}");
    }
}

/// Article 246(3) is procedure: the day of the request counts, also for acts before 2015-11-01.
#[test]
fn procedure_follows_the_day_of_filing() {
    let mut case = Case::new()
        .acts("2014-05-01", "2014-05-01")
        .shown("spread_on_network", Datum::Yes)
        .shown("private_suit_filed", Datum::Yes)
        .judged("evidence_difficulty_reason", true);
    assert_eq!(case.value("cl246-police-help"), Value::TT);
    case.filing = day("2015-10-31");
    assert_eq!(case.ask("cl246-police-help").tree.kind, NodeKind::NoVersion);
}

#[test]
fn the_three_ends_are_three_answers() {
    let ends: Vec<&End> = Book::standard().rules().iter().map(|rule| &rule.in_force.end).collect();
    assert!(ends.contains(&&End::Open));
    assert!(ends.iter().any(|end| matches!(end, End::Repealed { by, .. } if by == "cn/psapl-2025/50")));
    let unsure = book(&[page(&front("from = 2020-01-01\nend = \"not-researched\""), "rule r", "a_a")]);
    let outcome = synthetic().ask_of(&unsure, "r");
    assert!(codes(&outcome).contains(&"law-end-not-researched"));
}

fn synthetic() -> Case {
    Case::made_up()
}

const OLD: &str = "from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/1\" }";
const NEW: &str = "from = 2020-01-01\nend = \"open\"";

/// Two versions of a penalty; the act is old, the filing is new.
fn two(old: &str, new: &str, old_test: &str, new_test: &str) -> Book {
    two_of("administrative-statute", old, new, old_test, new_test)
}

fn two_of(rank: &str, old: &str, new: &str, old_test: &str, new_test: &str) -> Book {
    let first = front(&format!("{OLD}\nseverity = {{ {old} }}"));
    let second = front(&format!("{NEW}\nseverity = {{ {new} }}"));
    ranked(&[page(&first, "rule r", old_test), page(&second, "rule r", new_test)], rank)
}

fn judged(book: &Book, truths: &[(&str, Datum)]) -> Outcome {
    let mut case = synthetic().acts("2015-01-01", "2015-01-01");
    for (term, value) in truths {
        case = case.shown(term, value.clone());
    }
    case.ask_of(book, "r")
}

/// Criminal Law 12, 行政处罚法 37: the law of the act, unless the later law is milder or no longer punishes.
#[test]
fn the_milder_law_decides() {
    let from = |outcome: &Outcome| outcome.version.as_ref().map(|v| v.in_force.from);
    let (old, new): (Option<Date>, Option<Date>) = (Some(day("2010-01-01")), Some(day("2020-01-01")));
    let yes = [("a_a", Datum::Yes)];
    let heavier = judged(&two("fine = 500", "fine = 1000", "a_a", "a_a"), &yes);
    assert_eq!((heavier.value, from(&heavier)), (Value::TT, old));
    let milder = judged(&two("fine = 1000", "fine = 500", "a_a", "a_a"), &yes);
    assert_eq!((milder.value, from(&milder)), (Value::TT, new));
    let equal = judged(&two("fine = 500", "fine = 500", "a_a", "a_a"), &yes);
    assert_eq!(from(&equal), old);
    let mixed = judged(&two("fine = 500, days = 10", "fine = 1000, days = 5", "a_a", "a_a"), &yes);
    assert!(codes(&mixed).contains(&"law-milder-needs-a-person"));
    assert_eq!((mixed.value, mixed.versions.len()), (Value::TT, 2));
}

/// 法释〔1997〕12号 arts 1-3: the higher maximum is heavier, then the higher minimum; of equal ones the
/// law of the act. Fines and added penalties are not settled there: where they point the other way, a person decides.
#[test]
fn milder_by_the_interpretation_of_1997() {
    const MAX: &str = "imprisonment-months-max";
    const MIN: &str = "imprisonment-months-min";
    let months = |max: u32, min: u32| format!("{MAX} = {max}, {MIN} = {min}");
    let fined = |max: u32, min: u32, fine: u32| format!("{}, fine-yuan-max = {fine}", months(max, min));
    let (criminal, administrative) = ("criminal-statute", "administrative-statute");
    let (earlier, later, person) =
        ("law-earlier-applies", "law-later-is-milder", "law-milder-needs-a-person");
    for (situation, rank, old, new, code) in [
        ("lower maximum", criminal, months(36, 6), months(24, 6), later),
        ("higher maximum", criminal, months(36, 6), months(60, 6), earlier),
        ("the maximum before the minimum", criminal, months(36, 6), months(24, 12), later),
        ("the maximum before the minimum, the other way", criminal, months(36, 6), months(60, 1), earlier),
        ("equal maximum, lower minimum", criminal, months(36, 12), months(36, 6), later),
        ("equal maximum, higher minimum", criminal, months(36, 6), months(36, 12), earlier),
        ("equal", criminal, months(36, 6), months(36, 6), earlier),
        ("equal, with equal fines", criminal, fined(36, 6, 500), fined(36, 6, 500), earlier),
        ("lower maximum, lower fine", criminal, fined(36, 6, 500), fined(24, 6, 100), later),
        ("lower maximum, but a higher fine", criminal, fined(36, 6, 100), fined(24, 6, 500), person),
        ("lower maximum, and a fine that there was not", criminal, months(36, 6), fined(24, 6, 500), person),
        ("higher maximum, but a lower fine", criminal, fined(36, 6, 500), fined(60, 6, 100), person),
        ("equal maximum and minimum, a lower fine", criminal, fined(36, 6, 500), fined(36, 6, 100), person),
        ("equal maximum and minimum, a higher fine", criminal, fined(36, 6, 100), fined(36, 6, 500), earlier),
        (
            "detention after imprisonment",
            criminal,
            "detention-days-max = 30".into(),
            "detention-days-max = 15".into(),
            later,
        ),
        (
            "only the fine, in administrative law",
            administrative,
            "fine-yuan-max = 1000".into(),
            "fine-yuan-max = 500".into(),
            later,
        ),
    ] {
        let book = two_of(rank, &old, &new, "a_a", "a_a");
        let outcome = judged(&book, &[("a_a", Datum::Yes)]);
        assert_eq!(codes(&outcome), [code], "{situation}");
        assert_eq!(outcome.value, Value::TT, "{situation}");
        let decides = outcome.version.as_ref().map(|version| version.in_force.from);
        match code {
            c if c == earlier => assert_eq!(decides, Some(day("2010-01-01")), "{situation}"),
            c if c == later => assert_eq!(decides, Some(day("2020-01-01")), "{situation}"),
            _ => assert_eq!(outcome.versions.len(), 2, "{situation}: both are shown"),
        }
        // Nothing is lost on the way: what neither law makes out is not made out.
        assert_eq!(judged(&book, &[("a_a", Datum::No)]).value, Value::FF, "{situation}");
    }
}

/// The later law asks for more: what it no longer punishes is not made out, and what is unknown stays unknown.
#[test]
fn a_later_law_that_no_longer_punishes_is_milder() {
    let narrower = two("fine = 500", "fine = 1000", "a_a", "all of\n    a_a\n    a_b");
    let value = |b: &[(&str, Datum)]| judged(&narrower, &[&[("a_a", Datum::Yes)], b].concat()).value;
    assert_eq!(value(&[("a_b", Datum::Yes)]), Value::TT);
    assert_eq!(value(&[("a_b", Datum::No)]), Value::FF);
    assert_eq!(value(&[]), Value::UU);
}

/// Repealed without a successor: whether the act is still punished is for a person to say.
#[test]
fn a_rule_that_is_gone_at_filing_is_not_made_out_and_not_refused() {
    let gone = front("from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/9\" }");
    let gone = book(&[page(&gone, "rule r", "a_a")]);
    let outcome = judged(&gone, &[("a_a", Datum::Yes)]);
    assert_eq!(outcome.value, Value::UU);
    assert!(codes(&outcome).contains(&"law-repealed-at-filing"));
    assert_eq!(outcome.version.map(|v| v.in_force.from), Some(day("2010-01-01")));
    assert_eq!(judged(&gone, &[("a_a", Datum::No)]).value, Value::FF);
}

/// One situation of the joint provision of 2001: whether the later interpretation is milder, the day of the act, the day of
/// filing, what comes out, and why.
type Situation = (&'static str, bool, &'static str, &'static str, Value, Option<&'static str>);

/// Arts 1-3 of the joint provision of 2001 on the time effect of interpretations (in force 2001-12-17). The first
/// interpretation is of 2010, the second of 2020; the milder one asks for 10,000 views, the stricter one for 5,000.
#[rustfmt::skip]
const SITUATIONS: [Situation; 11] = [
    ("art 2: none at the act, the new one is milder", true, "2005-01-01", "2026-04-01", Value::FF, Some("law-reaches-back")),
    ("art 2: none at the act, the new one is stricter", false, "2005-01-01", "2026-04-01", Value::TT, Some("law-reaches-back")),
    ("art 2: filed while the first one was in force", true, "2005-01-01", "2018-01-01", Value::TT, Some("law-reaches-back")),
    ("art 2: filed before either", true, "2005-01-01", "2008-01-01", Value::TT, Some("law-reaches-back")),
    ("art 3: the earlier one, the new one being stricter", false, "2015-01-01", "2026-04-01", Value::FF, Some("law-earlier-applies")),
    ("art 3: the new one, where it favours the accused", true, "2015-01-01", "2026-04-01", Value::FF, Some("law-earlier-applies")),
    ("filed before the second: only the first is asked", true, "2015-01-01", "2018-01-01", Value::TT, None),
    ("art 1: an act under the new one", true, "2021-01-01", "2026-04-01", Value::FF, None),
    ("art 1: the same, stricter", false, "2021-01-01", "2026-04-01", Value::TT, None),
    ("the last day of the first", false, "2019-12-31", "2019-12-31", Value::FF, None),
    ("the first day of the second", false, "2020-01-01", "2020-01-01", Value::TT, None),
];

/// Which of two interpretations reads the number, for an act with 6,000 views.
#[test]
fn interpretations_by_the_time_of_the_act() {
    let number = |old: u64, new: u64| {
        let pages = [
            page(&front(OLD), "rule r", &format!("n_a >= {old}")),
            page(&front(NEW), "rule r", &format!("n_a >= {new}")),
        ];
        ranked(&pages, "interpretation")
    };
    let (milder, stricter) = (number(5000, 10_000), number(10_000, 5000));
    for (situation, mild, act, filed, value, why) in SITUATIONS {
        let case = synthetic().acts(act, act).filed(filed).shown("n_a", count(6000, Unit::Views));
        let outcome = case.ask_of(if mild { &milder } else { &stricter }, "r");
        assert_eq!(outcome.value, value, "{situation}");
        assert_eq!(codes(&outcome), why.into_iter().collect::<Vec<_>>(), "{situation}");
    }
    // Art 4: what is concluded stays; the book asks for the fact and does not reopen anything by itself.
    let concluded = Case::new().shown("criminal_case_concluded", Datum::Yes);
    assert_eq!(concluded.value("gjf2001-5-concluded"), Value::TT);
    assert_eq!(Case::new().value("gjf2001-5-concluded"), Value::UU);
}

/// An exception is milder where it is wider: either law is enough for it, and none takes it away.
#[test]
fn a_wider_exception_of_the_later_law_helps_the_other_side() {
    let shield = |period: &str, requires: &str| page(&front(period), "rule s", requires);
    let old = "from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/1\" }";
    let book = book(&[
        fenced(
            &plain(),
            "rule r\nlabel 规则 | A rule\nrequires a_a\nunless must be excluded check first s\n",
        ),
        shield(old, "all of\n  a_b\n  a_c"),
        shield("from = 2020-01-01\nend = \"open\"", "a_b"),
    ]);
    let facts = |c: bool| {
        let case =
            synthetic().acts("2015-01-01", "2015-01-01").shown("a_a", Datum::Yes).shown("a_b", Datum::Yes);
        case.shown("a_c", c.into())
    };
    assert_eq!(
        (facts(false).ask_of(&book, "r").value, facts(true).ask_of(&book, "r").value),
        (Value::FF, Value::FF)
    );
    let shield = facts(false).ask_of(&book, "s");
    assert_eq!((shield.value, shield.tree.reason.as_str()), (Value::TT, "law-why-either-law"));
    assert_eq!(facts(false).ask_of(&book, "r").check_first[0].value, Value::TT);
}

/// What helps the accused is milder where it is wider, also when it is asked for by itself: grounds of leniency and
/// protected speech apply where either law lets them; a charge is made out only where both make it out.
#[test]
fn what_helps_the_accused_is_milder_where_it_is_wider() {
    for (role, value) in [("leniency", Value::TT), ("protected", Value::TT), ("offence", Value::FF)] {
        let of = |period: &str| front(&format!("{period}\nrole = \"{role}\""));
        let pages = [page(&of(OLD), "rule r", "all of\n  a_a\n  a_b"), page(&of(NEW), "rule r", "a_a")];
        let outcome = judged(&book(&pages), &[("a_a", Datum::Yes), ("a_b", Datum::No)]);
        assert_eq!(outcome.value, value, "{role}");
    }
}

/// 治安管理处罚法 (2025) art 56, in force 2026-01-01: the old law had no such article, and a new penalty does not reach back
/// (行政处罚法 37). 刑法 286-1, 287-1 and 287-2 are new with Amendment IX, and 37-1 is not for acts up to 2015-10-31
/// (法释〔2015〕19号 art 1; all in force 2015-11-01).
#[test]
fn before_a_new_provision_is_not_made_out_and_no_gap() {
    for (rule, first) in [
        ("psapl-personal-information", "2026-01-01"),
        ("psapl-stalking", "2026-01-01"),
        ("psapl-contact-ban", "2026-01-01"),
        ("psapl-student-bullying", "2026-01-01"),
        ("cl286-1-platform-refusal", "2015-11-01"),
        ("cl287-1-unlawful-use", "2015-11-01"),
        ("cl287-2-assistance", "2015-11-01"),
        ("cl37-1-professional-ban", "2015-11-01"),
    ] {
        let eve = day(first).yesterday().unwrap().to_string();
        let before = Case::new().acts("2015-01-01", &eve);
        let outcome = before.ask(rule);
        assert_eq!((outcome.value, outcome.tree.kind), (Value::FF, NodeKind::NoVersion), "{rule}");
        assert_eq!((outcome.presumptive, outcome.enumerated), (Value::FF, Value::FF), "{rule}");
        assert_eq!(outcome.tree.reason, "law-why-no-law-yet", "{rule}");
        assert!(outcome.version.is_none(), "{rule}");
        // Values alone come to the same.
        let fast = |case: &Case| Book::standard().value(&case.question(rule));
        assert_eq!(fast(&before), Value::FF, "{rule}");
        // Of what goes on past that day the part from then counts.
        let across = Case::new().acts(&eve, first);
        let outcome = across.ask(rule);
        assert_ne!(outcome.value, Value::FF, "{rule}");
        assert!(codes(&outcome).contains(&"law-act-began-before"), "{rule}");
        assert_eq!(fast(&across), outcome.value, "{rule}");
        // Without a day it has happened by the filing.
        let undated = |filed: &str| {
            let mut case = Case::new().filed(filed);
            case.act = None;
            (case.ask(rule).value, fast(&case))
        };
        assert_eq!(undated(&eve), (Value::FF, Value::FF), "{rule}");
        assert_ne!(undated(first).0, Value::FF, "{rule}");
    }
    // Nothing is needed for the other side, and nothing brings a "yes".
    let (new, before) = ("psapl-personal-information", Case::new().acts("2025-12-31", "2025-12-31"));
    assert!(before.missing_of(Book::standard(), new, Family::Gap).sets.is_empty());
    let risk = before.missing_of(Book::standard(), new, Family::Risk).sets;
    assert!(matches!(risk.as_slice(), [none] if none.is_empty()), "{risk:?}");
}

/// An older text of 刑法 253-1 (before 2015-11-01) exists and is not in the book: that stays unknown.
#[test]
fn an_older_text_that_the_book_does_not_hold_stays_unknown() {
    for rule in [
        "cl253-1-personal-information",
        "csl-personal-information",
        "psapl-rumours",
        "cl38-restraining-order",
    ] {
        let outcome = Case::new().acts("2005-01-01", "2005-01-02").ask(rule);
        assert_eq!(
            (outcome.value, outcome.tree.reason.as_str()),
            (Value::UU, "law-why-no-version"),
            "{rule}"
        );
    }
}

/// Only the first version of a penal or administrative rule may say it, by the day of the act, and nothing that helps.
#[test]
fn nothing_before_stands_only_where_it_may() {
    let old = "from = 2010-01-01\nend = { repealed = 2026-01-01, by = \"cn/test/2\" }";
    let new = "from = 2026-01-01\nend = \"open\"";
    let codes = |pages: &[String]| -> Vec<String> {
        let misplaced = |code: &String| code == "law-nothing-before-misplaced";
        compiled(pages).1.into_iter().map(|finding| finding.code).filter(misplaced).collect()
    };
    let said = |front: &str, role: &str| page(front, "rule r\nnothing before", &format!("a_a\nrole {role}"));
    assert!(codes(&[said(&front(old), "violation")]).is_empty());
    assert!(codes(&[said(&front(old), "violation"), page(&front(new), "rule r", "a_b")]).is_empty());
    for pages in [
        vec![page(&front(old), "rule r", "a_b"), said(&front(new), "violation")],
        vec![said(&front(old), "leniency")],
        vec![said(&front(old), "protected")],
        vec![said(&front(old).replace("\"act\"", "\"filing\""), "violation")],
        vec![said(&front(old), "violation"), page(&front(old), "rule o", "a_b\nunless must be excluded r")],
    ] {
        assert_eq!(codes(&pages), ["law-nothing-before-misplaced"], "{pages:?}");
    }
}
