//! Makes tokens and certificates out of parts, right ones and wrong ones: the authority for what OpenSSL cannot make.
//!
//! Everything is deterministic: keys out of a byte, signatures by RFC 6979, times as written.

use crate::openssl;
use der::asn1::ObjectIdentifier;
use redress_timestamp::{Answer, Asked, Certificate, Content, Digester, Report, Trust, read, verify};

pub(crate) const CONTENT: &[u8] = b"what somebody posted";
/// 2026-03-01T00:00:00Z, the time in the tokens that are made here.
pub(crate) const TIME: &str = "20260301000000Z";
pub(crate) const AT: i64 = 1_772_323_200;

pub(crate) const SHA_256: &str = "2.16.840.1.101.3.4.2.1";
pub(crate) const SM3: &str = "1.2.156.10197.1.401";
pub(crate) const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";

/// An element in DER.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut out = vec![tag];
    match content.len() {
        short @ 0..0x80 => out.push(u8::try_from(short).unwrap()),
        long => {
            let bytes: Vec<u8> = long.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
            out.push(0x80 | u8::try_from(bytes.len()).unwrap());
            out.extend(bytes);
        }
    }
    out.extend(content);
    out
}

pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, parts)
}

pub(crate) fn oid(text: &str) -> Vec<u8> {
    tlv(0x06, &[ObjectIdentifier::new(text).unwrap().as_bytes()])
}

pub(crate) fn algorithm(text: &str) -> Vec<u8> {
    sequence(&[&oid(text)])
}

/// A name of one attribute, its common name.
pub(crate) fn name(text: &str) -> Vec<u8> {
    sequence(&[&tlv(0x31, &[&sequence(&[&oid("2.5.4.3"), &tlv(0x0c, &[text.as_bytes()])])])])
}

/// A signing key.
#[derive(Clone)]
pub(crate) enum Key {
    P256(p256::ecdsa::SigningKey),
    Sm2(Box<sm2::dsa::SigningKey>),
}

impl Key {
    pub(crate) fn p256(seed: u8) -> Key {
        Key::P256(p256::ecdsa::SigningKey::from_slice(&[seed; 32]).unwrap())
    }

    pub(crate) fn sm2(seed: u8) -> Key {
        Key::sm2_of("1234567812345678", seed)
    }

    /// With another identity than the usual one.
    pub(crate) fn sm2_of(identity: &str, seed: u8) -> Key {
        let secret = sm2::SecretKey::from_slice(&[seed; 32]).unwrap();
        Key::Sm2(Box::new(sm2::dsa::SigningKey::new(identity, &secret).unwrap()))
    }

    pub(crate) fn digester(&self) -> Digester {
        match self {
            Key::P256(_) => Digester::Sha256,
            Key::Sm2(_) => Digester::Sm3,
        }
    }

    pub(crate) fn digest_algorithm(&self) -> Vec<u8> {
        algorithm(match self {
            Key::P256(_) => SHA_256,
            Key::Sm2(_) => SM3,
        })
    }

    pub(crate) fn signature_algorithm(&self) -> Vec<u8> {
        algorithm(match self {
            Key::P256(_) => "1.2.840.10045.4.3.2",
            Key::Sm2(_) => "1.2.156.10197.1.501",
        })
    }

    pub(crate) fn public(&self) -> Vec<u8> {
        let (curve, point) = match self {
            Key::P256(key) => {
                ("1.2.840.10045.3.1.7", key.verifying_key().to_sec1_point(false).as_bytes().to_vec())
            }
            Key::Sm2(key) => {
                use sm2::elliptic_curve::sec1::ToSec1Point;
                let point = key.verifying_key().as_affine().to_sec1_point(false);
                ("1.2.156.10197.1.301", point.as_bytes().to_vec())
            }
        };
        sequence(&[&sequence(&[&oid("1.2.840.10045.2.1"), &oid(curve)]), &tlv(0x03, &[&[0], &point])])
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let both = match self {
            Key::P256(key) => {
                use p256::ecdsa::signature::Signer;
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Key::Sm2(key) => {
                use sm2::dsa::signature::Signer;
                let signature: sm2::dsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
        };
        let (r, s) = both.split_at(32);
        sequence(&[&positive(r), &positive(s)])
    }
}

/// An INTEGER that is not negative, in as few bytes as it needs.
fn positive(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
    let sign: &[u8] = if digits.first().is_none_or(|first| first & 0x80 != 0) { &[0] } else { &[] };
    tlv(0x02, &[sign, &digits])
}

pub(crate) fn extension(kind: &str, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { tlv(0x01, &[&[0xff]]) } else { Vec::new() };
    sequence(&[&oid(kind), &critical, &tlv(0x04, &[value])])
}

/// extKeyUsage.
pub(crate) fn purposes(critical: bool, of: &[&str]) -> Vec<u8> {
    let of: Vec<Vec<u8>> = of.iter().map(|one| oid(one)).collect();
    extension("2.5.29.37", critical, &sequence(&[&of.concat()]))
}

/// basicConstraints of an issuer.
pub(crate) fn issuing(most: Option<u8>) -> Vec<u8> {
    let most = most.map(|most| tlv(0x02, &[&[most]])).unwrap_or_default();
    extension("2.5.29.19", true, &sequence(&[&tlv(0x01, &[&[0xff]]), &most]))
}

/// keyUsage of one byte: 0x80 signs, 0x04 signs certificates, 0x20 encrypts keys.
pub(crate) fn key_usage(bits: u8) -> Vec<u8> {
    let unused = u8::try_from(bits.trailing_zeros()).unwrap();
    extension("2.5.29.15", true, &tlv(0x03, &[&[unused, bits]]))
}

/// A certificate before it is signed.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) subject: String,
    pub(crate) issuer: String,
    pub(crate) serial: u8,
    pub(crate) from: &'static str,
    pub(crate) until: &'static str,
    pub(crate) extensions: Vec<Vec<u8>>,
}

impl Draft {
    pub(crate) fn new(subject: &str, issuer: &str, serial: u8, extensions: Vec<Vec<u8>>) -> Draft {
        let (from, until) = ("200101000000Z", "300101000000Z");
        Draft { subject: subject.to_owned(), issuer: issuer.to_owned(), serial, from, until, extensions }
    }

    /// The certificate of `key`, signed by `issuer`.
    pub(crate) fn sign(&self, key: &Key, issuer: &Key) -> Vec<u8> {
        let algorithm = issuer.signature_algorithm();
        let validity = sequence(&[&tlv(0x17, &[self.from.as_bytes()]), &tlv(0x17, &[self.until.as_bytes()])]);
        let extensions = match self.extensions.as_slice() {
            [] => Vec::new(),
            some => tlv(0xa3, &[&sequence(&[&some.concat()])]),
        };
        let signed = sequence(&[
            &tlv(0xa0, &[&tlv(0x02, &[&[2]])]),
            &tlv(0x02, &[&[self.serial]]),
            &algorithm,
            &name(&self.issuer),
            &validity,
            &name(&self.subject),
            &key.public(),
            &extensions,
        ]);
        sequence(&[&signed, &algorithm, &tlv(0x03, &[&[0], &issuer.sign(&signed)])])
    }
}

/// An authority: its root, its signer, and the keys of both.
#[derive(Clone)]
pub(crate) struct Mint {
    pub(crate) root_key: Key,
    pub(crate) key: Key,
    pub(crate) root: Vec<u8>,
    pub(crate) signer: Vec<u8>,
    /// The issuer's name and the serial number that the signer info names.
    pub(crate) issuer: String,
    pub(crate) serial: u8,
}

/// The extensions of a good signer.
pub(crate) fn good_signer() -> Vec<Vec<u8>> {
    vec![key_usage(0x80), purposes(true, &[TIME_STAMPING])]
}

impl Mint {
    pub(crate) fn p256() -> Mint {
        Mint::of(Key::p256(1), Key::p256(2), good_signer())
    }

    pub(crate) fn sm2() -> Mint {
        Mint::of(Key::sm2(1), Key::sm2(2), good_signer())
    }

    pub(crate) fn of(root_key: Key, key: Key, extensions: Vec<Vec<u8>>) -> Mint {
        let root =
            Draft::new("root", "root", 1, vec![issuing(None), key_usage(0x04)]).sign(&root_key, &root_key);
        let signer = Draft::new("signer", "root", 2, extensions).sign(&key, &root_key);
        Mint { root_key, key, root, signer, issuer: "root".to_owned(), serial: 2 }
    }

    /// With another certificate of the signer.
    pub(crate) fn with_signer(mut self, draft: &Draft, by: &Key) -> Mint {
        self.signer = draft.sign(&self.key, by);
        self.issuer.clone_from(&draft.issuer);
        self.serial = draft.serial;
        self
    }

    pub(crate) fn roots(&self) -> Vec<Certificate> {
        Certificate::read_all(&self.root).unwrap()
    }

    /// TSTInfo over [`CONTENT`], with whatever stands behind the time.
    pub(crate) fn info(&self, time: &str, rest: &[u8]) -> Vec<u8> {
        let digester = self.key.digester();
        let imprint = sequence(&[&self.key.digest_algorithm(), &tlv(0x04, &[&digester.digest(CONTENT)])]);
        sequence(&[
            &tlv(0x02, &[&[1]]),
            &oid("1.2.3.4.1"),
            &imprint,
            &tlv(0x02, &[&[7]]),
            &tlv(0x18, &[time.as_bytes()]),
            rest,
        ])
    }

    /// The attributes of a good signer over a content: content type, message digest, signing certificate.
    pub(crate) fn attributes(&self, content: &[u8]) -> Vec<Vec<u8>> {
        let digest = self.key.digester().digest(content);
        let mut attributes = vec![
            attribute("1.2.840.113549.1.9.3", &oid(TST_INFO)),
            attribute("1.2.840.113549.1.9.4", &tlv(0x04, &[&digest])),
            binding(&[identified(&self.signer)]),
        ];
        attributes.sort();
        attributes
    }

    pub(crate) fn identifier(&self) -> Vec<u8> {
        sequence(&[&name(&self.issuer), &tlv(0x02, &[&[self.serial]])])
    }

    /// SignerInfo with these attributes, in this order.
    pub(crate) fn signer_info(&self, attributes: &[Vec<u8>]) -> Vec<u8> {
        self.signer_info_by(
            &self.identifier(),
            attributes,
            &self.key.sign(&tlv(0x31, &[&attributes.concat()])),
        )
    }

    pub(crate) fn signer_info_by(
        &self,
        identifier: &[u8],
        attributes: &[Vec<u8>],
        signature: &[u8],
    ) -> Vec<u8> {
        sequence(&[
            &tlv(0x02, &[&[1]]),
            identifier,
            &self.key.digest_algorithm(),
            &tlv(0xa0, &[&attributes.concat()]),
            &self.key.signature_algorithm(),
            &tlv(0x04, &[signature]),
        ])
    }

    /// A token out of its parts.
    pub(crate) fn assemble(&self, content: &[u8], certificates: &[Vec<u8>], signers: &[Vec<u8>]) -> Vec<u8> {
        let certificates =
            if certificates.is_empty() { Vec::new() } else { tlv(0xa0, &[&certificates.concat()]) };
        let data = sequence(&[
            &tlv(0x02, &[&[3]]),
            &tlv(0x31, &[&self.key.digest_algorithm()]),
            &sequence(&[&oid(TST_INFO), &tlv(0xa0, &[&tlv(0x04, &[content])])]),
            &certificates,
            &tlv(0x31, &[&signers.concat()]),
        ]);
        sequence(&[&oid(SIGNED_DATA), &tlv(0xa0, &[&data])])
    }

    /// A token over this TSTInfo, with these certificates.
    pub(crate) fn token(&self, content: &[u8], certificates: &[Vec<u8>]) -> Vec<u8> {
        self.assemble(content, certificates, &[self.signer_info(&self.attributes(content))])
    }

    /// A good token with the signer's certificate, and further ones after it.
    pub(crate) fn plain(&self, further: &[Vec<u8>]) -> Vec<u8> {
        let certificates: Vec<Vec<u8>> = [std::slice::from_ref(&self.signer), further].concat();
        self.token(&self.info(TIME, &[]), &certificates)
    }

    /// The report on a token, with its root trusted. What holds, OpenSSL has to accept too, where it can: it knows no
    /// SM2.
    #[track_caller]
    pub(crate) fn judge(&self, token: &[u8]) -> Report {
        self.judge_with(token, &self.roots(), &[])
    }

    #[track_caller]
    pub(crate) fn judge_with(&self, token: &[u8], roots: &[Certificate], others: &[Certificate]) -> Report {
        let answer: Answer = read(token).unwrap_or_else(|refusal| panic!("{refusal}"));
        let asked = Asked { imprints: &Content(CONTENT), query: None };
        let report = verify(&answer, asked, Trust { roots, others });
        if report.holds() && matches!(self.key, Key::P256(_)) {
            let digest = self.key.digester().digest(CONTENT);
            let at = report.statement.as_ref().unwrap().time.at.0;
            // OpenSSL reads no text here; what the text held, it reads.
            let text = token.first() != Some(&0x30);
            let bare = text || answer.status.is_none();
            let bytes = if text { answer.token.as_ref().unwrap().as_received() } else { token };
            let (roots, more) = (openssl::pem(roots), openssl::pem(others));
            let more = (!others.is_empty()).then_some(more.as_str());
            if let Some(complaint) = openssl::complaint(bytes, &digest, at, &roots, more, bare) {
                let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                panic!("it holds here, and OpenSSL says: {complaint}{hex}");
            }
        }
        report
    }
}

pub(crate) fn attribute(kind: &str, value: &[u8]) -> Vec<u8> {
    sequence(&[&oid(kind), &tlv(0x31, &[value])])
}

/// ESSCertIDv2 of a certificate, by SHA-256.
pub(crate) fn identified(certificate: &[u8]) -> Vec<u8> {
    sequence(&[&tlv(0x04, &[&Digester::Sha256.digest(certificate)])])
}

/// signingCertificateV2.
pub(crate) fn binding(certificates: &[Vec<u8>]) -> Vec<u8> {
    let list = sequence(&[&sequence(&[&certificates.concat()])]);
    attribute("1.2.840.113549.1.9.16.2.47", &list)
}

/// signingCertificate, by SHA-1.
pub(crate) fn first_binding(certificates: &[Vec<u8>]) -> Vec<u8> {
    let list = sequence(&[&sequence(&[&certificates.concat()])]);
    attribute("1.2.840.113549.1.9.16.2.12", &list)
}

/// A granted response around a token.
pub(crate) fn response(token: &[u8]) -> Vec<u8> {
    sequence(&[&sequence(&[&tlv(0x02, &[&[0]])]), token])
}

/// The same element in loose BER: indefinite lengths, octet strings in pieces of `piece` bytes. What stands in `keep`
/// stays as it is.
pub(crate) fn loosen(der: &[u8], piece: usize, keep: &[Vec<u8>]) -> Vec<u8> {
    let (tag, content) = split(der);
    if keep.iter().any(|one| one == der) {
        return der.to_vec();
    }
    if tag == 0x04 {
        let pieces: Vec<Vec<u8>> = content.chunks(piece).map(|bytes| long_form(0x04, bytes)).collect();
        return [&[0x24, 0x80], pieces.concat().as_slice(), &[0, 0]].concat();
    }
    if tag & 0x20 == 0 {
        return long_form(tag, content);
    }
    let mut inner = Vec::new();
    let mut rest = content;
    while !rest.is_empty() {
        let length = whole(rest);
        inner.extend(loosen(&rest[..length], piece, keep));
        rest = &rest[length..];
    }
    [&[tag, 0x80], inner.as_slice(), &[0, 0]].concat()
}

/// A length in more bytes than it needs.
fn long_form(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x84], length.as_slice(), content].concat()
}

/// How long the first element is, with its header.
pub(crate) fn whole(der: &[u8]) -> usize {
    let (header, length) = header(der);
    header + length
}

fn header(der: &[u8]) -> (usize, usize) {
    match der[1] {
        short @ 0..0x80 => (2, usize::from(short)),
        long => {
            let octets = usize::from(long & 0x7f);
            (2 + octets, der[2..2 + octets].iter().fold(0, |value, byte| value << 8 | usize::from(*byte)))
        }
    }
}

fn split(der: &[u8]) -> (u8, &[u8]) {
    let (header, length) = header(der);
    (der[0], &der[header..header + length])
}

/// The elements in a constructed element.
pub(crate) fn children(der: &[u8]) -> Vec<&[u8]> {
    let mut rest = split(der).1;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (child, after) = rest.split_at(whole(rest));
        found.push(child);
        rest = after;
    }
    found
}

/// The same element with one of its parts, at any depth, replaced by another.
pub(crate) fn replace(der: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    if der == from {
        return to.to_vec();
    }
    if der[0] & 0x20 == 0 {
        return der.to_vec();
    }
    let parts: Vec<Vec<u8>> = children(der).into_iter().map(|child| replace(child, from, to)).collect();
    tlv(der[0], &[&parts.concat()])
}

/// The only signer info of a token.
fn only_signer(token: &[u8]) -> &[u8] {
    let data = children(children(token)[1])[0];
    children(children(data).pop().unwrap())[0]
}

/// The parts of the only signer info of a token.
pub(crate) fn signer_parts(token: &[u8]) -> Vec<&[u8]> {
    children(only_signer(token))
}

/// The same token with another signature algorithm and, perhaps, another signature.
pub(crate) fn resigned(token: &[u8], algorithm: &[u8], signature: Option<&[u8]>) -> Vec<u8> {
    let mut parts = signer_parts(token);
    parts[4] = algorithm;
    parts[5] = signature.unwrap_or(parts[5]);
    replace(token, only_signer(token), &sequence(&parts))
}
