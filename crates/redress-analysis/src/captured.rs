//! The shape that captured reposts and captured comments share: which ones stand under a statement.

use crate::figure::{Figure, MOST_PARTS, Name, Part, Parts};
use crate::ground::{Ground, Number};
use redress_base::Count;
use redress_posts::{Post, PostIx, PostKind};

/// Captured posts of one kind by statement: foldable, mergeable in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Captured {
    kind: PostKind,
    /// Whether posts of this kind that say the statement themselves count too.
    members_too: bool,
    /// Statement, post, and whether it belongs by a near copy only.
    pairs: Vec<(Number, PostIx, bool)>,
}

impl Captured {
    pub(crate) const fn reposts() -> Captured {
        Captured { kind: PostKind::Repost, members_too: true, pairs: Vec::new() }
    }

    pub(crate) const fn comments() -> Captured {
        Captured { kind: PostKind::Comment, members_too: false, pairs: Vec::new() }
    }

    /// Takes in one post.
    pub(crate) fn fold(&mut self, ground: &Ground<'_>, ix: PostIx, post: &Post) {
        if post.kind() != self.kind {
            return;
        }
        if let Some((statement, member)) = ground.under(ix) {
            self.pairs.push((statement, ix, ground.statements.is_near(member)));
        }
        if let Some(statement) = ground.member_of(ix).filter(|_| self.members_too) {
            self.pairs.push((statement, ix, ground.statements.is_near(ix)));
        }
    }

    /// Takes in what another part of the corpus gave.
    pub(crate) fn merge(&mut self, mut other: Captured) {
        self.pairs.append(&mut other.pairs);
    }

    /// Each post once a statement.
    pub(crate) fn finish(mut self) -> Caught {
        // A post that belongs by an exact copy as well sorts there first and is kept so.
        self.pairs.sort_unstable();
        self.pairs.dedup_by_key(|pair| (pair.0, pair.1));
        Caught { pairs: self.pairs }
    }
}

/// Captured posts by statement, in order.
#[derive(Clone, Debug)]
pub(crate) struct Caught {
    pairs: Vec<(Number, PostIx, bool)>,
}

impl Caught {
    /// The captured posts of one statement.
    pub(crate) fn of(&self, statement: Number) -> &[(Number, PostIx, bool)] {
        let start = self.pairs.partition_point(|pair| pair.0 < statement);
        let rest = self.pairs.get(start..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|pair| pair.0 == statement)).unwrap_or(&[])
    }

    /// How many were captured, as a floor: what is in the file is at least what there is. Nothing
    /// where none was captured.
    pub(crate) fn figure(&self, ground: &Ground<'_>, statement: Number, name: &Name<'_>) -> Option<Figure> {
        let run = self.of(statement);
        if run.is_empty() {
            return None;
        }
        let near = run.iter().filter(|pair| pair.2).count();
        let disputed = (near > 0).then(|| floor(run.len() - near));
        let parts = captured_parts(ground, run.len(), run.iter().map(|pair| pair.1));
        Some(Figure::new(name, floor(run.len()), disputed, parts))
    }
}

/// A number of captured things.
pub(crate) fn floor(n: usize) -> Count {
    Count::floor(u64::try_from(n).unwrap_or(u64::MAX))
}

/// The first posts, in reading order, as parts; `total` says how many there are.
pub(crate) fn captured_parts(
    ground: &Ground<'_>,
    total: usize,
    posts: impl Iterator<Item = PostIx>,
) -> Parts {
    let part = |ix: PostIx| {
        let post = ground.corpus.post(ix)?;
        let sighting = ground.corpus.sighting(post.first_sighting())?;
        Some(Part {
            span: ground.corpus.span(sighting),
            subject: ground.key(ix),
            shown: None,
            count: Count::exactly(1),
            seen_at: sighting.seen_at(),
        })
    };
    Parts::of(total, posts.take(MOST_PARTS).filter_map(part))
}
