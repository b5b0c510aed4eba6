//! Figures against the numbers that the law names. Solid is counted for sure and survives what the other side may dispute;
//! hatched may be disputed; grey is a count of which nobody knows how much is word for word the same; pale is what rounding leaves open; an arrow says that nothing bounds it.

use super::{WIDE, fit};
use redress_base::Count;
use redress_charts::{Anchor, Drawing, Fill, Scale, text_width};

const LEFT: i64 = 10;
const TALL: i64 = 22;
/// From the head of one bar to the head of the next.
const STEP: i64 = 118;

/// One bar.
pub(crate) struct Bar {
    /// What is counted.
    pub(crate) name: String,
    /// How many, in words.
    pub(crate) said: String,
    /// How many.
    pub(crate) count: Count,
    /// How many when only exact copies are counted.
    pub(crate) exact: Exact,
    /// The number of the law.
    pub(crate) threshold: u64,
}

/// How many when only exact copies are counted.
#[derive(Clone, Debug)]
pub(crate) enum Exact {
    /// As many.
    Same,
    /// So many.
    Fewer(Count),
    /// No number is known for that reading: nothing is drawn for it but this note.
    Unknown(String),
}

/// Words of the patterns.
pub(crate) struct Legend {
    pub(crate) solid: String,
    pub(crate) hatch: String,
    pub(crate) pale: String,
    pub(crate) open: String,
    pub(crate) grey: String,
}

impl Bar {
    /// The lower bound that the other side cannot dispute.
    fn sure(&self) -> u64 {
        match &self.exact {
            Exact::Same => self.count.lower,
            Exact::Fewer(exact) => exact.lower.min(self.count.lower),
            Exact::Unknown(_) => 0,
        }
    }
}

/// Draws the bars of one statement, each on an axis of its own: views and reposts are never added up (法释〔2013〕21号 2(一),
/// in force 2013-09-10). `number` says a number.
pub(crate) fn reach(bars: &[Bar], legend: &Legend, number: &dyn Fn(u64) -> String) -> String {
    let mut drawing = Drawing::new(WIDE);
    let mut y = 0;
    for bar in bars {
        one(&mut drawing, y, bar, number);
        y += STEP;
    }
    let grey = bars.iter().any(|bar| matches!(bar.exact, Exact::Unknown(_)));
    let tall = keys(&mut drawing, y + 8, legend, grey);
    drawing.finish(tall)
}

fn one(drawing: &mut Drawing, y: i64, bar: &Bar, number: &dyn Fn(u64) -> String) {
    let length = WIDE - 2 * LEFT;
    let widest = bar.count.upper.unwrap_or(bar.count.lower).max(bar.threshold);
    // A sixth of room to the right, so that the end of the bar and its arrow stay in view.
    let scale = Scale::new(widest.saturating_add(widest / 6), length);
    let at = |n: u64| LEFT + scale.at(n);
    let (top, base) = (y + 48, y + 48 + TALL);
    drawing.strong((LEFT, y + 18), Anchor::Start, &fit(&bar.name, length / 2));
    drawing.text((WIDE - LEFT, y + 18), Anchor::End, &fit(&bar.said, length / 2));
    let (solid, lower) = (at(bar.sure()), at(bar.count.lower));
    let upper = at(bar.count.upper.unwrap_or(bar.count.lower));
    drawing.area((LEFT, top), (length, TALL), Fill::Empty);
    // Something that was counted is never too small to be seen.
    if let Exact::Unknown(note) = &bar.exact {
        drawing.area((LEFT, top), (lower - LEFT, TALL), Fill::Grey);
        drawing.small((LEFT, base + 36), Anchor::Start, &fit(note, length));
    } else {
        let least = i64::from(bar.sure() > 0);
        drawing.area((LEFT, top), ((solid - LEFT).max(least), TALL), Fill::Solid);
        drawing.area((solid, top), (lower - solid, TALL), Fill::Hatch);
    }
    drawing.area((lower, top), (upper - lower, TALL), Fill::Pale);
    if bar.count.upper.is_none() {
        drawing.arrow((lower + 4, top + TALL / 2), WIDE - LEFT - 4);
    }
    drawing.line((LEFT, base), (WIDE - LEFT, base), redress_charts::Stroke::Axis);
    for tick in scale.ticks(5) {
        drawing.line((at(tick), base), (at(tick), base + 5), redress_charts::Stroke::Axis);
        let said = number(tick);
        drawing.small((at(tick), base + 20), anchor(at(tick), &said), &said);
    }
    let mark = at(bar.threshold);
    drawing.line((mark, top - 8), (mark, base + 6), redress_charts::Stroke::Mark);
    let said = number(bar.threshold);
    drawing.strong((mark, top - 12), anchor(mark, &said), &said);
}

/// The patterns and what they mean; gives the height at which the drawing ends.
fn keys(drawing: &mut Drawing, top: i64, legend: &Legend, grey: bool) -> i64 {
    let (mut x, mut y) = (LEFT, top);
    let all = [
        (Some(Fill::Solid), &legend.solid),
        (Some(Fill::Hatch), &legend.hatch),
        (Some(Fill::Pale), &legend.pale),
        (None, &legend.open),
    ];
    let grey = grey.then_some((Some(Fill::Grey), &legend.grey));
    for (fill, words) in all.into_iter().chain(grey) {
        let room = 34 + text_width(words) + 14;
        if x > LEFT && x + room > WIDE {
            (x, y) = (LEFT, y + 22);
        }
        match fill {
            Some(fill) => drawing.area((x, y), (26, 13), fill),
            None => drawing.arrow((x, y + 6), x + 26),
        }
        drawing.small((x + 34, y + 12), Anchor::Start, words);
        x += room;
    }
    y + 22
}

fn anchor(x: i64, text: &str) -> Anchor {
    let half = text_width(text) / 2;
    match x {
        x if x - half < 0 => Anchor::Start,
        x if x + half > WIDE => Anchor::End,
        _ => Anchor::Middle,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Exact, Legend, reach};
    use redress_base::Count;

    fn draw(count: Count, exact: Option<Count>, threshold: u64) -> String {
        let words = || String::new();
        let legend = Legend { solid: words(), hatch: words(), pale: words(), open: words(), grey: words() };
        let exact = exact.map_or(Exact::Same, Exact::Fewer);
        let bar = Bar { name: words(), said: words(), count, exact, threshold };
        // Without the legend, which always shows every pattern.
        let svg = reach(&[bar], &legend, &|n| n.to_string());
        svg.split("y=\"126\"").next().unwrap().to_owned()
    }

    /// 法释〔2013〕21号 2(一) (in force 2013-09-10): the number stands on the drawing, and the axis begins at 0.
    #[test]
    fn the_axis_begins_at_nought_and_the_number_is_marked() {
        let svg = draw(Count::between(11_500, 12_499), Some(Count::exactly(9_000)), 5_000);
        assert!(svg.contains(">0</text>") && svg.contains(">5000</text>"), "{svg}");
        // 12499 and a sixth are 14582 on 620 pixels: 9000 at 382, 11500 at 488, 12499 at 531.
        assert!(
            svg.contains("<rect x=\"10\" y=\"48\" width=\"382\" height=\"22\" fill=\"#111111\"/>"),
            "{svg}"
        );
        assert!(svg.contains("<rect x=\"392\" y=\"48\" width=\"106\""), "{svg}");
        assert!(
            svg.contains("<rect x=\"498\" y=\"48\" width=\"43\" height=\"22\" fill=\"#dddddd\""),
            "{svg}"
        );
    }

    #[test]
    fn an_open_count_has_an_arrow_and_no_pale_part() {
        let svg = draw(Count::floor(486), None, 500);
        assert!(!svg.contains("#dddddd"), "{svg}");
        assert!(svg.contains("H626"), "{svg}");
    }

    /// design.md §2: unknown never looks like nought. "At least 0" is no bound, and no part of the bar says that it is one.
    #[test]
    fn a_reading_without_a_number_is_a_note() {
        let words = || String::new();
        let legend = Legend { solid: words(), hatch: words(), pale: words(), open: words(), grey: words() };
        let exact = Exact::Unknown("没有已知的数".to_owned());
        let bar = Bar { name: words(), said: words(), count: Count::floor(13_810), exact, threshold: 5_000 };
        let svg = reach(&[bar], &legend, &|n| n.to_string());
        let bar = svg.split("y=\"126\"").next().unwrap();
        assert!(bar.contains(">没有已知的数</text>") && bar.contains("#8a8a8a"), "{svg}");
        // The hatching is a path of many short strokes.
        assert!(
            !bar.contains("fill=\"#111111\"/>")
                && bar.matches("stroke-width=\"1\" fill=\"none\"").count() == 0,
            "{svg}"
        );
    }

    proptest::proptest! {
        /// Whatever the figures are, the parts of a bar follow each other and stay on the paper.
        #[test]
        fn the_parts_of_a_bar_stay_in_order(lower: u64, more: Option<u64>, exact: Option<u64>, threshold: u64) {
            let upper = more.map(|more| lower.saturating_add(more));
            let svg = draw(Count { lower, upper }, exact.map(Count::floor), threshold);
            let mut end = 10;
            // The first two areas are the paper and the track.
            for area in svg.split("<rect ").skip(3).filter(|area| area.contains("/>")) {
                let part = |name: &str| -> i64 {
                    area.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
                };
                // A bar of something is at least a pixel wide, and the next part may begin where it began.
                proptest::prop_assert!(part(" y") == 48 && part("x") >= end - 1, "{svg}");
                end = part("x") + part("width");
                proptest::prop_assert!(end <= 631, "{svg}");
            }
        }
    }
}
