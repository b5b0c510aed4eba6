//! What comes out (schema `redress/answers/1`): one document a file of facts.

use redress_base::{Article, Date, Finding, Value};
use redress_facts::Scope;
use redress_law::{
    Confidence, DeadlineOutcome, Doubt, DutyOutcome, Given, Label, Node, Rank, ReadingUse, Role, Several,
    Shield,
};
use redress_remedies::Route;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The answers on one file of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// `"redress/answers/1"`.
    pub schema: String,
    /// The file's name.
    pub id: String,
    /// The day that was asked for.
    #[schemars(with = "String")]
    pub at: Date,
    /// The day of filing.
    #[schemars(with = "String")]
    pub filed: Date,
    /// SHA-256 of the book's JSON form.
    pub book: String,
    /// Protected speech, before everything else: each statement against each exception that is checked first.
    pub protected: Vec<Protected>,
    /// Charges and wrongs that are not excluded, in the order of the book: listed, never picked.
    pub candidates: Vec<Candidate>,
    /// Every rule of the book.
    pub elements: Vec<Answer>,
    /// Every route.
    pub routes: Vec<Route>,
    /// Every time limit that runs or may run.
    pub deadlines: Vec<DeadlineOutcome>,
    /// Every duty that is owed or may be owed.
    pub duties: Vec<DutyOutcome>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl Answers {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/answers/1";

    /// The document on one line, as `redress law eval` prints it.
    pub fn line(&self) -> String {
        // About a kilobyte an element without trees; growing a megabyte step by step would copy it several times.
        let mut bytes = Vec::with_capacity((self.elements.len() + self.routes.len() * 16) * 1024);
        // Strings, numbers and lists always have a JSON form, and it is UTF-8.
        match serde_json::to_writer(&mut bytes, self) {
            Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}

/// An exception that is checked first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Protected {
    /// The statement or the case.
    pub subject: Scope,
    /// The exception, and what it would set aside.
    pub shield: Shield,
}

/// A charge or a wrong that the file does not exclude.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The statement or the case.
    pub subject: Scope,
    /// The rule.
    pub rule: String,
    /// Crime, violation or civil wrong.
    pub role: Role,
    /// Its value.
    pub value: Value,
    /// Its name.
    pub label: Label,
    /// Set to O where it rests on a text that was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What else of the law that it rests on was not checked: a first day, an end, a number.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// From a draft that is not in force.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The graver of several crimes of one act is punished (法释〔2013〕21号 art 9; 刑法 286-1(3), 287-1(3)): for
    /// comparison the highest principal penalty in months, where the book states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heaviest_months: Option<u64>,
}

/// One rule on one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The statement or the case.
    pub subject: Scope,
    /// The rule.
    pub rule: String,
    /// Its name.
    pub label: Label,
    /// What kind of answer it is.
    pub role: Role,
    /// Whether the file says anything about what it asks.
    pub said: bool,
    /// The value, worst and best over the disputes: `"TT"`, `"FF"`, `"UU"`, `"FT"`, `"UT"`, `"FU"`.
    pub value: Value,
    /// The same in a word.
    pub means: Meaning,
    /// With open defences assumed absent and presumptions applied, where it differs; may flip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presumptive: Option<Value>,
    /// With catch-alls read as "no", where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enumerated: Option<Value>,
    /// First day of the version that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub version: Option<Date>,
    /// Rank of the instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// The deciding articles, the provision first.
    pub cites: Vec<Article>,
    /// Set to O where the text was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What else of the law that it rests on was not checked: a first day, an end, a number.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// From a draft that is not in force.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// What decides: facts with the reason of each.
    pub reasons: Vec<Why>,
    /// Contested readings, and whether each matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingUse>,
    /// Facts with several values on file, and whether it matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub several: Vec<Several>,
    /// Values that it gives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Given>,
    /// Values that apply together and do not agree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict: Vec<String>,
    /// The whole explanation, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tree: Option<Node>,
}

/// A value in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// TT 达到.
    MadeOut,
    /// FF 未达到.
    NotMadeOut,
    /// UU 证据不足.
    EvidenceMissing,
    /// FT 有争议.
    Disputed,
    /// UT 证据不足，另有争议.
    MissingAndDisputed,
    /// FU 有争议，仍有缺口.
    DisputedWithGap,
    /// UU 本书没有那时的法律: nothing that could be collected decides it.
    NoLaw,
}

impl From<Value> for Meaning {
    fn from(value: Value) -> Meaning {
        match value {
            Value::TT => Meaning::MadeOut,
            Value::FF => Meaning::NotMadeOut,
            Value::UU => Meaning::EvidenceMissing,
            Value::FT => Meaning::Disputed,
            Value::UT => Meaning::MissingAndDisputed,
            _ => Meaning::DisputedWithGap,
        }
    }
}

/// One reason: a step that decides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// Message code of the law room: `"law-why-number-reached"`.
    pub code: String,
    /// Its value.
    pub value: Value,
    /// The facts that it reads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
    /// The rule that decides here; its own reasons are in its own answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The articles of the step, or of the nearest step above that names one.
    pub cites: Vec<Article>,
}
