//! The funnel as bars: stages solid, where cases leave hatched, what is pending pale, what is withheld outlined.

use super::frame::{WIDE, along};
use super::{label, shown};
use crate::{Cell, Line, Table};
use maud::{Markup, html};
use redress_words::Words;

const LEFT: i64 = 270;
const STEP: i64 = 30;
const TALL: i64 = 18;

/// How a row is drawn.
fn kind(id: &str) -> &'static str {
    match id {
        "filed" | "accepted" | "judged" => "stage",
        "pending-before" | "pending-after" => "pending",
        _ => "exit",
    }
}

/// Height and body.
pub(super) fn funnel(words: &Words, table: &Table) -> (i64, Markup) {
    let rows =
        table.rows.iter().filter(|line| !line.head.id.starts_with("share-") && line.head.id != "concluded");
    let rows: Vec<(&Line, Cell)> = rows.filter_map(|line| Some((line, *line.cells.last()?))).collect();
    let count = |cell: &Cell| if let Cell::Count { n } = cell { Some(*n) } else { None };
    let most = rows.iter().filter_map(|(_, cell)| count(cell)).max().unwrap_or(1);
    let room = WIDE - LEFT - 80;
    let tall = 16 + STEP * super::frame::px(rows.len()) + 34;
    let body = html! {
        line x1=(LEFT) y1="8" x2=(LEFT) y2=(tall - 36) class="axis" {}
        @for (place, (line, cell)) in rows.iter().enumerate() {
            @let y = 12 + STEP * super::frame::px(place);
            @let stage = kind(&line.head.id) == "stage";
            text x=(LEFT - 10) y=(y + 14) class=(if stage { "end strong" } else { "end quiet" }) { (label(words, &line.head)) }
            @match count(cell) {
                Some(n) => {
                    @let wide = along(n, most, room).max(i64::from(n > 0));
                    @if n > 0 { (bar(kind(&line.head.id), y, wide)) }
                    text x=(LEFT + wide + 8) y=(y + 14) class=(if stage { "strong" } else { "" }) { (shown(words, *cell)) }
                }
                None => {
                    rect x=(LEFT) y=(y) width="22" height=(TALL) class="held" {}
                    text x=(LEFT + 30) y=(y + 14) class="quiet" { (words.say("statistics-withheld", &[])) }
                }
            }
        }
        (legend(words, tall - 20))
        // The bars have no time axis: what they add up across is said under them, below a broken line.
        @for (place, at) in table.breaks.iter().enumerate() {
            @let y = tall + STEP * super::frame::px(place);
            line x1="12" y1=(y - 4) x2=(WIDE - 20) y2=(y - 4) class="break" {}
            text x="12" y=(y + 14) class="quiet" { (super::broken(words, at)) }
        }
    };
    (tall + STEP * super::frame::px(table.breaks.len()), body)
}

fn bar(kind: &str, y: i64, wide: i64) -> Markup {
    html! {
        @match kind {
            "stage" => rect x=(LEFT) y=(y) width=(wide) height=(TALL) class="solid" {},
            "pending" => rect x=(LEFT) y=(y) width=(wide) height=(TALL) class="pale" {},
            _ => rect x=(LEFT) y=(y) width=(wide) height=(TALL) fill="url(#chart-funnel-hatch)" class="hatch" {},
        }
    }
}

fn legend(words: &Words, y: i64) -> Markup {
    html! {
        @for (place, kind) in ["stage", "exit", "pending"].into_iter().enumerate() {
            @let x = LEFT + 180 * super::frame::px(place);
            g transform={"translate(" (x - LEFT) " 0)"} { (bar(kind, y - 12, 22)) }
            text x=(x + 30) y=(y + 2) class="quiet" { (words.say(&format!("statistics-legend-{kind}"), &[])) }
        }
    }
}
