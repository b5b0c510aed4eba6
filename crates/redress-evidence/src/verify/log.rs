//! The log: its keys, its checkpoint, its proofs, its past, its cosignatures, and the seal.

use super::checks::{Bag, about, needed, read_text};
use super::entries;
use super::folder::Folder;
use super::report::{Claim, Outcome, Report};
use super::{Trust, cosigners, proofs, timestamps};
use crate::bag;
use crate::checkpoint::Checkpoint;
use crate::hash::Sums;
use crate::merkle::{self, Tree};
use crate::note::{self, KeyKind, Verified, VerifierKey};
use crate::proof;
use redress_base::{Fault, Finding, ItemId, Refusal};
use std::collections::BTreeMap;

pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    sums: &BTreeMap<String, Sums>,
    trust: Trust,
    report: &mut Report,
) {
    let (tree, brought) = entries::read(folder, bag, sums, report);
    let Some(keys) = read_keys(folder, bag, trust, report) else {
        // Without a key nobody has sealed anything: the manifests alone could be anyone's.
        report.fail(Claim::Integrity, Finding::error("evidence-seal-unverified").with("path", bag::SEAL));
        return;
    };
    check_seal(folder, bag, sums, &keys, report);
    let mut log = Log { folder, bag, keys: &keys, tree: &tree, notes: BTreeMap::new() };
    log.check_checkpoint(report);
    log.check_past(trust, report);
    log.check_proofs(report);
    cosigners::check(&log.notes, trust, report);
    timestamps::check(folder, bag, (sums, &brought.tokens), &log.notes, trust, report);
    proofs::check(folder, bag, (sums, &brought.proofs), trust, report);
}

/// The log's key, which is the reader's or else the bundle's own, and every key of a cosigner that is at hand.
fn read_keys(folder: &dyn Folder, bag: &Bag, trust: Trust, report: &mut Report) -> Option<Vec<VerifierKey>> {
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
    if trust.keys.iter().all(|key| key.kind() == KeyKind::Cosigner) {
        report.note(Finding::warning("evidence-key-from-bundle").with("key", own.to_string()));
    } else if trust.keys.contains(&own) {
        // Taken back below where a signature does not hold.
        report.set(Claim::Signer, Outcome::Held);
    } else {
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
    Some(keys)
}

/// One line with one key of the kind that stands there.
fn one_key(line: &str, kind: KeyKind) -> Result<VerifierKey, Refusal> {
    let key: VerifierKey = line.strip_suffix('\n').unwrap_or_default().parse()?;
    if key.kind() == kind {
        return Ok(key);
    }
    Err(Finding::error("evidence-key-text").with("path", "key").refuse(Fault::Input))
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
        Err(refusal) => {
            report.refuse(Claim::Integrity, about(bag::SEAL, refusal));
            return report.also(Claim::Signer);
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
    if opened.text != bag::seal_text(&bag::bundle_schema(bag.version), case, &sealed) || !lone {
        report.fail(Claim::Integrity, Finding::error("evidence-seal-differs").with("path", bag::SEAL));
    }
}

/// The log as it was read, and the checkpoints of it whose signatures hold.
struct Log<'a> {
    folder: &'a dyn Folder,
    bag: &'a Bag,
    keys: &'a [VerifierKey],
    tree: &'a Tree,
    /// By the text of the note, as it stands in its file.
    notes: BTreeMap<String, (Checkpoint, Verified)>,
}

impl Log<'_> {
    /// The checkpoint against the log.
    fn check_checkpoint(&mut self, report: &mut Report) {
        let Some(text) = needed(self.folder, self.bag, bag::CHECKPOINT, Claim::Inclusion, report) else {
            return;
        };
        let (checkpoint, opened) = match open_checkpoint(&text, self.keys) {
            Ok(opened) => opened,
            Err(refusal) => {
                report.refuse(Claim::Inclusion, about(bag::CHECKPOINT, refusal));
                return report.also(Claim::Signer);
            }
        };
        report.count(Claim::Signer, 1);
        if checkpoint.size != self.tree.size() {
            let finding = Finding::error("evidence-log-size").with("signed", checkpoint.size);
            report.fail(Claim::Inclusion, finding.with("found", self.tree.size()));
        } else if checkpoint.root != self.tree.root() {
            report.fail(
                Claim::Inclusion,
                Finding::error("evidence-log-root")
                    .with("path", bag::CHECKPOINT)
                    .with("size", checkpoint.size),
            );
        }
        self.notes.insert(text, (checkpoint, opened));
    }

    /// Earlier checkpoints, the bundle's and the reader's, against the log as it is now.
    fn check_past(&mut self, trust: Trust, report: &mut Report) {
        let mut past: Vec<(String, String)> = Vec::new();
        for path in self.bag.files.keys().filter(|path| path.starts_with(bag::EARLIER)) {
            if let Some(text) = read_text(self.folder, path, report) {
                past.push((path.clone(), text));
            }
        }
        let own = past.len();
        let given = trust.earlier.iter().zip(1usize..);
        past.extend(given.map(|(text, number)| (format!("earlier {number}"), text.clone())));
        let checked = past.len() as u64;
        for (number, (place, text)) in past.into_iter().enumerate() {
            match open_checkpoint(&text, self.keys) {
                Err(refusal) => report.refuse(Claim::AppendOnly, about(&place, refusal)),
                Ok((old, _)) if old.size > 0 && self.tree.prefix_root(old.size) != Some(old.root) => {
                    let finding = Finding::error("evidence-log-rewritten").with("path", place.as_str());
                    report.fail(Claim::AppendOnly, finding.with("size", old.size));
                }
                Ok((old, _)) if number < own && place != bag::earlier_path(old.size) => {
                    let finding = Finding::error("evidence-checkpoint-form").with("path", place.as_str());
                    report.fail(Claim::AppendOnly, finding);
                }
                Ok(opened) if number < own => {
                    self.notes.insert(text, opened);
                }
                Ok(_) => {}
            }
        }
        if checked > 0 {
            report.checked(Claim::AppendOnly, checked);
        }
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
            let holds = self.notes.get(&read.checkpoint).is_some_and(|(signed, _)| {
                let leaf = self.tree.complete(0, index);
                proof::write(index, &read.path, &read.checkpoint) == text
                    && leaf.is_some_and(|leaf| {
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
