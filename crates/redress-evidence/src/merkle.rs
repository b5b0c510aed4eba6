//! The Merkle tree of the log, its audit paths and its consistency proofs (RFC 6962 §2.1).
//!
//! Leaves are hashed with a 0x00 in front and inner nodes with a 0x01, so that no node can be passed off
//! as a leaf. The hash is SHA-256; SM3 digests stand inside the entries.

use sha2::{Digest, Sha256};

/// A node of the tree.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256(0x00 ‖ entry).
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0u8]).chain_update(entry).finalize().into()
}

/// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1u8]).chain_update(left).chain_update(right).finalize().into()
}

/// The Merkle tree hash over leaf hashes; of no leaves, SHA-256 of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    Tree::new(leaves).root()
}

/// The audit path of one leaf, from the bottom up; `None` when there is no such leaf.
///
/// Many paths of one tree are cheaper from one [`Tree`].
pub fn inclusion(leaves: &[Hash], index: u64) -> Option<Vec<Hash>> {
    Tree::new(leaves).inclusion(index)
}

/// The proof that the first `old` leaves are a prefix of these (RFC 6962 §2.1.2); `None` when `old` is 0
/// or more than there are, since there is nothing to prove then.
pub fn consistency(leaves: &[Hash], old: u64) -> Option<Vec<Hash>> {
    Tree::new(leaves).consistency(old)
}

/// A tree with every complete subtree hashed once: building is linear, a proof is O(log² n).
pub struct Tree {
    /// `levels[l][i]` is the hash of the complete subtree over leaves `i·2^l .. (i+1)·2^l`.
    levels: Vec<Vec<Hash>>,
    size: u64,
}

impl Tree {
    /// Builds the tree over leaf hashes.
    pub fn new(leaves: &[Hash]) -> Tree {
        let mut levels = vec![leaves.to_vec()];
        while let Some(below) = levels.last().filter(|level| level.len() > 1) {
            let (pairs, _) = below.as_chunks::<2>();
            let above = pairs.iter().map(|[left, right]| node_hash(left, right)).collect();
            levels.push(above);
        }
        Tree { levels, size: leaves.len() as u64 }
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The Merkle tree hash.
    pub fn root(&self) -> Hash {
        self.prefix_root(self.size).unwrap_or_else(|| Sha256::digest([]).into())
    }

    /// The Merkle tree hash of the first `size` leaves; `None` for 0 or more than there are.
    pub fn prefix_root(&self, size: u64) -> Option<Hash> {
        (1..=self.size).contains(&size).then(|| self.range(0, size))?
    }

    /// The hash of the complete subtree over leaves `place·2^level .. (place+1)·2^level`; `None` where it is not complete.
    pub fn complete(&self, level: u32, place: u64) -> Option<Hash> {
        self.levels.get(level as usize)?.get(usize::try_from(place).ok()?).copied()
    }

    /// The hash over leaves `start..end`, where `start` is a multiple of a power of two not below the
    /// length, as every range is that RFC 6962 splits off.
    fn range(&self, start: u64, end: u64) -> Option<Hash> {
        let length = end.checked_sub(start).filter(|length| *length > 0)?;
        if length.is_power_of_two() {
            let level = length.trailing_zeros();
            let place = usize::try_from(start >> level).ok()?;
            return self.levels.get(level as usize)?.get(place).copied();
        }
        let split = split(length);
        Some(node_hash(&self.range(start, start + split)?, &self.range(start + split, end)?))
    }

    /// The audit path of one leaf, from the bottom up; `None` when there is no such leaf.
    pub fn inclusion(&self, index: u64) -> Option<Vec<Hash>> {
        self.inclusion_in(index, self.size)
    }

    /// The audit path of one leaf in the tree of the first `size` leaves; `None` when there is no such leaf or tree.
    pub fn inclusion_in(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size {
            return None;
        }
        let (mut start, mut end) = (0, size);
        let mut path = Vec::new();
        while end - start > 1 {
            let middle = start + split(end - start);
            if index < middle {
                path.push(self.range(middle, end)?);
                end = middle;
            } else {
                path.push(self.range(start, middle)?);
                start = middle;
            }
        }
        path.reverse();
        Some(path)
    }

    /// The proof that the first `old` leaves are a prefix; `None` when `old` is 0 or too large.
    pub fn consistency(&self, old: u64) -> Option<Vec<Hash>> {
        if old == 0 || old > self.size {
            return None;
        }
        let (mut start, mut end, mut whole) = (0, self.size, true);
        let mut path = Vec::new();
        while old != end {
            let middle = start + split(end - start);
            if old <= middle {
                path.push(self.range(middle, end)?);
                end = middle;
            } else {
                path.push(self.range(start, middle)?);
                start = middle;
                whole = false;
            }
        }
        // The verifier knows the old root already; any other subtree must be told.
        if !whole {
            path.push(self.range(start, end)?);
        }
        path.reverse();
        Some(path)
    }
}

/// The largest power of two below `length`, which is at least 2.
fn split(length: u64) -> u64 {
    1 << (63 - (length - 1).leading_zeros())
}

/// Whether an audit path leads from a leaf to the root of a tree of `size` leaves (RFC 9162 §2.1.3.2).
pub fn check_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether a tree of `new` leaves only appended to one of `old` leaves (RFC 9162 §2.1.4.2).
///
/// An empty old tree is a prefix of any, with an empty proof.
pub fn check_consistency(old: u64, new: u64, path: &[Hash], old_root: &Hash, new_root: &Hash) -> bool {
    if old > new {
        return false;
    }
    if old == 0 || old == new {
        return path.is_empty() && (old == 0 || old_root == new_root);
    }
    // When the old tree is complete, its root is the first node of the proof and is left out.
    let mut rest = path.iter();
    let first = if old.is_power_of_two() { Some(old_root) } else { rest.next() };
    let Some(first) = first else { return false };
    let (mut at, mut last) = (old - 1, new - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut from_old, mut from_new) = (*first, *first);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            from_old = node_hash(sibling, &from_old);
            from_new = node_hash(sibling, &from_new);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            from_new = node_hash(&from_new, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && from_old == *old_root && from_new == *new_root
}
