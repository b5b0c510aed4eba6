//! What changes in the law between two days.

mod lines;
mod say;
mod sides;

pub use lines::{Line, LineMark};
pub use say::diff_text;

use redress_base::{Article, Date};
use redress_law::{Body, Book, Confidence, InForce, Label, Role, period::Length};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sides::{instruments, periods, provisions, rules};

/// What happens to something between the two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// In force on the second day only.
    Begins,
    /// In force on the first day only.
    Ends,
    /// In force on both, in different versions.
    Changes,
}

/// An instrument of which the book holds a provision on one of the two days only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentChange {
    /// Begins or ends.
    pub kind: ChangeKind,
    /// Its folder: `"cn/psapl-2025"`.
    pub instrument: String,
    /// Its name.
    pub title: Label,
    /// Whether it is a draft that is not in force.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// A provision that begins, ends or has another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionChange {
    /// What happens.
    pub kind: ChangeKind,
    /// The article.
    pub article: Article,
    /// Its name.
    pub title: Label,
    /// When it is in force; of two versions, the later one.
    pub in_force: InForce,
    /// What ended it, where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// What it ended, where it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Article>,
}

/// One version of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleSide {
    /// What it cites, the provision first.
    pub cites: Vec<Article>,
    /// When it is in force.
    pub in_force: InForce,
    /// What kind of answer it gives.
    pub role: Role,
    /// Whether its text was verified.
    pub confidence: Confidence,
    /// Whether it comes from a draft.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The rule in the rule language, with Chinese and with English keywords.
    pub printed: Label,
}

/// A measure of severity that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureChange {
    /// The value to which it belongs (`"heavier"`); absent: the rule as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift: Option<String>,
    /// `"fine-yuan-max"`.
    pub measure: String,
    /// On the first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<u64>,
    /// On the second day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<u64>,
}

/// A rule that begins, ends or has another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleChange {
    /// What happens.
    pub kind: ChangeKind,
    /// The rule.
    pub rule: String,
    /// Its name; of two versions, the later one's.
    pub label: Label,
    /// The version of the first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<RuleSide>,
    /// The version of the second day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<RuleSide>,
    /// Measures of severity that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severity: Vec<MeasureChange>,
    /// The two versions line by line, with Chinese keywords; only where both exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines_zh: Vec<Line>,
    /// The same with English keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines_en: Vec<Line>,
}

/// A time limit or a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodKind {
    /// A time limit.
    Deadline,
    /// A duty.
    Duty,
}

/// A time limit or duty on one of the days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodSide {
    /// Its name.
    pub label: Label,
    /// Whom it binds.
    pub who: Body,
    /// How long; absent: promptly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// Date facts from which it is counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// The rule without which it is not owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The article.
    pub article: Article,
}

/// A time limit or duty that begins, ends or differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodChange {
    /// What happens.
    pub kind: ChangeKind,
    /// Which of the two it is.
    pub what: PeriodKind,
    /// Its id.
    pub id: String,
    /// On the first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<PeriodSide>,
    /// On the second day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<PeriodSide>,
}

/// What changes between two days (schema `redress/law-diff/1`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawDiff {
    /// `"redress/law-diff/1"`.
    pub schema: String,
    /// The first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// The second day.
    #[schemars(with = "String")]
    pub to: Date,
    /// Digest of the book.
    pub digest: String,
    /// Instruments.
    pub instruments: Vec<InstrumentChange>,
    /// Provisions.
    pub provisions: Vec<ProvisionChange>,
    /// Rules, in the order of their ids.
    pub rules: Vec<RuleChange>,
    /// Time limits and duties, in the order of their ids.
    pub periods: Vec<PeriodChange>,
}

impl LawDiff {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/law-diff/1";

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.instruments.is_empty()
            && self.provisions.is_empty()
            && self.rules.is_empty()
            && self.periods.is_empty()
    }
}

/// Compares the law in force on two days. Only what the book holds is compared; a version whose end nobody has
/// researched counts as in force.
pub fn diff(book: &Book, from: Date, to: Date) -> LawDiff {
    LawDiff {
        schema: LawDiff::SCHEMA.to_owned(),
        from,
        to,
        digest: book.digest().to_owned(),
        instruments: instruments(book, from, to),
        provisions: provisions(book, from, to),
        rules: rules(book, from, to),
        periods: periods(book, from, to),
    }
}
