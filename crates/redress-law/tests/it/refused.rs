//! Bad input: one clear error each, with file, line and column; what is broken is left out whole; and no text, however
//! hostile, makes the reader fail otherwise than by a message.

use crate::dice::{Deck, Dice};
use crate::support::{Case, words};
use crate::synthetic::{
    book, compiled, errors, fenced, front, number, page, plain, sources, stating, tested, text, vocabulary,
};
use proptest::prelude::*;
use redress_base::{Finding, Level, Value};
use redress_facts::Datum;
use redress_facts::Vocabulary;
use redress_law::{Book, format_page, is_sound};

/// The one error of these pages.
fn refusal(pages: &[String]) -> Finding {
    let (_, findings) = compiled(pages);
    let mut errors: Vec<Finding> = findings.into_iter().filter(|f| f.level == Level::Error).collect();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    errors.remove(0)
}

/// Code, file, line and column.
fn where_of(finding: &Finding) -> (&str, &str, u64, u64) {
    (&finding.code, text(finding, "file"), number(finding, "line"), number(finding, "column"))
}

fn one(requires: &str) -> Finding {
    refusal(&[page(&plain(), "rule r", requires)])
}

const FIRST: &str = "cn/test/000.md";

#[test]
fn an_unknown_fact_is_refused_and_the_nearest_are_offered() {
    let finding = one("all of\n  a_a\n  aa_b");
    assert_eq!(where_of(&finding), ("law-unknown-term-near", FIRST, 22, 1));
    assert_eq!(text(&finding, "term"), "aa_b");
    assert!(text(&finding, "near").split(", ").any(|near| near == "a_b"), "{finding:?}");
    assert_eq!(where_of(&one("number_of_elephants")).0, "law-unknown-term");
    // A name that was valid once: the dots are gone.
    assert_eq!(where_of(&one("statement.views >= 5000")).0, "law-unknown-word");
    let real = page(&plain(), "rule r", "statement_falze");
    let (_, findings) = Book::compile_with(&sources(&[real]), words());
    assert_eq!(text(&findings[0], "near"), "statement_false");
}

#[test]
fn a_fact_of_another_kind_is_refused() {
    for requires in [
        "n_a",
        "a_a >= 5",
        "d_a <= 5",
        "n_a in set {red}",
        "a_a within 2 years before act",
        "n_a aged 16 at act",
        "d_a not before a_a",
        "a_a within 1 months after d_a",
        "open a_a",
        "presumed j_a",
        "weigh a_a\n  \"甲 | A\"",
        "proportion >= 1\n  n_a / 5\n  a_a / 5",
        "accumulate 1 years\n  a_a >= 5",
    ] {
        assert_eq!(where_of(&one(requires)), ("law-term-of-another-kind", FIRST, 22, 1), "{requires}");
    }
    assert_eq!(where_of(&one("c_a in set {red, pink}")).0, "law-unknown-choice");
    assert_eq!(where_of(&one("s_a in set {pink}")).0, "law-unknown-choice");
}

#[test]
fn overlapping_versions_are_refused_by_the_later_page() {
    let pages =
        [page(&plain(), "rule r", "a_a"), page(&front("from = 2020-01-01\nend = \"open\""), "rule r", "a_b")];
    let finding = refusal(&pages);
    assert_eq!(where_of(&finding), ("law-versions-overlap", "cn/test/001.md", 22, 1));
    assert_eq!((text(&finding, "from"), text(&finding, "other")), ("2020-01-01", "2010-01-01"));
    let backwards = front("from = 2020-01-01\nend = { repealed = 2019-01-01, by = \"cn/test/2\" }");
    let codes: Vec<String> = errors(&[page(&backwards, "rule r", "a_a")]);
    assert!(codes.iter().all(|code| code.starts_with("law-ends-before-it-begins")), "{codes:?}");
}

#[test]
fn rules_in_a_circle_are_refused_each() {
    assert_eq!(where_of(&one("rule r")), ("law-cycle", FIRST, 22, 1));
    assert_eq!(where_of(&one("all of\n  a_a\n  not rule r")).0, "law-cycle");
    let pages = [
        fenced(&plain(), "rule a\nlabel 甲 | A\nrequires a_a\nunless must be excluded b\n"),
        page(&plain(), "rule b", "rule c"),
        fenced(&plain(), "rule c\nlabel 丙 | C\nrequires a_b\ngives x \"甲 | A\"\n  rule a\n"),
        page(&plain(), "rule d", "rule a"),
    ];
    assert_eq!(errors(&pages), ["law-cycle 22:1"; 3]);
    let (book, _) = compiled(&pages);
    assert!(book.rules().is_empty(), "nor does what rests on the circle answer");
}

/// A page with this rule is refused once, there: `code line:column`; and what may have been meant.
fn refused_at(rule: &str) -> (String, String) {
    let finding = refusal(&[fenced(&plain(), rule)]);
    let (code, file, line, column) = where_of(&finding);
    assert_eq!(file, FIRST);
    (format!("{code} {line}:{column}"), format!("{}/{}", text(&finding, "zh"), text(&finding, "en")))
}

/// Lines 24 and on of a rule that is right up to there, and where each is refused.
const TYPOS: [(&str, &str); 17] = [
    ("require a_a\n", "law-unknown-line 24:1"),
    ("requires d_a within 2 year before act\n", "law-expected-window 24:23"),
    ("requires d_a within 2 years before acts\n", "law-expected-before 24:29"),
    ("requires d_a within 2 years behind d_b\n", "law-expected-before 24:29"),
    ("requires d_a 在 d_b 之后 6 个月内\n", "law-expected-before 24:20"),
    ("requires d_a aged 16\n", "law-expected-age 24:21"),
    ("requires at least 2\n  a_a\n  a_b\n", "law-expected-of 24:20"),
    ("requires n_a > 5\n", "law-extra-words 24:14"),
    ("requires n_a >= 5,000\n", "law-extra-words 24:18"),
    ("requires proportion 1\n  n_a / 5\n", "law-expected-number 24:21"),
    ("requires proportion >= 1/0\n  n_a / 5\n", "law-expected-number 24:24"),
    ("requires proportion >= 1\n  n_a 5\n", "law-expected-share 25:7"),
    ("requires proportion >= 1\n", "law-expected-children 24:1"),
    ("role offense\nrequires a_a\n", "law-unknown-role 24:6"),
    ("requires a_a\ngives x\n", "law-expected-label 25:8"),
    ("requires a_a\ngives x \"甲 | A\" {yuan many}\n", "law-expected-number 25:23"),
    ("requires a_a\ngives x \"甲 | A\" {yuan 5\n", "law-expected-set 25:24"),
];

#[test]
fn a_typo_is_refused_where_it_stands() {
    for (lines, place) in TYPOS {
        assert_eq!(
            refused_at(&format!("rule r\nlabel 甲 | A\n{lines}")),
            (place.to_owned(), "/".to_owned()),
            "{lines}"
        );
    }
    assert_eq!(refused_at("规贝 r\n名称 甲 | A\n成立 a_a\n").0, "law-unknown-line 22:1");
}

#[test]
fn the_keyword_that_may_have_been_meant_is_offered() {
    for (rule, place, near) in [
        ("规则 r\n名称 甲 | A\n成立 任意\n  a_a\n", "law-unknown-word-near 24:4", "任一/any of"),
        ("规则 r\n名称 甲 | A\n成立 推断 a_a\n", "law-unknown-word-near 24:4", "推定/presumed"),
        ("rule r\nlabel 甲 | A\nrequires any\n  a_a\n", "law-unknown-word-near 24:10", "任一/any of"),
    ] {
        assert_eq!(refused_at(rule), (place.to_owned(), near.to_owned()), "{rule}");
    }
}

#[test]
fn a_contested_reading_has_to_be_stated_once_and_to_have_alternatives() {
    let reading = "reading r-one\n  as two n_a >= 2\n  as three n_a >= 3";
    assert_eq!(where_of(&one(reading)), ("law-reading-not-stated", FIRST, 22, 1));
    assert_eq!(text(&one(reading), "reading"), "r-one");
    let stated = stating(&["r-one"]);
    assert_eq!(errors(&[page(&stated, "rule r", reading)]), Vec::<String>::new());
    let twice = [page(&stated, "rule r", reading), page(&stated, "rule s", "a_a")];
    assert_eq!(where_of(&refusal(&twice)), ("law-reading-twice", "cn/test/001.md", 1, 1));
    let with = |reading: &str| where_of(&refusal(&[page(&stated, "rule r", reading)])).0.to_owned();
    assert_eq!(with("reading r-one\n  as two n_a >= 2"), "law-expected-alternative");
    assert_eq!(with("reading r-one"), "law-expected-alternative");
    assert_eq!(with("reading r-one\n  n_a >= 2\n  n_a >= 3"), "law-expected-alternative");
    assert_eq!(with("reading r-one\n  as two n_a >= 2\n  as two n_a >= 3"), "law-expected-alternative");
    assert_eq!(with("reading R\n  as two n_a >= 2\n  as three n_a >= 3"), "law-expected-rule-id");
}

#[test]
fn a_broken_line_of_a_test_is_refused_where_it_stands() {
    let rule = page(&plain(), "rule r", "all of\n  a_a\n  n_a >= 5");
    let at = |line: &str| {
        let finding = refusal(&[tested(&rule, &format!("r\n{line}\n"))]);
        let (code, file, line, _) = where_of(&finding);
        assert_eq!(file, FIRST);
        format!("{code} {line} {}", text(&finding, "found"))
    };
    assert_eq!(at("a_a=yes"), "law-test-line 31 a_a=yes");
    assert_eq!(at("a_a -> TT"), "law-test-line 31 a_a");
    assert_eq!(at("a_a= -> TT"), "law-test-line 31 a_a=");
    assert_eq!(at("a.a=yes -> TT"), "law-test-line 31 a.a=yes");
    assert_eq!(at("a_a=yes -> MAYBE"), "law-test-line 31 MAYBE");
    assert_eq!(at("a_a=yes ->"), "law-test-line 31 ");
    assert_eq!(at("a_a=yes -> TT and more"), "law-test-line 31 and");
    assert_eq!(at("2024-02-30: a_a=yes -> TT"), "law-test-line 31 2024-02-30");
    assert_eq!(at("2024-03-01 filing soon: a_a=yes -> TT"), "law-test-line 31 soon");
    assert_eq!(at("reading two: a_a=yes -> TT"), "law-test-line 31 two");
    assert_eq!(at("a_a=yes -> TT presumptive"), "law-test-line 31 ");
    assert_eq!(at("a_a=yes -> TT from yesterday"), "law-test-line 31 yesterday");
    // A test before any rule, and a test of a rule that is not there.
    let finding = refusal(&[tested(&rule, "a_a=yes -> TT\n")]);
    assert_eq!((where_of(&finding).0, where_of(&finding).2), ("law-test-line", 30));
    let finding = refusal(&[tested(&rule, "q\na_a=yes -> TT\n")]);
    assert_eq!(
        (where_of(&finding).0, where_of(&finding).2, text(&finding, "other")),
        ("law-unknown-rule", 31, "q")
    );
}

#[test]
fn bad_front_data_is_refused_where_it_stands() {
    let swap = |from: &str, to: &str| {
        let front = plain();
        assert!(front.contains(from), "{from}");
        let finding = refusal(&[page(&front.replace(from, to), "rule r", "a_a")]);
        let (code, file, line, column) = where_of(&finding);
        assert_eq!(file, FIRST);
        format!("{code} {line}:{column}")
    };
    assert_eq!(swap("clock = \"act\"", "clok = \"act\""), "law-front-data 6:1");
    assert_eq!(swap("clock = \"act\"", "clock = \"today\""), "law-front-data 6:9");
    assert_eq!(swap("clock = \"act\"\n", ""), "law-front-data 2:1");
    assert_eq!(swap("confidence = \"V\"", "confidence = \"X\""), "law-front-data 8:14");
    assert_eq!(swap("zh = \"第一条\"", "zh = \"第一条"), "law-front-data 4:10");
    assert_eq!(swap("from = 2010-01-01", "from = \"yesterday\"").split(' ').next(), Some("law-front-data"));
    assert_eq!(swap("end = \"open\"", "end = \"maybe\""), "law-front-dates 2:1");
    assert_eq!(swap("cn/test", "cn/other"), "law-no-instrument 1:1");
    assert_eq!(swap("zh = \"第一条\"", "zh = \"\""), "law-missing-label 2:1");
    assert_eq!(
        swap("end = \"open\"", "end = \"open\"\nrole = \"king\"").split(' ').next(),
        Some("law-front-data")
    );
    assert_eq!(errors(&["# A page without front data\n".to_owned()]), ["law-front-missing 1:1"]);
    let mut index = sources(&[page(&plain(), "rule r", "a_a")]);
    index[0].1 = index[0].1.replace("rank = \"administrative-statute\"", "rank = \"song\"");
    let (book, findings) = Book::compile_with(&index, vocabulary());
    let codes: Vec<(&str, u64)> = findings.iter().map(|f| (f.code.as_str(), number(f, "line"))).collect();
    assert_eq!((codes, book.rules().len()), (vec![("law-front-data", 5)], 0));
}

/// One typo anywhere in the standard book is one error; the door to a book that answers stays shut.
#[test]
fn one_typo_in_the_standard_book_is_one_error() {
    let typo = |page: &str, from: &str, to: &str| {
        let mut pages = Book::standard_pages();
        let one = pages.iter_mut().find(|(path, _)| path.ends_with(page)).unwrap();
        assert!(one.1.contains(from), "{page} has no {from}");
        one.1 = one.1.replacen(from, to, 1);
        let findings = Book::load(&pages, &Vocabulary::standard()).expect_err("a broken book");
        let errors = findings.iter().filter(|finding| finding.level == Level::Error);
        errors.map(|finding| finding.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(typo("opinions-2023-14/10.md", "非 任一", "非 任意"), ["law-unknown-word-near"]);
    assert_eq!(typo("opinions-2023-14/10.md", "from = ", "from = x"), ["law-front-data"]);
    assert_eq!(typo("opinions-2023-14/index.md", "rank = ", "rang = "), ["law-front-data"]);
    assert_eq!(typo("criminal-law/246.md", "+++", "++"), ["law-front-missing"]);
    assert!(Book::load(&Book::standard_pages(), &Vocabulary::standard()).is_ok());
}

/// A broken page takes its rule with it and whatever rests on that rule: a book never half-loads, and nothing is decided
/// by an absence.
#[test]
fn a_broken_page_is_left_out_whole_with_everything_that_rests_on_it() {
    let above = [
        page(&plain(), "rule needs", "all of\n  a_a\n  rule broken"),
        page(&plain(), "rule either", "any of\n  a_b\n  rule broken"),
        page(&plain(), "rule not-it", "all of\n  a_a\n  not rule broken"),
        fenced(
            &plain(),
            "rule shielded\nlabel 甲 | A\nrequires a_a\nunless must be excluded check first broken\n",
        ),
        page(&plain(), "rule apart", "a_a"),
    ];
    let facts = Case::made_up().shown("a_a", Datum::Yes).shown("a_b", Datum::No);
    let with = |broken: &str| {
        let pages = [above.to_vec(), vec![page(&plain(), "rule broken", broken)]].concat();
        compiled(&pages)
    };
    let (whole, findings) = with("a_c");
    assert!(is_sound(&findings) && whole.rules().len() == 6);
    // Understood, and refused by the checker: it is gone, and so is what rests on it; what does not is untouched.
    let (book, findings) = with("number_of_elephants");
    assert!(!is_sound(&findings) && book.rule("broken").is_empty());
    for rule in ["needs", "either", "not-it", "shielded"] {
        assert!(book.rule(rule).is_empty(), "{rule}");
    }
    assert_eq!(facts.ask_of(&book, "apart").value, Value::TT);
    // Not understood at all: those that name it are refused with it, and what does not is untouched.
    let (book, findings) = with("a_c a_d");
    let codes: Vec<&str> =
        findings.iter().filter(|f| f.level == Level::Error).map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["law-extra-words"]);
    let resting = findings.iter().find(|finding| finding.code == "law-rests-on-broken").unwrap();
    assert_eq!(text(resting, "other"), "broken");
    assert_eq!(text(resting, "rules"), "needs, either, not-it, shielded");
    let ids: Vec<&str> = book.rules().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["apart"]);
    assert_eq!(facts.ask_of(&book, "apart").value, Value::TT);
}

/// A page with two rules of which one is broken keeps the other, and its tests.
#[test]
fn a_broken_rule_leaves_its_neighbour_on_the_page() {
    let front = plain();
    let both = format!(
        "{front}```rule\nrule a\nlabel 甲 | A\nrequires a_a\n```\n\n```rule\nrule b\nlabel 乙 | B\nrequires\n```\n"
    );
    let (book, findings) = compiled(&[both]);
    assert_eq!(findings.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["law-unknown-word"]);
    assert_eq!(book.rules().iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["a"]);
    assert_eq!(book.provision("cn/test", "1").map(|page| page.rules.clone()), Some(vec!["a".to_owned()]));
}

/// Asking for a rule that is not there is refused, not answered.
#[test]
fn a_rule_that_is_not_in_the_book_is_not_answered() {
    let book = book(&[page(&plain(), "rule r", "a_a")]);
    let case = Case::made_up();
    let refusal = book.evaluate(&case.question("q")).expect_err("no such rule");
    assert_eq!((refusal.finding.code.as_str(), text(&refusal.finding, "rule")), ("law-no-such-rule", "q"));
    assert!(book.completions(&case.question("q"), Value::TT).is_err());
    assert_eq!(book.value(&case.question("q")), Value::UU);
}

/// The pages with Windows line ends say the same.
#[test]
fn line_ends_do_not_matter() {
    let rule = tested(&page(&plain(), "rule r", "any of\n  (1) a_a\n  n_a >= 5"), "r\na_a=yes -> TT # 名\n");
    let (unix, windows) = (compiled(std::slice::from_ref(&rule)), compiled(&[rule.replace('\n', "\r\n")]));
    assert!(is_sound(&windows.1), "{:#?}", windows.1);
    assert_eq!(unix.0.digest(), windows.0.digest());
}

/// What means something on a page.
#[rustfmt::skip]
const SCRAPS: [&str; 34] = [
    "```rule\n", "```test\n", "```\n", "+++\n", "规则 r\n", "成立 任一\n", "  ", "\t", "\"", "|", "#", "{",
    "}", "非 ", "->", "base ", "empty", "读法 r-one\n", "取 a ", "比例 >= 1/2\n", "依次得 x \"甲 | A\"\n",
    "除非 必须排除 先查 ", "[[deadline]]\n", "\u{feff}", "\r", "\0", "，", "（一）", "99999999999999999999", "0",
    "-1", "2024-02-30", "𠮷", "\u{202e}",
];

/// One change of a text: characters or lines taken out, doubled, moved, or replaced by what means something here.
fn spoil(text: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    match dice.below(6) {
        0 => {
            let at = dice.below(chars.len());
            let end = (at + 1 + dice.below(12)).min(chars.len());
            chars.drain(at..end);
            chars.into_iter().collect()
        }
        1 => {
            let at = dice.below(chars.len() + 1);
            let scrap: &&str = dice.pick(&SCRAPS);
            chars.splice(at..at, scrap.chars());
            chars.into_iter().collect()
        }
        2 => {
            let at = dice.below(lines.len());
            lines.remove(at);
            lines.concat()
        }
        3 => {
            let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
            let line = lines[from].clone();
            lines.insert(to, line);
            lines.concat()
        }
        4 => {
            let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
            lines.swap(a, b);
            lines.concat()
        }
        _ => chars.into_iter().take(dice.below(text.chars().count() + 1)).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text as a page, as a rule, as a test and as front data is read or refused, and laid out or refused.
    #[test]
    fn any_text_is_read_or_refused(text in "[\\s\\S]{0,300}", more in "(规则|名称|成立|任一|全部|非|兜底|读法|取|比例|依次得|除非|合计|当|斟酌|rule|label|requires|any of|base|empty|reading|filing|->|=|;|:|TT|a_a|n_a|r| |\n|  |\"|\\||>=|5|1/2|\\(一\\)|\\{|\\}|,|\\?|#){0,60}") {
        let pages = [
            text.clone(),
            more.clone(),
            fenced(&plain(), &text),
            fenced(&plain(), &more),
            tested(&page(&plain(), "rule r", "a_a"), &text),
            tested(&page(&plain(), "rule r", "a_a"), &more),
            page(&front(&text), "rule q", "a_a"),
            page(&front(&more), "rule q", "a_a"),
        ];
        let (book, findings) = compiled(&pages);
        for finding in findings {
            prop_assert!(finding.code.starts_with("law-"));
        }
        book.examine(vocabulary());
        for page in &pages {
            let laid = format_page("p.md", page);
            prop_assert!(laid.is_ok() || laid.is_err_and(|finding| finding.code.starts_with("law-")));
        }
    }

    /// Any change of a real page is read or refused; what is left of the book answers, and its tests run.
    #[test]
    fn any_change_of_a_real_page_is_read_or_refused(seed in any::<u64>(), changes in 1usize..6) {
        let mut dice = Dice::new(seed);
        let all = Book::standard_pages();
        let pages: Vec<&(String, String)> = all.iter().filter(|(path, _)| !path.ends_with("index.md")).collect();
        let (path, text) = *dice.pick(&pages);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut spoilt = text.clone();
        for _ in 0..changes {
            spoilt = spoil(&spoilt, &mut dice);
        }
        let index = all.iter().find(|(path, _)| *path == format!("{folder}/index.md")).expect("an instrument");
        let sources = [index.clone(), (path.clone(), spoilt.clone())];
        let (book, findings) = Book::compile_with(&sources, words());
        for finding in &findings {
            prop_assert!(finding.code.starts_with("law-"));
            let place = number(finding, "line");
            let placed = finding.level != Level::Error || !crate::synthetic::text(finding, "file").is_empty() && place > 0;
            // Of an instrument without its other pages, and of a page that changed its number.
            let whole = ["law-encoded-and-not", "law-article-not-covered", "law-article-outside-the-span"];
            prop_assert!(placed || whole.contains(&finding.code.as_str()), "{:?}", finding);
        }
        book.examine(words());
        let _ = format_page(path, &spoilt);
        let deck = Deck::of(&book, words());
        for rule in book.rules() {
            let terms = book.terms(&rule.id).into_iter().filter(|term| words().get(term).is_some()).collect();
            let case = deck.deal(Case::new(), &terms, 4, &mut dice);
            let outcome = case.ask_of(&book, &rule.id);
            prop_assert_eq!(book.value(&case.question(&rule.id)), outcome.value);
        }
    }
}
