//! The ledger of one case: append-only entries, each bound to the one before by its SHA-256.
//!
//! One entry is one line of canonical JSON. `prev` is the SHA-256 of the line before (64 zeros for
//! the first), so that a line cannot be changed, dropped or inserted without breaking every later one.

use crate::Anchor;
use redress_base::{Date, Fault, Finding, ItemId, Refusal, Sha256, Stamp};
use redress_evidence::{SealedItem, canonical, hash};
use redress_facts::Claim;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Schema of one ledger line.
pub const LEDGER_SCHEMA: &str = "redress/ledger/1";

/// What a sealed item is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Exports, screenshots, recordings: what was found online.
    Material,
    /// A paper that supports a fact: a diagnosis, a decision, a receipt.
    Paper,
    /// A mapping file by which material was read.
    Mapping,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// The case was opened.
    Opened {
        /// Random id, `rd-` and 16 hex digits; also the name of its evidence log.
        case_id: String,
        /// Neutral cover name: no person, platform or offence.
        cover: String,
        /// Program and version.
        software: String,
    },
    /// An item was sealed.
    Sealed {
        /// The item's record, which is also its entry in the evidence log.
        item: SealedItem,
        /// What it is for.
        role: Role,
    },
    /// Posts are read out of a sealed item.
    Read {
        /// The item.
        item: ItemId,
        /// The format it was recognised as.
        format: String,
        /// The mapping it is read by, itself a sealed item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mapping: Option<ItemId>,
    },
    /// Somebody made a claim about a fact.
    Claimed {
        /// Case or statement.
        anchor: Anchor,
        /// Term of the vocabulary.
        term: String,
        /// The claim.
        claim: Claim,
    },
    /// An earlier claim is not relied on any more. It stays in the ledger.
    Withdrawn {
        /// Sequence number of the claim's entry.
        entry: u64,
        /// Why.
        reason: String,
    },
    /// A result was computed.
    Assessed {
        /// SHA-256 of the canonical result.
        result: Sha256,
        /// The day for which deadlines were worked out.
        #[schemars(with = "String")]
        today: Date,
        /// Digest of the law book used.
        law: String,
    },
    /// A bundle was written.
    Packed {
        /// The signed checkpoint of the evidence log in it; a later bundle carries it as an earlier one.
        checkpoint: String,
    },
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// [`LEDGER_SCHEMA`].
    pub schema: String,
    /// Counted from 1.
    pub seq: u64,
    /// SHA-256 of the line before.
    pub prev: Sha256,
    /// When, and by whose clock.
    pub at: Stamp,
    /// Who.
    pub by: String,
    /// What.
    pub what: What,
}

/// A checked ledger: its entries and the digest of its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// In order.
    pub entries: Vec<Entry>,
    /// SHA-256 of the last line; zeros where there is none.
    pub head: Sha256,
}

impl Ledger {
    /// Reads and checks lines: schema, sequence and chain.
    ///
    /// # Errors
    /// `Newer` for a schema of a later version; `Storage` for a line that cannot be read or a broken
    /// chain, with the number of the first bad line.
    pub fn read<S: AsRef<str>>(lines: &[S]) -> Result<Ledger, Refusal> {
        let mut ledger = Ledger { entries: Vec::with_capacity(lines.len()), head: Sha256([0; 32]) };
        for (at, line) in lines.iter().enumerate() {
            let number = at.saturating_add(1);
            let entry = read_line(line.as_ref(), number)?;
            if entry.prev != ledger.head || usize::try_from(entry.seq).ok() != Some(number) {
                return Err(Finding::error("case-ledger-chain-broken")
                    .with("line", number)
                    .refuse(Fault::Storage));
            }
            ledger.head = hash::digests(line.as_ref().as_bytes()).sha256;
            ledger.entries.push(entry);
        }
        Ok(ledger)
    }
}

fn read_line(line: &str, number: usize) -> Result<Entry, Refusal> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let unreadable = |error: serde_json::Error| {
        let found = Finding::error("case-ledger-unreadable").with("line", number);
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    let head: Head = serde_json::from_str(line).map_err(unreadable)?;
    if head.schema != LEDGER_SCHEMA {
        let found = Finding::error("case-ledger-newer").with("schema", head.schema.as_str());
        return Err(found.with("known", LEDGER_SCHEMA).refuse(Fault::Newer));
    }
    serde_json::from_str(line).map_err(unreadable)
}

/// Makes the lines that append `happened` after `ledger`, all at the same moment by the same author.
///
/// # Errors
/// Where an entry cannot be written canonically (a finding of the evidence room).
pub fn chain(ledger: &Ledger, at: Stamp, by: &str, happened: Vec<What>) -> Result<Vec<String>, Refusal> {
    let mut prev = ledger.head;
    let mut seq = ledger.entries.last().map_or(0, |entry| entry.seq);
    let mut lines = Vec::with_capacity(happened.len());
    for what in happened {
        seq = seq.saturating_add(1);
        let entry = Entry { schema: LEDGER_SCHEMA.to_owned(), seq, prev, at, by: by.to_owned(), what };
        let line = canonical::to_vec(&entry)?;
        prev = hash::digests(&line).sha256;
        lines.push(String::from_utf8_lossy(&line).into_owned());
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::{Ledger, What, chain};
    use crate::{Anchor, State};
    use redress_base::{Fault, Instant, Refusal, Stamp, TimeSource};
    use redress_facts::{Claim, Datum, Standing};

    const AT: Stamp = Stamp { at: Instant(1_767_600_000), source: TimeSource::SystemClock };

    fn opened() -> What {
        What::Opened { case_id: "rd-1".into(), cover: "Spring".into(), software: "redress 0".into() }
    }

    fn claimed(term: &str) -> What {
        let (value, standing) = (Datum::Yes, Standing::Stated);
        let (by, sources) = ("A".to_owned(), vec![]);
        let claim = Claim {
            value,
            standing,
            by,
            as_of: AT,
            sources,
            figure: None,
            reason: None,
            opposing: false,
            disputed: false,
            named: None,
        };
        What::Claimed { anchor: Anchor::Case, term: term.to_owned(), claim }
    }

    fn lines() -> Vec<String> {
        let empty = Ledger::read::<&str>(&[]).unwrap();
        chain(&empty, AT, "A", vec![opened(), claimed("work_affected"), claimed("consequence_person")])
            .unwrap()
    }

    fn code(refused: Result<Ledger, Refusal>) -> (Fault, String) {
        let refusal = refused.unwrap_err();
        (refusal.fault, refusal.finding.code)
    }

    #[test]
    fn what_was_appended_is_read_again() {
        let ledger = Ledger::read(&lines()).unwrap();
        assert_eq!((ledger.entries.len(), ledger.entries[2].seq), (3, 3));
        let more = chain(&ledger, AT, "B", vec![claimed("work_affected")]).unwrap();
        let all: Vec<String> = lines().into_iter().chain(more).collect();
        assert_eq!(State::fold(&Ledger::read(&all).unwrap()).unwrap().claims.len(), 3);
    }

    /// Every way to touch an earlier line breaks the chain: change, drop, swap, insert twice.
    #[test]
    fn the_past_cannot_be_edited() {
        let good = lines();
        let changed: Vec<String> =
            good.iter().map(|line| line.replace("work_affected", "harm.none")).collect();
        let dropped = vec![good[0].clone(), good[2].clone()];
        let swapped = vec![good[0].clone(), good[2].clone(), good[1].clone()];
        let doubled = vec![good[0].clone(), good[1].clone(), good[1].clone()];
        for bad in [changed, dropped, swapped, doubled] {
            assert_eq!(code(Ledger::read(&bad)), (Fault::Storage, "case-ledger-chain-broken".to_owned()));
        }
    }

    #[test]
    fn a_later_form_is_newer_and_a_torn_line_is_named() {
        let newer: Vec<String> = lines().iter().map(|line| line.replace("ledger/1", "ledger/2")).collect();
        assert_eq!(code(Ledger::read(&newer)), (Fault::Newer, "case-ledger-newer".to_owned()));
        let torn: Vec<String> = vec![lines()[0].chars().take(40).collect()];
        assert_eq!(code(Ledger::read(&torn)), (Fault::Storage, "case-ledger-unreadable".to_owned()));
    }

    #[test]
    fn entries_out_of_turn_are_refused() {
        let empty = Ledger::read::<&str>(&[]).unwrap();
        let fold = |happened: Vec<What>| {
            let lines = chain(&empty, AT, "A", happened).unwrap();
            State::fold(&Ledger::read(&lines).unwrap()).map_err(|refusal| refusal.finding.code)
        };
        assert_eq!(fold(vec![claimed("work_affected")]).unwrap_err(), "case-ledger-not-opened");
        assert_eq!(fold(vec![opened(), opened()]).unwrap_err(), "case-ledger-illegal");
        let lost = What::Withdrawn { entry: 9, reason: "x".into() };
        assert_eq!(fold(vec![opened(), lost]).unwrap_err(), "case-ledger-illegal");
        let gone = What::Withdrawn { entry: 2, reason: "x".into() };
        let state = fold(vec![opened(), claimed("work_affected"), gone]).unwrap();
        assert_eq!((state.claims.len(), state.standing_claims().count()), (1, 0));
    }
}
