//! Tokens that are signed with SM2 over SM3, as Chinese authorities may make them. OpenSSL 3.0 can neither make nor
//! check them; they are made here, and its `dgst` is asked about the bare signature.

use crate::mint::{CONTENT, Key, Mint, TIME, algorithm, good_signer, oid, tlv};
use crate::{codes, holds, only_fails};
use redress_timestamp::{Check, Digester, Outcome};
use std::process::Command;

#[test]
fn a_token_signed_with_sm2_holds() {
    let mint = Mint::sm2();
    let report = mint.judge(&mint.plain(&[]));
    holds(&report);
    assert_eq!(report.statement.unwrap().algorithm, "1.2.156.10197.1.401");
}

#[test]
fn the_names_that_gm_t_0010_uses_are_known() {
    let mint = Mint::sm2();
    let token = mint.plain(&[]);
    let swap = |token: &[u8], from: &[u8], to: &[u8]| {
        let place = token.windows(from.len()).rposition(|window| window == from).unwrap();
        assert_eq!(from.len(), to.len());
        [&token[..place], to, &token[place + from.len()..]].concat()
    };
    // The content type of signed data with SM2 has another length than the usual one, so the token is put together
    // anew around it.
    let inner = crate::mint::whole(&oid("1.2.840.113549.1.7.2"));
    let data = &token[token.len() - crate::mint::whole(&token[4 + inner..])..];
    let renamed = crate::mint::sequence(&[&oid("1.2.156.10197.6.1.4.2.2"), data]);
    holds(&mint.judge(&renamed));
    // For SM2 and for nothing else.
    let ecdsa = Mint::p256();
    let other = ecdsa.plain(&[]);
    let data = &other[other.len() - crate::mint::whole(&other[4 + inner..])..];
    let report = ecdsa.judge(&crate::mint::sequence(&[&oid("1.2.156.10197.6.1.4.2.2"), data]));
    only_fails(&report, Check::Signature, "timestamp-signature-mismatch");
    // A digest that contradicts the signature's is none.
    let sm3 = oid(crate::mint::SM3);
    let report =
        mint.judge(&swap(&token, &sm3, &tlv(0x06, &[&[0x2a, 0x81, 0x1c, 0xcf, 0x55, 1, 0x83, 0x12]])));
    assert_eq!(report.outcome, Outcome::Fails, "{report:#?}");
}

#[test]
fn another_identity_another_key_and_another_content_are_found() {
    let usual = Mint::sm2();
    // The same key under another identity: another signature.
    let mut other = usual.clone();
    other.key = Key::sm2_of("alice@example.com", 2);
    let report = usual.judge(&other.plain(&[]));
    only_fails(&report, Check::Signature, "timestamp-signature-differs");

    let mut other = usual.clone();
    other.key = Key::sm2(3);
    only_fails(&usual.judge(&other.plain(&[])), Check::Signature, "timestamp-signature-differs");

    // An authority that certifies an SM2 key with ECDSA, and the other way round: both are good.
    holds(&usual.judge_with(
        &Mint::of(Key::p256(1), Key::sm2(2), good_signer()).plain(&[]),
        &Mint::p256().roots(),
        &[],
    ));
    let mixed = Mint::of(Key::sm2(1), Key::p256(2), good_signer());
    let answer = redress_timestamp::read(&mixed.plain(&[])).unwrap();
    let asked = redress_timestamp::Asked { imprints: &redress_timestamp::Content(CONTENT), query: None };
    let trust = redress_timestamp::Trust { roots: &mixed.roots(), others: &[] };
    holds(&redress_timestamp::verify(&answer, asked, trust));
}

#[test]
fn an_ecdsa_signature_by_a_key_on_the_curve_of_sm2_is_a_mismatch() {
    let mint = Mint::sm2();
    let info = mint.info(TIME, &[]);
    let signer = mint.signer_info(&mint.attributes(&info));
    let (from, to) = (mint.key.signature_algorithm(), algorithm("1.2.840.10045.4.3.2"));
    let place = signer.windows(from.len()).rposition(|window| window == from).unwrap();
    assert_eq!(from.len(), to.len());
    let renamed = [&signer[..place], &to, &signer[place + from.len()..]].concat();
    let report = mint.judge(&mint.assemble(&info, std::slice::from_ref(&mint.signer), &[renamed]));
    only_fails(&report, Check::Signature, "timestamp-signature-mismatch");
}

/// Our signing and checking code for SM2 come from one package; OpenSSL is the second opinion on both.
#[test]
fn openssl_agrees_on_the_signature_itself() {
    let key = Key::sm2(2);
    let folder = tempfile::tempdir().unwrap();
    let message = b"message";
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("message", message);
    write("signature", &key.sign(message));
    write("public.der", &key.public());
    let run = |line: &str| {
        let output = Command::new("openssl")
            .args(line.split_whitespace())
            .current_dir(folder.path())
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let line = "dgst -sm3 -verify public.der -keyform DER -sigopt distid:1234567812345678 -signature signature message";
    let (agrees, why) = run(line);
    assert!(agrees, "{why}");
    write("message", b"massage");
    assert!(!run(line).0);
    assert_eq!(Digester::Sm3.digest(b"abc")[..4], [0x66, 0xc7, 0xf0, 0xf4]);
}

#[test]
fn a_path_with_sm2_is_checked_at_every_link() {
    let mint = Mint::sm2();
    let stranger = Mint::of(Key::sm2(7), Key::sm2(2), good_signer());
    let report = mint.judge_with(&mint.plain(&[]), &stranger.roots(), &[]);
    only_fails(&report, Check::Path, "timestamp-certificate-signature");
    assert_eq!(codes(&report, Check::Signature), Vec::<&str>::new());
}
