//! What sealing shows and what it cannot show, in five separate lines, and how to check.

use super::frame::Page;
use maud::{Markup, html};

/// Five lines, never one.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let lines = ["integrity", "inclusion", "append-only", "existed-by", "origin"];
    let body = html! {
        dl.limits {
            @for line in lines {
                dt { (page.text(&format!("report-limit-{line}"))) }
                dd { (page.text(&format!("report-limit-{line}-why"))) }
            }
        }
        p { (page.text("report-verify")) }
        pre.mono tabindex="0" { "redress verify BUNDLE\nredress recompute BUNDLE\nsha256sum -c manifest-sha256.txt" }
    };
    page.card("limits", &body)
}
