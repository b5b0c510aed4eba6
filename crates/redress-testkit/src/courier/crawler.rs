//! weibo-crawler's files of one account: the ragged CSV, and the JSON with nested forwards.

use super::MakeError;
use super::people::{Person, passer_by};
use super::story::{CRITIC, MAIN, Note};
use super::words;
use crate::clock::{beijing, naive, naive_t};
use crate::table::{BOM, json, row};
use redress_base::Instant;
use serde_json::{Value, json};

const OWN: [&str; 18] = [
    "id",
    "bid",
    "正文",
    "头条文章url",
    "原始图片url",
    "视频url",
    "Live Photo视频url",
    "位置",
    "日期",
    "工具",
    "点赞数",
    "评论数",
    "转发数",
    "话题",
    "@用户",
    "完整日期",
    "是否编辑过",
    "编辑次数",
];
/// Ahead of the second run: the account looked at its own page a day later.
pub(super) const SAVED: Instant = beijing((2026, 3, 7), (9, 0, 0));

/// An id in the platform's short writing; made up, but stable.
pub(super) fn short(id: u64) -> String {
    const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut left = id;
    let mut out = Vec::new();
    while left > 0 {
        let digit = usize::try_from(left % 62).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or(b'0');
        out.push(char::from(digit));
        left /= 62;
    }
    out.iter().rev().collect()
}

/// The eighteen cells that every post has. The id ends with a tab, as the tool writes it.
fn own(id: u64, text: &str, at: Instant, counts: [&str; 3]) -> Vec<String> {
    let [likes, comments, reposts] = counts;
    let mut cells = vec![format!("{id}\t"), short(id), text.to_owned()];
    cells.extend(std::iter::repeat_n(String::new(), 5));
    cells.extend([naive_t(at), "云渡路边社超话".to_owned()]);
    cells.extend([likes, comments, reposts, "", ""].map(str::to_owned));
    cells.extend([naive(at), "False".to_owned(), "0".to_owned()]);
    cells
}

/// The roadside account: 39 headers, 19 cells for an original, 37 for a forward.
pub(super) fn roadside_csv(notes: &[Note]) -> String {
    let mut header: Vec<String> = OWN.map(str::to_owned).to_vec();
    header.extend(["是否原创", "源用户id", "源用户昵称"].map(str::to_owned));
    header.extend(OWN.map(|name| format!("源微博{name}")));
    let mut out = BOM.to_owned();
    row(&mut out, &header);
    let main = notes.iter().find(|note| note.id == MAIN).map_or("", |note| note.text.as_str());
    let mut cells = own(MAIN, main, beijing((2026, 2, 5), (21, 40, 12)), ["12240", "3880", "612"]);
    cells.push("True".to_owned());
    row(&mut out, &cells);
    for (n, text) in (0u64..).zip(words::ROADSIDE) {
        let at = Instant(beijing((2026, 1, 20), (8, 15, 0)).0.saturating_add_unsigned(n * 190_000));
        let likes = (17 + n * 9).to_string();
        let mut cells = own(MAIN + 700 + n, text, at, [&likes, "4", "2"]);
        cells.push("True".to_owned());
        row(&mut out, &cells);
    }
    for (n, note) in (0u64..).zip(notes.iter().filter(|note| (MAIN + 9..MAIN + 13).contains(&note.id))) {
        let at = Instant(note.at.0.saturating_add_unsigned(1800 + n * 60));
        let mut cells = own(MAIN + 720 + n, "看，不止我一个人收到", at, ["31", "6", "5"]);
        cells.push("False".to_owned());
        cells.extend([note.by.id.to_string(), note.by.nickname.clone()]);
        let [likes, comments, reposts] = &note.shown[1];
        cells.extend(own(note.id, &note.text, note.at, [likes, comments, reposts]).into_iter().take(16));
        row(&mut out, &cells);
    }
    out
}

fn post(by: &Person, id: u64, text: &str, at: Instant, counts: [u64; 3]) -> Value {
    let [likes, comments, reposts] = counts;
    json!({
        "user_id": by.id, "screen_name": by.nickname, "id": id, "bid": short(id), "text": text,
        "article_url": "", "pics": "", "video_url": "", "live_photo_url": "", "links": [], "location": "",
        "created_at": naive_t(at), "source": "网页版", "attitudes_count": likes, "comments_count": comments,
        "reposts_count": reposts, "topics": "", "at_users": "", "full_created_at": naive(at),
        "edited": false, "edit_count": 0,
    })
}

/// The critic's account, with one forward that carries the forwarded post inside.
pub(super) fn counter_json(notes: &[Note]) -> Result<Vec<u8>, MakeError> {
    let by = Person::counter();
    let mut weibo = Vec::new();
    if let Some(note) = notes.iter().find(|note| note.id == CRITIC) {
        weibo.push(post(&by, CRITIC, &note.text, note.at, [11_320, 1_431, 806]));
    }
    for (n, text) in (0u64..).zip(words::COUNTER) {
        let at = Instant(beijing((2026, 1, 15), (20, 0, 0)).0.saturating_add_unsigned(n * 420_000));
        weibo.push(post(&by, CRITIC + 700 + n, text, at, [80 + n * 13, 12 + n, 9 + n]));
    }
    let inner = passer_by(640);
    let at = beijing((2026, 2, 8), (8, 30, 0));
    let mut forward = post(&by, CRITIC + 720, "替这位邻居转一下，她在现场", at, [240, 31, 58]);
    let words = "我那天就排在后面，温女士签字、拿箱子、走人，前后不到一分钟";
    let witness = post(&inner, CRITIC + 721, words, beijing((2026, 2, 8), (7, 50, 0)), [96, 22, 61]);
    if let Some(fields) = forward.as_object_mut() {
        fields.insert("retweet".to_owned(), witness);
    }
    weibo.push(forward);
    let user = json!({
        "id": by.id.to_string(), "screen_name": by.nickname, "gender": by.gender, "statuses_count": 412,
        "followers_count": 20_345, "follow_count": 118, "registration_time": "2019-05-02", "sunshine": "",
        "birthday": "", "location": "邻江", "ip_location": "邻江", "education": "", "company": "",
        "description": "看柜台，也看柜台后面", "profile_url": by.page(), "profile_image_url": by.avatar(),
        "avatar_hd": by.avatar(), "urank": 21, "mbrank": 3, "verified": false, "verified_type": -1,
        "verified_reason": "",
    });
    Ok(json(&json!({ "user": user, "weibo": weibo }))?)
}

#[cfg(test)]
mod tests {
    use super::roadside_csv;
    use crate::courier::story;

    #[test]
    fn originals_have_19_cells_and_forwards_37_under_39_headers() {
        let text = roadside_csv(&story::notes());
        let cells = |line: &str| line.split(',').count();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(cells(lines[0]), 39);
        assert_eq!(cells(lines[2]), 19);
        assert!(lines.iter().any(|line| cells(line) == 37), "{text}");
    }
}
