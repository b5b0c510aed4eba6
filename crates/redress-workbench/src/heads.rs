//! The heads of the log that this case signed, and who else vouched for each: a timestamp authority, a second party.

use crate::Desk;
use crate::pack::origin;
use crate::witness::tree;
use redress_base::{Instant, ItemId, Refusal, Stamp};
use redress_case::{Entry, Stamping, State, What};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::note::{SigningKey, VerifierKey, open};
use schemars::JsonSchema;
use serde::Serialize;

/// How the log stands, and what was signed of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Heads {
    /// The verifier's half of the key of the log.
    pub key: String,
    /// Records in the log as it stands here.
    pub items: u64,
    /// How many of them the longest signed head covers that agrees with the log as it stands here.
    pub covered: u64,
    /// Every signed head, in the order of the ledger; the same head signed again is the same head.
    pub signed: Vec<SignedHead>,
}

/// A head of the log that this case signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignedHead {
    /// The entry in which it stands first.
    pub entry: u64,
    /// When that was entered, by whose clock.
    pub at: Stamp,
    /// How many records it covers.
    pub size: u64,
    /// Whether it is a beginning of the log as it stands here.
    pub agrees: bool,
    /// Who stamped it. Whether the stamps hold is told where a bundle is verified.
    pub stamped: Vec<HeadStamp>,
    /// Who signed it too.
    pub cosigned: Vec<HeadCosignature>,
}

/// A timestamp of a head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadStamp {
    /// The entry that says so.
    pub entry: u64,
    /// The item with the answer of the authority.
    pub token: ItemId,
    /// Whom it was asked of.
    pub authority: String,
    /// The head existed no later than this, as the token says.
    pub latest: Option<Instant>,
}

/// A cosignature of a head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadCosignature {
    /// The entry that says so.
    pub entry: u64,
    /// The name in the key.
    pub name: String,
    /// The key, as whoever verifies has to know it.
    pub key: String,
    /// When, by the clock of whoever cosigned.
    pub time: Option<Instant>,
}

/// A head as a note says it.
struct Said {
    head: Checkpoint,
    /// When each cosigner signed.
    cosigned: Vec<(String, Instant)>,
}

impl Said {
    fn of(note: &str, keys: &[VerifierKey]) -> Option<Said> {
        let opened = open(note, keys).ok()?;
        let head = Checkpoint::parse(&opened.text).ok()?;
        let times = opened.cosignatures.into_iter();
        let times =
            times.filter_map(|one| Some((one.key.to_string(), Instant(i64::try_from(one.time).ok()?))));
        Some(Said { head, cosigned: times.collect() })
    }
}

impl Desk<'_> {
    /// The signed heads of the log, with who vouched for each.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn heads(&self) -> Result<Heads, Refusal> {
        let (ledger, state) = self.state()?;
        let key = SigningKey::from_seed(&origin(&state.case_id), self.store.signing_seed()?)?.verifier();
        let tree = tree(&state)?;
        let mut known: Vec<(Checkpoint, SignedHead)> = Vec::new();
        for entry in &ledger.entries {
            let Some((note, cosigner)) = note_of(&entry.what) else { continue };
            let mut keys = vec![key.clone()];
            keys.extend(cosigner.and_then(|text| text.parse::<VerifierKey>().ok()));
            let Some(said) = Said::of(note, &keys) else { continue };
            let place = known.iter().position(|(head, _)| *head == said.head).unwrap_or_else(|| {
                let agrees = tree.prefix_root(said.head.size) == Some(said.head.root);
                let head = SignedHead {
                    entry: entry.seq,
                    at: entry.at,
                    size: said.head.size,
                    agrees,
                    stamped: Vec::new(),
                    cosigned: Vec::new(),
                };
                known.push((said.head.clone(), head));
                known.len().saturating_sub(1)
            });
            if let Some((_, head)) = known.get_mut(place) {
                vouched(head, entry, &said, &state);
            }
        }
        let signed: Vec<SignedHead> = known.into_iter().map(|(_, head)| head).collect();
        let covered =
            signed.iter().filter(|head| head.agrees).map(|head| head.size).max().unwrap_or_default();
        Ok(Heads { key: key.to_string(), items: tree.size(), covered, signed })
    }
}

/// The signed head in an entry, and whose key signed it too.
fn note_of(what: &What) -> Option<(&str, Option<&str>)> {
    match what {
        What::Packed { checkpoint, .. } | What::Checkpointed { checkpoint } => Some((checkpoint, None)),
        What::Stamped { stamping } => Some((&stamping.checkpoint, None)),
        What::Cosigned { checkpoint, cosigner } => Some((checkpoint, Some(cosigner))),
        _ => None,
    }
}

/// Whoever vouched for the head in this entry.
fn vouched(head: &mut SignedHead, entry: &Entry, said: &Said, state: &State) {
    match &entry.what {
        What::Stamped { stamping: Stamping { token, authority, .. } } => {
            let kept = state.items.get(token).and_then(|kept| kept.item.observed);
            let latest = kept.map(|stamp| stamp.at);
            let authority = authority.clone();
            head.stamped.push(HeadStamp { entry: entry.seq, token: *token, authority, latest });
        }
        What::Cosigned { cosigner, .. } => {
            let time = said.cosigned.iter().find(|(key, _)| key == cosigner).map(|(_, time)| *time);
            let name = cosigner.split('+').next().unwrap_or_default().to_owned();
            head.cosigned.push(HeadCosignature { entry: entry.seq, name, key: cosigner.clone(), time });
        }
        _ => {}
    }
}
