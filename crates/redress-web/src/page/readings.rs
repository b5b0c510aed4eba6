//! Readings of the law on which courts or writers differ: the question, the alternatives, and who chooses.

use super::book::there;
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::html;
use redress_base::Article;
use redress_facts::Vocabulary;
use redress_law::{Book, Contested};
use redress_lawbook::Place;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The readings as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Readings) };

/// The contested readings of the book.
#[derive(Serialize, JsonSchema)]
struct Readings {
    /// By name.
    readings: Vec<Reading>,
}

/// One of them.
#[derive(Serialize, JsonSchema)]
struct Reading {
    /// Its name.
    id: String,
    /// The alternatives that somebody may choose.
    alternatives: Vec<String>,
    /// The question, and the fact by which it is chosen.
    stated: Option<Contested>,
    /// The article on whose page it stands.
    article: Option<Article>,
}

fn data(_: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let book = Book::standard();
    let one = |(id, names): (&str, &[String])| {
        let stated = book.contested(id);
        Reading {
            id: id.to_owned(),
            alternatives: names.to_vec(),
            stated: stated.map(|(_, contested)| contested.clone()),
            article: stated.map(|(page, _)| page.article.clone()),
        }
    };
    super::value(&Readings { readings: book.readings().map(one).collect() })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (book, vocabulary) = (Book::standard(), Vocabulary::standard());
    let fact = |term: &str| {
        let known = vocabulary.get(term);
        known.map_or_else(
            || term.to_owned(),
            |one| if call.chinese() { one.zh.clone() } else { one.en.clone() },
        )
    };
    let body = html! {
        (card("readings", &call.text("web-nav-readings"), &html! {
            p.muted { (call.text("web-readings-how")) }
            ul.lines { @for (id, names) in book.readings() { @if let Some((page, stated)) = book.contested(id) { li id=(Place::Reading(id).anchor()) { div {
                h3 { (if call.chinese() { &stated.zh } else { &stated.en }) }
                p.cite { a href=(there(page)) { (call.words.article(&page.article)) } }
                p.small { (call.text("web-readings-alternatives")) @for (at, name) in names.iter().enumerate() { @if at > 0 { " /" } " " span.mono { (name) } } }
                @if let Some(term) = &stated.term { p.small { (call.text("web-readings-by")) " " (fact(term)) } }
            } } } } }
        }))
        p { a href="/law" { (call.text("web-book-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-readings"), Some(call.text("web-readings-lead")), body)))
}
