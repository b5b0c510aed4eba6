//! One provision: what it says in the book's own words, where its official text is read, since when it holds, what was checked,
//! and what it asks for.

use super::book::{by_address, place, there};
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, PreEscaped, html};
use redress_law::{Book, Confidence, Instrument, Provision, Rank};
use redress_lawbook::{in_force_in_words, workings};
use redress_words::safe_text;
use schemars::schema_for;

/// One provision as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Provision) };

/// The provision that the address names.
fn named(call: &Call<'_>) -> Result<&'static Provision, Wrong> {
    let typed = call.parts.get("provision").ok_or(Wrong::NotFound)?;
    by_address(typed).ok_or(Wrong::NotFound)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(named(call)?)
}

fn instrument(one: &Provision) -> Option<&'static Instrument> {
    Book::standard().ir().instruments.iter().find(|known| *known.id == *one.article.instrument)
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let one = named(call)?;
    let body = html! {
        (card("provision", call.label(&one.title), &words(call, one)))
        (card("official", &call.text("web-book-official"), &official(call, one)))
        @if !one.rules.is_empty() || !one.deadlines.is_empty() || !one.duties.is_empty() || !one.contested.is_empty() {
            (card("workings", &call.text("web-book-workings"), &html! { p.muted { (call.text("web-book-workings-what")) } div.workings { (PreEscaped(workings(Book::standard(), one, call.words, place))) } }))
        }
        @let others = versions(one); @if !others.is_empty() { (card("versions", &call.text("web-book-versions"), &html! { ul.dots { @for other in others { li { a href=(there(other)) { (held(call, other)) } } } } })) }
        p { a href="/law" { (call.text("web-book-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.words.article(&one.article), None, body)))
}

fn words(call: &Call<'_>, one: &Provision) -> Markup {
    html! {
        @for part in call.label(&one.paraphrase).split("\n\n").filter(|part| !part.is_empty()) { p.law { (part) } }
        p.small.muted { (call.text("web-book-paraphrase")) }
        p.small { (held(call, one)) }
        @if let Some(limits) = &one.limits { p.small.muted { (call.label(limits)) } }
    }
}

/// Since when and until when it holds, as far as that was looked into.
fn held(call: &Call<'_>, one: &Provision) -> String {
    in_force_in_words(Book::standard(), &one.in_force, call.words)
}

/// Where the official text is read, from where the book's words were taken, and what of it was not checked.
fn official(call: &Call<'_>, one: &Provision) -> Markup {
    let Some(of) = instrument(one) else { return html! {} };
    let published = match of.rank {
        Rank::Interpretation => "web-book-read-interpretation",
        Rank::NormativeDocument => "web-book-read-document",
        Rank::DepartmentalRule => "web-book-read-departmental",
        _ => "web-book-read-statute",
    };
    let read = one.confidence == Confidence::V;
    html! {
        p { (call.text("web-book-no-official")) }
        dl.limits {
            dt { (call.text("web-book-instrument")) } dd { (of.title.zh) @if !call.chinese() { br; (of.title.en) } }
            @if let Some(number) = &of.number { dt { (call.text("web-book-number")) } dd { (number) } }
            dt { (call.text("web-book-article")) } dd { (call.words.article(&one.article)) }
            dt { (call.text("web-book-where")) } dd { (call.text(published)) }
            dt { (call.text("web-book-source")) } dd { (safe_text(&one.source)) }
            dt { (call.text("web-book-checked")) } dd {
                @if read { (call.text("web-book-was-read")) } @else { span.tag { (call.text("web-book-unread")) } " " (call.text("web-book-unread-what")) }
                @for doubt in one.unverified.union(&of.unverified) { br; span.tag { (call.text(doubt.code())) } }
            }
        }
    }
}

/// The same article as it read before and after.
fn versions(one: &Provision) -> Vec<&'static Provision> {
    let all = Book::standard().ir().provisions.iter();
    all.filter(|other| other.article == one.article && other.in_force.from != one.in_force.from).collect()
}
