//! The smallest sets of facts that would change a result (docs/law-format.md).

use redress_base::{Article, Finding, Value};
use redress_facts::{Scope, Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Clock, Label, Ratio, Share, Window};

/// What a fact has to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Want {
    /// Yes.
    Yes,
    /// No.
    No,
    /// At least this many.
    AtLeast(u64),
    /// At most this many.
    AtMost(u64),
    /// One of these words.
    OneOf(Vec<String>),
    /// None of these words.
    NoneOf(Vec<String>),
    /// Within this window before the act or the filing.
    Within(Window, Clock),
    /// Not within this window.
    Outside(Window, Clock),
    /// Within this window after another date.
    Following(Window, String),
    /// Not within this window after another date.
    NotFollowing(Window, String),
    /// Not earlier than another date.
    NotBefore(String),
    /// Earlier than another date.
    Before(String),
    /// So many years old at the act, or more.
    Aged(u32),
    /// Younger at the act.
    Younger(u32),
    /// Shares of numbers that add up to a fraction.
    Shares(Ratio, Vec<Share>),
}

/// Which facts a set is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// To collect: unknown facts; disputes taken for us.
    Gap,
    /// To win: disputed facts; unknowns stay unknown.
    Dispute,
    /// What the other side would need: unknown or disputed facts, settled against us.
    Risk,
}

/// One fact of a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Term of the vocabulary.
    pub term: String,
    /// Where it is asked: the statement or the case.
    pub scope: Scope,
    /// What it has to be.
    pub want: Want,
    /// Its name.
    pub label: Label,
    /// Whether the evidence may vanish.
    pub perishable: bool,
    /// Cheapest source.
    pub source: Source,
    /// A catch-all: only a person sets it, and it is suggested last.
    pub open: bool,
    /// The provision that asks for it.
    pub cites: Vec<Article>,
}

/// The sets, best first: without catch-alls, fewest facts, perishable first, cheapest source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Completions {
    /// `"redress/completions/1"`.
    pub schema: String,
    /// Rule id.
    pub rule: String,
    /// What it was asked about.
    pub scope: Scope,
    /// The value asked for.
    pub want: Value,
    /// Which facts the sets are made of.
    pub family: Family,
    /// Each set is enough by itself; one empty set means that nothing is needed. No set: this family cannot do it.
    pub sets: Vec<Vec<Need>>,
    /// Whether more sets exist than are listed.
    pub truncated: bool,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl Completions {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/completions/1";
    /// Most sets that are kept.
    pub const CAP: usize = 256;
}
