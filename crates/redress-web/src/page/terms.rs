//! The facts that the law book asks for: what each is, who can set it, and which provisions read it.

use super::book::there;
use super::pager::Part;
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_facts::{Kind, Source, Term, Vocabulary};
use redress_law::{Book, Provision};
use redress_lawbook::Place;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Facts of one page.
const AT_ONCE: usize = 50;

/// The facts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Terms) };

/// Facts of the vocabulary for which everything holds that was asked.
#[derive(Serialize, JsonSchema)]
struct Terms {
    /// By name.
    facts: Vec<Fact>,
}

/// One of them.
#[derive(Serialize, JsonSchema)]
struct Fact {
    /// Its name.
    name: String,
    /// What it is.
    term: Term,
    /// Rules that read it.
    read_by: Vec<String>,
}

/// The rules that read each fact by themselves.
fn readers(book: &Book) -> BTreeMap<String, BTreeSet<String>> {
    let mut readers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for rule in book.rules() {
        for term in book.own_terms(rule) {
            readers.entry(term).or_default().insert(rule.id.clone());
        }
    }
    readers
}

fn fits(call: &Call<'_>, words: &str, id: &str, term: &Term) -> bool {
    let all = [id, &term.zh, &term.en].map(str::to_lowercase).join("\n");
    words.split_whitespace().all(|word| all.contains(&word.to_lowercase()))
        || super::everyday::hit(call, words, id, term).is_some()
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (vocabulary, readers) = (Vocabulary::standard(), readers(Book::standard()));
    let words = call.sought(call.query)?.unwrap_or_default();
    let found = vocabulary.iter().filter(|(id, term)| fits(call, &words, id, term));
    let fact = |(id, term): (&str, &Term)| Fact {
        name: id.to_owned(),
        term: term.clone(),
        read_by: readers.get(id).into_iter().flatten().cloned().collect(),
    };
    super::value(&Terms { facts: found.map(fact).collect() })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (book, vocabulary) = (Book::standard(), Vocabulary::standard());
    let (readers, words) = (readers(book), call.sought(call.query)?.unwrap_or_default());
    let found: Vec<(&str, &Term)> =
        vocabulary.iter().filter(|(id, term)| fits(call, &words, id, term)).collect();
    let (pages, part) = (pages(book), Part::asked(call, AT_ONCE, found.len())?);
    let body = html! {
        section.card { form method="post" action="/law/facts" role="search" { (token(call))
            div.find { label { span.vh { (call.text("web-field-q")) } input type="search" name="q" value=(words) placeholder=(call.text("web-field-q")) maxlength="200" autocomplete="off"; } button.btn.main { (call.text("web-search")) } }
        } }
        (card("facts", &call.text("web-nav-terms"), &html! {
            ul.lines { @for (id, term) in found.iter().skip(part.skip).take(part.most) { (one(call, id, term, &read_on(readers.get(*id), &pages))) } }
            (part.shown(call, "facts"))
        }))
        p { a href="/law" { (call.text("web-book-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-terms"), Some(call.text("web-terms-lead")), body)))
}

/// The pages on which each rule stands.
fn pages(book: &'static Book) -> BTreeMap<&'static str, Vec<&'static Provision>> {
    let mut pages: BTreeMap<&str, Vec<&Provision>> = BTreeMap::new();
    for one in &book.ir().provisions {
        one.rules.iter().for_each(|rule| pages.entry(rule).or_default().push(one));
    }
    pages
}

/// The provisions whose rules read a fact, each once.
fn read_on(
    rules: Option<&BTreeSet<String>>,
    pages: &BTreeMap<&str, Vec<&'static Provision>>,
) -> BTreeMap<String, &'static Provision> {
    let of = |rule: &String| pages.get(rule.as_str()).into_iter().flatten().map(|one| (there(one), *one));
    rules.into_iter().flatten().flat_map(of).collect()
}

fn one(call: &Call<'_>, id: &str, term: &Term, read_on: &BTreeMap<String, &Provision>) -> Markup {
    let source = match (&term.kind, term.source) {
        (Kind::Judgement, _) | (_, Source::Judgement) => "judgement",
        (_, Source::OwnCapture) => "own-capture",
        (_, Source::OwnPapers) => "own-papers",
        (_, Source::Platform) => "platform",
        (_, Source::PoliceHelp) => "police-help",
        (_, Source::Authority) => "authority",
    };
    html! { li id=(Place::Fact(id).anchor()) { div {
        h3 { (if call.chinese() { &term.zh } else { &term.en }) }
        p.small.muted { (call.text(&format!("web-term-{source}"))) }
        @if !read_on.is_empty() { details { summary { (call.say("web-terms-read-by", &[("count", read_on.len().into())])) } p.cite { @for (at, (address, page)) in read_on.iter().enumerate() { @if at > 0 { "; " } a href=(address) { (call.words.article(&page.article)) } } } } }
        p.small.faint.mono { (id) }
    } } }
}
