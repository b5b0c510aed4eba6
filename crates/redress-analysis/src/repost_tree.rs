//! Repost trees (转发树): which captured repost forwards which post, as the files say it.
//!
//! See docs/measures/repost-tree.md. A tree holds what was captured; it is no count of all reposts.

use redress_posts::{Corpus, Link, Post, PostIx, PostKind, Reference};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What stands at the top of a tree: the post that was forwarded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "post", rename_all = "kebab-case")]
pub enum Top {
    /// A post of the file, by its key.
    Captured(String),
    /// A post that is not in the file, by the key that the reposts give for it.
    Absent(String),
}

/// One tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RepostTree {
    /// What was forwarded.
    pub top: Top,
    /// Captured reposts below it.
    pub size: u64,
    /// Steps from the top to the repost furthest from it.
    pub depth: u64,
    /// The most captured reposts at one distance from the top.
    pub breadth: u64,
    /// Reposts that stand under the top only because the post that they forwarded directly is not in the file: their
    /// true distance may be larger.
    pub gaps: u64,
    /// The reposts that stand directly below the top.
    #[serde(skip)]
    pub first: Vec<PostIx>,
}

/// All of them, the largest first.
#[derive(Clone, Debug, Default)]
pub struct RepostTrees {
    trees: Vec<RepostTree>,
    below: FxHashMap<PostIx, Vec<PostIx>>,
    circular: u64,
    loose: u64,
}

impl RepostTrees {
    /// The trees, the largest first; of two that are equally large, by the post at the top.
    pub fn list(&self) -> &[RepostTree] {
        &self.trees
    }

    /// The captured reposts of a post, in the order of the file.
    pub fn below(&self, post: PostIx) -> &[PostIx] {
        self.below.get(&post).map_or(&[], Vec::as_slice)
    }

    /// The tree of which that post is the top, by its key.
    pub fn of(&self, key: &str) -> Option<&RepostTree> {
        self.trees.iter().find(|tree| match &tree.top {
            Top::Captured(top) | Top::Absent(top) => top == key,
        })
    }

    /// Reposts that forward each other in a circle, as only a wrong file can say; they are in no tree.
    pub const fn circular(&self) -> u64 {
        self.circular
    }

    /// Reposts of which the file does not say what they forward; they are in no tree.
    pub const fn loose(&self) -> u64 {
        self.loose
    }
}

/// What a repost stands under.
enum Above {
    Post(PostIx),
    Key(String),
    Nothing,
}

/// Builds the trees of every captured repost.
pub fn repost_trees(corpus: &Corpus) -> RepostTrees {
    let mut found = RepostTrees::default();
    let mut absent: BTreeMap<String, Vec<PostIx>> = BTreeMap::new();
    let mut gapped: FxHashMap<PostIx, ()> = FxHashMap::default();
    let mut reposts = 0u64;
    for (number, post) in (0u32..).zip(corpus.posts()) {
        if post.kind() != PostKind::Repost {
            continue;
        }
        let ix = PostIx(number);
        reposts += 1;
        let (above, gap) = above(corpus, ix, post);
        if gap {
            gapped.insert(ix, ());
        }
        match above {
            Above::Post(parent) => found.below.entry(parent).or_default().push(ix),
            Above::Key(key) => absent.entry(key).or_default().push(ix),
            Above::Nothing => found.loose += 1,
        }
    }
    let is_repost = |ix: PostIx| corpus.post(ix).is_some_and(|post| post.kind() == PostKind::Repost);
    let mut tops: Vec<(Top, Vec<PostIx>)> = Vec::new();
    for (parent, children) in &found.below {
        let Some(post) = corpus.post(*parent) else { continue };
        // A repost is a top itself only where the file does not say what it forwards.
        let top = !is_repost(*parent) || matches!(self::above(corpus, *parent, post).0, Above::Nothing);
        if top {
            tops.push((Top::Captured(corpus.key(post)), children.clone()));
        }
    }
    tops.extend(absent.into_iter().map(|(key, children)| (Top::Absent(key), children)));
    let mut placed = 0u64;
    for (top, first) in tops {
        let tree = grow(&found.below, &gapped, top, first);
        placed += tree.size;
        found.trees.push(tree);
    }
    found.circular = reposts.saturating_sub(placed).saturating_sub(found.loose);
    found.trees.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.top.cmp(&b.top)));
    found
}

/// What a repost stands under, and whether only because what it forwarded directly is not in the file.
fn above(corpus: &Corpus, ix: PostIx, post: &Post) -> (Above, bool) {
    let absent = |link: Link<'_>| Above::Key(corpus.link_key(post, link));
    match (corpus.parent(post), corpus.root(post)) {
        (Reference::Here(parent), _) if parent != ix => (Above::Post(parent), false),
        (Reference::Absent(_), Reference::Here(root)) if root != ix => (Above::Post(root), true),
        (Reference::None, Reference::Here(root)) if root != ix => (Above::Post(root), true),
        (Reference::Absent(parent), Reference::Absent(root)) => (absent(root), parent.native != root.native),
        (Reference::None, Reference::Absent(root)) => (absent(root), true),
        (Reference::Absent(parent), _) => (absent(parent), false),
        _ => (Above::Nothing, false),
    }
}

/// Measures what stands below a top, level by level; every post has one parent, so that none is met twice.
fn grow(
    below: &FxHashMap<PostIx, Vec<PostIx>>,
    gapped: &FxHashMap<PostIx, ()>,
    top: Top,
    first: Vec<PostIx>,
) -> RepostTree {
    let (mut size, mut depth, mut breadth, mut gaps) = (0u64, 0u64, 0u64, 0u64);
    let mut level = first.clone();
    while !level.is_empty() {
        let here = u64::try_from(level.len()).unwrap_or(u64::MAX);
        (size, depth, breadth) = (size.saturating_add(here), depth.saturating_add(1), breadth.max(here));
        gaps += u64::try_from(level.iter().filter(|ix| gapped.contains_key(ix)).count()).unwrap_or(u64::MAX);
        level = level.iter().filter_map(|ix| below.get(ix)).flatten().copied().collect();
    }
    RepostTree { top, size, depth, breadth, gaps, first }
}
