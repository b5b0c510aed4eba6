//! Secret keys by how their text forms begin: of age, of C2SP signed notes, PEM, and of this program's case folders.

/// What stands in one and in nothing else, in capitals.
const MARKS: [&str; 5] =
    ["AGE-SECRET-KEY-", "AGE-PLUGIN-", "PRIVATE+KEY+", "PRIVATE KEY-----", "REDRESS/KEY/1"];
/// No key file that is known here is longer, in bytes.
pub(crate) const LONGEST: u64 = 4096;

/// Whether a text, or whatever else these bytes are, holds a secret key.
pub fn holds_secret(bytes: impl AsRef<[u8]>) -> bool {
    let capital = bytes.as_ref().to_ascii_uppercase();
    MARKS.iter().any(|mark| memchr::memmem::find(&capital, mark.as_bytes()).is_some())
}
