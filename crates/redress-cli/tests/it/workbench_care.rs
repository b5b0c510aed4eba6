//! What spares a person: somebody else who reads, lines to turn to, going on where one stopped, and captures whose words
//! stay hidden.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use serde_json::Value;

/// The example case among the cases of a room.
const CASE: &str = "/c/rd-example-courier-rumour";

fn example(room: &Room) -> Serving {
    let first = Serving::begin(room);
    assert_eq!(first.enter().post("/example", &[]).header("location"), Some(CASE));
    drop(first);
    Serving::begin(room)
}

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

#[test]
fn whoever_is_spared_words_is_offered_none_and_somebody_else_reads_in_a_window_of_their_own() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let posts = format!("{CASE}/posts");
    assert!(guest.get(&posts).text().contains("class=\"reveal\""));
    assert_eq!(guest.post("/settings/reader", &[("reader", "else")]).status, 422);
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    let statement =
        data(&guest, &format!("{CASE}/statements"))["statements"][0]["id"].as_str().unwrap().to_owned();
    for path in [posts.clone(), format!("{CASE}/statements/{statement}"), format!("{CASE}/evidence/captures")]
    {
        let page = guest.get(&path).text();
        assert!(!page.contains("class=\"reveal\"") && !page.contains("captures/reveal"), "{path}");
    }
    assert!(
        guest.get(&posts).text().contains("characters; "),
        "the form of a post stands in the place of its words"
    );
    let key = data(&guest, &posts)["posts"][0]["key"].as_str().unwrap().to_owned();
    let reveal = |guest: &Guest<'_>| guest.post(&format!("{CASE}/reveal"), &[("post", &key)]).status;
    assert_eq!(reveal(&guest), 422);
    // The next session begins so too, when the program has been started anew; the reader's own window offers words.
    drop(serving);
    let serving = Serving::begin(&room);
    let later = serving.enter();
    assert_eq!(reveal(&later), 422);
    assert_eq!(later.post("/settings/reader", &[("reader", "here"), ("by", "Reader Lin")]).status, 303);
    assert_eq!(reveal(&later), 303);
    drop(serving);
    let serving = Serving::begin(&room);
    let again = serving.enter();
    assert_eq!(reveal(&again), 422, "it held for that window alone");
    assert_eq!(again.post("/settings/reader", &[("reader", "nobody")]).status, 303);
    assert_eq!(reveal(&again), 303);
}

#[test]
fn where_somebody_stopped_and_what_they_answered_outlive_the_program() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let draw = format!("{CASE}/papers/draw");
    let answer = [("form", "complaint-defamation"), ("format", "keep"), ("answer.court", "某区人民法院")];
    assert_eq!(guest.post(&draw, &answer).status, 303);
    assert_eq!(guest.post(&format!("{CASE}/stop"), &[("page", &format!("{CASE}/people"))]).status, 303);
    // An address of another case or of another server is nowhere to go on.
    guest.post(&format!("{CASE}/stop"), &[("page", "//evil.example")]);
    assert_eq!(guest.post("/leave", &[]).status, 303);
    drop(serving);
    let serving = Serving::begin(&room);
    let later = serving.enter();
    let cases = later.get("/").text();
    assert!(cases.contains("You stopped at: People and accounts") && !cases.contains("evil"), "{cases}");
    assert!(later.get(&format!("{CASE}/papers/complaint-defamation")).text().contains("某区人民法院"));
    let kept = room.path("cases/workbench.json");
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(text.contains("某区人民法院") && !text.contains("取快递"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // What cannot be read is told, left as it is, and stands in nobody's way.
    drop(serving);
    std::fs::write(&kept, "{ torn").unwrap();
    let serving = Serving::begin(&room);
    let torn = serving.enter();
    assert!(torn.get("/").text().contains("workbench.json"));
    assert_eq!(torn.post(&draw, &answer).status, 303);
    assert!(torn.get(&format!("{CASE}/papers/complaint-defamation")).text().contains("某区人民法院"));
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "{ torn");
}

#[test]
fn lines_to_turn_to_are_unchecked_until_somebody_writes_their_own() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    for path in ["", "/posts", "/people"] {
        let page = guest.get(&format!("{CASE}{path}")).text();
        assert!(page.contains("12356") && page.contains("(not checked)"), "{path}");
    }
    assert!(guest.get("/").text().contains("12356"), "the first page too");
    let rows = |number: &'static str, day: &'static str| {
        [
            ("line-number", number),
            ("name-zh", "某地热线"),
            ("name-en", "A line here"),
            ("hours", "8-20"),
            ("checked", day),
            ("line-number", ""),
            ("name-zh", "left out"),
            ("name-en", ""),
            ("hours", ""),
            ("checked", ""),
        ]
    };
    assert_eq!(guest.post("/settings/lines", &rows("010-1", "yesterday")).status, 422);
    assert_eq!(guest.post("/settings/lines", &rows("010-1", "2026-03-01")).status, 303);
    let page = guest.get_in(CASE, "zh-CN").text();
    assert!(page.contains("010-1") && page.contains("某地热线") && !page.contains("12356"));
    assert!(guest.get("/help").text().contains("(checked 1 March 2026)"));
    // The file is for people too; where they write what cannot be read, the pages say so and go on.
    let file = room.path("cases/crisis-lines.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("[[line]]") && !text.contains("left out"), "{text}");
    std::fs::write(&file, "[[line]]\nnumber = 1").unwrap();
    let page = guest.get(CASE);
    assert!(page.status == 200 && page.text().contains("crisis-lines.toml"));
    assert!(guest.get("/settings").text().contains("role=\"alert\""));
}

const HEADER: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword";

/// An export of one post, as it was seen at that second.
fn export(words: &str, likes: u32, seen: u64) -> Vec<u8> {
    let row = format!(
        "5263100000000101,{words},1770298812,2026-02-05 21:40:12+08:00,{likes},10,4,{seen}000,https://m.weibo.example/detail/5263100000000101,x,7100000042,n,m,https://m.weibo.example/u/7100000042,https://img.weibo.example/a.jpg,k"
    );
    format!("{HEADER}\n{row}\n").into_bytes()
}

#[test]
fn captures_of_one_thing_stand_side_by_side_and_words_that_differ_come_when_asked_for() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let name = "search_contents_2026-02-07.csv";
    for (words, likes, seen) in [
        ("邻居看见有人在柜前拍照", 100, 1_770_473_400u64),
        ("邻居没有看见有人在柜前拍照", 150, 1_770_559_800),
    ] {
        let added = guest.upload(&format!("{case}/add"), &[], &[(name, &export(words, likes, seen))]);
        assert_eq!(added.status, 200, "{}", added.text());
    }
    for text in ["one\nsecret line\n", "one\nother line\n"] {
        guest.upload(&format!("{case}/add"), &[("seal-only", "1")], &[("page.txt", text.as_bytes())]);
    }
    let captures = data(&guest, &format!("{case}/evidence/captures"));
    let names: Vec<&str> =
        captures["files"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["page.txt", name]);
    let key = captures["posts"][0]["key"].as_str().unwrap();
    assert_eq!(
        (&captures["posts"][0]["times"], &captures["posts"][0]["changed"]),
        (&Value::from(2), &serde_json::json!(["likes"]))
    );
    assert_eq!(captures["posts_total"], 1);
    assert_eq!(guest.get(&format!("{case}/evidence/captures")).status, 200);
    let path = |query: &str| format!("{case}/evidence/captures/of?{query}");
    let page = guest.get(&path(&format!("post={}", key.replace('/', "%2F")))).text();
    assert!(page.contains("+50") && page.contains("11 characters the same, 0 gone, 2 new"), "{page}");
    let files = guest.get(&path("name=page.txt")).text();
    assert!(files.contains("1 lines gone, 1 new"), "{files}");
    for hidden in ["没有", "secret", "other line"] {
        assert!(!page.contains(hidden) && !files.contains(hidden), "{hidden}");
    }
    let viewed = || {
        let log = data(&guest, &format!("{case}/history"));
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "viewed").count()
    };
    let reveal = |fields: &[(&str, &str)]| guest.post(&format!("{case}/evidence/captures/reveal"), fields);
    let shown = reveal(&[("post", key), ("earlier", "item-000001"), ("later", "item-000002")]);
    assert!(shown.status == 200 && shown.text().contains("<mark>没有</mark>"), "{}", shown.text());
    let lines = reveal(&[("name", "page.txt"), ("earlier", "item-000003"), ("later", "item-000004")]).text();
    assert!(
        lines.contains("secret line") && lines.contains("other line") && !lines.contains(">one<"),
        "{lines}"
    );
    assert_eq!(viewed(), 2);
    for (query, status) in [("post=weibo%2F0", 404), ("name=none", 404), ("", 404)] {
        assert_eq!(guest.get(&path(query)).status, status, "{query}");
    }
    assert_eq!(reveal(&[("post", key), ("earlier", "x"), ("later", "item-000002")]).status, 422);
}

#[test]
fn repost_trees_are_listed_drawn_and_hold_no_word_and_no_name() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let trees = data(&guest, &format!("{CASE}/spread"))["trees"].as_array().unwrap().clone();
    assert!(!trees.is_empty());
    let reposts = data(&guest, &format!("{CASE}/posts?kind=repost"))["total"].as_u64().unwrap();
    let in_trees: u64 = trees.iter().map(|tree| tree["size"].as_u64().unwrap()).sum();
    assert!(in_trees > 0 && in_trees <= reposts, "{in_trees} of {reposts}");
    let sizes: Vec<u64> = trees.iter().map(|tree| tree["size"].as_u64().unwrap()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b));
    for tree in trees.iter().take(3) {
        assert!(tree["depth"].as_u64() >= Some(1) && tree["breadth"].as_u64() <= tree["size"].as_u64());
        let key = tree["top"]["post"]
            .as_str()
            .unwrap()
            .replace('/', "%2F")
            .replace('%', "%25")
            .replace("%252F", "%2F");
        let page = guest.get(&format!("{CASE}/spread/tree?post={key}"));
        assert_eq!(page.status, 200, "{key}: {}", page.text());
        assert!(!page.text().contains("blockquote"));
    }
    assert!(guest.get(&format!("{CASE}/spread")).text().contains("id=\"trees\""));
    assert_eq!(guest.get(&format!("{CASE}/spread/tree?post=weibo%2F0")).status, 404);
}

#[test]
fn a_browser_that_waits_long_is_shown_how_far_it_is_and_the_page_comes() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let headers = [("Cookie", guest.cookie.as_str()), ("Accept", "text/html")];
    // Whether the first answer is the page or the one that waits, the page comes without anything being done.
    for _ in 0..600 {
        let got = serving.send("GET", &format!("{CASE}/posts"), &headers, b"");
        assert_eq!(got.status, 200);
        let page = got.text();
        if page.contains("id=\"waiting\"") {
            assert!(page.contains("http-equiv=\"refresh\"") && !page.contains("<li class=\"post\""));
            std::thread::sleep(std::time::Duration::from_millis(100));
            continue;
        }
        assert!(page.contains("<li class=\"post\""));
        // A case that there is not is the same answer for whoever waits.
        let none = serving.send("GET", "/c/rd-0000000000000000", &headers, b"");
        assert_eq!(none.status, 404);
        return;
    }
    panic!("the page never came");
}
