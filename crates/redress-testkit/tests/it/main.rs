//! The example case: its committed files are what the generator makes, and its case file is sound.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests: a broken example must stop the test at once"
)]

mod bad_input;
mod case_file;
mod material;
mod reading;
