//! The result of one assessment: everything that is shown, printed, bundled and recomputed.
//!
//! It holds no post text, no handle and no name of an account: accounts appear by local number only.

use redress_analysis::{Figure, Params, Timeline};
use redress_base::{Date, Finding, ItemId, Sha256, Stamp, Value};
use redress_evidence::SealedItem;
use redress_facts::{Claim, Scope};
use redress_law::Outcome;
use redress_posts::ReaderReport;
use redress_remedies::Route;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::{MissingRow, Role};

/// Schema of a result.
pub const RESULT_SCHEMA: &str = "redress/result/1";

/// The result of one assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseResult {
    /// [`RESULT_SCHEMA`].
    pub schema: String,
    /// Program and version.
    pub software: String,
    /// Random id of the case.
    pub case_id: String,
    /// Neutral cover name.
    pub cover: String,
    /// When it was assessed, and by whose clock.
    pub as_of: Stamp,
    /// The day for which deadlines were worked out (Beijing).
    #[schemars(with = "String")]
    pub today: Date,
    /// Entries in the ledger that it rests on.
    pub ledger_entries: u64,
    /// SHA-256 of the last of them.
    pub ledger_head: Sha256,
    /// The law book used.
    pub law: LawUsed,
    /// Parameters of the measures.
    pub params: Params,
    /// What is kept.
    pub kept: Kept,
    /// Protected speech, checked first (Guiding Opinions art 10, 2023-09-20).
    pub protected: Vec<ProtectedRow>,
    /// Statements taken up by a person, then the largest of the others.
    pub statements: Vec<StatementRow>,
    /// How many statements there are in all.
    pub statements_total: u64,
    /// Every figure of the statements shown and of the case.
    pub figures: Vec<Figure>,
    /// Posts per hour: `"case"` and each statement that was taken up.
    pub timelines: BTreeMap<String, Timeline>,
    /// Every claim that is relied on.
    pub facts: Vec<FactRow>,
    /// Every rule that the facts of this file touch, also those that fail.
    pub outcomes: Vec<OutcomeRow>,
    /// What would change it.
    pub missing: Vec<MissingRow>,
    /// The twelve routes, in fixed order.
    pub routes: Vec<Route>,
    /// Whatever else was noticed.
    pub findings: Vec<Finding>,
}

/// Which law book was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawUsed {
    /// SHA-256 of the compiled book.
    pub digest: String,
    /// Rules in it.
    pub rules: u64,
}

/// What is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Sums over the items.
    pub totals: Totals,
    /// Every sealed item, in order.
    pub items: Vec<ItemRow>,
}

impl Kept {
    /// How many items somebody brought as evidence: material and papers. Mapping files, heads of the ledger and answers of
    /// timestamp authorities are sealed too, and are no exhibits.
    pub fn brought(&self) -> u64 {
        let brought =
            self.items.iter().filter(|row| matches!(row.role, Role::Material | Role::Paper)).count();
        u64::try_from(brought).unwrap_or(u64::MAX)
    }
}

/// Sums over the sealed items and what was read out of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Sealed items.
    pub items: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Items that posts were read from.
    pub items_read: u64,
    /// Rows seen.
    pub rows: u64,
    /// Distinct posts.
    pub posts: u64,
    /// Distinct accounts.
    pub accounts: u64,
    /// Of these, masked by the tool that exported them.
    pub masked_accounts: u64,
    /// Posts without a date.
    pub undated: u64,
}

/// One sealed item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemRow {
    /// Its record in the evidence log.
    pub item: SealedItem,
    /// What it is for.
    pub role: Role,
    /// Who sealed it.
    pub sealed_by: String,
    /// The mapping by which it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<ItemId>,
    /// What the reader counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReaderReport>,
}

/// What Article 10 says of one statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectedRow {
    /// The statement.
    pub scope: Scope,
    /// Whether it is a report of wrongdoing that is not 诽谤.
    pub report: Value,
    /// Whether it is comment or criticism that is not 侮辱.
    pub criticism: Value,
    /// Whether it is set aside: a shield is made out and nothing of it is relied on for a penalty.
    pub set_aside: bool,
}

/// One statement (同一诽谤信息): posts that say the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementRow {
    /// `st-` and eight hex digits.
    pub id: String,
    /// Key of the post that gives it its id: the earliest dated one.
    pub anchor: String,
    /// Whether a person has said anything about it. Nobody is asked to answer for a statement that
    /// no person has taken up.
    pub taken_up: bool,
    /// Posts that say it.
    pub members: u64,
    /// Of these, word for word the same after normalisation.
    pub exact: u64,
    /// Distinct accounts.
    pub accounts: u64,
    /// When it was first seen, if dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Stamp>,
    /// When it was last seen, if dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Stamp>,
}

/// The claims about one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactRow {
    /// Case or statement.
    pub scope: Scope,
    /// Term of the vocabulary.
    pub term: String,
    /// Every claim that is relied on, in order.
    pub claims: Vec<Claim>,
}

/// One rule, examined for one scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeRow {
    /// Case or statement.
    pub scope: Scope,
    /// Rule of the law book.
    pub rule: String,
    /// One of the answers that the summary gives. The others are elements of these, or say the same by
    /// another article; they are there to be explained.
    pub headline: bool,
    /// Value and explanation, with every version of the law that the acts touch. Where it does not head the summary,
    /// a rule that it names stands here with its value and without its steps; they are in the row of that rule.
    pub outcome: Outcome,
}
