//! The law book for people and for other programs: a page to read and print, what changes between two days,
//! LegalRuleML, and the reader's own copies of official texts beside the rules.
//!
//! - **Takes**: a compiled [`Book`], the vocabulary of facts, two days, the text of a reader's own copy of a law.
//! - **Gives**: [`html`], the book as one page; [`workings`], one provision for a page of others; [`diff`], what changes between two days; [`legalruleml`], an
//!   OASIS LegalRuleML 1.0 document; [`texts`], official texts cut into articles, compared and put beside the rules.
//! - **Knows**: base, facts, law, words.
//! - **Never**: carries official text of its own; judges a case; drops a version, a contested reading or an
//!   unverified mark; says which of two readings is right.
//! - **Source**: docs/law-format.md; OASIS LegalRuleML Core Specification 1.0 (30 August 2021); the workbench
//!   design language.
//!
//! [`Book`]: redress_law::Book

mod diff;
mod html;
mod lrml;
mod numeral;
mod say;
pub mod texts;

pub use diff::{
    ChangeKind, InstrumentChange, LawDiff, Line, LineMark, MeasureChange, PeriodChange, PeriodKind,
    PeriodSide, ProvisionChange, RuleChange, RuleSide, diff, diff_text,
};
pub use html::{Options, Place, html, in_force_in_words, rank_in_words, workings};
pub use lrml::legalruleml;

/// The JSON schemas of the room's stored forms, by name.
pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
    vec![
        (LawDiff::SCHEMA, schemars::schema_for!(LawDiff)),
        (texts::SCHEMA, schemars::schema_for!(texts::Split)),
    ]
}
