//! Figures of a handful of case folders, made by the commands themselves.

use crate::case_file::fits;
use crate::run::Room;
use serde_json::Value;

fn step(room: &Room, case: &str, procedure: &str, event: &str, on: &str, more: &[&str]) {
    let mut args = vec!["step", case, "add", procedure, event, "--on", on];
    args.extend(more);
    room.ok(&args);
}

/// Seven cases in one folder: four refused, one judged, one that crossed to public prosecution, one only opened.
fn cases(room: &Room) {
    std::fs::create_dir(room.path("cases")).unwrap();
    let case = |number: usize| format!("cases/c{number}");
    for number in 1..=7 {
        room.case(&case(number));
    }
    for number in 1..=6 {
        let case = case(number);
        step(room, &case, "private-prosecution", "filed", "2024-01-08", &[]);
        if number <= 4 {
            let why = ["--reason", "lack-of-evidence"];
            step(room, &case, "private-prosecution", "refused", "2024-01-18", &why);
        } else {
            step(room, &case, "private-prosecution", "accepted", "2024-01-20", &[]);
        }
    }
    step(room, "cases/c5", "private-prosecution", "judged", "2024-03-20", &["--reason", "sentence"]);
    step(room, "cases/c6", "public-prosecution", "filed", "2024-02-01", &[]);
    step(room, "cases/c6", "private-prosecution", "trial-ended", "2024-02-10", &[]);
    let arrest = ["--reason", "defamation", "--persons", "6"];
    step(room, "cases/c6", "public-prosecution", "arrest-approved", "2024-02-15", &arrest);
    step(room, "cases/c5", "police-help", "court-asked", "2024-01-22", &[]);
    step(room, "cases/c5", "police-help", "collected", "2024-02-05", &[]);
    room.ok(&["party", "cases/c5", "add", "victim", "--minor", "yes"]);
    let notice =
        ["record", "cases/c5", "notice", "cpl-46-court-tells", "--to", "party-01", "--body", "court"];
    room.write("told.txt", "told");
    room.ok(&["add", "cases/c5", "told.txt", "--role", "paper"]);
    room.ok(&[&notice[..], &["--on", "2024-01-22", "--paper", "item-000001"]].concat());
    room.ok(&["record", "cases/c6", "mark", "supervised", "--on", "2024-02-02", "--body", "police"]);
}

fn cell<'v>(release: &'v Value, table: &str, row: &str, column: &str) -> &'v Value {
    let named = |list: &'v Value, id: &str| {
        let mut all = list.as_array().unwrap().iter();
        all.position(|one| one["id"] == id || one["head"]["id"] == id).unwrap()
    };
    let tables = &release["tables"];
    let table = &tables[named(tables, table)];
    &table["rows"][named(&table["rows"], row)]["cells"][named(&table["columns"], column)]
}

fn n(release: &Value, table: &str, row: &str, column: &str) -> u64 {
    cell(release, table, row, column)["n"].as_u64().unwrap()
}

#[test]
fn a_folder_of_cases_becomes_tables() {
    let room = Room::new();
    cases(&room);
    let ask = ["stats", "cases", "--threshold", "0", "--scope", "a desk"];
    let all = room.json(&ask);
    fits(&room, &all);
    let funnel = |row: &str| n(&all, "funnel", row, "2024");
    assert_eq!([funnel("filed"), funnel("not-accepted"), funnel("accepted"), funnel("judged")], [6, 4, 2, 1]);
    assert_eq!(funnel("to-public-after"), 1);
    assert_eq!(n(&all, "arrests", "defamation", "2024"), 6);
    assert_eq!(n(&all, "crossings", "trial-ended", "2024"), 1);
    assert_eq!(n(&all, "help", "collected", "2024"), 1);
    assert_eq!(n(&all, "marks", "supervised", "total"), 1);
    assert_eq!(n(&all, "minors", "minor", "total"), 1);
    // 刑事诉讼法 46 (2018-10-26): within three days of accepting; told on the second.
    assert_eq!(n(&all, "notices", "in-time", "total"), 1);
    assert_eq!(cell(&all, "durations", "private-prosecution.filed-refused", "median-days")["half_days"], 20);
    // As of a day: what came later is not seen.
    let early = room.json(&[&ask[..], &["--as-of", "2024-01-31"]].concat());
    assert_eq!(n(&early, "funnel", "judged", "2024"), 0);
    assert_eq!(n(&early, "funnel", "pending-after", "2024"), 2);
}

/// What names a case, its cover or its folder stands in no form.
#[test]
fn small_counts_are_withheld_and_no_case_is_named() {
    let room = Room::new();
    cases(&room);
    room.write(
        "events.toml",
        "[[event]]\nname = \"A rumour\"\nfrom = \"2024-01-05\"\nto = \"2024-01-20\"\nsource = \"a newspaper\"\n",
    );
    let held = room.json(&["stats", "cases"]);
    fits(&room, &held);
    assert_eq!(n(&held, "funnel", "filed", "2024"), 6);
    assert_eq!(cell(&held, "funnel", "judged", "2024")["is"], "withheld");
    assert_eq!(cell(&held, "funnel", "not-accepted", "2024")["is"], "withheld");
    assert_eq!(n(&held, "funnel", "dismissed", "2024"), 0);
    for language in ["en", "zh-Hans"] {
        let mut all = Vec::new();
        for format in ["text", "csv", "json", "html"] {
            let args = ["stats", "cases", "--format", format, "--events", "events.toml", "--lang", language];
            all.push(room.ok(&args));
        }
        for said in &all {
            assert!(!said.contains('⟦') && said.contains("A rumour") || said.starts_with("table,"), "{said}");
            assert!(!said.contains("Spring") && !said.contains("c5") && !said.contains("Zhou"), "{said}");
        }
    }
    room.ok(&["stats", "cases", "--format", "svg", "--out", "charts"]);
    let charts: Vec<String> = room.bytes_of("charts").into_iter().map(|(name, _)| name).collect();
    assert_eq!(charts, ["arrests.svg", "funnel.svg", "weeks.svg"]);
    let one = room.ok(&["stats", "cases", "--table", "funnel", "--format", "svg"]);
    assert!(one.starts_with("<svg") && one.contains("<title"), "{one}");
    assert_eq!(
        one,
        room.ok(&["stats", "cases", "--table", "funnel", "--format", "svg"]),
        "same cases, same bytes"
    );
}

#[test]
fn the_published_series_stand_alone_with_their_marks() {
    let room = Room::new();
    let all = room.json(&["stats", "--published"]);
    fits(&room, &all);
    assert_eq!(all["series"][0]["points"][2]["value"], "?");
    let text = room.ok(&["stats", "--published"]);
    assert!(
        text.contains("271 (46.17%)") && text.contains("not known") && text.contains("no trend"),
        "{text}"
    );
    let csv = room.ok(&["stats", "--published", "--format", "csv"]);
    assert!(csv.lines().all(|line| !line.contains("2022-12-31,no,0,")), "{csv}");
    assert!(room.ok(&["stats", "--published", "--format", "html"]).contains("21,923"));
}

#[test]
fn what_cannot_be_counted_is_refused_in_one_sentence() {
    let room = Room::new();
    cases(&room);
    room.write(
        "bad.toml",
        "[[event]]\nname = \"x\"\nfrom = \"2024-02-01\"\nto = \"2024-01-01\"\nsource = \"y\"\n",
    );
    let refused: [(&[&str], i32, &str); 6] = [
        (&["stats", "nowhere"], 2, "nowhere"),
        (&["stats", "cases", "--from", "2025-01-01", "--to", "2024-01-01"], 2, "backwards"),
        (&["stats", "cases", "--by", "month", "--from", "1950-01-01"], 2, "too many"),
        (&["stats", "cases", "--events", "bad.toml"], 3, "no name or source"),
        (&["stats", "cases", "--format", "svg"], 2, "several charts"),
        (&["stats", "cases", "--out", "cases/c1/x.txt"], 2, "case"),
    ];
    let before = room.bytes_of("cases/c1");
    for (args, code, sentence) in refused {
        let answer = room.redress(args);
        assert!(
            answer.code == code && answer.err.contains(sentence),
            "{args:?} {} {}",
            answer.code,
            answer.err
        );
    }
    assert_eq!(room.bytes_of("cases/c1"), before);
}
