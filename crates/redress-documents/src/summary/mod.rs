//! The anonymised case summary (以案释法, 指导意见 19, in force 2023-09-20, text unverified): what others may read of a case.
//!
//! It is built from closed words alone: rules, facts, steps and states by their names in the program's books, figures as
//! bands, days as months. No text that a person wrote, no name of a body or a platform, no number of a paper and no exact
//! day goes into it, whatever stands in the file.

mod make;
mod tell;

pub use make::{About, SummaryOptions, summary};
pub(crate) use make::{FIGURES, cited};
pub(crate) use tell::cited as cited_text;

use redress_base::{Article, Count, Unit, Value};
use redress_facts::{Datum, Standing};
use redress_law::{Body, Label};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Schema of a summary.
pub const SUMMARY_SCHEMA: &str = "redress/summary/1";

/// How much of a day is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Days {
    /// Year and month, and how many days lie between two steps.
    #[default]
    Month,
    /// The year alone.
    Year,
}

/// An anonymised summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// [`SUMMARY_SCHEMA`].
    pub schema: String,
    /// SHA-256 of the law book used.
    pub law: String,
    /// How much of a day is told.
    pub days: Days,
    /// Who took part, by role.
    pub people: Vec<Role>,
    /// What of the victim matters to severity (指导意见 8(1)), where publishing it was agreed to.
    pub victim: Vec<Attribute>,
    /// Other circumstances of severity that are made out (指导意见 8).
    pub circumstances: Vec<Line>,
    /// What was said, statement by statement; those that Article 10 protects carry nothing but that.
    pub statements: Vec<StatementTold>,
    /// What is asked of the whole case.
    pub whole: Vec<AnswerTold>,
    /// Each procedure: its stage, and how it came there.
    pub procedures: Vec<ProcedureTold>,
    /// The routes, by where each stands.
    pub routes: Vec<RouteTold>,
    /// The articles that the case explains.
    pub articles: Vec<Cited>,
}

/// Somebody who took part, by role and order: 被害人, 行为人甲.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// `"victim"`, `"defendant"`, `"actor"`, `"relative"`, ….
    pub role: String,
    /// How many of them.
    pub number: u64,
}

/// What of the victim is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// Under eighteen; the guardian agreed to its being told.
    Minor,
    /// With a disability; the person agreed to its being told.
    Disabled,
}

/// An article, and whether it was checked against a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cited {
    /// Which.
    pub article: Article,
    /// Set where it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

/// A name out of the law book with its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its name.
    pub label: Label,
    /// Where the law says so.
    pub cites: Vec<Cited>,
}

/// One statement. It has a number of this summary; its own id could be worked out from its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementTold {
    /// From 1.
    pub number: u64,
    /// Whether it is a report of wrongdoing that Article 10 protects.
    pub report: Value,
    /// Whether it is comment or criticism that Article 10 protects.
    pub criticism: Value,
    /// Whether it is set aside: then nothing more of it is told.
    pub set_aside: bool,
    /// When it was first seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<When>,
    /// What was done, by kind.
    pub conduct: Vec<Conduct>,
    /// How far it went.
    pub spread: Vec<Spread>,
    /// What is made out, not made out, missing or disputed.
    pub answers: Vec<AnswerTold>,
}

/// A month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The year.
    pub year: i16,
    /// The month, where it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i8>,
}

/// A fact of conduct, by its name in the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conduct {
    /// Its name.
    pub label: Label,
    /// Yes, or words of the vocabulary.
    pub value: Datum,
    /// How it was established.
    pub standing: Standing,
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// What is counted.
    pub unit: Unit,
    /// The band, or the figure itself where that was asked for.
    pub count: Count,
}

/// What the law book answers on the material in the file. No verdict: bodies decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerTold {
    /// Rule of the law book.
    pub rule: String,
    /// Its name.
    pub label: Label,
    /// Made out, not made out, missing or disputed.
    pub value: Value,
    /// Where the law says so.
    pub cites: Vec<Cited>,
    /// Its elements.
    pub elements: Vec<Element>,
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Its name.
    pub label: Label,
    /// Made out, not made out, missing or disputed.
    pub value: Value,
}

/// One track of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcedureTold {
    /// The procedure.
    pub label: Label,
    /// Where it stands.
    pub state: Label,
    /// What happened, in order.
    pub steps: Vec<StepTold>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepTold {
    /// What happened.
    pub label: Label,
    /// Who did it, by kind.
    pub by: Body,
    /// Which reason, where the law tells reasons apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Label>,
    /// When.
    pub when: When,
    /// Days since the step before, where days are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// Where the law says so.
    pub cites: Vec<Cited>,
}

/// A route and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteTold {
    /// The code of its name.
    pub route: String,
    /// The code of its state.
    pub state: String,
}
