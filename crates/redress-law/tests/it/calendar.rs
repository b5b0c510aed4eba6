//! Windows, ages and dates between dates, at the edges of the calendar.

use crate::support::{Case, day};
use crate::synthetic::{book, page, plain};
use proptest::prelude::*;
use redress_base::{Date, Value};
use redress_facts::Datum;
use redress_law::{Book, NodeKind};

fn rule(requires: &str) -> Book {
    book(&[page(&plain(), "rule r", requires)])
}

fn value(book: &Book, dates: &[(&str, &str)], act: (&str, &str)) -> Value {
    let with = |case: Case, (term, text): &(&str, &str)| case.shown(term, Datum::Date(day(text)));
    dates.iter().fold(Case::made_up().acts(act.0, act.1), with).ask_of(book, "r").value
}

/// A window ends on the corresponding day, or on the last day of a month that lacks it; both ends are inside (刑法 99).
#[test]
fn windows_before_the_act_at_the_edges_of_months() {
    let (inside, outside, open) = (Value::TT, Value::FF, Value::UU);
    for (window, date, act, expected) in [
        ("2 years", "2024-03-01", ("2026-03-01", "2026-03-01"), inside),
        ("2 years", "2024-02-29", ("2026-02-28", "2026-02-28"), inside),
        ("2 years", "2024-02-29", ("2026-03-01", "2026-03-01"), outside),
        ("4 years", "2024-02-29", ("2028-02-29", "2028-02-29"), inside),
        ("1 years", "2023-02-28", ("2024-02-28", "2024-02-28"), inside),
        ("1 years", "2023-02-28", ("2024-02-29", "2024-02-29"), outside),
        ("1 months", "2026-01-31", ("2026-02-28", "2026-02-28"), inside),
        ("1 months", "2026-01-31", ("2026-03-01", "2026-03-01"), outside),
        ("1 months", "2024-01-31", ("2024-02-29", "2024-02-29"), inside),
        ("1 months", "2026-02-28", ("2026-03-28", "2026-03-28"), inside),
        ("1 months", "2026-02-28", ("2026-03-29", "2026-03-29"), outside),
        ("6 months", "2026-08-31", ("2027-02-28", "2027-02-28"), inside),
        ("6 months", "2026-08-31", ("2027-03-01", "2027-03-01"), outside),
        ("60 days", "2026-01-01", ("2026-03-02", "2026-03-02"), inside),
        ("60 days", "2026-01-01", ("2026-03-03", "2026-03-03"), outside),
        ("60 days", "2024-01-01", ("2024-03-01", "2024-03-01"), inside),
        // The day of the act itself is inside; the day after it is not "before".
        ("2 years", "2026-03-01", ("2026-03-01", "2026-03-01"), inside),
        ("2 years", "2026-03-02", ("2026-03-01", "2026-03-01"), outside),
        // An act of several days: some day inside is enough; a window that only spans the days between leaves it open.
        ("1 months", "2026-01-15", ("2026-02-10", "2026-03-10"), inside),
        ("1 months", "2026-01-15", ("2026-01-01", "2026-02-15"), inside),
        ("1 days", "2026-01-15", ("2026-01-10", "2026-01-20"), open),
        ("1 days", "2026-01-15", ("2026-01-17", "2026-01-20"), outside),
    ] {
        let book = rule(&format!("d_a within {window} before act"));
        assert_eq!(value(&book, &[("d_a", date)], act), expected, "{date}, {window}, act {act:?}");
    }
}

/// Before the filing: the other clock.
#[test]
fn windows_before_the_filing() {
    let book = rule("d_a within 60 days before filing");
    let filed = |filing: &str| {
        Case::made_up().filed(filing).shown("d_a", Datum::Date(day("2026-01-01"))).ask_of(&book, "r")
    };
    assert_eq!((filed("2026-03-02").value, filed("2026-03-03").value), (Value::TT, Value::FF));
    assert_eq!(filed("2026-01-01").value, Value::TT);
    assert_eq!(filed("2025-12-31").value, Value::FF);
}

/// A day after another day: not before it, both ends inside; while the other day is unknown, open.
#[test]
fn windows_after_another_day() {
    let book = rule("d_a within 6 months after d_b");
    let at = |a: &str, b: &str| value(&book, &[("d_a", a), ("d_b", b)], ("2026-03-01", "2026-03-01"));
    for (reported, ended, expected) in [
        ("2026-01-15", "2026-01-15", Value::TT),
        ("2026-01-14", "2026-01-15", Value::FF),
        ("2026-07-15", "2026-01-15", Value::TT),
        ("2026-07-16", "2026-01-15", Value::FF),
        ("2027-02-28", "2026-08-31", Value::TT),
        ("2027-03-01", "2026-08-31", Value::FF),
        ("2028-02-29", "2027-08-31", Value::TT),
    ] {
        assert_eq!(at(reported, ended), expected, "{reported} after {ended}");
    }
    assert_eq!(value(&book, &[("d_a", "2026-01-15")], ("2026-03-01", "2026-03-01")), Value::UU);
    assert_eq!(value(&book, &[("d_b", "2026-01-15")], ("2026-03-01", "2026-03-01")), Value::UU);
    let node = Case::made_up()
        .shown("d_a", Datum::Date(day("2026-01-15")))
        .ask_of(&book, "r")
        .tree
        .children
        .remove(0);
    assert_eq!((node.kind, node.reason.as_str()), (NodeKind::Date, "law-why-other-date-missing"));
    assert_eq!(node.facts.len(), 2);
    // Two days on file for the other: it matters only if the answers differ.
    let two = |first: &str, second: &str| {
        let case = Case::made_up().shown("d_a", Datum::Date(day("2026-07-15")));
        let case = case.shown("d_b", Datum::Date(day(first))).shown("d_b", Datum::Date(day(second)));
        case.ask_of(&book, "r").tree.children.remove(0)
    };
    assert_eq!(two("2026-01-15", "2026-02-01").value, Value::TT);
    let differ = two("2026-01-14", "2026-02-01");
    assert_eq!((differ.value, differ.reason.as_str()), (Value::FT, "law-why-sources-contradict"));
}

#[test]
fn a_day_that_is_not_before_another() {
    let book = rule("d_a not before d_b");
    let at = |a: &str, b: &str| value(&book, &[("d_a", a), ("d_b", b)], ("2026-03-01", "2026-03-01"));
    assert_eq!(at("2026-01-15", "2026-01-15"), Value::TT);
    assert_eq!(at("2026-01-14", "2026-01-15"), Value::FF);
    assert_eq!(at("2026-01-16", "2026-01-15"), Value::TT);
    assert_eq!(value(&book, &[("d_a", "2026-01-15")], ("2026-03-01", "2026-03-01")), Value::UU);
}

/// 法释〔2006〕1号 art 2 (in force 2006-01-23): an age is full from the day after the birthday.
#[test]
fn an_age_is_full_on_the_day_after_the_birthday() {
    let book = rule("d_a aged 16 at act");
    let born = |birth: &str, from: &str, to: &str| value(&book, &[("d_a", birth)], (from, to));
    for (birth, from, to, expected) in [
        ("2010-03-05", "2026-03-04", "2026-03-04", Value::FF),
        ("2010-03-05", "2026-03-05", "2026-03-05", Value::FF),
        ("2010-03-05", "2026-03-06", "2026-03-06", Value::TT),
        // An act that goes on over the day is of both ages: a person says from when it counts.
        ("2010-03-05", "2026-03-05", "2026-03-06", Value::UU),
        ("2010-03-05", "2026-03-06", "2026-04-01", Value::TT),
        ("2010-03-05", "2026-02-01", "2026-03-05", Value::FF),
        // Born on a leap day, sixteen in a leap year and in a common one.
        ("2008-02-29", "2024-02-29", "2024-02-29", Value::FF),
        ("2008-02-29", "2024-03-01", "2024-03-01", Value::TT),
        ("2009-12-31", "2025-12-31", "2025-12-31", Value::FF),
        ("2009-12-31", "2026-01-01", "2026-01-01", Value::TT),
    ] {
        assert_eq!(born(birth, from, to), expected, "born {birth}, act {from} to {to}");
    }
    let book = rule("d_a aged 18 at act");
    let leap = |act: &str| value(&book, &[("d_a", "2008-02-29")], (act, act));
    assert_eq!((leap("2026-02-28"), leap("2026-03-01")), (Value::FF, Value::TT));
    let mut undated = Case::made_up().shown("d_a", Datum::Date(day("2000-01-01")));
    undated.act = None;
    let node = undated.ask_of(&book, "r").tree.children.remove(0);
    assert_eq!((node.value, node.reason.as_str()), (Value::UU, "law-why-act-date-missing"));
}

/// The day that many months later, counted by hand: the same day of the month, or the month's last.
fn months_later(from: Date, months: i16) -> Date {
    let all = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + i32::from(months);
    let year = i16::try_from(all / 12).expect("a year");
    let month = i8::try_from(all % 12 + 1).expect("a month");
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    jiff::civil::date(year, month, from.day().min(last))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The window of months, against counting by hand: its last day is inside, the next is not.
    #[test]
    fn windows_of_months_end_where_counting_by_hand_says(
        year in 2012i16..2060, month in 1i8..=12, of_month in 1i8..=31, months in 1i16..30, years in any::<bool>(),
    ) {
        let Ok(from) = Date::new(year, month, of_month) else { return Ok(()) };
        let (window, months) = if years { (format!("{months} years"), months * 12) } else { (format!("{months} months"), months) };
        let book = rule(&format!("d_a within {window} before act"));
        let last = months_later(from, months);
        let on = |act: Date| {
            let case = Case { act: Some((act, act)), ..Case::made_up() };
            case.shown("d_a", Datum::Date(from)).ask_of(&book, "r").value
        };
        prop_assert_eq!(on(last), Value::TT, "{} {}", from, window);
        prop_assert_eq!(on(last.tomorrow().expect("a day")), Value::FF, "{} {}", from, window);
        prop_assert_eq!(on(from), Value::TT);
        prop_assert_eq!(on(from.yesterday().expect("a day")), Value::FF);
    }
}
