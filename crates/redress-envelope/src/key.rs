//! The secret key of a recipient, as the key file of age has it.

use crate::disk;
use age::secrecy::ExposeSecret as _;
use age::x25519;
use redress_base::{Fault, Finding, Refusal};
use std::io::Read;

/// No key file is longer, in bytes.
const LONGEST: u64 = 1 << 16;

/// A secret key. It shows itself nowhere.
pub struct Key {
    pub(crate) identity: x25519::Identity,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key(…)")
    }
}

impl Key {
    /// A new one, drawn by the package from the system's randomness.
    pub fn make() -> Key {
        Key { identity: x25519::Identity::generate() }
    }

    /// What others need to close a file for it: `age1…`.
    pub fn public(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// The key file, as `age-keygen` writes it: the public key as a remark, then the secret one.
    pub fn file(&self) -> String {
        format!("# public key: {}\n{}\n", self.public(), self.identity.to_string().expose_secret())
    }

    /// Reads key files: ours, and what `age-keygen` writes. Remarks and empty lines are passed over; every other line is a key.
    ///
    /// # Errors
    /// `Input`: `envelope-key-file` for anything else, with the row and never with what stands there. `Storage`: it cannot be read.
    pub fn read(source: impl Read) -> Result<Vec<Key>, Refusal> {
        let unfit = |row: usize| {
            Finding::error("envelope-key-file")
                .with("row", u64::try_from(row).unwrap_or(u64::MAX))
                .refuse(Fault::Input)
        };
        let mut bytes = Vec::new();
        source.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| disk(&error))?;
        let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= LONGEST);
        let text = text.ok_or_else(|| unfit(1))?;
        let mut keys = Vec::new();
        for (line, row) in text.lines().zip(1..) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            keys.push(Key { identity: line.parse().map_err(|_| unfit(row))? });
        }
        if keys.is_empty() { Err(unfit(1)) } else { Ok(keys) }
    }
}
