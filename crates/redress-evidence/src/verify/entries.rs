//! The entries of the log against the payload, and its tiles against the entries.

use super::checks::{Bag, needed};
use super::folder::{Folder, read_whole};
use super::report::{Claim, Report};
use crate::bag;
use crate::canonical;
use crate::checkpoint::Checkpoint;
use crate::hash::Sums;
use crate::item::SealedItem;
use crate::merkle::{self, Hash, Tree};
use crate::note;
use crate::tiles::{self, Tile};
use redress_base::{Finding, Instant, ItemId, TimeSource};
use std::collections::{BTreeMap, BTreeSet};

/// Reads the log, holds each record against the bytes that stand in the payload, and gives the tree over it, and which items
/// are proofs of time.
pub(crate) fn read(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    report: &mut Report,
) -> (Tree, Brought) {
    let (leaves, expected) = (Vec::new(), BTreeSet::new());
    let mut entries = Entries { leaves, expected, brought: Brought::default(), sealed: None, bag, sums };
    if bag.version == 1 {
        entries.read_lines(folder, report);
    } else {
        entries.read_bundles(folder, report);
    }
    report.exhibits = entries.leaves.len() as u64;
    for path in bag.files.keys() {
        let of_items = path.starts_with("data/items/") || path.starts_with("data/proofs/");
        if of_items && !entries.expected.contains(path) {
            report.fail(
                Claim::Inclusion,
                Finding::error("evidence-item-not-logged").with("path", path.as_str()),
            );
        }
    }
    let tree = Tree::new(&entries.leaves);
    if bag.version > 1 {
        check_tiles(folder, bag, &tree, report);
    }
    (tree, entries.brought)
}

/// Items that others made to show a time, by their format or the ending of their name.
#[derive(Default)]
pub(crate) struct Brought {
    /// Timestamp tokens (RFC 3161).
    pub(crate) tokens: Vec<Token>,
    /// Proofs of OpenTimestamps.
    pub(crate) proofs: Vec<ItemId>,
}

/// A timestamp token among the items.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub(crate) item: ItemId,
    /// Whether the maker asked for it, and did not get it from somebody: then the entry says that its time is an
    /// authority's.
    pub(crate) asked_for: bool,
}

struct Entries<'a> {
    leaves: Vec<Hash>,
    /// Files that the entries ask for.
    expected: BTreeSet<String>,
    brought: Brought,
    /// When the entry before was sealed, by the clock that sealed it.
    sealed: Option<Instant>,
    bag: &'a Bag,
    sums: &'a BTreeMap<String, Sums>,
}

impl Entries<'_> {
    /// The first shape of bundle: one file, one record a line.
    fn read_lines(&mut self, folder: &dyn Folder, report: &mut Report) {
        let Some(text) = needed(folder, self.bag, bag::ENTRIES, Claim::Inclusion, report) else { return };
        let mut rest = text.as_str();
        while !rest.is_empty() {
            // A last line without its end is a torn file.
            let Some((line, after)) = rest.split_once('\n') else {
                let row = self.leaves.len() + 1;
                report.fail(Claim::Inclusion, Finding::error("evidence-log-torn").with("row", row));
                break;
            };
            rest = after;
            if !self.take(line.as_bytes(), bag::ENTRIES, report) {
                break;
            }
        }
    }

    /// Bundles of 256 entries, as many as the checkpoint says. What it says is verified elsewhere; here it only names
    /// the files.
    fn read_bundles(&mut self, folder: &dyn Folder, report: &mut Report) {
        let Some(size) = stated_size(folder, self.bag, report) else { return };
        if size > self.bag.files.len() as u64 {
            too_many(size, self.bag, report);
            return;
        }
        for tile in tiles::bundles(size) {
            let path = format!("{}{}", bag::LOG, tile.path());
            let Some(bytes) = read_tile(folder, self.bag, &path, report) else { return };
            let found = match tiles::entries(&bytes, tile.width) {
                Ok(found) => found,
                Err(place) => {
                    let finding = Finding::error("evidence-entries-form").with("path", path);
                    report.fail(Claim::Inclusion, finding.with("byte", place));
                    return;
                }
            };
            for entry in found {
                if !self.take(entry, &path, report) {
                    return;
                }
            }
        }
    }

    /// Takes one entry in; `false` where there cannot be so many.
    fn take(&mut self, entry: &[u8], path: &str, report: &mut Report) -> bool {
        // Every item has a file of its own, so a log with more rows than the bundle has files is wrong,
        // and need not be read to its end.
        let number = u32::try_from(self.leaves.len()).ok().and_then(|count| count.checked_add(1));
        let number = number.filter(|_| self.leaves.len() < self.bag.files.len());
        let Some(number) = number else {
            too_many(self.leaves.len() as u64 + 1, self.bag, report);
            return false;
        };
        self.leaves.push(merkle::leaf_hash(entry));
        let id = ItemId(number);
        self.expected.insert(bag::item_path(id));
        self.expected.insert(bag::proof_path(id));
        let item = check_entry(id, entry, path, self.sums, report);
        self.in_time(item.as_ref(), report);
        match item {
            Some(item) if is_token(&item) => {
                let asked_for = item.observed.is_some_and(|seen| seen.source == TimeSource::Authority);
                self.brought.tokens.push(Token { item: id, asked_for });
            }
            Some(item) if item.name.to_ascii_lowercase().ends_with(".ots") => self.brought.proofs.push(id),
            _ => {}
        }
        true
    }
}

impl Entries<'_> {
    /// The log is in the order in which things were sealed; a time before that of the entry ahead says that a clock was set
    /// back. It is no fault of the log, and nobody has to believe either time.
    fn in_time(&mut self, item: Option<&SealedItem>, report: &mut Report) {
        let Some(item) = item else { return };
        let at = item.sealed_at.at;
        if let Some(before) = self.sealed.filter(|before| at < *before) {
            let finding = Finding::warning("evidence-clock-set-back").with("item", item.id.to_string());
            let finding = finding.with("time", at.beijing_text());
            report.note(finding.with("before", before.beijing_text()));
        }
        self.sealed = Some(at);
    }
}

fn too_many(found: u64, bag: &Bag, report: &mut Report) {
    let finding = Finding::error("evidence-log-size").with("signed", bag.files.len());
    report.fail(Claim::Inclusion, finding.with("found", found));
}

/// The size that the checkpoint states, before anybody has verified it.
fn stated_size(folder: &dyn Folder, bag: &Bag, report: &mut Report) -> Option<u64> {
    let text = needed(folder, bag, bag::CHECKPOINT, Claim::Inclusion, report)?;
    let stated = note::text(&text).and_then(|text| Checkpoint::parse(text).ok());
    // What is no checkpoint is told where it is verified.
    stated.map(|checkpoint| checkpoint.size)
}

fn read_tile(folder: &dyn Folder, bag: &Bag, path: &str, report: &mut Report) -> Option<Vec<u8>> {
    if !bag.files.contains_key(path) {
        report.fail(Claim::Inclusion, Finding::error("evidence-file-missing").with("path", path));
        return None;
    }
    match read_whole(folder, path) {
        Ok(bytes) => Some(bytes),
        Err(refusal) => {
            report.refuse(Claim::Inclusion, refusal);
            None
        }
    }
}

/// File endings of RFC 3161 tokens and replies.
const TOKENS: [&str; 3] = [".tsr", ".tst", ".tsa"];

fn is_token(item: &SealedItem) -> bool {
    let name = item.name.to_ascii_lowercase();
    item.format == "application/timestamp-reply" || TOKENS.iter().any(|ending| name.ends_with(ending))
}

/// Checks one entry; gives the record where it can be read and is the one of its place.
fn check_entry(
    id: ItemId,
    entry: &[u8],
    place: &str,
    sums: &BTreeMap<String, Sums>,
    report: &mut Report,
) -> Option<SealedItem> {
    let item = match canonical::from_slice::<SealedItem>(entry) {
        Ok(item) => item,
        Err(refusal) => {
            let finding = Finding::error("evidence-log-entry").with("path", place);
            let finding = finding.with("row", i64::from(id.0)).with("reason", refusal.finding.code);
            report.fail(Claim::Inclusion, finding);
            return None;
        }
    };
    if item.id != id || item.parent.is_some_and(|parent| parent >= id || parent.0 == 0) {
        let finding = Finding::error("evidence-log-order").with("item", item.id.to_string());
        report.fail(Claim::Inclusion, finding.with("path", place).with("row", i64::from(id.0)));
        return None;
    }
    let path = bag::item_path(id);
    match sums.get(&path) {
        None => report.fail(
            Claim::Inclusion,
            Finding::error("evidence-item-missing").with("item", id.to_string()).with("path", path),
        ),
        Some(found) if found.digests != item.digests => {
            let (sealed, found) = (item.digests, found.digests);
            let mut what = Vec::new();
            for (name, same) in [
                ("bytes", sealed.bytes == found.bytes),
                ("sha256", sealed.sha256 == found.sha256),
                ("sm3", sealed.sm3 == found.sm3),
            ] {
                if !same {
                    what.push(name);
                }
            }
            let finding = Finding::error("evidence-item-differs").with("item", id.to_string());
            report.fail(Claim::Inclusion, finding.with("path", path).with("what", what.join(", ")));
        }
        Some(_) => {}
    }
    Some(item)
}

/// Every tile that there should be is there and follows from the entries, and there is no other.
fn check_tiles(folder: &dyn Folder, bag: &Bag, tree: &Tree, report: &mut Report) {
    let earlier = bag.files.keys().filter_map(|path| path.strip_prefix(bag::EARLIER)?.parse().ok());
    let wanted = tiles::needed(earlier.filter(|size| *size <= tree.size()), tree.size());
    let mut expected = BTreeSet::new();
    for tile in &wanted {
        let path = format!("{}{}", bag::LOG, tile.path());
        if let Some(bytes) = read_tile(folder, bag, &path, report) {
            let follows = match tile.level {
                None => of_leaves(&bytes, *tile, tree),
                Some(level) => of_subtrees(&bytes, *tile, level, tree),
            };
            if !follows {
                let finding = Finding::error("evidence-tile-differs").with("path", path.as_str());
                report.fail(Claim::Inclusion, finding);
            }
        }
        expected.insert(path);
    }
    for path in bag.files.keys().filter(|path| path.starts_with(bag::LOG)) {
        let other = [bag::CHECKPOINT, bag::KEY, bag::COSIGNERS].contains(&path.as_str());
        if !other && !path.starts_with(bag::EARLIER) && !expected.contains(path) {
            let finding = Finding::error("evidence-tile-unknown").with("path", path.as_str());
            report.fail(Claim::Inclusion, finding);
        }
    }
}

fn of_leaves(bytes: &[u8], tile: Tile, tree: &Tree) -> bool {
    let first = tile.index.saturating_mul(tiles::WIDTH);
    tiles::entries(bytes, tile.width).is_ok_and(|entries| {
        (first..).zip(entries).all(|(place, entry)| tree.complete(0, place) == Some(merkle::leaf_hash(entry)))
    })
}

fn of_subtrees(bytes: &[u8], tile: Tile, level: u8, tree: &Tree) -> bool {
    let first = tile.index.saturating_mul(tiles::WIDTH);
    let (hashes, rest) = bytes.as_chunks::<32>();
    let exact = hashes.len() == usize::from(tile.width) && rest.is_empty();
    let at = |place| tree.complete(8 * u32::from(level), place);
    exact && (first..).zip(hashes).all(|(place, hash)| at(place) == Some(*hash))
}
