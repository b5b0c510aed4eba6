//! The bundle: what it holds, its key, and how it is packed and checked by anybody.

use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, part, token};
use maud::{Markup, html};
use redress_case::{ClosedTo, Entry, What};
use redress_report::Part;
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The bundle as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Bundle) };

/// What a bundle of the case would hold, and by which key it is verified.
#[derive(Serialize, JsonSchema)]
struct Bundle {
    /// The verifier's half of the key of the evidence log.
    key: String,
    /// Sealed items.
    items: u64,
    /// Entries of the ledger.
    entries: u64,
    /// Whether the case was handed over, so that nothing more is packed here.
    handed_over: bool,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (key, loaded) = (super::verify::key(call)?, call.loaded()?);
    let (items, entries) = (loaded.result.kept.totals.items, loaded.state.entries);
    super::value(&Bundle { key, items, entries, handed_over: loaded.state.handed_over().is_some() })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let key = super::verify::key(call)?;
    let body = html! {
        (card("bundle", &call.text("web-bundle"), &html! {
            p { (call.say("web-bundle-holds", &[("items", result.kept.totals.items.into()), ("entries", loaded.state.entries.into())])) }
            p.small.muted { (call.text("web-bundle-grows")) }
            p.muted { (call.text("web-bundle-unmasked")) }
            @if result.kept.items.is_empty() { p { (call.text("web-empty")) } }
            @else { (ways(call)) }
            (packed(call, &loaded))
            p { (call.text("web-bundle-key")) }
            p.mono { (key) }
            p.muted { (call.text("web-bundle-how")) }
            details { summary { (call.text("web-bundle-experts")) } pre tabindex="0" { "unzip " (call.case()) "-bundle.zip\nredress verify " (call.case()) "-bundle --key KEY\nredress recompute " (call.case()) "-bundle" } }
        }))
        (card("onward", &call.text("web-bundle-onward"), &html! {
            ul.lines {
                li { div { h3 { a href=(call.at("verify")) { (call.text("web-nav-verify")) } } p.small.muted { (call.text("web-verify-lead")) } } }
                li { div { h3 { a href=(call.at("recompute")) { (call.text("web-nav-recompute")) } } p.small.muted { (call.text("web-recompute-lead")) } } }
                li { div { h3 { a href={"/statistics/publish?case=" (call.case())} { (call.text("web-nav-publish")) } } p.small.muted { (call.text("web-publish-lead")) } } }
                li { div { h3 { a href=(call.at("hand-over")) { (call.text("web-nav-hand-over")) } } p.small.muted { (call.text("web-hand-over-lead")) } } }
            }
        }))
        (copy(call, loaded.state.handed_over().is_some()))
        (part(call, Part::Limits, result))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-bundle"), Some(call.text("web-bundle-lead")), body)))
}

/// Bundles that are listed at once.
const PACKED: usize = 3;

/// The bundles that were packed so far, the last first, as the record has them: when, by whom, for whom, and the head of the
/// log that each of them carries.
fn packed(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let all: Vec<(&Entry, &String, &[ClosedTo])> = loaded
        .ledger
        .entries
        .iter()
        .rev()
        .filter_map(|entry| match &entry.what {
            What::Packed { checkpoint, to } => Some((entry, checkpoint, to.as_slice())),
            _ => None,
        })
        .collect();
    let row = |(entry, checkpoint, to): &(&Entry, &String, &[ClosedTo])| {
        let day = call.words.instant(entry.at.at);
        let args = [("day", day.into()), ("by", call.words.author(&entry.by).into())];
        let names: Vec<String> = to.iter().map(|one| safe_text(&one.name)).collect();
        // The third line of a checkpoint is the head of the log (C2SP tlog-checkpoint).
        let head = checkpoint.lines().nth(2).unwrap_or_default();
        html! { li { div {
            p { (call.say("web-bundle-packed-one", &args)) " " a href={(call.at("history")) "#e-" (entry.seq)} { "#" (entry.seq) } }
            p.small.muted { @if names.is_empty() { (call.text("web-bundle-packed-open")) } @else { (call.say("web-bundle-packed-to", &[("names", names.join(if call.chinese() { "、" } else { ", " }).into())])) } }
            p.small { (call.text("web-bundle-packed-head")) " " span.mono { (safe_text(head)) } }
        } } }
    };
    html! { div #packed data-now=(call.text("web-bundle-packed-now")) { @if !all.is_empty() {
        h3 { (call.text("web-bundle-packed")) }
        ul.lines { @for one in all.iter().take(PACKED) { (row(one)) } }
        @if all.len() > PACKED { details { summary { (call.say("web-to-do-more", &[("count", (all.len() - PACKED).into())])) } ul.lines { @for one in all.iter().skip(PACKED) { (row(one)) } } } }
    } } }
}

/// How a file that is closed (`.age`) is opened, and where its key comes from: no page of this program takes a secret key.
pub(crate) fn closed_how(call: &Call<'_>) -> Markup {
    html! { details.closed-how { summary { (call.text("web-closed-file")) } ul.dots.small { @for code in ["web-closed-file-whose", "web-closed-file-open", "web-closed-file-key"] { li { (call.text(code)) } } } pre tabindex="0" { "redress envelope key KEY.txt\nredress envelope open FILE.age KEY.txt --out bundle.zip\nage --decrypt --identity KEY.txt --output bundle.zip FILE.age" } } }
}

/// Open, or closed to those who are named.
fn ways(call: &Call<'_>) -> Markup {
    let to = call.at("bundle/pack");
    html! {
        form.packs method="post" action=(to) {
            (token(call))
            input type="hidden" name="closed" value="no";
            button.btn.main { (call.text("web-bundle-pack")) }
        }
        details {
            summary { (call.text("web-bundle-closed")) }
            p.small.muted { (call.text("web-bundle-closed-what")) }
            (closed_how(call))
            form.fields.packs method="post" action=(to) {
                (token(call))
                input type="hidden" name="closed" value="yes";
                label { (call.text("web-field-closed-to")) textarea.mono name="closed-to" rows="3" maxlength="4000" required {} }
                div.row { button.btn { (call.text("web-bundle-pack-closed")) } }
            }
        }
    }
}

/// The whole case as one file to keep. With it goes the key, so that it is for nobody else.
fn copy(call: &Call<'_>, handed_over: bool) -> Markup {
    card(
        "copy",
        &call.text("web-copy"),
        &html! {
            p { (call.text("web-copy-what")) }
            p.note { (call.text("web-copy-warn")) }
            @if handed_over { p { (call.text("web-seal-handed")) } }
            @else { form.fields method="post" action=(call.at("copy")) {
                (token(call))
                label.check { input type="checkbox" name="without-details" value="1"; (call.text("web-field-without-details")) }
                label.check { input type="checkbox" name="sure" value="1" required; (call.text("web-copy-sure")) }
                div.row { button.btn { (call.text("web-copy-now")) } }
            } }
        },
    )
}
