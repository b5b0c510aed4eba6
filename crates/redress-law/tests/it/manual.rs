//! The worked example of docs/law-format.md compiles and answers as the page says.

use crate::support::{Case, count};
use redress_base::{Level, Unit, Value};
use redress_facts::Datum;
use redress_law::{Book, Clock, End, Family, Test, format_page};

const MANUAL: &str = include_str!("../../../../docs/law-format.md");
const INDEX: &str = "+++\ninstrument = \"cn/example-law\"\nzh = \"示例法\"\nen = \"Example Law\"\n\
                     rank = \"civil-statute\"\nsource = \"made up\"\nconfidence = \"V\"\n\
                     [not-encoded]\n\"2\" = { zh = \"未编入\", en = \"Left out\" }\n\
                     \"8\" = { zh = \"未编入\", en = \"Left out\" }\n+++\n";

fn example() -> Book {
    let page =
        MANUAL.split("~~~markdown\n").nth(1).and_then(|rest| rest.split("~~~").next()).expect("the example");
    let sources = [("x/index.md".to_owned(), INDEX.to_owned()), ("x/7.md".to_owned(), page.to_owned())];
    let (book, findings) = Book::compile(&sources);
    let loud: Vec<_> = findings.iter().filter(|finding| finding.level != Level::Note).collect();
    assert!(loud.is_empty(), "{loud:#?}");
    book
}

#[test]
fn the_example_compiles_and_says_what_the_page_says() {
    let book = example();
    assert_eq!(book.rules().len(), 2);
    let serious = book.rule("example-serious")[0];
    assert!(matches!(&serious.requires.test, Test::Any(of) if of.len() == 4));
    assert!(matches!(serious.in_force.end, End::Repealed { .. }));
    assert_eq!((serious.clock, serious.severity["fine-yuan-max"]), (Clock::Act, 500));
    let provision = book.provision("cn/example-law", "7").expect("the page");
    assert_eq!(&*provision.paraphrase.zh, "浏览达到一千次，或者造成严重后果，或者有其他情形。");
    let case =
        Case::new().shown("spread_on_network", Datum::Yes).shown("view_count", count(1200, Unit::Views));
    let outcome = case.ask_of(&book, "example-serious");
    assert_eq!((outcome.value, outcome.presumptive), (Value::UU, Value::TT));
    let missing = case.missing_of(&book, "example-serious", Family::Gap);
    assert!(missing.sets.iter().all(|set| set.len() == 2), "{missing:#?}");
    assert_eq!(missing.sets.len(), 3);
}

/// The example looks as the formatter lays it out.
#[test]
fn the_example_is_laid_out() {
    let page =
        MANUAL.split("~~~markdown\n").nth(1).and_then(|rest| rest.split("~~~").next()).expect("the example");
    assert_eq!(format_page("x/7.md", page).as_deref(), Ok(page));
}

/// Every keyword, in both spellings.
#[rustfmt::skip]
const KEYWORDS: [&str; 74] = [
    "规则", "rule", "名称", "label", "依据", "cites", "有效", "in force", "成立", "requires", "除非",
    "unless", "必须排除", "must be excluded", "由对方证明", "for the other side to show", "先查",
    "check first", "任一", "any of", "全部", "all of", "至少", "at least", "非", "not", "属于",
    "in set", "推定", "presumed", "兜底", "open", "合计", "accumulate", "当", "when", "斟酌", "weigh",
    "至今", "to date", "废止于", "repealed", "终止未查", "end not researched", "在行为前",
    "before act", "在起诉前", "before filing", "年内", "years", "个月内", "months", "日内", "days",
    "类别", "role", "得", "gives", "依次得", "gives in order", "比例", "proportion", "读法", "reading",
    "取", "as", "不早于", "not before", "行为时满", "aged", "周岁", "at act", "后", "after",
];

/// The page names every keyword in both spellings.
#[test]
fn the_page_lists_every_keyword() {
    for word in KEYWORDS {
        assert!(MANUAL.contains(&format!("`{word}")) || MANUAL.contains(&format!(" {word}")), "{word}");
    }
}
