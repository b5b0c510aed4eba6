//! What happens in a procedure, recorded on the pages: steps, notices, filings, decisions, marks, obstacles, mistakes.

use crate::run::Room;
use crate::serving::{Got, Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The number of the entry to which an answer leads.
fn entry(got: &Got) -> String {
    let leads = got.header("location");
    assert!(leads.is_some(), "{} {}", got.status, got.text());
    leads.unwrap_or_default().rsplit_once("#e-").unwrap().1.to_owned()
}

/// A case with a victim and a sealed paper, on a workbench.
fn spring(guest: &Guest<'_>) -> String {
    let begun = guest.post("/c", &[("cover", "Spring")]);
    let case = begun.header("location").unwrap().replace("/evidence", "");
    assert_eq!(guest.post(&format!("{case}/people/add"), &[("capacity", "victim")]).status, 303);
    let paper = guest.upload(&format!("{case}/add"), &[("role", "paper")], &[("told.txt", b"told")]);
    assert_eq!(paper.status, 200);
    case
}

const FILED: [(&str, &str); 3] =
    [("procedure", "private-prosecution"), ("event", "filed"), ("on", "2026-03-02")];

/// The suit was filed, and the court took it.
fn accepted(guest: &Guest<'_>, case: &str) {
    let step = format!("{case}/step");
    entry(&guest.post(&step, &FILED));
    let fields = [
        ("procedure", "private-prosecution"),
        ("event", "accepted"),
        ("on", "2026-03-09"),
        ("body", "court"),
        ("body-name", "某区人民法院"),
        ("number", "（2026）浙0110刑初1号"),
        ("exhibit", "item-000001"),
    ];
    let nameless: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "body-name").collect();
    let got = guest.post(&step, &nameless);
    assert_eq!(got.status, 422, "a body is named with its name: {}", got.text());
    entry(&guest.post(&step, &fields));
}

#[test]
fn steps_and_what_goes_with_them_are_recorded_on_the_pages() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = spring(&guest);
    let (step, procedure) = (format!("{case}/step"), format!("{case}/procedure"));
    // What may follow, and what the law closes, each with its article; then one step with all that is said of it.
    let next = guest.get(&format!("{step}?procedure=private-prosecution&track=1")).text();
    assert!(next.contains("value=\"filed\"") && next.contains("Criminal Procedure Law"), "{next}");
    let ask = guest.get(&format!("{step}?procedure=private-prosecution&track=1&event=refused")).text();
    assert!(ask.contains("lack-of-evidence"), "reasons that the law tells apart: {ask}");
    let early =
        guest.post(&step, &[("procedure", "private-prosecution"), ("event", "judged"), ("on", "2026-03-02")]);
    assert!(early.status == 422 && early.text().contains("Law"), "the article says why: {}", early.text());
    accepted(&guest, &case);
    let hearing = [
        ("procedure", "private-prosecution"),
        ("event", "hearing-fixed"),
        ("on", "2026-03-10"),
        ("for-day", "2030-04-01"),
        ("for-time", "09:30"),
    ];
    let fixed = entry(&guest.post(&step, &hearing));
    let page = guest.get(&procedure).text();
    assert!(
        page.contains("09:30") && page.contains("某区人民法院") && page.contains("浙0110刑初1号"),
        "{page}"
    );
    // A mistake is struck: the entry stays in the record, and the day is gone from the list.
    let strike = format!("{case}/strike");
    assert_eq!(guest.post(&strike, &[("entry", &fixed)]).status, 422, "not without a reason");
    let struck = guest.post(&strike, &[("entry", &fixed), ("reason", "another case"), ("back", &procedure)]);
    assert_eq!(struck.header("location"), Some(procedure.as_str()), "{}", struck.text());
    assert!(!guest.get(&procedure).text().contains("09:30"));
    assert!(guest.get(&format!("{case}/history")).text().contains(&format!("id=\"e-{fixed}\"")));
}

/// 刑事诉讼法 46 (2018-10-26): within three days of accepting, the court tells of the right to an agent.
#[test]
fn a_notice_that_is_owed_is_recorded_from_its_row() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = spring(&guest);
    let procedure = format!("{case}/procedure");
    accepted(&guest, &case);
    let page = guest.get(&procedure).text();
    let owed = data(&guest, &procedure);
    let row = owed["notices"].as_array().unwrap().iter().find(|row| row["duty"] == "cpl-46-court-tells");
    assert_eq!(row.unwrap()["owed_to"], serde_json::json!(["party-01"]), "{owed}");
    assert!(page.contains("record/notice?duty=cpl-46-court-tells"), "{page}");
    let notice = format!("{case}/record/notice");
    let form = guest.get(&format!("{notice}?duty=cpl-46-court-tells")).text();
    assert!(
        form.contains("value=\"cpl-46-court-tells\" selected") && form.contains("value=\"court\" selected"),
        "{form}"
    );
    let told = [
        ("duty", "cpl-46-court-tells"),
        ("to-party", "party-01"),
        ("service", "in-person"),
        ("exhibit", "item-000001"),
    ];
    let by_police = guest.post(&notice, &[&told[..], &[("body", "police"), ("on", "2026-03-10")]].concat());
    assert_eq!(
        by_police.status,
        422,
        "one body's telling does not meet what another owes: {}",
        by_police.text()
    );
    let ahead = guest.post(&notice, &[&told[..], &[("body", "court"), ("on", "2099-01-01")]].concat());
    assert_eq!(ahead.status, 422, "{}", ahead.text());
    entry(&guest.post(&notice, &[&told[..], &[("body", "court"), ("on", "2026-03-10")]].concat()));
    let met = data(&guest, &procedure);
    let row =
        met["notices"].as_array().unwrap().iter().find(|row| row["duty"] == "cpl-46-court-tells").unwrap();
    assert_eq!(
        (&row["item"]["state"], row["owed_to"].as_array().unwrap().len()),
        (&"kept".into(), 0),
        "{row}"
    );
}

const FILING: [(&str, &str); 7] = [
    ("paper", "complaint-defamation"),
    ("body", "court"),
    ("body-name", "某区人民法院"),
    ("on", "2026-03-02"),
    ("track", "private-prosecution/1"),
    ("items", "item-000001"),
    ("receipt", "收字1号"),
];

#[test]
fn filings_decisions_marks_and_obstacles_are_recorded_and_struck() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = spring(&guest);
    entry(&guest.post(&format!("{case}/step"), &FILED));
    let post = |kind: &str, fields: &[(&str, &str)]| guest.post(&format!("{case}/record/{kind}"), fields);
    entry(&post("filing", &FILING));
    assert_eq!(post("filing", &FILING).status, 422, "the same filing twice");
    entry(&post(
        "decision",
        &[("question", "One statement or two"), ("answer", "One"), ("reason", "The same words")],
    ));
    assert_eq!(post("decision", &[("question", "x"), ("answer", "y")]).status, 422, "not without a reason");
    let mark = [("mark", "supervised"), ("body", "police"), ("on", "2026-03-03"), ("number", "")];
    let set = entry(&post("mark", &[&mark[..], &[("set", "yes")]].concat()));
    assert_eq!(post("mark", &[&mark[..], &[("set", "yes")]].concat()).status, 422, "it stands already");
    let obstacle = [
        ("limit", "fs2021-1-320-review"),
        ("from-day", "2026-03-03"),
        ("to-day", "2026-03-05"),
        ("cite-other", "cn/civil-code/194"),
        ("reason", "flood"),
    ];
    entry(&post("obstacle", &obstacle));
    let mut unfit = obstacle;
    unfit[3].1 = "somewhere";
    assert_eq!(post("obstacle", &unfit).status, 422);
    assert_eq!(post("nothing", &[]).status, 404);
    assert_eq!(guest.get(&format!("{case}/record/nothing")).status, 404);
    let records = &data(&guest, &format!("{case}/procedure"))["records"];
    let counts: Vec<usize> = ["filings", "decisions", "marks", "obstacles", "notices"]
        .iter()
        .map(|kind| records[kind].as_array().unwrap().len())
        .collect();
    assert_eq!(counts, [1, 1, 1, 1, 0], "{records}");
    assert_eq!(records["filings"][0]["of"]["track"], "private-prosecution/1");
    for (kind, said) in [
        ("filing", "收字1号"),
        ("decision", "The same words"),
        ("mark", "supervised key case"),
        ("obstacle", "flood"),
    ] {
        let page = guest.get(&format!("{case}/record/{kind}")).text();
        assert!(page.contains(said), "{kind}: {page}");
    }
    assert!(guest.get("/register?mark=supervised").text().contains("Spring"));
    assert_eq!(
        guest.post(&format!("{case}/strike"), &[("entry", &set), ("reason", "another case")]).status,
        303
    );
    assert!(!guest.get("/register?mark=supervised").text().contains(">Spring<"));
    assert!(data(&guest, &format!("{case}/procedure"))["records"]["marks"].as_array().unwrap().is_empty());
}

/// 民法典 1195 (2021-01-01): a notice to a platform is about a statement, and is recorded from the page of it.
#[test]
fn a_step_about_a_statement_is_recorded_from_its_page() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let list = data(&guest, &format!("{CASE}/statements"));
    let id = list["statements"][0]["id"].as_str().unwrap();
    let page = guest.get(&format!("{CASE}/statements/{id}")).text();
    assert!(page.contains(&format!("{CASE}/step?statement={id}")), "{page}");
    let ask = guest
        .get(&format!("{CASE}/step?statement={id}&procedure=platform-notice&track=9&event=received"))
        .text();
    assert!(ask.contains(&format!("value=\"{id}\" selected")), "{ask}");
    let fields = [
        ("procedure", "platform-notice"),
        ("track", "9"),
        ("event", "received"),
        ("on", "2026-02-20"),
        ("body", "platform"),
        ("body-name", "某平台"),
    ];
    let unknown =
        guest.post(&format!("{CASE}/step"), &[&fields[..], &[("statement", "st-00000000")]].concat());
    assert_eq!(unknown.status, 422, "{}", unknown.text());
    let number = entry(&guest.post(&format!("{CASE}/step"), &[&fields[..], &[("statement", id)]].concat()));
    let tracks = data(&guest, &format!("{CASE}/procedure"));
    let steps: Vec<&Value> = tracks["tracks"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["track"]["history"].as_array().unwrap())
        .collect();
    let step = steps.iter().find(|step| step["entry"].as_u64() == number.parse().ok()).unwrap();
    // By the key of the post that says so first, so that it stays with it.
    assert!(step["event"]["statement"].as_str().unwrap().contains('/'), "{step}");
    let facts = data(&guest, &format!("{CASE}/facts"));
    let sent = facts["facts"]
        .as_array()
        .unwrap()
        .iter()
        .any(|row| row["term"] == "notice_sent" && row["scope"].to_string().contains(id));
    assert!(sent, "the fact follows for that statement");
}
