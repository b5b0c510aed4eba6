//! What the media room reads, checks and refuses; other people's tools beside it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "tests: a broken assumption should stop them"
)]

mod samples;

mod labels;
mod manifests;
mod peers;
mod proofs;
mod vectors;
