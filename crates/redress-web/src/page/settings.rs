//! Settings: the name under which entries are made, who reads the words, whom to turn to.

use crate::call::Call;
use crate::crisis::{self, Line, MOST};
use crate::library::{Holder, Visitor};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The settings as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Settings) };

/// The settings of this session.
#[derive(Serialize, JsonSchema)]
struct Settings {
    /// The name under which entries are made; absent, the one under which a case was begun.
    by: Option<String>,
    /// The language.
    language: &'static str,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Settings { by: call.by().map(str::to_owned), language: call.words.language().tag() })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = html! {
        @match &call.session.visitor {
            Visitor::Owner => (card("name", &call.text("web-settings-name"), &html! {
                p.muted { (call.text("web-settings-name-why")) }
                form.fields method="post" action="/settings/name" {
                    (token(call))
                    label { (call.text("web-field-by")) input name="by" maxlength="100" value=(call.session.by.as_deref().unwrap_or_default()) autocomplete="off"; }
                    button.btn.main { (call.text("web-save")) }
                }
            })),
            Visitor::Person(name) => (card("name", &call.text("web-settings-account"), &html! { p { (safe_text(name)) } })),
        }
        (card("reader", &call.text("web-reader"), &reader(call)))
        (card("lines", &call.text("web-lines"), &lines(call)))
        (card("care", &call.text("web-settings-care"), &html! { ul.dots { @for code in ["web-care-hidden", "web-care-leave", "web-care-pause", "web-care-other"] { li { (call.text(code)) } } } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-settings"), None, body)))
}

/// Who reads the words: the person, or somebody whom they trust.
fn reader(call: &Call<'_>) -> Markup {
    let arranged = call.app.sessions().arranged(&call.session.visitor);
    let now = match (arranged, call.session.spared) {
        (true, true) => "web-reader-other-now",
        (true, false) => "web-reader-here-now",
        (false, _) => "web-reader-nobody-now",
    };
    let choices: &[&str] = if arranged { &["other", "here", "nobody"] } else { &["other"] };
    html! {
        p { (call.text(now)) }
        p.muted { (call.text("web-reader-what")) }
        form.row method="post" action="/settings/reader" {
            (token(call))
            @for choice in choices { button.btn name="reader" value=(choice) { (call.text(&format!("web-reader-{choice}"))) } }
        }
    }
}

/// The crisis lines, each in a row that can be changed, and an empty one; a row without a number goes.
fn lines(call: &Call<'_>) -> Markup {
    let lines = match crisis::lines(call) {
        Ok(lines) => lines,
        Err(refusal) => return crisis::said(call, &refusal),
    };
    let text = |name: &str, value: &str| {
        html! { label { (call.text(&format!("web-field-{name}"))) input name=(name) value=(value) maxlength="100" autocomplete="off"; } }
    };
    html! {
        (crisis::all(call))
        @if call.app.library.holder() == Holder::Office { p { (call.text("web-lines-office")) } }
        @else { details { summary { (call.text("web-lines-edit")) } form.stack method="post" action="/settings/lines" {
            (token(call))
            @for line in lines.iter().chain([&Line::default()]).take(MOST) { fieldset {
                legend { @if line.number.is_empty() { (call.text("web-lines-new")) } @else { (safe_text(&line.number)) } }
                div.filters {
                    (text("line-number", &line.number)) (text("name-zh", &line.name_zh)) (text("name-en", &line.name_en)) (text("hours", &line.hours))
                    label { (call.text("web-field-checked")) input type="date" name="checked" value=(line.checked); }
                }
            } }
            div.row { button.btn { (call.text("web-save")) } }
        } } }
    }
}
