//! Signatures of certificates and of tokens, by the algorithms that authorities use.
//!
//! RSA with PKCS#1 v1.5 or PSS (RFC 8017), ECDSA on P-256, P-384 and P-521 (FIPS 186-5), SM2 with SM3
//! (GB/T 32918.2-2016, with the identity that GM/T 0009 sets for certificates and messages). Only verification:
//! no secret key ever comes here. SHA-1 and RSA keys under 2048 bits are refused as weak.

use crate::algorithm::{Algorithm, Digester, NULL, oid_der};
use crate::ber::{self, Fields, INTEGER, OCTET_STRING, SEQUENCE, context_constructed, wrap};
use crate::number::Number;
use der::asn1::ObjectIdentifier;
use rsa::{BoxedUint, Pkcs1v15Sign, Pss, RsaPublicKey};
use std::ops::RangeInclusive;

/// The bits of a modulus: smaller ones can be factored, larger ones only cost time.
const MODULUS_BITS: RangeInclusive<usize> = 2048..=8192;
/// The identity that GM/T 0009 §10 gives where none is agreed.
const SM2_IDENTITY: &str = "1234567812345678";

const fn known(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const RSA: ObjectIdentifier = known("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = known("1.2.840.113549.1.1.10");
const MGF1: ObjectIdentifier = known("1.2.840.113549.1.1.8");
const EC_KEY: ObjectIdentifier = known("1.2.840.10045.2.1");
const P256: ObjectIdentifier = known("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = known("1.3.132.0.34");
const P521: ObjectIdentifier = known("1.3.132.0.35");
const SM2_CURVE: ObjectIdentifier = known("1.2.156.10197.1.301");
/// SM2 signature, without a word on the digest (GM/T 0006), as signed data of GM/T 0010 names it.
const SM2_SIGN: ObjectIdentifier = known("1.2.156.10197.1.301.1");
const SM2_WITH_SM3: ObjectIdentifier = known("1.2.156.10197.1.501");

/// Signature algorithms that name their digest.
const WITH_DIGEST: [(ObjectIdentifier, Family, Digester); 8] = [
    (known("1.2.840.113549.1.1.5"), Family::Rsa, Digester::Sha1),
    (known("1.2.840.113549.1.1.11"), Family::Rsa, Digester::Sha256),
    (known("1.2.840.113549.1.1.12"), Family::Rsa, Digester::Sha384),
    (known("1.2.840.113549.1.1.13"), Family::Rsa, Digester::Sha512),
    (known("1.2.840.10045.4.1"), Family::Ecdsa, Digester::Sha1),
    (known("1.2.840.10045.4.3.2"), Family::Ecdsa, Digester::Sha256),
    (known("1.2.840.10045.4.3.3"), Family::Ecdsa, Digester::Sha384),
    (known("1.2.840.10045.4.3.4"), Family::Ecdsa, Digester::Sha512),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Rsa,
    Ecdsa,
}

/// How a signature was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    Pkcs1(Digester),
    /// RSASSA-PSS (RFC 8017 §8.1), the mask made with the same digest, and the salt's length in bytes.
    Pss(Digester, usize),
    /// ECDSA (FIPS 186-5 §6), on the curve of the key.
    Ecdsa(Digester),
    /// SM2 with SM3 over the signer's identity and the message.
    Sm2,
}

/// What can be said of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It was made over these bytes by the owner of the key.
    Holds,
    /// It was not.
    Differs,
    /// Its algorithm, or the key's, is not one of those above: the object identifier.
    Unknown(String),
    /// The algorithm or the key is too weak to show anything: its name.
    Weak(String),
    /// The algorithms of the signature, the digest and the key do not go together.
    Mismatch,
}

impl Scheme {
    /// The scheme of a certificate's signature.
    pub(crate) fn of_certificate(algorithm: &Algorithm) -> Result<Scheme, Verdict> {
        Scheme::of(algorithm, None)
    }

    /// The scheme of a signer info: its signature algorithm may leave the digest to the digest algorithm, and may
    /// not contradict it (RFC 5652 §5.3, RFC 5754 §3).
    pub(crate) fn of_signer(algorithm: &Algorithm, digest: Digester) -> Result<Scheme, Verdict> {
        let scheme = Scheme::of(algorithm, Some(digest))?;
        if scheme.digester() == digest { Ok(scheme) } else { Err(Verdict::Mismatch) }
    }

    /// The digest that is signed.
    fn digester(self) -> Digester {
        match self {
            Scheme::Pkcs1(digester) | Scheme::Pss(digester, _) | Scheme::Ecdsa(digester) => digester,
            Scheme::Sm2 => Digester::Sm3,
        }
    }

    fn of(algorithm: &Algorithm, digest: Option<Digester>) -> Result<Scheme, Verdict> {
        let unknown = || Verdict::Unknown(algorithm.oid.to_string());
        if algorithm.oid == RSA_PSS {
            return pss(algorithm.parameters.as_deref()).ok_or_else(unknown);
        }
        if !algorithm.is_plain() {
            return Err(unknown());
        }
        let named = WITH_DIGEST.into_iter().find(|(oid, ..)| *oid == algorithm.oid);
        match (named, digest) {
            (Some((.., digester @ Digester::Sha1)), _) => Err(Verdict::Weak(digester.to_string())),
            (Some((_, Family::Rsa, digester)), _) => Ok(Scheme::Pkcs1(digester)),
            (Some((_, Family::Ecdsa, digester)), _) => Ok(Scheme::Ecdsa(digester)),
            (None, _) if algorithm.oid == SM2_WITH_SM3 => Ok(Scheme::Sm2),
            (None, Some(Digester::Sm3)) if algorithm.oid == SM2_SIGN => Ok(Scheme::Sm2),
            (None, Some(digester)) if algorithm.oid == RSA => match digester {
                Digester::Sha1 => Err(Verdict::Weak(digester.to_string())),
                Digester::Sm3 => Err(unknown()),
                _ => Ok(Scheme::Pkcs1(digester)),
            },
            (None, _) => Err(unknown()),
        }
    }

    /// Whether `signature` was made over `message` by the owner of `key`, a SubjectPublicKeyInfo.
    pub(crate) fn check(self, key: &PublicKey, message: &[u8], signature: &[u8]) -> Verdict {
        match (self, key.algorithm.oid) {
            (Scheme::Pkcs1(digester), RSA) => pkcs1(digester, key, message, signature),
            (Scheme::Pss(digester, salt), RSA | RSA_PSS) => {
                // A key of its own kind may bind the parameters (RFC 4055 §3.1); ours has to mean the same.
                let bound = key.algorithm.parameters.as_deref().filter(|parameters| *parameters != NULL);
                if key.algorithm.oid == RSA_PSS && bound.is_some_and(|bound| pss(Some(bound)) != Some(self)) {
                    return Verdict::Mismatch;
                }
                probabilistic(digester, salt, key, message, signature)
            }
            (Scheme::Ecdsa(digester), EC_KEY) => match key.curve() {
                Some(P256) => on_p256(&key.bits, &digester.digest(message), signature).into(),
                Some(P384) => on_p384(&key.bits, &digester.digest(message), signature).into(),
                Some(P521) => on_p521(&key.bits, &digester.digest(message), signature).into(),
                Some(SM2_CURVE) => Verdict::Mismatch,
                other => Verdict::Unknown(other.unwrap_or(EC_KEY).to_string()),
            },
            (Scheme::Sm2, EC_KEY) if key.curve() == Some(SM2_CURVE) => {
                on_sm2(&key.bits, message, signature).into()
            }
            (_, RSA | RSA_PSS | EC_KEY) => Verdict::Mismatch,
            (_, other) => Verdict::Unknown(other.to_string()),
        }
    }
}

impl From<Option<()>> for Verdict {
    fn from(held: Option<()>) -> Verdict {
        held.map_or(Verdict::Differs, |()| Verdict::Holds)
    }
}

/// A public key as a certificate holds it: its algorithm, and the bits that the algorithm explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicKey {
    pub(crate) algorithm: Algorithm,
    pub(crate) bits: Vec<u8>,
}

impl PublicKey {
    /// The named curve; curves described by numbers have been used to forge signatures and are not read.
    fn curve(&self) -> Option<ObjectIdentifier> {
        let parameters = self.algorithm.parameters.as_deref()?;
        [P256, P384, P521, SM2_CURVE].into_iter().find(|curve| oid_der(*curve) == parameters)
    }

    /// RSAPublicKey (RFC 8017 appendix A.1.1) in DER.
    fn rsa(&self) -> Result<RsaPublicKey, Verdict> {
        let numbers = || -> Option<(Vec<u8>, Vec<u8>)> {
            let root = ber::read(&self.bits).ok()?;
            let mut fields = Fields::of(&root, SEQUENCE, "RSAPublicKey").ok()?;
            let mut positive = || {
                let content = fields.next(INTEGER, "RSAPublicKey").ok()?.content()?;
                content.first().filter(|first| **first & 0x80 == 0).map(|_| content.to_vec())
            };
            let found = (positive()?, positive()?);
            fields.end("RSAPublicKey").ok()?;
            Some(found)
        };
        let (modulus, exponent) = numbers().ok_or(Verdict::Differs)?;
        let (modulus, exponent) =
            (BoxedUint::from_be_slice_vartime(&modulus), BoxedUint::from_be_slice_vartime(&exponent));
        let bits = modulus.bits_vartime();
        if usize::try_from(bits).is_ok_and(|bits| bits < *MODULUS_BITS.start()) {
            return Err(Verdict::Weak(format!("RSA-{bits}")));
        }
        RsaPublicKey::new_with_size_limits(modulus, exponent, MODULUS_BITS).map_err(|_| Verdict::Differs)
    }
}

fn pkcs1(digester: Digester, key: &PublicKey, message: &[u8], signature: &[u8]) -> Verdict {
    let key = match key.rsa() {
        Ok(key) => key,
        Err(verdict) => return verdict,
    };
    let digest = digester.digest(message);
    // DigestInfo up to the digest itself (RFC 8017 §9.2): what remains is an octet string of the digest's length.
    let algorithm = wrap(SEQUENCE, &[oid_der(digester.oid()), NULL.to_vec()].concat());
    let whole = wrap(SEQUENCE, &[algorithm, wrap(OCTET_STRING, &digest)].concat());
    let prefix = whole.get(..whole.len().saturating_sub(digest.len())).unwrap_or_default();
    let scheme = Pkcs1v15Sign { hash_len: Some(digest.len()), prefix: prefix.into() };
    key.verify(scheme, &digest, signature).ok().into()
}

fn probabilistic(
    digester: Digester,
    salt: usize,
    key: &PublicKey,
    message: &[u8],
    signature: &[u8],
) -> Verdict {
    let key = match key.rsa() {
        Ok(key) => key,
        Err(verdict) => return verdict,
    };
    let digest = digester.digest(message);
    match digester {
        Digester::Sha1 => return Verdict::Weak(digester.to_string()),
        Digester::Sha256 => key.verify(Pss::<sha2::Sha256>::new_with_salt(salt), &digest, signature),
        Digester::Sha384 => key.verify(Pss::<sha2::Sha384>::new_with_salt(salt), &digest, signature),
        Digester::Sha512 => key.verify(Pss::<sha2::Sha512>::new_with_salt(salt), &digest, signature),
        Digester::Sm3 => return Verdict::Unknown(RSA_PSS.to_string()),
    }
    .ok()
    .into()
}

/// RSASSA-PSS-params (RFC 8017 appendix A.2.3): a digest, MGF1 with the same, a salt, and trailer 1. What is absent
/// stands for SHA-1, which is weak, so every digest has to be named.
fn pss(parameters: Option<&[u8]>) -> Option<Scheme> {
    const FIELD: &str = "RSASSA-PSS-params";
    let root = ber::read(parameters?).ok()?;
    let mut fields = Fields::of(&root, SEQUENCE, FIELD).ok()?;
    let digest = Algorithm::of(only(fields.optional(context_constructed(0))?)?, FIELD).ok()?.digester()?;
    let mask = Algorithm::of(only(fields.optional(context_constructed(1))?)?, FIELD).ok()?;
    let mask_parameters = mask.parameters?;
    let mask_digest = Algorithm::of(&ber::read(&mask_parameters).ok()?, FIELD).ok()?.digester()?;
    if mask.oid != MGF1 || mask_digest != digest || digest == Digester::Sha1 {
        return None;
    }
    let mut number = |place: u8, absent: u32| match fields.optional(context_constructed(place)) {
        None => Some(absent),
        Some(element) => Number::of(only(element)?, FIELD).ok()?.to_u32(),
    };
    let (salt, trailer) = (number(2, 20)?, number(3, 1)?);
    fields.end(FIELD).ok()?;
    // A salt longer than the largest modulus fits in no signature.
    (trailer == 1 && salt <= 1024).then_some(Scheme::Pss(digest, usize::try_from(salt).ok()?))
}

/// The single element inside an explicit tag.
fn only<'e, 'a>(element: &'e ber::Element<'a>) -> Option<&'e ber::Element<'a>> {
    element.parts().first().filter(|_| element.parts().len() == 1)
}

/// Ecdsa-Sig-Value (RFC 3279 §2.2.3) in DER: the two numbers side by side, each as long as the curve's order.
fn two_numbers(signature: &[u8], length: usize) -> Option<Vec<u8>> {
    let root = ber::read(signature).ok().filter(|root| root.to_der() == signature)?;
    let mut fields = Fields::of(&root, SEQUENCE, "Ecdsa-Sig-Value").ok()?;
    let mut both = Vec::with_capacity(2 * length);
    for _ in 0..2 {
        let element = fields.next(INTEGER, "Ecdsa-Sig-Value").ok()?;
        let minimal = Number::of(element, "Ecdsa-Sig-Value").ok()?.to_der() == element.raw;
        let content =
            element.content().filter(|content| minimal && content.first().is_some_and(|b| b & 0x80 == 0))?;
        let digits = content.strip_prefix(&[0]).unwrap_or(content);
        both.resize(both.len() + length.checked_sub(digits.len())?, 0);
        both.extend_from_slice(digits);
    }
    fields.end("Ecdsa-Sig-Value").ok()?;
    Some(both)
}

fn on_p256(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<()> {
    use p256::ecdsa::{Signature, VerifyingKey, signature::hazmat::PrehashVerifier};
    let signature = Signature::from_slice(&two_numbers(signature, 32)?).ok()?;
    VerifyingKey::from_sec1_bytes(key).ok()?.verify_prehash(digest, &signature).ok()
}

fn on_p384(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<()> {
    use p384::ecdsa::{Signature, VerifyingKey, signature::hazmat::PrehashVerifier};
    let signature = Signature::from_slice(&two_numbers(signature, 48)?).ok()?;
    VerifyingKey::from_sec1_bytes(key).ok()?.verify_prehash(digest, &signature).ok()
}

fn on_p521(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<()> {
    use p521::ecdsa::{Signature, VerifyingKey, signature::hazmat::PrehashVerifier};
    let signature = Signature::from_slice(&two_numbers(signature, 66)?).ok()?;
    VerifyingKey::from_sec1_bytes(key).ok()?.verify_prehash(digest, &signature).ok()
}

fn on_sm2(key: &[u8], message: &[u8], signature: &[u8]) -> Option<()> {
    use sm2::dsa::{Signature, VerifyingKey, signature::Verifier};
    let signature = Signature::from_slice(&two_numbers(signature, 32)?).ok()?;
    VerifyingKey::from_sec1_bytes(SM2_IDENTITY, key).ok()?.verify(message, &signature).ok()
}
