//! A timeline in even steps, and its stages: what charts of pages and papers are drawn from, so that all of them show the same.
//!
//! See docs/measures/stages.md.

use crate::stages::{MOST_BINS, stages};
use crate::timeline::Timeline;
use redress_base::{Instant, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Days of Beijing begin eight hours before those of UTC.
const BEIJING: i64 = 8 * HOUR;
/// More bars than this and a longer step is taken.
const MOST: i64 = 150;

/// The span of one bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeStep {
    /// From one full hour to the next.
    Hour,
    /// A day of Beijing.
    Day,
    /// Seven days.
    Week,
    /// 28 days.
    FourWeeks,
    /// 364 days, which are 52 weeks.
    Year,
}

impl TimeStep {
    const ALL: [TimeStep; 5] =
        [TimeStep::Hour, TimeStep::Day, TimeStep::Week, TimeStep::FourWeeks, TimeStep::Year];

    /// How long it is.
    pub const fn seconds(self) -> i64 {
        match self {
            TimeStep::Hour => HOUR,
            TimeStep::Day => DAY,
            TimeStep::Week => 7 * DAY,
            TimeStep::FourWeeks => 28 * DAY,
            TimeStep::Year => 364 * DAY,
        }
    }

    /// Its code.
    pub const fn word(self) -> &'static str {
        match self {
            TimeStep::Hour => "hour",
            TimeStep::Day => "day",
            TimeStep::Week => "week",
            TimeStep::FourWeeks => "four-weeks",
            TimeStep::Year => "year",
        }
    }

    /// When the step in which a moment lies begins.
    pub const fn begin(self, at: Instant) -> Instant {
        let step = self.seconds();
        Instant(at.0.saturating_add(BEIJING).div_euclid(step).saturating_mul(step).saturating_sub(BEIJING))
    }
}

/// A span of bars of one pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// When it begins: of every stage but the first, a point at which the pace changes.
    pub from: Instant,
    /// When the next one begins.
    pub to: Instant,
    /// Bars in it, those without posts too.
    pub bars: u64,
    /// Posts in it.
    pub posts: u64,
    /// Posts for each bar, in tenths, halves rounded up.
    pub pace_tenths: u64,
}

/// The stages of a timeline, and the bars that they are made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StagesOf {
    /// The span of one bar.
    pub step: TimeStep,
    /// In order; one where the pace does not change, none where the span has too many bars to be divided.
    pub stages: Vec<Stage>,
}

/// A timeline in even steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    step: TimeStep,
    first: Instant,
    last: Instant,
    counts: BTreeMap<Instant, u64>,
    marks: [Option<Instant>; 3],
}

impl Pace {
    /// Its bars; nothing where no post has a date.
    pub fn of(line: &Timeline) -> Option<Pace> {
        let starts = || line.buckets.iter().map(|bucket| bucket.start);
        let (first, last) = (starts().min()?, starts().max()?);
        let few = |step: &TimeStep| last.0.saturating_sub(first.0) / step.seconds() < MOST;
        let step = TimeStep::ALL.into_iter().find(few).unwrap_or(TimeStep::Year);
        let mut counts: BTreeMap<Instant, u64> = BTreeMap::new();
        for bucket in &line.buckets {
            let sum = counts.entry(step.begin(bucket.start)).or_insert(0);
            *sum = sum.saturating_add(bucket.posts);
        }
        // The bar with the most, the earliest of several: the busiest hour need not lie in the busiest day.
        let most = counts.iter().max_by_key(|(start, posts)| (**posts, std::cmp::Reverse(**start)));
        let at = |stamp: Option<Stamp>| stamp.map(|stamp| stamp.at);
        let marks = [at(line.first), most.map(|(start, _)| *start), at(line.last)];
        Some(Pace { step, first: step.begin(first), last: step.begin(last), counts, marks })
    }

    /// The span of one bar: hours, or as long as it takes for all bars to be printed.
    pub const fn step(&self) -> TimeStep {
        self.step
    }

    /// When the first bar and when the last bar begins.
    pub const fn ends(&self) -> (Instant, Instant) {
        (self.first, self.last)
    }

    /// The first post, the bar with the most posts, and the last post, where they are known.
    pub const fn marks(&self) -> [Option<Instant>; 3] {
        self.marks
    }

    /// Every bar with posts in it: when its span begins, and how many.
    pub fn bars(&self) -> impl Iterator<Item = (Instant, u64)> {
        self.counts.iter().map(|(start, posts)| (*start, *posts))
    }

    /// Posts of the bar in which a moment lies.
    pub fn at(&self, moment: Instant) -> u64 {
        self.counts.get(&self.step.begin(moment)).copied().unwrap_or(0)
    }

    /// Posts of all bars.
    pub fn total(&self) -> u64 {
        self.counts.values().fold(0, |sum, posts| sum.saturating_add(*posts))
    }

    /// The most in one bar.
    pub fn most(&self) -> u64 {
        self.counts.values().copied().max().unwrap_or(0)
    }

    /// How many bars have as many as the highest.
    pub fn as_high(&self) -> usize {
        let most = self.most();
        self.counts.values().filter(|posts| **posts == most).count()
    }

    /// Its stages, in order; none where the span has too many bars to be divided.
    pub fn stages(&self) -> Vec<Stage> {
        let step = self.step.seconds();
        let bars = self.last.0.checked_sub(self.first.0).map(|span| span / step);
        // More bars than are divided are not even laid out: a span may be as long as the moments of a wrong file.
        let few = |bars: &i64| usize::try_from(*bars).is_ok_and(|bars| bars < MOST_BINS);
        let Some(bars) = bars.filter(few) else { return Vec::new() };
        let moment = |bar: i64| Instant(self.first.0.saturating_add(bar.saturating_mul(step)));
        let counts: Vec<u64> =
            (0..=bars).map(|bar| self.counts.get(&moment(bar)).copied().unwrap_or(0)).collect();
        let starts = stages(&counts);
        let ends = starts.iter().skip(1).copied().chain([counts.len()]);
        let stage = |(start, end): (&usize, usize)| {
            let bars = u64::try_from(end.saturating_sub(*start)).unwrap_or(0);
            let posts =
                counts.iter().take(end).skip(*start).fold(0_u64, |sum, posts| sum.saturating_add(*posts));
            Stage {
                from: moment(i64::try_from(*start).unwrap_or(0)),
                to: moment(i64::try_from(end).unwrap_or(0)),
                bars,
                posts,
                pace_tenths: tenths(posts, bars),
            }
        };
        starts.iter().zip(ends).map(stage).collect()
    }

    /// The stages with their step.
    pub fn divided(&self) -> StagesOf {
        StagesOf { step: self.step, stages: self.stages() }
    }
}

/// Posts for each bar in tenths, halves rounded up.
fn tenths(posts: u64, bars: u64) -> u64 {
    let (posts, bars) = (u128::from(posts), u128::from(bars.max(1)));
    u64::try_from((posts * 20 + bars) / (bars * 2)).unwrap_or(u64::MAX)
}

impl Stage {
    /// Posts for each bar, to one place behind the point: `12.5`.
    pub fn pace(&self) -> String {
        format!("{}.{}", self.pace_tenths / 10, self.pace_tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, HOUR, Pace, TimeStep, tenths};
    use crate::timeline::{Bucket, Timeline};
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
            (3 * HOUR, TimeStep::Hour),
            (149 * HOUR, TimeStep::Hour),
            (150 * HOUR, TimeStep::Day),
            (400 * DAY, TimeStep::Week),
            (2_000 * DAY, TimeStep::FourWeeks),
            (20_000 * DAY, TimeStep::Year),
        ] {
            let pace = Pace::of(&line(&[(0, 3), (HOUR, 2), (span, 1)])).unwrap();
            assert_eq!((pace.step(), pace.total()), (step, 6));
        }
        assert!(Pace::of(&line(&[])).is_none());
    }

    #[test]
    fn a_day_is_one_of_beijing() {
        // 2026-01-01T15:59Z is the same day there, one minute later is the next.
        let (before, after) = (Instant(1_767_283_140), Instant(1_767_283_200));
        assert_eq!(TimeStep::Day.begin(after), after);
        assert_eq!(TimeStep::Day.begin(before), Instant(after.0 - DAY));
    }

    /// docs/measures/stages.md: empty spans are bars too, and every post stands in one stage.
    #[test]
    fn a_flood_between_quiet_hours_is_a_stage_of_its_own() {
        let starts: Vec<(i64, u64)> =
            (0..30).map(|hour| (hour * HOUR, if (10..14).contains(&hour) { 300 } else { 2 })).collect();
        let pace = Pace::of(&line(&starts)).unwrap();
        let stages = pace.stages();
        let found: Vec<(u64, u64, String)> =
            stages.iter().map(|stage| (stage.bars, stage.posts, stage.pace())).collect();
        assert_eq!(
            found,
            [(10, 20, "2.0".to_owned()), (4, 1200, "300.0".to_owned()), (16, 32, "2.0".to_owned())]
        );
        let changes: Vec<i64> = stages.iter().skip(1).map(|stage| stage.from.0 / HOUR).collect();
        assert_eq!(changes, [10, 14]);
        assert_eq!(pace.as_high(), 4);
        assert_eq!(Pace::of(&line(&[(0, 3)])).unwrap().stages().len(), 1);
    }

    #[test]
    fn impossible_moments_and_counts_neither_panic_nor_fill_the_memory() {
        let pace = Pace::of(&line(&[(i64::MIN, u64::MAX), (i64::MAX, u64::MAX)])).unwrap();
        assert!(pace.stages().is_empty());
        assert_eq!((pace.step(), pace.total()), (TimeStep::Year, u64::MAX));
        assert_eq!((tenths(1, 3), tenths(1, 4), tenths(5, 0), tenths(u64::MAX, 1)), (3, 3, 50, u64::MAX));
    }
}
