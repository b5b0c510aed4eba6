//! Signed notes (C2SP signed-note): a text, an empty line, and lines `— name base64(key id ‖ signature)`.
//!
//! Two kinds of Ed25519 keys are known: type 0x01 signs the text itself, type 0x04 is a cosigner of
//! checkpoints (C2SP tlog-cosignature, `cosignature/v1`) and signs the text under a time of its own. Lines of
//! other keys are kept apart as unknown. The key id is the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖
//! public key), so that the two kinds never stand in for each other.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer};
use redress_base::{Fault, Finding, Refusal};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// How many bytes of a cosignature are its time: seconds since 1970, big-endian (tlog-cosignature, Format).
const TIME: usize = 8;
const LONGEST_NOTE: usize = 1 << 20;
const MOST_SIGNATURES: usize = 100;

/// What a key signs. The number is the signature type of C2SP signed-note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    /// The text of a note: type 0x01.
    Signer,
    /// A checkpoint of somebody else's log, at a time: type 0x04.
    Cosigner,
}

impl KeyKind {
    const fn number(self) -> u8 {
        match self {
            KeyKind::Signer => 0x01,
            KeyKind::Cosigner => 0x04,
        }
    }
}

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
    kind: KeyKind,
    key: ed25519_dalek::VerifyingKey,
}

/// A note of which at least one known key's signature was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The signed text, with its last line end.
    pub text: String,
    /// Names of the keys whose signatures hold, in the order of the note.
    pub signers: Vec<String>,
    /// Cosignatures that hold, in the order of the note.
    pub cosignatures: Vec<Cosignature>,
    /// The names on signatures of keys that the reader did not give: ignored, and told.
    pub unknown: Vec<String>,
}

/// A second party's word that, at a time, this was the largest checkpoint of the log that it had seen, and that the log
/// had only grown up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosignature {
    /// The cosigner's key.
    pub key: VerifierKey,
    /// The cosigner's clock, in seconds since 1970.
    pub time: u64,
}

/// A refusal that calls the text by a general name; who knows the file puts its path there instead.
fn refusal(code: &str) -> Refusal {
    Finding::error(code).with("path", "note").refuse(Fault::Input)
}

/// A key name: not empty, no white space of any script, no plus sign (it separates the parts of a vkey).
fn good_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

fn key_id(name: &str, kind: KeyKind, public: &[u8; 32]) -> [u8; 4] {
    let digest = Sha256::new()
        .chain_update(name.as_bytes())
        .chain_update([b'\n', kind.number()])
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

    /// The public key, as a signer of notes.
    pub fn verifier(&self) -> VerifierKey {
        self.public(KeyKind::Signer)
    }

    /// The public key, as a cosigner of checkpoints.
    pub fn cosigner(&self) -> VerifierKey {
        self.public(KeyKind::Cosigner)
    }

    fn public(&self, kind: KeyKind) -> VerifierKey {
        let key = self.key.verifying_key();
        let id = key_id(&self.name, kind, key.as_bytes());
        VerifierKey { name: self.name.clone(), id, kind, key }
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

    /// What it signs.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![self.kind.number()];
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
    let (number, public) = typed.split_first()?;
    let kind = [KeyKind::Signer, KeyKind::Cosigner].into_iter().find(|kind| kind.number() == *number)?;
    if !good_name(name) {
        return None;
    }
    let public: [u8; 32] = public.try_into().ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&public).ok().filter(|key| !key.is_weak())?;
    let expected = key_id(name, kind, &public);
    (id == format!("{:08x}", u32::from_be_bytes(expected))).then(|| VerifierKey {
        name: name.to_owned(),
        id: expected,
        kind,
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

/// The bytes that a cosigner signs: two lines, then the text of the checkpoint.
fn cosigned(text: &str, time: u64) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}

/// Cosigns a signed checkpoint: the note with one line more. Whether the log only grew is for the caller to have checked.
///
/// # Errors
/// `evidence-note-form` when it is no signed note; `evidence-cosignature-time` for a time before 1970.
pub fn cosign(note: &str, key: &SigningKey, time: i64) -> Result<String, Refusal> {
    let (text, _) = split(note).ok_or_else(|| refusal("evidence-note-form"))?;
    let time = u64::try_from(time).map_err(|_| refusal("evidence-cosignature-time"))?;
    let mut bytes = key.cosigner().id.to_vec();
    bytes.extend_from_slice(&time.to_be_bytes());
    bytes.extend_from_slice(&key.key.sign(&cosigned(text, time)).to_bytes());
    Ok(format!("{note}\u{2014} {} {}\n", key.name, STANDARD.encode(bytes)))
}

/// Puts the signatures of notes with one text under it, each line once, those of the first note first.
///
/// # Errors
/// `evidence-note-form` where one is no signed note, or their texts differ.
pub fn merge(first: &str, others: &[&str]) -> Result<String, Refusal> {
    let wrong = || refusal("evidence-note-form");
    let (text, _) = split(first).ok_or_else(wrong)?;
    let mut lines: Vec<&str> = signature_lines(first, text);
    for other in others {
        let (same, _) = split(other).filter(|(other, _)| *other == text).ok_or_else(wrong)?;
        for line in signature_lines(other, same) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    let merged = format!("{text}\n{}\n", lines.join("\n"));
    split(&merged).map(|_| merged.clone()).ok_or_else(wrong)
}

/// The text of a signed note, none of whose signatures is verified by this; `None` where it is no signed note.
pub fn text(note: &str) -> Option<&str> {
    split(note).map(|(text, _)| text)
}

/// The note with the signatures of its origin's key alone: as it was before anybody cosigned. `None` for what is no note.
pub(crate) fn signed_by_origin(note: &str, origin: &str) -> Option<String> {
    let (text, _) = split(note)?;
    let own = format!("\u{2014} {origin} ");
    let lines: Vec<&str> =
        signature_lines(note, text).into_iter().filter(|line| line.starts_with(&own)).collect();
    Some(format!("{text}\n{}\n", lines.join("\n")))
}

fn signature_lines<'n>(note: &'n str, text: &str) -> Vec<&'n str> {
    note.get(text.len() + 1..).unwrap_or_default().lines().collect()
}

/// Opens a note with the keys that the reader trusts. Every signature of a known key must hold; those of
/// unknown keys are named and ignored.
///
/// # Errors
/// `evidence-note-form` when it is not a signed note; `evidence-note-signature` when a known key's
/// signature does not hold; `evidence-note-unknown-key` when no known signer (a cosigner is none) signed it.
pub fn open(note: &str, keys: &[VerifierKey]) -> Result<Verified, Refusal> {
    let (text, lines) = split(note).ok_or_else(|| refusal("evidence-note-form"))?;
    let mut verified = Verified {
        text: text.to_owned(),
        signers: Vec::new(),
        cosignatures: Vec::new(),
        unknown: Vec::new(),
    };
    for line in lines {
        let Some(key) = keys.iter().find(|key| key.id == line.id && key.name == line.name) else {
            verified.unknown.push(line.name.to_owned());
            continue;
        };
        let holds = match key.kind {
            KeyKind::Signer => signed_by(key, text.as_bytes(), &line.signature)
                .then(|| verified.signers.push(line.name.to_owned())),
            KeyKind::Cosigner => cosigned_at(key, text, &line.signature)
                .map(|time| verified.cosignatures.push(Cosignature { key: key.clone(), time })),
        };
        if holds.is_none() {
            return Err(Finding::error("evidence-note-signature")
                .with("key", line.name)
                .with("path", "note")
                .refuse(Fault::Verification));
        }
    }
    if verified.signers.is_empty() {
        return Err(refusal("evidence-note-unknown-key"));
    }
    Ok(verified)
}

fn signed_by(key: &VerifierKey, message: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature).is_ok_and(|signature| key.key.verify_strict(message, &signature).is_ok())
}

/// The time of a cosignature that holds. A time beyond 2^63 − 1 is none (tlog-cosignature, Format).
fn cosigned_at(key: &VerifierKey, text: &str, bytes: &[u8]) -> Option<u64> {
    let (time, signature) = bytes.split_first_chunk::<TIME>()?;
    let time = u64::from_be_bytes(*time);
    (i64::try_from(time).is_ok() && signed_by(key, &cosigned(text, time), signature)).then_some(time)
}
