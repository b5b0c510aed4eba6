//! Any bytes as a proof of OpenTimestamps.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_media::{is_proof, read_proof};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(proof) = read_proof(bytes) {
        assert!(is_proof(bytes) && proof.operations <= bytes.len() as u64 && !proof.attestations.is_empty());
    }
});
