//! Timeline: posts per hour, Beijing time, for the case and a statement.
//!
//! See docs/measures/timeline.md.

use crate::ground::{Ground, Number};
use redress_base::{Instant, Stamp};
use redress_facts::Scope;
use redress_posts::{Post, PostIx, PostKind};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

const HOUR: i64 = 3600;
/// Stands for the case among statement numbers; sorts behind them all.
const CASE: Number = Number::MAX;

/// One hour with posts in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// When the hour began. Hours of Beijing begin when hours of UTC do.
    pub start: Instant,
    /// Posts published in that hour.
    pub posts: u64,
}

/// When posts were published, hour by hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The case, or one statement: its members, and the captured reposts under them.
    pub scope: Scope,
    /// The hours that have posts, in order; hours without are left out.
    pub buckets: Vec<Bucket>,
    /// Posts without a date, which stand in no hour.
    pub undated: u64,
    /// The earliest date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Stamp>,
    /// The latest date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Stamp>,
    /// The hour with most posts, the earliest of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fastest: Option<Bucket>,
}

/// Posts per scope and hour: foldable, mergeable in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hours {
    posts: FxHashMap<(Number, i64), u64>,
    edges: FxHashMap<Number, Edges>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Edges {
    undated: u64,
    first: Option<Stamp>,
    last: Option<Stamp>,
}

impl Edges {
    fn widen(&mut self, first: Option<Stamp>, last: Option<Stamp>) {
        // Of two sources for one moment the stronger is kept, whichever came first.
        let order = |stamp: &Stamp| (stamp.at, Reverse(stamp.source));
        self.first = [self.first, first].into_iter().flatten().min_by_key(order);
        self.last = [self.last, last].into_iter().flatten().max_by_key(|s| (s.at, s.source));
    }
}

impl Hours {
    /// Takes in one post.
    pub(crate) fn fold(&mut self, ground: &Ground<'_>, ix: PostIx, post: &Post) {
        let own = ground.member_of(ix);
        let above = ground.under(ix).filter(|_| post.kind() == PostKind::Repost).map(|(number, _)| number);
        // A repost that says the statement under which it stands counts once.
        for number in [Some(CASE), own, above.filter(|above| Some(*above) != own)].into_iter().flatten() {
            let edges = self.edges.entry(number).or_default();
            match post.published() {
                Some(stamp) => {
                    edges.widen(Some(stamp), Some(stamp));
                    *self.posts.entry((number, stamp.at.0.div_euclid(HOUR))).or_default() += 1;
                }
                None => edges.undated += 1,
            }
        }
    }

    /// Takes in what another part of the corpus gave.
    pub(crate) fn merge(&mut self, other: Hours) {
        for (key, posts) in other.posts {
            *self.posts.entry(key).or_default() += posts;
        }
        for (number, edges) in other.edges {
            let mine = self.edges.entry(number).or_default();
            mine.undated += edges.undated;
            mine.widen(edges.first, edges.last);
        }
    }

    /// The timeline of the case, then those of the statements in order.
    pub(crate) fn finish(self, ground: &Ground<'_>) -> Vec<Timeline> {
        let mut hours: Vec<((Number, i64), u64)> = self.posts.into_iter().collect();
        hours.sort_unstable();
        let draw = |number: Number, scope: Scope| {
            let start = hours.partition_point(|((n, _), _)| *n < number);
            let run = hours.iter().skip(start).take_while(|((n, _), _)| *n == number);
            let buckets: Vec<Bucket> = run
                .map(|((_, hour), posts)| Bucket { start: Instant(hour.saturating_mul(HOUR)), posts: *posts })
                .collect();
            let fastest = buckets.iter().copied().max_by_key(|b| (b.posts, Reverse(b.start)));
            let edges = self.edges.get(&number).copied().unwrap_or_default();
            let Edges { undated, first, last } = edges;
            Timeline { scope, buckets, undated, first, last, fastest }
        };
        let mut drawn = vec![draw(CASE, Scope::Case)];
        drawn.extend(ground.chosen().map(|(number, _)| draw(number, ground.scope(number))));
        drawn
    }
}
