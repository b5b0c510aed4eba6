//! A paper as a value: what stands on it, block by block, before anybody typesets it.
//!
//! - **Takes**: the fixed words of a form ([`FormText`]) and, through the [`Pen`], values of its input.
//! - **Gives**: a [`Paper`]: blocks of runs, pictures by name, figures with their exhibits, and what is [`Missing`].
//! - **Knows**: base, words.
//! - **Never**: knows points, faces or pages, except where a page of the evidence volume is quoted; fills a gap.
//! - **Source**: 法〔2025〕82号 (2025-07-14): a form keeps its layout and elements; GB/T 9704-2012 for the order of blocks.

mod figure;
mod paper;
mod pen;
mod run;
mod text;

pub use figure::{ExhibitRef, FigureRef, PageSpan, PaperFigure};
pub use paper::{Align, Block, Cell, Edition, Fixed, Missing, PAPER_SCHEMA, Paper, Picture, Standing};
pub use pen::Pen;
pub use run::{Run, Style};
pub use text::{FormText, Words};
