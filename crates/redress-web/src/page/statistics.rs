//! Statistics: figures of many cases with small counts withheld, each with its chart and its table, and the series that
//! were published.

use super::question::{LISTS, Question};
use crate::call::Call;
use crate::library::{Counts, Holder};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, PreEscaped, html};
use redress_base::Instant;
use redress_statistics::{Published, Release, parts, published_parts};
use redress_workbench::ReleaseTerms;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The figures as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Statistics) };

/// The published series as data.
pub(crate) const PUBLISHED: Data = Data { make: published_data, schema: || schema_for!(Published) };

/// The figures that were asked for, and the releases that are kept.
#[derive(Serialize, JsonSchema)]
struct Statistics {
    /// The figures; in an office absent as long as no days are named.
    release: Option<Release>,
    /// Releases that are kept.
    kept: Vec<Kept>,
}

/// A release that is kept.
#[derive(Serialize, JsonSchema)]
struct Kept {
    /// When it was made, in seconds since 1970.
    at: Instant,
    /// With what.
    terms: ReleaseTerms,
}

fn counts(call: &Call<'_>) -> Result<(Question, Counts), Wrong> {
    let question = Question::of(call)?;
    let counts = call.app.library.counts(&call.session.visitor, &question.wanted(call, false)?)?;
    Ok((question, counts))
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (_, counts) = counts(call)?;
    let kept = counts.kept.into_iter().map(|(at, terms)| Kept { at, terms }).collect();
    super::value(&Statistics { release: counts.release, kept })
}

fn published_data(_: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Published::standard()?)
}

/// Shows the figures, or the releases that are kept.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (question, counts) = counts(call)?;
    page(call, &question, &counts)
}

/// The page with these figures.
pub(crate) fn page(call: &Call<'_>, question: &Question, counts: &Counts) -> Result<Reply, Wrong> {
    let office = call.app.library.holder() == Holder::Office;
    let published = Published::standard()?;
    let body = html! {
        (ask(call, question, office))
        @if office { (kept(call, counts)) }
        @if let Some(release) = &counts.release { div.figures { (PreEscaped(parts(call.words, release, &published))) } (paper(call, question)?) }
        p { a href="/statistics/published" { (call.text("web-statistics-published")) } " · " a href="/statistics/publish" { (call.text("web-nav-publish")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-statistics"), Some(call.text("web-statistics-lead")), body)))
}

/// The series that were published, with their sources.
pub(crate) fn published(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = html! { div.figures { (PreEscaped(published_parts(call.words, &Published::standard()?))) } p { a href="/statistics" { (call.text("web-nav-statistics")) } } };
    Ok(Reply::Page(Leaf::new(call.text("web-statistics-published"), None, body)))
}

/// What is to be counted. In an office a release is made once for its days, so that making one is asked apart. Lists of events and
/// breaks go with the form that is sent: an address would be too short for them.
fn ask(call: &Call<'_>, question: &Question, office: bool) -> Markup {
    let (summary, what, now) = if office {
        ("web-statistics-make", "web-statistics-make-what", "web-statistics-make-now")
    } else {
        ("web-statistics-lists", "web-statistics-lists-what", "web-statistics-show")
    };
    let written = LISTS.into_iter().any(|name| question.said(name).is_some());
    card(
        "ask",
        &call.text("web-statistics-ask"),
        &html! {
            p.muted { (call.text(if office { "web-statistics-office" } else { "web-statistics-folder" })) }
            form.stack method="get" action="/statistics" { div.filters { (fields(call, question, office)) } div.row { button.btn.main { (call.text("web-statistics-show")) } } }
            details open[written] {
                summary { (call.text(summary)) }
                p.note { (call.text(what)) }
                form.stack method="post" action="/statistics" enctype="multipart/form-data" {
                    (token(call))
                    div.filters { (fields(call, question, office)) }
                    (lists(call, question))
                    button.btn { (call.text(now)) }
                }
            }
        },
    )
}

fn fields(call: &Call<'_>, question: &Question, office: bool) -> Markup {
    let value = |name: &str| question.said(name).unwrap_or_default().to_owned();
    html! {
        label { (call.text("web-field-from-day")) input type="date" name="from-day" value=(value("from-day")) required[office]; }
        label { (call.text("web-field-until-day")) input type="date" name="until-day" value=(value("until-day")) required[office]; }
        label { (call.text("web-field-as-of")) input type="date" name="as-of" value=(value("as-of")); }
        label { (call.text("web-field-period")) select name="period" {
            @if office { option value="" { (call.text("web-statistics-as-made")) } }
            @for word in ["year", "half-year", "month"] { option value=(word) selected[value("period") == word] { (call.text(&format!("web-period-{word}"))) } }
        } }
        label { (call.text("web-field-threshold")) input name="threshold" inputmode="numeric" maxlength="6" value=(value("threshold")) placeholder="5"; }
        label { (call.text("web-field-register")) input name="register" maxlength="200" value=(value("register")); }
        label { (call.text("web-field-region")) input name="region" maxlength="100" value=(value("region")); }
    }
}

/// Events and breaks: written, or brought as the files that the command line takes.
fn lists(call: &Call<'_>, question: &Question) -> Markup {
    html! { div.fields { @for name in LISTS {
        label { (call.text(&format!("web-field-{name}"))) textarea name=(name) rows="4" maxlength="100000" spellcheck="false" { (question.said(name).unwrap_or_default()) } }
        details { summary { (call.text("web-statistics-example")) } pre tabindex="0" { (example(name)) } }
        label { (call.text(&format!("web-field-{name}-file"))) input type="file" name={(name) "-file"} accept=".toml,text/plain"; }
    } } }
}

/// A list of one, as it is written.
fn example(name: &str) -> &'static str {
    if name == "events" {
        "[[event]]\nname = \"…\"\nfrom = \"2026-03-01\"\nto = \"2026-03-09\"\nsource = \"…\"\n"
    } else {
        "[[break]]\ntable = \"funnel\"\non = \"2026-01-01\"\nreason = \"…\"\n"
    }
}

/// The release as a paper: the same question once more, since nothing of it is kept here.
fn paper(call: &Call<'_>, question: &Question) -> Result<Markup, Wrong> {
    let basis = redress_forms::statistics_basis()?;
    Ok(card(
        "paper",
        &call.text("web-statistics-paper"),
        &html! {
            p.muted { (call.text("web-statistics-paper-what")) }
            @if let Some(finding) = &basis { @let said = call.told(finding); p.small { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            form.stack method="post" action="/statistics/paper" {
                (token(call))
                @for (name, text) in question.all() { input type="hidden" name=(name) value=(text); }
                div.fields { label { (call.text("web-field-compiled-by")) input name="compiled-by" maxlength="200" autocomplete="organization"; } }
                div.row { @for format in ["pdf", "docx"] { button.btn name="format" value=(format) { (call.text(&format!("web-statistics-{format}"))) } } }
            }
        },
    ))
}

fn kept(call: &Call<'_>, counts: &Counts) -> Markup {
    card(
        "kept",
        &call.text("web-statistics-kept"),
        &html! {
            @if counts.kept.is_empty() { p { (call.text("web-statistics-none")) } }
            ul.lines { @for (at, terms) in &counts.kept { li { div {
                h3 { a href={"/statistics?from-day=" (terms.from) "&until-day=" (terms.to)} { (call.words.date(terms.from)) " – " (call.words.date(terms.to)) } }
                p.small.muted { (redress_words::safe_text(&terms.scope.register)) " · " (call.words.instant(*at)) }
            } } } }
        },
    )
}
