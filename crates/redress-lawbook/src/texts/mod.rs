//! The reader's own copies of official texts: cut into articles, compared, and put beside the provisions.
//!
//! The law book carries no official text. A reader who has one hands it in; what comes back is keyed as the book
//! keys its provisions (`"246"`, `"253-1"`), with the bytes, the SHA-256 and what was noticed on the way.

mod attach;
mod compare;
mod heading;
mod listed;
mod split;

pub use attach::{Attached, AttachedText, Copy, attach, recognise};
pub use compare::{Difference, DifferenceKind, Place, compare};
pub use split::{ArticleText, Piece, PieceKind, Split, split};

/// Schema name of a copy cut into articles ([`Split`]).
pub const SCHEMA: &str = "redress/law-texts/1";
