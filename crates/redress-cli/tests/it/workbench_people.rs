//! Parties and labels in the browser: what changes, what stays, and what is told to whom.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use serde_json::Value;

/// A case with posts and one party, the victim; gives its address.
fn case(guest: &Guest<'_>) -> String {
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let folder = crate::run::repository().join("examples/courier-rumour/material/weibo");
    let name = "search_contents_2026-02-07.csv";
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let added = guest.upload(&format!("{case}/add"), &[], &[(name, &bytes)]);
    assert_eq!(added.status, 200, "{}", added.text());
    let fields = [("capacity", "victim"), ("identity", "known"), ("detail-name", "Example Person")];
    let entered = guest.post(&format!("{case}/people/add"), &fields);
    assert_eq!(entered.header("location"), Some(format!("{case}/people#parties").as_str()));
    case
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// What a form of the page carries under that name.
fn carried(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = &page[page.find(&mark).unwrap() + mark.len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

#[test]
fn a_party_is_changed_by_a_new_entry_and_an_entry_can_be_struck() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let people = format!("{case}/people");
    // An agent of that party, with the statements that are laid to somebody else.
    let agent = [("capacity", "agent"), ("for", "party-01"), ("relation", "lawyer"), ("because", "mandate")];
    assert_eq!(guest.post(&format!("{people}/add"), &agent).status, 303);
    assert_eq!(
        guest.post(&format!("{people}/add"), &[("capacity", "respondent"), ("identity", "unknown")]).status,
        303
    );
    let parties = data(&guest, &people)["parties"].clone();
    assert_eq!(parties[1]["acts_for"], "party-01");
    assert_eq!(
        (&parties[2]["identity_unknown"], parties[2]["statements"].is_null()),
        (&Value::Bool(true), true)
    );
    let page = guest.get(&format!("{people}/party-03")).text();
    let (seen, anchor) = (carried(&page, "seen"), carried(&page, "laid-to"));
    let change = [
        ("of-party", "party-03"),
        ("seen", &seen),
        ("capacity", "respondent"),
        ("person", "legal"),
        ("identity", "known"),
        ("laid-to", &anchor),
        ("detail-name", "示例公司"),
    ];
    let changed = guest.post(&format!("{people}/set"), &change);
    assert_eq!(changed.header("location"), Some(format!("{people}/party-03").as_str()), "{}", changed.text());
    let party = data(&guest, &people)["parties"][2].clone();
    assert_eq!(
        (&party["kind"], &party["statements"][0]),
        (&Value::from("legal"), &Value::from(anchor.clone()))
    );
    assert!(party["identity_unknown"].is_null());
    // What identifies is on no page, and what is laid to whom is.
    let page = guest.get(&format!("{people}/party-03")).text();
    assert!(!page.contains("示例公司") && page.contains("Laid to this party"));
    // Whoever changes what somebody else has changed meanwhile is told, and nothing is entered.
    let again = guest.post(&format!("{people}/set"), &change);
    assert_eq!(again.status, 409, "{}", again.text());
    // What was left empty stays; what the law does not let stand is refused.
    let seen = carried(&page, "seen");
    let until = [
        ("of-party", "party-03"),
        ("seen", &seen),
        ("capacity", "respondent"),
        ("person", "legal"),
        ("until", "2026-03-01"),
    ];
    assert_eq!(guest.post(&format!("{people}/set"), &until).status, 303);
    let party = data(&guest, &people)["parties"][2].clone();
    assert_eq!(
        (&party["until"], party["statements"].as_array().unwrap().len()),
        (&Value::from("2026-03-01"), 1)
    );
    refused(&guest, &people);
    strike(&guest, &people);
}

/// What cannot be read, or is not there, is refused.
fn refused(guest: &Guest<'_>, people: &str) {
    let seen = carried(&guest.get(&format!("{people}/party-03")).text(), "seen");
    for bad in [
        ("for", "party-99"),
        ("died", "2026-13-01"),
        ("laid-to", "weibo/0"),
        ("shown-by", "x"),
        ("person", "x"),
    ] {
        let fields = [("of-party", "party-03"), ("seen", seen.as_str()), ("capacity", "respondent"), bad];
        assert_eq!(guest.post(&format!("{people}/set"), &fields).status, 422, "{bad:?}");
    }
    assert_eq!(guest.get(&format!("{people}/party-99")).status, 404);
}

/// Struck with a reason, the entry before it counts again.
fn strike(guest: &Guest<'_>, people: &str) {
    let page = guest.get(&format!("{people}/party-03")).text();
    let entry = carried(&page, "entry");
    let strike = [("of-party", "party-03"), ("entry", entry.as_str())];
    assert_eq!(guest.post(&format!("{people}/strike"), &strike).status, 422, "no reason");
    let other = [("of-party", "party-01"), ("entry", entry.as_str()), ("reason", "x")];
    assert_eq!(guest.post(&format!("{people}/strike"), &other).status, 404, "not of that party");
    let done = guest.post(&format!("{people}/strike"), &[&strike[..], &[("reason", "wrong day")]].concat());
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(data(guest, people)["parties"][2]["until"].is_null());
}

#[test]
fn what_identifies_a_party_comes_once_when_asked_for_and_the_ledger_says_so() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let viewed = || {
        let log = data(&guest, &format!("{case}/history"));
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "viewed").count()
    };
    for path in ["people", "people/party-01", "history"] {
        assert!(!guest.get(&format!("{case}/{path}")).text().contains("Example Person"), "{path}");
    }
    let shown =
        guest.post(&format!("{case}/people/look"), &[("of-party", "party-01"), ("purpose", "a paper")]);
    assert_eq!(shown.status, 200, "{}", shown.text());
    assert!(shown.text().contains("Example Person"));
    assert_eq!(viewed(), 1);
    let none = guest.post(&format!("{case}/people/look"), &[("of-party", "party-09")]);
    assert_eq!((none.status, viewed()), (422, 1));
}

#[test]
fn many_posts_are_labelled_by_one_entry_and_found_by_their_label() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let posts = format!("{case}/posts");
    let list = data(&guest, &posts);
    let all = list["total"].as_u64().unwrap();
    let keys: Vec<&str> = (0..3).map(|at| list["posts"][at]["key"].as_str().unwrap()).collect();
    let kinds = || {
        let log = data(&guest, &format!("{case}/history"));
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "labelled").count()
    };
    let total = |query: &str| data(&guest, &format!("{posts}?{query}"))["total"].as_u64().unwrap();
    let label = |fields: &[(&str, &str)]| guest.post(&format!("{posts}/label"), fields);
    let ticked =
        [("label", "for the lawyer"), ("put", "in"), ("post", keys[0]), ("post", keys[1]), ("post", keys[2])];
    let done = label(&[&ticked[..], &[("back", &format!("{posts}?kind=original"))]].concat());
    assert_eq!(done.header("location"), Some(format!("{posts}?kind=original").as_str()), "{}", done.text());
    assert_eq!((total("label=for+the+lawyer"), kinds()), (3, 1), "one entry for all of them");
    assert!(guest.get(&posts).text().contains("for the lawyer"));
    assert_eq!(label(&ticked).status, 422, "they stand so already");
    // One is taken out; all that a search finds are put in at once.
    assert_eq!(label(&[("label", "for the lawyer"), ("put", "out"), ("post", keys[1])]).status, 303);
    assert_eq!(total("label=for+the+lawyer"), 2);
    assert_eq!(
        label(&[("label", "all"), ("put", "in"), ("all", "1"), ("found", "label=for+the+lawyer")]).status,
        303
    );
    assert_eq!(total("label=all"), 2);
    assert_eq!(label(&[("label", "all"), ("put", "in"), ("all", "1"), ("found", "")]).status, 303);
    assert_eq!((total("label=all"), total("label=none")), (all, 0));
    // What fits no label, names no post or chooses none is refused and enters nothing.
    let before = kinds();
    for bad in [
        [("label", "call 13800000000"), ("put", "in"), ("post", keys[0])],
        [("label", "x@example.com"), ("put", "in"), ("post", keys[0])],
        [("label", "x"), ("put", "in"), ("post", "weibo/0")],
        [("label", "x"), ("put", "aside"), ("post", keys[0])],
        [("label", ""), ("put", "in"), ("post", keys[0])],
        [("label", "x"), ("put", "in"), ("post", "")],
    ] {
        assert_eq!(label(&bad).status, 422, "{bad:?}");
    }
    assert_eq!(kinds(), before);
    // The same on the command line, over the same ledger.
    let case_id = case.trim_start_matches("/c/");
    drop(serving);
    let mut folder = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path());
    let folder = folder.find(|path| path.join("case.sqlite").is_file()).unwrap();
    let folder = folder.to_str().unwrap();
    assert!(room.ok(&["log", folder]).contains("for the lawyer"), "{case_id}");
    room.ok(&["record", folder, "label", "spoken of", "--post", keys[0], "--post", keys[1]]);
    let twice = room.redress(&["record", folder, "label", "spoken of", "--post", keys[0]]);
    assert_eq!(twice.code, 2, "{}", twice.err);
    room.ok(&["record", folder, "label", "spoken of", "--post", keys[0], "--off"]);
    assert!(room.ok(&["log", folder, "--kind", "labelled"]).contains("taken out"));
}

#[test]
fn the_rows_that_the_script_scrolls_through_hold_no_word_of_a_post() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let ask = |query: &str| {
        let headers = [("Cookie", guest.cookie.as_str()), ("x-redress", "1")];
        serving.send("GET", &format!("{case}/posts?{query}"), &headers, b"")
    };
    let total = data(&guest, &format!("{case}/posts"))["total"].as_u64().unwrap();
    let piece = ask("skip=1&take=2").text();
    assert_eq!(piece.matches("<li class=\"post\"").count(), 2, "{piece}");
    assert!(!piece.contains("<html") && !piece.contains("取快递的温女士"));
    assert_eq!(ask("take=1000").text().matches("<li class=\"post\"").count() as u64, total.min(500));
    assert_eq!(ask(&format!("skip={total}")).text().matches("<li class=\"post\"").count(), 0);
    let refused = ask("skip=x");
    assert!(refused.status == 422 && refused.header("content-type") == Some("application/json"));
    // Without script there is a page of them, whatever the address asks for.
    let page = guest.get(&format!("{case}/posts?take=2")).text();
    assert_eq!(page.matches("<li class=\"post\"").count() as u64, total.min(50));
}
