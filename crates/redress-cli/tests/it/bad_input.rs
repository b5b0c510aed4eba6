//! Bad input: one clear message with place and advice, a documented code, and the case as it was.

use crate::run::{Room, repository};
use serde::Deserialize;

pub(crate) fn refused(room: &Room, path: &str) -> serde_json::Value {
    let before = ledger(room);
    let answer = room.redress(&["--json", "add", "spring", path]);
    assert_eq!(answer.code, 3, "{path}: {}{}", answer.out, answer.err);
    let document: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert!(!document["sentence"].as_str().unwrap().contains('⟦'), "{document:#}");
    assert!(document["advice"].as_str().is_some_and(|advice| !advice.is_empty()), "{document:#}");
    assert_eq!(ledger(room), before, "{path} left a trace");
    document
}

fn ledger(room: &Room) -> Vec<(String, Vec<u8>)> {
    room.bytes_of("spring")
        .into_iter()
        .filter(|(name, _)| name.starts_with("objects") || name == "case.sqlite")
        .collect()
}

#[derive(Deserialize)]
struct Manifest {
    file: Vec<Bad>,
}

#[derive(Deserialize)]
struct Bad {
    name: String,
    expect: String,
    /// Absent where the store room refuses, or where nothing needs to be said.
    code: Option<String>,
    place: Option<String>,
}

/// Every file of `vectors/bad-input` is refused, or read with the finding, that its manifest names.
#[test]
fn the_bad_files_of_the_repository_are_told_by_name_and_place() {
    let folder = repository().join("vectors/bad-input");
    let manifest = std::fs::read_to_string(folder.join("manifest.toml")).unwrap();
    let manifest: Manifest = toml::from_str(&manifest).unwrap();
    assert!(manifest.file.len() > 20);
    let room = Room::new();
    room.case("spring");
    for bad in manifest.file {
        let path = folder.join(&bad.name);
        let code = bad.code.as_deref();
        if code == Some("posts-unknown-format") {
            // Evidence all the same: sealed as it is, and said so.
            let added = room.json(&["add", "spring", path.to_str().unwrap(), "--dry-run"]);
            assert!(added.to_string().contains("workbench-not-read"), "{}: {added:#}", bad.name);
        } else if bad.expect == "refused" {
            let document = refused(&room, path.to_str().unwrap());
            assert!(
                code.is_none_or(|code| document["finding"]["code"] == code),
                "{}: {document:#}",
                bad.name
            );
            let place = document["place"].as_str().unwrap_or_default();
            assert!(bad.place.is_none_or(|wanted| place.ends_with(&wanted)), "{}: {place}", bad.name);
        } else {
            let added = room.json(&["add", "spring", path.to_str().unwrap(), "--dry-run"]);
            let told = |code: &str| added.to_string().contains(&format!("\"{code}\""));
            assert!(code.is_none_or(told), "{}: {added:#}", bad.name);
        }
    }
}

#[test]
fn a_huge_line_is_refused_with_its_place() {
    let room = Room::new();
    room.case("spring");
    let mut text = String::from(
        "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n1,",
    );
    text.push_str(&"啊".repeat(9 << 20));
    text.push_str(",1,2026-01-05 16:00:00+08:00,1,1,1,1,u,h,n,k\n");
    room.write("huge.csv", text);
    refused(&room, "huge.csv");
}

#[test]
fn files_that_are_not_files_are_refused_or_left_out_by_name() {
    let room = Room::new();
    room.case("spring");
    refused(&room, "nowhere.csv");
    room.write("folder/fine.txt", "fine");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", room.path("folder/link.csv")).unwrap();
        refused(&room, "folder/link.csv");
        let added = room.json(&["add", "spring", "folder"]);
        assert_eq!(added["items"].as_array().unwrap().len(), 1);
        assert!(added["findings"].to_string().contains("link.csv"), "{added:#}");
    }
}

#[test]
fn one_refused_file_refuses_the_request_unless_told_to_go_on() {
    let room = Room::new();
    room.case("spring");
    room.write("mixed/a.txt", "fine");
    room.write("mixed/b.json", "[{\"note_id\": 1, \"content\": \"cut");
    room.write("mixed/b2.csv", "");
    refused(&room, "mixed");
    let answer = room.redress(&["--json", "add", "spring", "mixed", "--keep-going"]);
    assert_eq!(answer.code, 3);
    assert!(answer.out.contains("a.txt"));
    let result = room.json(&["measure", "spring"]);
    assert!(result["kept"]["totals"]["items"].as_u64().unwrap() >= 1);
}

/// A zip whose member climbs out of its folder: the archive is sealed, the member is named, nothing lands outside.
#[test]
fn a_zip_member_that_climbs_is_left_out_by_name() {
    let room = Room::new();
    room.case("spring");
    room.write("evil.zip", zip_with("../../evil.txt"));
    let added = room.json(&["add", "spring", "evil.zip"]);
    assert_eq!(added["items"].as_array().unwrap().len(), 1, "the archive itself is kept: {added:#}");
    assert!(added["findings"].to_string().contains("evil.txt"), "{added:#}");
    assert!(!room.dir.path().parent().unwrap().join("evil.txt").exists());
}

/// A stored zip with one member of one byte, written by hand.
fn zip_with(name: &str) -> Vec<u8> {
    let crc: u32 = 0x8cdc_1683; // CRC-32 of "x"
    let (name, length) = (name.as_bytes(), u16::try_from(name.len()).unwrap());
    let mut local = b"PK\x03\x04\x14\0\0\0\0\0\0\0\x21\0".to_vec();
    let sizes = |out: &mut Vec<u8>| {
        out.extend(crc.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(length.to_le_bytes());
        out.extend(0u16.to_le_bytes());
    };
    sizes(&mut local);
    local.extend(name);
    local.push(b'x');
    let mut central = b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\x21\0".to_vec();
    sizes(&mut central);
    central.extend([0; 14]);
    central.truncate(central.len());
    central.extend(name);
    let (start, size) = (u32::try_from(local.len()).unwrap(), u32::try_from(central.len()).unwrap());
    let mut zip = local;
    zip.extend(central);
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(size.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend(0u16.to_le_bytes());
    zip
}

/// Two processes on one case: the second is told, and nothing forks.
#[test]
fn a_second_writer_is_told_that_the_case_is_busy() {
    let room = Room::new();
    room.case("spring");
    room.write("a.txt", "a");
    let held = redress_store::CaseFolder::open(&room.path("spring"), redress_store::Access::Write).unwrap();
    let answer = room.redress(&["add", "spring", "a.txt"]);
    assert_eq!(answer.code, 5, "{}", answer.err);
    drop(held);
    room.ok(&["add", "spring", "a.txt"]);
}

#[test]
fn a_bundle_of_a_newer_version_is_exit_seven_and_one_message() {
    let room = Room::new();
    let demo = crate::run::Demo::once();
    crate::demo::copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    let card = room.path("bundle/redress-bundle.json");
    let text = std::fs::read_to_string(&card).unwrap().replace("redress/bundle/2", "redress/bundle/9");
    std::fs::write(&card, text).unwrap();
    for command in ["verify", "recompute"] {
        let answer = room.redress(&[command, "bundle"]);
        assert_eq!(answer.code, 7, "{command}: {}{}", answer.out, answer.err);
        assert_eq!(
            (answer.out.matches('✗').count(), answer.err.matches('✗').count()),
            (0, 1),
            "{}",
            answer.err
        );
    }
}

/// A result that was replaced is not what was sealed; what is no bundle at all is a wrong input. Neither is
/// a newer version.
#[test]
fn a_result_that_is_none_is_told_from_a_newer_one() {
    let room = Room::new();
    let demo = crate::run::Demo::once();
    crate::demo::copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    room.write("bundle/data/result.json", "{}");
    assert_eq!(room.redress(&["recompute", "bundle"]).code, 4);
    room.write("empty/readme.txt", "nothing");
    assert_eq!(room.redress(&["recompute", "empty"]).code, 3);
}

/// Exit 6: the disk does not take it (here: no file may grow beyond 512 bytes); the case is as it was.
#[test]
fn a_disk_that_is_full_is_exit_six() {
    let room = Room::new();
    room.case("spring");
    room.write("big.txt", "x".repeat(100_000));
    let before = ledger(&room);
    let script =
        format!("trap '' XFSZ; ulimit -f 1; exec '{}' add spring big.txt", env!("CARGO_BIN_EXE_redress"));
    let mut shell = std::process::Command::new("bash");
    shell.current_dir(room.dir.path()).env("REDRESS_LANG", "en").args(["-c", &script]);
    let answer = crate::run::answer(shell.output().unwrap());
    assert_eq!(answer.code, 6, "{}{}", answer.out, answer.err);
    assert!(answer.err.contains('→'), "no advice: {}", answer.err);
    assert_eq!(ledger(&room), before);
    room.ok(&["add", "spring", "big.txt"]);
}

/// One document on standard output, whatever happened.
#[test]
fn json_is_one_document_even_when_something_failed() {
    let room = Room::new();
    room.case("spring");
    room.write("mixed/a.txt", "fine");
    room.write("mixed/empty.csv", "");
    let demo = crate::run::Demo::once();
    crate::demo::copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    room.write("bundle/data/more.txt", "extra");
    for args in [
        &["add", "spring", "mixed", "--keep-going"][..],
        &["verify", "bundle"],
        &["recompute", "nowhere"],
        &["measure", "nowhere"],
    ] {
        let mut all = vec!["--json"];
        all.extend(args);
        let answer = room.redress(&all);
        assert_ne!(answer.code, 0, "{args:?}");
        let document: Result<serde_json::Value, _> = serde_json::from_str(&answer.out);
        assert!(document.is_ok(), "{args:?}: {}", answer.out);
    }
}

/// The key that signs a case's log never becomes evidence, and nothing is written into a case folder.
#[test]
fn a_case_folder_is_never_taken_in_or_written_into() {
    let room = Room::new();
    room.write("home/note.txt", "fine");
    room.ok(&["new", "home/spring", "--by", "Zhou"]);
    let before = room.bytes_of("home/spring");
    for what in ["home/spring", "home", "home/spring/key", "home/spring/objects"] {
        let answer = room.redress(&["add", "home/spring", what]);
        assert_eq!(answer.code, 2, "{what}: {}{}", answer.out, answer.err);
        assert!(answer.err.contains("case folder"), "{}", answer.err);
    }
    room.ok(&["add", "home/spring", "home/note.txt"]);
    assert_eq!(room.redress(&["pack", "home/spring", "home/spring/bundle"]).code, 2);
    assert_eq!(room.redress(&["assess", "home/spring", "--out", "home/spring/out"]).code, 2);
    assert_eq!(room.redress(&["new", "home/spring/inner"]).code, 2);
    let names =
        |files: &[(String, Vec<u8>)]| files.iter().filter(|(name, _)| !name.starts_with("objects")).count();
    assert_eq!(names(&room.bytes_of("home/spring")), names(&before));
}

/// So of a whole case as one file: as it was made, unpacked, packed again in a folder, damaged, or beside other files.
#[test]
fn a_whole_case_as_one_file_is_never_taken_in() {
    let room = Room::new();
    room.case("mine");
    room.case("spring");
    room.ok(&["export", "mine", "copy.zip"]);
    let script = "import zipfile, os, shutil\n\
        zipfile.ZipFile('copy.zip').extractall('unpacked/copy')\n\
        z = zipfile.ZipFile('again.zip', 'w', zipfile.ZIP_DEFLATED)\n\
        for top, _, files in os.walk('unpacked'):\n  for f in files: z.write(os.path.join(top, f))\n\
        z.close()\n\
        z = zipfile.ZipFile('folder.zip', 'w')\n\
        for name in ('case.sqlite', 'key'): z.write('mine/' + name)\n\
        z.close()\n\
        bytes = bytearray(open('again.zip', 'rb').read())\n\
        bytes[bytes.rindex(b'PK\\x01\\x02')] = 88\n\
        open('damaged.zip', 'wb').write(bytes)\n\
        os.mkdir('beside')\n\
        open('beside/a.txt', 'w').write('fine')\n\
        shutil.copy('again.zip', 'beside')\n";
    let done = std::process::Command::new("python3")
        .args(["-c", script])
        .current_dir(room.dir.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let before = room.bytes_of("spring");
    for (what, said) in [
        ("copy.zip", "whole case as one file"),
        ("unpacked", "whole case as one file"),
        ("again.zip", "whole case as one file"),
        ("damaged.zip", "whole case as one file"),
        ("beside", "beside/again.zip is or holds a whole case"),
        ("folder.zip", "case folder"),
    ] {
        for more in [&[][..], &["--seal-only"], &["--keep-going"]] {
            let answer = room.redress(&[&["add", "spring", what], more].concat());
            assert_eq!(answer.code, 2, "{what}: {}{}", answer.out, answer.err);
            assert!(answer.err.contains(said), "{what}: {}", answer.err);
        }
    }
    assert_eq!(room.bytes_of("spring"), before);
    room.ok(&["add", "spring", "beside/a.txt"]);
}

/// A refused file is named, and no number of another item stands beside it.
#[test]
fn a_refused_file_is_named() {
    let room = Room::new();
    room.case("spring");
    room.write("mixed/a.txt", "fine");
    let cut = repository().join("vectors/bad-input/cut-in-the-middle.json");
    std::fs::copy(cut, room.path("mixed/cut.json")).unwrap();
    let answer = room.redress(&["add", "spring", "mixed"]);
    assert_eq!(answer.code, 3, "{}{}", answer.out, answer.err);
    assert!(answer.err.contains("cut.json") && !answer.err.contains("item-"), "{}", answer.err);
    let answer = room.redress(&["add", "spring", "mixed/cut.json", "--keep-going"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("nothing was taken in"), "{}", answer.err);
}

/// A wrong argument is not a broken bundle.
#[test]
fn what_is_no_bundle_is_not_called_broken() {
    let room = Room::new();
    room.case("spring");
    for command in ["verify", "recompute"] {
        let answer = room.redress(&[command, "spring"]);
        assert_eq!(answer.code, 3, "{command}: {}{}", answer.out, answer.err);
        assert!(!answer.err.contains("not what was sealed"), "{}", answer.err);
    }
}
