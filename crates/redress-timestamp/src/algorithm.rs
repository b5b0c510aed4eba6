//! Digest algorithms and their object identifiers.

use crate::ber::{Element, Fields, OID, SEQUENCE, misshapen, wrap};
use der::asn1::ObjectIdentifier;
use redress_base::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest;
use std::fmt;

/// A digest algorithm that a token may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Digester {
    /// SHA-1 (FIPS 180-4), 20 bytes. Collisions are known: never accepted over content, named as weak where a
    /// second preimage would be needed.
    Sha1,
    /// SHA-256 (FIPS 180-4), 32 bytes.
    Sha256,
    /// SHA-384 (FIPS 180-4), 48 bytes.
    Sha384,
    /// SHA-512 (FIPS 180-4), 64 bytes.
    Sha512,
    /// SM3 (GB/T 32905-2016), 32 bytes.
    Sm3,
}

impl Digester {
    /// All of them.
    pub const ALL: [Digester; 5] =
        [Digester::Sha1, Digester::Sha256, Digester::Sha384, Digester::Sha512, Digester::Sm3];

    /// The object identifier: RFC 3370 §2.1, RFC 5754 §2, GM/T 0006.
    pub(crate) const fn oid(self) -> ObjectIdentifier {
        ObjectIdentifier::new_unwrap(match self {
            Digester::Sha1 => "1.3.14.3.2.26",
            Digester::Sha256 => "2.16.840.1.101.3.4.2.1",
            Digester::Sha384 => "2.16.840.1.101.3.4.2.2",
            Digester::Sha512 => "2.16.840.1.101.3.4.2.3",
            Digester::Sm3 => "1.2.156.10197.1.401",
        })
    }

    /// The algorithm of an object identifier, if it is one of these.
    pub(crate) fn of(oid: ObjectIdentifier) -> Option<Digester> {
        Digester::ALL.into_iter().find(|one| one.oid() == oid)
    }

    /// How many bytes the digest has.
    pub const fn length(self) -> usize {
        match self {
            Digester::Sha1 => 20,
            Digester::Sha256 | Digester::Sm3 => 32,
            Digester::Sha384 => 48,
            Digester::Sha512 => 64,
        }
    }

    /// The digest of bytes.
    pub fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Digester::Sha1 => sha1::Sha1::digest(bytes).to_vec(),
            Digester::Sha256 => sha2::Sha256::digest(bytes).to_vec(),
            Digester::Sha384 => sha2::Sha384::digest(bytes).to_vec(),
            Digester::Sha512 => sha2::Sha512::digest(bytes).to_vec(),
            Digester::Sm3 => sm3::Sm3::digest(bytes).to_vec(),
        }
    }
}

impl fmt::Display for Digester {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Digester::Sha1 => "SHA-1",
            Digester::Sha256 => "SHA-256",
            Digester::Sha384 => "SHA-384",
            Digester::Sha512 => "SHA-512",
            Digester::Sm3 => "SM3",
        })
    }
}

/// An AlgorithmIdentifier (RFC 5280 §4.1.1.2): which algorithm, and its parameters in DER.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Algorithm {
    pub(crate) oid: ObjectIdentifier,
    /// The parameters in DER, if there are any.
    pub(crate) parameters: Option<Vec<u8>>,
}

/// NULL in DER, the parameters of algorithms that have none.
pub(crate) const NULL: [u8; 2] = [0x05, 0x00];

impl Algorithm {
    pub(crate) fn of(element: &Element<'_>, field: &str) -> Result<Algorithm, Refusal> {
        let mut fields = Fields::of(element, SEQUENCE, field)?;
        let oid = oid(fields.next(OID, field)?, field)?;
        let parameters = fields.any(field).ok().map(Element::to_der);
        fields.end(field)?;
        Ok(Algorithm { oid, parameters })
    }

    /// No parameters, or NULL: for digests and RSA both are in use (RFC 5754 §2).
    pub(crate) fn is_plain(&self) -> bool {
        self.parameters.as_deref().is_none_or(|parameters| parameters == NULL)
    }

    /// The digest algorithm, if it is known and without parameters.
    pub(crate) fn digester(&self) -> Option<Digester> {
        Digester::of(self.oid).filter(|_| self.is_plain())
    }
}

/// The value of an OBJECT IDENTIFIER.
pub(crate) fn oid(element: &Element<'_>, field: &str) -> Result<ObjectIdentifier, Refusal> {
    let content = element.content().filter(|_| element.is(OID));
    let value = content.and_then(|content| ObjectIdentifier::from_bytes(content).ok());
    value.ok_or_else(|| misshapen(field, element.at))
}

/// An OBJECT IDENTIFIER in DER.
pub(crate) fn oid_der(oid: ObjectIdentifier) -> Vec<u8> {
    wrap(OID, oid.as_bytes())
}
