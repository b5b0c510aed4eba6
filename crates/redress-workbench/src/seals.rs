//! How the seal of each item stands: what the records tell by themselves, and what only reading its bytes again tells.
//!
//! These are the claims of the verifier (integrity, inclusion, append-only, existed-by), for one item and before anything
//! is packed. Origin is none of them: nothing here can show what was true before capture.

use crate::Desk;
use crate::pack::origin;
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{KeptItem, State};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::hash::Hasher;
use redress_evidence::merkle::Tree;
use redress_evidence::note::{SigningKey, VerifierKey, open};
use std::io::Read as _;

/// What reading the bytes again told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// They were not read.
    Unread,
    /// Both digests are those that were sealed.
    Holds,
    /// They are not what was sealed.
    Differs,
    /// They are not here.
    Missing,
}

/// The seal of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The item.
    pub item: ItemId,
    /// Whether its bytes are what was sealed.
    pub integrity: Integrity,
    /// Whether a head of the log that this case signed covers its record as it stands here (RFC 6962, 2.1).
    pub included: bool,
    /// Whether every signed head is a beginning of the log as it stands here, one of them with this item.
    pub grown: bool,
    /// Who stamped a head that covers it. Whether the stamps hold is told where the bundle is verified.
    pub stamped: Vec<String>,
}

/// A signed head: how many records it covers, and whether they are those that stand here.
struct Head {
    size: u64,
    agrees: bool,
}

impl Head {
    fn of(note: &str, key: &VerifierKey, tree: &Tree) -> Option<Head> {
        let text = open(note, std::slice::from_ref(key)).ok()?.text;
        let head = Checkpoint::parse(&text).ok()?;
        Some(Head { size: head.size, agrees: tree.prefix_root(head.size) == Some(head.root) })
    }

    fn covers(&self, item: ItemId) -> bool {
        self.agrees && u64::from(item.0) <= self.size
    }
}

impl Desk<'_> {
    /// The seals of all items, in order; with `read` the bytes of each are read again and compared.
    ///
    /// # Errors
    /// `Storage` where an object cannot be read for another reason than that it is not there; `Interrupted`.
    pub fn seals(&mut self, read: bool) -> Result<Vec<Seal>, Refusal> {
        let (_, state) = self.state()?;
        let key = SigningKey::from_seed(&origin(&state.case_id), self.store.signing_seed()?)?.verifier();
        let leaves = state.items.values().map(|kept| kept.item.leaf()).collect::<Result<Vec<_>, _>>()?;
        let tree = Tree::new(&leaves);
        let cosigned = state.cosigned.iter().map(|(note, _)| note);
        let heads: Vec<Head> =
            state.checkpoints.iter().chain(cosigned).filter_map(|note| Head::of(note, &key, &tree)).collect();
        let all_agree = heads.iter().all(|head| head.agrees);
        let stamps = stamps(&state, &key, &tree);
        let mut seals = Vec::with_capacity(state.items.len());
        for (id, kept) in &state.items {
            self.check_stop()?;
            let included = heads.iter().any(|head| head.covers(*id));
            let stamped = stamps.iter().filter(|(head, _)| head.covers(*id)).map(|(_, whom)| whom.clone());
            seals.push(Seal {
                item: *id,
                integrity: if read { self.reread(kept)? } else { Integrity::Unread },
                included,
                grown: included && all_agree,
                stamped: stamped.collect(),
            });
        }
        Ok(seals)
    }

    fn reread(&self, kept: &KeptItem) -> Result<Integrity, Refusal> {
        let mut source = match self.store.open(&kept.item.digests.sha256) {
            Ok(source) => source,
            Err(refusal) if refusal.finding.code.ends_with("-object-missing") => {
                return Ok(Integrity::Missing);
            }
            // Stores that look themselves before they lend say so in this way.
            Err(refusal) if refusal.fault == Fault::Verification => return Ok(Integrity::Differs),
            Err(refusal) => return Err(refusal),
        };
        let (mut hasher, mut block) = (Hasher::new(), vec![0; 1 << 20]);
        loop {
            let read = source.read(&mut block).map_err(|error| {
                let found =
                    Finding::error("workbench-item-unreadable").with("item", kept.item.id.to_string());
                found.with("problem", error.to_string()).refuse(Fault::Storage)
            })?;
            let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
            hasher.update(part);
        }
        Ok(if hasher.finish() == kept.item.digests { Integrity::Holds } else { Integrity::Differs })
    }
}

/// The stamped heads, with whom they were stamped by.
fn stamps(state: &State, key: &VerifierKey, tree: &Tree) -> Vec<(Head, String)> {
    let all = state.stampings.iter().map(|one| &one.of);
    all.filter_map(|one| Some((Head::of(&one.checkpoint, key, tree)?, one.authority.clone()))).collect()
}
