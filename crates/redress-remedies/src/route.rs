//! What a route is: its state, and everything a person needs to know before taking it.
//!
//! Codes only. The sentences are in `locales/<language>/remedies.ftl`.

use crate::Cite;
use redress_base::{Arg, Date, Value};
use redress_facts::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The six routes, in the order in which they are always shown. The order says nothing about which
/// is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RouteId {
    /// 刑事自诉.
    PrivateProsecution,
    /// 公诉.
    PublicProsecution,
    /// 治安管理处罚.
    AdministrativePenalty,
    /// 民事诉讼.
    CivilSuit,
    /// 人格权侵害禁令.
    Injunction,
    /// 公益诉讼.
    PublicInterestSuit,
}

impl RouteId {
    /// All six, in their fixed order.
    pub const ALL: [RouteId; 6] = [
        RouteId::PrivateProsecution,
        RouteId::PublicProsecution,
        RouteId::AdministrativePenalty,
        RouteId::CivilSuit,
        RouteId::Injunction,
        RouteId::PublicInterestSuit,
    ];

    /// The word used in files and codes: `"private-prosecution"`.
    pub const fn word(self) -> &'static str {
        match self {
            RouteId::PrivateProsecution => "private-prosecution",
            RouteId::PublicProsecution => "public-prosecution",
            RouteId::AdministrativePenalty => "administrative-penalty",
            RouteId::CivilSuit => "civil-suit",
            RouteId::Injunction => "injunction",
            RouteId::PublicInterestSuit => "public-interest-suit",
        }
    }

    /// The code of its name: `"remedies-route-private-prosecution"`.
    pub const fn code(self) -> &'static str {
        match self {
            RouteId::PrivateProsecution => "remedies-route-private-prosecution",
            RouteId::PublicProsecution => "remedies-route-public-prosecution",
            RouteId::AdministrativePenalty => "remedies-route-administrative-penalty",
            RouteId::CivilSuit => "remedies-route-civil-suit",
            RouteId::Injunction => "remedies-route-injunction",
            RouteId::PublicInterestSuit => "remedies-route-public-interest-suit",
        }
    }

    /// Whether it can end in a penalty, so that Article 10 of the Guiding Opinions is its first gate.
    pub const fn penal(self) -> bool {
        matches!(
            self,
            RouteId::PrivateProsecution | RouteId::PublicProsecution | RouteId::AdministrativePenalty
        )
    }
}

impl fmt::Display for RouteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Where a route stands on the material in this file, today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The conditions are made out and the procedure allows it.
    Open,
    /// A named thing is missing that the person or an authority can bring.
    Waiting,
    /// A condition fails, or the route is barred.
    Closed,
    /// It turns on facts that are disputed, that only a person can judge, or on a contested reading.
    Unknown,
}

impl State {
    /// All four.
    pub const ALL: [State; 4] = [State::Open, State::Waiting, State::Closed, State::Unknown];

    /// The word used in files.
    pub const fn word(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Waiting => "waiting",
            State::Closed => "closed",
            State::Unknown => "unknown",
        }
    }

    /// The code of its name: `"remedies-state-open"`.
    pub const fn code(self) -> &'static str {
        match self {
            State::Open => "remedies-state-open",
            State::Waiting => "remedies-state-waiting",
            State::Closed => "remedies-state-closed",
            State::Unknown => "remedies-state-unknown",
        }
    }
}

/// One of the six routes, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Which.
    pub id: RouteId,
    /// Where it stands.
    pub state: State,
    /// Why: each condition with its value, what decides first.
    pub reasons: Vec<Reason>,
    /// Facts whose finding would change it, cheapest and most perishable first.
    pub needs: Vec<Need>,
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// Until when.
    pub deadlines: Vec<Deadline>,
    /// What to know before a step that cannot be taken back.
    pub warnings: Vec<Warning>,
    /// What the authorities owe.
    pub duties: Vec<Duty>,
}

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

/// A fact that would change a route.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Term of the vocabulary.
    pub term: String,
    /// Which statement, or the case.
    pub scope: Scope,
}

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
        }
    }
}

/// The sentence that stands above the six routes.
pub const NO_CHOICE: &str = "remedies-no-choice";

/// The mark of law that was not checked against a text.
pub const UNVERIFIED: &str = "remedies-unverified";

impl Reason {
    /// Codes of the marks that are shown with the line.
    pub fn marks(&self) -> Vec<&'static str> {
        let contested = self.contested.then_some("remedies-contested");
        contested.into_iter().chain(self.unverified.then_some(UNVERIFIED)).collect()
    }
}

impl Step {
    /// Codes of the marks that are shown with the step.
    pub fn marks(&self) -> Vec<&'static str> {
        self.irreversible.then_some("remedies-irreversible").into_iter().collect()
    }
}

impl Deadline {
    /// Takes note of the day on which it was done. Done in time, the date can no longer pass.
    #[must_use]
    pub(crate) fn done(self, on: Option<Date>) -> Deadline {
        let kept = on.filter(|day| self.due.is_some_and(|due| *day <= due));
        let passed = if kept.is_some() { Some(false) } else { self.passed };
        Deadline { kept, passed, ..self }
    }

    /// Codes of the marks that are shown with the date.
    pub fn marks(&self) -> Vec<&'static str> {
        let of = |shown: bool, code: &'static str| shown.then_some(code);
        [
            of(self.from.is_none(), "remedies-date-missing"),
            of(self.passed == Some(true), "remedies-passed"),
            of(self.kept.is_some(), "remedies-kept"),
            of(self.for_authority, "remedies-for-authority"),
            of(self.may_extend, "remedies-may-extend"),
            of(self.unverified, UNVERIFIED),
        ]
        .into_iter()
        .flatten()
        .collect()
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

/// Until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// `"remedies-deadline-criminal-limitation"`.
    pub code: String,
    /// Which statement, or the case.
    pub scope: Scope,
    /// The day it is counted from, when known; that day itself is not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The fact that day comes from; where `from` is absent, the fact that is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_term: Option<String>,
    /// The last day, computed strictly; absent while `from` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// Whether that day has passed with nothing done; absent while it is unknown, or where the sources
    /// of `from` differ and it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<bool>,
    /// The day on which what the date asks for was done, where that was in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub kept: Option<Date>,
    /// The authority's rules may move the end past a holiday; `due` leaves that out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_extend: bool,
    /// Binds an authority, not the person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_authority: bool,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
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

/// What an authority or a platform owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// `"remedies-duty-tell-rights"`.
    pub code: String,
    /// Who owes it.
    pub by: Who,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}
