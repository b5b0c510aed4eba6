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

mod book;
mod check;
mod combine;
mod completions;
mod condition;
mod cursor;
mod evaluate;
mod ir;
mod lines;
mod needs;
mod outcome;
mod page;
mod parse;
mod print;
mod provision;
mod question;
mod reading;
mod versions;
mod words;

pub use book::{Book, Ir, is_sound, schemas};
pub use completions::{Completions, Family, Need, Want};
pub use ir::{
    Burden, Clock, Confidence, Defeater, End, InForce, Label, Limb, Origin, Rank, Rule, Test,
    Unit as WindowUnit, Window,
};
pub use outcome::{ClaimUse, FactUse, Node, NodeKind, Outcome, Shield, Version, VersionOutcome};
pub use print::print;
pub use provision::{Contested, Instrument, Provision};
pub use question::Question;
pub use words::Language;
