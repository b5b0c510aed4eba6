//! Median days between milestones, with the number of cases that they rest on.

use super::Counting;
use crate::atoms::{Draft, Sheet};
use crate::suit::tracks;
use crate::{Head, Unit};
use redress_base::{Date, Finding};
use std::collections::{BTreeMap, BTreeSet};

/// Procedure, milestone at which the time begins, milestone at which it ends.
const SPANS: [(&str, &str, &str); 4] = [
    ("public-prosecution", "reported", "filed"),
    ("public-prosecution", "filed", "indicted"),
    ("public-prosecution", "indicted", "judged"),
    ("police-help", "court-asked", "collected"),
];

type Measured = BTreeMap<usize, i64>;

/// One row a pair of milestones; counted where the second lies in the period.
pub(crate) fn sheet(counting: &mut Counting<'_>) -> Sheet {
    let mut rows: Vec<(&str, String, Measured)> = suits(counting);
    for (procedure, first, last) in SPANS {
        let mut measured = Measured::new();
        let all = counting.rows;
        for (case, row) in all.iter().enumerate() {
            for (track, steps) in tracks(row, procedure) {
                let on = |event: &str| steps.iter().find(|step| step.event == event).map(|step| step.on);
                let unit = counting.track(case, procedure, track);
                measure(counting, &mut measured, unit, on(first), on(last));
            }
        }
        rows.push((procedure, format!("{first}-{last}"), measured));
    }
    let rows = rows.into_iter().map(|(procedure, id, measured)| {
        let units: BTreeSet<usize> = measured.keys().copied().collect();
        let days: Vec<i64> = measured.into_values().collect();
        let head = Head::new(&format!("{procedure}.{id}"), &format!("statistics-span-{procedure}-{id}"));
        (head, vec![Draft::Count(units.clone()), Draft::Median(units, half_days(days))])
    });
    Sheet {
        id: "durations",
        unit: Unit::Cases,
        columns: vec![
            Head::new("n", "statistics-column-cases"),
            Head::new("median-days", "statistics-column-median"),
        ],
        rows: rows.collect(),
        row_sums: Vec::new(),
        total_column: false,
        notes: vec![Finding::note("statistics-note-durations")],
    }
}

fn suits(counting: &mut Counting<'_>) -> Vec<(&'static str, String, Measured)> {
    let names = ["filed-accepted", "filed-refused", "accepted-judged", "filed-judged"];
    let mut rows = names.map(|name| ("private-prosecution", name.to_owned(), Measured::new()));
    for suit in counting.suits() {
        let filed = Some(suit.filed);
        let spans = [
            (filed, suit.accepted),
            (filed, suit.refused),
            (suit.accepted, suit.judged),
            (filed, suit.judged),
        ];
        let unit = counting.unit(suit.key);
        for ((_, _, measured), (first, last)) in rows.iter_mut().zip(spans) {
            measure(counting, measured, unit, first, last);
        }
    }
    rows.into()
}

fn measure(
    counting: &Counting<'_>,
    measured: &mut Measured,
    unit: usize,
    first: Option<Date>,
    last: Option<Date>,
) {
    if let (Some(first), Some(last)) = (first, last)
        && first <= last
        && counting.within(last)
    {
        measured.insert(unit, i64::from((last - first).get_days()));
    }
}

/// Twice the median.
fn half_days(mut days: Vec<i64>) -> u64 {
    days.sort_unstable();
    let middle = days.len() / 2;
    let at = |place: usize| days.get(place).copied().unwrap_or_default();
    let twice =
        if days.len().is_multiple_of(2) { at(middle.saturating_sub(1)) + at(middle) } else { 2 * at(middle) };
    u64::try_from(twice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_median_of_two_is_their_middle() {
        assert_eq!(super::half_days(vec![9, 1, 4]), 8);
        assert_eq!(super::half_days(vec![4, 1]), 5);
        assert_eq!(super::half_days(Vec::new()), 0);
    }
}
