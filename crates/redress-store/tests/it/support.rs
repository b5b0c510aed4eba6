//! What the tests of this room share: ledger lines, digests, and a seeded source of chance.

pub(crate) use crate::chance::Chance;
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
