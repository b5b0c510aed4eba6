//! The log: its key, its checkpoint, its entries against the payload, its proofs, its past, and the seal.

use super::Trust;
use super::checks::{Bag, about, needed, read_text};
use super::folder::Folder;
use super::report::{Claim, Outcome, Report};
use crate::bag;
use crate::canonical;
use crate::checkpoint::Checkpoint;
use crate::hash::Sums;
use crate::item::SealedItem;
use crate::merkle::{self, Hash, Tree};
use crate::note::{self, VerifierKey};
use crate::proof;
use redress_base::{Fault, Finding, ItemId};
use std::collections::{BTreeMap, BTreeSet};

/// File endings of RFC 3161 tokens and replies.
const TOKENS: [&str; 3] = [".tsr", ".tst", ".tsa"];

pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    trust: Trust,
    report: &mut Report,
) {
    existed_by(bag, report);
    let entries = read_entries(folder, bag, sums, report);
    let tree = Tree::new(&entries.leaves);
    let Some(keys) = read_keys(folder, bag, trust, report) else {
        // Without a key nobody has sealed anything: the manifests alone could be anyone's.
        report.fail(Claim::Integrity, Finding::error("evidence-seal-unverified").with("path", bag::SEAL));
        return;
    };
    check_seal(folder, bag, sums, &keys, report);
    check_checkpoint(folder, bag, &keys, &tree, &entries, report);
    check_past(folder, bag, trust, &keys, &tree, report);
}

/// Tokens are carried but not yet checked; the bundle's own times are never proof.
fn existed_by(bag: &Bag, report: &mut Report) {
    let tokens = bag.files.keys().filter(|path| TOKENS.iter().any(|ending| path.ends_with(ending))).count();
    if tokens > 0 {
        report.set(Claim::ExistedBy, Outcome::NotProvable);
        report.note(Finding::warning("evidence-token-not-checked").with("count", tokens));
    }
}

#[derive(Default)]
struct Entries {
    leaves: Vec<Hash>,
}

/// Reads the log and holds each record against the bytes that stand in the payload.
fn read_entries(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    report: &mut Report,
) -> Entries {
    let mut entries = Entries::default();
    let mut expected: BTreeSet<String> = BTreeSet::new();
    let Some(text) = needed(folder, bag, bag::ENTRIES, Claim::Inclusion, report) else { return entries };
    let mut rest = text.as_str();
    for number in 1u32.. {
        if rest.is_empty() {
            break;
        }
        // A last line without its end is a torn file.
        let Some((line, after)) = rest.split_once('\n') else {
            report.fail(Claim::Inclusion, Finding::error("evidence-log-torn").with("row", i64::from(number)));
            break;
        };
        rest = after;
        // Every item has a file of its own, so a log with more rows than the bundle has files is wrong,
        // and need not be read to its end.
        if entries.leaves.len() >= bag.files.len() {
            let finding = Finding::error("evidence-log-size").with("signed", bag.files.len());
            report.fail(Claim::Inclusion, finding.with("found", entries.leaves.len() + 1));
            break;
        }
        entries.leaves.push(merkle::leaf_hash(line.as_bytes()));
        let id = ItemId(number);
        expected.insert(bag::item_path(id));
        expected.insert(bag::proof_path(id));
        check_entry(id, line, sums, report);
    }
    report.exhibits = entries.leaves.len() as u64;
    for path in bag.files.keys() {
        let of_items = path.starts_with("data/items/") || path.starts_with("data/proofs/");
        if of_items && !expected.contains(path) {
            report.fail(
                Claim::Inclusion,
                Finding::error("evidence-item-not-logged").with("path", path.as_str()),
            );
        }
    }
    entries
}

fn check_entry(id: ItemId, line: &str, sums: &BTreeMap<String, Sums>, report: &mut Report) {
    let item = match canonical::from_slice::<SealedItem>(line.as_bytes()) {
        Ok(item) => item,
        Err(refusal) => {
            let finding = Finding::error("evidence-log-entry").with("path", bag::ENTRIES);
            let finding = finding.with("row", i64::from(id.0)).with("reason", refusal.finding.code);
            report.fail(Claim::Inclusion, finding);
            return;
        }
    };
    if item.id != id || item.parent.is_some_and(|parent| parent >= id || parent.0 == 0) {
        let finding = Finding::error("evidence-log-order").with("item", item.id.to_string());
        report.fail(Claim::Inclusion, finding.with("row", i64::from(id.0)));
        return;
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
}

/// The reader's keys, or else the bundle's own.
fn read_keys(folder: &dyn Folder, bag: &Bag, trust: Trust, report: &mut Report) -> Option<Vec<VerifierKey>> {
    let text = needed(folder, bag, bag::KEY, Claim::Inclusion, report)?;
    let own = text.strip_suffix('\n').unwrap_or_default().parse::<VerifierKey>();
    let own = match own {
        Ok(own) => own,
        Err(refusal) => {
            report.refuse(Claim::Inclusion, about(bag::KEY, refusal));
            return None;
        }
    };
    if trust.keys.is_empty() {
        report.note(Finding::warning("evidence-key-from-bundle").with("key", own.to_string()));
        report.key = Some(own.to_string());
        return Some(vec![own]);
    }
    if !trust.keys.contains(&own) {
        let finding = Finding::error("evidence-key-not-trusted").with("key", own.to_string());
        report.fail(Claim::Inclusion, finding);
        return None;
    }
    report.key = Some(own.to_string());
    Some(vec![own])
}

/// The seal signs the tag manifests, and they cover everything else.
fn check_seal(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    keys: &[VerifierKey],
    report: &mut Report,
) {
    let Some(text) = needed(folder, bag, bag::SEAL, Claim::Integrity, report) else { return };
    let opened = match note::open(&text, keys) {
        Ok(opened) => opened,
        Err(refusal) => return report.refuse(Claim::Integrity, about(bag::SEAL, refusal)),
    };
    let mut sealed = Vec::new();
    for algorithm in bag::TAG_ALGORITHMS {
        let path = algorithm.tag_manifest();
        let Some(found) = sums.get(&path) else { continue };
        sealed.push((path, found.digests));
    }
    let case = bag.card.as_ref().map_or("", |card| card.case.as_str());
    if opened.text != bag::seal_text(case, &sealed) || opened.unknown > 0 {
        report.fail(Claim::Integrity, Finding::error("evidence-seal-differs").with("path", bag::SEAL));
    }
}

/// The checkpoint against the log, and every proof against the checkpoint.
fn check_checkpoint(
    folder: &dyn Folder,
    bag: &Bag,
    keys: &[VerifierKey],
    tree: &Tree,
    entries: &Entries,
    report: &mut Report,
) {
    let Some(text) = needed(folder, bag, bag::CHECKPOINT, Claim::Inclusion, report) else { return };
    let checkpoint = match open_checkpoint(&text, keys) {
        Ok(checkpoint) => checkpoint,
        Err(refusal) => return report.refuse(Claim::Inclusion, about(bag::CHECKPOINT, refusal)),
    };
    if checkpoint.size != tree.size() {
        let finding = Finding::error("evidence-log-size").with("signed", checkpoint.size);
        report.fail(Claim::Inclusion, finding.with("found", tree.size()));
    } else if checkpoint.root != tree.root() {
        report.fail(Claim::Inclusion, Finding::error("evidence-log-root").with("size", checkpoint.size));
    }
    for (number, leaf) in (1u32..).zip(&entries.leaves) {
        let path = bag::proof_path(ItemId(number));
        let Some(proof) = needed(folder, bag, &path, Claim::Inclusion, report) else { continue };
        let read = match proof::parse(&proof) {
            Ok(read) => read,
            Err(refusal) => {
                report.refuse(Claim::Inclusion, about(&path, refusal));
                continue;
            }
        };
        let index = u64::from(number) - 1;
        let holds = read.checkpoint == text
            && proof::write(index, &read.path, &text) == proof
            && merkle::check_inclusion(leaf, index, checkpoint.size, &read.path, &checkpoint.root);
        if !holds {
            report.fail(Claim::Inclusion, Finding::error("evidence-proof-fails").with("path", path));
        }
    }
    if tree.size() == 0 {
        report.fail(Claim::Inclusion, Finding::error("evidence-bundle-empty"));
    }
    report.checked(Claim::Inclusion, tree.size());
}

fn open_checkpoint(text: &str, keys: &[VerifierKey]) -> Result<Checkpoint, redress_base::Refusal> {
    let opened = note::open(text, keys)?;
    let checkpoint = Checkpoint::parse(&opened.text)?;
    if keys.iter().any(|key| key.name() == checkpoint.origin) {
        return Ok(checkpoint);
    }
    Err(Finding::error("evidence-checkpoint-form").with("path", "checkpoint").refuse(Fault::Verification))
}

/// Earlier checkpoints, the bundle's and the reader's, against the log as it is now.
fn check_past(
    folder: &dyn Folder,
    bag: &Bag,
    trust: Trust,
    keys: &[VerifierKey],
    tree: &Tree,
    report: &mut Report,
) {
    let mut past: Vec<(String, String)> = Vec::new();
    for path in bag.files.keys().filter(|path| path.starts_with(bag::EARLIER)) {
        if let Some(text) = read_text(folder, path, report) {
            past.push((path.clone(), text));
        }
    }
    past.extend(
        trust.earlier.iter().zip(1..).map(|(text, number)| (format!("earlier {number}"), text.clone())),
    );
    for (place, text) in &past {
        match open_checkpoint(text, keys) {
            Err(refusal) => report.refuse(Claim::AppendOnly, about(place, refusal)),
            Ok(old) if old.size > 0 && tree.prefix_root(old.size) != Some(old.root) => {
                let finding = Finding::error("evidence-log-rewritten").with("path", place.as_str());
                report.fail(Claim::AppendOnly, finding.with("size", old.size));
            }
            Ok(old) if place.starts_with(bag::EARLIER) && *place != bag::earlier_path(old.size) => {
                let finding = Finding::error("evidence-checkpoint-form").with("path", place.as_str());
                report.fail(Claim::AppendOnly, finding);
            }
            Ok(_) => {}
        }
    }
    if !past.is_empty() {
        report.checked(Claim::AppendOnly, past.len() as u64);
    }
}
