//! The operations of a proof, which fork, and the attestations at their ends.

use super::{Attestation, Witness, number, string};
use crate::bytes::{Bytes, hex};
use crate::limits::{MOST_ATTESTATIONS, MOST_BRANCHES, MOST_MESSAGE, MOST_OPERATIONS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

/// Longest attestation, as the reference implementation has it.
const MOST_PAYLOAD: usize = 8_192;
/// Longest address of a calendar, as the reference implementation has it.
const MOST_ADDRESS: usize = 1_000;

const ATTESTATION: u8 = 0x00;
const FORK: u8 = 0xff;
const PENDING: [u8; 8] = *b"\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e";
const BITCOIN: [u8; 8] = *b"\x05\x88\x96\x0d\x73\xd7\x19\x01";
const LITECOIN: [u8; 8] = *b"\x06\x86\x9a\x0d\x73\xd7\x1b\x45";

/// What is done with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// SHA-1.
    Sha1,
    /// RIPEMD-160, in proofs from before there were calendars.
    Ripemd160,
    /// SHA-256.
    Sha256,
    /// Keccak-256. Not computed here: it leads to chains that are not compared either.
    Keccak256,
    /// Bytes behind it.
    Append,
    /// Bytes before it.
    Prepend,
    /// Its bytes backwards.
    Reverse,
    /// Its bytes as hexadecimal digits.
    Hexlify,
}

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Cut,
    Form,
    Operation,
    TooMany,
    TooDeep,
}

impl Stop {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Stop::Cut => "media-ots-cut",
            Stop::Form => "media-ots-form",
            Stop::Operation => "media-ots-operation",
            Stop::TooMany => "media-ots-too-many",
            Stop::TooDeep => "media-ots-too-deep",
        }
    }
}

impl Operation {
    /// The digests, by their tag, with their length.
    pub(super) const fn digest(tag: u8) -> Option<(Operation, usize)> {
        Some(match tag {
            0x02 => (Operation::Sha1, 20),
            0x03 => (Operation::Ripemd160, 20),
            0x08 => (Operation::Sha256, 32),
            0x67 => (Operation::Keccak256, 32),
            _ => return None,
        })
    }

    const fn of(tag: u8) -> Option<Operation> {
        if let Some((digest, _)) = Operation::digest(tag) {
            return Some(digest);
        }
        Some(match tag {
            0xf0 => Operation::Append,
            0xf1 => Operation::Prepend,
            0xf2 => Operation::Reverse,
            0xf3 => Operation::Hexlify,
            _ => return None,
        })
    }

    /// What comes out; nothing where it is not computed here.
    fn apply(self, message: &[u8], with: &[u8]) -> Option<Vec<u8>> {
        match self {
            Operation::Sha1 => Some(sha1::Sha1::digest(message).to_vec()),
            Operation::Sha256 => Some(sha2::Sha256::digest(message).to_vec()),
            Operation::Ripemd160 => Some(ripemd::Ripemd160::digest(message).to_vec()),
            Operation::Keccak256 => None,
            Operation::Append => Some([message, with].concat()),
            Operation::Prepend => Some([with, message].concat()),
            Operation::Reverse => Some(message.iter().rev().copied().collect()),
            Operation::Hexlify => Some(hex(message).into_bytes()),
        }
    }
}

/// What was read so far.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) attestations: Vec<Attestation>,
    pub(super) operations: usize,
}

impl Tree {
    /// Reads what follows a message: any number of branches with a mark before each, and one without.
    pub(super) fn read(
        &mut self,
        reader: &mut Bytes<'_>,
        message: Option<Vec<u8>>,
        depth: usize,
    ) -> Result<(), Stop> {
        if depth >= MOST_BRANCHES {
            return Err(Stop::TooDeep);
        }
        loop {
            let tag = reader.byte().ok_or(Stop::Cut)?;
            if tag != FORK {
                return self.branch(tag, reader, message, depth);
            }
            let tag = reader.byte().ok_or(Stop::Cut)?;
            self.branch(tag, reader, message.clone(), depth)?;
        }
    }

    fn branch(
        &mut self,
        tag: u8,
        reader: &mut Bytes<'_>,
        message: Option<Vec<u8>>,
        depth: usize,
    ) -> Result<(), Stop> {
        if tag == ATTESTATION {
            return self.attestation(reader, message.as_deref());
        }
        self.operations =
            self.operations.checked_add(1).filter(|n| *n <= MOST_OPERATIONS).ok_or(Stop::TooMany)?;
        let operation = Operation::of(tag).ok_or(Stop::Operation)?;
        let with = match operation {
            Operation::Append | Operation::Prepend => {
                let with = string(reader, MOST_MESSAGE).ok_or(Stop::Cut)?;
                if with.is_empty() {
                    return Err(Stop::Form);
                }
                with
            }
            _ => &[],
        };
        let next = message.and_then(|message| operation.apply(&message, with));
        if next.as_ref().is_some_and(|next| next.len() > MOST_MESSAGE) {
            return Err(Stop::Form);
        }
        self.read(reader, next, depth.saturating_add(1))
    }

    fn attestation(&mut self, reader: &mut Bytes<'_>, message: Option<&[u8]>) -> Result<(), Stop> {
        let tag: [u8; 8] = reader.array().ok_or(Stop::Cut)?;
        let payload = string(reader, MOST_PAYLOAD).ok_or(Stop::Cut)?;
        if self.attestations.len() >= MOST_ATTESTATIONS {
            return Err(Stop::TooMany);
        }
        let witness = witness(tag, payload).ok_or(Stop::Form)?;
        let commitment = match witness {
            // The root of a block's tree is printed from its end.
            Witness::Bitcoin { .. } | Witness::Litecoin { .. } => {
                if message.is_some_and(|message| message.len() != 32) {
                    return Err(Stop::Form);
                }
                message.map(|message| hex(&message.iter().rev().copied().collect::<Vec<_>>()))
            }
            Witness::Pending { .. } | Witness::Unknown { .. } => message.map(hex),
        };
        self.attestations.push(Attestation { witness, commitment });
        Ok(())
    }
}

/// Who attests; what stands behind the payload of a known kind makes it none.
fn witness(tag: [u8; 8], payload: &[u8]) -> Option<Witness> {
    let mut payload = Bytes::new(payload);
    let witness = match tag {
        PENDING => {
            let uri = string(&mut payload, MOST_ADDRESS)?;
            // The reference implementation allows these characters and no others, so that an address is no command.
            let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._/:".contains(byte);
            let uri = uri.iter().all(plain).then(|| String::from_utf8_lossy(uri).into_owned())?;
            Witness::Pending { uri }
        }
        BITCOIN => Witness::Bitcoin { height: number(&mut payload)? },
        LITECOIN => Witness::Litecoin { height: number(&mut payload)? },
        _ => return Some(Witness::Unknown { tag: hex(&tag) }),
    };
    payload.is_empty().then_some(witness)
}
