//! The store against the world: killed processes, full and read-only disks, two writers, hostile
//! folders and databases.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "helpers of tests are outside of test functions; a panic here is a failed test"
)]

mod bundle;
mod case_folder;
mod child;
mod conformance;
mod full_disk;
mod kill;
mod model;
mod sqlite_tables;
mod support;
mod tree;
mod two_writers;
mod versions;
