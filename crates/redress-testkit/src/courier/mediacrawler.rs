//! MediaCrawler's Weibo files: the earlier schema with whole accounts, the later one with masked ones.

use super::MakeError;
use super::people::Person;
use super::story::{Comment, FIRST_RUN, MAIN, Note, SECOND_RUN};
use crate::clock::zoned;
use crate::table::{BOM, json, row};
use redress_base::Instant;
use serde_json::{Value, json};

const FULL: [&str; 16] = [
    "note_id",
    "content",
    "create_time",
    "create_date_time",
    "liked_count",
    "comments_count",
    "shared_count",
    "last_modify_ts",
    "note_url",
    "ip_location",
    "user_id",
    "nickname",
    "gender",
    "profile_url",
    "avatar",
    "source_keyword",
];
const MASKED: [&str; 12] = [
    "note_id",
    "content",
    "create_time",
    "create_date_time",
    "liked_count",
    "comments_count",
    "shared_count",
    "last_modify_ts",
    "note_url",
    "creator_hash",
    "nickname",
    "source_keyword",
];
const KEYWORD: &str = "桐花里 快递柜";

/// The crawler's clock while it writes row `n` of a run: milliseconds since 1970.
fn modified(run: Instant, n: u64) -> u64 {
    run.0.unsigned_abs() * 1000 + n * 1370
}

fn common(note: &Note, shown: &[String; 3], modified: u64) -> Vec<String> {
    let [likes, comments, reposts] = shown;
    vec![
        note.id.to_string(),
        note.text.clone(),
        note.at.0.to_string(),
        zoned(note.at),
        likes.clone(),
        comments.clone(),
        reposts.clone(),
        modified.to_string(),
        format!("https://m.weibo.example/detail/{}", note.id),
    ]
}

/// The first run: whole accounts, one row twice, one row without a date.
pub(super) fn contents_full(notes: &[Note]) -> String {
    let mut out = BOM.to_owned();
    row(&mut out, &FULL);
    let mut repeated = Vec::new();
    for (n, note) in (0u64..).zip(notes.iter().filter(|note| note.seen[0])) {
        let mut cells = common(note, &note.shown[0], modified(FIRST_RUN, n));
        cells.extend(person(&note.by, note.by.place));
        cells.push(KEYWORD.to_owned());
        row(&mut out, &cells);
        if note.id == MAIN {
            repeated = cells;
        }
    }
    row(&mut out, &repeated);
    row(&mut out, &undated());
    out
}

/// The page of a post that was already half gone: no date, counters that are not numbers.
fn undated() -> Vec<String> {
    let cells = [
        "5263100000000699",
        "三号快递柜那天的事，我手里还有一段视频，晚点发",
        "",
        "None",
        "None",
        "None",
        "None",
        "1770474690000",
        "https://m.weibo.example/detail/5263100000000699",
        "",
        "7200000999",
        "已注销用户",
        "",
        "https://m.weibo.example/u/7200000999",
        "",
        KEYWORD,
    ];
    cells.map(str::to_owned).to_vec()
}

fn person(by: &Person, place: &str) -> [String; 6] {
    [place.to_owned(), by.id.to_string(), by.nickname.clone(), by.gender.to_owned(), by.page(), by.avatar()]
}

/// The second run, after the tool's upgrade: the accounts are hashed and masked.
pub(super) fn contents_masked(notes: &[Note]) -> String {
    let mut out = BOM.to_owned();
    row(&mut out, &MASKED);
    for (n, note) in (0u64..).zip(notes.iter().filter(|note| note.seen[1])) {
        let mut cells = common(note, &note.shown[1], modified(SECOND_RUN, n));
        cells.extend([note.by.creator_hash(), note.by.masked(), KEYWORD.to_owned()]);
        row(&mut out, &cells);
    }
    out
}

/// Comments of the first run, one JSON object a line.
pub(super) fn comments_full(comments: &[Comment]) -> Result<String, MakeError> {
    let mut out = String::new();
    for (n, comment) in (0u64..).zip(comments.iter().filter(|comment| comment.seen[0])) {
        let value = json!({
            "comment_id": comment.id.to_string(),
            "create_time": comment.at.0,
            "create_date_time": zoned(comment.at),
            "note_id": comment.under.to_string(),
            "content": comment.text,
            "sub_comment_count": "0",
            "comment_like_count": comment.likes[0].to_string(),
            "last_modify_ts": modified(FIRST_RUN, 600 + n),
            "ip_location": comment.by.place,
            "parent_comment_id": "",
            "user_id": comment.by.id.to_string(),
            "nickname": comment.by.nickname,
            "gender": comment.by.gender,
            "profile_url": comment.by.page(),
            "avatar": comment.by.avatar(),
        });
        out.push_str(&serde_json::to_string(&value)?);
        out.push('\n');
    }
    Ok(out)
}

/// Comments of the second run, one JSON array.
pub(super) fn comments_masked(comments: &[Comment]) -> Result<Vec<u8>, MakeError> {
    let rows: Vec<Value> = (0u64..)
        .zip(comments.iter().filter(|comment| comment.seen[1]))
        .map(|(n, comment)| {
            json!({
                "comment_id": comment.id.to_string(),
                "create_time": comment.at.0,
                "create_date_time": zoned(comment.at),
                "note_id": comment.under.to_string(),
                "content": comment.text,
                "sub_comment_count": "0",
                "comment_like_count": comment.likes[1].to_string(),
                "last_modify_ts": modified(SECOND_RUN, 600 + n),
                "parent_comment_id": "",
                "creator_hash": comment.by.creator_hash(),
                "nickname": comment.by.masked(),
            })
        })
        .collect();
    Ok(json(&Value::Array(rows))?)
}
