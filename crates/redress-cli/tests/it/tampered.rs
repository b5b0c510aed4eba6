//! A case or a case file that is not what was sealed: one exit code (4) in every command, the place named, nothing changed.

use crate::case_file::head;
use crate::run::{Room, typed};
use redress_conformance::Chance;

/// Everything that reads a case, as it is typed. CASE is the case, OUT a name that is free.
const READERS: &[&str] = &[
    "add CASE more.txt",
    "items CASE",
    "custody CASE",
    "record CASE handling item-000001 --act inspected --how h --result r",
    "measure CASE",
    "fact CASE list",
    "fact CASE set case work_affected yes",
    "party CASE list",
    "party CASE add witness",
    "step CASE list",
    "step CASE next",
    "step CASE add private-prosecution prepared --on 2026-01-20",
    "record CASE seal",
    "record CASE checkpoint --out OUT",
    "record CASE decision q a --reason r",
    "log CASE",
    "export CASE OUT",
    "transfer CASE OUT --way next-stage --from-body police --to-body court --on 2026-03-02",
    "publish CASE --out OUT",
    "draft CASE evidence-list --out OUT",
    "recommend CASE --kind judicial --platform weibo --out OUT",
    "assess CASE",
    "assess CASE --out OUT",
    "due CASE",
    "notices CASE",
    "explain CASE civil",
    "missing CASE",
    "pack CASE OUT",
    "receive good.zip CASE --body court --on 2026-03-03",
    "import good.zip CASE",
];

/// Those that go over many cases: each case that does not hold is named, and the exit code says so.
const OVER_MANY: &[&str] = &["list .", "due CASE good", "stats CASE", "stats CASE good", "similar CASE"];

fn case(room: &Room) {
    room.case("good");
    room.write("decision.txt", "某市公安局某分局行政处罚决定书（虚构）");
    room.write("more.txt", "more");
    room.ok(&typed("add good decision.txt --role paper"));
    room.ok(&typed("party good add victim"));
    room.ok(&typed("export good good.zip"));
    crate::demo::copy(&room.path("good"), &room.path("bad"));
}

/// Changes one byte of the needle, so that the length stays.
pub(crate) fn change(room: &Room, file: &str, needle: &str) {
    let mut bytes = std::fs::read(room.path(file)).unwrap();
    let at = bytes.windows(needle.len()).position(|part| part == needle.as_bytes()).unwrap();
    bytes[at] ^= 0x20;
    room.write(file, bytes);
}

fn line(line: &str) -> Vec<String> {
    line.replace("CASE", "bad").replace("OUT", "out").split_whitespace().map(str::to_owned).collect()
}

/// The exit code is 4, in one message with its advice; gives what was said.
fn four(room: &Room, typed: &[String]) -> String {
    let args: Vec<&str> = typed.iter().map(String::as_str).collect();
    let answer = room.redress(&args);
    assert_eq!(answer.code, 4, "{args:?}: {}{}", answer.out, answer.err);
    assert!(answer.err.contains('✗') && answer.err.contains('→'), "{args:?}: {}", answer.err);
    assert!(!room.path("out").exists(), "{args:?}");
    answer.err
}

#[test]
fn every_command_refuses_a_tampered_ledger_with_the_entry() {
    let room = Room::new();
    case(&room);
    change(&room, "bad/case.sqlite", "decision.txt");
    let before = room.bytes_of("bad");
    for reader in READERS {
        let said = four(&room, &line(reader));
        assert!(said.contains("entry 3"), "{reader}: the place is not named: {said}");
    }
    for reader in OVER_MANY {
        let args = line(reader);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let answer = room.redress(&args);
        let said = format!("{}{}", answer.out, answer.err);
        let several = reader.contains("good") || *reader == "list .";
        assert!(!several || said.contains("bad"), "{reader}: {} {said}", answer.code);
        if *reader == "list ." {
            // A list goes on without the case, names it, and sends to it for the reason.
            assert!(answer.code == 0 && said.contains("store-chain-broken"), "{said}");
        } else {
            assert!(answer.code == 4 && said.contains("entry 3"), "{reader}: {} {said}", answer.code);
        }
    }
    assert_eq!(room.bytes_of("bad"), before);
}

/// The list above is every command that takes a case, by its own help.
#[test]
fn no_command_that_takes_a_case_is_left_out() {
    let room = Room::new();
    let help = room.ok(&["--help"]);
    let tested =
        |name: &str| READERS.iter().chain(OVER_MANY).any(|line| line.split_whitespace().next() == Some(name));
    let mut taking = 0;
    for name in help.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()) {
        let answer = room.redress(&[name, "--help"]);
        let usage = answer.out.lines().find(|line| line.contains("Usage:")).unwrap_or_default();
        // `new` makes the case.
        if answer.code == 0 && usage.contains("<CASE>") && name != "new" {
            taking += 1;
            assert!(tested(name), "{name}: {usage}");
        }
    }
    assert!(taking > 15, "{taking}: {help}");
}

/// An object that was altered or is gone: whatever reads it says which, and nothing leaves.
#[test]
fn every_command_that_reads_an_altered_object_names_it() {
    for gone in [false, true] {
        let room = Room::new();
        case(&room);
        let digest = {
            let items = room.json(&["items", "good"]).to_string();
            let at = items.find("\"sha256\":\"").unwrap() + 10;
            items[at..at + 64].to_owned()
        };
        let object = format!("bad/objects/{}/{}", &digest[..2], &digest[2..]);
        if gone {
            std::fs::remove_file(room.path(&object)).unwrap();
        } else {
            room.write(&object, "another");
        }
        let before = head(&room, "bad");
        for reader in [
            "export CASE OUT",
            "transfer CASE OUT --way next-stage --from-body police --to-body court --on 2026-03-02",
        ] {
            // The entry that the case was to leave stands first; no file appears.
            let copy = room.path("copy");
            crate::demo::copy(&room.path("bad"), &copy);
            let typed: Vec<String> =
                line(reader).into_iter().map(|word| word.replace("bad", "copy")).collect();
            let said = four(&room, &typed);
            assert!(said.contains(&digest[2..20]), "{reader}: {said}");
            std::fs::remove_dir_all(copy).unwrap();
        }
        for reader in READERS {
            let copy = room.path("copy");
            crate::demo::copy(&room.path("bad"), &copy);
            let typed: Vec<String> =
                line(reader).into_iter().map(|word| word.replace("bad", "copy")).collect();
            let args: Vec<&str> = typed.iter().map(String::as_str).collect();
            let answer = room.redress(&args);
            // A command that does not read the object has nothing to say about it; one that does says 4 and nothing else.
            assert!([0, 2, 3, 4].contains(&answer.code), "{reader}: {} {}", answer.code, answer.err);
            assert!(answer.code != 0 || !answer.err.contains('✗'), "{reader}: {}", answer.err);
            let _ = std::fs::remove_dir_all(room.path("out"));
            let _ = std::fs::remove_file(room.path("out"));
            std::fs::remove_dir_all(copy).unwrap();
        }
        assert_eq!(head(&room, "bad"), before);
    }
}

/// One byte of a case file is another one, or its end is missing: it is refused as what it is, or, where the byte means
/// nothing (a date of the zip), the case in it is the same to the last entry.
#[test]
fn a_case_file_with_any_byte_changed_is_refused_or_the_same() {
    let room = Room::new();
    case(&room);
    let good = std::fs::read(room.path("good.zip")).unwrap();
    let wanted = head(&room, "good");
    let mut chance = Chance(18);
    let mut refused = 0;
    for run in 0..120_u64 {
        let mut bytes = good.clone();
        let length = u64::try_from(good.len()).unwrap();
        let at = usize::try_from(chance.below(length)).unwrap();
        if run % 4 == 0 {
            bytes.truncate(at);
        } else {
            bytes[at] ^= u8::try_from(1 + chance.below(255)).unwrap();
        }
        room.write("bad.zip", &bytes);
        let answer = room.redress(&["import", "bad.zip", "there"]);
        match answer.code {
            0 => {
                assert_eq!(head(&room, "there"), wanted, "byte {at}");
                std::fs::remove_dir_all(room.path("there")).unwrap();
                continue;
            }
            // Before the name of its first member ends nobody can say what the file was.
            3 => assert!(at < 44, "byte {at}: {}", answer.err),
            7 => assert!(run % 4 != 0, "byte {at}: {}", answer.err),
            code => assert_eq!(code, 4, "byte {at}: {}", answer.err),
        }
        refused += 1;
        assert!(answer.err.contains('✗') && answer.err.contains('→'), "byte {at}: {}", answer.err);
        assert!(!room.path("there").exists(), "byte {at}");
        let received = room.redress(&typed("receive bad.zip there --body court --on 2026-03-03"));
        assert_eq!(received.code, answer.code, "byte {at}: {}", received.err);
    }
    assert!(refused > 90, "{refused}");
}

/// A file is no bundle, and each kind is told what to do with it.
#[test]
fn verify_says_what_to_do_with_a_file() {
    let room = Room::new();
    case(&room);
    room.write("note.txt", "no zip at all");
    for command in ["verify", "recompute"] {
        for (file, wanted, code) in [("good.zip", "redress import", 3), ("note.txt", "redress pack", 3)] {
            let answer = room.redress(&[command, file]);
            assert_eq!(answer.code, code, "{command} {file}: {}", answer.err);
            assert!(answer.err.contains(wanted), "{command} {file}: {}", answer.err);
        }
    }
    change(&room, "good.zip", "decision.txt");
    let answer = room.redress(&["verify", "good.zip"]);
    assert_eq!(answer.code, 4, "{}", answer.err);
}
