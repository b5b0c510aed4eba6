//! The plan of a bundle: a BagIt 1.0 bag (RFC 8493) with the log, its proofs and a seal.
//!
//! ```text
//! bagit.txt  bag-info.txt  redress-bundle.json       what it is
//! data/items/000001/original                         the sealed bytes; original names stand in the log
//! data/log/checkpoint  key.vkey                      the log, as C2SP tlog-tiles lays it out
//! data/log/tile/entries/000.p/3  tile/0/000.p/3      its entries, one canonical record each, and its hashes
//! data/log/earlier/<size>                            checkpoints signed before, if there are any, with
//! data/log/cosigners.vkey                            their cosignatures and the keys of whoever cosigned
//! data/proofs/000001.tlog-proof                      one proof for each item
//! data/…                                             results, reports, filings
//! manifest-{sha256,sha512,sm3}.txt                   every payload file in each
//! tagmanifest-{sha256,sha512}.txt                    every other file, the manifests too
//! redress-seal.note                                  the digests of the tag manifests, signed
//! ```
//! Paths are plain ASCII, so that every BagIt tool agrees on them. The seal is the one file that no
//! manifest lists, since it signs them; without it a stranger could rewrite a report and its manifests.

mod layout;
mod manifest;
mod plain;

use crate::checkpoint::Checkpoint;
use crate::hash::{self, Sha512, Sums};
use crate::item::SealedItem;
use crate::merkle::{Hash, Tree};
use crate::note::{self, KeyKind, SigningKey, VerifierKey};
use crate::{canonical, proof, tiles};
use redress_base::{Date, Digests, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use layout::*;
pub use layout::{STAMP, STAMPED, good_path, item_path, proof_path};
pub(crate) use manifest::{Algorithm, Manifest, PAYLOAD_ALGORITHMS, TAG_ALGORITHMS};
pub use plain::{PlainBag, PlainPlan, plain};

/// What `redress-bundle.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BundleCard {
    /// `redress/bundle/2`; `redress/bundle/1` has its log as one file of lines.
    pub schema: String,
    /// The program and version that packed it.
    pub software: String,
    /// The case.
    pub case: String,
}

/// Everything that a bundle is planned from.
pub struct BagInput<'a> {
    /// The name of the case: one line of printable text, at most 200 characters.
    pub case_id: String,
    /// Every sealed item of the case in order from 1, with the SHA-512 that packing found
    /// ([`hash::Hasher::with`] gives it in the same pass in which the object is copied and checked).
    pub items: Vec<(SealedItem, Sha512)>,
    /// The key of the case; its name becomes the origin of the log.
    pub key: &'a SigningKey,
    /// Checkpoints of this log that were signed earlier, so that a reader sees that it only grew; with cosignatures or
    /// without, in any order, one size as often as it was cosigned.
    pub earlier: Vec<String>,
    /// Keys of those who cosigned, for readers who have not got them by another way.
    pub cosigners: Vec<VerifierKey>,
    /// More payload files, such as `data/result.json`.
    pub extra: Vec<(String, Vec<u8>)>,
    /// More tag files, outside `data/`.
    pub tags: Vec<(String, Vec<u8>)>,
    /// The day of packing.
    pub bagging_date: Date,
    /// The program and version that packs, such as `redress 0.1.0`.
    pub software: String,
}

/// The bytes of one planned file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A sealed object, which the edge copies from its store.
    Object(Digests),
}

/// One planned file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Relative to the bundle, with `/`, plain ASCII.
    pub path: String,
    /// What to write there.
    pub content: Content,
}

/// The files of a bundle in writing order: payload first, the seal last, so that a bundle whose writing
/// was interrupted never verifies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The files.
    pub entries: Vec<Entry>,
    /// The signed checkpoint in it, which a later bundle may carry as an earlier one.
    pub checkpoint: String,
}

/// Plans a bundle. The same input gives the same plan, byte for byte.
///
/// # Errors
/// `evidence-bundle-empty` without items; `evidence-bundle-order` when items do not count up from 1;
/// `evidence-bundle-path` for a path that is unsafe, reserved or taken; `evidence-bundle-line` when a name is
/// not one short line; and the refusals of the log and of the notes.
pub fn plan(input: &BagInput) -> Result<Plan, Refusal> {
    one_line("case", &input.case_id)?;
    one_line("software", &input.software)?;
    let mut draft = Draft::default();
    let checkpoint = add_payload(input, &mut draft)?;
    add_tags(input, &mut draft)?;
    Ok(Plan { entries: draft.entries, checkpoint })
}

fn one_line(what: &str, text: &str) -> Result<(), Refusal> {
    let good = !text.is_empty() && text.trim() == text && text.chars().count() <= 200;
    if good && !text.chars().any(char::is_control) {
        return Ok(());
    }
    Err(Finding::error("evidence-bundle-line").with("field", what).refuse(Fault::Usage))
}

#[derive(Default)]
struct Draft {
    entries: Vec<Entry>,
    /// Paths in lower case, since to some systems paths that differ by case only are the same.
    taken: BTreeSet<String>,
    payload: BTreeMap<String, Sums>,
    tags: BTreeMap<String, Sums>,
}

impl Draft {
    fn take(&mut self, path: &str) -> Result<(), Refusal> {
        let folded = path.to_ascii_lowercase();
        // A path that another needs as a folder, or a folder that is a file already, cannot be written.
        let below = format!("{folded}/");
        let is_folder =
            self.taken.range(below.clone()..).next().is_some_and(|taken| taken.starts_with(&below));
        let mut above = folded.match_indices('/').filter_map(|(end, _)| folded.get(..end));
        let inside_file = above.any(|folder| self.taken.contains(folder));
        if good_path(path) && !is_folder && !inside_file && self.taken.insert(folded) {
            return Ok(());
        }
        Err(Finding::error("evidence-bundle-path").with("path", path).refuse(Fault::Usage))
    }

    fn bytes(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Refusal> {
        self.take(path)?;
        let sums = hash::sums(&bytes);
        let list = if is_payload(path) { &mut self.payload } else { &mut self.tags };
        list.insert(path.to_owned(), sums);
        self.entries.push(Entry { path: path.to_owned(), content: Content::Bytes(bytes) });
        Ok(())
    }

    fn object(&mut self, path: String, digests: Digests, sha512: Sha512) -> Result<(), Refusal> {
        self.take(&path)?;
        self.payload.insert(path.clone(), Sums { digests, sha512: Some(sha512) });
        self.entries.push(Entry { path, content: Content::Object(digests) });
        Ok(())
    }
}

/// Items, log, proofs and extras; gives the signed checkpoint.
fn add_payload(input: &BagInput, draft: &mut Draft) -> Result<String, Refusal> {
    if input.items.is_empty() {
        return Err(Finding::error("evidence-bundle-empty").refuse(Fault::Usage));
    }
    let mut entries = Vec::with_capacity(input.items.len());
    for (expected, (item, sha512)) in (1u32..).zip(&input.items) {
        if item.id.0 != expected {
            return Err(Finding::error("evidence-bundle-order")
                .with("item", item.id.to_string())
                .with("expected", i64::from(expected))
                .refuse(Fault::Usage));
        }
        entries.push(item.entry()?);
        draft.object(item_path(item.id), item.digests, *sha512)?;
    }
    let leaves: Vec<Hash> = entries.iter().map(|entry| crate::merkle::leaf_hash(entry)).collect();
    let tree = Tree::new(&leaves);
    let origin = input.key.name().to_owned();
    let checkpoint = Checkpoint { origin, size: tree.size(), root: tree.root() };
    let checkpoint = note::sign(&checkpoint.to_text(), input.key)?;
    let past = past(input, &tree)?;
    let newest = past.notes.get(&tree.size()).unwrap_or(&checkpoint).clone();
    draft.bytes(CHECKPOINT, newest.clone().into_bytes())?;
    draft.bytes(KEY, format!("{}\n", input.key.verifier()).into_bytes())?;
    add_past(input, &past, &tree, draft)?;
    let earlier: Vec<u64> = past.notes.keys().copied().collect();
    for (path, bytes) in tiles::files(&entries, &earlier)? {
        draft.bytes(&format!("{LOG}{path}"), bytes)?;
    }
    for (index, (item, _)) in (0u64..).zip(&input.items) {
        // A proof carries the newest checkpoint that somebody else has signed too and that covers it.
        let (size, note) = past.cosigned(index).unwrap_or((tree.size(), &newest));
        let path = tree.inclusion_in(index, size).unwrap_or_default();
        draft.bytes(&proof_path(item.id), proof::write(index, &path, note).into_bytes())?;
    }
    for (path, bytes) in &input.extra {
        if !is_payload(path) || is_reserved_payload(path) {
            return Err(Finding::error("evidence-bundle-path")
                .with("path", path.as_str())
                .refuse(Fault::Usage));
        }
        draft.bytes(path, bytes.clone())?;
    }
    Ok(newest)
}

/// Checkpoints signed before, by size, each with every cosignature that it was given.
struct Past {
    notes: BTreeMap<u64, String>,
    cosigned: BTreeSet<u64>,
}

impl Past {
    /// The newest cosigned checkpoint that covers an entry.
    fn cosigned(&self, index: u64) -> Option<(u64, &String)> {
        let size = self.cosigned.iter().next_back().copied().filter(|size| *size > index)?;
        Some((size, self.notes.get(&size)?))
    }
}

/// Earlier checkpoints are checked before they are packed: one that this log does not continue would
/// make the bundle accuse its own maker. So is every cosignature whose key is packed with it.
fn past(input: &BagInput, tree: &Tree) -> Result<Past, Refusal> {
    let mut keys = vec![input.key.verifier()];
    keys.extend(input.cosigners.iter().filter(|key| key.kind() == KeyKind::Cosigner).cloned());
    let mut past = Past { notes: BTreeMap::new(), cosigned: BTreeSet::new() };
    for text in &input.earlier {
        let opened = note::open(text, &keys)?;
        let old = Checkpoint::parse(&opened.text)?;
        let grew = old.origin == input.key.name() && tree.prefix_root(old.size) == Some(old.root);
        if !grew {
            return Err(Finding::error("evidence-log-rewritten")
                .with("size", old.size)
                .with("path", "earlier")
                .refuse(Fault::Verification));
        }
        if !opened.cosignatures.is_empty() {
            past.cosigned.insert(old.size);
        }
        let note = match past.notes.get(&old.size) {
            Some(known) => note::merge(known, &[text])?,
            None => text.clone(),
        };
        past.notes.insert(old.size, note);
    }
    Ok(past)
}

fn add_past(input: &BagInput, past: &Past, tree: &Tree, draft: &mut Draft) -> Result<(), Refusal> {
    for (size, text) in past.notes.iter().filter(|(size, _)| **size < tree.size()) {
        draft.bytes(&earlier_path(*size), text.clone().into_bytes())?;
    }
    let cosigners: BTreeSet<String> = input
        .cosigners
        .iter()
        .filter(|key| key.kind() == KeyKind::Cosigner)
        .map(|key| format!("{key}\n"))
        .collect();
    if cosigners.is_empty() {
        return Ok(());
    }
    draft.bytes(COSIGNERS, cosigners.into_iter().collect::<String>().into_bytes())
}

/// Everything outside `data/`: the card, the manifests, the seal.
fn add_tags(input: &BagInput, draft: &mut Draft) -> Result<(), Refusal> {
    let count = draft.payload.len();
    let bytes: u64 = draft.payload.values().map(|sums| sums.digests.bytes).sum();
    draft.bytes(BAGIT, BAGIT_TEXT.as_bytes().to_vec())?;
    let info = format!(
        "Bag-Software-Agent: {}\nBagging-Date: {}\nExternal-Identifier: {}\nPayload-Oxum: {bytes}.{count}\n",
        input.software, input.bagging_date, input.case_id,
    );
    draft.bytes(BAG_INFO, info.into_bytes())?;
    let card = BundleCard {
        schema: bundle_schema(BUNDLE_VERSION),
        software: input.software.clone(),
        case: input.case_id.clone(),
    };
    let mut card = canonical::to_vec(&card)?;
    card.push(b'\n');
    draft.bytes(BUNDLE, card)?;
    for (path, bytes) in &input.tags {
        if is_payload(path) || is_reserved_tag(path) {
            return Err(Finding::error("evidence-bundle-path")
                .with("path", path.as_str())
                .refuse(Fault::Usage));
        }
        draft.bytes(path, bytes.clone())?;
    }
    for algorithm in PAYLOAD_ALGORITHMS {
        let text = Manifest::render(algorithm, &draft.payload);
        draft.bytes(&algorithm.manifest(), text.into_bytes())?;
    }
    let tags = draft.tags.clone();
    let mut sealed = Vec::new();
    for algorithm in TAG_ALGORITHMS {
        let text = Manifest::render(algorithm, &tags).into_bytes();
        sealed.push((algorithm.tag_manifest(), hash::digests(&text)));
        draft.bytes(&algorithm.tag_manifest(), text)?;
    }
    let seal = note::sign(&seal_text(&bundle_schema(BUNDLE_VERSION), &input.case_id, &sealed), input.key)?;
    draft.bytes(SEAL, seal.into_bytes())
}
