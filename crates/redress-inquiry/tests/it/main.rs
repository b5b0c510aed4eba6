//! The integration tests of the room.
