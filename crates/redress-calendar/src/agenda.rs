//! The dates of cases in one list: what is due, who owes it, and what has been missed.

use crate::{End, Unextended};
use jiff::civil::Time;
use redress_base::{Article, Date, Finding};
use redress_law::{Body, Label};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// A name that stays the same when the list is made again; handed in.
    pub uid: String,
    /// Its names in the law book, by which an obstacle or a notice is recorded: its own first, then those of articles that
    /// state the same again. None for a hearing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What it is.
    pub title: Label,
    /// The cover name of the case. Nothing else about the case leaves with an export.
    pub cover: String,
    /// What kind of date.
    pub kind: Kind,
    /// Whose it is.
    pub who: Body,
    /// The strict day; absent where it is not known or the law says "promptly" (及时).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub day: Option<Date>,
    /// The time of a hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub at: Option<Time>,
    /// The day with holidays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub extended: Option<Date>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unextended: Option<Unextended>,
    /// Where it stands.
    pub state: State,
    /// Whether it runs on the facts of the file is not established.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tentative: bool,
    /// Where the law says so.
    pub cites: Vec<Article>,
    /// What a reader has to know: sources, what was not checked, what is missing.
    pub marks: Vec<Finding>,
}

/// What kind of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A time limit.
    Deadline,
    /// Something owed.
    Duty,
    /// A hearing.
    Hearing,
    /// A notice owed (指导意见 17).
    Notice,
}

/// Where a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Still ahead.
    Upcoming,
    /// Today.
    DueToday,
    /// The strict day is over; the day with holidays is not, or is not known.
    StrictOver,
    /// The person's own: over, and nothing was done.
    Missed,
    /// Another's: over, and nothing on file shows that it was done. What did not arrive may have been done all the same.
    NothingOnFile,
    /// Done in time.
    Kept,
    /// Done after the end.
    Late,
    /// Not known.
    Unknown,
}

impl State {
    /// The word by which sentences and files name it.
    pub const fn word(self) -> &'static str {
        match self {
            State::Upcoming => "upcoming",
            State::DueToday => "due-today",
            State::StrictOver => "strict-over",
            State::Missed => "missed",
            State::NothingOnFile => "nothing-on-file",
            State::Kept => "kept",
            State::Late => "late",
            State::Unknown => "unknown",
        }
    }
}

impl Item {
    /// The item of a computed end.
    #[must_use]
    pub fn ending(mut self, end: &End, kept: Option<Date>, today: Date) -> Item {
        self.day = Some(end.strict);
        self.extended = end.extended;
        self.unextended = end.unextended.clone();
        let state = state(Some(end.strict), end.extended, end.unextended.as_ref(), kept, today);
        self.state = state.seen_from_the_file(self.who);
        self.marks.extend(end.findings.iter().cloned());
        self
    }

    fn owed_by_an_authority(&self) -> bool {
        matches!(self.kind, Kind::Duty | Kind::Notice) && !matches!(self.who, Body::Person | Body::Actor)
    }

    /// Overdue notices that an authority owes; what is missed or nearly so; everything else.
    fn rank(&self) -> u8 {
        match self.state {
            State::Missed | State::NothingOnFile if self.owed_by_an_authority() => 0,
            State::Missed | State::NothingOnFile | State::StrictOver => 1,
            _ => 2,
        }
    }
}

impl State {
    /// The same, as the file of a person can know it: of one's own time limit that nothing was done, of another's only
    /// that nothing arrived.
    #[must_use]
    pub const fn seen_from_the_file(self, who: Body) -> State {
        match (self, who) {
            (State::Missed, Body::Person) => State::Missed,
            (State::Missed, _) => State::NothingOnFile,
            (other, _) => other,
        }
    }
}

/// Where a date stands on a day. A day that may still be extended is never called missed.
pub fn state(
    day: Option<Date>,
    extended: Option<Date>,
    unextended: Option<&Unextended>,
    kept: Option<Date>,
    today: Date,
) -> State {
    let Some(day) = day else { return if kept.is_some() { State::Kept } else { State::Unknown } };
    let last = extended.unwrap_or(day).max(day);
    // Without the years of the calendar nobody knows that the extended day is over.
    let open = matches!(unextended, Some(Unextended::YearsMissing(_)));
    match kept {
        Some(done) if done <= last => State::Kept,
        Some(_) if open => State::Unknown,
        Some(_) => State::Late,
        None if today < day => State::Upcoming,
        None if today == day => State::DueToday,
        None if today <= last || open => State::StrictOver,
        None => State::Missed,
    }
}

/// Puts overdue notices of authorities first, then what is missed, then the rest by day; what is equal keeps its order.
pub fn sort(items: &mut [Item]) {
    items.sort_by_key(|item| (item.rank(), item.day.unwrap_or(Date::MAX), item.at));
}

/// What has to be looked at within so many days: what is missed and not done, and what falls between today and then.
pub fn within(items: &[Item], today: Date, days: u16) -> Vec<Item> {
    let last = today.checked_add(jiff::Span::new().days(i64::from(days))).unwrap_or(Date::MAX);
    let near = |item: &&Item| item.rank() < 2 || item.day.is_some_and(|day| today <= day && day <= last);
    items.iter().filter(near).cloned().collect()
}
