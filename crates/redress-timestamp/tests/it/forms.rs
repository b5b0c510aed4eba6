//! The forms in which tokens arrive: BER, unsorted sets, text, bare or in a response.

use crate::mint::{CONTENT, Mint, TIME, loosen, name, oid, response, sequence, tlv};
use crate::{codes, holds, only_fails, outcome};
use base64::Engine;
use redress_timestamp::{Check, Form, Outcome, read};

#[test]
fn a_token_of_our_own_making_holds_here_and_in_openssl() {
    let mint = Mint::p256();
    let token = mint.plain(&[]);
    let report = mint.judge(&token);
    holds(&report);
    assert_eq!(report.form, Form::BareToken);
    assert_eq!(codes(&report, Check::Status), ["timestamp-status-absent"]);
    assert_eq!(codes(&report, Check::Revocation), ["timestamp-revocation-not-checked"]);
    holds(&mint.judge(&response(&token)));
    // It was DER, and stays so.
    let answer = read(&response(&token)).unwrap();
    assert_eq!(answer.token.as_ref().unwrap().to_der(), token);
    assert_eq!(answer.token.as_ref().unwrap().as_received(), token);
    assert_eq!(answer.token.unwrap().to_response(), response(&token));
}

#[test]
fn indefinite_lengths_long_forms_and_strings_in_pieces_are_read_and_put_right() {
    let mint = Mint::p256();
    let token = mint.plain(&[]);
    let mut keep = mint.attributes(&mint.info(TIME, &[]));
    keep.push(mint.signer.clone());
    for piece in [1, 7, 64, 4096] {
        let loose = loosen(&token, piece, &keep);
        assert_ne!(loose, token);
        let report = mint.judge(&loose);
        holds(&report);
        assert_eq!(read(&loose).unwrap().token.unwrap().to_der(), token, "pieces of {piece}");
        holds(&mint.judge(&loosen(&response(&token), piece, &keep)));
    }
    // Loose signed attributes: nobody can say which bytes were signed.
    let report = mint.judge(&loosen(&token, 64, std::slice::from_ref(&mint.signer)));
    only_fails(&report, Check::Attributes, "timestamp-attributes-form");
}

#[test]
fn certificates_in_any_order_and_issuers_first_are_found() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let decoy = Mint::of(crate::mint::Key::p256(8), crate::mint::Key::p256(9), crate::mint::good_signer());
    let mut orders = vec![
        vec![mint.root.clone(), mint.signer.clone()],
        vec![mint.signer.clone(), mint.root.clone()],
        vec![decoy.root.clone(), mint.root.clone(), mint.signer.clone(), mint.signer.clone()],
    ];
    for certificates in &orders {
        holds(&mint.judge(&mint.token(&info, certificates)));
    }
    let sorted = |certificates: &[Vec<u8>]| {
        read(&mint.token(&info, certificates)).unwrap().token.unwrap().to_der().to_vec()
    };
    assert_eq!(sorted(&orders[0]), sorted(&orders[1]), "DER has one order");
    // A certificate of the same issuer and number before the right one is taken for it, as OpenSSL does, and is not
    // the one that was bound.
    orders[2].insert(0, decoy.signer.clone());
    let report = mint.judge(&mint.token(&info, &orders[2]));
    assert_eq!(codes(&report, Check::Binding), ["timestamp-binding-other"]);
    assert_eq!(codes(&report, Check::Signature), ["timestamp-signature-differs"]);
}

#[test]
fn attributes_are_verified_in_the_order_in_which_they_came() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let mut attributes = mint.attributes(&info);
    let sorted = attributes.clone();
    attributes.reverse();
    let token = mint.assemble(&info, std::slice::from_ref(&mint.signer), &[mint.signer_info(&attributes)]);
    let report = mint.judge(&token);
    holds(&report);
    assert_eq!(codes(&report, Check::Attributes), ["timestamp-attributes-unordered"]);
    holds(&mint.judge(read(&token).unwrap().token.unwrap().to_der()));
    // Signed in one order and sent in another: OpenSSL refuses it, and so do we.
    let signature = mint.key.sign(&tlv(0x31, &[&sorted.concat()]));
    let info_of = mint.signer_info_by(&mint.identifier(), &attributes, &signature);
    let report = mint.judge(&mint.assemble(&info, std::slice::from_ref(&mint.signer), &[info_of]));
    only_fails(&report, Check::Signature, "timestamp-signature-differs");
}

#[test]
fn text_forms_are_taken_off() {
    let mint = Mint::p256();
    let token = mint.plain(&[]);
    let base64 = base64::engine::general_purpose::STANDARD.encode(&token);
    let lines: Vec<&str> =
        base64.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let lines = lines.join("\r\n");
    for text in [
        base64.clone(),
        format!("\u{feff}{lines}\n"),
        format!("-----BEGIN PKCS7-----\n{lines}\n-----END PKCS7-----\n"),
        format!("Subject: x\n\n  -----BEGIN TIMESTAMP TOKEN-----\n{lines}\n-----END TIMESTAMP TOKEN-----"),
    ] {
        holds(&mint.judge(text.as_bytes()));
    }
    let code = |text: &str| read(text.as_bytes()).unwrap_err().finding.code;
    assert_eq!(code(""), "timestamp-empty");
    assert_eq!(code(" \n\t"), "timestamp-empty");
    assert_eq!(code("no base64!"), "timestamp-armour");
    let block = format!("-----BEGIN PKCS7-----\n{lines}\n-----END PKCS7-----\n");
    assert_eq!(code(&block.repeat(2)), "timestamp-several");
    assert_eq!(code(&block.replace("END PKCS7", "END CMS")), "timestamp-armour");
    assert_eq!(code("-----BEGIN PKCS7-----\nAAAA\n"), "timestamp-armour");
    assert_eq!(code("-----BEGIN PKCS7-----\nAA*A\n-----END PKCS7-----\n"), "timestamp-armour");
}

#[test]
fn times_with_fractions_hold_and_the_interval_follows_the_accuracy() {
    let mint = Mint::p256();
    let accuracy = sequence(&[&tlv(0x02, &[&[2]]), &tlv(0x80, &[&[0x01, 0xf4]])]);
    let token = mint.token(&mint.info("20260301000000.25Z", &accuracy), std::slice::from_ref(&mint.signer));
    let report = mint.judge(&token);
    holds(&report);
    let statement = report.statement.as_ref().unwrap();
    assert_eq!(statement.time.to_string(), "2026-03-01T00:00:00.25Z");
    assert_eq!(statement.earliest.to_string(), "2026-02-28T23:59:57.75Z");
    assert_eq!(statement.latest.to_string(), "2026-03-01T00:00:02.75Z");
    assert_eq!(report.existed_by.unwrap().0, crate::mint::AT + 3);
    for bad in
        ["20260301000000", "202603010000Z", "20260301000000+0800", "20260301000000,5Z", "20260231000000Z"]
    {
        let token = mint.token(&mint.info(bad, &[]), std::slice::from_ref(&mint.signer));
        let finding = read(&token).unwrap_err().finding;
        assert_eq!(
            (finding.code.as_str(), &finding.args["field"]),
            ("timestamp-form", &"TSTInfo.genTime".into())
        );
    }
    for bad in [
        tlv(0x80, &[&[0]]),
        tlv(0x80, &[&[0x03, 0xe8]]),
        tlv(0x80, &[&[0, 1]]),
        tlv(0x02, &[&[0xff]]),
        tlv(0x82, &[&[1]]),
    ] {
        let token = mint.token(&mint.info(TIME, &sequence(&[&bad])), std::slice::from_ref(&mint.signer));
        assert_eq!(read(&token).unwrap_err().finding.code, "timestamp-form", "{bad:?}");
    }
}

#[test]
fn two_signers_none_or_one_by_key_are_no_proof() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let signer = mint.signer_info(&mint.attributes(&info));
    let certificates = std::slice::from_ref(&mint.signer);
    let two = mint.judge(&mint.assemble(&info, certificates, &[signer.clone(), signer.clone()]));
    only_fails(&two, Check::Form, "timestamp-signers");
    let none = mint.judge(&mint.assemble(&info, certificates, &[]));
    only_fails(&none, Check::Form, "timestamp-signers");
    assert_eq!(none.lines.len(), Check::ALL.len());
    let attributes = mint.attributes(&info);
    let signature = mint.key.sign(&tlv(0x31, &[&attributes.concat()]));
    let by_key = mint.signer_info_by(&tlv(0x80, &[&[1; 20]]), &attributes, &signature);
    let report = mint.judge(&mint.assemble(&info, certificates, &[by_key]));
    assert_eq!(report.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&report, Check::Signer), ["timestamp-signer-by-key"]);
    assert_eq!(outcome(&report, Check::Signature), Outcome::NotCheckable);
}

#[test]
fn versions_extensions_and_names_of_the_token_are_checked() {
    let mint = Mint::p256();
    let certificates = std::slice::from_ref(&mint.signer);
    let mut info = mint.info(TIME, &[]);
    let place = info.windows(3).position(|window| window == [0x02, 0x01, 0x01]).unwrap();
    info[place + 2] = 2;
    only_fails(&mint.judge(&mint.token(&info, certificates)), Check::Form, "timestamp-version");

    let extension = |critical| {
        let one = crate::mint::extension("1.2.3.4.9", critical, &[0x05, 0x00]);
        mint.info(TIME, &tlv(0xa1, &[&one]))
    };
    holds(&mint.judge(&mint.token(&extension(false), certificates)));
    only_fails(
        &mint.judge(&mint.token(&extension(true), certificates)),
        Check::Form,
        "timestamp-critical-extension",
    );

    let named = |text: &str| mint.info(TIME, &tlv(0xa0, &[&tlv(0xa4, &[&name(text)])]));
    let same = mint.judge(&mint.token(&named(" SIGNER "), certificates));
    holds(&same);
    assert_eq!(outcome(&same, Check::Authority), Outcome::Holds);
    only_fails(
        &mint.judge(&mint.token(&named("other"), certificates)),
        Check::Authority,
        "timestamp-authority-differs",
    );
}

#[test]
fn what_is_signed_but_no_token_is_refused_by_name() {
    let mint = Mint::p256();
    let token = mint.plain(&[]);
    let code = |bytes: &[u8]| read(bytes).unwrap_err().finding.code;
    let data = oid("1.2.840.113549.1.7.2");
    let mut other = token.clone();
    let place = other.windows(data.len()).position(|window| window == data).unwrap();
    other[place + data.len() - 1] = 1;
    assert_eq!(code(&other), "timestamp-not-a-token");
    assert_eq!(code(&mint.signer), "timestamp-form");
    assert_eq!(code(CONTENT), "timestamp-armour");
    let status = |number: u8| sequence(&[&tlv(0x02, &[&[number]])]);
    assert_eq!(code(&sequence(&[&status(0)])), "timestamp-status-without-token");
    assert_eq!(code(&sequence(&[&status(2), &token])), "timestamp-refused-with-token");
    assert_eq!(code(&sequence(&[&status(9)])), "timestamp-form");
    let modified = sequence(&[&status(1), &token]);
    let report = mint.judge(&modified);
    holds(&report);
    assert_eq!(codes(&report, Check::Status), ["timestamp-status-modified"]);
}
