//! The law on this case: protected speech first, then every answer with its reasons, what would change it, the text used.

use super::book::{by_address, there};
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, folded, part};
use maud::{Markup, html};
use redress_case::{CaseResult, MissingRow, OutcomeRow, ProtectedRow};
use redress_law::{Provision, address};
use redress_report::Part;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The law on this case as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Answers) };

/// What the rules answer on the material in this file.
#[derive(Serialize, JsonSchema)]
struct Answers<'r> {
    /// Protected speech, checked first (Guiding Opinions art 10, 2023-09-20).
    protected: &'r [ProtectedRow],
    /// Every rule that the facts touch.
    outcomes: &'r [OutcomeRow],
    /// What would change it.
    missing: &'r [MissingRow],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    super::value(&Answers {
        protected: &result.protected,
        outcomes: &result.outcomes,
        missing: &result.missing,
    })
}

/// What each article that answered says, in the book's words, with the way to its page.
fn articles(call: &Call<'_>, result: &CaseResult) -> Markup {
    let mut used: BTreeMap<String, &Provision> = BTreeMap::new();
    for row in &result.outcomes {
        let others = row.outcome.versions.iter().map(|one| &one.version);
        for version in row.outcome.version.iter().chain(others) {
            let found = by_address(&address(&version.article, version.in_force.from));
            used.extend(found.map(|one| (there(one), one)));
        }
    }
    html! {
        p.small.muted { (call.text("web-book-paraphrase")) }
        @for one in used.values() { details.article {
            summary { (call.words.article(&one.article)) " " span.muted { (call.label(&one.title)) } }
            p.law { (call.label(&one.paraphrase)) }
            p { a href=(there(one)) { (call.text("web-law-in-book")) span.vh { " " (call.words.article(&one.article)) } } }
        } }
    }
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let body = html! {
        (part(call, Part::Protected, result))
        (part(call, Part::Established, result))
        div #missing { (part(call, Part::Missing, result)) }
        (folded(&call.text("web-law-which"), &part(call, Part::Law, result)))
        (folded(&call.text("web-law-what-says"), &card("articles", &call.text("web-law-articles"), &articles(call, result))))
        p { a href=(call.at("similar")) { (call.text("web-nav-similar")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-law"), Some(call.text("web-law-lead")), body)))
}
