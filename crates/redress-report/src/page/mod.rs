//! The page: its frame, and its parts in the order in which they are to be read.

mod established;
mod gate;
mod kept;
mod limits;
mod measured;
mod missing;
mod routes;

use crate::Excerpts;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_case::CaseResult;
use redress_words::{Language, Words};

/// Forbids everything but the page's own styles: no script, no frame, no request leaves it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The whole page as HTML, ending in a line end. The same input gives the same bytes.
pub fn page(result: &CaseResult, excerpts: &Excerpts, words: &Words) -> String {
    let title = words.say("report-title", &[("cover", result.cover.as_str().into())]);
    let body = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                a.skip href="#protected" { (words.say("report-skip", &[])) }
                (top(result, words))
                main {
                    (head(result, words))
                    (gate::section(result, words))
                    (kept::section(result, words))
                    (measured::section(result, excerpts, words))
                    (established::section(result, words))
                    (missing::section(result, words))
                    (routes::section(result, words))
                    (kept::list(result, words))
                    (limits::section(result, words))
                }
            }
        }
    };
    let mut text = body.into_string();
    text.push('\n');
    text
}

fn top(result: &CaseResult, words: &Words) -> Markup {
    let parts = ["protected", "kept", "measured", "established", "missing", "routes", "evidence", "limits"];
    html! {
        header.top {
            div.brand { span.seal aria-hidden="true" { "证" } b { (if words.language() == Language::En { "redress" } else { "明证" }) } }
            span.cover { (result.cover) }
            nav aria-label=(words.say("report-contents", &[])) {
                @for part in parts { a href={"#" (part)} { (words.say(&format!("report-nav-{part}"), &[])) } }
            }
        }
    }
}

fn head(result: &CaseResult, words: &Words) -> Markup {
    html! {
        div.head {
            h1 { (result.cover) }
            p { (words.say("report-lead", &[("at", words.instant(result.as_of.at).into())])) }
        }
    }
}

/// A section with its heading and what stands beside it.
pub(crate) fn card(words: &Words, id: &str, body: &Markup) -> Markup {
    html! {
        section.card id=(id) aria-labelledby={"h-" (id)} {
            header {
                h2 id={"h-" (id)} { (words.say(&format!("report-head-{id}"), &[])) }
                span.aside { (words.say("report-on-the-material", &[])) }
            }
            (body)
        }
    }
}

/// A label in the language of the page.
pub(crate) fn label<'l>(words: &Words, zh: &'l str, en: &'l str) -> &'l str {
    if words.language() == Language::ZhHans { zh } else { en }
}

/// What something is about, as it is shown: the case, or a statement that the page links to.
pub(crate) fn scope(words: &Words, scope: &redress_facts::Scope) -> Markup {
    match scope {
        redress_facts::Scope::Case => html! { (words.say("report-scope-case", &[])) },
        redress_facts::Scope::Statement(id) => html! { a.mono href={"#" (id)} { (id) } },
    }
}
