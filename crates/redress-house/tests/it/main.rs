//! The tests that compare the house with its plan.
//!
//! `REDRESS_HOUSE_WRITE=1 cargo test -p redress-house` writes what is derived: the code map in
//! ARCHITECTURE.md and the `clippy.toml` of every pure room.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a panic here is a failed test that names what is wrong"
)]

mod cards;
mod files;
mod plan;
mod repository;
mod rust_text;
mod sentences;
mod strays;
mod walls;
mod words;

/// Fails with every complaint at once, so that one run shows all there is to do.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
