//! The seals of the evidence log: what of it is signed, who stamped it and who signed it too; and how somebody who has nothing
//! to do with the case is asked to.

use super::posts::moment;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Instant, Stamp, TimeSource};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{Heads, SignedHead, StampedLog};
use schemars::schema_for;

/// The seals as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Heads) };

/// Signed heads that are shown; the last ones say most.
const SHOWN: usize = 50;

fn heads(call: &Call<'_>) -> Result<Heads, Wrong> {
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| desk.heads())
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&heads(call)?)
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (loaded, heads) = (call.loaded()?, heads(call)?);
    let gone = loaded.state.handed_over().is_some();
    let body = html! {
        (stands(call, &heads, gone))
        @if !gone {
            (stamp(call))
            (cosign(call, &heads))
        }
        (signed(call, &heads))
        div.row { a.btn href=(call.at("custody")) { (call.text("web-nav-custody")) } a.btn href=(call.at("bundle")) { (call.text("web-nav-bundle")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-seals"), Some(call.text("web-seals-lead")), body)))
}

/// How the log stands in three lines, and the button that signs it.
fn stands(call: &Call<'_>, heads: &Heads, gone: bool) -> Markup {
    let last = heads.signed.iter().rev().find(|head| head.agrees);
    let stamped = heads.signed.iter().any(|head| !head.stamped.is_empty());
    let cosigned = heads.signed.iter().any(|head| !head.cosigned.is_empty());
    let amiss = heads.signed.iter().filter(|head| !head.agrees).count();
    let yes = |holds: bool, code: &str| html! { li { div { span aria-hidden="true" { (if holds { "✓ " } else { "– " }) } (call.text(code)) } } };
    card(
        "head",
        &call.text("web-seals-head"),
        &html! {
            p { (call.text("web-seals-gain")) }
            ul.lines {
                li { div { span aria-hidden="true" { @if heads.covered == heads.items && heads.items > 0 { "✓ " } @else { "– " } }
                    @match last {
                        Some(last) => (call.say("web-seals-covered", &[("covered", heads.covered.into()), ("items", heads.items.into()), ("time", moment(call, last.at).into())])),
                        None => (call.say("web-seals-unsigned", &[("items", heads.items.into())])),
                    }
                } }
                (yes(stamped, if stamped { "web-seals-stamped" } else { "web-seals-not-stamped" }))
                (yes(cosigned, if cosigned { "web-seals-cosigned" } else { "web-seals-not-cosigned" }))
            }
            @if amiss > 0 { p.trouble role="alert" { (call.say("web-seals-amiss", &[("count", amiss.into())])) } }
            @if gone { p { (call.text("web-seal-handed")) } }
            @else { form method="post" action=(call.at("seal")) {
                (token(call)) input type="hidden" name="back" value=(call.at("seals"));
                button.btn { (call.text("web-seal-now")) }
                p.small.muted { (call.text("web-seal-what")) }
            } }
            p.muted { (call.text("web-seal-limit")) }
        },
    )
}

/// Certificates that somebody chose to believe; they may be left out.
fn roots(call: &Call<'_>) -> Markup {
    html! { label { (call.text("web-field-tsa-root")) input type="file" name="tsa-root" multiple; } }
}

fn algorithm(call: &Call<'_>) -> Markup {
    html! { label { (call.text("web-field-algorithm")) select name="algorithm" { option value="sha256" { "SHA-256" } option value="sm3" { "SM3" } } } }
}

/// A timestamp authority: asked at an address, or by two files.
fn stamp(call: &Call<'_>) -> Markup {
    card(
        "stamp",
        &call.text("web-stamp"),
        &html! {
            p { (call.text("web-stamp-what")) }
            p.note { (call.text("web-stamp-leaves")) }
            @if call.app.library.authority().is_some() {
                h3 { (call.text("web-stamp-ask")) }
                p.muted { (call.text("web-stamp-ask-what")) }
                form.fields method="post" action=(call.at("seals/ask")) enctype="multipart/form-data" {
                    (token(call))
                    label { (call.text("web-field-authority-address")) input type="url" name="authority-address" maxlength="2000" autocomplete="off" placeholder="https://" required; }
                    (algorithm(call))
                    (roots(call))
                    div.row { button.btn.main { (call.text("web-stamp-ask-now")) } }
                }
            } @else { p.muted { (call.text("web-stamp-office")) } }
            h3 { (call.text("web-stamp-file")) }
            ol.steps {
                li { (call.text("web-stamp-file-question"))
                    form.fields method="post" action=(call.at("seals/question")) { (token(call)) (algorithm(call)) div.row { button.btn { (call.text("web-stamp-file-get")) } } } }
                li { p { (call.text("web-stamp-file-carry")) } }
                li { (call.text("web-stamp-file-answer"))
                    form.fields method="post" action=(call.at("seals/answer")) enctype="multipart/form-data" {
                        (token(call))
                        label { (call.text("web-field-tsa-answer")) input type="file" name="tsa-answer" required; }
                        label { (call.text("web-field-authority")) input name="authority" maxlength="200" autocomplete="off" required; }
                        (roots(call))
                        div.row { button.btn { (call.text("web-stamp-file-bring")) } }
                    } }
            }
        },
    )
}

/// A second party, who signs without seeing the case.
fn cosign(call: &Call<'_>, heads: &Heads) -> Markup {
    let mut known: Vec<&str> =
        heads.signed.iter().flat_map(|head| &head.cosigned).map(|one| one.key.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    card(
        "cosign",
        &call.text("web-cosign"),
        &html! {
            p { (call.text("web-cosign-what")) }
            p.note { (call.text("web-cosign-leaves")) }
            ol.steps {
                li { (call.text("web-cosign-request"))
                    form.fields method="post" action=(call.at("seals/request")) {
                        (token(call))
                        label { (call.text("web-field-for-cosigner")) input.mono name="for-cosigner" maxlength="400" autocomplete="off" list="known-cosigners"; }
                        div.row { button.btn { (call.text("web-cosign-get")) } }
                    }
                    p { (call.text("web-cosign-key")) } p.mono.key { (heads.key) } }
                li { p { (call.text("web-cosign-there")) } }
                li { (call.text("web-cosign-bring"))
                    form.fields method="post" action=(call.at("seals/cosignature")) enctype="multipart/form-data" {
                        (token(call))
                        label { (call.text("web-field-cosigned")) input type="file" name="cosigned"; }
                        label { (call.text("web-field-cosigned-text")) textarea.mono name="cosigned-text" rows="3" maxlength="100000" {} }
                        label { (call.text("web-field-cosigner")) input.mono name="cosigner" maxlength="400" autocomplete="off" list="known-cosigners" required; }
                        datalist #known-cosigners { @for key in &known { option value=(key) {} } }
                        div.row { button.btn { (call.text("web-cosign-take")) } }
                    } }
            }
        },
    )
}

/// A moment that a clock elsewhere told.
fn told(call: &Call<'_>, at: Instant, source: TimeSource) -> String {
    moment(call, Stamp { at, source })
}

/// Every signed head, the last first, with who vouched for it.
fn signed(call: &Call<'_>, heads: &Heads) -> Markup {
    card(
        "heads",
        &call.text("web-seals-signed"),
        &html! {
            @if heads.signed.is_empty() { p.muted { (call.text("web-seals-signed-none")) } }
            @for head in heads.signed.iter().rev().take(SHOWN) { (one(call, head)) }
            @if heads.signed.len() > SHOWN { p.muted { (call.say("web-custody-more", &[("count", (heads.signed.len() - SHOWN).into())])) } }
        },
    )
}

fn one(call: &Call<'_>, head: &SignedHead) -> Markup {
    html! {
        article.fact id={"e-" (head.entry)} {
            h3 { (call.say("web-seals-one", &[("size", head.size.into())])) }
            p.small.muted { (moment(call, head.at)) " · #" (head.entry) }
            @if !head.agrees { p.trouble { span aria-hidden="true" { "✗ " } (call.text("web-seals-one-amiss")) } }
            @if head.stamped.is_empty() && head.cosigned.is_empty() { p.small.muted { (call.text("web-seals-one-alone")) } }
            ul.dots {
                @for stamp in &head.stamped { li {
                    @match stamp.latest {
                        Some(latest) => (call.say("web-seals-one-stamped", &[("authority", safe_text(&stamp.authority).into()), ("time", told(call, latest, TimeSource::Authority).into())])),
                        None => (safe_text(&stamp.authority)),
                    }
                    " " a.ev href={(call.at("evidence")) "#" (stamp.token)} { (stamp.token) }
                } }
                @for one in &head.cosigned { li {
                    @match one.time {
                        Some(time) => (call.say("web-seals-one-cosigned", &[("name", safe_text(&one.name).into()), ("time", told(call, time, TimeSource::Declared).into())])),
                        None => (safe_text(&one.name)),
                    }
                } }
            }
        }
    }
}

/// What was stamped just now: since when at the latest, and whether the answer leads to a root that was brought along.
pub(crate) fn stamped(call: &Call<'_>, kept: &StampedLog) -> Reply {
    let latest = kept.report.statement.as_ref().map(|statement| statement.latest.rounded_up());
    let time = latest.map(|at| told(call, at, TimeSource::Authority)).unwrap_or_default();
    let body = html! {
        (card("stamped", &call.text("web-stamped"), &html! {
            p { b { (call.say("web-stamped-what", &[("item", kept.item.to_string().into()), ("time", time.into())])) } }
            p { @match &kept.report.root {
                Some(root) => (call.say("web-stamped-root", &[("root", safe_text(&root.subject).into())])),
                None => (call.text("web-stamped-no-root")),
            } }
            p.muted { (call.text("web-stamped-next")) }
        }))
        div.row { a.btn.main href=(call.at("seals")) { (call.text("web-stamped-back")) } a.btn href=(call.at("bundle")) { (call.text("web-nav-bundle")) } }
    };
    Reply::Page(Leaf::new(call.text("web-nav-seals"), None, body))
}
