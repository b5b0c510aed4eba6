//! Runs and paragraphs: styles by name, line feeds as breaks, text from the right marked as such.

use super::visible::{Piece, pieces};
use rdocx_oxml::text::{BreakType, RunContent};
use rdocx_oxml::{CT_P, CT_PPr, CT_R, CT_RPr, CT_Text, ST_Jc};
use redress_paper::{Run, Style};

/// A paragraph of a style.
pub(super) fn paragraph(style: &str, runs: &[Run]) -> CT_P {
    let mut written = CT_P::new();
    let mut properties = CT_PPr { style_id: Some(style.to_owned()), ..CT_PPr::default() };
    if stretched(style) && runs.iter().any(ends_a_line_early) {
        properties.jc = Some(ST_Jc::Left);
    }
    // Check values and addresses have no spaces to break at; only this lets Word break them anywhere.
    if runs.iter().any(|run| run.style == Style::Code) {
        properties.word_wrap = Some(false);
    }
    written.properties = Some(properties);
    for (at, run) in runs.iter().enumerate() {
        let last = at + 1 == runs.len();
        if run.style == Style::Gloss && at > 0 {
            // Under what it explains where it ends the paragraph, beside it where more follows.
            written.runs.push(if last { line_break() } else { space() });
        }
        written.runs.extend(cut(run));
        if run.style == Style::Gloss && !last {
            written.runs.push(space());
        }
    }
    written
}

/// Styles whose lines fill the width, as Chinese papers have it.
fn stretched(style: &str) -> bool {
    matches!(
        style,
        "Normal"
            | "BodyFirstIndent"
            | "ListNumber"
            | "ListBullet"
            | "PaperNote"
            | "Heading1"
            | "Heading2"
            | "Heading3"
    )
}

/// A line that ends before its width is full would be pulled apart to fill it.
fn ends_a_line_early(run: &Run) -> bool {
    matches!(run.style, Style::Gloss | Style::Code) || run.text.contains(['\n', '\t'])
}

/// A piece of text as it is, for what the paper itself does not say.
pub(super) fn plain(text: &str) -> Run {
    Run::plain(text)
}

/// A run that only ends the line.
pub(super) fn line_break() -> CT_R {
    of(None, vec![RunContent::Break(BreakType::Line)])
}

/// A run that only goes to the next stop.
pub(super) fn tab() -> CT_R {
    of(None, vec![RunContent::Tab])
}

/// A run of one thing.
pub(super) fn of(properties: Option<CT_RPr>, content: Vec<RunContent>) -> CT_R {
    CT_R {
        properties,
        content,
        extra_xml: Vec::new(),
        extra_xml_positions: Vec::new(),
        alt_drawings: Vec::new(),
    }
}

fn space() -> CT_R {
    of(properties(Style::Gloss, false), vec![text(" ".to_owned())])
}

fn text(text: String) -> RunContent {
    RunContent::Text(CT_Text { text, preserve_space: true })
}

/// One run, or several where its direction changes.
fn cut(run: &Run) -> Vec<CT_R> {
    let mut runs: Vec<CT_R> = Vec::new();
    let mut direction = None;
    for piece in pieces(&run.text) {
        let (content, wanted) = match piece {
            Piece::Text { text: words, rtl } => (text(words), Some(rtl)),
            Piece::Line => (RunContent::Break(BreakType::Line), direction),
            Piece::Tab => (RunContent::Tab, direction),
        };
        match runs.last_mut() {
            Some(open) if wanted == direction => open.content.push(content),
            _ => runs.push(of(properties(run.style, wanted == Some(true)), vec![content])),
        }
        direction = wanted;
    }
    runs
}

fn properties(style: Style, rtl: bool) -> Option<CT_RPr> {
    let name = match style {
        Style::Plain => None,
        Style::Strong => Some("Strong"),
        Style::Filled | Style::Named => Some("FilledIn"),
        Style::Missing => Some("MissingField"),
        Style::Quoted => Some("QuotedWords"),
        Style::Code => Some("CheckValue"),
        Style::Small => Some("SmallPrint"),
        Style::Gloss => Some("Gloss"),
    };
    // Quotation marks and dashes belong to both scripts; the hint gives them the Chinese face. Not in English and code.
    let chinese = !matches!(style, Style::Gloss | Style::Code);
    Some(CT_RPr {
        style_id: name.map(str::to_owned),
        font_hint: chinese.then(|| "eastAsia".to_owned()),
        rtl: rtl.then_some(true),
        ..CT_RPr::default()
    })
}
