//! What sealing shows and what it cannot show, in five separate lines, and how to check.

use super::card;
use maud::{Markup, html};
use redress_case::CaseResult;
use redress_words::Words;

/// Five lines, never one.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let lines = ["integrity", "inclusion", "append-only", "existed-by", "origin"];
    let body = html! {
        dl.limits {
            @for line in lines {
                dt { (words.say(&format!("report-limit-{line}"), &[])) }
                dd { (words.say(&format!("report-limit-{line}-why"), &[])) }
            }
        }
        p { (words.say("report-verify", &[])) }
        pre.mono { "redress verify BUNDLE\nredress recompute BUNDLE\nsha256sum -c manifest-sha256.txt" }
        p.small.faint {
            (words.say("report-made-by", &[("software", result.software.as_str().into()), ("entries", result.ledger_entries.into())]))
            " " span.mono { (result.ledger_head) }
        }
    };
    card(words, "limits", &body)
}
