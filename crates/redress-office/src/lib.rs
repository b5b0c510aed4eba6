//! The office store: many cases in one PostgreSQL database, sealed bytes on a disk or in an S3 store.
//!
//! - **Takes**: a configuration file, secrets from the environment or from files, ledger lines as text,
//!   bytes with their digests.
//! - **Gives**: [`OfficeConfig`]; [`Office`], which sets itself up, lists its cases and opens them;
//!   [`OfficeCase`], a store behind [`redress_workbench::ports::Store`] that keeps the same promises as a
//!   case folder; moving a case between the two, byte for byte ([`Moved`]); [`OfficeRoster`], the
//!   people, behind [`redress_workbench::ports::Roster`]; [`OfficeFigures`], what the cases count for,
//!   behind [`redress_workbench::ports::Figures`]; and [`Resumes`], what is each account's own beside the cases.
//! - **Knows**: base, evidence, rights, store, workbench.
//! - **Never**: speaks to anyone but the database and the object store that its configuration names;
//!   sends a secret or a line over a network in the clear; shows a secret in an error; changes or drops a
//!   line; appends twice when a connection breaks; shows a case that has half arrived; shows a case to a session that works for somebody who is not on it; gives what a case counts for
//!   together with its name; shows what is an account's own to another one, or keeps it when the account is off the case.
//! - **Source**: PostgreSQL 15 documentation (13 concurrency, 30 reliability, 39 triggers); the S3 API with
//!   AWS Signature Version 4. Proof: `tests/it/faults.rs`, and the suite of `redress-conformance`.

mod case;
mod config;
mod database;
mod fault;
mod migrations;
mod moving;
mod office;
mod resumes;
mod roster;
mod s3;
mod secret;
mod shelf;
mod signature;
mod statistics;
mod tls;

pub use case::OfficeCase;
pub use config::OfficeConfig;
pub use migrations::SCHEMA_VERSION;
pub use moving::{Course, Moved};
pub use office::{CaseRow, Office, SetUp};
pub use resumes::Resumes;
pub use roster::OfficeRoster;
pub use statistics::{OfficeFigures, Recounted, Unread};
