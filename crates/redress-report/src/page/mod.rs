//! The page: its frame, and its parts in the order in which they are to be read.

mod claims;
mod duties;
mod established;
mod facts;
mod figures;
mod floors;
mod frame;
mod gate;
mod kept;
mod law;
mod limits;
mod measured;
mod missing;
mod part;
mod routes;

pub use figures::figure_name;
pub use floors::{Floor, floor_answer, floor_source, floors};
pub use frame::{names, statement_name};
pub use kept::role;
pub use part::{Part, STYLE, evidence, part, patterns};

use crate::Excerpts;
use frame::Page;
use limits::Check;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_case::CaseResult;
use redress_words::{Language, Words};

/// Forbids everything but the page's own styles: no script, no frame, no request leaves it.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/// The pattern of what the other side may contest, drawn once and used by every chart.
const PATTERNS: &str = r#"<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-bg" width="6" height="6"/><path class="hatch" d="M0 0v6" /></pattern></defs></svg>"#;
/// The parts of the page, in order.
const PARTS: [&str; 9] =
    ["protected", "kept", "measured", "established", "missing", "routes", "evidence", "law", "limits"];

/// The whole page as HTML, ending in a line end. The same input gives the same bytes.
pub fn page(result: &CaseResult, excerpts: &Excerpts, words: &Words) -> String {
    let page = Page::new(result, excerpts, words);
    let title = page.say("report-title", &[("cover", result.cover.as_str().into())]);
    let body = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#protected" { (page.text("report-skip")) }
                (PreEscaped(PATTERNS))
                (top(&page))
                main {
                    (head(&page))
                    (gate::section(&page))
                    (kept::section(&page))
                    (measured::section(&page))
                    (established::section(&page))
                    (missing::section(&page))
                    (routes::section(&page))
                    (kept::list(&page, &|_| html! {}, kept::Checks::Open))
                    (law::section(&page))
                    (limits::section(&page, Check::Commands))
                }
                footer.foot { (footer(&page)) }
            }
        }
    };
    let mut text = body.into_string();
    text.push('\n');
    text
}

fn top(page: &Page<'_>) -> Markup {
    let name = if page.words.language() == Language::En { "redress" } else { "明证" };
    html! {
        header.top {
            div.brand { span.seal aria-hidden="true" { "证" } b { (name) } }
            span.cover { (redress_words::safe_text(&page.result.cover)) }
            nav aria-label=(page.text("report-contents")) {
                @for part in PARTS { a href={"#" (part)} { (page.text(&format!("report-nav-{part}"))) } }
            }
        }
    }
}

fn head(page: &Page<'_>) -> Markup {
    let at = page.words.instant(page.result.as_of.at);
    html! {
        div.head {
            h1 { (redress_words::safe_text(&page.result.cover)) }
            p { (page.say("report-lead", &[("at", at.into())])) }
        }
    }
}

/// What the page was made from, so that a printed sheet can be matched with its bundle.
fn footer(page: &Page<'_>) -> Markup {
    let result = page.result;
    let args = [("software", result.software.as_str().into()), ("entries", result.ledger_entries.into())];
    html! { p { (page.say("report-made-by", &args)) " " span.mono { (result.ledger_head) } } }
}
