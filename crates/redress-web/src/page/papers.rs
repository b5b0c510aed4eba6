//! The papers: which there are, what each still asks, drafts and finals.

use super::paper_groups::grouped;
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Refusal;
use redress_forms::Form;
use redress_law::Book;
use redress_paper::Fixed;
use redress_remedies::State;
use redress_words::{Language, Words};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The forms as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Papers) };

/// The forms, and what was drawn up.
#[derive(Serialize, JsonSchema)]
struct Papers {
    /// Every form, in the order of the page.
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
    /// For whom it is: the group in which the page lists it.
    group: &'static str,
    /// Where the route stands to which it belongs; nothing where it belongs to none.
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<State>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let groups = grouped(&loaded.result.routes);
    let all =
        groups.iter().flat_map(|(group, forms)| forms.iter().map(|(form, route)| (*group, *form, *route)));
    let row = |(group, form, route): (&'static str, &'static dyn Form, Option<State>)| {
        let words = form.text()?;
        Ok(Row {
            form: form.id().to_owned(),
            title: (words.title.zh.clone(), words.title.en.clone()),
            source: words.source.clone(),
            group,
            route,
        })
    };
    let forms = all.map(row).collect::<Result<_, Refusal>>()?;
    let drawn_up =
        loaded.state.papers.iter().map(|one| DrawnUp { entry: one.seq, form: one.of.form.clone() }).collect();
    super::value(&Papers { forms, drawn_up })
}

/// Lists them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let mut groups = Vec::new();
    for (group, forms) in grouped(&loaded.result.routes) {
        let rows =
            forms.into_iter().map(|(form, state)| one(call, form, state)).collect::<Result<Vec<_>, _>>()?;
        groups.push((group, rows));
    }
    let body = html! {
        (card("papers", &call.text("web-papers"), &html! {
            p.muted { (call.text("web-papers-note")) }
            p { (call.text("web-paper-exhibits")) " " a href=(call.at("papers/exhibits")) { (call.text("web-exhibits-open")) } }
            nav.row aria-label=(call.text("web-papers-groups")) { @for (group, _) in &groups { a href={"#for-" (group)} { (call.text(&format!("web-papers-for-{group}"))) } " " } }
        }))
        @for (group, rows) in groups { (card(&format!("for-{group}"), &call.text(&format!("web-papers-for-{group}")), &html! {
            p.small.muted { (call.text(&format!("web-papers-what-{group}"))) }
            div.papers { @for row in rows { (row) } }
        })) }
        (card("drawn-up", &call.text("web-papers-final"), &html! {
            @if loaded.state.papers.is_empty() { p { (call.text("web-papers-none")) } }
            ul.lines { @for paper in loaded.state.papers.iter().rev() { li {
                div { h3 { (title(call, &paper.of.form)) } p.small.muted { (call.words.author(&paper.by)) " · " (call.words.instant(paper.at.at)) " · #" (paper.seq) } }
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

/// The name of a form, by its id.
pub(crate) fn title(call: &Call<'_>, id: &str) -> String {
    let text = redress_forms::find(id).and_then(|form| form.text().ok());
    text.map_or_else(|| id.to_owned(), |text| pick(call, &text.title).to_owned())
}

fn one(call: &Call<'_>, form: &'static dyn Form, state: Option<State>) -> Result<Markup, Refusal> {
    let words = form.text()?;
    Ok(html! {
        article.paper id=(form.id()) {
            h3 { (pick(call, &words.title)) }
            @if let Some(state) = state { p.small { (call.text("web-papers-route")) " " (redress_report::state(call.words, state)) } }
            p.small { (pick(call, &words.used)) }
            p.cite { (basis(call, &words.source)) @if words.unverified { " " (call.text("report-unverified")) } }
            p { a href=(call.at(&format!("papers/{}", form.id()))) { (call.text("web-paper-open")) span.vh { " " (pick(call, &words.title)) } } }
        }
    })
}

/// What a paper rests on, in the reader's language: papers themselves name laws in Chinese.
pub(crate) fn basis(call: &Call<'_>, source: &str) -> String {
    if call.words.language() == Language::ZhHans {
        return source.to_owned();
    }
    let book = Book::standard().ir();
    let mut names: Vec<(String, String)> = book
        .provisions
        .iter()
        .map(|page| {
            let zh = Words::of(Language::ZhHans).instrument(&page.article);
            // 法释〔2021〕1号（刑诉法解释) is cited by its number alone.
            let short = zh.split('（').next().unwrap_or(&zh).to_owned();
            (short, call.words.instrument(&page.article))
        })
        .collect();
    names.push(("2023年《指导意见》".to_owned(), call.text("web-basis-opinions")));
    // The longest first: 刑法 is not a part of 刑事诉讼法, and 法 is one of everything.
    // Of the versions of one law the latest, by the year behind its name: a paper that means an older one says so itself.
    names.sort_by(|(zh, en), (other, older)| (other.len(), older).cmp(&(zh.len(), en)));
    names.dedup();
    let mut said = String::new();
    for (place, one) in source.split('；').enumerate() {
        said.push_str(if place == 0 { "" } else { "; " });
        match names.iter().find_map(|(zh, en)| Some((en, one.trim().strip_prefix(zh.as_str())?))) {
            Some((en, rest)) => said.push_str(&format!("{en} {}", rest.trim().replace('、', ", "))),
            None => said.push_str(one.trim()),
        }
    }
    said
}
