//! Groups of texts that say the same, as connected components, with the links that prove it.

use super::join::{Components, connect};
use super::sets::Sets;
use super::texts::Texts;
use crate::params::Threshold;

/// Two texts that reach the threshold (or have equal 3-gram sets), by the order in which the texts
/// were taken in, `a` and `b` each the first text that reads so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// One text.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// How many 3-grams they share.
    pub shared: u64,
    /// How many 3-grams they have together.
    pub union: u64,
}

/// Which texts say the same. Each text is named by its place in the order of taking in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// For each text the first text of its group; absent where the words were too few.
    group: Vec<Option<u32>>,
    /// For each text the first text with exactly the same normalised words.
    wording: Vec<Option<u32>>,
    /// One link fewer than distinct wordings in each group; sorted.
    links: Vec<Link>,
}

impl Groups {
    /// Groups by exact copies, equal sets, then the join.
    pub(super) fn of(texts: &Texts, threshold: Threshold) -> Groups {
        let sets = Sets::of(texts, threshold);
        let mut components = Components::new(texts.count());
        let mut links: Vec<Link> = Vec::new();
        let mut link = |a: u32, b: u32, shared: u64, union: u64| {
            let (Ok(d), Ok(e)) = (usize::try_from(a), usize::try_from(b)) else { return };
            components.union(d, e);
            let (a, b) = (texts.first(d), texts.first(e));
            links.push(Link { a: a.min(b), b: a.max(b), shared, union });
        };
        for (a, b, size) in &sets.equal {
            link(*a, *b, *size, *size);
        }
        for hit in connect(&sets, threshold) {
            link(hit.a, hit.b, hit.shared, hit.union);
        }
        links.sort_unstable();
        // The first text of each component: distinct texts are numbered as they first came.
        let mut first: Vec<Option<u32>> = vec![None; texts.count()];
        for d in 0..texts.count() {
            let root = components.find(d);
            if let Some(slot) = first.get_mut(root) {
                let here = texts.first(d);
                *slot = Some(slot.map_or(here, |known| known.min(here)));
            }
        }
        let mut group = |d: usize| first.get(components.find(d)).copied().flatten();
        Groups {
            group: texts.distinct().map(|d| d.and_then(&mut group)).collect(),
            wording: texts.distinct().map(|d| d.map(|d| texts.first(d))).collect(),
            links,
        }
    }

    /// For each text taken in, the first text of its group; nothing where the words were too few.
    pub fn groups(&self) -> &[Option<u32>] {
        &self.group
    }

    /// For each text taken in, the first text with the same normalised words.
    pub fn wordings(&self) -> &[Option<u32>] {
        &self.wording
    }

    /// The links that connect each group, sorted: what to show when somebody asks why two texts
    /// count as one statement.
    pub fn links(&self) -> &[Link] {
        &self.links
    }
}
