//! What was entered wrongly is put right, and what the ledger then says of it.

use crate::case_file::{fits, head, refused};
use crate::run::{Room, repository, typed};
use serde_json::{Value, json};

/// Four posts in columns that nobody knows, and mappings by which they are read: right, by a wrong column for the id, and
/// by a column of posts that most rows leave empty.
fn case() -> Room {
    let room = Room::new();
    room.case("spring");
    let rows = "P1,u1,1767600000,1,,第一条内容写在这里13812345678 @某人\n\
                P2,u2,1767600100,1,,第二条内容写在这里\n\
                P3,u3,1767600200,1,x,第三条内容完全不同于别的\n\
                P4,u4,1767600300,1,,第四条说的是另一件事情\n";
    room.write("posts.csv", format!("post_id,user_id,publish_time,like_num,empty,post_content\n{rows}"));
    let right = std::fs::read_to_string(repository().join("docs/mappings/sccd-posts.toml")).unwrap();
    let right: Vec<&str> =
        right.lines().filter(|line| !line.contains("comment_num") && !line.contains("repost_num")).collect();
    let right = right.join("\n");
    room.write("right.toml", &right);
    room.write("ids.toml", right.replace("\"post_id\"", "\"like_num\""));
    room.write("skips.toml", right.replace("\"post_id\"", "\"empty\""));
    room
}

fn add(room: &Room, mapping: &str) -> Value {
    let added = room.json(&["add", "spring", "posts.csv", "--mapping", mapping]);
    fits(room, &added);
    added
}

fn codes(added: &Value) -> Vec<&str> {
    added["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

fn posts(room: &Room) -> Value {
    room.json(&["measure", "spring"])["kept"]["totals"]["posts"].clone()
}

/// The entries of the readings, in order.
fn readings(room: &Room) -> Vec<String> {
    let rows = room.json(&["log", "spring", "--kind", "read"])["entries"].as_array().unwrap().clone();
    rows.iter().map(|row| row["entry"]["seq"].to_string()).collect()
}

fn strike(room: &Room, entry: &str) -> String {
    room.ok(&["record", "spring", "strike", entry, "--reason", "wrong mapping"])
}

#[test]
fn a_reading_by_a_wrong_mapping_is_warned_of_and_can_be_struck() {
    let room = case();
    assert_eq!(codes(&add(&room, "ids.toml")), ["workbench-mostly-repeats"]);
    assert_eq!(posts(&room), 1);
    let wrong = readings(&room)[0].clone();
    let said = strike(&room, &wrong);
    assert!(said.contains("stays sealed") || said.contains("no posts"), "{said}");
    assert_eq!(posts(&room), 0);
    refused(
        &room,
        "spring",
        &["record", "spring", "strike", &wrong, "--reason", "x"],
        2,
        "workbench-struck-before",
    );
    assert_eq!(codes(&add(&room, "skips.toml")), ["workbench-mostly-skipped"]);
    // What is read rightly stands, and nothing is warned of.
    assert_eq!(codes(&add(&room, "right.toml")), Vec::<&str>::new());
    assert_eq!(posts(&room), 4);
    // Without the last reading the one before it counts again, and then none.
    let read = readings(&room);
    assert_eq!(read.len(), 3);
    let said = strike(&room, &read[2]);
    assert!(said.contains(&format!("entry {}", read[1])), "{said}");
    assert_eq!(posts(&room), 1);
    add(&room, "right.toml");
    assert_eq!(posts(&room), 4);
}

/// Whoever holds the bundle works out the same: a struck reading gives no posts there either.
#[test]
fn a_struck_reading_is_struck_in_the_bundle_too() {
    let room = case();
    add(&room, "right.toml");
    add(&room, "ids.toml");
    strike(&room, &readings(&room)[1]);
    assert_eq!(posts(&room), 4);
    room.ok(&["pack", "spring", "bundle", "--today", "2026-03-01"]);
    room.ok(&["verify", "bundle"]);
    room.ok(&["recompute", "bundle"]);
    let result: Value =
        serde_json::from_slice(&std::fs::read(room.path("bundle/data/result.json")).unwrap()).unwrap();
    assert_eq!(result["kept"]["totals"]["posts"], 4);
}

#[test]
fn statements_are_told_apart_without_their_words_and_with_them_after_an_entry() {
    let room = case();
    add(&room, "right.toml");
    let before = head(&room, "spring");
    let plain = room.json(&["measure", "spring"]);
    let first = plain["handles"].as_array().unwrap().iter().find(|one| one["post"] == "weibo/P1").unwrap();
    assert_eq!((&first["file"], &first["characters"]), (&json!("posts.csv"), &json!(24)));
    assert_eq!(first["span"]["place"]["row"], 2, "{first:#}");
    let shown = room.ok(&["measure", "spring"]);
    assert!(shown.contains("posts.csv row 2") && !shown.contains("第一条"), "{shown}");
    assert!(!plain.to_string().contains("第一条"));
    assert_eq!(head(&room, "spring"), before, "a masked look is no look");
    let shown = room.ok(&["measure", "spring", "--words", "--purpose", "find the rumour"]);
    assert!(shown.contains("第一条内容写在这里") && !shown.contains("13812345678"), "{shown}");
    assert!(!shown.contains("某人"), "{shown}");
    let log = room.ok(&["log", "spring", "--last", "1"]);
    assert!(log.contains("find the rumour"), "{log}");
}

/// A step on which later ones rest is struck after them; each is named.
#[test]
fn a_step_is_struck_after_what_rests_on_it() {
    let room = Room::new();
    room.case("spring");
    for (event, on) in [("filed", "2026-02-01"), ("accepted", "2026-02-05"), ("heard", "2026-02-20")] {
        room.ok(&["step", "spring", "add", "private-prosecution", event, "--on", on]);
    }
    let told =
        refused(&room, "spring", &typed("record spring strike 2 --reason x"), 2, "workbench-strike-steps");
    assert_eq!(told["finding"]["args"]["later"], "4, 3");
    for entry in ["4", "3", "2"] {
        let said = room.ok(&["record", "spring", "strike", entry, "--reason", "another case"]);
        assert!(said.contains(&format!("#{entry}")) && said.contains("February 2026"), "{said}");
    }
    assert_eq!(room.json(&["step", "spring", "list"])["tracks"], json!([]));
}

/// The log in either language: what counts no more, what it is about, and what a look was for.
#[test]
fn the_log_marks_what_counts_no_more_and_speaks_the_language() {
    let room = case();
    add(&room, "right.toml");
    room.ok(&typed("step spring add private-prosecution filed --on 2026-02-01"));
    room.ok(&typed("step spring add private-prosecution withdrawn --on 2026-02-10 --reason other"));
    room.ok(&typed(
        "record spring mark supervised --on 2026-02-01 --body procuratorate --body-name 某检察院",
    ));
    room.ok(&["fact", "spring", "set", "case", "work_affected", "yes"]);
    room.ok(&["fact", "spring", "set", "case", "administrative_case_complex", "no"]);
    let rows = || room.json(&["log", "spring"])["entries"].as_array().unwrap().clone();
    let of = |kind: &str| {
        let found = rows().into_iter().filter(|row| row["entry"]["what"]["kind"] == kind);
        found.map(|row| row["entry"]["seq"].to_string()).collect::<Vec<_>>()
    };
    let (claims, marks) = (of("claimed"), of("marked"));
    room.ok(&["fact", "spring", "withdraw", &claims[0], "--reason", "mistaken"]);
    room.ok(&["record", "spring", "dispute", &claims[1], "--reason", "they say otherwise"]);
    let echoed = room.json(&["record", "spring", "strike", &marks[0], "--reason", "another case"]);
    fits(&room, &echoed);
    assert_eq!(echoed["what"]["kind"], "struck");
    let undone = |seq: &str| {
        let seq: u64 = seq.parse().unwrap();
        let row = rows().into_iter().find(|row| row["entry"]["seq"] == seq).unwrap();
        row["undone"]["how"].clone()
    };
    assert_eq!(undone(&claims[0]), "withdrawn");
    assert_eq!(undone(&claims[1]), "disputed");
    assert_eq!(undone(&marks[0]), "struck");
    let last = rows().len();
    let log = room.ok(&["log", "spring"]);
    assert!(
        log.contains(&format!("×{:>5}", marks[0])) && log.contains(&format!("struck by entry {last}")),
        "{log}"
    );
    let zh = room.ok(&["log", "spring", "--lang", "zh-Hans"]);
    for word in ["挂牌督办", "某检察院 (人民检察院)", "刑事自诉", "已被第", "提出争议"]
    {
        assert!(zh.contains(word), "{word}\n{zh}");
    }
    for code in ["private-prosecution", "supervised", "work_affected", "procuratorate"] {
        assert!(!zh.contains(code), "{code}\n{zh}");
    }
    assert!(!log.contains("private-prosecution") && !log.contains("work_affected"), "{log}");
    // The reason of a step in words, where steps are listed and where they are asked for.
    for line in ["step spring list", "step spring list --lang zh-Hans"] {
        let steps = room.ok(&typed(line));
        assert!(!steps.contains("(other)") && steps.contains('('), "{steps}");
    }
    let next = room.ok(&typed("step spring next --lang zh-Hans"));
    assert!(!next.contains('⟦'), "{next}");
}
