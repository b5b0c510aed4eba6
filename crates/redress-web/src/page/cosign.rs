//! Signing for others: whoever was asked to cosign somebody's log does it here, without seeing the case.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::html;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What it takes to sign here, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Cosigning<'_>) };

/// With what is signed for others here.
#[derive(Serialize, JsonSchema)]
struct Cosigning<'c> {
    /// The verifier's half of the key; absent where the program was given none.
    key: Option<&'c str>,
}

fn key<'c>(call: &'c Call<'_>) -> Option<&'c str> {
    call.app.library.cosigner().map(|cosigner| cosigner.key())
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Cosigning { key: key(call) })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = match key(call) {
        Some(key) => html! {
            (card("cosign", &call.text("web-nav-cosign"), &html! {
                p { (call.text("web-cosigning-what")) }
                p.note { (call.text("web-cosigning-says")) }
                form.fields method="post" action="/cosign" enctype="multipart/form-data" {
                    (token(call))
                    label { (call.text("web-field-request")) input type="file" name="request"; }
                    label { (call.text("web-field-request-text")) textarea.mono name="request-text" rows="4" maxlength="100000" {} }
                    label { (call.text("web-field-log-key")) input.mono name="log-key" maxlength="400" autocomplete="off" required; }
                    p.small.muted { (call.text("web-cosigning-key-why")) }
                    div.row { button.btn.main { (call.text("web-cosigning-now")) } }
                }
            }))
            (card("own", &call.text("web-cosigning-own"), &html! { p { (call.text("web-cosigning-own-what")) } p.mono.key { (key) } }))
        },
        None => card(
            "cosign",
            &call.text("web-nav-cosign"),
            &html! { p { (call.text("web-cosigning-none")) } p.muted { (call.text("web-cosigning-none-how")) } },
        ),
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-cosign"), Some(call.text("web-cosigning-lead")), body)))
}
