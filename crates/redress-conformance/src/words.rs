//! Lines, digests and refusals as the checks put them, and a seeded source of chance.

use redress_base::{Digests, Refusal, Sha256};
use redress_evidence::hash;
use redress_workbench::ports::Store;
use std::io::Read;

/// A line that may follow `seq - 1` and `prev`, holding `what` as it stands between the quotes of a string.
pub fn line(seq: u64, prev: &Sha256, what: &str) -> String {
    format!(r#"{{"prev":"{prev}","seq":{seq},"what":"{what}"}}"#)
}

/// SHA-256, SM3 and length.
pub fn digests(bytes: &[u8]) -> Digests {
    hash::digests(bytes)
}

/// The number of lines and the digest of the last one.
pub fn head(store: &dyn Store) -> (u64, Sha256) {
    let lines = store.ledger().unwrap();
    let digest = lines.last().map_or(Sha256([0; 32]), |line| digests(line.as_bytes()).sha256);
    (u64::try_from(lines.len()).unwrap(), digest)
}

/// So many lines after (`seq`, `prev`), the last of them holding `what`.
pub(crate) fn chain(seq: u64, prev: Sha256, count: u64, what: &str) -> Vec<String> {
    let mut prev = prev;
    (1..=count)
        .map(|at| {
            let next = line(seq + at, &prev, if at == count { what } else { "between" });
            prev = digests(next.as_bytes()).sha256;
            next
        })
        .collect()
}

/// Appends one entry after whatever is there.
///
/// # Errors
/// Whatever the store refuses.
pub fn append(store: &mut dyn Store, what: &str) -> Result<(), Refusal> {
    let (seq, prev) = head(store);
    store.append(&[line(seq + 1, &prev, what)], &prev)
}

pub(crate) fn read(store: &dyn Store, digest: &Sha256) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    store.open(digest)?.read_to_end(&mut bytes).unwrap();
    Ok(bytes)
}

/// The fault and the code of a refusal without the name of its room: what two stores say alike.
pub fn told<T>(result: Result<T, Refusal>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(refusal) => {
            let code = refusal.finding.code.as_str();
            format!("{:?} {}", refusal.fault, code.split_once('-').map_or(code, |(_, rest)| rest))
        }
    }
}

/// Checks that the ledger is a chain from its first line to its last, and gives it.
pub(crate) fn whole(store: &dyn Store) -> Vec<String> {
    let lines = store.ledger().unwrap();
    let mut prev = Sha256([0; 32]);
    for (seq, line) in (1u64..).zip(&lines) {
        assert!(line.contains(&format!(r#""prev":"{prev}","seq":{seq},"#)), "entry {seq} does not follow");
        prev = digests(line.as_bytes()).sha256;
    }
    lines
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, good enough to choose.
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.draw() % limit
    }
}
