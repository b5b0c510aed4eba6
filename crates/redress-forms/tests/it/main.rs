//! Tests of the forms from outside: every form on its samples.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a panic here is a failed test that names what is wrong; samples are read from the repository"
)]

mod accounts;
mod casefile;
mod charges;
mod claims;
mod example;
mod fill;
mod filled;
mod in_words;
mod kept;
mod masked;
mod naming;
mod proving;
mod samples;
mod sealed;
mod statistics_report;
mod volume;
