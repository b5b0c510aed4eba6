//! What every measure stands on: the corpus, its statements, which of them get figures, and which
//! posts spread which statement.

use crate::params::Params;
use crate::statements::{Statement, Statements, key};
use redress_base::{Span, Unit};
use redress_facts::Scope;
use redress_posts::{Corpus, Post, PostIx, PostKind, Reference, Subject};
use std::cmp::Reverse;

/// A statement by its place in [`Statements::list`].
pub(crate) type Number = u32;

const NONE: u32 = u32::MAX;

/// The ground of one run.
#[derive(Debug)]
pub(crate) struct Ground<'a> {
    pub(crate) corpus: &'a Corpus,
    pub(crate) statements: &'a Statements,
    /// What the measures were asked to do.
    pub(crate) params: Params,
    /// Whether each statement gets figures.
    chosen: Vec<bool>,
    /// For each repost and comment the statement's member that it stands under, or `NONE`.
    above: Vec<u32>,
    /// Reposts whose top post is not in the corpus.
    pub(crate) rootless: u64,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(corpus: &'a Corpus, statements: &'a Statements, params: &Params) -> Ground<'a> {
        let Params { threshold, min_chars, .. } = statements.params;
        let params = Params { threshold, min_chars, ..params.clone() };
        let chosen = choose(corpus, statements, &params);
        let mut ground = Ground { corpus, statements, params, chosen, above: Vec::new(), rootless: 0 };
        ground.climb();
        ground
    }

    /// The statements that get figures, in order, with their numbers.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = (Number, &'a Statement)> + '_ {
        let all = (0u32..).zip(self.statements.list());
        all.zip(&self.chosen).filter(|(_, chosen)| **chosen).map(|(statement, _)| statement)
    }

    /// How many statements get none, single comments and reposts aside.
    pub(crate) fn left_out(&self) -> usize {
        self.chosen.iter().take(self.statements.foremost().len()).filter(|chosen| !**chosen).count()
    }

    /// The chosen statement that a post is a member of.
    pub(crate) fn member_of(&self, post: PostIx) -> Option<Number> {
        self.if_chosen(self.statements.number(post))
    }

    /// The member of a chosen statement that a repost or comment stands under.
    pub(crate) fn under(&self, post: PostIx) -> Option<(Number, PostIx)> {
        let above = usize::try_from(post.0).ok().and_then(|p| self.above.get(p)).copied()?;
        let member = PostIx(above);
        Some((self.member_of(member)?, member))
    }

    fn if_chosen(&self, number: Option<usize>) -> Option<Number> {
        let number = number.filter(|n| self.chosen.get(*n).copied().unwrap_or(false))?;
        Number::try_from(number).ok()
    }

    /// Where a post was first seen.
    pub(crate) fn span(&self, post: &Post) -> Option<Span> {
        self.corpus.sighting(post.first_sighting()).map(|sighting| self.corpus.span(sighting))
    }

    pub(crate) fn scope(&self, number: Number) -> Scope {
        let statement = usize::try_from(number).ok().and_then(|n| self.statements.list().get(n));
        statement.map_or(Scope::Case, |statement| Scope::Statement(statement.id.clone()))
    }

    pub(crate) fn key(&self, post: PostIx) -> String {
        key(self.corpus, post)
    }

    /// Finds, for every repost and comment, the post that it spreads or answers: its root, else the
    /// topmost post above it that belongs to a statement.
    fn climb(&mut self) {
        let posts = self.corpus.posts();
        self.above = vec![NONE; posts.len()];
        for (post, number) in posts.iter().zip(0u32..) {
            if matches!(post.kind(), PostKind::Repost | PostKind::Comment) {
                let (found, lost) = self.top_of(post, PostIx(number));
                self.rootless += u64::from(lost && post.kind() == PostKind::Repost);
                if let Some(slot) = usize::try_from(number).ok().and_then(|n| self.above.get_mut(n)) {
                    *slot = found;
                }
            }
        }
    }

    /// The member above a post, and whether there is none because the way up leaves the corpus.
    fn top_of(&self, post: &Post, own: PostIx) -> (u32, bool) {
        let is_member = |ix: PostIx| ix != own && self.statements.number(ix).is_some();
        let root = self.corpus.root(post);
        if let Reference::Here(root) = root
            && is_member(root)
        {
            return (root.0, false);
        }
        let (mut at, mut top) = (post, NONE);
        let mut leaves = matches!(root, Reference::Absent(_));
        // Chains in real files are short; a damaged file may hold a circle, hence the bound.
        for _ in 0..1000 {
            let parent = match self.corpus.parent(at) {
                Reference::Here(parent) => parent,
                Reference::Absent(_) => {
                    leaves = true;
                    break;
                }
                Reference::None => break,
            };
            let known = usize::try_from(parent.0).ok().and_then(|p| self.above.get(p)).copied();
            if let Some(found) = known.filter(|found| *found != NONE && *found != own.0) {
                return (found, false);
            }
            if is_member(parent) {
                top = parent.0;
            }
            let Some(next) = self.corpus.post(parent) else { break };
            at = next;
        }
        (top, leaves && top == NONE)
    }
}

/// Whether a post's own counters count for its statement. The counters of a repost are part of the
/// counters of what it forwards; those of a comment are about the comment; a message has none.
pub(crate) fn carries_counters(post: &Post) -> bool {
    matches!(post.kind(), PostKind::Original | PostKind::Article)
}

/// Units by which statements are put in order when there are too many, the first deciding first.
const RANKED: [Unit; 5] = [Unit::Views, Unit::Plays, Unit::Reposts, Unit::Comments, Unit::Likes];

/// Which statements get figures: the foremost, and those that a person has named. Foremost are those
/// with a post or article of their own, with most members, then with the largest counter in the
/// order of [`RANKED`]. Units are compared one after another and never added. Single comments and
/// reposts are never foremost.
fn choose(corpus: &Corpus, statements: &Statements, params: &Params) -> Vec<bool> {
    let limit = usize::try_from(params.figures_for).unwrap_or(usize::MAX);
    let foremost = statements.foremost();
    let mut chosen = vec![false; statements.list().len()];
    if foremost.len() <= limit {
        chosen.iter_mut().take(foremost.len()).for_each(|slot| *slot = true);
    } else {
        let largest = largest_counters(corpus, statements);
        let mut order: Vec<(usize, &Statement)> = foremost.iter().enumerate().collect();
        order.sort_by_cached_key(|(number, statement)| {
            let own = statement.members.iter().any(|m| corpus.post(*m).is_some_and(carries_counters));
            let counters = largest.get(*number).copied().unwrap_or_default();
            (Reverse(own), Reverse(statement.members.len()), Reverse(counters), *number)
        });
        for (number, _) in order.into_iter().take(limit) {
            if let Some(slot) = chosen.get_mut(number) {
                *slot = true;
            }
        }
    }
    if !params.always.is_empty() {
        for (statement, slot) in statements.list().iter().zip(&mut chosen) {
            *slot |= params.always.contains(&statement.id);
        }
    }
    chosen
}

/// The largest counter of each statement in each of [`RANKED`].
fn largest_counters(corpus: &Corpus, statements: &Statements) -> Vec<[u64; RANKED.len()]> {
    let mut largest = vec![[0; RANKED.len()]; statements.foremost().len()];
    for observation in corpus.observations() {
        let Subject::Post(post) = observation.subject() else { continue };
        let carries = corpus.post(post).is_some_and(carries_counters);
        let Some(number) = statements.number(post).filter(|_| carries) else { continue };
        let rank = RANKED.iter().position(|unit| *unit == observation.unit());
        let slot = rank.zip(largest.get_mut(number)).and_then(|(rank, slots)| slots.get_mut(rank));
        if let Some(slot) = slot {
            *slot = observation.count().lower.max(*slot);
        }
    }
    largest
}
