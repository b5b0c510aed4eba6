//! What sealing shows and what it cannot show, in the seven lines of the verifier, and how to check.

use super::frame::Page;
use maud::{Markup, html};

/// How somebody can check what they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// With commands: the page lies in the bundle itself, and whoever has it has a bundle in front of them.
    Commands,
    /// In words: the part stands in a workbench, where nobody is ordered to a command line.
    Words,
}

/// Seven lines, never one: the claims of the verifier, in its order.
pub(crate) fn section(page: &Page<'_>, check: Check) -> Markup {
    let lines = ["integrity", "inclusion", "append-only", "existed-by", "signer", "corroboration", "origin"];
    let body = html! {
        dl.limits {
            @for line in lines {
                dt { (page.text(&format!("report-limit-{line}"))) }
                dd { (page.text(&format!("report-limit-{line}-why"))) }
            }
        }
        @match check {
            Check::Commands => {
                p { (page.text("report-verify")) }
                pre.mono tabindex="0" { "redress verify BUNDLE\nredress recompute BUNDLE\nsha256sum -c manifest-sha256.txt" }
            },
            Check::Words => p { (page.text("report-verify-words")) },
        }
    };
    page.card("limits", &body)
}
