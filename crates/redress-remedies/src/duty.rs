//! What a body or a party owes, with the day from which, the day by which, the day on which it was done,
//! and whether proof of that is on file (Guiding Opinions 17 and its statutory twins among them).

use crate::desk::Desk;
use crate::route::{UNVERIFIED, open_marks};
use crate::{Cite, Who};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::Period;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DutyState {
    /// Owed, and no day is fixed by which.
    Owed,
    /// Owed, and its day has not passed.
    Running,
    /// Done, in time where a day is fixed.
    Kept,
    /// Done after its day.
    Late,
    /// Its day has passed, and nothing on file says that it was done.
    Passed,
    /// Done, and proof of it is not on file.
    Unproven,
    /// Whether it is owed, or by when, is not known.
    Unknown,
}

impl DutyState {
    /// All of them.
    pub const ALL: [DutyState; 7] = [
        DutyState::Owed,
        DutyState::Running,
        DutyState::Kept,
        DutyState::Late,
        DutyState::Passed,
        DutyState::Unproven,
        DutyState::Unknown,
    ];

    /// The code of its sentence.
    pub const fn code(self) -> &'static str {
        match self {
            DutyState::Owed => "remedies-duty-is-owed",
            DutyState::Running => "remedies-duty-is-running",
            DutyState::Kept => "remedies-duty-is-kept",
            DutyState::Late => "remedies-duty-is-late",
            DutyState::Passed => "remedies-duty-is-passed",
            DutyState::Unproven => "remedies-duty-is-without-proof",
            DutyState::Unknown => "remedies-duty-is-unknown",
        }
    }
}

/// What a body or a party owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// `"remedies-duty-tell-agent"`.
    pub code: String,
    /// Who owes it.
    pub by: Who,
    /// Which statement, or the case.
    pub scope: Scope,
    /// Where it stands.
    pub state: DutyState,
    /// Date fact from which it is owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_term: Option<String>,
    /// That day, where it is on file; the day itself is not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The last day, computed strictly, where the law fixes a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// The rules may move the end past a holiday; `due` leaves that out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_extend: bool,
    /// Date fact of its being done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_term: Option<String>,
    /// That day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub done: Option<Date>,
    /// Yes/no fact that proof of its being done is on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof_term: Option<String>,
    /// What is known of that proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Value>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Duty {
    /// A duty of which nothing more is said yet.
    pub(crate) fn new(code: &str, by: Who, cites: Vec<Cite>) -> Duty {
        Duty {
            code: code.to_owned(),
            by,
            scope: Scope::Case,
            state: DutyState::Unknown,
            from_term: None,
            from: None,
            due: None,
            may_extend: false,
            done_term: None,
            done: None,
            proof_term: None,
            proof: None,
            unverified: cites.iter().any(|cite| cite.unverified),
            cites,
        }
    }

    /// Codes of the marks that are shown with the duty.
    pub fn marks(&self) -> Vec<&'static str> {
        let of = |shown: bool, code: &'static str| shown.then_some(code);
        [of(self.may_extend, "remedies-may-extend"), of(self.unverified, UNVERIFIED)]
            .into_iter()
            .flatten()
            .chain(open_marks(&self.cites))
            .collect()
    }
}

/// A duty on the facts of the file: which facts date it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dates {
    from: Option<&'static str>,
    within: Option<Period>,
    done: Option<&'static str>,
    proof: Option<&'static str>,
    standing: bool,
}

impl Dates {
    /// Owed on this route from the start.
    pub(crate) const fn standing() -> Dates {
        Dates { from: None, within: None, done: None, proof: None, standing: true }
    }

    /// The same, where it is owed at all; else nothing is said of it but that it may be.
    pub(crate) const fn only_if(self, owed: bool) -> Dates {
        if owed { self } else { Dates { from: None, within: None, standing: false, ..self } }
    }

    /// Owed from the day of this fact on.
    pub(crate) const fn from(term: &'static str) -> Dates {
        Dates { from: Some(term), within: None, done: None, proof: None, standing: false }
    }

    /// By the end of this period.
    pub(crate) const fn within(self, period: Period) -> Dates {
        Dates { within: Some(period), ..self }
    }

    /// Done on the day of this fact.
    pub(crate) const fn done(self, term: &'static str) -> Dates {
        Dates { done: Some(term), ..self }
    }

    /// Proved by this fact.
    pub(crate) const fn proof(self, term: &'static str) -> Dates {
        Dates { proof: Some(term), ..self }
    }

    /// Puts the dates of one scope to a duty.
    pub(crate) fn put(self, desk: &Desk<'_>, scope: &Scope, duty: Duty) -> Duty {
        let days = |term: Option<&str>| term.and_then(|term| desk.days(scope, term));
        let (from, done) = (days(self.from), days(self.done));
        let end = |day: Date| self.within.and_then(|period| period.due(day));
        let (due, latest) = (from.and_then(|d| end(d.earliest)), from.and_then(|d| end(d.latest)));
        let proof = self.proof.map(|term| desk.value(scope, term));
        let today = desk.today();
        let state = match (done, due, latest) {
            (Some(_), ..) if proof.is_some_and(|proof| proof != Value::TT) => DutyState::Unproven,
            (Some(done), Some(due), Some(latest)) => match () {
                () if done.latest <= due.strict => DutyState::Kept,
                () if done.earliest > latest.strict => DutyState::Late,
                () => DutyState::Unknown,
            },
            (Some(_), ..) => DutyState::Kept,
            (None, Some(due), Some(_)) if today <= due.strict => DutyState::Running,
            (None, Some(_), Some(latest)) if today > latest.strict => DutyState::Passed,
            (None, None, _) if self.within.is_none() && (from.is_some() || self.standing) => DutyState::Owed,
            _ => DutyState::Unknown,
        };
        Duty {
            state,
            scope: scope.clone(),
            from_term: self.from.map(str::to_owned),
            from: from.map(|days| days.earliest),
            due: due.map(|due| due.strict),
            may_extend: due.is_some_and(|due| due.may_extend),
            done_term: self.done.map(str::to_owned),
            done: done.map(|days| days.earliest),
            proof_term: self.proof.map(str::to_owned),
            proof,
            ..duty
        }
    }
}
