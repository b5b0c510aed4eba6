//! Any other table through a mapping file.

use crate::show::{self, reading, refused};
use redress_base::TimeSource;

#[test]
fn a_semicolon_table_with_named_assumptions() {
    let mapping = r#"
        schema = "redress/mapping/1"
        name = "board"
        platform = { column = "平台" }
        [assumptions]
        board-time = "the board shows the time of Tokyo"
        [post]
        kind = { column = "类型", values = { "回" = "comment", "转" = "repost" }, otherwise = "original" }
        id = { column = "编号" }
        text = { columns = ["标题", "正文"] }
        author = [{ name = "署名" }]
        parent = [{ column = "回复", space = "post", none = ["-"] }]
        time = [{ column = "时间", as = "naive", zone = "+09:00", assume = "board-time" }]
        observed = [{ as = "constant", value = "2026-03-01T10:00:00+08:00" }]
        counters = [{ column = "浏览", unit = "views" }, { column = "阅读", unit = "topic-reads", topic = "话题" }]
    "#;
    let file = "平台;编号;类型;标题;正文;署名;回复;时间;浏览;阅读;话题\n\
                a;1;;题;文;甲;-;2026-02-06 09:12;2,310;4.7亿;#柜#\n\
                b;1;回;;答;乙***丙;1;2026-02-06 09:12+08:00;约5;;\n\
                a;2;转;;;甲;1;;None;;\n;3;;;;;;;;;\n";
    let (corpus, report) = reading("x.csv", file.as_bytes(), Some(mapping)).unwrap();
    assert_eq!(
        show::corpus(&corpus),
        "a/1 Original 2026-02-06T08:12:00+08:00 (Assumed) by #1  甲\n  \"题\\n文\"\n  \
         views 2310 \"2,310\" 2026-03-01T10:00:00+08:00 (Declared) item-000001 row 2 bytes 77..131 [浏览]\n  \
         a/t/#柜# topic-reads 465000000..474999999 \"4.7亿\" 2026-03-01T10:00:00+08:00 (Declared) item-000001 row 2 bytes 77..131 [阅读]\n\
         b/c/1 Comment 2026-02-06T09:12:00+08:00 (Platform) parent Post 1 (absent)\n  \"答\"\n\
         a/2 Repost parent a/1 by #1  甲\n  \"\"\n"
    );
    assert_eq!(
        (report.rows, report.read, report.skipped, report.undated, report.masked_rows),
        (4, 3, 1, 1, 1)
    );
    assert_eq!(report.totals["posts-odd-counter"], 1);
    assert_eq!(report.totals["posts-row-without-platform"], 1);
    assert_eq!(report.assumptions, ["board-time"]);
}

const AFTER: &str = r#"
    schema = "redress/mapping/1"
    name = "after"
    platform = { is = "weibo" }
    [assumptions]
    seconds = "they look like seconds after the post"
    [post]
    kind = { filled = "root", then = "repost", otherwise = "original" }
    id = { column = "id" }
    root = [{ column = "root", space = "post" }]
    time = [{ column = "epoch", as = "epoch-seconds" }, { column = "after", as = "seconds-after-root", assume = "seconds" }]
"#;

#[test]
fn times_counted_from_another_post_wait_for_it() {
    // The reposts stand before their post; one hangs on a post that is nowhere.
    let file = "id,root,epoch,after\n2,1,,84\n3,9,,10\n1,,1678964629,\n";
    let (corpus, report) = reading("x.csv", file.as_bytes(), Some(AFTER)).unwrap();
    let times: Vec<_> =
        corpus.posts().iter().map(|post| post.published().map(|s| (s.at.0, s.source))).collect();
    assert_eq!(
        times,
        [Some((1_678_964_713, TimeSource::Assumed)), None, Some((1_678_964_629, TimeSource::Platform))]
    );
    assert_eq!((report.undated, report.totals["posts-no-base-time"]), (1, 1));
    assert_eq!(report.assumptions, ["seconds"]);
}

#[test]
fn ids_out_of_file_names() {
    let mapping = r#"
        schema = "redress/mapping/1"
        name = "one"
        platform = { is = "weibo" }
        [assumptions]
        file = "named by the publisher"
        [post]
        kind = { is = "original" }
        id = { from = "file-name", after = "_", assume = "file" }
        text = { columns = ["text"] }
        time = [{ column = "time", as = "epoch" }, { column = "time", as = "zoned" }]
    "#;
    let one = r#"{"text": "字", "time": 1345711268, "user": {"text": "x"}}"#;
    let (corpus, report) = reading("a/1029_yyv7uo3lt.json", one.as_bytes(), Some(mapping)).unwrap();
    assert_eq!(corpus.key(corpus.posts().first().unwrap()), "weibo/yyv7uo3lt");
    assert_eq!(report.format, "one/json");
    let two = r#"{"time": "Mon Sep 10 23:55:28 +0800 2012"}"#;
    let (corpus, report) = reading("1_x.json", two.as_bytes(), Some(mapping)).unwrap();
    assert_eq!(corpus.posts().first().unwrap().published().unwrap().at.0, 1_347_292_528);
    assert!(!report.totals.contains_key("posts-odd-time"));
    let (_, report) = reading("noid.json", one.as_bytes(), Some(mapping)).unwrap();
    assert_eq!((report.read, report.totals["posts-row-without-id"]), (0, 1));
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_or_says_what_is_missing() {
    assert_eq!(
        refused("x.csv", b"a,b\n1,2\n", Some(AFTER)),
        "posts-column-absent item-000001 row 1 bytes 0..3"
    );
    let (_, report) = reading("x.csv", b"id,root\n1,\n", Some(AFTER)).unwrap();
    assert_eq!(report.totals["posts-column-absent"], 2);
    assert_eq!(
        refused("x.csv", b"id,root,id\n1,,2\n", Some(AFTER)),
        "posts-header-twice item-000001 row 1 bytes 0..10"
    );
}
