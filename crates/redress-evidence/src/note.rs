//! Signed notes (C2SP signed-note): a text, an empty line, and lines `— name base64(key id ‖ signature)`.
//!
//! Only Ed25519 (type 0x01) is signed and verified here; lines of other keys are kept apart as unknown.
//! The key id is the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer};
use redress_base::{Fault, Finding, Refusal};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

const ED25519: u8 = 0x01;
const LONGEST_NOTE: usize = 1 << 20;
const MOST_SIGNATURES: usize = 100;

/// A signing key with its name. Its seed is a secret: `Debug` does not show it.
#[derive(Clone)]
pub struct SigningKey {
    name: String,
    key: ed25519_dalek::SigningKey,
}

/// A public key with its name; its text form is a C2SP vkey: `name+key id+base64(type ‖ key)`.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: [u8; 4],
    key: ed25519_dalek::VerifyingKey,
}

/// A note of which at least one known key's signature was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The signed text, with its last line end.
    pub text: String,
    /// Names of the keys whose signatures hold, in the order of the note.
    pub signers: Vec<String>,
    /// How many signatures were of keys that the reader did not give.
    pub unknown: usize,
}

/// A refusal that calls the text by a general name; who knows the file puts its path there instead.
fn refusal(code: &str) -> Refusal {
    Finding::error(code).with("path", "note").refuse(Fault::Input)
}

/// A key name: not empty, no white space of any script, no plus sign (it separates the parts of a vkey).
fn good_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let digest = Sha256::new()
        .chain_update(name.as_bytes())
        .chain_update([b'\n', ED25519])
        .chain_update(public)
        .finalize();
    let [a, b, c, d, ..] = <[u8; 32]>::from(digest);
    [a, b, c, d]
}

impl SigningKey {
    /// A key out of 32 secret random bytes, which the edge draws.
    ///
    /// # Errors
    /// `evidence-key-name` when the name is empty or has white space or a plus sign.
    pub fn from_seed(name: &str, seed: [u8; 32]) -> Result<SigningKey, Refusal> {
        if !good_name(name) {
            return Err(Finding::error("evidence-key-name").with("name", name).refuse(Fault::Usage));
        }
        Ok(SigningKey { name: name.to_owned(), key: ed25519_dalek::SigningKey::from_bytes(&seed) })
    }

    /// The secret seed, for the edge to keep.
    pub fn seed(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// The name, which is also the origin line of the checkpoints that the key signs.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key.
    pub fn verifier(&self) -> VerifierKey {
        let key = self.key.verifying_key();
        VerifierKey { name: self.name.clone(), id: key_id(&self.name, key.as_bytes()), key }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifier())
    }
}

impl VerifierKey {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![ED25519];
        typed.extend_from_slice(self.key.as_bytes());
        write!(f, "{}+{:08x}+{}", self.name, u32::from_be_bytes(self.id), STANDARD.encode(typed))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = Refusal;

    /// Reads a vkey without a line end; the base64 may itself contain a plus sign.
    fn from_str(text: &str) -> Result<VerifierKey, Refusal> {
        read_verifier(text).ok_or_else(|| refusal("evidence-key-text"))
    }
}

fn read_verifier(text: &str) -> Option<VerifierKey> {
    let mut parts = text.splitn(3, '+');
    let (name, id, typed) = (parts.next()?, parts.next()?, parts.next()?);
    let typed = STANDARD.decode(typed).ok()?;
    let (kind, public) = typed.split_first()?;
    if *kind != ED25519 || !good_name(name) {
        return None;
    }
    let public: [u8; 32] = public.try_into().ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&public).ok().filter(|key| !key.is_weak())?;
    let expected = key_id(name, &public);
    (id == format!("{:08x}", u32::from_be_bytes(expected))).then(|| VerifierKey {
        name: name.to_owned(),
        id: expected,
        key,
    })
}

/// Signs a text, which ends with a line end and has no other control characters.
///
/// # Errors
/// `evidence-note-text` when the text is not such a text.
pub fn sign(text: &str, key: &SigningKey) -> Result<String, Refusal> {
    if !good_text(text) {
        return Err(refusal("evidence-note-text"));
    }
    let mut bytes = key.verifier().id.to_vec();
    bytes.extend_from_slice(&key.key.sign(text.as_bytes()).to_bytes());
    Ok(format!("{text}\n\u{2014} {} {}\n", key.name, STANDARD.encode(bytes)))
}

fn good_text(text: &str) -> bool {
    text.ends_with('\n') && !text.chars().any(|c| c.is_control() && c != '\n')
}

struct SignatureLine<'a> {
    name: &'a str,
    id: [u8; 4],
    signature: Vec<u8>,
}

fn read_signature(line: &str) -> Option<SignatureLine<'_>> {
    let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = STANDARD.decode(bytes).ok()?;
    let (id, signature) = bytes.split_first_chunk::<4>()?;
    let good = good_name(name) && !signature.is_empty();
    good.then(|| SignatureLine { name, id: *id, signature: signature.to_vec() })
}

/// Splits a note at its last empty line and reads the signature lines, verifying none.
fn split(note: &str) -> Option<(&str, Vec<SignatureLine<'_>>)> {
    if note.len() > LONGEST_NOTE || !good_text(note) {
        return None;
    }
    let (body, signatures) = note.rsplit_once("\n\n")?;
    let text = note.get(..body.len() + 1)?;
    let lines: Option<Vec<_>> = signatures.strip_suffix('\n')?.split('\n').map(read_signature).collect();
    lines.filter(|lines| lines.len() <= MOST_SIGNATURES).map(|lines| (text, lines))
}

/// Opens a note with the keys that the reader trusts. Every signature of a known key must hold; those of
/// unknown keys are counted and ignored.
///
/// # Errors
/// `evidence-note-form` when it is not a signed note; `evidence-note-signature` when a known key's
/// signature does not hold; `evidence-note-unknown-key` when no known key signed it.
pub fn open(note: &str, keys: &[VerifierKey]) -> Result<Verified, Refusal> {
    let (text, lines) = split(note).ok_or_else(|| refusal("evidence-note-form"))?;
    let mut verified = Verified { text: text.to_owned(), signers: Vec::new(), unknown: 0 };
    for line in lines {
        let Some(key) = keys.iter().find(|key| key.id == line.id && key.name == line.name) else {
            verified.unknown += 1;
            continue;
        };
        let holds = Signature::from_slice(&line.signature)
            .is_ok_and(|signature| key.key.verify_strict(text.as_bytes(), &signature).is_ok());
        if !holds {
            return Err(Finding::error("evidence-note-signature")
                .with("key", line.name)
                .with("path", "note")
                .refuse(Fault::Verification));
        }
        verified.signers.push(line.name.to_owned());
    }
    if verified.signers.is_empty() {
        return Err(refusal("evidence-note-unknown-key"));
    }
    Ok(verified)
}
