//! The bundle: what it holds, its key, and how it is packed and checked by anybody.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::{card, part, token};
use maud::html;
use redress_report::Part;
use redress_rights::{Object, UseCase};
use redress_workbench::log_key;

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    // The verifier's half of the key, which is there to be given away.
    let key = call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |desk| {
        log_key(&loaded.state.case_id, desk.store.signing_seed()?)
    })?;
    let body = html! {
        (card("bundle", &call.text("web-bundle"), &html! {
            p { (call.say("web-bundle-holds", &[("items", result.kept.totals.items.into()), ("entries", loaded.state.entries.into())])) }
            p.muted { (call.text("web-bundle-unmasked")) }
            @if result.kept.items.is_empty() { p { (call.text("web-empty")) } }
            @else { form method="post" action=(call.at("bundle/pack")) { (token(call)) button.btn.main { (call.text("web-bundle-pack")) } } }
            p { (call.text("web-bundle-key")) }
            p.mono { (key) }
            p.muted { (call.text("web-bundle-how")) }
            pre tabindex="0" { "unzip " (call.case()) "-bundle.zip\nredress verify " (call.case()) "-bundle --key KEY\nredress recompute " (call.case()) "-bundle" }
        }))
        (part(call, Part::Limits, result))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-bundle"), Some(call.text("web-bundle-lead")), body)))
}
