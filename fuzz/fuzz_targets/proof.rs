//! Any text as a proof of inclusion: what is read is what is written, and it leads to no root but its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::{merkle, note, proof};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(read) = proof::parse(text) else { return };
    let written = proof::write(read.index, &read.path, &read.checkpoint);
    // A line `extra` is read past and never written.
    assert!(written == text || text.contains("\nextra "));
    assert_eq!(proof::parse(&written).as_ref(), Ok(&read));
    let Some(Ok(signed)) = note::text(&read.checkpoint).map(Checkpoint::parse) else { return };
    let leaf = merkle::leaf_hash(b"entry");
    let holds = merkle::check_inclusion(&leaf, read.index, signed.size, &read.path, &signed.root);
    assert!(!holds || read.index < signed.size);
});
