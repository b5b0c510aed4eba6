//! The law book room from outside its door.
#![expect(
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise; its helpers are not marked as tests"
)]

mod book;
mod days;
mod grammar;
mod lrml;
mod page;
mod style;
mod texts;
