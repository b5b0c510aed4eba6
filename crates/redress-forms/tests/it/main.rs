//! Tests of the forms from outside: every form on its samples.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a case file or a sample that does not build fails its test, and the samples lie on disk"
)]

mod casefile;
mod fill;
mod samples;
