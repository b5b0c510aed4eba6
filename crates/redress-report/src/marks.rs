//! The marks: two half-discs for answers, squares for routes, a small square for evidence.

use maud::{Markup, PreEscaped, html};
use redress_base::{Place, Span, Truth, Value};
use redress_remedies::State;
use redress_words::Words;

/// The mark of an interval: left half the worst reading, right half the best. Filled is shown, dashed is
/// missing, open is not shown. It reads without colour and in print.
pub(crate) fn glyph(words: &Words, value: Value) -> Markup {
    html! {
        svg.g viewBox="0 0 16 16" role="img" aria-label=(words.value(value)) { (PreEscaped(drawn(value))) }
    }
}

/// The same mark where its word stands beside it: who does not see it hears the word, and hears it once.
pub(crate) fn sign(value: Value) -> Markup {
    html! { svg.g viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(drawn(value))) } }
}

fn drawn(value: Value) -> String {
    match (value.worst(), value.best()) {
        (Truth::T, _) => r#"<circle cx="8" cy="8" r="6.5" fill="currentColor"/>"#.to_owned(),
        (_, Truth::F) => {
            r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 8h6" stroke="currentColor" stroke-width="1.5"/>"#.to_owned()
        }
        (Truth::U, Truth::U) => {
            r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 2.1"/><circle cx="8" cy="8" r="1.6" fill="currentColor"/>"#.to_owned()
        }
        (worst, best) => format!("{}{}", half(worst, "M8 2a6 6 0 0 0 0 12"), half(best, "M8 2a6 6 0 0 1 0 12")),
    }
}

fn half(truth: Truth, path: &str) -> String {
    match truth {
        Truth::T => format!(r#"<path d="{path}z" fill="currentColor" stroke="currentColor"/>"#),
        Truth::U => format!(
            r#"<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.9"/>"#
        ),
        Truth::F => format!(r#"<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>"#),
    }
}

/// The answer as a chip: the mark and its words.
pub fn chip(words: &Words, value: Value) -> Markup {
    html! { span class={"chip " (class(value))} { (sign(value)) (words.value(value)) } }
}

/// The word by which the style sheet colours an answer.
pub(crate) const fn class(value: Value) -> &'static str {
    match value {
        Value::TT => "made",
        Value::FF => "not",
        Value::UU | Value::UT => "miss",
        _ => "disp",
    }
}

/// The state of a route: a square, so that it is not taken for an answer.
pub fn state(words: &Words, state: State) -> Markup {
    let (class, path) = match state {
        State::Open => ("open", "M4 8h7M8 5l3 3-3 3"),
        State::Waiting => ("wait", "M8 4.5V8l2.4 1.6M8 2.2a5.8 5.8 0 1 0 .01 0"),
        State::Closed => ("shut", "M4 4v8M12 4v8M4 8h8"),
        State::Unknown => ("unk", "M6 6.2a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.3M8 11.4v.2"),
    };
    html! {
        span class={"state " (class)} {
            svg.g viewBox="0 0 16 16" aria-hidden="true" {
                path d=(path) fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" {}
            }
            (words.say(state.code(), &[]))
        }
    }
}

/// A link to the place in the evidence, as a person says it: `item-000017 row 212`. It ends in the
/// evidence list; the bytes and the field stand in the table of parts.
pub(crate) fn evidence(words: &Words, span: &Span) -> Markup {
    let item = span.item.to_string();
    let text = match &span.place {
        Place::Whole => item,
        Place::Bytes { start, .. } => {
            words.say("report-place-bytes", &[("item", item.into()), ("start", (*start).into())])
        }
        Place::Row { row, .. } => {
            words.say("report-place-row", &[("item", item.into()), ("row", (*row).into())])
        }
        Place::Record { table, rowid, .. } => words.say(
            "report-place-record",
            &[("item", item.into()), ("table", table.as_str().into()), ("rowid", (*rowid).into())],
        ),
    };
    html! { a.ev href={"#" (span.item)} { (text) } }
}

/// The same link with the bytes and the field, as files and `redress explain` name it.
pub(crate) fn exact(span: &Span) -> Markup {
    html! { a.ev href={"#" (span.item)} { (redress_words::safe_text(&span.to_string())) } }
}

/// A link to a figure of the page.
pub(crate) fn figure(words: &Words, id: &str) -> Markup {
    html! { a.ev href={"#" (id)} { (words.say("report-the-figure", &[("id", id.into())])) } }
}

/// A short row of links: the first few places and how many more there are.
pub(crate) fn places<'s>(words: &Words, spans: impl Iterator<Item = &'s Span>, total: u64) -> Markup {
    const SHOWN: usize = 3;
    let mut shown: Vec<&Span> = Vec::new();
    for span in spans {
        if shown.len() < SHOWN && !shown.contains(&span) {
            shown.push(span);
        }
    }
    let more = total.saturating_sub(u64::try_from(shown.len()).unwrap_or(u64::MAX));
    html! {
        span.evs {
            @if shown.is_empty() { span.faint { (words.say("report-no-source", &[])) } }
            @for span in &shown { (evidence(words, span)) " " }
            @if more > 0 && !shown.is_empty() { span.faint { (words.say("report-more-places", &[("count", more.into())])) } }
        }
    }
}
