//! A bundle derived again, dates for a calendar program, and what others may read of a case: in the browser as on the command
//! line.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// A small case with a date, in the folder of the server; its id.
fn dated(room: &Room) -> String {
    std::fs::create_dir(room.path("cases")).unwrap();
    let new = room.json(&["new", "cases/spring", "--cover", "Spring", "--by", "Zhou"]);
    room.write("note.txt", "a note");
    room.ok(&["add", "cases/spring", "note.txt", "--role", "paper"]);
    room.ok(&crate::run::typed("step cases/spring add private-prosecution filed --on 2026-03-02"));
    // A hearing that lies ahead for as long as these tests run, to be reminded of.
    let hearing = "step cases/spring add private-prosecution hearing-fixed --on 2026-03-10 --for-day 2099-06-01 --at 09:30";
    room.ok(&crate::run::typed("step cases/spring add private-prosecution accepted --on 2026-03-09"));
    room.ok(&crate::run::typed(hearing));
    new["case_id"].as_str().unwrap().to_owned()
}

#[test]
fn a_bundle_is_derived_again_and_what_differs_is_named() {
    let room = Room::new();
    let id = dated(&room);
    room.ok(&["pack", "cases/spring", "packed"]);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let files = room.bytes_of("packed");
    let send = |guest: &Guest<'_>, path: &str, files: &[(String, Vec<u8>)]| {
        let named: Vec<(String, &[u8])> =
            files.iter().map(|(name, bytes)| (format!("packed/{name}"), bytes.as_slice())).collect();
        let named: Vec<(&str, &[u8])> = named.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        guest.upload(path, &[], &named)
    };
    let told = room.json(&["recompute", "packed"]);
    for path in ["/recompute".to_owned(), format!("/c/{id}/recompute")] {
        let page = send(&guest, &path, &files);
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("Everything came out the same."), "{}", page.text());
        let as_data = send(&guest, &format!("/api/v1{path}"), &files);
        let seen: Value = serde_json::from_slice(&as_data.body).unwrap();
        assert_eq!(seen["recomputed"], told, "{path}");
        assert_eq!(seen["report"]["lines"][0]["outcome"], "held", "{seen}");
    }
    // A figure that somebody wrote in by hand: it is named, and so is that the bundle does not hold.
    let mut touched = files.clone();
    let result = touched.iter_mut().find(|(name, _)| name == "data/result.json").unwrap();
    let mut figures: Value = serde_json::from_slice(&result.1).unwrap();
    assert!(figures["kept"]["totals"]["items"].as_u64().unwrap() > 0, "{figures}");
    figures["kept"]["totals"]["items"] = Value::from(987_654);
    result.1 = figures.to_string().into_bytes();
    let page = send(&guest, "/recompute", &touched);
    assert_eq!(page.status, 200, "{}", page.text());
    let text = page.text();
    assert!(text.contains("Something came out differently.") && text.contains("987654"), "{text}");
    let seen: Value = serde_json::from_slice(&send(&guest, "/api/v1/recompute", &touched).body).unwrap();
    assert_eq!(seen["recomputed"]["same"], false, "{seen}");
    assert!(
        seen["report"]["lines"].as_array().unwrap().iter().any(|line| line["outcome"] == "failed"),
        "{seen}"
    );
    // What is no bundle, and a case that there is not.
    assert_eq!(guest.upload("/recompute", &[], &[("a.csv", b"one,two\n")]).status, 422);
    assert_eq!(send(&guest, "/c/rd-0000000000000000/recompute", &files).status, 404);
}

/// Lines of a calendar file but those of the moment at which it was made.
fn events(text: &str) -> Vec<&str> {
    let moment = |line: &&str| !line.starts_with("DTSTAMP") && !line.starts_with("SEQUENCE");
    text.split("\r\n").filter(moment).collect()
}

/// RFC 5545: the file of the page is the file of `redress due --ics`.
#[test]
fn the_dates_as_a_calendar_file_are_those_of_the_command_line() {
    let room = Room::new();
    let id = dated(&room);
    room.ok(&["due", "cases/spring", "--ics", "own.ics", "--remind", "1,7"]);
    let own = String::from_utf8(std::fs::read(room.path("own.ics")).unwrap()).unwrap();
    assert!(own.contains("BEGIN:VEVENT"), "{own}");
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let at = format!("/c/{id}/procedure/calendar");
    let page = guest.get_in(&at, "en-GB").text();
    assert!(page.contains("cover name"), "{page}");
    let got = guest.post(&at, &[("remind", "1"), ("remind", "7")]);
    assert_eq!(got.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert!(got.header("content-disposition").unwrap().contains(&format!("{id}-dates.ics")));
    let english = guest.post("/settings/language", &[("language", "en")]);
    assert_eq!(english.status, 303);
    let got = guest.post(&at, &[("remind", "1"), ("remind", "7")]).text();
    assert_eq!(events(&got), events(&own));
    assert_ne!(events(&guest.post(&at, &[]).text()), events(&own), "without reminders");
    assert_eq!(guest.post(&at, &[("remind", "5")]).status, 422);
    assert_eq!(guest.post(&at, &[("within", "x")]).status, 422);
    // A year that somebody brings is used for this file; what is no such file is refused, with the place.
    let year = std::fs::read(crate::run::repository().join("calendar/cn/2026.toml")).unwrap();
    assert_eq!(guest.upload_as(&at, "holidays-file", "2026.toml", &year).status, 200);
    let refused = guest.upload_as(&at, "holidays-file", "2026.toml", b"year = \"soon\"");
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(guest.post("/c/rd-0000000000000000/procedure/calendar", &[]).status, 404);
    assert!(guest.get(&format!("/c/{id}/procedure")).text().contains(&at));
}

/// Guiding Opinions 19 and 20 (2023-09-20): nothing that identifies somebody leaves, and that something left is an entry.
#[test]
fn a_summary_and_a_recommendation_are_shown_before_they_are_kept() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    guest.post("/settings/language", &[("language", "en")]);
    let case = CASE.trim_start_matches("/c/");
    let exports = |guest: &Guest<'_>| {
        let log = data(guest, &format!("{CASE}/history"));
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "exported").count()
    };
    let before = exports(&guest);
    let summary = [
        ("what", "summary"),
        ("of-case", case),
        ("figures", "bands"),
        ("dates", "month"),
        ("file-format", "md"),
    ];
    let made = guest.post("/statistics/publish", &summary);
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.text().contains("none stands there"), "{}", made.text());
    assert_eq!(exports(&guest), before + 1);
    let page = made.text();
    let link = &page[page.find("/statistics/publish/file?").unwrap()..];
    let file = guest.get(&link[..link.find('"').unwrap()].replace("&amp;", "&"));
    assert_eq!(file.status, 200);
    assert!(file.header("content-disposition").unwrap().contains("summary.md"));
    let text = file.text();
    for line in text.lines().filter(|line| line.chars().count() > 20).take(5) {
        assert!(!line.contains("weibo.example"), "{line}");
    }
    assert_eq!(exports(&guest), before + 1, "looking at it again is no second export");
    // A name that stands in the file itself would lead a reader to the case; the public's own name does not.
    for (platform, wanted) in [("Example Platform", 422), ("星河社区", 200)] {
        let draft = [
            ("what", "recommendation"),
            ("of-case", case),
            ("recommendation", "judicial"),
            ("platform", platform),
            ("file-format", "txt"),
        ];
        let made = guest.post("/statistics/publish", &draft);
        assert_eq!(made.status, wanted, "{platform}: {}", made.text());
    }
    for (name, value) in
        [("what", "x"), ("figures", "x"), ("file-format", "x"), ("of-case", "rd-0000000000000000")]
    {
        let fields: Vec<(&str, &str)> = summary
            .iter()
            .map(|(known, typed)| (*known, if known == &name { value } else { typed }))
            .collect();
        let wanted = if name == "of-case" { 404 } else { 422 };
        assert_eq!(guest.post("/statistics/publish", &fields).status, wanted, "{name}");
    }
    assert_eq!(guest.get(&format!("/statistics/publish/file?case={case}&what=other")).status, 404);
}
