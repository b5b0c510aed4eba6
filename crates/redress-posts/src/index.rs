//! A hash table of numbers: finds a post or an account by what the arena says about it.
//!
//! Eight bytes a slot and no keys of its own, so a million posts cost 16 MiB of index. The hash is
//! fixed (FxHash, folded to 32 bits), never seeded: same input, same order, same bytes out.

/// One number for several parts, each closed by a byte that UTF-8 never holds.
pub(crate) fn hash(parts: &[&[u8]]) -> u32 {
    let [a, b, c, d, e, f, g, h] = wide_hash(parts).to_le_bytes();
    u32::from_le_bytes([a, b, c, d]) ^ u32::from_le_bytes([e, f, g, h])
}

/// The same in 64 bits: for counting different words without keeping them.
pub(crate) fn wide_hash(parts: &[&[u8]]) -> u64 {
    let mut state = rustc_hash::FxHasher::default();
    for part in parts {
        std::hash::Hasher::write(&mut state, part);
        std::hash::Hasher::write_u8(&mut state, 0xff);
    }
    std::hash::Hasher::finish(&state)
}

const FREE: u32 = u32::MAX;

/// Open addressing, linear probing, at most half full.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    slots: Vec<(u32, u32)>,
    used: usize,
}

impl Index {
    fn position(&self, hash: u32) -> usize {
        // Fibonacci spreading: the fixed hash is weak in its low bits.
        let spread = u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24;
        usize::try_from(spread).unwrap_or_default() & self.slots.len().wrapping_sub(1)
    }

    /// The number under `hash` for which `is` holds.
    pub(crate) fn find(&self, hash: u32, mut is: impl FnMut(u32) -> bool) -> Option<u32> {
        let mut at = self.position(hash);
        for _ in 0..self.slots.len() {
            let &(kept, number) = self.slots.get(at)?;
            if number == FREE {
                return None;
            }
            if kept == hash && is(number) {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// Adds a number that [`Index::find`] did not find.
    pub(crate) fn insert(&mut self, hash: u32, number: u32) {
        if (self.used + 1) * 2 > self.slots.len() {
            let larger = (self.slots.len() * 2).max(64);
            let old = std::mem::replace(&mut self.slots, vec![(0, FREE); larger]);
            for (hash, number) in old.into_iter().filter(|slot| slot.1 != FREE) {
                self.place(hash, number);
            }
        }
        self.used += 1;
        self.place(hash, number);
    }

    fn place(&mut self, hash: u32, number: u32) {
        let mut at = self.position(hash);
        for _ in 0..self.slots.len() {
            match self.slots.get_mut(at) {
                Some(slot) if slot.1 == FREE => {
                    *slot = (hash, number);
                    return;
                }
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }

    /// Forgets every number from `limit` on.
    pub(crate) fn truncate(&mut self, limit: u32) {
        let old = std::mem::take(self);
        for (hash, number) in old.slots.into_iter().filter(|slot| slot.1 < limit) {
            self.insert(hash, number);
        }
    }
}
