//! Versions: two clocks, straddling acts, the milder law, reaching back, unknown dates.

use crate::support::{Case, day};
use crate::synthetic::{book, fenced, front, page, plain};
use redress_base::{Date, Value};
use redress_facts::Datum;
use redress_law::{Book, End, NodeKind, Outcome};

fn codes(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.iter().map(|f| f.code.as_str()).collect()
}

fn article(outcome: &Outcome) -> String {
    outcome.version.as_ref().map(|v| v.article.to_string()).unwrap_or_default()
}

/// 治安管理处罚法: old article 42 to 2025-12-31, new article 50 from 2026-01-01 (in force 2026-01-01).
#[test]
fn december_and_january_are_judged_by_different_articles() {
    let december = Case::defamation().acts("2025-12-31", "2025-12-31").ask("psapl-defamation");
    assert_eq!((article(&december).as_str(), december.value), ("cn/psapl-2012/42(2)", Value::TT));
    assert!(december.versions.is_empty());
    // The new article is never milder, so the old one stays although it is repealed at filing.
    assert!(codes(&december).contains(&"law-earlier-applies"));
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
    assert_eq!(Case::defamation().acts("2025-12-30", "2026-01-02").value("op7"), Value::TT);
}

#[test]
fn without_a_date_every_version_may_be_the_one() {
    let mut case = Case::defamation();
    case.act = None;
    let outcome = case.ask("psapl-defamation");
    assert_eq!((outcome.value, outcome.versions.len()), (Value::TT, 2));
    assert!(codes(&outcome).contains(&"law-act-date-missing"));
}

/// Joint provision of 2001 on the time effect of interpretations, art 2: they reach back over the life of the law.
#[test]
fn interpretations_reach_back_and_statutes_do_not() {
    let early = Case::defamation().acts("2012-05-01", "2012-05-02");
    let serious = early.ask("fs2013-21-serious");
    assert_eq!(serious.value, Value::TT);
    assert!(codes(&serious).contains(&"law-reaches-back"));
    assert_eq!(early.value("cl246-defamation"), Value::TT);
    // The Civil Code is not the law of 2019: unknown, never "no".
    let old = Case::reputation().acts("2019-05-01", "2019-05-02").ask("civil-reputation");
    assert_eq!((old.value, old.tree.kind, old.version.is_none()), (Value::UU, NodeKind::NoVersion, true));
    // An act that began before the Code and went on is answered, with a warning.
    let on = Case::reputation().acts("2020-12-01", "2021-02-01").ask("civil-reputation");
    assert_eq!(on.value, Value::TT);
    assert!(codes(&on).contains(&"law-act-began-before"));
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

/// Two versions of a penalty; the act is old, the filing is new.
fn two(old: &str, new: &str, old_test: &str, new_test: &str) -> Book {
    let first = front(&format!(
        "from = 2010-01-01\nend = {{ repealed = 2020-01-01, by = \"cn/test/1\" }}\nseverity = {{ {old} }}"
    ));
    let second = front(&format!("from = 2020-01-01\nend = \"open\"\nseverity = {{ {new} }}"));
    book(&[page(&first, "rule r", old_test), page(&second, "rule r", new_test)])
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

/// The four situations of the joint provision of 2001 (in force 2001-12-17): before any interpretation, under the earlier
/// one with a stricter or a more lenient later one, and after the later one.
#[test]
fn interpretations_by_the_time_of_the_act() {
    let number = |old: u64, new: u64| {
        let pages = [
            page(
                &front("from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/1\" }"),
                "rule r",
                &format!("n_a >= {old}"),
            ),
            page(&front("from = 2020-01-01\nend = \"open\""), "rule r", &format!("n_a >= {new}")),
        ];
        let mut sources = crate::synthetic::sources(&pages);
        sources[0].1 = sources[0].1.replace("administrative-statute", "interpretation");
        Book::compile_with(&sources, crate::synthetic::vocabulary()).0
    };
    let value = |book: &Book, act: &str| {
        let views = crate::support::count(6000, redress_base::Unit::Views);
        synthetic().acts(act, act).shown("n_a", views).ask_of(book, "r").value
    };
    let (lenient, strict) = (number(5000, 10_000), number(10_000, 5000));
    assert_eq!((value(&lenient, "2005-01-01"), value(&strict, "2005-01-01")), (Value::FF, Value::TT));
    assert_eq!((value(&lenient, "2015-01-01"), value(&strict, "2015-01-01")), (Value::FF, Value::FF));
    assert_eq!((value(&lenient, "2021-01-01"), value(&strict, "2021-01-01")), (Value::FF, Value::TT));
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
