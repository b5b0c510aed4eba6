//! The answer and its explanation (schema `redress/explanation/1`).

use crate::{Clock, Confidence, Doubt, InForce, Label, Rank, completions::Want};
use redress_base::{Article, Date, Finding, Span, Stamp, Value};
use redress_facts::{Datum, Scope, Standing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of a rule that was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The provision.
    pub article: Article,
    /// When it is in force.
    pub in_force: InForce,
    /// Which date chose it.
    pub clock: Clock,
    /// Rank of the instrument.
    pub rank: Rank,
    /// Whether the text was verified.
    pub confidence: Confidence,
    /// What else of it was not checked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
}

/// What one version of the law answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionOutcome {
    /// The version.
    pub version: Version,
    /// Its value; unknowns stay unknown (Law 1 holds).
    pub value: Value,
    /// With the defences that are for the other side to show assumed absent, and presumptions applied.
    pub presumptive: Value,
    /// With every catch-all read as "no".
    pub enumerated: Value,
    /// With catch-alls as a person set them; the same reading as `value`.
    pub open: Value,
    /// Why.
    pub tree: Node,
}

/// A defeater that is checked first (Article 10), found anywhere under the rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shield {
    /// Rule id: `"op10-report-shield"`.
    pub rule: String,
    /// The rule that it may defeat: `"cl246-defamation"`.
    pub against: String,
    /// TT: the shield applies. FF: excluded. Everything else: not yet excluded.
    pub value: Value,
    /// Its name.
    pub label: Label,
    /// Its provision.
    pub cites: Vec<Article>,
}

/// The answer to a [`crate::Question`], on the material in this file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// `"redress/explanation/1"`.
    pub schema: String,
    /// Rule id.
    pub rule: String,
    /// Its name.
    pub label: Label,
    /// What it was asked about.
    pub scope: Scope,
    /// SHA-256 of the book's JSON form: which state of knowledge answered.
    pub book: String,
    /// The version that decides; the first of `versions`. Absent where none is in force at the dates.
    pub version: Option<Version>,
    /// The value; where several versions apply, the interval over them.
    pub value: Value,
    /// As [`VersionOutcome::presumptive`]; may flip by design, never show it as `value`.
    pub presumptive: Value,
    /// As [`VersionOutcome::enumerated`].
    pub enumerated: Value,
    /// As [`VersionOutcome::open`].
    pub open: Value,
    /// Whether two versions of the law answer differently.
    pub versions_differ: bool,
    /// Contested readings that it turns on or not, each by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingUse>,
    /// Facts for which more than one value is on file, and whether it matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub several: Vec<Several>,
    /// Values that it gives (ranges of penalties and the like), each with whether it applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Given>,
    /// Values that apply together and do not agree: a person decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict: Vec<String>,
    /// Whether the rule comes from a draft that is not in force.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Defeaters to be checked first, before anything else is shown.
    pub check_first: Vec<Shield>,
    /// Why, in the deciding version.
    pub tree: Node,
    /// Every version that the dates touch, with its own tree; only where there is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionOutcome>,
    /// What was noticed: unverified sources, judgements not made by a person, claims in a wrong unit.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/explanation/1";
}

/// A contested reading and what becomes of the result under each alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingUse {
    /// Its name in the book.
    pub id: String,
    /// The alternative that the question chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<String>,
    /// The result under each alternative, in the order of the book.
    pub alternatives: Vec<UnderReading>,
    /// Whether the result differs between them.
    pub matters: bool,
}

/// The result under one alternative of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnderReading {
    /// The alternative.
    pub name: String,
    /// The result.
    pub value: Value,
}

/// A fact with several values on file, and the result under each of them alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Several {
    /// Term of the vocabulary.
    pub term: String,
    /// Its name.
    pub label: Label,
    /// The values, in the order in which they were claimed.
    pub values: Vec<UnderValue>,
    /// Whether the result differs between them.
    pub matters: bool,
}

/// The result under one value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnderValue {
    /// The value.
    pub value: Datum,
    /// Who claims it.
    pub by: String,
    /// A source outside the file, where one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// The result with this value alone.
    pub result: Value,
}

/// A value that a rule gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Its name in the rule.
    pub name: String,
    /// What it says.
    pub label: Label,
    /// Numbers by name.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub severity: std::collections::BTreeMap<String, u64>,
    /// First day of the version that gives it, where several versions touch the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<redress_base::Date>,
    /// Whether it applies.
    pub value: Value,
    /// Why.
    pub tree: Option<Node>,
}

/// What a node of the tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// A rule in one version.
    Rule,
    /// An exception of a rule, as "does not apply"; its child is the exception's own rule.
    Defeater,
    /// One of several is enough.
    Any,
    /// All are needed.
    All,
    /// At least n of several.
    AtLeast,
    /// Must not hold.
    Not,
    /// A yes/no fact.
    Fact,
    /// A count against a number.
    Count,
    /// A choice among words.
    Choice,
    /// A date in a calendar window.
    Date,
    /// Presumed unless shown otherwise.
    Presumed,
    /// A catch-all that only a person sets.
    Open,
    /// Counts added up over a window.
    Accumulate,
    /// A judgement with factors to weigh.
    Weigh,
    /// A factor to weigh; it has no value of its own and reads UU.
    Factor,
    /// Several versions of the law that the dates touch; each is a child.
    Versions,
    /// No version is in force at the dates; not made out where the book says that nothing came before the first.
    NoVersion,
    /// Counts added up as shares of their numbers.
    Proportion,
    /// A contested reading; each alternative is a child.
    Reading,
}

/// One step of the explanation. Text comes from `locales/`, by `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Stable within a version of the book: `"fs2013-21-serious/1/2"`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Its name.
    pub label: Label,
    /// Its value (strict, open reading).
    pub value: Value,
    /// Its value with open defences assumed absent; given where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presumptive: Option<Value>,
    /// Its value with catch-alls read as "no"; given where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enumerated: Option<Value>,
    /// Message code `law-why-…`; the key of its sentence.
    pub reason: String,
    /// The contested reading, or the alternative of one, that this step is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What the provision numbers this: 1 for (一).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// How many of the children are needed, for `at-least`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Citations of this step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Article>,
    /// Set to O where the provision's text was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What else of the provision was not checked: its first day, its end, its number.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// What the fact is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<Want>,
    /// The facts read here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactUse>,
    /// Whether the parent's value rests on this step.
    pub decisive: bool,
    /// Steps below, in the order of the provision; defeaters that are checked first come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

impl Node {
    /// The rule that a step of kind rule is, without its version: the last part of its id.
    pub fn rule(&self) -> &str {
        self.last().split('@').next().unwrap_or_default()
    }

    /// The first day of the version that it was read in; none where it is answered by value or is no rule.
    pub fn version_from(&self) -> Option<Date> {
        self.last().split_once('@').and_then(|(_, from)| from.parse().ok())
    }

    fn last(&self) -> &str {
        self.id.rsplit('/').next().unwrap_or_default()
    }
}

/// A fact as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactUse {
    /// Term of the vocabulary.
    pub term: String,
    /// Its name.
    pub label: Label,
    /// Strongest standing among the claims that counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Sources of the claims that counted.
    pub sources: Vec<Span>,
    /// The figure it repeats, if a claim that counted names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// Every claim, in order.
    pub claims: Vec<ClaimUse>,
}

/// One claim as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimUse {
    /// The claimed value.
    pub value: Datum,
    /// How it was established.
    pub standing: Standing,
    /// Who made it.
    pub by: String,
    /// When.
    pub as_of: Stamp,
    /// Made for the other side.
    pub opposing: bool,
    /// A source outside the file, where one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// What it would answer alone, if it counts: `"T"`, `"F"` or `"U"`.
    pub truth: String,
    /// Why it did not count: a message code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<String>,
}
