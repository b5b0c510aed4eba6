//! One file of facts as it comes in (schema `redress/facts/1`): one line of JSON.

use redress_base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The name of this form; may be left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<FormName>,
    /// Its name; comes back with the answers.
    pub id: String,
    /// The day that the question is asked for: `"2026-11-21"`.
    #[schemars(with = "String")]
    pub at: Date,
    /// The day of filing, which chooses the law of procedure; `at` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub filed: Option<Date>,
    /// The facts. Several entries for one fact and subject are several sourced values.
    pub facts: Vec<FactLine>,
    /// Contested readings that are chosen: the reading's name to the alternative's.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub readings: BTreeMap<String, String>,
}

/// The name of the form of a file of facts. There is one so far; a file that names another is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum FormName {
    /// The first.
    #[serde(rename = "redress/facts/1")]
    Facts1,
}

/// One value of one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactLine {
    /// Name of the vocabulary: `"view_count"` (`redress law facts` lists them).
    pub fact: String,
    /// `"case"`, or the statement that it is about, by any name. Left out: the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// `true`, `false`, a whole number, a word, a list of words, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Value>,
    /// At least this many, in place of `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lo: Option<u64>,
    /// At most this many; without it there is no upper bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hi: Option<u64>,
    /// Unit of a count: `"views"`. Left out: the unit of the fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How it was established.
    pub standing: LineStanding,
    /// As of when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub as_of: Option<Date>,
    /// Who or what says so. A bare statement without a source shows nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Said by the other side.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub against: bool,
}

/// How a fact was established, as a file says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineStanding {
    /// Computed from evidence.
    Measured,
    /// Stated by a party; counts with a source.
    Stated,
    /// Written in an official document.
    Official,
    /// Admitted by the other side.
    Admitted,
    /// Judged by a person; the only standing that a judgement may have.
    Judged,
    /// Disputed: holds with every dispute settled for the complainant, falls away otherwise.
    Disputed,
    /// Looked into, and cannot be known.
    Unknown,
}

impl File {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/facts/1";

    /// The subject of a line; `"case"` where it names none.
    pub(crate) fn subject(line: &FactLine) -> &str {
        line.subject.as_deref().unwrap_or("case")
    }
}
