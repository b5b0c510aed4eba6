//! Reads, checks, evaluates and explains the provisions of the law book.
//!
//! - **Takes**: the Markdown pages of `law/` (rule language or its JSON form), a [`Sheet`] of claims, the dates
//!   of the act and of the filing.
//! - **Gives**: a [`Book`] with findings; for a [`Question`] an [`Outcome`]: the interval truth, its explanation
//!   tree with citations and sources, both readings of a catch-all, every version the dates touch; and
//!   [`Completions`], the smallest sets of facts that would change it.
//! - **Knows**: base, facts.
//! - **Never**: names a post, an account or a person; reads the clock; computes a judgement; turns "unknown" into
//!   "no"; picks silently between two versions of the law.
//! - **Source**: docs/law-format.md (format and semantics), the pages of law/cn (the provisions and their dates).
//!
//! [`Sheet`]: redress_facts::Sheet

mod answer;
mod book;
mod check;
mod combine;
mod completions;
mod condition;
mod coverage;
mod cursor;
mod decisive;
mod due;
mod duty;
mod evaluate;
mod exam;
mod examine;
mod fast;
mod format;
mod ir;
mod lines;
mod mutate;
mod needs;
mod outcome;
mod page;
mod parse;
pub mod period;
mod polarity;
mod print;
mod proportion;
mod provision;
mod question;
mod reading;
mod resting;
mod span;
mod survey;
mod versions;
mod words;

pub use book::{Book, Ir, Reach, is_sound, schemas};
pub use completions::{Completions, Family, Need, Want};
pub use due::{DeadlineOutcome, DutyOutcome, Facts, Standing as Stand, done_by};
pub use duty::{Body, Deadline, Duty};
pub use exam::Exam;
pub use examine::{Examined, Mutated};
pub use format::format_page;
pub use ir::{
    Alternative, Burden, Clock, Confidence, Defeater, Doubt, End, Gift, InForce, Label, Limb, Origin, Rank,
    Ratio, Role, Rule, Share, Test, Unit as WindowUnit, Window,
};
pub use outcome::{
    ClaimUse, FactUse, Given, Node, NodeKind, Outcome, ReadingUse, Several, Shield, UnderReading, UnderValue,
    Version, VersionOutcome,
};
pub use print::print;
pub use provision::{Contested, Draft, Instrument, Provision, address};
pub use question::{NO_READINGS, Question, Readings};
pub use reading::{lacks_evidence, one_of, yes_or_no};
pub use span::Articles;
pub use survey::{LawOfTheDay, Survey, deciding_rules};
pub use words::Language;
