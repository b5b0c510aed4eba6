//! Where exhibits come from, in the browser: captures, proofs of others and acts on originals are recorded by forms under the
//! rules of the command line (法释〔2019〕19号 93, in force 2020-05-01; 法释〔2021〕12号 16-18, in force 2021-08-01).

use crate::run::Room;
use crate::serving::{Guest, Serving};
use serde_json::{Value, json};

/// A case with a page, a screenshot of it and a platform's reply; gives its address and the digest of the page.
fn case(guest: &Guest<'_>) -> (String, String) {
    let location = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().to_owned();
    let case = location.trim_end_matches("/evidence").to_owned();
    let files: [(&str, &[u8]); 3] =
        [("page.html", "<p>假的</p>".as_bytes()), ("shot.txt", b"picture"), ("reply.txt", b"certificate")];
    assert_eq!(guest.upload(&format!("{case}/add"), &[("role", "paper")], &files).status, 200);
    let kept = data(guest, &format!("{case}/evidence"));
    let digest = kept["items"][0]["item"]["digests"]["sha256"].as_str().unwrap().to_owned();
    (case, digest)
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn entries(guest: &Guest<'_>, case: &str, kind: &str) -> usize {
    let log = data(guest, &format!("{case}/history"));
    log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).count()
}

const RECORD: [(&str, &str); 14] = [
    ("operator", "relative"),
    ("interest", "none"),
    ("device", "Xiaomi 14"),
    ("tool", "keeper 4.2"),
    ("clean", "restarted"),
    ("clean", "clock-shown"),
    ("clock-against", "National Time Service Center"),
    ("clock-ahead", "-0.34"),
    ("began", "2026-03-01T10:00"),
    ("ended", "2026-03-01T10:12:30"),
    ("page-address", "https://weibo.com/u/7100000042"),
    ("page-account", "7100000042"),
    ("steps", "opened the app\r\nsearched for 7100000042\r\n\r\nopened the post"),
    ("online", "gone"),
];

/// Two exhibits of one go are recorded at once; what may name somebody stands on no page before it is asked for, and then it
/// is an entry first.
#[test]
fn a_capture_is_recorded_for_several_exhibits_and_its_address_is_shown_when_asked_for() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let (case, _) = case(&guest);
    let form = format!("{case}/record/capture");
    let fields = [&[("captured", "item-000001"), ("captured", "item-000002")][..], &RECORD].concat();
    let done = guest.post(&form, &fields);
    assert_eq!(done.status, 303, "{}", done.text());
    let kept = data(&guest, &form);
    let records = kept["records"].as_array().unwrap();
    assert_eq!((kept["kind"].as_str(), records.len()), (Some("capture"), 2), "{kept:#}");
    let of = &records[1]["of"];
    assert_eq!((&of["item"], &of["clock"]["ahead_ms"]), (&json!("item-000002"), &json!(-340)), "{of:#}");
    assert_eq!(of["clean"], json!(["restarted", "clock-shown"]));
    // 10:12:30 in Beijing.
    assert_eq!(of["ended"], json!(1_772_331_150));
    assert_eq!(records[1]["withheld"], json!({"address": true, "account": true, "steps": 3}));
    let chain = data(&guest, &format!("{case}/custody?item=item-000002"));
    let what: Vec<&str> =
        chain["links"].as_array().unwrap().iter().map(|link| link["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["sealed", "captured"]);
    assert_eq!(data(&guest, &format!("{case}/custody"))["unrecorded"], json!(["item-000003"]));
    for path in ["custody", "record/capture", "history", "evidence"] {
        for page in [format!("{case}/{path}"), format!("/api/v1{case}/{path}")] {
            let text = guest.get(&page).text();
            assert!(!text.contains("7100000042"), "{page}: {text}");
        }
    }
    let page = guest.get(&format!("{case}/custody")).text();
    assert!(page.contains("by somebody close to them") && page.contains("0.340 s ahead"), "{page}");
    let (before, entry) = (entries(&guest, &case, "viewed"), records[1]["entry"].to_string());
    let shown = guest.post(&format!("{case}/custody/look"), &[("entry", &entry)]);
    assert_eq!(shown.text().matches("7100000042").count(), 3, "{}", shown.text());
    assert_eq!(entries(&guest, &case, "viewed"), before + 1);
    assert_eq!(guest.post(&format!("{case}/custody/look"), &[("entry", "1")]).status, 404);
    // Whoever is spared words is not offered it.
    assert!(page.contains("custody/look"), "{page}");
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    assert!(!guest.get(&format!("{case}/custody")).text().contains("custody/look"));
    assert_eq!(guest.post("/settings/reader", &[("reader", "nobody")]).status, 303);
    // The next record of the same kind begins with it, but for what was where and when.
    let like = guest.get(&format!("{form}?like={entry}")).text();
    assert!(like.contains("value=\"Xiaomi 14\"") && !like.contains("2026-03-01T10:00"), "{like}");
    // Struck, it counts no more, and the one before it is not there for this exhibit.
    let struck = guest.post(&format!("{case}/strike"), &[("entry", &entry), ("reason", "wrong device")]);
    assert_eq!(struck.status, 303, "{}", struck.text());
    assert_eq!(data(&guest, &form)["records"].as_array().unwrap().len(), 1);
}

/// The command line reads the same records.
#[test]
fn a_proof_says_at_once_whether_its_check_value_agrees_and_the_command_line_says_the_same() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let (case, digest) = case(&guest);
    let form = format!("{case}/record/proof");
    let fields = |value: &'static str| {
        [
            ("proof", "item-000003"),
            ("proof-of", "item-000001"),
            ("proof-kind", "platform-reply"),
            ("issuer", "平台"),
            ("proof-number", "17"),
            ("check-value", value),
        ]
    };
    // As printed: in capitals and in groups.
    let printed: String =
        digest.to_uppercase().chars().enumerate().fold(String::new(), |mut all, (place, one)| {
            if place > 0 && place % 8 == 0 {
                all.push(' ');
            }
            all.push(one);
            all
        });
    let mut agreeing = fields("").to_vec();
    agreeing[5].1 = &printed;
    assert_eq!(guest.post(&form, &agreeing).status, 303);
    let page = guest.get(&form).text();
    assert!(page.contains("is the SHA-256 of item-000001"), "{page}");
    assert_eq!(
        guest.post(&form, &fields("00000000000000000000000000000000000000000000000000000000000000ff")).status,
        303
    );
    let page = guest.get(&format!("{case}/custody")).text();
    assert!(page.contains("Its check value is that of no exhibit"), "{page}");
    let acts = [
        ("handled", "item-000001"),
        ("act", "medium-given"),
        ("handled-how", "the telephone, sealed in a bag"),
        ("outcome", "receipt 4 of the police station"),
        ("whom", "police station"),
    ];
    assert_eq!(guest.post(&format!("{case}/record/handling"), &acts).status, 303);
    let page = guest.get(&format!("{case}/custody?item=item-000001")).text();
    assert!(page.contains("medium given away") && page.contains("receipt 4 of the police station"), "{page}");
    let chain = data(&guest, &format!("{case}/custody?item=item-000001"))["links"].clone();
    drop(serving);
    let mut folder = std::fs::read_dir(room.path("cases")).unwrap().flatten().map(|one| one.path());
    let folder = folder.find(|one| one.join("case.sqlite").is_file()).unwrap();
    let told = room.json(&["custody", folder.to_str().unwrap(), "--item", "item-000001"]);
    assert_eq!(told["links"], chain);
    let agrees = chain.as_array().unwrap().iter().filter_map(|link| link["agrees"]["agrees"].as_str());
    assert_eq!(agrees.collect::<Vec<_>>(), ["with", "with-none"]);
}

/// What does not fit comes back with what was typed, at its field, and nothing is entered.
#[test]
fn what_does_not_fit_comes_back_at_its_field() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let (case, _) = case(&guest);
    let form = format!("{case}/record/capture");
    let with = |name: &'static str, value: &'static str| {
        let mut fields: Vec<(&str, &str)> =
            RECORD.iter().filter(|(known, _)| *known != name).copied().collect();
        fields.extend([("captured", "item-000001"), (name, value)]);
        fields
    };
    let refused = |fields: &[(&str, &str)], said: &str, at: &str| {
        let got = guest.post(&form, fields);
        let page = got.text();
        assert_eq!(got.status, 422, "{page}");
        assert!(page.contains(said), "{said}: {page}");
        let marked = page.split("aria-invalid").next().unwrap().rsplit('<').next().unwrap();
        assert!(marked.contains(&format!("name=\"{at}\"")), "{at}: {marked}");
        assert!(page.contains("value=\"keeper 4.2\""), "what was typed stays: {page}");
    };
    refused(&with("ended", "2026-03-01T09:00"), "ends before it began", "ended");
    refused(&with("corroborates", "item-000001"), "second capture of itself", "corroborates");
    refused(&with("clock-ahead", "a little"), "cannot be read", "clock-ahead");
    refused(&with("tool-sha256", "beef"), "cannot be read", "tool-sha256");
    refused(&with("operator", ""), "is empty", "operator");
    let long: &'static str = Box::leak("x".repeat(2001).into_boxed_str());
    refused(&with("device", long), "Device (maker and model) is empty, longer than 2,000", "device");
    refused(&RECORD, "is empty", "captured");
    assert_eq!(guest.post(&form, &with("began", "2999-01-01T10:00")).status, 422);
    assert_eq!(guest.post(&format!("{case}/record/handling"), &[("handled", "item-000099")]).status, 422);
    let proof =
        [("proof", "item-000003"), ("proof-of", "item-000003"), ("proof-kind", "other"), ("issuer", "x")];
    let itself = guest.post(&format!("{case}/record/proof"), &proof);
    assert!(itself.status == 422 && itself.text().contains("Choose the exhibits"), "{}", itself.text());
    assert_eq!(entries(&guest, &case, "captured") + entries(&guest, &case, "attested"), 0);
    assert_eq!(guest.get(&format!("{case}/custody?item=item-000099")).status, 404);
}
