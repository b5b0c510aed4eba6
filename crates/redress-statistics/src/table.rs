//! A table as it is released: heads as codes, cells as counts, what is withheld as withheld.

use crate::{Break, By, Period, Scope};
use redress_base::{Arg, Date, Finding};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Cases as a court or the police count them (件): one track of a procedure, a suit that is filed again anew.
    Cases,
    /// Case files of the register.
    Files,
    /// Persons (人).
    Persons,
    /// Notices served.
    Notices,
    /// Items, such as posts removed.
    Items,
    /// Accounts.
    Accounts,
}

impl Unit {
    /// The word used in codes.
    pub const fn word(self) -> &'static str {
        match self {
            Unit::Cases => "cases",
            Unit::Files => "files",
            Unit::Persons => "persons",
            Unit::Notices => "notices",
            Unit::Items => "items",
            Unit::Accounts => "accounts",
        }
    }
}

/// The head of a row or a column: an id for programs, a code with arguments for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// `"2024-H1"`, `"accepted"`.
    pub id: String,
    /// The code of its words.
    pub code: String,
    /// Arguments of the words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

impl Head {
    /// A head without arguments.
    pub fn new(id: &str, code: &str) -> Head {
        Head { id: id.to_owned(), code: code.to_owned(), args: BTreeMap::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Head {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Cell {
    /// A count.
    Count {
        /// How many.
        n: u64,
    },
    /// Withheld: small itself, or needed to keep a small one from being computed.
    Withheld,
    /// A median of days, in half days, because the middle of two days may be half a day.
    MedianDays {
        /// Twice the days.
        half_days: u64,
    },
    /// A share of the base row of the same column, in hundredths of a percent.
    Share {
        /// 4617 is 46.17 %.
        hundredths: u64,
    },
    /// There is nothing to say, for instance a median of nothing.
    None,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// Its head.
    pub head: Head,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// What has to be read with a table: a code with its arguments.
pub type Note = Finding;

/// One table. Its scope, period and unit stand in it, so that none of its figures travels without them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// `"funnel"`.
    pub id: String,
    /// The code of its title.
    pub title: String,
    /// What the register covers.
    pub scope: Scope,
    /// First day counted.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day counted.
    #[schemars(with = "String")]
    pub to: Date,
    /// The day as of which cases stand where they stand.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// What is counted.
    pub unit: Unit,
    /// Heads of the columns.
    pub columns: Vec<Head>,
    /// The rows.
    pub rows: Vec<Line>,
    /// Days in its time from which it counts something else, except its first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// What has to be read with it.
    pub notes: Vec<Note>,
    /// Where the figures come from: codes.
    pub sources: Vec<Note>,
}

impl Table {
    /// Whether nothing was counted: what is withheld is something.
    pub fn is_empty(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|line| &line.cells);
        cells.all(|cell| matches!(cell, Cell::Count { n: 0 } | Cell::Share { hundredths: 0 } | Cell::None))
    }

    /// The cell at a row and a column, by their ids.
    pub fn cell(&self, row: &str, column: &str) -> Option<Cell> {
        let place = self.columns.iter().position(|head| head.id == column)?;
        self.rows.iter().find(|line| line.head.id == row)?.cells.get(place).copied()
    }

    /// The breaks within the period that a head names; nothing where it names none.
    pub fn breaks_in<'t>(&'t self, head: &'t Head) -> impl Iterator<Item = &'t Break> {
        self.breaks.iter().filter(|at| of_period(&head.id, at.on))
    }

    /// Whether the break is the first day of the period that it falls into, so that no figure of that period mixes two
    /// ways of counting.
    pub fn begins(&self, head: &Head, at: &Break) -> bool {
        at.on == self.from || at.on.yesterday().is_ok_and(|before| !of_period(&head.id, before))
    }
}

impl Head {
    /// Whether it names a year, a half, a month or a week.
    pub fn is_period(&self) -> bool {
        let periods = ["year", "half", "month", "week", "week-during"];
        self.code.strip_prefix("statistics-").is_some_and(|kind| periods.contains(&kind))
    }
}

/// Whether a day lies in the period of that id.
fn of_period(id: &str, day: Date) -> bool {
    let ways = [By::Year, By::HalfYear, By::Month].map(|by| Period::of(by, day));
    ways.into_iter().chain([Period::week(day)]).any(|period| period.id() == id)
}
