//! What stands around the paper's own text: the page, its number, what a draft and a glossed edition say about
//! themselves.

use super::run::{paragraph, plain};
use super::unwritable;
use rdocx_oxml::header_footer::{CT_HdrFtr, HdrFtrRef, HdrFtrType};
use rdocx_oxml::text::{Field, RunContent};
use rdocx_oxml::{CT_P, CT_SectPr, Twips};
use redress_base::Refusal;
use redress_paper::{Edition, Missing, Paper, Run, Standing, Style};

/// 210 mm less the margins of 28 and 26 mm, in twips.
pub(super) const TEXT_WIDTH: i32 = 8_844;

/// A4 with the margins of GB/T 9704-2012, 5.2: 37 mm above, 35 below, 28 left, 26 right; 156 mm of text.
pub(super) fn section(header: bool) -> CT_SectPr {
    let mut section = CT_SectPr::default_a4();
    section.page_width = Some(Twips(11_906));
    section.page_height = Some(Twips(16_838));
    section.margin_top = Some(Twips(2_098));
    section.margin_bottom = Some(Twips(1_984));
    section.margin_left = Some(Twips(1_588));
    section.margin_right = Some(Twips(1_474));
    section.header_distance = Some(Twips(851));
    // The number stands 7 mm below the text (GB/T 9704-2012, 7.5).
    section.footer_distance = Some(Twips(1_227));
    section.footer_refs =
        vec![HdrFtrRef { hdr_ftr_type: HdrFtrType::Default, rel_id: "rIdFooter".to_owned() }];
    if header {
        section.header_refs =
            vec![HdrFtrRef { hdr_ftr_type: HdrFtrType::Default, rel_id: "rIdHeader".to_owned() }];
    }
    section
}

/// `— 3 —` in the middle.
pub(super) fn footer() -> Result<Vec<u8>, Refusal> {
    let mut line = paragraph("Footer", &[plain("— "), plain(""), plain(" —")]);
    // The number is a field of ours between two texts of ours; no text of a paper is ever one.
    let number = super::run::of(None, vec![RunContent::Field(Field::new("PAGE", "1"))]);
    line.runs.insert(1, number);
    let mut footer = CT_HdrFtr::new();
    footer.paragraphs.push(line);
    footer.to_xml_footer().map_err(unwritable)
}

/// What every page says on top that is not to be filed; nothing in a final of the edition that is filed.
pub(super) fn header(paper: &Paper) -> Result<Option<Vec<u8>>, Refusal> {
    let mut header = CT_HdrFtr::new();
    if paper.standing == Standing::Draft {
        header.paragraphs.push(paragraph("Header", &[plain("草稿 · 不得提交　DRAFT · not to be filed")]));
    }
    if paper.edition == Edition::Glossed {
        let line = "中英对照阅读本 · 不用于提交　For reading, with an English gloss · not for filing";
        header.paragraphs.push(paragraph("Header", &[plain(line)]));
    }
    if header.paragraphs.is_empty() {
        return Ok(None);
    }
    header.to_xml_header().map(Some).map_err(unwritable)
}

/// The list on top of a draft: what is missing, where it goes, and who asks for it.
pub(super) fn missing(paper: &Paper) -> Vec<CT_P> {
    if paper.standing == Standing::Final {
        return Vec::new();
    }
    let glossed = paper.edition == Edition::Glossed;
    let mut lines = vec![paragraph("DraftList", &count(paper.missing.len(), glossed))];
    lines.extend(
        paper.missing.iter().enumerate().map(|(at, one)| paragraph("DraftList", &line(at + 1, one, glossed))),
    );
    lines
}

fn count(missing: usize, glossed: bool) -> Vec<Run> {
    let (zh, en) = match missing {
        0 => ("草稿：尚未定稿。".to_owned(), "Draft: not yet final.".to_owned()),
        1 => ("草稿：还有 1 处待填。".to_owned(), "Draft: 1 field to be filled.".to_owned()),
        n => (format!("草稿：还有 {n} 处待填。"), format!("Draft: {n} fields to be filled.")),
    };
    let mut runs = vec![Run::new(zh, Style::Strong)];
    if glossed {
        runs.push(Run::new(en, Style::Gloss));
    }
    runs
}

fn line(number: usize, one: &Missing, glossed: bool) -> Vec<Run> {
    let asked = one.asked_by.as_ref().map(|by| format!("（{by}）")).unwrap_or_default();
    let mut runs = vec![Run::plain(format!("{number}. {}{asked}", one.label.zh))];
    if glossed {
        runs.push(Run::new(one.label.en.clone(), Style::Gloss));
    }
    runs
}
