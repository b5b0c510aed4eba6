//! Every byte changed, every length cut: found, told, or shown to be outside what an archive covers.

use crate::samples::{described, place, wacz, warc};
use proptest::prelude::*;
use redress_base::Level;
use redress_webarchive::{Kind, describe};
use std::io::Cursor;

/// The bytes that a plain WARC does not cover by its digests: the values and names of fields that state
/// nothing about length, digests or version. And where capitals say the same.
fn uncovered(bytes: &[u8]) -> [Vec<bool>; 2] {
    let mut free = vec![false; bytes.len()];
    let mut caseless = free.clone();
    let mut from = 0;
    while from < bytes.len() {
        let end = from + place(&bytes[from..], b"\r\n\r\n") + 4;
        let head = std::str::from_utf8(&bytes[from..end]).unwrap();
        let mut at = from;
        let mut length = 0;
        for line in head.split_inclusive("\r\n") {
            let name = line.split(':').next().unwrap();
            let bound =
                ["WARC-Block-Digest", "WARC-Payload-Digest", "Content-Length", "WARC/1.1\r\n", "\r\n"];
            if name == "Content-Length" {
                length = line.split(": ").nth(1).unwrap().trim().parse().unwrap();
            }
            if !bound.contains(&name) {
                free[at..at + line.len() - 2].fill(true);
            }
            // Without their names these fields are others, which a WARC may have; the version is 1.0 or 1.1.
            if bound[..2].contains(&name) {
                free[at..at + name.len() + 1].fill(true);
            }
            let folds = name.ends_with("Digest") || name == "Content-Length";
            caseless[at..at + line.len() - 2].fill(folds);
            at += line.len();
        }
        from = end + length + 4;
    }
    [free, caseless]
}

#[test]
fn every_flipped_byte_of_a_warc_is_found_or_outside_what_its_digests_cover() {
    let bytes = warc(false);
    let honest = described("a.warc", &bytes);
    let [free, caseless] = uncovered(&bytes);
    let mut silent = 0;
    for at in 0..bytes.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= bit;
            let (description, findings) = describe(Kind::Warc, "a.warc", &mut Cursor::new(&changed));
            if findings == honest.1 && description.claims == honest.0.claims {
                silent += 1;
                let line = String::from_utf8_lossy(&bytes[at.saturating_sub(20)..bytes.len().min(at + 20)])
                    .into_owned();
                let version = bytes[..at].ends_with(b"WARC/1.");
                let capital = bit == 0x20 && caseless[at];
                assert!(
                    free[at] || version || capital,
                    "byte {at} bit {bit:#x} of {line:?} was changed, and nothing was told"
                );
            }
        }
    }
    assert!(silent > 0, "addresses and dates stand outside every digest: docs/web-archives.md says so");
}

#[test]
fn every_flipped_byte_of_a_packed_warc_is_found_but_in_the_heads_of_gzip() {
    let bytes = warc(true);
    let honest = described("a.warc.gz", &bytes);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let told = describe(Kind::Warc, "a.warc.gz", &mut Cursor::new(&changed));
        let inside =
            honest.0.parts.iter().find(|part| (part.start..part.end).contains(&(at as u64))).unwrap();
        // Flags, time, extra flags and system of a member: RFC 1952 §2.3 gives them no checksum.
        let head = at as u64 - inside.start < 10;
        // Between the last bit of the packed data and the checksum stand up to seven bits of nothing.
        let filler = inside.end - at as u64 == 9;
        assert!(told != honest || head || filler, "byte {at} of the member at {}", inside.start);
    }
}

#[test]
fn every_flipped_byte_of_a_wacz_is_found_but_in_what_no_reader_uses() {
    let bytes = wacz();
    let honest = described("a.wacz", &bytes);
    let directory = place(&bytes, b"PK\x01\x02");
    let mut silent = Vec::new();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let told = describe(Kind::Wacz, "a.wacz", &mut Cursor::new(&changed));
        if told == honest {
            silent.push(at);
        }
    }
    // Local heads, and the fields of the directory (version, date, attributes, disk) that say nothing of a
    // member's name, place, size, checksum or content.
    let content: Vec<&usize> = silent.iter().filter(|at| !is_frame(&bytes, **at, directory)).collect();
    assert_eq!(content, Vec::<&usize>::new());
}

/// Whether a byte stands in a field of a head of the zip other than name, method, checksum and sizes.
fn is_frame(bytes: &[u8], at: usize, directory: usize) -> bool {
    let heads = |signature: &[u8]| {
        let signature = signature.to_vec();
        (0..bytes.len()).filter(move |from| bytes[*from..].starts_with(&signature))
    };
    // APPNOTE §4.3.7: version 4..6, flags 6..8, time 10..14. §4.3.12: versions 4..8, flags 8..10, time
    // 12..16, disk and attributes 34..42. §4.3.16: disks 4..8.
    let local = heads(b"PK\x03\x04").any(|from| {
        at < directory && [4..8, 10..14].iter().any(|span| span.contains(&at.wrapping_sub(from)))
    });
    let central = heads(b"PK\x01\x02")
        .any(|from| [4..10, 12..16, 34..42].iter().any(|span| span.contains(&at.wrapping_sub(from))));
    let end = heads(b"PK\x05\x06").any(|from| (4..8).contains(&at.wrapping_sub(from)));
    local || central || end
}

#[test]
fn cut_at_every_byte_an_archive_is_told_to_be_cut() {
    for (name, kind, bytes) in [
        ("a.warc", Kind::Warc, warc(false)),
        ("a.warc.gz", Kind::Warc, warc(true)),
        ("a.wacz", Kind::Wacz, wacz()),
    ] {
        let ends: Vec<u64> = described(name, &bytes).0.parts.iter().map(|part| part.end).collect();
        for length in 0..bytes.len() {
            let (description, findings) = describe(kind, name, &mut Cursor::new(&bytes[..length]));
            // A WARC that ends with a record is a shorter WARC: nothing in the format says how many there are.
            let whole = kind == Kind::Warc && ends.contains(&(length as u64));
            let told = findings.iter().any(|finding| finding.level == Level::Error);
            assert_eq!((told, description.complete), (!whole, whole), "{name} cut to {length}: {findings:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever the bytes, no reader panics or hangs, and what is not whole is told.
    #[test]
    fn any_bytes_are_described(bytes: Vec<u8>, which in 0usize..5) {
        let kind = [Kind::Warc, Kind::Wacz, Kind::Har, Kind::Mhtml, Kind::SavedPage][which];
        let (description, findings) = describe(kind, "a", &mut Cursor::new(&bytes));
        let told = findings.iter().any(|finding| finding.level == Level::Error);
        prop_assert!(description.complete || told);
    }

    /// The same around honest files, with a few bytes changed, dropped or repeated.
    #[test]
    fn damaged_files_are_described(seed in 0usize..4, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..8)) {
        let (kind, mut bytes) = match seed {
            0 => (Kind::Warc, warc(false)),
            1 => (Kind::Warc, warc(true)),
            2 => (Kind::Wacz, wacz()),
            _ => (Kind::Har, br#"{"log":{"version":"1.2","creator":{"name":"a"},"pages":[],"entries":[{"startedDateTime":"2026-03-01T01:30:00Z","request":{"url":"https://a/"},"response":{"status":200,"content":{"size":1,"text":"\u0061"}}}]}}"#.to_vec()),
        };
        for (index, byte, action) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = index.index(bytes.len());
            match action {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(at),
            }
        }
        let (description, findings) = describe(kind, "a", &mut Cursor::new(&bytes));
        let told = findings.iter().any(|finding| finding.level == Level::Error);
        prop_assert!(description.complete || told);
    }
}
