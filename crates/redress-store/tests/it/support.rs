//! What the tests of this room share: ledger lines, digests, and a seeded source of chance.

use redress_base::{Digests, Refusal, Sha256};
use redress_evidence::hash;
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::io::Read;
use std::path::Path;

/// A line that may follow `seq` and `prev`, saying `what`.
pub(crate) fn line(seq: u64, prev: &Sha256, what: &str) -> String {
    format!(r#"{{"prev":"{prev}","seq":{seq},"what":"{what}"}}"#)
}

pub(crate) fn digests(bytes: &[u8]) -> Digests {
    hash::digests(bytes)
}

/// The digest of the last line and the number of lines.
pub(crate) fn head(store: &dyn Store) -> (u64, Sha256) {
    let lines = store.ledger().unwrap();
    let digest = lines.last().map_or(Sha256([0; 32]), |line| digests(line.as_bytes()).sha256);
    (u64::try_from(lines.len()).unwrap(), digest)
}

/// Appends one entry.
pub(crate) fn append(store: &mut dyn Store, what: &str) -> Result<(), Refusal> {
    let (seq, prev) = head(store);
    store.append(&[line(seq + 1, &prev, what)], &prev)
}

pub(crate) fn read(store: &dyn Store, digest: &Sha256) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    store.open(digest)?.read_to_end(&mut bytes).unwrap();
    Ok(bytes)
}

pub(crate) fn open(path: &Path) -> CaseFolder {
    CaseFolder::open(path, Access::Write).unwrap()
}

/// The code of a refusal, with its fault: enough to know what a person is told.
pub(crate) fn told<T>(result: Result<T, Refusal>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(refusal) => format!("{:?} {}", refusal.fault, refusal.finding.code),
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, good enough to choose moments.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// Bytes that no other draw repeats.
    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(length + 8);
        while bytes.len() < length {
            bytes.extend_from_slice(&self.next().to_le_bytes());
        }
        bytes.truncate(length);
        bytes
    }
}
