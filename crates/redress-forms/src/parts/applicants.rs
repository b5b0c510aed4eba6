//! Whoever signs a paper: the persons themselves, those who act in their place, their agents, and the dead for whom a
//! relative acts (刑法 98; 刑事诉讼法 114, in force 2018-10-26; 民法典 994, in force 2021-01-01).

use super::person::standing;
use super::{AGENT_DETAILS, CIVIL_DETAILS, PersonPart, RepresentativePart, RespondentPart, SHORT_DETAILS};
use crate::Source;
use redress_case::Capacity;
use redress_paper::{Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which details of the parties an application prints.
pub(crate) const APPLICATION_DETAILS: &[(Capacity, &[&str])] = &[
    (Capacity::Victim, CIVIL_DETAILS),
    (Capacity::Guardian, SHORT_DETAILS),
    (Capacity::Relative, SHORT_DETAILS),
    (Capacity::Agent, AGENT_DETAILS),
    (Capacity::Respondent, OTHER_SIDE),
];
/// What is printed of the other side: who it is as far as known, and the accounts.
pub(crate) const OTHER_SIDE: &[&str] = &["name", "sex", "address", "phone", "accounts"];

/// Everybody on the side that signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ApplicantsPart {
    /// The persons whose matter it is.
    pub persons: Vec<PersonPart>,
    /// Persons who have died; a relative acts.
    pub deceased: Vec<PersonPart>,
    /// Legal representatives, and relatives who act in a person's place.
    pub acting: Vec<RepresentativePart>,
    /// Agents by mandate.
    pub agents: Vec<RepresentativePart>,
}

impl ApplicantsPart {
    /// The parties of the case.
    pub(crate) fn of(source: &Source<'_>) -> ApplicantsPart {
        let (dead, living): (Vec<_>, Vec<_>) =
            standing(source, Capacity::Victim).partition(|party| party.died.is_some());
        let part = |party| PersonPart::of(source, &party);
        let acting = [Capacity::Guardian, Capacity::Relative];
        ApplicantsPart {
            persons: living.into_iter().map(part).collect(),
            deceased: dead.into_iter().map(part).collect(),
            acting: acting.into_iter().flat_map(|one| RepresentativePart::for_victim(source, one)).collect(),
            agents: RepresentativePart::for_victim(source, Capacity::Agent),
        }
    }

    /// Their tables, under `key`; `field` is their name in the input. Where nobody is named, one that asks for somebody.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>, field: &str, key: &str) {
        let nobody = [PersonPart::default()];
        let alone = self.persons.is_empty() && self.acting.is_empty();
        let persons: &[PersonPart] = if alone { &nobody } else { &self.persons };
        pen.within(field, |pen| {
            each(pen, "persons", key, persons, |one, pen| one.lay_short(pen, key));
            for one in &self.deceased {
                pen.heading(2, "applicant-deceased");
                let name = one.name.as_ref().map(|name| Run::filled(name.as_str())).into_iter().collect();
                pen.grid(
                    "applicant-deceased",
                    vec![vec![Cell::label(pen.say("person-name")), Cell::of(name)]],
                );
            }
            each(pen, "acting", "applicant-acting", &self.acting, |one, pen| {
                one.lay(pen, "applicant-acting")
            });
            each(pen, "agents", "applicant-agent", &self.agents, |one, pen| one.lay(pen, "applicant-agent"));
        });
    }
}

/// Respondents as an application names them: who it is as far as known, and the accounts. Where who it is, is not
/// known, the paper says so and asks for an account; where it is known, nothing more is asked for.
pub(crate) fn lay_respondents(pen: &mut Pen<'_>, field: &str, key: &str, all: &[RespondentPart]) {
    let nobody = [RespondentPart::default()];
    let all = if all.is_empty() { &nobody } else { all };
    each(pen, field, key, all, |one, pen| {
        let mut rows = Vec::new();
        if one.unknown {
            let unknown = pen.say("identity-unknown");
            rows.push(vec![Cell::label(pen.say("other-side-name")), Cell::of(unknown)]);
        } else {
            let name = one.person.name.as_deref();
            pen.within("person", |pen| pen.row(&mut rows, "other-side-name", "name", name));
        }
        let known = [
            ("person-sex", &one.person.sex),
            ("person-address", &one.person.address),
            ("person-phone", &one.person.phone),
        ];
        for (key, value) in known {
            if let Some(value) = value {
                rows.push(vec![Cell::label(pen.say(key)), Cell::of(vec![Run::filled(value.as_str())])]);
            }
        }
        let accounts = one.account_text();
        if one.unknown || accounts.is_some() {
            pen.row_named(&mut rows, "respondent-accounts", "named_accounts", accounts.as_deref());
        }
        pen.grid(key, rows);
    });
}

/// Every element of a list under a heading, its fields under its place in the input.
fn each<T>(pen: &mut Pen<'_>, field: &str, key: &str, all: &[T], mut lay: impl FnMut(&T, &mut Pen<'_>)) {
    for (at, one) in all.iter().enumerate() {
        pen.heading(2, key);
        pen.within(field, |pen| pen.within(at, |pen| lay(one, pen)));
    }
}
