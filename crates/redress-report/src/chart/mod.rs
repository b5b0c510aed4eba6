//! Charts as SVG, drawn here at the width at which they are shown: one for the desk, one for a phone.

mod interval;
mod timeline;

pub(crate) use interval::interval;
pub(crate) use timeline::timeline;

/// Width of a chart on a desk, in CSS pixels.
pub(crate) const DESK: i64 = 720;
/// Width of a chart on a phone.
pub(crate) const PHONE: i64 = 326;
