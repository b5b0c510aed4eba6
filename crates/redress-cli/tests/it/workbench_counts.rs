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

/// The day that stands in a row is the one by which the register looks and sorts, on the page and as data.
#[test]
fn the_register_shows_the_day_by_which_it_looks_and_sorts() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    for (case, day) in [("late", "2999-01-05"), ("soon", "2998-02-03")] {
        room.ok(&["new", &format!("cases/{case}"), "--cover", case, "--by", "Zhou"]);
        let step = |line: &str| {
            let line = format!("step cases/{case} add civil-suit {line}");
            room.ok(&crate::run::typed(&line));
        };
        step("filed --on 2026-03-02");
        step("registered --on 2026-03-05 --number （2026）浙0110民初1号");
        step("complaint-served --on 2026-03-10");
        step(&format!("hearing-fixed --on 2026-03-12 --for-day {day}"));
    }
    room.ok(&["new", "cases/none", "--cover", "none", "--by", "Zhou"]);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let days = |question: &str| -> Vec<Option<String>> {
        let found = data(&guest, &format!("/register?{question}"));
        let rows = found["cases"].as_array().unwrap().iter();
        rows.map(|row| row["next_due"].as_str().map(str::to_owned)).collect()
    };
    let all = days("order=due");
    assert!(all.len() == 3 && all[0] <= all[1] && all[1].is_some() && all[2].is_none(), "{all:?}");
    let page = guest.get("/register?order=due").text();
    assert!(page.contains("Next date on file") && !page.contains("stands on its overview"), "{page}");
    for (tag, language) in
        [("en-GB", redress_words::Language::En), ("zh-CN", redress_words::Language::ZhHans)]
    {
        let (words, page) = (redress_words::Words::new(language), guest.get_in("/register?order=due", tag));
        let page = page.text();
        let places = all.iter().flatten().map(|day| {
            let said = format!("<td>{}</td>", words.date(day.parse().unwrap()));
            page.find(&said).ok_or(said)
        });
        let places: Result<Vec<usize>, String> = places.collect();
        assert!(places.as_ref().is_ok_and(|places| places.is_sorted()), "{places:?} {page}");
    }
    // Looked for by a day, what is found shows a day no later.
    let first = all[0].clone().unwrap();
    assert_eq!(days(&format!("due-by={first}")), vec![Some(first)]);
    assert_eq!(data(&guest, "/register?due-by=2999-12-31")["due_unseen"], 0);
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
