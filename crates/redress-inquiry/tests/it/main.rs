//! The integration tests of the room.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod bad_input;
mod eval;
mod figures;
mod published;
mod stages;
mod whole;
