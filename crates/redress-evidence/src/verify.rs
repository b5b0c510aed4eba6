//! Verifies a bundle, and says separately what holds, what fails and what no bundle can prove.
//!
//! Seven lines: *integrity* (every byte is what the manifests, the log and the seal say), *inclusion* (every item
//! is in the signed log), *append-only* (earlier checkpoints are prefixes of it), *existed by* (a timestamp
//! authority's token, or a cosigner whom the reader knows; the bundle's own times prove nothing), *signer* (the key is
//! one that the reader had by another way), *corroboration* (a second party signed for the same log), and *origin*,
//! which is never provable here. Beside them is told what proofs of OpenTimestamps among the items show.
//!
//! Stricter than BagIt asks: one spelling of every file, all manifests with SM3, no file more or less, no links,
//! no unsafe path. Payload is streamed and never held; small files are read up to a limit.

mod bagit;
mod checks;
mod cosigners;
mod entries;
mod folder;
mod log;
mod payload;
mod proofs;
mod report;
mod sums;
mod timestamps;

use crate::bag;
use crate::hash::Sums;
use crate::note::VerifierKey;
use crate::witness::Request;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_timestamp::Certificate;
use std::collections::BTreeMap;

pub use bagit::verify_bag;
pub(crate) use bagit::{good_scope, odd_names};
pub use folder::{FileEntry, FileKind, Folder};
pub use redress_media::Header as BlockHeader;
pub use report::{BagVerdict, Claim, Existed, Line, Outcome, Part, Report, Stamped, Verdict};
pub(crate) use sums::each_file;

/// What the reader brings along.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust<'a> {
    /// Keys that the reader knows from elsewhere: the maker's, and those of cosigners. When there is none of the maker,
    /// the key inside the bundle is used, which proves only that one hand made all of it; a finding says so.
    pub keys: &'a [VerifierKey],
    /// Signed checkpoints from bundles of the same case that the reader was given before.
    pub earlier: &'a [String],
    /// Certificates of timestamp authorities that the reader chose to believe. Without one no token proves a time.
    pub roots: &'a [Certificate],
    /// Certificates that only help to find a path to one of them.
    pub issuers: &'a [Certificate],
    /// Headers of Bitcoin blocks that the reader looked up, for `.ots` proofs.
    pub headers: &'a [BlockHeader],
}

/// Verifies with trusted keys, or with the bundle's own key when there are none.
///
/// `progress` is told how many bytes have been read so far; the total is the sum over [`Folder::list`].
pub fn verify(folder: &dyn Folder, trusted: &[VerifierKey], progress: &mut dyn FnMut(u64)) -> Report {
    verify_with(folder, Trust { keys: trusted, ..Trust::default() }, progress)
}

/// As [`verify`], also against checkpoints that the reader was given before.
pub fn verify_with(folder: &dyn Folder, trust: Trust, progress: &mut dyn FnMut(u64)) -> Report {
    let mut report = Report::new();
    folder.remarks().into_iter().for_each(|finding| report.note(finding));
    let Some(bag) = checks::read_bag(folder, &mut report) else { return report.close() };
    let sums = payload::digests(folder, &bag, &mut report, progress);
    payload::check(&bag, &sums, &mut report);
    log::check(folder, &bag, &sums, trust, &mut report);
    report.close()
}

/// As [`verify`], with the digests of all files computed before, by whoever calls: everything but the hashing. For trying
/// what is found, many times over the same files; who verifies a bundle computes them.
#[doc(hidden)]
pub fn verify_digested(folder: &dyn Folder, sums: &BTreeMap<String, Sums>) -> Report {
    let mut report = Report::new();
    let Some(bag) = checks::read_bag(folder, &mut report) else { return report.close() };
    payload::check(&bag, sums, &mut report);
    log::check(folder, &bag, sums, Trust::default(), &mut report);
    report.close()
}

/// Whether these are the files of a bundle of redress, and not of somebody's bag. One trace of a bundle is enough: who takes
/// its card away does not make a stranger's bag of it.
pub fn is_bundle(files: &[FileEntry]) -> bool {
    let has = |name: &str| files.iter().any(|file| file.path == name);
    let log = files.iter().any(|file| file.path.starts_with("data/log/"));
    has("redress-bundle.json") || has("redress-seal.note") || (log && has("bagit.txt"))
}

/// The request for a cosignature that a bundle answers: its checkpoint, and the proof that its log continues the one of
/// `old` entries. Whether the bundle holds is for [`verify`] to say.
///
/// # Errors
/// Whatever stands in the way of reading the log.
pub fn request(folder: &dyn Folder, old: u64) -> Result<Request, Refusal> {
    let mut scratch = Report::new();
    let bag = checks::read_bag(folder, &mut scratch);
    let read = bag.as_ref().and_then(|bag| {
        let (tree, _) = entries::read(folder, bag, &BTreeMap::new(), &mut scratch);
        let checkpoint = checks::needed(folder, bag, bag::CHECKPOINT, Claim::Inclusion, &mut scratch)?;
        Some((tree, checkpoint))
    });
    let Some((tree, checkpoint)) = read else {
        let first = scratch.findings.into_iter().find(|finding| finding.level == Level::Error);
        let first =
            first.unwrap_or_else(|| Finding::error("evidence-not-a-bundle").with("path", bag::BUNDLE));
        return Err(first.refuse(Fault::Verification));
    };
    Ok(Request { old, proof: tree.consistency(old).unwrap_or_default(), checkpoint })
}

/// Shows at most this many findings of one code; the counts on the lines stay complete.
const MOST_OF_A_CODE: usize = 20;

fn too_many(findings: &[Finding], code: &str) -> bool {
    findings.iter().filter(|finding| finding.code == code).count() >= MOST_OF_A_CODE
}
