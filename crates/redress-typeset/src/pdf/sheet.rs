//! A paper as the data that the template reads: texts taken apart, places to break, pictures with their sizes.

use super::breaks::breakable;
use super::pictures::Placed;
use crate::extent::{self, BODY, WIDTH};
use crate::fonts::{Faces, Families};
use crate::undrawn::{self, Undrawn};
use crate::visible::{Piece, pieces, turns};
use crate::{runs, together};
use redress_paper::{Align, Block, Cell, Edition, Paper, Run, Standing, Style};
use serde::Serialize;
use std::collections::BTreeMap;

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
        /// Which rows may not fit a page; they are measured, and broken only where they do not.
        tall: Vec<bool>,
    },
    Picture {
        parts: &'a [Placed],
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
    /// Blocks of one page.
    Together {
        blocks: Vec<Set<'a>>,
    },
}

impl<'a> Sheet<'a> {
    /// The data of a paper whose pictures have been placed.
    pub(super) fn of(
        paper: &'a Paper,
        faces: &'a Faces,
        placed: &'a BTreeMap<String, Vec<Placed>>,
        undrawn: &Undrawn,
    ) -> Sheet<'a> {
        let glossed = paper.edition == Edition::Glossed;
        let missing = paper.missing.iter().map(|one| {
            let mut label = vec![Run::plain(&one.label.zh)];
            if glossed && !one.label.en.is_empty() {
                label.push(Run::new(&one.label.en, Style::Gloss));
            }
            let asked_by = one.asked_by.iter().map(Run::plain).collect::<Vec<_>>();
            Lack { label: line(&label, 30.0, undrawn), asked_by: line(&asked_by, 30.0, undrawn) }
        });
        Sheet {
            title: &paper.title.zh,
            glossed,
            draft: paper.standing == Standing::Draft,
            faces: &faces.families,
            missing: missing.collect(),
            blocks: blocks(paper, placed, undrawn),
        }
    }
}

/// The blocks in their order; what stays together is one. At the end it is said that numbers stand for characters.
fn blocks<'a>(
    paper: &'a Paper,
    placed: &'a BTreeMap<String, Vec<Placed>>,
    undrawn: &Undrawn,
) -> Vec<Set<'a>> {
    let one = |block: &'a Block| set(block, placed, undrawn);
    let mut made = Vec::new();
    let mut from = 0;
    for range in together::kept(&paper.blocks) {
        let alone = paper.blocks.get(from..range.start).unwrap_or_default();
        made.extend(alone.iter().filter_map(one));
        from = range.end;
        let kept = paper.blocks.get(range).unwrap_or_default();
        made.push(Set::Together { blocks: kept.iter().filter_map(one).collect() });
    }
    made.extend(paper.blocks.get(from..).unwrap_or_default().iter().filter_map(one));
    if undrawn.said(paper) {
        made.push(Set::Note {
            paragraphs: lines(&[undrawn::note(paper.edition)], WIDTH / 10.5 - 2.0, undrawn),
        });
    }
    made
}

fn set<'a>(
    block: &'a Block,
    placed: &'a BTreeMap<String, Vec<Placed>>,
    undrawn: &Undrawn,
) -> Option<Set<'a>> {
    Some(match block {
        Block::Title { runs } => Set::Title { runs: line(runs, WIDTH / 22.0, undrawn) },
        // More than three levels no paper has; what asks for another gets the nearest.
        Block::Heading { level, runs } => {
            Set::Heading { level: (*level).clamp(1, 3), runs: line(runs, BODY, undrawn) }
        }
        Block::Paragraph { indent, align, runs } => {
            Set::Paragraph { indent: *indent, align: *align, runs: line(runs, BODY, undrawn) }
        }
        Block::List { ordered, items } => {
            Set::List { ordered: *ordered, items: lines(items, WIDTH / 16.0 - 6.0, undrawn) }
        }
        Block::Note { paragraphs } => {
            Set::Note { paragraphs: lines(paragraphs, WIDTH / 10.5 - 2.0, undrawn) }
        }
        Block::Table { columns, head, name, rows } => {
            let size = extent::table_size(columns.len());
            let tall = |row: &Vec<Cell>| extent::row(row, columns, size) > extent::HEIGHT / 2.0;
            let tall = rows.iter().map(tall).collect();
            let rows = rows.iter().map(|row| boxes(row, columns, size, undrawn)).collect();
            Set::Table { columns, head: *head, size, name: &name.zh, rows, tall }
        }
        Block::Picture { id, alt, caption } => {
            Set::Picture { parts: placed.get(id)?, alt, caption: line(caption, WIDTH / 12.0 - 2.0, undrawn) }
        }
        Block::Signature { lines: all } => Set::Signature { lines: lines(all, WIDTH * 0.6 / 16.0, undrawn) },
        Block::Mark { name } => Set::Mark { name, end: name.ends_with("end") },
        Block::PageBreak => Set::PageBreak,
    })
}

fn boxes(row: &[Cell], columns: &[u8], size: f32, undrawn: &Undrawn) -> Vec<Box> {
    let cells = row.iter().zip(extent::rooms(row, columns, size));
    cells
        .map(|(cell, room)| Box {
            span: cell.span.max(1),
            label: cell.label,
            align: cell.align,
            paragraphs: lines(&cell.paragraphs, room, undrawn),
        })
        .collect()
}

fn lines(all: &[Vec<Run>], room: f32, undrawn: &Undrawn) -> Vec<Line> {
    all.iter().map(|runs| line(runs, room, undrawn)).collect()
}

/// The gloss at the end of a paragraph goes on a line of its own; within it, it stays where it is.
fn line(runs: &[Run], room: f32, undrawn: &Undrawn) -> Line {
    let main = runs.iter().rposition(|run| run.style != Style::Gloss).map_or(0, |last| last + 1);
    let (text, gloss) = runs.split_at_checked(main).unwrap_or((runs, &[]));
    let printed = |runs: &[Run]| runs.iter().map(|run| printed(run, room, undrawn)).collect();
    let open = text.last().is_some_and(|run| run.text.trim_end().ends_with(['：', ':']));
    Line { text: printed(text), gloss: printed(gloss), open }
}

fn printed(run: &Run, room: f32, undrawn: &Undrawn) -> Printed {
    let code = run.style == Style::Code;
    // Words from outside that are written from right to left stand between isolates, so that they cannot turn the text
    // around them.
    let outside = matches!(run.style, Style::Quoted | Style::Named | Style::Filled | Style::Code);
    let mut set = Vec::new();
    let found = if runs::from_outside(run.style) { undrawn.numbered(&run.text) } else { pieces(&run.text) };
    for piece in found {
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
