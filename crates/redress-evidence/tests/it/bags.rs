//! Bags of other makers: the cases of the conformance suite for BagIt, made again as small files, and what common tools
//! let through.

use crate::bundle::Memory;
use crate::vectors::{Vector, read};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Arg, Fault, Level};
use redress_evidence::verify::{Claim, Outcome, Report, Verdict, verify_bag};
use std::collections::BTreeSet;

/// The files of a vector: `@text PATH` and the text up to the next line with `@`, or `@base64` with both in base64.
fn files(vector: &Vector) -> Memory {
    let mut memory = Memory::default();
    // The last part keeps its own line end; the split takes that of every other.
    let body = format!("\n{}", vector.body);
    let body = body.strip_suffix('\n').unwrap();
    for part in body.split("\n@").skip(1) {
        let (head, body) = part.split_once('\n').unwrap();
        let (form, path) = head.split_once(' ').unwrap();
        let (path, bytes) = match form {
            "text" => (path.to_owned(), format!("{body}\n").into_bytes()),
            _ => {
                let plain = |text: &str| STANDARD.decode(text.trim_end()).unwrap();
                (String::from_utf8(plain(path)).unwrap(), plain(body))
            }
        };
        assert!(memory.files.insert(path, bytes).is_none());
    }
    memory
}

fn decide(memory: &Memory) -> Report {
    verify_bag(memory, &mut |_| {})
}

fn verdict(report: &Report) -> &'static str {
    match report.bag.as_ref().unwrap().verdict {
        Verdict::Valid => "valid",
        Verdict::Warning => "warning",
        Verdict::Invalid => "invalid",
    }
}

#[test]
fn the_cases_of_the_suite_and_our_own_are_decided_with_the_place() {
    let mut cases = BTreeSet::new();
    for vector in read("bags", 80) {
        let report = decide(&files(&vector));
        let shown = || format!("{}: {report:#?}", vector.path.display());
        assert_eq!(verdict(&report), vector.get("expect"), "{}", shown());
        assert_eq!(report.held(), verdict(&report) != "invalid", "{}", shown());
        if let Some(case) = vector.fields.get("case") {
            assert!(cases.insert(case.clone()), "{case} twice");
            // A bag that the suite calls valid has to pass.
            assert_eq!(
                case.contains("/valid/"),
                vector.fields.get("suite").is_some_and(|of| of == "valid") || vector.get("expect") == "valid"
            );
        }
        let Some(code) = vector.fields.get("finding") else { continue };
        let place = vector.fields.get("place");
        let row = vector.fields.get("row").map(|row| row.parse::<i64>().unwrap());
        let told = report.findings.iter().any(|finding| {
            finding.code == *code
                && place.is_none_or(|place| finding.args.get("path") == Some(&Arg::Text(place.clone())))
                && row.is_none_or(|row| finding.args.get("row") == Some(&Arg::Number(row)))
        });
        assert!(told, "{}", shown());
    }
    // 60 bags, 6 of them for Windows: a path that leads out there leads out everywhere.
    assert_eq!(cases.len(), 60, "{cases:#?}");
}

#[test]
fn a_bag_is_signed_by_nobody_and_the_report_says_so() {
    let vectors = read("bags", 80);
    let basic = vectors.iter().find(|vector| vector.path.ends_with("v10-basic.txt")).unwrap();
    let report = decide(&files(basic));
    assert_eq!(report.outcome(Claim::Integrity), Outcome::Held);
    for claim in [Claim::Inclusion, Claim::AppendOnly, Claim::ExistedBy, Claim::Signer, Claim::Corroboration]
    {
        assert_eq!(report.outcome(claim), Outcome::NotPresent, "{claim:?}");
    }
    assert_eq!(report.outcome(Claim::Origin), Outcome::NotProvable);
    assert!(report.findings.iter().any(|finding| finding.code == "evidence-bag-unsigned"));
    assert_eq!(report.bag.as_ref().unwrap().version, "1.0");
}

#[test]
fn links_and_odd_things_make_a_bag_invalid() {
    let vectors = read("bags", 80);
    let basic = vectors.iter().find(|vector| vector.path.ends_with("v10-basic.txt")).unwrap();
    for path in ["data/a.txt", "bagit.txt", "manifest-sha512.txt"] {
        let mut memory = files(basic);
        memory.links.push(path.to_owned());
        let report = decide(&memory);
        assert_eq!(verdict(&report), "invalid", "{path}");
        assert!(report.findings.iter().any(|finding| finding.code == "evidence-path-link"));
    }
    for path in ["data/../x", "/x", "data//x", "a/./b", "~x", "C:x"] {
        let mut memory = files(basic);
        memory.files.insert(path.to_owned(), Vec::new());
        assert_eq!(verdict(&decide(&memory)), "invalid", "{path}");
    }
}

/// Every byte of every file of a bag whose tag manifest lists the other tag files.
#[test]
fn every_changed_byte_of_a_bag_is_found() {
    let vectors = read("bags", 80);
    for name in ["v10-basic.txt", "own-sm3.txt", "v093-basic.txt"] {
        let vector = vectors.iter().find(|vector| vector.path.ends_with(name)).unwrap();
        let whole = files(vector);
        for (path, bytes) in &whole.files {
            for (place, byte) in bytes.iter().enumerate() {
                let mut changed = whole.clone();
                changed.files.get_mut(path).unwrap()[place] ^= 1;
                let report = decide(&changed);
                // Nothing lists a tag manifest: there a digit in another case or another kind of white space is the same
                // statement still.
                let same = path.starts_with("tagmanifest-") && report.held();
                assert!(verdict(&report) == "invalid" || same, "{name} {path} {place}");
                assert!(!same || b" \r\n".contains(byte), "{name} {path} {place}");
            }
        }
    }
}

#[test]
fn a_bag_of_a_later_version_is_newer_and_hostile_bytes_are_refused_calmly() {
    let vectors = read("bags", 80);
    let later = vectors.iter().find(|vector| vector.path.ends_with("own-later-version.txt")).unwrap();
    let report = decide(&files(later));
    assert_eq!(report.fault, Some(Fault::Newer));
    let basic = vectors.iter().find(|vector| vector.path.ends_with("v10-basic.txt")).unwrap();
    let mut state = 7u32;
    for run in 0..400u32 {
        let mut memory = files(basic);
        let paths: Vec<String> = memory.files.keys().cloned().collect();
        let path = &paths[run as usize % paths.len()];
        let bytes = (0..run % 97).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        memory.files.insert(path.clone(), bytes.collect());
        let report = decide(&memory);
        // An empty tag manifest lists nothing, which is no fault by itself.
        let shrunk = path.starts_with("tagmanifest-") && memory.files[path].is_empty();
        assert!(!report.held() || shrunk, "{path}");
        assert!(shrunk || report.findings.iter().any(|finding| finding.level == Level::Error));
    }
}
