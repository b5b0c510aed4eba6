//! The files under `vectors/webarchive`, which other implementations can run too. Beside each stands
//! `<file>.expect`: `expect:` with the codes of errors and warnings, or `success`; `kind`, `parts`, `pages`.
//!
//! `REDRESS_VECTORS_WRITE=1` writes those that are made here anew; `source:` says which come from another tool.
#![expect(clippy::disallowed_methods, reason = "vectors lie on the disk")]

use crate::describing::{HAR, MHTML, SAVED};
use crate::samples::{described, place, wacz, warc};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use redress_base::{Finding, Level};
use redress_webarchive::{Kind, describe};
use std::io::Cursor;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/webarchive")
}

/// Name, bytes, and what is expected.
type Made = (&'static str, Vec<u8>, &'static str);

fn changed(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}

/// The vectors that are made here, each with what the format says of it.
fn made() -> Vec<Made> {
    let (plain, packed, zip) = (warc(false), warc(true), wacz());
    let text =
        |from: &str, to: &str| String::from_utf8(plain.clone()).unwrap().replacen(from, to, 1).into_bytes();
    let har = |from: &str, to: &str| HAR.replacen(from, to, 1).into_bytes();
    let mhtml = |from: &str, to: &str| MHTML.replacen(from, to, 1).into_bytes();
    let block = changed(&plain, place(&plain, "送餐员".as_bytes()));
    let (half, most) = (packed.len() / 2, packed.len() - 9);
    let member = place(&zip, "鉴证说明".as_bytes());
    vec![
        ("plain.warc", plain.clone(), "success"),
        ("packed.warc.gz", packed.clone(), "success"),
        ("changed-block.warc", block, "webarchive-warc-block-differs webarchive-warc-payload-differs"),
        ("version.warc", text("WARC/1.1", "WARC/1.9"), "webarchive-warc-version"),
        ("no-length.warc", text("Content-Length: ", "X-Length: "), "webarchive-warc-length-form"),
        ("long.warc", text("Content-Length: 5", "Content-Length: 1"), "webarchive-warc-end"),
        ("date.warc", text("Date: 2026-03-01", "Date: 2026-13-01"), "webarchive-warc-date"),
        ("twice.warc", text("WARC-Date", "WARC-Type: warcinfo\r\nWARC-Date"), "webarchive-warc-field-twice"),
        ("cut.warc", plain[..plain.len() - 3].to_vec(), "webarchive-warc-end-cut"),
        ("cut.warc.gz", packed[..half].to_vec(), "webarchive-gzip-cut"),
        ("damaged.warc.gz", changed(&packed, most + 1), "webarchive-gzip-damaged"),
        ("trailing.warc.gz", [packed.as_slice(), b"more"].concat(), "webarchive-gzip-trailing"),
        ("good.wacz", zip.clone(), "success"),
        ("changed.wacz", changed(&zip, member), "webarchive-wacz-differs webarchive-zip-member"),
        ("behind.wacz", [zip.as_slice(), b"more"].concat(), "webarchive-zip-behind"),
        ("good.har", HAR.into(), "success"),
        ("cut.har", HAR.as_bytes()[..HAR.len() - 2].to_vec(), "webarchive-json-cut"),
        (
            "key-twice.har",
            har("\"text\": \"Hello\"", "\"text\": \"a\", \"text\": \"Hello\""),
            "webarchive-json-key-twice",
        ),
        ("base64.har", har("SGVsbG8=", "SGVs.G8="), "webarchive-base64"),
        ("good.mhtml", MHTML.into(), "success"),
        ("cut.mhtml", mhtml("x------\r\n", "x"), "webarchive-mhtml-cut"),
        ("boundary.mhtml", mhtml("boundary=", "border="), "webarchive-mhtml-boundary"),
        ("good.html", SAVED.into(), "success"),
        (
            "no-address.html",
            SAVED.replace(" url: https://weibo.example/1/abc \n", "").into(),
            "webarchive-page-no-address",
        ),
    ]
}

/// The codes of errors and warnings, each once, in order of the alphabet.
fn told(findings: &[Finding]) -> String {
    let told =
        findings.iter().filter(|finding| finding.level != Level::Note).map(|finding| finding.code.as_str());
    let told: std::collections::BTreeSet<&str> = told.collect();
    if told.is_empty() { "success".to_owned() } else { told.into_iter().collect::<Vec<_>>().join(" ") }
}

fn word(kind: Kind) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_vector_is_what_its_sidecar_expects() {
    if std::env::var_os("REDRESS_VECTORS_WRITE").is_some() {
        for (name, bytes, expect) in made() {
            let (description, _) = described(name, &bytes);
            let (kind, parts, pages) =
                (word(description.kind), description.parts_found, description.pages_found);
            let sidecar = format!("expect: {expect}\nkind: {kind}\nparts: {parts}\npages: {pages}\n");
            std::fs::write(folder().join(name), bytes).unwrap();
            std::fs::write(folder().join(format!("{name}.expect")), sidecar).unwrap();
        }
    }
    let seeds = seeds();
    assert!(seeds.len() >= made().len() + 3, "{} vectors", seeds.len());
    for (name, bytes) in seeds {
        let sidecar = std::fs::read_to_string(folder().join(format!("{name}.expect"))).unwrap();
        let field = |wanted: &str| {
            let mut fields = sidecar.lines().filter_map(|line| line.split_once(": "));
            fields
                .find(|(name, _)| *name == wanted)
                .unwrap_or_else(|| panic!("{name}: no {wanted}"))
                .1
                .to_owned()
        };
        let (description, findings) = described(&name, &bytes);
        assert_eq!(told(&findings), field("expect"), "{name}: {findings:?}");
        let counts = [description.parts_found.to_string(), description.pages_found.to_string()];
        assert_eq!(
            [word(description.kind)].iter().chain(&counts).cloned().collect::<Vec<_>>(),
            ["kind", "parts", "pages"].map(field),
            "{name}"
        );
    }
}

/// Every vector that is made here is stored as it is made: plain ones to the byte.
#[test]
fn what_is_stored_is_what_is_made() {
    for (name, bytes, _) in
        made().iter().filter(|(name, ..)| !name.ends_with(".gz") && !name.ends_with(".wacz"))
    {
        assert!(std::fs::read(folder().join(name)).unwrap() == *bytes, "{name}: REDRESS_VECTORS_WRITE=1");
    }
}

fn seeds() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending != "expect")).collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

/// What the fuzz targets do, bounded and from a seed, on the stable compiler: every vector, mutated by
/// changing, dropping, doubling and moving runs of bytes.
#[test]
fn mutated_vectors_end_in_a_description_or_an_error() {
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[6; 32]);
    let mut below = |most: usize| {
        if most == 0 { 0 } else { rng.next_u32() as usize % most }
    };
    for (name, seed) in seeds() {
        let kind = Kind::of(&mut Cursor::new(&seed)).unwrap().unwrap();
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
            let (description, findings) = describe(kind, &name, &mut Cursor::new(&bytes));
            let told = findings.iter().any(|finding| finding.level == Level::Error);
            assert!(description.complete || told, "{name}");
            let end =
                |part: &redress_webarchive::Part| part.member.is_some() || part.end <= bytes.len() as u64;
            assert!(description.parts.iter().all(|part| part.start <= part.end && end(part)), "{name}");
        }
    }
}
