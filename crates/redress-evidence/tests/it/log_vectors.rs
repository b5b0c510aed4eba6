//! The vectors of the log: tiles, checkpoints, cosignatures, requests, and a log that another program wrote.

use crate::vectors::{Vector, hex, read, unhex, word};
use redress_base::{Fault, Finding};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::merkle::{self, Hash, Tree};
use redress_evidence::note::{self, SigningKey, VerifierKey};
use redress_evidence::tiles::{self, Tile};
use redress_evidence::witness::{self, Request};
use std::path::Path;

fn key(vector: &Vector, name: &str) -> VerifierKey {
    let key: VerifierKey = vector.get(name).parse().unwrap();
    assert_eq!(key.to_string(), vector.get(name));
    key
}

/// The log of `entry 0`, `entry 1` and so on.
fn counted(size: u64) -> Vec<Vec<u8>> {
    (0..size).map(|number| format!("entry {number}").into_bytes()).collect()
}

#[test]
fn tiles_of_a_second_implementation() {
    for vector in read("tiles", 20) {
        if vector.get("kind") == "path" {
            let Some(path) = vector.fields.get("path") else {
                let level = match vector.get("level") {
                    "entries" => None,
                    level => Some(level.parse().unwrap()),
                };
                let width = vector.get("width").parse().unwrap();
                let tile = Tile { level, index: vector.number("index"), width };
                vector.check(&tile.path());
                assert_eq!(Tile::parse(&tile.path()), Some(tile));
                continue;
            };
            vector.check(word(Tile::parse(path).is_some()));
            continue;
        }
        let size = vector.number("size");
        let files = tiles::files(&counted(size), &[]).unwrap();
        for line in vector.body.lines() {
            let (digest, path) = line.split_once("  ").unwrap();
            let found = redress_evidence::hash::digests(&files[path]).sha256;
            assert_eq!(found.to_string(), digest, "{size} {path}");
        }
        if size <= 1000 {
            assert_eq!(files.len(), vector.body.lines().count(), "{size}");
        }
        let root = tiles::root(size, &mut |tile| Ok(files[&tile.path()].clone())).unwrap();
        vector.check(&unhex(&root));
    }
}

#[test]
fn checkpoints() {
    for vector in read("checkpoints", 12) {
        match Checkpoint::parse(&vector.body) {
            Ok(checkpoint) => {
                vector.check("success");
                assert_eq!(checkpoint.to_text(), vector.body);
            }
            Err(refusal) => vector.check(&refusal.finding.code),
        }
    }
}

#[test]
fn cosignatures() {
    for vector in read("cosignatures", 14) {
        let (log, cosigner) = (key(&vector, "key"), key(&vector, "cosigner"));
        match note::open(&vector.body, &[log.clone(), cosigner.clone()]) {
            Ok(opened) => {
                vector.check("success");
                let times: Vec<String> = opened.cosignatures.iter().map(|one| one.time.to_string()).collect();
                assert_eq!(times.join(" "), vector.get("time"), "{}", vector.path.display());
                assert!(opened.cosignatures.iter().all(|one| one.key == cosigner));
            }
            Err(refusal) => vector.check(&refusal.finding.code),
        }
        if let Some(seed) = vector.fields.get("seed") {
            let office = SigningKey::from_seed(cosigner.name(), hex(seed).try_into().unwrap()).unwrap();
            let lines: Vec<&str> = vector.body.split_inclusive('\n').collect();
            let signed = lines[..lines.len() - 1].concat();
            let again = note::cosign(&signed, &office, vector.get("time").parse().unwrap()).unwrap();
            assert_eq!(again, vector.body, "Ed25519 is deterministic");
        }
    }
}

#[test]
fn requests() {
    let office = SigningKey::from_seed("legal-aid.example", [32; 32]).unwrap();
    for vector in read("requests", 25) {
        let log = key(&vector, "key");
        let last = vector.fields.get("last-size").map(|size| Checkpoint {
            origin: log.name().to_owned(),
            size: size.parse().unwrap(),
            root: vector.hash("last-root"),
        });
        let signed = Request::parse(&vector.body).and_then(|request| {
            if vector.body.starts_with("old ") {
                assert_eq!(request.to_text(), vector.body, "{}", vector.path.display());
            }
            witness::cosign(&request, &log, last.as_ref(), &office, 1_772_330_000)
        });
        match signed {
            Ok(note) => {
                vector.check("success");
                let opened = note::open(&note, &[log, office.cosigner()]).unwrap();
                assert_eq!(opened.cosignatures.len(), 1);
            }
            Err(refusal) => vector.check(&refusal.finding.code),
        }
    }
}

/// The log that transparency-dev/tessera keeps for its own tests: 15 entries, a checkpoint at every size.
#[test]
fn a_log_of_another_program_is_read_from_its_tiles_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/tiles-tessera");
    let key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    let key: VerifierKey = key.parse().unwrap();
    let file = |path: &str| {
        std::fs::read(folder.join(path)).map_err(|_| Finding::error("no file").refuse(Fault::Input))
    };
    let mut seen: Vec<Checkpoint> = Vec::new();
    let newest = String::from_utf8(file("checkpoint").unwrap()).unwrap();
    for size in 0..=15u64 {
        let note = String::from_utf8(file(&format!("checkpoint.{size}")).unwrap()).unwrap();
        let checkpoint = witness::checkpoint_of(&note, &key).unwrap();
        assert_eq!(checkpoint.size, size);
        // From the tiles alone, from the entries alone, and by a proof from every earlier checkpoint.
        let root = tiles::root(size, &mut |tile| file(&tile.path())).unwrap();
        assert_eq!(root, checkpoint.root, "{size}");
        let mut leaves: Vec<Hash> = Vec::new();
        for tile in tiles::bundles(size) {
            let bytes = file(&tile.path()).unwrap();
            leaves.extend(tiles::entries(&bytes, tile.width).unwrap().into_iter().map(merkle::leaf_hash));
        }
        let tree = Tree::new(&leaves);
        assert_eq!((tree.size(), tree.root()), (size, checkpoint.root));
        for old in seen.iter().filter(|old| old.size > 0) {
            let proof = tree.consistency(old.size).unwrap();
            assert!(merkle::check_consistency(old.size, size, &proof, &old.root, &checkpoint.root));
            assert!(
                !merkle::check_consistency(old.size, size, &proof, &checkpoint.root, &old.root)
                    || old.size == size
            );
        }
        for index in 0..size {
            let path = tree.inclusion(index).unwrap();
            let leaf = leaves[usize::try_from(index).unwrap()];
            assert!(merkle::check_inclusion(&leaf, index, size, &path, &checkpoint.root));
        }
        if size == 15 {
            assert_eq!(note, newest);
        }
        seen.push(checkpoint);
    }
    // One bit of one tile, and the root is another.
    let other = tiles::root(15, &mut |tile| {
        file(&tile.path()).map(|mut bytes| {
            bytes[100] ^= 1;
            bytes
        })
    });
    assert_ne!(other.unwrap(), seen[15].root);
    let cut = tiles::root(15, &mut |tile| file(&tile.path()).map(|bytes| bytes[..bytes.len() - 1].to_vec()));
    assert_eq!(cut.unwrap_err().finding.code, "evidence-tile-form");
}
