//! The language: both spellings, messages with places, and `parse(print(rule)) == rule`.

use crate::synthetic::{book, fenced, page, plain, sources, vocabulary};
use proptest::prelude::*;
use redress_base::{Arg, Article, Finding, Level};
use redress_law::{
    Book, Burden, Clock, Defeater, End, InForce, Label, Language, Limb, Rule, Test, Window, WindowUnit, print,
};

/// The findings of a page, errors only, as `code line:column`.
fn errors(page: &str) -> Vec<String> {
    let (_, findings) = Book::compile_with(&sources(&[page.to_owned()]), &vocabulary());
    findings.iter().filter(|f| f.level == Level::Error).map(show).collect()
}

fn show(finding: &Finding) -> String {
    let number = |name: &str| match finding.args.get(name) {
        Some(Arg::Number(n)) => *n,
        _ => 0,
    };
    format!("{} {}:{}", finding.code, number("line"), number("column"))
}

/// The rule's first line is line 22 of the page.
fn rule(text: &str) -> Vec<String> {
    errors(&fenced(&plain(), text))
}

#[test]
fn chinese_and_english_say_the_same() {
    let zh = "规则 r\n名称 规则 | A rule\n成立 任一\n  (一) a.a\n  （二） 至少 2 项 \"三选二 | Two of three\" 依据 cn/test/1(2)\n    a.b\n\
              \x20   n.a >= 5000\n    d.a 在行为前 2 年内\n  全部\n    c.a 属于 {red，green}\n    非 推定 a.c\n  合计 1 年内\n    当 a.d\n    n.b >= 500\n  (五) 兜底 j.a\n";
    let en = "rule r\nlabel 规则 | A rule\nrequires any of\n  (1) a.a\n  (2) at least 2 of \"三选二 | Two of three\" cites cn/test/1(2)\n    a.b\n\
              \x20   n.a >= 5000\n    d.a within 2 years before act\n  all of\n    c.a in set {red, green}\n    not presumed a.c\n  accumulate 1 years\n    when a.d\n    n.b >= 500\n  (5) open j.a\n";
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
    assert_eq!(rule("规则 r\n名称 甲\n成立 a.a\n"), ["law-expected-label 23:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 n.a >= 五千\n"), ["law-expected-number 24:11"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a.a a.b\n"), ["law-extra-words 24:8"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n"), ["law-missing-line 22:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a.a\n成立 a.b\n"), ["law-line-twice 25:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a.a\n  a.b\n"), ["law-unexpected-children 25:3"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任一 \"甲 | A\n  a.b\n"), ["law-open-quote 24:7"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 全部\n    a.a\n  a.b\n"), ["law-uneven-indent 26:3"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 任一\n\ta.a\n"), ["law-tab-indent 25:1"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 c.a 属于 red\n"), ["law-expected-set 24:11"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 d.a 在行为前 2\n"), ["law-expected-window 24:14"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n有效 自 昨天 至今\n成立 a.a\n"), ["law-expected-date 24:6"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n成立 a.a\n除非 r2\n"), ["law-expected-burden 25:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n依据 第二条\n成立 a.a\n"), ["law-expected-citation 24:4"]);
    assert_eq!(rule("规则 r\n名称 甲 | A\n如果 a.a\n成立 a.a\n"), ["law-unknown-line 24:1"]);
}

#[test]
fn the_checker_sees_what_no_single_line_shows() {
    let one = |requires: &str| rule(&format!("rule r\nlabel 甲 | A\nrequires {requires}\n"));
    assert_eq!(one("a.z"), ["law-unknown-term-near 22:1"]);
    assert_eq!(one("zebra.crossing"), ["law-unknown-term 22:1"]);
    assert_eq!(one("n.a"), ["law-term-of-another-kind 22:1"]);
    assert_eq!(one("open a.a"), ["law-term-of-another-kind 22:1"]);
    assert_eq!(one("c.a in set {pink}"), ["law-unknown-choice 22:1"]);
    assert_eq!(one("rule r"), ["law-cycle 22:1"]);
    assert_eq!(one("rule q"), ["law-unknown-rule 22:1"]);
    assert_eq!(one("at least 3 of\n  a.a\n  a.b"), ["law-at-least-range 22:1"]);
    assert_eq!(one("any of\n  open j.a\n  a.a"), ["law-catch-all-first 22:1"]);
    assert_eq!(one("accumulate 1 years\n  a.a"), ["law-accumulate-counts-only 22:1"]);
    let penalty = crate::synthetic::front("from = 2010-01-01\nend = \"open\"\npenalty = true");
    assert_eq!(errors(&page(&penalty, "rule r", "a.a")), ["law-penalty-without-shield 23:1"]);
    let late = "rule r\nlabel 甲 | A\nrequires a.a\nunless for the other side to show s\nunless must be excluded check first s\n";
    let shield = page(&plain(), "rule s", "a.b");
    let (_, findings) = Book::compile_with(&sources(&[fenced(&plain(), late), shield]), &vocabulary());
    assert!(findings.iter().any(|f| f.code == "law-check-first-is-late"));
}

/// A fact asked for both ways may leave a decided result open: the book says so at build time.
#[test]
fn rules_that_are_not_read_once_are_reported() {
    let (_, findings) = Book::compile_with(
        &sources(&[page(&plain(), "rule r", "any of\n  a.a\n  not a.a\n  a.b\n  a.b")]),
        &vocabulary(),
    );
    let codes: Vec<(&str, Level)> = findings.iter().map(|f| (f.code.as_str(), f.level)).collect();
    assert_eq!(codes, [("law-fact-both-ways", Level::Warning), ("law-fact-twice", Level::Note)]);
}

#[test]
fn versions_may_neither_overlap_nor_leave_a_silent_gap() {
    let front = |from: &str, end: &str| crate::synthetic::front(&format!("from = {from}\nend = {end}"));
    let until = |on: &str| format!("{{ repealed = {on}, by = \"cn/test/2\" }}");
    let codes = |first: String, second: String| {
        let pages = [page(&first, "rule r", "a.a"), page(&second, "rule r", "a.a")];
        let (book, findings) = Book::compile_with(&sources(&pages), &vocabulary());
        (book.rules().len(), findings.into_iter().map(|f| f.code).collect::<Vec<_>>())
    };
    let next = || front("2020-01-01", "\"open\"");
    assert_eq!(codes(front("2010-01-01", &until("2020-01-01")), next()), (2, vec![]));
    assert_eq!(codes(front("2010-01-01", "\"open\""), next()), (1, vec!["law-versions-overlap".to_owned()]));
    assert_eq!(
        codes(front("2010-01-01", &until("2020-01-02")), next()),
        (1, vec!["law-versions-overlap".to_owned()])
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
    let (book, findings) = Book::compile_with(&sources(&pages), &vocabulary());
    assert_eq!(findings.iter().filter(|f| f.code == "law-cycle").count(), 2);
    assert_eq!(book.rules().len(), 1);
}

#[test]
fn front_data_is_read_strictly() {
    let swap = |from: &str, to: &str| errors(&page(&plain().replace(from, to), "rule r", "a.a"));
    assert_eq!(swap("clock = \"act\"", "clok = \"act\""), ["law-front-data 6:1"]);
    assert_eq!(swap("end = \"open\"", "end = \"maybe\""), ["law-front-dates 2:1"]);
    assert_eq!(swap("cn/test", "cn/other"), ["law-no-instrument 1:1"]);
    assert_eq!(errors("# no front data\n"), ["law-front-missing 1:1"]);
}

#[test]
fn the_json_form_is_the_second_front_end() {
    let written = book(&[page(&plain(), "rule r", "any of\n  (1) a.a\n  n.a >= 5")]);
    let json = serde_json::to_string_pretty(&written.rules()[0]).expect("JSON");
    let read = book(&[format!("{}```rule-json\n{json}\n```\n", plain())]);
    assert_eq!(read.digest(), written.digest().to_owned());
    let broken = format!("{}```rule-json\n{{\n  \"id\": 5\n}}\n```\n", plain());
    assert_eq!(errors(&broken), ["law-json 23:9"]);
    let strange = json.replace("\"article\": \"1\"", "\"article\": \"第 1 条\"");
    assert_eq!(errors(&format!("{}```rule-json\n{strange}\n```\n", plain())), ["law-expected-citation 22:1"]);
}

/// Every rule of the standard book prints to itself in both languages.
#[test]
fn the_standard_book_prints_back() {
    for rule in Book::standard().rules() {
        for language in [Language::Zh, Language::En] {
            let text = print(rule, language);
            let mut pages: Vec<(String, String)> = Book::standard_pages();
            let own = rule.origin.path.clone();
            for (path, page) in &mut pages {
                if *path == own {
                    let start = page.find(&format!("规则 {}\n", rule.id)).expect("the rule");
                    let end = start + page[start..].find("```").expect("a fence");
                    page.replace_range(start..end, &text);
                }
            }
            let (book, _) = Book::compile(&pages);
            assert_eq!(book.digest(), Book::standard().digest(), "{text}");
        }
    }
}

fn label() -> impl Strategy<Value = Label> {
    let words = |pattern: &'static str| proptest::string::string_regex(pattern).expect("a pattern");
    (words("[一-龥][一-龥0-9，]{0,8}"), words("[A-Z][a-z,;:()' ]{0,12}[a-z]"))
        .prop_map(|(zh, en)| Label { zh, en })
}

fn term(group: char, last: char) -> impl Strategy<Value = String> {
    proptest::char::range('a', last).prop_map(move |letter| format!("{group}.{letter}"))
}

fn window() -> impl Strategy<Value = Window> {
    let unit = prop_oneof![Just(WindowUnit::Years), Just(WindowUnit::Months), Just(WindowUnit::Days)];
    (1u32..40, unit).prop_map(|(length, unit)| Window { length, unit })
}

fn atom() -> impl Strategy<Value = Test> {
    let clock = || prop_oneof![Just(Clock::Act), Just(Clock::Filing)];
    let choices = proptest::sample::subsequence(vec!["red".to_owned(), "green".into(), "blue".into()], 1..=3);
    prop_oneof![
        term('a', 'l').prop_map(Test::Fact),
        term('j', 'd').prop_map(Test::Open),
        term('a', 'l').prop_map(Test::Presumed),
        (term('n', 'd'), any::<u64>()).prop_map(|(term, number)| Test::CountAtLeast { term, number }),
        (term('n', 'd'), any::<u64>()).prop_map(|(term, number)| Test::CountAtMost { term, number }),
        choices.prop_map(|words| Test::In { term: "c.a".into(), words }),
        (window(), clock()).prop_map(|(window, before)| Test::Within { term: "d.a".into(), window, before }),
        (term('j', 'd'), proptest::collection::vec(label(), 1..4))
            .prop_map(|(term, factors)| Test::Weigh { term, factors }),
    ]
}

fn limb_of(test: impl Strategy<Value = Test>) -> impl Strategy<Value = Limb> {
    let cites =
        proptest::collection::vec((1u32..400, proptest::option::of(1u32..9)), 0..3).prop_map(|cites| {
            let article = |(article, item): (u32, Option<u32>)| {
                let plain = Article::new("cn/test", &article.to_string());
                item.map_or_else(|| plain.clone(), |item| plain.clone().item(&item.to_string()))
            };
            cites.into_iter().map(article).collect()
        });
    (proptest::option::of(1u32..130), proptest::option::of(label()), cites, test)
        .prop_map(|(item, label, cites, test)| Limb { item, label, cites, test })
}

fn tests() -> impl Strategy<Value = Test> {
    atom().prop_recursive(4, 24, 4, |inner| {
        let limbs = || proptest::collection::vec(limb_of(inner.clone()), 1..4);
        let counts =
            (term('n', 'd'), any::<u64>()).prop_map(|(term, number)| Test::CountAtLeast { term, number });
        prop_oneof![
            limbs().prop_map(|of| {
                // The checker refuses a catch-all that stands first.
                let open_first = matches!(of.first().map(|l| &l.test), Some(Test::Open(_)));
                if open_first { Test::All(of) } else { Test::Any(of) }
            }),
            limbs().prop_map(Test::All),
            limbs().prop_map(|of| Test::AtLeast { n: 1, of }),
            inner.clone().prop_map(|test| Test::Not(Box::new(test))),
            (window(), limbs(), proptest::collection::vec(limb_of(counts), 1..3))
                .prop_map(|(window, when, of)| Test::Accumulate { window, when, of }),
        ]
    })
}

fn rules() -> impl Strategy<Value = Rule> {
    let by = "cn/test/2".to_owned();
    let end = prop_oneof![
        Just(End::Open),
        Just(End::NotResearched),
        Just(End::Repealed { on: crate::support::day("2030-02-28"), by }),
    ];
    let burden = prop_oneof![Just(Burden::MustBeExcluded), Just(Burden::ForTheOtherSide)];
    let defeaters = proptest::collection::vec(burden, 0..3).prop_map(|burdens| {
        let defeater =
            |burden| Defeater { rule: "other".into(), burden, check_first: burden == Burden::MustBeExcluded };
        let mut defeaters: Vec<Defeater> = burdens.into_iter().map(defeater).collect();
        defeaters.sort();
        defeaters
    });
    (label(), end, limb_of(tests()), defeaters).prop_map(|(label, end, requires, unless)| {
        let front = book(&[page(&plain(), "rule r", "a.a")]).rules()[0].clone();
        let in_force = InForce { from: crate::support::day("2012-02-29"), end };
        Rule { label, in_force, requires, unless, ..front }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Reading what was printed gives the same rule, in both languages.
    #[test]
    fn printing_and_reading_are_inverse(rule in rules()) {
        let other = page(&plain(), "rule other", "a.a");
        for language in [Language::Zh, Language::En] {
            let text = print(&rule, language);
            let book = book(&[fenced(&plain(), &text), other.clone()]);
            let read = book.rule("r")[0].clone();
            prop_assert_eq!(&Rule { origin: rule.origin.clone(), ..read }, &rule, "{}", text);
        }
    }

    /// No text makes the reader fail otherwise than by a message.
    #[test]
    fn any_text_is_read_or_refused(text in "[\\s\\S]{0,200}", rule in "(规则|名称|成立|任一|非|兜底|依据| |\n|  |\"|\\||a\\.a|>=|5|\\(一\\)|\\{|\\}|,){0,40}") {
        let pages = [text.clone(), fenced(&plain(), &rule), fenced(&plain(), &text)];
        let (_, findings) = Book::compile_with(&sources(&pages), &vocabulary());
        for finding in findings {
            prop_assert!(finding.code.starts_with("law-"));
        }
    }
}
