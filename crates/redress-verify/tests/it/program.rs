//! Arguments, answers and exit codes.

use crate::samples::{bag, bundle, key, members, program, write, zip};
use std::path::Path;

/// A folder, a zip of it as it lies and a packed one, at the top and in a folder of its own: the same answer to all.
#[test]
fn a_folder_and_every_zip_of_it_get_the_same_lines() {
    let room = tempfile::tempdir().unwrap();
    let files = bundle();
    let folder = write(&room.path().join("bundle"), &files);
    let plain = program(&[folder.to_str().unwrap()]);
    assert_eq!(plain.code, 0, "{}{}", plain.out, plain.err);
    assert!(plain.out.contains("✓ Integrity") && plain.out.contains("– Origin"), "{}", plain.out);
    let report: serde_json::Value =
        serde_json::from_str(&program(&["--json", folder.to_str().unwrap()]).out).unwrap();
    assert_eq!(report["schema"], "redress/verification/2");
    assert_eq!(report["lines"].as_array().unwrap().len(), 7);
    for (name, below, packed) in
        [("a.zip", "", false), ("b.zip", "", true), ("c.zip", "bundle/", false), ("d.zip", "x/y/", true)]
    {
        let file = room.path().join(name);
        std::fs::write(&file, zip(&members(&files, below, packed))).unwrap();
        let answer = program(&[file.to_str().unwrap()]);
        let mut json: serde_json::Value =
            serde_json::from_str(&program(&["--json", file.to_str().unwrap()]).out).unwrap();
        if below == "bundle/" {
            assert_eq!((answer.code, &answer.out), (0, &plain.out), "{name}: {}", answer.err);
        } else {
            // Where the zip has not one folder at the top, that is said first; the rest is the same.
            assert!(
                answer.code == 0 && answer.out.contains("in the one folder at the top"),
                "{}",
                answer.out
            );
            let said = json["findings"].as_array_mut().unwrap().remove(0);
            assert_eq!(said["code"], "verify-zip-place");
        }
        assert_eq!(json, report, "{name}");
    }
}

#[test]
fn what_was_changed_is_told_with_the_place_and_exit_code_4() {
    let room = tempfile::tempdir().unwrap();
    for (number, path) in bundle().keys().enumerate() {
        let mut files = bundle();
        let bytes = files.get_mut(path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x40;
        let folder = write(&room.path().join(number.to_string()), &files);
        let answer = program(&[folder.to_str().unwrap()]);
        assert_eq!(answer.code, 4, "{path}: {}{}", answer.out, answer.err);
        assert!(answer.out.contains(path.as_str()), "{path}: {}", answer.out);
        assert!(answer.err.starts_with("✗ ") && answer.err.contains("\n  → "), "{}", answer.err);
        let json = program(&["--json", folder.to_str().unwrap()]);
        let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!((json.code, report["fault"].as_str()), (4, Some("verification")), "{path}");
        assert!(json.err.is_empty());
    }
}

#[test]
fn keys_are_used_and_a_stranger_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let folder = write(&room.path().join("bundle"), &bundle());
    let own = key().verifier().to_string();
    let known = program(&["--key", &own, folder.to_str().unwrap()]);
    assert!(known.code == 0 && known.out.contains("✓ Signer"), "{}", known.out);
    let stranger = redress_evidence::note::SigningKey::from_seed("redress.example/case-1", [8; 32]).unwrap();
    let other = program(&["--key", &stranger.verifier().to_string(), folder.to_str().unwrap()]);
    assert!(other.code == 4 && other.out.contains("✗ Signer"), "{}", other.out);
    // A checkpoint kept from before, of this log and of another.
    let kept = room.path().join("kept.txt");
    std::fs::copy(folder.join("data/log/checkpoint"), &kept).unwrap();
    let same = program(&["--earlier", kept.to_str().unwrap(), folder.to_str().unwrap()]);
    assert!(same.code == 0 && same.out.contains("✓ Append-only"), "{}", same.out);
    std::fs::write(&kept, "no checkpoint\n").unwrap();
    assert_eq!(program(&["--earlier", kept.to_str().unwrap(), folder.to_str().unwrap()]).code, 4);
}

#[test]
fn a_strangers_bag_is_decided_by_its_own_manifests_and_no_key_fits_it() {
    let room = tempfile::tempdir().unwrap();
    let folder = write(&room.path().join("bag"), &bag());
    let answer = program(&[folder.to_str().unwrap()]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("nobody signed it"), "{}", answer.out);
    let own = key().verifier().to_string();
    let asked = program(&["--key", &own, folder.to_str().unwrap()]);
    assert!(asked.code == 4 && asked.err.contains("nobody signed"), "{}", asked.err);
    // What asks for a log or for a time is not left unheard either.
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/timestamps/certificates");
    let root = vectors.join("sigstage-root.pem").to_str().unwrap().to_owned();
    let kept = room.path().join("kept.txt");
    std::fs::write(&kept, "a checkpoint\n").unwrap();
    // The first block of all.
    let header = format!(
        "01{:070}3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c",
        0
    );
    for (option, value) in [
        ("--tsa-root", root.as_str()),
        ("--tsa-issuer", &root),
        ("--earlier", kept.to_str().unwrap()),
        ("--block-header", &header),
    ] {
        let asked = program(&[option, value, folder.to_str().unwrap()]);
        assert!(asked.code == 4 && asked.err.contains(option), "{option}: {}{}", asked.out, asked.err);
    }
    // And of a bundle without a token, a root gets its answer.
    let whole = write(&room.path().join("bundle"), &bundle());
    let rooted = program(&["--tsa-root", &root, whole.to_str().unwrap()]);
    assert!(rooted.code == 4 && rooted.out.contains("✗ Existed by"), "{}", rooted.out);
    std::fs::write(folder.join("data/hello.txt"), "Hello\n").unwrap();
    let changed = program(&[folder.to_str().unwrap()]);
    assert!(changed.code == 4 && changed.err.contains("not a valid bag"), "{}", changed.err);
    // A bundle without its card is a broken bundle, not a bag.
    let mut files = bundle();
    files.remove("redress-bundle.json");
    let broken = write(&room.path().join("broken"), &files);
    let answer = program(&[broken.to_str().unwrap()]);
    assert!(answer.code == 4 && answer.out.contains("redress-bundle.json"), "{}", answer.out);
}

#[test]
fn wrong_arguments_and_things_that_are_no_bundle_get_one_sentence_with_advice() {
    let room = tempfile::tempdir().unwrap();
    let path = |name: &str| room.path().join(name).to_str().unwrap().to_owned();
    std::fs::create_dir(path("empty")).unwrap();
    std::fs::write(path("note.txt"), "no zip").unwrap();
    std::fs::write(path("cut.zip"), b"PK\x03\x04 and no more").unwrap();
    let (empty, note, cut, nowhere) = (path("empty"), path("note.txt"), path("cut.zip"), path("nowhere"));
    for (arguments, code) in [
        (vec![], 2),
        (vec!["--what"], 2),
        (vec!["--key", "x", &empty], 2),
        (vec!["--key"], 2),
        (vec![&empty, &note], 2),
        (vec![&nowhere], 3),
        (vec![&empty], 3),
        (vec![&note], 3),
        (vec![&cut], 3),
        (vec!["--earlier", &nowhere, &empty], 3),
    ] {
        let arguments: Vec<&str> = arguments.clone();
        let answer = program(&arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {}{}", answer.out, answer.err);
        assert!(answer.out.is_empty(), "{arguments:?}: {}", answer.out);
        assert!(
            answer.err.starts_with("✗ ") && answer.err.contains("\n  → "),
            "{arguments:?}: {}",
            answer.err
        );
        let json = program(&[&["--json"], arguments.as_slice()].concat());
        let refusal: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!(
            (refusal["schema"].as_str(), refusal["exit"].as_i64()),
            (Some("redress/refusal/1"), Some(code.into()))
        );
    }
    let mut newer = bundle();
    newer
        .insert("bagit.txt".to_owned(), b"BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n".to_vec());
    let folder = write(&room.path().join("newer"), &newer);
    let answer = program(&[folder.to_str().unwrap()]);
    assert!(answer.code == 7 && answer.out.is_empty(), "{}{}", answer.out, answer.err);
}

#[test]
fn help_is_there_in_both_languages_and_no_sentence_is_missing() {
    for (language, word) in [("en", "Exit codes"), ("zh-Hans", "退出码")] {
        let help = program(&["--lang", language, "--help"]);
        assert!(help.code == 0 && help.out.contains(word) && !help.out.contains('⟦'), "{}", help.out);
    }
    assert!(program(&["--version"]).out.starts_with("redress-verify "));
    let room = tempfile::tempdir().unwrap();
    let folder = write(&room.path().join("bundle"), &bundle());
    let told = program(&["--lang", "zh-Hans", folder.to_str().unwrap()]);
    assert!(told.out.contains("✓ 完整") && !told.out.contains('⟦'), "{}", told.out);
}
