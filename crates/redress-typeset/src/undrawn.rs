//! What no face draws in the words of somebody else: it is printed by its number, and the paper says so.

use crate::fonts::Faces;
use crate::runs;
use crate::visible::{Piece, escape, needs_no_glyph, pieces};
use redress_paper::{Block, Edition, Paper, Run, Style};
use std::collections::BTreeSet;

/// Said at the end of a paper that prints characters by their numbers, in Chinese and in English.
const SAID: [&str; 2] = [
    "字符说明：以“U+”加编号印出的，是原文中无法显示或者不可见的字符；原文以电子件为准。",
    "Characters: where “U+” and a number is printed, the original has a character that cannot be drawn or seen; the electronic copy governs.",
];

/// Characters, and sequences of them, that no face draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undrawn {
    sequences: BTreeSet<String>,
    /// Whether every character beyond Chinese and plain Latin is numbered: what is left where sequences keep coming.
    plain_only: bool,
}

impl Undrawn {
    /// What no face covers in the words of others on a paper.
    pub(crate) fn of(paper: &Paper, faces: &Faces) -> Undrawn {
        let mut sequences = BTreeSet::new();
        let all = paper.blocks.iter().flat_map(runs::of);
        for (_, run) in all.filter(|(_, run)| runs::from_outside(run.style)) {
            for piece in pieces(&run.text) {
                let Piece::Text(text) = piece else { continue };
                let lacking = text.chars().filter(|&one| !needs_no_glyph(one) && !faces.cover(one));
                sequences.extend(lacking.map(String::from));
            }
        }
        Undrawn { sequences, plain_only: false }
    }

    /// Takes up sequences that were set as boxes. Whether that changes anything.
    pub(crate) fn learn(&mut self, boxed: impl IntoIterator<Item = String>) -> bool {
        let before = self.sequences.len();
        self.sequences.extend(boxed.into_iter().filter(|text| !text.is_empty()));
        self.sequences.len() > before
    }

    /// From now on every character beyond Chinese and plain Latin is numbered. Whether that changes anything.
    pub(crate) fn give_up(&mut self) -> bool {
        !std::mem::replace(&mut self.plain_only, true)
    }

    /// A text of somebody else in pieces.
    pub(crate) fn numbered(&self, text: &str) -> Vec<Piece> {
        let mut found = Vec::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.cut(&text, &mut found),
                other => found.push(other),
            }
        }
        found
    }

    fn cut(&self, text: &str, found: &mut Vec<Piece>) {
        let mut held = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let longest =
                self.sequences.iter().filter(|one| rest.starts_with(one.as_str())).map(String::len).max();
            let single = self.plain_only && !plain(first);
            let length = longest.unwrap_or(first.len_utf8());
            let Some((here, after)) = rest.split_at_checked(length) else { break };
            rest = after;
            if longest.is_none() && !single {
                held.push_str(here);
                continue;
            }
            if !held.is_empty() {
                found.push(Piece::Text(std::mem::take(&mut held)));
            }
            found.extend(here.chars().map(|one| Piece::Escape(escape(one))));
        }
        if !held.is_empty() {
            found.push(Piece::Text(held));
        }
    }

    /// Whether a character stands on the paper by its number.
    pub(crate) fn said(&self, paper: &Paper) -> bool {
        let mut all = paper.blocks.iter().flat_map(runs::of);
        all.any(|(_, run)| {
            let found =
                if runs::from_outside(run.style) { self.numbered(&run.text) } else { pieces(&run.text) };
            found.iter().any(|piece| matches!(piece, Piece::Escape(_)))
        })
    }

    /// The paper with numbers in the place of what no face draws, as text: for a form that cannot be looked at afterwards
    /// (DOCX). It says what the PDF says.
    #[must_use]
    pub fn written_out(&self, paper: &Paper) -> Paper {
        let mut shown = paper.clone();
        let changed = self.plain_only || !self.sequences.is_empty();
        for run in shown.blocks.iter_mut().flat_map(runs_mut) {
            if changed && runs::from_outside(run.style) {
                run.text = self.numbered(&run.text).into_iter().map(text_of).collect();
            }
        }
        if self.said(paper) {
            shown.blocks.push(Block::Note { paragraphs: vec![note(paper.edition)] });
        }
        shown
    }
}

/// That numbers stand for characters.
pub(crate) fn note(edition: Edition) -> Vec<Run> {
    let [zh, en] = SAID;
    let gloss = (edition == Edition::Glossed).then(|| Run::new(en, Style::Gloss));
    std::iter::once(Run::plain(zh)).chain(gloss).collect()
}

/// Chinese characters, their signs, and ASCII.
fn plain(char: char) -> bool {
    char.is_ascii()
        || matches!(char, '\u{3001}'..='\u{3011}' | '\u{4E00}'..='\u{9FA5}' | '\u{FF01}'..='\u{FF5E}')
}

fn text_of(piece: Piece) -> String {
    match piece {
        Piece::Text(text) => text,
        Piece::Break => "\n".to_owned(),
        Piece::Tab => "\t".to_owned(),
        Piece::Escape(name) => format!("⟦{name}⟧"),
    }
}

fn runs_mut(block: &mut Block) -> Vec<&mut Run> {
    match block {
        Block::Title { runs } | Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
            runs.iter_mut().collect()
        }
        Block::Picture { caption, .. } => caption.iter_mut().collect(),
        Block::List { items: lines, .. } | Block::Note { paragraphs: lines } | Block::Signature { lines } => {
            lines.iter_mut().flatten().collect()
        }
        Block::Table { rows, .. } => {
            let cells = rows.iter_mut().flatten();
            cells.flat_map(|cell| cell.paragraphs.iter_mut().flatten()).collect()
        }
        Block::Mark { .. } | Block::PageBreak => Vec::new(),
    }
}
