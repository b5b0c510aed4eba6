//! One run of every measure: fold over the corpus, merge, finish.

use crate::acts::{Acts, acts};
use crate::captured::Captured;
use crate::figure::Figure;
use crate::ground::Ground;
use crate::params::Params;
use crate::reach::Reach;
use crate::statements::{Card, Statements};
use crate::timeline::{Hours, Timeline};
use crate::topic_reads::TopicReads;
use crate::volume::Volume;
use crate::{comments, group_members, likes, plays, reposts, views};
use redress_base::Finding;
use redress_posts::{Corpus, PostIx};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The schema of [`Measures`].
pub const SCHEMA: &str = "redress/measures/1";

/// Every figure of a corpus, with what it was counted from and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// `"redress/measures/1"`.
    pub schema: String,
    /// What the measures were asked to do.
    pub params: Params,
    /// The statements that have figures.
    pub statements: Vec<Card>,
    /// How many statements there are, single comments and reposts aside.
    pub statements_total: u64,
    /// The figures: of the case, then of each statement in order.
    pub figures: Vec<Figure>,
    /// The timeline of the case, then of each statement in order.
    pub timelines: Vec<Timeline>,
    /// First and last publication of each statement, in order.
    pub acts: Vec<Acts>,
    /// What was noticed about the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Measures {
    /// The figure of that id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

/// Measures a corpus. `statements` must come from the same corpus; of `params`, what decides which
/// statements get figures is taken from here, and what a statement is from where they were made.
pub fn measure(corpus: &Corpus, statements: &Statements, params: &Params) -> Measures {
    let ground = Ground::new(corpus, statements, params);
    let mut tally = Tally::new();
    tally.fold(&ground, 0..corpus.posts().len(), 0..corpus.observations().len());
    tally.finish(&ground)
}

/// Everything counted so far: foldable over parts of the corpus, mergeable in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    reach: Reach,
    topics: TopicReads,
    reposts: Captured,
    comments: Captured,
    volume: Volume,
    hours: Hours,
}

impl Tally {
    pub(crate) fn new() -> Tally {
        Tally {
            reach: Reach::default(),
            topics: TopicReads::default(),
            reposts: Captured::reposts(),
            comments: Captured::comments(),
            volume: Volume::default(),
            hours: Hours::default(),
        }
    }

    /// Takes in some posts and some observations, each by its place in the corpus.
    pub(crate) fn fold(&mut self, ground: &Ground<'_>, posts: Range<usize>, observations: Range<usize>) {
        for (post, number) in ground.corpus.posts().iter().zip(0u32..).take(posts.end).skip(posts.start) {
            let ix = PostIx(number);
            self.reposts.fold(ground, ix, post);
            self.comments.fold(ground, ix, post);
            self.volume.fold(ground, ix, post);
            self.hours.fold(ground, ix, post);
        }
        let seen = ground.corpus.observations().iter().zip(0u32..);
        for (observation, number) in seen.take(observations.end).skip(observations.start) {
            self.reach.fold(ground, number, observation);
            self.topics.fold(number, observation);
        }
    }

    /// Takes in what another part of the corpus gave.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the door for counting in parts; the tests hold it to that")
    )]
    pub(crate) fn merge(&mut self, other: Tally) {
        self.reach.merge(other.reach);
        self.topics.merge(other.topics);
        self.reposts.merge(other.reposts);
        self.comments.merge(other.comments);
        self.volume.merge(other.volume);
        self.hours.merge(other.hours);
    }

    /// The figures.
    pub(crate) fn finish(self, ground: &Ground<'_>) -> Measures {
        let (reach, caught) = (self.reach.finish(), self.reposts.finish());
        let commented = self.comments.finish();
        let mut figures = self.volume.finish(ground);
        figures.extend(self.topics.finish(ground));
        for of in ground.chosen() {
            figures.extend(views::figure(ground, &reach, of));
            figures.extend(plays::figure(ground, &reach, of));
            figures.extend(reposts::figures(ground, &reach, &caught, of));
            figures.extend(comments::figures(ground, &reach, &commented, of));
            figures.extend(likes::figure(ground, &reach, of));
            figures.extend(group_members::figure(ground, &reach, of));
        }
        // Stable: within a scope the figures keep the order in which the measures ran.
        let places: rustc_hash::FxHashMap<_, _> =
            ground.chosen().map(|(number, _)| (ground.scope(number), u64::from(number) + 1)).collect();
        figures.sort_by_key(|figure| places.get(&figure.scope).copied().unwrap_or(0));
        Measures {
            schema: SCHEMA.to_owned(),
            params: ground.params.clone(),
            statements: ground.chosen().map(|(_, s)| ground.statements.card(ground.corpus, s)).collect(),
            statements_total: u64::try_from(ground.statements.foremost().len()).unwrap_or(u64::MAX),
            figures,
            timelines: self.hours.finish(ground),
            acts: ground.chosen().map(|of| acts(ground, of)).collect(),
            findings: findings(ground),
        }
    }
}

/// What was noticed about the whole.
fn findings(ground: &Ground<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if ground.left_out() > 0 {
        let finding = Finding::note("analysis-figures-limited");
        findings.push(
            finding.with("left", ground.left_out()).with("limit", u64::from(ground.params.figures_for)),
        );
    }
    if ground.statements.wordless > 0 {
        let least = u64::from(ground.params.min_chars.max(3));
        findings.push(
            Finding::note("analysis-too-few-words")
                .with("posts", ground.statements.wordless)
                .with("least", least),
        );
    }
    if ground.rootless > 0 {
        findings.push(Finding::note("analysis-repost-without-original").with("posts", ground.rootless));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{Params, Tally};
    use crate::ground::Ground;
    use crate::statements::statements;
    use proptest::prelude::*;
    use redress_base::{Count, Instant, ItemId, Stamp, TimeSource, Unit};
    use redress_posts::{At, Author, Corpus, Counter, Draft, KnownBy, Link, PostKind, Space};

    /// Kind, number, words, root, author, time, counter.
    type Said = (PostKind, u8, &'static str, u8, u8, Option<i64>, Option<(Unit, u64, Option<i64>)>);

    fn said() -> impl Strategy<Value = Said> {
        let kind = prop::sample::select(vec![
            PostKind::Original,
            PostKind::Repost,
            PostKind::Comment,
            PostKind::Chat,
        ]);
        let words = prop::sample::select(vec![
            "",
            "取快递的那个女人和快递员有不正当关系",
            "取快递的那个女人和快递员有不正当关系吧",
            "警方通报说这件事情是编造的",
            "转发微博",
        ]);
        let unit = prop::sample::select(Unit::ALL.to_vec());
        let counter = prop::option::of((unit, 0u64..50, prop::option::of(0i64..5)));
        (kind, 0u8..12, words, 0u8..12, 0u8..5, prop::option::of(0i64..20_000), counter)
    }

    fn corpus(said: &[Said]) -> Corpus {
        let mut corpus = Corpus::new();
        let stamp = |at: i64| Stamp { at: Instant(at), source: TimeSource::Platform };
        for ((kind, native, text, root, author, published, counter), row) in said.iter().zip(1u32..) {
            let (native, root, author) = (native.to_string(), root.to_string(), author.to_string());
            let counters: Vec<Counter<'_>> = counter
                .iter()
                .map(|(unit, n, _)| Counter {
                    unit: *unit,
                    count: Count::exactly(*n),
                    shown: "x",
                    field: "f",
                    topic: None,
                })
                .collect();
            let draft = Draft {
                platform: "weibo",
                kind: *kind,
                native: &native,
                text,
                parent: None,
                root: (*kind != PostKind::Original).then_some(Link { space: Space::Post, native: &root }),
                address: "",
                author: Some(Author { known_by: KnownBy::Id, id: &author, handle: "" }),
                published: published.map(stamp),
                seen_at: counter.and_then(|(_, _, seen)| seen).map(stamp),
                item: ItemId(1),
                at: At::Row { row, start: u64::from(row), len: 1 },
                counters: &counters,
            };
            corpus.keep(&draft).unwrap();
        }
        corpus
    }

    proptest! {
        /// Measuring two parts and merging, in either order, is measuring the whole.
        #[test]
        fn parts_merged_are_the_whole(said in prop::collection::vec(said(), 0..60), cut in 0usize..60, seen in 0usize..60) {
            let corpus = corpus(&said);
            let params = Params::default();
            let statements = statements(&corpus, &params);
            let ground = Ground::new(&corpus, &statements, &params);
            let (posts, observations) = (corpus.posts().len(), corpus.observations().len());
            let count = |p: std::ops::Range<usize>, o: std::ops::Range<usize>| {
                let mut tally = Tally::new();
                tally.fold(&ground, p, o);
                tally
            };
            let (cut, seen) = (cut.min(posts), seen.min(observations));
            let whole = count(0..posts, 0..observations).finish(&ground);
            let mut forwards = count(0..cut, 0..seen);
            forwards.merge(count(cut..posts, seen..observations));
            let mut backwards = count(cut..posts, seen..observations);
            backwards.merge(count(0..cut, 0..seen));
            prop_assert_eq!(&forwards.finish(&ground), &whole);
            prop_assert_eq!(&backwards.finish(&ground), &whole);
            // And no figure is without evidence, nor a part without its place.
            for figure in &whole.figures {
                prop_assert!(figure.parts_total > 0 && !figure.parts.is_empty(), "{}", figure.id);
                prop_assert!(figure.count.upper.is_none_or(|upper| upper >= figure.count.lower));
            }
        }
    }
}
