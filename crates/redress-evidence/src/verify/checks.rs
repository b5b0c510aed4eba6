//! The bag's own shape: which files there are, what the manifests list, what the tag files say.

use super::folder::{FileKind, Folder, read_whole};
use super::report::{Claim, Report};
use crate::bag::{self, Algorithm, BundleCard, Manifest};
use crate::canonical;
use redress_base::{Finding, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// What was read before any payload.
pub(crate) struct Bag {
    /// Every plain file with a safe path, and its listed length.
    pub(crate) files: BTreeMap<String, u64>,
    /// The payload manifests that could be read.
    pub(crate) payload: Vec<(Algorithm, Manifest)>,
    /// The tag manifests that could be read.
    pub(crate) tags: Vec<(Algorithm, Manifest)>,
    /// The bundle's card, if it could be read.
    pub(crate) card: Option<BundleCard>,
    /// Which shape of bundle it is.
    pub(crate) version: u32,
}

/// Reads everything but the payload. `None` when the folder is no bundle that this version can read; the
/// report then says why.
pub(crate) fn read_bag(folder: &dyn Folder, report: &mut Report) -> Option<Bag> {
    let files = read_list(folder, report)?;
    if !files.contains_key(bag::BAGIT) || !files.contains_key(bag::BUNDLE) {
        let missing = if files.contains_key(bag::BAGIT) { bag::BUNDLE } else { bag::BAGIT };
        report.fail(Claim::Integrity, Finding::error("evidence-not-a-bundle").with("path", missing));
        return None;
    }
    if !right_version(folder, report) {
        return None;
    }
    let (version, card) = read_card(folder, report)?;
    let payload = read_manifests(folder, &files, &bag::PAYLOAD_ALGORITHMS, Algorithm::manifest, report);
    let tags = read_manifests(folder, &files, &bag::TAG_ALGORITHMS, Algorithm::tag_manifest, report);
    check_info(folder, &files, card.as_ref(), report);
    Some(Bag { files, payload, tags, card, version })
}

/// Lists the folder, refusing links, unsafe paths and paths that are the same to another system.
fn read_list(folder: &dyn Folder, report: &mut Report) -> Option<BTreeMap<String, u64>> {
    let list = match folder.list() {
        Ok(list) => list,
        Err(refusal) => {
            report.refuse(Claim::Integrity, refusal);
            return None;
        }
    };
    let mut files = BTreeMap::new();
    let mut folded = BTreeSet::new();
    for entry in list {
        let path = entry.path.as_str();
        let fault = if !bag::good_path(path) {
            Some("evidence-path-unsafe")
        } else if entry.kind == FileKind::Symlink {
            Some("evidence-path-link")
        } else if entry.kind == FileKind::Other {
            Some("evidence-path-not-a-file")
        } else if !folded.insert(path.to_ascii_lowercase()) {
            Some("evidence-path-twice")
        } else if path.eq_ignore_ascii_case("fetch.txt") {
            Some("evidence-fetch")
        } else {
            None
        };
        match fault {
            Some(code) => report.fail(Claim::Integrity, Finding::error(code).with("path", path)),
            None => {
                files.insert(entry.path, entry.bytes);
            }
        }
    }
    Some(files)
}

/// Reads a metadata file as text; a fault is counted against integrity.
pub(crate) fn read_text(folder: &dyn Folder, path: &str, report: &mut Report) -> Option<String> {
    match read_whole(folder, path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return Some(text),
            Err(error) => {
                let place = error.utf8_error().valid_up_to();
                let finding = Finding::error("evidence-not-text").with("path", path).with("byte", place);
                report.fail(Claim::Integrity, finding);
            }
        },
        Err(refusal) => report.refuse(Claim::Integrity, refusal),
    }
    None
}

/// `bagit.txt`: the two lines of version 1.0, a later version, or something else.
fn right_version(folder: &dyn Folder, report: &mut Report) -> bool {
    let Some(text) = read_text(folder, bag::BAGIT, report) else { return false };
    if text == bag::BAGIT_TEXT {
        return true;
    }
    let version = text.lines().next().and_then(|line| line.strip_prefix("BagIt-Version: "));
    let later = version.filter(|version| {
        let parts: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
        parts.is_some_and(|parts| parts.len() == 2 && parts > vec![1, 0])
    });
    match later {
        Some(version) => report.newer(version, bag::BAGIT),
        None => {
            report.fail(Claim::Integrity, Finding::error("evidence-bagit-form").with("path", bag::BAGIT));
        }
    }
    false
}

/// The shape and the card, which may be unreadable; `None` (and a report that says so) when the bundle is of a later
/// shape.
fn read_card(folder: &dyn Folder, report: &mut Report) -> Option<(u32, Option<BundleCard>)> {
    let latest = bag::BUNDLE_VERSION;
    let Some(text) = read_text(folder, bag::BUNDLE, report) else { return Some((latest, None)) };
    let line = text.strip_suffix('\n').unwrap_or_default();
    let version = serde_json::from_str::<serde_json::Value>(line)
        .ok()
        .and_then(|card| card.get("schema")?.as_str()?.strip_prefix("redress/bundle/")?.parse::<u32>().ok());
    if let Some(version) = version.filter(|version| *version > latest) {
        report.newer(&version.to_string(), bag::BUNDLE);
        return None;
    }
    let version = version.filter(|version| *version > 0).unwrap_or(latest);
    match canonical::from_slice::<BundleCard>(line.as_bytes()) {
        Ok(card) if card.schema == bag::bundle_schema(version) => {
            report.case = Some(card.case.clone());
            report.software = Some(card.software.clone());
            Some((version, Some(card)))
        }
        _ => {
            report.fail(Claim::Integrity, Finding::error("evidence-card-form").with("path", bag::BUNDLE));
            Some((version, None))
        }
    }
}

fn read_manifests(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    algorithms: &[Algorithm],
    name: fn(Algorithm) -> String,
    report: &mut Report,
) -> Vec<(Algorithm, Manifest)> {
    let mut manifests = Vec::new();
    for algorithm in algorithms {
        let path = name(*algorithm);
        if !files.contains_key(&path) {
            report.fail(Claim::Integrity, Finding::error("evidence-manifest-missing").with("path", path));
            continue;
        }
        let Some(text) = read_text(folder, &path, report) else { continue };
        match Manifest::parse(*algorithm, text) {
            Ok(manifest) => manifests.push((*algorithm, manifest)),
            Err(line) => {
                let finding = Finding::error("evidence-manifest-form").with("path", path).with("row", line);
                report.fail(Claim::Integrity, finding);
            }
        }
    }
    manifests
}

/// `bag-info.txt`: one Payload-Oxum that is right, and the case that the card names.
fn check_info(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    card: Option<&BundleCard>,
    report: &mut Report,
) {
    if !files.contains_key(bag::BAG_INFO) {
        report
            .fail(Claim::Integrity, Finding::error("evidence-manifest-missing").with("path", bag::BAG_INFO));
        return;
    }
    let Some(text) = read_text(folder, bag::BAG_INFO, report) else { return };
    for (line, row) in text.split_terminator('\n').zip(1usize..) {
        if line.split_once(": ").is_none_or(|(label, _)| label.is_empty() || label.starts_with([' ', '\t'])) {
            let finding = Finding::error("evidence-bag-line").with("path", bag::BAG_INFO);
            let shown: String = line.chars().take(200).collect();
            report.fail(Claim::Integrity, finding.with("row", row).with("name", shown));
        }
    }
    let values = |label: &str| -> Vec<&str> {
        text.lines()
            .filter_map(|line| line.split_once(": "))
            .filter(|(name, _)| *name == label)
            .map(|(_, v)| v)
            .collect()
    };
    let payload = files.iter().filter(|(path, _)| bag::is_payload(path));
    let (mut bytes, mut count) = (0u64, 0u64);
    for (_, length) in payload {
        bytes = bytes.saturating_add(*length);
        count += 1;
    }
    let found = format!("{bytes}.{count}");
    let stated = values("Payload-Oxum");
    if stated != [found.as_str()] {
        let finding = Finding::error("evidence-oxum").with("stated", stated.join(" ")).with("found", found);
        report.fail(Claim::Integrity, finding);
    }
    if card.is_some_and(|card| values("External-Identifier") != [card.case.as_str()]) {
        report.fail(Claim::Integrity, Finding::error("evidence-card-form").with("path", bag::BAG_INFO));
    }
}

/// Opens a metadata file if it is there; its absence counts against a claim.
pub(crate) fn needed(
    folder: &dyn Folder,
    bag: &Bag,
    path: &str,
    claim: Claim,
    report: &mut Report,
) -> Option<String> {
    if !bag.files.contains_key(path) {
        report.fail(claim, Finding::error("evidence-file-missing").with("path", path));
        return None;
    }
    read_text(folder, path, report)
}

/// Turns a refusal about a file into one that names it.
pub(crate) fn about(path: &str, mut refusal: Refusal) -> Refusal {
    refusal.finding = Box::new(refusal.finding.with("path", path));
    refusal
}
