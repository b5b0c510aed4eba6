//! Which routes were taken, and how public cases ended.

use super::{Counting, heads};
use crate::atoms::{Grid, Sheet};
use crate::suit::tracks;
use crate::{Head, Unit};
use redress_base::Finding;

/// The procedures, as `procedure/` names them.
const PROCEDURES: [&str; 13] = [
    "private-prosecution",
    "public-prosecution",
    "police-help",
    "filing-supervision",
    "injunction",
    "protection-order",
    "civil-suit",
    "public-interest",
    "administrative-penalty",
    "reconsideration",
    "platform-notice",
    "legal-aid",
    "transfer",
];

/// Cases by procedure, by the day on which each began. A private suit counts anew each time that it is filed.
pub(crate) fn routes(counting: &mut Counting<'_>) -> Sheet {
    let mut grid = Grid::new(counting.columns(), heads("statistics-procedure-", &PROCEDURES));
    for suit in counting.suits() {
        let (unit, column) = (counting.unit(suit.key), counting.column(suit.filed));
        grid.add("private-prosecution", &column, unit);
    }
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        for procedure in PROCEDURES.into_iter().skip(1) {
            for (track, steps) in tracks(row, procedure) {
                let Some(first) = steps.first() else { continue };
                let unit = counting.track(case, procedure, track);
                grid.add(procedure, &counting.column(first.on), unit);
            }
        }
    }
    grid.drop_empty();
    let mut sheet = grid.sheet("routes", Unit::Cases, false);
    sheet.notes.push(Finding::note("statistics-note-routes"));
    sheet
}

/// Where a public case stands, by the state of its track.
fn standing(state: &str) -> &'static str {
    match state {
        "refused" => "refused",
        "private-only" => "private-only",
        "dropped" => "dropped",
        "not-prosecuted" | "petitioned" => "not-prosecuted",
        "prosecution-withdrawn" => "prosecution-withdrawn",
        "judged" | "appealed" | "final" => "judged",
        _ => "pending",
    }
}

/// Public cases that began in the period, as they stand.
pub(crate) fn public(counting: &mut Counting<'_>) -> Sheet {
    let parts = [
        "refused",
        "private-only",
        "dropped",
        "not-prosecuted",
        "prosecution-withdrawn",
        "judged",
        "pending",
    ];
    let mut grid = Grid::new(counting.columns(), heads("statistics-public-", &parts));
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        for (track, steps) in tracks(row, "public-prosecution") {
            let (Some(first), Some(last)) = (steps.first(), steps.last()) else { continue };
            let unit = counting.track(case, "public-prosecution", track);
            grid.add(standing(&last.to), &counting.column(first.on), unit);
        }
    }
    let mut sheet = grid.with_total().sheet("public", Unit::Cases, true);
    if let Some((head, _)) = sheet.rows.last_mut() {
        *head = Head::new("begun", "statistics-public-begun");
    }
    sheet.notes.push(counting.cohort_note());
    sheet
}
