//! The ledger from outside its door: kept copies of every version, every reader on every writer, and what
//! happens to whoever touches a line.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test that names what is wrong"
)]

mod chain;
mod copies;
mod matrix;

/// A ledger as the version of that number wrote it.
pub(crate) fn kept(version: u16) -> Vec<&'static str> {
    match version {
        1 => include_str!("../fixtures/ledger-v1.jsonl").lines().collect(),
        3 => include_str!("../fixtures/ledger-v3.jsonl").lines().collect(),
        5 => include_str!("../fixtures/ledger-v5.jsonl").lines().collect(),
        4 => include_str!("../fixtures/ledger-v4.jsonl").lines().collect(),
        _ => include_str!("../fixtures/ledger-v2.jsonl").lines().collect(),
    }
}
