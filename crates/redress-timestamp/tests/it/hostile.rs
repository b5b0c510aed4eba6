//! Hostile bytes: cut, changed, swollen and nested. Each is one clear refusal with its place, or a report that does not
//! hold; never a panic and never a hang.

use crate::mint::{CONTENT, Mint, TIME, oid, replace, resigned, response, sequence, tlv};
use redress_timestamp::{Asked, Certificate, Content, Query, Report, Trust, read, verify};
use std::time::{Duration, Instant};

/// Reads and verifies, and sees to it that a refusal names a byte.
fn judge(bytes: &[u8], roots: &[Certificate]) -> Option<Report> {
    match read(bytes) {
        Ok(answer) => {
            let asked = Asked { imprints: &Content(CONTENT), query: None };
            Some(verify(&answer, asked, Trust { roots, others: &[] }))
        }
        Err(refusal) => {
            let code = &refusal.finding.code;
            let placed =
                refusal.finding.args.contains_key("byte") || refusal.finding.args.contains_key("row");
            assert!(placed || code == "timestamp-empty" || code == "timestamp-too-long", "{refusal}");
            None
        }
    }
}

#[test]
fn a_token_cut_anywhere_is_refused() {
    for mint in [Mint::p256(), Mint::sm2()] {
        let token = response(&mint.plain(std::slice::from_ref(&mint.root)));
        for end in 0..token.len() {
            assert!(read(&token[..end]).is_err(), "cut at {end}");
        }
        let mut longer = token.clone();
        longer.push(0);
        let finding = read(&longer).unwrap_err().finding;
        assert_eq!(
            (finding.code.as_str(), &finding.args["byte"]),
            ("timestamp-trailing", &token.len().into())
        );
    }
}

/// Every bit of an SM2 token changed: what still holds says the same, and lies where nothing is signed.
#[test]
fn every_bit_of_an_sm2_token_is_guarded_or_unsigned() {
    let mint = Mint::sm2();
    let roots = mint.roots();
    let token = mint.plain(&[]);
    let statement = read(&token).unwrap().token.unwrap().statement();
    let mut accepted = Vec::new();
    for place in 0..token.len() {
        for bit in 0..8 {
            let mut changed = token.clone();
            changed[place] ^= 1 << bit;
            let Some(report) = judge(&changed, &roots).filter(Report::holds) else { continue };
            assert_eq!(report.statement.as_ref(), Some(&statement), "byte {place}");
            accepted.push(place);
        }
    }
    accepted.dedup();
    let name = token.windows(4).rposition(|window| window == b"root").unwrap();
    // The versions of SignedData and SignerInfo, and capital letters of the issuer's name in the identifier. The name
    // of signed data may be the one or the other, which differ in more than one bit.
    let unsigned =
        |place: usize| (name..name + 4).contains(&place) || token[place - 2..place] == [0x02, 0x01];
    assert!(accepted.iter().all(|place| unsigned(*place)), "{accepted:?}");
    assert!(accepted.len() >= 5, "{accepted:?}");
}

#[test]
fn pieces_removed_doubled_and_swapped_never_hold() {
    let mint = Mint::p256();
    let roots = mint.roots();
    let token = mint.plain(&[]);
    for place in 0..token.len() {
        let mut without = token.clone();
        without.remove(place);
        assert!(!judge(&without, &roots).is_some_and(|report| report.holds()), "without {place}");
        let mut doubled = token.clone();
        doubled.insert(place, token[place]);
        assert!(!judge(&doubled, &roots).is_some_and(|report| report.holds()), "doubled {place}");
        if place > 0 && token[place] != token[place - 1] {
            let mut swapped = token.clone();
            swapped.swap(place - 1, place);
            assert!(!judge(&swapped, &roots).is_some_and(|report| report.holds()), "swapped {place}");
        }
    }
}

/// A fuzzer found these: a mark that begins no block gave an empty list of certificates, as if none had been asked for.
#[test]
fn a_mark_that_begins_no_block_is_refused_with_its_row() {
    for text in
        ["-----BEGIN CERTIFICATE\nAAAA\n-----END CERT", "of our own\n making -----BEGIN CERTIFICATE-----\n"]
    {
        let row = text.lines().position(|line| line.contains("BEGIN")).unwrap() + 1;
        let finding = Certificate::read_all(text.as_bytes()).unwrap_err().finding;
        assert_eq!(
            (finding.code.as_str(), &finding.args["row"]),
            ("timestamp-armour", &row.into()),
            "{text}"
        );
        assert_eq!(read(text.as_bytes()).unwrap_err().finding.code, "timestamp-armour");
        assert_eq!(Query::read(text.as_bytes()).unwrap_err().finding.code, "timestamp-armour");
    }
}

#[test]
fn bombs_are_refused_at_once() {
    let begin = Instant::now();
    let code = |bytes: &[u8]| read(bytes).unwrap_err().finding.code;
    let deep: Vec<u8> = (0..4000).fold(Vec::new(), |inner, _| sequence(&[&inner]));
    assert_eq!(code(&deep), "timestamp-too-deep");
    assert_eq!(code(&[0x30, 0x80].repeat(10_000)), "timestamp-too-deep");
    assert_eq!(code(&sequence(&[&[0x05, 0x00].repeat(100_000)])), "timestamp-too-many-parts");
    assert_eq!(code(&sequence(&[&[0u8; 3 << 20]])), "timestamp-too-long");
    assert_eq!(code(&[b'M'; 3 << 20]), "timestamp-too-long");
    for length in [
        &[0x30, 0x84, 0x7f, 0xff, 0xff, 0xff][..],
        &[0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x30, 0xff, 1],
        &[0x30, 0xfe, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        &[0x30, 0x05, 0x04, 0x84, 0xff, 0xff, 0xff],
    ] {
        assert!(["timestamp-length", "timestamp-truncated"].contains(&code(length).as_str()), "{length:?}");
    }
    assert_eq!(code(&[0x30, 0x02, 0x04, 0x80]), "timestamp-length");
    assert_eq!(code(&[0x30, 0x80, 0x00, 0x01]), "timestamp-end-of-contents");
    assert_eq!(code(&[0x30, 0x02, 0x00, 0x00]), "timestamp-end-of-contents");
    assert_eq!(code(&[0x30, 0x80, 0x02, 0x01, 0x01]), "timestamp-truncated");
    assert_eq!(code(&[0x30, 0x07, 0x9f, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00]), "timestamp-tag");
    assert_eq!(code(&[0x30, 0x02, 0x25, 0x00]), "timestamp-tag");
    for value in [
        &[0x01u8, 0x00][..],
        &[0x01, 0x02, 0xff, 0xff],
        &[0x02, 0x00],
        &[0x02, 0x02, 0x00, 0x7f],
        &[0x02, 0x02, 0xff, 0x80],
        &[0x03, 0x00],
        &[0x03, 0x01, 0x01],
        &[0x03, 0x02, 0x08, 0x00],
        &[0x05, 0x01, 0x00],
        &[0x06, 0x00],
        &[0x06, 0x02, 0x80, 0x01],
        &[0x06, 0x03, 0x2a, 0x80, 0x01],
        &[0x06, 0x02, 0x2a, 0x81],
        &[0x1e, 0x01, 0x00],
        &[0x1c, 0x02, 0x00, 0x00],
    ] {
        let finding = read(&sequence(&[value])).unwrap_err().finding;
        assert_eq!(
            (finding.code.as_str(), &finding.args["byte"]),
            ("timestamp-value", &2i64.into()),
            "{value:?}"
        );
    }
    assert!(begin.elapsed() < Duration::from_secs(2));
}

#[test]
fn crowds_of_certificates_attributes_and_signers_are_refused() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let code = |token: &[u8]| read(token).unwrap_err().finding.code;
    assert_eq!(code(&mint.plain(&vec![mint.root.clone(); 101])), "timestamp-form");
    let signer = mint.signer_info(&mint.attributes(&info));
    assert_eq!(code(&mint.assemble(&info, &[], &vec![signer; 101])), "timestamp-form");
    let attributes = vec![mint.attributes(&info)[0].clone(); 101];
    assert_eq!(code(&mint.assemble(&info, &[], &[mint.signer_info(&attributes)])), "timestamp-form");
}

/// Numbers that no key and no signature has.
#[test]
fn keys_and_signatures_of_nonsense_do_not_hold() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let attributes = mint.attributes(&info);
    let zero = tlv(0x02, &[&[0]]);
    let one = tlv(0x02, &[&[1]]);
    let order = tlv(0x02, &[&[0], &[0xff; 32]]);
    let long = tlv(0x02, &[&[0x7f; 80]]);
    let negative = tlv(0x02, &[&[0x80]]);
    let padded = tlv(0x02, &[&[0, 1]]);
    let numbers = [&zero, &one, &order, &long, &negative, &padded];
    let mut signatures: Vec<Vec<u8>> = vec![Vec::new(), vec![0x30], vec![0; 64], sequence(&[&one])];
    for r in numbers {
        signatures.extend(numbers.map(|s| sequence(&[r, s])));
    }
    for signature in signatures {
        let signer = mint.signer_info_by(&mint.identifier(), &attributes, &signature);
        let report = mint.judge(&mint.assemble(&info, std::slice::from_ref(&mint.signer), &[signer]));
        crate::only_fails(&report, redress_timestamp::Check::Signature, "timestamp-signature-differs");
    }
}

#[test]
fn questions_survive_every_change() {
    let imprint = redress_timestamp::Imprint::from(redress_base::Sm3([7; 32]));
    let query = Query::new(imprint, redress_timestamp::Number::nonce(&[9; 8]).unwrap()).to_der();
    for place in 0..query.len() {
        for bit in 0..8 {
            let mut changed = query.clone();
            changed[place] ^= 1 << bit;
            if let Ok(read) = Query::read(&changed) {
                assert_eq!(Query::read(&read.to_der()).unwrap(), read);
            }
        }
    }
}

/// RSA keys whose numbers are no RSA key, too small or too large: a plain answer, at once.
#[test]
fn rsa_keys_of_nonsense_do_not_hold() {
    let begin = Instant::now();
    let mint = Mint::p256();
    let odd = |bytes: usize| [&[0, 0xff][..], &vec![0x5a; bytes - 2], &[0x01]].concat();
    let even = |bytes: usize| [&[0, 0xff][..], &vec![0x5a; bytes - 1]].concat();
    let f4 = vec![1, 0, 1];
    let keys = [
        (odd(256), vec![0], "timestamp-signature-differs"),
        (odd(256), vec![1], "timestamp-signature-differs"),
        (odd(256), vec![2], "timestamp-signature-differs"),
        (odd(256), [&[0x7f][..], &[0xff; 255]].concat(), "timestamp-signature-differs"),
        (even(256), f4.clone(), "timestamp-signature-differs"),
        (odd(255), f4.clone(), "timestamp-signature-weak"),
        (odd(2048), f4.clone(), "timestamp-signature-differs"),
        (vec![0], f4.clone(), "timestamp-signature-weak"),
        (vec![0x80], f4.clone(), "timestamp-signature-differs"),
        (odd(1024), f4, "timestamp-signature-differs"),
    ];
    let plain = mint.plain(&[]);
    for (modulus, exponent, code) in keys {
        let numbers = sequence(&[&tlv(0x02, &[&modulus]), &tlv(0x02, &[&exponent])]);
        let algorithm = sequence(&[&oid("1.2.840.113549.1.1.1"), &[0x05, 0x00]]);
        let public = sequence(&[&algorithm, &tlv(0x03, &[&[0], &numbers])]);
        let changed = replace(&plain, &mint.key.public(), &public);
        for signature in [vec![0; modulus.len().max(2) - 1], vec![0xff; modulus.len()], vec![1], Vec::new()] {
            for scheme in ["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1"] {
                let scheme = sequence(&[&oid(scheme), &[0x05, 0x00]]);
                let token = resigned(&changed, &scheme, Some(&tlv(0x04, &[&signature])));
                let report = mint.judge(&token);
                let codes = crate::codes(&report, redress_timestamp::Check::Signature);
                assert_eq!(codes, [code], "{} bytes, exponent {exponent:?}", modulus.len());
            }
        }
    }
    assert!(begin.elapsed() < Duration::from_secs(20));
}
