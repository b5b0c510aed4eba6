//! What people say of posts and take back: neutral summaries for whoever is spared the words, and statements that were laid
//! to the wrong party.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use serde_json::Value;

/// A case with posts; its address, and the folder in which it lies once nothing serves it.
fn case(guest: &Guest<'_>) -> String {
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let folder = crate::run::repository().join("examples/courier-rumour/material/weibo");
    let name = "search_contents_2026-02-07.csv";
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let added = guest.upload(&format!("{case}/add"), &[], &[(name, &bytes)]);
    assert_eq!(added.status, 200, "{}", added.text());
    case
}

fn folder(room: &Room) -> String {
    let mut folder = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path());
    folder.find(|path| path.join("case.sqlite").is_file()).unwrap().to_str().unwrap().to_owned()
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The first statement with an exact copy; its first post, a copy of it, and the words of both.
fn copies(guest: &Guest<'_>, case: &str) -> (String, String, String) {
    let statements = data(guest, &format!("{case}/statements"))["statements"].clone();
    let found = statements.as_array().unwrap().iter().find_map(|one| {
        let id = one["id"].as_str().unwrap().to_owned();
        let members = data(guest, &format!("{case}/statements/{id}"))["members"].clone();
        let of = |likeness: &str| {
            let found = members.as_array().unwrap().iter().find(|one| one["likeness"] == likeness);
            found.map(|one| one["post"].as_str().unwrap().to_owned())
        };
        Some((id, of("first")?, of("exact")?))
    });
    found.unwrap()
}

const SAYS: &str = "Claims to have met the person at the parcel lockers";

#[test]
fn somebody_reads_and_says_in_neutral_words_what_a_post_says() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let (statement, first, copy) = copies(&guest, &case);
    guest.post("/settings/name", &[("by", "Reader Lin")]);
    let summary = |post: &str, text: &str| {
        guest.post(&format!("{case}/posts/summary"), &[("post", post), ("summary", text)])
    };
    // The form comes with the words, and not before.
    let page = format!("{case}/statements/{statement}");
    assert!(!guest.get(&page).text().contains("posts/summary"));
    let headers = [
        ("Cookie", guest.cookie.as_str()),
        ("x-redress", "1"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    let body = format!("token={}&post={}", guest.token, first.replace('/', "%2F"));
    let shown = serving.send("POST", &format!("{case}/reveal"), &headers, body.as_bytes()).text();
    assert!(shown.contains("posts/summary") && shown.contains("blockquote"), "{shown}");
    let words =
        shown.split("<blockquote class=\"shown\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    // Neither the post itself, nor anybody's number, nor many lines, nor nothing.
    for bad in [words.as_str(), "call 13800000000", "a@example.com", "one\ntwo", "", &"x".repeat(301)] {
        assert_eq!(summary(&first, bad).status, 422, "{bad}");
    }
    assert_eq!(summary("weibo/0", SAYS).status, 422);
    assert_eq!(summary(&first, "Too short").status, 303);
    assert_eq!(summary(&first, SAYS).status, 303);
    assert_eq!(summary(&first, SAYS).status, 422, "it stands so already");
    // With who wrote it, in the place of the words, and of the copies too; the post before it is not.
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    for path in [page.clone(), format!("{case}/statements"), format!("{case}/posts?statement={statement}")] {
        let text = guest.get(&path).text();
        assert!(text.contains(SAYS) && text.contains("Reader Lin"), "{path}");
        assert!(!text.contains("Too short") && !text.contains(&words), "{path}");
        assert_eq!(
            text.contains("Written of the first post with these words."),
            !path.ends_with("statements"),
            "{path}"
        );
    }
    assert!(guest.get_in(&page, "zh-CN").text().contains("条记录）"));
    let of = |post: &str| {
        let members = data(&guest, &page)["members"].clone();
        members.as_array().unwrap().iter().find(|one| one["post"] == post).unwrap()["summary"].clone()
    };
    assert_eq!((&of(&copy)["text"], &of(&copy)["of"]), (&Value::from(SAYS), &Value::from(first.as_str())));
    assert_eq!(summary(&copy, "Another thing").status, 422, "whoever is spared the words has not read them");
    // Taken back with a reason, the one before counts again.
    guest.post("/settings/reader", &[("reader", "nobody")]);
    let log = data(&guest, &format!("{case}/history"));
    let last =
        log["entries"].as_array().unwrap().iter().find(|one| one["kind"] == "summarised").unwrap()["entry"]
            .to_string();
    let strike = [("entry", last.as_str()), ("reason", "not neutral"), ("back", page.as_str())];
    assert_eq!(guest.post(&format!("{case}/strike"), &strike).header("location"), Some(page.as_str()));
    assert_eq!(of(&first)["text"], "Too short");
    drop(serving);
    typed(&room, (&first, &copy), &words);
}

/// The same on the command line, over the same ledger.
fn typed(room: &Room, (first, copy): (&str, &str), words: &str) {
    let folder = folder(room);
    room.ok(&["record", &folder, "summary", first, SAYS, "--by", "Lin"]);
    let refused = room.redress(&["record", &folder, "summary", first, words]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    let log = room.ok(&["log", &folder, "--kind", "summarised"]);
    assert!(log.contains(SAYS) && log.contains('×') && log.contains("Lin"), "{log}");
    let entry = room.json(&["record", &folder, "summary", copy, "Repeats it"]);
    assert_eq!(entry["what"]["summary"]["text"], "Repeats it");
}

#[test]
fn a_statement_that_was_laid_to_the_wrong_party_is_taken_back_with_a_reason() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let statements = data(&guest, &format!("{case}/statements"))["statements"].clone();
    let anchor = |at: usize| statements[at]["anchor"].as_str().unwrap().to_owned();
    let people = format!("{case}/people");
    let [first, second] = [anchor(0), anchor(1)];
    let fields = [
        ("capacity", "respondent"),
        ("identity", "unknown"),
        ("laid-to", first.as_str()),
        ("laid-to", second.as_str()),
    ];
    assert_eq!(guest.post(&format!("{people}/add"), &fields).status, 303);
    let laid = || data(&guest, &people)["parties"][0]["statements"].clone();
    assert_eq!(laid().as_array().unwrap().len(), 2);
    let back = |laid: &str, reason: &str| {
        guest.post(
            &format!("{people}/take-back"),
            &[("of-party", "party-01"), ("laid-to", laid), ("reason", reason)],
        )
    };
    assert_eq!(back(&first, "").status, 422, "no reason");
    assert_eq!(
        guest
            .post(
                &format!("{people}/take-back"),
                &[("of-party", "party-09"), ("laid-to", &first), ("reason", "x")]
            )
            .status,
        404
    );
    let done = back(&first, "the account was named by mistake");
    assert_eq!(done.header("location"), Some(format!("{people}/party-01").as_str()), "{}", done.text());
    assert_eq!(laid(), serde_json::json!([second]));
    assert_eq!(back(&first, "again").status, 422, "it is not laid to them any more");
    for (language, said) in [("en", "Taken back:"), ("zh-CN", "取下的理由：")] {
        let page = guest.get_in(&format!("{people}/party-01"), language).text();
        assert!(page.contains(said) && page.contains("the account was named by mistake"), "{page}");
    }
    drop(serving);
    taken_back(&room, &statements, &second);
}

/// On the command line by the statement or by any of its posts; a reason has to be given, and by itself is none.
fn taken_back(room: &Room, statements: &Value, second: &str) {
    let folder = folder(room);
    let id = statements[1]["id"].as_str().unwrap();
    let set = |more: &[&str]| room.redress(&[&["party", &folder, "set", "party-01"], more].concat());
    assert_eq!(set(&["--not-statement", id]).code, 2);
    assert_eq!(set(&["--reason", "x"]).code, 2);
    assert_eq!(set(&["--not-statement", statements[0]["id"].as_str().unwrap(), "--reason", "x"]).code, 2);
    let done = set(&["--not-statement", id, "--reason", "somebody else wrote it"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(room.json(&["party", &folder, "list"])["parties"][0]["statements"].is_null());
    assert!(room.ok(&["log", &folder, "--kind", "party"]).contains("somebody else wrote it"));
    // What was taken back by mistake comes back when that entry is struck.
    let entries = room.json(&["log", &folder, "--kind", "party"]);
    let last = entries["entries"].as_array().unwrap().last().unwrap().clone();
    let number = last["seq"].as_u64().or_else(|| last["entry"]["seq"].as_u64()).unwrap().to_string();
    room.ok(&["record", &folder, "strike", &number, "--reason", "it was right"]);
    assert_eq!(
        room.json(&["party", &folder, "list"])["parties"][0]["statements"],
        serde_json::json!([second])
    );
}
