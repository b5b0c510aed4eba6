//! A bundle that leaves closed: only who is named opens it, and the record says for whom it was.

use crate::run::Room;

fn nothing_unfinished(room: &Room) -> bool {
    let names = std::fs::read_dir(room.dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
    names.into_iter().all(|name| !name.to_string_lossy().contains(".partial"))
}

#[test]
fn a_bundle_leaves_closed_and_whoever_is_named_opens_and_verifies_it() {
    let room = Room::new();
    room.case("good");
    let made = room.json(&["envelope", "key", "aid.key"]);
    let public = made["key"].as_str().unwrap().to_owned();
    room.ok(&["envelope", "key", "other.key"]);
    let to = format!("Legal aid={public}");
    let packed = room.json(&["pack", "good", "out.zip.age", "--to", &to]);
    assert_eq!(packed["to"][0]["name"], "Legal aid");
    let key = packed["key"].as_str().unwrap().to_owned();

    // Not a word of it is readable, and the verifier says what to do.
    let closed = std::fs::read(room.path("out.zip.age")).unwrap();
    assert!(closed.starts_with(b"age-encryption.org/v1\n") && !closed.windows(4).any(|part| part == b"data"));
    let early = room.redress(&["verify", "out.zip.age"]);
    assert_eq!(early.code, 3, "{}", early.err);
    assert!(early.err.contains("redress envelope open"), "{}", early.err);

    let wrong = room.redress(&["envelope", "open", "out.zip.age", "other.key", "--out", "out.zip"]);
    assert_eq!(wrong.code, 4, "{}", wrong.err);
    assert!(!room.path("out.zip").exists() && nothing_unfinished(&room));
    room.ok(&["envelope", "open", "out.zip.age", "aid.key", "--out", "out.zip"]);
    let report = room.json(&["verify", "out.zip", "--key", &key]);
    let lines = report["lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["claim"] == "signer" && line["outcome"] == "held"), "{report:#}");

    // For whom it was is an entry, and stands in the chain of custody.
    let log = room.ok(&["log", "good"]);
    assert!(log.contains("Legal aid"), "{log}");
    let custody = room.ok(&["custody", "good"]);
    assert!(custody.contains(&public), "{custody}");
}

#[test]
fn a_closed_file_that_was_cut_leaves_nothing_behind() {
    let room = Room::new();
    let made = room.json(&["envelope", "key", "mine.key"]);
    std::fs::write(room.path("paper.txt"), "x".repeat(200_000)).unwrap();
    let to = format!("me={}", made["key"].as_str().unwrap());
    room.ok(&["envelope", "close", "paper.txt", "--to", &to, "--out", "paper.age"]);
    let whole = std::fs::read(room.path("paper.age")).unwrap();
    std::fs::write(room.path("cut.age"), &whole[..150_000]).unwrap();
    let cut = room.redress(&["envelope", "open", "cut.age", "mine.key", "--out", "back.txt"]);
    assert_eq!(cut.code, 3, "{}", cut.err);
    assert!(!room.path("back.txt").exists() && nothing_unfinished(&room));
    room.ok(&["envelope", "open", "paper.age", "mine.key", "--out", "back.txt"]);
    assert_eq!(std::fs::read(room.path("back.txt")).unwrap().len(), 200_000);
    // Nothing that is there is written over.
    let again = room.redress(&["envelope", "open", "paper.age", "mine.key", "--out", "back.txt"]);
    assert_eq!(again.code, 2, "{}", again.err);
    let folder = room.redress(&["envelope", "close", ".", "--to", &to, "--out", "x.age"]);
    assert_eq!(folder.code, 3, "{}", folder.err);
    let secret = std::fs::read_to_string(room.path("mine.key")).unwrap();
    let secret = secret.lines().nth(1).unwrap();
    let given =
        room.redress(&["envelope", "close", "paper.txt", "--to", &format!("me={secret}"), "--out", "x.age"]);
    assert_eq!(given.code, 2, "{}", given.err);
    assert!(!given.err.contains(secret), "{}", given.err);
}
