//! Questions: strict DER that OpenSSL reads, and questions of OpenSSL's read here.

use crate::openssl::{Authority, PLAIN};
use redress_base::{Digests, Sha256, Sm3};
use redress_timestamp::{Digester, Imprint, Imprints, Number, Query};

fn nonce(bytes: &[u8]) -> Number {
    Number::nonce(bytes).unwrap()
}

#[test]
fn openssl_reads_what_we_ask() {
    let authority = Authority::new(PLAIN);
    for (algorithm, name) in
        [(Digester::Sha256, "sha256"), (Digester::Sm3, "sm3"), (Digester::Sha512, "sha512")]
    {
        let imprint = Imprint::new(algorithm, &algorithm.digest(b"x")).unwrap();
        let query = Query::new(imprint, nonce(&[0, 0x12, 0x34])).under("1.2.3.99.1").unwrap();
        authority.write("ours.tsq", &query.to_der());
        let text = authority.must("ts -query -in ours.tsq -text");
        for part in [
            &format!("Hash Algorithm: {name}"),
            "Nonce: 0x1234",
            "Policy OID: 1.2.3.99.1",
            "Certificate required: yes",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(Query::read(&query.to_der()).unwrap(), query);
        let small = query.without_nonce().without_certificates();
        assert_eq!(Query::read(&small.to_der()).unwrap(), small);
    }
}

#[test]
fn we_read_what_openssl_asks() {
    let authority = Authority::new(PLAIN);
    authority.write("content", b"abc");
    authority.must("ts -query -data content -sm3 -cert -tspolicy 1.2.3.4.1 -out theirs.tsq");
    let query = Query::read(&authority.file("theirs.tsq")).unwrap();
    assert_eq!(query.imprint().algorithm(), Digester::Sm3);
    assert_eq!(query.imprint().digest(), Digester::Sm3.digest(b"abc"));
    assert_eq!(query.policy().as_deref(), Some("1.2.3.4.1"));
    assert!(query.nonce().is_some() && query.certificates());
    assert_eq!(query.to_der(), authority.file("theirs.tsq"), "strict DER is one form");
    // The default digest of OpenSSL, without anything optional.
    authority.must("ts -query -data content -no_nonce -sha384 -out plain.tsq");
    let plain = Query::read(&authority.file("plain.tsq")).unwrap();
    assert!(plain.nonce().is_none() && !plain.certificates() && plain.policy().is_none());
    assert_eq!(plain.to_der(), authority.file("plain.tsq"));
}

#[test]
fn wrong_questions_are_refused_by_name() {
    let code = |refusal: redress_base::Refusal| refusal.finding.code;
    assert_eq!(code(Imprint::new(Digester::Sha256, &[0; 31]).unwrap_err()), "timestamp-digest-length");
    assert_eq!(code(Number::nonce(&[]).unwrap_err()), "timestamp-nonce-length");
    assert_eq!(code(Number::nonce(&[1; 21]).unwrap_err()), "timestamp-nonce-length");
    let query = Query::new(Imprint::from(Sha256([7; 32])), nonce(&[1]));
    for bad in ["", "1", "3.1.2", "1.2.", "policy"] {
        assert_eq!(code(query.clone().under(bad).unwrap_err()), "timestamp-policy-text", "{bad}");
    }
    let mut der = query.to_der();
    for end in 0..der.len() {
        assert!(Query::read(&der[..end]).is_err(), "{end}");
    }
    der.push(0);
    assert_eq!(code(Query::read(&der).unwrap_err()), "timestamp-trailing");
}

#[test]
fn the_digests_of_an_item_are_imprints() {
    let digests = Digests { sha256: Sha256([1; 32]), sm3: Sm3([2; 32]), bytes: 5 };
    assert_eq!(digests.digest(Digester::Sm3), Some(vec![2; 32]));
    assert_eq!(digests.digest(Digester::Sha512), None);
    assert_eq!(Imprint::from(digests.sm3).digest(), [2; 32]);
    assert_eq!(nonce(&[0, 0, 0x80]).to_string(), "0x80");
}
