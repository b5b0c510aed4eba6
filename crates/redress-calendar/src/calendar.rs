//! The calendar: what kind of day a day is, and which years say so.

use crate::year::{LAST_WEEK_BEGINS, Year, is_weekend, read_year};
use redress_base::{Date, Finding, Refusal, Truth};
use redress_law::{Confidence, Doubt, Label};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

include!(concat!(env!("OUT_DIR"), "/years.rs"));

/// The years by number, each with the name of the file that was handed in, where it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i16, (Year, Option<String>)>,
}

/// An answer with the years that it rests on; without a value, the years that are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told<T> {
    /// The answer; absent where a year is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
    /// What it rests on.
    pub basis: Basis,
}

/// The years that an answer rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Years whose file was used.
    pub used: BTreeSet<i16>,
    /// Years whose file would be needed and is not there.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<i16>,
}

/// What kind of day a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A Saturday or Sunday that is worked in return for a day off (调休上班).
    MovedWorking,
    /// A Saturday or Sunday.
    Weekend,
    /// A statutory holiday (法定节假日, 全国年节及纪念日放假办法 2).
    Statutory,
    /// A weekday off by arrangement of the notice (放假调休), or added to a holiday by it.
    Arranged,
}

/// A day with its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Its kind.
    pub kind: DayKind,
    /// The holiday that it belongs to, or for which it is worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<Label>,
}

impl DayKind {
    /// Whether work is done on it.
    pub const fn is_working(self) -> bool {
        matches!(self, DayKind::Working | DayKind::MovedWorking)
    }
}

impl<T> Told<T> {
    fn map<U>(self, with: impl FnOnce(T) -> U) -> Told<U> {
        Told { value: self.value.map(with), basis: self.basis }
    }
}

impl Told<bool> {
    /// Yes, no or not known.
    pub fn truth(&self) -> Truth {
        self.value.map_or(Truth::U, Truth::from)
    }
}

impl Basis {
    /// Takes in what another answer rests on.
    pub fn merge(&mut self, other: &Basis) {
        self.used.extend(&other.used);
        self.missing.extend(&other.missing);
    }
}

impl Calendar {
    /// The years that this program comes with.
    pub fn standard() -> Calendar {
        // A test reads every embedded file; one that cannot be read is a year that is not known.
        let years = FILES.iter().filter_map(|(name, text)| read_year(name, text).ok());
        Calendar { years: years.map(|year| (year.year, (year, None))).collect() }
    }

    /// The embedded files: name, text.
    pub fn standard_files() -> &'static [(&'static str, &'static str)] {
        FILES
    }

    /// The same calendar with a year that somebody hands in; it takes the place of the one that is there.
    ///
    /// # Errors
    /// What [`read_year`] refuses.
    pub fn with_file(mut self, file: &str, text: &str) -> Result<Calendar, Refusal> {
        let year = read_year(file, text)?;
        self.years.insert(year.year, (year, Some(file.to_owned())));
        Ok(self)
    }

    /// The years that are known, in order.
    pub fn years(&self) -> impl Iterator<Item = &Year> {
        self.years.values().map(|(year, _)| year)
    }

    /// What kind of day it is. The last days of December are arranged by the next year's notice too, so that both
    /// years are needed for them.
    pub fn day(&self, day: Date) -> Told<Day> {
        let basis = self.basis(day);
        if !basis.missing.is_empty() {
            return Told { value: None, basis };
        }
        let spans = basis.used.iter().filter_map(|year| self.years.get(year)).flat_map(|(y, _)| &y.holidays);
        let mut found = Day { kind: plain(day), holiday: None };
        for holiday in spans {
            if holiday.work.contains(&day) {
                found = Day { kind: DayKind::MovedWorking, holiday: Some(holiday.name()) };
            } else if holiday.holds(day) {
                let kind = match plain(day) {
                    _ if holiday.statutory.contains(&day) => DayKind::Statutory,
                    DayKind::Weekend => DayKind::Weekend,
                    _ => DayKind::Arranged,
                };
                found = Day { kind, holiday: Some(holiday.name()) };
            }
        }
        Told { value: Some(found), basis }
    }

    /// Whether it is a working day.
    pub fn is_working(&self, day: Date) -> Told<bool> {
        self.day(day).map(|day| day.kind.is_working())
    }

    /// That day if it is a working day, else the first one after it.
    pub fn first_working_from(&self, day: Date) -> Told<Date> {
        self.count(day, 0, |_| false)
    }

    /// The working day on which `n` working days after `from` are over; `from` itself is not counted. For `n` = 0, `from`.
    pub fn working_days_after(&self, from: Date, n: u16) -> Told<Date> {
        if n == 0 {
            Told { value: Some(from), basis: Basis::default() }
        } else {
            self.count(from, n, |_| false)
        }
    }

    /// Counts working days that are not `skipped`: with `n` = 0 the first from `from` on, else the `n`-th after it.
    pub(crate) fn count(&self, from: Date, n: u16, skipped: impl Fn(Date) -> bool) -> Told<Date> {
        let mut basis = Basis::default();
        let mut left = n.max(1);
        let mut day = if n == 0 { Some(from) } else { from.tomorrow().ok() };
        while let Some(today) = day {
            let told = self.is_working(today);
            basis.merge(&told.basis);
            match told.value {
                None => break,
                Some(true) if !skipped(today) => left -= 1,
                Some(_) => {}
            }
            if left == 0 {
                return Told { value: Some(today), basis };
            }
            day = today.tomorrow().ok();
        }
        Told { value: None, basis }
    }

    /// What a reader has to know of the years that an answer rests on: where they were read, what was not checked,
    /// which are missing.
    pub fn marks(&self, basis: &Basis) -> Vec<Finding> {
        let mut marks = Vec::new();
        for (number, (year, file)) in self.years.iter().filter(|(number, _)| basis.used.contains(number)) {
            if let Some(file) = file {
                marks.push(
                    Finding::note("calendar-handed-in")
                        .with("year", year_text(*number))
                        .with("file", file.as_str()),
                );
            }
            for notice in &year.notices {
                marks.push(source(notice, *number));
                if notice.unverified.contains(&Doubt::Number) {
                    let number = notice.number.clone().unwrap_or_default();
                    marks.push(Finding::warning("calendar-number-unverified").with("number", number));
                }
            }
        }
        let missing = basis.missing.iter();
        marks.extend(
            missing.map(|year| Finding::warning("calendar-year-missing").with("year", year_text(*year))),
        );
        marks
    }

    /// The same for which days of those years are statutory holidays and not days off by arrangement.
    pub fn statutory_marks(&self, basis: &Basis) -> Vec<Finding> {
        let used = self.years().filter(|year| basis.used.contains(&year.year));
        let unread = used.filter(|year| year.statutory.mark == Confidence::O);
        let mark = |year: &Year| {
            let finding =
                Finding::warning("calendar-statutory-unverified").with("year", year_text(year.year));
            finding.with("from", year.statutory.days_read_from.as_str())
        };
        unread.map(mark).collect()
    }

    fn basis(&self, day: Date) -> Basis {
        let next = day.month() == 12 && day.day() >= LAST_WEEK_BEGINS;
        let needed = [Some(day.year()), if next { day.year().checked_add(1) } else { None }];
        let (used, missing) = needed.into_iter().flatten().partition(|year| self.years.contains_key(year));
        Basis { used, missing }
    }
}

/// Where the days of a notice were read.
fn source(notice: &crate::Notice, year: i16) -> Finding {
    let finding = match notice.mark {
        Confidence::V => Finding::note("calendar-source"),
        Confidence::O => Finding::warning("calendar-source-unverified"),
    };
    let issued = notice.issued.to_string();
    let number = notice.number.clone().unwrap_or_default();
    let finding =
        finding.with("year", year_text(year)).with("title", notice.title.as_str()).with("issued", issued);
    finding.with("number", number).with("from", notice.read_from.as_str())
}

/// A year is shown as its digits, not as a number with commas.
fn year_text(year: i16) -> String {
    year.to_string()
}

fn plain(day: Date) -> DayKind {
    if is_weekend(day) { DayKind::Weekend } else { DayKind::Working }
}
