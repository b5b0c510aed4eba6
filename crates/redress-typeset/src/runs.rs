//! The runs of a block with the row in which each stands.

use redress_paper::{Block, Cell, Run, Style};

/// Every run of a block, with its row counted from 1; row 0 where it stands in no table.
pub(crate) fn of(block: &Block) -> Vec<(usize, &Run)> {
    match block {
        Block::Title { runs } | Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
            runs.iter().map(|run| (0, run)).collect()
        }
        Block::Picture { caption, .. } => caption.iter().map(|run| (0, run)).collect(),
        Block::List { items: lines, .. } | Block::Note { paragraphs: lines } | Block::Signature { lines } => {
            lines.iter().flatten().map(|run| (0, run)).collect()
        }
        Block::Table { rows, .. } => {
            let numbered = rows.iter().enumerate();
            numbered.flat_map(|(at, row)| in_row(row).map(move |run| (at + 1, run))).collect()
        }
        Block::Mark { .. } | Block::PageBreak => Vec::new(),
    }
}

fn in_row(row: &[Cell]) -> impl Iterator<Item = &Run> {
    row.iter().flat_map(|cell| cell.paragraphs.iter().flatten())
}

/// Whether somebody else wrote it: words of a post, the name of an account or a file. Nobody who draws a paper up can
/// mend it, and nobody shall be able to stop a filing by a character.
pub(crate) fn from_outside(style: Style) -> bool {
    matches!(style, Style::Quoted | Style::Named)
}
