//! What a cosigner is asked, and what it checks before it signs (C2SP tlog-witness, add-checkpoint).
//!
//! ```text
//! old 20
//! <base64 hash of the consistency proof, one a line>
//!
//! <signed checkpoint>
//! ```
//! The request holds hashes only, nothing of the material: a legal-aid office can cosign a log without seeing the
//! case. A cosigner keeps the last checkpoint that it cosigned of each log, and signs only what continues it.

use crate::checkpoint::Checkpoint;
use crate::merkle::{self, Hash};
use crate::note::{self, SigningKey, VerifierKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Fault, Finding, Refusal};
use std::fmt::Write;

/// tlog-witness: no more than 63 lines of proof.
const LONGEST_PROOF: usize = 63;

/// A request for a cosignature, as read. Nothing in it is verified by that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The size of the checkpoint that was cosigned last; 0 if there was none.
    pub old: u64,
    /// The consistency proof from that size (RFC 6962 §2.1.2).
    pub proof: Vec<Hash>,
    /// The signed checkpoint to be cosigned.
    pub checkpoint: String,
}

impl Request {
    /// The body of the request.
    pub fn to_text(&self) -> String {
        let mut text = format!("old {}\n", self.old);
        for hash in &self.proof {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}", STANDARD.encode(hash));
        }
        text.push('\n');
        text.push_str(&self.checkpoint);
        text
    }

    /// Reads a request, or a signed checkpoint by itself, which asks for a first cosignature.
    ///
    /// # Errors
    /// `evidence-request-form` with the line from which on it is neither.
    pub fn parse(text: &str) -> Result<Request, Refusal> {
        if !text.starts_with("old ") {
            return Ok(Request { old: 0, proof: Vec::new(), checkpoint: text.to_owned() });
        }
        read(text)
            .map_err(|row| Finding::error("evidence-request-form").with("row", row).refuse(Fault::Input))
    }
}

fn read(text: &str) -> Result<Request, usize> {
    let (first, mut rest) = text.split_once('\n').ok_or(1usize)?;
    let old = first.strip_prefix("old ").unwrap_or_default();
    let size: u64 = old.parse().map_err(|_| 1usize)?;
    if size.to_string() != old {
        return Err(1);
    }
    let mut proof = Vec::new();
    for row in 2usize.. {
        let (line, after) = rest.split_once('\n').ok_or(row)?;
        rest = after;
        if line.is_empty() {
            break;
        }
        let hash = STANDARD.decode(line).ok().and_then(|bytes| bytes.try_into().ok());
        proof.push(hash.filter(|_| proof.len() < LONGEST_PROOF).ok_or(row)?);
    }
    Ok(Request { old: size, proof, checkpoint: rest.to_owned() })
}

/// A checkpoint of the log whose key is `log`, its signature verified.
///
/// # Errors
/// The refusals of [`note::open`] and [`Checkpoint::parse`]; `evidence-checkpoint-form` for the checkpoint of another log.
pub fn checkpoint_of(note: &str, log: &VerifierKey) -> Result<Checkpoint, Refusal> {
    let opened = note::open(note, std::slice::from_ref(log))?;
    let checkpoint = Checkpoint::parse(&opened.text)?;
    if checkpoint.origin == log.name() {
        return Ok(checkpoint);
    }
    Err(Finding::error("evidence-checkpoint-form").with("path", "checkpoint").refuse(Fault::Verification))
}

/// Cosigns a checkpoint if the log only grew since the one that was cosigned last: the note with one line more.
///
/// # Errors
/// `evidence-cosign-shrunk` where the log is smaller than it was; `evidence-cosign-gap` where the proof begins at another
/// size than the last one; `evidence-cosign-rewritten` where the proof does not hold; the refusals of [`checkpoint_of`]
/// and [`note::cosign`].
pub fn cosign(
    request: &Request,
    log: &VerifierKey,
    last: Option<&Checkpoint>,
    key: &SigningKey,
    time: i64,
) -> Result<String, Refusal> {
    let new = checkpoint_of(&request.checkpoint, log)?;
    continues(last, &new, request)?;
    note::cosign(&request.checkpoint, key, time)
}

/// Against the last checkpoint that was cosigned, or the empty log.
fn continues(last: Option<&Checkpoint>, new: &Checkpoint, request: &Request) -> Result<(), Refusal> {
    let (size, root) = last.map_or_else(|| (0, merkle::root(&[])), |last| (last.size, last.root));
    let sizes = |code: &str| Finding::error(code).with("last", size).with("size", new.size);
    if new.size < size {
        return Err(sizes("evidence-cosign-shrunk").refuse(Fault::Verification));
    }
    // The same size again needs no proof; the proof of a larger one begins where we stopped.
    let same = new.size == size;
    if !same && request.old != size {
        return Err(sizes("evidence-cosign-gap").with("old", request.old).refuse(Fault::Usage));
    }
    let proof: &[Hash] = if same { &[] } else { &request.proof };
    let grew = merkle::check_consistency(size, new.size, proof, &root, &new.root);
    // An empty log has one root (RFC 6962 §2.1).
    if grew && (new.size > 0 || new.root == merkle::root(&[])) {
        return Ok(());
    }
    Err(sizes("evidence-cosign-rewritten").refuse(Fault::Verification))
}
