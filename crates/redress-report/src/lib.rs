//! The explained result as one self-contained page, with charts as SVG.
//!
//! - **Takes**: a [`CaseResult`] or a paper, the [`Excerpts`] that the person asked for, and [`Words`].
//! - **Gives**: [`page`]: HTML that needs no script, loads nothing, prints on A4 and reads on a phone;
//!   [`part`]: one part of it, for pages of their own; [`fn@paper`]: a paper without pictures as a page.
//! - **Knows**: base, posts, facts, law, remedies, analysis, case, charts, documents, paper, words.
//! - **Never**: shows the words of a post outside a closed fold, or a handle at all; never a figure
//!   without its place in the evidence; never the order of routes as advice.
//! - **Source**: the workbench design language (calm, honest, sparing; the mark of two half-discs).

mod chart;
mod excerpt;
mod marks;
mod page;
mod paper;
mod say;

pub use chart::{Tally, bars, columns, timeline};
pub use excerpt::{Excerpt, Excerpts};
pub use marks::{chip, state};
pub use page::{
    Floor, Part, STYLE, evidence, figure_name, floor_answer, floor_source, floors, names, page, part,
    patterns, role, statement_name,
};
pub use paper::paper;
pub use say::{datum, mark, want};

#[cfg(doc)]
use {redress_case::CaseResult, redress_words::Words};
