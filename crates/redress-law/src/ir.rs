//! The JSON form of the law book: the contract that every front end compiles to (schema `redress/law/1`).

use redress_base::{Article, Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A name in both languages of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chinese. Shared: every step of an explanation carries its name.
    pub zh: Arc<str>,
    /// English.
    pub en: Arc<str>,
}

impl Label {
    /// A name out of its two languages.
    pub fn new(zh: &str, en: &str) -> Label {
        Label { zh: zh.into(), en: en.into() }
    }
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
    /// A statute on procedure (刑事诉讼法, 民事诉讼法, 行政复议法): the law of the day of the step.
    ProcedureStatute,
    /// A judicial interpretation (法释); works for the life of the law it explains.
    Interpretation,
    /// A normative document (法发); never without the statute that it explains.
    NormativeDocument,
    /// A rule of a department under the State Council (部门规章).
    DepartmentalRule,
}

/// Whether the article's text was read at the named source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Confidence {
    /// Read at the source named.
    V,
    /// Not verified; visible in every result that rests on it.
    O,
}

/// What of an instrument or a page was not checked although its text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The first day in force.
    From,
    /// Whether, and when, it was changed or ended.
    End,
    /// The official number.
    Number,
}

impl Doubt {
    /// The code of its sentence.
    pub const fn code(self) -> &'static str {
        match self {
            Doubt::From => "law-unverified-from",
            Doubt::End => "law-unverified-end",
            Doubt::Number => "law-unverified-number",
        }
    }
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
    /// Counts, each as a share of its own number, added up: Σ nᵢ/numberᵢ reaches a fraction. Exact.
    Proportion {
        /// The fraction that has to be reached (inclusive).
        reach: Ratio,
        /// The counts and their numbers.
        shares: Vec<Share>,
    },
    /// A contested reading: the span over the alternatives until somebody chooses one.
    Reading {
        /// Name of the question, as a page of the book states it.
        id: String,
        /// The alternatives.
        of: Vec<Alternative>,
    },
    /// A date lies within a window after another date; both ends are inside.
    After {
        /// The date.
        term: String,
        /// The window.
        window: Window,
        /// The date it is measured from.
        after: String,
    },
    /// A date is not earlier than another.
    NotBefore {
        /// The date.
        term: String,
        /// The other date.
        other: String,
    },
    /// Full age on the day of the act; an age is reached on the day after the birthday (法释〔2006〕1号 art 2).
    Aged {
        /// The day of birth.
        term: String,
        /// Years.
        years: u32,
    },
}

impl Test {
    /// The facts that this test reads by itself, not those of the conditions under it.
    pub fn terms(&self) -> Vec<&str> {
        match self {
            Test::Fact(term)
            | Test::Presumed(term)
            | Test::Open(term)
            | Test::Weigh { term, .. }
            | Test::CountAtLeast { term, .. }
            | Test::CountAtMost { term, .. }
            | Test::In { term, .. }
            | Test::Within { term, .. }
            | Test::Aged { term, .. } => vec![term],
            Test::After { term, after: other, .. } | Test::NotBefore { term, other } => vec![term, other],
            Test::Proportion { shares, .. } => shares.iter().map(|share| share.term.as_str()).collect(),
            _ => vec![],
        }
    }
}

/// An exact fraction, as it is written: `1/2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// Above the line.
    pub num: u32,
    /// Below the line; never zero.
    pub den: u32,
}

/// One count of a proportion.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The count.
    pub term: String,
    /// The number that would be enough by itself.
    pub per: u64,
}

/// One alternative of a contested reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// `"three"`.
    pub name: String,
    /// What it asks.
    pub limb: Limb,
}

/// What kind of answer a rule gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A crime whose elements are asked for.
    Offence,
    /// An administrative violation.
    Violation,
    /// A civil wrong.
    Civil,
    /// Speech that the law protects.
    Protected,
    /// Makes a penalty heavier.
    Aggravation,
    /// Makes it lighter, or lets it be left out.
    Leniency,
    /// A condition of a procedure.
    Procedure,
    /// What may be claimed.
    Relief,
    /// A demand on evidence.
    Evidence,
    /// Part of another rule.
    #[default]
    Element,
}

impl Role {
    /// Every role with the word used in files.
    pub const ALL: [(Role, &'static str); 10] = [
        (Role::Offence, "offence"),
        (Role::Violation, "violation"),
        (Role::Civil, "civil"),
        (Role::Protected, "protected"),
        (Role::Aggravation, "aggravation"),
        (Role::Leniency, "leniency"),
        (Role::Procedure, "procedure"),
        (Role::Relief, "relief"),
        (Role::Evidence, "evidence"),
        (Role::Element, "element"),
    ];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        Role::ALL.iter().find(|(role, _)| *role == self).map_or("element", |(_, word)| word)
    }

    /// The role of that word.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.iter().find(|(_, known)| *known == word).map(|(role, _)| *role)
    }

    fn is_element(&self) -> bool {
        *self == Role::Element
    }
}

/// A value that a rule gives once it is made out: a range of penalties, an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// `"ordinary"`; unique in the rule.
    pub name: String,
    /// What it says.
    pub label: Label,
    /// Numbers by name, in the order of their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, u64>,
    /// Applies only where no earlier one of the rule does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_order: bool,
    /// All of these are needed, beside the rule itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Limb>,
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
    /// No law covered this conduct before this version: an act that ended earlier does not meet it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nothing_before: bool,
    /// Of an interpretation: the first day of the law it explains; to acts that ended before, it says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub explains_from: Option<Date>,
    /// Which date chooses the version.
    pub clock: Clock,
    /// Rank of the instrument.
    pub rank: Rank,
    /// Whether the text was verified.
    pub confidence: Confidence,
    /// What else of its page or instrument was not checked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// Whether a made-out result could lead to a penalty; Article 10 must then be checked first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub penalty: bool,
    /// What kind of answer it gives.
    #[serde(default, skip_serializing_if = "Role::is_element")]
    pub role: Role,
    /// From a draft that is not in force; off unless it is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Measures of severity by name (`"fine-yuan-max"`), for the milder-law comparison.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, u64>,
    /// The base of the rule.
    pub requires: Limb,
    /// Values that it gives once it is made out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Gift>,
    /// Exceptions, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Defeater>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}
