//! Loss of power, a full disk and a failing one, at every call that the ledger makes of the disk.
//!
//! The store is the real one, whole; only the file system below SQLite is ours (`vfs.rs`), with a disk
//! that forgets what was not flushed (`disk.rs`). Each run opens a case, appends, is stopped at one
//! call, draws what survives, and opens again: every acknowledged entry is there, nothing is
//! half-written, the chain holds, and the case can be written again.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests are outside of test functions; a panic here is a failed test"
)]

mod chance;
mod disk;
mod failing;
mod power_loss;
mod script;
mod tear;
mod vfs;
