//! The dates of a case as its keepers see them: hearings with a time, notices body by body, extensions, days that lie ahead,
//! and what identifies a party.

use crate::case_file::{fits, refused};
use crate::run::{Room, typed};
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};

fn case() -> Room {
    let room = Room::new();
    room.case("spring");
    room.write("paper.txt", "某区人民法院文书（虚构）");
    room.ok(&["add", "spring", "paper.txt", "--role", "paper"]);
    room.ok(&["party", "spring", "add", "victim", "--minor", "no"]);
    room
}

fn step(room: &Room, line: &str) -> Value {
    let done = room.json(&typed(&format!("step spring add {line}")));
    fits(room, &done);
    done
}

/// Everything due on a day, in a document that fits its schema.
fn due(room: &Room, day: &str) -> Vec<Value> {
    let agenda = room.json(&["due", "spring", "--today", day, "--all"]);
    fits(room, &agenda);
    agenda["items"].as_array().unwrap().clone()
}

/// The item of a limit or duty of the book, by its name.
fn named(items: &[Value], name: &str) -> Option<Value> {
    let has = |item: &&Value| item["names"].as_array().is_some_and(|names| names.contains(&json!(name)));
    let found: Vec<&Value> = items.iter().filter(has).collect();
    assert!(found.len() < 2, "{name} stands twice: {found:#?}");
    found.first().map(|item| (*item).clone())
}

fn state(items: &[Value], name: &str) -> Option<String> {
    named(items, name).map(|item| item["state"].as_str().unwrap().to_owned())
}

const SUIT: [&str; 3] = [
    "civil-suit filed --on 2026-03-02",
    "civil-suit registered --on 2026-03-05 --number （2026）浙0110民初1号",
    "civil-suit complaint-served --on 2026-03-10",
];

/// A hearing with a time stands with it in the list and in the calendar file; one without stays a whole day.
#[test]
fn a_hearing_has_a_time_where_one_is_recorded() {
    let room = case();
    SUIT.iter().for_each(|line| drop(step(&room, line)));
    let fixed = step(&room, "civil-suit hearing-fixed --on 2026-03-12 --for-day 2026-12-03 --at 09:30");
    assert_eq!(fixed["step"]["event"]["for_time"], "09:30:00");
    step(&room, "civil-suit hearing-fixed --on 2026-03-13 --for-day 2026-12-10");
    let items = due(&room, "2026-11-01");
    let of = |day: &str| items.iter().find(|item| item["day"] == day && item["kind"] == "hearing").unwrap();
    assert_eq!(of("2026-12-03")["at"], "09:30:00");
    assert!(of("2026-12-10").get("at").is_none(), "{:#}", of("2026-12-10"));
    let list = room.ok(&["due", "spring", "--today", "2026-11-01", "--all"]);
    assert!(list.contains("2026-12-03 09:30") || list.contains("3 December 2026 09:30"), "{list}");
    assert!(room.ok(&["step", "spring", "list"]).contains("2026-12-03 09:30"));
    room.ok(&["due", "spring", "--today", "2026-11-01", "--all", "--ics", "dates.ics"]);
    let file = std::fs::read_to_string(room.path("dates.ics")).unwrap();
    for line in [
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n",
        "\r\nDTSTART;TZID=Asia/Shanghai:20261203T093000\r\n",
        "\r\nDTSTART;VALUE=DATE:20261210\r\n",
    ] {
        assert!(file.contains(line), "{line}\n{file}");
    }
    another_reader_agrees(&file);
}

/// The Python package icalendar, where `./test` has installed it.
fn another_reader_agrees(file: &str) {
    let script = "import icalendar, sys\n\
        for e in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):\n    \
        print(e.decoded('DTSTART').isoformat())\n";
    let python = std::env::var_os("REDRESS_PEERS").map(|peers| std::path::Path::new(&peers).join("python"));
    let has = |python: &std::path::PathBuf| {
        Command::new(python).args(["-c", "import icalendar"]).output().is_ok_and(|done| done.status.success())
    };
    let Some(python) = python.filter(has) else {
        let line = b"SKIPPED icalendar (run ./test, which installs it)\n";
        return std::io::stdout().write_all(line).unwrap();
    };
    let mut reader = Command::new(python)
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(file.as_bytes()).unwrap();
    let read = String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap();
    let days: Vec<&str> = read.lines().collect();
    assert!(days.contains(&"2026-12-03T09:30:00+08:00") && days.contains(&"2026-12-10"), "{days:?}");
}

#[test]
fn a_time_without_a_hearing_is_refused() {
    let room = case();
    SUIT.iter().for_each(|line| drop(step(&room, line)));
    for hour in ["9:30", "25:00", "09.30", "+9:30", "09:60", "半"] {
        let line = format!(
            "step spring add civil-suit hearing-fixed --on 2026-03-12 --for-day 2026-12-03 --at {hour}"
        );
        refused(&room, "spring", &typed(&line), 2, "cli-hour-unreadable");
    }
    // The last day of a term has no time.
    let line = "step spring add civil-suit evidence-term-set --on 2026-03-12 --for-day 2026-03-30 --at 09:30";
    refused(&room, "spring", &typed(line), 3, "procedure-time-not-appointed");
}

/// 指导意见 17 (2023-09-20), 法律援助法 35 (2022-01-01): the police told of legal aid, and that meets nothing the court owes.
#[test]
fn what_the_police_told_meets_nothing_that_the_court_owes() {
    let room = case();
    step(&room, "private-prosecution filed --on 2026-03-02");
    step(&room, "private-prosecution accepted --on 2026-03-10 --number （2026）浙0110刑初1号");
    step(
        &room,
        "public-prosecution reported --on 2026-02-02 --reason accusation --body police --body-name 某分局",
    );
    let police = ["op17-tell-aid-public", "legal-aid-35-police-tell"];
    let court = ["op17-tell-aid", "legal-aid-35-court-tells"];
    let line = "record spring notice legal-aid-35-police-tell --to party-01 --on 2026-03-11 --body police --paper item-000001";
    room.ok(&typed(line));
    let day = "2026-03-20";
    let items = due(&room, day);
    assert_eq!(state(&items, court[0]).as_deref(), Some("upcoming"), "{items:#?}");
    assert_ne!(state(&items, court[1]).as_deref(), Some("kept"));
    let notices = room.json(&["notices", "spring", "--today", day]);
    fits(&room, &notices);
    let rows = notices["notices"].as_array().or_else(|| notices["rows"].as_array()).unwrap();
    let served = |duty: &str| {
        let row = rows.iter().find(|row| row["item"]["names"].as_array().unwrap().contains(&json!(duty)));
        row.map(|row| row["served"].as_array().unwrap().len())
    };
    assert_eq!(served(court[0]), Some(0), "{rows:#?}");
    assert!(served(court[1]).is_none_or(|count| count == 0), "{rows:#?}");
    assert!(police.iter().filter_map(|duty| served(duty)).any(|count| count == 1), "{rows:#?}");
    room.ok(&["assess", "spring", "--today", day, "--out", "result"]);
    let result: Value =
        serde_json::from_slice(&std::fs::read(room.path("result/result.json")).unwrap()).unwrap();
    let facts = result["facts"].as_array().unwrap();
    let told = |body: &str| facts.iter().any(|row| row["term"] == format!("{body}_told_right_to_aid_date"));
    assert!(told("police") && !told("court") && !told("procuratorate"));
    let duties =
        result["routes"].as_array().unwrap().iter().flat_map(|route| route["duties"].as_array().unwrap());
    let states: Vec<(&str, &str)> = duties
        .filter(|duty| duty["code"] == "remedies-duty-tell-aid" && duty["by"] == "court")
        .map(|duty| (duty["by"].as_str().unwrap(), duty["state"].as_str().unwrap()))
        .collect();
    assert!(!states.is_empty() && states.iter().all(|state| state.1 == "owed"), "{states:?}");
    // A body that says it served what another owes is refused.
    let line = "record spring notice legal-aid-35-court-tells --to party-01 --on 2026-03-11 --body police";
    assert_ne!(room.redress(&typed(line)).code, 0);
}

/// Twins stand once; a limit of an authority without a record is "nothing on file"; every limit shows its name, and a wrong name
/// is answered with those that run.
#[test]
fn limits_stand_once_under_their_names() {
    let room = case();
    step(&room, "private-prosecution filed --on 2026-03-02");
    let assessed = room.json(&["assess", "spring", "--today", "2026-03-05"]);
    assert!(!assessed.to_string().contains("\"not-accepted\""), "a suit that was filed is not refused");
    let items = due(&room, "2026-04-30");
    assert_eq!(state(&items, "fs2021-1-320-review").as_deref(), Some("nothing-on-file"));
    for name in items.iter().flat_map(|item| item["names"].as_array().unwrap()) {
        assert!(named(&items, name.as_str().unwrap()).is_some());
    }
    let list = room.ok(&["due", "spring", "--today", "2026-04-30", "--all"]);
    assert!(list.contains("fs2021-1-320-review") && list.contains("nothing on file"), "{list}");
    let line =
        "record spring obstacle fs2021-1-320-revue --from 2026-03-03 --reason r --cite cn/civil-code/194";
    let told = refused(&room, "spring", &typed(line), 2, "workbench-limit-unknown");
    let known = told["finding"]["args"]["known"].to_string();
    assert!(known.contains("fs2021-1-320-review"), "{told:#}");
}

/// 民事诉讼法 164 (2024-01-01): three months, a fourth once it was approved; 法释〔2019〕19号 51 (2020-05-01): at most fifteen days.
#[test]
fn an_approved_extension_moves_the_day_of_the_judgment() {
    let room = case();
    room.ok(&["fact", "spring", "set", "case", "civil_procedure_kind", "simplified"]);
    SUIT.iter().for_each(|line| drop(step(&room, line)));
    let open = due(&room, "2026-03-20");
    assert_eq!(named(&open, "cvpl164-three-months").unwrap()["tentative"], true);
    step(&room, "civil-suit evidence-term-set --on 2026-03-12 --for-day 2026-03-28");
    step(&room, "civil-suit term-extended --on 2026-06-01");
    let items = due(&room, "2026-06-02");
    assert!(named(&items, "cvpl164-three-months").is_none());
    assert_eq!(named(&items, "cvpl164-four-months").unwrap()["day"], "2026-07-05");
    room.ok(&["assess", "spring", "--today", "2026-03-20", "--out", "result"]);
    let result: Value =
        serde_json::from_slice(&std::fs::read(room.path("result/result.json")).unwrap()).unwrap();
    let outcome = |rule: &str| {
        let rows = result["outcomes"].as_array().unwrap();
        rows.iter().find(|row| row["rule"] == rule).map(|row| row["outcome"]["value"].clone())
    };
    // Sixteen days were set where fifteen are the most.
    assert_eq!(outcome("fs2019-19-51-simplified"), Some(json!("FF")), "{:#}", result["outcomes"]);
    // 法律援助法 44 (2022-01-01): the last day of the term for evidence is eight days ahead.
    assert_eq!(outcome("legal-aid-44-first"), Some(json!("UU")));
    room.ok(&["assess", "spring", "--today", "2026-03-22", "--out", "later"]);
    let later: Value =
        serde_json::from_slice(&std::fs::read(room.path("later/result.json")).unwrap()).unwrap();
    let rows = later["outcomes"].as_array().unwrap();
    let first = rows.iter().find(|row| row["rule"] == "legal-aid-44-first").unwrap();
    assert_eq!(first["outcome"]["value"], "TT", "{first:#}");
}

/// A report that names the only statement that was taken up is the report of the case (治安管理处罚法 25, in force 2026-01-01: six
/// months): whoever says more is not told that nothing was done. With two statements taken up it is that of the one.
#[test]
fn a_step_about_the_only_statement_says_what_it_says_of_the_case() {
    let room = case();
    room.write("a.csv", "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n1,某条说法的内容一二三,1770000000,2026-02-02 10:40:00+08:00,1,1,,1770000001000,u,aaaaaaaaaaaaaaaa,云***社,k\n2,完全不同的另外一条说法,1770000000,2026-02-02 10:40:00+08:00,1,1,,1770000001000,u,bbbbbbbbbbbbbbbb,雨***社,k\n");
    room.ok(&["add", "spring", "a.csv"]);
    room.ok(&["fact", "spring", "set", "post:weibo/1", "statement_is_factual", "yes"]);
    step(&room, "administrative-penalty reported --on 2026-03-01 --statement post:weibo/1");
    let scopes = || -> Vec<Value> {
        let result = room.json(&["assess", "spring"]);
        let rows = result["facts"].as_array().unwrap().clone();
        rows.into_iter().filter(|row| row["term"] == "report_date").map(|row| row["scope"].clone()).collect()
    };
    assert_eq!(scopes(), [json!("case")]);
    room.ok(&["fact", "spring", "set", "post:weibo/2", "statement_is_factual", "yes"]);
    let of = scopes();
    assert!(of.len() == 1 && of[0] != json!("case"), "{of:?}");
}

/// The past is recorded on days that have come.
#[test]
fn a_day_that_lies_ahead_is_refused_wherever_the_past_is_recorded() {
    let room = case();
    let details = room.write("details.toml", "name = \"周某某\"\nbirth = \"2999-01-01\"\n");
    let details = details.to_str().unwrap();
    room.write("more.txt", "另一份");
    for args in [
        &["fact", "spring", "set", "case", "report_date", "2999-01-01"][..],
        &["add", "spring", "more.txt", "--observed", "2999-01-01T10:00:00+08:00"],
        &["party", "spring", "add", "respondent", "--details", details],
        &["party", "spring", "add", "respondent", "--detail", "birth=2999-01-01"],
        &["step", "spring", "add", "civil-suit", "filed", "--on", "2999-01-01"],
        &["stats", "spring", "--as-of", "2999-01-01"],
    ] {
        let answer = room.redress(&[&["--json"][..], args].concat());
        let document: Value = serde_json::from_str(&answer.out).unwrap();
        let code = document["finding"]["code"].as_str().unwrap();
        let told = ["workbench-day-ahead", "workbench-moment-ahead", "procedure-in-future"];
        assert!(told.contains(&code), "{args:?}: {document:#}");
        refused(&room, "spring", args, answer.code, code);
    }
    // The end of a term that somebody set may lie ahead.
    room.ok(&["fact", "spring", "set", "case", "evidence_deadline_date", "2999-01-01"]);
}

/// GB 11643: what cannot be right is told and kept as typed; what hides in a field is refused. No value is shown.
#[test]
fn what_identifies_a_party_is_checked() {
    let room = case();
    let told = |fields: &[&str]| {
        let mut args = vec!["party", "spring", "add", "respondent"];
        args.extend(fields.iter().flat_map(|field| ["--detail", field]));
        let done = room.json(&args);
        fits(&room, &done);
        assert!(!done.to_string().contains("11010519491231"), "{done:#}");
        let found = done["findings"].as_array().cloned().unwrap_or_default();
        found.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(!told(&["id-number=11010519491231002X"]).iter().any(|code| code.starts_with("case-id")));
    assert!(told(&["id-number=110105194912310021"]).contains(&"case-id-number-check".to_owned()));
    let birth = told(&["id-number=11010519491231002X", "birth=1950-01-01"]);
    assert!(birth.contains(&"case-id-number-birth".to_owned()), "{birth:?}");
    // GB 32100: an organisation has a code of its own kind, and no identity card.
    let company = |code: &str| {
        let args = [
            "party",
            "spring",
            "add",
            "platform",
            "--kind",
            "legal",
            "--detail",
            &format!("id-number={code}"),
        ];
        room.json(&args)["findings"].to_string()
    };
    assert!(!company("91350100M000100Y43").contains("case-"), "the example of the standard");
    assert!(company("91350100M000100Y44").contains("case-credit-code-check"));
    // Accounts carry pictures that are joined by a sign that nobody sees.
    room.ok(&[
        "party",
        "spring",
        "add",
        "respondent",
        "--detail",
        "accounts=微博：👨\u{200d}👩\u{200d}👧 花子",
    ]);
    for field in ["name=王\u{1b}[31m", "phone=138\n1", "name=王\u{202e}"] {
        let args = ["party", "spring", "add", "respondent", "--detail", field];
        refused(&room, "spring", &args, 2, "case-detail-unfit");
    }
}
