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
mod chain_of_custody;
mod checkpoint;
mod claims;
mod custody;
mod details;
mod divergence;
mod due;
mod enter;
mod explain;
mod follows;
mod identity;
mod ledger;
mod left;
mod missing;
mod party;
mod records;
mod representation;
mod result;
mod rows;
mod said_of_posts;
mod set_back;
mod state;
mod what;
mod would_run;

pub use anchor::Anchor;
pub use assemble::{Input, assemble, assemble_with_due};
pub use chain_of_custody::{Link as CustodyLink, chain_of_custody};
pub use checkpoint::{CHECKPOINT_SCHEMA, checkpoint};
pub use claims::statement_of;
pub use custody::{
    Act, Agreement, Attestation, Capture, CleanStep, ClockCheck, ClosedTo, Handling, Interest, Online,
    Operator, Proof, Stamping,
};
pub use details::{DETAILS_SCHEMA, Details, FIELDS as DETAIL_FIELDS};
pub use divergence::{COPIES_SCHEMA, Copies, Line, compare};
pub use due::{Due, due, open_limits};
pub use enter::{Entered, read_value};
pub use explain::{Answer, CHAIN_SCHEMA, Chain, explain};
pub use follows::notice_duties;
pub use identity::dialable;
pub use ledger::{Entry, LEDGER_SCHEMA, LEDGER_VERSION, Ledger, chain};
pub use missing::MissingRow;
pub use party::{Because, Capacity, Kind, Party, PartyId, Relation};
pub use records::{
    Decision, DrawnUp, Export, Filing, HandOver, Labelling, Mark, Marking, NeutralSummary, Notice, Obstacle,
    Organ, PaperEdition, PaperFile, Purpose, Receipt, Seen, Service, Transfer, View,
};
pub use representation::{Parties, admit as admit_party};
pub use result::{
    CaseResult, FactRow, ItemRow, Kept, LawUsed, OutcomeRow, ProtectedRow, RESULT_SCHEMA, StatementRow,
    Totals,
};
pub use set_back::{ran_back, set_back};
pub use state::{ClaimEntry, Dispute, Kept as KeptItem, Reading, Recorded, State, Step};
pub use what::{KINDS, Role, What};
pub use would_run::{WouldRun, would_run};
