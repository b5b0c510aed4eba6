//! SignedData with one signer (RFC 5652 §5): what is signed, by whom, and the certificates that came along.

use crate::algorithm::{Algorithm, oid};
use crate::ber::{
    self, Element, Fields, INTEGER, OCTET_STRING, OID, SEQUENCE, SET, context, context_constructed,
    misshapen, wrap,
};
use crate::certificate::Certificate;
use crate::name;
use crate::number::Number;
use der::Decode;
use der::asn1::ObjectIdentifier;
use redress_base::Refusal;
use x509_cert::certificate::Raw;
use x509_cert::crl::CertificateList;

const fn known(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

/// id-signedData.
const SIGNED_DATA: ObjectIdentifier = known("1.2.840.113549.1.7.2");
/// Signed data with SM2, as GM/T 0010 §8 names it; of the same form.
const SIGNED_DATA_SM2: ObjectIdentifier = known("1.2.156.10197.6.1.4.2.2");
/// id-ct-TSTInfo.
pub(crate) const TST_INFO: ObjectIdentifier = known("1.2.840.113549.1.9.16.1.4");
/// How many certificates and how many attributes are read.
const MOST: usize = 100;

/// Signed data, with every byte that a signature is made over as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signed {
    /// The algorithms that the whole announces.
    pub(crate) digests: Vec<Algorithm>,
    /// The content octets of eContent, out of however many pieces, and where they begin.
    pub(crate) content: Vec<u8>,
    pub(crate) content_at: usize,
    /// The certificates, in the order in which they came.
    pub(crate) certificates: Vec<Certificate>,
    /// The signers; a token has exactly one (RFC 3161 §2.4.2).
    pub(crate) signers: Vec<Signer>,
    /// Whether it is named as signed data with SM2.
    pub(crate) sm2: bool,
    /// ContentInfo in DER.
    pub(crate) der: Vec<u8>,
}

/// SignerInfo (RFC 5652 §5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signer {
    pub(crate) identifier: Identifier,
    pub(crate) digest: Algorithm,
    /// The signed attributes in the order in which they came.
    pub(crate) attributes: Vec<Attribute>,
    /// The bytes that are signed: the attributes as a SET, in the order in which they came.
    pub(crate) signed: Vec<u8>,
    /// Whether they came in the order of DER.
    pub(crate) in_order: bool,
    /// Whether each of them came in DER, apart from their order.
    pub(crate) in_der: bool,
    pub(crate) algorithm: Algorithm,
    pub(crate) signature: Vec<u8>,
}

/// SignerIdentifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Identifier {
    /// The issuer's name in comparable form, and the serial number.
    Issued(Vec<u8>, Number),
    /// A key identifier, which no signed field repeats and which `openssl ts` does not read.
    Key,
}

/// An attribute: what it is about, and its values in DER.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    pub(crate) kind: ObjectIdentifier,
    pub(crate) values: Vec<Vec<u8>>,
}

impl Signed {
    /// Reads a ContentInfo that holds signed data over a TSTInfo.
    pub(crate) fn of(element: &Element<'_>) -> Result<Signed, Refusal> {
        const FIELD: &str = "ContentInfo";
        let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
        let kind = fields.next(OID, "ContentInfo.contentType")?;
        let sm2 = match oid(kind, "ContentInfo.contentType")? {
            SIGNED_DATA => false,
            SIGNED_DATA_SM2 => true,
            _ => return Err(ber::refusal("timestamp-not-a-token", kind.at)),
        };
        let explicit = fields.next(context_constructed(0), "ContentInfo.content")?;
        fields.end(FIELD)?;
        let mut inside = Fields::of(explicit, context_constructed(0), "ContentInfo.content")?;
        let data = inside.next(SEQUENCE, "SignedData")?;
        inside.end("ContentInfo.content")?;
        let (mut signed, der) = signed_data(data)?;
        let explicit = wrap(context_constructed(0), &der);
        signed.sm2 = sm2;
        signed.der = wrap(SEQUENCE, &[kind.to_der(), explicit].concat());
        Ok(signed)
    }
}

/// SignedData, and the same in DER.
fn signed_data(element: &Element<'_>) -> Result<(Signed, Vec<u8>), Refusal> {
    let mut fields = Fields::of(element, SEQUENCE, "SignedData")?;
    let version = fields.next(INTEGER, "SignedData.version")?;
    Number::of(version, "SignedData.version")?;
    let digests = fields.next(SET, "SignedData.digestAlgorithms")?;
    let encapsulated = fields.next(SEQUENCE, "SignedData.encapContentInfo")?;
    let certificates = fields.optional(context_constructed(0));
    let lists = fields.optional(context_constructed(1));
    let signers = fields.next(SET, "SignedData.signerInfos")?;
    fields.end("SignedData")?;

    for list in lists.map(Element::parts).unwrap_or_default() {
        CertificateList::<Raw>::from_der(list.raw).map_err(|_| misshapen("SignedData.crls", list.at))?;
    }
    let (content, content_at) = content(encapsulated)?;
    let mut infos = Vec::new();
    let mut encoded = Vec::new();
    for info in at_most(signers, "SignedData.signerInfos")? {
        let (signer, der) = signer(info)?;
        infos.push(signer);
        encoded.push(der);
    }
    let chain =
        certificates.map(|set| at_most(set, "SignedData.certificates")).transpose()?.unwrap_or_default();
    let raw = |set: &Element<'_>| sorted(set.parts().iter().map(|part| part.raw.to_vec()).collect());
    let der = [
        version.to_der(),
        digests.to_der(),
        encapsulated.to_der(),
        certificates.map(|set| wrap(context_constructed(0), &raw(set))).unwrap_or_default(),
        lists.map(|set| wrap(context_constructed(1), &raw(set))).unwrap_or_default(),
        wrap(SET, &sorted(encoded)),
    ];
    let signed = Signed {
        digests: digests
            .parts()
            .iter()
            .map(|one| Algorithm::of(one, "SignedData.digestAlgorithms"))
            .collect::<Result<_, _>>()?,
        content,
        content_at,
        certificates: chain
            .iter()
            .zip(1..)
            .map(|(one, number)| Certificate::of(one, number))
            .collect::<Result<_, _>>()?,
        signers: infos,
        sm2: false,
        der: Vec::new(),
    };
    Ok((signed, wrap(SEQUENCE, &der.concat())))
}

fn at_most<'e, 'a>(set: &'e Element<'a>, field: &str) -> Result<&'e [Element<'a>], Refusal> {
    if set.parts().len() > MOST { Err(misshapen(field, set.at)) } else { Ok(set.parts()) }
}

fn sorted(mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    parts.sort_unstable();
    parts.concat()
}

/// The octets of eContent: a TSTInfo in DER, which is signed exactly as it stands.
fn content(element: &Element<'_>) -> Result<(Vec<u8>, usize), Refusal> {
    let mut fields = Fields::of(element, SEQUENCE, "SignedData.encapContentInfo")?;
    let kind = fields.next(OID, "SignedData.eContentType")?;
    if oid(kind, "SignedData.eContentType")? != TST_INFO {
        return Err(ber::refusal("timestamp-not-a-token", kind.at));
    }
    let explicit = fields.next(context_constructed(0), "SignedData.eContent")?;
    fields.end("SignedData.encapContentInfo")?;
    let octets = explicit.parts().first().filter(|_| explicit.parts().len() == 1);
    let octets = octets.ok_or_else(|| misshapen("SignedData.eContent", explicit.at))?;
    let content = octets.octets().ok_or_else(|| misshapen("SignedData.eContent", octets.at))?;
    Ok((content, octets.at))
}

/// SignerInfo, and the same in DER, its signed attributes in the order in which they came: another order would be
/// other bytes than the signed ones.
fn signer(element: &Element<'_>) -> Result<(Signer, Vec<u8>), Refusal> {
    let mut fields = Fields::of(element, SEQUENCE, "SignerInfo")?;
    let version = fields.next(INTEGER, "SignerInfo.version")?;
    Number::of(version, "SignerInfo.version")?;
    let sid = fields.any("SignerInfo.sid")?;
    let identifier = identifier(sid)?;
    let digest = fields.next(SEQUENCE, "SignerInfo.digestAlgorithm")?;
    let attributes = fields.optional(context_constructed(0));
    let algorithm = fields.next(SEQUENCE, "SignerInfo.signatureAlgorithm")?;
    let signature = fields.any("SignerInfo.signature")?;
    let octets = signature.octets().ok_or_else(|| misshapen("SignerInfo.signature", signature.at))?;
    let unsigned = fields.optional(context_constructed(1));
    fields.end("SignerInfo")?;
    if let Some(set) = unsigned {
        attributes_of(set, "SignerInfo.unsignedAttrs")?;
    }

    let parts = attributes.map(Element::parts).unwrap_or_default();
    let ordered: Vec<Vec<u8>> = parts.iter().map(Element::to_der_in_order).collect();
    let der = [
        version.to_der(),
        sid.to_der(),
        digest.to_der(),
        attributes.map(|_| wrap(context_constructed(0), &ordered.concat())).unwrap_or_default(),
        algorithm.to_der(),
        wrap(OCTET_STRING, &octets),
        unsigned
            .map(|set| {
                wrap(context_constructed(1), &sorted(set.parts().iter().map(Element::to_der).collect()))
            })
            .unwrap_or_default(),
    ];
    let info = Signer {
        identifier,
        digest: Algorithm::of(digest, "SignerInfo.digestAlgorithm")?,
        attributes: attributes
            .map(|set| attributes_of(set, "SignerInfo.signedAttrs"))
            .transpose()?
            .unwrap_or_default(),
        in_order: ordered.is_sorted(),
        in_der: parts.iter().all(|part| part.raw == part.to_der()),
        signed: wrap(SET, &ordered.concat()),
        algorithm: Algorithm::of(algorithm, "SignerInfo.signatureAlgorithm")?,
        signature: octets,
    };
    Ok((info, wrap(SEQUENCE, &der.concat())))
}

fn identifier(element: &Element<'_>) -> Result<Identifier, Refusal> {
    const FIELD: &str = "SignerInfo.sid";
    if element.is(context(0)) || element.is(context_constructed(0)) {
        return Ok(Identifier::Key);
    }
    let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
    let issuer = name::comparable(fields.any(FIELD)?, FIELD)?;
    let serial = Number::of(fields.next(INTEGER, FIELD)?, FIELD)?;
    fields.end(FIELD)?;
    Ok(Identifier::Issued(issuer, serial))
}

fn attributes_of(set: &Element<'_>, field: &str) -> Result<Vec<Attribute>, Refusal> {
    let mut found = Vec::new();
    for element in at_most(set, field)? {
        let mut fields = Fields::of(element, SEQUENCE, field)?;
        let kind = oid(fields.next(OID, field)?, field)?;
        let values = fields.next(SET, field)?.parts().iter().map(Element::to_der).collect();
        fields.end(field)?;
        found.push(Attribute { kind, values });
    }
    Ok(found)
}

impl Signer {
    /// The single value of the single attribute of a kind. `Ok(None)` if there is none; an error if there are
    /// several attributes of the kind, or not exactly one value (RFC 5652 §11).
    pub(crate) fn single(&self, kind: ObjectIdentifier) -> Result<Option<&[u8]>, ()> {
        let mut found = self.attributes.iter().filter(|one| one.kind == kind);
        match (found.next(), found.next()) {
            (None, _) => Ok(None),
            (Some(Attribute { values, .. }), None) => match values.as_slice() {
                [value] => Ok(Some(value)),
                _ => Err(()),
            },
            (Some(_), Some(_)) => Err(()),
        }
    }
}
