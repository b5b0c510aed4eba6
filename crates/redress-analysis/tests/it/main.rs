//! The measures from outside: the definition by brute force, and stories with a few posts.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests are outside of test functions; a panic here is a failed test"
)]

mod acts;
mod grouping;
mod pages;
mod reach;
mod repost_tree;
mod statement;
mod story;
mod volume;
mod world;
