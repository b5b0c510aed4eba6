//! The files of the years: read, consistent, and refused with one clear message where they are not.

use crate::CALENDAR;
use jiff::civil::{Date, date};
use redress_calendar::{Calendar, DayKind, read_year};
use redress_law::Confidence;
use std::collections::BTreeSet;

fn refused(text: &str) -> String {
    read_year("calendar/cn/2026.toml", text).unwrap_err().finding.code
}

fn of(year: i16) -> String {
    let name = format!("calendar/cn/{year}.toml");
    Calendar::standard_files().iter().find(|(file, _)| *file == name).unwrap().1.to_owned()
}

#[test]
fn every_embedded_file_is_read_and_is_the_year_of_its_name() {
    let calendar = &*CALENDAR;
    let years: Vec<i16> = calendar.years().map(|year| year.year).collect();
    assert_eq!(years, (2018..=2026).collect::<Vec<i16>>());
    for (name, text) in Calendar::standard_files() {
        let year = read_year(name, text).unwrap();
        assert_eq!(*name, format!("calendar/cn/{}.toml", year.year));
    }
}

/// Days off that the notices add up to, and moved working days, counted by hand from the notices.
#[test]
fn each_year_has_the_days_of_its_notice() {
    let expected = [
        (2018, 23, 6),
        (2019, 24, 7),
        (2020, 30, 6),
        (2021, 31, 7),
        (2022, 31, 7),
        (2023, 27, 7),
        (2024, 28, 8),
        (2025, 28, 5),
        (2026, 33, 6),
    ];
    let calendar = &*CALENDAR;
    let counted: Vec<(i16, u16, usize)> = calendar
        .years()
        .map(|year| {
            let off = year.holidays.iter().map(|holiday| holiday.days).sum();
            (year.year, off, year.holidays.iter().map(|holiday| holiday.work.len()).sum())
        })
        .collect();
    assert_eq!(counted, expected);
}

/// 全国年节及纪念日放假办法 2: 11 days from 2014-01-01, 13 days from 2025-01-01. In 2020 the Mid-Autumn Festival fell on
/// 1 October, so that eleven holidays were ten days.
#[test]
fn statutory_holidays_are_eleven_days_and_thirteen_from_2025_on() {
    for year in CALENDAR.years() {
        let days: BTreeSet<Date> =
            year.holidays.iter().flat_map(|holiday| holiday.statutory.clone()).collect();
        let expected = match year.year {
            2020 => 10,
            2025.. => 13,
            _ => 11,
        };
        assert_eq!(days.len(), expected, "{}", year.year);
    }
}

#[test]
fn days_off_and_moved_working_days_do_not_overlap_and_moved_days_are_weekends() {
    let calendar = &*CALENDAR;
    for year in calendar.years() {
        for day in year.holidays.iter().flat_map(|holiday| &holiday.work) {
            assert!(day.weekday().to_monday_zero_offset() >= 5, "{day}");
            assert!(!year.holidays.iter().any(|holiday| holiday.holds(*day)), "{day}");
            if let Some(told) = calendar.day(*day).value {
                assert_eq!(told.kind, DayKind::MovedWorking, "{day}");
            }
        }
    }
}

#[test]
fn a_notice_whose_text_was_not_read_says_so() {
    let calendar = &*CALENDAR;
    for year in calendar.years() {
        assert!(
            year.notices.iter().all(|notice| notice.mark == Confidence::V && !notice.read_from.is_empty())
        );
        assert_eq!(year.statutory.mark, Confidence::O, "the days of the lunar year come from a package");
    }
    let codes = |text: &str| {
        let calendar = Calendar::standard().with_file("mine.toml", text).unwrap();
        let told = calendar.is_working(date(2024, 3, 4));
        calendar.marks(&told.basis).into_iter().map(|mark| mark.code).collect::<Vec<_>>()
    };
    let unread = of(2024).replacen("mark = \"V\"", "mark = \"O\"", 1);
    assert_eq!(codes(&unread), ["calendar-handed-in", "calendar-source-unverified"]);
    assert_eq!(codes(&of(2024)), ["calendar-handed-in", "calendar-source"]);
    let standard = Calendar::standard();
    let marks = standard.marks(&standard.is_working(date(2026, 3, 4)).basis);
    assert!(marks.iter().any(|mark| mark.code == "calendar-number-unverified"), "{marks:?}");
}

#[test]
fn a_year_that_contradicts_itself_is_refused() {
    let text = of(2026);
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    for (changed, code) in [
        ("year = ".to_owned(), "calendar-unreadable"),
        (with("[[notice]]\n", "[[notice]]\ncolour = \"red\"\n"), "calendar-unreadable"),
        (with("2026-01-04", "2026-01-05"), "calendar-moved-day-wrong"), // a Monday
        (with("2026-01-04", "2026-01-03"), "calendar-moved-day-wrong"), // a day off
        (with("2026-01-04", "2026-02-14"), "calendar-moved-day-wrong"), // there twice
        (with("2026-01-04", "2025-01-04"), "calendar-moved-day-wrong"), // another year
        (with("to = \"2026-01-03\"", "to = \"2025-12-31\""), "calendar-span-wrong"),
        (with("from = \"2026-02-15\"", "from = \"2026-01-03\""), "calendar-span-wrong"),
        (with("from = \"2026-01-01\"", "from = \"2025-12-20\""), "calendar-span-wrong"),
        (with("days = 3", "days = 4"), "calendar-days-differ"),
        (with("statutory = [\"2026-01-01\"]", "statutory = [\"2026-01-04\"]"), "calendar-statutory-outside"),
        (
            with("en = \"Spring Festival\"", "en = \"Spring Festival\"\nunder = \"9\""),
            "calendar-no-such-notice",
        ),
    ] {
        assert_eq!(refused(&changed), code, "{changed}");
    }
    assert_eq!(
        read_year("x", "year = 2026\nnotice = []\nholiday = []\n[statutory]\nrule = \"\"\nread_from = \"\"\ndays_read_from = \"\"\nmark = \"O\"\n")
            .unwrap_err()
            .finding
            .code,
        "calendar-empty-year"
    );
}
