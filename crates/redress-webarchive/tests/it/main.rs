//! What the webarchive room reads, refuses and writes; other people's tools beside it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "tests: a broken assumption should stop them"
)]

mod samples;

mod describing;
mod peers;
mod tampering;
mod vectors;
mod wacz;
mod warc;
