//! Case files by their marks and by the age of the person whom they are about.

use super::{Counting, heads};
use crate::Unit;
use crate::atoms::{Grid, Sheet};
use redress_base::Finding;

/// Supervised key cases and rapid response (press conference of 2023-09-25), by the day on which the file was opened.
pub(crate) fn marks(counting: &mut Counting<'_>) -> Sheet {
    let ids = ["supervised", "rapid-response", "both", "neither"];
    let mut grid = Grid::new(counting.columns(), heads("statistics-mark-", &ids));
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        let id = match (row.supervised, row.rapid_response) {
            (true, true) => "both",
            (true, false) => "supervised",
            (false, true) => "rapid-response",
            (false, false) => "neither",
        };
        let unit = counting.file(case);
        grid.add(id, &counting.column(row.opened), unit);
    }
    let mut sheet = grid.with_total().sheet("marks", Unit::Files, true);
    sheet.notes.push(Finding::note("statistics-note-opened"));
    sheet
}

/// Whether the person is under eighteen (指导意见 8, in force 2023-09-20).
pub(crate) fn minors(counting: &mut Counting<'_>) -> Sheet {
    let ids = ["minor", "adult", "not-stated"];
    let mut grid = Grid::new(counting.columns(), heads("statistics-age-", &ids));
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        let id = match row.minor {
            Some(true) => "minor",
            Some(false) => "adult",
            None => "not-stated",
        };
        let unit = counting.file(case);
        grid.add(id, &counting.column(row.opened), unit);
    }
    let mut sheet = grid.with_total().sheet("minors", Unit::Files, true);
    sheet.notes.push(Finding::note("statistics-note-opened"));
    sheet
}
