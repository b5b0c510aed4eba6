//! That nothing of a published case is left out: every day of its path, every statement known on it, every route; and
//! that a published case is a file of facts like any other.

use redress_base::Date;
use redress_facts::{Scope, Vocabulary};
use redress_inquiry::{Expectation, File, Inquirer, PublishedCase, read};
use redress_law::Book;
use redress_remedies::RouteId;
use std::collections::{BTreeMap, BTreeSet};

/// The elements that are asked of every statement on every day: Article 10, the two offences with what is peculiar to
/// each, the two violations, the gate of public prosecution, reputation.
const CENTRAL: [&str; 11] = [
    "op10-report-shield",
    "op10-criticism-shield",
    "fs2013-21-fabrication",
    "fs2013-21-serious",
    "cl246-defamation",
    "cl246-insult",
    "psapl-defamation",
    "psapl-insult",
    "op12-public-order",
    "cl246-public-procedure",
    "civil-reputation",
];

fn cases() -> Vec<PublishedCase> {
    let read = |(name, text): &(&str, &str)| {
        PublishedCase::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    PublishedCase::standard_files().iter().map(read).collect()
}

fn days_of_the_path(case: &PublishedCase) -> BTreeSet<Date> {
    case.event.iter().map(|event| event.date.to_string().parse().unwrap()).collect()
}

/// The statements of which something is known on that day.
fn known(case: &PublishedCase, at: Date) -> BTreeSet<String> {
    case.file(at).facts.into_iter().filter_map(|line| line.subject).filter(|one| one != "case").collect()
}

/// What a case leaves out, in words that name case, day and statement.
fn gaps(case: &PublishedCase) -> Vec<String> {
    let all = case.expectations();
    let on = |at: Date| all.iter().filter(move |one| one.day() == Some(at));
    let mut gaps = Vec::new();
    for at in days_of_the_path(case) {
        let place = format!("{} at {at}", case.id);
        if !on(at).any(|one| one.rule.is_some()) {
            gaps.push(format!("{place}: no element"));
        }
        for route in RouteId::ALL.map(RouteId::word) {
            if !on(at).any(|one| one.route.as_deref() == Some(route)) {
                gaps.push(format!("{place}: no {route}"));
            }
        }
        for statement in known(case, at) {
            let of = |one: &&Expectation| one.subject.as_deref() == Some(statement.as_str());
            for rule in CENTRAL {
                if !on(at).filter(of).any(|one| one.rule.as_deref() == Some(rule)) {
                    gaps.push(format!("{place}: {statement}: no {rule}"));
                }
            }
        }
    }
    for statement in &case.statement {
        let asked = |one: &Expectation| one.rule.is_some() && one.subject.as_deref() == Some(&*statement.id);
        if !all.iter().any(asked) {
            gaps.push(format!("{}: {}: no element on any day", case.id, statement.id));
        }
    }
    gaps
}

/// Twice the same question on one day would let one answer hide the other.
fn repeated(case: &PublishedCase) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut repeated = Vec::new();
    for stage in &case.stage {
        for one in stage.expectations() {
            let what = format!("{:?} {:?} {:?} {:?}", one.subject, one.rule, one.route, one.deadline);
            if !seen.insert((stage.date.to_string(), what.clone())) {
                repeated.push(format!("{} at {}: {what} twice", case.id, stage.date));
            }
        }
    }
    repeated
}

#[test]
fn every_day_of_every_path_is_expected_in_full() {
    let gaps: Vec<String> = cases().iter().flat_map(gaps).collect();
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
    let repeated: Vec<String> = cases().iter().flat_map(repeated).collect();
    assert!(repeated.is_empty(), "{}", repeated.join("\n"));
}

/// The test above can fail, and says where.
#[test]
fn a_day_or_a_statement_left_out_is_named() {
    let mut case = cases().into_iter().find(|case| case.id == "C02").unwrap();
    case.expect.clear();
    case.stage.retain(|stage| stage.date.to_string() != "2020-08-13");
    let first = case.stage.iter_mut().find(|stage| stage.date.to_string() == "2020-08-05").unwrap();
    first.elements.remove("st-2");
    first.routes.get_mut("closed").unwrap().clear();
    let gaps = gaps(&case);
    for named in [
        "C02 at 2020-08-05: no injunction",
        "C02 at 2020-08-05: st-2: no cl246-insult",
        "C02 at 2020-08-13: no element",
        "C02 at 2020-08-13: no private-prosecution",
        "C02 at 2020-08-13: st-1: no op10-report-shield",
    ] {
        assert!(gaps.iter().any(|gap| gap == named), "{named}: {gaps:?}");
    }
}

/// A disagreement that is written down says why the expectation stands.
#[test]
fn a_known_disagreement_has_a_reason() {
    for case in cases() {
        for one in case.expectations().iter().filter(|one| one.found.is_some()) {
            assert!(one.why.is_some(), "{} at {}: {one:?}", case.id, one.date);
        }
    }
}

/// Only a day is an end of a span.
#[test]
fn only_days_have_two_ends() {
    for case in cases() {
        for fact in case.fact.iter().filter(|fact| fact.bound.is_some()) {
            let day = fact.value.as_ref().and_then(|value| value.as_str()).map(str::parse::<Date>);
            assert!(day.is_some_and(|day| day.is_ok()), "{}: {}", case.id, fact.fact);
        }
    }
}

/// Time limits of both kinds, those of a person and those of a body, in every way in which they can stand on these paths.
#[test]
fn many_cases_expect_time_limits() {
    let mut with = BTreeSet::new();
    let (mut standings, mut limits) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        for one in case.stage.iter().flat_map(|stage| &stage.deadline) {
            with.insert(case.id.clone());
            standings.insert(one.standing);
            limits.insert(one.id.clone());
        }
    }
    assert!(
        with.len() == 15 && standings.len() >= 6 && limits.len() >= 12,
        "{with:?} {standings:?} {limits:?}"
    );
}

/// Several sourced values of one fact are kept on the way through a line of JSON: the reader gives the same sheet.
#[test]
fn every_published_case_is_a_line_that_can_be_read() {
    let (book, words) = (Book::standard(), Vocabulary::standard());
    let same = |place: &str, file: &File| {
        let line = serde_json::to_string(file).unwrap();
        let (again, sheet) = read(&line, 1, book, &words).unwrap_or_else(|no| panic!("{place}: {no:?}"));
        assert_eq!(&again, file, "{place}");
        assert_eq!(sheet, file.sheet(&words).unwrap(), "{place}");
    };
    for case in cases() {
        let last = case.last_day().unwrap();
        for at in days_of_the_path(&case).into_iter().chain([last]) {
            same(&format!("{} at {at}", case.id), &case.file(at));
        }
        for twin in &case.twin {
            same(&format!("{}: {}", case.id, twin.en), &twin.file(&case).unwrap());
        }
    }
}

/// Both ends of a month stay on file, and so do "more than 30,000" and 35,000.
#[test]
fn values_of_one_source_that_can_both_be_so_are_both_kept() {
    let of = |id: &str, term: &str| {
        let case = cases().into_iter().find(|case| case.id == id).unwrap();
        let file = case.file(case.last_day().unwrap());
        let lines = file.facts.into_iter().filter(|line| line.fact == term);
        lines.filter(|line| line.subject.as_deref() == Some("st-1")).count()
    };
    for (id, term) in
        [("C41", "act_date"), ("C47", "act_date"), ("C57", "act_end_date"), ("C50", "view_count")]
    {
        assert_eq!(of(id, term), 2, "{id} {term}");
    }
}

/// The routes are worked out from the own steps of the rules; they are those that the whole trees give.
#[test]
fn the_routes_are_those_that_the_whole_trees_give() {
    let (book, words) = (Book::standard(), Vocabulary::standard());
    let inquirer = Inquirer::new(book, &words);
    for case in cases() {
        for at in days_of_the_path(&case).into_iter().chain(case.last_day()) {
            let file = case.file(at);
            let sheet = file.sheet(&words).unwrap();
            let answers = inquirer.answer(&file, &sheet, false).unwrap();
            let asked = answers.elements.iter().filter(|one| redress_remedies::asks(&one.rule));
            let outcomes: BTreeMap<_, _> = asked
                .map(|one| {
                    let whole = inquirer.outcome(&file, &sheet, &one.rule, &one.subject).unwrap();
                    ((one.subject.clone(), one.rule.clone()), whole)
                })
                .collect();
            let statements: Vec<Scope> =
                sheet.scopes().filter(|scope| **scope != Scope::Case).cloned().collect();
            let routes = redress_remedies::routes(&redress_remedies::Input {
                sheet: &sheet,
                outcomes: &outcomes,
                steps: &redress_remedies::Steps::default(),
                statements: &statements,
                today: at,
                vocabulary: &words,
            });
            assert_eq!(answers.routes, routes, "{} at {at}", case.id);
        }
    }
}

/// A twin on either side of a change of law says which law decides.
#[test]
fn twins_about_a_change_of_law_name_the_article() {
    let mut named = BTreeSet::new();
    for case in cases() {
        for twin in case.twin.iter().filter(|twin| {
            twin.en.contains("Act of 1 January 20") || twin.en.contains("Act of 31 December 20")
        }) {
            let names = twin.expect.article.is_some();
            // The words of a defence changed under the same law are no change of law.
            assert!(names || !twin.set.is_empty(), "{}: {}", case.id, twin.en);
            named.extend(twin.expect.article.clone());
        }
    }
    assert!(named.len() >= 6, "{named:?}");
}
