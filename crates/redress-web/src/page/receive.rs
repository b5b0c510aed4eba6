//! Receiving a whole case as one file: from the body that handed it over, or a copy of one's own that goes on here.

use super::fields::{BODIES, body, day};
use super::hand_over::shown;
use crate::call::Call;
use crate::library::{Arrived, Holder};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_case::Copies;
use redress_law::Body;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What the page asks for, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Asks) };

/// What it takes to receive a case here.
#[derive(Serialize, JsonSchema)]
struct Asks {
    /// The bodies that can receive one.
    receivers: Vec<Body>,
    /// Whether a copy of one's own can go on here.
    copies: bool,
    /// The most bytes of the file.
    most_bytes: u64,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (receivers, copies) = (BODIES.to_vec(), takes_copies(call));
    super::value(&Asks { receivers, copies, most_bytes: call.app.limits.upload })
}

/// An office keeps its cases itself; a copy that somebody has of one goes on in no second place of it.
fn takes_copies(call: &Call<'_>) -> bool {
    call.app.library.holder() == Holder::Folder
}

/// Asks for the file.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let copies = takes_copies(call);
    let body = card(
        "receive",
        &call.text("web-receive"),
        &html! {
            p.note { (call.text("web-receive-what")) }
            (super::bundle::closed_how(call))
            form.fields method="post" action="/receive" enctype="multipart/form-data" {
                (token(call))
                label { (call.text("web-field-case-file")) input type="file" name="file" accept=".zip" required; }
                @if copies {
                    fieldset {
                        legend { (call.text("web-field-how")) }
                        @for (word, code) in [("handed-over", "web-receive-handed-over"), ("copy", "web-receive-copy")] { label.check { input type="radio" name="how" value=(word) checked[word == "handed-over"]; (call.text(code)) } }
                        p.small.muted { (call.text("web-receive-copy-what")) }
                    }
                } @else { input type="hidden" name="how" value="handed-over"; }
                (receiver(call, copies))
                div.row { button.btn.main { (call.text("web-receive-now")) } a.btn.plain href="/" { (call.text("web-cancel")) } }
            }
        },
    );
    Ok(Reply::Page(Leaf::new(call.text("web-nav-receive"), Some(call.text("web-receive-lead")), body)))
}

/// Who received it, and when; of a copy nobody is asked.
fn receiver(call: &Call<'_>, copies: bool) -> Markup {
    html! {
        @if copies {
            label { (call.text("web-field-receiver")) select name="receiver" {
                option value="" { (call.text("web-choose")) }
                @for one in BODIES { option value=(one.word()) { (call.text(&format!("law-body-{}", one.word()))) } }
            } }
            label { (call.text("web-field-body-name")) input name="receiver-name" maxlength="200" autocomplete="off"; }
        } @else { (body(call, "receiver", &BODIES, None)) }
        (day(call, "on", !copies))
    }
}

/// What came, with the sheet that came with it.
pub(crate) fn told(call: &Call<'_>, arrived: &Arrived) -> Markup {
    let taken = &arrived.taken;
    let what = match (&arrived.sheet, &taken.copies) {
        _ if arrived.locked => "web-received-locked",
        (Some(_), _) => "web-received-handed-over",
        (None, Copies::Same { .. }) => "web-received-same",
        (None, Copies::ThisAhead { .. }) => "web-received-behind",
        (None, _) => "web-received-copy",
    };
    let counts = [
        ("entries", taken.entries.into()),
        ("objects", taken.objects.into()),
        ("left", taken.left_out.len().into()),
    ];
    html! {
        (card("received", &call.text("web-received-what"), &html! {
            p { (call.text(what)) }
            p.muted { (call.say("web-received-counts", &counts)) }
            div.row { a.btn.main href={"/c/" (arrived.case)} { (call.text("web-received-open")) } }
        }))
        @if let Some(sheet) = &arrived.sheet { (shown(call, sheet)) }
    }
}
