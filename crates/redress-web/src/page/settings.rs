//! Settings: the name under which entries are made.

use crate::call::Call;
use crate::library::Visitor;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::html;
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
        (card("care", &call.text("web-settings-care"), &html! { ul.dots { @for code in ["web-care-hidden", "web-care-leave", "web-care-pause", "web-care-other"] { li { (call.text(code)) } } } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-settings"), None, body)))
}
