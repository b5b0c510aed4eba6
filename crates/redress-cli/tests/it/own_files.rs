//! A person's own files, from the first command to the last.

use crate::run::Room;

/// MediaCrawler, Weibo contents, as written since 2026-07-01 (masked authors).
const CONTENTS: &str = "\u{feff}note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n\
5101,某小区的温某拿了大家的团购费跑了,1767600000,2026-01-05 16:00:00+08:00,12,3,612,1767700000000,https://example.com/5101,aaaaaaaaaaaaaaaa,云***者,团购\n\
5102,某小区的温某拿了大家的团购费跑了！,1767603600,2026-01-05 17:00:00+08:00,2,0,1.2万,1767700000000,https://example.com/5102,bbbbbbbbbbbbbbbb,路***人,团购\n\
5103,团长应该把账目公开，这样处理太不负责,1767607200,2026-01-05 18:00:00+08:00,2,0,1,1767700000000,https://example.com/5103,cccccccccccccccc,邻***居,团购\n";

fn room_with_posts() -> Room {
    let room = Room::new();
    room.case("spring");
    room.write("export/search_contents_2026-07-02.csv", CONTENTS);
    room.ok(&["add", "spring", "export"]);
    room
}

#[test]
fn from_an_export_to_a_bundle() {
    let room = room_with_posts();
    let measures = room.json(&["measure", "spring"]);
    assert_eq!(measures["schema"], "redress/measures/1");
    assert_eq!(measures["kept"]["totals"]["posts"], 3);
    let rumour = measures["statements"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(measures["statements"][0]["members"], 2, "{measures:#}");
    room.write("proof.txt", "the ledger of the group");
    room.ok(&["add", "spring", "proof.txt", "--role", "paper"]);
    let set = |term: &str, value: &str| {
        room.ok(&["fact", "spring", "set", &rumour, term, value, "--source", "item-000002"]);
    };
    set("statement_false", "yes");
    set("is_report_of_wrongdoing", "no");
    set("is_comment_or_criticism", "no");
    let out = room.ok(&["assess", "spring", "--today", "2026-03-01", "--out", "out"]);
    assert!(out.contains("Protected speech was checked first"), "{out}");
    assert!(room.path("out/report.html").is_file());
    let explained = room.ok(&["explain", "spring", &format!("{rumour}.reposts")]);
    assert!(explained.contains("1.2万") && explained.contains("item-000001 row 3"), "{explained}");
    room.ok(&["missing", "spring"]);
    room.ok(&["pack", "spring", "bundle", "--today", "2026-03-01"]);
    room.ok(&["verify", "bundle"]);
    room.ok(&["recompute", "bundle"]);
    room.write("later.txt", "one more page");
    room.ok(&["add", "spring", "later.txt"]);
    room.ok(&["pack", "spring", "second", "--today", "2026-03-02"]);
    let second = room.json(&["verify", "second"]);
    assert_eq!(second["lines"][2]["outcome"], "held", "the log only grew: {second:#}");
}

/// What a person said stays with the post when new material regroups the statements.
#[test]
fn claims_stay_with_their_post() {
    let room = room_with_posts();
    room.ok(&["fact", "spring", "set", "post:weibo/5102", "statement_false", "yes"]);
    let before = room.json(&["assess", "spring", "--today", "2026-03-01"]);
    let earlier =
        CONTENTS.replace("5101,", "5100,").replace("1767600000,2026-01-05 16", "1767500000,2026-01-04 12");
    room.write("more/search_contents_2026-07-03.csv", earlier);
    room.ok(&["add", "spring", "more"]);
    let after = room.json(&["assess", "spring", "--today", "2026-03-01"]);
    let taken = |result: &serde_json::Value| {
        let rows = result["statements"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["taken_up"] == true).unwrap()
    };
    assert_ne!(taken(&before)["anchor"], taken(&after)["anchor"]);
    assert_eq!(taken(&after)["members"], 3);
}

#[test]
fn a_correction_is_a_new_entry() {
    let room = room_with_posts();
    let entry =
        room.json(&["fact", "spring", "set", "case", "work_affected", "yes"])["entry"].as_u64().unwrap();
    room.ok(&["fact", "spring", "withdraw", &entry.to_string(), "--reason", "wrong month"]);
    let claims = room.json(&["fact", "spring", "list"]);
    assert_eq!(claims["claims"][0]["entry"], entry);
    assert_eq!(claims["claims"][0]["withdrawn"], entry + 1);
    let result = room.json(&["assess", "spring"]);
    assert!(!result["facts"].to_string().contains("work_affected"));
}

/// Two values for one fact are a dispute, not a choice of the program.
#[test]
fn differing_claims_are_a_dispute() {
    let room = room_with_posts();
    for (value, by) in [("yes", "Zhou"), ("no", "Li")] {
        room.ok(&[
            "fact",
            "spring",
            "set",
            "post:weibo/5103",
            "is_comment_or_criticism",
            value,
            "--by",
            by,
            "--standing",
            "judged",
        ]);
    }
    let result = room.json(&["assess", "spring", "--today", "2026-03-01"]);
    let shield = &result["protected"][0]["criticism"];
    assert!(["FT", "FU", "UT"].iter().any(|value| shield == value), "{shield}");
}

#[test]
fn the_same_file_is_kept_once() {
    let room = room_with_posts();
    let again = room.json(&["add", "spring", "export"]);
    assert_eq!(again["items"].as_array().unwrap().len(), 0);
    assert_eq!(again["kept_before"][0], "item-000001");
}

#[test]
fn a_judgement_is_not_taken_from_a_statement() {
    let room = room_with_posts();
    let args = ["fact", "spring", "set", "post:weibo/5101", "harms_reputation", "yes"];
    room.ok(&args);
    let mut stated = args.to_vec();
    stated.extend(["--standing", "stated"]);
    let refused = room.redress(&stated);
    assert_eq!(refused.code, 2, "{}", refused.err);
}

/// A table of unknown columns is sealed first, and read later, when a mapping says what they mean.
#[test]
fn a_sealed_table_is_read_once_it_has_a_mapping() {
    let room = Room::new();
    room.case("spring");
    let example = crate::run::repository().join("examples/courier-rumour");
    std::fs::copy(example.join("material/articles/public-account-articles.csv"), room.path("articles.csv"))
        .unwrap();
    let first = room.json(&["add", "spring", "articles.csv"]);
    assert!(
        first["items"][0]["report"].is_null() && first.to_string().contains("workbench-not-read"),
        "{first:#}"
    );
    let mapping = example.join("mappings/articles.toml");
    let second = room.json(&["add", "spring", "articles.csv", "--mapping", mapping.to_str().unwrap()]);
    let read: Vec<_> =
        second["items"].as_array().unwrap().iter().filter(|item| !item["report"].is_null()).collect();
    assert_eq!(read.len(), 1, "{second:#}");
    assert_eq!(read[0]["item"]["id"], "item-000001");
    assert_eq!(room.json(&["measure", "spring"])["kept"]["totals"]["posts"], 4);
}

/// Ctrl-C while a long file is being sealed: exit 130, nothing recorded, nothing left behind.
#[test]
fn an_interrupt_leaves_the_case_as_it_was() {
    let room = Room::new();
    room.case("spring");
    // Long enough to be sealed while it is read once, and to be interrupted on any machine.
    let long = std::fs::File::create(room.path("long.mp4")).unwrap();
    long.set_len(40 << 30).unwrap();
    let before = room.bytes_of("spring");
    let mut adding =
        room.command(&["add", "spring", "long.mp4"]).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let begun = || {
        let mut files = Vec::new();
        crate::run::list(&room.path("spring/objects"), &mut files);
        files.iter().any(|path| std::fs::metadata(path).is_ok_and(|meta| meta.len() > 0))
    };
    while !begun() {
        assert!(adding.try_wait().unwrap().is_none(), "it ended before it could be stopped");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let pid = adding.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let ended = crate::run::answer(adding.wait_with_output().unwrap());
    assert_eq!(ended.code, 130, "{}", ended.err);
    assert!(ended.err.contains("The case is as it was"), "{}", ended.err);
    room.write("a.txt", "a");
    room.ok(&["add", "spring", "a.txt", "--dry-run"]);
    assert!(room.bytes_of("spring") == before, "something was left behind");
}

/// A mapping may count times from posts that an earlier request brought in.
#[test]
fn times_after_a_post_are_counted_from_what_the_case_holds() {
    let room = Room::new();
    room.case("spring");
    room.write("posts.csv", "post_id,user_id,publish_time,like_num,comment_num,repost_num,post_content\nP1,u1,1767600000,1,1,1,第一条内容写在这里\n");
    room.write("reposts.csv", "repost_id,post_id,user_id,repost_time,like_num,comment_num,repost_num,repost_content\nR1,P1,u2,3600,0,0,0,转发时写的话\n");
    let mapping =
        |name: &str| crate::run::repository().join("docs/mappings").join(name).to_string_lossy().into_owned();
    room.ok(&["add", "spring", "posts.csv", "--mapping", &mapping("sccd-posts.toml")]);
    let added = room.json(&["add", "spring", "reposts.csv", "--mapping", &mapping("sccd-reposts.toml")]);
    let report =
        added["items"].as_array().unwrap().iter().find_map(|item| item["report"].as_object()).unwrap();
    assert_eq!(
        (report["undated"].as_u64(), report["first"].as_i64()),
        (Some(0), Some(1_767_603_600)),
        "{report:#?}"
    );
}

/// A mapping that was wrong is mended by adding the file again with the right one; the words of what is
/// missing say which way.
#[test]
fn a_wrong_mapping_can_be_mended() {
    let room = Room::new();
    room.case("spring");
    room.write("posts.csv", "post_id,user_id,publish_time,like_num,comment_num,repost_num,post_content\nP1,u1,1767600000,1,1,1,第一条内容写在这里\n");
    let right =
        std::fs::read_to_string(crate::run::repository().join("docs/mappings/sccd-posts.toml")).unwrap();
    room.write("wrong.toml", right.replace("\"post_content\"", "\"like_num\""));
    room.write("right.toml", &right);
    room.ok(&["add", "spring", "posts.csv", "--mapping", "wrong.toml"]);
    let again = room.json(&["add", "spring", "posts.csv", "--mapping", "right.toml"]);
    assert!(again["items"].to_string().contains("\"report\""), "{again:#}");
    room.ok(&["fact", "spring", "set", "post:weibo/P1", "statement_is_factual", "unknown"]);
    room.ok(&["assess", "spring", "--out", "out", "--unmask"]);
    let page = std::fs::read_to_string(room.path("out/report.html")).unwrap();
    assert!(page.contains("第一条内容写在这里"));
    let missing = room.ok(&["missing", "spring"]);
    assert!(missing.contains("5,000 or more [view_count]"), "{missing}");
    assert!(
        missing.contains("no [is_report_of_wrongdoing]")
            && !missing.contains("yes [is_report_of_wrongdoing]"),
        "{missing}"
    );
}
