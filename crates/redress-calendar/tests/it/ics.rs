//! Calendar files: lines, folding, escaping, and what may stand in them.

use crate::CALENDAR;
use crate::agenda::item;
use crate::voice::{Plain, Spoken};
use jiff::civil::{date, time};
use proptest::prelude::*;
use redress_base::Instant;
use redress_calendar::ics::{Export, write};
use redress_calendar::{Item, Kind, State, Term};
use redress_law::period::{Length, Period, Regime};
use redress_law::{Body, Label};
use redress_words::Language;

pub(crate) fn export() -> Export {
    Export { stamp: Instant(1_795_316_955), sequence: 2, remind: vec![7, 1], hearing_minutes: 60 }
}

/// An appeal that ends in the National Day holiday, a hearing, an overdue notice, a date that is not known.
pub(crate) fn agenda() -> Vec<Item> {
    let calendar = &*CALENDAR;
    let appeal = Term::new(Period::new(Length::Days(10), Regime::CriminalProcedure), date(2026, 9, 24));
    let end = appeal.end(calendar).unwrap();
    let mut hearing =
        item("hearing@case", Kind::Hearing, Body::Court, Some(date(2026, 12, 3)), State::Upcoming);
    hearing.at = Some(time(9, 30, 0, 0));
    hearing.title = Label::new("开庭；第一法庭，二楼", "Hearing; court room 1, second floor");
    vec![
        item("appeal@case", Kind::Deadline, Body::Person, None, State::Unknown).ending(
            &end,
            None,
            date(2026, 9, 25),
        ),
        hearing,
        item("notice@case", Kind::Notice, Body::Police, Some(date(2026, 8, 3)), State::NothingOnFile),
        item("promptly@case", Kind::Notice, Body::Police, None, State::Unknown),
    ]
}

/// What a reader makes of the lines: unfolded, by name.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => out.push(match characters.next().unwrap() {
                'n' | 'N' => '\n',
                other => other,
            }),
            _ => out.push(character),
        }
    }
    out
}

#[test]
fn the_file_as_it_stands() {
    let (text, findings) = write(&agenda(), &export(), &Spoken::new(Language::En)).unwrap();
    assert_eq!(
        findings.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(),
        ["calendar-item-without-day"]
    );
    let lines = unfolded(&text);
    for line in [
        "TZID:Asia/Shanghai",
        "TZOFFSETTO:+0800",
        "DTSTAMP:20261122T030915Z",
        "SEQUENCE:2",
        "UID:appeal@case",
        "DTSTART;VALUE=DATE:20261004",
        "DTEND;VALUE=DATE:20261005",
        "SUMMARY:[Case 7] Time limit",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=Asia/Shanghai:20261203T093000",
        "DTEND;TZID=Asia/Shanghai:20261203T103000",
        "SUMMARY:[Case 7] Hearing\\; court room 1\\, second floor",
        "TRIGGER:-P6DT15H",
        "TRIGGER:-PT15H",
        "TRIGGER:-P7D",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line}\n{text}");
    }
    let description = lines.iter().find(|line| line.starts_with("DESCRIPTION:The last day")).unwrap();
    let description = unescaped(description);
    for part in ["4 October 2026", "8 October 2026", "Criminal Procedure Law 230", "国办发明电〔2025〕7号"]
    {
        assert!(description.contains(part), "{part}: {description}");
    }
    // What is over rings no bell.
    assert_eq!(text.matches("BEGIN:VALARM").count(), 4);
}

#[test]
fn every_sentence_is_there_in_both_languages() {
    for language in [Language::En, Language::ZhHans] {
        let (text, _) = write(&agenda(), &export(), &Spoken::new(language)).unwrap();
        assert!(!text.contains('⟦'), "{text}");
        assert!(text.contains(if language == Language::En { "Hearing" } else { "开庭" }));
    }
}

/// The same input gives the same bytes.
#[test]
fn the_same_agenda_gives_the_same_bytes() {
    let once = || write(&agenda(), &export(), &Spoken::new(Language::ZhHans)).unwrap().0;
    assert_eq!(once(), once());
}

#[test]
fn a_moment_that_no_calendar_can_name_is_refused() {
    let refused = write(&[], &Export { stamp: Instant(i64::MAX), ..export() }, &Plain);
    assert_eq!(refused.unwrap_err().finding.code, "calendar-stamp-beyond");
}

/// A title with line ends and property names cannot add a property.
#[test]
fn hostile_text_adds_no_line() {
    let mut hostile =
        item("x\r\nATTACH:file", Kind::Deadline, Body::Person, Some(date(2026, 3, 1)), State::Upcoming);
    hostile.title = Label::new("a\r\nEND:VEVENT\nBEGIN:VALARM\rX\u{0}\u{7}", "");
    let (text, _) = write(&[hostile], &export(), &Plain).unwrap();
    let lines = unfolded(&text);
    assert!(!lines.iter().any(|line| line.starts_with("ATTACH") || line.starts_with('X')), "{text}");
    assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 1);
    let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
    assert_eq!(unescaped(summary), "Case 7a\nEND:VEVENT\nBEGIN:VALARM\nX\u{FFFD}\u{FFFD}");
}

proptest! {
    /// No line is longer than 75 octets, each line is text of its own, lines end with CRLF alone, and any text comes back.
    #[test]
    fn any_text_survives_folding_and_escaping(title in "\\PC*", tail in "[\\\\;,:\"\n\t 中👩‍👧é]{0,80}") {
        let whole = format!("{title}{tail}");
        let mut one = item("u", Kind::Deadline, Body::Person, Some(date(2026, 3, 1)), State::Upcoming);
        one.title = Label::new(&whole, "");
        one.cover = String::new();
        let (text, _) = write(&[one], &export(), &Plain).unwrap();
        prop_assert!(text.ends_with("\r\n"));
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let lines = unfolded(&text);
        let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
        prop_assert_eq!(unescaped(summary), whole);
    }
}
