//! RSASSA-PSS, which `openssl ts` neither makes nor reads in tokens: OpenSSL's `dgst` signs, the token is put together
//! here, and the signer's certificate is signed with PSS too.

use crate::mint::{algorithm, children, oid, resigned, sequence, signer_parts, tlv};
use crate::openssl::{Authority, Keys, PLAIN, Plan};
use crate::{codes, holds, only_fails};
use redress_timestamp::{
    Asked, Check, Content, Digester, Imprint, Number, Outcome, Query, Report, Trust, read, verify,
};

const CONTENT: &[u8] = b"what somebody posted";
const SHA_256: &str = "2.16.840.1.101.3.4.2.1";
const SHA_512: &str = "2.16.840.1.101.3.4.2.3";

/// RSASSA-PSS-params.
fn parameters(digest: &str, mask: &str, salt: u8, trailer: Option<u8>) -> Vec<u8> {
    let explicit = |tag: u8, value: &[u8]| tlv(0xa0 | tag, &[value]);
    let mask = sequence(&[&oid("1.2.840.113549.1.1.8"), &algorithm(mask)]);
    let trailer = trailer.map(|number| explicit(3, &tlv(0x02, &[&[number]]))).unwrap_or_default();
    let parts =
        [explicit(0, &algorithm(digest)), explicit(1, &mask), explicit(2, &tlv(0x02, &[&[salt]])), trailer];
    sequence(&[&oid("1.2.840.113549.1.1.10"), &sequence(&[&parts.concat()])])
}

struct Office {
    authority: Authority,
    /// The token as OpenSSL signed it, with PKCS#1 v1.5.
    token: Vec<u8>,
}

impl Office {
    fn new() -> Office {
        let authority = Authority::new(Plan { keys: Keys::Rsa(2048), ..PLAIN });
        authority.must(
            "x509 -req -in signer.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 -extfile extensions.cnf \
             -extensions signer -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -out signer.pem",
        );
        let imprint = Imprint::new(Digester::Sha256, &Digester::Sha256.digest(CONTENT)).unwrap();
        let response = authority.answer(&Query::new(imprint, Number::nonce(&[5]).unwrap()).to_der());
        let token = children(&response)[1].to_vec();
        Office { authority, token }
    }

    /// The token with these parameters, signed anew with this digest and this length of salt.
    fn signed(&self, parameters: &[u8], digest: &str, salt: u8) -> Vec<u8> {
        let parts = signer_parts(&self.token);
        let mut attributes = parts[3].to_vec();
        attributes[0] = 0x31;
        self.authority.write("attributes", &attributes);
        self.authority.must(&format!(
            "dgst -{digest} -sign signer.key -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:{salt} -out signature attributes"
        ));
        let signature = tlv(0x04, &[&self.authority.file("signature")]);
        resigned(&self.token, parameters, Some(&signature))
    }

    fn judge(&self, token: &[u8]) -> Report {
        let roots = self.authority.certificates("root.pem");
        let asked = Asked { imprints: &Content(CONTENT), query: None };
        verify(&read(token).unwrap(), asked, Trust { roots: &roots, others: &[] })
    }
}

#[test]
fn signatures_with_pss_hold_and_their_parameters_count() {
    let office = Office::new();
    // As OpenSSL made it: the certificate with PSS, the token without.
    holds(&office.judge(&office.token));
    for salt in [32, 20, 0] {
        holds(&office.judge(&office.signed(&parameters(SHA_256, SHA_256, salt, None), "sha256", salt)));
    }
    holds(&office.judge(&office.signed(&parameters(SHA_256, SHA_256, 32, Some(1)), "sha256", 32)));

    let salt = office.judge(&office.signed(&parameters(SHA_256, SHA_256, 20, None), "sha256", 32));
    only_fails(&salt, Check::Signature, "timestamp-signature-differs");
    // The digest of the signature is not the digest of the signer info.
    let other = office.judge(&office.signed(&parameters(SHA_512, SHA_512, 32, None), "sha512", 32));
    only_fails(&other, Check::Signature, "timestamp-signature-mismatch");
    // Two digests, another trailer, and SHA-1 for want of a word: not known, so nothing is said.
    let silent = sequence(&[&oid("1.2.840.113549.1.1.10"), &sequence(&[])]);
    for strange in [
        parameters(SHA_256, SHA_512, 32, None),
        parameters(SHA_256, SHA_256, 32, Some(2)),
        silent,
        sequence(&[&oid("1.2.840.113549.1.1.10")]),
    ] {
        let report = office.judge(&office.signed(&strange, "sha256", 32));
        assert_eq!(report.outcome, Outcome::NotCheckable, "{report:#?}");
        assert_eq!(codes(&report, Check::Signature), ["timestamp-signature-algorithm"]);
    }
    // PSS called PKCS#1 v1.5, and the other way round.
    let called = sequence(&[&oid("1.2.840.113549.1.1.11"), &[0x05, 0x00]]);
    let report = office.judge(&office.signed(&called, "sha256", 32));
    only_fails(&report, Check::Signature, "timestamp-signature-differs");
    let renamed = resigned(&office.token, &parameters(SHA_256, SHA_256, 32, None), None);
    only_fails(&office.judge(&renamed), Check::Signature, "timestamp-signature-differs");
}
