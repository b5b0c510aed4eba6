//! Stories and properties of the law room, from outside its door.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first surprise; its helpers are not marked as tests"
)]

mod articles;
mod calendar;
mod cited;
mod claims;
mod dice;
mod due;
mod every_limit;
mod format;
mod generated;
mod language;
mod laws;
mod limits;
mod manual;
mod mended;
mod missing;
mod principles;
mod properties;
mod ranges;
mod refused;
mod standard;
mod support;
mod synthetic;
mod tables;
mod time;
mod values;
mod words;
