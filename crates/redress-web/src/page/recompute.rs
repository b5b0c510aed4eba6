//! Deriving every figure of a bundle again: what is given is read once, and nothing of it is kept.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, picked, token};
use maud::{Markup, html};
use redress_evidence::verify::Report;
use redress_words::{Language, safe_text};
use redress_workbench::{Difference, RESULT_PATH, Recomputed};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the page asks for, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Asks) };

/// What came of it, as data.
pub(crate) const TOLD: Data = Data { make: crate::act::recompute::report_data, schema: || schema_for!(Told) };

/// The longest value that is shown, in characters; all of it stands in the data.
const LONGEST: usize = 300;

/// What it takes to have a bundle recomputed here.
#[derive(Serialize, JsonSchema)]
struct Asks {
    /// The program and its version, by which figures are derived again.
    software: &'static str,
    /// The most bytes of the files of one request.
    most_bytes: u64,
}

/// What came of it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Told {
    /// Whether the bundle itself holds: figures that come out again say little where it was tampered with.
    pub(crate) report: Report,
    /// What was derived again; absent where a bundle that does not hold cannot be derived from.
    pub(crate) recomputed: Option<Recomputed>,
    /// Files beside the bundle's folder, which are no part of it and were not looked at.
    pub(crate) beside: usize,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    on_the_case(call)?;
    super::value(&Asks { software: call.app.library.software(), most_bytes: call.app.limits.upload })
}

/// Whoever is not on the case learns nothing by way of this page either.
pub(crate) fn on_the_case(call: &Call<'_>) -> Result<(), Wrong> {
    if call.case().is_empty() { Ok(()) } else { call.loaded().map(drop) }
}

/// Asks for a bundle.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    on_the_case(call)?;
    let key = if call.case().is_empty() { None } else { Some(super::verify::key(call)?) };
    let action = if call.case().is_empty() { "/recompute".to_owned() } else { call.at("recompute") };
    let body = html! {
        (card("recompute", &call.text("web-recompute"), &html! {
            form #drop.drop method="post" action=(action) enctype="multipart/form-data" {
                (token(call))
                p { (call.text("web-recompute-how")) }
                (crate::page::bundle::closed_how(call))
                div.row {
                    label.btn { (call.text("web-verify-zip")) input.vh type="file" name="file" accept=".zip"; }
                    label.btn.folder { (call.text("web-verify-folder")) input.vh type="file" name="file" webkitdirectory multiple; }
                }
                (picked(call))
                div.fields { label { (call.text("web-field-key")) input name="key" maxlength="4000" autocomplete="off" value=[key]; } }
                p.muted { (call.text("web-verify-key")) }
                button.btn.main { (call.text("web-recompute-now")) }
                div #progress hidden { progress max="100" value="0" aria-label=(call.text("web-add-progress")) {} p.small data-done=(call.text("web-recompute-running")) data-lost=(call.text("web-verify-lost")) {} }
            }
        }))
        (card("means", &call.text("web-recompute-means"), &html! {
            ul.dots { @for code in ["web-recompute-same-means", "web-recompute-other-means", "web-recompute-not"] { li { (call.text(code)) } } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-recompute"), Some(call.text("web-recompute-lead")), body)))
}

/// What came of it, line by line, and whether the bundle itself holds.
pub(crate) fn told(call: &Call<'_>, told: &Told) -> Markup {
    html! {
        @match &told.recomputed {
            Some(done) => (outcome(call, done, told.report.held())),
            None => { section.card.refused role="alert" { p { b { (call.text("web-recompute-impossible")) } } } }
        }
        (super::verify::told(call, &told.report, told.beside, "web-recompute-another"))
    }
}

fn outcome(call: &Call<'_>, done: &Recomputed, held: bool) -> Markup {
    let counts = [
        ("figures", done.figures),
        ("answers", done.answers),
        ("routes", done.routes),
        ("files", done.files),
        ("papers", done.papers),
        ("paper-figures", done.paper_figures),
    ];
    let verdict = if done.same { "web-recompute-same" } else { "web-recompute-differs" };
    html! {
        section.card.refused[!done.same] #recomputed role=[(!done.same).then_some("alert")] aria-labelledby="h-recomputed" {
            h2 #h-recomputed { (call.text("web-recompute-outcome")) }
            p { b { (call.text(verdict)) } }
            @if done.same && !held { p.note { (call.text("web-recompute-tampered")) } }
            table.tbl.narrow {
                thead { tr { th scope="col" { (call.text("web-recompute-what")) } th.r scope="col" { (call.text("web-recompute-count")) } } }
                tbody { @for (name, count) in counts { tr { th scope="row" { (call.text(&format!("web-recompute-{name}"))) } td.r { (call.words.number(count)) } } } }
            }
            @for finding in &done.findings { @let said = call.told(finding); p.note { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
        }
        @if !done.same { (card("differences", &call.text("web-recompute-differences"), &differences(call, done))) }
    }
}

/// What differs, file by file; a paper under the name of its form.
fn differences(call: &Call<'_>, done: &Recomputed) -> Markup {
    let mut files: BTreeMap<&str, Vec<(&str, &Difference)>> = BTreeMap::new();
    for path in &done.differing_files {
        files.entry(path).or_default();
    }
    for one in &done.differences {
        // A pointer into a paper names its file; any other points into the result.
        let (file, place) = one.at.split_once('#').unwrap_or((RESULT_PATH, &one.at));
        files.entry(file).or_default().push((place, one));
    }
    html! { @for (file, rows) in files {
        h3 { @match paper(call, file) { Some(title) => { (title) " " span.small.faint.mono { (safe_text(file)) } }, None => span.mono { (safe_text(file)) } } }
        @if rows.is_empty() { p { (call.text("web-recompute-whole")) } }
        @else { div.scroll tabindex="0" { table.tbl {
            thead { tr { @for head in ["place", "sealed", "again"] { th scope="col" { (call.text(&format!("web-recompute-{head}"))) } } } }
            tbody { @for (place, one) in rows { tr { th.mono scope="row" { (safe_text(place)) } td { (value(call, one.sealed.as_ref())) } td { (value(call, one.again.as_ref())) } } } }
        } } }
    } }
}

fn value(call: &Call<'_>, value: Option<&serde_json::Value>) -> String {
    let Some(value) = value else { return call.text("web-recompute-nothing") };
    let text = value.to_string();
    let cut: String = text.chars().take(LONGEST).collect();
    safe_text(&if cut.len() < text.len() { format!("{cut}…") } else { cut })
}

/// The name of the form whose paper a file of a bundle holds.
fn paper(call: &Call<'_>, file: &str) -> Option<String> {
    let name = file.strip_prefix("data/papers/")?.strip_suffix(".json")?;
    let (_, id) = name.split_once('-')?;
    let title = &redress_forms::find(id)?.text().ok()?.title;
    Some(if call.words.language() == Language::En { title.en.clone() } else { title.zh.clone() })
}
