//! Official texts cut into articles, compared, and put beside the book. All texts are made up.

use crate::book::small;
use proptest::prelude::*;
use redress_base::Finding;
use redress_law::Book;
use redress_lawbook::texts::{
    Attached, Copy, Difference, DifferenceKind, PieceKind, Split, attach, compare, recognise, split,
};

fn keys(split: &Split) -> Vec<(&str, &str)> {
    split.articles.iter().map(|one| (one.article.as_str(), one.text.as_str())).collect()
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn markdown_with_chapters() {
    let text = "---\ntitle: 示例法\n第九条 不是条文\n---\n# 示例法\n\n## 第一章 总则\n\n### 第一条 目的\n\n为了示例。\n\n\
                依照第二条的规定。\n\n### 第二条\n\n第一款。\n第二款。\n\n## 第二章 分则\n\n**第三条** 内容。\n\n\
                **第三条之一** 其后。\n\n## 附则\n\n施行。\n";
    let split = split(text);
    assert_eq!(
        keys(&split),
        [
            ("1", "目的\n\n为了示例。\n\n依照第二条的规定。"),
            ("2", "第一款。\n第二款。"),
            ("3", "内容。"),
            ("3-1", "其后。"),
        ]
    );
    assert_eq!(codes(&split.findings), Vec::<&str>::new());
}

#[test]
fn plain_text_with_full_width_spaces_and_references() {
    let text = "示例法\n（2020年1月1日通过）\n第一条为了示例，制定本法。\n第二条有下列情形之一的：\n（一）甲；\n\
                第一条规定的情形，除外。\n　　第三条　违反第二条第一款\n第二款的，罚款。\n";
    let split = split(text);
    assert_eq!(
        keys(&split),
        [
            ("1", "为了示例，制定本法。"),
            ("2", "有下列情形之一的：\n（一）甲；\n第一条规定的情形，除外。"),
            ("3", "违反第二条第一款\n第二款的，罚款。"),
        ]
    );
}

#[test]
fn a_list_of_contents_does_not_take_the_place_of_the_articles() {
    let with_pages = "目　录\n第一条 目的……1\n第二条 范围\t2\n第三条 罚则   3\n正文\n第一条 目的甲。\n第二条 乙。\n第三条 丙。\n";
    let bare = "目录\n第一条\n第二条\n第三条\n\n第一条 目的甲。\n第二条 乙。\n第三条 丙。\n";
    let titles = "第一条 目的\n第二条 范围\n第三条 罚则\n\n第一条 目的甲。\n第二条 乙。\n第三条 丙。\n";
    let titled = "目录\n第一条 目的\n第二条 范围\n第三条 罚则\n\n示例法\n（2020年通过）\n第一条 目的甲。\n第二条 乙。\n第三条 丙。\n";
    for text in [with_pages, bare, titles, titled] {
        let split = split(text);
        assert_eq!(keys(&split), [("1", "目的甲。"), ("2", "乙。"), ("3", "丙。")], "{text}");
        assert_eq!(codes(&split.findings), ["lawbook-contents-list"], "{text}");
    }
    // A short article without the end of a sentence stays one where it is the only one of its number.
    assert_eq!(keys(&split("第一条 甲。\n第二条 （删去）\n第三条 丙。")).len(), 3);
}

#[test]
fn numbers_in_every_form() {
    let text = "第一百二十条　甲。\n第一百二十条之一　乙。\n第121条 丙。\n第１２２条 丁。\n第二百八十七条之二 戊。\n第253-1条 己。";
    let split = split(text);
    let numbers: Vec<&str> = keys(&split).into_iter().map(|(key, _)| key).collect();
    assert_eq!(numbers, ["120", "120-1", "121", "122", "287-2", "253-1"]);
    assert_eq!(codes(&split.findings), ["lawbook-article-gap", "lawbook-article-order"]);
}

#[test]
fn opinions_are_cut_by_their_numbered_items() {
    let items = "示例意见\n\n为了示例：\n\n一、总体要求\n\n1.第一项。1.5倍。\n\n2．第二项：\n2.3倍不是项。\n（1）甲；\n\n二、其他\n3、第三项。\n";
    let cut = split(items);
    assert_eq!(
        keys(&cut),
        [("1", "第一项。1.5倍。"), ("2", "第二项：\n2.3倍不是项。\n（1）甲；"), ("3", "第三项。")]
    );
    assert_eq!(codes(&cut.findings), ["lawbook-items-as-articles"]);

    let sections = split("规定\n一、甲。\n二、乙：\n（一）丙。\n三、丁。\n");
    assert_eq!(keys(&sections), [("1", "甲。"), ("2", "乙：\n（一）丙。"), ("3", "丁。")]);
    // Two items are not enough to take a letter for a law.
    assert_eq!(codes(&split("一、甲\n二、乙").findings), ["lawbook-no-article"]);
}

#[test]
fn what_is_remarkable_is_found() {
    assert_eq!(codes(&split("没有条文").findings), ["lawbook-no-article"]);
    assert_eq!(codes(&split("").findings), ["lawbook-no-article"]);
    assert_eq!(codes(&split("第一条 甲。\n第二条 乙。\n第一条 丙。").findings), ["lawbook-article-repeated"]);
    assert_eq!(codes(&split("第一条 甲。\n第二条\n\n第三条 丙。").findings), ["lawbook-article-empty"]);
    let twice = split("第一条 甲。\n第一条 乙。");
    assert_eq!(twice.article("1").map(|one| one.text.as_str()), Some("甲。"));
}

#[test]
fn an_article_carries_its_bytes_and_their_digest() {
    let text = "前言\n第一条 abc\n第二条 乙。\n";
    let split = split(text);
    let first = &split.articles[0];
    assert_eq!(&text[first.start..first.end], "第一条 abc\n");
    // printf '第一条 abc\n' | sha256sum
    assert_eq!(first.sha256.to_string(), "93a9adf30b84c6981b4f59f65de0d17dbfc2b1601f992907df0d4c47427da29b");
    assert_eq!(
        split.pieces.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [PieceKind::Front, PieceKind::Article, PieceKind::Article]
    );
}

fn one(a: &str, b: &str) -> Vec<Difference> {
    compare(&split(a), &split(b))
}

#[test]
fn differences_name_the_place() {
    let found = one("第一条 甲乙丙丁。", "### 第一条\n\n甲乙戊丁。");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, DifferenceKind::Words);
    let place = found[0].first.as_ref().expect("a place");
    assert_eq!((place.at, place.excerpt.as_str()), (3, "丙丁。"));

    let form = one("第一条 甲，乙（丙）。", "第一条 甲, 乙(丙).");
    assert_eq!(form.iter().map(|one| one.kind).collect::<Vec<_>>(), [DifferenceKind::Form]);
    assert_eq!(form[0].first.as_ref().map(|place| place.at), Some(2));

    let missing = one("第一条 甲。\n第二条 乙。", "第一条 甲。\n第三条 丙。");
    let kinds: Vec<(&str, DifferenceKind)> = missing.iter().map(|d| (d.article.as_str(), d.kind)).collect();
    assert_eq!(kinds, [("2", DifferenceKind::OnlyInFirst), ("3", DifferenceKind::OnlyInSecond)]);

    let longer = one("第一条 甲乙。", "第一条 甲乙。丙。");
    assert_eq!(
        longer[0].first.as_ref().map(|place| (place.at, place.excerpt.clone())),
        Some((4, String::new()))
    );
}

fn attached(book: &Book, text: &str, instrument: Option<&str>) -> Attached {
    let split = split(text);
    attach(book, &[Copy { name: "copy.md", source: "a friend", instrument, text, split: &split }])
}

#[test]
fn copies_are_put_beside_the_provisions() {
    let book = small();
    let text = "示例法\n\n第七条之一 官方文本。\n第九条 书里没有。\n";
    for instrument in [Some("cn/made-up"), None] {
        let attached = attached(&book, text, instrument);
        assert_eq!(attached.texts.len(), 1);
        assert_eq!(attached.texts[0].article.to_string(), "cn/made-up/7-1");
        assert_eq!(codes(&attached.findings), ["lawbook-copy-lacks-article"]);
    }
    assert_eq!(codes(&attached(&book, text, Some("cn/other")).findings), ["lawbook-copy-unknown-instrument"]);
    assert_eq!(codes(&attached(&book, "别的", None).findings), ["lawbook-copy-not-recognised"]);
}

#[test]
fn instruments_are_recognised_by_title_and_number() {
    let book = Book::standard();
    for (name, text, wanted) in [
        ("x.md", "# 中华人民共和国刑法\n（1997年修订）", "cn/criminal-law"),
        ("法律/刑事诉讼法(2018-10-26).md", "", "cn/criminal-procedure-law"),
        ("x.md", "公告\n法释[2013]21号\n", "cn/fs-2013-21"),
        ("治安管理处罚法（2025年修订）.txt", "", "cn/psapl-2025"),
        (
            "x.md",
            "最高人民法院\n关于适用《中华人民共和国刑事诉讼法》的解释\n（2021年1月26日）",
            "cn/fs-2021-1",
        ),
    ] {
        assert_eq!(recognise(book, name, text), [wanted], "{name} {text}");
    }
    // What is only mentioned is not the law itself.
    let mentions = "# 关于某事的解释\n\n为正确适用中华人民共和国刑法，解释如下（参见法释〔2013〕21号）：\n";
    assert_eq!(recognise(book, "x.md", mentions), Vec::<String>::new());
    // Two versions of one law: the reader has to say which.
    assert_eq!(recognise(book, "治安管理处罚法.md", ""), ["cn/psapl-2012", "cn/psapl-2025"]);
    assert_eq!(
        codes(&attached(book, "治安管理处罚法\n第一条 甲。", None).findings),
        ["lawbook-copy-several-instruments"]
    );
}

/// Lines that a copy may hold, and others.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "第[一二三四五六七八九十百]{1,4}条(之[一二])?[　 ]?.{0,12}",
        "#{1,3} 第[0-9]{1,3}条.{0,8}",
        "第[一二三]章 .{0,6}",
        Just("目录".to_owned()),
        Just("```".to_owned()),
        Just("---".to_owned()),
        Just(String::new()),
        ".{0,20}",
    ];
    (proptest::collection::vec(line, 0..20), prop_oneof![Just("\n"), Just("\r\n")])
        .prop_map(|(lines, end)| lines.join(end))
}

proptest! {
    /// The pieces lie edge to edge: put behind each other they are the text.
    #[test]
    fn the_pieces_give_the_text_back(text in text()) {
        let split = split(&text);
        let joined: String = split.pieces.iter().map(|one| &text[one.start..one.end]).collect();
        prop_assert_eq!(&joined, &text);
        let articles = split.pieces.iter().filter(|one| one.kind == PieceKind::Article).count();
        prop_assert_eq!(articles, split.articles.len());
        for one in &split.articles {
            prop_assert!(text[one.start..one.end].contains(&one.text));
        }
    }

    #[test]
    fn a_copy_does_not_differ_from_itself(text in text()) {
        let split = split(&text);
        prop_assert_eq!(compare(&split, &split), vec![]);
    }

    #[test]
    fn any_text_is_split_and_compared(a in ".{0,200}", b in ".{0,200}") {
        let (a, b) = (split(&a), split(&b));
        prop_assert_eq!(compare(&a, &b).len(), compare(&b, &a).len());
    }
}
