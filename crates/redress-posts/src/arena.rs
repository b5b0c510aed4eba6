//! One string for all text of a corpus; a piece of it is eight bytes.

use redress_base::{Fault, Finding, Refusal};

/// Longest text of one cell, in bytes: 16 MiB less one.
pub(crate) const LONGEST: usize = (1 << LENGTH_BITS) - 1;
const LENGTH_BITS: u32 = 24;

/// A piece of the arena: 40 bits of start, 24 bits of length. The default is the empty piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece(u64);

impl Piece {
    pub(crate) const fn is_empty(self) -> bool {
        self.0 & (LONGEST as u64) == 0
    }

    /// Whether it was kept while the arena was shorter than this.
    pub(crate) fn begins_before(self, len: usize) -> bool {
        usize::try_from(self.0 >> LENGTH_BITS).is_ok_and(|start| start < len)
    }

    const fn len(self) -> u64 {
        self.0 & (LONGEST as u64)
    }
}

/// Append-only text. Pieces stay valid until [`Arena::truncate`] cuts below them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arena(String);

impl Arena {
    /// Keeps a copy of `text`; fails where it is longer than a piece can say.
    pub(crate) fn keep(&mut self, text: &str) -> Result<Piece, Refusal> {
        if text.is_empty() {
            return Ok(Piece::default());
        }
        let start = self.0.len() as u64;
        if text.len() > LONGEST || start >> (64 - LENGTH_BITS) != 0 {
            let finding = Finding::error("posts-cell-too-long").with("limit", LONGEST);
            return Err(finding.refuse(Fault::Input));
        }
        self.0.push_str(text);
        Ok(Piece(start << LENGTH_BITS | text.len() as u64))
    }

    /// The text of a piece; empty for a piece of another arena.
    pub(crate) fn text(&self, piece: Piece) -> &str {
        let start = piece.0 >> LENGTH_BITS;
        let range = usize::try_from(start).ok().zip(usize::try_from(start + piece.len()).ok());
        range.and_then(|(start, end)| self.0.get(start..end)).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Forgets everything kept after the arena had this length.
    pub(crate) fn truncate(&mut self, len: usize) {
        if self.0.is_char_boundary(len) {
            self.0.truncate(len);
        }
    }
}
