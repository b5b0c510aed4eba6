//! Charts as SVG, drawn here at the width at which they are shown: one for the desk, one for a phone.
//! Every axis starts at 0, every chart says in words what it shows.

mod interval;
mod tally;
mod timeline;

pub(crate) use interval::interval;
pub use tally::{Tally, bars, columns};
pub use timeline::timeline;

/// Width of a chart on a desk, in CSS pixels.
pub(crate) const DESK: i64 = 900;
/// Width of a chart on a phone.
pub(crate) const PHONE: i64 = 300;
