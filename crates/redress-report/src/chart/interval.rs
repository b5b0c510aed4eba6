//! An interval against a threshold: solid is counted for sure, pale is what rounding leaves open, an
//! arrow says that nothing bounds it. The axis starts at 0.

use maud::{Markup, html};
use redress_base::{Count, Unit};
use redress_words::Words;

/// Draws one count; `threshold` is where the law has a number for this unit.
pub(crate) fn interval(words: &Words, count: Count, unit: Unit, threshold: Option<u64>) -> Markup {
    html! {
        div.desk { (draw(words, count, unit, threshold, super::DESK)) }
        div.phone { (draw(words, count, unit, threshold, super::PHONE)) }
    }
}

fn draw(words: &Words, count: Count, unit: Unit, threshold: Option<u64>, width: i64) -> Markup {
    let widest = count.upper.unwrap_or(count.lower).max(threshold.unwrap_or(0)).max(1);
    // A tenth of room to the right, so that the end of the bar and the arrow stay in view.
    let scale = Scale { most: widest.saturating_add(widest / 10).max(1), width: width - 2 };
    let (lower, upper) = (scale.at(count.lower), scale.at(count.upper.unwrap_or(count.lower)));
    let label = words.count(count, unit);
    html! {
        svg.chart width=(width) height="44" viewBox={"0 0 " (width) " 44"} role="img" aria-label=(label) {
            line x1="1" y1="30" x2=(width - 1) y2="30" class="axis" {}
            rect x="1" y="12" width=(lower.max(1)) height="14" class="solid" {}
            @if upper > lower { rect x=(1 + lower) y="12" width=(upper - lower) height="14" class="pale" {} }
            @if count.upper.is_none() {
                path d={"M" (lower + 3) " 19h" (scale.width - lower - 6) "m-5 -4l5 4l-5 4"} class="beyond" {}
            }
            @if let Some(threshold) = threshold {
                @let x = scale.at(threshold) + 1;
                line x1=(x) y1="6" x2=(x) y2="32" class="mark" {}
                text x=(x) y="43" class={"tick" (anchor(x, width))} { (words.number(threshold)) }
            }
            text x="1" y="43" class="tick" { "0" }
        }
    }
}

fn anchor(x: i64, width: i64) -> &'static str {
    if x > width - 40 { " end" } else if x > 30 { " mid" } else { "" }
}

struct Scale {
    most: u64,
    width: i64,
}

impl Scale {
    /// Where a number stands, in whole pixels; exact arithmetic, so that two machines draw the same.
    fn at(&self, n: u64) -> i64 {
        let along = u128::from(n.min(self.most)) * u128::from(self.width.unsigned_abs()) / u128::from(self.most.max(1));
        i64::try_from(along).unwrap_or(self.width)
    }
}
