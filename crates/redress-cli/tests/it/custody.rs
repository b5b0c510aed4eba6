//! How items were captured, what others attest, and the chain of custody (法释〔2019〕19号 93, in force 2020-05-01; 法释〔2021〕12号
//! 16-18, in force 2021-08-01).

use crate::case_file::{fits, refused};
use crate::run::{Room, typed};
use serde_json::{Value, json};

const RECORD: &str = r#"
item = "item-000001"
operator = "victim"
interest = "party"
system = "Android 15"
tool = "keeper 4.2"
clean = ["restarted", "clock-shown"]
began = "2026-03-01T10:00:00+08:00"
ended = "2026-03-01T10:12:00+08:00"
address = "https://weibo.com/u/7100000042"
steps = ["opened the app", "opened the post"]
rendered = ["item-000002"]
online = "gone"

[clock]
against = "National Time Service Center"
ahead_ms = -340
"#;

/// A case with a page, a screenshot of it, and a platform's reply that prints the digest of the page.
fn case(room: &Room) -> String {
    room.case("spring");
    for (name, text) in [("page.html", "<p>假的</p>"), ("shot.txt", "picture"), ("reply.txt", "电子证明文件")]
    {
        room.write(name, text);
        room.ok(&["add", "spring", name, "--role", "paper"]);
    }
    let items = room.json(&["items", "spring"]);
    items["items"][0]["item"]["digests"]["sha256"].as_str().unwrap().to_owned()
}

fn links(room: &Room, item: &str) -> Vec<Value> {
    let chain = room.json(&["custody", "spring", "--item", item]);
    fits(room, &chain);
    chain["links"].as_array().unwrap().clone()
}

#[test]
fn the_chain_of_an_item_tells_who_did_what_when_how_and_with_what_result() {
    let room = Room::new();
    let digest = case(&room);
    room.write("record.toml", RECORD);
    room.ok(&["record", "spring", "capture", "record.toml"]);
    let proof =
        "record spring proof item-000003 --of item-000001 --kind platform-reply --issuer weibo --number 17";
    let mut told = typed(proof);
    told.extend(["--check-value", &digest]);
    room.ok(&told);
    room.ok(&typed("record spring handling item-000001 --act deletion-asked --how letter --result refused"));
    let chain = links(&room, "item-000001");
    let what: Vec<&str> = chain.iter().map(|link| link["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["sealed", "captured", "attested", "handled/deletion-asked"]);
    assert_eq!(chain[2]["agrees"], json!({"agrees": "with", "item": "item-000001", "algorithm": "SHA-256"}));
    assert_eq!((&chain[3]["how"], &chain[3]["result"]), (&json!("letter"), &json!("refused")));
    // Neither address nor account number stands in the chain; the record itself is in the ledger.
    assert!(!serde_json::to_string(&chain).unwrap().contains("7100000042"));
    assert!(room.ok(&["custody", "spring"]).contains("✓ its check value is the SHA-256 of item-000001"));
    // Packing is done with the whole file, and so with each item in it.
    room.ok(&["pack", "spring", "bundle"]);
    assert_eq!(links(&room, "item-000002").last().unwrap()["what"], "packed");
}

/// 法释〔2019〕19号 93 (2020-05-01), 法释〔2021〕12号 16-18 (2021-08-01): every bundle says of each factor what is recorded or that nothing is,
/// in both languages, and it comes out the same when it is made again.
#[test]
fn a_bundle_says_of_each_factor_what_is_recorded() {
    let room = Room::new();
    let digest = case(&room);
    let page = || std::fs::read_to_string(room.path("bundle/data/verification.html")).unwrap();
    room.ok(&["pack", "spring", "bundle"]);
    let before = page();
    for article in ["93(一)", "93(七)", "17(一)", "17(四)", "18", "法释〔2018〕16号 11"] {
        assert!(before.contains(article), "{article}");
    }
    assert!(before.contains("未记录") && before.contains("not recorded"), "{before}");
    assert!(!before.contains("National Time Service Center"));
    std::fs::remove_dir_all(room.path("bundle")).unwrap();

    room.write("record.toml", RECORD);
    room.ok(&["record", "spring", "capture", "record.toml"]);
    let proof = "record spring proof item-000003 --of item-000001 --kind platform-reply --issuer weibo";
    let mut told = typed(proof);
    told.extend(["--check-value", &digest]);
    room.ok(&told);
    room.ok(&["pack", "spring", "bundle"]);
    let after = page();
    for told in [
        "3项证据中1项有取证记录，取证人为被侵害人本人",
        "by the person against whom it was done",
        "National Time Service Center",
        "340",
        "平台或者时间戳服务出具的证明1份，由weibo出具；其中1份",
    ] {
        let plain = after.replace("<span class=\"gloss\" lang=\"en\">", "").replace("</span>", "");
        assert!(plain.contains(told), "{told}: {plain}");
    }
    // Neither the address nor anything to load or run.
    assert!(!after.contains("7100000042") && !after.contains("<script") && !after.contains("src="));
    let again = room.json(&["recompute", "bundle"]);
    assert_eq!(again["same"], true, "{again:#}");
    room.write("bundle/data/verification.html", &before);
    let forged = room.redress(&["recompute", "bundle", "--json"]);
    assert!(
        forged.code != 0 && forged.out.contains("data/verification.html"),
        "{} {}",
        forged.out,
        forged.err
    );
}

/// The same page captured twice, what became of it since, and a proof of OpenTimestamps, each with a line of its own; where
/// nothing of it is recorded there is none.
#[test]
fn captures_over_time_and_proofs_of_opentimestamps_have_a_line() {
    let room = Room::new();
    case(&room);
    room.write("record.toml", RECORD);
    room.ok(&["record", "spring", "capture", "record.toml"]);
    let page = || {
        let _ = std::fs::remove_dir_all(room.path("bundle"));
        room.ok(&["pack", "spring", "bundle"]);
        let page = std::fs::read_to_string(room.path("bundle/data/verification.html")).unwrap();
        page.replace("<span class=\"gloss\" lang=\"en\">", "").replace("</span>", "")
    };
    let before = page();
    assert!(before.contains("1项记明最后查看时的状态：已不在线"), "{before}");
    assert!(!before.contains("先后取证不止一次") && !before.contains("OpenTimestamps"), "{before}");
    let later = RECORD.replace("item-000001", "item-000003").replace("\"gone\"", "\"edited\"");
    room.write("later.toml", later.replace("2026-03-01", "2026-03-02"));
    room.ok(&["record", "spring", "capture", "later.toml"]);
    room.ok(&["add", "spring", first_block(&room), "--role", "paper"]);
    let after = page();
    for told in [
        "1个网址先后取证不止一次，涉及2项证据，最早自2026年3月1日10时00分",
        "最晚至2026年3月2日10时00分",
        "1 addresses were captured more than once, in 2 exhibits",
        "2项记明最后查看时的状态：已改动、已不在线",
        "changed, not there any more",
        "OpenTimestamps 证明（.ots）1份",
    ] {
        assert!(after.contains(told), "{told}: {after}");
    }
    assert!(!after.contains("7100000042"), "the address stands in the record alone");
    assert_eq!(room.json(&["recompute", "bundle"])["same"], true);
}

/// A proof of OpenTimestamps out of the vectors.
fn first_block(room: &Room) -> &'static str {
    let vector = crate::run::repository().join("vectors/media/first-block.ots");
    room.write("first-block.ots", std::fs::read(vector).unwrap());
    "first-block.ots"
}

/// A check value that is of something else is told, and never passed over.
#[test]
fn a_check_value_of_something_else_is_told() {
    let room = Room::new();
    case(&room);
    let mut told =
        typed("record spring proof item-000003 --of item-000001 --kind chain-record --issuer chain");
    let other = "0".repeat(64);
    told.extend(["--check-value", &other]);
    room.ok(&told);
    let chain = links(&room, "item-000001");
    assert_eq!(chain.last().unwrap()["agrees"], json!({"agrees": "with-none"}));
    assert!(room.ok(&["custody", "spring"]).contains("✗ its check value"));
}

/// A platform prints the digest of whatever algorithm it has: it is kept, and neither agrees nor differs.
#[test]
fn a_check_value_of_another_algorithm_is_kept_and_not_compared() {
    let room = Room::new();
    case(&room);
    let binding =
        typed("record spring proof item-000003 --of item-000001 --kind chain-record --issuer chain");
    for digits in [32, 40, 128] {
        let printed = "ab".repeat(digits / 2);
        room.ok(&[&binding[..], &["--check-value", &printed]].concat());
        let chain = links(&room, "item-000001");
        assert_eq!(chain.last().unwrap()["agrees"], json!({"agrees": "not-compared"}));
    }
    assert!(room.ok(&["custody", "spring"]).contains("was not compared"));
    for wrong in ["ab", &"g".repeat(64), &"a".repeat(63)] {
        let refused = room.redress(&[&binding[..], &["--check-value", wrong]].concat());
        assert_eq!(refused.code, 2, "{wrong}");
    }
}

/// The last record counts, a struck one does not, and both stay.
#[test]
fn of_several_records_the_last_that_stands_counts() {
    let room = Room::new();
    case(&room);
    room.write("record.toml", RECORD);
    let first = room.json(&["record", "spring", "capture", "record.toml"])["entry"].as_u64().unwrap();
    room.ok(&["record", "spring", "strike", &first.to_string(), "--reason", "wrong device"]);
    room.write("record.toml", RECORD.replace("victim", "notary"));
    room.ok(&["record", "spring", "capture", "record.toml"]);
    assert_eq!(links(&room, "item-000001").iter().filter(|link| link["what"] == "captured").count(), 2);
}

#[test]
fn what_cannot_be_is_refused_and_leaves_no_entry() {
    let room = Room::new();
    case(&room);
    let bad = |name: &str, from: &str, to: &str| {
        room.write(name, RECORD.replace(from, to));
    };
    bad("unknown.toml", "item-000001", "item-000099");
    refused(&room, "spring", &["record", "spring", "capture", "unknown.toml"], 2, "workbench-source-unknown");
    bad("reversed.toml", "T10:12", "T09:12");
    refused(&room, "spring", &["record", "spring", "capture", "reversed.toml"], 2, "workbench-ended-before");
    bad("ahead.toml", "2026-03-01T10:12", "2999-03-01T10:12");
    refused(&room, "spring", &["record", "spring", "capture", "ahead.toml"], 2, "workbench-moment-ahead");
    bad("word.toml", "operator = \"victim\"", "operator = \"robot\"");
    refused(&room, "spring", &["record", "spring", "capture", "word.toml"], 3, "cli-capture-unreadable");
    bad("itself.toml", "online", "corroborates = \"item-000001\"\nonline");
    refused(
        &room,
        "spring",
        &["record", "spring", "capture", "itself.toml"],
        2,
        "workbench-corroborates-itself",
    );
    let itself = typed("record spring proof item-000003 --of item-000003 --kind other --issuer x");
    refused(&room, "spring", &itself, 2, "workbench-proof-of-itself");
    let value =
        typed("record spring proof item-000003 --of item-000001 --kind other --issuer x --check-value beef");
    refused(&room, "spring", &value, 2, "workbench-check-value");
    let ahead =
        typed("record spring handling item-000001 --act inspected --how h --result r --on 2999-01-01");
    refused(&room, "spring", &ahead, 2, "workbench-day-ahead");
}
