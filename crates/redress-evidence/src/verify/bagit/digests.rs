//! The digests that manifests of other makers use, each file read once.

use crate::hash::{Hasher, Sums};
use crate::verify::folder::Folder;
use crate::verify::report::{Claim, Report};
use crate::verify::sums::each_file;
use redress_base::Finding;
use sha2::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// An algorithm of manifests. MD5 and SHA-1 show damage, not forgery; old bags have nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sm3,
}

impl Kind {
    /// Those that one reading of many files gives at once.
    const TOGETHER: [Kind; 3] = [Kind::Sha256, Kind::Sha512, Kind::Sm3];

    /// This digest out of those of one reading.
    fn out_of(self, sums: &Sums) -> Option<Vec<u8>> {
        match self {
            Kind::Sha256 => Some(sums.digests.sha256.0.to_vec()),
            Kind::Sha512 => sums.sha512.map(|digest| digest.0.to_vec()),
            Kind::Sm3 => Some(sums.digests.sm3.0.to_vec()),
            Kind::Md5 | Kind::Sha1 | Kind::Sha224 | Kind::Sha384 => None,
        }
    }

    /// By the name in a manifest's file name: lower case, without dashes (§2.4).
    pub(crate) fn of(name: &str) -> Option<Kind> {
        Some(match name {
            "md5" => Kind::Md5,
            "sha1" => Kind::Sha1,
            "sha224" => Kind::Sha224,
            "sha256" => Kind::Sha256,
            "sha384" => Kind::Sha384,
            "sha512" => Kind::Sha512,
            "sm3" => Kind::Sm3,
            _ => return None,
        })
    }

    /// Bytes of a digest.
    pub(crate) fn length(self) -> usize {
        match self {
            Kind::Md5 => 16,
            Kind::Sha1 => 20,
            Kind::Sha224 => 28,
            Kind::Sha256 | Kind::Sm3 => 32,
            Kind::Sha384 => 48,
            Kind::Sha512 => 64,
        }
    }
}

/// Which algorithms the files of a bag are asked for.
pub(crate) fn asked<'k>(
    kinds: impl Iterator<Item = &'k Kind>,
    files: &BTreeMap<String, u64>,
) -> BTreeSet<Kind> {
    if files.is_empty() { BTreeSet::new() } else { kinds.copied().collect() }
}

/// One running digest.
enum Running {
    Md5(md5::Md5),
    Sha1(sha1::Sha1),
    Sha224(sha2::Sha224),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
    Sm3(Box<Hasher>),
}

impl Running {
    fn begin(kind: Kind) -> Running {
        match kind {
            Kind::Md5 => Running::Md5(md5::Md5::new()),
            Kind::Sha1 => Running::Sha1(sha1::Sha1::new()),
            Kind::Sha224 => Running::Sha224(sha2::Sha224::new()),
            Kind::Sha256 => Running::Sha256(sha2::Sha256::new()),
            Kind::Sha384 => Running::Sha384(sha2::Sha384::new()),
            Kind::Sha512 => Running::Sha512(sha2::Sha512::new()),
            Kind::Sm3 => Running::Sm3(Box::default()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Running::Md5(digest) => digest.update(bytes),
            Running::Sha1(digest) => digest.update(bytes),
            Running::Sha224(digest) => digest.update(bytes),
            Running::Sha256(digest) => digest.update(bytes),
            Running::Sha384(digest) => digest.update(bytes),
            Running::Sha512(digest) => digest.update(bytes),
            Running::Sm3(digest) => digest.update(bytes),
        }
    }

    fn finish(self) -> Vec<u8> {
        match self {
            Running::Md5(digest) => digest.finalize().to_vec(),
            Running::Sha1(digest) => digest.finalize().to_vec(),
            Running::Sha224(digest) => digest.finalize().to_vec(),
            Running::Sha256(digest) => digest.finalize().to_vec(),
            Running::Sha384(digest) => digest.finalize().to_vec(),
            Running::Sha512(digest) => digest.finalize().to_vec(),
            Running::Sm3(digest) => digest.finish().sm3.0.to_vec(),
        }
    }
}

/// The digests of one file, by algorithm.
pub(crate) type Found = Vec<(Kind, Vec<u8>)>;

/// Reads every file once and gives its digests; one that cannot be read is a fault.
pub(crate) fn compute(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    kinds: &BTreeSet<Kind>,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> BTreeMap<String, Found> {
    if kinds.contains(&Kind::Sm3) && kinds.iter().all(|kind| Kind::TOGETHER.contains(kind)) {
        return side_by_side(folder, files, kinds, report, progress);
    }
    // In the order of paths, so that the map is built in one go at the end.
    let mut all = Vec::with_capacity(files.len());
    let mut buffer = vec![0u8; 1 << 16];
    for (path, listed) in files {
        let mut running: Vec<(Kind, Running)> =
            kinds.iter().map(|kind| (*kind, Running::begin(*kind))).collect();
        let mut length = 0u64;
        let Ok(mut reader) = folder.open(path) else {
            unreadable(path, report);
            continue;
        };
        let whole = loop {
            let read = match reader.read(&mut buffer) {
                Ok(0) => break true,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(_) => break false,
            };
            let bytes = buffer.get(..read).unwrap_or_default();
            running.iter_mut().for_each(|(_, digest)| digest.update(bytes));
            length += bytes.len() as u64;
            report.bytes += bytes.len() as u64;
            progress(report.bytes);
        };
        if !whole {
            unreadable(path, report);
        } else if length != *listed {
            let finding = Finding::error("evidence-file-changing").with("path", path.as_str());
            report.fail(Claim::Integrity, finding.with("listed", *listed).with("read", length));
        } else {
            let digests = running.into_iter().map(|(kind, digest)| (kind, digest.finish())).collect();
            all.push((path.clone(), digests));
        }
    }
    all.into_iter().collect()
}

/// The same where SM3 is asked for: its chain is long, and many files side by side cost a fraction.
fn side_by_side(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    kinds: &BTreeSet<Kind>,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> BTreeMap<String, Found> {
    let mut all = Vec::with_capacity(files.len());
    for (path, sums) in each_file(folder, files, progress) {
        match sums {
            Ok(sums) => {
                report.bytes += sums.digests.bytes;
                all.push((
                    path.clone(),
                    kinds.iter().filter_map(|kind| Some((*kind, kind.out_of(&sums)?))).collect(),
                ));
            }
            Err(finding) => report.fail(Claim::Integrity, *finding),
        }
    }
    all.into_iter().collect()
}

fn unreadable(path: &str, report: &mut Report) {
    report.fail(Claim::Integrity, Finding::error("evidence-file-unreadable").with("path", path));
}
