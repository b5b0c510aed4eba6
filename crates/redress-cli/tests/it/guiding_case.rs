//! C02 (SPP 137, 郎某、何某诽谤案) told through the commands: report, detention, private suit, police help, public
//! prosecution; what is due on the days in between.

use crate::case_file::{fits, head, refused};
use crate::run::Room;
use serde_json::Value;

fn step(room: &Room, args: &[&str]) -> Value {
    let all: Vec<&str> = ["step", "lake", "add"].into_iter().chain(args.iter().copied()).collect();
    let done = room.json(&all);
    fits(room, &done);
    done
}

/// What is due on a day: the last part of its name, its day and how it stands.
fn due(room: &Room, day: &str) -> Vec<(String, String, String)> {
    let agenda = room.json(&["due", "lake", "--today", day, "--all"]);
    fits(room, &agenda);
    assert_eq!(agenda["today"], day);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = agenda["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| {
            let uid = text(&item["uid"]);
            (
                uid.rsplit_once("-case-").map_or(uid.clone(), |(_, id)| id.to_owned()),
                text(&item["day"]),
                text(&item["state"]),
            )
        })
        .collect()
}

fn stands(items: &[(String, String, String)], id: &str) -> Option<(String, String)> {
    items.iter().find(|item| item.0 == id).map(|item| (item.1.clone(), item.2.clone()))
}

#[test]
fn the_model_case_runs_through_every_stage() {
    let room = Room::new();
    room.ok(&["new", "lake", "--cover", "Lake", "--by", "Counsel"]);
    room.write("decision.txt", "行政处罚决定书（样例）");
    room.ok(&["add", "lake", "decision.txt", "--role", "paper"]);
    room.ok(&["party", "lake", "add", "victim", "--minor", "no"]);
    room.ok(&[
        "party",
        "lake",
        "add",
        "agent",
        "--for",
        "party-01",
        "--relation",
        "lawyer",
        "--because",
        "mandate",
    ]);
    // 2020-08: report and nine days of detention; nothing criminal is open.
    step(&room, &["administrative-penalty", "reported", "--on", "2020-08-07"]);
    step(&room, &["administrative-penalty", "filed", "--on", "2020-08-07"]);
    let penalty = [
        "administrative-penalty",
        "penalty-decided",
        "--on",
        "2020-08-13",
        "--reason",
        "detention",
        "--paper",
        "item-000001",
    ];
    step(&room, &penalty);
    assert_eq!(stands(&due(&room, "2020-08-13"), "cpl-46-court-tells"), None);
    // 刑法 246(3) (2015-11-01): the court can ask the police for help only where a private suit was brought.
    refused(
        &room,
        "lake",
        &["step", "lake", "add", "police-help", "court-asked", "--on", "2020-08-14"],
        3,
        "procedure-needs-other",
    );
    step(&room, &["private-prosecution", "filed", "--on", "2020-10-26"]);
    let accepted = step(
        &room,
        &["private-prosecution", "accepted", "--on", "2020-12-14", "--number", "(2020)浙0110刑初1号"],
    );
    assert_eq!(accepted["step"]["event"]["number"], "（2020）浙0110刑初1号");
    step(&room, &["police-help", "court-asked", "--on", "2020-12-14"]);
    // 刑事诉讼法 46 (2018-10-26): within three days of accepting, the court tells of the right to an agent.
    let told = ("2020-12-17".to_owned(), "upcoming".to_owned());
    assert_eq!(stands(&due(&room, "2020-12-14"), "cpl-46-court-tells"), Some(told));
    let late = due(&room, "2020-12-21");
    assert_eq!(stands(&late, "cpl-46-court-tells"), Some(("2020-12-17".to_owned(), "missed".to_owned())));
    assert_eq!(late[0].2, "missed", "what was missed stands on top: {late:?}");
    let before = head(&room, "lake");
    room.ok(&[
        "record",
        "lake",
        "notice",
        "cpl-46-court-tells",
        "--to",
        "party-01",
        "--on",
        "2020-12-16",
        "--body",
        "court",
        "--paper",
        "item-000001",
    ]);
    assert_ne!(head(&room, "lake"), before);
    assert_eq!(stands(&due(&room, "2020-12-21"), "cpl-46-court-tells").unwrap().1, "kept");
    // The police file on 2020-12-25; the trial of the private case ends.
    refused(
        &room,
        "lake",
        &["step", "lake", "add", "private-prosecution", "trial-ended", "--on", "2020-12-20"],
        3,
        "procedure-needs-other",
    );
    step(&room, &["public-prosecution", "filed", "--on", "2020-12-25"]);
    step(&room, &["private-prosecution", "trial-ended", "--on", "2020-12-28"]);
    step(&room, &["public-prosecution", "sent-for-review", "--on", "2021-01-20"]);
    step(&room, &["public-prosecution", "indicted", "--on", "2021-02-26", "--reason", "defamation"]);
    step(&room, &["public-prosecution", "judged", "--on", "2021-04-30", "--reason", "sentence"]);
    // For a calendar program: RFC 5545 3.1, lines of at most 75 octets.
    room.ok(&["due", "lake", "--today", "2021-05-01", "--all", "--ics", "dates.ics"]);
    let calendar = std::fs::read_to_string(room.path("dates.ics")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
    // The whole of it goes elsewhere and stands the same.
    room.ok(&["export", "lake", "lake.zip"]);
    room.ok(&["import", "lake.zip", "copy"]);
    assert_eq!(head(&room, "copy"), head(&room, "lake"));
    assert_eq!(room.json(&["step", "copy", "list"]), room.json(&["step", "lake", "list"]));
}
