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
pub(crate) fn cases(room: &Room) {
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

/// A copy of a case beside the case would be counted twice: both folders are named. So is the folder of a case that
/// cannot be read.
#[test]
fn a_case_twice_or_broken_refuses_the_whole_with_its_folder() {
    let room = Room::new();
    cases(&room);
    let copied = std::process::Command::new("cp")
        .current_dir(room.path("cases"))
        .args(["-r", "c2", "c2-back"])
        .status();
    assert!(copied.unwrap().success());
    let twice = room.redress(&["stats", "cases"]);
    assert_eq!(twice.code, 2, "{}", twice.out);
    assert!(twice.err.contains("cases/c2 and cases/c2-back"), "{}", twice.err);
    // The copy goes on, as a file does that was handed over: still one case.
    step(&room, "cases/c2-back", "public-prosecution", "filed", "2024-05-05", &[]);
    assert_eq!(room.redress(&["stats", "cases/c2-back", "cases/c2"]).code, 2);
    std::fs::remove_dir_all(room.path("cases/c2-back")).unwrap();
    room.ok(&["stats", "cases"]);
    std::fs::write(room.path("cases/c4/case.sqlite"), b"no database").unwrap();
    let broken = room.redress(&["stats", "cases"]);
    assert!(broken.code != 0 && broken.err.contains("cases/c4"), "{}", broken.err);
    assert!(broken.out.is_empty());
}

#[test]
fn breaks_of_the_own_series_come_from_a_file() {
    let room = Room::new();
    cases(&room);
    room.write(
        "breaks.toml",
        "[[break]]\ntable = \"funnel\"\non = \"2024-01-15\"\nzh = \"换了登记口径\"\nen = \"another way of entering\"\n",
    );
    let ask = ["stats", "cases", "--by", "month", "--from", "2023-12-01", "--breaks", "breaks.toml"];
    let form = |format: &str, more: &[&str]| room.ok(&[&ask[..], &["--format", format], more].concat());
    assert!(form("text", &[]).contains("┆ From 15 January 2024") || form("text", &[]).contains("┆ "));
    assert!(form("text", &["--lang", "zh-Hans"]).contains("换了登记口径"));
    assert!(form("csv", &[]).contains("2024-01-15 another way of entering"));
    assert!(form("html", &[]).contains("another way of entering"));
    let svg = form("svg", &["--table", "funnel"]);
    assert!(svg.contains("another way of entering") && svg.contains("class=\"break\""), "{svg}");
    let json = room.json(&ask);
    fits(&room, &json);
    assert_eq!(json["breaks"][0]["break"]["on"], "2024-01-15");
    room.write("bad.toml", "[[break]]\ntable = \"nothing\"\non = \"2024-01-15\"\nreason = \"x\"\n");
    let bad = room.redress(&["stats", "cases", "--breaks", "bad.toml"]);
    assert!(bad.code == 3 && bad.err.contains("no table \"nothing\""), "{}", bad.err);
}
