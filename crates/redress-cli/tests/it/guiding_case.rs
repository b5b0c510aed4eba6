//! C02 (SPP 137, 郎某、何某诽谤案) told through the commands: report, detention, private suit, police help, public
//! prosecution; what is due on the days in between.

use crate::case_file::{fits, head, refused};
use crate::run::{Room, typed};
use serde_json::Value;

/// A step of the case, in a document that fits its schema.
fn step(room: &Room, line: &str) -> Value {
    let done = room.json(&typed(&format!("step lake add {line}")));
    fits(room, &done);
    done
}

/// A step that the law does not let follow where the case stands.
fn too_early(room: &Room, line: &str) {
    refused(room, "lake", &typed(&format!("step lake add {line}")), 3, "procedure-needs-other");
}

/// What is due on a day: its title, its day and how it stands.
fn due(room: &Room, day: &str) -> Vec<(String, String, String)> {
    let agenda = room.json(&["due", "lake", "--today", day, "--all"]);
    fits(room, &agenda);
    assert_eq!(agenda["today"], day);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = agenda["items"].as_array().unwrap();
    items.iter().map(|item| (text(&item["title"]["en"]), text(&item["day"]), text(&item["state"]))).collect()
}

/// 刑事诉讼法 46 (2018-10-26), as the agenda names it.
const TELLING: &str =
    "The court tells the private prosecutor of the right to an agent within three days of acceptance";

fn stands(items: &[(String, String, String)], title: &str) -> Option<(String, String)> {
    items.iter().find(|item| item.0 == title).map(|item| (item.1.clone(), item.2.clone()))
}

/// How the duty of 刑事诉讼法 46 stands on a day: its day, and whether it was kept.
fn telling(room: &Room, day: &str) -> Option<(String, String)> {
    stands(&due(room, day), TELLING)
}

fn on_17_december(state: &str) -> Option<(String, String)> {
    Some(("2020-12-17".to_owned(), state.to_owned()))
}

#[test]
fn the_model_case_runs_through_every_stage() {
    let room = Room::new();
    room.ok(&["new", "lake", "--cover", "Lake", "--by", "Counsel"]);
    room.write("decision.txt", "行政处罚决定书（样例）");
    room.ok(&["add", "lake", "decision.txt", "--role", "paper"]);
    room.ok(&["party", "lake", "add", "victim", "--minor", "no"]);
    room.ok(&typed("party lake add agent --for party-01 --relation lawyer --because mandate"));
    the_police_detain(&room);
    a_private_suit_is_accepted(&room);
    what_the_court_owes_stands_until_it_is_recorded(&room);
    the_police_file_and_the_court_judges(&room);
    the_days_go_into_a_calendar(&room);
    // The whole of it goes elsewhere and stands the same.
    room.ok(&["export", "lake", "lake.zip"]);
    room.ok(&["import", "lake.zip", "copy"]);
    assert_eq!(head(&room, "copy"), head(&room, "lake"));
    assert_eq!(room.json(&["step", "copy", "list"]), room.json(&["step", "lake", "list"]));
}

/// 2020-08: report and nine days of detention; nothing criminal is open.
fn the_police_detain(room: &Room) {
    step(room, "administrative-penalty reported --on 2020-08-07");
    step(room, "administrative-penalty filed --on 2020-08-07");
    step(
        room,
        "administrative-penalty penalty-decided --on 2020-08-13 --reason detention --paper item-000001",
    );
    assert_eq!(telling(room, "2020-08-13"), None);
}

/// 刑法 246(3) (2015-11-01): the court can ask the police for help only where a private suit was brought.
fn a_private_suit_is_accepted(room: &Room) {
    too_early(room, "police-help court-asked --on 2020-08-14");
    step(room, "private-prosecution filed --on 2020-10-26");
    let accepted = step(room, "private-prosecution accepted --on 2020-12-14 --number (2020)浙0110刑初1号");
    assert_eq!(accepted["step"]["event"]["number"], "（2020）浙0110刑初1号");
    step(room, "police-help court-asked --on 2020-12-14");
}

/// 刑事诉讼法 46 (2018-10-26): within three days of accepting, the court tells of the right to an agent.
fn what_the_court_owes_stands_until_it_is_recorded(room: &Room) {
    assert_eq!(telling(room, "2020-12-14"), on_17_december("upcoming"));
    let late = due(room, "2020-12-21");
    // What a body did, the file sees only where somebody recorded it.
    assert_eq!(stands(&late, TELLING), on_17_december("nothing-on-file"));
    let before = head(room, "lake");
    room.ok(&typed(
        "record lake notice cpl-46-court-tells --to party-01 --on 2020-12-16 --body court --paper item-000001",
    ));
    assert_ne!(head(room, "lake"), before);
    assert_eq!(telling(room, "2020-12-21").unwrap().1, "kept");
}

/// The police file on 2020-12-25, and only then the trial of the private case ends.
fn the_police_file_and_the_court_judges(room: &Room) {
    too_early(room, "private-prosecution trial-ended --on 2020-12-20");
    step(room, "public-prosecution filed --on 2020-12-25");
    step(room, "private-prosecution trial-ended --on 2020-12-28");
    step(room, "public-prosecution sent-for-review --on 2021-01-20");
    step(room, "public-prosecution indicted --on 2021-02-26 --reason defamation");
    step(room, "public-prosecution judged --on 2021-04-30 --reason sentence");
}

/// For a calendar program: RFC 5545 3.1, lines of at most 75 octets.
fn the_days_go_into_a_calendar(room: &Room) {
    room.ok(&["due", "lake", "--today", "2021-05-01", "--all", "--ics", "dates.ics"]);
    let calendar = std::fs::read_to_string(room.path("dates.ics")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
}
