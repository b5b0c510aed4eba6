//! Message imprints: the digest that a token stamps, and the digests that we know of the same bytes.

use crate::algorithm::{Algorithm, Digester, NULL, oid_der};
use crate::ber::{Element, Fields, OCTET_STRING, SEQUENCE, misshapen, wrap};
use redress_base::{Digests, Fault, Finding, Refusal, Sha256, Sm3};

/// A digest with its algorithm, to be stamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    algorithm: Digester,
    digest: Vec<u8>,
}

impl Imprint {
    /// A digest made elsewhere.
    ///
    /// # Errors
    /// `timestamp-digest-length` when it has not as many bytes as the algorithm gives.
    pub fn new(algorithm: Digester, digest: &[u8]) -> Result<Imprint, Refusal> {
        if digest.len() != algorithm.length() {
            return Err(Finding::error("timestamp-digest-length")
                .with("algorithm", algorithm.to_string())
                .with("bytes", digest.len())
                .with("expected", algorithm.length())
                .refuse(Fault::Usage));
        }
        Ok(Imprint { algorithm, digest: digest.to_vec() })
    }

    /// Which algorithm.
    pub fn algorithm(&self) -> Digester {
        self.algorithm
    }

    /// The digest.
    pub fn digest(&self) -> &[u8] {
        &self.digest
    }

    /// MessageImprint in DER; the algorithm's parameters are NULL, as OpenSSL writes them and every authority reads.
    pub(crate) fn to_der(&self) -> Vec<u8> {
        let algorithm = wrap(SEQUENCE, &[oid_der(self.algorithm.oid()), NULL.to_vec()].concat());
        wrap(SEQUENCE, &[algorithm, wrap(OCTET_STRING, &self.digest)].concat())
    }
}

impl From<Sha256> for Imprint {
    fn from(digest: Sha256) -> Imprint {
        Imprint { algorithm: Digester::Sha256, digest: digest.0.to_vec() }
    }
}

impl From<Sm3> for Imprint {
    fn from(digest: Sm3) -> Imprint {
        Imprint { algorithm: Digester::Sm3, digest: digest.0.to_vec() }
    }
}

/// What somebody stamped: the algorithm as written, which may be one that we do not know, and the digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamped {
    pub(crate) algorithm: Algorithm,
    pub(crate) digest: Vec<u8>,
}

impl Stamped {
    pub(crate) fn of(element: &Element<'_>) -> Result<Stamped, Refusal> {
        const FIELD: &str = "messageImprint";
        let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
        let algorithm = Algorithm::of(fields.any(FIELD)?, "messageImprint.hashAlgorithm")?;
        let digest = fields.any(FIELD)?;
        let digest = digest.octets().ok_or_else(|| misshapen("messageImprint.hashedMessage", digest.at))?;
        fields.end(FIELD)?;
        Ok(Stamped { algorithm, digest })
    }
}

/// The digests that are known of the bytes that should have been stamped, by algorithm.
///
/// A digest that is not known is `None`: then the imprint line says that it cannot be checked.
pub trait Imprints {
    /// The digest by this algorithm.
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>>;
}

/// SHA-256 and SM3, as every sealed item has them.
impl Imprints for Digests {
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>> {
        match algorithm {
            Digester::Sha256 => Some(self.sha256.0.to_vec()),
            Digester::Sm3 => Some(self.sm3.0.to_vec()),
            Digester::Sha1 | Digester::Sha384 | Digester::Sha512 => None,
        }
    }
}

/// A list of digests; the first of the algorithm counts.
impl Imprints for &[Imprint] {
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>> {
        self.iter().find(|one| one.algorithm == algorithm).map(|one| one.digest.clone())
    }
}

/// The stamped bytes themselves, of which every digest can be computed.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a>(pub &'a [u8]);

impl Imprints for Content<'_> {
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>> {
        Some(algorithm.digest(self.0))
    }
}
