//! Tests of the remedies room through its public door.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot set its scene has failed"
)]

mod properties;
mod protected;
mod scene;
mod sentences;
mod stories;
mod with_book;
