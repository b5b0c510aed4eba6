//! Parts that many forms share: persons, representatives, respondents with their accounts, statements with their
//! figures, exhibits. Each has its fields, how it is filled, and how it is laid out.

mod applicants;
mod asserted;
mod captured;
mod circumstance;
mod claimant;
mod closing;
mod complaining;
mod document;
mod exhibit;
mod fact;
mod kept;
mod money;
mod other_side;
mod person;
mod publisher;
pub(crate) mod recorded;
mod respondent;
mod shown;
mod statement;

pub use applicants::ApplicantsPart;
pub use asserted::AssertedPart;
pub use circumstance::CircumstancePart;
pub use claimant::{ApplicantPart, ClaimantPart};
pub use complaining::Complaining;
pub use document::DocumentPart;
pub use exhibit::ExhibitPart;
pub(crate) use exhibit::pages;
pub use fact::{AboutPart, FactPart, SaidPart};
pub use kept::{KeptFact, KeptPart};
pub use money::MoneyPart;
pub use other_side::PlatformPart;
pub use person::{PersonPart, RepresentativePart};
pub use publisher::PublisherPart;
pub use recorded::{Consequence, ConsequencePart, StepPart};
pub use respondent::{AccountPart, RespondentPart};
pub use shown::ShownPart;
pub use statement::{StatementPart, paper_numbers};

pub(crate) use applicants::{APPLICATION_DETAILS, lay_respondents};
pub(crate) use asserted::Told;
pub(crate) use circumstance::Sayable;
pub(crate) use claimant::{CLAIMANT_DETAILS, witnesses};
pub(crate) use closing::{
    annex, close, last_day, lay_evidence, lay_own, lay_statements, lay_tick, sign, tell_more,
};
pub(crate) use money::{numbered, yuan};
pub(crate) use other_side::{CIVIL_RESPONDENT_DETAILS, PLATFORM_DETAILS};
pub(crate) use person::{
    AGENT_DETAILS, ALL_DETAILS, CIVIL_DETAILS, RESPONDENT_DETAILS, SHORT_DETAILS, standing,
};
pub(crate) use statement::posted_number;

use redress_base::{Date, Instant};
use redress_words::{Language, Words};

/// `2026年2月10日`.
pub(crate) fn day_zh(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `2026年2月10日14时20分`; the words around it say that it is Beijing time.
pub(crate) fn moment_zh(at: Instant) -> String {
    Words::of(Language::ZhHans).moment(at)
}

/// Whether a count of what was left out has nothing to say.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(crate) fn nothing(more: &u64) -> bool {
    *more == 0
}
