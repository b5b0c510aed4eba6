//! What items say of themselves, where they are media files, and what `.ots` proofs among them are about. Read out of
//! the sealed bytes, as web archives are; nothing of it stands in the ledger. What an item does not say shows nothing,
//! and so there is no value for it.

use crate::{Desk, Store};
use redress_base::{Fault, Finding, ItemId, Refusal, Sha256};
use redress_case::{KeptItem, State};
use redress_media::{Kind, Proof, Source, Statement, describe, is_proof, read_proof};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

/// How many bytes of the beginning are held: most pictures stand in them whole.
const HEAD: u64 = 4 << 20;
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
}

impl Stated {
    /// Whether somebody should look before they rely on it.
    pub fn in_doubt(&self) -> bool {
        let media = self.media.as_ref().and_then(|media| media.provenance.as_ref());
        media.is_some_and(|found| found.fails()) || self.findings.iter().any(is_warning)
    }

    fn about(mut self, state: &State) -> Stated {
        let about = |proof: &Proof| {
            state.items.values().find(|kept| proof.is_of(&kept.item.digests.sha256)).map(|kept| kept.item.id)
        };
        self.about = self.proof.as_ref().and_then(about);
        self
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
                    continue;
                }
                None => match look(self.store, kept) {
                    Ok(stated) => stated,
                    Err(refusal) => {
                        all.findings.push(*refusal.finding);
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
    let open = || {
        let opened = store.open(&item.digests.sha256);
        opened.map_err(|refusal| io::Error::other(refusal.finding.code.clone()))
    };
    let looked = Again::new(&open).and_then(|mut source| of_source(&item.name, &mut source));
    looked.map_err(|error| {
        let found = Finding::error("workbench-item-unreadable").with("item", item.id.to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    })
}

/// Bytes at hand, before they are sealed.
pub(crate) fn of_bytes(name: &str, bytes: &[u8], state: &State) -> Option<Stated> {
    // Bytes in memory can be read.
    let found = of_source(name, &mut Cursor::new(bytes)).ok().flatten();
    found.map(|stated| stated.about(state))
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
    let Some(kind) = Kind::of_head(&head) else { return Ok(None) };
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

type Opened<'s> = dyn Fn() -> io::Result<Box<dyn Read + 's>> + 's;

/// Bytes that a store lends from their beginning only, opened again by who goes back behind what is held.
struct Again<'o, 's> {
    open: &'o Opened<'s>,
    head: Vec<u8>,
    rest: Box<dyn Read + 's>,
    /// Where `rest` is.
    rest_at: u64,
    at: u64,
}

impl<'o, 's> Again<'o, 's> {
    fn new(open: &'o Opened<'s>) -> io::Result<Again<'o, 's>> {
        let mut rest = open()?;
        let mut head = Vec::new();
        rest.by_ref().take(HEAD).read_to_end(&mut head)?;
        Ok(Again { open, rest_at: head.len() as u64, head, rest, at: 0 })
    }
}

impl Read for Again<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let held = usize::try_from(self.at).ok().and_then(|at| self.head.get(at..)).unwrap_or_default();
        if !held.is_empty() {
            let count = held.len().min(into.len());
            into.iter_mut().zip(held).for_each(|(to, from)| *to = *from);
            self.at = self.at.saturating_add(count as u64);
            return Ok(count);
        }
        if self.rest_at > self.at {
            self.rest = (self.open)()?;
            self.rest_at = 0;
        }
        let skip = self.at.saturating_sub(self.rest_at);
        let skipped = io::copy(&mut self.rest.by_ref().take(skip), &mut io::sink())?;
        self.rest_at = self.rest_at.saturating_add(skipped);
        if skipped < skip {
            return Ok(0);
        }
        let count = self.rest.read(into)?;
        self.rest_at = self.rest_at.saturating_add(count as u64);
        self.at = self.rest_at;
        Ok(count)
    }
}

impl Seek for Again<'_, '_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Start(to) = to else { return Err(io::Error::from(io::ErrorKind::Unsupported)) };
        self.at = to;
        Ok(to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Again, HEAD};
    use std::cell::Cell;
    use std::io::{Read, Seek, SeekFrom};

    #[test]
    fn what_is_lent_once_is_opened_again_to_go_back() {
        let bytes: Vec<u8> = (0..HEAD + 300_000).map(|n| n.to_le_bytes()[1]).collect();
        let opened = Cell::new(0);
        let open = || {
            opened.set(opened.get() + 1);
            Ok(Box::new(bytes.as_slice()) as Box<dyn Read>)
        };
        let mut again = Again::new(&open).unwrap();
        for at in [0, 5, HEAD - 2, HEAD + 7, HEAD + 200_000, HEAD + 1, 3, HEAD + 299_999] {
            again.seek(SeekFrom::Start(at)).unwrap();
            let mut two = Vec::new();
            (&mut again).take(2).read_to_end(&mut two).unwrap();
            let from = usize::try_from(at).unwrap();
            assert_eq!(two, bytes.get(from..(from + 2).min(bytes.len())).unwrap(), "{at}");
        }
        // Once at the beginning, once to go back behind the head.
        assert_eq!(opened.get(), 2);
        again.seek(SeekFrom::Start(u64::MAX)).unwrap();
        assert_eq!(again.read(&mut [0]).unwrap(), 0);
    }
}
