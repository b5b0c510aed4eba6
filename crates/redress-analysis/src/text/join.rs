//! The exact join: which sets of 3-grams are alike enough to connect their texts.
//!
//! Sets are taken in ascending size. Two sets that reach the threshold share a gram among the rarest
//! few of each (the prefix filter), and sizes and positions bound what they can still share. The
//! result wanted is the connected components, so pairs already connected are not compared: the links
//! found form a spanning forest. Method after "All-Pairs" (Bayardo, Ma, Srikant, WWW 2007) and
//! "PPJoin" (Xiao, Wang, Lin, Yu, WWW 2008).

use super::grams::stir;
use super::sets::{Sets, wide};
use super::texts::index;
use crate::params::Threshold;

/// Two sets that reach the threshold, by their distinct texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) shared: u64,
    pub(super) union: u64,
}

/// The links that connect every component of alike sets.
pub(super) fn connect(sets: &Sets, threshold: Threshold) -> Vec<Hit> {
    let mut order: Vec<usize> = (0..sets.len()).collect();
    order.sort_by_key(|set| sets.size(*set));
    let briefs: Vec<Brief> = order.iter().map(|set| Brief::of(sets, *set, threshold)).collect();
    let mut join = Join {
        sets,
        threshold,
        lists: Lists::for_prefixes(sets, &order, &briefs),
        components: Components::new(order.len()),
        asked_by: vec![u32::MAX; order.len()],
        hits: Vec::new(),
        order,
        briefs,
    };
    for turn in 0..join.order.len() {
        join.take_in(turn);
    }
    join.hits
}

/// What is looked up most about a set, side by side in memory.
#[derive(Clone, Copy, Debug)]
struct Brief {
    /// Grams in all.
    size: u64,
    /// Grams that occur elsewhere too.
    shared: usize,
    /// How many of those must be findable, because partners are at least as large: two sets of its
    /// size are the hardest case, with an overlap of 2t / (1 + t) of the size.
    findable: usize,
    mark: Mark,
}

impl Brief {
    fn of(sets: &Sets, set: usize, threshold: Threshold) -> Brief {
        let (size, grams) = (sets.size(set), sets.shared(set));
        let least = threshold.least_overlap(size.saturating_mul(2));
        let prefix = (size + 1).saturating_sub(least).saturating_sub(sets.lone(set));
        let findable = narrow(prefix).min(grams.len());
        Brief { size, shared: grams.len(), findable, mark: Mark::of(grams) }
    }
}

/// Sets are known here by their turn in ascending size, so that every list is in the order in which
/// memory is.
struct Join<'a> {
    sets: &'a Sets,
    threshold: Threshold,
    /// The set whose turn it is.
    order: Vec<usize>,
    briefs: Vec<Brief>,
    components: Components,
    /// The last set that met each set.
    asked_by: Vec<u32>,
    lists: Lists,
    hits: Vec<Hit>,
}

impl Join<'_> {
    /// Connects one set with the smaller ones, then makes it findable for the larger ones.
    fn take_in(&mut self, x: usize) {
        let (Some(set), Some(brief)) = (self.order.get(x).copied(), self.briefs.get(x).copied()) else {
            return;
        };
        let least = self.threshold.least_partner(brief.size);
        let prefix = (brief.size + 1).saturating_sub(least).saturating_sub(self.sets.lone(set));
        let grams = self.sets.shared(set);
        for (position, gram) in grams.iter().enumerate().take(narrow(prefix)) {
            self.ask(x, position, *gram, least);
        }
        for (position, gram) in grams.iter().enumerate().take(brief.findable) {
            self.lists.add(*gram, index(x), index(position));
        }
    }

    /// Compares `x`, whose gram at `position` is `gram`, with every earlier set that has it too.
    fn ask(&mut self, x: usize, position: usize, gram: u32, least: u64) {
        let Some(mut list) = self.lists.get(gram) else { return };
        while list.head < list.end && self.lists.entry(list.head).is_some_and(|(y, _)| self.size(y) < least) {
            list.head += 1;
        }
        list.run = list.run.max(list.head);
        let mut root = self.components.find(x);
        let mut ours = self.runs_in(list, root);
        let mut at = if ours { list.run } else { list.head };
        while at < list.end {
            let Some((y, theirs)) = self.lists.entry(at) else { break };
            if ours && at == list.run && self.components.find(y) == root {
                list.run += 1;
                at += 1;
            } else if !self.first_meeting(x, y) || self.components.find(y) == root {
                at += 1;
            } else if self.compare(x, position, y, theirs) {
                root = self.components.union(x, y);
                ours = self.runs_in(list, root);
                at = if ours { at.max(list.run) } else { at };
            } else {
                at += 1;
            }
        }
        self.lists.put(gram, list);
    }

    /// Whether the run at the beginning of a list is of this component, or empty.
    fn runs_in(&mut self, list: List, root: usize) -> bool {
        let first = self.lists.entry(list.head).filter(|_| list.run > list.head);
        first.is_none_or(|(y, _)| self.components.find(y) == root)
    }

    /// Whether `x` has not met `y` yet; from now on it has.
    fn first_meeting(&mut self, x: usize, y: usize) -> bool {
        match self.asked_by.get_mut(y) {
            Some(asked) if *asked != index(x) => {
                *asked = index(x);
                true
            }
            _ => false,
        }
    }

    /// Whether the sets reach the threshold. `mine` and `theirs` are the positions of their rarest
    /// common gram.
    fn compare(&mut self, x: usize, mine: usize, y: usize, theirs: usize) -> bool {
        let (Some(a), Some(b)) = (self.briefs.get(x), self.briefs.get(y)) else { return false };
        let sizes = a.size + b.size;
        let need = self.threshold.least_overlap(sizes);
        let most = wide(a.shared + b.shared).saturating_sub(a.mark.differing(b.mark)) / 2;
        let ahead = wide(a.shared.saturating_sub(mine).min(b.shared.saturating_sub(theirs)));
        if most.min(ahead) < need {
            return false;
        }
        let (Some(mine_set), Some(their_set)) = (self.order.get(x), self.order.get(y)) else { return false };
        let after = |set: usize, position: usize| self.sets.shared(set).get(position..).unwrap_or(&[]);
        let Some(shared) = overlap(after(*mine_set, mine), after(*their_set, theirs), need) else {
            return false;
        };
        let (a, b) = (self.sets.text(*their_set), self.sets.text(*mine_set));
        self.hits.push(Hit { a, b, shared, union: sizes - shared });
        true
    }

    fn size(&self, x: usize) -> u64 {
        self.briefs.get(x).map_or(0, |brief| brief.size)
    }
}

/// The parities of a set's grams over 128 boxes: a cheap bound on what two sets can share. Each gram
/// that only one of two sets has turns one bit, so they differ by at least the bits that differ.
/// After the bitmap filter of Sandes, Teodoro and Melo (2020).
#[derive(Clone, Copy, Debug)]
struct Mark(u64, u64);

impl Mark {
    fn of(grams: &[u32]) -> Mark {
        grams.iter().fold(Mark(0, 0), |Mark(low, high), gram| {
            let stirred = stir(u64::from(*gram) + 1);
            let bit = 1 << (stirred >> 58);
            if stirred & 1 == 0 { Mark(low ^ bit, high) } else { Mark(low, high ^ bit) }
        })
    }

    /// At least so many grams are in one of the two sets only.
    fn differing(self, other: Mark) -> u64 {
        u64::from((self.0 ^ other.0).count_ones() + (self.1 ^ other.1).count_ones())
    }
}

/// How many elements two ascending lists share, or nothing as soon as `need` is out of reach.
fn overlap(a: &[u32], b: &[u32], need: u64) -> Option<u64> {
    let (mut a, mut b, mut shared) = (a, b, 0);
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
        if shared + wide(a.len().min(b.len())) < need {
            return None;
        }
        match x.cmp(y) {
            std::cmp::Ordering::Less => a = rest_a,
            std::cmp::Ordering::Greater => b = rest_b,
            std::cmp::Ordering::Equal => {
                shared += 1;
                (a, b) = (rest_a, rest_b);
            }
        }
    }
    (shared >= need).then_some(shared)
}

fn narrow(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// One gram's list: entries `start..end` are there, those before `head` are too small for every set
/// still to come, and those in `head..run` are all in one component.
#[derive(Clone, Copy, Debug, Default)]
struct List {
    head: usize,
    run: usize,
    end: usize,
}

/// Which sets have a gram in their prefix, and at which position: one flat run of entries per gram.
struct Lists {
    lists: Vec<List>,
    entries: Vec<(u32, u32)>,
}

impl Lists {
    /// Room for every prefix, counted beforehand.
    fn for_prefixes(sets: &Sets, order: &[usize], briefs: &[Brief]) -> Lists {
        let mut counts = vec![0usize; sets.ranks()];
        for (set, brief) in order.iter().zip(briefs) {
            for gram in sets.shared(*set).iter().take(brief.findable) {
                if let Some(count) = usize::try_from(*gram).ok().and_then(|g| counts.get_mut(g)) {
                    *count += 1;
                }
            }
        }
        let mut start = 0;
        let lists = counts.into_iter().map(|count| {
            let list = List { head: start, run: start, end: start };
            start += count;
            list
        });
        let lists = lists.collect();
        Lists { lists, entries: vec![(0, 0); start] }
    }

    fn get(&self, gram: u32) -> Option<List> {
        self.lists.get(usize::try_from(gram).ok()?).copied()
    }

    fn put(&mut self, gram: u32, list: List) {
        if let Some(slot) = usize::try_from(gram).ok().and_then(|g| self.lists.get_mut(g)) {
            *slot = list;
        }
    }

    fn entry(&self, at: usize) -> Option<(usize, usize)> {
        let (set, position) = self.entries.get(at)?;
        Some((usize::try_from(*set).ok()?, usize::try_from(*position).ok()?))
    }

    fn add(&mut self, gram: u32, set: u32, position: u32) {
        let Some(mut list) = self.get(gram) else { return };
        if let Some(slot) = self.entries.get_mut(list.end) {
            *slot = (set, position);
            list.end += 1;
            self.put(gram, list);
        }
    }
}

/// Disjoint sets of numbers 0..n.
#[derive(Clone, Debug)]
pub(super) struct Components {
    parent: Vec<u32>,
    size: Vec<u32>,
}

impl Components {
    pub(super) fn new(n: usize) -> Components {
        Components { parent: (0..n).map(index).collect(), size: vec![1; n] }
    }

    /// The representative of `x`; halves the path on the way.
    pub(super) fn find(&mut self, mut x: usize) -> usize {
        loop {
            let parent = self.parent(x);
            if parent == x {
                return x;
            }
            let grandparent = self.parent(parent);
            if let Some(slot) = self.parent.get_mut(x) {
                *slot = index(grandparent);
            }
            x = grandparent;
        }
    }

    /// Connects two and returns the representative of both.
    pub(super) fn union(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return a;
        }
        let size = |x: usize| self.size.get(x).copied().unwrap_or(0);
        let sum = size(a).saturating_add(size(b));
        let (root, child) = if size(a) >= size(b) { (a, b) } else { (b, a) };
        if let Some(slot) = self.parent.get_mut(child) {
            *slot = index(root);
        }
        if let Some(slot) = self.size.get_mut(root) {
            *slot = sum;
        }
        root
    }

    fn parent(&self, x: usize) -> usize {
        self.parent.get(x).and_then(|p| usize::try_from(*p).ok()).unwrap_or(x)
    }
}

#[cfg(test)]
mod tests {
    use super::{Components, overlap};

    #[test]
    fn overlaps_stop_when_hopeless() {
        assert_eq!(overlap(&[1, 3, 5, 7], &[3, 4, 5], 2), Some(2));
        assert_eq!(overlap(&[1, 3, 5, 7], &[3, 4, 5], 3), None);
        assert_eq!(overlap(&[], &[], 0), Some(0));
    }

    #[test]
    fn components_connect() {
        let mut c = Components::new(5);
        c.union(0, 1);
        c.union(3, 4);
        c.union(1, 3);
        assert_eq!(c.find(0), c.find(4));
        assert_ne!(c.find(0), c.find(2));
    }
}
