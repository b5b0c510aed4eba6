//! Bad files: each gets one clear answer with its place, and nothing is half read.

use crate::show::{self, reading, refused};
use redress_base::{Fault, ItemId};
use redress_posts::{Corpus, NoTables, Sniff, read, sniff};

const HEADER: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
last_modify_ts,note_url,creator_hash,nickname,source_keyword";

fn csv(rows: &str) -> Vec<u8> {
    format!("{HEADER}\n{rows}").into_bytes()
}

fn row(n: u32) -> String {
    format!("{n},正文,1770298812,d,1,2,3,1770473400000,u,aaaaaaaaaaaaaaaa,n,k\n")
}

#[test]
fn files_that_are_no_tables() {
    for (bytes, want) in [
        (&b""[..], "posts-empty item-000001"),
        (b"\xef\xbb\xbf \n", "posts-empty item-000001"),
        (b"\x89PNG\r\n\x1a\n....", "posts-not-a-table item-000001"),
        (b"%PDF-1.7", "posts-not-a-table item-000001"),
        (b"PK\x03\x04....", "posts-not-a-table item-000001"),
        (b"a,b\0c", "posts-nul-byte item-000001 bytes 3..4"),
        (b"\xff\xfen\0o\0", "posts-utf-16 item-000001 bytes 0..1"),
        (b"SQLite format 3\0", "posts-no-database-here item-000001"),
        (b"alpha,beta\n1,2\n", "posts-unknown-format item-000001"),
        (b"{\"hello\": 1}", "posts-unknown-format item-000001"),
        (b"[1, 2]", "posts-unknown-format item-000001"),
        (b"[]", "posts-unknown-format item-000001"),
    ] {
        assert_eq!(refused("x.csv", bytes, None), want, "{bytes:?}");
    }
}

#[test]
fn tables_with_one_thing_wrong() {
    let open = csv(&format!("{}2,\"never closed,1,d\n{}", row(1), row(3)));
    assert_eq!(refused("x", &open, None), "posts-quote-left-open item-000001 row 3 bytes 213..296");
    let twice = String::from_utf8(csv(&row(1))).unwrap().replacen("source_keyword", "note_id", 1);
    assert_eq!(refused("x", twice.as_bytes(), None), "posts-header-twice item-000001 row 1 bytes 0..138");
    let mut huge = csv(&row(1)).to_vec();
    huge.extend(b"2,");
    huge.resize(huge.len() + (16 << 20), b'x');
    huge.extend(b",1\n");
    assert!(refused("x", &huge, None).starts_with("posts-cell-too-long item-000001 row 3 bytes 213.."));
    let mut broken = csv(&"微博正文，".repeat(40));
    broken.extend(row(1).bytes());
    broken[200] = 0xff;
    assert_eq!(refused("x", &broken, None), "posts-broken-utf-8 item-000001 bytes 200..201");
}

#[test]
fn tables_that_are_read_as_far_as_they_go() {
    let read_of = |rows: String| {
        let (_, report) = reading("x", &csv(&rows), None).unwrap();
        (report.rows, report.read, report.ragged, report.totals.into_iter().collect::<Vec<_>>())
    };
    let said = |codes: &[&str]| codes.iter().map(|code| ((*code).to_owned(), 1)).collect::<Vec<_>>();
    assert_eq!(read_of(String::new()), (0, 0, 0, said(&["posts-no-rows"])));
    assert_eq!(read_of(format!("{}2,cut", row(1))), (2, 1, 1, said(&["posts-last-row-cut"])));
    assert_eq!(read_of(format!("{}2,short,1770298812\n", row(1))), (2, 2, 1, said(&["posts-ragged-row"])));
    let long = row(2).replace("正文", "正,文");
    assert_eq!(read_of(format!("{}{long}", row(1))), (2, 1, 1, said(&["posts-long-row"])));
    assert_eq!(read_of(format!("{}{HEADER}\n{}", row(1), row(2))), (2, 2, 0, said(&["posts-header-again"])));
    let quotes = row(1).replace("正文", "\"正\"文");
    assert_eq!(read_of(quotes), (1, 1, 0, said(&["posts-stray-quote"])));
    let damaged = format!("5.2631E+15{}", row(1).strip_prefix('1').unwrap());
    assert_eq!(read_of(damaged), (1, 0, 0, said(&["posts-id-damaged"])));
    let odd = row(1).replace(",1770298812,d,1,", ",2889811,昨天,约一万,");
    assert_eq!(read_of(odd), (1, 1, 0, said(&["posts-odd-counter", "posts-odd-time"])));
    let no_year = row(1).replace(",1770298812,d,", ",,03-05 12:30,");
    assert_eq!(read_of(no_year), (1, 1, 0, said(&["posts-time-without-year"])));
}

fn object(n: u32) -> String {
    format!(
        "{{\"note_id\":\"{n}\",\"content\":\"正文\",\"create_time\":1770298812,\"create_date_time\":\"d\",\"liked_count\":\"1\",\
         \"comments_count\":\"1\",\"shared_count\":\"1\",\"last_modify_ts\":1770473400000,\"creator_hash\":\"a\",\"nickname\":\"n\"}}"
    )
}

#[test]
fn a_json_array_cut_anywhere_is_refused_at_the_cut() {
    let whole = format!("[{},\n{}]", object(1), object(2));
    let (_, report) = reading("x", whole.as_bytes(), None).unwrap();
    assert_eq!(report.read, 2);
    for cut in 1..whole.len() {
        let bytes = &whole.as_bytes()[..cut];
        let answer = refused("x", bytes, None);
        // A cut inside a character of the text is a cut of the charset.
        let charset = std::str::from_utf8(bytes).is_err();
        let row = if cut > object(1).len() + 1 { 2 } else { 1 };
        let json = format!("posts-json-cut item-000001 row {row} bytes {cut}..{cut}");
        let row_before = format!("posts-json-cut item-000001 row 1 bytes {cut}..{cut}");
        assert!(answer == json || answer == row_before || charset, "{cut}: {answer}");
    }
}

#[test]
fn lines_are_independent_but_only_the_last_may_be_cut() {
    let torn = format!("{}\n{}\n{}", object(1), object(2), object(3));
    let torn = torn.get(..torn.len() - 60).unwrap();
    let (_, report) = reading("x", torn.as_bytes(), None).unwrap();
    assert_eq!((report.rows, report.read, report.skipped), (3, 2, 1));
    let place = report.findings.first().unwrap().span.as_ref().unwrap();
    assert!(show::bytes(torn.as_bytes(), place).starts_with(b"{\"note_id\":\"3\""));
    let middle = format!("{}\n{{\"note_id\": \n{}\n", object(1), object(2));
    assert!(refused("x", middle.as_bytes(), None).starts_with("posts-json-cut item-000001 row 2"));
    let wrong = format!("{}\n{{not json}}\n{}\n", object(1), object(2));
    assert!(refused("x", wrong.as_bytes(), None).starts_with("posts-json-wrong item-000001 row 2"));
    let deep = format!("{}\n{{\"a\": {}{}}}", object(1), "[".repeat(100), "]".repeat(100));
    assert!(refused("x", deep.as_bytes(), None).starts_with("posts-json-deep item-000001 row 2"));
    let twice = object(1).replace("\"nickname\"", "\"note_id\"");
    let (_, report) = reading("x", format!("{twice}\n{}", object(2)).as_bytes(), None).unwrap();
    assert_eq!((report.read, report.totals["posts-key-twice"]), (1, 1));
    let surrogate = object(1).replace("正文", "\\ud83d!");
    let (_, report) = reading("x", surrogate.as_bytes(), None).unwrap();
    assert_eq!((report.read, report.totals["posts-broken-escape"]), (1, 1));
}

#[test]
fn a_refused_file_leaves_no_trace() {
    let mut corpus = Corpus::new();
    read(ItemId(1), "a", &csv(&(row(1) + &row(2))), None, &NoTables, &mut corpus).unwrap();
    let before = show::corpus(&corpus);
    // Repeats, new posts, a new account, then an open quote.
    let bad = csv(&format!("{}{}9,\"open", row(1).replace("aaaa", "bbbb"), row(3).replace("正文", "别的")));
    let refusal = read(ItemId(2), "b", &bad, None, &NoTables, &mut corpus).unwrap_err();
    assert_eq!(refusal.fault, Fault::Input);
    assert_eq!(show::corpus(&corpus), before);
    assert_eq!((corpus.posts().len(), corpus.accounts().len(), corpus.sightings().len()), (2, 1, 2));
    assert_eq!(corpus.find("weibo/3"), None);
    read(ItemId(2), "b", &csv(&row(3)), None, &NoTables, &mut corpus).unwrap();
    assert!(corpus.find("weibo/3").is_some() && corpus.find("weibo/1").is_some());
}

#[test]
fn sniffing_tells_files_apart() {
    let media = |media: &str| Sniff::NotPosts { media: media.to_owned() };
    assert_eq!(sniff("x.txt", "您好".as_bytes()), media("text/plain"));
    assert_eq!(sniff("x.csv", b"\xff\xd8\xff"), media("image/jpeg"));
    assert_eq!(sniff("x.bin", b"a\0b"), media("application/octet-stream"));
    assert_eq!(sniff("x.db", b"SQLite format 3\0"), Sniff::Database);
    let columns = vec!["甲".to_owned(), "乙".to_owned()];
    assert_eq!(sniff("x.CSV", "甲,乙\n1,2".as_bytes()), Sniff::Unknown { columns });
    let (gb, ..) = encoding_rs::GB18030.encode("id,bid,正文,日期,点赞数,评论数,转发数\n1,b,字,,,,");
    assert_eq!(sniff("x", &gb), Sniff::Format("weibo-crawler-csv/csv".to_owned()));
    let long = format!("[{}]", vec![object(1); 3000].join(","));
    assert!(long.len() > 300_000);
    assert_eq!(sniff("x", long.as_bytes()), Sniff::Format("mediacrawler-weibo-contents/json".to_owned()));
    let lines = vec![object(1); 3000].join("\n");
    assert_eq!(sniff("x", lines.as_bytes()), Sniff::Format("mediacrawler-weibo-contents/jsonl".to_owned()));
}
