//! Closed files: opened by those who are named and by nobody else, and by the age of others.

#![expect(clippy::unwrap_used, reason = "a panic here is a failed test that names what is wrong")]

mod closing;
mod peers;
