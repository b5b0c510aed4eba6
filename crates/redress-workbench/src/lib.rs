//! The corridor: use cases, and the ports they need.
//!
//! - **Takes**: requests of a person (open, add, measure, claim, assess, pack, verify, recompute) and
//!   the ports of the world: a [`Store`], a [`Clock`], a [`Progress`], a [`Roster`], a
//!   [`ports::Register`] of many cases.
//! - **Gives**: one function a use case; values for whoever shows them. For an office, [`Reception`]:
//!   who signed in, and whether they may.
//! - **Knows**: every pure room; no edge.
//! - **Never**: touches a disk, a clock or a terminal itself; never decides for a person.
//! - **Source**: ARCHITECTURE.md.

mod add;
mod assess;
mod batch;
mod calendar_file;
mod case_file;
mod claim;
mod clock;
mod custody;
mod dates;
mod desk;
mod due;
mod excerpts;
mod handles;
mod heads;
mod inside;
mod label;
mod material;
mod pack;
mod packed_papers;
mod papers;
mod parties;
pub mod ports;
mod publish;
mod quotes;
mod reception;
mod recompute;
mod record;
mod register;
mod reprint;
mod seals;
mod stamp;
mod stated;
mod stated_lines;
mod statistics;
mod step;
mod summary;
mod transfer;
mod twins;
mod verification;
mod volume;
mod web_archive;
mod web_material;
mod witness;

pub use add::{
    ADDED_SCHEMA, AddOptions, Added, AddedItem, Content, FARTHEST_CLOCK, Incoming, RefusedFile, RefusedInput,
};
pub use assess::{Assessed, Posts, facts_of};
pub use calendar_file::{calendar_file, for_calendar, is_open, is_worth_showing};
pub use case_file::{
    CASE_FILE_SCHEMA, CaseFile, CaseFileManifest, CaseFilePlan, TakenIn, log_key, named_objects, take_in,
};
pub use claim::NewClaim;
pub use clock::{clock_line, seconds};
pub use dates::{Dates, NoticeRow, Served};
pub use desk::{Desk, keeper, stopped};
pub use due::Agenda;
pub use excerpts::excerpts;
pub use handles::{Handle, handles};
pub use heads::{HeadCosignature, HeadStamp, Heads, SignedHead};
pub use material::{FromStore, Material, SealedBytes, Take, material};
pub use pack::{
    EVIDENCE_LIST_PATH, GRAPH_PATH, LAW_PATH, LEDGER_PATH, Packing, REPORT_PATHS, RESULT_PATH, result_bytes,
};
pub use packed_papers::{PACKED_PAPER_SCHEMA, PackedPaper};
pub use papers::{Asked, Drawn, PAPER_INPUT_SCHEMA, PaperInput, Wish};
pub use parties::NewParty;
pub use ports::{
    Clock, Counted, Credentials, Figures, KeptRelease, MemberChange, Printed, Progress, Quiet, Roster,
    ShownLine, Store, Typesetter,
};
pub use publish::{Form, NewRecommendation, Published};
pub use reception::{
    Given, Granted, LEAST_THRESHOLD, LogLine, Logged, NewMember, Opening, Outcome, Person, Reception,
    ReleaseTerms, Wanted, WantedRelease, Whose, body_of, marking_act, notice_bodies, step_bodies,
};
pub use recompute::{Bounds, Difference, RECOMPUTED_SCHEMA, Recomputed, Tools, recompute};
pub use record::not_ahead;
pub use redress_forms::Unprinted;
pub use register::CASE_ROW_SCHEMA;
pub use seals::{Integrity, Seal};
pub use stamp::{Question as StampQuestion, StampedLog, admitted, question};
pub use stated::{AllStated, Stated};
pub use statistics::{count_case, record_maker};
pub use step::docket;
pub use summary::LONGEST_SUMMARY;
pub use transfer::{NewTransfer, SHEET_SCHEMA, SheetItem, TransferSheet, may_receive};
pub use web_archive::{WebArchive, WebArchives};
pub use web_material::WEB_PATH;
pub use witness::SignedLog;
