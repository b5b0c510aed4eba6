//! Verifies a bundle, and says separately what holds, what fails and what no bundle can prove.
//!
//! Five lines: *integrity* (every byte is what the manifests, the log and the seal say), *inclusion* (every item
//! is in the signed log), *append-only* (earlier checkpoints are prefixes of it), *existed by* (a timestamp
//! authority's token; the bundle's own times prove nothing), and *origin*, which is never provable here.
//!
//! Stricter than BagIt asks: one spelling of every file, all manifests with SM3, no file more or less, no links,
//! no unsafe path. Payload is streamed and never held; small files are read up to a limit.

mod checks;
mod folder;
mod log;
mod payload;
mod report;

use crate::note::VerifierKey;
use redress_base::Finding;

pub use folder::{FileEntry, FileKind, Folder};
pub use report::{Claim, Line, Outcome, Report};

/// What the reader brings along.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust<'a> {
    /// Keys that the reader knows to be the maker's, from elsewhere. When there are none, the key inside
    /// the bundle is used, which proves only that one hand made all of it; a finding says so.
    pub keys: &'a [VerifierKey],
    /// Signed checkpoints from bundles of the same case that the reader was given before.
    pub earlier: &'a [String],
}

/// Verifies with trusted keys, or with the bundle's own key when there are none.
///
/// `progress` is told how many bytes have been read so far; the total is the sum over [`Folder::list`].
pub fn verify(folder: &dyn Folder, trusted: &[VerifierKey], progress: &mut dyn FnMut(u64)) -> Report {
    verify_with(folder, Trust { keys: trusted, earlier: &[] }, progress)
}

/// As [`verify`], also against checkpoints that the reader was given before.
pub fn verify_with(folder: &dyn Folder, trust: Trust, progress: &mut dyn FnMut(u64)) -> Report {
    let mut report = Report::new();
    let Some(bag) = checks::read_bag(folder, &mut report) else { return report.close() };
    let sums = payload::check(folder, &bag, &mut report, progress);
    log::check(folder, &bag, &sums, trust, &mut report);
    report.close()
}

/// Shows at most this many findings of one code; the counts on the lines stay complete.
const MOST_OF_A_CODE: usize = 20;

fn too_many(findings: &[Finding], code: &str) -> bool {
    findings.iter().filter(|finding| finding.code == code).count() >= MOST_OF_A_CODE
}
