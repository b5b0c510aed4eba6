//! The shape that views, plays, reposts, comments and likes share: what the platform displayed.
//!
//! Per post one settled counter; per statement the sum over its originals and articles. The counters
//! of reposts are not added: a platform counts the forwards of a forward for the original as well.

use crate::counter::settle;
use crate::figure::{Figure, Findings, Name, Part, Parts};
use crate::ground::{Ground, Number, carries_counters};
use crate::statements::Statement;
use redress_base::{Count, Finding, Unit};
use redress_posts::{Corpus, Observation, Post, PostIx, Subject};

/// Every counter that counts for a statement: foldable, mergeable in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Statement, unit, post, and the observation's place in the corpus.
    entries: Vec<(Number, Unit, PostIx, u32)>,
}

/// Whether a counter of this unit, seen on this post, counts for the post's statement.
fn counts(unit: Unit, post: &Post) -> bool {
    match unit {
        Unit::Views | Unit::Plays | Unit::Reposts | Unit::Comments | Unit::Likes => carries_counters(post),
        Unit::GroupMembers => true,
        // No counter of a post counts these.
        _ => false,
    }
}

impl Reach {
    /// Takes in the observation at place `number` of the corpus.
    pub(crate) fn fold(&mut self, ground: &Ground<'_>, number: u32, observation: &Observation) {
        let Subject::Post(post) = observation.subject() else { return };
        let counted = ground.corpus.post(post).is_some_and(|p| counts(observation.unit(), p));
        if let Some(statement) = ground.member_of(post).filter(|_| counted) {
            self.entries.push((statement, observation.unit(), post, number));
        }
    }

    /// Takes in what another part of the corpus gave.
    pub(crate) fn merge(&mut self, mut other: Reach) {
        self.entries.append(&mut other.entries);
    }

    /// Puts everything in order; figures can then be drawn.
    pub(crate) fn finish(mut self) -> Drawn {
        self.entries.sort_unstable();
        self.entries.dedup();
        Drawn { entries: self.entries }
    }
}

/// The counters of all statements, in order.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    entries: Vec<(Number, Unit, PostIx, u32)>,
}

/// One post's settled counter and what it was settled from.
pub(crate) struct OfPost<'a> {
    pub(crate) post: PostIx,
    pub(crate) settled: crate::counter::Settled<'a>,
}

impl Drawn {
    /// The settled counters of one statement and unit, one a post, in reading order.
    pub(crate) fn of<'a>(&'a self, ground: &Ground<'a>, statement: Number, unit: Unit) -> Vec<OfPost<'a>> {
        let start = self.entries.partition_point(|e| (e.0, e.1) < (statement, unit));
        let rest = self.entries.get(start..).unwrap_or(&[]);
        let run = rest.get(..rest.partition_point(|e| (e.0, e.1) == (statement, unit))).unwrap_or(&[]);
        let observations = ground.corpus.observations();
        let of_post = run.chunk_by(|a, b| a.2 == b.2).filter_map(|seen| {
            let post = seen.first()?.2;
            let seen: Vec<&Observation> =
                seen.iter().filter_map(|e| observations.get(usize::try_from(e.3).ok()?)).collect();
            Some(OfPost { post, settled: settle(ground.corpus, &seen)? })
        });
        of_post.collect()
    }

    /// The displayed figure of one statement: the sum over its posts; nothing where nothing was seen.
    pub(crate) fn sum(
        &self,
        ground: &Ground<'_>,
        (number, statement): (Number, &Statement),
        name: &Name<'_>,
    ) -> Option<Figure> {
        let seen = self.of(ground, number, name.unit);
        if seen.is_empty() {
            return None;
        }
        let (mut all, mut exact) = (Count::exactly(0), Count::exactly(0));
        let (mut parts, mut findings, mut near) = (Parts::default(), Findings::default(), false);
        for of_post in &seen {
            take_parts(ground.corpus, &ground.key(of_post.post), of_post, &mut parts, &mut findings);
            all = all.plus(of_post.settled.count);
            if ground.statements.is_near(of_post.post) {
                near = true;
            } else {
                exact = exact.plus(of_post.settled.count);
            }
        }
        let missing = without_counter(ground, statement, &seen);
        if missing.exact + missing.near > 0 {
            all.upper = None;
            let posts = missing.exact + missing.near;
            findings.push(
                Finding::note("analysis-counter-missing").with("posts", posts).with("unit", name.unit.word()),
            );
        }
        if missing.exact > 0 {
            exact.upper = None;
        }
        let mut figure = Figure::new(name, all, near.then_some(exact), parts);
        figure.findings = findings.finish();
        Some(figure)
    }
}

/// Adds what a counter was settled from: the latest sighting, and the highest where it differs.
pub(crate) fn take_parts(
    corpus: &Corpus,
    subject: &str,
    of_post: &OfPost<'_>,
    parts: &mut Parts,
    findings: &mut Findings,
) {
    for observation in [Some(of_post.settled.latest), of_post.settled.highest].into_iter().flatten() {
        let Some(span) = corpus.observation_span(observation) else { continue };
        parts.push(Part {
            span,
            subject: subject.to_owned(),
            shown: Some(corpus.shown(observation).into_owned()),
            count: observation.count(),
            seen_at: corpus.seen_at(observation),
        });
    }
    if let Some(finding) = of_post.settled.finding(corpus, subject) {
        findings.push(finding);
    }
}

/// Members that would carry the counter but show none.
struct Missing {
    exact: u64,
    near: u64,
}

fn without_counter(ground: &Ground<'_>, statement: &Statement, seen: &[OfPost<'_>]) -> Missing {
    let mut missing = Missing { exact: 0, near: 0 };
    for member in &statement.members {
        let carries = ground.corpus.post(*member).is_some_and(carries_counters);
        // `seen` is in order of posts.
        if carries && seen.binary_search_by_key(member, |of_post| of_post.post).is_err() {
            let side =
                if ground.statements.is_near(*member) { &mut missing.near } else { &mut missing.exact };
            *side += 1;
        }
    }
    missing
}
