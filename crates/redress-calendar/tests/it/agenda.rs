//! The agenda: where a date stands, what comes first, what is near.

use crate::CALENDAR;
use jiff::civil::{Date, date};
use redress_base::Article;
use redress_calendar::{Item, Kind, State, Term, Unextended, sort, state, within};
use redress_law::period::{Length, Period, Regime};
use redress_law::{Body, Label};

pub(crate) fn item(uid: &str, kind: Kind, who: Body, day: Option<Date>, state: State) -> Item {
    Item {
        uid: uid.to_owned(),
        names: Vec::new(),
        title: Label::new("期限", "Time limit"),
        cover: "Case 7".to_owned(),
        kind,
        who,
        day,
        at: None,
        extended: None,
        unextended: Some(Unextended::NoRule),
        state,
        tentative: false,
        cites: vec![Article::new("cn/criminal-procedure-law", "230")],
        marks: Vec::new(),
    }
}

#[test]
fn where_a_date_stands() {
    let (day, extended) = (date(2026, 10, 4), Some(date(2026, 10, 8)));
    let on = |today, kept| state(Some(day), extended, None, kept, today);
    assert_eq!(on(date(2026, 10, 3), None), State::Upcoming);
    assert_eq!(on(day, None), State::DueToday);
    assert_eq!(on(date(2026, 10, 5), None), State::StrictOver);
    assert_eq!(on(date(2026, 10, 8), None), State::StrictOver);
    assert_eq!(on(date(2026, 10, 9), None), State::Missed);
    assert_eq!(on(date(2026, 12, 1), Some(date(2026, 10, 8))), State::Kept);
    assert_eq!(on(date(2026, 12, 1), Some(date(2026, 10, 9))), State::Late);
    let missing = Unextended::YearsMissing(vec![2027]);
    let unknown = |kept| state(Some(date(2027, 1, 30)), None, Some(&missing), kept, date(2027, 3, 1));
    assert_eq!(unknown(None), State::StrictOver, "nobody knows that the extended day is over");
    assert_eq!(unknown(Some(date(2027, 2, 1))), State::Unknown);
    assert_eq!(unknown(Some(date(2027, 1, 30))), State::Kept);
    assert_eq!(state(None, None, None, None, day), State::Unknown);
    assert_eq!(state(None, None, None, Some(day), day), State::Kept);
}

/// 指导意见 17 (2023-09-20): overdue notices that an authority owes stand on top.
#[test]
fn overdue_notices_come_first_then_what_is_missed_then_by_day() {
    use Body::{Court, Person, Police};
    let mut items = vec![
        item("later", Kind::Deadline, Person, Some(date(2026, 12, 1)), State::Upcoming),
        item("no-day", Kind::Notice, Police, None, State::Unknown),
        item("missed", Kind::Deadline, Person, Some(date(2026, 11, 1)), State::Missed),
        item("sooner-a", Kind::Deadline, Person, Some(date(2026, 11, 25)), State::Upcoming),
        item("sooner-b", Kind::Hearing, Court, Some(date(2026, 11, 25)), State::Upcoming),
        item("owed", Kind::Notice, Police, Some(date(2026, 11, 20)), State::NothingOnFile),
        item("strict-over", Kind::Deadline, Person, Some(date(2026, 11, 21)), State::StrictOver),
        item("kept", Kind::Duty, Court, Some(date(2026, 10, 1)), State::Kept),
    ];
    sort(&mut items);
    let order: Vec<&str> = items.iter().map(|item| item.uid.as_str()).collect();
    assert_eq!(order, ["owed", "missed", "strict-over", "kept", "sooner-a", "sooner-b", "later", "no-day"]);
    let near = within(&items, date(2026, 11, 22), 3);
    let near: Vec<&str> = near.iter().map(|item| item.uid.as_str()).collect();
    assert_eq!(near, ["owed", "missed", "strict-over", "sooner-a", "sooner-b"]);
}

#[test]
fn an_item_takes_over_what_was_computed() {
    let calendar = &*CALENDAR;
    let term = Term::new(Period::new(Length::Days(10), Regime::CriminalProcedure), date(2026, 9, 24));
    let end = term.end(calendar).unwrap();
    let made =
        item("a", Kind::Deadline, Body::Person, None, State::Unknown).ending(&end, None, date(2026, 10, 5));
    assert_eq!((made.day, made.extended, made.unextended.clone()), (Some(end.strict), end.extended, None));
    assert_eq!(made.state, State::StrictOver);
    assert!(made.marks.iter().any(|mark| mark.code == "calendar-source"));
    let text = serde_json::to_string(&made).unwrap();
    assert_eq!(serde_json::from_str::<Item>(&text).unwrap(), made);
    let text = serde_json::to_string(&end).unwrap();
    assert_eq!(serde_json::from_str::<redress_calendar::End>(&text).unwrap(), end);
}
