//! Facts in, answers out, without a case: the whole law book and every route on files of facts.
//!
//! - **Takes**: lines of JSON, one file of facts a line (`redress/facts/1`), the law book, the vocabulary; published
//!   cases (TOML) to compare with.
//! - **Gives**: for each file every rule with its value, deciding articles and reasons, every route, time limit and
//!   duty (`redress/answers/1`); which published cases share the facts that decide.
//! - **Knows**: base, facts, law, remedies.
//! - **Never**: reads a clock or a disk, guesses a unit or a fact name, lets one bad line pass in silence, names a
//!   post, an account or a person.
//! - **Source**: docs/inquiry.md; the pages of law/cn and law/cases.

mod answer;
mod file;
mod form;
mod inquire;
mod lines;
mod published;
mod read;
mod similar;
mod stage;
mod surveyed;
mod tree;

pub use answer::{Answer, Answers, Candidate, Meaning, Why};
pub use file::{FactLine, File, FormName};
pub use inquire::Inquirer;
pub use lines::lines;
pub use published::{Bound, Event, Expectation, Handled, PublishedCase, SourcedFact, Statement, Twin};
pub use read::{read, read_line};
pub use similar::{Shared, Similar, similar};
pub use stage::{Known, Limit, Stage, Whole};
