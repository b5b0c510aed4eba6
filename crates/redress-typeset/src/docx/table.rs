//! Tables: widths in parts of the whole, spans, rows repeated on every page, shaded labels, cells that go on over pages.

use super::run::paragraph;
use super::visible::visible_line;
use super::{margin, refuse};
use crate::extent;
use rdocx_oxml::properties::CT_Shd;
use rdocx_oxml::table::{CT_TblGridCol, CT_TblWidth, CT_TrPr, CellContent, ST_VerticalJc};
use rdocx_oxml::{CT_Row, CT_Tbl, CT_TblGrid, CT_TblPr, CT_Tc, CT_TcPr, ST_Jc, Twips};
use redress_base::{Finding, Refusal};
use redress_paper::{Align, Cell, Fixed};

/// A row that is lower stays on one page; a higher one goes on over pages. Office programs leave the rest of a page empty before
/// a row that they keep whole, so that only short rows are.
const WHOLE: f32 = extent::HEIGHT * 0.35;

/// A table of the paper; `number` counts the tables, for whoever has to mend one.
pub(super) fn table(
    number: usize,
    parts: &[u8],
    head: u8,
    name: &Fixed,
    rows: &[Vec<Cell>],
) -> Result<CT_Tbl, Refusal> {
    let widths = widths(parts);
    let mut written = CT_Tbl::new();
    written.properties = Some(CT_TblPr {
        style_id: Some("TableGrid".to_owned()),
        width: Some(CT_TblWidth::dxa(margin::TEXT_WIDTH)),
        layout: Some("fixed".to_owned()),
        caption: said(&name.zh),
        description: said(&name.en),
        ..CT_TblPr::default()
    });
    written.grid = Some(CT_TblGrid {
        columns: widths.iter().map(|width| CT_TblGridCol { width: Twips(*width) }).collect(),
        grid_change_xml: None,
        extra_xml: Vec::new(),
    });
    for (at, cells) in rows.iter().enumerate() {
        let spans: usize = cells.iter().map(|cell| usize::from(cell.span)).sum();
        if spans != widths.len() || cells.iter().any(|cell| cell.span == 0) {
            let uneven = Finding::error("typeset-table-uneven")
                .with("table", number)
                .with("row", at + 1)
                .with("covers", spans)
                .with("columns", widths.len());
            return Err(refuse(uneven));
        }
        let size = extent::table_size(parts.len());
        let whole = extent::row(cells, parts, size) <= WHOLE;
        written.rows.push(row(cells, &widths, at < usize::from(head), whole));
    }
    Ok(written)
}

/// Nothing rather than an empty name: a reader aloud would say "table" for it anyway.
fn said(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| visible_line(name))
}

/// Parts of the whole as twips that add up to the text width.
fn widths(parts: &[u8]) -> Vec<i32> {
    let whole: i32 = parts.iter().map(|part| i32::from(*part)).sum();
    let mut before = 0;
    let mut sum = 0;
    parts
        .iter()
        .map(|part| {
            sum += i32::from(*part);
            let edge = margin::TEXT_WIDTH * sum / whole.max(1);
            let width = edge - before;
            before = edge;
            width
        })
        .collect()
}

fn row(cells: &[Cell], widths: &[i32], head: bool, whole: bool) -> CT_Row {
    let mut written = CT_Row::new();
    if head || whole {
        written.properties =
            Some(CT_TrPr { header: head.then_some(true), cant_split: Some(true), ..CT_TrPr::default() });
    }
    let mut left = widths.iter();
    for one in cells {
        let width = left.by_ref().take(usize::from(one.span)).sum();
        written.cells.push(cell(one, width));
    }
    written
}

fn cell(cell: &Cell, width: i32) -> CT_Tc {
    let shading =
        CT_Shd { color: Some("auto".to_owned()), fill: Some("F2F2F2".to_owned()), ..CT_Shd::default() };
    let properties = CT_TcPr {
        width: Some(CT_TblWidth::dxa(width)),
        grid_span: (cell.span > 1).then(|| u32::from(cell.span)),
        shading: cell.label.then_some(shading),
        v_align: cell.label.then_some(ST_VerticalJc::Center),
        ..CT_TcPr::default()
    };
    let style = if cell.label { "TableLabel" } else { "TableText" };
    let mut content: Vec<CellContent> = cell
        .paragraphs
        .iter()
        .map(|runs| {
            let mut written = paragraph(style, runs);
            if let Some(properties) = &mut written.properties {
                properties.jc = jc(cell.align);
            }
            CellContent::Paragraph(written)
        })
        .collect();
    // A cell without a paragraph is no cell (ECMA-376 part 1, 17.4.65).
    if content.is_empty() {
        content.push(CellContent::Paragraph(paragraph(style, &[])));
    }
    CT_Tc { properties: Some(properties), content, extra_xml: Vec::new() }
}

/// Where a text stands; nothing where it is the style's own.
pub(super) fn jc(align: Align) -> Option<ST_Jc> {
    match align {
        Align::Start => None,
        Align::Center => Some(ST_Jc::Center),
        Align::End => Some(ST_Jc::Right),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up_to_the_text() {
        for parts in [&[3, 9][..], &[1, 1, 1, 1, 1, 1, 1], &[255, 1], &[1]] {
            let widths = widths(parts);
            assert_eq!(widths.iter().sum::<i32>(), margin::TEXT_WIDTH);
            assert!(widths.iter().all(|width| *width > 0));
        }
    }
}
