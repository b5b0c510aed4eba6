//! What items say of themselves, where they are media files, and what `.ots` proofs among them are about. Read out of
//! the sealed bytes, as web archives are; nothing of it stands in the ledger. What an item does not say shows nothing,
//! and so there is no value for it.

use crate::{Desk, Store};
use redress_base::{Fault, Finding, ItemId, Refusal, Sha256};
use redress_case::{KeptItem, State};
use redress_evidence::SealedItem;
use redress_media::{Kind, Proof, Source, Statement, describe, ends_early, is_proof, read_proof};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufReader, Cursor, Read as _, SeekFrom};

/// How many bytes are read from the disk at once.
const AT_ONCE: usize = 64 << 10;
/// The longest proof, and a byte more.
const PROOF: u64 = redress_media::limits::MOST_PROOF as u64 + 1;

/// What one item says: of itself, or as a proof of another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// Of a media file what it says of itself; outcomes were computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Statement>,
    /// Of an `.ots` proof what it is about and who attests it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// The item whose bytes the proof is about, by their SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ItemId>,
    /// What was noticed; no error, since the item is sealed as it is.
    pub findings: Vec<Finding>,
}

/// What the items of a case say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllStated {
    /// Each by its item; items that say nothing are not in it.
    pub of: BTreeMap<ItemId, Stated>,
    /// Items that could not be looked at.
    pub findings: Vec<Finding>,
    /// Items that were looked at, by their bytes: they need not be read again.
    seen: BTreeMap<Sha256, Option<Stated>>,
    /// How many were too long to be looked at.
    pub long: u64,
    /// Items of which nobody knows what they say: too long, or not to be read. They are not those that say nothing.
    pub unlooked: BTreeSet<ItemId>,
}

impl Stated {
    /// Whether somebody should look before they rely on it.
    pub fn in_doubt(&self) -> bool {
        let media = self.media.as_ref().and_then(|media| media.provenance.as_ref());
        media.is_some_and(|found| found.fails()) || self.findings.iter().any(is_warning)
    }

    fn about(mut self, state: &State) -> Stated {
        self.set_about(state.items.values().map(|kept| &kept.item));
        self
    }

    /// Which of the items it is about, if it is a proof.
    pub(crate) fn set_about<'i>(&mut self, mut items: impl Iterator<Item = &'i SealedItem>) {
        let Some(proof) = &self.proof else { return };
        self.about = items.find(|item| proof.is_of(&item.digests.sha256)).map(|item| item.id);
    }
}

fn is_warning(finding: &Finding) -> bool {
    finding.level > redress_base::Level::Note
}

impl Desk<'_> {
    /// What every item says, read again out of its sealed bytes where `before` has not looked at the same bytes. Items
    /// that are longer than `longest` are counted and left. An item whose bytes are missing is a finding.
    ///
    /// # Errors
    /// Where the person stops it.
    pub fn stated(
        &self,
        state: &State,
        longest: u64,
        before: Option<&AllStated>,
    ) -> Result<AllStated, Refusal> {
        let mut all = AllStated::default();
        for kept in state.items.values().filter(|kept| may_say_something(kept)) {
            self.check_stop()?;
            let (id, sha256) = (kept.item.id, kept.item.digests.sha256);
            let known = before.and_then(|before| before.seen.get(&sha256)).or_else(|| all.seen.get(&sha256));
            let stated = match known {
                Some(known) => known.clone(),
                None if kept.item.digests.bytes > longest => {
                    all.long = all.long.saturating_add(1);
                    all.unlooked.insert(id);
                    continue;
                }
                None => match look(self.store, kept) {
                    Ok(stated) => stated,
                    Err(refusal) => {
                        all.findings.push(*refusal.finding);
                        all.unlooked.insert(id);
                        continue;
                    }
                },
            };
            if let Some(stated) = stated.clone() {
                all.of.insert(id, stated.about(state));
            }
            all.seen.insert(sha256, stated);
        }
        Ok(all)
    }
}

/// Whether an item can be a media file or a proof by its record.
fn may_say_something(kept: &KeptItem) -> bool {
    let format = kept.item.format.as_str();
    let media = ["image/", "video/", "audio/"].iter().any(|way| format.starts_with(way));
    let general = matches!(format, "application/pdf" | "application/octet-stream");
    kept.read.is_none() && (media || general)
}

/// A kept item, looked at.
fn look(store: &dyn Store, kept: &KeptItem) -> Result<Option<Stated>, Refusal> {
    let item = &kept.item;
    // What a reader looks at stands close together: it comes out of one reading of the disk.
    let mut source = BufReader::with_capacity(AT_ONCE, store.open(&item.digests.sha256)?);
    let looked = of_source(&item.name, &mut source);
    looked.map_err(|error| {
        let found = Finding::error("workbench-item-unreadable").with("item", item.id.to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    })
}

/// Bytes at hand, before they are sealed. What a proof is about is not known before all files are taken.
pub(crate) fn of_bytes(name: &str, bytes: &[u8]) -> Option<Stated> {
    // Bytes in memory can be read.
    of_source(name, &mut Cursor::new(bytes)).ok().flatten()
}

fn of_source(name: &str, source: &mut dyn Source) -> io::Result<Option<Stated>> {
    let mut head = Vec::new();
    source.take(64).read_to_end(&mut head)?;
    source.seek(SeekFrom::Start(0))?;
    if is_proof(&head) {
        let mut bytes = Vec::new();
        source.take(PROOF).read_to_end(&mut bytes)?;
        return Ok(Some(proof(name, &bytes)));
    }
    let Some(kind) = Kind::of_head(&head) else {
        let cut = ends_early(name, source)?;
        return Ok(cut.map(|cut| Stated { findings: vec![cut], ..Stated::default() }));
    };
    let (media, findings) = describe(kind, name, source);
    let silent = media.is_silent() && findings.is_empty();
    Ok((!silent).then(|| Stated { media: Some(media), findings, ..Stated::default() }))
}

fn proof(name: &str, bytes: &[u8]) -> Stated {
    match read_proof(bytes) {
        Ok(proof) => Stated { proof: Some(proof), ..Stated::default() },
        Err(refusal) => {
            let mut finding = refusal.finding.with("file", name);
            finding.level = redress_base::Level::Warning;
            Stated { findings: vec![finding], ..Stated::default() }
        }
    }
}
