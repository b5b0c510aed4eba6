//! Seeded generators and fixed clocks for tests and benchmarks (development only).
//!
//! - **Takes**: a seed and a size.
//! - **Gives**: the same bytes every time: the material of the example case
//!   ([`courier::material`]), bad files ([`bad_input`]), large exports whose truth is known ([`export::write`]), a fixed clock
//!   ([`clock`]) and a small generator of numbers ([`Random`]).
//! - **Knows**: base.
//! - **Never**: reads a clock or the system's randomness, imitates a living person, or is linked into
//!   the product: it serves tests, benchmarks and the makers of the example only.
//! - **Source**: reference shapes of MediaCrawler and weibo-crawler exports (docs/formats of the posts
//!   room); Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014 (SplitMix64).

pub mod bad_input;
pub mod clock;
pub mod courier;
pub mod export;
mod pdf;
mod png;
mod random;
mod table;

pub use random::Random;
