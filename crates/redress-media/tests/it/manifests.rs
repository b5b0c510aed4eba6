//! Manifests of C2PA: those that c2pa-rs made hold, and what is changed in a file is found.
#![expect(clippy::disallowed_methods, reason = "vectors lie on the disk")]

use crate::samples::{codes, described};
use redress_media::{Outcome, Statement};
use std::path::Path;

pub(crate) fn vector(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/media").join(name)).unwrap()
}

fn holds(statement: &Statement) -> bool {
    statement.provenance.as_ref().is_some_and(|found| found.holds())
}

#[test]
fn every_algorithm_and_every_container() {
    for (name, algorithm) in [
        ("c2pa-es256.jpg", "ES256"),
        ("c2pa-es384.jpg", "ES384"),
        ("c2pa-es512.jpg", "ES512"),
        ("c2pa-ps256.jpg", "PS256"),
        ("c2pa-ps384.jpg", "PS384"),
        ("c2pa-ps512.jpg", "PS512"),
        ("c2pa-ed25519.jpg", "Ed25519"),
        ("c2pa.png", "ES256"),
        ("c2pa.webp", "ES256"),
        ("c2pa.mp4", "ES256"),
        ("c2pa.avif", "ES256"),
    ] {
        let (statement, _) = described(name, &vector(name));
        let found = statement.provenance.as_ref().unwrap();
        assert!(found.holds() && !found.fails() && statement.complete, "{name}: {found:?}");
        assert_eq!((found.manifests, found.generator.as_deref()), (1, Some("vector maker 1")), "{name}");
        let signer = found.signer.as_ref().unwrap();
        assert_eq!(signer.algorithm.as_deref(), Some(algorithm), "{name}");
        assert!(signer.subject.contains("C2PA Test Signing Cert"), "{name}");
        let [action] = found.actions.as_slice() else { panic!("{name}: {:?}", found.actions) };
        let said = (action.action.as_str(), action.source_type.as_deref(), action.agent.as_deref());
        assert_eq!(
            said,
            ("c2pa.created", Some("trainedAlgorithmicMedia"), Some("made-up model 0")),
            "{name}"
        );
    }
}

/// Every bit-flipped byte of a picture outside of its manifest breaks the binding; one inside breaks something, or
/// stands in padding and what is not signed.
#[test]
fn every_byte_of_a_picture() {
    let bytes = vector("c2pa-es256.jpg");
    let begin = bytes
        .windows(4)
        .position(|four| four == b"JP\x00\x01" || four == b"JP\x02\x11")
        .unwrap_or_else(|| bytes.windows(2).position(|two| two == [0xff, 0xeb]).unwrap() + 4)
        - 4;
    let length = usize::from(u16::from_be_bytes([bytes[begin + 2], bytes[begin + 3]])) + 2;
    let mut unseen = 0;
    for at in 3..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let (statement, _) = described("a.jpg", &changed);
        let inside = (begin..begin + length).contains(&at);
        if inside {
            unseen += usize::from(holds(&statement));
        } else {
            assert!(!holds(&statement), "byte {at} of {}", bytes.len());
        }
    }
    // Padding that c2pa-rs leaves in the assertion and the signature, and certificates behind the first.
    assert!(unseen < length * 3 / 4, "{unseen} of {length}");
}

#[test]
fn a_video_that_was_cut_moved_or_grew() {
    let bytes = vector("c2pa.mp4");
    let whole = described("a.mp4", &bytes).0;
    assert!(holds(&whole));
    let mut changed = bytes.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    let (statement, findings) = described("a.mp4", &changed);
    assert!(!holds(&statement) && codes(&findings) == ["media-c2pa-content-differs"], "{findings:?}");
    // Another box at the end is in no rule, and a longer one before the film moves it.
    let grown = [&bytes[..], b"\0\0\0\x0cudta\0\0\0\0"].concat();
    let found = described("a.mp4", &grown).0.provenance.unwrap();
    assert_eq!(found.binding.outcome, Outcome::Failed);
    let moved = [&bytes[..32.min(bytes.len())], &[]].concat();
    assert!(described("a.mp4", &moved).0.provenance.is_none());
}

/// A hash that leaves out more than the manifest holds, and how much is told.
#[test]
fn what_is_left_out_is_told() {
    let (statement, findings) = described("a.mp4", &vector("c2pa.mp4"));
    assert_eq!(codes(&findings), ["media-c2pa-left-out"]);
    assert!(statement.provenance.unwrap().binding.left_out > 0);
    let (statement, findings) = described("a.jpg", &vector("c2pa-es256.jpg"));
    assert!(findings.is_empty());
    assert_eq!(statement.provenance.unwrap().binding.left_out, 0);
}

/// The manifest of one picture in another: its signature holds, and the picture is not the one that was signed.
#[test]
fn a_manifest_of_another_picture() {
    let (one, other) = (vector("c2pa.png"), vector("c2pa-es384.jpg"));
    let at = one.windows(4).position(|four| four == b"caBX").unwrap();
    let length = u32::from_be_bytes(one[at - 4..at].try_into().unwrap()) as usize;
    let store = &one[at + 4..at + 4 + length];
    let begin = other.windows(2).position(|two| two == [0xff, 0xeb]).unwrap();
    let skip = usize::from(u16::from_be_bytes([other[begin + 2], other[begin + 3]])) + 2;
    let piece = crate::samples::segment(0xeb, &[b"JP\0\x01\0\0\0\x01", store].concat());
    let joined = [&other[..begin], &piece, &other[begin + skip..]].concat();
    let (statement, findings) = described("a.jpg", &joined);
    let found = statement.provenance.unwrap();
    assert_eq!((found.signature, found.binding.outcome), (Outcome::Held, Outcome::Failed));
    assert_eq!(codes(&findings), ["media-c2pa-content-differs"]);
}
