//! By how much the sealing computer's clock was off: in the log entry, in the list, and under the seal of the bundle.

use crate::run::Room;

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
