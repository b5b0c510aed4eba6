//! Why a route stands where it does, and which facts would change that.

use crate::Cite;
use crate::route::{CONTESTED, UNVERIFIED, open_marks};
use redress_base::{Arg, Value};
use redress_facts::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A condition of a route and its value, or a circumstance worth saying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// `"remedies-defendant-definite"`.
    pub code: String,
    /// Made out (`TT`), fails (`FF`), missing or disputed; absent for a circumstance that decides
    /// nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Arguments of the sentence; `value` repeats the value so that the sentence can turn on it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
    /// The rule of the law book that answers it; its explanation stands among the outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// Which statement, or the case.
    pub scope: Scope,
    /// The state follows from this reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decisive: bool,
    /// A reading on which authorities differ, or which no text settles.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contested: bool,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Reason {
    /// Codes of the marks that are shown with the line.
    pub fn marks(&self) -> Vec<&'static str> {
        let contested = self.contested.then_some(CONTESTED);
        let marks = contested.into_iter().chain(self.unverified.then_some(UNVERIFIED));
        marks.chain(open_marks(&self.cites)).collect()
    }
}

/// A fact that would change a route.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Term of the vocabulary.
    pub term: String,
    /// Which statement, or the case.
    pub scope: Scope,
}
