//! A period that runs in a case: from a day, with what stopped it and what began it anew.

use redress_base::{Article, Date};
use redress_law::Book;
use redress_law::period::Period;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A time during which an obstacle lasted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The first day on which it stood in the way.
    #[schemars(with = "String")]
    pub from: Date,
    /// The day on which it was gone; that day counts again. Absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub to: Option<Date>,
    /// The article on which it is relied.
    pub cite: Article,
}

/// A period of the law book as it runs in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How long, and under whose rules.
    pub period: Period,
    /// The day of the event that opens it; that day is not counted.
    #[schemars(with = "String")]
    pub from: Date,
    /// The time of that event, for a period in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub at: Option<jiff::civil::Time>,
    /// What stood in the way, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    /// Days on which it began anew (中断), in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub restarts: Vec<Date>,
    /// Somebody is held in custody until it ends: a holiday never makes that longer.
    #[serde(default)]
    pub custody: bool,
}

impl Term {
    /// A period from a day, without stops and restarts.
    pub const fn new(period: Period, from: Date) -> Term {
        Term { period, from, at: None, stops: Vec::new(), restarts: Vec::new(), custody: false }
    }

    /// The period of a time limit of the book, by its name, from a day; `None` if the book has none of that name.
    pub fn of_deadline(book: &Book, id: &str, from: Date) -> Option<Term> {
        let one = book.ir().provisions.iter().flat_map(|page| &page.deadlines).find(|one| one.id == id)?;
        Some(Term::new(Period::new(one.length, one.regime), from))
    }

    /// The period of a duty of the book, by its name, from a day; `None` if the book has none of that name or sets no
    /// length (及时).
    pub fn of_duty(book: &Book, id: &str, from: Date) -> Option<Term> {
        let one = book.ir().provisions.iter().flat_map(|page| &page.duties).find(|one| one.id == id)?;
        Some(Term::new(Period::new(one.length?, one.regime?), from))
    }

    /// The same with an obstacle.
    #[must_use]
    pub fn stopped(mut self, from: Date, to: Option<Date>, cite: Article) -> Term {
        self.stops.push(Stop { from, to, cite });
        self
    }

    /// The same, begun anew on a day.
    #[must_use]
    pub fn restarted(mut self, on: Date) -> Term {
        self.restarts.push(on);
        self
    }

    /// The same with the time of the event.
    #[must_use]
    pub const fn at(mut self, time: jiff::civil::Time) -> Term {
        self.at = Some(time);
        self
    }
}
