//! One claim: a value, and everything needed to weigh it.

use redress_base::{Count, Date, Span, Stamp, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The value that a claim gives to a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", content = "value", rename_all = "kebab-case")]
pub enum Datum {
    /// Yes.
    Yes,
    /// No: somebody says it is not so. Not the same as nobody saying anything.
    No,
    /// Somebody looked, and it cannot be known from this file.
    Unknown,
    /// A count with its unit.
    Count(CountOf),
    /// A calendar day (Beijing).
    Date(#[schemars(with = "String")] Date),
    /// One word of the term's closed list.
    Choice(String),
    /// Words of the term's closed list, in order.
    Words(Vec<String>),
}

/// A count together with its unit, ordered for determinism only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountOf {
    /// The interval.
    pub count: Count,
    /// What is counted.
    pub unit: Unit,
}

impl PartialOrd for CountOf {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CountOf {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |c: &CountOf| (c.unit, c.count.lower, c.count.upper);
        key(self).cmp(&key(other))
    }
}

impl Datum {
    /// A count datum.
    pub const fn count(count: Count, unit: Unit) -> Datum {
        Datum::Count(CountOf { count, unit })
    }
}

impl From<bool> for Datum {
    fn from(value: bool) -> Datum {
        if value { Datum::Yes } else { Datum::No }
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Yes => f.write_str("yes"),
            Datum::No => f.write_str("no"),
            Datum::Unknown => f.write_str("unknown"),
            Datum::Count(c) => write!(f, "{} {}", c.count, c.unit.word()),
            Datum::Date(date) => write!(f, "{date}"),
            Datum::Choice(word) => f.write_str(word),
            Datum::Words(words) => write!(f, "{{{}}}", words.join(", ")),
        }
    }
}

/// How a claim was established. Labels, never weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Stated by a party.
    Stated,
    /// Computed by a measure from sealed bytes.
    Measured,
    /// Written in an official document.
    Official,
    /// Admitted by the other side.
    Admitted,
    /// Judged by a person; never computed.
    Judged,
}

/// One claim about one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The claimed value.
    pub value: Datum,
    /// How it was established.
    pub standing: Standing,
    /// Who made the claim: a person's name in the case, or `"redress"` for a measure.
    pub by: String,
    /// When it was claimed, and by whose clock.
    pub as_of: Stamp,
    /// Sealed evidence it rests on. Empty is allowed, and visible: "evidence missing".
    pub sources: Vec<Span>,
    /// The figure it repeats, for measures: `"st-3f2a9c01.views"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// Why, in the author's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Made for the other side: a denial or a counter-claim.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opposing: bool,
    /// Entered as disputed: it counts with every dispute settled for the complainant, and falls away otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
    /// A source that is named but not sealed in this file; for facts that come from outside a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
}

impl Claim {
    /// Whether anything stands behind it: sealed evidence, a figure, or a source named outside the file.
    pub fn backed(&self) -> bool {
        !self.sources.is_empty() || self.figure.is_some() || self.named.is_some()
    }
}
