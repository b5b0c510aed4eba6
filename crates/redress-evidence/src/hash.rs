//! SHA-256 and SM3 of the same bytes in one pass, for one file or for many; SHA-512 on request.
//!
//! SM3 is the cost of sealing, so [`digest_many`] and [`digest_streams`] hash several files side by
//! side. One large file by itself is bound by the single stream.

mod streams;

use crate::sm3;
use redress_base::{Digests, Hex, Sha256, Sm3};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest;
use std::fmt;
use std::str::FromStr;

pub use streams::{digest_many, digest_streams};

/// How much of a file is hashed by one algorithm before the other sees it: small enough to stay in the
/// second-level cache.
const PIECE: usize = 32 * 1024;

/// From so many bytes on SM3 is worth a thread of its own beside the others: it takes longest and cannot be divided.
const BESIDE: usize = 1 << 18;

/// A SHA-512 digest (FIPS 180-4), which BagIt 1.0 asks every bag to carry. Prints as 128 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct Sha512(pub [u8; 64]);

impl fmt::Display for Sha512 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Hex(&self.0), f)
    }
}

impl fmt::Debug for Sha512 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sha512({self})")
    }
}

impl FromStr for Sha512 {
    type Err = redress_base::DigestText;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (left, right) = text.split_at_checked(64).ok_or(redress_base::DigestText)?;
        let (left, right) = (left.parse::<Sha256>()?, right.parse::<Sha256>()?);
        let mut out = [0u8; 64];
        for (slot, byte) in out.iter_mut().zip(left.0.into_iter().chain(right.0)) {
            *slot = byte;
        }
        Ok(Sha512(out))
    }
}

impl Serialize for Sha512 {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha512 {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Everything that a bag's manifests say of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// SHA-256, SM3 and the length.
    pub digests: Digests,
    /// SHA-512, if it was asked for.
    pub sha512: Option<Sha512>,
}

/// Which algorithms to run beside SHA-256 and SM3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Also {
    /// None.
    #[default]
    Nothing,
    /// SHA-512, as a bag's manifests need.
    Sha512,
}

/// Both digests of bytes in memory.
pub fn digests(bytes: &[u8]) -> Digests {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finish()
}

/// Both digests and SHA-512 of bytes in memory.
pub fn sums(bytes: &[u8]) -> Sums {
    let mut hasher = Hasher::with(Also::Sha512);
    hasher.update(bytes);
    hasher.finish_sums()
}

/// The two SHA-2 digests of one stream.
#[derive(Clone)]
struct Sha2 {
    sha256: sha2::Sha256,
    sha512: Option<sha2::Sha512>,
    bytes: u64,
}

impl Sha2 {
    fn new(also: Also) -> Sha2 {
        let sha512 = (also == Also::Sha512).then(sha2::Sha512::new);
        Sha2 { sha256: sha2::Sha256::new(), sha512, bytes: 0 }
    }

    fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        if let Some(sha512) = &mut self.sha512 {
            sha512.update(bytes);
        }
        self.bytes += bytes.len() as u64;
    }

    fn finish(self, sm3: [u8; 32]) -> Sums {
        let sha256 = Sha256(self.sha256.finalize().into());
        let digests = Digests { sha256, sm3: Sm3(sm3), bytes: self.bytes };
        Sums { digests, sha512: self.sha512.map(|hasher| Sha512(hasher.finalize().into())) }
    }
}

/// Digests of one stream that arrives in pieces.
#[derive(Clone)]
pub struct Hasher {
    sha2: Sha2,
    sm3: sm3::Stream,
}

impl Default for Hasher {
    fn default() -> Self {
        Hasher::new()
    }
}

impl Hasher {
    /// SHA-256 and SM3.
    pub fn new() -> Hasher {
        Hasher::with(Also::Nothing)
    }

    /// SHA-256, SM3 and whatever else is asked for.
    pub fn with(also: Also) -> Hasher {
        Hasher { sha2: Sha2::new(also), sm3: sm3::Stream::new() }
    }

    /// Takes the next bytes: in long pieces rather than in short ones, since the digests of a long one are computed at the
    /// same time.
    pub fn update(&mut self, bytes: &[u8]) {
        if bytes.len() >= BESIDE {
            let Hasher { sha2, sm3 } = self;
            std::thread::scope(|scope| {
                scope.spawn(|| sm3.update(bytes));
                sha2.update(bytes);
            });
            return;
        }
        for piece in bytes.chunks(PIECE) {
            self.sha2.update(piece);
            self.sm3.update(piece);
        }
    }

    /// The digests of all bytes taken.
    pub fn finish(self) -> Digests {
        self.finish_sums().digests
    }

    /// The digests of all bytes taken, with SHA-512 if it was asked for.
    pub fn finish_sums(self) -> Sums {
        self.sha2.finish(self.sm3.finish())
    }
}
