//! The page as a stranger, a court and a hostile post meet it.
#![expect(clippy::unwrap_used, reason = "a sample that does not build fails its test")]

mod html;
mod page;
mod sample;
mod style;
