//! Posts over time: by the hour, or by longer steps where the hours would be too many to print.

use super::WIDE;
use redress_analysis::{Pace, TimeStep};
use redress_base::Instant;
use redress_charts::{Anchor, Drawing, Fill, Scale, Stroke, text_width};
use redress_words::{Language, Words};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Days of Beijing begin eight hours before those of UTC.
const BEIJING: i64 = 8 * HOUR;
const LEFT: i64 = 56;
const TOP: i64 = 66;
const HIGH: i64 = 150;
/// A bar is never wider, so that a single post does not look like a flood.
const WIDEST: i64 = 24;
/// Height of the strip of stages.
const STRIP: i64 = 18;

/// The key of the word of a step.
pub(crate) const fn step_key(step: TimeStep) -> &'static str {
    match step {
        TimeStep::Hour => "step-hour",
        TimeStep::Day => "step-day",
        TimeStep::Week => "step-week",
        TimeStep::FourWeeks => "step-four-weeks",
        TimeStep::Year => "step-year",
    }
}

/// Bars of one timeline, as they are drawn.
pub(crate) struct Posts<'p> {
    pace: &'p Pace,
    /// Where the plot begins: right of the numbers of its axis.
    left: i64,
}

impl Posts<'_> {
    /// Before anything is drawn.
    pub(crate) const fn of(pace: &Pace) -> Posts<'_> {
        Posts { pace, left: LEFT }
    }

    /// Draws them. `words` are the words of the first, the most and the last; `number` says a number.
    pub(crate) fn draw(mut self, axis: &str, words: [&str; 3], number: &dyn Fn(u64) -> String) -> String {
        let mut drawing = Drawing::new(WIDE);
        let most = self.pace.most().max(1);
        let (up, base) = (Scale::new(most, HIGH), TOP + HIGH);
        self.left = (text_width(&number(most)) + 12).max(LEFT);
        drawing.small((10, TOP - 14), Anchor::Start, axis);
        for tick in up.ticks(4) {
            let y = base - up.at(tick);
            let stroke = if tick == 0 { Stroke::Axis } else { Stroke::Grid };
            drawing.line((self.left, y), (WIDE - 10, y), stroke);
            drawing.small((self.left - 8, y + 4), Anchor::End, &number(tick));
        }
        let (first, _) = self.pace.ends();
        let step = self.pace.step().seconds();
        let room = (self.along(Instant(first.0.saturating_add(step))) - self.left).max(1);
        let wide = (room - 1).clamp(2, WIDEST);
        for (start, posts) in self.pace.bars() {
            let tall = up.at(posts).max(1);
            let x = self.along(start) + ((room - wide) / 2).max(0);
            drawing.area((x, base - tall), (wide, tall), Fill::Solid);
        }
        self.marked(&mut drawing, words, (base, up), room);
        for at in self.ticks() {
            let x = self.along(at);
            drawing.line((x, base), (x, base + 5), Stroke::Axis);
            let anchor = if x > WIDE - 60 { Anchor::End } else { Anchor::Start };
            drawing.small((x, base + 20), anchor, &self.label(at));
        }
        let tall = self.staged(&mut drawing, base);
        drawing.finish(tall)
    }

    /// The stages as a strip under the axis, each with its number, and a line where one begins. Returns how tall it all is.
    fn staged(&self, drawing: &mut Drawing, base: i64) -> i64 {
        let stages = self.pace.stages();
        if stages.len() < 2 {
            return base + 30;
        }
        let top = base + 28;
        for (at, stage) in stages.iter().enumerate() {
            let (from, to) = (self.along(stage.from), self.along(stage.to).min(WIDE - 10));
            let wide = (to - from).max(1);
            drawing.area((from, top), (wide, STRIP), if at % 2 == 0 { Fill::Pale } else { Fill::Empty });
            if at > 0 {
                drawing.line((from, base - HIGH), (from, base), Stroke::Grid);
            }
            let number = (at + 1).to_string();
            if text_width(&number) + 4 <= wide {
                drawing.small((from + wide / 2, top + STRIP - 5), Anchor::Middle, &number);
            }
        }
        top + STRIP + 10
    }

    /// First, most and last, each on a line of its own above the plot.
    fn marked(&self, drawing: &mut Drawing, words: [&str; 3], (base, up): (i64, Scale), room: i64) {
        for ((at, word), line) in self.pace.marks().into_iter().zip(words).zip(0_i64..) {
            let Some(at) = at else { continue };
            let x = self.along(self.pace.step().begin(at)).clamp(self.left, WIDE - 10) + room / 2;
            let y = 14 + 15 * line;
            let tall = up.at(self.pace.at(at));
            drawing.line((x, y + 3), (x, base - tall), Stroke::Mark);
            let right = x < WIDE / 2;
            let anchor = if right { Anchor::Start } else { Anchor::End };
            drawing.small((if right { x + 6 } else { x - 6 }, y + 3), anchor, word);
        }
    }

    /// Where a moment stands; exact for any two moments.
    fn along(&self, at: Instant) -> i64 {
        let (first, last) = self.pace.ends();
        let step = i128::from(self.pace.step().seconds());
        let span = (i128::from(last.0) - i128::from(first.0) + step).max(1);
        let at = (i128::from(at.0) - i128::from(first.0)) * i128::from(WIDE - self.left - 10) / span;
        self.left.saturating_add(i64::try_from(at).unwrap_or(WIDE))
    }

    /// Moments under the axis: as many as there is room for, on full days where the bars are days or more.
    fn ticks(&self) -> Vec<Instant> {
        let (first, last) = self.pace.ends();
        let unit = if self.pace.step() == TimeStep::Hour { HOUR } else { DAY };
        let span = last.0.saturating_sub(first.0);
        let every = (span / unit / 5).saturating_add(1).saturating_mul(unit);
        (0..6)
            .map(|n: i64| Instant(first.0.saturating_add(n.saturating_mul(every))))
            .take_while(|at| *at <= last)
            .collect()
    }

    /// `2026年2月7日`, and between hours `2月7日21时` (Beijing); the caption says the year.
    fn label(&self, at: Instant) -> String {
        let words = Words::of(Language::ZhHans);
        let Some(day) = at.beijing_date() else { return String::new() };
        match self.pace.step() {
            TimeStep::Hour => {
                let hour = at.0.saturating_add(BEIJING).rem_euclid(DAY) / HOUR;
                format!("{}{hour}时", words.day(day))
            }
            _ => words.date(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HOUR, Posts};
    use redress_analysis::{Bucket, Pace, Timeline};
    use redress_base::Instant;
    use redress_facts::Scope;

    fn drawn(starts: &[(i64, u64)]) -> String {
        let buckets: Vec<Bucket> =
            starts.iter().map(|(start, posts)| Bucket { start: Instant(*start), posts: *posts }).collect();
        let fastest = buckets.first().copied();
        let line = Timeline { scope: Scope::Case, buckets, undated: 0, first: None, last: None, fastest };
        Posts::of(&Pace::of(&line).unwrap()).draw("", ["a", "b", "c"], &|n| n.to_string())
    }

    #[test]
    fn each_stage_has_its_number_under_the_axis() {
        let starts: Vec<(i64, u64)> =
            (0..30).map(|hour| (hour * HOUR, if (10..14).contains(&hour) { 299 } else { 2 })).collect();
        let svg = drawn(&starts);
        assert!(svg.contains(">3</text>") && !svg.contains(">4</text>"), "{svg}");
    }

    #[test]
    fn impossible_moments_are_drawn_without_a_panic() {
        let svg = drawn(&[(i64::MIN, u64::MAX), (i64::MAX, u64::MAX)]);
        assert!(svg.contains(">0</text>"));
    }
}
