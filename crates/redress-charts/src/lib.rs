//! Axes in exact arithmetic, and drawings that print: black, grey and hatching.
//!
//! - **Takes**: whole numbers, and words that somebody else said.
//! - **Gives**: a [`Scale`] from 0; a [`Drawing`] as SVG with attributes alone: no classes, no script, no colour.
//! - **Knows**: no other room.
//! - **Never**: cuts an axis off below, computes with fractions, lets a text steer what reads the drawing.
//! - **Source**: SVG 1.1 (Second Edition) 9, 10; XML 1.0 2.2 (characters).

mod drawing;
mod scale;

pub use drawing::{Anchor, Drawing, Fill, Stroke, text_width};
pub use scale::Scale;
