//! Protected speech, before everything else (Guiding Opinions art 10, in force 2023-09-20).

use super::{card, scope};
use crate::marks::chip;
use maud::{Markup, html};
use redress_case::CaseResult;
use redress_words::Words;

/// Which statements are set aside, and which question is still open.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let (aside, others): (Vec<_>, Vec<_>) = result.protected.iter().partition(|row| row.set_aside);
    let body = html! {
        div.gate {
            p { (words.say("report-gate-lead", &[])) }
            @if result.protected.is_empty() { p { (words.say("report-gate-none", &[])) } }
            @for row in &aside {
                p { b { (scope(words, &row.scope)) } " " (words.say("report-gate-aside", &[])) }
            }
        }
        div.lines {
            @for row in aside.iter().chain(&others) {
                div.line {
                    div { b { (scope(words, &row.scope)) } }
                    div.pair {
                        span.small { (words.say("report-gate-report", &[])) " " (chip(words, row.report)) }
                        span.small { (words.say("report-gate-criticism", &[])) " " (chip(words, row.criticism)) }
                    }
                }
            }
        }
        p.small.muted { (words.say("report-gate-rest", &[("count", result.statements_total.into())])) }
    };
    card(words, "protected", &body)
}
