//! What people do at length in a real Chromium: every post scrolled through, one fact entered by two, a server that ends
//! in the middle of an upload.

use crate::browser::{drive, tools};
use crate::run::Room;
use crate::serving::Serving;
use std::fmt::Write as _;

/// Posts of the long list.
const MANY: u32 = 100_000;

/// An export of many short posts by a thousand accounts.
fn many() -> String {
    let mut text = String::from(
        "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword\n",
    );
    for number in 0..MANY {
        let (id, second, account) =
            (5_263_100_000_000_000u64 + u64::from(number), 1_770_298_812 + number, number % 1000);
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "{id},第{number}条,{second},,{},{},{},{}000,,,71{account:08},n,m,,,k",
            number % 977,
            number % 31,
            number % 13,
            second + 90_000
        );
    }
    text
}

#[test]
fn a_hundred_thousand_posts_scroll_through_one_window() {
    let Some(tools) = tools("many-posts") else { return };
    let room = Room::new();
    room.write("search_contents_2026-02-07.csv", many());
    std::fs::create_dir(room.path("cases")).unwrap();
    room.ok(&["new", "cases/big", "--cover", "Big", "--by", "Zhou"]);
    room.ok(&["add", "cases/big", "search_contents_2026-02-07.csv"]);
    let serving = Serving::begin(&room);
    let ran = drive(&tools, &room, &serving.link, "many-posts").wait_with_output().unwrap();
    tools.judge("many-posts", &room, &ran);
}

#[test]
fn two_people_enter_one_fact() {
    let Some(tools) = tools("two-people") else { return };
    let room = Room::new();
    let (first, second) = (Serving::begin(&room), Serving::begin(&room));
    room.write("second", &second.link);
    let ran = drive(&tools, &room, &first.link, "two-people").wait_with_output().unwrap();
    tools.judge("two-people", &room, &ran);
}

#[test]
fn a_server_that_ends_in_the_middle_of_an_upload() {
    let Some(tools) = tools("restart") else { return };
    let room = Room::new();
    let first = Serving::begin(&room);
    let port = first.host.rsplit(':').next().unwrap().to_owned();
    let mut ran = drive(&tools, &room, &first.link, "restart");
    let mut until = |file: &str| {
        while !room.path(file).exists() && ran.try_wait().unwrap().is_none() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    };
    until("uploading");
    // At once, as a lost battery would.
    drop(first);
    // A browser tries a lost connection once more: with the next server there already, it would answer that instead.
    until("lost");
    let second = Serving::with(&room, &["cases", "--port", &port]);
    room.write("again.new", &second.link);
    std::fs::rename(room.path("again.new"), room.path("again")).unwrap();
    let ran = ran.wait_with_output().unwrap();
    tools.judge("restart", &room, &ran);
}
