//! Other people's programs beside ours: c2pa-rs by its Python binding, and python-opentimestamps. What is not
//! installed is skipped by name.
#![expect(clippy::disallowed_methods, reason = "other programs are given files")]

use crate::manifests::vector;
use crate::samples::{described, first_block, pending, proof};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use redress_media::{Witness, read_proof};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python of the peers that `./test` installs, if one has the package.
fn python(package: &str) -> Option<PathBuf> {
    let peers = PathBuf::from(std::env::var_os("REDRESS_PEERS")?);
    let has = |path: &PathBuf| {
        let asked = Command::new(path).args(["-c", &format!("import {package}")]).output();
        asked.is_ok_and(|asked| asked.status.success())
    };
    [peers.join("../evidence/bin/python"), peers.join("python")].into_iter().find(has)
}

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped(what: &str) {
    let line = format!("SKIPPED {what} (run ./test, which installs it)\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

/// A task of `peers.py` over every file of a folder: a line each, in the order of their names.
fn task(python: &Path, name: &str, folder: &Path) -> Vec<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/peers.py");
    let run = Command::new(python).arg(script).arg(name).arg(folder).output().unwrap();
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// What c2pa-rs calls valid holds here, and what it calls invalid does not.
#[test]
fn c2pa_rs_and_we_agree_on_pictures_and_videos() {
    let Some(python) = python("c2pa") else { return skipped("c2pa-python") };
    let folder = tempfile::tempdir().unwrap();
    let mut ours = Vec::new();
    for (name, steps) in [
        ("c2pa-es256.jpg", 40),
        ("c2pa-ps256.jpg", 20),
        ("c2pa.png", 20),
        ("c2pa.webp", 20),
        ("c2pa.mp4", 40),
    ] {
        let whole = vector(name);
        for step in 0..=steps {
            let mut bytes = whole.clone();
            if step > 0 {
                let at = (bytes.len() - 1) * step / steps;
                bytes[at.max(16)] ^= 1;
            }
            let file = format!("{step:03}-{name}");
            std::fs::write(folder.path().join(&file), &bytes).unwrap();
            let found = described(&file, &bytes).0.provenance;
            ours.push((file, found.is_some_and(|found| found.holds())));
        }
    }
    ours.sort();
    let theirs = task(&python, "c2pa", folder.path());
    assert_eq!(theirs.len(), ours.len());
    let mut both = 0;
    for ((file, holds), line) in ours.iter().zip(&theirs) {
        let valid = *line == format!("{file} Valid");
        // What they refuse for another reason (a certificate's profile, a form that they ask for) may hold here; what
        // holds for them never fails here.
        assert!(*holds || !valid, "{line}: we say {holds}");
        both += usize::from(*holds == valid);
    }
    assert!(both * 10 >= ours.len() * 9, "{both} of {}", ours.len());
}

/// Proofs that their library reads give the same attestations here, and what it refuses is refused here.
#[test]
fn the_reference_implementation_reads_proofs_as_we_do() {
    let Some(python) = python("opentimestamps") else { return skipped("opentimestamps") };
    let folder = tempfile::tempdir().unwrap();
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[8; 32]);
    let seeds =
        [first_block(), proof(&[7; 32], &[&[0xf2, 0xf3, 0x03][..], &pending("https://a.example")].concat())];
    let mut ours = Vec::new();
    for number in 0..300usize {
        let mut bytes = seeds[number % 2].clone();
        for _ in 0..number / 100 {
            let at = 31 + rng.next_u32() as usize % (bytes.len() - 31);
            bytes[at] = if number % 3 == 0 { rng.next_u32() as u8 } else { bytes[at] ^ 1 };
        }
        let file = format!("{number:03}.ots");
        std::fs::write(folder.path().join(&file), &bytes).unwrap();
        let said = match read_proof(&bytes) {
            Err(_) => "refused".to_owned(),
            Ok(read) => {
                let mut all: Vec<String> = read
                    .attestations
                    .iter()
                    .map(|one| {
                        let commitment = one.commitment.clone().unwrap_or_default();
                        match &one.witness {
                            Witness::Pending { uri } => format!("pending:{uri}:{commitment}"),
                            Witness::Bitcoin { height } => format!("bitcoin:{height}:{commitment}"),
                            Witness::Litecoin { height } => format!("litecoin:{height}:{commitment}"),
                            Witness::Unknown { tag } => format!("unknown:{tag}:{commitment}"),
                        }
                    })
                    .collect();
                all.sort();
                all.join(" ")
            }
        };
        ours.push(format!("{file} {said}"));
    }
    assert_eq!(task(&python, "ots", folder.path()), ours);
}
