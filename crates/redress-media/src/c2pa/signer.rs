//! The certificate beside a signature, and the seven algorithms that C2PA allows (C2PA 2.2 §13.2.1). Only
//! verification: no secret key ever comes here. Whom the certificate names is what it says; nobody vouches for it here.

use crate::Outcome;
use crate::limits::{MOST_TEXT, cut};
use der::asn1::{ObjectIdentifier, UintRef};
use der::{Decode, Reader as _, SliceReader};
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use redress_base::{Instant, Sha256};
use rsa::{BoxedUint, Pss, RsaPublicKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use x509_cert::certificate::{CertificateInner, Raw};
use x509_cert::name::Name;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const EMAIL: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.1");
/// The bits of a modulus: C2PA asks for 2048; larger ones than these only cost time.
const MODULUS_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;

/// Whom a certificate names. Trust is not judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// The subject, each part as RFC 4514 writes it, without addresses of e-mail.
    pub subject: String,
    /// The issuer, likewise.
    pub issuer: String,
    /// From when the certificate is valid.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
    /// SHA-256 of the whole certificate: its fingerprint.
    pub sha256: Sha256,
    /// `ES256`, `PS384`, `Ed25519`; absent where it is none that is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<String>,
}

/// A certificate with its key.
pub(crate) struct Leaf {
    subject: String,
    issuer: String,
    not_before: Instant,
    not_after: Instant,
    sha256: Sha256,
    key: ObjectIdentifier,
    /// The bits that the algorithm of the key explains.
    bits: Vec<u8>,
}

/// Reads a certificate; `None` where it is none.
pub(crate) fn certificate(bytes: &[u8]) -> Option<Leaf> {
    let read = CertificateInner::<Raw>::from_der(bytes).ok()?;
    let inner = read.tbs_certificate();
    let at = |time: x509_cert::time::Time| {
        Instant(i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX))
    };
    let info = inner.subject_public_key_info();
    Some(Leaf {
        subject: shown(inner.subject()),
        issuer: shown(inner.issuer()),
        not_before: at(inner.validity().not_before),
        not_after: at(inner.validity().not_after),
        sha256: Sha256(sha2::Sha256::digest(bytes).into()),
        key: info.algorithm.oid,
        bits: info.subject_public_key.as_bytes()?.to_vec(),
    })
}

/// A name without addresses of e-mail, by which somebody could be written to: wherever in a name they stand.
fn shown(name: &Name) -> String {
    let parts = name.iter_rdn().flat_map(|part| part.iter());
    let parts = parts.filter(|one| one.oid != EMAIL).map(ToString::to_string);
    let parts: Vec<String> = parts.filter(|part| !part.contains(['@', '\u{ff20}'])).collect();
    cut(&parts.join(", "), MOST_TEXT)
}

impl Leaf {
    pub(crate) fn signer(&self, scheme: Option<Scheme>) -> Signer {
        Signer {
            subject: self.subject.clone(),
            issuer: self.issuer.clone(),
            not_before: self.not_before,
            not_after: self.not_after,
            sha256: self.sha256,
            algorithm: scheme.map(|scheme| scheme.name().to_owned()),
        }
    }

    /// RSAPublicKey (RFC 8017 appendix A.1.1).
    fn rsa(&self) -> Option<RsaPublicKey> {
        let mut reader = SliceReader::new(&self.bits).ok()?;
        let read = reader.sequence(|inner| {
            let (modulus, exponent) = (UintRef::decode(inner)?, UintRef::decode(inner)?);
            Ok::<_, der::Error>((
                BoxedUint::from_be_slice_vartime(modulus.as_bytes()),
                BoxedUint::from_be_slice_vartime(exponent.as_bytes()),
            ))
        });
        let (modulus, exponent) = read.ok()?;
        RsaPublicKey::new_with_size_limits(modulus, exponent, MODULUS_BITS).ok()
    }
}

/// How a claim was signed (RFC 9053 §2, RFC 8230 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Es256,
    Es384,
    Es512,
    Ps256,
    Ps384,
    Ps512,
    Ed25519,
}

impl Scheme {
    pub(crate) const fn of(number: i64) -> Option<Scheme> {
        Some(match number {
            -7 => Scheme::Es256,
            -35 => Scheme::Es384,
            -36 => Scheme::Es512,
            -37 => Scheme::Ps256,
            -38 => Scheme::Ps384,
            -39 => Scheme::Ps512,
            -8 => Scheme::Ed25519,
            _ => return None,
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Scheme::Es256 => "ES256",
            Scheme::Es384 => "ES384",
            Scheme::Es512 => "ES512",
            Scheme::Ps256 => "PS256",
            Scheme::Ps384 => "PS384",
            Scheme::Ps512 => "PS512",
            Scheme::Ed25519 => "Ed25519",
        }
    }

    fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Scheme::Es256 | Scheme::Ps256 => sha2::Sha256::digest(message).to_vec(),
            Scheme::Es384 | Scheme::Ps384 => sha2::Sha384::digest(message).to_vec(),
            Scheme::Es512 | Scheme::Ps512 | Scheme::Ed25519 => sha2::Sha512::digest(message).to_vec(),
        }
    }

    /// Whether `signature` was made over `message` with the key of the certificate. Not checked where the key is of
    /// another kind than the algorithm.
    pub(crate) fn check(self, leaf: &Leaf, message: &[u8], signature: &[u8]) -> Outcome {
        let key = leaf.key;
        match self {
            Scheme::Es256 | Scheme::Es384 | Scheme::Es512 if key == EC_KEY => {
                self.elliptic(&leaf.bits, message, signature)
            }
            Scheme::Ps256 | Scheme::Ps384 | Scheme::Ps512 if key == RSA || key == RSA_PSS => {
                self.probabilistic(leaf, message, signature)
            }
            Scheme::Ed25519 if key == ED25519 => edwards(&leaf.bits, message, signature),
            _ => Outcome::Unchecked,
        }
    }

    /// ECDSA over the digest that the algorithm names, on whichever curve the key is (RFC 9053 §2.1).
    fn elliptic(self, key: &[u8], message: &[u8], signature: &[u8]) -> Outcome {
        let digest = self.digest(message);
        if let Ok(key) = p256::ecdsa::VerifyingKey::from_sec1_bytes(key) {
            let signature = p256::ecdsa::Signature::from_slice(signature);
            return signature.is_ok_and(|one| key.verify_prehash(&digest, &one).is_ok()).into();
        }
        if let Ok(key) = p384::ecdsa::VerifyingKey::from_sec1_bytes(key) {
            let signature = p384::ecdsa::Signature::from_slice(signature);
            return signature.is_ok_and(|one| key.verify_prehash(&digest, &one).is_ok()).into();
        }
        if let Ok(key) = p521::ecdsa::VerifyingKey::from_sec1_bytes(key) {
            let signature = p521::ecdsa::Signature::from_slice(signature);
            return signature.is_ok_and(|one| key.verify_prehash(&digest, &one).is_ok()).into();
        }
        Outcome::Unchecked
    }

    /// RSASSA-PSS, the salt as long as the digest (RFC 8230 §2).
    fn probabilistic(self, leaf: &Leaf, message: &[u8], signature: &[u8]) -> Outcome {
        let Some(key) = leaf.rsa() else { return Outcome::Unchecked };
        let digest = self.digest(message);
        let salt = digest.len();
        match self {
            Scheme::Ps256 => key.verify(Pss::<sha2::Sha256>::new_with_salt(salt), &digest, signature),
            Scheme::Ps384 => key.verify(Pss::<sha2::Sha384>::new_with_salt(salt), &digest, signature),
            _ => key.verify(Pss::<sha2::Sha512>::new_with_salt(salt), &digest, signature),
        }
        .is_ok()
        .into()
    }
}

/// Ed25519 (RFC 8032), strictly: no small-order keys.
fn edwards(key: &[u8], message: &[u8], signature: &[u8]) -> Outcome {
    let key = <[u8; 32]>::try_from(key).ok();
    let Some(key) = key.and_then(|key| ed25519_dalek::VerifyingKey::from_bytes(&key).ok()) else {
        return Outcome::Unchecked;
    };
    let signature = ed25519_dalek::Signature::from_slice(signature);
    signature.is_ok_and(|one| key.verify_strict(message, &one).is_ok()).into()
}

#[cfg(test)]
mod tests {
    use super::shown;
    use std::str::FromStr as _;

    #[test]
    fn no_address_of_e_mail_is_shown() {
        let of = |name: &str| shown(&x509_cert::name::Name::from_str(name).unwrap());
        assert_eq!(of("CN=a@b.example,O=Somebody"), "O=Somebody");
        assert_eq!(of("CN=Some Camera 1,O=Somebody"), "O=Somebody, CN=Some Camera 1");
        assert_eq!(of("CN=Somebody <a@b.example>"), "");
    }
}
