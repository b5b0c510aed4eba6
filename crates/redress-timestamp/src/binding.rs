//! Which certificate the signer meant: ESSCertID (RFC 2634 §5.4) and ESSCertIDv2 (RFC 5035 §4), as RFC 3161 §2.4.2 and
//! RFC 5816 demand. Without it, a signature could be shown under another certificate of the same key.

use crate::algorithm::{Algorithm, Digester};
use crate::ber::{self, Element, Fields, INTEGER, OCTET_STRING, SEQUENCE, context_constructed};
use crate::certificate::Certificate;
use crate::name;
use crate::number::Number;
use crate::signed::Signer;
use der::Decode;
use der::asn1::ObjectIdentifier;
use x509_cert::ext::pkix::certpolicy::CertificatePolicies;

const FIRST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SECOND: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// One identified certificate.
struct Identified {
    digester: Digester,
    digest: Vec<u8>,
    /// The issuer's name in comparable form, and the serial number, if they are given.
    issued: Option<(Vec<u8>, Number)>,
}

/// Why the signer's certificate is not bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Loose {
    /// Neither attribute is there.
    Absent,
    /// An attribute is not of its form, is there twice, or names no certificate.
    Misshapen,
    /// A digest algorithm that is not known.
    Algorithm(String),
    /// It names another certificate.
    Other,
}

/// What binds the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// At least one digest stronger than SHA-1.
    Firmly,
    /// Only SHA-1, against which a second certificate of the same digest is not known to be possible.
    BySha1,
}

/// Whether the attributes name `signer`, the first of each. Further ones have to be of its issuers, which are in `path`
/// where one was found; both attributes hold if both are there (RFC 5816 §2.2.1).
pub(crate) fn check(
    info: &Signer,
    signer: &Certificate,
    path: Option<&[&Certificate]>,
) -> Result<Bound, Loose> {
    let mut bound = None;
    for kind in [FIRST, SECOND] {
        let value = info.single(kind).map_err(|()| Loose::Misshapen)?;
        let Some(value) = value else { continue };
        let listed = list(value, kind == SECOND)?;
        let (first, further) = listed.split_first().ok_or(Loose::Misshapen)?;
        let all_in_path = path
            .is_none_or(|path| further.iter().all(|one| path.iter().skip(1).any(|issuer| one.names(issuer))));
        if !first.names(signer) || !all_in_path {
            return Err(Loose::Other);
        }
        if first.digester != Digester::Sha1 {
            bound = Some(Bound::Firmly);
        }
        bound = bound.or(Some(Bound::BySha1));
    }
    bound.ok_or(Loose::Absent)
}

impl Identified {
    fn names(&self, certificate: &Certificate) -> bool {
        let same = |(issuer, serial): &(Vec<u8>, Number)| {
            *issuer == certificate.issuer && *serial == certificate.serial
        };
        self.digester.digest(&certificate.der) == self.digest && self.issued.as_ref().is_none_or(same)
    }
}

/// SigningCertificate or SigningCertificateV2: certificates, and policies that nobody asks for.
fn list(value: &[u8], second: bool) -> Result<Vec<Identified>, Loose> {
    let root = ber::read(value).map_err(|_| Loose::Misshapen)?;
    let mut fields = Fields::of(&root, SEQUENCE, "SigningCertificate").map_err(|_| Loose::Misshapen)?;
    let certificates = fields.next(SEQUENCE, "SigningCertificate").map_err(|_| Loose::Misshapen)?;
    if let Some(policies) = fields.optional(SEQUENCE) {
        CertificatePolicies::from_der(policies.raw).map_err(|_| Loose::Misshapen)?;
    }
    fields.end("SigningCertificate").map_err(|_| Loose::Misshapen)?;
    certificates.parts().iter().map(|one| identified(one, second)).collect()
}

fn identified(element: &Element<'_>, second: bool) -> Result<Identified, Loose> {
    let shape = |_| Loose::Misshapen;
    let mut fields = Fields::of(element, SEQUENCE, "ESSCertID").map_err(shape)?;
    // The first kind has SHA-1 and says no word of it; the second has SHA-256 where it says none.
    let digester = match fields.optional(SEQUENCE) {
        Some(algorithm) if second => {
            let algorithm = Algorithm::of(algorithm, "ESSCertIDv2.hashAlgorithm").map_err(shape)?;
            algorithm.digester().ok_or_else(|| Loose::Algorithm(algorithm.oid.to_string()))?
        }
        Some(_) => return Err(Loose::Misshapen),
        None if second => Digester::Sha256,
        None => Digester::Sha1,
    };
    let digest = fields.next(OCTET_STRING, "ESSCertID.certHash").map_err(shape)?;
    let digest = digest.content().unwrap_or_default().to_vec();
    let issued = fields.optional(SEQUENCE).map(issued).transpose()?;
    fields.end("ESSCertID").map_err(shape)?;
    Ok(Identified { digester, digest, issued })
}

/// IssuerSerial: one directory name as a GeneralNames of one, and the serial number.
fn issued(element: &Element<'_>) -> Result<(Vec<u8>, Number), Loose> {
    const FIELD: &str = "ESSCertID.issuerSerial";
    let read = || {
        let mut fields = Fields::of(element, SEQUENCE, FIELD).ok()?;
        let [general] = fields.next(SEQUENCE, FIELD).ok()?.parts() else { return None };
        let [name] = general.parts() else { return None };
        let issuer = name::comparable(name, FIELD).ok().filter(|_| general.is(context_constructed(4)))?;
        let serial = Number::of(fields.next(INTEGER, FIELD).ok()?, FIELD).ok()?;
        fields.end(FIELD).ok()?;
        Some((issuer, serial))
    };
    read().ok_or(Loose::Misshapen)
}
