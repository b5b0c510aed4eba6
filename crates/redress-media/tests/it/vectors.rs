//! The files under `vectors/media`, which other implementations can run too. Beside each stands `<file>.expect`:
//! `expect:` with the codes of what is told, or `success`; of a media file `label`, `signature` and `content`; of a
//! proof `attestations`. `REDRESS_VECTORS_WRITE=1` writes those that are made here.
#![expect(clippy::disallowed_methods, reason = "vectors lie on the disk")]

use crate::samples::{
    LABEL, chunk, described, exif, first_block, jpeg, packet, pdf, pending, png, proof, segment, video, webp,
};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use redress_base::Level;
use redress_media::{Kind, Outcome, Witness, describe, is_proof, read_proof};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/media")
}

/// The vectors that are made here.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let xmp = segment(0xe1, &[&b"http://ns.adobe.com/xap/1.0/\0"[..], &packet(LABEL)].concat());
    let odd = LABEL.replacen("\"1\"", "\"AIGC\"", 1);
    let content = |name: &str, flip: usize| {
        let mut bytes = crate::manifests::vector(name);
        let at = bytes.len() - flip;
        bytes[at] ^= 1;
        bytes
    };
    vec![
        ("label-xmp.jpg", jpeg(&[xmp])),
        ("label-comment.jpg", jpeg(&[segment(0xe1, &[b"Exif\0\0", &exif(LABEL)[..]].concat())])),
        ("label-text.png", png(&[chunk(b"tEXt", &[b"AIGC\0", LABEL.as_bytes()].concat())])),
        ("label-value.png", png(&[chunk(b"tEXt", &[b"AIGC\0", odd.as_bytes()].concat())])),
        ("label-form.png", png(&[chunk(b"tEXt", b"AIGC\0{\"Label\":")])),
        ("label-xmp.webp", webp(&[(b"VP8X", vec![0; 10]), (b"XMP ", packet(LABEL))])),
        ("label-video.mp4", video("AIGC", LABEL)),
        ("label-xmp.pdf", pdf(&packet(LABEL))),
        ("silent.png", png(&[])),
        ("cut.png", png(&[])[..30].to_vec()),
        ("c2pa-content.jpg", content("c2pa-es256.jpg", 3)),
        ("c2pa-content.mp4", content("c2pa.mp4", 1)),
        ("pending.ots", proof(&[7; 32], &pending("https://calendar.example"))),
        ("first-block.ots", first_block()),
        ("cut.ots", first_block()[..90].to_vec()),
    ]
}

/// What is said of one file, a line each.
fn said(name: &str, bytes: &[u8]) -> String {
    let codes = |told: BTreeSet<String>| match told.is_empty() {
        true => "success".to_owned(),
        false => told.into_iter().collect::<Vec<_>>().join(" "),
    };
    if is_proof(bytes) {
        return match read_proof(bytes) {
            Err(refusal) => format!("expect: {}\n", refusal.finding.code),
            Ok(read) => {
                let one = |witness: &Witness| match witness {
                    Witness::Pending { uri } => format!("pending {uri}"),
                    Witness::Bitcoin { height } => format!("bitcoin {height}"),
                    Witness::Litecoin { height } => format!("litecoin {height}"),
                    Witness::Unknown { tag } => format!("unknown {tag}"),
                };
                let all: Vec<String> = read
                    .attestations
                    .iter()
                    .map(|found| {
                        format!("{} {}", one(&found.witness), found.commitment.as_deref().unwrap_or("-"))
                    })
                    .collect();
                format!("expect: success\ndigest: {}\nattestations: {}\n", read.digest, all.join(", "))
            }
        };
    }
    let (statement, findings) = described(name, bytes);
    assert!(findings.iter().all(|finding| finding.level < Level::Error), "{name}: {findings:?}");
    let mut out = format!("expect: {}\n", codes(findings.into_iter().map(|finding| finding.code).collect()));
    for label in &statement.labels {
        let word = |value| serde_json::to_value(value).unwrap().as_str().unwrap_or("-").to_owned();
        let meaning = label.meaning.map_or("-".to_owned(), |meaning| word(serde_json::json!(meaning)));
        out += &format!("label: {} {meaning} {}\n", word(serde_json::json!(label.place)), label.producer);
    }
    if let Some(found) = &statement.provenance {
        let word = |outcome: Outcome| serde_json::to_value(outcome).unwrap().as_str().unwrap().to_owned();
        out += &format!("signature: {}\ncontent: {}\n", word(found.signature), word(found.binding.outcome));
    }
    out
}

fn seeds() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending != "expect")).collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

#[test]
fn every_vector_is_what_its_sidecar_expects() {
    let write = std::env::var_os("REDRESS_VECTORS_WRITE").is_some();
    if write {
        for (name, bytes) in made() {
            std::fs::write(folder().join(name), bytes).unwrap();
        }
    }
    let seeds = seeds();
    assert!(seeds.len() >= made().len() + 11, "{} vectors", seeds.len());
    for (name, bytes) in seeds {
        let path = folder().join(format!("{name}.expect"));
        let ours = made().iter().any(|(made, _)| *made == name);
        let source =
            if ours { "" } else { "source: c2pa-python 0.38.1 (c2pa-rs), test certificates of c2pa-rs\n" };
        let said = format!("{}{source}", said(&name, &bytes));
        if write {
            std::fs::write(&path, &said).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), said, "{name}: REDRESS_VECTORS_WRITE=1");
    }
}

#[test]
fn what_is_stored_is_what_is_made() {
    for (name, bytes) in made() {
        assert!(std::fs::read(folder().join(name)).unwrap() == bytes, "{name}: REDRESS_VECTORS_WRITE=1");
    }
}

/// What the fuzz targets do, bounded and from a seed, on the stable compiler: every vector, mutated by changing,
/// dropping, doubling and moving runs of bytes.
#[test]
fn mutated_vectors_end() {
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut below = |most: usize| {
        if most == 0 { 0 } else { rng.next_u32() as usize % most }
    };
    for (name, seed) in seeds() {
        for _ in 0..150 {
            let mut bytes = seed.clone();
            for _ in 0..=below(4) {
                let from = below(bytes.len());
                let run = below(12).min(bytes.len() - from);
                match below(5) {
                    0 => bytes[from..from + run].iter_mut().for_each(|byte| *byte = below(256) as u8),
                    1 => drop(bytes.drain(from..from + run)),
                    2 => {
                        let copy = bytes[from..from + run].to_vec();
                        let at = below(bytes.len());
                        bytes.splice(at..at, copy);
                    }
                    3 => bytes.truncate(from),
                    _ => bytes[from..from + run].reverse(),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            drop(read_proof(&bytes));
            let kind = Kind::of_head(&bytes).unwrap_or(Kind::Bmff);
            let (statement, findings) = describe(kind, &name, &mut Cursor::new(&bytes));
            assert!(findings.iter().all(|finding| finding.level < Level::Error), "{name}");
            assert!(statement.complete || !findings.is_empty(), "{name}");
        }
    }
}
