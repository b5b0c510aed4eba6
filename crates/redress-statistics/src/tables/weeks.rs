//! Case files a week beside a person's own list of events.

use super::Counting;
use crate::atoms::{Draft, Sheet};
use crate::{Head, Period, Row, Unit};
use redress_base::{Date, Finding};
use std::collections::{BTreeMap, BTreeSet};

/// More weeks than this are not listed: ten years of them.
const MOST: usize = 522;

type Counted = BTreeMap<String, [BTreeSet<usize>; 2]>;

/// Files by the week in which they were opened, and in which their first step was taken.
pub(crate) fn sheet(counting: &mut Counting<'_>) -> Sheet {
    let mut counted = Counted::new();
    let mut seen: BTreeSet<Date> = counting.events.iter().flat_map(|event| [event.from, event.to]).collect();
    let rows = counting.rows;
    for (case, row) in rows.iter().enumerate() {
        let unit = counting.file(case);
        for (column, day) in [(0, Some(row.opened)), (1, first_step(row))] {
            if let Some(day) = day.filter(|day| counting.within(*day)) {
                seen.insert(day);
                let cells = counted.entry(Period::week(day).id()).or_default();
                cells.get_mut(column).map(|cell| cell.insert(unit));
            }
        }
    }
    seen.retain(|day| counting.within(*day));
    let (first, last) = (seen.first().copied(), seen.last().copied());
    let all = first.zip(last).map_or_else(Vec::new, |(first, last)| Period::weeks(first, last));
    let left_out = all.len().saturating_sub(MOST);
    let kept: Vec<Period> = all.into_iter().skip(left_out).collect();
    let mut rows: Vec<(Head, Vec<Draft>)> = Vec::new();
    let mut sums: [BTreeSet<usize>; 2] = Default::default();
    for week in kept {
        let cells = counted.remove(&week.id()).unwrap_or_default();
        sums.iter_mut().zip(&cells).for_each(|(sum, cell)| sum.extend(cell));
        rows.push((counting.week_head(week), cells.into_iter().map(Draft::Count).collect()));
    }
    let parts = rows.len();
    let total = Head::new("total", "statistics-total");
    rows.push((total, sums.into_iter().map(Draft::Count).collect()));
    let mut notes = vec![Finding::note("statistics-note-weeks")];
    if left_out > 0 {
        notes.push(Finding::warning("statistics-note-weeks-left-out").with("count", left_out));
    }
    notes.extend(counting.events.iter().map(|event| {
        let note = Finding::note("statistics-note-event").with("name", event.name.as_str());
        let note = note.with("from", event.from.to_string()).with("to", event.to.to_string());
        note.with("source", event.source.as_str())
    }));
    Sheet {
        id: "weeks",
        unit: Unit::Files,
        columns: vec![
            Head::new("opened", "statistics-column-opened"),
            Head::new("first-step", "statistics-column-first-step"),
        ],
        rows,
        row_sums: vec![(parts, (0..parts).collect())],
        total_column: false,
        notes,
    }
}

fn first_step(row: &Row) -> Option<Date> {
    row.milestones.iter().map(|step| step.on).min()
}

impl Counting<'_> {
    /// The head of a week, with the names of the events that touch it.
    fn week_head(&self, week: Period) -> Head {
        let touches = |from: Date, to: Date| Period::week(from) <= week && week <= Period::week(to);
        let names = self.events.iter().filter(|event| touches(event.from, event.to));
        let names: Vec<&str> = names.map(|event| event.name.as_str()).collect();
        let mut head = week.head();
        if !names.is_empty() {
            head.code = "statistics-week-during".to_owned();
            head = head.with("events", names.join(" · "));
        }
        head
    }
}
