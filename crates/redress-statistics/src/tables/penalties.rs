//! Arrests approved and persons charged, by offence: what the press conference of 2023-09-25 reported.

use super::{Counting, heads};
use crate::Unit;
use crate::atoms::{Grid, Sheet};
use redress_base::Finding;

/// The offences of the book, as `procedure/public-prosecution.toml` names them.
const OFFENCES: [&str; 8] = [
    "insult",
    "defamation",
    "personal-information",
    "refusing-duties",
    "unlawful-use",
    "assisting",
    "other-offence",
    "not-stated",
];

/// Persons by offence and period, by the day of the decision.
pub(crate) fn sheet(counting: &mut Counting<'_>, id: &'static str, events: &[&str]) -> Sheet {
    let mut grid = Grid::new(counting.columns(), heads("statistics-offence-", &OFFENCES));
    let mut unnumbered = false;
    for (number, (case, step)) in counting.steps().into_iter().enumerate() {
        let asked = step.procedure == "public-prosecution" && events.contains(&step.event.as_str());
        if !asked || !counting.within(step.on) {
            continue;
        }
        let Some(persons) = step.persons.filter(|persons| *persons > 0) else {
            unnumbered = true;
            continue;
        };
        let unit = counting.units.unit(format!("persons/{case}/{number}"), u64::from(persons));
        let offence = step.reason.as_deref().filter(|one| OFFENCES.contains(one)).unwrap_or("not-stated");
        grid.add(offence, &counting.column(step.on), unit);
    }
    let mut sheet = grid.with_total().sheet(id, Unit::Persons, true);
    sheet.notes.push(Finding::note("statistics-note-decisions"));
    if unnumbered {
        sheet.notes.push(Finding::warning("statistics-note-persons-unknown"));
    }
    sheet
}
