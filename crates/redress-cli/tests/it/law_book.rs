//! The commands on the law book itself: what they say where something is wrong, and where there is nothing.

use crate::run::{Room, repository};

/// A book of one broken page.
fn broken(room: &Room) {
    let page = repository().join("law/cn/criminal-law/246.md");
    let text = std::fs::read_to_string(page).unwrap();
    room.write("book/cn/criminal-law/246.md", text);
}

#[test]
fn each_error_of_a_book_is_told_once_and_all_are_counted() {
    let room = Room::new();
    broken(&room);
    let answer = room.redress(&["law", "check", "--book", "book"]);
    assert_eq!(answer.code, 3, "{}", answer.out);
    assert_eq!(answer.err.matches('✗').count(), 1, "{}", answer.err);
    assert!(answer.err.contains("error") && answer.err.contains("warning"), "{}", answer.err);
    let first = answer.out.lines().find(|line| line.contains('✗')).unwrap().trim();
    assert!(!answer.err.contains(first), "{}", answer.err);
    let document: serde_json::Value =
        serde_json::from_str(&room.redress(&["law", "check", "--book", "book", "--json"]).out).unwrap();
    assert_eq!(document["schema"], "redress/law-check/2");
}

#[test]
fn a_check_of_nothing_says_so() {
    let room = Room::new();
    std::fs::create_dir(room.path("empty")).unwrap();
    let answer = room.redress(&["law", "check", "--book", "empty"]);
    assert!(answer.code == 3 && answer.err.contains("no page of a law book in empty"), "{}", answer.err);
    let answer = room.redress(&["law", "check", "--only", "zzz"]);
    assert!(answer.code == 2 && answer.err.contains("No page has zzz"), "{}", answer.err);
    assert!(room.ok(&["law", "facts", "xyzzy"]).contains("No fact has xyzzy"));
}

#[test]
fn nothing_near_is_no_empty_list() {
    let room = Room::new();
    for command in ["show", "explain"] {
        let answer = room.redress(&["law", command, "nosuch"]);
        assert!(answer.code == 2 && answer.err.contains("none with a similar name"), "{}", answer.err);
        assert!(room.redress(&["law", command, "cl246-defmation"]).err.contains("cl246-defamation"));
    }
    room.write("f.jsonl", r#"{"id":"a","at":"2026-11-21","facts":[],"readings":{"x":"y"}}"#);
    let answer = room.redress(&["law", "eval", "f.jsonl"]);
    assert!(answer.err.contains("there is no reading \"x\""), "{}", answer.err);
}

#[test]
fn a_digest_says_whether_drafts_are_in_it() {
    let room = Room::new();
    let digest = |said: &str| said.split_once("digest ").unwrap().1[..64].to_owned();
    let (list, check) = (room.ok(&["law", "list"]), room.ok(&["law", "check"]));
    assert!(list.contains("(without drafts)") && check.contains("(with drafts)"), "{check}");
    let book = room.ok(&["law", "book", "--out", "b.html"]);
    let drafts = room.ok(&["law", "book", "--out", "d.html", "--drafts"]);
    assert!(book.contains("without drafts") && drafts.contains("with drafts"), "{book}{drafts}");
    assert_eq!((digest(&list), digest(&check)), (digest(&book), digest(&drafts)));
    assert!(check.contains("No errors, "), "{check}");
}

/// A small sound book of one's own: it can be listed, asked, printed and compared; a broken one answers nothing.
#[test]
fn a_book_of_ones_own_is_asked_like_the_built_in_one() {
    let room = Room::new();
    let index = "+++\ninstrument = \"cn/mine\"\nzh = \"某法\"\nen = \"My law\"\nrank = \"criminal-statute\"\nsource = \"mine\"\nconfidence = \"V\"\n+++\n";
    let page = "+++\ninstrument = \"cn/mine\"\narticle = \"1\"\nzh = \"第一条\"\nen = \"Article 1\"\nfrom = 2010-01-01\nend = \"open\"\nclock = \"act\"\nsource = \"mine\"\nconfidence = \"V\"\n+++\n\n## 要点\n\n看一千次。\n\n## In short\n\nA thousand views.\n\n```rule\nrule mine\nlabel 我的 | Mine\nrequires view_count >= 1000\n```\n";
    room.write("book/cn/mine/index.md", index);
    room.write("book/cn/mine/1.md", page);
    room.write(
        "f.jsonl",
        r#"{"id":"a","at":"2026-11-21","facts":[{"fact":"view_count","subject":"s","value":1000,"unit":"views","standing":"measured","source":"counter"}]}"#,
    );
    let asked = |words: &[&str]| room.ok(&[words, &["--book", "book"]].concat());
    assert!(
        asked(&["law", "list"]).contains("1 rules") && asked(&["law", "show", "mine"]).contains("view_count")
    );
    let line: serde_json::Value =
        serde_json::from_str(&asked(&["law", "eval", "f.jsonl", "--json"])).unwrap();
    assert_eq!(
        (line["elements"].as_array().unwrap().len(), &line["elements"][0]["value"]),
        (1, &"TT".into())
    );
    assert!(asked(&["law", "explain", "mine", "--facts", "f.jsonl"]).contains("1,000 views"));
    assert!(
        asked(&["law", "export"]).contains("mine") && asked(&["law", "readings"]).contains("psapl-straddle")
    );
    asked(&["law", "book", "--out", "mine.html"]);
    room.write("book/cn/mine/1.md", page.replace(">= 1000", ">= 1OOO"));
    for words in [&["law", "list"][..], &["law", "eval", "f.jsonl"], &["law", "book", "--out", "no.html"]] {
        let answer = room.redress(&[words, &["--book", "book"]].concat());
        assert_eq!((answer.code, answer.out.as_str()), (3, ""), "{}", answer.err);
        assert!(answer.err.contains("cn/mine/1.md:24:24"), "{}", answer.err);
    }
    assert!(!room.path("no.html").exists());
}

const CODE: &str = "中华人民共和国刑法\n\n第二百四十六条 以暴力或者其他方法公然侮辱他人。\n";

#[test]
fn a_copy_that_is_there_keeps_what_was_said_of_it() {
    let room = Room::new();
    room.write("code.md", CODE);
    room.ok(&["law", "texts", "add", "code.md", "--from", "the official gazette"]);
    let again = room.ok(&["law", "texts", "add", "code.md"]);
    assert!(again.contains("Already here: code.md"), "{again}");
    let list = room.json(&["law", "texts", "list"]);
    assert_eq!(list["copies"].as_array().unwrap().len(), 1);
    assert_eq!(list["copies"][0]["source"], "the official gazette");
    // What the copies of this instrument lack is one line, and nothing is said of instruments without a copy.
    assert_eq!(again.matches("lack").count(), 1, "{again}");
    let book = room.ok(&["law", "book"]);
    assert!(book.matches("lack").count() == 1 && book.contains("cn/criminal-law"), "{book}");
}

#[test]
fn differences_of_copies_can_be_read() {
    let room = Room::new();
    room.write("one.md", CODE);
    room.write("two.md", CODE.replace("公然侮辱", "公开侮辱"));
    let said = room.ok(&["law", "texts", "compare", "one.md", "two.md"]);
    assert!(
        said.contains("differ in one article") && said.contains("Article 246: the words differ"),
        "{said}"
    );
    assert!(said.contains("one.md: …") && said.contains("two.md: …"), "{said}");
    assert!(said.contains("…然侮辱他人") && said.contains("…开侮辱他人"), "{said}");
    room.write("none.md", "nothing here\n");
    let answer = room.redress(&["law", "texts", "add", "none.md"]);
    assert!(answer.code == 3 && answer.err.contains("none.md: "), "{}", answer.err);
}
