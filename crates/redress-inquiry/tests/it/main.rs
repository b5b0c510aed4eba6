//! The integration tests of the room.

mod bad_input;
mod eval;
mod published;
