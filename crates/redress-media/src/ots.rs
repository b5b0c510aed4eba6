//! OpenTimestamps: a digest, operations on it, and who attests what comes out (the format of the reference
//! implementation, python-opentimestamps 0.4). Nothing is asked of a calendar or of a chain: what a person looked up
//! there is compared.

mod header;
mod tree;

use crate::bytes::{Bytes, count, hex};
use crate::limits::{MOST_MESSAGE, MOST_PROOF};
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use header::{Comparison, Header};
pub use tree::Operation;

/// What every proof begins with.
const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94";
const VERSION: u64 = 1;

/// A proof: what it is about, and who attests that it existed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The algorithm of the digest: `sha256`, as a rule.
    pub algorithm: Operation,
    /// The digest of the file that it is about, in hex.
    pub digest: String,
    /// Who attests it, in the order of the proof.
    pub attestations: Vec<Attestation>,
    /// How many operations lead from the digest to the attestations.
    pub operations: u64,
}

/// Who attests, and what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Who.
    pub witness: Witness,
    /// What the operations make of the digest, in hex; absent where one of them is not computed here. Of a block it
    /// is the root of its tree of transactions, in the order of bytes in which explorers print it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
}

/// Who attests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "witness", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Witness {
    /// A calendar that promised to put it into a block, and shows nothing until it did.
    Pending {
        /// Its address, as the proof states it.
        uri: String,
    },
    /// A block of Bitcoin.
    Bitcoin {
        /// Its height.
        height: u64,
    },
    /// A block of Litecoin. Not compared here.
    Litecoin {
        /// Its height.
        height: u64,
    },
    /// Somebody whom this program does not know.
    Unknown {
        /// The eight bytes that name the kind, in hex.
        tag: String,
    },
}

impl Proof {
    /// Whether it is about bytes with this SHA-256.
    pub fn is_of(&self, sha256: &redress_base::Sha256) -> bool {
        self.algorithm == Operation::Sha256 && self.digest == sha256.to_string()
    }

    /// How many attest it in a way that nothing is computed of here: by another chain than Bitcoin, as somebody unknown,
    /// or behind an operation that is not computed.
    pub fn beyond(&self) -> u64 {
        let beyond = self.attestations.iter().filter(|one| match one.witness {
            Witness::Pending { .. } => false,
            Witness::Bitcoin { .. } => one.commitment.is_none(),
            Witness::Litecoin { .. } | Witness::Unknown { .. } => true,
        });
        beyond.count() as u64
    }

    /// Whether only calendars attest it so far.
    pub fn is_pending(&self) -> bool {
        self.attestations.iter().all(|one| matches!(one.witness, Witness::Pending { .. }))
    }
}

/// Whether bytes begin as a proof.
pub fn is_proof(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Reads a proof.
///
/// # Errors
/// `media-ots-none` where it does not begin as one; `-version`, `-too-long`, `-cut`, `-form`, `-operation`,
/// `-too-many`, `-too-deep`, `-behind` with the byte at which it breaks.
pub fn read_proof(bytes: &[u8]) -> Result<Proof, Refusal> {
    let refuse = |code: &str, at: usize| Finding::error(code).with("byte", at).refuse(Fault::Input);
    if bytes.len() > MOST_PROOF {
        return Err(refuse("media-ots-too-long", MOST_PROOF));
    }
    let Some(rest) = bytes.strip_prefix(MAGIC) else { return Err(refuse("media-ots-none", 0)) };
    let mut reader = Bytes::new(rest);
    let at = |reader: &Bytes<'_>| reader.at().saturating_add(MAGIC.len());
    match number(&mut reader) {
        Some(VERSION) => {}
        Some(_) => return Err(refuse("media-ots-version", MAGIC.len())),
        None => return Err(refuse("media-ots-cut", at(&reader))),
    }
    let algorithm = reader.byte().ok_or_else(|| refuse("media-ots-cut", at(&reader)))?;
    let Some((algorithm, length)) = Operation::digest(algorithm) else {
        return Err(refuse("media-ots-operation", at(&reader).saturating_sub(1)));
    };
    let digest = reader.take(length).ok_or_else(|| refuse("media-ots-cut", at(&reader)))?;
    let mut tree = tree::Tree::default();
    tree.read(&mut reader, Some(digest.to_vec()), 0).map_err(|stop| refuse(stop.code(), at(&reader)))?;
    if !reader.is_empty() {
        return Err(refuse("media-ots-behind", at(&reader)));
    }
    Ok(Proof {
        algorithm,
        digest: hex(digest),
        attestations: tree.attestations,
        operations: tree.operations as u64,
    })
}

/// A number in pieces of seven bits, the lowest first.
fn number(reader: &mut Bytes<'_>) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..63).step_by(7) {
        let byte = reader.byte()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Bytes with their length before them.
fn string<'a>(reader: &mut Bytes<'a>, most: usize) -> Option<&'a [u8]> {
    let length =
        number(reader).map(count).filter(|length| *length <= most.min(MOST_MESSAGE.saturating_mul(2)))?;
    reader.take(length)
}
