//! Prose out of codes, in Chinese and English.
//!
//! - **Takes**: message codes with arguments; counts, dates and values; the sentences of `locales/`.
//! - **Gives**: [`Words`]: sentences and advice, numbers and dates as people write them, and text made
//!   safe to show ([`safe_text`]).
//! - **Knows**: base.
//! - **Never**: decides what to say; never hides that a sentence is missing (it shows `⟦code⟧`); never
//!   lets hostile text steer a terminal.
//! - **Source**: Project Fluent; workbench design language §7 (words); UAX #9 (directional controls).

mod language;
mod numbers;
mod safe;
mod sentences;

pub use language::Language;
pub use safe::safe_text;
pub use sentences::{Said, Words};
