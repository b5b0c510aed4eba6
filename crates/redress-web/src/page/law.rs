//! The law on this case: protected speech first, then every answer with its reasons, what would change it, the text used.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::part;
use maud::html;
use redress_case::{MissingRow, OutcomeRow, ProtectedRow};
use redress_report::Part;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

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

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let body = html! {
        (part(call, Part::Protected, result))
        (part(call, Part::Established, result))
        div #missing { (part(call, Part::Missing, result)) }
        (part(call, Part::Law, result))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-law"), Some(call.text("web-law-lead")), body)))
}
