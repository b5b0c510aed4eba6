//! The seals of the log in the browser: a timestamp by file and over HTTP from OpenSSL's authority (RFC 3161), a cosignature
//! (C2SP tlog-cosignature), and what they show where a bundle is verified.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::stamping::{authority, http, reply, serve};
use serde_json::Value;
use std::process::Command;

fn case(guest: &Guest<'_>) -> String {
    let location = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().to_owned();
    let case = location.trim_end_matches("/evidence").to_owned();
    assert_eq!(guest.post(&format!("{case}/add/text"), &[("pasted", "https://example.com/1")]).status, 200);
    case
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    serde_json::from_slice(&guest.get(&format!("/api/v1{path}")).body).unwrap()
}

fn read(room: &Room, name: &str) -> Vec<u8> {
    std::fs::read(room.path(name)).unwrap()
}

/// The question is downloaded, answered elsewhere, and its answer brought back; a reader who brings the root along is told what
/// existed no later than when, and one who brings another root is not.
#[test]
fn the_log_is_stamped_by_file_and_the_verify_page_says_since_when() {
    let room = Room::new();
    authority(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let seals = format!("{case}/seals");
    assert!(guest.get(&seals).text().contains("No timestamp authority stamped it yet"));
    let got = guest.post(&format!("{seals}/question"), &[("algorithm", "sm3")]);
    assert_eq!((got.status, got.header("content-type")), (200, Some("application/timestamp-query")));
    assert!(got.header("content-disposition").unwrap().contains(".tsq"));
    room.write("ask.tsq", &got.body);
    reply(&room, "ask.tsq", "answer.tsr");
    let (answer, root, other) =
        (read(&room, "answer.tsr"), read(&room, "root.pem"), read(&room, "other.pem"));
    let answer_form = format!("{seals}/answer");
    let bring = |file: &[u8], root: &[u8]| {
        let files = [("tsa-answer", "answer.tsr", file), ("tsa-root", "root.pem", root)];
        guest.upload_in(&answer_form, &[("authority", "OpenSSL")], &files)
    };
    // What is none, or leads elsewhere, is told and not kept.
    for (file, root, said) in [
        (&b"noise"[..], root.as_slice(), "no answer of a timestamp authority"),
        (&answer, b"noise", "holds no certificate"),
        (&answer[..answer.len() / 2], &root, "no answer of a timestamp authority"),
    ] {
        let got = bring(file, root);
        assert!(got.status == 422 && got.text().contains(said), "{said}: {} {}", got.status, got.text());
    }
    let none = guest.upload_in(&answer_form, &[("authority", "OpenSSL")], &[]);
    assert!(none.status == 422 && none.text().contains("No answer was chosen"), "{}", none.text());
    let kept = bring(&answer, &root);
    assert!(kept.status == 200 && kept.text().contains("existed no later than"), "{}", kept.text());
    let heads = data(&guest, &seals);
    assert_eq!(heads["signed"].as_array().unwrap().len(), 1, "{heads:#}");
    assert_eq!(heads["signed"][0]["stamped"][0]["authority"], "OpenSSL", "{heads:#}");
    assert!(guest.get(&seals).text().contains("Stamped by OpenSSL: it existed no later than"));
    let zip = guest.post(&format!("{case}/bundle/pack"), &[]).body;
    let told = |certificate: &[u8]| {
        let files = [("file", "a.zip", zip.as_slice()), ("tsa-root", "root.pem", certificate)];
        guest.upload_in("/verify", &[], &files).text()
    };
    let page = told(&root);
    assert!(page.contains("id=\"existed\"") && page.contains("no later than"), "{page}");
    assert!(!told(&other).contains("id=\"existed\""), "another root shows no time");
    assert!(told(&other).contains("role=\"alert\""), "whoever names a root asks for a token under it");
    let files = [("file", "a.zip", zip.as_slice()), ("tsa-root", "root.pem", root.as_slice())];
    // Deriving the figures again takes what verifying takes: it is no part of the bundle.
    let again = guest.upload_in("/api/v1/recompute", &[], &files);
    assert_eq!(again.status, 200, "{}", again.text());
    let report = guest.upload_in(&format!("/api/v1{case}/verify"), &[], &files);
    let report: Value = serde_json::from_slice(&report.body).unwrap();
    assert_eq!(report["report"]["existed"][0]["stamped"], "checkpoint", "{report:#}");
}

/// Pressed once, asked once, at the address that was typed; what goes there is the question, and nothing of the case.
#[test]
fn the_log_is_stamped_at_the_address_that_was_typed() {
    let room = Room::new();
    authority(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let ask = format!("{case}/seals/ask");
    let page = guest.get(&format!("{case}/seals")).text();
    assert!(page.contains("one check value of 32 bytes") && page.contains(&ask), "{page}");
    let folder = room.dir.path().to_path_buf();
    let (address, thread) = serve(move |question| {
        assert!(question.len() < 100, "a digest, a number and nothing else");
        std::fs::write(folder.join("http.tsq"), question).unwrap();
        let line = "ts -reply -config tsa.cnf -queryfile http.tsq -out http.tsr";
        let done = Command::new("openssl").args(line.split(' ')).current_dir(&folder).status();
        assert!(done.unwrap().success());
        http("application/timestamp-reply", &std::fs::read(folder.join("http.tsr")).unwrap())
    });
    let root = read(&room, "root.pem");
    let done = guest.upload_in(
        &ask,
        &[("authority-address", &address)],
        &[("tsa-root", "root.pem", root.as_slice())],
    );
    thread.join().unwrap();
    assert!(done.status == 200 && done.text().contains("which you brought along"), "{}", done.text());
    // Nobody there, and no address: told, with what was typed; nothing was stamped.
    for (typed, said) in [("http://127.0.0.1:9/tsr", "did not answer"), ("ftp://x", "no address of HTTP")] {
        let got = guest.upload_in(&ask, &[("authority-address", typed)], &[]);
        assert!(got.status == 422 && got.text().contains(said), "{} {}", got.status, got.text());
        assert!(got.text().contains(&format!("value=\"{typed}\"")), "what was typed stays: {}", got.text());
        assert!(
            !got.text().contains("--question"),
            "no page orders anybody to a command line: {}",
            got.text()
        );
    }
    let heads = data(&guest, &format!("{case}/seals"));
    let stamped =
        heads["signed"].as_array().unwrap().iter().filter(|one| one["stamped"][0].is_object()).count();
    assert_eq!(stamped, 1, "{heads:#}");
}

/// The request goes to an office that signs for others in its own workbench, or on its command line; what comes back is taken in
/// once, and only where it is of this log.
#[test]
fn the_log_is_cosigned_by_an_office_that_sees_nothing_of_the_case() {
    let room = Room::new();
    let made = room.json(&["cosign", "key", "office.key", "--name", "legal-aid.example"]);
    let office_key = made["key"].as_str().unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = case(&guest);
    let seals = format!("{case}/seals");
    let log_key = data(&guest, &seals)["key"].as_str().unwrap().to_owned();
    assert!(guest.get("/cosign").text().contains("without a key for signing"));
    assert_eq!(guest.post("/cosign", &[("request-text", "x"), ("log-key", &log_key)]).status, 404);
    let request = || {
        let got = guest.post(&format!("{seals}/request"), &[("for-cosigner", office_key)]);
        assert_eq!(got.status, 200, "{}", got.text());
        got.body
    };
    let first = request();
    assert!(!String::from_utf8_lossy(&first).contains("example.com"), "nothing of the material");
    let office = Serving::with(&room, &["office-cases", "--cosign-with", "office.key"]);
    let clerk = office.enter();
    assert!(
        clerk.get("/").text().contains("href=\"/cosign\"")
            && clerk.get("/cosign").text().contains(office_key)
    );
    let sign = |request: &[u8], key: &str| {
        clerk.upload_in("/cosign", &[("log-key", key)], &[("request", "request.txt", request)])
    };
    assert_eq!(sign(b"noise", &log_key).status, 422);
    assert_eq!(sign(&first, office_key).status, 422, "a key of a cosigner is none of a log");
    let signed = sign(&first, &log_key);
    assert_eq!(signed.status, 200, "{}", signed.text());
    let take = |text: &str, key: &str| {
        guest.post(&format!("{seals}/cosignature"), &[("cosigned-text", text), ("cosigner", key)])
    };
    let (text, unsigned) = (signed.text(), String::from_utf8(first.clone()).unwrap());
    let unsigned = unsigned.split_once("\n\n").unwrap().1.to_owned();
    assert_eq!(take(&unsigned, office_key).status, 422, "nobody cosigned it");
    assert_eq!(take(&text, &log_key).status, 422, "a key of a log is none of a cosigner");
    assert_eq!(
        take(&text.replace('\n', "\r\n"), office_key).header("location"),
        Some(format!("{seals}#heads").as_str())
    );
    let twice = take(&text, office_key);
    assert!(twice.status == 422 && twice.text().contains("taken in before"), "{}", twice.text());
    assert!(guest.get(&seals).text().contains("Cosigned by legal-aid.example"));
    // The next request begins where this office signed last, and the command line goes on with the same key.
    room.write("request.txt", request());
    let line = ["cosign", "sign", "request.txt", "office.key", "--log", &log_key, "--out", "cosigned.txt"];
    room.ok(&line);
    let again = guest.upload_in(
        &format!("{seals}/cosignature"),
        &[("cosigner", office_key)],
        &[("cosigned", "cosigned.txt", &read(&room, "cosigned.txt"))],
    );
    assert_eq!(again.status, 303, "{}", again.text());
    // The office refuses a log that it saw grow and that is shorter now.
    let shrunk = sign(&first, &log_key);
    assert!(shrunk.status == 422 && shrunk.text().contains("Do not cosign it"), "{}", shrunk.text());
    shown_where_it_is_verified(&guest, &case, &format!("{log_key} {office_key}"), &unsigned);
}

/// The bundle carries the cosignature, and whoever knows both keys is told; a signed state of an earlier bundle is compared too.
fn shown_where_it_is_verified(guest: &Guest<'_>, case: &str, keys: &str, earlier: &str) {
    let zip = guest.post(&format!("{case}/bundle/pack"), &[]).body;
    let page = guest.upload_in("/verify", &[("key", keys)], &[("file", "a.zip", zip.as_slice())]).text();
    let line = page.split("id=\"claim-corroboration\"").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(line.contains('✓'), "{line}");
    let files = [("file", "a.zip", zip.as_slice()), ("earlier-checkpoint", "c.txt", earlier.as_bytes())];
    assert!(guest.upload_in("/verify", &[("key", keys)], &files).status == 200);
    let files = [("file", "a.zip", zip.as_slice()), ("earlier-checkpoint", "c.txt", &b"\xff\xfe"[..])];
    assert_eq!(guest.upload_in("/verify", &[("key", keys)], &files).status, 422);
}

/// A server of an office asks nobody on the word of its members; the files are carried, under the rights of the matrix.
#[test]
fn an_office_asks_no_address_and_gives_questions_by_right() {
    let Some(office) = office("an_office_asks_no_address") else { return };
    let case = office.with_everybody(&["victim", "auditor"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, auditor, stranger] =
        ["victim", "auditor", "stranger"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let seals = format!("/c/{case}/seals");
    let page = victim.get(&seals).text();
    assert!(!page.contains("authority-address") && page.contains("carried as files"), "{page}");
    let ask = [("authority-address", "http://127.0.0.1:9/tsr")];
    assert_eq!(victim.post(&format!("{seals}/ask"), &ask).status, 404);
    assert_eq!(victim.post(&format!("{seals}/question"), &[]).status, 200);
    for (guest, status) in [(&auditor, 422), (&stranger, 404)] {
        assert_eq!(guest.post(&format!("{seals}/question"), &[]).status, status);
        for path in ["seals", "custody", "record/capture"] {
            assert_eq!(guest.get(&format!("/api/v1/c/{case}/{path}")).status, status, "{path}");
        }
        let record = [("captured", "item-000001"), ("operator", "victim")];
        assert_eq!(guest.post(&format!("/c/{case}/record/capture"), &record).status, status);
    }
    assert_eq!(victim.get("/cosign").status, 200);
    assert!(
        !victim.get("/").text().contains("href=\"/cosign\""),
        "an office has no key of one of its members"
    );
}
