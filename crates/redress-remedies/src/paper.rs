//! What is handed in on a route, and what it costs.

use crate::Cite;
use crate::route::{UNVERIFIED, open_marks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A paper that a route asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// `"remedies-paper-complaint-defamation"`.
    pub code: String,
    /// Number of the official form (法〔2025〕82号), where there is one: `"02"`. Its layout is not changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Where the law says what it has to hold.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Paper {
    /// Codes of the marks that are shown with the paper.
    pub fn marks(&self) -> Vec<&'static str> {
        self.unverified.then_some(UNVERIFIED).into_iter().chain(open_marks(&self.cites)).collect()
    }
}

/// What a route costs. Where no sum is set, no text that was read sets one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// `"remedies-fee-personality-suit"`.
    pub code: String,
    /// At least so many yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yuan_from: Option<u64>,
    /// At most so many yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yuan_to: Option<u64>,
    /// Codes of what else is to be known of it: what is added, halved, deferred, borne by the losing side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What a later or additional step costs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Fee>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Fee {
    /// A fee between these sums.
    pub(crate) fn new(code: &str, from: u64, to: u64, cites: Vec<Cite>) -> Fee {
        Fee {
            code: code.to_owned(),
            yuan_from: Some(from),
            yuan_to: Some(to),
            also: Vec::new(),
            then: Vec::new(),
            unverified: cites.iter().any(|cite| cite.unverified),
            cites,
        }
    }

    /// What else is to be known of it.
    #[must_use]
    pub(crate) fn also(mut self, codes: &[&str]) -> Fee {
        self.also.extend(codes.iter().map(|code| (*code).to_owned()));
        self
    }

    /// A fee of which no text that was read sets the sum.
    pub(crate) fn unset(code: &str, cites: Vec<Cite>) -> Fee {
        Fee { yuan_from: None, yuan_to: None, ..Fee::new(code, 0, 0, cites) }
    }

    /// What a later or additional step costs.
    #[must_use]
    pub(crate) fn then(mut self, fee: Fee) -> Fee {
        self.then.push(fee);
        self
    }

    /// The fee itself and what later steps cost.
    pub fn all(&self) -> impl Iterator<Item = &Fee> {
        std::iter::once(self).chain(&self.then)
    }

    /// Codes of the marks that are shown with the fee.
    pub fn marks(&self) -> Vec<&'static str> {
        self.unverified.then_some(UNVERIFIED).into_iter().chain(open_marks(&self.cites)).collect()
    }
}
