//! Every way of touching a bundle is found.

use crate::bundle::{Memory, key, pack, small};
use proptest::prelude::*;
use redress_base::{Arg, Fault, Level};
use redress_evidence::verify::{Claim, Outcome, Report};

fn found(report: &Report, what: &str) {
    assert!(!report.held(), "not found: {what}");
    assert!(report.fault.is_some(), "no fault: {what}");
    assert!(report.findings.iter().any(|finding| finding.level == Level::Error), "{what}");
}

/// Found, and some error names the place.
fn found_at(report: &Report, places: &[&str], what: &str) {
    found(report, what);
    let named = report.findings.iter().filter(|finding| finding.level == Level::Error).any(|finding| {
        finding.args.values().any(|arg| matches!(arg, Arg::Text(text) if places.contains(&text.as_str())))
    });
    assert!(named, "{what}: no place in {:#?}", report.findings);
}

/// Every single byte of every file, each with its place in the report.
#[test]
fn every_flipped_byte_of_every_file_is_found() {
    let (whole, _) = pack(&[b"only item\n"], &key(), vec![]);
    for (path, bytes) in &whole.files {
        for place in 0..bytes.len() {
            // The lowest bit, the one between upper and lower case, and all of them: all three in small files, in turn
            // in the long ones.
            let all = [0x01, 0x20, 0xff];
            let flips = if bytes.len() < 400 { &all[..] } else { &all[place % 3..=place % 3] };
            for flip in flips {
                let mut bundle = whole.clone();
                bundle.files.get_mut(path).unwrap()[place] ^= flip;
                found_at(&bundle.verify(), &[path], &format!("{path} byte {place} ^ {flip:#x}"));
            }
        }
    }
}

/// Every line of every manifest left out, said twice, and put in another place.
#[test]
fn every_moved_repeated_and_dropped_line_of_a_manifest_is_found() {
    let whole = small();
    let mut tried = 0;
    for path in whole.files.keys().filter(|path| path.contains("manifest-")) {
        let text = String::from_utf8(whole.files[path].clone()).unwrap();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for place in 0..lines.len() {
            for to in 0..lines.len() {
                let mut moved = lines.clone();
                let line = moved.remove(place);
                moved.insert(to, line);
                let mut doubled = lines.clone();
                doubled.insert(to, lines[place]);
                let mut dropped = lines.clone();
                dropped.remove(place);
                for (how, other) in [("moved", moved), ("doubled", doubled), ("dropped", dropped)] {
                    if other == lines {
                        continue;
                    }
                    tried += 1;
                    let mut bundle = whole.clone();
                    bundle.files.insert(path.clone(), other.concat().into_bytes());
                    found_at(&bundle.verify(), &[path], &format!("{path} line {place} {how} to {to}"));
                }
            }
        }
    }
    assert!(tried > 1_000, "{tried}");
}

/// A bundle as the program wrote it before its log had tiles, signed by the same key.
pub(crate) fn as_first_shape() -> Memory {
    let mut bundle = small();
    let entries = bundle.files["data/log/tile/entries/000.p/3"].clone();
    bundle.files.retain(|path, _| !path.starts_with("data/log/tile/"));
    let lines = redress_evidence::tiles::entries(&entries, 3).unwrap();
    let log: Vec<u8> = lines.iter().flat_map(|line| [*line, b"\n"].concat()).collect();
    bundle.files.insert("data/log/entries.jsonl".to_owned(), log);
    let card = "{\"case\":\"case-1\",\"schema\":\"redress/bundle/1\",\"software\":\"redress 0.1.0\"}\n";
    bundle.files.insert("redress-bundle.json".to_owned(), card.into());
    reseal_without_key(&mut bundle);
    let mut text = "redress/bundle/1\ncase-1\n".to_owned();
    for path in ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
        let digests = redress_evidence::hash::digests(&bundle.files[path]);
        text.push_str(&format!("{path} sha256:{} sm3:{}\n", digests.sha256, digests.sm3));
    }
    let seal = redress_evidence::note::sign(&text, &key()).unwrap();
    bundle.files.insert("redress-seal.note".to_owned(), seal.into_bytes());
    bundle
}

#[test]
fn every_removed_and_every_shortened_file_is_found() {
    let whole = small();
    for (path, bytes) in &whole.files {
        let mut bundle = whole.clone();
        bundle.files.remove(path);
        let report = bundle.verify();
        found_at(&report, &[path], &format!("{path} removed"));
        assert_eq!(report.fault, Some(Fault::Verification));
        for length in (0..bytes.len()).filter(|length| length % 64 == 0 || length + 2 > bytes.len()) {
            let mut bundle = whole.clone();
            bundle.files.get_mut(path).unwrap().truncate(length);
            found_at(&bundle.verify(), &[path], &format!("{path} cut to {length}"));
        }
        for more in [b'\n', b' ', b'0'] {
            let mut bundle = whole.clone();
            bundle.files.get_mut(path).unwrap().push(more);
            found_at(&bundle.verify(), &[path], &format!("{path} with {more} behind"));
        }
    }
}

#[test]
fn every_added_file_is_found() {
    for path in [
        "extra",
        "data/extra",
        "data/items/000004/original",
        "data/items/000001/second",
        "data/log/earlier/2",
        "data/log/entries.jsonl",
        "data/log/tile/0/000.p/2",
        "data/log/tile/0/000",
        "data/log/tile/1/000.p/1",
        "data/log/tile/entries/001.p/1",
        "data/log/cosigners.vkey",
        "data/proofs/000004.tlog-proof",
        "manifest-md5.txt",
        "tagmanifest-md5.txt",
        "tagmanifest-sm3.txt",
        "docs/tagmanifest-sha256.txt",
        "redress-seal.note.txt",
        "fetch.txt",
        ".hidden",
        "data/.DS_Store",
        "../outside",
        "/etc/passwd",
        "data/../bagit.txt",
        "data//x",
        "C:/x",
        "~/x",
        "data/a%0Ab",
        "data/评论",
        "DATA/result.json",
        "data/RESULT.json",
        "bagit.txt/",
    ] {
        let mut bundle = small();
        bundle.files.insert(path.to_owned(), Vec::new());
        let report = bundle.verify();
        found(&report, path);
        assert!(report.lines.iter().any(|line| line.outcome == Outcome::Failed), "{path}");
    }
}

#[test]
fn a_link_in_place_of_any_file_is_found() {
    let whole = small();
    for path in whole.files.keys() {
        let mut bundle = whole.clone();
        bundle.links.push(path.clone());
        found_at(&bundle.verify(), &[path], &format!("{path} as a link"));
    }
}

#[test]
fn swapped_and_renamed_files_are_found() {
    let whole = small();
    let paths: Vec<&String> = whole.files.keys().collect();
    for (number, one) in paths.iter().enumerate() {
        for other in &paths[number + 1..] {
            let mut bundle = whole.clone();
            let (a, b) = (whole.files[*one].clone(), whole.files[*other].clone());
            if a == b {
                continue;
            }
            bundle.files.insert((*one).clone(), b);
            bundle.files.insert((*other).clone(), a);
            found_at(&bundle.verify(), &[one, other], &format!("{one} and {other} swapped"));
        }
        let mut bundle = whole.clone();
        let bytes = bundle.files.remove(*one).unwrap();
        let renamed = format!("{one}x");
        bundle.files.insert(renamed.clone(), bytes);
        found_at(&bundle.verify(), &[one, &renamed], &format!("{one} renamed"));
    }
}

#[test]
fn parts_of_another_bundle_do_not_pass() {
    let whole = small();
    let (other, _) = pack(&[b"first item\n", b"another", b""], &key(), vec![]);
    for path in whole.files.keys().filter(|path| whole.files[*path] != other.files[*path]) {
        let mut bundle = whole.clone();
        bundle.files.insert(path.clone(), other.files[path].clone());
        found(&bundle.verify(), &format!("{path} of another bundle, signed by the same key"));
    }
}

/// The maker's own hand: everything rewritten, and sealed with the key.
pub(crate) fn reseal(bundle: &mut Memory) {
    reseal_without_key(bundle);
    let mut text = "redress/bundle/2\ncase-1\n".to_owned();
    for path in ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
        let digests = redress_evidence::hash::digests(&bundle.files[path]);
        text.push_str(&format!("{path} sha256:{} sm3:{}\n", digests.sha256, digests.sm3));
    }
    let seal = redress_evidence::note::sign(&text, &key()).unwrap();
    bundle.files.insert("redress-seal.note".to_owned(), seal.into_bytes());
}

/// A careful forger: rewrites all manifests after the change, having no key to seal them again.
fn reseal_without_key(bundle: &mut Memory) {
    use redress_evidence::hash::{Sums, sums};
    let line = |name: &str, sums: &Sums, path: &str| match name {
        "sha256" => format!("{}  {path}\n", sums.digests.sha256),
        "sm3" => format!("{}  {path}\n", sums.digests.sm3),
        _ => format!("{}  {path}\n", sums.sha512.unwrap()),
    };
    for (prefix, names) in [("", &["sha256", "sha512", "sm3"][..]), ("tag", &["sha256", "sha512"][..])] {
        for name in names {
            let mut text = String::new();
            for (path, bytes) in &bundle.files {
                let payload = path.starts_with("data/");
                let listed = if prefix.is_empty() { payload } else { !payload };
                if listed && !path.starts_with("tagmanifest-") && path != "redress-seal.note" {
                    text.push_str(&line(name, &sums(bytes), path));
                }
            }
            bundle.files.insert(format!("{prefix}manifest-{name}.txt"), text.into_bytes());
        }
    }
    let payload = bundle.files.iter().filter(|(path, _)| path.starts_with("data/"));
    let (bytes, count) = payload.fold((0, 0), |(bytes, count), (_, file)| (bytes + file.len(), count + 1));
    let info = String::from_utf8(bundle.files["bag-info.txt"].clone()).unwrap();
    let kept = info.lines().filter(|line| !line.starts_with("Payload-Oxum")).map(|line| format!("{line}\n"));
    let info = kept.collect::<String>() + &format!("Payload-Oxum: {bytes}.{count}\n");
    if bundle.files.insert("bag-info.txt".to_owned(), info.clone().into_bytes()) != Some(info.into_bytes()) {
        reseal_without_key(bundle);
    }
}

#[test]
fn rewriting_the_manifests_does_not_help_without_the_key() {
    let mut untouched = small();
    reseal_without_key(&mut untouched);
    assert_eq!(untouched.files, small().files, "the forger writes manifests as we do");

    let changes: [(&str, &[u8], Claim); 4] = [
        ("data/items/000001/original", b"other", Claim::Inclusion),
        ("data/result.json", b"{\"forged\":true}\n", Claim::Integrity),
        ("docs/README.txt", b"Nothing to verify.\n", Claim::Integrity),
        ("data/log/earlier/1", b"", Claim::AppendOnly),
    ];
    for (path, bytes, claim) in changes {
        let mut bundle = small();
        bundle.files.insert(path.to_owned(), bytes.to_vec());
        reseal_without_key(&mut bundle);
        let report = bundle.verify();
        found(&report, path);
        assert_eq!(report.outcome(claim), Outcome::Failed, "{path}: {report:#?}");
        assert!(report.findings.iter().any(|finding| finding.code == "evidence-seal-differs"), "{path}");
    }
    let mut bundle = small();
    bundle.files.insert("data/items/000004/original".to_owned(), b"slipped in".to_vec());
    reseal_without_key(&mut bundle);
    assert!(bundle.verify().findings.iter().any(|finding| finding.code == "evidence-item-not-logged"));
}

#[test]
fn a_newer_bundle_is_called_newer() {
    for (path, text) in [
        ("bagit.txt", "BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n"),
        (
            "redress-bundle.json",
            "{\"case\":\"case-1\",\"news\":1,\"schema\":\"redress/bundle/3\",\"software\":\"redress 9\"}\n",
        ),
    ] {
        let mut bundle = small();
        bundle.files.insert(path.to_owned(), text.as_bytes().to_vec());
        let report = bundle.verify();
        assert_eq!(report.fault, Some(Fault::Newer), "{path}");
        assert!(!report.held());
        assert!(report.lines.iter().all(|line| line.outcome != Outcome::Held), "nothing was checked");
    }
}

#[test]
fn a_log_item_that_says_another_size_or_digest_is_found_even_when_signed() {
    // The maker's own mistake (or lie): a log that does not describe the payload, everything signed.
    let mut wrong = small();
    let (other, _) = pack(&[b"first item\n", "第二件\n".as_bytes(), b"not empty"], &key(), vec![]);
    for (path, bytes) in &other.files {
        if path.starts_with("data/log/") || path.starts_with("data/proofs/") {
            wrong.files.insert(path.clone(), bytes.clone());
        }
    }
    reseal_without_key(&mut wrong);
    let report = wrong.verify();
    assert_eq!(report.outcome(Claim::Inclusion), Outcome::Failed);
    let finding = report.findings.iter().find(|finding| finding.code == "evidence-item-differs").unwrap();
    assert_eq!(finding.args["item"], Arg::from("item-000003"));
    assert_eq!(finding.args["what"], Arg::from("bytes, sha256, sm3"));
}

#[test]
fn a_flipped_byte_of_a_large_file_is_found() {
    let large: Vec<u8> =
        (0..1_000_000u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let (whole, _) = pack(&[&large, b"small"], &key(), vec![]);
    assert!(whole.verify().held());
    for place in [0, 63, 64, 65_535, 65_536, 500_000, 999_999] {
        let mut bundle = whole.clone();
        bundle.files.get_mut("data/items/000001/original").unwrap()[place] ^= 0x10;
        found(&bundle.verify(), &format!("byte {place}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any bundle holds as packed, and no splice of any of its files goes unnoticed.
    #[test]
    fn any_splice_is_found(
        contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 1..6),
        choice in any::<prop::sample::Index>(),
        start in any::<prop::sample::Index>(),
        length in 0usize..8,
        insert in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let borrowed: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
        let (whole, _) = pack(&borrowed, &key(), vec![]);
        prop_assert!(whole.verify().held());
        let path = whole.files.keys().nth(choice.index(whole.files.len())).unwrap().clone();
        let mut bundle = whole.clone();
        let bytes = bundle.files.get_mut(&path).unwrap();
        let start = start.index(bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, insert);
        if bundle.files[&path] != whole.files[&path] {
            prop_assert!(!bundle.verify().held(), "{path}");
        }
    }

    /// Hostile bytes in place of any metadata file never panic.
    #[test]
    fn hostile_metadata_is_refused_calmly(bytes in prop::collection::vec(any::<u8>(), 0..400), choice in any::<prop::sample::Index>()) {
        let mut bundle = small();
        let path = bundle.files.keys().nth(choice.index(bundle.files.len())).unwrap().clone();
        bundle.files.insert(path, bytes);
        prop_assert!(!bundle.verify().held());
    }
}

#[test]
fn metadata_beyond_measure_is_refused_and_a_flood_of_rows_is_not_read() {
    let mut bundle = small();
    bundle.files.insert("data/log/checkpoint".to_owned(), vec![b'x'; (1 << 20) + 1]);
    let report = bundle.verify();
    found(&report, "a checkpoint of more than a mebibyte");
    assert!(report.findings.iter().any(|finding| finding.code == "evidence-file-too-large"));

    let mut bundle = small();
    bundle.files.insert("data/log/entries.jsonl".to_owned(), vec![b'\n'; 1 << 20]);
    let report = bundle.verify();
    found(&report, "a million empty rows");
    assert!(report.exhibits <= bundle.files.len() as u64);
}
