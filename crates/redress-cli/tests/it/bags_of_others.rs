//! Bags that bagit.py and bdbag make, verified by redress; and what they reject, redress rejects.

use crate::demo::copy;
use crate::peers::validator;
use crate::run::Room;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The two programs.
struct Peers {
    bagit: PathBuf,
    bdbag: PathBuf,
}

impl Peers {
    fn found() -> Option<Peers> {
        Some(Peers { bagit: validator("bagit.py")?, bdbag: validator("bdbag")? })
    }

    /// bagit.py, run by the interpreter that it was installed for.
    fn bagit(&self, words: &[&str], bag: &Path) -> bool {
        let mut command = Command::new(self.bagit.with_file_name("python"));
        command.arg(&self.bagit).args(words).arg(bag).output().unwrap().status.success()
    }

    /// bdbag, which keeps a configuration of its own in the home folder.
    fn bdbag(&self, words: &[&str], bag: &Path, home: &Path) -> bool {
        let mut command = Command::new(&self.bdbag);
        command.arg(bag).args(words).env("HOME", home).output().unwrap().status.success()
    }
}

/// Files as people have them: in folders, empty, with names that are not ASCII, and one that is large.
fn material(room: &Room, name: &str) -> PathBuf {
    room.write(&format!("{name}/notes.txt"), "first line\nsecond line\n");
    room.write(&format!("{name}/empty"), "");
    room.write(&format!("{name}/图片/截图 1.png"), [0x89; 300]);
    room.write(&format!("{name}/deep/er/large.bin"), [7; 200_000]);
    room.path(name)
}

fn verdict(room: &Room, bag: &str) -> (i32, String, Value) {
    let answer = room.redress(&["--json", "verify", bag]);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    let verdict = report["bag"]["verdict"].as_str().unwrap_or("none").to_owned();
    (answer.code, verdict, report)
}

/// Every way in which the two are asked to make a bag.
fn made(peers: &Peers, room: &Room) -> Vec<&'static str> {
    let bagit: [(&str, &[&str]); 5] = [
        ("bagit-sha256", &["--quiet", "--sha256"]),
        ("bagit-sha512", &["--quiet", "--sha512"]),
        ("bagit-both", &["--quiet", "--sha256", "--sha512", "--contact-name", "某甲"]),
        ("bagit-older", &["--quiet", "--md5", "--sha1"]),
        ("bagit-newer", &["--quiet", "--blake2b", "--blake2s", "--sha3_256", "--sha3_512"]),
    ];
    for (name, words) in bagit {
        assert!(peers.bagit(words, &material(room, name)), "{name}");
    }
    let bdbag: [(&str, &[&str]); 3] = [
        ("bdbag-plain", &[]),
        ("bdbag-both", &["--checksum", "sha256", "--checksum", "sha512"]),
        ("bdbag-zip", &["--checksum", "sha256", "--archiver", "zip"]),
    ];
    for (name, words) in bdbag {
        assert!(peers.bdbag(words, &material(room, name), room.dir.path()), "{name}");
    }
    [
        "bagit-sha256",
        "bagit-sha512",
        "bagit-both",
        "bagit-older",
        "bagit-newer",
        "bdbag-plain",
        "bdbag-both",
        "bdbag-zip",
    ]
    .to_vec()
}

#[test]
fn bags_of_bagit_py_and_bdbag_are_valid() {
    let Some(peers) = Peers::found() else { return };
    let room = Room::new();
    let mut bags: Vec<String> = made(&peers, &room).into_iter().map(str::to_owned).collect();
    bags.push("bdbag-zip.zip".to_owned());
    for bag in &bags {
        let (code, verdict, report) = verdict(&room, bag);
        assert_eq!((code, verdict.as_str()), (0, "valid"), "{bag}: {report:#}");
        let line = |claim: &str| {
            let lines = report["lines"].as_array().unwrap();
            lines.iter().find(|line| line["claim"] == claim).unwrap()["outcome"].clone()
        };
        assert_eq!((line("integrity"), line("signer")), ("held".into(), "not-present".into()), "{bag}");
    }
}

/// A way of touching a bag.
type Touch = fn(&Room, &str);

fn change(room: &Room, file: &str, how: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = std::fs::read(room.path(file)).unwrap();
    how(&mut bytes);
    room.write(file, bytes);
}

/// The first manifest of the payload.
fn manifest(room: &Room, bag: &str) -> String {
    let names = std::fs::read_dir(room.path(bag)).unwrap();
    let mut names: Vec<String> = names.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    format!("{bag}/{}", names.iter().find(|name| name.starts_with("manifest-")).unwrap())
}

fn touches() -> [(&'static str, Touch); 9] {
    [
        ("a byte of a file flipped", |room, bag| {
            change(room, &format!("{bag}/data/notes.txt"), |bytes| bytes[3] ^= 1);
        }),
        ("the last byte of a large file flipped", |room, bag| {
            change(room, &format!("{bag}/data/deep/er/large.bin"), |bytes| bytes[199_999] ^= 1);
        }),
        ("a file cut", |room, bag| change(room, &format!("{bag}/data/notes.txt"), |bytes| bytes.truncate(5))),
        ("a file removed", |room, bag| {
            std::fs::remove_file(room.path(&format!("{bag}/data/empty"))).unwrap()
        }),
        ("a file added", |room, bag| drop(room.write(&format!("{bag}/data/more.txt"), "more"))),
        ("a file renamed", |room, bag| {
            let of = |name: &str| room.path(&format!("{bag}/data/{name}"));
            std::fs::rename(of("notes.txt"), of("note.txt")).unwrap();
        }),
        ("a digest in a manifest changed", |room, bag| {
            change(room, &manifest(room, bag), |bytes| bytes[0] = if bytes[0] == b'0' { b'1' } else { b'0' });
        }),
        ("the count of the payload changed", |room, bag| {
            change(room, &format!("{bag}/bag-info.txt"), |bytes| {
                let at = bytes.windows(14).position(|part| part == b"Payload-Oxum: ").unwrap() + 14;
                bytes[at] = if bytes[at] == b'9' { b'8' } else { b'9' };
            });
        }),
        ("no declaration", |room, bag| std::fs::remove_file(room.path(&format!("{bag}/bagit.txt"))).unwrap()),
    ]
}

/// Each bag touched in each way: both programs reject it, and so does redress, with the exit code of what does not hold.
#[test]
fn what_bagit_py_and_bdbag_reject_is_rejected() {
    let Some(peers) = Peers::found() else { return };
    let room = Room::new();
    for name in made(&peers, &room).into_iter().filter(|name| !name.ends_with("zip")) {
        for (number, (what, touch)) in touches().into_iter().enumerate() {
            let bag = format!("touched/{name}-{number}");
            copy(&room.path(name), &room.path(&bag));
            touch(&room, &bag);
            let by_bagit = peers.bagit(&["--quiet", "--validate"], &room.path(&bag));
            assert!(!by_bagit, "{name}: bagit.py takes it: {what}");
            // Its own check of a whole bag is bagit.py's, with a profile of its own.
            if number == 0 {
                let by_bdbag = peers.bdbag(&["--validate", "full"], &room.path(&bag), room.dir.path());
                assert!(!by_bdbag, "{name}: bdbag takes it: {what}");
            }
            let answer = room.redress(&["--json", "verify", &bag]);
            let expected = if what == "no declaration" { [3, 4] } else { [4, 4] };
            assert!(expected.contains(&answer.code), "{name}: {what}: {} {}", answer.code, answer.out);
        }
    }
}
