//! Checkpoints (C2SP tlog-checkpoint): the origin, size and root of a log, to be signed as a note.

use crate::merkle::Hash;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Fault, Finding, Refusal};

/// What a log says of itself at one size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log; the name of its key.
    pub origin: String,
    /// How many entries there are.
    pub size: u64,
    /// The Merkle tree hash over them.
    pub root: Hash,
}

impl Checkpoint {
    /// Three lines: origin, size in decimal, root in base64.
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    /// Reads exactly three lines. Extension lines, which C2SP advises against, are refused: nothing in a
    /// bundle may be signed and yet not understood.
    ///
    /// # Errors
    /// `evidence-checkpoint-form`.
    pub fn parse(text: &str) -> Result<Checkpoint, Refusal> {
        read(text).filter(|checkpoint| checkpoint.to_text() == text).ok_or_else(|| {
            Finding::error("evidence-checkpoint-form").with("path", "checkpoint").refuse(Fault::Input)
        })
    }
}

fn read(text: &str) -> Option<Checkpoint> {
    let mut lines = text.split('\n');
    let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
    let root = STANDARD.decode(root).ok()?.try_into().ok()?;
    let size = size.parse().ok()?;
    (!origin.is_empty()).then(|| Checkpoint { origin: origin.to_owned(), size, root })
}
