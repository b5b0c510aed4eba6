//! The register and the statistics of a folder in the browser, and the help of every page.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::stats::cases;
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

#[test]
fn the_register_finds_cases_by_what_is_in_their_rows() {
    let room = Room::new();
    cases(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let total = |question: &str| data(&guest, &format!("/register?{question}"))["total"].as_u64().unwrap();
    assert_eq!(total(""), 7);
    assert_eq!(total("mark=supervised"), 1);
    assert_eq!(total("standing=private-prosecution"), 6);
    assert_eq!(total("standing=public-prosecution"), 1);
    assert_eq!(total("q=Spring"), 7);
    assert_eq!(total("q=nowhere"), 0);
    assert_eq!(total("due-by=1990-01-01"), 0);
    let standing = data(&guest, "/register")["standing"]["private-prosecution"].clone();
    let refused = standing["refused"].as_u64().or(standing["not-accepted"].as_u64());
    assert_eq!(refused, Some(4), "{standing}");
    for bad in ["mark=x", "due-by=2026-13-01", "skip=x", "order=x"] {
        assert_eq!(guest.get(&format!("/register?{bad}")).status, 422, "{bad}");
    }
    let page = guest.get("/register?order=cover").text();
    assert_eq!(page.matches("href=\"/c/rd-").count(), 7, "{page}");
    assert!(page.contains("supervised key case"), "{page}");
    for page in ["/", "/register"] {
        assert!(guest.get(page).text().contains("href=\"/register\""), "{page}");
    }
}

#[test]
fn statistics_have_a_table_behind_each_chart_and_withhold_small_counts() {
    let room = Room::new();
    cases(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    // The same release as on the command line.
    let own = data(&guest, "/statistics?threshold=0&register=a+desk");
    let line = room.json(&["stats", "cases", "--threshold", "0", "--scope", "a desk"]);
    assert_eq!(own["release"]["tables"], line["tables"]);
    let page = guest.get("/statistics?threshold=0&register=a+desk").text();
    let charts = page.matches("<svg class=\"chart\"").count();
    assert!(charts >= 2, "{page}");
    assert!(page.matches("<table class=\"tbl\"").count() >= charts, "a table behind each");
    assert!(!page.contains("<style"), "the style is the server's own");
    // Unless somebody says otherwise, counts below five are not printed.
    let usual = guest.get("/statistics").text();
    assert!(usual.contains("<abbr title="), "{usual}");
    assert_eq!(guest.get("/statistics?from-day=2024-02-01&until-day=2024-01-01").status, 422);
    assert_eq!(guest.get("/statistics?threshold=x").status, 422);
    assert_eq!(guest.get("/statistics?period=week").status, 422);
    assert_eq!(guest.get("/statistics?as-of=2099-01-01").status, 422, "a day that has not come");
    let published = guest.get("/statistics/published").text();
    assert!(
        published.contains("<svg class=\"chart\"") && published.contains("id=\"sources\""),
        "{published}"
    );
    assert!(!data(&guest, "/statistics/published")["series"].as_array().unwrap().is_empty());
}

#[test]
fn every_page_leads_to_its_own_words_in_the_help() {
    let room = Room::new();
    let serving = crate::workbench::example(&room);
    let guest = serving.enter();
    let help = guest.get("/help").text();
    let case = crate::workbench::CASE;
    let own = ["", "/evidence", "/posts", "/statements", "/spread", "/people", "/facts", "/law", "/routes"];
    let more =
        ["/procedure", "/step", "/record/notice", "/papers", "/bundle", "/verify", "/hand-over", "/history"];
    let of_case = own.iter().chain(&more).map(|page| format!("{case}{page}"));
    let others = ["/", "/register", "/statistics", "/law", "/settings", "/verify"].map(str::to_owned);
    for path in of_case.chain(others) {
        let page = guest.get(&path).text();
        let mark = "href=\"/help#";
        let rest = &page[page.find(mark).unwrap_or_else(|| panic!("{path}: {page}")) + mark.len()..];
        let word = &rest[..rest.find('"').unwrap()];
        assert!(help.contains(&format!("<dt id=\"{word}\"")), "{path}: {word}");
    }
    let words = data(&guest, "/help");
    assert!(
        words["pages"].as_array().unwrap().iter().all(|one| one["what"].as_str().unwrap().len() > 20),
        "{words}"
    );
}
