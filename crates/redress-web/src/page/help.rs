//! Help: each page in plain words, and where else somebody can turn.

use super::origins::ORIGINS;
use crate::call::Call;
use crate::crisis;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{at_home, card};
use maud::html;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The pages that are explained.
const EXPLAINED: [&str; 31] = [
    "cases",
    "overview",
    "evidence",
    "custody",
    "seals",
    "posts",
    "statements",
    "spread",
    "people",
    "facts",
    "law",
    "routes",
    "similar",
    "procedure",
    "step",
    "record",
    "papers",
    "bundle",
    "verify",
    "cosign",
    "recompute",
    "hand-over",
    "history",
    "members",
    "receive",
    "register",
    "statistics",
    "publish",
    "book",
    "office-page",
    "settings",
];

/// What to do first, in this order.
const FIRST: [&str; 5] = ["begin", "bring", "take-up", "look", "papers"];

/// Words of the pages that are not everyday words, or mean something narrower here.
const WORDS: [&str; 7] = ["seal", "statement", "fact", "standing", "entry", "track", "bundle"];

/// Help as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Help) };

/// Every page in plain words.
#[derive(Serialize, JsonSchema)]
struct Help {
    /// In the order of the pages.
    pages: Vec<Explained>,
}

/// One page.
#[derive(Serialize, JsonSchema)]
struct Explained {
    /// Its word.
    page: &'static str,
    /// Its name.
    name: String,
    /// What it is for.
    what: String,
}

fn explained(call: &Call<'_>) -> Vec<Explained> {
    let one = |page: &'static str| {
        let what = call.text(&format!("web-help-{page}"));
        Explained { page, name: call.text(&format!("web-nav-{page}")), what }
    };
    EXPLAINED.into_iter().map(one).collect()
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Help { pages: explained(call) })
}

/// The page of an address, by the word under which it is explained.
pub(crate) fn page_of(path: &str) -> Option<&'static str> {
    let mut parts = path.trim_start_matches('/').split('/');
    let word = match (parts.next(), parts.next(), parts.next()) {
        // Where exhibits come from is explained with the chain that it goes into.
        (Some("c"), Some(_), Some("record")) if parts.next().is_some_and(|kind| ORIGINS.contains(&kind)) => {
            "custody"
        }
        (Some(""), ..) => "cases",
        (Some("c"), Some(_), None) => "overview",
        (Some("c"), Some(_), Some(page)) => page,
        (Some("law"), ..) => "book",
        (Some("office"), ..) => "office-page",
        (Some("statistics"), Some("publish"), _) => "publish",
        (Some(page), ..) => page,
        (None, ..) => return None,
    };
    // What an act shows belongs to the page that it was sent from.
    let word = if word == "add" { "evidence" } else { word };
    EXPLAINED.into_iter().find(|page| *page == word)
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = html! {
        (card("first", &call.text("web-help-first"), &html! { p { (call.text("web-help-first-what")) } ol { @for step in FIRST { li { (call.text(&format!("web-first-{step}"))) } } } }))
        (card("words", &call.text("web-help-words"), &html! { dl.limits { @for word in WORDS { dt { (call.text(&format!("web-word-{word}"))) } dd { (call.text(&format!("web-word-{word}-means"))) } } } }))
        (card("pages", &call.text("web-help-pages"), &html! { dl.limits { @for one in explained(call) { dt id=(one.page) { (one.name) } dd { (one.what) } } } }))
        (card("closed", &call.text("web-help-closed"), &html! { p { (call.text("web-help-closed-what")) } pre tabindex="0" { "redress envelope open BUNDLE.zip.age KEY-FILE --out bundle.zip" } p { (call.text("web-help-closed-then")) } }))
        (card("keys", &call.text("web-help-keys"), &html! { ul.dots { @for code in ["web-key-leave", "web-key-move", "web-key-choose", "web-key-reveal", "web-key-search"] { li { (call.text(code)) } } } }))
        (card("lines", &call.text("web-lines"), &crisis::all(call)))
        (card("leave", &call.text("web-help-leave"), &html! { p { (call.text("web-help-leave-what")) } p { (call.text(at_home(call, "web-help-leave-stays", "web-office-leave-stays"))) } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-help"), Some(call.text("web-help-lead")), body)))
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn every_address_leads_to_its_own_words() {
        let pairs = [
            ("/", Some("cases")),
            ("/law/17", Some("book")),
            ("/statistics/published", Some("statistics")),
            ("/c/rd-1", Some("overview")),
            ("/c/rd-1/add", Some("evidence")),
            ("/c/rd-1/papers/evidence-list", Some("papers")),
            ("/c/rd-1/record/notice", Some("record")),
            ("/c/rd-1/record/capture", Some("custody")),
            ("/c/rd-1/custody/look", Some("custody")),
            ("/c/rd-1/seals/ask", Some("seals")),
            ("/c/rd-1/nowhere", None),
            ("/help", None),
            ("/office/log", Some("office-page")),
            ("/statistics/publish", Some("publish")),
            ("/c/rd-1/procedure/calendar", Some("procedure")),
        ];
        for (path, word) in pairs {
            assert_eq!(page_of(path), word, "{path}");
        }
    }
}
