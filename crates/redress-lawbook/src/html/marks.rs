//! The mark of an answer: left half the worst reading, right half the best. It reads without colour and in print.

use crate::say::Say;
use maud::{Markup, PreEscaped, html};
use redress_base::{Truth, Value};

/// The mark alone, with its words for who cannot see it.
pub(crate) fn glyph(say: &Say<'_>, value: Value) -> Markup {
    let half = |truth: Truth, path: &str| match truth {
        Truth::T => format!(r#"<path d="{path}z" fill="currentColor" stroke="currentColor"/>"#),
        Truth::U => format!(
            r#"<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.9"/>"#
        ),
        Truth::F => format!(r#"<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>"#),
    };
    let mut inside = half(value.worst(), "M8 2a6 6 0 0 0 0 12") + &half(value.best(), "M8 2a6 6 0 0 1 0 12");
    if value == Value::FF {
        inside.push_str(r#"<path d="M5 8h6" stroke="currentColor" stroke-width="1.5"/>"#);
    } else if value == Value::UU {
        inside.push_str(r#"<circle cx="8" cy="8" r="1.6" fill="currentColor"/>"#);
    }
    let label = say.words.value(value);
    html! { svg class={"g g-" (class(value))} viewBox="0 0 16 16" role="img" aria-label=(label) { (PreEscaped(inside)) } }
}

/// The mark with its words.
pub(crate) fn answer(say: &Say<'_>, value: Value) -> Markup {
    html! { span class={"answer " (class(value))} { (glyph(say, value)) (say.words.value(value)) } }
}

/// The word by which the style sheet colours an answer.
const fn class(value: Value) -> &'static str {
    match value {
        Value::TT => "made",
        Value::FF => "not",
        Value::UU | Value::UT => "miss",
        _ => "disp",
    }
}
