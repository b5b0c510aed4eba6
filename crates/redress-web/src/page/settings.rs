//! Settings: the name under which entries are made, who reads the words, whom to turn to.

use super::office::new_password;
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
    /// Who reads the words of posts: `nobody` else, `other` while somebody does, `here` in the window of whoever does.
    reader: &'static str,
    /// The crisis lines.
    lines: Vec<Line>,
    /// Whether single keys move in lists and tick rows.
    keys: bool,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let language = call.words.language().tag();
    let lines = crisis::lines(call)?;
    let (by, keys) = (call.by().map(str::to_owned), !call.session.keyless);
    super::value(&Settings { by, language, reader: reading(call), lines, keys })
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
            Visitor::Person(name) => {
                (card("name", &call.text("web-settings-account"), &html! { p { (safe_text(name)) } p { a href="/office" { (call.text("web-nav-office-page")) } } }))
                (card("password", &call.text("web-password-change"), &password(call)))
            }
        }
        (card("keys", &call.text("web-help-keys"), &keys(call)))
        (card("reader", &call.text("web-reader"), &reader(call)))
        (card("lines", &call.text("web-lines"), &lines(call)))
        (card("care", &call.text("web-settings-care"), &html! { ul.dots { @for code in ["web-care-hidden", "web-care-leave", "web-care-pause", "web-care-other"] { li { (call.text(code)) } } } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-settings"), None, body)))
}

/// One's own password. Every other window of the account is signed out by it.
fn password(call: &Call<'_>) -> Markup {
    html! {
        @if call.asked("password") == Some("changed") { p.note role="status" { (call.text("web-password-changed")) } }
        p.muted { (call.text("web-password-what")) }
        form.fields method="post" action="/settings/password" {
            (token(call))
            label { (call.text("web-field-old-password")) input type="password" name="old-password" required autocomplete="current-password"; }
            (new_password(call))
            button.btn { (call.text("web-password-change")) }
        }
    }
}

/// Keys that act by themselves, and whether they do.
fn keys(call: &Call<'_>) -> Markup {
    let (now, choice) =
        if call.session.keyless { ("web-keys-off-now", "on") } else { ("web-keys-on-now", "off") };
    html! {
        p { (call.text(now)) }
        form.row method="post" action="/settings/keys" {
            (token(call))
            button.btn name="keys" value=(choice) { (call.text(&format!("web-keys-{choice}"))) }
        }
    }
}

/// Who reads, in one word.
fn reading(call: &Call<'_>) -> &'static str {
    match (call.app.sessions().arranged(&call.session.visitor), call.session.spared) {
        (true, true) => "other",
        (true, false) => "here",
        (false, _) => "nobody",
    }
}

/// Who reads the words: the person, or somebody whom they trust.
fn reader(call: &Call<'_>) -> Markup {
    let arranged = call.app.sessions().arranged(&call.session.visitor);
    let now = format!("web-reader-{}-now", reading(call));
    let choices: &[&str] = if arranged { &["other", "nobody"] } else { &["other"] };
    html! {
        p { (call.text(&now)) }
        p.muted { (call.text("web-reader-what")) }
        @if arranged { form.fields method="post" action="/settings/reader" {
            (token(call))
            @if matches!(call.session.visitor, Visitor::Owner) {
                label { (call.text("web-field-by")) input name="by" maxlength="100" required autocomplete="off"; }
                p.small.muted { (call.text("web-reader-name-why")) }
            }
            button.btn name="reader" value="here" { (call.text("web-reader-here")) }
        } }
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
