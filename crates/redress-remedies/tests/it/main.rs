//! Tests of the remedies room through its public door.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot set its scene has failed"
)]

mod civil;
mod control;
mod crossings;
mod duties;
mod identity;
mod properties;
mod protected;
mod scene;
mod sentences;
mod states;
mod stories;
mod with_book;
