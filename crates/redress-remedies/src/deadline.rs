//! Until when: a day computed from a dated fact.

use crate::Cite;
use crate::desk::{Days, Desk};
use crate::element::Element;
use crate::route::{UNVERIFIED, open_marks};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::Period;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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

impl Deadline {
    /// A date of the case, counted from a date fact of the case.
    pub(crate) fn of_case(
        desk: &Desk<'_>,
        code: &str,
        term: &str,
        period: Period,
        cites: &[Cite],
    ) -> Deadline {
        deadline(desk, &Scope::Case, code, term, desk.days(&Scope::Case, term), period, cites)
    }

    /// It binds an authority.
    #[must_use]
    pub(crate) fn for_authority(self) -> Deadline {
        Deadline { for_authority: true, ..self }
    }

    /// Takes note of the day on which it was done. Done in time, the date can no longer pass; where it may be done in
    /// several ways, one in time is enough.
    #[must_use]
    pub(crate) fn done(self, on: Option<Date>) -> Deadline {
        let kept = on.filter(|day| self.due.is_some_and(|due| *day <= due)).or(self.kept);
        let passed = if kept.is_some() { Some(false) } else { self.passed };
        Deadline { kept, passed, ..self }
    }

    /// The same, by a date fact of the case.
    #[must_use]
    pub(crate) fn done_by(self, desk: &Desk<'_>, term: &str) -> Deadline {
        self.done(desk.days(&Scope::Case, term).map(|days| days.latest))
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
        .chain(open_marks(&self.cites))
        .collect()
    }
}

/// A deadline counted from a date fact; without that date it names the fact that is missing.
pub(crate) fn deadline(
    desk: &Desk<'_>,
    scope: &Scope,
    code: &str,
    term: &str,
    from: Option<Days>,
    period: Period,
    cites: &[Cite],
) -> Deadline {
    let due = from.and_then(|days| period.due(days.earliest));
    let latest = from.and_then(|days| period.due(days.latest)).map(|due| due.strict);
    let after = |day: Date| desk.today() > day;
    let passed = match (due.map(|due| after(due.strict)), latest.map(after)) {
        (Some(strict), Some(generous)) if strict == generous => Some(strict),
        _ => None,
    };
    Deadline {
        code: code.to_owned(),
        scope: scope.clone(),
        from: from.map(|days| days.earliest),
        from_term: Some(term.to_owned()),
        due: due.map(|due| due.strict),
        passed,
        kept: None,
        may_extend: due.is_some_and(|due| due.may_extend),
        for_authority: false,
        cites: cites.to_vec(),
        unverified: cites.iter().any(|cite| cite.unverified),
    }
}

/// Whether a step is in time, counted from a date fact: taken on the day of `done`, else today.
pub(crate) fn within(desk: &Desk<'_>, term: &str, period: Period, done: &str) -> Element {
    let today = Days { earliest: desk.today(), latest: desk.today() };
    let when = desk.days(&Scope::Case, done).unwrap_or(today);
    let end = |day: Date| period.due(day).map(|due| due.strict);
    let value = match desk.days(&Scope::Case, term).map(|days| (end(days.earliest), end(days.latest))) {
        None => Value::UU,
        Some((first, last)) => {
            let in_time = first.is_none_or(|due| when.latest <= due);
            let late = last.is_some_and(|due| when.earliest > due);
            if in_time {
                Value::TT
            } else if late {
                Value::FF
            } else {
                Value::FT
            }
        }
    };
    Element::leaf(desk.vocabulary(), &Scope::Case, term, value)
}
