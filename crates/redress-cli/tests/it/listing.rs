//! The cases of a folder, found by the words that are shown, in either language.

use crate::case_file::refused;
use crate::run::{Room, typed};

fn cabinet() -> Room {
    let room = Room::new();
    for name in ["a", "b", "c"] {
        room.case(name);
    }
    room.ok(&typed("step a add private-prosecution filed --on 2026-02-01"));
    room.ok(&typed("step a add private-prosecution accepted --on 2026-02-05"));
    room.ok(&typed("step b add private-prosecution filed --on 2026-02-01"));
    room.ok(&typed("record c mark rapid-response --on 2026-02-01 --body court"));
    room
}

#[test]
fn cases_are_found_by_the_words_shown_in_either_language() {
    let room = cabinet();
    let found = |args: &[&str]| {
        let all = [&["list", ".", "--order", "cover"], args].concat();
        let listed = room.json(&all);
        let mut places: Vec<String> = listed["cases"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["place"].as_str().unwrap().to_owned())
            .collect();
        places.sort();
        places.join(" ")
    };
    for (state, places) in [
        ("private-prosecution/1=accepted", "a"),
        ("private-prosecution=accepted", "a"),
        ("刑事自诉=已受理", "a"),
        ("刑事自诉 1=已受理", "a"),
        ("刑事自诉＝已受理", "a"),
        ("Private prosecution=accepted", "a"),
        ("Private prosecution 1: accepted", "a"),
        ("已受理", "a"),
        ("刑事自诉", "a b"),
        ("private-prosecution", "a b"),
        ("private-prosecution/1", "a b"),
        ("private-prosecution/2", ""),
    ] {
        assert_eq!(found(&["--state", state]), places, "{state}");
    }
    for mark in ["rapid-response", "快速反应"] {
        assert_eq!(found(&["--mark", mark]), "c", "{mark}");
    }
    // As words, too.
    assert_eq!(found(&["已受理"]), "a");
    assert_eq!(found(&["刑事自诉"]), "a b");
    // What the list shows can be asked for.
    let shown = room.ok(&["list", ".", "--lang", "zh-Hans", "--state", "已受理"]);
    assert!(shown.contains("刑事自诉 1: 已受理"), "{shown}");
    refused(&room, "a", &["list", ".", "--state", "gossip"], 2, "cli-state-unknown");
    refused(&room, "a", &["list", ".", "--state", "刑事自诉=gossip"], 2, "cli-state-unknown");
    refused(&room, "a", &["list", ".", "--mark", "gossip"], 2, "cli-mark-unknown");
}

#[test]
fn a_case_folder_is_no_cabinet_and_nothing_is_written_into_it() {
    let room = cabinet();
    let before = room.bytes_of("a");
    for folder in ["a", "a/objects", "./a/"] {
        let told = refused(&room, "a", &["list", folder], 2, "cli-list-in-a-case");
        assert!(told["advice"].as_str().unwrap().contains("redress list"), "{told:#}");
    }
    assert_eq!(room.bytes_of("a"), before);
    assert!(!room.path("a/register.sqlite").exists());
}
