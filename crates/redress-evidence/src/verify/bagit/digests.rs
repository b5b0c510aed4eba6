//! The digests that manifests of other makers use, each file read once.

use crate::hash::{Hasher, Sums};
use crate::verify::folder::Folder;
use crate::verify::report::{Claim, Report};
use crate::verify::sums::{each_file, unread};
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
    Blake2b,
    Blake2s,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
    /// One that is not computed here: only the paths can be compared.
    Other,
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
            _ => None,
        }
    }

    /// By the name in a manifest's file name: lower case, without dashes (§2.4). bagit.py takes the names that Python has for
    /// them, with a line below in those of SHA-3 and without the length in those of BLAKE2.
    pub(crate) fn of(name: &str) -> Kind {
        match name {
            "md5" => Kind::Md5,
            "sha1" => Kind::Sha1,
            "sha224" => Kind::Sha224,
            "sha256" => Kind::Sha256,
            "sha384" => Kind::Sha384,
            "sha512" => Kind::Sha512,
            "sm3" => Kind::Sm3,
            "blake2b" | "blake2b512" => Kind::Blake2b,
            "blake2s" | "blake2s256" => Kind::Blake2s,
            "sha3_224" | "sha3224" => Kind::Sha3_224,
            "sha3_256" | "sha3256" => Kind::Sha3_256,
            "sha3_384" | "sha3384" => Kind::Sha3_384,
            "sha3_512" | "sha3512" => Kind::Sha3_512,
            _ => Kind::Other,
        }
    }

    /// Whether a digest may have so many bytes.
    pub(crate) fn is_long(self, bytes: usize) -> bool {
        match self {
            Kind::Md5 => bytes == 16,
            Kind::Sha1 => bytes == 20,
            Kind::Sha224 | Kind::Sha3_224 => bytes == 28,
            Kind::Sha256 | Kind::Sm3 | Kind::Blake2s | Kind::Sha3_256 => bytes == 32,
            Kind::Sha384 | Kind::Sha3_384 => bytes == 48,
            Kind::Sha512 | Kind::Blake2b | Kind::Sha3_512 => bytes == 64,
            Kind::Other => bytes > 0,
        }
    }
}

/// Which algorithms the files of a bag are asked for.
pub(crate) fn asked<'k>(
    kinds: impl Iterator<Item = &'k Kind>,
    files: &BTreeMap<String, u64>,
) -> BTreeSet<Kind> {
    let computed = kinds.copied().filter(|kind| *kind != Kind::Other);
    if files.is_empty() { BTreeSet::new() } else { computed.collect() }
}

/// One running digest.
trait Running {
    fn update(&mut self, bytes: &[u8]);
    fn finish(self: Box<Self>) -> Vec<u8>;
}

/// One of those that others compute.
struct Of<D>(D);

impl<D: Digest> Running for Of<D> {
    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

impl Running for Hasher {
    fn update(&mut self, bytes: &[u8]) {
        Hasher::update(self, bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        Hasher::finish(*self).sm3.0.to_vec()
    }
}

/// Begins a digest; nothing where it is not computed here.
fn begin(kind: Kind) -> Option<Box<dyn Running>> {
    Some(match kind {
        Kind::Md5 => Box::new(Of(md5::Md5::new())),
        Kind::Sha1 => Box::new(Of(sha1::Sha1::new())),
        Kind::Sha224 => Box::new(Of(sha2::Sha224::new())),
        Kind::Sha256 => Box::new(Of(sha2::Sha256::new())),
        Kind::Sha384 => Box::new(Of(sha2::Sha384::new())),
        Kind::Sha512 => Box::new(Of(sha2::Sha512::new())),
        Kind::Sm3 => Box::new(Hasher::default()),
        Kind::Blake2b => Box::new(Of(blake2::Blake2b512::new())),
        Kind::Blake2s => Box::new(Of(blake2::Blake2s256::new())),
        Kind::Sha3_224 => Box::new(Of(sha3::Sha3_224::new())),
        Kind::Sha3_256 => Box::new(Of(sha3::Sha3_256::new())),
        Kind::Sha3_384 => Box::new(Of(sha3::Sha3_384::new())),
        Kind::Sha3_512 => Box::new(Of(sha3::Sha3_512::new())),
        Kind::Other => return None,
    })
}

/// The digests of one file, by algorithm.
pub(crate) type Found = Vec<(Kind, Vec<u8>)>;

/// What is to be said of a file whose digests were found.
pub(crate) type Judge<'j> = &'j dyn Fn(&str, &Found, &mut Report);

/// Reads every file once and has its digests judged; one that cannot be read is a fault.
pub(crate) fn compute(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    kinds: &BTreeSet<Kind>,
    (report, judge): (&mut Report, Judge<'_>),
    progress: &mut dyn FnMut(u64),
) {
    if kinds.contains(&Kind::Sm3) && kinds.iter().all(|kind| Kind::TOGETHER.contains(kind)) {
        return side_by_side(folder, files, kinds, (report, judge), progress);
    }
    let mut buffer = vec![0u8; 1 << 16];
    for (path, listed) in files {
        let mut running: Vec<(Kind, Box<dyn Running>)> =
            kinds.iter().filter_map(|kind| Some((*kind, begin(*kind)?))).collect();
        let mut length = 0u64;
        let Ok(mut reader) = folder.open(path) else {
            let finding = Finding::error("evidence-file-unreadable").with("path", path.as_str());
            report.fail(Claim::Integrity, finding);
            continue;
        };
        let broken = loop {
            let read = match reader.read(&mut buffer) {
                Ok(0) => break None,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => break Some(unread(path, &error)),
            };
            let bytes = buffer.get(..read).unwrap_or_default();
            running.iter_mut().for_each(|(_, digest)| digest.update(bytes));
            length += bytes.len() as u64;
            report.bytes += bytes.len() as u64;
            progress(report.bytes);
        };
        if let Some(finding) = broken {
            report.fail(Claim::Integrity, finding);
        } else if length != *listed {
            let finding = Finding::error("evidence-file-changing").with("path", path.as_str());
            report.fail(Claim::Integrity, finding.with("listed", *listed).with("read", length));
        } else {
            let digests = running.into_iter().map(|(kind, digest)| (kind, digest.finish())).collect();
            judge(path, &digests, report);
        }
    }
}

/// The same where SM3 is asked for: its chain is long, and many files side by side cost a fraction.
fn side_by_side(
    folder: &dyn Folder,
    files: &BTreeMap<String, u64>,
    kinds: &BTreeSet<Kind>,
    (report, judge): (&mut Report, Judge<'_>),
    progress: &mut dyn FnMut(u64),
) {
    for (path, sums) in each_file(folder, files, progress) {
        match sums {
            Ok(sums) => {
                report.bytes += sums.digests.bytes;
                let found = kinds.iter().filter_map(|kind| Some((*kind, kind.out_of(&sums)?))).collect();
                judge(path, &found, report);
            }
            Err(finding) => report.fail(Claim::Integrity, *finding),
        }
    }
}
