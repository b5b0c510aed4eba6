//! The data of every page: each page has its own under `/api/v1`, and a bundle is reported on there as on the page.

use crate::run::Room;
use crate::serving::{BOUNDARY, Got, Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// Sends a form with files that says nothing of the session but its cookie.
fn sent(
    serving: &Serving,
    guest: &Guest<'_>,
    path: &str,
    files: &[(&str, &[u8])],
    more: &[(&str, &str)],
) -> Got {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let mut headers = vec![("Cookie", guest.cookie.as_str()), ("Content-Type", kind.as_str())];
    headers.extend(more);
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    serving.send("POST", path, &headers, &body)
}

#[test]
fn what_is_recorded_is_data_of_its_own_page() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let all = &data(&guest, &format!("{CASE}/procedure"))["records"];
    for (kind, list) in [
        ("notice", "notices"),
        ("filing", "filings"),
        ("decision", "decisions"),
        ("mark", "marks"),
        ("obstacle", "obstacles"),
    ] {
        let own = data(&guest, &format!("{CASE}/record/{kind}"));
        assert_eq!((&own["kind"], &own["records"]), (&Value::from(kind), &all[list]), "{kind}");
    }
    assert_eq!(guest.get(&format!("/api/v1{CASE}/record/nothing")).status, 404);
    let fields =
        [("question", "Which court?"), ("answer", "The one of the district."), ("reason", "Domicile.")];
    assert_eq!(guest.post(&format!("{CASE}/record/decision"), &fields).status, 303);
    let own = data(&guest, &format!("{CASE}/record/decision"));
    let last = own["records"].as_array().unwrap().last().unwrap();
    assert_eq!(last["of"]["question"], "Which court?", "{own}");
}

#[test]
fn one_party_one_tree_and_the_captures_of_one_post_are_data() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let people = data(&guest, &format!("{CASE}/people"));
    let party = &people["parties"][0];
    let one = data(&guest, &format!("{CASE}/people/{}", party["id"].as_str().unwrap()));
    assert_eq!(&one["party"], party);
    assert_eq!(&one["entries"].as_array().unwrap().last().unwrap()["of"], party);
    assert_eq!(guest.get(&format!("/api/v1{CASE}/people/party-999")).status, 404);

    let spread = data(&guest, &format!("{CASE}/spread"));
    let tree = spread["trees"].as_array().unwrap().first().unwrap();
    let top = tree["top"]["post"].as_str().unwrap();
    let whole = data(&guest, &format!("{CASE}/spread/tree?post={top}"));
    assert_eq!(&whole["tree"], tree);
    let reposts = whole["reposts"].as_array().unwrap();
    assert_eq!(reposts.len() as u64, tree["size"].as_u64().unwrap());
    // Each stands behind what it forwards.
    let mut known = vec![top];
    for one in reposts {
        assert!(known.contains(&one["of"].as_str().unwrap()), "{whole}");
        known.push(one["key"].as_str().unwrap());
    }
    assert_eq!(guest.get(&format!("/api/v1{CASE}/spread/tree?post=weibo/0")).status, 404);

    let captures = data(&guest, &format!("{CASE}/evidence/captures"));
    let seen = captures["posts"].as_array().unwrap().first().unwrap();
    let of = data(&guest, &format!("{CASE}/evidence/captures/of?post={}", seen["key"].as_str().unwrap()));
    let side = of["captures"].as_array().unwrap();
    assert_eq!(side.len() as u64, seen["times"].as_u64().unwrap().min(6), "{of}");
    assert!(side.iter().all(|one| one["sha256"].as_str().is_some_and(|hex| hex.len() == 64)), "{of}");
    assert_eq!(guest.get(&format!("/api/v1{CASE}/evidence/captures/of")).status, 404);
}

#[test]
fn a_bundle_is_reported_on_as_data_and_takes_no_token_since_nothing_is_changed() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let key = data(&guest, &format!("{CASE}/bundle"))["key"].clone();
    assert_eq!(data(&guest, &format!("{CASE}/verify"))["key"], key);
    let asks = data(&guest, "/verify");
    assert_eq!((asks["key"].is_null(), asks["claims"].as_array().unwrap().len()), (true, 7), "{asks}");
    let zip = guest.post(&format!("{CASE}/bundle/pack"), &[]).body;
    for path in ["/api/v1/verify".to_owned(), format!("/api/v1{CASE}/verify")] {
        let got = sent(&serving, &guest, &path, &[("a.zip", &zip)], &[]);
        assert_eq!(got.status, 200, "{path}: {}", got.text());
        let told: Value = serde_json::from_slice(&got.body).unwrap();
        let integrity =
            told["report"]["lines"].as_array().unwrap().iter().find(|line| line["claim"] == "integrity");
        assert_eq!(integrity.unwrap()["outcome"], "held", "{told}");
        // What is no bundle, no form, from a page elsewhere, or from nobody.
        assert_eq!(sent(&serving, &guest, &path, &[("a.csv", b"one,two\n")], &[]).status, 422);
        assert_eq!(sent(&serving, &guest, &path, &[], &[]).status, 422);
        assert_eq!(
            sent(&serving, &guest, &path, &[("a.csv", b"one,two\n")], &[("Origin", "http://evil.example")])
                .status,
            403
        );
        let json = [("Cookie", guest.cookie.as_str()), ("Content-Type", "application/json")];
        assert_eq!(serving.send("POST", &path, &json, b"{}").status, 422);
        assert_eq!(serving.send("POST", &path, &[], b"").status, 401);
        assert_eq!(serving.send("DELETE", &path, &json[..1], b"").header("allow"), Some("GET, HEAD, POST"));
    }
    assert_eq!(
        sent(&serving, &guest, "/api/v1/c/rd-0000000000000000/verify", &[("a.zip", &zip)], &[]).status,
        404
    );
    assert_eq!(sent(&serving, &guest, "/api/v1/register", &[("a.csv", b"one,two\n")], &[]).status, 405);
}

/// Every page that shows something has its data in the document; what is left are files and acts.
#[test]
fn the_document_has_every_page() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let document = serde_json::from_slice::<Value>(&guest.get("/api/v1").body).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let pages = [
        "verify",
        "record/{kind}",
        "people/{party}",
        "spread/tree",
        "evidence/captures/of",
        "hand-over",
        "step",
    ];
    for page in pages {
        assert!(paths.contains_key(&format!("/api/v1/c/{{case}}/{page}")), "{page}");
    }
    for (path, operations) in paths {
        let posts = operations.get("post").is_some();
        assert_eq!(posts, path.ends_with("/verify") || path.ends_with("/recompute"), "{path}");
    }
}
