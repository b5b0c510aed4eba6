//! Paths to a chosen root: dates, what an issuer may do, extensions, decoys and loops. Whatever holds is also asked of
//! OpenSSL (`Mint::judge`).

use crate::mint::{
    AT, Draft, Key, Mint, TIME_STAMPING, extension, good_signer, issuing, key_usage, purposes, sequence, tlv,
};
use crate::{codes, holds, only_fails};
use redress_timestamp::{Certificate, Check, Outcome, Report};

fn read(certificates: &[Vec<u8>]) -> Vec<Certificate> {
    certificates.iter().flat_map(|one| Certificate::read_all(one).unwrap()).collect()
}

fn issuer_key() -> Key {
    Key::p256(3)
}

/// An authority with issuers between: the first is signed by the root, each further one by the one before, all with
/// the same key, and the last signs the signer.
fn with_issuers(extensions: &[Vec<Vec<u8>>]) -> (Mint, Vec<Vec<u8>>) {
    let mint = Mint::p256();
    let mut above = ("root".to_owned(), mint.root_key.clone());
    let mut issuers = Vec::new();
    for (place, extensions) in extensions.iter().enumerate() {
        let name = format!("issuer {place}");
        let draft = Draft::new(&name, &above.0, 10 + u8::try_from(place).unwrap(), extensions.clone());
        issuers.push(draft.sign(&issuer_key(), &above.1));
        above = (name, issuer_key());
    }
    let signer = Draft::new("signer", &above.0, 2, good_signer());
    (mint.with_signer(&signer, &above.1), issuers)
}

fn one_issuer(extensions: Vec<Vec<u8>>) -> Report {
    let (mint, issuers) = with_issuers(&[extensions]);
    mint.judge(&mint.plain(&issuers))
}

#[test]
fn a_path_over_issuers_holds_and_is_reported() {
    let (mint, mut issuers) = with_issuers(&[vec![issuing(Some(1))], vec![issuing(Some(0))]]);
    issuers.reverse();
    let report = mint.judge(&mint.plain(&issuers));
    holds(&report);
    let names: Vec<&str> = report.issuers.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(names, ["CN=issuer 1", "CN=issuer 0"]);
    assert_eq!(report.root.as_ref().unwrap().subject, "CN=root");
    // The same certificates from elsewhere.
    holds(&mint.judge_with(&mint.plain(&[]), &mint.roots(), &read(&issuers)));
    // One of them is not there.
    let open = mint.judge(&mint.plain(&issuers[..1]));
    assert_eq!(open.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&open, Check::Path), ["timestamp-issuer-missing"]);
    // An issuer alone is no root, for OpenSSL neither.
    let report = mint.judge_with(&mint.plain(&issuers), &read(&issuers), &[]);
    assert_eq!(codes(&report, Check::Path), ["timestamp-issuer-missing"]);
}

#[test]
fn an_issuer_has_to_be_one() {
    holds(&one_issuer(vec![issuing(None)]));
    holds(&one_issuer(vec![issuing(None), key_usage(0x04)]));
    holds(&one_issuer(vec![issuing(None), purposes(false, &[TIME_STAMPING])]));
    let not = extension("2.5.29.19", true, &sequence(&[]));
    for (extensions, code) in [
        (vec![], "timestamp-certificate-no-issuer"),
        (vec![not], "timestamp-certificate-no-issuer"),
        (vec![issuing(None), key_usage(0x80)], "timestamp-certificate-key-usage"),
        (vec![issuing(None), purposes(false, &["1.3.6.1.5.5.7.3.1"])], "timestamp-certificate-purpose"),
    ] {
        only_fails(&one_issuer(extensions), Check::Path, code);
    }
    let (mint, issuers) = with_issuers(&[vec![issuing(Some(0))], vec![issuing(None)]]);
    only_fails(&mint.judge(&mint.plain(&issuers)), Check::Path, "timestamp-certificate-path-length");
}

#[test]
fn certificates_are_judged_at_the_time_in_the_token() {
    let mint = Mint::p256();
    for (from, until, code) in [
        ("200101000000Z", "260301000000Z", "timestamp-certificate-expired"),
        ("260301000001Z", "300101000000Z", "timestamp-certificate-not-yet-valid"),
    ] {
        let draft = Draft { from, until, ..Draft::new("signer", "root", 2, good_signer()) };
        let mint = mint.clone().with_signer(&draft, &mint.root_key);
        only_fails(&mint.judge(&mint.plain(&[])), Check::Path, code);
    }
    // To the second, the last one excluded as in OpenSSL; that it expired soon after does not matter.
    for (from, until) in [("260301000000Z", "260301000001Z"), ("200101000000Z", "260301000001Z")] {
        let draft = Draft { from, until, ..Draft::new("signer", "root", 2, good_signer()) };
        let mint = mint.clone().with_signer(&draft, &mint.root_key);
        let report = mint.judge(&mint.plain(&[]));
        holds(&report);
        assert_eq!(report.existed_by.unwrap().0, AT);
    }
}

#[test]
fn extensions_that_are_unknown_and_critical_doubled_broken_or_constraints_stop_a_path() {
    let unknown = |critical| extension("1.2.3.4.5", critical, &[0x05, 0x00]);
    let names = |critical| {
        let subtree = sequence(&[&tlv(0xa4, &[&crate::mint::name("x")])]);
        extension("2.5.29.30", critical, &sequence(&[&tlv(0xa0, &[&subtree])]))
    };
    let broken = extension("2.5.29.35", false, &[0x04, 0x00]);
    holds(&one_issuer(vec![issuing(None), unknown(false)]));
    for bad in [unknown(true), names(true), names(false), issuing(None), broken] {
        let report = one_issuer(vec![issuing(None), bad.clone()]);
        only_fails(&report, Check::Path, "timestamp-certificate-extension");
        let mint = Mint::of(Key::p256(1), Key::p256(2), [good_signer(), vec![bad.clone(), bad]].concat());
        only_fails(&mint.judge(&mint.plain(&[])), Check::Path, "timestamp-certificate-extension");
    }
}

#[test]
fn key_identifiers_that_contradict_keep_certificates_apart() {
    let subject = |id: &[u8]| extension("2.5.29.14", false, &tlv(0x04, &[id]));
    let authority = |id: &[u8]| extension("2.5.29.35", false, &sequence(&[&tlv(0x80, &[id])]));
    let judge = |above: &[u8], below: &[u8]| {
        let mint = Mint::p256();
        let draft = Draft::new("root", "root", 1, vec![issuing(None), subject(above)]);
        let root = draft.sign(&mint.root_key, &mint.root_key);
        let extensions = [good_signer(), vec![authority(below)]].concat();
        let mut mint = mint.clone().with_signer(&Draft::new("signer", "root", 2, extensions), &mint.root_key);
        mint.root = root;
        mint.judge(&mint.plain(&[]))
    };
    holds(&judge(&[1; 20], &[1; 20]));
    let report = judge(&[1; 20], &[2; 20]);
    assert_eq!(codes(&report, Check::Path), ["timestamp-issuer-missing"]);
}

#[test]
fn decoys_loops_and_crowds_neither_fool_nor_hang_the_search() {
    // Issuers of the same name and number as the right one, with another key, an older one, one that may not issue.
    let (mint, issuers) = with_issuers(&[vec![issuing(None)]]);
    let draft = Draft::new("issuer 0", "root", 10, vec![issuing(None)]);
    let decoys = [
        draft.sign(&Key::p256(9), &Key::p256(9)),
        Draft { until: "210101000000Z", ..draft.clone() }.sign(&issuer_key(), &mint.root_key),
        Draft { extensions: vec![], ..draft }.sign(&issuer_key(), &mint.root_key),
    ];
    // After the right one they do not matter; before it, the first that is valid is taken, and there is no way back.
    // OpenSSL has the same rule.
    holds(&mint.judge(&mint.plain(&[issuers.clone(), decoys.to_vec()].concat())));
    holds(&mint.judge(&mint.plain(&[decoys[1..2].to_vec(), issuers.clone()].concat())));
    for (decoy, code) in [(0, "timestamp-certificate-signature"), (2, "timestamp-certificate-no-issuer")] {
        let report = mint.judge(&mint.plain(&[vec![decoys[decoy].clone()], issuers.clone()].concat()));
        only_fails(&report, Check::Path, code);
    }

    // Two that issued each other, and no way out.
    let (mint, _) = with_issuers(&[vec![issuing(None)]]);
    let one = Draft::new("issuer 0", "issuer 9", 1, vec![issuing(None)]).sign(&issuer_key(), &issuer_key());
    let other = Draft::new("issuer 9", "issuer 0", 1, vec![issuing(None)]).sign(&issuer_key(), &issuer_key());
    let report = mint.judge(&mint.plain(&[one, other]));
    assert_eq!(report.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&report, Check::Path), ["timestamp-issuer-missing"]);

    // Ninety certificates of one name, each of which could have issued every other.
    let crowd: Vec<Vec<u8>> = (20..110)
        .map(|serial| {
            Draft::new("issuer 0", "issuer 0", serial, vec![issuing(None)]).sign(&issuer_key(), &issuer_key())
        })
        .collect();
    let report = mint.judge(&mint.plain(&crowd));
    only_fails(&report, Check::Path, "timestamp-root-not-chosen");
}

#[test]
fn a_root_whose_own_signature_is_wrong_is_not_the_one_it_was() {
    let mut mint = Mint::p256();
    let last = mint.root.len() - 1;
    mint.root[last] ^= 1;
    only_fails(&mint.judge(&mint.plain(&[])), Check::Path, "timestamp-certificate-signature");
}

#[test]
fn a_path_longer_than_ten_is_not_followed() {
    let (mint, issuers) = with_issuers(&vec![vec![issuing(None)]; 8]);
    holds(&mint.judge(&mint.plain(&issuers)));
    let (mint, issuers) = with_issuers(&vec![vec![issuing(None)]; 12]);
    let report = mint.judge(&mint.plain(&issuers));
    assert_eq!(report.outcome, Outcome::NotCheckable);
    assert_eq!(codes(&report, Check::Path), ["timestamp-path-too-long"]);
}

#[test]
fn a_changed_certificate_is_found_wherever_it_stands() {
    let (mint, issuers) = with_issuers(&[vec![issuing(None)]]);
    let mut changed = issuers[0].clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    only_fails(&mint.judge(&mint.plain(&[changed])), Check::Path, "timestamp-certificate-signature");
    // Some other certificate between them that is no certificate at all: nothing is read by halves.
    let token = mint.plain(&[sequence(&[&tlv(0x02, &[&[1]])])]);
    let finding = redress_timestamp::read(&token).unwrap_err().finding;
    assert_eq!((finding.code.as_str(), &finding.args["number"]), ("timestamp-certificate", &2i64.into()));
}

#[test]
fn lists_of_certificates_are_read_or_refused_by_number() {
    let mint = Mint::p256();
    let roots = mint.roots();
    let text = crate::openssl::pem(&[roots.clone(), roots.clone()].concat());
    let noted = format!("a note\n{text}\nanother\n");
    assert_eq!(Certificate::read_all(noted.as_bytes()).unwrap().len(), 2);
    assert_eq!(roots[0].holder().subject, "CN=root");
    assert!(roots[0].is_self_issued());
    assert_eq!(roots[0].der(), mint.root);
    let refusal = Certificate::read_all(text.replacen("MII", "MIQ", 1).as_bytes()).unwrap_err();
    assert!(refusal.finding.code.starts_with("timestamp-"), "{refusal}");
    let many = crate::openssl::pem(&roots).repeat(1001);
    assert_eq!(
        Certificate::read_all(many.as_bytes()).unwrap_err().finding.code,
        "timestamp-too-many-certificates"
    );
}
