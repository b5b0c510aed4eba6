//! The measure "same statement" (同一信息): which posts say the same.
//!
//! See docs/measures/statements.md. Exact by definition: the same posts and parameters give the same
//! statements in any order of reading, and every membership can be shown by links of shared 3-grams.

use crate::id::{statement_bits, statement_id};
use crate::params::Params;
use crate::text::{Groups, Texts, likeness};
use redress_base::Stamp;
use redress_posts::{Corpus, Post, PostIx, PostKind};
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How a member's words compare with those of the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The earliest member itself.
    Anchor,
    /// The same normalised words.
    Exact,
    /// Connected by 3-grams shared above the threshold.
    Near,
}

/// Two members alike enough to be connected, each standing for every member with its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementLink {
    /// One member.
    pub a: PostIx,
    /// The other.
    pub b: PostIx,
    /// How many 3-grams they share.
    pub shared: u64,
    /// How many 3-grams they have together.
    pub union: u64,
}

/// One statement: posts that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// `st-` and eight hexadecimal digits, from the anchor's key.
    pub id: String,
    /// The earliest published member; ties and undated members by platform and id.
    pub anchor: PostIx,
    /// The anchor, then its exact copies, then the near copies, each in reading order.
    pub members: Vec<PostIx>,
    /// How many members after the anchor are exact copies of it.
    pub exact: usize,
    /// How many different normalised wordings the members have.
    pub wordings: usize,
    /// One link fewer than wordings: why the near copies belong.
    pub links: Vec<StatementLink>,
}

/// The members of a statement by likeness to its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copies<'a> {
    /// Same normalised words as the anchor, the anchor left out.
    pub exact: &'a [PostIx],
    /// Other members.
    pub near: &'a [PostIx],
}

impl Statement {
    /// The members besides the anchor, by likeness.
    pub fn copies(&self) -> Copies<'_> {
        let rest = self.members.get(1..).unwrap_or(&[]);
        let (exact, near) = rest.split_at_checked(self.exact).unwrap_or((rest, &[]));
        Copies { exact, near }
    }
}

/// Every statement of a corpus, and which posts belong to it.
///
/// Every post with words enough is in exactly one. A post, article or chat message without words
/// enough (a picture) is a statement by itself; a comment or repost without is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    list: Vec<Statement>,
    /// For each post the number of its statement, or `NONE`.
    of_post: Vec<u32>,
    /// For each post whether it is a near copy of its statement's anchor.
    near: Vec<bool>,
    /// How many statements are a single comment or repost. They stand at the end of the list, and
    /// get figures only when a person has named them.
    pub singles: usize,
    /// Posts with too few letters and numbers to compare (`min_chars`).
    pub wordless: u64,
    /// What these statements were made with.
    pub params: Params,
}

const NONE: u32 = u32::MAX;

/// Groups the posts of a corpus into statements.
pub fn statements(corpus: &Corpus, params: &Params) -> Statements {
    let mut texts = Texts::new(params);
    for post in corpus.posts() {
        // Comparing happens here, in memory; no text leaves this function.
        texts.push(corpus.text(post).reveal());
    }
    Statements::of(corpus, &texts.group(params), params)
}

impl Statements {
    pub(crate) fn of(corpus: &Corpus, groups: &Groups, params: &Params) -> Statements {
        let mut made = Statements {
            list: Vec::new(),
            of_post: vec![NONE; corpus.posts().len()],
            near: vec![false; corpus.posts().len()],
            singles: 0,
            wordless: 0,
            params: params.clone(),
        };
        let mut placed: Vec<(u32, PostIx)> = Vec::with_capacity(corpus.posts().len());
        for ((post, number), group) in corpus.posts().iter().zip(0u32..).zip(groups.groups()) {
            made.wordless += u64::from(group.is_none());
            match group {
                Some(group) => placed.push((*group, PostIx(number))),
                // A picture without words is a statement of its own.
                None if stands_alone(post) => placed.push((number, PostIx(number))),
                None => {}
            }
        }
        placed.sort_unstable();
        made.list = placed.chunk_by(|a, b| a.0 == b.0).map(|run| assemble(corpus, groups, run)).collect();
        made.order(corpus);
        made.name(corpus);
        made.place();
        made.link(groups);
        made
    }

    /// Most members first; then originals, articles and messages before single comments and reposts;
    /// then the earliest.
    fn order(&mut self, corpus: &Corpus) {
        let alone = |s: &Statement| s.members.len() > 1 || corpus.post(s.anchor).is_some_and(stands_alone);
        self.singles = self.list.iter().filter(|s| !alone(s)).count();
        // Looked up once for each: most statements have one member, and every comparison of two would ask anew.
        self.list.sort_by_cached_key(|s| (Reverse(s.members.len()), !alone(s), rank(corpus, s.anchor)));
    }

    /// Gives every statement its id; a clash of two ids is settled in the order of the list.
    fn name(&mut self, corpus: &Corpus) {
        let mut taken = FxHashSet::default();
        for statement in &mut self.list {
            let key = key(corpus, statement.anchor);
            let free = (0u64..).map(|turn| statement_bits(&key, turn)).find(|bits| taken.insert(*bits));
            statement.id = statement_id(free.unwrap_or_default());
        }
    }

    fn place(&mut self) {
        for (statement, number) in self.list.iter().zip(0u32..) {
            for (member, place) in statement.members.iter().zip(0usize..) {
                if let Some(slot) = slot(&mut self.of_post, *member) {
                    *slot = number;
                }
                if let Some(slot) = slot(&mut self.near, *member) {
                    *slot = place > statement.exact;
                }
            }
        }
    }

    fn link(&mut self, groups: &Groups) {
        for link in groups.links() {
            let (a, b) = (PostIx(link.a), PostIx(link.b));
            let number = self.number(a);
            let statement = number.and_then(|n| self.list.get_mut(n));
            if let Some(statement) = statement {
                statement.links.push(StatementLink { a, b, shared: link.shared, union: link.union });
            }
        }
    }

    /// The statements: those with most members first; single comments and reposts last.
    pub fn list(&self) -> &[Statement] {
        &self.list
    }

    /// The statements without those that are a single comment or repost.
    pub fn foremost(&self) -> &[Statement] {
        self.list.get(..self.list.len().saturating_sub(self.singles)).unwrap_or(&[])
    }

    /// The statement of that id.
    pub fn find(&self, id: &str) -> Option<&Statement> {
        self.list.iter().find(|statement| statement.id == id)
    }

    /// The statement that this id means now: the one that has it, else the one with a member whose
    /// own key gives it. An id changes when an earlier post of the same statement is added; facts
    /// entered under the old id still find their statement.
    pub fn resolve(&self, corpus: &Corpus, id: &str) -> Option<&Statement> {
        self.find(id).or_else(|| {
            let means = |member: &PostIx| statement_id(statement_bits(&key(corpus, *member), 0)) == id;
            self.list.iter().find(|statement| statement.members.iter().any(means))
        })
    }

    /// The statement that a post is a member of.
    pub fn of_post(&self, post: PostIx) -> Option<&Statement> {
        self.number(post).and_then(|number| self.list.get(number))
    }

    /// How a post's words compare with those of its statement's anchor.
    pub fn likeness(&self, post: PostIx) -> Option<Likeness> {
        let statement = self.of_post(post)?;
        Some(match (statement.anchor == post, self.is_near(post)) {
            (true, _) => Likeness::Anchor,
            (_, true) => Likeness::Near,
            (_, false) => Likeness::Exact,
        })
    }

    /// How many 3-grams a post shares with the anchor of its statement, and how many they have
    /// together. A member connected through others may share less than the threshold.
    pub fn shared_with_anchor(&self, corpus: &Corpus, post: PostIx) -> Option<(u64, u64)> {
        let anchor = corpus.post(self.of_post(post)?.anchor)?;
        Some(likeness(corpus.text(anchor).reveal(), corpus.text(corpus.post(post)?).reveal()))
    }

    /// A summary of one statement, without a word of its text.
    pub fn card(&self, corpus: &Corpus, statement: &Statement) -> Card {
        let dates = statement.members.iter().filter_map(|m| corpus.post(*m)?.published());
        let copies = statement.copies();
        Card {
            id: statement.id.clone(),
            anchor: key(corpus, statement.anchor),
            posts: statement.members.len(),
            exact: copies.exact.len(),
            near: copies.near.len(),
            wordings: statement.wordings,
            first: dates.clone().min_by_key(|stamp| stamp.at),
            last: dates.max_by_key(|stamp| stamp.at),
        }
    }

    pub(crate) fn number(&self, post: PostIx) -> Option<usize> {
        let number = self.of_post.get(usize::try_from(post.0).ok()?).copied()?;
        if number == NONE { None } else { usize::try_from(number).ok() }
    }

    pub(crate) fn is_near(&self, post: PostIx) -> bool {
        usize::try_from(post.0).ok().and_then(|p| self.near.get(p)).copied().unwrap_or(false)
    }
}

/// A statement in numbers, as results carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// `st-` and eight hexadecimal digits.
    pub id: String,
    /// Key of the earliest member: `weibo/4912…`.
    pub anchor: String,
    /// How many posts say it.
    pub posts: usize,
    /// Exact copies of the anchor, the anchor left out.
    pub exact: usize,
    /// Near copies.
    pub near: usize,
    /// Different normalised wordings.
    pub wordings: usize,
    /// Earliest publication, where a member is dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Stamp>,
    /// Latest publication, where a member is dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Stamp>,
}

/// Whether a post is a statement even when nobody repeats it.
fn stands_alone(post: &Post) -> bool {
    matches!(post.kind(), PostKind::Original | PostKind::Article | PostKind::Chat)
}

/// One statement out of the posts of one group, in reading order; id and links come later.
fn assemble(corpus: &Corpus, groups: &Groups, run: &[(u32, PostIx)]) -> Statement {
    let wording = |post: PostIx| -> u32 {
        let found = usize::try_from(post.0).ok().and_then(|p| groups.wordings().get(p));
        found.copied().flatten().unwrap_or(post.0)
    };
    let mut members: Vec<PostIx> = run.iter().map(|(_, post)| *post).collect();
    let anchor = members
        .iter()
        .copied()
        .min_by(|a, b| rank(corpus, *a).cmp(&rank(corpus, *b)))
        .unwrap_or(PostIx(NONE));
    let words = wording(anchor);
    // Stable: reading order stays within each likeness.
    members.sort_by_key(|post| match *post {
        post if post == anchor => Likeness::Anchor,
        post if wording(post) == words => Likeness::Exact,
        _ => Likeness::Near,
    });
    let exact = members.iter().filter(|post| **post != anchor && wording(**post) == words).count();
    let wordings = members.iter().map(|post| wording(*post)).collect::<BTreeSet<_>>().len();
    Statement { id: String::new(), anchor, members, exact, wordings, links: Vec::new() }
}

/// Earliest publication first; undated after dated; ties by platform and id.
fn rank(corpus: &Corpus, ix: PostIx) -> impl Ord + use<'_> {
    let post = corpus.post(ix);
    let at = post.and_then(Post::published).map(|stamp| stamp.at);
    let name = post.map(|post| (corpus.platform(post), post.kind().space(), corpus.native(post)));
    // `None` sorts before `Some`, so undatedness is compared first.
    (at.is_none(), at, name)
}

pub(crate) fn key(corpus: &Corpus, post: PostIx) -> String {
    corpus.post(post).map(|post| corpus.key(post)).unwrap_or_default()
}

fn slot<T>(of: &mut [T], post: PostIx) -> Option<&mut T> {
    usize::try_from(post.0).ok().and_then(|p| of.get_mut(p))
}
