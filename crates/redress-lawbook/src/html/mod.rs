//! The law book as one page that a lawyer can read and print: no script, nothing loaded from anywhere.

mod condition;
mod contents;
mod exams;
mod facts;
mod instrument;
mod marks;
mod page;
mod periods;
mod provision;
mod readings;
mod rule;

use crate::texts::Attached;
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use page::Page;
pub use page::Place;
use redress_facts::Vocabulary;
use redress_law::{Book, InForce, Provision, Rank};
use redress_words::{Language, Words};

/// Forbids everything but the page's own styles: no script, no frame, no request leaves it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What the page holds beside the book.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The vocabulary of facts; absent: the one of this version.
    pub vocabulary: Option<&'a Vocabulary>,
    /// The reader's own copies of official texts, shown beside the provisions.
    pub attached: Option<&'a Attached>,
    /// The instruments that are printed, by folder (`"cn/criminal-law"`); empty: every one.
    pub only: &'a [String],
    /// Whether the tests stand under the provisions.
    pub tests: bool,
    /// Whether each rule also stands there in the rule language.
    pub code: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { vocabulary: None, attached: None, only: &[], tests: true, code: true }
    }
}

/// What one provision asks for, gives and makes somebody owe, as a piece of another page: its readings, rules, time limits and
/// duties in words. `link` says where a thing of the book stands there.
pub fn workings(book: &Book, one: &Provision, words: &Words, link: fn(&Place<'_>) -> String) -> String {
    let vocabulary = Vocabulary::standard();
    let page = Page::new(words, book, &vocabulary, &Options::default()).among(link);
    provision::workings(&page, one).into_string()
}

/// From when to when a provision holds, with the three states of its end kept apart: none is known, nobody looked, repealed.
pub fn in_force_in_words(book: &Book, period: &InForce, words: &Words) -> String {
    crate::say::Say::new(words, book).in_force(period)
}

/// What an instrument is, in words: its kind among the sources.
pub fn rank_in_words(book: &Book, rank: Rank, words: &Words) -> String {
    crate::say::Say::new(words, book).rank(rank)
}

/// The law book as one self-contained page in one language, ending in a line end. The same input gives the same
/// bytes.
pub fn html(book: &Book, language: Language, options: &Options<'_>) -> String {
    let words = Words::new(language);
    let standard;
    let vocabulary = match options.vocabulary {
        Some(own) => own,
        None => {
            standard = Vocabulary::standard();
            &standard
        }
    };
    let page = Page::new(&words, book, vocabulary, options);
    let whole = markup! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (page.text("lawbook-title")) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                a.skip href="#contents" { (page.text("lawbook-skip")) }
                (top(&page))
                main {
                    (head(&page))
                    (contents::section(&page))
                    @for instrument in page.instruments() { (instrument::section(&page, instrument)) }
                    (readings::section(&page))
                    (facts::section(&page))
                }
                footer.foot { p { (page.text("lawbook-made-from")) " " span.mono { (book.digest()) } } }
            }
        }
    };
    let mut text = whole.into_string();
    text.push('\n');
    text
}

fn top(page: &Page<'_>) -> Markup {
    let name = if page.say.zh() { "明证" } else { "redress" };
    markup! {
        header.top {
            div.brand { span.seal aria-hidden="true" { "法" } b { (name) } }
            nav aria-label=(page.text("lawbook-contents")) {
                a href="#contents" { (page.text("lawbook-contents")) }
                a href="#readings" { (page.text("lawbook-readings")) }
                a href="#facts" { (page.text("lawbook-facts")) }
            }
        }
    }
}

/// What the book is and is not, and the marks that it uses.
fn head(page: &Page<'_>) -> Markup {
    let book = page.book;
    let counted = [
        ("instruments", page.instruments().count().into()),
        ("provisions", page.provisions().count().into()),
        ("rules", page.rules().into()),
    ];
    markup! {
        div.head {
            h1 { (page.text("lawbook-title")) }
            p { (page.text("lawbook-lead")) }
            p.small { (page.say("lawbook-counted", &counted)) " " span.mono { (short(book.digest())) } }
        }
        div.legend aria-label=(page.text("lawbook-legend")) {
            @for value in redress_base::Value::ALL.into_iter().rev() { span { (marks::glyph(&page.say, value)) (page.say.words.value(value)) } }
            span { (page::tag("judged", &page.text("lawbook-judged"))) (page.text("lawbook-legend-judged")) }
            span { (page::tag("open", &page.text("lawbook-unverified"))) (page.text("lawbook-legend-unverified")) }
        }
    }
}

/// The beginning of a digest; the whole one stands at the foot of the page.
fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}
