//! The case file: its ledger, its state as a fold of it, and the result of one assessment.
//!
//! - **Takes**: ledger lines; posts, measures and law that the corridor read; what a person entered.
//! - **Gives**: [`Entry`] lines to append, the [`State`] they fold to, and the [`CaseResult`]: what is
//!   kept, measured, established and open, and which routes there are, every figure with its source.
//! - **Knows**: every room of both wings; it is where they meet.
//! - **Never**: edits the past (a correction is a new entry), judges, or prints a private value.
//! - **Source**: ARCHITECTURE.md; 法释〔2013〕21号 art 4 for accumulation.

mod accumulate;
mod anchor;
mod assemble;
mod claims;
mod enter;
mod explain;
mod ledger;
mod missing;
mod result;
mod rows;
mod state;

pub use anchor::Anchor;
pub use assemble::{Input, assemble};
pub use enter::{Entered, read_value};
pub use explain::{Answer, CHAIN_SCHEMA, Chain, explain};
pub use ledger::{Entry, LEDGER_SCHEMA, Ledger, Role, What, chain};
pub use missing::MissingRow;
pub use result::{
    CaseResult, FactRow, ItemRow, Kept, LawUsed, OutcomeRow, ProtectedRow, RESULT_SCHEMA, StatementRow,
    Totals,
};
pub use state::{ClaimEntry, Kept as KeptItem, State};
