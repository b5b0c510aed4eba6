//! The tables, one file a subject.

mod crossings;
mod durations;
mod duties;
mod files;
mod funnel;
mod penalties;
mod routes;
mod weeks;

use crate::atoms::{Sheet, Units};
use crate::suit::{Suit, suits};
use crate::{By, Head, HotEvent, Milestone, Period, Row};
use redress_base::{Date, Finding};

/// What every table counts from.
pub(crate) struct Counting<'a> {
    pub(crate) rows: &'a [Row],
    pub(crate) by: By,
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) as_of: Date,
    pub(crate) events: &'a [HotEvent],
    pub(crate) units: Units,
}

/// Every table, in the order of [`crate::TABLES`].
pub(crate) fn all(counting: &mut Counting<'_>) -> Vec<Sheet> {
    vec![
        penalties::sheet(counting, "arrests", &["arrest-approved"]),
        penalties::sheet(counting, "charged", &["indicted", "person-charged"]),
        routes::routes(counting),
        funnel::funnel(counting),
        routes::public(counting),
        durations::sheet(counting),
        crossings::sheet(counting),
        duties::help(counting),
        duties::notices(counting),
        duties::by_duty(counting),
        files::marks(counting),
        files::minors(counting),
        weeks::sheet(counting),
    ]
}

impl Counting<'_> {
    fn columns(&self) -> Vec<Head> {
        Period::between(self.by, self.from, self.to).into_iter().map(Period::head).collect()
    }

    /// The column of a day; nothing outside the days counted.
    fn column(&self, day: Date) -> String {
        if self.within(day) { Period::of(self.by, day).id() } else { String::new() }
    }

    fn within(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Every suit of every case.
    fn suits(&self) -> Vec<Suit> {
        self.rows.iter().enumerate().flat_map(|(case, row)| suits(case, row)).collect()
    }

    fn unit(&mut self, key: String) -> usize {
        self.units.unit(key, 1)
    }

    fn file(&mut self, case: usize) -> usize {
        self.unit(format!("file/{case}"))
    }

    fn track(&mut self, case: usize, procedure: &str, track: &str) -> usize {
        self.unit(format!("track/{case}/{procedure}/{track}"))
    }

    /// Every step of every case, with the number of the case.
    fn steps(&self) -> Vec<(usize, Milestone)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(case, row)| row.milestones.iter().map(move |step| (case, step.clone()))).collect()
    }

    /// The note that says as of which day cases stand where they stand.
    fn cohort_note(&self) -> Finding {
        Finding::note("statistics-note-cohort").with("day", self.as_of.to_string())
    }
}

/// Heads whose codes begin alike.
fn heads(stem: &str, ids: &[&str]) -> Vec<Head> {
    ids.iter().map(|id| Head::new(id, &format!("{stem}{id}"))).collect()
}
