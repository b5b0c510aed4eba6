//! Whole numbers of any length, as ASN.1 writes them: serial numbers and nonces.

use crate::ber::{Element, INTEGER, misshapen, wrap};
use redress_base::{Fault, Finding, Refusal};
use std::fmt;

/// The longest nonce that we send and the longest number that we read, in bytes.
const LONGEST: usize = 128;

/// A whole number: two's complement, the highest byte first, no byte more than needed (X.690 §8.3).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Vec<u8>);

impl Number {
    /// A number out of random bytes, which the edge draws: read as unsigned, the highest byte first.
    ///
    /// # Errors
    /// `timestamp-nonce-length` when there are none, or more than 20.
    pub fn nonce(random: &[u8]) -> Result<Number, Refusal> {
        if random.is_empty() || random.len() > 20 {
            return Err(Finding::error("timestamp-nonce-length")
                .with("bytes", random.len())
                .with("most", 20usize)
                .refuse(Fault::Usage));
        }
        let mut bytes = vec![0];
        bytes.extend_from_slice(random);
        Ok(Number(shortest(&bytes)))
    }

    /// The content of an INTEGER, which BER has in as few bytes as it needs (X.690 §8.3.2).
    pub(crate) fn of(element: &Element<'_>, field: &str) -> Result<Number, Refusal> {
        let content = element.content().filter(|bytes| !bytes.is_empty() && bytes.len() <= LONGEST);
        let content = content.filter(|_| element.is(INTEGER));
        content.map(|bytes| Number(shortest(bytes))).ok_or_else(|| misshapen(field, element.at))
    }

    /// The bytes of a number that another reader took out of its INTEGER.
    pub(crate) fn from_content(bytes: &[u8]) -> Number {
        Number(shortest(bytes))
    }

    /// As an unsigned number that fits, or `None` for a negative or larger one.
    pub(crate) fn to_u32(&self) -> Option<u32> {
        let negative = self.0.first().is_some_and(|first| first & 0x80 != 0);
        let fits = !negative && self.0.len() <= 5;
        let value = self.0.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        if fits { u32::try_from(value).ok() } else { None }
    }

    /// The content octets.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The INTEGER in DER.
    pub(crate) fn to_der(&self) -> Vec<u8> {
        wrap(INTEGER, &self.0)
    }
}

/// Without the leading bytes that say nothing.
fn shortest(bytes: &[u8]) -> Vec<u8> {
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        let sign = after.first().map(|next| next & 0x80 != 0);
        match (first, sign) {
            (0x00, Some(false)) | (0xff, Some(true)) => rest = after,
            _ => break,
        }
    }
    rest.to_vec()
}

impl fmt::Display for Number {
    /// `0x` and two hexadecimal digits a byte; the bytes of a negative number after `-`, in two's complement.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let negative = self.0.first().is_some_and(|first| first & 0x80 != 0);
        let bytes: &[u8] = match self.0.as_slice() {
            [0, rest @ ..] if !rest.is_empty() => rest,
            all => all,
        };
        f.write_str(if negative { "-0x" } else { "0x" })?;
        fmt::Display::fmt(&redress_base::Hex(bytes), f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}
