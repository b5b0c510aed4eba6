//! Views (点击、浏览): how often the platform says that the statement's posts were viewed.
//!
//! See docs/measures/views.md.

use crate::figure::{Figure, Name};
use crate::ground::{Ground, Number};
use crate::reach::Drawn;
use crate::statements::Statement;
use redress_base::Unit;

/// The displayed figure of one statement.
pub(crate) fn figure(ground: &Ground<'_>, reach: &Drawn, of: (Number, &Statement)) -> Option<Figure> {
    let scope = ground.scope(of.0);
    reach.sum(ground, of, &Name { scope: &scope, suffix: "views", measure: "views", unit: Unit::Views })
}
