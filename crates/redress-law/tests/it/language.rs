//! The language: both spellings, messages with places, and `parse(print(rule)) == rule`.

use crate::generated::{around, rules};
use crate::synthetic::{self, book, compiled, fenced, page, plain, sources, vocabulary};
use proptest::prelude::*;
use redress_base::Level;
use redress_law::{Book, Language, Rule, print};

/// The findings of a page, errors only, as `code line:column`.
fn errors(page: &str) -> Vec<String> {
    synthetic::errors(&[page.to_owned()])
}

/// The rule's first line is line 22 of the page.
fn rule(text: &str) -> Vec<String> {
    errors(&fenced(&plain(), text))
}

#[test]
fn chinese_and_english_say_the_same() {
    let zh = "规则 r\n名称 规则 | A rule\n成立 任一\n  (一) a_a\n  （二） 至少 2 项 \"三选二 | Two of three\" 依据 cn/test/1(2)\n    a_b\n\
              \x20   n_a >= 5000\n    d_a 在行为前 2 年内\n  全部\n    c_a 属于 {red，green}\n    非 推定 a_c\n  合计 1 年内\n    当 a_d\n    n_b >= 500\n  (五) 兜底 j_a\n";
    let en = "rule r\nlabel 规则 | A rule\nrequires any of\n  (1) a_a\n  (2) at least 2 of \"三选二 | Two of three\" cites cn/test/1(2)\n    a_b\n\
              \x20   n_a >= 5000\n    d_a within 2 years before act\n  all of\n    c_a in set {red, green}\n    not presumed a_c\n  accumulate 1 years\n    when a_d\n    n_b >= 500\n  (5) open j_a\n";
    let (zh, en) = (book(&[fenced(&plain(), zh)]), book(&[fenced(&plain(), en)]));
    assert_eq!(
        zh.rules(),
        en.rules()
            .iter()
            .map(|r| Rule { origin: zh.rules()[0].origin.clone(), ..r.clone() })
            .collect::<Vec<_>>()
    );
    assert_eq!(zh.digest(), en.digest());
}

#[test]
fn messages_point_to_the_character() {
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任 一\n"), ["law-unknown-word-near 24:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任一\n"), ["law-expected-children 24:1"]);
    assert_eq!(rule("规则 r\n名称 甲\n成立 a_a\n"), ["law-expected-label 23:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 n_a >= 五千\n"), ["law-expected-number 24:11"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a_a a_b\n"), ["law-extra-words 24:8"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n"), ["law-missing-line 22:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a_a\n成立 a_b\n"), ["law-line-twice 25:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a_a\n  a_b\n"), ["law-unexpected-children 25:3"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任一 \"甲 | A\n  a_b\n"), ["law-open-quote 24:7"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 全部\n    a_a\n  a_b\n"), ["law-uneven-indent 26:3"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任一\n\ta.a\n"), ["law-tab-indent 25:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 c_a 属于 red\n"), ["law-expected-set 24:11"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 d_a 在行为前 2\n"), ["law-expected-window 24:14"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n有效 自 昨天 至今\n成立 a_a\n"), ["law-expected-date 24:6"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a_a\n除非 r2\n"), ["law-expected-burden 25:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n依据 第二条\n成立 a_a\n"), ["law-expected-citation 24:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n如果 a_a\n成立 a_a\n"), ["law-unknown-line 24:1"]);
}

#[test]
fn the_checker_sees_what_no_single_line_shows() {
    let one = |requires: &str| rule(&format!("rule r\nlabel 甲 | A\nrequires {requires}\n"));
    assert_eq!(one("a_0"), ["law-unknown-term-near 22:1"]);
    assert_eq!(one("zebra_crossing"), ["law-unknown-term 22:1"]);
    assert_eq!(one("n_a"), ["law-term-of-another-kind 22:1"]);
    assert_eq!(one("open a_a"), ["law-term-of-another-kind 22:1"]);
    assert_eq!(one("c_a in set {pink}"), ["law-unknown-choice 22:1"]);
    assert_eq!(one("rule r"), ["law-cycle 22:1"]);
    assert_eq!(one("rule q"), ["law-unknown-rule 22:1"]);
    assert_eq!(one("at least 3 of\n  a_a\n  a_b")[0], "law-at-least-range 22:1");
    assert_eq!(one("any of\n  open j_a\n  a_a"), ["law-catch-all-first 22:1"]);
    assert_eq!(one("accumulate 1 years\n  a_a"), ["law-accumulate-counts-only 22:1"]);
    let penalty = crate::synthetic::front("from = 2010-01-01\nend = \"open\"\npenalty = true");
    assert_eq!(errors(&page(&penalty, "rule r", "a_a")), ["law-penalty-without-shield 23:1"]);
    let late = "rule r\nlabel 甲 | A\nrequires a_a\nunless for the other side to show s\nunless must be excluded check first s\n";
    let shield = page(&plain(), "rule s", "a_b");
    let (_, findings) = Book::compile_with(&sources(&[fenced(&plain(), late), shield]), vocabulary());
    assert!(findings.iter().any(|f| f.code == "law-check-first-is-late"));
}

/// A fact asked for both ways may leave a decided result open: the book says so at build time.
#[test]
fn rules_that_are_not_read_once_are_reported() {
    let (_, findings) = Book::compile_with(
        &sources(&[page(
            &plain(),
            "rule r",
            "any of\n  all of\n    a_a\n    a_b\n  all of\n    not a_a\n    a_c\n  all of\n    a_b\n    a_d",
        )]),
        vocabulary(),
    );
    let codes: Vec<(&str, Level)> = findings.iter().map(|f| (f.code.as_str(), f.level)).collect();
    assert_eq!(codes, [("law-fact-both-ways", Level::Warning), ("law-fact-twice", Level::Note)]);
}

#[test]
fn versions_may_neither_overlap_nor_leave_a_silent_gap() {
    let front = |from: &str, end: &str| crate::synthetic::front(&format!("from = {from}\nend = {end}"));
    let until = |on: &str| format!("{{ repealed = {on}, by = \"cn/test/2\" }}");
    let codes = |first: String, second: String| {
        let pages = [page(&first, "rule r", "a_a"), page(&second, "rule r", "a_a")];
        let (book, findings) = Book::compile_with(&sources(&pages), vocabulary());
        (book.rules().len(), findings.into_iter().map(|f| f.code).collect::<Vec<_>>())
    };
    let next = || front("2020-01-01", "\"open\"");
    assert_eq!(codes(front("2010-01-01", &until("2020-01-01")), next()), (2, vec![]));
    assert_eq!(codes(front("2010-01-01", "\"open\""), next()), (0, vec!["law-versions-overlap".to_owned()]));
    assert_eq!(
        codes(front("2010-01-01", &until("2020-01-02")), next()),
        (0, vec!["law-versions-overlap".to_owned()])
    );
    assert_eq!(
        codes(front("2010-01-01", &until("2019-12-31")), next()),
        (2, vec!["law-versions-gap".to_owned()])
    );
}

#[test]
fn a_cycle_through_other_rules_is_found_and_does_not_hang_those_above_it() {
    let pages = [
        page(&plain(), "rule top", "rule x"),
        page(&plain(), "rule x", "not rule y"),
        page(&plain(), "rule y", "rule x"),
    ];
    let (book, findings) = Book::compile_with(&sources(&pages), vocabulary());
    assert_eq!(findings.iter().filter(|f| f.code == "law-cycle").count(), 2);
    assert!(book.rules().is_empty(), "nothing answers that rests on them");
}

#[test]
fn front_data_is_read_strictly() {
    let swap = |from: &str, to: &str| errors(&page(&plain().replace(from, to), "rule r", "a_a"));
    assert_eq!(swap("clock = \"act\"", "clok = \"act\""), ["law-front-data 6:1"]);
    assert_eq!(swap("end = \"open\"", "end = \"maybe\""), ["law-front-dates 2:1"]);
    assert_eq!(swap("cn/test", "cn/other"), ["law-no-instrument 1:1"]);
    assert_eq!(errors("# no front data\n"), ["law-front-missing 1:1"]);
}

#[test]
fn the_json_form_is_the_second_front_end() {
    let written = book(&[page(&plain(), "rule r", "any of\n  (1) a_a\n  n_a >= 5")]);
    let json = serde_json::to_string_pretty(&written.rules()[0]).expect("JSON");
    let read = book(&[format!("{}```rule-json\n{json}\n```\n", plain())]);
    assert_eq!(read.digest(), written.digest().to_owned());
    let broken = format!("{}```rule-json\n{{\n  \"id\": 5\n}}\n```\n", plain());
    assert_eq!(errors(&broken), ["law-json 23:9"]);
    let strange = json.replace("\"article\": \"1\"", "\"article\": \"第 1 条\"");
    assert_eq!(errors(&format!("{}```rule-json\n{strange}\n```\n", plain())), ["law-expected-citation 22:1"]);
}

/// Every rule of the standard book, drafts included, prints to itself in both languages.
#[test]
fn the_standard_book_prints_back() {
    let whole = Book::with_drafts();
    for language in [Language::Zh, Language::En] {
        let mut pages = Book::standard_pages();
        for (path, page) in &mut pages {
            let mut own: Vec<&Rule> = whole.rules().iter().filter(|rule| rule.origin.path == *path).collect();
            own.sort_by_key(|rule| std::cmp::Reverse(rule.origin.line));
            let starts: Vec<usize> =
                page.match_indices("```rule\n").map(|(at, mark)| at + mark.len()).collect();
            assert_eq!(starts.len(), own.len(), "{path}");
            for (start, rule) in starts.into_iter().rev().zip(own) {
                let end = start + page[start..].find("```").expect("a fence");
                page.replace_range(start..end, &print(rule, language));
            }
        }
        let (book, findings) = Book::compile(&pages);
        let errors: Vec<_> = findings.iter().filter(|f| f.level == Level::Error).collect();
        assert!(errors.is_empty(), "{language:?}: {errors:#?}");
        let strip = |rule: &Rule| Rule { origin: redress_law::Origin::default(), ..rule.clone() };
        assert_eq!(book.rules().len(), whole.rules().len());
        for (read, rule) in book.rules().iter().zip(whole.rules()) {
            assert_eq!(strip(read), strip(rule), "{}", print(rule, language));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Reading what was printed gives the same rule, in both languages, with every construct.
    #[test]
    fn printing_and_reading_are_inverse(rule in rules()) {
        let mut digests = vec![];
        for language in [Language::Zh, Language::En] {
            let text = print(&rule, language);
            let mut pages = vec![fenced(&plain(), &text)];
            pages.extend(around());
            let (book, findings) = compiled(&pages);
            // A rule with a condition that never decides is refused, and may be left out.
            let refused = |code: &str| ["law-limb-unreachable", "law-rule-constant", "law-polarity"].contains(&code);
            let other: Vec<_> =
                findings.iter().filter(|f| f.level == Level::Error && !refused(&f.code)).collect();
            prop_assert!(other.is_empty(), "{}\n{:#?}", text, other);
            let read = book.rule("r");
            prop_assume!(!read.is_empty());
            prop_assert_eq!(&Rule { origin: rule.origin.clone(), ..read[0].clone() }, &rule, "{}", text);
            digests.push(book.digest().to_owned());
        }
        prop_assert_eq!(&digests[0], &digests[1]);
    }

    /// No text makes the reader fail otherwise than by a message.
    #[test]
    fn any_text_is_read_or_refused(text in "[\\s\\S]{0,200}", rule in "(规则|名称|成立|任一|非|兜底|依据| |\n|  |\"|\\||a\\.a|>=|5|\\(一\\)|\\{|\\}|,){0,40}") {
        let pages = [text.clone(), fenced(&plain(), &rule), fenced(&plain(), &text)];
        let (_, findings) = Book::compile_with(&sources(&pages), vocabulary());
        for finding in findings {
            prop_assert!(finding.code.starts_with("law-"));
        }
    }
}
