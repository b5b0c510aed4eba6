//! Hostile and long texts: everything that was said comes back, and what cannot be seen is written out.

use crate::docx_read::{W, paragraphs, part};
use crate::papers::{paper, paragraph};
use proptest::prelude::*;
use redress_paper::{Align, Block, Cell, Fixed, Run, Style};
use redress_typeset::{Rasters, docx};
use roxmltree::Document;

fn document(blocks: Vec<Block>) -> String {
    part(&docx(&paper(blocks), &Rasters::default()).unwrap(), "word/document.xml")
}

/// What was said, read back out of what is printed: each character that is written out put back in its place.
fn said(shown: &str) -> String {
    let mut parts = shown.split('⟦');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('⟧').unwrap();
        let number = name.strip_prefix("U+").unwrap().split(' ').next().unwrap();
        said.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        said.push_str(rest);
    }
    said
}

/// A line ends the same whatever ends it.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n")
}

/// What must not reach a reader as itself, whatever stands beside it.
fn unseen(one: char) -> bool {
    use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
    let seen = matches!(one, '\n' | '\t' | '\u{200C}' | '\u{200D}' | '\u{E0020}'..='\u{E007F}');
    let kinds = [GeneralCategory::Control, GeneralCategory::Unassigned, GeneralCategory::PrivateUse];
    !seen
        && (kinds.contains(&one.general_category())
            || "\u{feff}\u{ad}\u{200b}\u{200e}\u{200f}\u{61c}\u{2060}\u{202e}\u{2066}\u{2069}".contains(one))
}

fn hostile() -> impl Strategy<Value = String> {
    let one = prop_oneof![
        4 => any::<char>().prop_filter("a bracket of ours", |one| !"⟦⟧".contains(*one)),
        2 => (0u32..0xa0).prop_map(|code| char::from_u32(code).unwrap()),
        2 => prop::sample::select("<>&\"'\u{202e}\u{2066}\u{2069}\u{200f}שלוםسلام١٢ 1.。👩\u{200d}👧🏽\u{fe0f}\u{feff}\u{ffff}]]>".chars().collect::<Vec<_>>()),
        1 => prop::sample::select("中文甲乙，。“”".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(one, 0..40).prop_map(|chars| chars.into_iter().collect())
}

const STYLES: [Style; 7] =
    [Style::Plain, Style::Strong, Style::Filled, Style::Missing, Style::Quoted, Style::Code, Style::Small];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_comes_back(texts in prop::collection::vec((hostile(), 0usize..7), 1..5)) {
        let runs: Vec<Run> = texts.iter().map(|(text, style)| Run::new(text.clone(), STYLES[*style])).collect();
        let wanted: String = texts.iter().map(|(text, _)| lines(text)).collect();
        let xml = document(vec![
            Block::Paragraph { indent: true, align: Align::Start, runs: runs.clone() },
            Block::Table { columns: vec![1], head: 1, name: Fixed::new(texts[0].0.clone(), ""), rows: vec![vec![Cell::of(runs)]] },
        ]);
        let read = paragraphs(&xml);
        for paragraph in &read[..2] {
            prop_assert!(!paragraph.contains(unseen), "{:?}", paragraph);
            prop_assert_eq!(&said(paragraph), &wanted);
        }
    }
}

#[test]
fn text_is_never_a_field_a_link_or_an_element() {
    let texts = [
        r#"{ HYPERLINK "http://example.invalid" }"#,
        r#"</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\x"/>"#,
        "=cmd|'/c calc'!A0",
        "http://example.invalid/a?b=c&d=e",
        "_x0041_",
        "]]>",
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    ];
    let xml = document(texts.iter().map(|text| paragraph(text)).collect());
    assert_eq!(paragraphs(&xml), texts);
    let read = Document::parse(&xml).unwrap();
    let elements: std::collections::BTreeSet<&str> =
        read.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
    let known = [
        "document",
        "body",
        "p",
        "pPr",
        "pStyle",
        "r",
        "rPr",
        "rFonts",
        "t",
        "sectPr",
        "pgSz",
        "pgMar",
        "cols",
        "docGrid",
        "footerReference",
        "type",
    ];
    assert!(elements.iter().all(|name| known.contains(name)), "{elements:?}");
}

#[test]
fn text_from_the_right_is_marked_and_nothing_else_is() {
    let xml = document(vec![paragraph("他说：שלום עולם。然后")]);
    let read = Document::parse(&xml).unwrap();
    let marked: Vec<(String, bool)> = read
        .descendants()
        .filter(|node| node.has_tag_name((W, "r")))
        .map(|run| {
            let text =
                run.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
            (text, run.descendants().any(|node| node.has_tag_name((W, "rtl"))))
        })
        .collect();
    assert_eq!(
        marked,
        [("他说：".to_owned(), false), ("שלום עולם".to_owned(), true), ("。然后".to_owned(), false)]
    );
}

#[test]
fn a_name_without_a_space_and_a_table_of_five_thousand_rows_are_written() {
    let name = "x".repeat(500);
    let row = |number: usize| {
        let cell = |text: String| Cell::of(vec![Run::filled(text)]);
        vec![cell(number.to_string()), cell(name.clone()), cell("证明该内容仍可公开访问".to_owned())]
    };
    let head = ["序号", "名称", "证明目的"].map(|text| Cell::label(vec![Run::plain(text)])).to_vec();
    let rows = std::iter::once(head).chain((1..=5_000).map(row)).collect();
    let xml = document(vec![Block::Table { columns: vec![1, 4, 4], head: 1, name: Fixed::default(), rows }]);
    let read = paragraphs(&xml);
    assert_eq!(read.len(), 3 * 5_001 + 1);
    assert_eq!(read[3 * 5_000], "5000");
    assert_eq!(read[3 * 5_000 + 1], name);
}
