//! Any text as a signed note. Lines up to the first empty one are the reader's keys, what follows is the note.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_evidence::note::{self, VerifierKey};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (head, note) = text.split_once("\n\n").unwrap_or(("", text));
    let keys: Vec<VerifierKey> = head
        .lines()
        .filter_map(|line| {
            let key: VerifierKey = line.parse().ok()?;
            // A key has one spelling.
            assert_eq!(key.to_string(), line);
            Some(key)
        })
        .collect();
    if let Some(signed) = note::text(note) {
        assert!(note.starts_with(signed) && signed.ends_with('\n'));
        assert_eq!(note::merge(note, &[note]).as_deref(), Ok(note));
    }
    if let Ok(opened) = note::open(note, &keys) {
        assert_eq!(note::text(note), Some(opened.text.as_str()));
        assert!(!opened.signers.is_empty());
        assert!(opened.signers.iter().all(|name| keys.iter().any(|key| key.name() == name)));
        assert!(opened.cosignatures.iter().all(|one| keys.contains(&one.key)));
    }
});
