//! One sealed item, looked at: its record, and what it shows in a document of its own, in which nothing runs, which
//! loads nothing, and which leads nowhere.

use crate::call::Call;
use crate::reply::{Leaf, Reply};
use crate::shell::{card, token};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_base::Finding;
use redress_case::ItemRow;
use redress_evidence::hash::digests;
use redress_words::safe_text;

/// Bytes of pictures that stand in one page.
pub(crate) const MOST_DRAWN: usize = 16 << 20;
/// Bytes of text that are shown.
const MOST_TEXT: usize = 1 << 20;

/// What an item shows.
pub(crate) enum Content {
    /// Text, the source of web pages and drawings among it.
    Text(String),
    /// Pictures as PNG, drawn anew here.
    Pictures(Vec<Vec<u8>>),
    /// Nothing that is drawn here, and why.
    Undrawn(Box<Finding>),
    /// More than is read for a page.
    Long,
}

/// The look of the inner document; the policy of the page names it by its hash, and lets no other style in.
const LOOK: &str = ":root{color-scheme:light dark}body{margin:12px;font:15px/1.7 sans-serif}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 monospace;margin:0}img{display:block;max-width:100%;height:auto;margin:0 0 12px;border:1px solid #888}";

/// The hash by which the policy names [`LOOK`] (W3C CSP 3, 2.3.1).
fn hash_of_look() -> String {
    format!("'sha256-{}'", STANDARD.encode(digests(LOOK.as_bytes()).sha256.0))
}

/// The policy of such a page, which holds in the inner document too: pictures that stand in the page itself, and beyond
/// that no more than every other page.
pub(crate) fn policy() -> String {
    let look = hash_of_look();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' {look}; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// What the inner document says of itself, should anything ever take it for a page: as [`policy`], without what the frame
/// around it needs, and in an origin of its own.
fn inner_policy() -> String {
    format!(
        "default-src 'none'; img-src data:; style-src {}; base-uri 'none'; form-action 'none'",
        hash_of_look()
    )
}

/// The inner document. Of the item it holds escaped text and pictures that were drawn here, never its own bytes.
fn inner(call: &Call<'_>, content: &Content) -> Option<(Markup, usize)> {
    let (body, left) = match content {
        Content::Text(text) => {
            let end = (0..=MOST_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
            let shown = text.get(..end.unwrap_or_default()).unwrap_or_default();
            let lines: Vec<String> = shown.lines().map(safe_text).collect();
            (html! { pre { (lines.join("\n")) } }, text.len().saturating_sub(shown.len()))
        }
        Content::Pictures(pages) => {
            let page = |number: usize| call.say("web-sealed-page", &[("page", number.into())]);
            let body = html! { @for (number, page_png) in (1..).zip(pages) {
                img alt=(page(number)) src={"data:image/png;base64," (STANDARD.encode(page_png))};
            } };
            (body, 0)
        }
        Content::Undrawn(_) | Content::Long => return None,
    };
    let document = html! {
        (DOCTYPE)
        html lang=(call.words.language().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(inner_policy());
                title { (call.text("web-sealed")) }
                style { (PreEscaped(LOOK)) }
            }
            body { (body) }
        }
    };
    Some((document, left))
}

fn frame(document: &Markup, title: &str) -> Markup {
    html! { iframe.sealed sandbox="" referrerpolicy="no-referrer" title=(title) srcdoc=(document.0) {} }
}

/// Pictures in a document that is shut off; nothing where there are none.
pub(crate) fn shut_off(call: &Call<'_>, content: &Content, title: &str) -> Markup {
    html! { @if let Some((document, _)) = inner(call, content) { (frame(&document, title)) } }
}

/// The page: the record of the item in the frame of the workbench, and what it shows in a document that is shut off.
pub(crate) fn sealed(call: &Call<'_>, row: &ItemRow, content: &Content) -> Reply {
    let item = &row.item;
    let what = match content {
        Content::Text(_) => call.text("web-sealed-text"),
        Content::Pictures(_) => call.text("web-sealed-pictures"),
        Content::Undrawn(finding) => {
            format!("{} {}", call.text("web-sealed-undrawn"), call.words.finding(finding).sentence)
        }
        Content::Long => call.text("web-sealed-long"),
    };
    let shown = html! {
        p { (what) }
        @if let Some((document, left)) = inner(call, content) {
            @if left > 0 { p.note { (call.say("web-sealed-cut", &[("bytes", left.into())])) } }
            (frame(&document, &call.say("web-sealed-frame", &[("item", item.id.to_string().into())])))
        }
    };
    let record = html! {
        dl.record {
            dt { (call.text("report-list-name")) } dd { (safe_text(&item.name)) }
            dt { (call.text("web-sealed-format")) } dd { (safe_text(&item.format)) }
            dt { (call.text("web-capture-bytes")) } dd { (call.words.number(item.digests.bytes)) }
            dt { "SHA-256" } dd.mono { (item.digests.sha256) }
            dt { "SM3" } dd.mono { (item.digests.sm3) }
        }
        form method="post" action=(call.at("evidence/file")) {
            (token(call))
            p.note { (call.text("web-sealed-file-warning")) }
            button.btn name="item" value=(item.id) { (call.text("web-sealed-file")) }
        }
    };
    let body = html! {
        div.row { a.btn.main href={(call.at("evidence")) "#" (item.id)} { (call.text("web-sealed-back")) } }
        (card("shown", &call.text("web-sealed-shows"), &shown))
        (card("record", &call.text("web-sealed-record"), &record))
    };
    let title = call.say("web-sealed-title", &[("item", item.id.to_string().into())]);
    Reply::Sealed(Leaf::new(title, Some(call.text("web-sealed-lead")), body), policy())
}
