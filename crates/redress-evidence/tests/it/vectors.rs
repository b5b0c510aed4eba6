//! The files under `vectors/`, which other implementations can run too.

use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::merkle::{self, Hash};
use redress_evidence::note::{self, SigningKey, VerifierKey};
use redress_evidence::{SealedItem, canonical, hash, proof};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) struct Vector {
    pub(crate) path: PathBuf,
    pub(crate) fields: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Vector {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.get(name).unwrap_or_else(|| panic!("{}: no {name}", self.path.display()))
    }

    pub(crate) fn number(&self, name: &str) -> u64 {
        self.get(name).parse().unwrap()
    }

    pub(crate) fn hash(&self, name: &str) -> Hash {
        hex(self.get(name)).try_into().unwrap()
    }

    pub(crate) fn hashes(&self, name: &str) -> Vec<Hash> {
        self.get(name).split_whitespace().map(|text| hex(text).try_into().unwrap()).collect()
    }

    pub(crate) fn check(&self, found: &str) {
        assert_eq!(found, self.get("expect"), "{}", self.path.display());
    }
}

pub(crate) fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|place| u8::from_str_radix(&text[2 * place..2 * place + 2], 16).unwrap())
        .collect()
}

pub(crate) fn unhex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn read(folder: &str, at_least: usize) -> Vec<Vector> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= at_least, "only {} vectors", paths.len());
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
            let fields = head.lines().map(|line| line.split_once(':').unwrap());
            let fields = fields.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
            Vector { path, fields, body: body.to_owned() }
        })
        .collect()
}

pub(crate) fn word(holds: bool) -> &'static str {
    if holds { "success" } else { "failure" }
}

#[test]
fn sm3() {
    for vector in read("sm3", 14) {
        let times = vector.fields.get("times").map_or(1, |times| times.parse().unwrap());
        let message = hex(vector.get("message")).repeat(times);
        vector.check(&hash::digests(&message).sm3.to_string());
        // Among others in the lanes, the digest is the same.
        let parts: Vec<&[u8]> = (0..20).map(|cut| &message[cut.min(message.len())..]).collect();
        vector.check(&hash::digest_many(&parts)[0].sm3.to_string());
    }
}

#[test]
fn merkle_trees() {
    for vector in read("merkle", 30) {
        match vector.get("kind") {
            "root" => {
                let entries = vector.get("entries").split_whitespace();
                let leaves: Vec<Hash> =
                    entries.map(|entry| merkle::leaf_hash(&hex(entry.trim_matches('-')))).collect();
                vector.check(&unhex(&merkle::root(&leaves)));
            }
            "inclusion" => vector.check(word(merkle::check_inclusion(
                &vector.hash("leaf"),
                vector.number("index"),
                vector.number("size"),
                &vector.hashes("path"),
                &vector.hash("root"),
            ))),
            _ => vector.check(word(merkle::check_consistency(
                vector.number("old"),
                vector.number("new"),
                &vector.hashes("path"),
                &vector.hash("old-root"),
                &vector.hash("new-root"),
            ))),
        }
    }
}

#[test]
fn notes() {
    for vector in read("notes", 15) {
        let key: VerifierKey = vector.get("key").parse().unwrap();
        assert_eq!(key.to_string(), vector.get("key"));
        match note::open(&vector.body, std::slice::from_ref(&key)) {
            Ok(_) => vector.check("success"),
            Err(refusal) => vector.check(&refusal.finding.code),
        }
        if let Some(seed) = vector.fields.get("seed") {
            let signer = SigningKey::from_seed(key.name(), hex(seed).try_into().unwrap()).unwrap();
            let text = note::open(&vector.body, &[key]).unwrap().text;
            assert_eq!(note::sign(&text, &signer).unwrap(), vector.body, "Ed25519 is deterministic");
        }
    }
}

fn proof_holds(vector: &Vector) -> Option<()> {
    let key: VerifierKey = vector.get("key").parse().ok()?;
    let proof = proof::parse(&vector.body).ok()?;
    let opened = note::open(&proof.checkpoint, std::slice::from_ref(&key)).ok()?;
    let signed = Checkpoint::parse(&opened.text).ok().filter(|signed| signed.origin == key.name())?;
    let leaf = merkle::leaf_hash(vector.get("entry").as_bytes());
    merkle::check_inclusion(&leaf, proof.index, signed.size, &proof.path, &signed.root).then_some(())
}

#[test]
fn proofs_and_items() {
    for vector in read("evidence", 20) {
        if vector.get("kind") == "proof" {
            vector.check(word(proof_holds(&vector).is_some()));
            continue;
        }
        let line = vector.body.strip_suffix('\n').unwrap();
        match canonical::from_slice::<SealedItem>(line.as_bytes()) {
            Ok(item) => vector.check(&unhex(&item.leaf().unwrap())),
            Err(refusal) => vector.check(&refusal.finding.code),
        }
    }
}
