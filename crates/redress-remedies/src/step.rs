//! What is done on a route, by whom, and what to know before it cannot be taken back.

use crate::Cite;
use crate::route::{UNVERIFIED, open_marks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who takes a step or owes a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The person whose case it is, or who may act for them.
    Person,
    /// A people's court.
    Court,
    /// A public-security organ.
    Police,
    /// A people's procuratorate.
    Procuratorate,
    /// The government that decides on reconsideration.
    Government,
    /// A network service provider.
    Platform,
    /// A legal-aid organ.
    LegalAid,
    /// The judicial-administration department that decides on objections to a legal-aid decision.
    JusticeDepartment,
    /// Whoever acted.
    Actor,
}

impl Who {
    /// The code of its name: `"remedies-who-court"`.
    pub const fn code(self) -> &'static str {
        match self {
            Who::Person => "remedies-who-person",
            Who::Court => "remedies-who-court",
            Who::Police => "remedies-who-police",
            Who::Procuratorate => "remedies-who-procuratorate",
            Who::Government => "remedies-who-government",
            Who::Platform => "remedies-who-platform",
            Who::LegalAid => "remedies-who-legal-aid",
            Who::JusticeDepartment => "remedies-who-justice-department",
            Who::Actor => "remedies-who-actor",
        }
    }
}

/// One step of a route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// `"remedies-step-file-private-suit"`.
    pub code: String,
    /// Who takes it.
    pub by: Who,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// Cannot be taken back, or takes something away: the warnings that name it come first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub irreversible: bool,
}

impl Step {
    /// Codes of the marks that are shown with the step.
    pub fn marks(&self) -> Vec<&'static str> {
        self.irreversible
            .then_some("remedies-irreversible")
            .into_iter()
            .chain(open_marks(&self.cites))
            .collect()
    }
}

/// What to know before a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// `"remedies-warn-some-only"`.
    pub code: String,
    /// Code of the step it comes before, where there is one in this route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Warning {
    /// Codes of the marks that are shown with the warning.
    pub fn marks(&self) -> Vec<&'static str> {
        self.unverified.then_some(UNVERIFIED).into_iter().chain(open_marks(&self.cites)).collect()
    }
}
