//! No boxes on paper: every character is looked up before anything is set, and every glyph is looked at afterwards.

use crate::fonts::Faces;
use crate::visible::{Piece, needs_no_glyph, pieces};
use redress_base::{Fault, Finding, Refusal};
use redress_paper::{Block, Paper, Picture, Run, Style};
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// Looks every character of a paper up.
///
/// # Errors
/// `Input` where no face has one: which, in which block and row (both from 1; row 0 where it is no table).
pub(crate) fn look_up(paper: &Paper, faces: &Faces) -> Result<(), Refusal> {
    let mut lacking = Lacking { faces, first: None, all: BTreeSet::new() };
    for missing in &paper.missing {
        let asked = missing.asked_by.as_deref().unwrap_or_default();
        for text in [&missing.label.zh, &missing.label.en, &missing.path, asked] {
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

    fn runs(&mut self, runs: &[Run], block: usize, row: usize) {
        // Words of somebody else are printed whatever they hold: what no face has, by its number.
        let own = runs.iter().filter(|run| run.style != Style::Quoted);
        own.for_each(|run| self.text(&run.text, block, row));
    }

    fn block(&mut self, block: &Block, number: usize) {
        match block {
            Block::Title { runs } | Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
                self.runs(runs, number, 0);
            }
            Block::List { items: lines, .. }
            | Block::Note { paragraphs: lines }
            | Block::Signature { lines } => lines.iter().for_each(|runs| self.runs(runs, number, 0)),
            Block::Table { rows, .. } => {
                for (index, row) in rows.iter().enumerate() {
                    let paragraphs = row.iter().flat_map(|cell| &cell.paragraphs);
                    paragraphs.for_each(|runs| self.runs(runs, number, index + 1));
                }
            }
            Block::Picture { caption, .. } => self.runs(caption, number, 0),
            Block::Mark { .. } | Block::PageBreak => {}
        }
    }
}

/// Looks at every glyph that was set. A sequence may have no glyph although each of its characters has one.
///
/// # Errors
/// `Input` where a box was set: which text, and on which sheet.
pub(crate) fn look_at(document: &PagedDocument) -> Result<(), Refusal> {
    for (index, page) in document.pages().iter().enumerate() {
        if let Some(text) = boxed(&page.frame) {
            let finding =
                Finding::error("typeset-sequence-missing").with("text", text).with("sheet", index + 1);
            return Err(finding.refuse(Fault::Input));
        }
    }
    Ok(())
}

/// The first text in a frame that would be printed as a box.
fn boxed(frame: &Frame) -> Option<String> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => boxed(&group.frame),
        FrameItem::Text(text) => text.glyphs.iter().find(|glyph| glyph.id == 0).map(|glyph| {
            let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
            text.text.get(range).unwrap_or(&text.text).to_owned()
        }),
        _ => None,
    })
}
