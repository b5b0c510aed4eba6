//! A line as it was typed: what is wrong with it, what it replaces, and how much it says.

use crate::case_file::{fits, refused};
use crate::run::{Room, typed};
use serde_json::Value;

/// Every way in which a line can be wrong: one document with `--json`, a sentence of the chosen language without it.
#[test]
fn a_wrong_line_is_told_in_the_language_and_as_json() {
    let room = Room::new();
    for (line, code) in [
        ("frobnicate", "cli-usage-no-such-command"),
        ("log spring --nothing", "cli-usage-unknown"),
        ("log", "cli-usage-missing"),
        ("step spring", "cli-usage-which-command"),
        ("log spring --last", "cli-usage-without-value"),
        ("log spring --last x", "cli-usage-value-unread"),
        ("export spring f.zip --purpose x", "cli-usage-value"),
        ("log spring more", "cli-usage-unknown"),
        ("log spring --last 1 --last 2", "cli-usage-conflict"),
        ("office account add x --first --role victim --config c", "cli-usage-conflict"),
    ] {
        for language in ["en", "zh-Hans"] {
            let words = typed(line);
            let answer = room.redress(&[&words[..], &["--lang", language, "--json"]].concat());
            assert_eq!((answer.code, answer.err.as_str()), (2, ""), "{line}");
            let told: Value = serde_json::from_str(&answer.out).expect(&answer.out);
            fits(&room, &told);
            assert_eq!(told["finding"]["code"], code, "{line}: {told:#}");
            let said = [&told["sentence"], &told["advice"]].map(|one| one.as_str().unwrap().to_owned());
            assert!(!said.concat().contains(['⟦', '{']), "{line}: {told:#}");
            let chinese = said[0].chars().any(|c| ('一'..='鿿').contains(&c));
            assert_eq!(chinese, language == "zh-Hans", "{line}: {told:#}");
            let plain = room.redress(&[&words[..], &["--lang", language]].concat());
            assert_eq!((plain.code, plain.out.as_str()), (2, ""), "{line}");
            if code == "cli-usage-which-command" {
                continue;
            }
            assert!(plain.err.contains(&said[0]) && !plain.err.contains("error:"), "{}", plain.err);
        }
    }
    // What stands after `--` is no option.
    let answer = room.redress(&["frobnicate", "--", "--json"]);
    assert!(answer.code == 2 && answer.out.is_empty(), "{}", answer.out);
}

/// One rule for every file that a command writes: what is there stays, unless `--force` is given.
#[test]
fn no_file_that_is_there_is_replaced_without_force() {
    let room = Room::new();
    room.case("spring");
    room.ok(&typed("step spring add private-prosecution filed --on 2026-02-01"));
    let lines = [
        "assess spring --out OUT",
        "due spring --ics OUT",
        "export spring OUT",
        "publish spring --out OUT",
        "recommend spring --kind judicial --platform p --out OUT",
        "law book --no-tests --out OUT",
        "law export --out OUT",
        "transfer spring OUT --way next-stage --from-body court --to-body police --on 2026-02-02",
    ];
    for (number, line) in lines.iter().enumerate() {
        let out = format!("out{number}");
        // `assess` writes two files into a folder.
        let file = if line.starts_with("assess") { format!("{out}/result.json") } else { out.clone() };
        room.write(&file, "mine");
        let line = line.replace("OUT", &out);
        refused(&room, "spring", &typed(&line), 2, "cli-file-exists");
        assert_eq!(std::fs::read_to_string(room.path(&file)).unwrap(), "mine", "{line}");
        room.ok(&[&typed(&line)[..], &["--force"]].concat());
        assert_ne!(std::fs::read(room.path(&file)).unwrap(), b"mine", "{line}");
        let help = room.ok(&[&typed(&line)[..1], &["--help"]].concat());
        assert!(help.contains("--force") || line.starts_with("law"), "{help}");
    }
}

/// `-q` leaves out what was done; answers, warnings and refusals stay.
#[test]
fn quiet_says_no_more_than_the_answer() {
    let room = Room::new();
    room.write("note.txt", "a note");
    for line in [
        "-q new spring --cover Spring --by Zhou",
        "-q add spring note.txt --role paper",
        "-q step spring add private-prosecution filed --on 2026-02-01",
        "-q record spring mark supervised --on 2026-02-01 --body court",
        "-q fact spring set case work_affected yes",
        "-q party spring add victim",
        "-q export spring all.zip",
        "-q publish spring --out s.md",
    ] {
        let answer = room.redress(&typed(line));
        assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{line}\n{}", answer.err);
    }
    // The key by which a bundle is checked is an answer.
    assert_eq!(room.ok(&typed("-q pack spring bundle")).lines().count(), 1);
    assert!(room.ok(&typed("-q step spring list")).contains("private prosecution filed"));
    assert!(room.ok(&typed("-q log spring")).contains("Private prosecution"));
    let refused = room.redress(&typed("-q record spring strike 99 --reason x"));
    assert!(refused.code == 2 && refused.err.contains('✗'), "{}", refused.err);
}

/// 刑事诉讼法 211 (in force 2018-10-26): a day of hearing lies ahead. It is a step of its own, and the advice says which.
#[test]
fn a_body_has_a_name_and_a_day_ahead_has_its_step() {
    let room = Room::new();
    room.case("spring");
    let nameless = "step spring add private-prosecution filed --on 2026-02-01 --body court";
    let told = refused(&room, "spring", &typed(nameless), 2, "cli-body-unnamed");
    assert!(told["sentence"].as_str().unwrap().contains("--body-name"), "{told:#}");
    let ahead = "record spring mark supervised --on 2099-01-01 --body court";
    let told = refused(&room, "spring", &typed(ahead), 2, "workbench-day-ahead");
    assert!(told["advice"].as_str().unwrap().contains("hearing-fixed"), "{told:#}");
    // The advice works.
    room.ok(&typed("step spring add private-prosecution filed --on 2026-02-01"));
    room.ok(&typed("step spring add private-prosecution accepted --on 2026-02-05"));
    let advised = "step spring add private-prosecution hearing-fixed --on 2026-02-06 --for-day 2099-01-01";
    let entered = room.json(&typed(advised));
    assert_eq!(entered["step"]["event"]["for_day"], "2099-01-01");
}

/// A procedure as text: its states, its steps in words with the word to type, its articles; Markdown where it is asked for.
#[test]
fn a_procedure_is_shown_as_text() {
    let room = Room::new();
    for (language, words) in [("en", ["filed", "Article"]), ("zh-Hans", ["已受理", "刑事诉讼法"])] {
        let shown = room.ok(&["procedure", "private-prosecution", "--lang", language]);
        assert!(shown.contains("[accepted]") && shown.contains(words[0]), "{shown}");
        for mark in ["```", "mermaid", "|---", "⟦", "<"] {
            assert!(!shown.contains(mark), "{mark}\n{shown}");
        }
        let page = room.ok(&["procedure", "private-prosecution", "--markdown", "--lang", language]);
        assert!(page.contains("mermaid") && page.starts_with('#'), "{page}");
    }
}
