//! The procedures from outside: their data, their stories, their refusals, and every walk through them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test that names what is wrong"
)]

mod bodies;
mod closings;
mod crossings;
mod data;
mod hostile;
mod pages;
mod properties;
mod record;
mod refusals;
mod sentences;
mod stories;
mod walk;
