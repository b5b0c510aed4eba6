//! The seal of an item, drawn: four notches for four claims, and in words what each of them says. Origin is never one.

use crate::call::Call;
use maud::{Markup, html};
use redress_words::safe_text;
use redress_workbench::{Integrity, Seal};

/// The four claims of one item, in the order of the notches: whether each holds, and its sentence.
fn claims(call: &Call<'_>, seal: &Seal) -> [(bool, String); 4] {
    let integrity = match seal.integrity {
        Integrity::Unread => "web-seal-unread",
        Integrity::Holds => "web-seal-whole",
        Integrity::Differs => "web-seal-differs",
        Integrity::Missing => "web-seal-missing",
    };
    let stamped = if seal.stamped.is_empty() {
        call.text("web-seal-not-stamped")
    } else {
        call.say("web-seal-stamped", &[("authority", safe_text(&seal.stamped.join(" · ")).into())])
    };
    let plain = |holds: bool, yes: &str, no: &str| (holds, call.text(if holds { yes } else { no }));
    [
        (seal.integrity == Integrity::Holds, call.text(integrity)),
        // That a stamp is on file is not yet that it holds, and so no notch of its own.
        (false, stamped),
        plain(seal.included, "web-seal-included", "web-seal-not-included"),
        // In no signed head yet, and in heads that do not agree, are two things.
        plain(
            seal.grown,
            "web-seal-grown",
            if seal.included { "web-seal-heads-differ" } else { "web-seal-not-grown" },
        ),
    ]
}

/// The seal of one item. Its notches are drawn for whoever sees them, and said for everybody.
pub(crate) fn mark(call: &Call<'_>, seal: &Seal) -> Markup {
    const NOTCHES: [&str; 4] = ["M11 3.5h8", "M26.5 11v8", "M11 26.5h8", "M3.5 11v8"];
    let claims = claims(call, seal);
    html! {
        details.seal-of {
            summary {
                svg viewBox="0 0 30 30" width="26" height="26" aria-hidden="true" {
                    rect x="3.5" y="3.5" width="23" height="23" rx="2.5" {}
                    @for ((holds, _), notch) in claims.iter().zip(NOTCHES) { @if *holds { path d=(notch) {} } }
                }
                " " (call.say("web-seal-count", &[("count", claims.iter().filter(|(holds, _)| *holds).count().into())]))
                span.vh { " " (seal.item) }
            }
            ul.small { @for (holds, said) in &claims { li { span aria-hidden="true" { @if *holds { "✓ " } @else { "– " } } (said) } } }
        }
    }
}

/// What came out where the bytes of every item were read again: those that are not what was sealed first.
pub(crate) fn checked(call: &Call<'_>, seals: &[Seal]) -> Markup {
    let bad: Vec<&Seal> = seals.iter().filter(|seal| seal.integrity != Integrity::Holds).collect();
    let held = seals.len() - bad.len();
    html! {
        section.card.refused[!bad.is_empty()] #checked role=[(!bad.is_empty()).then_some("alert")] aria-labelledby="h-checked" {
            h2 #h-checked { (call.text("web-seal-checked")) }
            p { b { @if bad.is_empty() { (call.say("web-seal-all-hold", &[("count", held.into())])) } @else { (call.say("web-seal-some-fail", &[("count", bad.len().into()), ("held", held.into())])) } } }
            @if !bad.is_empty() {
                ul { @for seal in bad { li { b { (seal.item) } " " (call.text(if seal.integrity == Integrity::Missing { "web-seal-missing" } else { "web-seal-differs" })) } } }
                p { (call.text("web-seal-leave")) }
            }
            p.muted { (call.text("web-seal-limit")) }
        }
    }
}
