//! Whole cases in the browser: received as one file, copied to be kept, and the head of the ledger sealed.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn kinds(guest: &Guest<'_>, case: &str) -> Vec<String> {
    let all = data(guest, &format!("{case}/history"));
    all["entries"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
}

const RECEIVED: [(&str, &str); 4] = [
    ("how", "handed-over"),
    ("receiver", "procuratorate"),
    ("receiver-name", "某区人民检察院"),
    ("on", "2026-03-03"),
];

/// A case of a room that was handed over to a procuratorate: its file, and its address.
fn handed_over(room: &Room) -> (Vec<u8>, String) {
    room.case("sent");
    room.write("note.txt", "a note");
    room.ok(&["add", "sent", "note.txt"]);
    let line = "transfer sent sent.zip --way next-stage --from-body police --from-name 某市公安局 --to-body procuratorate --on 2026-03-02";
    let sent = room.json(&crate::run::typed(line));
    let id = sent["sheet"]["case_id"].as_str().unwrap();
    (std::fs::read(room.path("sent.zip")).unwrap(), format!("/c/{id}"))
}

/// 指导意见 18 (in force 2023-09-20): the file goes on with the body that receives it, with its sheet and its whole history.
#[test]
fn a_case_that_was_handed_over_is_received_with_its_sheet() {
    let room = Room::new();
    let (file, case) = handed_over(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    assert!(guest.get("/").text().contains("href=\"/receive\""));
    let asks = data(&guest, "/receive");
    assert_eq!(
        (&asks["copies"], asks["receivers"].as_array().unwrap().is_empty()),
        (&Value::Bool(true), false)
    );
    for (language, said) in [("en", "Receive a whole case"), ("zh-Hans", "接收整份案卷")] {
        assert!(guest.get_in("/receive", language).text().contains(said), "{language}");
    }
    // To another, too early, without a day, with a word that names nothing: nothing is taken in.
    let changed = |name: &str, value: &'static str| {
        RECEIVED.map(|(known, old)| (known, if known == name { value } else { old }))
    };
    for (name, value) in [
        ("receiver", "court"),
        ("on", "2026-03-01"),
        ("on", "2999-01-01"),
        ("on", ""),
        ("how", "x"),
        ("receiver", ""),
    ] {
        let got = guest.upload("/receive", &changed(name, value), &[("sent.zip", &file)]);
        assert_eq!(got.status, 422, "{name} {value}: {}", got.text());
    }
    assert_eq!(data(&guest, "/cases")["cases"].as_array().unwrap().len(), 0);
    let got = guest.upload("/receive", &RECEIVED, &[("sent.zip", &file)]);
    let page = got.text();
    assert_eq!(got.status, 200, "{page}");
    for said in ["fits its ledger", "某市公安局", "item-000001", &format!("href=\"{case}\"")] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(kinds(&guest, &case)[0], "received");
    // Once; the case goes on here, and the chain holds.
    let again = guest.upload("/receive", &RECEIVED, &[("sent.zip", &file)]);
    assert!(
        again.status == 422 && data(&guest, "/cases")["cases"].as_array().unwrap().len() == 1,
        "{}",
        again.text()
    );
    assert_eq!(guest.post(&format!("{case}/add/text"), &[("pasted", "https://example.com/1")]).status, 200);
}

/// A copy is nobody's receipt, and a copy of what was handed over cannot be gone on with: neither is said of the other.
#[test]
fn a_copy_and_a_hand_over_are_not_taken_for_each_other() {
    let room = Room::new();
    let (file, case) = handed_over(&room);
    room.case("own");
    room.ok(&["export", "own", "own.zip", "--purpose", "counsel"]);
    let own = std::fs::read(room.path("own.zip")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    guest.post("/settings/language", &[("language", "en")]);
    let got = guest.upload("/receive", &RECEIVED, &[("own.zip", &own)]);
    assert!(
        got.status == 422 && got.text().contains("copied and not handed over, so nothing was entered"),
        "{}",
        got.text()
    );
    assert_eq!(data(&guest, "/cases")["cases"].as_array().unwrap().len(), 0);
    let got = guest.upload("/receive", &[("how", "copy")], &[("sent.zip", &file)]);
    assert!(got.status == 200 && got.text().contains("can only be read"), "{}", got.text());
    assert!(guest.get(&case).text().contains("id=\"handed-over\""));
    // Received as that body, what is entered stands under its name, and the page says so before.
    let other = Room::new();
    let there = Serving::begin(&other);
    let body = there.enter();
    body.post("/settings/language", &[("language", "en")]);
    assert_eq!(body.upload("/receive", &RECEIVED, &[("sent.zip", &file)]).status, 200);
    let page = body.get(&case).text();
    assert!(page.contains("under which the case was received"), "{page}");
    assert_eq!(body.post(&format!("{case}/add/text"), &[("pasted", "a note")]).status, 200);
    let log = data(&body, &format!("{case}/history"));
    let by = log["entries"][0]["by"].as_str().unwrap();
    assert!(page.contains(&format!("“{by}”, under which")), "{by}: {page}");
}

/// Files by their names.
type Brought<'f> = &'f [(&'f str, &'f [u8])];

#[test]
fn what_is_no_whole_case_is_told_and_shown_the_way() {
    let room = Room::new();
    let (file, _) = handed_over(&room);
    let serving = example(&room);
    let guest = serving.enter();
    let bundle = guest.post(&format!("{CASE}/bundle/pack"), &[]).body;
    let middle = file.len() / 2;
    let mut altered = file.clone();
    altered[middle] ^= 1;
    let before = || data(&guest, "/cases")["cases"].as_array().unwrap().len();
    assert_eq!(before(), 1);
    let files: [(&str, Brought<'_>, &str); 6] = [
        ("nothing", &[], "One file has to be chosen"),
        ("two files", &[("a.zip", &file), ("b.zip", &file)], "One file has to be chosen"),
        ("a bundle", &[("a.zip", &bundle)], "href=\"/verify\""),
        ("no zip", &[("a.csv", b"one,two\n")], "role=\"alert\""),
        ("cut", &[("a.zip", &file[..middle])], "role=\"alert\""),
        ("altered", &[("a.zip", &altered)], "role=\"alert\""),
    ];
    for (what, files, said) in files {
        let got = guest.upload("/receive", &RECEIVED, files);
        assert!(got.status == 422 || got.status == 500, "{what}: {}", got.status);
        assert!(got.text().contains(said), "{what}: {}", got.text());
        assert_eq!(before(), 1, "{what}");
    }
    // A whole case that is brought elsewhere is shown the way here.
    for page in [format!("{CASE}/add"), "/verify".to_owned()] {
        let got = guest.upload(&page, &[], &[("sent.zip", &file)]);
        assert!(got.status == 422 && got.text().contains("href=\"/receive\""), "{page}: {}", got.text());
    }
    // A form of another session takes nothing in.
    let mut foreign = guest;
    foreign.token = "0".repeat(foreign.token.len());
    assert_eq!(foreign.upload("/receive", &RECEIVED, &[("sent.zip", &file)]).status, 403);
}

#[test]
fn a_copy_is_made_kept_and_goes_on_elsewhere() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let copy = format!("{CASE}/copy");
    for (language, said) in
        [("en", "The key that signs the log goes with it"), ("zh-Hans", "签名用的密钥也在里面")]
    {
        assert!(guest.get_in(&format!("{CASE}/bundle"), language).text().contains(said), "{language}");
    }
    let unsure = guest.post(&copy, &[]);
    assert!(unsure.status == 422 && unsure.text().contains("signing key"), "{}", unsure.text());
    let entries = kinds(&guest, CASE).len();
    let got = guest.post(&copy, &[("sure", "1")]);
    assert_eq!((got.status, got.header("content-type")), (200, Some("application/zip")));
    assert!(got.header("content-disposition").unwrap().contains("-copy.zip"));
    assert_eq!(
        kinds(&guest, CASE).first().map(String::as_str),
        Some("exported"),
        "it left, and that is an entry"
    );
    // The same case on another computer, from the page and from the command line; and back here, where it adds nothing.
    let same = guest.upload("/receive", &[("how", "copy")], &[("a.zip", &got.body)]);
    assert!(same.text().contains("nothing was added"), "{}", same.text());
    assert!(kinds(&guest, CASE).len() > entries);
    let other = Room::new();
    let there = Serving::begin(&other);
    let owner = there.enter();
    let taken = owner.upload("/receive", &[("how", "copy")], &[("a.zip", &got.body)]);
    assert!(taken.status == 200 && taken.text().contains("goes on here"), "{}", taken.text());
    assert_eq!(
        data(&owner, &format!("{CASE}/history"))["head"],
        data(&guest, &format!("{CASE}/history"))["head"]
    );
    assert_eq!(
        data(&owner, &format!("{CASE}/bundle"))["key"],
        data(&guest, &format!("{CASE}/bundle"))["key"]
    );
    room.write("copy.zip", &got.body);
    room.ok(&["import", "copy.zip", "again"]);
}

#[test]
fn the_head_of_the_ledger_is_sealed_from_the_history() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let history = format!("{CASE}/history");
    for (language, said) in [("en", "Seal it now"), ("zh-Hans", "现在封存")] {
        assert!(guest.get_in(&history, language).text().contains(said), "{language}");
    }
    let items =
        |guest: &Guest<'_>| data(guest, &format!("{CASE}/evidence"))["items"].as_array().unwrap().len();
    let (before, head) = (items(&guest), data(&guest, &history)["head"].clone());
    assert_eq!(guest.get(&format!("{CASE}/seal")).status, 405);
    assert_eq!(guest.post(&format!("{CASE}/seal"), &[]).header("location"), Some(history.as_str()));
    assert_eq!(items(&guest), before + 1);
    assert_eq!(kinds(&guest, CASE)[0], "sealed");
    assert_ne!(data(&guest, &history)["head"], head);
}

/// docs/rights.md: who exports the whole case, seals and receives is asked of the matrix, as on the command line.
#[test]
fn in_an_office_the_rights_are_asked() {
    let Some(here) = office("in_an_office_the_rights_are_asked") else { return };
    let Some(there) = office("in_an_office_the_rights_are_asked, there") else { return };
    let case = here.with_everybody(&["victim", "counsel", "desk-police", "desk-court", "auditor"]);
    for (name, role) in [("taker", "desk-procuratorate"), ("eve", "auditor")] {
        there.ok("keeper", &["account", "add", name, "--role", role]);
    }
    let serving = Serving::with(&here.room, &["--office", "office.toml"]);
    let guest = |name: &str| serving.sign_in(name, PASSWORD).unwrap();
    let (victim, police, auditor) = (guest("victim"), guest("desk-police"), guest("auditor"));
    let at = |page: &str| format!("/c/{case}/{page}");
    let may = |guest: &Guest<'_>, page: &str| guest.post(&at(page), &[("sure", "1")]).status;
    // The same answers as on the command line.
    for name in ["victim", "desk-police", "auditor", "desk-court"] {
        let line = |args: &[&str]| here.at(name, args).code == 0;
        let file = format!("{name}.zip");
        assert_eq!(may(&guest(name), "copy") == 200, line(&["export", &case, &file]), "{name} copies");
        assert_eq!(may(&guest(name), "seal") == 303, line(&["record", &case, "seal"]), "{name} seals");
    }
    assert_eq!((may(&victim, "copy"), may(&auditor, "seal")), (200, 422));
    let over = [
        ("way", "next-stage"),
        ("from-body", "police"),
        ("to-body", "procuratorate"),
        ("on", "2026-03-02"),
        ("sure", "1"),
    ];
    assert_eq!(police.post(&at("hand-over"), &over).status, 303);
    let file = police.post(&at("hand-over/file"), &[]).body;
    let other = Serving::with(&there.room, &["--office", "office.toml"]);
    let (taker, eve) = (other.sign_in("taker", PASSWORD).unwrap(), other.sign_in("eve", PASSWORD).unwrap());
    assert_eq!(data(&taker, "/receive")["copies"], false);
    let send =
        |guest: &Guest<'_>, fields: &[(&str, &str)]| guest.upload("/receive", fields, &[("a.zip", &file)]);
    assert_eq!(send(&eve, &RECEIVED).status, 422);
    assert_eq!(send(&taker, &[("how", "copy")]).status, 422, "a copy goes on in no office");
    assert_eq!(taker.get(&format!("/c/{case}")).status, 404);
    let got = send(&taker, &RECEIVED);
    assert_eq!(got.status, 200, "{}", got.text());
    let log = data(&taker, &at("history"));
    assert_eq!(
        (&log["entries"][0]["kind"], &log["entries"][0]["by"]),
        (&"received".into(), &"taker".into()),
        "{log}"
    );
    assert_eq!(eve.get(&format!("/c/{case}")).status, 404, "who is not on it learns nothing of it");
    assert_eq!(send(&taker, &RECEIVED).status, 422, "once");
}
