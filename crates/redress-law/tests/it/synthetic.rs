//! Small made-up books, written as pages so that the whole way from text to value is tested.

use redress_base::{Arg, Finding, Level};
use redress_facts::Vocabulary;
use redress_law::{Book, is_sound};
use std::sync::LazyLock;

const INDEX: &str = "+++\ninstrument = \"cn/test\"\nzh = \"甲法\"\nen = \"Law A\"\nrank = \"administrative-statute\"\n\
                     source = \"made up\"\nconfidence = \"V\"\n+++\n";

/// Front data of a page of the made-up law; `period` gives `from` and `end`, and tables behind them.
pub(crate) fn front(period: &str) -> String {
    format!(
        "+++\ninstrument = \"cn/test\"\narticle = \"1\"\nzh = \"第一条\"\nen = \"Article 1\"\nclock = \"act\"\n\
         source = \"made up\"\nconfidence = \"V\"\n{period}\n+++\n\n## 要点\n\n甲。\n\n## In short\n\nA.\n\n"
    )
}

/// Front data without surprises.
pub(crate) fn plain() -> String {
    front("from = 2010-01-01\nend = \"open\"")
}

/// Front data with more behind it: deadlines, duties, contested readings.
pub(crate) fn with(tables: &str) -> String {
    front(&format!("from = 2010-01-01\nend = \"open\"\n{tables}"))
}

/// Front data that states contested readings of these names.
pub(crate) fn stating(names: &[&str]) -> String {
    let one = |name: &&str| format!("[[contested]]\nid = \"{name}\"\nzh = \"甲或乙\"\nen = \"A or B\"\n");
    with(&names.iter().map(one).collect::<String>())
}

/// A page with one rule; `requires` is what stands behind the keyword.
pub(crate) fn page(front: &str, head: &str, requires: &str) -> String {
    fenced(front, &format!("{head}\nlabel 规则 | A rule\nrequires {requires}\n"))
}

/// A page with one fence of this text.
pub(crate) fn fenced(front: &str, rule: &str) -> String {
    format!("{front}```rule\n{rule}```\n")
}

/// The same with tests behind the rule.
pub(crate) fn tested(page: &str, tests: &str) -> String {
    format!("{page}\n```test\n{tests}```\n")
}

/// The pages as sources of a book; the first is article 1, the second article 2.
pub(crate) fn sources(pages: &[String]) -> Vec<(String, String)> {
    let mut sources = vec![("cn/test/index.md".to_owned(), INDEX.to_owned())];
    for (at, page) in pages.iter().enumerate() {
        let numbered = page.replacen("article = \"1\"", &format!("article = \"{}\"", at + 1), 1);
        sources.push((format!("cn/test/{at:03}.md"), numbered));
    }
    sources
}

/// The pages with an instrument of another rank.
pub(crate) fn ranked(pages: &[String], rank: &str) -> Book {
    let mut sources = sources(pages);
    for (_, text) in &mut sources {
        *text = text.replace("rank = \"administrative-statute\"", &format!("rank = \"{rank}\""));
    }
    let (book, findings) = Book::compile_with(&sources, vocabulary());
    assert!(is_sound(&findings), "{findings:#?}");
    book
}

/// A book of these pages, which must be sound.
pub(crate) fn book(pages: &[String]) -> Book {
    let (book, findings) = compiled(pages);
    assert!(is_sound(&findings), "{findings:#?}");
    book
}

/// A book of these pages, with what was noticed.
pub(crate) fn compiled(pages: &[String]) -> (Book, Vec<Finding>) {
    Book::compile_with(&sources(pages), vocabulary())
}

/// The errors of these pages as `code line:column`.
pub(crate) fn errors(pages: &[String]) -> Vec<String> {
    compiled(pages).1.iter().filter(|f| f.level == Level::Error).map(place).collect()
}

/// `code line:column`.
pub(crate) fn place(finding: &Finding) -> String {
    format!("{} {}:{}", finding.code, number(finding, "line"), number(finding, "column"))
}

pub(crate) fn number(finding: &Finding, name: &str) -> u64 {
    match finding.args.get(name) {
        Some(Arg::Number(n)) => u64::try_from(*n).expect("a place"),
        _ => 0,
    }
}

pub(crate) fn text<'f>(finding: &'f Finding, name: &str) -> &'f str {
    match finding.args.get(name) {
        Some(Arg::Text(text)) => text,
        _ => "",
    }
}

/// Yes/no facts `a_a` to `a_z`, judgements `j_a` to `j_h`, counts of views `n_a` to `n_h`, choices `c_a` to `c_h`, sets
/// `s_a` to `s_h`, dates `d_a` to `d_h`. Of the case: `f_a` and the date `f_d` known at first hand, the date `g_d` not.
/// `o_a` speaks for the other side, `e_a` for either.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(words);
    &WORDS
}

fn words() -> Vocabulary {
    let mut text = String::new();
    let mut term = |id: &str, kind: &str, scope: &str, more: &str| {
        text.push_str(&format!(
            "[{id}]\nzh = \"{id} 事实\"\nen = \"fact {id}\"\nscope = \"{scope}\"\nkind = {kind}\nsource = \"own-capture\"\n{more}"
        ));
    };
    for letter in 'a'..='z' {
        term(&format!("a_{letter}"), "\"truth\"", "statement", "");
    }
    let colours = "[\"red\", \"green\", \"blue\"]";
    for letter in 'a'..='h' {
        term(&format!("j_{letter}"), "\"judgement\"", "statement", "");
        term(&format!("n_{letter}"), "{ count = \"views\" }", "statement", "");
        term(&format!("c_{letter}"), &format!("{{ choice = {colours} }}"), "statement", "");
        term(&format!("s_{letter}"), &format!("{{ set = {colours} }}"), "statement", "");
        term(&format!("d_{letter}"), "\"date\"", "statement", "");
    }
    term("f_a", "\"truth\"", "case", "first_hand = true\n");
    term("f_d", "\"date\"", "case", "first_hand = true\n");
    term("g_d", "\"date\"", "case", "");
    term("o_a", "\"truth\"", "statement", "speaks = \"against\"\n");
    term("e_a", "\"truth\"", "statement", "speaks = \"either\"\n");
    Vocabulary::parse(&text).expect("a vocabulary")
}
