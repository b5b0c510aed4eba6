//! The agenda as an iCalendar file (RFC 5545).
//!
//! Written by hand and not with a package: the one there is takes the clock and random ids into the room. The lines
//! are few; folding and escaping are held by properties and by two Python readers in the tests.

use crate::{Item, Kind, State, Unextended};
use jiff::civil::DateTime;
use redress_base::{Article, Date, Fault, Finding, Instant, Refusal};
use redress_law::Label;

/// Makes sentences out of codes; the room has none of its own.
pub trait Voice {
    /// The sentence of a finding.
    fn say(&self, finding: &Finding) -> String;
    /// An article by the name of its instrument.
    fn article(&self, article: &Article) -> String;
    /// A day as people write it.
    fn day(&self, day: Date) -> String;
    /// The side of a label in the person's language.
    fn label(&self, label: &Label) -> String;
}

/// What the caller hands in for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The moment the file is made (DTSTAMP).
    pub stamp: Instant,
    /// How often it has been made before (SEQUENCE); a calendar program takes the higher one.
    pub sequence: u32,
    /// Reminders: so many days before. Of a day without a time, at nine in the morning.
    pub remind: Vec<u16>,
    /// How long a hearing is shown, in minutes; nobody knows how long it lasts.
    pub hearing_minutes: u16,
}

/// The zone of every time in the file. No daylight saving since 1991.
const ZONE: &str = "Asia/Shanghai";

/// Writes the items that have a day, in their order; the others are named in the findings.
///
/// # Errors
/// A moment of making that no calendar can name.
pub fn write(items: &[Item], export: &Export, voice: &dyn Voice) -> Result<(String, Vec<Finding>), Refusal> {
    let stamp = utc(export.stamp).ok_or_else(|| {
        Finding::error("calendar-stamp-beyond").with("stamp", export.stamp.0).refuse(Fault::Input)
    })?;
    let mut file = Lines::default();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//redress//redress-calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("BEGIN", "VTIMEZONE"),
        ("TZID", ZONE),
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19700101T000000"),
        ("TZOFFSETFROM", "+0800"),
        ("TZOFFSETTO", "+0800"),
        ("TZNAME", "CST"),
        ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ] {
        file.raw(name, value);
    }
    let mut findings = Vec::new();
    for item in items {
        match item.day.filter(|day| day.year() > 0) {
            Some(day) => event(&mut file, item, day, &stamp, export, voice),
            None => findings
                .push(Finding::note("calendar-item-without-day").with("item", voice.label(&item.title))),
        }
    }
    file.raw("END", "VCALENDAR");
    Ok((file.text, findings))
}

fn event(file: &mut Lines, item: &Item, day: Date, stamp: &str, export: &Export, voice: &dyn Voice) {
    let title = voice.label(&item.title);
    let summary = voice
        .say(&Finding::note("calendar-ics-summary").with("cover", item.cover.as_str()).with("title", title));
    file.raw("BEGIN", "VEVENT");
    file.text("UID", &item.uid);
    file.raw("DTSTAMP", stamp);
    file.raw("SEQUENCE", &export.sequence.to_string());
    match item.at {
        Some(time) => {
            let start = day.to_datetime(time);
            let length = jiff::Span::new().minutes(i64::from(export.hearing_minutes));
            file.raw(&format!("DTSTART;TZID={ZONE}"), &local(start));
            // An end that is not after the start is none (RFC 5545 3.8.2.2).
            if let Some(end) = start.checked_add(length).ok().filter(|end| *end > start) {
                file.raw(&format!("DTEND;TZID={ZONE}"), &local(end));
            }
        }
        None => {
            file.raw("DTSTART;VALUE=DATE", &compact(day));
            // The end of a day-long event is the day after it, which is left out (RFC 5545 3.6.1).
            if let Ok(next) = day.tomorrow() {
                file.raw("DTEND;VALUE=DATE", &compact(next));
            }
        }
    }
    file.text("SUMMARY", &summary);
    file.text("DESCRIPTION", &description(item, day, voice));
    // What was done is taken out of a calendar that holds an earlier export of it.
    let done = matches!(item.state, State::Kept | State::Late) && item.kind != Kind::Hearing;
    let status = match (done, item.tentative || item.state == State::Unknown) {
        (true, _) => "CANCELLED",
        (false, true) => "TENTATIVE",
        (false, false) => "CONFIRMED",
    };
    file.raw("STATUS", status);
    file.raw("CLASS", "PRIVATE");
    file.raw("TRANSP", if item.at.is_some() { "OPAQUE" } else { "TRANSPARENT" });
    if matches!(item.state, State::Upcoming | State::DueToday | State::Unknown) {
        for days in &export.remind {
            file.raw("BEGIN", "VALARM");
            file.raw("ACTION", "DISPLAY");
            file.raw("TRIGGER", &trigger(*days, item.at.is_some()));
            file.text("DESCRIPTION", &summary);
            file.raw("END", "VALARM");
        }
    }
    file.raw("END", "VEVENT");
}

/// So many days before the start; of a day without a time, at nine o'clock of that earlier day, since the day itself
/// starts at midnight.
fn trigger(days: u16, timed: bool) -> String {
    match (timed, days) {
        (true, _) => format!("-P{days}D"),
        (false, 0) => "PT9H".to_owned(),
        (false, 1) => "-PT15H".to_owned(),
        (false, _) => format!("-P{}DT15H", days - 1),
    }
}

/// The strict day, the extended one or why there is none, the articles, and every mark.
fn description(item: &Item, day: Date, voice: &dyn Voice) -> String {
    let mut lines = Vec::new();
    if item.kind == Kind::Hearing {
        lines.push(voice.say(&Finding::note("calendar-ics-hearing")));
    } else {
        lines.push(voice.say(&Finding::note("calendar-ics-strict").with("day", voice.day(day))));
        lines.extend(extension(item, day, voice));
    }
    if !item.cites.is_empty() {
        let cites: Vec<String> = item.cites.iter().map(|cite| voice.article(cite)).collect();
        lines.push(voice.say(&Finding::note("calendar-ics-cites").with("cites", cites.join("; "))));
    }
    lines.extend(item.marks.iter().map(|mark| voice.say(mark)));
    lines.join("\n")
}

fn extension(item: &Item, day: Date, voice: &dyn Voice) -> Option<String> {
    let finding = match (item.extended, &item.unextended) {
        (Some(extended), _) if extended == day => Finding::note("calendar-ics-same-day"),
        (Some(extended), _) => Finding::note("calendar-ics-extended").with("day", voice.day(extended)),
        (None, Some(Unextended::NoRule)) => Finding::note("calendar-ics-no-rule"),
        (None, Some(Unextended::Custody)) => Finding::note("calendar-ics-custody"),
        (None, Some(Unextended::Hours)) => Finding::note("calendar-ics-hours"),
        (None, Some(Unextended::YearsMissing(years))) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            Finding::note("calendar-ics-years-missing").with("years", years.join(", "))
        }
        (None, None) => return None,
    };
    Some(voice.say(&finding))
}

/// Content lines, folded.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A line whose value needs no escaping: the room's own words, days and numbers.
    fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A line with a value of type TEXT (RFC 5545 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escape(value)));
    }

    /// No line is longer than 75 octets, its end left out (RFC 5545 3.1); a character is never cut.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        for character in line.chars() {
            let length = character.len_utf8();
            if used + length > 75 {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(character);
            used += length;
        }
        self.text.push_str("\r\n");
    }
}

/// Backslash, semicolon, comma and the end of a line are escaped; any other control character is no part of a text,
/// and shows as the replacement character.
fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            _ if character.is_control() => out.push('\u{FFFD}'),
            _ => out.push(character),
        }
    }
    out
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn local(at: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", compact(at.date()), at.hour(), at.minute(), at.second())
}

fn utc(at: Instant) -> Option<String> {
    let stamp = jiff::Timestamp::from_second(at.0).ok()?;
    let time = jiff::tz::Offset::UTC.to_datetime(stamp);
    (time.year() >= 0).then(|| format!("{}Z", local(time)))
}
