//! Figures on paper: a number, and where in the evidence it can be counted again.

use redress_base::{Count, ItemId, Stamp, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Pages of the evidence volume, both included, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageSpan {
    /// First page.
    pub first: u32,
    /// Last page.
    pub last: u32,
}

/// An exhibit that a paper points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExhibitRef {
    /// Its number in the evidence list, from 1.
    pub number: u32,
    /// The sealed item.
    pub item: ItemId,
    /// Where it stands in the evidence volume, where it is printed there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<PageSpan>,
}

/// A number of a form's input. It is never typed by hand: it comes from a result by its id, and `recompute` compares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperFigure {
    /// Id of the figure in the result, such as `st-3f2a9c01.views`.
    pub figure: String,
    /// What is counted.
    pub unit: Unit,
    /// How many: an interval.
    pub count: Count,
    /// How many when only exact copies are counted, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Count>,
    /// When it was last seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Stamp>,
    /// The exhibits that it was counted from: of those that the result lists, at most the first few.
    pub exhibits: Vec<ExhibitRef>,
    /// How many more of them there are.
    #[serde(default, skip_serializing_if = "none")]
    pub more: u64,
}

// The signature that serde asks for.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn none(more: &u64) -> bool {
    *more == 0
}

/// What a printed number points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureRef {
    /// Id of the figure.
    pub figure: String,
    /// Where it was counted.
    pub exhibits: Vec<ExhibitRef>,
}
