//! What happened: the kinds of entries, and the version of the ledger since which each exists.

use crate::custody::{Attestation, Capture, ClosedTo, Handling, Stamping};
use crate::records::{
    Decision, DrawnUp, Export, Filing, HandOver, Labelling, Marking, NeutralSummary, Notice, Obstacle,
    Receipt, View,
};
use crate::{Anchor, Party};
use redress_base::{Date, ItemId, Sha256, Span};
use redress_evidence::SealedItem;
use redress_facts::Claim;
use redress_procedure::Event;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// The head of the ledger at an earlier moment, sealed so that the evidence log witnesses it. Since version 2.
    Checkpoint,
    /// The answer of a timestamp authority over a checkpoint of the evidence log. Since version 5.
    Timestamp,
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
        /// For whom it was closed, where it was: nobody else can open it. Since version 5.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        to: Vec<ClosedTo>,
    },
    /// Somebody disputes an earlier claim: it counts only where the dispute is settled for the complainant.
    Disputed {
        /// Sequence number of the claim's entry.
        entry: u64,
        /// Why.
        reason: String,
        /// Evidence for the dispute.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<Span>,
    },
    /// Somebody takes part, or what is known of a party changed.
    Party {
        /// The party.
        party: Party,
        /// Why it was changed, where that was asked for: a statement that was laid to them is taken back. Since version 5.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A step of a procedure.
    Happened {
        /// The step.
        event: Event,
        /// The sealed paper that shows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<ItemId>,
    },
    /// A notice was served.
    Noticed {
        /// The notice.
        notice: Notice,
    },
    /// A paper was handed in.
    Filed {
        /// The filing.
        filing: Filing,
    },
    /// A person decided.
    Decided {
        /// The decision.
        decision: Decision,
    },
    /// A mark was set or taken away.
    Marked {
        /// The mark.
        marking: Marking,
    },
    /// Something stood in the way of a time limit.
    Hindered {
        /// What, from when to when.
        obstacle: Obstacle,
    },
    /// An earlier entry was a mistake. It stays in the ledger and counts no more.
    Struck {
        /// Sequence number of the entry.
        entry: u64,
        /// Why.
        reason: String,
    },
    /// Something of the case left the house.
    Exported {
        /// What and why.
        export: Export,
    },
    /// Somebody looked at unmasked personal data.
    Viewed {
        /// What and why.
        view: View,
    },
    /// The file was handed over.
    HandedOver {
        /// To whom.
        hand_over: HandOver,
    },
    /// The file was received and goes on here.
    Received {
        /// By whom.
        receipt: Receipt,
    },
    /// A paper was drawn up, complete, to be signed. Since version 3.
    DrawnUp {
        /// Which, and on what it rests.
        paper: DrawnUp,
    },
    /// A person put posts under a label of their own, or took them out. Since version 4.
    Labelled {
        /// Which label, and which posts.
        labelling: Labelling,
    },
    /// How an item was captured. Of several for one item the last that stands counts. Since version 5.
    Captured {
        /// The record.
        capture: Capture,
    },
    /// Somebody else's proof was bound to what it is about. Since version 5.
    Attested {
        /// Which, and to what.
        attestation: Attestation,
    },
    /// A checkpoint of the evidence log was stamped. Since version 5.
    Stamped {
        /// The checkpoint and the token.
        stamping: Stamping,
    },
    /// Something was done with an original. Since version 5.
    Handled {
        /// What, on which, how, with what result.
        handling: Handling,
    },
    /// The evidence log was signed as it stood, at the end of a working session or for somebody to cosign. Since version 5.
    Checkpointed {
        /// The signed checkpoint; a later bundle carries it as an earlier one.
        checkpoint: String,
    },
    /// Somebody else signed a checkpoint of the evidence log too. Since version 5.
    Cosigned {
        /// The checkpoint with their signature under it.
        checkpoint: String,
        /// Their key, as a C2SP vkey.
        cosigner: String,
    },
    /// A person said in neutral words what a post says. The last one of a post counts. Since version 5.
    Summarised {
        /// Which post, and the words.
        summary: NeutralSummary,
    },
    /// The case goes on under another cover name; the earlier one stays in the ledger. Since version 5.
    Renamed {
        /// Neutral cover name: no person, platform or offence.
        cover: String,
    },
}

/// The words of every kind of entry, in the order of the versions that brought them.
pub const KINDS: [&str; 30] = [
    "opened",
    "sealed",
    "read",
    "claimed",
    "withdrawn",
    "assessed",
    "packed",
    "disputed",
    "party",
    "happened",
    "noticed",
    "filed",
    "decided",
    "marked",
    "hindered",
    "struck",
    "exported",
    "viewed",
    "handed-over",
    "received",
    "drawn-up",
    "labelled",
    "captured",
    "attested",
    "stamped",
    "handled",
    "checkpointed",
    "cosigned",
    "summarised",
    "renamed",
];

impl What {
    /// The case that this entry opens, if it opens one.
    pub fn case_id(&self) -> Option<&str> {
        if let What::Opened { case_id, .. } = self { Some(case_id) } else { None }
    }

    /// The word of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            What::Opened { .. } => "opened",
            What::Sealed { .. } => "sealed",
            What::Read { .. } => "read",
            What::Claimed { .. } => "claimed",
            What::Withdrawn { .. } => "withdrawn",
            What::Assessed { .. } => "assessed",
            What::Packed { .. } => "packed",
            What::Disputed { .. } => "disputed",
            What::Party { .. } => "party",
            What::Happened { .. } => "happened",
            What::Noticed { .. } => "noticed",
            What::Filed { .. } => "filed",
            What::Decided { .. } => "decided",
            What::Marked { .. } => "marked",
            What::Hindered { .. } => "hindered",
            What::Struck { .. } => "struck",
            What::Exported { .. } => "exported",
            What::Viewed { .. } => "viewed",
            What::HandedOver { .. } => "handed-over",
            What::Received { .. } => "received",
            What::DrawnUp { .. } => "drawn-up",
            What::Labelled { .. } => "labelled",
            What::Captured { .. } => "captured",
            What::Attested { .. } => "attested",
            What::Stamped { .. } => "stamped",
            What::Handled { .. } => "handled",
            What::Checkpointed { .. } => "checkpointed",
            What::Cosigned { .. } => "cosigned",
            What::Summarised { .. } => "summarised",
            What::Renamed { .. } => "renamed",
        }
    }

    /// The first version of the ledger that knows this entry. An entry is written in the oldest form that can hold it,
    /// so that an older program reads as much of a case as it can understand, and says where it cannot.
    pub const fn since(&self) -> u16 {
        match self {
            What::Sealed { role: Role::Timestamp, .. } => 5,
            What::Sealed { role: Role::Checkpoint, .. } => 2,
            // The time of a hearing.
            What::Happened { event, .. } if event.for_time.is_some() => 3,
            What::Packed { to, .. } if !to.is_empty() => 5,
            What::Opened { .. }
            | What::Sealed { .. }
            | What::Read { .. }
            | What::Claimed { .. }
            | What::Withdrawn { .. }
            | What::Assessed { .. }
            | What::Packed { .. } => 1,
            What::DrawnUp { .. } => 3,
            What::Labelled { .. } => 4,
            What::Captured { .. }
            | What::Attested { .. }
            | What::Stamped { .. }
            | What::Handled { .. }
            | What::Checkpointed { .. }
            | What::Cosigned { .. }
            | What::Summarised { .. }
            | What::Renamed { .. }
            | What::Party { reason: Some(_), .. } => 5,
            _ => 2,
        }
    }

    /// Whether a later entry may strike it. What was sealed, seen or sent cannot be unsaid, and a claim is withdrawn; that
    /// posts were read by the wrong mapping can be, because the sealed bytes stay as they are.
    pub const fn can_be_struck(&self) -> bool {
        matches!(
            self,
            What::Read { .. }
                | What::Disputed { .. }
                | What::Party { .. }
                | What::Happened { .. }
                | What::Noticed { .. }
                | What::Filed { .. }
                | What::Decided { .. }
                | What::Marked { .. }
                | What::Hindered { .. }
                | What::Captured { .. }
                | What::Attested { .. }
                | What::Summarised { .. }
        )
    }
}
