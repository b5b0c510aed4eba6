//! A part of a route that stands for itself: one claim, or one defendant.

use crate::part::Part;
use crate::route::{CONTESTED, UNVERIFIED, open_marks};
use crate::{Cite, Need, State};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One claim, or one defendant, with its own state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// `"remedies-claim-mental-damages"`, `"remedies-defendant-guardian"`.
    pub code: String,
    /// Where it stands.
    pub state: State,
    /// Facts whose finding would change it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// At most so many yuan, where the law sets a most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yuan_to: Option<u64>,
    /// Codes of what else is to be known of it: for what, and together with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// A reading on which authorities differ, or which no text settles.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contested: bool,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Branch {
    /// A branch with the state that its condition comes to.
    pub(crate) fn new(code: &str, condition: &Part, cites: Vec<Cite>) -> Branch {
        let state = condition.state();
        let open = state == State::Open;
        Branch {
            code: code.to_owned(),
            state,
            needs: if open { Vec::new() } else { condition.element.needs.iter().cloned().collect() },
            yuan_to: None,
            also: Vec::new(),
            contested: condition.lines.iter().any(|line| line.contested && line.decisive),
            unverified: cites.iter().any(|cite| cite.unverified),
            cites,
        }
    }

    /// What else is to be known of it.
    #[must_use]
    pub(crate) fn also(mut self, codes: &[&str]) -> Branch {
        self.also.extend(codes.iter().map(|code| (*code).to_owned()));
        self
    }

    /// Codes of the marks that are shown with the branch.
    pub fn marks(&self) -> Vec<&'static str> {
        let contested = self.contested.then_some(CONTESTED);
        let marks = contested.into_iter().chain(self.unverified.then_some(UNVERIFIED));
        marks.chain(open_marks(&self.cites)).collect()
    }
}
