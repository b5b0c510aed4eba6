//! The routes, side by side and at equal size. The program does not choose.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::part;
use maud::html;
use redress_remedies::Route;
use redress_report::Part;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The routes as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Routes) };

/// The routes.
#[derive(Serialize, JsonSchema)]
struct Routes<'r> {
    /// In fixed order.
    routes: &'r [Route],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Routes { routes: &call.loaded()?.result.routes })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let body = html! {
        // Twelve cards are long on a phone: each is led to, in the same order and at the same size.
        nav.contents aria-label=(call.text("web-contents")) { details {
            summary { (call.say("web-contents-count", &[("count", result.routes.len().into())])) }
            ol { @for route in &result.routes { li { a href={"#route-" (route.id)} { (call.text(route.id.code())) } " " (redress_report::state(call.words, route.state)) } } }
        } }
        (part(call, Part::Routes, result))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-routes"), Some(call.text("web-routes-lead")), body)))
}
