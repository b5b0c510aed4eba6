//! The papers: which there are, what each still asks, drafts and finals.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Refusal;
use redress_forms::Form;
use redress_paper::Fixed;
use redress_words::{Language, safe_text};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The forms as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Papers) };

/// The forms, and what was drawn up.
#[derive(Serialize, JsonSchema)]
struct Papers {
    /// Every form.
    forms: Vec<Row>,
    /// Finals, by the number of their entry.
    drawn_up: Vec<DrawnUp>,
}

/// A final.
#[derive(Serialize, JsonSchema)]
struct DrawnUp {
    /// The entry of the ledger.
    entry: u64,
    /// Its form.
    form: String,
}

/// One form.
#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its id.
    form: String,
    /// Its title, Chinese and English.
    title: (String, String),
    /// The official form or article behind it.
    source: String,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let row = |form: &&'static dyn Form| -> Result<Row, Refusal> {
        let words = form.text()?;
        Ok(Row {
            form: form.id().to_owned(),
            title: (words.title.zh.clone(), words.title.en.clone()),
            source: words.source.clone(),
        })
    };
    let forms = redress_forms::forms().iter().map(row).collect::<Result<_, _>>()?;
    let drawn_up =
        loaded.state.papers.iter().map(|one| DrawnUp { entry: one.seq, form: one.of.form.clone() }).collect();
    super::value(&Papers { forms, drawn_up })
}

/// Lists them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let mut rows = Vec::new();
    for form in redress_forms::forms() {
        rows.push(one(call, *form)?);
    }
    let body = html! {
        (card("papers", &call.text("web-papers"), &html! {
            p.muted { (call.text("web-papers-note")) }
            div.papers { @for row in rows { (row) } }
        }))
        (card("drawn-up", &call.text("web-papers-final"), &html! {
            @if loaded.state.papers.is_empty() { p { (call.text("web-papers-none")) } }
            ul.lines { @for paper in loaded.state.papers.iter().rev() { li {
                div { h3 { (title(call, &paper.of.form)) } p.small.muted { (safe_text(&paper.by)) " · " (call.words.instant(paper.at.at)) " · #" (paper.seq) } }
                form method="post" action=(call.at("papers/reopen")) { (token(call)) input type="hidden" name="entry" value=(paper.seq); button.btn { (call.text("web-papers-reopen")) } }
            } } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-papers"), Some(call.text("web-papers-lead")), body)))
}

/// A text of a form in the reader's language.
pub(crate) fn pick<'f>(call: &Call<'_>, fixed: &'f Fixed) -> &'f str {
    if call.words.language() == Language::ZhHans { &fixed.zh } else { &fixed.en }
}

fn title(call: &Call<'_>, id: &str) -> String {
    let text = redress_forms::find(id).and_then(|form| form.text().ok());
    text.map_or_else(|| id.to_owned(), |text| pick(call, &text.title).to_owned())
}

fn one(call: &Call<'_>, form: &'static dyn Form) -> Result<Markup, Refusal> {
    let words = form.text()?;
    Ok(html! {
        article.paper id=(form.id()) {
            h3 { (pick(call, &words.title)) }
            p.small { (pick(call, &words.used)) }
            p.cite { (words.source) @if words.unverified { " " (call.text("report-unverified")) } }
            p { a href=(call.at(&format!("papers/{}", form.id()))) { (call.text("web-paper-open")) } }
        }
    })
}
