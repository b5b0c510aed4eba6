//! What a route is: its state, and everything a person needs to know before taking it.
//!
//! Codes only. The sentences are in `locales/<language>/remedies.ftl`.

use crate::{Branch, Cite, Crossing, Deadline, Duty, Fee, Need, Paper, Reason, Step, Warning};
use redress_law::Doubt;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The routes, in the order in which they are always shown: criminal, administrative, civil, and those
/// that stand beside. The order says nothing about which is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RouteId {
    /// 刑事自诉.
    PrivateProsecution,
    /// 自诉中请公安机关协助取证.
    PoliceHelp,
    /// 公诉.
    PublicProsecution,
    /// 立案监督.
    FilingSupervision,
    /// 治安管理处罚.
    AdministrativePenalty,
    /// 行政复议.
    Reconsideration,
    /// 民事诉讼.
    CivilSuit,
    /// 人格权侵害禁令.
    Injunction,
    /// 人身安全保护令.
    ProtectionOrder,
    /// 通知平台.
    PlatformNotice,
    /// 公益诉讼.
    PublicInterestSuit,
    /// 法律援助.
    LegalAid,
}

impl RouteId {
    /// All of them, in their fixed order.
    pub const ALL: [RouteId; 12] = [
        RouteId::PrivateProsecution,
        RouteId::PoliceHelp,
        RouteId::PublicProsecution,
        RouteId::FilingSupervision,
        RouteId::AdministrativePenalty,
        RouteId::Reconsideration,
        RouteId::CivilSuit,
        RouteId::Injunction,
        RouteId::ProtectionOrder,
        RouteId::PlatformNotice,
        RouteId::PublicInterestSuit,
        RouteId::LegalAid,
    ];

    /// The word used in files and codes: `"private-prosecution"`.
    pub const fn word(self) -> &'static str {
        match self {
            RouteId::PrivateProsecution => "private-prosecution",
            RouteId::PoliceHelp => "police-help",
            RouteId::PublicProsecution => "public-prosecution",
            RouteId::FilingSupervision => "filing-supervision",
            RouteId::AdministrativePenalty => "administrative-penalty",
            RouteId::Reconsideration => "reconsideration",
            RouteId::CivilSuit => "civil-suit",
            RouteId::Injunction => "injunction",
            RouteId::ProtectionOrder => "protection-order",
            RouteId::PlatformNotice => "platform-notice",
            RouteId::PublicInterestSuit => "public-interest-suit",
            RouteId::LegalAid => "legal-aid",
        }
    }

    /// The code of its name: `"remedies-route-private-prosecution"`.
    pub const fn code(self) -> &'static str {
        match self {
            RouteId::PrivateProsecution => "remedies-route-private-prosecution",
            RouteId::PoliceHelp => "remedies-route-police-help",
            RouteId::PublicProsecution => "remedies-route-public-prosecution",
            RouteId::FilingSupervision => "remedies-route-filing-supervision",
            RouteId::AdministrativePenalty => "remedies-route-administrative-penalty",
            RouteId::Reconsideration => "remedies-route-reconsideration",
            RouteId::CivilSuit => "remedies-route-civil-suit",
            RouteId::Injunction => "remedies-route-injunction",
            RouteId::ProtectionOrder => "remedies-route-protection-order",
            RouteId::PlatformNotice => "remedies-route-platform-notice",
            RouteId::PublicInterestSuit => "remedies-route-public-interest-suit",
            RouteId::LegalAid => "remedies-route-legal-aid",
        }
    }

    /// Whether it can end in a penalty, so that Article 10 of the Guiding Opinions is its first gate.
    pub const fn penal(self) -> bool {
        matches!(
            self,
            RouteId::PrivateProsecution
                | RouteId::PoliceHelp
                | RouteId::PublicProsecution
                | RouteId::FilingSupervision
                | RouteId::AdministrativePenalty
                | RouteId::Reconsideration
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

/// One of the routes, as it stands.
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
    /// Where private and public procedure cross (Guiding Opinions 13): each stage, from either side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crossings: Vec<Crossing>,
    /// What can be claimed, each claim for itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Branch>,
    /// Against whom, each for itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defendants: Vec<Branch>,
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// What is handed in.
    pub papers: Vec<Paper>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
    /// Until when.
    pub deadlines: Vec<Deadline>,
    /// What to know before a step that cannot be taken back.
    pub warnings: Vec<Warning>,
    /// What the authorities owe, and what the person owes.
    pub duties: Vec<Duty>,
}

/// The sentence that stands above the routes.
pub const NO_CHOICE: &str = "remedies-no-choice";

/// The mark of law that was not checked against a text.
pub const UNVERIFIED: &str = "remedies-unverified";

/// The marks of law whose text was read and of which something else was not checked, each once.
pub(crate) fn open_marks(cites: &[Cite]) -> impl Iterator<Item = &'static str> {
    let doubts: BTreeSet<Doubt> = cites.iter().flat_map(|cite| &cite.doubts).copied().collect();
    doubts.into_iter().map(Doubt::code)
}

/// The mark of a reading on which authorities differ.
pub(crate) const CONTESTED: &str = "remedies-contested";
