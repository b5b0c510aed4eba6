//! The blocks of a paper as the body of a document.

use super::picture::Pictures;
use super::run::{paragraph, tab};
use super::table::{jc, table};
use super::visible::visible_line;
use super::{Rasters, margin};
use crate::together;
use rdocx_oxml::{BodyContent, CT_Document, CT_P};
use redress_base::Refusal;
use redress_paper::{Align, Block, Paper, Run, Style};

/// The body, and what it leaves for other parts of the package.
pub(super) struct Body<'p> {
    /// The document.
    pub(super) document: CT_Document,
    /// The pictures that it shows.
    pub(super) pictures: Pictures<'p>,
    /// How many numbered lists it has; each counts from 1.
    pub(super) lists: u32,
    marks: usize,
    tables: usize,
    new_page: bool,
    keep: bool,
}

/// Everything that stands on the paper.
pub(super) fn body<'p>(paper: &Paper, rasters: &'p Rasters) -> Result<Body<'p>, Refusal> {
    let mut body = Body {
        document: CT_Document::new(),
        pictures: Pictures::default(),
        lists: 0,
        marks: 0,
        tables: 0,
        new_page: false,
        keep: false,
    };
    let missing = margin::missing(paper);
    if !missing.is_empty() {
        missing.into_iter().for_each(|line| body.push(line));
        body.push(paragraph("TableSpace", &[]));
    }
    let kept = together::kept(&paper.blocks);
    for (at, block) in paper.blocks.iter().enumerate() {
        // All but the last paragraph of what stays together goes with the one after it.
        body.keep = kept.iter().any(|range| range.contains(&at));
        body.block(paper, rasters, block)?;
    }
    Ok(body)
}

impl<'p> Body<'p> {
    fn block(&mut self, paper: &Paper, rasters: &'p Rasters, block: &Block) -> Result<(), Refusal> {
        match block {
            Block::Title { runs } => self.push(paragraph("Title", runs)),
            Block::Heading { level, runs } => self.push(paragraph(heading(*level), runs)),
            Block::Paragraph { indent, align, runs } => self.text(*indent, *align, runs),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Note { paragraphs } => {
                paragraphs.iter().for_each(|runs| self.push(paragraph("PaperNote", runs)));
            }
            Block::Table { columns, head, name, rows } if !rows.is_empty() => {
                self.tables += 1;
                let written = table(self.tables, columns, *head, name, rows)?;
                self.break_before_table();
                self.document.body.add_table(written);
                // Word makes one table of two that touch, and wants a paragraph after the last.
                self.push(paragraph("TableSpace", &[]));
            }
            // Word cannot hold a table without a row, and there is nothing to be read in it.
            Block::Table { .. } => {}
            Block::Picture { id, alt, caption } => {
                for shown in self.pictures.show(paper, rasters, id, alt)? {
                    let mut line = paragraph("PaperPicture", &[]);
                    line.runs.push(shown);
                    self.push(line);
                }
                if !caption.is_empty() {
                    self.push(paragraph("Caption", caption));
                }
            }
            Block::Signature { lines } => self.sign(lines),
            Block::Mark { name } => self.mark(name),
            Block::PageBreak => self.new_page = true,
        }
        Ok(())
    }

    /// A new page begins with the next paragraph rather than with a break, which would leave an empty line on top.
    fn push(&mut self, mut line: CT_P) {
        if std::mem::take(&mut self.new_page)
            && let Some(properties) = &mut line.properties
        {
            properties.page_break_before = Some(true);
        }
        if let Some(properties) = &mut line.properties {
            properties.keep_next = self.keep.then_some(true).or(properties.keep_next);
            properties.keep_lines = self.keep.then_some(true).or(properties.keep_lines);
        }
        self.document.body.add_paragraph(line);
    }

    fn sign(&mut self, lines: &[Vec<Run>]) {
        for (at, runs) in lines.iter().enumerate() {
            let last = at + 1 == lines.len();
            let mut line = signature(runs);
            if let Some(properties) = &mut line.properties {
                properties.keep_lines = Some(true);
            }
            self.keep = !last;
            self.push(line);
        }
    }

    fn break_before_table(&mut self) {
        if self.new_page {
            self.push(paragraph("TableSpace", &[]));
        }
    }

    fn text(&mut self, indent: bool, align: Align, runs: &[Run]) {
        let mut line = paragraph(if indent { "BodyFirstIndent" } else { "Normal" }, runs);
        if let (Some(properties), Some(jc)) = (&mut line.properties, jc(align)) {
            properties.jc = Some(jc);
        }
        self.push(line);
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Run>]) {
        let (style, number) = if ordered {
            self.lists += 1;
            ("ListNumber", self.lists + 1)
        } else {
            ("ListBullet", 1)
        };
        for runs in items {
            let mut line = paragraph(style, runs);
            if let Some(properties) = &mut line.properties {
                properties.num_ilvl = Some(0);
                properties.num_id = Some(number);
            }
            self.push(line);
        }
    }

    /// A bookmark where the next block begins. Word takes letters, digits and underscores, at most 40.
    fn mark(&mut self, name: &str) {
        self.marks += 1;
        let number = self.marks;
        let tail: String = visible_line(name)
            .chars()
            .map(|one| if one.is_ascii_alphanumeric() { one } else { '_' })
            .take(28)
            .collect();
        let xml = format!(
            r#"<w:bookmarkStart w:id="{number}" w:name="m{number}_{tail}"/><w:bookmarkEnd w:id="{number}"/>"#
        );
        self.document.body.content.push(BodyContent::RawXml(Box::new(xml.into_bytes())));
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        _ => "Heading3",
    }
}

/// A label that ends with a colon gets a line to sign on; what is already said stands as it is.
fn signature(runs: &[Run]) -> CT_P {
    let mut line = paragraph("Signature", runs);
    let said = runs.iter().rev().find(|run| run.style != Style::Gloss);
    if said.is_some_and(|run| run.text.trim_end().ends_with(['：', ':'])) {
        line.runs.push(tab());
    }
    line
}
