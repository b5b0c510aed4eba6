//! Proof files (C2SP tlog-proof@v1): one text file that proves, offline, that an entry is in a log.
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! index 5
//! <base64 hash, one a line, from the bottom up>
//!
//! <signed checkpoint>
//! ```
//! An optional second line `extra <base64>` is authenticated by nothing; it is read past, never believed
//! and never written.

use crate::merkle::Hash;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Fault, Finding, Refusal};
use std::fmt::Write;

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// A tree of 2^63 leaves has paths of 63 hashes.
const LONGEST_PATH: usize = 63;

/// A proof as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The entry's place in the log, from 0.
    pub index: u64,
    /// The audit path, from the bottom up.
    pub path: Vec<Hash>,
    /// The signed checkpoint, as it stands.
    pub checkpoint: String,
}

/// The text of a proof file.
pub fn write(index: u64, path: &[Hash], checkpoint_note: &str) -> String {
    let mut text = format!("{HEADER}\nindex {index}\n");
    for hash in path {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", STANDARD.encode(hash));
    }
    text.push('\n');
    text.push_str(checkpoint_note);
    text
}

/// Reads a proof file. Nothing in it is verified by this.
///
/// # Errors
/// `evidence-proof-form`.
pub fn parse(text: &str) -> Result<Proof, Refusal> {
    read(text).ok_or_else(|| Finding::error("evidence-proof-form").with("path", "proof").refuse(Fault::Input))
}

fn read(text: &str) -> Option<Proof> {
    let mut rest = text.strip_prefix(HEADER)?.strip_prefix('\n')?;
    if let Some(extra) = rest.strip_prefix("extra ") {
        let (extra, after) = extra.split_once('\n')?;
        STANDARD.decode(extra).ok()?;
        rest = after;
    }
    let (index, rest) = rest.strip_prefix("index ")?.split_once('\n')?;
    let number: u64 = index.parse().ok()?;
    if number.to_string() != index {
        return None;
    }
    let mut path = Vec::new();
    let mut rest = rest;
    loop {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        if line.is_empty() {
            break;
        }
        if path.len() == LONGEST_PATH {
            return None;
        }
        path.push(STANDARD.decode(line).ok()?.try_into().ok()?);
    }
    (!rest.is_empty()).then(|| Proof { index: number, path, checkpoint: rest.to_owned() })
}
