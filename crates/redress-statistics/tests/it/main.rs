//! The room as the corridor uses it: rows in, a release out, in every form.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test that names what is wrong"
)]

mod breaks;
mod forms;
mod published;
mod register;
mod sample;
mod withheld;
