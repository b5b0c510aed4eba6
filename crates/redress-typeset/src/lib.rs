//! Papers as PDF, DOCX and pictures of pages.
//!
//! - **Takes**: a [`Paper`](redress_paper::Paper), the bytes of the exhibits that it shows, and further faces where a
//!   person names some.
//! - **Gives**: PDF/A-2b with tags, DOCX, pictures of pages, and the page on which each mark stands.
//! - **Knows**: base, paper.
//! - **Never**: reads a clock, a disk, a font of the machine or the network; prints a box for a character it has no
//!   glyph for: it names the character.
//! - **Source**: ISO 19005-2:2011 (PDF/A-2b), ISO 14289-1 (tags), ECMA-376 (DOCX), GB/T 9704-2012 (the page).

mod docx;
mod extent;
mod fonts;
mod glyphs;
mod pdf;
mod runs;
mod together;
mod undrawn;
mod visible;

pub use docx::{Rasters, docx};
pub use pdf::{Difference, Exhibits, Printed, Typesetter, compare, in_greys};
pub use undrawn::Undrawn;
