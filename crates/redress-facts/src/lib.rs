//! The hall: the vocabulary of facts, and how each was established.
//!
//! - **Takes**: terms of the vocabulary (`vocabulary/*.toml`), claims from measures and from people.
//! - **Gives**: a [`Sheet`] of [`Claim`]s per scope; every claim keeps value, standing, author,
//!   sources and as-of.
//! - **Knows**: base.
//! - **Never**: evaluates, prefers one claim to another, or names a post, an account or an article's
//!   result. A missing claim is missing, never "no".
//! - **Source**: the pages of law/cn (inputs per rule), ARCHITECTURE.md (facts hold more than one value).

mod claim;
mod sheet;
mod vocabulary;

pub use claim::{Claim, CountOf, Datum, Standing};
pub use sheet::{Scope, Sheet};
pub use vocabulary::{Kind, Source, Speaks, Term, TermScope, Vocabulary, nearest};
