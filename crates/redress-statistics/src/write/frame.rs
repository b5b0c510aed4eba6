//! What every chart shares: the frame with title and description, the axis, the patterns.

use maud::{Markup, html};

/// Width of a chart at a desk, alone or in print, in pixels.
pub(super) const WIDE: i64 = 860;
/// Width of a chart on a phone: drawn for it, so that its words stay as large as the others.
pub(super) const NARROW: i64 = 330;

/// Colours of a chart that stands alone; on a page the page gives them.
const STYLE: &str = "svg.chart{background:#FFFFFF;font-family:'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif}\
.chart text{fill:#1A2325;font-size:13px}.chart .quiet{fill:#475458}.chart .strong{font-weight:700}\
.chart .solid{fill:#234E78}.chart .pale{fill:#C6D4E4;stroke:#234E78}.chart .hatch{stroke:#234E78}\
.chart .axis{stroke:#78868A}.chart .grid{stroke:#DCE2DF}.chart .held{fill:none;stroke:#475458;stroke-dasharray:3 3}\
.chart .line{fill:none;stroke:#234E78;stroke-width:2}.chart .break{stroke:#1A2325;stroke-width:1.5;stroke-dasharray:6 4}\
.chart .band{fill:#C6D4E4;fill-opacity:.45;stroke:#78868A;stroke-dasharray:2 3}.chart .end{text-anchor:end}.chart .mid{text-anchor:middle}";

/// A chart to be framed.
pub(super) struct Framed<'a> {
    /// Names it within the page.
    pub(super) id: &'a str,
    pub(super) title: String,
    pub(super) describe: String,
    pub(super) wide: i64,
    pub(super) tall: i64,
    /// Scope and period of an own series: they stand in the chart with its title, so that it travels with them.
    pub(super) about: Option<&'a str>,
    /// Whether it stands alone and carries its own colours.
    pub(super) alone: bool,
    pub(super) body: Markup,
}

/// The frame. No script; readable without colour.
pub(super) fn framed(chart: Framed<'_>) -> Markup {
    let head = if chart.about.is_some() { 56 } else { 0 };
    let tall = chart.tall + head;
    let (title, describe) = (format!("{}-title", chart.id), format!("{}-desc", chart.id));
    let name = chart.about.map_or_else(|| chart.title.clone(), |about| format!("{} · {about}", chart.title));
    html! {
        svg.chart xmlns="http://www.w3.org/2000/svg" width=(chart.wide) height=(tall) viewBox={"0 0 " (chart.wide) " " (tall)} role="img" aria-labelledby={(title) " " (describe)} {
            title id=(title) { (name) }
            desc id=(describe) { (chart.describe) }
            @if chart.alone { style { (maud::PreEscaped(STYLE)) } }
            defs { pattern id={(chart.id) "-hatch"} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line x1="0" y1="0" x2="0" y2="7" class="hatch" stroke-width="3" {}
            } }
            @if let Some(about) = chart.about {
                text x="12" y="24" class="strong" { (chart.title) }
                text x="12" y="44" class="quiet" { (about) }
            }
            g transform={"translate(0 " (head) ")"} { (chart.body) }
        }
    }
}

/// Where a number stands on an axis of `length` pixels from 0 to `most`.
pub(super) fn along(n: u64, most: u64, length: i64) -> i64 {
    let at = u128::from(n.min(most)) * u128::from(length.unsigned_abs()) / u128::from(most.max(1));
    i64::try_from(at).unwrap_or(length)
}

/// Round numbers from 0, at most `count` steps.
pub(super) fn ticks(most: u64, count: u64) -> Vec<u64> {
    let mut power: u64 = 1;
    let step = loop {
        let fits = |factor: &u64| most / power.saturating_mul(*factor) <= count;
        if let Some(factor) = [1, 2, 5].into_iter().find(fits) {
            break power.saturating_mul(factor);
        }
        power = power.saturating_mul(10);
    };
    (0..=most / step).map(|place| place * step).collect()
}

/// A whole number of things as pixels.
pub(super) fn px(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX / 4096)
}
