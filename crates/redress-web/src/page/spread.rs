//! How far it spread: reach against the law's numbers with what is uncertain, the timeline, and who forwarded what.

use super::platforms::{self, OfStatement};
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{folded, part};
use maud::html;
use redress_analysis::{Figure, Pace, RepostTree, StagesOf, Timeline};
use redress_report::Part;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The spread as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Spread) };

/// Figures and timelines.
#[derive(Serialize, JsonSchema)]
struct Spread<'r> {
    /// Every figure, with its parts.
    figures: &'r [Figure],
    /// Posts per hour: `"case"` and each statement that was taken up.
    timelines: &'r BTreeMap<String, Timeline>,
    /// The stages of each timeline in which a post has a date: the same as in the papers.
    stages: BTreeMap<&'r str, StagesOf>,
    /// On which platforms the posts, and those of each statement that was taken up, were found.
    platforms: Vec<OfStatement>,
    /// Repost trees, the largest first: what was captured, and no count of all reposts.
    trees: &'r [RepostTree],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let (figures, timelines) = (&loaded.result.figures, &loaded.result.timelines);
    let stages = timelines.iter().filter_map(|(name, line)| Some((name.as_str(), Pace::of(line)?.divided())));
    let stages = stages.collect();
    let platforms = platforms::list(&loaded);
    super::value(&Spread { figures, timelines, stages, platforms, trees: loaded.read.trees.list() })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let body = html! {
        (part(call, Part::Measured, &loaded.result))
        (folded(&call.text("web-platforms"), &platforms::table(call, &loaded)))
        (folded(&call.text("web-trees"), &super::tree::trees(call, &loaded)))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-spread"), Some(call.text("web-spread-lead")), body)))
}
