//! Weekly bars with the events of a person's own list as bands. What follows what is shown; nothing is said about why.

use super::frame::{WIDE, along, px, ticks};
use crate::{Cell, HotEvent, Period, Table};
use maud::{Markup, html};
use redress_words::Words;

const LEFT: i64 = 50;
const HIGH: i64 = 150;
const ROW: i64 = 18;

/// Height and body; nothing where there is no week.
pub(super) fn weeks(words: &Words, table: &Table, events: &[HotEvent]) -> Option<(i64, Markup)> {
    let rows = table.rows.split_last().map(|(_, weeks)| weeks).filter(|weeks| !weeks.is_empty())?;
    let most = rows.iter().filter_map(|line| count(line.cells.first())).max().unwrap_or(1).max(1);
    let slots = px(rows.len());
    let x = |place: usize| LEFT + (WIDE - LEFT - 10) * px(place) / slots;
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
    let bar = (x(1) - x(0) - 2).clamp(1, 26);
    let every = rows.len() / 8 + 1;
    let body = html! {
        @for (place, (event, first, last)) in bands.iter().enumerate() {
            @let y = 4 + ROW * px(place);
            rect x=(x(*first)) y=(y) width=(x(*last) - x(*first)) height=(base - y) class="band" {}
            text x=(x(*first).min(WIDE - 200) + 4) y=(y + 13) class="strong" { (redress_words::safe_text(&event.name)) }
        }
        @for tick in ticks(most, 3) {
            @let y = base - along(tick, most, HIGH - 20);
            line x1=(LEFT) x2=(WIDE - 10) y1=(y) y2=(y) class=(if tick == 0 { "axis" } else { "grid" }) {}
            text x=(LEFT - 8) y=(y + 4) class="end quiet" { (words.number(tick)) }
        }
        @for (place, line) in rows.iter().enumerate() {
            @let middle = x(place) + ((x(place + 1) - x(place) - bar) / 2).max(0);
            @match line.cells.first() {
                Some(Cell::Withheld) => rect x=(middle) y=(base - 8) width=(bar) height="8" class="held" {},
                cell => @if let Some(n) = count(cell).filter(|n| *n > 0) {
                    @let tall = along(n, most, HIGH - 20).max(1);
                    rect x=(middle) y=(base - tall) width=(bar) height=(tall) class="solid" {}
                },
            }
            @if place % every == 0 { text x=(x(place)) y=(base + 18) class="quiet" { (line.head.id) } }
        }
    };
    Some((base + 30, body))
}

const fn count(cell: Option<&Cell>) -> Option<u64> {
    match cell {
        Some(Cell::Count { n }) => Some(*n),
        _ => None,
    }
}
