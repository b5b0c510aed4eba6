//! Digest values. Computing them is the evidence room's work; every room may carry them.
//!
//! SHA-256 is FIPS 180-4; SM3 is GB/T 32905-2016. Both print as 64 lower-case hex digits.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The text was not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigestText;

impl fmt::Display for DigestText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected 64 hexadecimal digits")
    }
}

/// Bytes that print as lower-case hex digits, two for each.
#[derive(Clone, Copy, Debug)]
pub struct Hex<'b>(pub &'b [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Manifests hold hundreds of thousands of digests: one call for each, not one for each byte.
        const AT_ONCE: usize = 64;
        let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + (nibble - 10) };
        for part in self.0.chunks(AT_ONCE) {
            let mut text = [[0u8; 2]; AT_ONCE];
            for (pair, byte) in text.iter_mut().zip(part) {
                *pair = [digit(byte >> 4), digit(byte & 15)];
            }
            let written = text.get(..part.len()).unwrap_or_default().as_flattened();
            f.write_str(std::str::from_utf8(written).map_err(|_| fmt::Error)?)?;
        }
        Ok(())
    }
}

fn parse_hex(text: &str) -> Result<[u8; 32], DigestText> {
    let mut out = [0u8; 32];
    let bytes = text.as_bytes();
    if bytes.len() != 64 {
        return Err(DigestText);
    }
    for (slot, pair) in out.iter_mut().zip(bytes.chunks_exact(2)) {
        let mut value = 0u8;
        for digit in pair {
            let nibble = char::from(*digit).to_digit(16).ok_or(DigestText)?;
            value = value << 4 | u8::try_from(nibble).map_err(|_| DigestText)?;
        }
        *slot = value;
    }
    Ok(out)
}

macro_rules! digest {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
        #[schemars(with = "String")]
        pub struct $name(pub [u8; 32]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Hex(&self.0), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = DigestText;

            fn from_str(text: &str) -> Result<Self, DigestText> {
                parse_hex(text).map($name)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

digest!(Sha256, "A SHA-256 digest (FIPS 180-4), 32 bytes.");
digest!(Sm3, "An SM3 digest (GB/T 32905-2016), 32 bytes.");

/// Both digests of one run of bytes, made in one pass, with its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Digests {
    /// SHA-256 of the bytes.
    pub sha256: Sha256,
    /// SM3 of the same bytes.
    pub sm3: Sm3,
    /// How many bytes were digested.
    pub bytes: u64,
}

#[cfg(test)]
mod tests {
    use super::{Hex, Sha256};

    #[test]
    fn every_byte_prints_as_two_digits_and_reads_back() {
        let all: Vec<u8> = (0..=255).collect();
        let expected: String = all.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(Hex(&all).to_string(), expected);
        assert_eq!(Hex(&[]).to_string(), "");
        for part in all.as_chunks::<32>().0 {
            let digest = Sha256(*part);
            assert_eq!(digest.to_string().parse(), Ok(digest));
        }
    }
}
