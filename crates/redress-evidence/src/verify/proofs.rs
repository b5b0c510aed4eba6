//! Proofs of OpenTimestamps (`.ots`) among the items: which item each is about, by its digest, and what it takes to see
//! a time in it. Nobody is asked: a block's header is compared where the reader brings it. No claim of the report rests on
//! one; what they show is told beside it.

use super::Trust;
use super::checks::Bag;
use super::folder::{Folder, read_whole};
use super::report::Report;
use crate::bag;
use crate::hash::Sums;
use redress_base::{Finding, ItemId};
use redress_media::{Attestation, Comparison, Operation, Proof, Witness, limits, read_proof};
use std::collections::BTreeMap;

/// Tells of every proof.
pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    (sums, proofs): (&BTreeMap<String, Sums>, &[ItemId]),
    trust: Trust,
    report: &mut Report,
) {
    for path in proofs.iter().map(|item| bag::item_path(*item)) {
        let Some(bytes) = bag.files.get(&path) else { continue };
        let short = usize::try_from(*bytes).is_ok_and(|bytes| bytes <= limits::MOST_PROOF);
        let read = if short { read_whole(folder, &path).ok() } else { None };
        let Some(proof) = read.and_then(|bytes| read_proof(&bytes).ok()) else {
            report.note(Finding::warning("evidence-ots-unreadable").with("path", path));
            continue;
        };
        if proof.algorithm != Operation::Sha256 {
            // Not compared is not absent: the file may well be in the bundle.
            let finding = Finding::note("evidence-ots-digest").with("path", path);
            report.note(finding.with("digest", proof.digest.as_str()));
            continue;
        }
        let about = sums
            .iter()
            .find(|(item, found)| item.starts_with("data/items/") && proof.is_of(&found.digests.sha256));
        match about {
            Some((item, _)) => told(&proof, &path, item, trust, report),
            None => report.note(Finding::warning("evidence-ots-of-something-else").with("path", path)),
        }
    }
}

/// What the attestations of a proof show about one item.
fn told(proof: &Proof, path: &str, item: &str, trust: Trust, report: &mut Report) {
    if proof.is_pending() {
        let finding = Finding::note("evidence-ots-pending").with("path", path);
        report.note(finding.with("item", item));
        return;
    }
    for one in &proof.attestations {
        if let (Witness::Bitcoin { height }, Some(root)) = (&one.witness, &one.commitment) {
            let finding = block(one, *height, root, trust);
            report.note(finding.with("path", path).with("item", item).with("height", *height));
        }
    }
    let beyond = proof.beyond();
    if beyond > 0 {
        let finding = Finding::note("evidence-ots-other").with("path", path).with("item", item);
        report.note(finding.with("count", beyond));
    }
}

/// What one block shows: the time in its header, where the reader brought that header.
fn block(one: &Attestation, height: u64, root: &str, trust: Trust) -> Finding {
    let agrees = trust.headers.iter().find(|header| header.compare(one) == Comparison::Agrees);
    match agrees {
        Some(header) => Finding::note("evidence-ots-agrees")
            .with("time", header.time.to_string())
            .with("hash", header.hash.as_str()),
        None if trust.headers.is_empty() => Finding::note("evidence-ots-block").with("root", root),
        None => Finding::warning("evidence-ots-other-header").with("height", height).with("root", root),
    }
}
