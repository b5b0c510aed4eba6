//! A second party signs for the log of a case: asked with hashes only, taken back in, carried by the next bundle.

use crate::run::Room;
use serde_json::Value;

/// A case, the key of its log, an office's key file and its verifier key.
fn begun() -> (Room, String, String) {
    let room = Room::new();
    room.case("good");
    let asked = room.ok(&["record", "good", "checkpoint", "--out", "first.txt"]);
    let log = asked.split_whitespace().find(|word| word.starts_with("redress/case/")).unwrap().to_owned();
    let made = room.json(&["cosign", "key", "office.key", "--name", "legal-aid.example"]);
    (room, log, made["key"].as_str().unwrap().to_owned())
}

fn outcome(report: &Value, claim: &str) -> String {
    let lines = report["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["claim"] == claim).unwrap();
    line["outcome"].as_str().unwrap().to_owned()
}

#[test]
fn a_cosigned_checkpoint_is_in_the_next_bundle_and_corroborates_it() {
    let (room, log, office) = begun();
    let signed =
        room.json(&["cosign", "sign", "first.txt", "office.key", "--log", &log, "--out", "back.txt"]);
    assert_eq!((signed["log"].as_str(), signed["key"].as_str()), (Some(log.as_str()), Some(office.as_str())));
    room.ok(&["record", "good", "cosignature", "back.txt", "--cosigner", &office]);
    room.ok(&["pack", "good", "bundle"]);

    let known = room.json(&["verify", "bundle", "--key", &log, "--key", &office]);
    for claim in ["integrity", "inclusion", "append-only", "existed-by", "signer", "corroboration"] {
        assert_eq!(outcome(&known, claim), "held", "{claim}: {known:#}");
    }
    assert_eq!(outcome(&known, "origin"), "not-provable");
    let unknown = room.json(&["verify", "bundle"]);
    for claim in ["signer", "corroboration"] {
        assert_eq!(outcome(&unknown, claim), "not-provable", "{claim}");
    }
    assert_eq!(outcome(&unknown, "existed-by"), "not-present");

    // The proof of an exhibit that was there carries both signatures; one of a later exhibit the log's alone.
    let proof = |item: u32| {
        std::fs::read_to_string(room.path(&format!("bundle/data/proofs/{item:06}.tlog-proof"))).unwrap()
    };
    assert!(proof(1).contains("\n\u{2014} legal-aid.example "), "{}", proof(1));
    let last = known["exhibits"].as_u64().unwrap();
    assert!(!proof(u32::try_from(last).unwrap()).contains("legal-aid"));

    let told = room.ok(&["log", "good"]);
    assert!(told.contains("legal-aid.example"), "{told}");
    let again = room.redress(&["record", "good", "cosignature", "back.txt", "--cosigner", &office]);
    assert_eq!(again.code, 2, "{}", again.err);
}

#[test]
fn a_log_is_cosigned_again_only_where_it_continues() {
    let (room, log, office) = begun();
    let sign = |from: &str, out: &str| {
        room.redress(&["cosign", "sign", from, "office.key", "--log", &log, "--out", out])
    };
    assert_eq!(sign("first.txt", "1.txt").code, 0);
    room.ok(&["record", "good", "cosignature", "1.txt", "--cosigner", &office]);
    room.write("more.txt", "more");
    room.ok(&["add", "good", "more.txt"]);
    room.ok(&["record", "good", "checkpoint", "--out", "second.txt", "--cosigner", &office]);
    let request = std::fs::read_to_string(room.path("second.txt")).unwrap();
    assert!(request.starts_with("old ") && !request.starts_with("old 0"), "{request}");
    // The checkpoint by itself says nothing of how it came from the first.
    let (_, bare) = request.split_once("\n\n").unwrap();
    room.write("bare.txt", bare);
    let gap = sign("bare.txt", "no.txt");
    assert!(gap.code == 2 && !room.path("no.txt").exists(), "{}", gap.err);
    assert_eq!(sign("second.txt", "2.txt").code, 0);
    // What was cosigned last is not taken back by an older request.
    let shrunk = sign("first.txt", "no.txt");
    assert!(shrunk.code == 4 && !room.path("no.txt").exists(), "{}", shrunk.err);
    // A whole bundle can be cosigned as well; it has to hold.
    room.ok(&["pack", "good", "bundle"]);
    assert_eq!(sign("bundle", "3.txt").code, 0);
    std::fs::write(room.path("bundle/data/result.json"), "{}").unwrap();
    let broken = sign("bundle", "no.txt");
    assert!(broken.code == 4 && !room.path("no.txt").exists(), "{}", broken.err);
}

#[test]
fn a_key_that_is_missing_wrong_or_not_the_logs_gives_one_error_and_no_signature() {
    let (room, log, office) = begun();
    let sign = |key: &str, log: &str| {
        let answer = room.redress(&["cosign", "sign", "first.txt", key, "--log", log, "--out", "no.txt"]);
        assert!(answer.err.contains('✗') && answer.err.contains('→'), "{key} {log}: {}", answer.err);
        assert!(!room.path("no.txt").exists(), "{key} {log}");
        answer.code
    };
    assert_eq!(sign("nowhere.key", &log), 3);
    room.write("odd.key", "no key at all");
    assert_eq!(sign("odd.key", &log), 3);
    assert_eq!(sign("office.key", "no key"), 2);
    // A cosigner's key is not the key of a log, and another log's key did not sign this checkpoint.
    assert_eq!(sign("office.key", &office), 2);
    room.case("other");
    let asked = room.ok(&["record", "other", "checkpoint", "--out", "other.txt"]);
    let other = asked.split_whitespace().find(|word| word.starts_with("redress/case/")).unwrap();
    assert_eq!(sign("office.key", other), 3);
    assert!(!room.path("office.key.seen").exists(), "nothing was signed");

    let taken = room.redress(&["cosign", "key", "office.key", "--name", "x"]);
    assert_eq!(taken.code, 2, "{}", taken.err);
    let unfit = room.redress(&["cosign", "key", "new.key", "--name", "two words"]);
    assert!(unfit.code == 2 && !room.path("new.key").exists(), "{}", unfit.err);
    // What was sent back has to be of this case, and signed by whoever is named.
    room.ok(&["cosign", "sign", "first.txt", "office.key", "--log", &log, "--out", "back.txt"]);
    let wrong = |case: &str, file: &str, key: &str| {
        room.redress(&["record", case, "cosignature", file, "--cosigner", key]).code
    };
    assert_eq!(wrong("other", "back.txt", &office), 3);
    assert_eq!(wrong("good", "first.txt", &office), 4, "the request itself: another text than was signed");
    assert_eq!(wrong("good", "back.txt", &log), 2);
    let text = std::fs::read_to_string(room.path("back.txt")).unwrap();
    let (body, last) = text.trim_end().rsplit_once('\n').unwrap();
    let mut signature = last.to_owned();
    let flipped = if signature.pop() == Some('=') { "A=" } else { "A" };
    room.write("forged.txt", format!("{body}\n{}{flipped}\n", &signature[..signature.len() - 1]));
    assert!([3, 4].contains(&wrong("good", "forged.txt", &office)));
    room.write("office.key.seen", "{}");
    assert_eq!(sign("office.key", &log), 3);
}
