//! The state of a case: a fold of its ledger, and nothing else.

use crate::{Anchor, Entry, Ledger, Role, What};
use redress_base::{Fault, Finding, ItemId, Refusal, Sha256, Stamp};
use redress_evidence::SealedItem;
use redress_facts::Claim;
use std::collections::BTreeMap;

/// One item as the case keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its record in the evidence log.
    pub item: SealedItem,
    /// What it is for.
    pub role: Role,
    /// Who sealed it.
    pub by: String,
    /// How posts are read out of it, if they are: format, and the mapping's item.
    pub read: Option<(String, Option<ItemId>)>,
}

/// A claim as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntry {
    /// Sequence number of its entry.
    pub seq: u64,
    /// Case or statement.
    pub anchor: Anchor,
    /// Term of the vocabulary.
    pub term: String,
    /// The claim.
    pub claim: Claim,
    /// Entry that withdrew it, if any.
    pub withdrawn: Option<u64>,
}

/// What the ledger says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Random id of the case.
    pub case_id: String,
    /// Neutral cover name.
    pub cover: String,
    /// When it was opened.
    pub opened: Stamp,
    /// When the last entry was made.
    pub last: Stamp,
    /// Every item, by number.
    pub items: BTreeMap<ItemId, Kept>,
    /// Every claim, in order, the withdrawn ones too.
    pub claims: Vec<ClaimEntry>,
    /// Checkpoints of the evidence log in bundles written so far.
    pub checkpoints: Vec<String>,
    /// Number of entries.
    pub entries: u64,
    /// SHA-256 of the last line.
    pub head: Sha256,
}

impl State {
    /// Folds a checked ledger.
    ///
    /// # Errors
    /// `Storage` where the first entry does not open a case, or an entry speaks of an item or a claim
    /// that is not there.
    pub fn fold(ledger: &Ledger) -> Result<State, Refusal> {
        let mut entries = ledger.entries.iter();
        let Some(Entry { what: What::Opened { case_id, cover, .. }, at, .. }) = entries.next() else {
            return Err(Finding::error("case-ledger-not-opened").refuse(Fault::Storage));
        };
        let mut state = State {
            case_id: case_id.clone(),
            cover: cover.clone(),
            opened: *at,
            last: *at,
            items: BTreeMap::new(),
            claims: Vec::new(),
            checkpoints: Vec::new(),
            entries: u64::try_from(ledger.entries.len()).unwrap_or(u64::MAX),
            head: ledger.head,
        };
        for entry in entries {
            state.apply(entry)?;
        }
        Ok(state)
    }

    fn apply(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let illegal = || Finding::error("case-ledger-illegal").with("line", entry.seq).refuse(Fault::Storage);
        self.last = entry.at;
        match &entry.what {
            What::Opened { .. } => return Err(illegal()),
            What::Sealed { item, role } => {
                let kept = Kept { item: item.clone(), role: *role, by: entry.by.clone(), read: None };
                if item.id != self.next_item() || self.items.insert(item.id, kept).is_some() {
                    return Err(illegal());
                }
            }
            What::Read { item, format, mapping } => {
                let kept = self.items.get_mut(item).ok_or_else(illegal)?;
                kept.read = Some((format.clone(), *mapping));
            }
            What::Claimed { anchor, term, claim } => self.claims.push(ClaimEntry {
                seq: entry.seq,
                anchor: anchor.clone(),
                term: term.clone(),
                claim: claim.clone(),
                withdrawn: None,
            }),
            What::Withdrawn { entry: seq, .. } => {
                let claim = self.claims.iter_mut().find(|claim| claim.seq == *seq);
                claim.ok_or_else(illegal)?.withdrawn = Some(entry.seq);
            }
            What::Packed { checkpoint } => self.checkpoints.push(checkpoint.clone()),
            What::Assessed { .. } => {}
        }
        Ok(())
    }

    /// The number that the next sealed item gets.
    pub fn next_item(&self) -> ItemId {
        ItemId(self.items.keys().next_back().map_or(1, |last| last.0.saturating_add(1)))
    }

    /// Claims that are relied on.
    pub fn standing_claims(&self) -> impl Iterator<Item = &ClaimEntry> {
        self.claims.iter().filter(|claim| claim.withdrawn.is_none())
    }

    /// The item with these bytes and this name, if it is already kept.
    pub fn find_item(&self, name: &str, sha256: &Sha256) -> Option<ItemId> {
        let mut items = self.items.values();
        items
            .find(|kept| kept.item.name == name && kept.item.digests.sha256 == *sha256)
            .map(|kept| kept.item.id)
    }
}
