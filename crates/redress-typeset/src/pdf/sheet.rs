//! A paper as the data that the template reads: texts taken apart, places to break, pictures with their sizes.

use super::breaks::breakable;
use super::pictures::Placed;
use crate::fonts::{Faces, Families};
use crate::visible::{Piece, escape, needs_no_glyph, pieces, turns};
use redress_paper::{Align, Block, Cell, Edition, Paper, Run, Standing, Style};
use serde::Serialize;
use std::collections::BTreeMap;

/// Width of the text in points: A4 less 28 mm and 26 mm.
const WIDTH: f32 = 442.0;

/// What `paper.typ` reads.
#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: &'a str,
    glossed: bool,
    draft: bool,
    faces: &'a Families,
    missing: Vec<Lack>,
    blocks: Vec<Set<'a>>,
}

#[derive(Serialize)]
struct Lack {
    label: Line,
    path: Line,
    asked_by: Line,
}

/// A paragraph: its text, and the English that stands under it.
#[derive(Default, Serialize)]
struct Line {
    text: Vec<Printed>,
    gloss: Vec<Printed>,
    /// Whether it ends in a colon: what follows is written by hand.
    open: bool,
}

#[derive(Serialize)]
struct Printed {
    style: Style,
    pieces: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct Box {
    span: u8,
    label: bool,
    align: Align,
    paragraphs: Vec<Line>,
}

#[derive(Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
enum Set<'a> {
    Title {
        runs: Line,
    },
    Heading {
        level: u8,
        runs: Line,
    },
    Paragraph {
        indent: bool,
        align: Align,
        runs: Line,
    },
    List {
        ordered: bool,
        items: Vec<Line>,
    },
    Note {
        paragraphs: Vec<Line>,
    },
    Table {
        columns: &'a [u8],
        head: u8,
        size: f32,
        name: &'a str,
        rows: Vec<Vec<Box>>,
    },
    Picture {
        #[serde(flatten)]
        placed: &'a Placed,
        alt: &'a str,
        caption: Line,
    },
    Signature {
        lines: Vec<Line>,
    },
    Mark {
        name: &'a str,
        end: bool,
    },
    PageBreak,
}

impl<'a> Sheet<'a> {
    /// The data of a paper whose pictures have been placed.
    pub(super) fn of(paper: &'a Paper, faces: &'a Faces, placed: &'a BTreeMap<String, Placed>) -> Sheet<'a> {
        let glossed = paper.edition == Edition::Glossed;
        let missing = paper.missing.iter().map(|one| {
            let mut label = vec![Run::plain(&one.label.zh)];
            if glossed && !one.label.en.is_empty() {
                label.push(Run::new(&one.label.en, Style::Gloss));
            }
            let asked_by = one.asked_by.iter().map(Run::plain).collect::<Vec<_>>();
            Lack {
                label: line(&label, 30.0, faces),
                path: line(&[Run::plain(&one.path)], 30.0, faces),
                asked_by: line(&asked_by, 30.0, faces),
            }
        });
        Sheet {
            title: &paper.title.zh,
            glossed,
            draft: paper.standing == Standing::Draft,
            faces: &faces.families,
            missing: missing.collect(),
            blocks: paper.blocks.iter().filter_map(|block| set(block, placed, faces)).collect(),
        }
    }
}

fn set<'a>(block: &'a Block, placed: &'a BTreeMap<String, Placed>, faces: &Faces) -> Option<Set<'a>> {
    Some(match block {
        Block::Title { runs } => Set::Title { runs: line(runs, WIDTH / 22.0, faces) },
        // More than three levels no paper has; what asks for another gets the nearest.
        Block::Heading { level, runs } => {
            Set::Heading { level: (*level).clamp(1, 3), runs: line(runs, WIDTH / 16.0 - 2.0, faces) }
        }
        Block::Paragraph { indent, align, runs } => {
            Set::Paragraph { indent: *indent, align: *align, runs: line(runs, WIDTH / 16.0 - 2.0, faces) }
        }
        Block::List { ordered, items } => {
            Set::List { ordered: *ordered, items: lines(items, WIDTH / 16.0 - 6.0, faces) }
        }
        Block::Note { paragraphs } => Set::Note { paragraphs: lines(paragraphs, WIDTH / 10.5 - 2.0, faces) },
        Block::Table { columns, head, name, rows } => {
            // Many columns leave little room; the smaller size still is what a form has.
            let size = if columns.len() > 6 { 10.5 } else { 12.0 };
            let rows = rows.iter().map(|row| boxes(row, columns, size, faces)).collect();
            Set::Table { columns, head: *head, size, name: &name.zh, rows }
        }
        Block::Picture { id, alt, caption } => {
            Set::Picture { placed: placed.get(id)?, alt, caption: line(caption, WIDTH / 12.0 - 2.0, faces) }
        }
        Block::Signature { lines: all } => Set::Signature { lines: lines(all, WIDTH * 0.6 / 16.0, faces) },
        Block::Mark { name } => Set::Mark { name, end: name.ends_with("end") },
        Block::PageBreak => Set::PageBreak,
    })
}

fn boxes(row: &[Cell], columns: &[u8], size: f32, faces: &Faces) -> Vec<Box> {
    let whole: f32 = columns.iter().map(|part| f32::from(*part)).sum();
    let mut rest = columns.iter();
    row.iter()
        .map(|cell| {
            let parts: f32 =
                rest.by_ref().take(usize::from(cell.span.max(1))).map(|part| f32::from(*part)).sum();
            let room = (WIDTH * parts / whole.max(1.0) - 9.0) / size;
            Box {
                span: cell.span.max(1),
                label: cell.label,
                align: cell.align,
                paragraphs: lines(&cell.paragraphs, room, faces),
            }
        })
        .collect()
}

fn lines(all: &[Vec<Run>], room: f32, faces: &Faces) -> Vec<Line> {
    all.iter().map(|runs| line(runs, room, faces)).collect()
}

/// The gloss at the end of a paragraph goes on a line of its own; within it, it stays where it is.
fn line(runs: &[Run], room: f32, faces: &Faces) -> Line {
    let main = runs.iter().rposition(|run| run.style != Style::Gloss).map_or(0, |last| last + 1);
    let (text, gloss) = runs.split_at_checked(main).unwrap_or((runs, &[]));
    let printed = |runs: &[Run]| runs.iter().map(|run| printed(run, room, faces)).collect();
    let open = text.last().is_some_and(|run| run.text.trim_end().ends_with(['：', ':']));
    Line { text: printed(text), gloss: printed(gloss), open }
}

fn printed(run: &Run, room: f32, faces: &Faces) -> Printed {
    let code = run.style == Style::Code;
    // Words from outside that are written from right to left stand between isolates, so that they cannot turn the text
    // around them.
    let outside = matches!(run.style, Style::Quoted | Style::Filled | Style::Code);
    let mut set = Vec::new();
    let named = |piece| if run.style == Style::Quoted { numbered(piece, faces) } else { vec![piece] };
    for piece in pieces(&run.text).into_iter().flat_map(named) {
        match piece {
            Piece::Text(text) => {
                let isolated = outside && turns(&text);
                set.extend(isolated.then(|| ("t", "\u{2068}".to_owned())));
                for (index, part) in breakable(&text, room, code).into_iter().enumerate() {
                    set.extend((index > 0).then(|| ("w", String::new())));
                    set.push(("t", part));
                }
                set.extend(isolated.then(|| ("t", "\u{2069}".to_owned())));
            }
            Piece::Break => set.push(("b", String::new())),
            Piece::Tab => set.push(("t", "  ".to_owned())),
            Piece::Escape(name) => set.push(("x", name)),
        }
    }
    Printed { style: run.style, pieces: set }
}

/// What no face has a glyph for, by its number; whoever quotes it did not write it and cannot mend it.
fn numbered(piece: Piece, faces: &Faces) -> Vec<Piece> {
    let Piece::Text(text) = piece else { return vec![piece] };
    let mut found = Vec::new();
    let mut held = String::new();
    for char in text.chars() {
        if needs_no_glyph(char) || faces.cover(char) {
            held.push(char);
            continue;
        }
        if !held.is_empty() {
            found.push(Piece::Text(std::mem::take(&mut held)));
        }
        found.push(Piece::Escape(escape(char)));
    }
    if !held.is_empty() {
        found.push(Piece::Text(held));
    }
    found
}
