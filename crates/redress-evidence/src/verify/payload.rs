//! Every file against every manifest.

use super::checks::Bag;
use super::folder::Folder;
use super::report::{Claim, Report};
use crate::bag::{self, Algorithm, Manifest};
use crate::hash::{Also, Sums, digest_streams};
use redress_base::Finding;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

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

/// A reader that tells how much has been read.
struct Counted<'a, F> {
    inner: Box<dyn Read + 'a>,
    told: &'a RefCell<(u64, F)>,
}

impl<F: FnMut(u64)> Read for Counted<'_, F> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let mut told = self.told.borrow_mut();
        told.0 += count as u64;
        let total = told.0;
        (told.1)(total);
        Ok(count)
    }
}

/// Stands in for a file that could not be opened.
struct Closed;

impl Read for Closed {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

/// Hashes all files once, and gives the digests found.
pub(crate) fn digests(
    folder: &dyn Folder,
    bag: &Bag,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> BTreeMap<String, Sums> {
    let mut order: Vec<(&String, u64)> = bag.files.iter().map(|(path, bytes)| (path, *bytes)).collect();
    // Long files first, so that no lane works alone at the end.
    order.sort_by_key(|(path, bytes)| (std::cmp::Reverse(*bytes), *path));
    let told = RefCell::new((0u64, |total: u64| progress(total)));
    let told = &told;
    let mut results = Vec::with_capacity(order.len());
    let lend = &order;
    digest_streams(
        Also::Sha512,
        &mut |place| {
            let (path, _) = lend.get(place)?;
            let inner = folder.open(path).unwrap_or_else(|_| Box::new(Closed));
            Some(Box::new(Counted { inner, told }))
        },
        &mut |place, sums| results.push((place, sums)),
    );
    // In the order of paths, so that the same faults always give the same report.
    results.sort_by_key(|(place, _)| order.get(*place).map(|(path, _)| *path));
    let mut all = BTreeMap::new();
    for (place, sums) in results {
        let Some((path, listed)) = order.get(place) else { continue };
        match sums {
            Ok(sums) if sums.digests.bytes == *listed => {
                report.bytes += sums.digests.bytes;
                all.insert((*path).clone(), sums);
            }
            Ok(sums) => {
                let finding = Finding::error("evidence-file-changing").with("path", path.as_str());
                let finding = finding.with("listed", *listed).with("read", sums.digests.bytes);
                report.fail(Claim::Integrity, finding);
            }
            Err(_) => {
                let finding = Finding::error("evidence-file-unreadable").with("path", path.as_str());
                report.fail(Claim::Integrity, finding);
            }
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
