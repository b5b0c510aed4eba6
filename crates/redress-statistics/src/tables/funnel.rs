//! The funnel of private prosecution: filed, accepted, judged, and where suits leave it.

use super::{Counting, heads};
use crate::atoms::{Draft, Grid, Sheet};
use crate::suit::{End, Suit};
use crate::{Head, Unit};
use redress_base::Finding;

const ROWS: [&str; 13] = [
    "filed",
    "not-accepted",
    "withdrawn-before",
    "to-public-before",
    "pending-before",
    "accepted",
    "dismissed",
    "withdrawn-after",
    "settled",
    "to-public-after",
    "pending-after",
    "judged",
    "concluded",
];

/// Rows that stand for a part of what was concluded.
const SHARES: [&str; 7] = [
    "not-accepted",
    "withdrawn-before",
    "dismissed",
    "withdrawn-after",
    "settled",
    "to-public-after",
    "judged",
];

/// Where a suit is counted besides among those filed.
fn places(suit: &Suit) -> Vec<&'static str> {
    let accepted = suit.accepted.is_some();
    let place = match (suit.end, accepted) {
        (End::NotAccepted, _) => "not-accepted",
        (End::Withdrawn, false) => "withdrawn-before",
        (End::ToPublic, false) => "to-public-before",
        (End::Pending, false) => "pending-before",
        (End::Dismissed, _) => "dismissed",
        (End::Withdrawn, true) => "withdrawn-after",
        (End::Settled, _) => "settled",
        (End::ToPublic, true) => "to-public-after",
        (End::Pending, true) => "pending-after",
        (End::Judged, _) => "judged",
    };
    let mut places = vec!["filed", place];
    places.extend(accepted.then_some("accepted"));
    places.extend((suit.end != End::Pending).then_some("concluded"));
    places
}

/// Suits filed in the period, as they stand.
pub(crate) fn funnel(counting: &mut Counting<'_>) -> Sheet {
    let mut grid = Grid::new(counting.columns(), heads("statistics-funnel-", &ROWS));
    for suit in counting.suits() {
        let column = counting.column(suit.filed);
        let places = places(&suit);
        let unit = counting.unit(suit.key);
        places.iter().for_each(|place| grid.add(place, &column, unit));
    }
    let row = |id: &str| grid.row(id);
    let some = |ids: &[&str]| ids.iter().filter_map(|id| row(id)).collect::<Vec<usize>>();
    let before = ["not-accepted", "withdrawn-before", "to-public-before", "pending-before", "accepted"];
    let after = ["dismissed", "withdrawn-after", "settled", "to-public-after", "pending-after", "judged"];
    let filed: Vec<(usize, Vec<usize>)> = [("filed", &before[..]), ("accepted", &after[..])]
        .into_iter()
        .filter_map(|(sum, parts)| Some((row(sum)?, some(parts))))
        .collect();
    let shares: Vec<(&str, usize)> = SHARES.into_iter().filter_map(|id| Some((id, row(id)?))).collect();
    let base = row("concluded").unwrap_or_default();
    let mut sheet = grid.sheet("funnel", Unit::Cases, false);
    sheet.row_sums = filed;
    let wide = sheet.columns.len();
    for (id, part) in shares {
        let head = Head::new(&format!("share-{id}"), &format!("statistics-share-{id}"));
        sheet.rows.push((head, vec![Draft::Share(part, base); wide]));
    }
    sheet.notes.push(counting.cohort_note());
    sheet.notes.push(Finding::note("statistics-note-first-instance"));
    sheet
}
