//! The law book in the browser: found by words and by the day, what changed, what is contested, which facts are asked for, and
//! which published cases turn on the same facts; the same as on the command line.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

#[test]
fn provisions_are_found_by_words_and_by_the_day_on_which_they_held() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let reputation = "/law/cn.civil-code.1024.2021-01-01";
    let found = |fields: &[(&str, &str)]| {
        let got = guest.post("/law", fields);
        let there = got.header("location").unwrap().to_owned();
        // What somebody looks up stays in no history.
        assert!(!there.contains("reputation"), "{there}");
        guest.get(&there).text()
    };
    let words = found(&[("q", "right reputation")]);
    assert!(words.contains(reputation), "{words}");
    assert!(!words.contains("/law/cn.criminal-law.246."), "{words}");
    // The Civil Code is in force since 1 January 2021.
    assert!(!found(&[("q", "right reputation"), ("on", "2020-12-31")]).contains(reputation));
    assert!(found(&[("q", "right reputation"), ("on", "2021-01-01")]).contains(reputation));
    assert!(found(&[("q", "no such words anywhere")]).contains("0 provisions"));
    assert_eq!(guest.get("/law?on=soon").status, 422);
}

#[test]
fn a_provision_says_where_its_official_text_is_read_and_what_was_checked() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let book = data(&guest, "/law");
    let (pages, instruments) =
        (book["provisions"].as_array().unwrap(), book["instruments"].as_array().unwrap());
    let address = |one: &Value| {
        let article = &one["article"];
        let item = article["item"].as_str().map(|item| format!("({item})")).unwrap_or_default();
        let (of, number) = (article["instrument"].as_str().unwrap(), article["article"].as_str().unwrap());
        let from = one["in_force"]["from"].as_str().unwrap();
        format!("/law/{}.{number}{item}.{from}", of.replace('/', "."))
    };
    let mut seen = [0; 2];
    for one in pages.iter().step_by(9) {
        let page = guest.get_in(&address(one), "en-GB").text();
        let unread = one["confidence"] == "O";
        seen[usize::from(unread)] += 1;
        assert!(page.contains("The official text"), "{}", address(one));
        assert_eq!(page.contains("The text was not read at the source named"), unread, "{}", address(one));
        let of = instruments.iter().find(|known| known["id"] == one["article"]["instrument"]).unwrap();
        assert!(page.contains(of["title"]["zh"].as_str().unwrap()), "{}", address(one));
        if let Some(number) = of["number"].as_str() {
            assert!(page.contains(number), "{}: {number}", address(one));
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "both kinds were looked at: {seen:?}");
    // The conditions stand there in words, with the way to what they mean.
    let page = guest.get_in("/law/cn.criminal-law.246.1997-10-01", "en-GB").text();
    assert!(page.contains("href=\"/law/facts?q="), "{page}");
    let leads: Vec<&str> =
        page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for lead in leads.iter().filter(|lead| lead.starts_with("/law")) {
        let (path, anchor) = lead.split_once('#').unwrap_or((lead, ""));
        let there = guest.get_in(path, "en-GB");
        assert_eq!(there.status, 200, "{lead}");
        assert!(anchor.is_empty() || there.text().contains(&format!("id=\"{anchor}\"")), "{lead}");
    }
}

#[test]
fn what_changed_what_is_contested_and_what_is_asked_are_those_of_the_command_line() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let days = "from-day=2025-12-31&until-day=2026-01-01";
    let told = room.json(&["law", "diff", "2025-12-31", "2026-01-01"]);
    assert_eq!(data(&guest, &format!("/law/changes?{days}"))["changes"], told);
    assert!(data(&guest, "/law/changes")["changes"].is_null());
    let page = guest.get_in(&format!("/law/changes?{days}"), "en-GB").text();
    assert!(page.contains("href=\"/law/cn.psapl-2025."), "{page}");
    for (question, said) in [
        ("from-day=2026-01-01&until-day=2025-12-31", "lies before"),
        ("from-day=2026-01-01", "is missing"),
        ("from-day=x&until-day=2026-01-01", "cannot be read"),
    ] {
        let got = guest.get_in(&format!("/law/changes?{question}"), "en-GB");
        assert_eq!(got.status, 422, "{question}");
        assert!(got.text().contains(said), "{question}: {}", got.text());
    }
    let names = |rows: &Value, key: &str| -> Vec<String> {
        rows.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
    };
    let told = room.json(&["law", "readings"]);
    assert_eq!(names(&data(&guest, "/law/readings")["readings"], "id"), names(&told["readings"], "id"));
    let told = room.json(&["law", "facts", "minor"]);
    let seen = data(&guest, "/law/facts?q=minor");
    assert_eq!(names(&seen["facts"], "name"), names(&told["facts"], "name"));
    assert!(!names(&seen["facts"], "name").is_empty());
}

/// Guiding Opinions 19 (2023-09-20): published cases beside one's own; nothing is predicted by them.
#[test]
fn published_cases_are_those_of_the_command_line() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let folder = std::fs::read_dir(room.path("cases")).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        path.join("case.sqlite").is_file().then(|| path.file_name().unwrap().to_str().unwrap().to_owned())
    });
    let told = room.json(&["similar", &format!("cases/{}", folder.unwrap())]);
    let seen = data(&guest, &format!("{CASE}/similar"));
    assert_eq!(seen["similar"], told["similar"]);
    assert!(!seen["similar"].as_array().unwrap().is_empty());
    let page = guest.get_in(&format!("{CASE}/similar"), "en-GB").text();
    assert!(page.contains("says nothing about how this one will be"), "{page}");
    assert_eq!(guest.get("/c/rd-0000000000000000/similar").status, 404);
}
