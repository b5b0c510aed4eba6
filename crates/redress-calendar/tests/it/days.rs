//! What kind of day a day is, and what nobody knows.

use crate::CALENDAR;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress_base::Truth;
use redress_calendar::{Calendar, DayKind};

fn kind(day: Date) -> DayKind {
    CALENDAR.day(day).value.unwrap().kind
}

#[test]
fn the_kinds_of_days() {
    use DayKind::{Arranged, MovedWorking, Statutory, Weekend, Working};
    for (day, expected) in [
        (date(2026, 1, 1), Statutory),
        (date(2026, 1, 2), Arranged),
        (date(2026, 1, 3), Weekend),
        (date(2026, 1, 4), MovedWorking), // a Sunday
        (date(2026, 1, 5), Working),
        (date(2026, 1, 10), Weekend),
        // 全国年节及纪念日放假办法 2 as amended, in force 2025-01-01: New Year's Eve and 2 May.
        (date(2025, 1, 28), Statutory),
        (date(2025, 5, 2), Statutory),
        (date(2024, 2, 9), Working), // New Year's Eve before that day
        (date(2024, 5, 2), Arranged),
        // The Spring Festival of 2020 was made longer; 1 February was to be a working day.
        (date(2020, 1, 31), Arranged),
        (date(2020, 2, 1), Weekend),
        (date(2020, 2, 3), Working),
        // The notice of 2019 arranged the last days of 2018, and that of 2023 New Year's Eve of 2022.
        (date(2018, 12, 29), MovedWorking),
        (date(2018, 12, 31), Arranged),
        (date(2022, 12, 31), Weekend),
        (date(2023, 12, 29), Working),
    ] {
        assert_eq!(kind(day), expected, "{day}");
    }
    let day = CALENDAR.day(date(2019, 5, 5)).value.unwrap();
    assert_eq!(day.holiday.unwrap().en.as_ref(), "Labour Day");
}

/// A year without a file is not known: neither its Mondays nor its Sundays, nor what lies behind them.
#[test]
fn a_year_without_a_file_is_not_known() {
    let calendar = &*CALENDAR;
    for day in [date(2027, 3, 1), date(2027, 3, 7), date(2017, 6, 1)] {
        let told = calendar.is_working(day);
        assert_eq!((told.truth(), told.basis.missing.contains(&day.year())), (Truth::U, true));
        assert!(told.basis.used.is_empty());
        assert_eq!(calendar.marks(&told.basis)[0].code, "calendar-year-missing");
    }
    // The next notice may still move the last days of December.
    assert_eq!(calendar.is_working(date(2026, 12, 25)).truth(), Truth::T);
    let late = calendar.is_working(date(2026, 12, 28));
    assert_eq!(late.truth(), Truth::U);
    assert_eq!(late.basis.missing.iter().copied().collect::<Vec<_>>(), [2027]);
    // Counting that runs into it stops there.
    assert_eq!(calendar.working_days_after(date(2026, 12, 24), 1).value, Some(date(2026, 12, 25)));
    let into = calendar.working_days_after(date(2026, 12, 24), 2);
    assert_eq!((into.value, into.basis.missing.len(), into.basis.used.len()), (None, 1, 1));
}

#[test]
fn a_year_that_is_handed_in_is_known_from_then_on() {
    let text = Calendar::standard_files().iter().find(|(name, _)| name.ends_with("2026.toml")).unwrap().1;
    // A file of next year, as a lawyer would begin it.
    let next = r#"
        year = 2027
        [statutory]
        rule = "rule"
        read_from = "made up"
        days_read_from = "made up"
        mark = "O"
        [[notice]]
        title = "made up"
        issued = "2026-11-20"
        read_from = "made up"
        mark = "O"
        [[holiday]]
        zh = "元旦"
        en = "New Year's Day"
        from = "2026-12-31"
        to = "2027-01-02"
        days = 3
        statutory = ["2027-01-01"]
        work = ["2026-12-26"]
    "#;
    let calendar = Calendar::standard().with_file("2027.toml", next).unwrap();
    assert_eq!(calendar.day(date(2026, 12, 26)).value.unwrap().kind, DayKind::MovedWorking);
    assert_eq!(calendar.first_working_from(date(2026, 12, 31)).value, Some(date(2027, 1, 4)));
    assert_eq!(calendar.is_working(date(2027, 3, 1)).truth(), Truth::T);
    assert!(Calendar::standard().with_file("2026.toml", text).is_ok());
}

/// Working days of whole years, as the two Python packages count them too (docs/calendar.md).
#[test]
fn working_days_of_whole_years() {
    let calendar = &*CALENDAR;
    for (year, expected) in [
        (2018, 250),
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
    ] {
        let days = (0..366).map(|n| date(year, 1, 1).checked_add(n.days()).unwrap());
        let working =
            days.filter(|day| day.year() == year && calendar.is_working(*day).value.unwrap()).count();
        assert_eq!(working, expected, "{year}");
    }
}

proptest! {
    #[test]
    fn the_first_working_day_is_one_and_none_lies_before_it(n in 0i32..3200, count in 1u16..40) {
        let calendar = &*CALENDAR;
        let from = date(2018, 1, 1).checked_add(n.days()).unwrap();
        if let Some(first) = calendar.first_working_from(from).value {
            prop_assert_eq!(calendar.is_working(first).value, Some(true));
            let mut day = from;
            while day < first {
                prop_assert_eq!(calendar.is_working(day).value, Some(false));
                day = day.tomorrow().unwrap();
            }
        }
        // The n-th working day is the (n-1)-th's next.
        let nth = calendar.working_days_after(from, count).value;
        let before = calendar.working_days_after(from, count - 1).value;
        if let (Some(nth), Some(before)) = (nth, before) {
            prop_assert_eq!(calendar.working_days_after(before, 1).value, Some(nth));
        }
    }

    #[test]
    fn no_day_panics(year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28, n in any::<u16>()) {
        let calendar = &*CALENDAR;
        let _ = calendar.working_days_after(date(year, month, day), n);
        let _ = calendar.first_working_from(date(year, month, day));
    }
}
