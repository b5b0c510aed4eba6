//! Certificates (RFC 5280 §4.1): read strictly, with the bytes that were signed as they came.

use crate::algorithm::Algorithm;
use crate::armour;
use crate::ber::{self, BIT_STRING, Element, Fields, INTEGER, SEQUENCE, context_constructed, misshapen};
use crate::extension::Extensions;
use crate::name;
use crate::number::Number;
use crate::signature::PublicKey;
use der::Decode;
use redress_base::{Fault, Finding, Instant, Refusal, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest;
use x509_cert::certificate::{CertificateInner, Raw};

/// How many certificates one file may have; a list of all public roots has about 150.
const MOST: usize = 1000;

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub(crate) der: Vec<u8>,
    /// TBSCertificate as it came: what the issuer signed.
    pub(crate) signed: Vec<u8>,
    pub(crate) algorithm: Algorithm,
    pub(crate) signature: Vec<u8>,
    pub(crate) serial: Number,
    /// The names in the form in which they are compared.
    pub(crate) subject: Vec<u8>,
    pub(crate) issuer: Vec<u8>,
    pub(crate) key: PublicKey,
    pub(crate) extensions: Extensions,
    holder: Holder,
}

/// Whom a certificate names: enough to ask for it, and to know it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The subject, as RFC 4514 writes names; the holder's own words.
    pub subject: String,
    /// The issuer.
    pub issuer: String,
    /// The serial number, `0x` and hexadecimal digits.
    pub serial: String,
    /// SHA-256 of the whole certificate: its fingerprint.
    pub sha256: Sha256,
    /// From when it is valid.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
}

/// The comparable form of a name in DER.
pub(crate) fn comparable(name: &[u8]) -> Option<Vec<u8>> {
    name::comparable(&ber::read(name).ok()?, "Name").ok()
}

impl Certificate {
    /// The certificates of a file: DER, base64, or any number of PEM blocks.
    ///
    /// # Errors
    /// `timestamp-empty`, `-armour` and those of reading BER; `timestamp-certificate` with the place of the one that
    /// is no certificate; `timestamp-too-many-certificates`.
    pub fn read_all(input: &[u8]) -> Result<Vec<Certificate>, Refusal> {
        let blocks = armour::unwrap(input)?;
        if blocks.len() > MOST {
            return Err(Finding::error("timestamp-too-many-certificates")
                .with("count", blocks.len())
                .with("most", MOST)
                .refuse(Fault::Input));
        }
        blocks.iter().enumerate().map(|(place, der)| Certificate::of(&ber::read(der)?, place + 1)).collect()
    }

    /// A certificate, the `number`th of a list, from 1. Whatever is wrong in it is refused at its first byte.
    pub(crate) fn of(element: &Element<'_>, number: usize) -> Result<Certificate, Refusal> {
        Certificate::inside(element).map_err(|_| {
            let finding = Finding::error("timestamp-certificate").with("number", number);
            finding.with("byte", element.at).refuse(Fault::Input)
        })
    }

    fn inside(element: &Element<'_>) -> Result<Certificate, Refusal> {
        let bad = || misshapen("Certificate", element.at);
        let parsed = CertificateInner::<Raw>::from_der(element.raw).map_err(|_| bad())?;
        let mut fields = Fields::of(element, SEQUENCE, "Certificate")?;
        let signed = fields.next(SEQUENCE, "tbsCertificate")?;
        let algorithm = Algorithm::of(fields.any("signatureAlgorithm")?, "signatureAlgorithm")?;
        let signature = bits(fields.next(BIT_STRING, "signatureValue")?, "signatureValue")?;
        fields.end("Certificate")?;

        let mut fields = Fields::of(signed, SEQUENCE, "tbsCertificate")?;
        fields.optional(context_constructed(0));
        let serial = Number::of(fields.next(INTEGER, "serialNumber")?, "serialNumber")?;
        // What the issuer says of the algorithm inside has to be what stands outside (RFC 5280 §4.1.1.2).
        if Algorithm::of(fields.any("signature")?, "signature")? != algorithm {
            return Err(bad());
        }
        let issuer = name::comparable(fields.any("issuer")?, "issuer")?;
        fields.any("validity")?;
        let subject = name::comparable(fields.any("subject")?, "subject")?;
        let key = public_key(fields.any("subjectPublicKeyInfo")?)?;

        let inner = parsed.tbs_certificate();
        let extensions = Extensions::of(inner.extensions().map(Vec::as_slice).unwrap_or_default());
        let validity = inner.validity();
        let seconds =
            |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).map(Instant);
        let holder = Holder {
            subject: name::shown(inner.subject()),
            issuer: name::shown(inner.issuer()),
            serial: serial.to_string(),
            sha256: Sha256(sha2::Sha256::digest(element.raw).into()),
            not_before: seconds(validity.not_before).map_err(|_| bad())?,
            not_after: seconds(validity.not_after).map_err(|_| bad())?,
        };
        Ok(Certificate {
            der: element.raw.to_vec(),
            signed: signed.raw.to_vec(),
            algorithm,
            signature,
            serial,
            subject,
            issuer,
            key,
            extensions,
            holder,
        })
    }

    /// Whom it names.
    pub fn holder(&self) -> &Holder {
        &self.holder
    }

    /// The certificate in DER, as it came.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Whether it names itself as its issuer.
    pub fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    /// Whether it can be a root: it names itself as its issuer, and its identifiers do not say otherwise.
    pub fn is_root(&self) -> bool {
        self.may_be_issued_by(self)
    }

    /// Whether it is valid at a moment. RFC 5280 §4.1.2.5 includes the last second; OpenSSL does not, and nothing is
    /// accepted here that it refuses.
    pub(crate) fn is_valid_at(&self, at: Instant) -> bool {
        self.holder.not_before <= at && at < self.holder.not_after
    }

    /// Whether `issuer` can have issued this certificate, by names and identifiers; not by signature.
    pub(crate) fn may_be_issued_by(&self, issuer: &Certificate) -> bool {
        self.issuer == issuer.subject
            && self.extensions.may_be_issued_by(&issuer.extensions, &issuer.issuer, issuer.serial.bytes())
    }
}

fn public_key(element: &Element<'_>) -> Result<PublicKey, Refusal> {
    const FIELD: &str = "subjectPublicKeyInfo";
    let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
    let algorithm = Algorithm::of(fields.any(FIELD)?, FIELD)?;
    let bits = bits(fields.next(BIT_STRING, FIELD)?, FIELD)?;
    fields.end(FIELD)?;
    Ok(PublicKey { algorithm, bits })
}

/// The bytes of a bit string that has no unused bits.
fn bits(element: &Element<'_>, field: &str) -> Result<Vec<u8>, Refusal> {
    match element.content() {
        Some([0, bits @ ..]) => Ok(bits.to_vec()),
        _ => Err(misshapen(field, element.at)),
    }
}
