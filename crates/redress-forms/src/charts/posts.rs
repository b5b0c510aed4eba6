//! Posts over time: by the hour, or by longer steps where the hours would be too many to print.

use super::WIDE;
use redress_analysis::{MOST_BINS, Timeline, stages};
use redress_base::{Instant, Stamp};
use redress_charts::{Anchor, Drawing, Fill, Scale, Stroke, text_width};
use redress_words::{Language, Words};
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Days of Beijing begin eight hours before those of UTC.
const BEIJING: i64 = 8 * HOUR;
/// More bars than this and a longer step is taken.
const MOST: i64 = 150;
const LEFT: i64 = 56;
const TOP: i64 = 66;
const HIGH: i64 = 150;
/// A bar is never wider, so that a single post does not look like a flood.
const WIDEST: i64 = 24;
/// Height of the strip of stages.
const STRIP: i64 = 18;

/// The span of one bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Hour,
    Day,
    Week,
    FourWeeks,
    Year,
}

impl Step {
    const ALL: [Step; 5] = [Step::Hour, Step::Day, Step::Week, Step::FourWeeks, Step::Year];

    const fn seconds(self) -> i64 {
        match self {
            Step::Hour => HOUR,
            Step::Day => DAY,
            Step::Week => 7 * DAY,
            Step::FourWeeks => 28 * DAY,
            Step::Year => 364 * DAY,
        }
    }

    /// The key of its word.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Step::Hour => "step-hour",
            Step::Day => "step-day",
            Step::Week => "step-week",
            Step::FourWeeks => "step-four-weeks",
            Step::Year => "step-year",
        }
    }
}

/// A span of bars of one pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stage {
    /// When it begins.
    pub(crate) from: i64,
    /// When the next one begins.
    pub(crate) to: i64,
    /// Bars in it, those without posts too.
    pub(crate) bars: u64,
    /// Posts in it.
    pub(crate) posts: u64,
}

/// Bars of one timeline.
pub(crate) struct Posts {
    pub(crate) step: Step,
    first: i64,
    last: i64,
    counts: BTreeMap<i64, u64>,
    marks: Vec<(i64, usize)>,
    /// Where the plot begins: right of the numbers of its axis.
    left: i64,
}

impl Posts {
    /// Its bars; nothing where no post has a date.
    pub(crate) fn of(line: &Timeline) -> Option<Posts> {
        let starts = || line.buckets.iter().map(|bucket| bucket.start.0);
        let (first, last) = (starts().min()?, starts().max()?);
        let few = |step: &&Step| last.saturating_sub(first) / step.seconds() < MOST;
        let step = Step::ALL.iter().find(few).copied().unwrap_or(Step::Year);
        let mut counts: BTreeMap<i64, u64> = BTreeMap::new();
        for bucket in &line.buckets {
            let sum = counts.entry(floor(bucket.start.0, step.seconds())).or_insert(0);
            *sum = sum.saturating_add(bucket.posts);
        }
        // The bar with the most, the earliest of several: the busiest hour need not lie in the busiest day.
        let most = counts.iter().max_by_key(|(start, posts)| (**posts, std::cmp::Reverse(**start)));
        let ends = |stamp: Option<Stamp>| stamp.map(|stamp| stamp.at.0);
        let found = [ends(line.first), most.map(|(start, _)| *start), ends(line.last)];
        let marks =
            found.into_iter().enumerate().filter_map(|(place, at)| at.map(|at| (at, place))).collect();
        let (first, last) = (floor(first, step.seconds()), floor(last, step.seconds()));
        Some(Posts { step, first, last, counts, marks, left: LEFT })
    }

    /// Posts drawn.
    pub(crate) fn total(&self) -> u64 {
        self.counts.values().fold(0, |sum, posts| sum.saturating_add(*posts))
    }

    /// The most in one bar.
    pub(crate) fn most(&self) -> u64 {
        self.counts.values().copied().max().unwrap_or(0)
    }

    /// How many bars have as many as the highest.
    pub(crate) fn as_high(&self) -> usize {
        let most = self.most();
        self.counts.values().filter(|posts| **posts == most).count()
    }

    /// Its stages, in order (docs/measures/stages.md); none where the span has too many bars to be divided.
    pub(crate) fn stages(&self) -> Vec<Stage> {
        let step = self.step.seconds();
        let bars = self.last.checked_sub(self.first).map(|span| span / step);
        // More bars than are divided are not even laid out: a span may be as long as the moments of a wrong file.
        let few = |bars: &i64| usize::try_from(*bars).is_ok_and(|bars| bars < MOST_BINS);
        let Some(bars) = bars.filter(few) else { return Vec::new() };
        let moment = |bar: i64| self.first.saturating_add(bar.saturating_mul(step));
        let counts: Vec<u64> =
            (0..=bars).map(|bar| self.counts.get(&moment(bar)).copied().unwrap_or(0)).collect();
        let starts = stages(&counts);
        let ends = starts.iter().skip(1).copied().chain([counts.len()]);
        let stage = |(start, end): (&usize, usize)| Stage {
            from: moment(i64::try_from(*start).unwrap_or(0)),
            to: moment(i64::try_from(end).unwrap_or(0)),
            bars: u64::try_from(end.saturating_sub(*start)).unwrap_or(0),
            posts: counts.iter().take(end).skip(*start).fold(0, |sum, posts| sum.saturating_add(*posts)),
        };
        starts.iter().zip(ends).map(stage).collect()
    }

    /// First and last moment of the axis.
    pub(crate) const fn ends(&self) -> (Instant, Instant) {
        (Instant(self.first), Instant(self.last))
    }

    /// Draws them. `words` are the words of the first, the most and the last; `number` says a number.
    pub(crate) fn draw(mut self, axis: &str, words: [&str; 3], number: &dyn Fn(u64) -> String) -> String {
        let mut drawing = Drawing::new(WIDE);
        let most = self.most().max(1);
        let (up, base) = (Scale::new(most, HIGH), TOP + HIGH);
        self.left = (text_width(&number(most)) + 12).max(LEFT);
        drawing.small((10, TOP - 14), Anchor::Start, axis);
        for tick in up.ticks(4) {
            let y = base - up.at(tick);
            let stroke = if tick == 0 { Stroke::Axis } else { Stroke::Grid };
            drawing.line((self.left, y), (WIDE - 10, y), stroke);
            drawing.small((self.left - 8, y + 4), Anchor::End, &number(tick));
        }
        let room = (self.along(self.first.saturating_add(self.step.seconds())) - self.left).max(1);
        let wide = (room - 1).clamp(2, WIDEST);
        for (start, posts) in &self.counts {
            let tall = up.at(*posts).max(1);
            let x = self.along(*start) + ((room - wide) / 2).max(0);
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
        let stages = self.stages();
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
        for (at, place) in &self.marks {
            let Some(word) = words.get(*place) else { continue };
            let x = self.along(floor(*at, self.step.seconds())).clamp(self.left, WIDE - 10) + room / 2;
            let y = 14 + 15 * i64::try_from(*place).unwrap_or(0);
            let tall = self.counts.get(&floor(*at, self.step.seconds())).map_or(0, |posts| up.at(*posts));
            drawing.line((x, y + 3), (x, base - tall), Stroke::Mark);
            let right = x < WIDE / 2;
            let anchor = if right { Anchor::Start } else { Anchor::End };
            drawing.small((if right { x + 6 } else { x - 6 }, y + 3), anchor, word);
        }
    }

    /// Where a moment stands; exact for any two moments.
    fn along(&self, at: i64) -> i64 {
        let step = i128::from(self.step.seconds());
        let (first, last) = (i128::from(self.first), i128::from(self.last));
        let span = (last - first + step).max(1);
        let at = (i128::from(at) - first) * i128::from(WIDE - self.left - 10) / span;
        self.left.saturating_add(i64::try_from(at).unwrap_or(WIDE))
    }

    /// Moments under the axis: as many as there is room for, on full days where the bars are days or more.
    fn ticks(&self) -> Vec<i64> {
        let unit = if self.step == Step::Hour { HOUR } else { DAY };
        let span = self.last.saturating_sub(self.first);
        let every = (span / unit / 5).saturating_add(1).saturating_mul(unit);
        (0..6)
            .map(|n: i64| self.first.saturating_add(n.saturating_mul(every)))
            .take_while(|at| *at <= self.last)
            .collect()
    }

    /// `2026年2月7日`, and between hours `2月7日21时` (Beijing); the caption says the year.
    fn label(&self, at: i64) -> String {
        let words = Words::of(Language::ZhHans);
        let Some(day) = Instant(at).beijing_date() else { return String::new() };
        match self.step {
            Step::Hour => {
                let hour = at.saturating_add(BEIJING).rem_euclid(DAY) / HOUR;
                format!("{}{hour}时", words.day(day))
            }
            _ => words.date(day),
        }
    }

    /// Every bar with posts in it: when its span begins, and how many.
    pub(crate) fn bars(&self) -> impl Iterator<Item = (Instant, u64)> {
        self.counts.iter().map(|(start, posts)| (Instant(*start), *posts))
    }
}

const fn floor(at: i64, step: i64) -> i64 {
    at.saturating_add(BEIJING).div_euclid(step).saturating_mul(step).saturating_sub(BEIJING)
}

#[cfg(test)]
mod tests {
    use super::{DAY, HOUR, Posts, Step};
    use redress_analysis::{Bucket, Timeline};
    use redress_base::Instant;
    use redress_facts::Scope;

    fn line(starts: &[(i64, u64)]) -> Timeline {
        let buckets: Vec<Bucket> =
            starts.iter().map(|(start, posts)| Bucket { start: Instant(*start), posts: *posts }).collect();
        let fastest = buckets.first().copied();
        Timeline { scope: Scope::Case, buckets, undated: 0, first: None, last: None, fastest }
    }

    #[test]
    fn steps_grow_with_the_span_and_no_post_is_lost() {
        for (span, step) in [
            (3 * HOUR, Step::Hour),
            (30 * DAY, Step::Day),
            (400 * DAY, Step::Week),
            (2_000 * DAY, Step::FourWeeks),
            (20_000 * DAY, Step::Year),
        ] {
            let posts = Posts::of(&line(&[(0, 3), (HOUR, 2), (span, 1)])).unwrap();
            assert_eq!((posts.step, posts.total()), (step, 6));
        }
        assert!(Posts::of(&line(&[])).is_none());
    }

    /// docs/measures/stages.md: empty spans are bars too, and every post stands in one stage.
    #[test]
    fn a_flood_between_quiet_hours_is_a_stage_of_its_own() {
        let starts: Vec<(i64, u64)> =
            (0..30).map(|hour| (hour * HOUR, if (10..14).contains(&hour) { 300 } else { 2 })).collect();
        let posts = Posts::of(&line(&starts)).unwrap();
        let found: Vec<(u64, u64)> = posts.stages().iter().map(|stage| (stage.bars, stage.posts)).collect();
        assert_eq!(found, [(10, 20), (4, 1200), (16, 32)]);
        assert_eq!(posts.as_high(), 4);
        let svg = posts.draw("", ["a", "b", "c"], &|n| n.to_string());
        assert!(svg.contains(">3</text>"), "{svg}");
        assert_eq!(Posts::of(&line(&[(0, 3)])).unwrap().stages().len(), 1);
    }

    #[test]
    fn impossible_moments_are_drawn_without_a_panic() {
        let posts = Posts::of(&line(&[(i64::MIN, u64::MAX), (i64::MAX, u64::MAX)])).unwrap();
        let svg = posts.draw("", ["", "", ""], &|n| n.to_string());
        assert!(svg.contains(">0</text>"));
    }
}
