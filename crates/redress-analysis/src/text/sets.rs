//! The sets of 3-grams that could be like another set at all; the others never leave this file.
//!
//! A gram that occurs in no other text cannot be shared. A text with so many of them that the rest
//! does not reach the threshold is like no other text, and is set aside after one pass over its
//! characters. In a discussion that is true of most texts, so that the join sees few.

use super::grams::grams;
use super::texts::{Texts, index};
use crate::params::Threshold;
use rustc_hash::FxHashMap;

/// The sets that remain, numbered from 0, and the texts that turned out to have equal sets.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// The distinct text of each set.
    texts: Vec<u32>,
    /// How many grams of each set occur nowhere else.
    lone: Vec<u32>,
    /// Where the shared grams of each set end in `grams`.
    ends: Vec<usize>,
    /// The shared grams of each set, as ranks (rarest first), ascending.
    grams: Vec<u32>,
    /// How many ranks there are.
    ranks: usize,
    /// Pairs of distinct texts with equal sets, and the size of that set; the first one was kept.
    pub(super) equal: Vec<(u32, u32, u64)>,
}

impl Sets {
    /// The sets of these texts.
    pub(super) fn of(texts: &Texts, threshold: Threshold) -> Sets {
        let tally = Tally::of(texts);
        let mut sets = Sets::default();
        let mut keys: Vec<u64> = Vec::new();
        let mut by_hash: FxHashMap<u64, u32> = FxHashMap::default();
        let mut older: Vec<u32> = Vec::new();
        let (mut buffer, reaches) = (Vec::new(), |lone: u64, shared: usize| {
            let shared = wide(shared);
            shared >= threshold.least_partner(lone + shared)
        });
        for d in 0..texts.count() {
            buffer.clear();
            let mut lone = 0;
            for gram in grams(texts.text(d)) {
                if tally.lone(gram) { lone += 1 } else { buffer.push(gram) }
            }
            if !reaches(lone, buffer.len()) {
                continue;
            }
            buffer.sort_unstable();
            buffer.dedup();
            if !reaches(lone, buffer.len()) {
                continue;
            }
            // A set with a lone gram equals no other set.
            if lone == 0 {
                let hash = buffer.iter().fold(wide(buffer.len()), |h, key| h.rotate_left(5) ^ key);
                let newest = by_hash.get(&hash).copied().unwrap_or(u32::MAX);
                if let Some(twin) = sets.twin(newest, &older, &keys, &buffer) {
                    sets.equal.push((twin, index(d), wide(buffer.len())));
                    continue;
                }
                by_hash.insert(hash, index(sets.texts.len()));
                older.push(newest);
            } else {
                older.push(u32::MAX);
            }
            keys.extend_from_slice(&buffer);
            sets.ends.push(keys.len());
            sets.texts.push(index(d));
            sets.lone.push(u32::try_from(lone).unwrap_or(u32::MAX));
        }
        sets.rank(&keys);
        sets
    }

    /// The text whose set is exactly `set`, among those with the same hash.
    fn twin(&self, newest: u32, older: &[u32], keys: &[u64], set: &[u64]) -> Option<u32> {
        let mut candidate = usize::try_from(newest).ok()?;
        loop {
            let text = self.texts.get(candidate)?;
            if keys.get(self.range(candidate)) == Some(set) {
                return Some(*text);
            }
            candidate = usize::try_from(*older.get(candidate)?).ok()?;
        }
    }

    /// Replaces grams by their rank: rarest first, ties by the gram itself.
    fn rank(&mut self, keys: &[u64]) {
        let mut ranks: FxHashMap<u64, u32> = FxHashMap::default();
        for key in keys {
            *ranks.entry(*key).or_default() += 1;
        }
        let mut order: Vec<(u32, u64)> = ranks.iter().map(|(key, count)| (*count, *key)).collect();
        order.sort_unstable();
        self.ranks = order.len();
        for (rank, (_, key)) in order.into_iter().enumerate() {
            ranks.insert(key, index(rank));
        }
        self.grams = keys.iter().filter_map(|key| ranks.get(key).copied()).collect();
        let mut start = 0;
        for end in &self.ends {
            if let Some(set) = self.grams.get_mut(start..*end) {
                set.sort_unstable();
            }
            start = *end;
        }
    }

    fn range(&self, set: usize) -> std::ops::Range<usize> {
        let start = set.checked_sub(1).and_then(|s| self.ends.get(s)).copied().unwrap_or(0);
        start..self.ends.get(set).copied().unwrap_or(start)
    }

    /// How many sets there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// How many different shared grams there are; every rank is below this.
    pub(super) fn ranks(&self) -> usize {
        self.ranks
    }

    /// The distinct text of a set.
    pub(super) fn text(&self, set: usize) -> u32 {
        self.texts.get(set).copied().unwrap_or(u32::MAX)
    }

    /// How many grams of the set occur nowhere else. They stand before all shared ones in the order
    /// of rarity.
    pub(super) fn lone(&self, set: usize) -> u64 {
        self.lone.get(set).copied().map_or(0, u64::from)
    }

    /// The shared grams of a set, ascending.
    pub(super) fn shared(&self, set: usize) -> &[u32] {
        self.grams.get(self.range(set)).unwrap_or(&[])
    }

    /// How many grams the set has.
    pub(super) fn size(&self, set: usize) -> u64 {
        self.lone(set) + wide(self.range(set).len())
    }
}

/// Counts grams in a table without collision handling. A gram that shares its slot with another one
/// looks more frequent than it is, which sets fewer texts aside and changes no result.
struct Tally {
    slots: Vec<u8>,
    shift: u32,
}

impl Tally {
    fn of(texts: &Texts) -> Tally {
        let bits = texts.total_chars().saturating_mul(2).max(1).ilog2().clamp(12, 26);
        let mut tally = Tally { slots: vec![0; 1 << bits], shift: 64 - bits };
        for d in 0..texts.count() {
            for gram in grams(texts.text(d)) {
                let slot = tally.slot(gram);
                if let Some(count) = slot.and_then(|slot| tally.slots.get_mut(slot)) {
                    *count = count.saturating_add(1);
                }
            }
        }
        tally
    }

    fn slot(&self, gram: u64) -> Option<usize> {
        usize::try_from(gram >> self.shift).ok()
    }

    /// Whether the gram occurs once among all distinct texts.
    fn lone(&self, gram: u64) -> bool {
        self.slot(gram).and_then(|slot| self.slots.get(slot)) == Some(&1)
    }
}

/// A length as a count.
pub(super) fn wide(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
