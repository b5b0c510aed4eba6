//! MediaCrawler's Weibo files: three containers, two schemas and the mid-2024 variant.

use crate::show::{self, reading};
use redress_base::{Count, ItemId, Unit};
use redress_posts::{Charset, Corpus, NoTables, Sniff, read, sniff};

const NEW: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
last_modify_ts,note_url,creator_hash,nickname,source_keyword";
const OLD: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword";

fn new_csv() -> String {
    format!(
        "\u{feff}{NEW}\r\n\
         5263100000000101,\"第一行\n第二行，\"\"引号\"\"\",1770298812,2026-02-05 21:40:12+08:00,1.2万,2304,None,\
         1770473400000,https://m.weibo.cn/detail/5263100000000101,0123456789abcdef,云***社,快递柜\r\n\
         5263100000000102,转发微博,1770298900,2026-02-05 21:41:40+08:00,100万+,0,,1770473401000,u,0123456789abcdef,云***社,\r\n"
    )
}

#[test]
fn the_new_schema_shows_masked_accounts_and_counters_as_intervals() {
    let file = new_csv();
    assert_eq!(sniff("x", file.as_bytes()), Sniff::Format("mediacrawler-weibo-contents/csv".to_owned()));
    let (corpus, report) = reading("search_contents.csv", file.as_bytes(), None).unwrap();
    assert_eq!(
        show::corpus(&corpus),
        "weibo/5263100000000101 Original 2026-02-05T21:40:12+08:00 (Platform) by #1 0123456789abcdef masked 云***社\n  \
         \"第一行\\n第二行，\\\"引号\\\"\"\n  \
         likes 11500..12499 \"1.2万\" 2026-02-07T22:10:00+08:00 (ToolClock) item-000001 row 2 bytes 150..349 [liked_count]\n  \
         comments 2304 \"2304\" 2026-02-07T22:10:00+08:00 (ToolClock) item-000001 row 2 bytes 150..349 [comments_count]\n\
         weibo/5263100000000102 Original 2026-02-05T21:41:40+08:00 (Platform) by #1 0123456789abcdef masked 云***社\n  \
         \"转发微博\"\n  \
         likes 1000000.. \"100万+\" 2026-02-07T22:10:01+08:00 (ToolClock) item-000001 row 3 bytes 351..472 [liked_count]\n  \
         comments 0 \"0\" 2026-02-07T22:10:01+08:00 (ToolClock) item-000001 row 3 bytes 351..472 [comments_count]\n"
    );
    assert_eq!(report.variant.as_deref(), Some("since-2026-07-01"));
    assert_eq!(report.charset, Charset::Utf8Bom);
    assert_eq!((report.rows, report.read, report.distinct), (2, 2, 2));
    assert_eq!((report.masked_authors, report.masked_rows), (1, 2));
    assert_eq!((report.rounded, report.floors, report.not_shown, report.counters), (1, 1, 2, 4));
    assert!(report.findings.is_empty() && report.assumptions.is_empty());
}

/// Where a post can be opened is kept as the file gives it; what is no address of the web is none. A file that is taken back
/// takes its addresses along, and a later one may give what an earlier one left out.
#[test]
fn the_address_of_a_post_is_kept() {
    let address = |corpus: &Corpus, key: &str| {
        let post = corpus.post(corpus.find(key)?)?;
        corpus.address(post).map(|address| address.reveal().to_string())
    };
    let (corpus, _) = reading("search_contents.csv", new_csv().as_bytes(), None).unwrap();
    let first = "weibo/5263100000000101";
    let kept = Some("https://m.weibo.cn/detail/5263100000000101".to_owned());
    assert_eq!(address(&corpus, first), kept);
    assert_eq!(address(&corpus, "weibo/5263100000000102"), None);
    let old =
        format!("{OLD}\r\n5263100000000101,x,1770298812,,1,3,4,1770473400000,,云渡,7100000042,n,m,p,a,k\r\n");
    let mut both = Corpus::new();
    let mut take = |item: u32, file: &str| {
        let taken = read(ItemId(item), "x.csv", file.as_bytes(), None, &NoTables, &mut both).is_ok();
        (taken, address(&both, first))
    };
    assert_eq!(take(1, &old), (true, None));
    // A quotation that is never closed is refused, and with it the whole file.
    assert_eq!(take(2, &format!("{}9,\"open", new_csv())), (false, None));
    assert_eq!(take(3, &new_csv()), (true, kept));
}

/// The same two posts in the three containers are the same posts.
#[test]
fn containers_agree() {
    let rows = [
        r#"{"note_id": 5263100000000101, "content": "第一行\n\"第二行\"", "create_time": 1770298812, "create_date_time": "2026-02-05 21:40:12+08:00", "liked_count": "1.2万", "comments_count": "3", "shared_count": "4", "last_modify_ts": 1770473400000, "note_url": "u", "ip_location": "云渡", "user_id": "7100000042", "nickname": "云渡路边社", "gender": "m", "profile_url": "p", "avatar": "a", "source_keyword": "k"}"#,
        r#"{"note_id": "5263100000000102", "content": "\ud83d\ude00", "create_time": "1770298812000", "create_date_time": null, "liked_count": "None", "comments_count": 3, "shared_count": 4, "last_modify_ts": 1770473400000, "note_url": "u", "ip_location": "", "user_id": "7100000043", "nickname": "n", "gender": "m", "profile_url": "p", "avatar": "a", "source_keyword": ""}"#,
    ];
    let csv = format!(
        "{OLD}\r\n5263100000000101,\"第一行\n\"\"第二行\"\"\",1770298812,2026-02-05 21:40:12+08:00,1.2万,3,4,1770473400000,u,云渡,7100000042,云渡路边社,m,p,a,k\r\n\
         5263100000000102,😀,1770298812000,,None,3,4,1770473400000,u,,7100000043,n,m,p,a,\r\n"
    );
    let json = format!("[\n    {},\n    {}\n]", rows[0], rows[1]);
    let jsonl = format!("{}\n{}\n", rows[0], rows[1]);
    let without_places = |file: &str| {
        let (corpus, report) = reading("x", file.as_bytes(), None).unwrap();
        assert_eq!(report.variant.as_deref(), Some("before-2026-07-01"));
        let shown = show::corpus(&corpus);
        let cut = |line: &str| line.split(" item-").next().unwrap_or_default().to_owned();
        (report.format.clone(), shown.lines().map(cut).collect::<Vec<_>>())
    };
    let (csv, json, jsonl) = (without_places(&csv), without_places(&json), without_places(&jsonl));
    assert_eq!(csv.0, "mediacrawler-weibo-contents/csv");
    assert_eq!(json.0, "mediacrawler-weibo-contents/json");
    assert_eq!(jsonl.0, "mediacrawler-weibo-contents/jsonl");
    assert_eq!(csv.1, json.1);
    assert_eq!(json.1, jsonl.1);
    assert!(csv.1[0].contains("by #1 7100000042 云渡路边社"), "{}", csv.1[0]);
}

#[test]
fn comments_hang_on_their_comment_or_their_post() {
    let header = "comment_id,create_time,create_date_time,note_id,content,sub_comment_count,comment_like_count,\
                  last_modify_ts,ip_location,parent_comment_id,user_id,nickname,gender,profile_url,avatar";
    let file = format!(
        "{header}\n91,1770300127,d,50,甲,1,41,1770474222000,,,72,n1,m,p,a\n92,1770300128,d,50,乙,0,0,1770474222000,,91,73,n2,m,p,a\n\
         93,1770300129,d,50,丙,0,0,1770474222000,,0,72,n1,m,p,a\n"
    );
    let (corpus, report) = reading("x.csv", file.as_bytes(), None).unwrap();
    let shown = show::corpus(&corpus);
    let heads: Vec<&str> = shown.lines().filter(|line| line.starts_with("weibo")).collect();
    assert_eq!(
        heads,
        [
            "weibo/c/91 Comment 2026-02-05T22:02:07+08:00 (Platform) parent Post 50 (absent) root Post 50 (absent) by #1 72 n1",
            "weibo/c/92 Comment 2026-02-05T22:02:08+08:00 (Platform) parent weibo/c/91 root Post 50 (absent) by #2 73 n2",
            "weibo/c/93 Comment 2026-02-05T22:02:09+08:00 (Platform) parent Post 50 (absent) root Post 50 (absent) by #1 72 n1",
        ]
    );
    assert_eq!(report.variant.as_deref(), Some("before-2026-07-01"));
    assert_eq!(
        report.totals.get("posts-odd-time"),
        None,
        "the epoch column is read; the other is not needed"
    );
}

#[test]
fn files_of_mid_2024_have_no_parents() {
    let file = "comment_id,create_time,create_date_time,note_id,content,sub_comment_count,comment_like_count,\
                last_modify_ts,ip_location,user_id,nickname,gender,profile_url,avatar\n\
                91,1720300127,d,50,甲,1,41,1720474222000,,72,n1,m,p,a\n";
    let (corpus, report) = reading("x.csv", file.as_bytes(), None).unwrap();
    assert_eq!(report.variant.as_deref(), Some("mid-2024"));
    assert!(show::corpus(&corpus).contains("parent Post 50"));
}

#[test]
fn gb18030_files_keep_spans_of_the_original_bytes() {
    let text = new_csv().replace('\u{feff}', "");
    let (file, _, failed) = encoding_rs::GB18030.encode(&text);
    assert!(!failed);
    let (corpus, report) = reading("x.csv", &file, None).unwrap();
    assert_eq!(report.charset, Charset::Gb18030);
    assert_eq!(report.totals.get("posts-read-as-gb18030"), Some(&1));
    let first = corpus.posts().first().unwrap();
    assert_eq!(*corpus.text(first).reveal(), "第一行\n第二行，\"引号\"");
    let seen = corpus.observations().first().unwrap();
    assert_eq!((seen.unit(), seen.count()), (Unit::Likes, Count::between(11_500, 12_499)));
    let row = show::bytes(&file, &corpus.observation_span(seen).unwrap());
    let (shown, ..) = encoding_rs::GB18030.decode(row);
    assert!(shown.starts_with("5263100000000101,\"第一行") && shown.ends_with("云***社,快递柜"), "{shown}");
}

#[test]
fn rows_of_the_new_schema_under_the_old_header_are_read_and_said() {
    let old = format!("{OLD}\n1,a,1770298812,d,1,2,3,1770473400000,u,云渡,72,n,m,p,a,k\n");
    let new_row = "2,b,1770298813,d,1,2,3,1770473400000,u,0123456789abcdef,n***n,k\n";
    let (corpus, report) = reading("x.csv", format!("{old}{new_row}").as_bytes(), None).unwrap();
    assert_eq!((report.read, report.ragged, report.masked_rows), (2, 1, 1));
    assert_eq!(report.totals.get("posts-columns-shifted"), Some(&1));
    assert!(show::corpus(&corpus).contains("by #2 0123456789abcdef masked n***n"));

    let (_, report) = reading("x.csv", format!("{old}{NEW}\n{new_row}{OLD}\n").as_bytes(), None).unwrap();
    assert_eq!((report.rows, report.read, report.ragged, report.masked_rows), (2, 2, 0, 1));
    assert_eq!(report.totals.get("posts-header-changed"), Some(&2));
}

#[test]
fn repeats_add_what_was_missing_and_overwrite_nothing() {
    let file = format!(
        "{NEW}\n1,first words,1770298812,,10,2,3,1770473400000,u,aaaaaaaaaaaaaaaa,n,k\n\
         1,other words,1770298999,,12,2,3,1770483400000,u,aaaaaaaaaaaaaaaa,n,k\n\
         1,,,,13,2,3,1770493400000,u,aaaaaaaaaaaaaaaa,n,k\n"
    );
    let (corpus, report) = reading("x.csv", file.as_bytes(), None).unwrap();
    assert_eq!((report.read, report.distinct, report.repeats, report.undated), (3, 1, 2, 0));
    assert_eq!((report.totals["posts-text-differs"], report.totals["posts-time-differs"]), (1, 1));
    let post = corpus.posts().first().unwrap();
    assert_eq!(*corpus.text(post).reveal(), "first words");
    assert_eq!(corpus.sightings_of(post).count(), 3);
    let likes = corpus.observations().iter().filter(|seen| seen.unit() == Unit::Likes);
    let seen: Vec<(u64, i64)> =
        likes.map(|seen| (seen.count().lower, corpus.seen_at(seen).unwrap().at.0)).collect();
    assert_eq!(seen, [(10, 1_770_473_400), (12, 1_770_483_400), (13, 1_770_493_400)]);
    assert_eq!(corpus.find("weibo/1"), Some(redress_posts::PostIx(0)));
    assert_eq!(corpus.find("weibo/c/1"), None);
}

#[test]
fn objects_of_two_formats_in_one_file_are_each_read_as_their_own() {
    let post = r#"{"note_id":"1","content":"a","create_time":1770298812,"create_date_time":"","liked_count":"1","comments_count":"1","shared_count":"1","last_modify_ts":1770473400000,"note_url":"","creator_hash":"aa","nickname":"n","source_keyword":""}"#;
    let comment = r#"{"comment_id":"9","create_time":1770298813,"create_date_time":"","note_id":"1","content":"b","sub_comment_count":"0","comment_like_count":"2","last_modify_ts":1770473400000,"parent_comment_id":"","creator_hash":"ab","nickname":"m"}"#;
    let (corpus, report) =
        reading("x", format!("{post}\n{comment}\n{post}\n{{\"other\":1}}\n[1]\n").as_bytes(), None).unwrap();
    assert_eq!(
        corpus.posts().iter().map(|post| corpus.key(post)).collect::<Vec<_>>(),
        ["weibo/1", "weibo/c/9"]
    );
    assert_eq!((report.rows, report.read, report.skipped, report.repeats), (5, 3, 2, 1));
    assert_eq!(report.totals["posts-format-changed"], 2);
    assert_eq!(report.totals["posts-object-of-another-kind"], 1);
    assert_eq!(report.totals["posts-not-an-object"], 1);
}

#[test]
fn a_better_source_for_the_same_post_takes_the_place_of_a_weaker_one() {
    let mut corpus = Corpus::new();
    let masked =
        format!("{NEW}\n1,a,,,1,2,3,,u,aaaaaaaaaaaaaaaa,n***n,k\n2,b,,,1,2,3,,u,aaaaaaaaaaaaaaaa,n***n,k\n");
    let full = format!("{OLD}\n1,a,1770298812,d,1,2,3,,u,云渡,72,nn,m,p,a,k\n");
    let crawler = "id,bid,正文,日期,点赞数,评论数,转发数,源微博id\n1,b,a,2026-02-05T21:40:13,,,,9\n";
    for (number, file) in (1..).zip([crawler, masked.as_str(), full.as_str(), masked.as_str()]) {
        let report = read(ItemId(number), "x", file.as_bytes(), None, &NoTables, &mut corpus).unwrap();
        let masks = if file == masked { (1, 2) } else { (0, 0) };
        assert_eq!((report.masked_authors, report.masked_rows), masks);
        assert_eq!(report.totals.get("posts-time-differs").copied(), (file == full).then_some(1));
    }
    let shown = show::corpus(&corpus);
    let heads: Vec<&str> = shown.lines().filter(|line| line.starts_with("weibo")).collect();
    assert_eq!(
        heads,
        [
            "weibo/1 Repost 2026-02-05T21:40:12+08:00 (Platform) parent weibo/9 root weibo/9 by #2 72 nn",
            "weibo/9 Original",
            "weibo/2 Original by #1 aaaaaaaaaaaaaaaa masked n***n",
        ]
    );
}
