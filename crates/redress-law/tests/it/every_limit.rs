//! The table of all limits in docs/calendar.md: complete, true to the book, and each ending on the day that its length gives
//! when it is counted by hand.

use crate::support::{claim, day, words};
use jiff::{Span, ToSpan as _};
use redress_base::{Date, Value};
use redress_facts::{Datum, Scope, Sheet, Standing, TermScope};
use redress_law::{Book, Confidence, Doubt, Facts, Stand};
use std::collections::{BTreeMap, BTreeSet};

const PAGE: &str = include_str!("../../../../docs/calendar.md");

/// One row: article, name, length, whom it binds, mark, the tests besides.
struct Row {
    article: &'static str,
    name: &'static str,
    length: &'static str,
    who: &'static str,
    mark: &'static str,
    besides: Vec<&'static str>,
}

fn cells(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, part) = PAGE.split_once(heading).expect("the section is there");
    let lines = part.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect())
        .collect()
}

fn rows() -> Vec<Row> {
    let row = |cells: Vec<&'static str>| Row {
        article: cells[1],
        name: cells[2],
        length: cells[3],
        who: cells[4],
        mark: cells[5],
        besides: cells[6]
            .split(" · ")
            .map(|name| name.trim_matches('`'))
            .filter(|name| *name != "-")
            .collect(),
    };
    cells("## Every limit").into_iter().map(row).collect()
}

/// The length as one counts it on a calendar. The strict day counts every day as a working day, and hours by whole days.
fn counted(length: &str) -> Span {
    let (number, unit) = length.split_once(' ').expect("a number and a unit");
    let number: i64 = number.parse().expect("a number");
    match unit {
        "days" | "working-days" => number.days(),
        "hours" => (number / 24).days(),
        "months" => number.months(),
        "years" => number.years(),
        other => panic!("{other}"),
    }
}

/// What the book says of a limit: whom it binds, from which facts, by which it is kept, its proof, its pages.
struct Told {
    who: String,
    from: Vec<String>,
    kept: Option<String>,
    proof: Option<String>,
    pages: BTreeSet<String>,
}

fn book() -> BTreeMap<String, Told> {
    let mut found: BTreeMap<String, Told> = BTreeMap::new();
    let mut add = |id: &str, page: &str, told: Told| {
        found.entry(id.to_owned()).or_insert(told).pages.insert(page.to_owned());
    };
    for page in &Book::standard().ir().provisions {
        let article =
            format!("{}/{}", page.article.instrument.trim_start_matches("cn/"), page.article.article);
        for one in &page.deadlines {
            let (from, kept) = (one.from.clone(), one.kept_by.first().cloned());
            let who = one.who.word().to_owned();
            add(&one.id, &article, Told { who, from, kept, proof: None, pages: BTreeSet::new() });
        }
        for one in page.duties.iter().filter(|one| one.length.is_some()) {
            let (from, kept) = (one.from.iter().cloned().collect(), one.done.clone());
            let who = one.who.word().to_owned();
            add(
                &one.id,
                &article,
                Told { who, from, kept, proof: one.proof.clone(), pages: BTreeSet::new() },
            );
        }
    }
    found
}

/// What the fact is about: the case, or one statement of it.
fn scope(term: &str) -> Scope {
    match words().get(term).map(|term| term.scope) {
        Some(TermScope::Statement) => Scope::Statement("st-1".to_owned()),
        _ => Scope::Case,
    }
}

/// The last day, where it stands, and the marks of a limit, with these days and proofs.
fn stands(
    name: &str,
    told: &Told,
    from: Date,
    kept: Option<Date>,
    today: Date,
) -> (Option<Date>, Stand, String) {
    let mut sheet = Sheet::new();
    let mut days: Vec<(&str, Date)> = told.from.iter().map(|term| (term.as_str(), from)).collect();
    days.extend(told.kept.as_deref().zip(kept));
    for (term, day) in days {
        sheet.add(scope(term), term, claim(Datum::Date(day), Standing::Official));
    }
    for term in told.proof.iter().filter(|_| kept.is_some()) {
        sheet.add(scope(term), term, claim(Datum::Yes, Standing::Official));
    }
    let rule = |_: &str| Value::TT;
    let facts = Facts { sheet: &sheet, vocabulary: words(), scope: scope(&told.from[0]), today, rule: &rule };
    let limit = Book::standard().deadlines(&facts).into_iter().find(|one| one.id == name);
    let limit = limit.map(|one| (one.due, one.standing, one.confidence, one.unverified));
    let duty = Book::standard().duties(&facts).into_iter().find(|one| one.id == name);
    let duty = duty.map(|one| (one.due, one.standing, one.confidence, one.unverified));
    let (due, standing, confidence, doubts) = limit.or(duty).unwrap_or_else(|| panic!("{name} does not run"));
    let mut marks: Vec<&str> = confidence.iter().filter(|one| **one == Confidence::O).map(|_| "O").collect();
    marks.extend(doubts.iter().map(|doubt| match doubt {
        Doubt::From => "first day O",
        Doubt::End => "end O",
        Doubt::Number => "number O",
    }));
    (due, standing, if marks.is_empty() { "-".to_owned() } else { marks.join(", ") })
}

#[test]
fn the_table_is_complete_and_says_what_the_book_says() {
    let (rows, book) = (rows(), book());
    let named: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let known: BTreeSet<&str> = book.keys().map(String::as_str).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), known);
    assert!(named.len() == known.len() && named.len() > 100, "a limit stands twice");
    for row in &rows {
        let told = &book[row.name];
        assert!(told.pages.contains(row.article), "{}: {:?}", row.name, told.pages);
        assert_eq!(row.who, told.who, "{}", row.name);
    }
}

/// Each of the limits on the days of its article, from a 30 January: its months end on other days.
#[test]
fn every_limit_ends_on_its_day() {
    let book = book();
    for row in rows() {
        let told = &book[row.name];
        // Two laws ended with 2025.
        let ended = ["psapl-2012/", "csl-2017/"].iter().any(|law| row.article.starts_with(law));
        let from = day(if ended { "2025-01-30" } else { "2026-01-30" });
        let last = from.checked_add(counted(row.length)).expect("a day");
        let next = last.tomorrow().expect("a day");
        let stood = |kept: Option<Date>, today: Date| stands(row.name, told, from, kept, today);
        let (due, standing, mark) = stood(None, last);
        assert_eq!((due, standing), (Some(last), Stand::Running), "{}", row.name);
        assert_eq!(mark, row.mark, "{}: the mark of the table", row.name);
        assert_eq!(stood(None, next).1, Stand::Passed, "{}", row.name);
        if told.kept.is_some() {
            assert_eq!(stood(Some(last), next).1, Stand::Kept, "{}", row.name);
            assert_eq!(stood(Some(next), next).1, Stand::Late, "{}", row.name);
        }
    }
}

/// The tests that the table names are there.
#[test]
fn the_tests_of_the_table_are_there() {
    let sources =
        [include_str!("limits.rs"), include_str!("../../../redress-remedies/tests/it/duties.rs")].concat();
    for row in rows() {
        for test in row.besides {
            assert!(sources.contains(&format!("fn {test}()")), "{}: {test}", row.name);
        }
    }
}

/// The rules that ask for days are in the book, on the page that the table names.
#[test]
fn the_rules_of_the_table_are_in_the_book() {
    let rows = cells("### Days that rules ask for");
    assert!(rows.len() > 12);
    for row in rows {
        let (article, rule) = (format!("cn/{}", row[1]), row[2]);
        let page = Book::standard().ir().provisions.iter().find(|page| {
            let own = format!("{}/{}", page.article.instrument, page.article.article);
            own == article && page.rules.iter().any(|one| one == rule)
        });
        assert!(page.is_some(), "{article} {rule}");
    }
}
