//! Help: each page in plain words, and where else somebody can turn.

use crate::call::Call;
use crate::crisis;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::html;

/// The pages that are explained.
const EXPLAINED: [&str; 13] = [
    "overview",
    "evidence",
    "posts",
    "statements",
    "spread",
    "people",
    "facts",
    "law",
    "routes",
    "procedure",
    "papers",
    "bundle",
    "history",
];

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = html! {
        (card("pages", &call.text("web-help-pages"), &html! { dl.limits { @for page in EXPLAINED { dt { (call.text(&format!("web-nav-{page}"))) } dd { (call.text(&format!("web-help-{page}"))) } } } }))
        (card("keys", &call.text("web-help-keys"), &html! { ul.dots { @for code in ["web-key-leave", "web-key-move", "web-key-choose", "web-key-reveal", "web-key-search"] { li { (call.text(code)) } } } }))
        (card("lines", &call.text("web-lines"), &crisis::all(call)))
        (card("leave", &call.text("web-help-leave"), &html! { p { (call.text("web-help-leave-what")) } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-help"), Some(call.text("web-help-lead")), body)))
}
