//! The office against real servers: PostgreSQL and an S3-compatible store, started by the tests; broken
//! connections, servers that crash, two processes, and moving cases to folders and back.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests are outside of test functions; a panic here is a failed test"
)]

mod conformance;
mod faults;
mod front;
mod full_disk;
mod moving;
mod office;
mod people;
mod proxy;
mod schema;
mod secrets;
mod support;
mod tls;
