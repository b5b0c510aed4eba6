//! Files of facts as a person writes them: where they lie, what is wrong with them, how they are answered.

use crate::output::LINE;
use crate::run::Room;
use serde_json::Value;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn with_id(id: &str) -> String {
    LINE.replace("spring", id)
}

#[test]
fn every_file_of_a_folder_is_answered_in_order() {
    let room = Room::new();
    room.write("in/b.json", with_id("three"));
    room.write("in/a.jsonl", format!("{}\n{}\n", with_id("one"), with_id("two")));
    let answers = lines(&room.ok(&["law", "eval", "in", "--json"]));
    let ids: Vec<&str> = answers.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["one", "two", "three"]);
    assert!(room.ok(&["similar", "in", "--id", "three"]).contains("three"));
    assert!(room.ok(&["law", "explain", "cl246-defamation", "--facts", "in", "--id", "two"]).contains("two"));
    room.write("in/notes.txt", "x");
    let answer = room.redress(&["law", "eval", "in"]);
    assert_eq!((answer.code, answer.out.as_str()), (3, ""));
    assert!(answer.err.contains("notes.txt"), "{}", answer.err);
    std::fs::create_dir(room.path("empty")).unwrap();
    let answer = room.redress(&["law", "eval", "empty"]);
    assert!(answer.code == 3 && answer.err.contains("no file of facts in empty"), "{}", answer.err);
}

#[test]
fn an_unknown_statement_is_refused_with_those_there_are() {
    let room = Room::new();
    room.write("f.jsonl", LINE.replacen("\"chat\"", "\"post\"", 1));
    let explain = |subject: &str| {
        room.redress(&["law", "explain", "cl246-defamation", "--facts", "f.jsonl", "--subject", subject])
    };
    let answer = explain("zz");
    assert_eq!(answer.code, 2, "{}", answer.out);
    assert!(answer.err.contains("no statement zz; there are chat, post"), "{}", answer.err);
    assert!(explain("post").out.contains("post"));
    assert_eq!(explain("case").code, 0);
}

#[test]
fn a_published_case_is_a_file_of_facts() {
    let room = Room::new();
    let answers = lines(&room.ok(&["law", "eval", "C02", "--json"]));
    assert_eq!((answers.len(), answers[0]["id"].as_str()), (1, Some("C02")));
    let page = crate::run::repository().join("law/cases/C02-parcel-station.toml");
    assert_eq!(lines(&room.ok(&["law", "eval", page.to_str().unwrap(), "--json"])), answers);
    assert!(room.ok(&["law", "explain", "cl246-defamation", "--facts", "C02"]).contains("C02"));
    assert!(room.ok(&["similar", "C02"]).contains("C02: "));
    room.write("broken.toml", "id = \"C99\"\nzh = 7\n");
    let answer = room.redress(&["law", "eval", "broken.toml"]);
    assert!(answer.code == 3 && answer.err.contains("line 2, column 6"), "{}", answer.err);
    assert_eq!(room.redress(&["law", "eval", "C99"]).code, 3);
}

#[test]
fn the_answer_can_be_read_in_both_languages() {
    let room = Room::new();
    room.write("f.jsonl", LINE);
    let english = room.ok(&["law", "eval", "f.jsonl"]);
    for part in [
        "spring · asked for 21 November 2026",
        "Protected speech was checked first",
        "evidence missing         chat           Elements of criminal defamation",
        "Private prosecution",
        "Days to keep",
        "15 April 2027",
        "[unverified]",
        "Rules on which the file says nothing: ",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    assert!(english.find("Protected speech") < english.find("Elements of criminal defamation"));
    let chinese = room.ok(&["law", "eval", "f.jsonl", "--lang", "zh"]);
    for part in ["按2026年11月21日计", "先查过言论保护", "诽谤罪的构成要素", "期限", "这份事实没有涉及的规则"]
    {
        assert!(chinese.contains(part), "{part}: {chinese}");
    }
    assert!(!english.contains('⟦') && !chinese.contains('⟦'));
    // A path with several statements has readings and duties too.
    let case = room.ok(&["law", "eval", "C02"]);
    assert!(case.contains("st-1 st-2") && !case.contains('⟦'), "{case}");
}

#[test]
fn what_nobody_spoke_about_can_be_left_out_of_the_data() {
    let room = Room::new();
    room.write("f.jsonl", LINE);
    let whole = lines(&room.ok(&["law", "eval", "f.jsonl", "--json"]));
    let said = lines(&room.ok(&["law", "eval", "f.jsonl", "--json", "--said"]));
    let of = |one: &Value| one["elements"].as_array().unwrap().clone();
    let spoken: Vec<Value> = of(&whole[0]).into_iter().filter(|one| one["said"] == true).collect();
    assert_eq!(of(&said[0]), spoken);
    assert!(spoken.len() * 4 < of(&whole[0]).len());
}

#[test]
fn faults_are_told_in_the_language_of_the_person_and_all_at_once() {
    let room = Room::new();
    room.write("f.jsonl", r#"{"id":"案","at":"2026-13-01","factz":[]}"#);
    let answer = room.redress(&["law", "eval", "f.jsonl", "--lang", "zh-Hans"]);
    assert_eq!((answer.code, answer.out.as_str()), (3, ""));
    for part in ["不是日期", "相近的有：facts", "缺少“facts”", "第 1 行（案）"] {
        assert!(answer.err.contains(part), "{part}: {}", answer.err);
    }
    assert!(!answer.err.contains("expected") && !answer.err.contains("missing field"), "{}", answer.err);
    for (bytes, about) in [
        (&b"\xef\xbb\xbf"[..], "no file of facts in it"),
        (b"", "no file of facts in it"),
        (b"{\"id\":\"\xff\"}", "not text (UTF-8): byte 8"),
        (b"{\n\"id\": \"a\"\n}", "one object per line"),
        (b"{\"id\": nonsense}", "Line 1, column"),
    ] {
        room.write("bad.jsonl", bytes);
        let answer = room.redress(&["law", "eval", "bad.jsonl"]);
        assert_eq!(answer.code, 3, "{}", answer.out);
        assert!(answer.err.contains(about), "{about}: {}", answer.err);
        assert_eq!(answer.err.matches('✗').count(), 1, "{}", answer.err);
    }
    room.write("marked.jsonl", format!("\u{feff}{LINE}"));
    room.ok(&["law", "eval", "marked.jsonl"]);
}

#[test]
fn lines_that_are_refused_are_counted_and_named() {
    let room = Room::new();
    let bad = r#"{"id":"two","at":"2026-11-21","facts":[{"fact":"view_cuont","value":1,"standing":"official"},{"fact":"act_date","value":7,"standing":"official"}]}"#;
    room.write("f.jsonl", format!("{LINE}\n{bad}\nnot json\n"));
    let answer = room.redress(&["law", "eval", "f.jsonl", "--keep-going"]);
    assert_eq!(answer.code, 3);
    assert!(answer.out.contains("spring · asked for"), "{}", answer.out);
    assert!(answer.err.contains("2 of 3 refused: 2 (two), 3"), "{}", answer.err);
    assert_eq!(answer.err.matches('✗').count(), 4, "{}", answer.err);
    let answer = room.redress(&["law", "eval", "f.jsonl", "--keep-going", "--json"]);
    let answers = lines(&answer.out);
    let schemas: Vec<&str> = answers.iter().map(|one| one["schema"].as_str().unwrap()).collect();
    assert_eq!(schemas, ["redress/answers/1", "redress/refusal/1", "redress/refusal/1"]);
    assert_eq!(answers[1]["more"].as_array().unwrap().len(), 1);
    assert!(answer.err.contains("2 of 3 refused"), "{}", answer.err);
    // Of very many faults the first twenty.
    let many = vec![r#"{"fact":"xyzzyplugh","standing":"official"}"#; 30].join(",");
    room.write("many.jsonl", format!(r#"{{"id":"m","at":"2026-11-21","facts":[{many}]}}"#));
    let answer = room.redress(&["law", "eval", "many.jsonl"]);
    assert!(answer.err.matches('✗').count() == 21 && answer.err.contains("10 more faults"), "{}", answer.err);
}

#[test]
fn an_id_that_comes_twice_is_a_warning() {
    let room = Room::new();
    room.write("f.jsonl", format!("{LINE}\n{LINE}\n"));
    let answer = room.redress(&["law", "eval", "f.jsonl", "--json"]);
    assert_eq!((answer.code, lines(&answer.out).len()), (0, 2));
    assert!(answer.err.contains("The id spring comes 2 times"), "{}", answer.err);
}
