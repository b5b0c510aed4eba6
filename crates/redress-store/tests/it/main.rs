//! The store against the world: killed processes, full and read-only disks, two writers, hostile
//! folders and databases.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "helpers of tests are outside of test functions; a panic here is a failed test"
)]

mod bundle;
mod case_file;
mod case_folder;
#[path = "../power/chance.rs"]
mod chance;
mod child;
mod conformance;
mod desk;
mod full_disk;
mod kill;
mod model;
mod recorded;
mod register;
mod sqlite_tables;
mod support;
mod system_calls;
#[path = "../power/tear.rs"]
mod tear;
mod tree;
mod two_writers;
mod use_cases;
mod versions;
