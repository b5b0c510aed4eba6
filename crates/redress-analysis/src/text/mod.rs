//! From texts to groups of texts that say the same: normalise, collapse copies, join, connect.
//!
//! Works on plain text, knows no posts. The statement measure binds it to a corpus.

mod grams;
mod groups;
mod join;
mod normalise;
mod sets;
mod texts;

pub use groups::{Groups, Link};
pub use normalise::normalise;
pub use texts::Texts;

pub(crate) use grams::{likeness, stir};
