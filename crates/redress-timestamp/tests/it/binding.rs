//! Which certificate the signer meant, and what its certificate is for.

use crate::mint::{
    Draft, Key, Mint, SM3, TIME, TIME_STAMPING, algorithm, attribute, binding, extension, first_binding,
    good_signer, identified, key_usage, name, purposes, sequence, tlv,
};
use crate::{codes, holds, only_fails};
use redress_timestamp::{Check, Digester, Outcome, Report};

/// The report on a token whose attributes are these in place of the signing certificate.
#[track_caller]
fn bound_by(mint: &Mint, attributes: &[Vec<u8>]) -> Report {
    let info = mint.info(TIME, &[]);
    let mut all = mint.attributes(&info);
    let usual = binding(&[identified(&mint.signer)]);
    all.retain(|one| *one != usual);
    all.extend_from_slice(attributes);
    all.sort();
    mint.judge(&mint.assemble(&info, std::slice::from_ref(&mint.signer), &[mint.signer_info(&all)]))
}

/// ESSCertID of the first kind.
fn first(certificate: &[u8]) -> Vec<u8> {
    sequence(&[&tlv(0x04, &[&Digester::Sha1.digest(certificate)])])
}

/// With the issuer's name and a serial number.
fn with_number(certificate: &[u8], issuer: &str, serial: u8) -> Vec<u8> {
    let issuer = sequence(&[&sequence(&[&tlv(0xa4, &[&name(issuer)])]), &tlv(0x02, &[&[serial]])]);
    sequence(&[&tlv(0x04, &[&Digester::Sha256.digest(certificate)]), &issuer])
}

#[test]
fn both_kinds_bind_and_both_have_to_if_both_are_there() {
    let mint = Mint::p256();
    let (first_good, second_good) =
        (first_binding(&[first(&mint.signer)]), binding(&[identified(&mint.signer)]));
    let report = bound_by(&mint, std::slice::from_ref(&first_good));
    holds(&report);
    assert_eq!(codes(&report, Check::Binding), ["timestamp-binding-sha-1"]);
    let both = bound_by(&mint, &[first_good.clone(), second_good.clone()]);
    holds(&both);
    assert!(codes(&both, Check::Binding).is_empty());
    let (first_bad, second_bad) = (first_binding(&[first(&mint.root)]), binding(&[identified(&mint.root)]));
    for attributes in
        [[first_bad.clone(), second_good], [first_good, second_bad.clone()], [first_bad, second_bad]]
    {
        only_fails(&bound_by(&mint, &attributes), Check::Binding, "timestamp-binding-other");
    }
}

#[test]
fn the_signers_own_certificate_comes_first_and_further_ones_are_in_its_path() {
    let mint = Mint::p256();
    let (signer, root) = (identified(&mint.signer), identified(&mint.root));
    holds(&bound_by(&mint, &[binding(&[signer.clone(), root.clone()])]));
    let stranger = identified(&Mint::of(Key::p256(5), Key::p256(6), good_signer()).root);
    for list in [vec![root, signer.clone()], vec![signer.clone(), stranger]] {
        only_fails(&bound_by(&mint, &[binding(&list)]), Check::Binding, "timestamp-binding-other");
    }
    holds(&bound_by(&mint, &[binding(&[with_number(&mint.signer, "ROOT", 2)])]));
    for wrong in [with_number(&mint.signer, "other", 2), with_number(&mint.signer, "root", 3)] {
        only_fails(&bound_by(&mint, &[binding(&[wrong])]), Check::Binding, "timestamp-binding-other");
    }
}

#[test]
fn a_binding_by_sm3_or_by_nothing_known() {
    let mint = Mint::p256();
    let by = |algorithm: &[u8], digest: &[u8]| binding(&[sequence(&[algorithm, &tlv(0x04, &[digest])])]);
    let sm3 = Digester::Sm3.digest(&mint.signer);
    holds(&bound_by(&mint, &[by(&algorithm(SM3), &sm3)]));
    let unknown = bound_by(&mint, &[by(&algorithm("1.2.3.4"), &sm3)]);
    assert_eq!(unknown.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&unknown, Check::Binding), ["timestamp-binding-algorithm"]);
}

#[test]
fn no_binding_two_of_a_kind_and_broken_ones_are_refused() {
    let mint = Mint::p256();
    only_fails(&bound_by(&mint, &[]), Check::Binding, "timestamp-binding-absent");
    let good = binding(&[identified(&mint.signer)]);
    let other = binding(&[identified(&mint.signer), identified(&mint.root)]);
    const SECOND: &str = "1.2.840.113549.1.9.16.2.47";
    let cases = [
        vec![good, other],
        vec![binding(&[])],
        vec![attribute(SECOND, &[0x05, 0x00])],
        vec![attribute(SECOND, &[])],
        vec![first_binding(&[identified(&mint.signer), tlv(0x04, &[&[1]])])],
        vec![binding(&[with_number(&mint.signer, "root", 2).split_off(2)])],
    ];
    for attributes in cases {
        let report = bound_by(&mint, &attributes);
        assert_eq!(report.outcome, Outcome::Fails, "{attributes:?}");
        assert!(
            ["timestamp-binding-form", "timestamp-binding-other"]
                .contains(&codes(&report, Check::Binding)[0]),
            "{report:#?}"
        );
    }
}

#[test]
fn content_type_and_message_digest_are_there_once_and_fit() {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let good = mint.attributes(&info);
    let judge = |attributes: &[Vec<u8>]| {
        let mut attributes = attributes.to_vec();
        attributes.sort();
        mint.judge(&mint.assemble(
            &info,
            std::slice::from_ref(&mint.signer),
            &[mint.signer_info(&attributes)],
        ))
    };
    holds(&judge(&good));
    const TYPE: &str = "1.2.840.113549.1.9.3";
    const DIGEST: &str = "1.2.840.113549.1.9.4";
    let is = |one: &[u8], kind: &str| one.windows(11).any(|window| window == crate::mint::oid(kind));
    for kind in [TYPE, DIGEST] {
        let without: Vec<Vec<u8>> = good.iter().filter(|one| !is(one, kind)).cloned().collect();
        assert_eq!(without.len(), good.len() - 1);
        only_fails(&judge(&without), Check::Attributes, "timestamp-attribute-missing");
        let wrong = attribute(kind, &tlv(0x04, &[&[7; 32]]));
        only_fails(
            &judge(&[without.as_slice(), std::slice::from_ref(&wrong)].concat()),
            Check::Attributes,
            "timestamp-attribute-differs",
        );
        only_fails(
            &judge(&[good.as_slice(), std::slice::from_ref(&wrong)].concat()),
            Check::Attributes,
            "timestamp-attribute-twice",
        );
    }
    // A digest of the right content in two values is none.
    let digest = tlv(0x04, &[&mint.key.digester().digest(&info)]);
    let two = sequence(&[&crate::mint::oid(DIGEST), &tlv(0x31, &[&digest, &digest])]);
    let without: Vec<Vec<u8>> = good.iter().filter(|one| !is(one, DIGEST)).cloned().collect();
    only_fails(&judge(&[without, vec![two]].concat()), Check::Attributes, "timestamp-attribute-twice");
}

#[test]
fn only_a_certificate_for_timestamps_alone_will_do() {
    const SERVER: &str = "1.3.6.1.5.5.7.3.1";
    const ANY: &str = "2.5.29.37.0";
    let judge = |extensions: Vec<Vec<u8>>| {
        let mint = Mint::of(Key::p256(1), Key::p256(2), extensions);
        mint.judge(&mint.plain(&[]))
    };
    let stamping = || purposes(true, &[TIME_STAMPING]);
    holds(&judge(vec![stamping()]));
    for usage in [0x80, 0x40, 0xc0] {
        holds(&judge(vec![key_usage(usage), stamping()]));
    }
    let wrong = [
        (vec![key_usage(0x80)], "timestamp-usage-absent"),
        (vec![purposes(true, &[SERVER])], "timestamp-usage-other"),
        (vec![purposes(true, &[TIME_STAMPING, SERVER])], "timestamp-usage-other"),
        (vec![purposes(true, &[TIME_STAMPING, ANY])], "timestamp-usage-other"),
        (vec![purposes(true, &[ANY])], "timestamp-usage-other"),
        (vec![purposes(false, &[TIME_STAMPING])], "timestamp-usage-not-critical"),
        (vec![key_usage(0xa0), stamping()], "timestamp-usage-key"),
        (vec![key_usage(0x20), stamping()], "timestamp-usage-key"),
        (vec![key_usage(0x84), stamping()], "timestamp-usage-key"),
    ];
    for (extensions, code) in wrong {
        only_fails(&judge(extensions), Check::Usage, code);
    }
}

#[test]
fn a_signer_that_is_its_own_root_is_judged_like_any_other() {
    let key = Key::p256(4);
    let mut mint = Mint::p256();
    mint.key = key.clone();
    let own = Draft::new("own", "own", 9, good_signer());
    let mint = mint.with_signer(&own, &key);
    let roots = redress_timestamp::Certificate::read_all(&mint.signer).unwrap();
    let report = mint.judge_with(&mint.plain(&[]), &roots, &[]);
    holds(&report);
    assert_eq!(report.root.as_ref().unwrap().sha256, report.signer.as_ref().unwrap().sha256);
    assert!(report.issuers.is_empty());
    only_fails(&mint.judge(&mint.plain(&[])), Check::Path, "timestamp-root-not-chosen");
    let policies = extension("2.5.29.32", true, &sequence(&[&algorithm("1.2.3")]));
    let with = Draft { extensions: [good_signer(), vec![policies]].concat(), ..own };
    let mint = mint.with_signer(&with, &key);
    let roots = redress_timestamp::Certificate::read_all(&mint.signer).unwrap();
    holds(&mint.judge_with(&mint.plain(&[]), &roots, &[]));
}
