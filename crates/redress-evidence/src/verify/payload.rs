//! Every file against every manifest.

use super::checks::Bag;
use super::folder::Folder;
use super::report::{Claim, Report};
use super::sums::each_file;
use crate::bag::{self, Algorithm, Manifest};
use crate::hash::Sums;
use redress_base::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// Compares the digests found with all manifests.
pub(crate) fn check(bag: &Bag, sums: &BTreeMap<String, Sums>, report: &mut Report) {
    let (payload, tags): (BTreeSet<&str>, BTreeSet<&str>) =
        bag.files.keys().map(String::as_str).partition(|path| bag::is_payload(path));
    // The seal signs the tag manifests, and a manifest does not list itself: these are listed nowhere, nor is a token over one of them, which came later still.
    let tags = tags
        .into_iter()
        .filter(|path| !bag::is_tag_manifest(path) && ![bag::SEAL, bag::STAMP].contains(path))
        .collect();
    compare(&payload, &bag.payload, Algorithm::manifest, sums, report);
    compare(&tags, &bag.tags, Algorithm::tag_manifest, sums, report);
    for path in bag.files.keys().filter(|path| bag::is_tag_manifest(path)) {
        if !bag::TAG_ALGORITHMS.iter().any(|algorithm| algorithm.tag_manifest() == *path) {
            report.fail(
                Claim::Integrity,
                Finding::error("evidence-file-not-listed").with("path", path.as_str()),
            );
        }
    }
    report.checked(Claim::Integrity, sums.len() as u64);
}

/// Hashes all files once, and gives the digests found.
pub(crate) fn digests(
    folder: &dyn Folder,
    bag: &Bag,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> BTreeMap<String, Sums> {
    let mut all = BTreeMap::new();
    for (path, sums) in each_file(folder, &bag.files, progress) {
        match sums {
            Ok(sums) => {
                report.bytes += sums.digests.bytes;
                all.insert(path.clone(), sums);
            }
            Err(finding) => report.fail(Claim::Integrity, *finding),
        }
    }
    all
}

/// Holds files against manifests: each listed in all, none listed that is not there, every digest right.
fn compare(
    files: &BTreeSet<&str>,
    manifests: &[(Algorithm, Manifest)],
    name: fn(Algorithm) -> String,
    sums: &BTreeMap<String, Sums>,
    report: &mut Report,
) {
    let listed = manifests.iter().flat_map(|(_, manifest)| manifest.digests.keys().map(String::as_str));
    let all: BTreeSet<&str> = listed.chain(files.iter().copied()).collect();
    for path in all {
        let (mut absent, mut differs) = (Vec::new(), Vec::new());
        for (algorithm, manifest) in manifests {
            match (manifest.digests.get(path), sums.get(path)) {
                (None, _) => absent.push(name(*algorithm)),
                (Some(stated), Some(found)) if *stated != algorithm.of(found) => {
                    differs.push(name(*algorithm))
                }
                _ => {}
            }
        }
        if !files.contains(path) {
            report.fail(Claim::Integrity, Finding::error("evidence-file-missing").with("path", path));
        } else if !absent.is_empty() {
            let finding = Finding::error("evidence-file-not-listed").with("path", path);
            report.fail(Claim::Integrity, finding.with("manifest", absent.join(", ")));
        }
        if !differs.is_empty() {
            let finding = Finding::error("evidence-file-differs").with("path", path);
            report.fail(Claim::Integrity, finding.with("manifest", differs.join(", ")));
        }
    }
}
