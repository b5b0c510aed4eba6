//! Parts that many forms share: persons, representatives, respondents with their accounts, statements with their
//! figures, exhibits. Each has its fields, how it is filled, and how it is laid out.

mod applicants;
mod circumstance;
mod closing;
mod document;
mod exhibit;
mod fact;
mod person;
mod respondent;
mod statement;

pub use applicants::ApplicantsPart;
pub use circumstance::CircumstancePart;
pub use document::DocumentPart;
pub use exhibit::ExhibitPart;
pub(crate) use exhibit::pages;
pub use fact::{FactPart, SaidPart};
pub use person::{PersonPart, RepresentativePart};
pub use respondent::{AccountPart, RespondentPart};
pub use statement::StatementPart;

pub(crate) use applicants::{APPLICATION_DETAILS, lay_respondents};
pub(crate) use circumstance::Sayable;
pub(crate) use closing::{
    annex, by_day, close, last_day, lay_evidence, lay_own, lay_statements, lay_tick, sign,
};
pub(crate) use person::{ALL_DETAILS, CIVIL_DETAILS, RESPONDENT_DETAILS, SHORT_DETAILS};

use redress_base::Date;

/// `2026年2月10日`.
pub(crate) fn day_zh(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
