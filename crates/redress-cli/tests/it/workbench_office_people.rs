//! Labels, parties, captures and summaries in an office: each under the name of its account, by who may and by nobody else.

use crate::office_people::{PASSWORD, office};
use crate::serving::{Guest, Serving};
use serde_json::Value;

const HEADER: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword";

/// An export of one post, as it was seen at that second.
fn export(words: &str, likes: u32, seen: u64) -> Vec<u8> {
    let row = format!(
        "5263100000000101,{words},1770298812,2026-02-05 21:40:12+08:00,{likes},10,4,{seen}000,https://m.weibo.example/detail/5263100000000101,x,7100000042,n,m,https://m.weibo.example/u/7100000042,https://img.weibo.example/a.jpg,k"
    );
    format!("{HEADER}\n{row}\n").into_bytes()
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The last entry of that kind: who made it.
fn author(guest: &Guest<'_>, case: &str, kind: &str) -> String {
    let log = data(guest, &format!("{case}/history"));
    let last = log["entries"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone();
    last["by"].as_str().unwrap().to_owned()
}

/// Two captures of one post, brought in by the victim; the key of the post.
fn captured(victim: &Guest<'_>, case: &str) -> String {
    for (words, likes, seen) in [
        ("邻居看见有人在柜前拍照", 100, 1_770_473_400u64),
        ("邻居没有看见有人在柜前拍照", 150, 1_770_559_800),
    ] {
        let bytes = export(words, likes, seen);
        let added = victim.upload(&format!("{case}/add"), &[], &[("search_contents_2026-02-07.csv", &bytes)]);
        assert_eq!(added.status, 200, "{}", added.text());
    }
    data(victim, &format!("{case}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned()
}

#[test]
fn labels_and_summaries_of_an_office_are_of_their_accounts() {
    let Some(office) = office("labels_and_summaries_of_an_office") else { return };
    let id = office.with_everybody(&["victim", "counsel", "desk-police", "auditor"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let case = format!("/c/{id}");
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, counsel, police, auditor, stranger] =
        ["victim", "counsel", "desk-police", "auditor", "stranger"]
            .map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let key = captured(&victim, &case);
    let label = |guest: &Guest<'_>, label: &str| {
        let fields = [("label", label), ("put", "in"), ("post", key.as_str()), ("by", "somebody else")];
        guest.post(&format!("{case}/posts/label"), &fields).status
    };
    assert_eq!(label(&counsel, "for the court"), 303);
    assert_eq!(author(&victim, &case, "labelled"), "counsel");
    assert_eq!((label(&auditor, "x"), label(&stranger, "x")), (422, 404));
    assert_eq!(data(&victim, &format!("{case}/posts?label=for+the+court"))["total"], 1);
    assert_eq!(label(&police, "looked at"), 303);
    // The lawyer reads for the person, who is spared the words and meets the lawyer's.
    assert_eq!(victim.post("/settings/reader", &[("reader", "other")]).status, 303);
    let says = "Says what a neighbour saw";
    let summary = |guest: &Guest<'_>| {
        guest.post(&format!("{case}/posts/summary"), &[("post", &key), ("summary", says)]).status
    };
    assert_eq!((summary(&victim), summary(&auditor), summary(&stranger)), (422, 422, 404));
    assert_eq!(summary(&counsel), 303);
    let page = victim.get(&format!("{case}/posts")).text();
    assert!(page.contains(says) && page.contains("— counsel,") && !page.contains("邻居"), "{page}");
    // Of another side nobody takes it back.
    let log = data(&victim, &format!("{case}/history"));
    let entry =
        log["entries"].as_array().unwrap().iter().find(|one| one["kind"] == "summarised").unwrap()["entry"]
            .to_string();
    let strike = |guest: &Guest<'_>| {
        guest.post(&format!("{case}/strike"), &[("entry", &entry), ("reason", "x")]).status
    };
    assert_eq!((strike(&police), strike(&stranger), strike(&victim)), (422, 404, 303));
    assert!(!victim.get(&format!("{case}/posts")).text().contains(says));
    // The same on the command line, under the account.
    let typed = office.at("counsel", &["record", &id, "summary", &key, says, "--by", "somebody else"]);
    assert_eq!(typed.code, 0, "{}", typed.err);
    assert_eq!(author(&victim, &case, "summarised"), "counsel");
    assert_ne!(office.at("auditor", &["record", &id, "summary", &key, "Another thing"]).code, 0);
}

#[test]
fn parties_of_an_office_change_once_and_by_who_may() {
    let Some(office) = office("parties_of_an_office_change_once") else { return };
    let id = office.with_everybody(&["victim", "counsel", "desk-police", "auditor"]);
    let case = format!("/c/{id}");
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, counsel, police, auditor] =
        ["victim", "counsel", "desk-police", "auditor"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let key = captured(&victim, &case);
    let people = format!("{case}/people");
    let fields = [("capacity", "respondent"), ("identity", "unknown"), ("laid-to", key.as_str())];
    assert_eq!(auditor.post(&format!("{people}/add"), &fields).status, 422);
    assert_eq!(counsel.post(&format!("{people}/add"), &fields).status, 303);
    assert_eq!(author(&victim, &case, "party"), "counsel");
    let party = || data(&victim, &people)["parties"][1].clone();
    let seen = data(&victim, &format!("{case}/history"))["entries"][0]["entry"].to_string();
    let change = [
        ("of-party", "party-02"),
        ("seen", seen.as_str()),
        ("capacity", "respondent"),
        ("person", "legal"),
        ("identity", "known"),
        ("detail-name", "示例公司"),
    ];
    assert_eq!(police.post(&format!("{people}/set"), &change).status, 303);
    // Two people, one party: the second is told who was first, and nothing is entered.
    let second = victim.post(&format!("{people}/set"), &change);
    assert!(second.status == 409 && second.text().contains("desk-police"), "{}", second.text());
    assert_eq!(
        (&party()["kind"], party()["statements"].as_array().unwrap().len()),
        (&Value::from("legal"), 1)
    );
    let looked = victim.post(&format!("{people}/look"), &[("of-party", "party-02")]);
    assert!(looked.text().contains("示例公司"));
    assert_eq!(author(&victim, &case, "viewed"), "victim");
    assert_eq!(auditor.post(&format!("{people}/look"), &[("of-party", "party-02")]).status, 422);
    // A statement is taken back under the name of whoever does it, and what identifies stays.
    let back = [("of-party", "party-02"), ("laid-to", key.as_str()), ("reason", "a mistake")];
    assert_eq!(auditor.post(&format!("{people}/take-back"), &back).status, 422);
    assert_eq!(counsel.post(&format!("{people}/take-back"), &back).status, 303);
    assert_eq!(author(&victim, &case, "party"), "counsel");
    assert!(party()["statements"].is_null() && party()["details"].is_string());
    let set = office.at("victim", &["party", &id, "set", "party-02", "--statement", &format!("post:{key}")]);
    assert_eq!(set.code, 0, "{}", set.err);
    let taken = office.at(
        "victim",
        &[
            "party",
            &id,
            "set",
            "party-02",
            "--not-statement",
            &format!("post:{key}"),
            "--reason",
            "it was not theirs",
        ],
    );
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(party()["statements"].is_null());
}

#[test]
fn captures_of_an_office_are_compared_and_their_words_come_with_an_entry() {
    let Some(office) = office("captures_of_an_office_are_compared") else { return };
    let id = office.with_everybody(&["victim", "desk-court", "auditor"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let case = format!("/c/{id}");
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court, auditor, stranger] =
        ["victim", "desk-court", "auditor", "stranger"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let key = captured(&victim, &case);
    let page = format!("{case}/evidence/captures");
    let captures = data(&court, &page);
    assert_eq!(
        (&captures["posts_total"], &captures["posts"][0]["changed"]),
        (&Value::from(1), &serde_json::json!(["likes"]))
    );
    let of = format!("{page}/of?post={}", key.replace('/', "%2F"));
    let hidden = court.get(&of).text();
    assert!(hidden.contains("+50") && !hidden.contains("没有"), "{hidden}");
    let reveal = |guest: &Guest<'_>| {
        let fields = [("post", key.as_str()), ("earlier", "item-000001"), ("later", "item-000002")];
        guest.post(&format!("{page}/reveal"), &fields)
    };
    assert!(reveal(&court).text().contains("<mark>没有</mark>"));
    assert_eq!(author(&victim, &case, "viewed"), "desk-court");
    // An auditor sees that it was looked at, and no word; who is not on the case sees nothing.
    assert_eq!(reveal(&auditor).status, 422);
    assert_eq!(
        (reveal(&stranger).status, stranger.get(&of).status, stranger.get(&page).status),
        (404, 404, 404)
    );
    // The bytes lie in the folder of this case alone, by their check value.
    let mut objects = Vec::new();
    crate::run::list(&office.room.path("objects"), &mut objects);
    assert!(objects.iter().all(|path| path.to_string_lossy().contains(&id)) && objects.len() >= 2);
}
