//! Small made-up books, written as pages so that the whole way from text to value is tested.

use redress_facts::Vocabulary;
use redress_law::{Book, is_sound};
use std::sync::LazyLock;

const INDEX: &str = "+++\ninstrument = \"cn/test\"\nzh = \"甲法\"\nen = \"Law A\"\nrank = \"administrative-statute\"\n\
                     source = \"made up\"\nconfidence = \"V\"\n+++\n";

/// Front data of a page of the made-up law; `period` gives `from` and `end`.
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

/// A page with one rule; `requires` is what stands behind the keyword.
pub(crate) fn page(front: &str, head: &str, requires: &str) -> String {
    fenced(front, &format!("{head}\nlabel 规则 | A rule\nrequires {requires}\n"))
}

/// A page with one fence of this text.
pub(crate) fn fenced(front: &str, rule: &str) -> String {
    format!("{front}```rule\n{rule}```\n")
}

/// The pages as sources of a book.
pub(crate) fn sources(pages: &[String]) -> Vec<(String, String)> {
    let mut sources = vec![("cn/test/index.md".to_owned(), INDEX.to_owned())];
    for (at, page) in pages.iter().enumerate() {
        sources.push((format!("cn/test/{at:03}.md"), page.clone()));
    }
    sources
}

/// A book of these pages, which must be sound.
pub(crate) fn book(pages: &[String]) -> Book {
    let (book, findings) = Book::compile_with(&sources(pages), &vocabulary());
    assert!(is_sound(&findings), "{findings:#?}");
    book
}

/// Twelve yes/no facts `a.a` to `a.l`, judgements `j.a` to `j.d`, counts `n.a` to `n.d`, and one of each other kind.
pub(crate) fn vocabulary() -> Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(words);
    WORDS.clone()
}

fn words() -> Vocabulary {
    let mut text = String::new();
    let mut term = |id: &str, kind: &str| {
        text.push_str(&format!(
            "[\"{id}\"]\nzh = \"{id} 事实\"\nen = \"fact {id}\"\nscope = \"statement\"\nkind = {kind}\nsource = \"own-capture\"\n"
        ));
    };
    for letter in 'a'..='l' {
        term(&format!("a.{letter}"), "\"truth\"");
    }
    for letter in 'a'..='d' {
        term(&format!("j.{letter}"), "\"judgement\"");
        term(&format!("n.{letter}"), "{ count = \"views\" }");
    }
    term("c.a", "{ choice = [\"red\", \"green\", \"blue\"] }");
    term("d.a", "\"date\"");
    Vocabulary::parse(&text).expect("a vocabulary")
}
