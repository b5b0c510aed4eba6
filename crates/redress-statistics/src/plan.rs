//! What is to be counted.

use crate::{By, HotEvent, Scope, TableBreak};
use redress_base::Date;

/// The tables, in the order in which they are released.
pub const TABLES: [&str; 13] = [
    "arrests",
    "charged",
    "routes",
    "funnel",
    "public",
    "durations",
    "crossings",
    "help",
    "notices",
    "duties",
    "marks",
    "minors",
    "weeks",
];

/// What to count, and how small a count may be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the register covers.
    pub scope: Scope,
    /// By what the columns are divided.
    pub by: By,
    /// First day; the day of the first thing counted where nobody said.
    pub from: Option<Date>,
    /// Last day; the day as of which it is counted where nobody said.
    pub to: Option<Date>,
    /// The day as of which cases stand where they stand. Later steps are not seen.
    pub as_of: Date,
    /// Counts from 1 to one less than this are withheld; 0 or 1 withholds nothing.
    pub threshold: u64,
    /// Events to be laid beside the weeks.
    pub events: Vec<HotEvent>,
    /// Days from which a table counts something else.
    pub breaks: Vec<TableBreak>,
}
