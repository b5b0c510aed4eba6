//! The key file: the Ed25519 seed (RFC 8032 §5.1.5) that signs this case's evidence log.
//!
//! Text of two lines, `redress/key/1` and 64 hexadecimal digits, readable by its owner alone (0600).

use crate::durable::Draft;
use crate::fault;
use crate::tree::Tree;
use redress_base::{Fault, Finding, Refusal, Sha256};
use std::io::Read;
use std::os::fd::BorrowedFd;
use std::os::unix::fs::MetadataExt;

/// The file's name in the case folder.
pub(crate) const FILE: &str = "key";
const HEADER: &str = "redress/key/1";

/// Writes the key of a new case.
pub(crate) fn write(folder: BorrowedFd<'_>, seed: [u8; 32]) -> Result<(), Refusal> {
    let mut draft = Draft::begin(folder, 0, 0o600)?;
    // A digest is 32 bytes as hexadecimal digits, which is just how a seed is written.
    draft.write(format!("{HEADER}\n{}\n", Sha256(seed)).as_bytes(), FILE)?;
    draft.keep(folder, FILE, FILE)
}

/// Reads the key.
pub(crate) fn read(folder: &Tree) -> Result<[u8; 32], Refusal> {
    let file =
        folder.open(FILE).map_err(|_| Finding::error("store-key-missing").refuse(Fault::Verification))?;
    let mut text = String::new();
    // A key file has 79 bytes; whatever is longer is no key file and is not read to its end.
    file.take(200).read_to_string(&mut text).map_err(|error| fault::disk(&error, FILE))?;
    parse(&text).ok_or_else(|| Finding::error("store-key-damaged").refuse(Fault::Verification))
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut lines = text.lines();
    let (header, digits) = (lines.next()?, lines.next()?);
    (header == HEADER && lines.next().is_none()).then(|| digits.parse::<Sha256>().ok())?.map(|seed| seed.0)
}

/// Whether other users of this computer may read the key (file systems without owners say yes).
pub(crate) fn exposed(folder: &Tree) -> bool {
    folder
        .open(FILE)
        .and_then(|file| file.metadata().map_err(|error| fault::disk(&error, FILE)))
        .is_ok_and(|meta| meta.mode() & 0o077 != 0)
}

#[cfg(test)]
mod tests {
    use super::{HEADER, parse};

    #[test]
    fn only_a_whole_key_file_is_a_key() {
        let digits = "0f".repeat(32);
        assert_eq!(parse(&format!("{HEADER}\n{digits}\n")), Some([15; 32]));
        for damaged in [
            String::new(),
            format!("{HEADER}\n"),
            format!("{HEADER}\n{}\n", "0f".repeat(31)),
            format!("{HEADER}\n{digits}\n{digits}\n"),
            format!("redress/key/2\n{digits}\n"),
        ] {
            assert_eq!(parse(&damaged), None, "{damaged:?}");
        }
    }
}
