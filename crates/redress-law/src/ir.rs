//! The JSON form of the law book: the contract that every front end compiles to (schema `redress/law/1`).

use redress_base::{Article, Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A name in both languages of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where an instrument stands among the sources of law, highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// A criminal statute (刑法): 从旧兼从轻, Criminal Law 12.
    CriminalStatute,
    /// A civil statute (民法典).
    CivilStatute,
    /// A statute with administrative penalties (治安管理处罚法): 行政处罚法 37.
    AdministrativeStatute,
    /// A judicial interpretation (法释); works for the life of the law it explains.
    Interpretation,
    /// A normative document (法发); never without the statute that it explains.
    NormativeDocument,
}

/// Whether the article's text was read at the named source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Confidence {
    /// Read at the source named.
    V,
    /// Not verified; visible in every result that rests on it.
    O,
}

/// Which date chooses the version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// Substance: the day of the act.
    Act,
    /// Procedure: the day of the filing.
    Filing,
}

/// The end of a version; three states that must not be mixed up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum End {
    /// In force, with no end known to exist.
    Open,
    /// Not in force from this day on.
    Repealed {
        /// First day on which it is no longer in force.
        #[schemars(with = "String")]
        on: Date,
        /// The instrument or article that ended it: `"cn/psapl-2025/50"`.
        by: String,
    },
    /// Nobody has looked whether it has ended.
    NotResearched,
}

/// From when to when a version is in force.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// First day.
    #[schemars(with = "String")]
    pub from: Date,
    /// How it ends.
    pub end: End,
}

impl InForce {
    /// Whether the day is inside.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && !matches!(&self.end, End::Repealed { on, .. } if *on <= day)
    }

    /// Last day in force, where one is known.
    pub fn last(&self) -> Option<Date> {
        match &self.end {
            End::Repealed { on, .. } => on.yesterday().ok(),
            End::Open | End::NotResearched => None,
        }
    }
}

/// The unit of a calendar window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Calendar years.
    Years,
    /// Calendar months.
    Months,
    /// Calendar days.
    Days,
}

/// A calendar window before the act or the filing; both ends are inside (刑法 99).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// How many.
    pub length: u32,
    /// Of what.
    pub unit: Unit,
}

/// One condition, with the number and name the article gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limb {
    /// Item number: 1 for (一).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its own name; facts and rules have theirs already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Articles cited for this condition, beyond those of the rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Article>,
    /// What is asked.
    pub test: Test,
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Test {
    /// One is enough.
    Any(Vec<Limb>),
    /// Every one is needed.
    All(Vec<Limb>),
    /// At least `n` of them.
    AtLeast {
        /// How many.
        n: u32,
        /// Of these.
        of: Vec<Limb>,
    },
    /// Must not hold.
    Not(Box<Test>),
    /// A yes/no fact of the vocabulary.
    Fact(String),
    /// A count reaches a number (inclusive).
    CountAtLeast {
        /// The count.
        term: String,
        /// The number, in the term's unit.
        number: u64,
    },
    /// A count does not pass a number (inclusive).
    CountAtMost {
        /// The count.
        term: String,
        /// The number, in the term's unit.
        number: u64,
    },
    /// A choice is one of these words.
    In {
        /// The choice.
        term: String,
        /// The words, in the order of the article.
        words: Vec<String>,
    },
    /// A date lies within a calendar window before the act or the filing.
    Within {
        /// The date.
        term: String,
        /// The window.
        window: Window,
        /// Before what.
        before: Clock,
    },
    /// Presumed where nobody shows otherwise; counts only in the presumptive value.
    Presumed(String),
    /// A catch-all: only a person sets it.
    Open(String),
    /// Counts added up over a calendar window by the measures; each count against its own number.
    Accumulate {
        /// The rolling window over which the counts were added up.
        window: Window,
        /// Conditions of adding up; all are needed.
        when: Vec<Limb>,
        /// Added-up counts; one is enough, units are never mixed.
        of: Vec<Limb>,
    },
    /// Factors to be weighed by the person who judges this fact; they have no value of their own.
    Weigh {
        /// The judgement.
        term: String,
        /// The factors, in the order of the article.
        factors: Vec<Label>,
    },
    /// Another rule of the book, in the version of the same dates.
    Rule(String),
}

/// Who has to show an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Burden {
    /// Must be excluded: while unknown, the result stays unknown.
    MustBeExcluded,
    /// For the other side to show: the presumptive value assumes it absent and lists it.
    ForTheOtherSide,
}

/// An exception: itself a rule with its own citation and versions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Defeater {
    /// The rule that defeats.
    pub rule: String,
    /// Who has to show it.
    pub burden: Burden,
    /// Looked at, and printed, before anything else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub check_first: bool,
}

/// Where a rule was read; for messages only, not part of the digest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The page of the law book.
    pub path: String,
    /// Line of the rule's first line, from 1.
    pub line: usize,
}

/// One version of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `"cl246-defamation"`; versions of one rule share it.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The provision first, then what it explains or rests on.
    pub cites: Vec<Article>,
    /// When this version is in force.
    pub in_force: InForce,
    /// Which date chooses the version.
    pub clock: Clock,
    /// Rank of the instrument.
    pub rank: Rank,
    /// Whether the text was verified.
    pub confidence: Confidence,
    /// Whether a made-out result could lead to a penalty; Article 10 must then be checked first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub penalty: bool,
    /// Measures of severity by name (`"fine-yuan-max"`), for the milder-law comparison.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, u64>,
    /// The base of the rule.
    pub requires: Limb,
    /// Exceptions, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Defeater>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}
