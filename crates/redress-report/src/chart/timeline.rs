//! Posts per hour, or per day where the hours would be too many to draw. A table stands behind it.

use maud::{Markup, html};
use redress_analysis::Timeline;
use redress_base::{Arg, Instant};
use redress_words::Words;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Beijing days begin eight hours before those of UTC.
const BEIJING: i64 = 8 * HOUR;
/// More bars than this and the chart is drawn by day.
const MOST_HOURS: i64 = 120;
/// Rows of the table behind the chart.
const MOST_ROWS: usize = 60;

/// Draws a timeline with its table; nothing where no post has a date.
pub(crate) fn timeline(words: &Words, line: &Timeline) -> Markup {
    let bars = Bars::of(line);
    let Some(bars) = bars else {
        return html! { p.muted { (words.say("report-no-dates", &[])) } };
    };
    let counted: u64 = bars.counts.values().sum();
    let args: [(&str, Arg); 3] =
        [("posts", counted.into()), ("undated", line.undated.into()), ("step", bars.word().into())];
    html! {
        figure.timeline {
            div.desk { (bars.draw(words, super::DESK)) }
            div.phone { (bars.draw(words, super::PHONE)) }
            figcaption.small.muted { (words.say("report-timeline-caption", &args)) }
            details {
                summary { (words.say("report-table-behind", &[])) }
                table.tbl {
                    thead { tr { th { (words.say("report-time", &[])) } th.r { (words.say("report-posts", &[])) } } }
                    tbody {
                        @for (start, posts) in bars.counts.iter().take(MOST_ROWS) {
                            tr { td { (bars.label(words, *start)) } td.r { (words.number(*posts)) } }
                        }
                    }
                }
            }
        }
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
        let floor = |at: i64| (at + BEIJING).div_euclid(step) * step - BEIJING;
        let mut counts = BTreeMap::new();
        for bucket in &line.buckets {
            *counts.entry(floor(bucket.start.0)).or_insert(0) += bucket.posts;
        }
        Some(Bars { step, first: floor(first), last: floor(last), counts })
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
        let (left, top, height) = (34, 14, 120);
        let most = self.counts.values().copied().max().unwrap_or(1).max(1);
        let slots = ((self.last - self.first) / self.step + 1).max(1);
        let along = |slot: i64| left + slot * (width - left - 2) / slots;
        let up = |posts: u64| i64::try_from(u128::from(posts) * 120 / u128::from(most)).unwrap_or(height);
        let (from, to) = (self.day(words, self.first), self.day(words, self.last));
        let label = format!("{from} – {to}");
        html! {
            svg.chart width=(width) height="160" viewBox={"0 0 " (width) " 160"} role="img" aria-label=(label) {
                @for part in [0, 60, 120] {
                    line x1=(left) x2=(width - 1) y1=(top + part) y2=(top + part) class=(if part == 120 { "axis" } else { "grid" }) {}
                }
                text x=(left - 5) y=(top + 4) class="tick end" { (words.number(most)) }
                text x=(left - 5) y=(top + height + 4) class="tick end" { "0" }
                @for (start, posts) in &self.counts {
                    @let slot = (start - self.first) / self.step;
                    @let (x, next, tall) = (along(slot), along(slot + 1), up(*posts));
                    rect x=(x) y=(top + height - tall) width=((next - x - 1).max(1)) height=(tall.max(1)) class="solid" {}
                }
                text x=(left) y="152" class="tick" { (from) }
                @if self.last > self.first { text x=(width - 1) y="152" class="tick end" { (to) } }
            }
        }
    }

    fn day(&self, words: &Words, start: i64) -> String {
        Instant(start).beijing_date().map(|day| words.date(day)).unwrap_or_default()
    }
}
