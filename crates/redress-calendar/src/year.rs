//! One year of days off and moved working days, as its file states it.

use redress_base::{Date, Fault, Finding, Refusal};
use redress_law::{Confidence, Doubt, Label};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One year of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year whose holidays are arranged; its first span may begin in the last week of the year before.
    pub year: i16,
    /// Which days are statutory holidays, and where that was read.
    pub statutory: Statutory,
    /// The notices that the file rests on; a later one changes an earlier one.
    #[serde(rename = "notice")]
    pub notices: Vec<Notice>,
    /// The spans of days off, in order.
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// Which days are statutory holidays (法定节假日) and not days off by arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statutory {
    /// The rule, with the day from which it is in force.
    pub rule: String,
    /// Where the rule was read.
    pub read_from: String,
    /// Where the days of the lunar year were read.
    pub days_read_from: String,
    /// V: read in the official text or a reprint of it; O: not.
    pub mark: Confidence,
}

/// A notice of the General Office of the State Council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Its title.
    pub title: String,
    /// Its number; absent where nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day it was issued.
    #[schemars(with = "String")]
    pub issued: Date,
    /// Where its text was read.
    pub read_from: String,
    /// V: the text was read there; O: the days come from another list, which `read_from` names.
    pub mark: Confidence,
    /// What of it was not checked although its text was read.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
}

/// A span of days off with the working days moved for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The number of the notice that arranges it, where it is not the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// First day off.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day off.
    #[schemars(with = "String")]
    pub to: Date,
    /// How many days the notice says it has; a check on the two days above.
    pub days: u16,
    /// The days of the span that are statutory holidays.
    #[schemars(with = "Vec<String>")]
    pub statutory: Vec<Date>,
    /// Saturdays and Sundays that are worked in return (调休上班).
    #[schemars(with = "Vec<String>")]
    pub work: Vec<Date>,
}

impl Holiday {
    /// Its name.
    pub fn name(&self) -> Label {
        Label::new(&self.zh, &self.en)
    }

    /// Whether a day lies in the span.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The days from which on the next year's notice may have a say. Those for 2019 and 2023 arranged days of the December
/// before, none since 2001 one before the 29th; three days more are our margin.
pub(crate) const LAST_WEEK_BEGINS: i8 = 26;

/// Whether a day is a Saturday or a Sunday.
pub(crate) fn is_weekend(day: Date) -> bool {
    day.weekday().to_monday_zero_offset() >= 5
}

/// Reads the file of one year; `file` is its name for the messages.
///
/// # Errors
/// The place that cannot be read, or the first day that contradicts another.
pub fn read_year(file: &str, text: &str) -> Result<Year, Refusal> {
    let year: Year = toml::from_str(text).map_err(|error| {
        let message = error.to_string();
        Finding::error("calendar-unreadable").with("file", file).with("message", message).refuse(Fault::Input)
    })?;
    check(file, &year)?;
    Ok(year)
}

/// The days of a year must not contradict each other.
fn check(file: &str, year: &Year) -> Result<(), Refusal> {
    if year.notices.is_empty() || year.holidays.is_empty() {
        return Err(Finding::error("calendar-empty-year").with("file", file).refuse(Fault::Input));
    }
    let mut last: Option<Date> = None;
    for holiday in &year.holidays {
        span(file, year, holiday, last)?;
        last = Some(holiday.to);
    }
    let off = |day: &Date| year.holidays.iter().any(|holiday| holiday.holds(*day));
    let mut worked = BTreeSet::new();
    for day in year.holidays.iter().flat_map(|holiday| &holiday.work) {
        if !is_weekend(*day) || off(day) || !worked.insert(*day) || !belongs(year.year, *day) {
            return Err(wrong("calendar-moved-day-wrong", file, *day));
        }
    }
    Ok(())
}

/// One span: in order, as long as the notice says, with its statutory days inside, under a notice that is listed.
fn span(file: &str, year: &Year, holiday: &Holiday, last: Option<Date>) -> Result<(), Refusal> {
    let order = holiday.from <= holiday.to && last.is_none_or(|last| last < holiday.from);
    if !order || !belongs(year.year, holiday.from) || !belongs(year.year, holiday.to) {
        return Err(wrong("calendar-span-wrong", file, holiday.from));
    }
    let days = holiday.from.until(holiday.to).map_or(-1, |span| span.get_days()) + 1;
    if days != i32::from(holiday.days) {
        let finding = Finding::error("calendar-days-differ").with("file", file);
        let finding = finding.with("day", holiday.from.to_string());
        return Err(finding
            .with("said", i64::from(holiday.days))
            .with("counted", i64::from(days))
            .refuse(Fault::Input));
    }
    if let Some(day) = holiday.statutory.iter().find(|day| !holiday.holds(**day)) {
        return Err(wrong("calendar-statutory-outside", file, *day));
    }
    let listed = |number: &String| year.notices.iter().any(|notice| notice.number.as_ref() == Some(number));
    match &holiday.under {
        Some(number) if !listed(number) => {
            let finding = Finding::error("calendar-no-such-notice").with("file", file);
            Err(finding.with("number", number.as_str()).refuse(Fault::Input))
        }
        _ => Ok(()),
    }
}

/// A day of the year itself, or of the last week of the year before.
fn belongs(year: i16, day: Date) -> bool {
    day.year() == year
        || (year.checked_sub(1) == Some(day.year()) && day.month() == 12 && day.day() >= LAST_WEEK_BEGINS)
}

fn wrong(code: &str, file: &str, day: Date) -> Refusal {
    let finding = match code {
        "calendar-moved-day-wrong" => Finding::error("calendar-moved-day-wrong"),
        "calendar-statutory-outside" => Finding::error("calendar-statutory-outside"),
        _ => Finding::error("calendar-span-wrong"),
    };
    finding.with("file", file).with("day", day.to_string()).refuse(Fault::Input)
}
