//! The stand-alone program from outside: what it says, of what, with which exit code.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a broken assumption should stop them"
)]

mod program;
mod release;
mod samples;
mod stamped;
mod zips;
