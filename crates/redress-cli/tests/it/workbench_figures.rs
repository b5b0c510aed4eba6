//! Figures of the workbench as charts with their tables: stages of a spread, and the register.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::stats::cases;
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// Thirty hours of posts that say the same; from the tenth to the thirteenth many more of them.
fn flood(room: &Room) -> String {
    let mut rows = String::from(
        "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword\n",
    );
    for hour in 0..30_u64 {
        for post in 0..if (10..14).contains(&hour) { 40 } else { 2 } {
            // 2026-03-01 00:00 in Beijing, and so many hours.
            let at = 1_772_294_400 + hour * 3600 + post * 60;
            let (id, account) = (format!("52631{hour:02}{post:03}"), format!("71{post:03}"));
            let clock = format!("2026-03-{:02} {:02}:{post:02}:00+08:00", 1 + hour / 24, hour % 24);
            rows.push_str(&format!(
                "{id},她拿了三号柜里别人的包裹还不承认,{at},{clock},1,0,0,1772500000000,https://m.weibo.example/detail/{id},,{account},某人,f,https://m.weibo.example/u/{account},https://img.weibo.example/a/{account}.jpg,三号柜\n"
            ));
        }
    }
    room.write("search_contents_2026-03-02.csv", rows);
    std::fs::create_dir(room.path("cases")).unwrap();
    let new = room.json(&["new", "cases/flood", "--cover", "Spring", "--by", "Zhou"]);
    room.ok(&["add", "cases/flood", "search_contents_2026-03-02.csv"]);
    new["case_id"].as_str().unwrap().to_owned()
}

/// docs/measures/stages.md: where the pace changes, a stage ends; the page draws them, and says them as a table and as data.
#[test]
fn stages_stand_under_the_timeline_in_a_table_and_in_the_data() {
    let room = Room::new();
    let case = flood(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let spread = data(&guest, &format!("/c/{case}/spread"));
    let own = &spread["stages"]["case"];
    assert_eq!(own["step"], "hour", "{spread}");
    let stages = own["stages"].as_array().unwrap();
    let found: Vec<[u64; 3]> = stages
        .iter()
        .map(|one| ["bars", "posts", "pace_tenths"].map(|key| one[key].as_u64().unwrap()))
        .collect();
    assert_eq!(found, [[10, 20, 20], [4, 160, 400], [16, 32, 20]]);
    // A stage begins where the one before it ends.
    assert_eq!(stages[1]["from"], stages[0]["to"]);
    assert_eq!(stages[1]["from"].as_i64().unwrap(), 1_772_294_400 + 10 * 3600);
    // Every timeline has its stages, and no post of it stands in none.
    for (name, line) in spread["timelines"].as_object().unwrap() {
        let sum = |list: &Value| {
            list.as_array().unwrap().iter().map(|one| one["posts"].as_u64().unwrap()).sum::<u64>()
        };
        assert_eq!(sum(&spread["stages"][name]["stages"]), sum(&line["buckets"]), "{name}");
    }
    for (language, heads, paces) in [
        ("en", ["Stages of the spread: 3", "Posts per bar", "Mar"], ["2.0", "40.0"]),
        ("zh-Hans", ["传播的阶段：3个", "每格平均条数", "3月1日"], ["2.0", "40.0"]),
    ] {
        for page in ["", "/spread"] {
            let text = guest.get_in(&format!("/c/{case}{page}"), language).text();
            for said in heads.iter().chain(&paces) {
                assert!(text.contains(said), "{language} {page}: {said}: {text}");
            }
            // Three stages on the desk and on a phone, and a line at each of the two changes.
            let timelines = text.matches("<figure class=\"timeline\"").count();
            assert_eq!(text.matches("class=\"change\"").count(), 4 * timelines, "{language} {page}: {text}");
        }
    }
}

#[test]
fn an_even_pace_is_no_stage_and_says_so() {
    let room = Room::new();
    let serving = crate::workbench::example(&room);
    let guest = serving.enter();
    let case = crate::workbench::CASE;
    let spread = data(&guest, &format!("{case}/spread"));
    let stages = spread["stages"]["case"]["stages"].as_array().unwrap().len();
    let page = guest.get(&format!("{case}/spread")).text();
    let none = "The pace of posting does not change so much that stages can be told apart.";
    let of_case = |said: &str| page.contains(said);
    assert!(
        stages == 1 && of_case(none) || stages > 1 && of_case(&format!("Stages of the spread: {stages}")),
        "{page}"
    );
}

/// Both charts of the register have their numbers in the page's tables and in its data.
#[test]
fn the_register_draws_when_cases_were_opened_and_where_they_stand() {
    let room = Room::new();
    cases(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let register = data(&guest, "/register");
    let opened: u64 = register["opened"].as_object().unwrap().values().map(|one| one.as_u64().unwrap()).sum();
    assert_eq!(opened, 7, "{register}");
    for (month, _) in register["opened"].as_object().unwrap() {
        assert_eq!(month.len(), 7, "{month}");
        for language in ["en", "zh-Hans"] {
            assert!(
                guest.get_in("/register", language).text().contains(&format!("<td>{month}</td>")),
                "{month}"
            );
        }
    }
    let page = guest.get("/register").text();
    assert_eq!(
        page.matches("<svg class=\"chart\"").count(),
        4,
        "two charts, for the desk and for a phone: {page}"
    );
    assert!(page.matches("The same numbers as a table").count() == 2, "{page}");
    assert!(page.contains("7 cases by the month in which they were opened"), "{page}");
    // What is asked of the register is asked of its charts.
    let one = guest.get("/register?mark=supervised").text();
    assert!(one.contains("1 case by the month"), "{one}");
    let none = data(&guest, "/register?q=nowhere");
    assert_eq!(none["opened"].as_object().unwrap().len(), 0);
    assert!(!guest.get("/register?q=nowhere").text().contains("<svg class=\"chart\""));
    assert!(guest.get_in("/register?q=nowhere", "zh-Hans").text().contains("没有。"));
}
