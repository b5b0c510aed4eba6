//! Likes (点赞): what the platform shows on the statement's posts. No rule counts them.
//!
//! See docs/measures/likes.md.

use crate::figure::{Figure, Name};
use crate::ground::{Ground, Number};
use crate::reach::Drawn;
use crate::statements::Statement;
use redress_base::Unit;

/// The displayed figure of one statement.
pub(crate) fn figure(ground: &Ground<'_>, reach: &Drawn, of: (Number, &Statement)) -> Option<Figure> {
    let scope = ground.scope(of.0);
    reach.sum(ground, of, &Name { scope: &scope, suffix: "likes", measure: "likes", unit: Unit::Likes })
}
