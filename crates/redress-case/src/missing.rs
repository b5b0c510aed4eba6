//! What would change a result: completion sets, in the order in which they are worth doing.

use redress_base::Value;
use redress_facts::Scope;
use redress_law::Completions;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The smallest sets of facts that would change one result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissingRow {
    /// Case or statement.
    pub scope: Scope,
    /// Rule of the law book.
    pub rule: String,
    /// What it is now.
    pub now: Value,
    /// Sets of facts; each set alone would make it out.
    pub completions: Completions,
}
