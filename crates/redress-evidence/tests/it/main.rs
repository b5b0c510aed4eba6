//! The evidence room from outside: bundles that hold, bundles that do not, and the vectors.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    reason = "tests: a broken assumption should stop them, and they read vectors and sentences from disk"
)]

mod bags;
mod bundle;
mod hashing;
mod log_vectors;
mod sentences;
mod strict;
mod tamper;
mod vectors;
mod witness;
