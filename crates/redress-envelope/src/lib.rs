//! A bundle as one zip, and any file closed to those who are named.
//!
//! - **Takes**: a planned bundle and what opens its objects; a file, and the names and public keys of recipients.
//! - **Gives**: what a file is by its bytes (closed, a zip that breaks off, a secret key, a whole case); a zip whose folder any BagIt tool opens; an age
//!   file that the named recipients open and nobody else; its content again, for whoever has a key.
//! - **Knows**: base, evidence.
//! - **Never**: leaves what was not closed on the disk under a name; gives out the first byte of an age file before its header is
//!   whole, or calls an age file whole that was cut. Keys and nonces are drawn by the package `age` itself from the system's
//!   randomness, so that closing the same file twice gives other bytes.
//! - **Source**: C2SP age-encryption.org/v1 (X25519 recipients, STREAM payload); APPNOTE.TXT 6.3.10 (zip).

mod given;
mod key;
mod recipient;
mod sealed;
mod secret;
mod whole;
mod zipped;

pub use given::{Given, MOST_MEMBERS, closed, cut_off, declared, given};
pub use key::Key;
pub use recipient::Recipient;
pub use sealed::{close, looks_closed, open};
pub use secret::holds_secret;
pub use whole::{Members, Whole, members, whole_case, whole_case_in};
pub use zipped::bundle;

use redress_base::{Fault, Finding, Refusal};

/// Bytes are copied in blocks of this many.
const BLOCK: usize = 1 << 20;

/// What the disk said.
fn disk(error: &std::io::Error) -> Refusal {
    Finding::error("envelope-disk").with("problem", error.to_string()).refuse(Fault::Storage)
}
