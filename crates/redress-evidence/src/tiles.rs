//! The log as static files (C2SP tlog-tiles): hashes by the 256, and the entries beside them.
//!
//! ```text
//! tile/0/000            256 leaf hashes, 8,192 bytes
//! tile/0/001.p/44       the last 44 of them
//! tile/1/000.p/1        at each level above, the hashes of full tiles below
//! tile/entries/001.p/44 the entries themselves, each behind its length as two bytes, big-endian
//! ```
//! A number is written in groups of three digits, all but the last behind an `x`: 1234067 is
//! `x001/x234/067`. A partial tile is never hashed into the level above. The root of any tree follows from
//! the tiles of its right edge alone ([`root`]), and all of them from the entries ([`files`]).

use crate::item::LONGEST_ENTRY;
use crate::merkle::{self, Hash, Tree};
use redress_base::{Fault, Finding, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// Hashes in a full tile, and entries in a full bundle.
pub const WIDTH: u64 = 256;
/// The longest entry bundle: 256 entries behind their lengths, in bytes.
pub const LONGEST_BUNDLE: u64 = WIDTH * (LONGEST_ENTRY as u64 + 2);
/// Trees have at most 2^64 leaves, so that no tile stands above this level.
const TOP: u8 = 7;

/// One tile, or one bundle of entries: its place in the tree, and how many hashes or entries it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// Its level, from 0; `None` for a bundle of entries.
    pub level: Option<u8>,
    /// Its number in the level, from 0.
    pub index: u64,
    /// 1 to 256; below 256 it is partial.
    pub width: u16,
}

impl Tile {
    /// The path below the log's own folder.
    pub fn path(&self) -> String {
        let level = self.level.map_or("entries".to_owned(), |level| level.to_string());
        let mut digits = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            digits = format!("x{:03}/{digits}", rest % 1000);
            rest /= 1000;
        }
        let partial =
            if u64::from(self.width) < WIDTH { format!(".p/{}", self.width) } else { String::new() };
        format!("tile/{level}/{digits}{partial}")
    }

    /// Reads a path in its one spelling; `None` for any other.
    pub fn parse(path: &str) -> Option<Tile> {
        let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().ok().filter(|width| (1..256).contains(width))?),
            None => (rest, 256),
        };
        let digits: String = number.split('/').map(|part| part.trim_start_matches('x')).collect();
        let level = match level {
            "entries" => None,
            level => Some(level.parse().ok()?),
        };
        let tile = Tile { level, index: digits.parse().ok()?, width };
        // Leading zeros, a missing x and whatever else may be odd: there is one way to write it.
        (tile.path() == path).then_some(tile)
    }

    /// The same tile, full. A log may have only this one left, of which the partial tile is the beginning.
    pub fn full(self) -> Tile {
        Tile { width: 256, ..self }
    }
}

/// How many hashes there are at one level of a tree of `size` leaves.
fn hashes_at(level: Option<u8>, size: u64) -> u64 {
    size.checked_shr(8 * u32::from(level.unwrap_or(0))).unwrap_or(0)
}

/// The partial tile at one level of a tree of `size` leaves, if there is one.
fn partial(level: Option<u8>, size: u64) -> Option<Tile> {
    let hashes = hashes_at(level, size);
    let width = u16::try_from(hashes % WIDTH).ok().filter(|width| *width > 0)?;
    Some(Tile { level, index: hashes / WIDTH, width })
}

/// Every tile of a tree of `size` leaves at one level: full ones, then the partial one if there is any.
fn of_level(level: Option<u8>, size: u64) -> impl Iterator<Item = Tile> {
    let full = (0..hashes_at(level, size) / WIDTH).map(move |index| Tile { level, index, width: 256 });
    full.chain(partial(level, size))
}

/// Every tile and every entry bundle of a tree of `size` leaves.
pub fn tiles(size: u64) -> impl Iterator<Item = Tile> {
    of_level(None, size).chain((0..=TOP).flat_map(move |level| of_level(Some(level), size)))
}

/// The entry bundles of a log of `size` entries.
pub fn bundles(size: u64) -> impl Iterator<Item = Tile> {
    of_level(None, size)
}

/// The tiles that a log of `size` entries keeps: its own, and the partial ones of `earlier` sizes that no full one has
/// replaced, as C2SP asks of a log that signed checkpoints of those sizes.
pub fn needed(earlier: impl Iterator<Item = u64>, size: u64) -> BTreeSet<Tile> {
    let own: BTreeSet<Tile> = tiles(size).collect();
    let levels = || std::iter::once(None).chain((0..=TOP).map(Some));
    let of_old = |old: u64| levels().filter_map(move |level| partial(level, old));
    let mut all: BTreeSet<Tile> = earlier
        .filter(|old| *old <= size)
        .flat_map(of_old)
        .filter(|tile| !own.contains(&tile.full()))
        .collect();
    all.extend(own);
    all
}

/// The files of a log of all `entries`, by path below its folder: every tile of [`needed`].
///
/// # Errors
/// `evidence-entry-too-long` for an entry beyond 65,535 bytes.
pub fn files(entries: &[Vec<u8>], earlier: &[u64]) -> Result<BTreeMap<String, Vec<u8>>, Refusal> {
    let leaves: Vec<Hash> = entries.iter().map(|entry| merkle::leaf_hash(entry)).collect();
    let tree = Tree::new(&leaves);
    let wanted = needed(earlier.iter().copied(), tree.size());
    wanted.into_iter().map(|tile| Ok((tile.path(), bytes_of(tile, &tree, entries)?))).collect()
}

fn bytes_of(tile: Tile, tree: &Tree, entries: &[Vec<u8>]) -> Result<Vec<u8>, Refusal> {
    let first = tile.index.saturating_mul(WIDTH);
    let places = first..first.saturating_add(u64::from(tile.width));
    let Some(level) = tile.level else {
        let entry = |place: u64| usize::try_from(place).ok().and_then(|place| entries.get(place));
        return bundle(places.filter_map(entry).map(Vec::as_slice));
    };
    Ok(places.filter_map(|place| tree.complete(8 * u32::from(level), place)).flatten().collect())
}

/// The bytes of an entry bundle.
///
/// # Errors
/// `evidence-entry-too-long` for an entry beyond 65,535 bytes.
pub fn bundle<'e>(entries: impl Iterator<Item = &'e [u8]>) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    for (place, entry) in entries.enumerate() {
        let length = u16::try_from(entry.len()).map_err(|_| {
            let found = Finding::error("evidence-entry-too-long").with("item", place);
            found.with("bytes", entry.len()).with("most", LONGEST_ENTRY).refuse(Fault::Input)
        })?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry);
    }
    Ok(bytes)
}

/// The entries of a bundle of exactly `width` entries; else the place, in bytes, from which on it is none.
pub fn entries(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, usize> {
    let mut found = Vec::new();
    let mut rest = bytes;
    for _ in 0..width {
        let place = bytes.len() - rest.len();
        let (length, after) = rest.split_first_chunk::<2>().ok_or(place)?;
        let (entry, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(place)?;
        found.push(entry);
        rest = after;
    }
    if rest.is_empty() { Ok(found) } else { Err(bytes.len() - rest.len()) }
}

/// The hashes of a tile of `width` hashes, or of a full tile in its place; `None` where the length is wrong.
pub fn hashes(bytes: &[u8], width: u16) -> Option<&[Hash]> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    let right = hashes.len() == usize::from(width) || hashes.len() as u64 == WIDTH;
    (right && rest.is_empty()).then(|| hashes.get(..usize::from(width)))?
}

/// The root of the tree of `size` leaves, out of the tiles of its right edge alone: one at each level. `read` lends
/// a tile, or the full one in its place.
///
/// # Errors
/// Whatever `read` refuses; `evidence-tile-form` for a tile of another length.
pub fn root(size: u64, read: &mut dyn FnMut(Tile) -> Result<Vec<u8>, Refusal>) -> Result<Hash, Refusal> {
    // Complete subtrees from the left, each at least twice the next: RFC 6962 §2.1 splits off the first.
    let mut subtrees: Vec<Hash> = Vec::new();
    for level in (0..=TOP).rev() {
        let Some(tile) = partial(Some(level), size) else { continue };
        let bytes = read(tile)?;
        let hashes = hashes(&bytes, tile.width).ok_or_else(|| {
            let found = Finding::error("evidence-tile-form").with("path", tile.path());
            found.with("bytes", bytes.len()).refuse(Fault::Verification)
        })?;
        let mut rest = hashes;
        while let Some(highest) = rest.len().checked_ilog2() {
            let (subtree, after) = rest.split_at_checked(1 << highest).unwrap_or((rest, &[]));
            subtrees.push(merkle::root(subtree));
            rest = after;
        }
    }
    let last = subtrees.pop().unwrap_or_else(|| merkle::root(&[]));
    Ok(subtrees.iter().rev().fold(last, |right, left| merkle::node_hash(left, &right)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        let of = |level, index, width| Tile { level, index, width }.path();
        assert_eq!(of(Some(0), 1_234_067, 256), "tile/0/x001/x234/067");
        assert_eq!(of(None, 0, 3), "tile/entries/000.p/3");
        assert_eq!(of(Some(2), 999, 255), "tile/2/999.p/255");
        assert_eq!(of(Some(0), 1000, 256), "tile/0/x001/000");
        for tile in tiles(70_000) {
            assert_eq!(Tile::parse(&tile.path()), Some(tile));
        }
        for odd in [
            "tile/0/1",
            "tile/0/0000",
            "tile/00/000",
            "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/+1",
            "tile/8x/000",
            "tile/0/xx001/000",
            "tile/0/",
            "tile/entries/",
        ] {
            assert_eq!(Tile::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn the_examples_of_the_specification_have_these_tiles() {
        // tlog-tiles, Partial Tiles: sizes 70,000 and 256.
        let count = |size, level| {
            let all: Vec<Tile> = tiles(size).filter(|tile| tile.level == Some(level)).collect();
            let partial: Vec<u16> = all.iter().map(|tile| tile.width).filter(|width| *width < 256).collect();
            (all.len() - partial.len(), partial)
        };
        assert_eq!(count(70_000, 0), (273, vec![112]));
        assert_eq!(count(70_000, 1), (1, vec![17]));
        assert_eq!(count(70_000, 2), (0, vec![1]));
        assert_eq!(count(256, 0), (1, vec![]));
        assert_eq!(count(256, 1), (0, vec![1]));
        assert_eq!(tiles(0).count(), 0);
    }

    #[test]
    fn the_edge_alone_gives_the_root_of_every_size() {
        let entries: Vec<Vec<u8>> = (0..1_200u32).map(|number| number.to_be_bytes().to_vec()).collect();
        let leaves: Vec<Hash> = entries.iter().map(|entry| merkle::leaf_hash(entry)).collect();
        for size in (0..40).chain(250..262).chain(510..516).chain([767, 768, 1_023, 1_024, 1_025, 1_200]) {
            let files = files(&entries[..usize::try_from(size).unwrap()], &[]).unwrap();
            let found = root(size, &mut |tile| Ok(files[&tile.path()].clone())).unwrap();
            let prefix = &leaves[..usize::try_from(size).unwrap()];
            assert_eq!(found, merkle::root(prefix), "{size}");
            assert_eq!(files.len(), tiles(size).count());
        }
    }

    #[test]
    fn partial_tiles_of_earlier_sizes_stay_until_the_full_one_is_there() {
        let entries: Vec<Vec<u8>> = (0..300u32).map(|number| number.to_be_bytes().to_vec()).collect();
        let paths = |earlier: &[u64], size: usize| {
            files(&entries[..size], earlier).unwrap().into_keys().collect::<Vec<_>>()
        };
        assert_eq!(
            paths(&[2], 3),
            ["tile/0/000.p/2", "tile/0/000.p/3", "tile/entries/000.p/2", "tile/entries/000.p/3"]
        );
        assert!(!paths(&[2], 300).contains(&"tile/0/000.p/2".to_owned()));
        assert!(paths(&[290], 300).contains(&"tile/0/001.p/34".to_owned()));
    }

    #[test]
    fn a_bundle_of_entries_is_read_whole_or_refused_with_its_place() {
        let bytes = bundle([&b"ab"[..], b"", b"c"].into_iter()).unwrap();
        assert_eq!(bytes, b"\x00\x02ab\x00\x00\x00\x01c");
        assert_eq!(entries(&bytes, 3).unwrap(), [&b"ab"[..], b"", b"c"]);
        assert_eq!(entries(&bytes, 2), Err(6), "more than the name says");
        assert_eq!(entries(&bytes, 4), Err(9), "fewer");
        assert_eq!(entries(b"\x00\x05ab", 1), Err(0), "cut");
        let long = vec![0; 65_536];
        assert_eq!(
            bundle([long.as_slice()].into_iter()).unwrap_err().finding.code,
            "evidence-entry-too-long"
        );
        assert!(bundle([&long[1..]].into_iter()).is_ok());
    }
}
