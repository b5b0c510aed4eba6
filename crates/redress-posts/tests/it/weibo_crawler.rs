//! weibo-crawler's CSV, JSON and database.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::show::{self, reading};
use redress_base::{ItemId, Refusal};
use redress_posts::{Cell, Corpus, Each, Sniff, TableOpener, Tables, read, sniff};

const BASE: &str = "id,bid,正文,头条文章url,原始图片url,视频url,Live Photo视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户,完整日期,是否编辑过,编辑次数";

fn header() -> String {
    let source: Vec<String> = BASE.split(',').map(|name| format!("源微博{name}")).collect();
    format!("\u{feff}{BASE},是否原创,源用户id,源用户昵称,{}\r\n", source.join(","))
}

fn base_row(id: &str, text: &str, likes: &str) -> String {
    format!("{id}\t,bid,{text},,,,,,2026-02-05T21:40:12,超话,{likes},3880,612,,,2026-02-05 21:40:12,False,0")
}

#[test]
fn ragged_rows_are_read_with_the_reposted_original_inside() {
    let inside = base_row("70", "源头", "1000000");
    // The writer leaves out the last two cells of the original inside.
    let inside = inside.strip_suffix(",False,0").unwrap();
    let file = format!(
        "{}{},True\r\n{},False,7100000099,别人,{inside}\r\n",
        header(),
        base_row("51", "原创", "12000"),
        base_row("52", "转发", "17")
    );
    assert_eq!(sniff("x", file.as_bytes()), Sniff::Format("weibo-crawler-csv/csv".to_owned()));
    let (corpus, report) = reading("7100000042.csv", file.as_bytes(), None).unwrap();
    let shown = show::corpus(&corpus);
    let heads: Vec<&str> = shown.lines().filter(|line| line.starts_with("weibo")).collect();
    assert_eq!(
        heads,
        [
            "weibo/51 Original 2026-02-05T21:40:12+08:00 (Assumed) by #1 7100000042 ",
            "weibo/52 Repost 2026-02-05T21:40:12+08:00 (Assumed) parent weibo/70 root weibo/70 by #1 7100000042 ",
            "weibo/70 Original 2026-02-05T21:40:12+08:00 (Assumed) by #2 7100000099 别人",
        ]
    );
    assert!(shown.contains("likes 11500..12499 \"12000\""), "{shown}");
    assert!(shown.contains("likes 999500.. \"1000000\""), "{shown}");
    assert_eq!((report.rows, report.read, report.ragged, report.embedded), (2, 2, 2, 1));
    assert_eq!(report.assumptions, ["author-from-file-name", "beijing-time", "written-out-counts"]);
    assert_eq!(report.totals["posts-id-trimmed"], 3);
    assert_eq!(report.findings.iter().filter(|finding| finding.code == "posts-ragged-row").count(), 2);
}

#[test]
fn the_older_header_is_read_too_and_a_renamed_file_names_no_account() {
    let file = "id,bid,正文,头条文章url,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户\n\
                51\t,b,字,,,,,2023-02-05T21:40:12,,1,2,3,,\n";
    let (corpus, report) = reading("我的副本.csv", file.as_bytes(), None).unwrap();
    assert!(show::corpus(&corpus).starts_with("weibo/51 Original 2023-02-05T21:40:12+08:00 (Assumed)\n"));
    assert_eq!(report.assumptions, ["beijing-time"]);
}

#[test]
fn json_holds_reposted_originals_as_objects() {
    let file = r#"{"user": {"id": "7100000077", "screen_name": "柜台观察员", "weibo": 3}, "weibo": [
        {"user_id": 7100000077, "screen_name": "柜台观察员", "id": 61, "bid": "b", "text": "转发", "created_at": "2026-02-06T19:05:40", "attitudes_count": 5, "comments_count": 1, "reposts_count": 0, "full_created_at": "2026-02-06 19:05:41",
         "retweet": {"user_id": 7100000042, "screen_name": "云渡路边社", "id": 51, "text": "原创", "created_at": "2026-02-05T21:40:12", "attitudes_count": 12, "comments_count": 3, "reposts_count": 612, "full_created_at": "2026-02-05 21:40:12"}},
        {"user_id": 7100000077, "screen_name": "柜台观察员", "id": 62, "bid": "c", "text": "无", "created_at": "2026-02-07T19:05:40", "attitudes_count": 5, "comments_count": 1, "reposts_count": 0}]}"#;
    assert_eq!(sniff("x", file.as_bytes()), Sniff::Format("weibo-crawler-json/json".to_owned()));
    let (corpus, report) = reading("7100000077.json", file.as_bytes(), None).unwrap();
    let shown = show::corpus(&corpus);
    let heads: Vec<&str> = shown.lines().filter(|line| line.starts_with("weibo")).collect();
    assert_eq!(
        heads,
        [
            "weibo/61 Repost 2026-02-06T19:05:41+08:00 (Assumed) parent weibo/51 root weibo/51 by #1 7100000077 柜台观察员",
            "weibo/51 Original 2026-02-05T21:40:12+08:00 (Assumed) by #2 7100000042 云渡路边社",
            "weibo/62 Original 2026-02-07T19:05:40+08:00 (Assumed) by #1 7100000077 柜台观察员",
        ]
    );
    assert_eq!((report.rows, report.embedded), (2, 1));
    let sighting = corpus.sightings().first().unwrap();
    let row = show::bytes(file.as_bytes(), &corpus.span(sighting));
    assert!(row.starts_with(b"{\"user_id\": 7100000077") && row.ends_with(b"}}"));
    let cut = file.strip_suffix("]}").unwrap();
    assert!(show::refused("x.json", cut.as_bytes(), None).starts_with("posts-json-cut item-000001"));
    assert!(
        show::refused("x.json", file.strip_suffix('}').unwrap().as_bytes(), None)
            .starts_with("posts-json-cut")
    );
}

/// A database of a few rows, in memory.
struct Memory;

/// Tables as text: cells between bars; `#3` is a whole number, `=3.5` a floating one, `~` null, `!` bytes.
const TABLES: [(&str, &str, &[&str]); 5] = [
    ("bins", "id|data", &[]),
    (
        "comments",
        "id|bid|weibo_id|root_id|user_id|created_at|user_screen_name|user_avatar_url|text|pic_url|like_count",
        &["91||51|91|72|Thu Feb 05 22:02:07 +0800 2026|甲|~|评||#3", "92||51|91|73|刚刚|乙|~|答||~"],
    ),
    (
        "reposts",
        "id|bid|weibo_id|user_id|created_at|user_screen_name|user_avatar_url|text|like_count",
        &["81||51|74|Thu Feb 05 22:03:07 +0800 2026|丙|~|转|#0"],
    ),
    ("user", "id|nick_name", &["74|丙的新名", "75|丁"]),
    (
        "weibo",
        "id|bid|user_id|screen_name|text|created_at|attitudes_count|comments_count|reposts_count|retweet_id",
        &["#51|b|71|云渡路边社|原创|2026-02-05 21:40:12|#12|=3|!|"],
    ),
];

fn cell(written: &str) -> Cell {
    match (written, written.strip_prefix('#'), written.strip_prefix('=')) {
        ("~", ..) => Cell::Null,
        ("!", ..) => Cell::Blob(vec![1]),
        (_, Some(whole), _) => Cell::Integer(whole.parse().unwrap()),
        (_, _, Some(floating)) => Cell::Real(floating.parse().unwrap()),
        _ => Cell::Text(written.to_owned()),
    }
}

impl TableOpener for Memory {
    fn open(&self, _bytes: &[u8]) -> Result<Box<dyn Tables>, Refusal> {
        Ok(Box::new(Memory))
    }
}

impl Tables for Memory {
    fn names(&self) -> Result<Vec<String>, Refusal> {
        Ok(TABLES.iter().map(|(name, ..)| (*name).to_owned()).collect())
    }

    fn columns(&self, table: &str) -> Result<Vec<String>, Refusal> {
        let (_, columns, _) = TABLES.iter().find(|(name, ..)| *name == table).unwrap();
        Ok(columns.split('|').map(str::to_owned).collect())
    }

    fn rows(&self, table: &str, columns: &[&str], each: Each<'_>) -> Result<(), Refusal> {
        let names = self.columns(table)?;
        let (_, _, rows) = TABLES.iter().find(|(name, ..)| *name == table).unwrap();
        for (row, rowid) in rows.iter().zip(1..) {
            let cells: Vec<&str> = row.split('|').collect();
            let place = |column: &&str| names.iter().position(|name| name == column);
            let wanted = columns.iter().filter_map(|column| cells.get(place(column)?).map(|text| cell(text)));
            each(rowid, &wanted.collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

#[test]
fn the_database_gives_posts_comments_reposts_and_names() {
    let mut corpus = Corpus::new();
    let report =
        read(ItemId(1), "weibodata.db", b"SQLite format 3\0...", None, &Memory, &mut corpus).unwrap();
    let shown = show::corpus(&corpus);
    let heads: Vec<&str> = shown.lines().filter(|line| line.starts_with("weibo")).collect();
    assert_eq!(
        heads,
        [
            "weibo/c/91 Comment 2026-02-05T22:02:07+08:00 (Platform) parent weibo/51 root weibo/51 by #1 72 甲",
            "weibo/c/92 Comment parent weibo/c/91 root weibo/51 by #2 73 乙",
            "weibo/81 Repost 2026-02-05T22:03:07+08:00 (Platform) parent weibo/51 root weibo/51 by #3 74 丙",
            "weibo/51 Original 2026-02-05T21:40:12+08:00 (Assumed) by #5 71 云渡路边社",
        ]
    );
    assert!(shown.contains("likes 3 \"3\" item-000001 table comments rowid 1 [like_count]"), "{shown}");
    assert_eq!(
        report.format,
        "weibo-crawler-comments+weibo-crawler-reposts+weibo-crawler-user+weibo-crawler-weibo/sqlite"
    );
    assert_eq!((report.rows, report.read, report.undated, report.not_shown), (6, 6, 1, 2));
    assert_eq!(report.totals["posts-odd-time"], 1);
    assert_eq!(report.totals["posts-nested-value"], 1);
    assert_eq!(report.totals["posts-table-not-read"], 1);
    assert_eq!(report.assumptions, ["beijing-time"]);
}
