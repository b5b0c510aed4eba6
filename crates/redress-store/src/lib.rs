//! The case folder: one folder is one case, and nothing acknowledged is ever lost.
//!
//! - **Takes**: ledger lines as text, bytes with their digests, and the folders and files that a
//!   person names.
//! - **Gives**: [`CaseFolder`], the default store behind [`redress_workbench::ports::Store`];
//!   [`SqliteTables`], which reads SQLite exports; [`Tree`], which lists and opens files without
//!   following links; [`write_bundle`] and [`BundleFolder`], by which a bundle is written and
//!   verified; [`write_case_file`] and [`OpenCaseFile`], a case as one file; [`Sources`], the files that
//!   `add` takes in; and [`FolderRegister`], the rows of a folder of many cases. For the office store,
//!   which keeps the same promises: [`Head`], the one rule of what may follow in a ledger, and [`Objects`]
//!   on a disk.
//! - **Knows**: base, evidence, posts, workbench.
//! - **Never**: knows what an entry means: of a line it reads the number and the digest before it.
//!   Never changes or drops a line or an object, never follows a symbolic link inside a folder, never
//!   runs anything that stands in a database (views, triggers, virtual tables), never sends anything.
//! - **Source**: ARCHITECTURE.md (nothing acknowledged is lost); SQLite "How To
//!   Corrupt An SQLite Database File" and "Defense Against The Dark Arts"; POSIX.1-2024 `openat`,
//!   `fsync`, `rename`. Proof: `tests/power`, `tests/it/{kill,system_calls,full_disk}.rs`;
//!   docs/reliability.md.

mod beside;
mod bundle;
mod case_file;
mod draft;
mod durable;
mod fault;
mod folder;
mod index;
mod key;
mod ledger;
mod objects;
mod plain_bag;
mod register;
mod replace;
mod scaffold;
mod sources;
mod tables;
mod tree;

pub use beside::went_on_beside;
pub use bundle::{BundleFolder, write_bundle};
pub use case_file::{Also, OpenCaseFile, fill_case_file, write_case_file};
pub use fault::busy;
pub use folder::{Access, CaseFolder};
pub use ledger::Head;
pub use objects::Objects;
pub use plain_bag::write_plain_bag;
pub use register::{Fold, FolderRegister, Refreshed};
pub use replace::replace;
pub use sources::{Source, Sources};
pub use tables::SqliteTables;
pub use tree::{Kind, Listed, Tree};
