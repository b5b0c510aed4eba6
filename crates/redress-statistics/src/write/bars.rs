//! The funnel as bars: stages solid, where cases leave hatched, what is pending pale, what is withheld outlined.

use super::frame::{NARROW, along};
use super::{label, shown};
use crate::{Cell, Line, Table};
use maud::{Markup, html};
use redress_words::Words;

const TALL: i64 = 18;

/// Where things stand: names beside their bars at a desk, above them on a phone.
#[derive(Clone, Copy)]
struct Places {
    /// Where the bars begin.
    left: i64,
    /// From one bar to the next.
    step: i64,
    wide: i64,
    /// The pattern of this drawing: one that is not shown has none to lend.
    hatch: &'static str,
}

impl Places {
    const fn of(wide: i64) -> Places {
        if wide > NARROW {
            Places { left: 270, step: 30, wide, hatch: "url(#chart-funnel-hatch)" }
        } else {
            Places { left: 12, step: 48, wide, hatch: "url(#chart-funnel-phone-hatch)" }
        }
    }

    const fn phone(self) -> bool {
        self.wide <= NARROW
    }
}

/// How a row is drawn.
fn kind(id: &str) -> &'static str {
    match id {
        "filed" | "accepted" | "judged" => "stage",
        "pending-before" | "pending-after" => "pending",
        _ => "exit",
    }
}

/// Height and body.
pub(super) fn funnel(words: &Words, table: &Table, wide: i64) -> (i64, Markup) {
    let at = Places::of(wide);
    let left = at.left;
    let rows =
        table.rows.iter().filter(|line| !line.head.id.starts_with("share-") && line.head.id != "concluded");
    let rows: Vec<(&Line, Cell)> = rows.filter_map(|line| Some((line, *line.cells.last()?))).collect();
    let count = |cell: &Cell| if let Cell::Count { n } = cell { Some(*n) } else { None };
    let most = rows.iter().filter_map(|(_, cell)| count(cell)).max().unwrap_or(1);
    let room = wide - left - 80;
    let legend_rows = if at.phone() { 3 } else { 1 };
    let tall = 16 + at.step * super::frame::px(rows.len()) + 14 + 20 * legend_rows;
    let body = html! {
        line x1=(left) y1="8" x2=(left) y2=(tall - 16 - 20 * legend_rows) class="axis" {}
        @for (place, (line, cell)) in rows.iter().enumerate() {
            @let top = 12 + at.step * super::frame::px(place);
            @let y = if at.phone() { top + 18 } else { top };
            @let stage = kind(&line.head.id) == "stage";
            @if at.phone() { text x=(left + 4) y=(top + 12) class=(if stage { "strong" } else { "quiet" }) { (label(words, &line.head)) } }
            @else { text x=(left - 10) y=(y + 14) class=(if stage { "end strong" } else { "end quiet" }) { (label(words, &line.head)) } }
            @match count(cell) {
                Some(n) => {
                    @let long = along(n, most, room).max(i64::from(n > 0));
                    @if n > 0 { (bar(at, kind(&line.head.id), (left, y), long)) }
                    text x=(left + long + 8) y=(y + 14) class=(if stage { "strong" } else { "" }) { (shown(words, *cell)) }
                }
                None => {
                    rect x=(left) y=(y) width="22" height=(TALL) class="held" {}
                    text x=(left + 30) y=(y + 14) class="quiet" { (words.say("statistics-withheld", &[])) }
                }
            }
        }
        (legend(words, at, tall - 20 * legend_rows))
        // The bars have no time axis: what they add up across is said under them, below a broken line. On a phone the list
        // below the chart says it, where there is room for a sentence.
        @for (place, one) in table.breaks.iter().enumerate().filter(|_| !at.phone()) {
            @let y = tall + at.step * super::frame::px(place);
            line x1="12" y1=(y - 4) x2=(wide - 20) y2=(y - 4) class="break" {}
            text x="12" y=(y + 14) class="quiet" { (super::broken(words, one)) }
        }
    };
    let breaks = if at.phone() { 0 } else { table.breaks.len() };
    (tall + at.step * super::frame::px(breaks), body)
}

fn bar(at: Places, kind: &str, (x, y): (i64, i64), wide: i64) -> Markup {
    html! {
        @match kind {
            "stage" => rect x=(x) y=(y) width=(wide) height=(TALL) class="solid" {},
            "pending" => rect x=(x) y=(y) width=(wide) height=(TALL) class="pale" {},
            _ => rect x=(x) y=(y) width=(wide) height=(TALL) fill=(at.hatch) class="hatch" {},
        }
    }
}

fn legend(words: &Words, at: Places, y: i64) -> Markup {
    html! {
        @for (place, kind) in ["stage", "exit", "pending"].into_iter().enumerate() {
            @let place = super::frame::px(place);
            @let (x, y) = if at.phone() { (at.left, y + 20 * place) } else { (at.left + 180 * place, y) };
            @if at.phone() { (bar(at, kind, (x, y - 12), 22)) }
            @else { g transform={"translate(" (x - at.left) " 0)"} { (bar(at, kind, (at.left, y - 12), 22)) } }
            text x=(x + 30) y=(y + 2) class="quiet" { (words.say(&format!("statistics-legend-{kind}"), &[])) }
        }
    }
}
