//! By how much the sealing computer's clock was off: in the log entry, in the list, and under the seal of the bundle. And a
//! clock that was set back between entries.

use crate::run::Room;
use redress_base::{Instant, ItemId, Stamp, TimeSource};
use redress_case::{Ledger, Role, State, What, chain};
use redress_evidence::{ItemSchema, SealedItem, hash};
use redress_store::{Access, CaseFolder};
use redress_workbench::Store as _;

#[test]
fn a_compared_clock_stands_in_the_log_entry_and_is_told() {
    let room = Room::new();
    room.case("spring");
    room.write("post.txt", b"a post");
    let added = room.json(&["add", "spring", "post.txt", "--clock-ahead=-340"]);
    assert_eq!(added["items"][0]["item"]["clock_ahead_ms"], -340);
    let items = room.json(&["items", "spring"]);
    assert_eq!(items["items"][0]["item"]["clock_ahead_ms"], -340);
    let told = room.ok(&["items", "spring", "--lang", "en"]);
    assert!(told.contains("ahead by -0.340 s"), "{told}");
    room.ok(&["pack", "spring", "bundle"]);
    let report = room.json(&["verify", "bundle"]);
    let inclusion = report["lines"].as_array().unwrap().iter().find(|line| line["claim"] == "inclusion");
    assert_eq!(inclusion.unwrap()["outcome"], "held");
    // Where nobody compared them, nothing stands there.
    room.write("other.txt", b"another post");
    let added = room.json(&["add", "spring", "other.txt"]);
    assert!(added["items"][0]["item"].get("clock_ahead_ms").is_none(), "{added:#}");
    for wrong in ["--clock-ahead=soon", "--clock-ahead=9999999999999"] {
        let run = room.redress(&["add", "spring", "other.txt", wrong]);
        assert_eq!(run.code, 2, "{wrong}");
    }
}

/// Seals a file as a computer does whose clock is a day ahead.
fn sealed_tomorrow(room: &Room, bytes: &[u8]) -> ItemId {
    let mut store = CaseFolder::open(&room.path("spring"), Access::Write).unwrap();
    let ledger = Ledger::read(&store.ledger().unwrap()).unwrap();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let at = Stamp { at: Instant(i64::try_from(now).unwrap() + 86_400), source: TimeSource::SystemClock };
    let (id, digests) = (State::fold(&ledger).unwrap().next_item(), hash::digests(bytes));
    store.put(bytes, &digests).unwrap();
    let item = SealedItem {
        schema: ItemSchema::V1,
        id,
        name: format!("{id}.txt"),
        format: "text/plain".to_owned(),
        digests,
        sealed_at: at,
        observed: None,
        clock_ahead_ms: None,
        source: "another computer".to_owned(),
        tool: "redress".to_owned(),
        parent: None,
    };
    let lines = chain(&ledger, at, "Zhou", vec![What::Sealed { item, role: Role::Material }]).unwrap();
    store.append(&lines, &ledger.head).unwrap();
    id
}

/// Whatever is entered next is entered, with the time of the clock as it is now, in its place, and told once, on the side of
/// the answer.
#[test]
fn an_entry_behind_a_later_one_is_made_as_the_clock_has_it_and_told() {
    let room = Room::new();
    room.case("spring");
    room.write("post.txt", b"a post");
    let told = |err: &str| err.matches("that clock was set back").count();
    for line in [
        "add spring post.txt",
        "fact spring set case work_affected yes",
        "party spring add witness",
        "record spring handling item-000001 --act inspected --how read --result whole",
        "stamp spring --question ask.tsq",
    ] {
        sealed_tomorrow(&room, line.as_bytes());
        let run = room.redress(&crate::run::typed(&format!("--json {line}")));
        assert_eq!((run.code, told(&run.err)), (0, 1), "{line}: {}", run.err);
        assert!(serde_json::from_str::<serde_json::Value>(&run.out).is_ok(), "{line}: {}", run.out);
        // Behind that entry time goes on.
        let next = room.redress(&["fact", "spring", "set", "case", "work_affected", "yes"]);
        assert_eq!((next.code, told(&next.err)), (0, 0), "{line}: {}", next.err);
    }
    let lines = CaseFolder::open(&room.path("spring"), Access::Read).unwrap().ledger().unwrap();
    let entries = Ledger::read(&lines).unwrap().entries;
    let back = entries.windows(2).filter(|pair| pair[1].at.at < pair[0].at.at).count();
    assert_eq!(back, 5, "nothing is put in another order, and no time is changed");
    let chinese = room.redress(&["custody", "spring", "--lang", "zh-Hans"]);
    assert!(chinese.out.contains("时钟被回拨过"), "{}", chinese.out);
}

/// The bundle holds, and whoever verifies it is told which item's time lies before that of the one ahead of it.
#[test]
fn the_verifier_tells_of_a_clock_that_was_set_back() {
    let room = Room::new();
    room.case("spring");
    let (first, again) = (sealed_tomorrow(&room, b"one"), "item-000002");
    room.write("post.txt", b"a post");
    room.ok(&["add", "spring", "post.txt"]);
    room.ok(&["pack", "spring", "bundle"]);
    let report = room.json(&["verify", "bundle"]);
    let findings = report["findings"].as_array().unwrap();
    let back: Vec<_> = findings.iter().filter(|one| one["code"] == "evidence-clock-set-back").collect();
    assert_eq!(back.len(), 1, "{findings:#?}");
    assert_eq!((back[0]["level"].as_str(), &back[0]["args"]["item"]), (Some("warning"), &again.into()));
    assert_eq!(first, ItemId(1));
    assert!(report["lines"].as_array().unwrap().iter().all(|line| line["outcome"] != "failed"));
    assert!(room.ok(&["verify", "bundle"]).contains("that clock was set back"));
}
