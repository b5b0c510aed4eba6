//! The log: its keys, its checkpoint, its proofs, its past, its cosignatures, and the seal.

use super::checks::{Bag, about, needed, read_text};
use super::entries;
use super::folder::Folder;
use super::report::{Claim, Outcome, Report, Stamped};
use super::{Trust, cosigners, proofs, timestamps};
use crate::bag;
use crate::checkpoint::Checkpoint;
use crate::hash::Sums;
use crate::merkle::{self, Tree};
use crate::note::{self, KeyKind, Verified, VerifierKey};
use crate::proof;
use redress_base::{Fault, Finding, ItemId, Refusal};
use std::collections::BTreeMap;

/// The most bytes of earlier checkpoints that are read: each is held, since a proof may name it.
const MOST_PAST: usize = 64 << 20;

pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    trust: Trust,
    report: &mut Report,
) {
    let (tree, brought) = entries::read(folder, bag, sums, report);
    let Some((keys, known)) = read_keys(folder, bag, trust, report) else {
        // Without a key nobody has sealed anything: the manifests alone could be anyone's.
        report.fail(Claim::Integrity, Finding::error("evidence-seal-unverified").with("path", bag::SEAL));
        return;
    };
    let sealed = check_seal(folder, bag, sums, &keys, report);
    let mut log = Log { folder, bag, keys: &keys, tree: &tree, notes: BTreeMap::new() };
    let signed = log.check_checkpoint(report);
    if known && sealed && signed {
        report.set(Claim::Signer, Outcome::Held);
    }
    let kept = log.check_past(trust, report);
    log.check_proofs(report);
    cosigners::check(&log.notes, trust, report);
    timestamps::check(folder, bag, (sums, &brought.tokens), &log.notes, trust, report);
    if !kept && !log.others_saw_it(report) {
        report.own_past();
    }
    proofs::check(folder, bag, (sums, &brought.proofs), trust, report);
}

/// The log's key, which is the reader's or else the bundle's own, and every key of a cosigner that is at hand; and whether
/// the reader gave the log's.
fn read_keys(
    folder: &dyn Folder,
    bag: &Bag,
    trust: Trust,
    report: &mut Report,
) -> Option<(Vec<VerifierKey>, bool)> {
    let text = needed(folder, bag, bag::KEY, Claim::Inclusion, report)?;
    let own = match one_key(&text, KeyKind::Signer) {
        Ok(own) => own,
        Err(refusal) => {
            report.refuse(Claim::Inclusion, about(bag::KEY, refusal));
            report.also(Claim::Signer);
            return None;
        }
    };
    report.key = Some(own.to_string());
    let known = trust.keys.contains(&own);
    if trust.keys.iter().all(|key| key.kind() == KeyKind::Cosigner) {
        report.note(Finding::warning("evidence-key-from-bundle").with("key", own.to_string()));
    } else if !known {
        report.key = None;
        report
            .fail(Claim::Inclusion, Finding::error("evidence-key-not-trusted").with("key", own.to_string()));
        report.also(Claim::Signer);
        return None;
    }
    let mut keys = vec![own];
    keys.extend(trust.keys.iter().filter(|key| key.kind() == KeyKind::Cosigner).cloned());
    if bag.files.contains_key(bag::COSIGNERS)
        && let Some(text) = read_text(folder, bag::COSIGNERS, report)
    {
        for (line, row) in text.split_inclusive('\n').zip(1usize..) {
            match one_key(line, KeyKind::Cosigner) {
                Ok(key) if keys.contains(&key) => {}
                Ok(key) => keys.push(key),
                Err(refusal) => {
                    let mut refusal = about(bag::COSIGNERS, refusal);
                    refusal.finding = Box::new(refusal.finding.with("row", row));
                    report.refuse(Claim::Corroboration, refusal);
                }
            }
        }
    }
    Some((keys, known))
}

/// One line with one key of the kind that stands there.
fn one_key(line: &str, kind: KeyKind) -> Result<VerifierKey, Refusal> {
    let key: VerifierKey = line.strip_suffix('\n').unwrap_or_default().parse()?;
    if key.kind() == kind {
        return Ok(key);
    }
    Err(Finding::error("evidence-key-text").with("path", "key").refuse(Fault::Input))
}

/// The seal signs the tag manifests, and they cover everything else. Whether it does.
fn check_seal(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    keys: &[VerifierKey],
    report: &mut Report,
) -> bool {
    let Some(text) = needed(folder, bag, bag::SEAL, Claim::Integrity, report) else { return false };
    let opened = match note::open(&text, keys) {
        Ok(opened) => opened,
        Err(refusal) => {
            report.refuse(Claim::Integrity, about(bag::SEAL, refusal));
            report.also(Claim::Signer);
            return false;
        }
    };
    report.count(Claim::Signer, 1);
    let mut sealed = Vec::new();
    for algorithm in bag::TAG_ALGORITHMS {
        let path = algorithm.tag_manifest();
        let Some(found) = sums.get(&path) else { continue };
        sealed.push((path, found.digests));
    }
    let case = bag.card.as_ref().map_or("", |card| card.case.as_str());
    let lone = opened.unknown.is_empty() && opened.cosignatures.is_empty() && opened.signers.len() == 1;
    let holds = opened.text == bag::seal_text(&bag::bundle_schema(bag.version), case, &sealed) && lone;
    if !holds {
        report.fail(Claim::Integrity, Finding::error("evidence-seal-differs").with("path", bag::SEAL));
    }
    holds
}

/// A checkpoint that is signed, and that this log agrees with.
pub(crate) struct Signed {
    /// Its file.
    pub(crate) path: String,
    pub(crate) checkpoint: Checkpoint,
    pub(crate) opened: Verified,
}

/// The log as it was read, and the checkpoints of it that hold.
struct Log<'a> {
    folder: &'a dyn Folder,
    bag: &'a Bag,
    keys: &'a [VerifierKey],
    tree: &'a Tree,
    /// By the text of the note, as it stands in its file.
    notes: BTreeMap<String, Signed>,
}

impl Log<'_> {
    /// The checkpoint against the log. Whether it is signed, and of this log.
    fn check_checkpoint(&mut self, report: &mut Report) -> bool {
        let Some(text) = needed(self.folder, self.bag, bag::CHECKPOINT, Claim::Inclusion, report) else {
            return false;
        };
        let (checkpoint, opened) = match open_checkpoint(&text, self.keys) {
            Ok(opened) => opened,
            Err(refusal) => {
                report.refuse(Claim::Inclusion, about(bag::CHECKPOINT, refusal));
                report.also(Claim::Signer);
                return false;
            }
        };
        report.count(Claim::Signer, 1);
        if checkpoint.size != self.tree.size() {
            let finding = Finding::error("evidence-log-size").with("signed", checkpoint.size);
            report.fail(Claim::Inclusion, finding.with("found", self.tree.size()));
            return false;
        }
        if checkpoint.root != self.tree.root() {
            let finding = Finding::error("evidence-log-root").with("path", bag::CHECKPOINT);
            report.fail(Claim::Inclusion, finding.with("size", checkpoint.size));
            return false;
        }
        self.notes.insert(text, Signed { path: bag::CHECKPOINT.to_owned(), checkpoint, opened });
        true
    }

    /// Earlier checkpoints, the bundle's and the reader's, against the log as it is now. Whether the reader kept one.
    fn check_past(&mut self, trust: Trust, report: &mut Report) -> bool {
        let bag = self.bag;
        let (mut checked, mut left) = (0u64, MOST_PAST);
        for path in bag.files.keys().filter(|path| path.starts_with(bag::EARLIER)) {
            let Some(text) = read_text(self.folder, path, report) else { continue };
            let Some(rest) = left.checked_sub(text.len()) else {
                let finding = Finding::error("evidence-file-too-large").with("path", path.as_str());
                report.fail(Claim::AppendOnly, finding.with("most", MOST_PAST));
                break;
            };
            (checked, left) = (checked.saturating_add(1), rest);
            let Some((checkpoint, opened)) = self.continues(path, &text, report) else { continue };
            if *path == bag::earlier_path(checkpoint.size) {
                self.notes.insert(text, Signed { path: path.clone(), checkpoint, opened });
            } else {
                let finding = Finding::error("evidence-checkpoint-form").with("path", path.as_str());
                report.fail(Claim::AppendOnly, finding);
            }
        }
        let mut kept = false;
        for (text, number) in trust.earlier.iter().zip(1usize..) {
            checked = checked.saturating_add(1);
            let holds = self.continues(&format!("earlier {number}"), text, report);
            // A log without entries is the beginning of every log.
            kept |= holds.is_some_and(|(old, _)| old.size > 0);
        }
        if checked > 0 {
            report.checked(Claim::AppendOnly, checked);
        }
        kept
    }

    /// An earlier checkpoint that the log as it is now continues.
    fn continues(&self, place: &str, text: &str, report: &mut Report) -> Option<(Checkpoint, Verified)> {
        let (old, opened) = match open_checkpoint(text, self.keys) {
            Ok(opened) => opened,
            Err(refusal) => {
                report.refuse(Claim::AppendOnly, about(place, refusal));
                return None;
            }
        };
        // RFC 6962 §2.1: the hash of no entries is that of no bytes.
        let root = if old.size == 0 { Some(merkle::root(&[])) } else { self.tree.prefix_root(old.size) };
        if root == Some(old.root) {
            return Some((old, opened));
        }
        let finding = Finding::error("evidence-log-rewritten").with("path", place);
        report.fail(Claim::AppendOnly, finding.with("size", old.size));
        None
    }

    /// Whether somebody whom the reader knows, or an authority whose root the reader gave, signed an earlier state of it.
    fn others_saw_it(&self, report: &Report) -> bool {
        let earlier = |what: Stamped| matches!(what, Stamped::Checkpoint { size } if size < self.tree.size());
        report.existed.iter().any(|one| earlier(one.what))
    }

    /// Every proof against its checkpoint, which is one of this log.
    fn check_proofs(&self, report: &mut Report) {
        for (index, number) in (0..self.tree.size()).zip(1u32..) {
            let path = bag::proof_path(ItemId(number));
            let Some(text) = needed(self.folder, self.bag, &path, Claim::Inclusion, report) else { continue };
            let read = match proof::parse(&text) {
                Ok(read) => read,
                Err(refusal) => {
                    report.refuse(Claim::Inclusion, about(&path, refusal));
                    continue;
                }
            };
            let holds = self.notes.get(&read.checkpoint).is_some_and(|signed| {
                let leaf = self.tree.complete(0, index);
                proof::write(index, &read.path, &read.checkpoint) == text
                    && leaf.is_some_and(|leaf| {
                        let signed = &signed.checkpoint;
                        merkle::check_inclusion(&leaf, index, signed.size, &read.path, &signed.root)
                    })
            });
            if !holds {
                report.fail(Claim::Inclusion, Finding::error("evidence-proof-fails").with("path", path));
            }
        }
        if self.tree.size() == 0 {
            report.fail(Claim::Inclusion, Finding::error("evidence-bundle-empty"));
        }
        report.checked(Claim::Inclusion, self.tree.size());
    }
}

fn open_checkpoint(text: &str, keys: &[VerifierKey]) -> Result<(Checkpoint, Verified), Refusal> {
    let opened = note::open(text, keys)?;
    let checkpoint = Checkpoint::parse(&opened.text)?;
    if keys.iter().any(|key| key.kind() == KeyKind::Signer && key.name() == checkpoint.origin) {
        return Ok((checkpoint, opened));
    }
    Err(Finding::error("evidence-checkpoint-form").with("path", "checkpoint").refuse(Fault::Verification))
}
