//! Checkpoints: the head of the ledger as it was, sealed like any other item, so that the evidence log and
//! everyone who holds one of its signed checkpoints can witness that the past was not written anew.

use redress_base::{Refusal, Sha256};
use redress_evidence::canonical;
use serde::Serialize;

/// Schema of a checkpoint's bytes.
pub const CHECKPOINT_SCHEMA: &str = "redress/ledger-checkpoint/1";

#[derive(Serialize)]
struct Checkpoint<'a> {
    schema: &'static str,
    case_id: &'a str,
    entries: u64,
    head: Sha256,
}

/// The bytes that are sealed for a ledger of so many entries with this head. Whoever has the ledger can write
/// them again and compare the digest; the bytes themselves are kept all the same, for whoever has not.
///
/// # Errors
/// Where they cannot be written canonically.
pub fn checkpoint(case_id: &str, entries: u64, head: Sha256) -> Result<Vec<u8>, Refusal> {
    canonical::to_vec(&Checkpoint { schema: CHECKPOINT_SCHEMA, case_id, entries, head })
}
