//! Comments (评论): displayed by the platform, and captured one by one; kept apart.
//!
//! See docs/measures/comments.md. No rule of this version counts comments.

use crate::captured::Caught;
use crate::figure::{Figure, Name};
use crate::ground::{Ground, Number};
use crate::reach::Drawn;
use crate::statements::Statement;
use redress_base::Unit;

/// The displayed figure and the captured figure: those that exist.
pub(crate) fn figures(
    ground: &Ground<'_>,
    reach: &Drawn,
    caught: &Caught,
    of: (Number, &Statement),
) -> Vec<Figure> {
    let scope = ground.scope(of.0);
    let name = |suffix| Name { scope: &scope, suffix, measure: "comments", unit: Unit::Comments };
    let displayed = reach.sum(ground, of, &name("comments.displayed"));
    let captured = caught.figure(ground, of.0, &name("comments.captured"));
    [displayed, captured].into_iter().flatten().collect()
}
