//! Two copies of one case side by side: the same, one ahead of the other, or gone apart, and where.

use crate::{Entry, Ledger};
use redress_base::{Sha256, Stamp};
use redress_evidence::hash;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Schema of a comparison.
pub const COPIES_SCHEMA: &str = "redress/copies/1";

/// How two copies of one case stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "copies", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Copies {
    /// The same entries.
    Same {
        /// How many.
        entries: u64,
    },
    /// The other copy begins with this one and goes on.
    OtherAhead {
        /// Entries in both.
        common: u64,
        /// Entries that only the other copy has.
        more: u64,
    },
    /// This copy begins with the other one and goes on.
    ThisAhead {
        /// Entries in both.
        common: u64,
        /// Entries that only this copy has.
        more: u64,
    },
    /// Both went on from the same entry, each its own way. They cannot be brought together without deciding which of
    /// them happened, and that no program may decide.
    Apart {
        /// Entries in both; the first difference is the entry after them.
        common: u64,
        /// What this copy has from there on.
        this: Vec<Line>,
        /// What the other copy has from there on.
        other: Vec<Line>,
    },
    /// Copies of different cases.
    Foreign {
        /// The case of this copy.
        this: String,
        /// The case of the other.
        other: String,
    },
}

/// One entry in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: Stamp,
    /// Who.
    pub by: String,
    /// What kind.
    pub kind: String,
    /// SHA-256 of the line.
    pub digest: Sha256,
}

/// Compares two ledgers, line by line.
pub fn compare<S: AsRef<str>, T: AsRef<str>>(this: (&Ledger, &[S]), other: (&Ledger, &[T])) -> Copies {
    let opened =
        |ledger: &Ledger| ledger.entries.first().and_then(|entry| entry.what.case_id()).map(str::to_owned);
    let (mine, theirs) = (opened(this.0), opened(other.0));
    if mine != theirs {
        return Copies::Foreign { this: mine.unwrap_or_default(), other: theirs.unwrap_or_default() };
    }
    let pairs = this.1.iter().zip(other.1);
    let common = pairs.take_while(|(mine, theirs)| mine.as_ref() == theirs.as_ref()).count();
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let (left, right) = (this.1.len().saturating_sub(common), other.1.len().saturating_sub(common));
    match (left, right) {
        (0, 0) => Copies::Same { entries: count(common) },
        (0, more) => Copies::OtherAhead { common: count(common), more: count(more) },
        (more, 0) => Copies::ThisAhead { common: count(common), more: count(more) },
        _ => Copies::Apart {
            common: count(common),
            this: rest(&this.0.entries, this.1, common),
            other: rest(&other.0.entries, other.1, common),
        },
    }
}

fn rest<S: AsRef<str>>(entries: &[Entry], lines: &[S], common: usize) -> Vec<Line> {
    let pairs = entries.iter().zip(lines).skip(common);
    pairs
        .map(|(entry, line)| Line {
            seq: entry.seq,
            at: entry.at,
            by: entry.by.clone(),
            kind: entry.what.kind().to_owned(),
            digest: hash::digests(line.as_ref().as_bytes()).sha256,
        })
        .collect()
}
