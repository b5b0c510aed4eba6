//! Published cases that turn on the same facts, and how they were handled (Guiding Opinions art 19, 2023-09-20). Nothing is
//! predicted by them.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_facts::Vocabulary;
use redress_inquiry::{File, Inquirer, PublishedCase, Similar, similar};
use redress_law::{Book, Readings};
use redress_words::safe_text;
use redress_workbench::facts_of;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The page as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Likes) };

/// Published cases that share facts that decide.
#[derive(Serialize, JsonSchema)]
struct Likes {
    /// Most shared first.
    similar: Vec<Similar>,
}

/// On what the file establishes, by the law of the day. Who may see the result may see this.
fn found(call: &Call<'_>) -> Result<Vec<Similar>, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let (book, vocabulary) = (Book::standard(), Vocabulary::standard());
    let file = File {
        schema: None,
        id: result.case_id.clone(),
        at: result.today,
        filed: None,
        facts: Vec::new(),
        readings: Readings::new(),
    };
    let inquirer = Inquirer::new(book, &vocabulary);
    let answers = inquirer.answer(&file, &facts_of(result), false)?;
    // A case is no likeness of itself.
    let others: Vec<PublishedCase> =
        PublishedCase::standard().into_iter().filter(|case| case.id != file.id).collect();
    Ok(similar(&inquirer, &vocabulary, &answers, &others)?)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Likes { similar: found(call)? })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let found = found(call)?;
    let body = html! {
        p.note { (call.text("web-similar-foot")) }
        @if found.is_empty() { section.card { p { (call.text("web-similar-none")) } } }
        @for one in &found { (like(call, one)) }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-similar"), Some(call.text("web-similar-lead")), body)))
}

fn like(call: &Call<'_>, one: &Similar) -> Markup {
    card(
        &format!("case-{}", one.id),
        call.label(&one.name),
        &html! {
            p.small.muted { (call.say("web-similar-published", &[("by", safe_text(&one.published).into())])) " " span.faint { (one.id) } }
            h3 { (call.text("web-similar-shared")) }
            ul.dots { @for shared in &one.shared { li { (call.label(&shared.label)) ": " (call.text(&shared.reason)) } } }
            h3 { (call.text("web-similar-handled")) }
            ul.dots { @for handled in &one.handled { li { (if call.chinese() { &handled.zh } else { &handled.en }) } } }
            @if !one.articles.is_empty() { p.cite { (call.words.articles(&one.articles.join("; "))) } }
        },
    )
}
