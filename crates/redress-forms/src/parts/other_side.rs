//! The other side of a civil paper: respondents as far as they are known, whoever answers for them, and platforms.

use super::{AccountPart, PersonPart, RepresentativePart, RespondentPart};
use crate::Source;
use redress_case::{Because, Capacity};
use redress_paper::{Cell, Pen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a civil paper prints of a respondent (民事诉讼法 124, in force 2024-01-01, day unverified).
pub(crate) const CIVIL_RESPONDENT_DETAILS: &[&str] = &[
    "name",
    "sex",
    "birth",
    "ethnicity",
    "employer",
    "occupation",
    "address",
    "phone",
    "id-number",
    "representative",
    "licence",
    "accounts",
];
/// What it prints of a platform.
pub(crate) const PLATFORM_DETAILS: &[&str] =
    &["name", "representative", "address", "phone", "id-number", "licence"];

/// A network service provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlatformPart {
    /// Which.
    pub person: PersonPart,
    /// Whether this paper is directed against it.
    pub sued: Option<bool>,
}

impl PlatformPart {
    /// Every platform on file. Whether it is sued, only a recorded fact says (法释〔2014〕11号 2, as of 2021-01-01: the user
    /// alone, the platform alone, or both).
    pub(crate) fn all(source: &Source<'_>) -> Vec<PlatformPart> {
        let sued = match super::recorded::word(source, "civil_defendant").as_deref() {
            Some("platform-only" | "user-and-platform") => Some(true),
            Some("user-only") => Some(false),
            _ => None,
        };
        let parties = super::person::standing(source, Capacity::Platform);
        parties.map(|party| PlatformPart { person: PersonPart::of(source, &party), sued }).collect()
    }
}

impl RespondentPart {
    /// Whoever answers for a minor or for somebody without capacity on the other side (民法典 1188, in force 2021-01-01;
    /// 法释〔2024〕12号 4, in force 2024-09-27).
    pub(crate) fn guardians(source: &Source<'_>) -> Vec<RepresentativePart> {
        let parties = source.state.parties();
        let mut all = RepresentativePart::all(source, Capacity::Guardian);
        all.retain(|one| {
            let of = one.acts_for.and_then(|id| parties.get(&id));
            matches!(one.because, Some(Because::Minor | Because::Incapable))
                && of.is_some_and(|party| {
                    party.capacity == Capacity::Respondent && !source.leaves_out(&party.id.to_string())
                })
        });
        all
    }

    /// The table of a civil paper: name and address, which the law asks for, and whatever else is known.
    pub(crate) fn lay_known(&self, pen: &mut Pen<'_>, name: &str) {
        let mut rows = Vec::new();
        if self.unknown {
            rows.push(vec![Cell::label(pen.say("person-name")), Cell::of(self.unknown_runs(pen))]);
        } else {
            pen.within("person", |pen| self.person.lay_known(pen, &mut rows));
        }
        let accounts = self.account_text();
        if self.unknown || accounts.is_some() {
            pen.row_named(&mut rows, "respondent-accounts", "named_accounts", accounts.as_deref());
        }
        pen.grid(name, rows);
    }

    /// Every account of these respondents, once.
    pub(crate) fn accounts_of<'a>(all: impl Iterator<Item = &'a RespondentPart>) -> Vec<AccountPart> {
        let accounts: std::collections::BTreeSet<AccountPart> =
            all.flat_map(|one| one.accounts.iter().cloned()).collect();
        accounts.into_iter().collect()
    }
}

impl PersonPart {
    /// Name and address, and of everything else what is known.
    pub(crate) fn lay_known(&self, pen: &mut Pen<'_>, rows: &mut Vec<Vec<Cell>>) {
        let (name, address) = match self.organisation {
            true => ("respondent-organisation", "respondent-seat"),
            false => ("respondent-name", "respondent-address"),
        };
        pen.row(rows, name, "name", self.name.as_deref());
        let number = if self.organisation { "person-credit-code" } else { "person-id-number" };
        let known = [
            ("person-legal-representative", "legal_representative", &self.legal_representative),
            ("person-sex", "sex", &self.sex),
            ("person-birth", "birth", &self.birth),
            ("person-ethnicity", "ethnicity", &self.ethnicity),
            ("person-employer", "employer", &self.employer),
            ("person-occupation", "occupation", &self.occupation),
        ];
        for (key, field, value) in known.into_iter().filter(|(.., value)| value.is_some()) {
            pen.row(rows, key, field, value.as_deref());
        }
        pen.row(rows, address, "address", self.address.as_deref());
        let known = [("person-phone", "phone", &self.phone), (number, "id_number", &self.id_number)];
        for (key, field, value) in known.into_iter().filter(|(.., value)| value.is_some()) {
            pen.row(rows, key, field, value.as_deref());
        }
    }
}
