//! Posts over time, in the steps and with the stages of the papers. Tables stand behind it.

use maud::{Markup, html};
use redress_analysis::{Pace, Stage, TimeStep, Timeline};
use redress_base::{Arg, Instant};
use redress_charts::{Scale, text_width};
use redress_words::Words;

const DAY: i64 = 24 * 3600;
/// Rows of the table behind the chart.
const MOST_ROWS: usize = 200;
/// Stages that stand open; more of them are one step away.
const OPEN_STAGES: usize = 6;
/// A bar is never wider, so that a single post does not look like a flood.
const WIDEST: i64 = 22;
const LEFT: i64 = 40;
const TOP: i64 = 20;
/// Height of the plot; a few single posts need less, and must not look like much.
const HEIGHT: i64 = 110;
const LOW: i64 = 40;
/// Height of the strip of stages.
const STRIP: i64 = 18;

/// Draws a timeline with its stages and its tables; a sentence where there is nothing to compare.
pub fn timeline(words: &Words, line: &Timeline) -> Markup {
    let Some(pace) = Pace::of(line) else {
        return html! { p.small.muted { (words.say("report-no-dates", &[])) } };
    };
    let stages = pace.stages();
    let bars = Bars { pace: &pace, stages: &stages };
    let args: [(&str, Arg); 3] = [
        ("posts", pace.total().into()),
        ("undated", line.undated.into()),
        ("step", pace.step().word().into()),
    ];
    let rows = pace.bars().count();
    let left_out = rows.saturating_sub(MOST_ROWS);
    html! {
        @if rows < 2 { p.small.muted { (words.say("report-one-time", &args)) } }
        @else { figure.timeline {
            div.desk { (bars.draw(words, super::DESK)) }
            div.phone { (bars.draw(words, super::PHONE)) }
            figcaption.small.muted { (words.say("report-timeline-caption", &args)) }
            (bars.stages(words))
            details {
                summary { (words.say("report-table-behind", &[])) }
                table.tbl.narrow {
                    thead { tr { th scope="col" { (words.say("report-time", &[])) } th.r scope="col" { (words.say("report-posts", &[])) } } }
                    tbody { @for (start, posts) in pace.bars().take(MOST_ROWS) {
                        tr { td { (bars.label(words, start)) } td.r { (words.number(posts)) } }
                    } }
                }
                @if left_out > 0 { p.small.faint { (words.say("report-parts-left-out", &[("count", left_out.into())])) } }
            }
        } }
    }
}

struct Bars<'p> {
    pace: &'p Pace,
    stages: &'p [Stage],
}

impl Bars<'_> {
    fn label(&self, words: &Words, at: Instant) -> String {
        match (self.pace.step(), at.beijing_date()) {
            (TimeStep::Hour, _) | (_, None) => words.instant(at),
            (_, Some(day)) => words.date(day),
        }
    }

    /// The stages as a table (docs/measures/stages.md); a sentence where the pace does not change.
    fn stages(&self, words: &Words) -> Markup {
        let text = |code: &str| words.say(code, &[]);
        let heads = ["report-stage-from", "report-stage-to", "report-posts", "report-stage-pace"];
        html! {
            @if self.stages.len() == 1 { p.small.muted { (text("report-stages-one")) } }
            @if self.stages.len() > 1 { details.stages open[self.stages.len() <= OPEN_STAGES] {
                summary { (words.say("report-stages", &[("count", self.stages.len().into())])) }
                p.small.muted { (words.say("report-stages-note", &[("step", self.pace.step().word().into())])) }
                div.scroll tabindex="0" role="group" aria-label=(words.say("report-stages", &[("count", self.stages.len().into())])) { table.tbl.narrow {
                    thead { tr { th scope="col" { (text("report-stage")) } @for (place, head) in heads.into_iter().enumerate() { th.r[place > 1] scope="col" { (text(head)) } } } }
                    tbody { @for (number, stage) in (1_u64..).zip(self.stages) { tr {
                        th scope="row" { (number) }
                        td { (self.label(words, stage.from)) } td { (self.label(words, stage.to)) }
                        td.r { (words.number(stage.posts)) } td.r { (stage.pace()) }
                    } } }
                } }
            } }
        }
    }

    fn draw(&self, words: &Words, width: i64) -> Markup {
        let most = self.pace.most().max(1);
        let height = if most <= 3 { LOW } else { HEIGHT };
        let (up, base) = (Scale::new(most, height), TOP + height);
        let along = |at: Instant| self.along(at, width);
        let (first, _) = self.pace.ends();
        let room = along(Instant(first.0.saturating_add(self.pace.step().seconds()))) - LEFT;
        let wide = (room - 1).clamp(2, WIDEST);
        let (tall, strip) =
            if self.stages.len() < 2 { (base + 24, None) } else { (base + STRIP + 32, Some(base + 26)) };
        // The highest of several is the earliest, as in the papers.
        let highest = self.pace.bars().find(|(_, posts)| *posts == most);
        html! {
            svg.chart width=(width) height=(tall) viewBox={"0 0 " (width) " " (tall)} role="img" aria-label=(self.say(words, most)) {
                @for tick in up.ticks(3) {
                    @let y = base - up.at(tick);
                    line x1=(LEFT) x2=(width - 1) y1=(y) y2=(y) class=(if tick == 0 { "axis" } else { "grid" }) {}
                    text x=(LEFT - 6) y=(y + 4) class="tick end" { (words.number(tick)) }
                }
                @for (start, posts) in self.pace.bars() {
                    @let tall = up.at(posts).max(1);
                    rect x=(along(start) + ((room - wide) / 2).max(0)) y=(base - tall) width=(wide) height=(tall) class="solid" {}
                }
                @if let Some((start, posts)) = highest {
                    text x=(along(start) + room / 2) y=(TOP - 6) class={"tick strong" (if along(start) > width - 60 { " end" } else { " mid" })} { (words.number(posts)) }
                }
                @for (day, said, ends) in self.said(words, width) {
                    line x1=(along(day)) x2=(along(day)) y1=(base) y2=(base + 5) class="axis" {}
                    text x=(along(day)) y=(base + 19) class={"tick" (if ends { " end" } else { "" })} { (said) }
                }
                @if let Some(top) = strip { (self.strip(width, (base - height, base), top)) }
            }
        }
    }

    /// The stages under the axis, each with its number, and a line where one begins.
    fn strip(&self, width: i64, (high, base): (i64, i64), top: i64) -> Markup {
        html! { @for (number, stage) in (1_i64..).zip(self.stages) {
            @let (from, to) = (self.along(stage.from, width), self.along(stage.to, width).min(width - 1));
            @let (wide, said) = ((to - from).max(1), number.to_string());
            rect x=(from) y=(top) width=(wide) height=(STRIP) class=(if number % 2 == 1 { "stage" } else { "stage other" }) {}
            @if number > 1 { line x1=(from) x2=(from) y1=(high) y2=(base) class="change" {} }
            @if text_width(&said) + 4 <= wide { text x=(from + wide / 2) y=(top + STRIP - 5) class="tick mid" { (said) } }
        } }
    }

    /// Where a moment stands; exact for any two moments.
    fn along(&self, at: Instant, width: i64) -> i64 {
        let (first, last) = self.pace.ends();
        let step = i128::from(self.pace.step().seconds());
        let span = (i128::from(last.0) - i128::from(first.0) + step).max(1);
        let at = (i128::from(at.0) - i128::from(first.0)) * i128::from(width - LEFT - 2) / span;
        LEFT.saturating_add(i64::try_from(at).unwrap_or(width))
    }

    /// What is written under the axis, and whether it ends at its mark: the year stands with the first day, and wherever another
    /// one begins. What would be written over what stands before it is left out.
    fn said(&self, words: &Words, width: i64) -> Vec<(Instant, String, bool)> {
        let (mut year, mut taken) = (None, 0);
        let mut said = Vec::new();
        for at in self.days(width) {
            let Some(day) = at.beijing_date() else { continue };
            let text = if year == Some(day.year()) { words.day(day) } else { words.date(day) };
            let (x, wide) = (self.along(at, width), text_width(&text));
            let ends = x.saturating_add(wide) > width;
            let begins = if ends { x.saturating_sub(wide) } else { x };
            if begins < taken {
                continue;
            }
            year = Some(day.year());
            taken = begins.saturating_add(wide).saturating_add(8);
            said.push((at, text, ends));
        }
        said
    }

    /// The days that are written under the axis: as many as there is room for, evenly spaced.
    fn days(&self, width: i64) -> Vec<Instant> {
        let (first, last) = self.pace.ends();
        let most = (width / 130).max(1);
        let every = (last.0.saturating_sub(first.0) / DAY / most).saturating_add(1).saturating_mul(DAY);
        let midnight = TimeStep::Day.begin(first);
        let next = if midnight < first { midnight.0.saturating_add(DAY) } else { midnight.0 };
        let mut days: Vec<Instant> = (0..=most)
            .map(|n| Instant(next.saturating_add(n.saturating_mul(every))))
            .take_while(|day| *day <= last)
            .collect();
        // A first midnight near the start would be written over the start itself.
        if days.first().is_none_or(|day| self.along(*day, width) - LEFT > 120) {
            days.insert(0, first);
        }
        days
    }

    fn say(&self, words: &Words, most: u64) -> String {
        let (first, last) = self.pace.ends();
        let args = [
            ("posts", self.pace.total().into()),
            ("from", self.label(words, first).into()),
            ("to", self.label(words, last).into()),
            ("most", most.into()),
        ];
        words.say("report-timeline-label", &args)
    }
}
