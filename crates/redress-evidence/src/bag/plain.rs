//! A plain bag out of whatever lies in a folder (RFC 8493): every file in three manifests, no log, no seal.
//!
//! What a desk makes of a folder that somebody brings, before anything else is done with it. It shows that the files are
//! what they were when the bag was made; nobody has signed it, and nothing says when that was.

use super::layout::{BAG_INFO, BAGIT, BAGIT_TEXT};
use super::manifest::{Manifest, PAYLOAD_ALGORITHMS, TAG_ALGORITHMS};
use super::one_line;
use crate::hash::{self, Sums};
use crate::verify::{FileKind, Folder, each_file, good_scope, odd_names};
use redress_base::{Date, Fault, Finding, Refusal, Sha256};
use std::collections::BTreeMap;

/// What a plain bag says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainBag {
    /// The program and version that makes it, such as `redress 0.1.0`.
    pub software: String,
    /// The day on which it is made.
    pub bagging_date: Date,
}

/// The files to write beside the payload, which then stands under `data/` as it lies in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPlan {
    /// Name and bytes, the tag manifests last.
    pub tags: Vec<(String, Vec<u8>)>,
    /// SHA-256 of `tagmanifest-sha256.txt`: whoever notes it elsewhere can tell later that no byte was changed.
    pub tag_manifest: Sha256,
    /// Files of the payload.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// What other systems may stumble over: names that read alike, files that a system put there by itself.
    pub findings: Vec<Finding>,
}

/// Reads every file of `folder` once and plans the bag in which it will be `data/`. Nothing is written or moved.
/// `progress` is told how many bytes have been read so far. The same folder and day give the same bytes.
///
/// # Errors
/// `evidence-bag-already` where it is a bag itself; `evidence-bag-nothing` without files; `evidence-bag-unfit`
/// for a link, what is no plain file, and a name that no bag can hold; `evidence-file-unreadable` and
/// `evidence-file-changing` for a file that is not, or not any more, what was listed. One at a time, the first by path.
pub fn plain(
    folder: &dyn Folder,
    about: &PlainBag,
    progress: &mut dyn FnMut(u64),
) -> Result<PlainPlan, Refusal> {
    one_line("software", &about.software)?;
    let listed = payload(folder)?;
    let findings = odd_names(listed.keys());
    let mut sums = BTreeMap::new();
    for (path, found) in each_file(folder, &listed, progress) {
        sums.insert(
            format!("data/{}", written(path)),
            found.map_err(|finding| finding.refuse(Fault::Input))?,
        );
    }
    let files = sums.len() as u64;
    let bytes = sums.values().map(|sums| sums.digests.bytes).fold(0u64, u64::saturating_add);
    let info = format!(
        "Bag-Software-Agent: {}\nBagging-Date: {}\nPayload-Oxum: {bytes}.{files}\n",
        about.software, about.bagging_date,
    );
    let mut tags =
        vec![(BAGIT.to_owned(), BAGIT_TEXT.as_bytes().to_vec()), (BAG_INFO.to_owned(), info.into_bytes())];
    for algorithm in PAYLOAD_ALGORITHMS {
        tags.push((algorithm.manifest(), Manifest::render(algorithm, &sums).into_bytes()));
    }
    let own: BTreeMap<String, Sums> =
        tags.iter().map(|(path, bytes)| (path.clone(), hash::sums(bytes))).collect();
    let [sha256, sha512] = TAG_ALGORITHMS
        .map(|algorithm| (algorithm.tag_manifest(), Manifest::render(algorithm, &own).into_bytes()));
    let tag_manifest = hash::digests(&sha256.1).sha256;
    tags.extend([sha256, sha512]);
    Ok(PlainPlan { tags, tag_manifest, files, bytes, findings })
}

/// Every file with its length; the first thing that a bag cannot hold is refused.
fn payload(folder: &dyn Folder) -> Result<BTreeMap<String, u64>, Refusal> {
    let mut listed = BTreeMap::new();
    let mut list = folder.list()?;
    list.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    for entry in list {
        let why = match entry.kind {
            FileKind::File if entry.path == BAGIT => {
                return Err(Finding::error("evidence-bag-already").with("path", BAGIT).refuse(Fault::Input));
            }
            FileKind::File if good_scope(&format!("data/{}", entry.path)) => {
                listed.insert(entry.path, entry.bytes);
                continue;
            }
            FileKind::File => "name",
            FileKind::Symlink => "link",
            FileKind::Other => "other",
        };
        let finding = Finding::error("evidence-bag-unfit").with("path", entry.path).with("why", why);
        return Err(finding.refuse(Fault::Input));
    }
    if listed.is_empty() {
        return Err(Finding::error("evidence-bag-nothing").refuse(Fault::Input));
    }
    Ok(listed)
}

/// RFC 8493 §2.1.3: a line end and a percent sign are written as a percent sign and two digits, nothing else is.
fn written(path: &str) -> String {
    if !path.contains(['%', '\n', '\r']) {
        return path.to_owned();
    }
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}
