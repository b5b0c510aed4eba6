//! Posts per hour, or per day where the hours would be too many to draw. A table stands behind it.

use maud::{Markup, html};
use redress_analysis::Timeline;
use redress_base::{Arg, Instant};
use redress_charts::Scale;
use redress_words::Words;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Beijing days begin eight hours before those of UTC.
const BEIJING: i64 = 8 * HOUR;
/// More bars than this and the chart is drawn by day.
const MOST_HOURS: i64 = 120;
/// Rows of the table behind the chart.
const MOST_ROWS: usize = 200;
/// A bar is never wider, so that a single post does not look like a flood.
const WIDEST: i64 = 22;
const LEFT: i64 = 40;
const TOP: i64 = 20;
/// Height of the plot; a few single posts need less, and must not look like much.
const HEIGHT: i64 = 110;
const LOW: i64 = 40;

/// Draws a timeline with its table; a sentence where there is nothing to compare.
pub fn timeline(words: &Words, line: &Timeline) -> Markup {
    let Some(bars) = Bars::of(line) else {
        return html! { p.small.muted { (words.say("report-no-dates", &[])) } };
    };
    let args: [(&str, Arg); 3] =
        [("posts", bars.total().into()), ("undated", line.undated.into()), ("step", bars.word().into())];
    let left_out = bars.counts.len().saturating_sub(MOST_ROWS);
    html! {
        @if bars.counts.len() < 2 { p.small.muted { (words.say("report-one-time", &args)) } }
        @else { figure.timeline {
            div.desk { (bars.draw(words, super::DESK)) }
            div.phone { (bars.draw(words, super::PHONE)) }
            figcaption.small.muted { (words.say("report-timeline-caption", &args)) }
            details {
                summary { (words.say("report-table-behind", &[])) }
                table.tbl.narrow {
                    thead { tr { th scope="col" { (words.say("report-time", &[])) } th.r scope="col" { (words.say("report-posts", &[])) } } }
                    tbody { @for (start, posts) in bars.counts.iter().take(MOST_ROWS) {
                        tr { td { (bars.label(words, *start)) } td.r { (words.number(*posts)) } }
                    } }
                }
                @if left_out > 0 { p.small.faint { (words.say("report-parts-left-out", &[("count", left_out.into())])) } }
            }
        } }
    }
}

struct Bars {
    step: i64,
    first: i64,
    last: i64,
    counts: BTreeMap<i64, u64>,
}

impl Bars {
    fn of(line: &Timeline) -> Option<Bars> {
        let (first, last) = (line.buckets.first()?.start.0, line.buckets.last()?.start.0);
        let step = if (last - first) / HOUR < MOST_HOURS { HOUR } else { DAY };
        let mut counts = BTreeMap::new();
        for bucket in &line.buckets {
            *counts.entry(floor(bucket.start.0, step)).or_insert(0) += bucket.posts;
        }
        Some(Bars { step, first: floor(first, step), last: floor(last, step), counts })
    }

    fn total(&self) -> u64 {
        self.counts.values().sum()
    }

    const fn word(&self) -> &'static str {
        if self.step == HOUR { "hour" } else { "day" }
    }

    fn label(&self, words: &Words, start: i64) -> String {
        let at = Instant(start);
        match (self.step, at.beijing_date()) {
            (DAY, Some(day)) => words.date(day),
            _ => words.instant(at),
        }
    }

    fn draw(&self, words: &Words, width: i64) -> Markup {
        let most = self.counts.values().copied().max().unwrap_or(1);
        let height = if most <= 3 { LOW } else { HEIGHT };
        let (up, base) = (Scale::new(most, height), TOP + height);
        let slots = ((self.last - self.first) / self.step + 1).max(1);
        let along = |at: i64| LEFT + (at - self.first) * (width - LEFT - 2) / (self.step * slots);
        let room = along(self.first + self.step) - LEFT;
        let wide = (room - 1).clamp(2, WIDEST);
        html! {
            svg.chart width=(width) height=(base + 24) viewBox={"0 0 " (width) " " (base + 24)} role="img" aria-label=(self.say(words, most)) {
                @for tick in up.ticks(3) {
                    @let y = base - up.at(tick);
                    line x1=(LEFT) x2=(width - 1) y1=(y) y2=(y) class=(if tick == 0 { "axis" } else { "grid" }) {}
                    text x=(LEFT - 6) y=(y + 4) class="tick end" { (words.number(tick)) }
                }
                @for (start, posts) in &self.counts {
                    @let tall = up.at(*posts).max(1);
                    rect x=(along(*start) + ((room - wide) / 2).max(0)) y=(base - tall) width=(wide) height=(tall) class="solid" {}
                }
                @if let Some((start, posts)) = self.counts.iter().rev().max_by_key(|(_, posts)| **posts) {
                    text x=(along(*start) + room / 2) y=(TOP - 6) class={"tick strong" (if along(*start) > width - 60 { " end" } else { " mid" })} { (words.number(*posts)) }
                }
                @for day in self.days(width) {
                    line x1=(along(day)) x2=(along(day)) y1=(base) y2=(base + 5) class="axis" {}
                    text x=(along(day)) y=(base + 19) class={"tick" (if along(day) > width - 60 { " end" } else { "" })} { (self.day(words, day)) }
                }
            }
        }
    }

    /// The days that are written under the axis: as many as there is room for, evenly spaced.
    fn days(&self, width: i64) -> Vec<i64> {
        let all = (self.last - self.first) / DAY + 1;
        let every = (all / (width / 110).max(1) + 1) * DAY;
        let midnight = floor(self.first, DAY);
        let next = midnight + if midnight < self.first { DAY } else { 0 };
        let mut days: Vec<i64> =
            (0..).map(|n| next + n * every).take_while(|day| *day <= self.last).collect();
        // A first midnight near the start would be written over the start itself.
        let slots = ((self.last - self.first) / self.step + 1).max(1);
        let room = |first: i64| (first - self.first) * (width - LEFT - 2) / (self.step * slots);
        if days.first().is_none_or(|first| room(*first) > 80) {
            days.insert(0, self.first);
        }
        days
    }

    fn say(&self, words: &Words, most: u64) -> String {
        let args = [
            ("posts", self.total().into()),
            ("from", self.label(words, self.first).into()),
            ("to", self.label(words, self.last).into()),
            ("most", most.into()),
        ];
        words.say("report-timeline-label", &args)
    }

    fn day(&self, words: &Words, start: i64) -> String {
        Instant(start).beijing_date().map(|day| words.day(day)).unwrap_or_default()
    }
}

const fn floor(at: i64, step: i64) -> i64 {
    (at + BEIJING).div_euclid(step) * step - BEIJING
}
