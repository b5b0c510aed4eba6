//! Who may open: a name that people know them by, and a public key.

use age::x25519;
use redress_base::{Fault, Finding, Refusal};
use std::str::FromStr;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// Somebody who may open a file: `NAME=age1…`.
#[derive(Clone, Debug)]
pub struct Recipient {
    name: String,
    pub(crate) key: x25519::Recipient,
}

impl Recipient {
    /// Whom it is for, as people know them.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Their public key, `age1…`.
    pub fn key(&self) -> String {
        self.key.to_string()
    }
}

impl FromStr for Recipient {
    type Err = Refusal;

    /// # Errors
    /// `Usage`: `envelope-recipient` for what is not `NAME=age1…`; `envelope-secret` where somebody gave the secret key, which is not
    /// repeated.
    fn from_str(text: &str) -> Result<Recipient, Refusal> {
        if text.to_ascii_uppercase().contains("AGE-SECRET-KEY-") {
            return Err(Finding::error("envelope-secret").refuse(Fault::Usage));
        }
        let unfit = || Finding::error("envelope-recipient").with("value", text).refuse(Fault::Usage);
        let (name, key) = text.rsplit_once('=').ok_or_else(unfit)?;
        let (name, key) = (name.trim(), key.trim());
        let plain =
            !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
        match key.parse() {
            Ok(key) if plain => Ok(Recipient { name: name.to_owned(), key }),
            _ => Err(unfit()),
        }
    }
}
