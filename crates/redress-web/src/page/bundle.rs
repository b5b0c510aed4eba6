//! The bundle: what it would hold, and how it is packed, verified and handed over.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::{card, part};
use maud::html;
use redress_report::Part;

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let body = html! {
        (card("bundle", &call.text("web-bundle"), &html! {
            p { (call.say("web-bundle-holds", &[("items", result.kept.totals.items.into()), ("entries", loaded.state.entries.into())])) }
            p.muted { (call.text("web-bundle-how")) }
            pre { "redress pack CASE bundle\nredress verify bundle\nredress recompute bundle" }
        }))
        (part(call, Part::Limits, result))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-bundle"), Some(call.text("web-bundle-lead")), body)))
}
