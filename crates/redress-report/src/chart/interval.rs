//! An interval against a threshold. Solid is counted for sure and survives what the other side may
//! contest; hatched may be contested; pale is what the platform's rounding leaves open; an arrow says that
//! nothing bounds it. The axis starts at 0.

use maud::{Markup, html};
use redress_analysis::Figure;
use redress_charts::Scale;
use redress_words::Words;

const TOP: i64 = 22;
const TALL: i64 = 18;

/// Draws one figure against the number that the law names for it.
pub(crate) fn interval(words: &Words, figure: &Figure, threshold: u64) -> Markup {
    html! {
        div.desk { (draw(words, figure, threshold, super::DESK)) }
        div.phone { (draw(words, figure, threshold, super::PHONE)) }
    }
}

fn draw(words: &Words, figure: &Figure, threshold: u64, width: i64) -> Markup {
    let count = figure.count;
    let widest = count.upper.unwrap_or(count.lower).max(threshold);
    // A sixth of room to the right, so that the end of the bar, its arrow and its number stay in view.
    let scale = Scale::new(widest.saturating_add(widest / 6), width - 2);
    let sure = figure.disputed.map_or(count.lower, |disputed| disputed.lower.min(count.lower));
    let at = |n: u64| 1 + scale.at(n);
    let (solid, lower, upper) = (at(sure), at(count.lower), at(count.upper.unwrap_or(count.lower)));
    let args = [("count", words.count(count, figure.unit).into()), ("threshold", threshold.into())];
    let base = TOP + TALL;
    html! {
        svg.chart width=(width) height=(base + 22) viewBox={"0 0 " (width) " " (base + 22)} role="img" aria-label=(words.say("report-bar-label", &args)) {
            rect x="1" y=(TOP) width=(width - 2) height=(TALL) class="track" {}
            @if sure > 0 { rect x="1" y=(TOP) width=((solid - 1).max(1)) height=(TALL) class="solid" {} }
            @if lower > solid { rect x=(solid) y=(TOP) width=(lower - solid) height=(TALL) class="contested" {} }
            @if upper > lower { rect x=(lower) y=(TOP) width=(upper - lower) height=(TALL) class="pale" {} }
            @if count.upper.is_none() {
                path d={"M" (lower + 4) " " (TOP + TALL / 2) "H" (width - 4) "m-6 -5l6 5l-6 5"} class="beyond" {}
            }
            line x1="1" y1=(base) x2=(width - 1) y2=(base) class="axis" {}
            @for tick in scale.ticks(if width > 500 { 6 } else { 3 }) {
                line x1=(at(tick)) y1=(base) x2=(at(tick)) y2=(base + 4) class="axis" {}
                text x=(at(tick)) y=(base + 17) class={"tick" (anchor(at(tick), width))} { (words.number(tick)) }
            }
            line x1=(at(threshold)) y1=(TOP - 5) x2=(at(threshold)) y2=(base + 3) class="mark" {}
            text x=(at(threshold)) y=(TOP - 9) class={"tick strong" (anchor(at(threshold), width))} { (words.number(threshold)) }
        }
    }
}

fn anchor(x: i64, width: i64) -> &'static str {
    if x > width - 30 {
        " end"
    } else if x > 12 {
        " mid"
    } else {
        ""
    }
}
