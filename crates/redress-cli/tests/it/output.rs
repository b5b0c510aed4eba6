//! Output that cannot be written, and files that a command may or may not replace.

use crate::run::{Answer, Room, answer};
use std::process::Stdio;

/// Runs it with standard output on a device that is always full.
fn on_a_full_disk(room: &Room, args: &[&str]) -> Answer {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    answer(room.command(args).stdout(Stdio::from(full)).output().unwrap())
}

pub(crate) const LINE: &str = r#"{"id":"spring","at":"2026-11-21","facts":[{"fact":"statement_false","subject":"chat","value":true,"standing":"official","source":"police decision"},{"fact":"act_date","subject":"chat","value":"2026-10-15","standing":"official","source":"screenshot"}]}"#;

#[cfg(target_os = "linux")]
#[test]
fn output_that_a_full_disk_did_not_take_is_exit_six_and_one_message() {
    let room = Room::new();
    room.write("all.jsonl", LINE);
    let commands: [&[&str]; 9] = [
        &["law", "eval", "all.jsonl"],
        &["law", "eval", "all.jsonl", "--json"],
        &["law", "list"],
        &["law", "export"],
        &["law", "facts", "--json"],
        &["law", "diff", "2025-12-31", "2026-01-01"],
        &["law", "explain", "cl246-defamation"],
        &["law", "--help"],
        &["schema", "facts"],
    ];
    for command in commands {
        let answer = on_a_full_disk(&room, command);
        assert_eq!(answer.code, 6, "{command:?}: {}", answer.err);
        assert_eq!(answer.err.matches('✗').count(), 1, "{command:?}: {}", answer.err);
    }
    // What was refused before is told, and nothing besides.
    let answer = on_a_full_disk(&room, &["law", "show", "cl246-nothing"]);
    assert_eq!((answer.code, answer.err.matches('✗').count()), (2, 1), "{}", answer.err);
    let answer = on_a_full_disk(&room, &["law", "show", "cl246-nothing", "--json"]);
    assert_eq!((answer.code, answer.err.matches('✗').count()), (6, 1), "{}", answer.err);
}

#[test]
fn a_reader_that_went_away_is_told_nothing() {
    let room = Room::new();
    let script = format!("'{}' law list | head -1; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_redress"));
    let mut shell = std::process::Command::new("bash");
    let answer = answer(shell.current_dir(room.dir.path()).args(["-c", &script]).output().unwrap());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn only_a_plain_file_is_replaced_and_no_folder_is_made() {
    let room = Room::new();
    room.write("target.xml", "old");
    room.write("folder/inside", "x");
    std::os::unix::fs::symlink("target.xml", room.path("link.xml")).unwrap();
    std::os::unix::fs::symlink("nowhere.xml", room.path("dangling.xml")).unwrap();
    let said = room.ok(&["law", "export", "--out", "link.xml", "--force"]);
    assert!(said.contains("Replaced"), "{said}");
    assert!(room.path("link.xml").is_symlink());
    assert!(std::fs::read_to_string(room.path("target.xml")).unwrap().starts_with("<?xml"));
    assert!(room.ok(&["law", "export", "--out", "new.xml"]).contains("Written"));
    for command in ["export", "book"] {
        for (out, about) in [
            ("/dev/null", "/dev/null is there"),
            ("dangling.xml", "not a plain file"),
            ("folder", "not a plain file"),
            ("none/new.xml", "no folder none"),
        ] {
            let answer = room.redress(&["law", command, "--out", out]);
            assert_eq!(answer.code, 2, "{command} {out}: {}{}", answer.out, answer.err);
            assert!(answer.err.contains(about), "{}", answer.err);
        }
        let help = room.ok(&["law", command, "--help"]);
        assert!(help.contains("File to write") && !help.contains("Folder to write"), "{help}");
    }
    assert!(!room.path("none").exists());
    assert!(room.ok(&["assess", "--help"]).contains("Folder to write"));
}
