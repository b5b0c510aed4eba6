//! What the page must always be, in both languages.

use crate::book::{few, small, vocabulary};
use redress_law::Book;
use redress_lawbook::texts::{Copy, attach, split};
use redress_lawbook::{Options, html};
use redress_words::Language;
use roxmltree::Document;
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::ZhHans, Language::En];
/// Words that the page never says of anyone (design language §7).
const FORBIDDEN: [&str; 15] = [
    "构成犯罪",
    "有罪",
    "违法者",
    "必胜",
    "证据确凿",
    "施暴者",
    "罪犯",
    "凶手",
    "受害者",
    "guilty",
    "liable",
    "offender",
    "perpetrator",
    "proven",
    "score",
];

fn options<'a>() -> Options<'a> {
    Options { vocabulary: Some(vocabulary()), ..Options::default() }
}

/// The same for the made-up book.
fn made_up<'a>() -> Options<'a> {
    Options { vocabulary: Some(few()), ..Options::default() }
}

/// The page as XML: the few elements without an end tag are closed.
fn as_xml(page: &str) -> String {
    let page = page.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = ["<meta ", "<br"].iter().filter_map(|open| rest.find(open)).min() {
        let end = at + rest[at..].find('>').expect("an end");
        out.push_str(&rest[..end]);
        out.push_str("/>");
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The text of the page without its styles and without what machines read.
fn seen(document: &Document<'_>) -> String {
    let texts = document.descendants().filter(|node| node.is_text());
    let shown = texts.filter(|node| node.parent().is_none_or(|parent| parent.tag_name().name() != "style"));
    shown.filter_map(|node| node.text()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_page_is_well_formed_and_says_every_sentence() {
    for book in [&small(), Book::with_drafts()] {
        for language in LANGUAGES {
            let page = html(book, language, &options());
            let missing: BTreeSet<&str> =
                page.split('⟦').skip(1).filter_map(|after| after.split('⟧').next()).collect();
            assert_eq!(missing, BTreeSet::new(), "{language:?}");
            let xml = as_xml(&page);
            let document = Document::parse(&xml).expect("well-formed");
            let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
            assert_eq!((count("h1"), count("main"), count("footer")), (1, 1, 1));
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_loaded() {
    let page = html(&small(), Language::En, &made_up());
    let xml = as_xml(&page);
    let document = Document::parse(&xml).expect("well-formed");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            !["script", "iframe", "object", "embed", "img", "link", "form", "base"].contains(&name),
            "{name}"
        );
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{}", attribute.name());
        }
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn every_link_of_the_whole_book_leads_somewhere_and_no_anchor_stands_twice() {
    let page = html(Book::with_drafts(), Language::ZhHans, &options());
    let xml = as_xml(&page);
    let document = Document::parse(&xml).expect("well-formed");
    let mut anchors = BTreeSet::new();
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        assert!(anchors.insert(id), "{id} twice");
    }
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    let dead: BTreeSet<&str> =
        links.filter(|link| !link.strip_prefix('#').is_some_and(|to| anchors.contains(to))).collect();
    assert_eq!(dead, BTreeSet::new());
}

#[test]
fn nothing_of_the_book_is_dropped() {
    let book = Book::with_drafts();
    for language in LANGUAGES {
        let page = html(book, language, &options());
        for rule in book.rules() {
            assert!(page.contains(&format!("id=\"r-{}-{}\"", rule.id, rule.in_force.from)), "{}", rule.id);
        }
        for provision in &book.ir().provisions {
            for id in provision
                .deadlines
                .iter()
                .map(|one| &one.id)
                .chain(provision.duties.iter().map(|one| &one.id))
            {
                assert!(page.contains(&format!("{id}</span>")), "{id}");
            }
            for contested in &provision.contested {
                assert!(page.contains(&format!("id=\"c-{}\"", contested.id)), "{}", contested.id);
            }
        }
        let tests: usize = book.ir().provisions.iter().map(|one| one.exams.len()).sum();
        assert_eq!(page.matches("<td class=\"r\">").count(), tests);
    }
}

#[test]
fn forbidden_words_are_never_said() {
    for language in LANGUAGES {
        let page = html(Book::with_drafts(), language, &options());
        let xml = as_xml(&page);
        let document = Document::parse(&xml).expect("well-formed");
        let text = seen(&document).to_lowercase();
        for word in FORBIDDEN {
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            let said = text.match_indices(word).any(|(at, found)| {
                let sides = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
                !word.is_ascii() || edge(sides.0) && edge(sides.1)
            });
            assert!(!said, "{language:?} says {word}");
        }
    }
}

#[test]
fn the_text_of_pages_and_copies_is_escaped() {
    let book = small();
    let text = "第七条之一 <script>alert(1)</script>\u{202E}官方。";
    let split = split(text);
    let copies =
        [Copy { name: "<b>.md", source: "a & b", instrument: Some("cn/made-up"), text, split: &split }];
    let attached = attach(&book, &copies);
    let page = html(&book, Language::ZhHans, &Options { attached: Some(&attached), ..made_up() });
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;‹U+202E›官方。"));
    assert!(page.contains("&lt;b&gt;.md · a &amp; b"));
    assert!(page.contains(&split.articles[0].sha256.to_string()));
    assert!(page.contains("&lt;b&gt;只是&lt;/b&gt;示例。"));
    assert!(!html(&book, Language::ZhHans, &made_up()).contains("class=\"official\""));
}

#[test]
fn parts_can_be_left_out() {
    let book = Book::standard();
    let only = ["cn/fs-2013-21".to_owned()];
    let page = html(book, Language::En, &Options { only: &only, tests: false, code: false, ..options() });
    assert!(page.contains("id=\"r-fs2013-21-serious-2013-09-10\""));
    assert!(!page.contains("id=\"r-cl246-defamation") && !page.contains("<details"));
}

#[test]
fn the_same_book_gives_the_same_page() {
    let book = small();
    for language in LANGUAGES {
        assert_eq!(html(&book, language, &made_up()), html(&book, language, &made_up()));
    }
}

/// The made-up provision as a reader sees it, without the tables of facts.
#[test]
fn a_provision_as_it_reads() {
    for (name, language) in [("zh", Language::ZhHans), ("en", Language::En)] {
        let page = html(&small(), language, &made_up());
        let xml = as_xml(&page);
        let document = Document::parse(&xml).expect("well-formed");
        let article = document.descendants().find(|node| node.has_tag_name("article")).expect("a provision");
        let mut lines: Vec<String> = Vec::new();
        let block = ["p", "li", "tr", "h3", "h4", "caption", "summary", "pre", "div"];
        for node in article.descendants() {
            if node.is_element() && block.contains(&node.tag_name().name()) {
                let depth = node.ancestors().filter(|up| up.has_tag_name("ol")).count();
                lines.push("  ".repeat(depth));
            } else if let (true, Some(text), Some(line)) = (node.is_text(), node.text(), lines.last_mut()) {
                line.push_str(text);
                line.push('|');
            }
        }
        let shown: Vec<&str> =
            lines.iter().map(String::as_str).filter(|line| !line.trim().is_empty()).collect();
        insta::assert_snapshot!(format!("provision-{name}"), shown.join("\n"));
    }
}
