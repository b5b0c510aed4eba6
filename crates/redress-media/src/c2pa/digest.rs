//! The three digests that C2PA allows (C2PA 2.2 §13.1), of bytes at hand or as they come.

use sha2::Digest as _;

/// A digest that is being computed.
#[derive(Clone)]
pub(crate) enum Sum {
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
}

impl Sum {
    /// By the name that stands in manifests; nothing for others.
    pub(crate) fn named(name: &str) -> Option<Sum> {
        match name {
            "sha256" => Some(Sum::Sha256(sha2::Sha256::new())),
            "sha384" => Some(Sum::Sha384(sha2::Sha384::new())),
            "sha512" => Some(Sum::Sha512(sha2::Sha512::new())),
            _ => None,
        }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match self {
            Sum::Sha256(sum) => sum.update(bytes),
            Sum::Sha384(sum) => sum.update(bytes),
            Sum::Sha512(sum) => sum.update(bytes),
        }
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        match self {
            Sum::Sha256(sum) => sum.finalize().to_vec(),
            Sum::Sha384(sum) => sum.finalize().to_vec(),
            Sum::Sha512(sum) => sum.finalize().to_vec(),
        }
    }
}
