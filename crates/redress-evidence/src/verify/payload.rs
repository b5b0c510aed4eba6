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
    let foreign = |path: &&String| {
        bag::is_manifest(path) && !bag::PAYLOAD_ALGORITHMS.iter().any(|one| one.manifest() == **path)
    };
    for path in bag.files.keys().filter(foreign) {
        // Whoever reads it with another tool would find it checked, or wrong; here nothing checks what it says.
        report
            .fail(Claim::Integrity, Finding::error("evidence-manifest-foreign").with("path", path.as_str()));
    }
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
    let mut lists: Vec<_> =
        manifests.iter().map(|(algorithm, manifest)| (*algorithm, manifest.lines().peekable())).collect();
    let mut files = files.iter().copied().peekable();
    // All of them are in the order of paths: one walk, and nothing is held twice.
    loop {
        let listed = lists.iter_mut().filter_map(|(_, list)| list.peek().map(|(path, _)| *path));
        let Some(path) = listed.chain(files.peek().copied()).min() else { break };
        let there = files.next_if_eq(&path).is_some();
        let (mut absent, mut differs) = (Vec::new(), Vec::new());
        for (algorithm, list) in &mut lists {
            match (list.next_if(|(listed, _)| *listed == path), sums.get(path)) {
                (None, _) => absent.push(name(*algorithm)),
                (Some((_, stated)), Some(found)) if stated != algorithm.of(found) => {
                    differs.push(name(*algorithm));
                }
                _ => {}
            }
        }
        if !there {
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
