//! The law book: every provision that the program asks, with its days in force and its paraphrase.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::html;
use redress_base::Date;
use redress_law::{Book, Confidence, Ir, Provision, address};
use redress_words::safe_text;
use schemars::schema_for;

/// Characters of a day at the end of an address.
const DAY: usize = 10;

/// The book as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Ir) };

fn data(_: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Book::standard().ir())
}

/// One provision as data.
pub(crate) const PROVISION: Data = Data { make: provision_data, schema: || schema_for!(Provision) };

/// Lists the provisions.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let book = Book::standard();
    let ir = book.ir();
    let body = card(
        "book",
        &call.text("web-book"),
        &html! {
            p.muted { (call.say("web-book-count", &[("count", ir.provisions.len().into())])) }
            ul.lines { @for one in &ir.provisions { li {
                div { h3 { a href=(there(one)) { (call.words.article(&one.article)) } } p.muted { (call.label(&one.title)) } }
            } } }
        },
    );
    Ok(Reply::Page(Leaf::new(call.text("web-nav-book"), Some(call.text("web-book-lead")), body)))
}

/// The address of a provision.
pub(crate) fn there(one: &Provision) -> String {
    format!("/law/{}", address(&one.article, one.in_force.from))
}

/// The provision of that address. A rule may rest on a paragraph of an article that stands in the book as a whole, and may
/// hold from a later day than its page: then it is the page that was in force on that day.
pub(crate) fn by_address(typed: &str) -> Option<&'static Provision> {
    let all = || Book::standard().ir().provisions.iter();
    let (article, day) = typed.split_at_checked(typed.len().checked_sub(DAY)?)?;
    let day: Date = day.parse().ok()?;
    let on = |article: &str| {
        let wanted = format!("{article}{day}");
        all().find(|one| address(&one.article, day) == wanted && one.in_force.holds(day))
    };
    let exact = all().find(|one| address(&one.article, one.in_force.from) == typed);
    exact.or_else(|| on(article)).or_else(|| on(&format!("{}.", article.split_once('(')?.0)))
}

/// The provision that the address names.
fn named(call: &Call<'_>) -> Result<&'static Provision, Wrong> {
    let typed = call.parts.get("provision").ok_or(Wrong::NotFound)?;
    by_address(typed).ok_or(Wrong::NotFound)
}

fn provision_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(named(call)?)
}

/// One provision.
pub(crate) fn provision(call: &Call<'_>) -> Result<Reply, Wrong> {
    let one = named(call)?;
    let body = html! {
        (card("provision", call.label(&one.title), &html! {
            p.law { (call.label(&one.paraphrase)) }
            p.small.muted { (call.text("web-book-paraphrase")) }
            p { (call.say("web-book-from", &[("day", call.words.date(one.in_force.from).into())])) @if let Some(to) = one.in_force.last() { " " (call.say("web-book-until", &[("day", call.words.date(to).into())])) } }
            p.cite { (safe_text(&one.source)) @if one.confidence == Confidence::O { " " (call.text("report-unverified")) } }
            @if let Some(limits) = &one.limits { p.small.muted { (call.label(limits)) } }
        }))
        @if !one.rules.is_empty() { (card("rules", &call.text("web-book-rules"), &html! { ul.dots { @for rule in &one.rules { li.mono { (rule) } } } })) }
        @if !one.deadlines.is_empty() { (card("limits", &call.text("web-book-limits"), &html! { ul.dots { @for limit in &one.deadlines { li { (call.label(&limit.label)) } } } })) }
        @if !one.duties.is_empty() { (card("duties", &call.text("web-book-duties"), &html! { ul.dots { @for duty in &one.duties { li { (call.label(&duty.label)) } } } })) }
        p { a href="/law" { (call.text("web-book-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.words.article(&one.article), None, body)))
}
