//! A plain bag out of a folder: what is in it, who else reads it, and that a folder which cannot be one stays as it was.

use crate::peers::{peer, validator};
use crate::run::Room;
use std::fs;
use std::process::Command;

/// A folder as somebody brings it: names of every kind, an empty file, one that is no zip and one that is.
fn brought(room: &Room) {
    room.write("brought/answer of the platform.txt", "asked on 3 March\n");
    room.write("brought/平台/回复 100%.txt", "已收到\n");
    room.write("brought/平台/line\nend.txt", "odd\n");
    room.write("brought/empty", "");
    room.write("brought/deep/er/video.bin", vec![7u8; 3 << 20]);
}

/// The text form of an age key (age-encryption.org/v1), of nobody.
#[test]
fn a_secret_key_among_the_files_is_told() {
    let room = Room::new();
    fs::create_dir_all(room.path("brought/keys")).unwrap();
    fs::write(room.path("brought/a.txt"), "a note").unwrap();
    fs::write(room.path("brought/keys/mine.txt"), "# mine\nAGE-SECRET-KEY-1QQQQNOBODYSKEYQQQQ\n").unwrap();
    let made = room.redress(&["bag", "brought", "bag", "--json"]);
    let document: serde_json::Value = serde_json::from_str(&made.out).unwrap();
    let told = document["findings"].as_array().unwrap();
    assert_eq!(told.len(), 1, "{document}");
    assert_eq!((&told[0]["code"], &told[0]["level"]), (&"cli-bag-secret".into(), &"warning".into()));
    assert!(
        made.err.contains("keys/mine.txt") || made.out.contains("keys/mine.txt"),
        "{} {}",
        made.out,
        made.err
    );
    assert!(room.path("bag/data/keys/mine.txt").is_file());
}

#[test]
fn a_folder_becomes_a_bag_that_says_what_it_is() {
    let room = Room::new();
    brought(&room);
    let made = room.json(&["bag", "brought", "bag", "--today", "2026-03-04"]);
    assert_eq!((made["files"].as_u64(), made["bytes"].as_u64()), (Some(5), Some((3 << 20) + 17 + 10 + 4)));
    assert!(!room.path("brought").exists(), "the folder moved");
    assert_eq!(fs::read(room.path("bag/data/deep/er/video.bin")).unwrap().len(), 3 << 20);
    let info = fs::read_to_string(room.path("bag/bag-info.txt")).unwrap();
    assert!(
        info.contains("Bagging-Date: 2026-03-04\n") && info.contains("Payload-Oxum: 3145759.5\n"),
        "{info}"
    );
    // RFC 8493 §2.1.3: a percent sign and a line end in a name, and nothing else, are written with digits.
    let manifest = fs::read_to_string(room.path("bag/manifest-sm3.txt")).unwrap();
    assert!(manifest.contains("data/平台/回复 100%25.txt\n"), "{manifest}");
    assert!(manifest.contains("data/平台/line%0Aend.txt\n"), "{manifest}");
    // `sha256sum tagmanifest-sha256.txt` gives the number that is to be noted.
    let sum = Command::new("sha256sum").arg(room.path("bag/tagmanifest-sha256.txt")).output().unwrap();
    assert!(String::from_utf8(sum.stdout).unwrap().starts_with(made["tag_manifest"].as_str().unwrap()));
    let report = room.json(&["verify", "bag"]);
    assert_eq!(report["bag"]["verdict"], "valid", "{report}");
    // Every manifest counts, SM3's too.
    fs::write(room.path("bag/data/empty"), "x").unwrap();
    let changed = room.redress(&["verify", "bag"]);
    assert_eq!(changed.code, 4, "{}", changed.out);
    assert!(
        changed.out.contains("data/empty") || changed.err.contains("data/empty"),
        "{}{}",
        changed.out,
        changed.err
    );
}

#[test]
fn the_same_folder_and_day_give_the_same_bytes() {
    let room = Room::new();
    let tags = |name: &str| {
        brought(&room);
        room.ok(&["bag", "brought", name, "--today", "2026-03-04"]);
        let mut files: Vec<_> =
            fs::read_dir(room.path(name)).unwrap().map(|one| one.unwrap().path()).collect();
        files.retain(|path| path.is_file());
        files.sort();
        files.iter().map(|path| fs::read(path).unwrap()).collect::<Vec<_>>()
    };
    let (one, two) = (tags("one"), tags("two"));
    assert_eq!(one.len(), 7);
    assert_eq!(one, two);
}

#[test]
fn other_people_s_tools_accept_it_and_refuse_a_changed_one() {
    let room = Room::new();
    brought(&room);
    room.ok(&["bag", "brought", "bag"]);
    // bagit.py 1.9.0 does not decode the percent sign of RFC 8493 and looks for a file of the written name.
    let plain = |room: &Room| {
        fs::rename(room.path("bag/data"), room.path("brought")).unwrap();
        fs::remove_dir_all(room.path("bag")).unwrap();
        fs::remove_file(room.path("brought/平台/回复 100%.txt")).unwrap();
        fs::remove_file(room.path("brought/平台/line\nend.txt")).unwrap();
        room.ok(&["bag", "brought", "bag"]);
    };
    plain(&room);
    let bagit = peer("bagit.py");
    if bagit.is_none() {
        std::io::Write::write_all(
            &mut std::io::stdout(),
            b"SKIPPED bagit.py (run ./test, which installs it)\n",
        )
        .unwrap();
    }
    let by_bagit = || {
        bagit.as_ref().map(|bagit| {
            let mut command = Command::new(bagit.with_file_name("python"));
            let ran = command.arg(bagit).args(["--validate", "--quiet"]).arg(room.path("bag")).status();
            ran.unwrap().success()
        })
    };
    let bdbag = validator("bdbag");
    let by_bdbag = || {
        bdbag.as_ref().map(|bdbag| {
            let mut command = Command::new(bdbag);
            command.args(["--validate", "full"]).arg(room.path("bag")).env("HOME", room.dir.path());
            command.output().unwrap().status.success()
        })
    };
    assert!(by_bagit() != Some(false) && by_bdbag() != Some(false));
    let ours = || {
        Command::new("sha256sum")
            .args(["-c", "--quiet", "manifest-sha256.txt"])
            .current_dir(room.path("bag"))
            .status()
            .unwrap()
            .success()
    };
    assert!(ours());
    fs::write(room.path("bag/data/empty"), "x").unwrap();
    assert!(by_bagit() != Some(true) && by_bdbag() != Some(true) && !ours());
}

#[test]
fn what_cannot_be_a_bag_stays_where_it_was() {
    let room = Room::new();
    brought(&room);
    let refused = |args: &[&str], code: i32, said: &str| {
        let answer = room.redress(args);
        assert_eq!(answer.code, code, "{args:?}: {}", answer.err);
        assert!(answer.err.contains(said), "{args:?}: {}", answer.err);
        assert!(room.path("brought/empty").exists() && !room.path("bag").exists(), "{args:?}");
    };
    refused(&["bag", "nothing", "bag"], 3, "not a folder");
    refused(&["bag", "brought/empty", "bag"], 3, "not a folder");
    refused(&["bag", "brought", "brought/bag"], 2, "inside the folder");
    assert!(!room.path("brought/bag").exists(), "nothing is left in it");
    room.write("there/x", "x");
    refused(&["bag", "brought", "there"], 2, "there");
    refused(&["bag", "brought", "no/such/bag"], 2, "no folder");
    fs::create_dir(room.path("hollow")).unwrap();
    refused(&["bag", "hollow", "bag"], 3, "no file");
    std::os::unix::fs::symlink("empty", room.path("brought/link")).unwrap();
    refused(&["bag", "brought", "bag"], 3, "it is a link");
    fs::remove_file(room.path("brought/link")).unwrap();
    room.write("brought/~", "home");
    room.write("brought/a\\b", "two folders elsewhere");
    refused(&["bag", "brought", "bag"], 3, "another system");
    fs::remove_file(room.path("brought/a\\b")).unwrap();
    // A case is kept by its own log, and holds the key that signs it.
    room.ok(&["new", "brought/case", "--cover", "Spring", "--by", "Zhou"]);
    refused(&["bag", "brought", "bag"], 2, "case folder");
    refused(&["bag", "brought/case", "bag"], 2, "case folder");
    room.ok(&["export", "brought/case", "spring.bin"]);
    fs::remove_dir_all(room.path("brought/case")).unwrap();
    fs::rename(room.path("spring.bin"), room.path("brought/spring.bin")).unwrap();
    refused(&["bag", "brought", "bag"], 2, "spring.bin");
    fs::remove_file(room.path("brought/spring.bin")).unwrap();
    room.ok(&["bag", "brought", "bag"]);
    let again = room.redress(&["bag", "bag", "other"]);
    assert_eq!(again.code, 3, "{}", again.err);
    assert!(again.err.contains("bag already") && room.path("bag/bagit.txt").exists(), "{}", again.err);
}
