//! Weekly bars with the events of a person's own list as bands. What follows what is shown; nothing is said about why.

use super::frame::{NARROW, along, px, ticks};
use crate::{Cell, HotEvent, Period, Table};
use maud::{Markup, html};
use redress_words::Words;

const LEFT: i64 = 50;
const HIGH: i64 = 150;
const ROW: i64 = 18;
/// How the two columns of the table are drawn.
const KINDS: [&str; 2] = ["solid", "pale"];

/// Height and body; nothing where there is no week.
pub(super) fn weeks(words: &Words, table: &Table, events: &[HotEvent], wide: i64) -> Option<(i64, Markup)> {
    let rows = table.rows.split_last().map(|(_, weeks)| weeks).filter(|weeks| !weeks.is_empty())?;
    let cells = rows.iter().flat_map(|line| &line.cells);
    let most = cells.filter_map(|cell| count(*cell)).max().unwrap_or(1).max(1);
    let slots = px(rows.len());
    let x = |place: usize| LEFT + (wide - LEFT - 10) * px(place) / slots;
    let bands: Vec<(&HotEvent, usize, usize)> = events
        .iter()
        .filter_map(|event| {
            let (from, to) = (Period::week(event.from).id(), Period::week(event.to).id());
            let first = rows.iter().position(|line| line.head.id >= from)?;
            let last = rows.iter().rposition(|line| line.head.id <= to)?;
            (first <= last).then_some((event, first, last + 1))
        })
        .collect();
    let top = 14 + ROW * px(bands.len());
    let base = top + HIGH;
    let bar = ((x(1) - x(0) - 2) / 2).clamp(1, 20);
    let every = if wide > NARROW { rows.len() / 8 + 1 } else { rows.len() / 3 + 1 };
    let body = html! {
        @for (place, (event, first, last)) in bands.iter().enumerate() {
            @let y = 4 + ROW * px(place);
            rect x=(x(*first)) y=(y) width=(x(*last) - x(*first)) height=(base - y) class="band" {}
            text x=(x(*first).min(wide - 200) + 4) y=(y + 13) class="strong" { (redress_words::safe_text(&event.name)) }
        }
        @for tick in ticks(most, 3) {
            @let y = base - along(tick, most, HIGH - 20);
            line x1=(LEFT) x2=(wide - 10) y1=(y) y2=(y) class=(if tick == 0 { "axis" } else { "grid" }) {}
            text x=(LEFT - 8) y=(y + 4) class="end quiet" { (words.number(tick)) }
        }
        @for (place, line) in rows.iter().enumerate() {
            @for (number, cell) in line.cells.iter().take(2).enumerate() {
                @let left = x(place) + ((x(place + 1) - x(place) - 2 * bar) / 2).max(0) + bar * px(number);
                (column(*cell, (left, base), bar, most, KINDS.get(number).copied().unwrap_or_default()))
            }
            @if place % every == 0 { text x=(x(place)) y=(base + 18) class="quiet" { (line.head.id) } }
        }
        @for (place, line) in rows.iter().enumerate() {
            @for at in table.breaks_in(&line.head) {
                @let left = x(place) < wide * 2 / 3;
                line x1=(x(place)) x2=(x(place)) y1="4" y2=(base) class="break" {}
                // On a phone the list below the chart says it, where there is room for a sentence.
                @if wide > NARROW { text x=(if left { x(place) + 6 } else { x(place) - 6 }) y=(top + 10) class=(if left { "quiet" } else { "end quiet" }) { (super::broken(words, at)) } }
            }
        }
        @for (number, head) in table.columns.iter().take(2).enumerate() {
            @let left = LEFT + (if wide > NARROW { 180 } else { 140 }) * px(number);
            rect x=(left) y=(base + 32) width="22" height="12" class=(KINDS.get(number).copied().unwrap_or_default()) {}
            text x=(left + 30) y=(base + 43) class="quiet" { (super::label(words, head)) }
        }
    };
    Some((base + 54, body))
}

/// One bar; what is withheld is a low outline that says nothing of how much it is.
fn column(cell: Cell, (left, base): (i64, i64), wide: i64, most: u64, kind: &str) -> Markup {
    let tall = count(cell).map_or(8, |n| along(n, most, HIGH - 20).max(1));
    let kind = if cell == Cell::Withheld { "held" } else { kind };
    html! {
        @if count(cell) != Some(0) { rect x=(left) y=(base - tall) width=(wide) height=(tall) class=(kind) {} }
    }
}

const fn count(cell: Cell) -> Option<u64> {
    match cell {
        Cell::Count { n } => Some(n),
        _ => None,
    }
}
