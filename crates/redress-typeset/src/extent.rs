//! About how high a text gets before it is set: rather too high than too low.

use crate::visible::{Piece, pieces};
use redress_paper::{Cell, Run, Style};
use unicode_segmentation::UnicodeSegmentation;

/// Width of the text in points: A4 less 28 mm and 26 mm.
pub(crate) const WIDTH: f32 = 442.0;
/// Height of the text in points: A4 less 37 mm and 35 mm.
pub(crate) const HEIGHT: f32 = 637.0;
/// Characters of a line of body text.
pub(crate) const BODY: f32 = WIDTH / 16.0 - 2.0;

/// How large a table is set: many columns leave little room, and the smaller size still is what a form has.
pub(crate) fn table_size(columns: usize) -> f32 {
    if columns > 6 { 10.5 } else { 12.0 }
}

/// Room of each cell of a row in characters of its own size (em).
pub(crate) fn rooms(row: &[Cell], columns: &[u8], size: f32) -> Vec<f32> {
    let whole: f32 = columns.iter().map(|part| f32::from(*part)).sum();
    let mut rest = columns.iter();
    let mut room = |cell: &Cell| {
        let parts: f32 = rest.by_ref().take(usize::from(cell.span.max(1))).map(|part| f32::from(*part)).sum();
        (WIDTH * parts / whole.max(1.0) - 9.0) / size
    };
    row.iter().map(&mut room).collect()
}

/// About how high a row gets, in points.
pub(crate) fn row(row: &[Cell], columns: &[u8], size: f32) -> f32 {
    let cells = row.iter().zip(rooms(row, columns, size));
    let high = cells.map(|(cell, room)| cell.paragraphs.iter().map(|runs| lines(runs, room)).sum::<f32>());
    high.fold(1.0, f32::max) * size * 1.5 + 9.0
}

/// About how many lines a paragraph fills.
pub(crate) fn lines(runs: &[Run], room: f32) -> f32 {
    let mut all = 0.0;
    let mut width = 0.0;
    // A word that does not fit leaves the rest of its line empty.
    let mut end = |width: &mut f32| {
        all += (std::mem::take(width) * 1.15 / room.max(1.0)).ceil().max(1.0);
    };
    for run in runs {
        if run.style == Style::Gloss {
            end(&mut width);
        }
        for piece in pieces(&run.text) {
            match piece {
                Piece::Text(text) => width += text.graphemes(true).map(advance).sum::<f32>(),
                Piece::Break => end(&mut width),
                Piece::Tab => width += 1.0,
                Piece::Escape(name) => width += name.graphemes(true).map(advance).sum::<f32>() + 1.0,
            }
        }
    }
    end(&mut width);
    all
}

/// About how wide, in em; rather too much than too little.
pub(crate) fn advance(grapheme: &str) -> f32 {
    match grapheme.chars().next() {
        Some(char) if char.is_ascii_lowercase() || char.is_ascii_digit() => 0.6,
        Some(char) if char.is_ascii_punctuation() && !matches!(char, '@' | '%') => 0.6,
        Some(char) if char.is_ascii() => 0.9,
        Some(_) => 1.0,
        None => 0.0,
    }
}
