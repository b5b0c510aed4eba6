//! No boxes on paper: every character is looked up before anything is set, and every glyph is looked at afterwards.

use crate::fonts::Faces;
use crate::runs;
use crate::visible::{Piece, needs_no_glyph, pieces};
use redress_base::{Fault, Finding, Refusal};
use redress_paper::{Block, Paper, Picture};
use std::collections::{BTreeMap, BTreeSet};
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use unicode_segmentation::UnicodeSegmentation;

/// Looks every character of a paper up.
///
/// # Errors
/// `Input` where no face has one: which, in which block and row (both from 1; row 0 where it is no table).
pub(crate) fn look_up(paper: &Paper, faces: &Faces) -> Result<(), Refusal> {
    let mut lacking = Lacking { faces, first: None, all: BTreeSet::new() };
    for missing in &paper.missing {
        let asked = missing.asked_by.as_deref().unwrap_or_default();
        for text in [&missing.label.zh, &missing.label.en, asked] {
            lacking.text(text, 0, 0);
        }
    }
    for (index, block) in paper.blocks.iter().enumerate() {
        lacking.block(block, index + 1);
        if let Block::Picture { id, .. } = block
            && let Some(Picture::Svg { svg }) = paper.pictures.get(id)
        {
            lacking.text(svg, index + 1, 0);
        }
    }
    match lacking.first {
        None => Ok(()),
        Some((char, block, row)) => {
            let finding = Finding::error("typeset-glyph-missing")
                .with("character", char.to_string())
                .with("number", format!("U+{:04X}", u32::from(char)))
                .with("block", block)
                .with("row", row)
                .with("others", lacking.all.len() - 1);
            Err(finding.refuse(Fault::Input))
        }
    }
}

struct Lacking<'a> {
    faces: &'a Faces,
    first: Option<(char, usize, usize)>,
    all: BTreeSet<char>,
}

impl Lacking<'_> {
    fn text(&mut self, text: &str, block: usize, row: usize) {
        for piece in pieces(text) {
            let (Piece::Text(text) | Piece::Escape(text)) = piece else { continue };
            for char in text.chars().filter(|&char| !needs_no_glyph(char) && !self.faces.cover(char)) {
                self.first.get_or_insert((char, block, row));
                self.all.insert(char);
            }
        }
    }

    fn block(&mut self, block: &Block, number: usize) {
        // Words of somebody else are printed whatever they hold: what no face has, by its number.
        let own = runs::of(block).into_iter().filter(|(_, run)| !runs::from_outside(run.style));
        own.for_each(|(row, run)| self.text(&run.text, number, row));
    }
}

/// Every text that was set as a box, with its sheet. A sequence may have no glyph although each of its characters has one.
pub(crate) fn boxes(document: &PagedDocument) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (index, page) in document.pages().iter().enumerate() {
        boxed(&page.frame, &mut |text| {
            found.entry(text.to_owned()).or_insert(index + 1);
        });
    }
    found
}

fn boxed(frame: &Frame, found: &mut dyn FnMut(&str)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => boxed(&group.frame, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    found(around(&text.text, usize::from(glyph.range.start)));
                }
            }
            _ => {}
        }
    }
}

/// What a reader sees as one character at a place of a text: a letter is not numbered elsewhere because of a mark that no
/// face puts on it here.
fn around(text: &str, at: usize) -> &str {
    let mut before = text.grapheme_indices(true).take_while(|(from, _)| *from <= at);
    before.by_ref().last().map_or(text, |(_, grapheme)| grapheme)
}

/// Refuses a paper on which a sequence that a person wrote was set as a box: which, on which sheet, in which block and row.
pub(crate) fn refuse(paper: &Paper, text: &str, sheet: usize) -> Refusal {
    let own = paper.blocks.iter().enumerate().flat_map(|(at, block)| {
        let own = runs::of(block).into_iter().filter(|(_, run)| !runs::from_outside(run.style));
        own.map(move |(row, run)| (at + 1, row, run))
    });
    let mut own = own.filter(|(_, _, run)| run.text.contains(text));
    let (block, row) = own.next().map_or((0, 0), |(block, row, _)| (block, row));
    let numbers = text.chars().map(|one| format!("U+{:04X}", u32::from(one))).collect::<Vec<_>>().join(" ");
    let finding = Finding::error("typeset-sequence-missing").with("text", text).with("numbers", numbers);
    finding.with("sheet", sheet).with("block", block).with("row", row).refuse(Fault::Input)
}
