//! Tokens of a real authority, OpenSSL's: every key, digest and binding that it can make, verified both ways.

use crate::openssl::{self, Authority, Keys, PLAIN, Plan};
use crate::{codes, holds, only_fails, outcome};
use redress_timestamp::{
    Asked, Check, Content, Digester, Imprint, Number, Outcome, Query, Report, Trust, read, verify,
};

const CONTENT: &[u8] = b"what somebody posted";

fn question(algorithm: Digester) -> Query {
    let imprint = Imprint::new(algorithm, &algorithm.digest(CONTENT)).unwrap();
    Query::new(imprint, Number::nonce(&[0xf1, 2, 3, 4, 5, 6, 7, 8]).unwrap())
}

fn report(authority: &Authority, response: &[u8], query: Option<&Query>, others: &str) -> Report {
    let roots = authority.certificates("root.pem");
    let others = if others.is_empty() { Vec::new() } else { authority.certificates(others) };
    let asked = Asked { imprints: &Content(CONTENT), query };
    verify(&read(response).unwrap(), asked, Trust { roots: &roots, others: &others })
}

/// Asks, lets OpenSSL answer, and verifies here and there.
fn round_trip(plan: Plan, algorithm: Digester) {
    let authority = Authority::new(plan);
    let query = question(algorithm);
    let response = authority.answer(&query.to_der());
    let report = report(&authority, &response, Some(&query), "");
    holds(&report);
    for check in [Check::Status, Check::Nonce, Check::Authority] {
        assert_eq!(outcome(&report, check), Outcome::Holds, "{check:?} {plan:?}");
    }
    let statement = report.statement.as_ref().unwrap();
    assert_eq!(statement.policy, "1.2.3.4.1");
    assert_eq!(statement.accuracy.unwrap().micros, 1_500_100);
    assert_eq!(report.root.as_ref().unwrap().subject, "CN=root,O=Test");
    assert_eq!(report.issuers.len(), usize::from(plan.chain));
    authority.write("content", CONTENT);
    authority.must("ts -verify -data content -in r.tsr -CAfile root.pem");

    // What we write again in DER, OpenSSL reads and accepts again.
    let token = read(&response).unwrap().token.unwrap();
    authority.write("again.tst", token.to_der());
    authority.must("ts -verify -data content -in again.tst -token_in -CAfile root.pem");
    authority.write("again.tsr", &token.to_response());
    authority.must("ts -verify -data content -in again.tsr -CAfile root.pem");
    let again = read(token.to_der()).unwrap().token.unwrap();
    assert_eq!(again.to_der(), token.to_der());
}

#[test]
fn p256_with_sha_256() {
    round_trip(PLAIN, Digester::Sha256);
}

#[test]
fn p256_over_an_sm3_imprint() {
    round_trip(PLAIN, Digester::Sm3);
}

#[test]
fn p384_with_a_chain_and_sha_384() {
    let plan = Plan { keys: Keys::Curve("secp384r1"), chain: true, digest: "sha384", binding: "sha384" };
    round_trip(plan, Digester::Sha384);
}

#[test]
fn p521_with_a_chain_and_sha_512() {
    let plan = Plan { keys: Keys::Curve("secp521r1"), chain: true, digest: "sha512", binding: "sha512" };
    round_trip(plan, Digester::Sha512);
}

/// The digest is shorter than the order of the curve.
#[test]
fn p521_with_sha_256() {
    round_trip(Plan { keys: Keys::Curve("secp521r1"), ..PLAIN }, Digester::Sha256);
}

/// The digest is longer than the order of the curve.
#[test]
fn p256_with_sha_512() {
    round_trip(Plan { digest: "sha512", ..PLAIN }, Digester::Sm3);
}

#[test]
fn rsa_with_a_chain_and_sha_256() {
    let plan = Plan { keys: Keys::Rsa(2048), chain: true, digest: "sha256", binding: "sha256" };
    round_trip(plan, Digester::Sha256);
}

#[test]
fn rsa_with_sha_512_and_the_first_kind_of_binding() {
    let plan = Plan { keys: Keys::Rsa(3072), chain: false, digest: "sha512", binding: "sha1" };
    round_trip(plan, Digester::Sm3);
}

#[test]
fn a_binding_by_sha_1_holds_and_says_so() {
    let authority = Authority::new(Plan { binding: "sha1", ..PLAIN });
    let query = question(Digester::Sha256);
    let report = report(&authority, &authority.answer(&query.to_der()), Some(&query), "");
    holds(&report);
    assert_eq!(codes(&report, Check::Binding), ["timestamp-binding-sha-1"]);
}

#[test]
fn a_signature_with_sha_1_is_refused() {
    let authority = Authority::new(Plan { digest: "sha1", ..PLAIN });
    let query = question(Digester::Sha256);
    let report = report(&authority, &authority.answer(&query.to_der()), Some(&query), "");
    assert_eq!(report.outcome, Outcome::Fails);
    assert_eq!(codes(&report, Check::Attributes), ["timestamp-digest-weak"]);
    assert_eq!(codes(&report, Check::Signature), ["timestamp-signature-weak"]);
}

#[test]
fn a_key_of_1024_bits_is_refused() {
    let authority = Authority::new(Plan { keys: Keys::Rsa(1024), ..PLAIN });
    let query = question(Digester::Sha256);
    let report = report(&authority, &authority.answer(&query.to_der()), Some(&query), "");
    assert_eq!(codes(&report, Check::Signature), ["timestamp-signature-weak"]);
    assert_eq!(codes(&report, Check::Path), ["timestamp-certificate-weak"]);
}

#[test]
fn without_its_certificate_a_token_needs_it_from_elsewhere() {
    let authority = Authority::new(Plan { chain: true, ..PLAIN });
    let query = question(Digester::Sha256).without_certificates();
    let response = authority.answer(&query.to_der());
    let alone = report(&authority, &response, Some(&query), "");
    assert_eq!(alone.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&alone, Check::Signer), ["timestamp-signer-missing"]);
    assert_eq!(outcome(&alone, Check::Attributes), Outcome::Holds);

    authority.write("more.pem", &[authority.file("signer.pem"), authority.file("issuer.pem")].concat());
    let with = report(&authority, &response, Some(&query), "more.pem");
    holds(&with);
    authority.write("content", CONTENT);
    authority.must("ts -verify -data content -in r.tsr -CAfile root.pem -untrusted more.pem");
    // Without the issuer between, nobody knows.
    let half = report(&authority, &response, Some(&query), "signer.pem");
    assert_eq!(half.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&half, Check::Path), ["timestamp-issuer-missing"]);
}

#[test]
fn another_content_question_nonce_policy_or_root_is_found() {
    let authority = Authority::new(PLAIN);
    let query = question(Digester::Sha256);
    let response = authority.answer(&query.to_der());
    let answer = read(&response).unwrap();
    let roots = authority.certificates("root.pem");
    let trust = Trust { roots: &roots, others: &[] };
    let with = |content: &'static [u8], query: Option<&Query>| {
        verify(&answer, Asked { imprints: &Content(content), query }, trust)
    };
    only_fails(&with(b"other", Some(&query)), Check::Imprint, "timestamp-imprint-differs");
    let imprint = Imprint::new(Digester::Sm3, &Digester::Sm3.digest(CONTENT)).unwrap();
    let other = Query::new(imprint, query.nonce().unwrap().clone());
    only_fails(&with(CONTENT, Some(&other)), Check::Imprint, "timestamp-imprint-not-asked");
    let other = Query::new(query.imprint().clone(), Number::nonce(&[1]).unwrap());
    only_fails(&with(CONTENT, Some(&other)), Check::Nonce, "timestamp-nonce-differs");
    let other = query.clone().under("1.2.3.4.5.6").unwrap();
    only_fails(&with(CONTENT, Some(&other)), Check::Policy, "timestamp-policy-differs");
    let none: &[Imprint] = &[];
    let unknown = verify(&answer, Asked { imprints: &none, query: None }, trust);
    let some = [query.imprint().clone()];
    holds(&verify(&answer, Asked { imprints: &some.as_slice(), query: None }, trust));
    assert_eq!(unknown.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&unknown, Check::Imprint), ["timestamp-imprint-not-known"]);

    let stranger = Authority::new(PLAIN);
    let asked = Asked { imprints: &Content(CONTENT), query: Some(&query) };
    let strangers = stranger.certificates("root.pem");
    let report = verify(&answer, asked, Trust { roots: &strangers, others: &[] });
    // The stranger's root has the same name and another key.
    assert_eq!(report.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&report, Check::Path), ["timestamp-issuer-missing"]);
    let report = verify(&answer, asked, Trust { roots: &strangers, others: &roots });
    only_fails(&report, Check::Path, "timestamp-root-not-chosen");
    let report = verify(&answer, asked, Trust { roots: &[], others: &roots });
    assert_eq!(codes(&report, Check::Path), ["timestamp-no-roots"]);
    assert_eq!((report.outcome, report.existed_by), (Outcome::NotCheckable, None));
}

#[test]
fn a_policy_that_was_asked_for_comes_back_and_a_missing_nonce_is_found() {
    let authority = Authority::new(PLAIN);
    let query = question(Digester::Sha256).under("1.2.3.4.5.6").unwrap();
    let answered = authority.answer(&query.to_der());
    let report = |query| report(&authority, &answered, query, "");
    holds(&report(Some(&query)));
    assert_eq!(outcome(&report(Some(&query)), Check::Policy), Outcome::Holds);

    let plain = question(Digester::Sha256).without_nonce();
    let without = authority.answer(&plain.to_der());
    holds(&self::report(&authority, &without, Some(&plain), ""));
    only_fails(
        &self::report(&authority, &without, Some(&question(Digester::Sha256)), ""),
        Check::Nonce,
        "timestamp-nonce-missing",
    );
}

#[test]
fn a_refusal_is_reported_with_its_reasons() {
    let authority = Authority::new(PLAIN);
    let query = question(Digester::Sha256).under("1.9.9").unwrap();
    let response = authority.answer(&query.to_der());
    let answer = read(&response).unwrap();
    assert!(answer.token.is_none());
    assert_eq!(answer.status.as_ref().unwrap().reasons, [15]);
    let report = report(&authority, &response, Some(&query), "");
    only_fails(&report, Check::Status, "timestamp-status-refused");
    assert_eq!(report.lines.len(), Check::ALL.len());
}

/// Every single byte changed: what is still accepted, OpenSSL accepts too, and lies where nothing is signed.
#[test]
fn every_byte_of_a_token_is_guarded_or_unsigned() {
    let authority = Authority::new(PLAIN);
    let query = question(Digester::Sha256);
    let response = authority.answer(&query.to_der());
    let statement = read(&response).unwrap().token.unwrap().statement();
    let roots = authority.certificates("root.pem");
    let digest = Digester::Sha256.digest(CONTENT);
    let mut accepted = Vec::new();
    for place in 0..response.len() {
        for change in [0x01u8, 0x20, 0x80, 0xff] {
            let mut changed = response.clone();
            changed[place] ^= change;
            let Ok(answer) = read(&changed) else { continue };
            let asked = Asked { imprints: &Content(CONTENT), query: Some(&query) };
            let report = verify(&answer, asked, Trust { roots: &roots, others: &[] });
            if !report.holds() {
                continue;
            }
            assert_eq!(report.statement.as_ref(), Some(&statement), "byte {place}");
            let roots = openssl::pem(&roots);
            let at = statement.time.at.0;
            assert!(
                openssl::accepts(&changed, &digest, at, &roots, None, false),
                "byte {place} ^ {change:#04x}"
            );
            accepted.push(place);
        }
    }
    accepted.dedup();
    // The status (granted or with modifications), the versions of SignedData and SignerInfo, and capital letters of
    // the issuer's name in the signer's identifier: none of them is signed, and none says anything about the time.
    let last = |text: &[u8]| response.windows(text.len()).rposition(|window| window == text).unwrap();
    let explained = |place: usize| {
        let version = response[place - 2..place] == [0x02, 0x01];
        version || [&b"Test"[..], b"root"].iter().any(|text| (last(text)..last(text) + 4).contains(&place))
    };
    let strays: Vec<usize> = accepted.iter().copied().filter(|place| !explained(*place)).collect();
    assert_eq!(strays, Vec::<usize>::new(), "{accepted:?}");
    assert_eq!(accepted.len(), 11, "{accepted:?}");
}
