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
//! - **Source**: rules.md §3 (format and semantics), law.md §1-2, §5-7, §15 (the provisions and their dates).
//!
//! [`Sheet`]: redress_facts::Sheet

mod book;
mod completions;
mod ir;
mod outcome;
mod question;

pub use book::Book;
pub use completions::{Completions, Family, Need, Want};
pub use ir::{
    Burden, Clock, Confidence, Defeater, End, InForce, Label, Limb, Origin, Rank, Rule, Test, Unit as WindowUnit,
    Window,
};
pub use outcome::{ClaimUse, FactUse, Node, NodeKind, Outcome, Shield, Version, VersionOutcome};
pub use question::Question;
