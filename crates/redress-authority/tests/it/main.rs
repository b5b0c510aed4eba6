//! Authorities that answer late, by halves, or never: one refusal, and in time.

#![expect(clippy::unwrap_used, reason = "a panic here is a failed test that names what is wrong")]

mod late;
