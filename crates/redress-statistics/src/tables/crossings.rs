//! Crossings between private, public and administrative procedure (指导意见 13, in force 2023-09-20; 18, unverified).

use super::{Counting, heads};
use crate::atoms::{Grid, Sheet};
use crate::suit::{suits, tracks};
use crate::{Milestone, Row, Unit};
use redress_base::{Date, Finding};

/// Row, procedure, event, reason where only one counts.
const STEPS: [(&str, &str, &str, Option<&str>); 15] = [
    ("asked-to-withdraw", "private-prosecution", "persuaded", Some("police-case-open")),
    ("withdrawn-at-request", "private-prosecution", "withdrawn", Some("courts-request")),
    ("refused-police-open", "private-prosecution", "refused", Some("police-case-open")),
    ("trial-ended", "private-prosecution", "trial-ended", None),
    ("materials-handed-over", "private-prosecution", "materials-handed-over", None),
    ("joined-as-victim", "private-prosecution", "joined-as-victim", None),
    ("transferred", "private-prosecution", "transferred", None),
    ("received-from-court", "public-prosecution", "received-from-court", None),
    ("told-private-only", "public-prosecution", "told-private-only", None),
    ("received-from-administrative", "public-prosecution", "received-from-administrative", None),
    ("moved-to-administrative", "public-prosecution", "moved-to-administrative", None),
    ("consultation", "transfer", "consultation-asked", None),
    ("handed-over", "transfer", "handed-over", None),
    ("received", "transfer", "received", None),
    ("sent-back", "transfer", "sent-back", None),
];

/// States in which a public case goes no further.
const STOPPED: [&str; 5] = ["refused", "private-only", "dropped", "not-prosecuted", "prosecution-withdrawn"];

/// Cases by crossing, by the day of the step. A case may cross more than once, so the rows do not add up.
pub(crate) fn sheet(counting: &mut Counting<'_>) -> Sheet {
    let mut ids: Vec<&str> = STEPS.iter().map(|(id, ..)| *id).collect();
    ids.insert(9, "filed-after-public");
    let mut grid = Grid::new(counting.columns(), heads("statistics-crossing-", &ids));
    for suit in counting.suits() {
        let unit = counting.unit(suit.key);
        for step in &suit.steps {
            if let Some(row) = row_of(step) {
                grid.add(row, &counting.column(step.on), unit);
            }
        }
    }
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        for suit in suits(case, row) {
            let matter = suit.steps.first().map_or("", |step| matter(&step.track));
            if stopped_before(row, matter, suit.filed) {
                let column = counting.column(suit.filed);
                let unit = counting.unit(suit.key);
                grid.add("filed-after-public", &column, unit);
            }
        }
        for procedure in ["public-prosecution", "transfer"] {
            for (track, steps) in tracks(row, procedure) {
                let unit = counting.track(case, procedure, track);
                for step in steps {
                    if let Some(row) = row_of(step) {
                        grid.add(row, &counting.column(step.on), unit);
                    }
                }
            }
        }
    }
    let mut sheet = grid.sheet("crossings", Unit::Cases, false);
    sheet.notes.push(Finding::note("statistics-note-crossings"));
    sheet
}

fn row_of(step: &Milestone) -> Option<&'static str> {
    let fits = |(_, procedure, event, reason): &&(&str, &str, &str, Option<&str>)| {
        step.procedure == *procedure
            && step.event == *event
            && reason.is_none_or(|reason| step.reason.as_deref() == Some(reason))
    };
    STEPS.iter().find(fits).map(|(row, ..)| *row)
}

/// The part of a track's name before the dot is its matter; procedures cross only inside one.
fn matter(track: &str) -> &str {
    track.split_once('.').map_or(track, |(matter, _)| matter)
}

/// Whether a public case of the same matter had come to a stop by that day.
fn stopped_before(row: &Row, of: &str, day: Date) -> bool {
    tracks(row, "public-prosecution").into_iter().filter(|(track, _)| matter(track) == of).any(
        |(_, steps)| {
            let last = steps.iter().rfind(|step| step.on <= day);
            last.is_some_and(|step| STOPPED.contains(&step.to.as_str()))
        },
    )
}
