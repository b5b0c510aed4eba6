//! Where things stand on the pages, read off the layout itself.

use super::{Exhibits, Typesetter};
use redress_paper::{Align, Block, Cell, Edition, Fixed, PAPER_SCHEMA, Paper, Run, Standing, Style};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use typst::layout::{Frame, FrameItem};

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Vec::new()).unwrap());

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        schema: PAPER_SCHEMA.to_owned(),
        form: "sample".to_owned(),
        title: Fixed::new("样本", "Sample"),
        edition: Edition::Chinese,
        standing: Standing::Final,
        day: "2026-02-10".to_owned(),
        missing: Vec::new(),
        blocks,
        pictures: BTreeMap::new(),
    }
}

fn text_of(frame: &Frame, into: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => text_of(&group.frame, into),
            FrameItem::Text(text) => into.push_str(&text.text),
            _ => {}
        }
    }
}

/// The text of every page.
fn pages(paper: &Paper) -> Vec<String> {
    let (document, _) = TYPESETTER.set(paper, &Exhibits::new()).unwrap();
    let text = |frame: &Frame| {
        let mut text = String::new();
        text_of(frame, &mut text);
        text
    };
    document.pages().iter().map(|page| text(&page.frame)).collect()
}

/// The only page on which a text stands.
fn page_of(pages: &[String], text: &str) -> usize {
    let on: Vec<usize> =
        pages.iter().enumerate().filter(|(_, page)| page.contains(text)).map(|(at, _)| at).collect();
    assert_eq!(on.len(), 1, "{text} stands on {on:?}");
    on[0]
}

fn body(text: &str) -> Block {
    Block::Paragraph { indent: true, align: Align::Start, runs: vec![Run::plain(text)] }
}

fn table(rows: Vec<Vec<Cell>>) -> Block {
    let head = ["序号栏", "内容栏"].map(|text| Cell::label(vec![Run::plain(text)]));
    let rows = std::iter::once(head.to_vec()).chain(rows).collect();
    Block::Table { columns: vec![3, 5], head: 1, name: Fixed::new("表", "Table"), rows }
}

/// A row of so many lines, with words by which its begin and its end are found.
fn row(number: usize, lines: usize) -> Vec<Cell> {
    let mut text = format!("【始{number}】");
    text.push_str(&"行\n".repeat(lines));
    text.push_str(&format!("【末{number}】"));
    vec![Cell::of(vec![Run::plain(number.to_string())]), Cell::of(vec![Run::filled(text)])]
}

#[test]
fn a_row_that_fits_a_page_stands_on_one_and_the_head_on_each() {
    // Among them rows that are measured (more than half a page, less than a whole one).
    let heights = [1, 7, 3, 25, 2, 13, 30, 1, 28, 5, 9, 4, 11, 6, 22];
    let rows = heights.iter().enumerate().map(|(number, lines)| row(number, *lines)).collect();
    let pages = pages(&paper(vec![body(&"正文。".repeat(90)), table(rows)]));
    for number in 0..heights.len() {
        assert_eq!(page_of(&pages, &format!("【始{number}】")), page_of(&pages, &format!("【末{number}】")));
    }
    let rows = pages.iter().filter(|page| page.contains("【始")).count();
    assert!(rows >= 5, "{rows}");
    assert_eq!(pages.iter().filter(|page| page.contains("内容栏")).count(), rows);
}

#[test]
fn a_row_higher_than_a_page_goes_on_and_loses_nothing() {
    let pages = pages(&paper(vec![table(vec![row(1, 2), row(2, 120), row(3, 2)])]));
    assert!(page_of(&pages, "【末2】") >= page_of(&pages, "【始2】") + 2);
    assert_eq!(pages.iter().map(|page| page.matches('行').count()).sum::<usize>(), 124);
    assert_eq!(page_of(&pages, "【始3】"), page_of(&pages, "【末3】"));
    // Its head is repeated on every page that it goes on to.
    assert!(pages.iter().all(|page| page.contains("内容栏")));
}

/// 法〔2025〕82号 (2025-07-14): the form ends with 此致, the court, the signature and the day.
#[test]
fn court_signature_and_day_stand_on_one_page_wherever_the_text_ends() {
    for lines in 10..36 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("事实。")).collect();
        blocks.push(body("此致"));
        blocks.push(Block::Paragraph {
            indent: false,
            align: Align::Start,
            runs: vec![Run::filled("江州市东湖区人民法院")],
        });
        let lines = vec![vec![Run::plain("自诉人（签名）：")], vec![Run::filled("2026年2月10日")]];
        blocks.push(Block::Signature { lines });
        let pages = pages(&paper(blocks));
        let page = page_of(&pages, "此致");
        assert_eq!(page_of(&pages, "人民法院"), page);
        assert_eq!(page_of(&pages, "签名"), page);
        assert_eq!(page_of(&pages, "2026年2月10日"), page);
    }
}

#[test]
fn a_heading_stands_with_what_follows() {
    for lines in 10..30 {
        let heading = |level, text: &str| Block::Heading { level, runs: vec![Run::plain(text)] };
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("事实。")).collect();
        blocks.push(heading(1, "证据目录"));
        blocks.push(table(vec![row(1, 6), row(2, 6)]));
        let pages = pages(&paper(blocks));
        assert_eq!(page_of(&pages, "证据目录"), page_of(&pages, "【始1】"));
    }
}

/// Texts with a sequence of which each character has a glyph, and which no face draws as a whole there.
const SEQUENCES: [(&str, &str); 4] = [
    ("⋀\u{FE26}\u{2447}\u{59E}", "⋀\u{FE26}"),
    ("\u{30FD}\u{6D9}🏲\u{36C}◺", "🏲\u{36C}"),
    ("\u{2E04}\u{8F9}𝜀\u{313}", "𝜀\u{313}"),
    ("Ḷ\u{6DF}𝐡\u{32B}✰", "𝐡\u{32B}"),
];

fn line(runs: Vec<Run>) -> Block {
    Block::Paragraph { indent: true, align: Align::Start, runs }
}

#[test]
fn what_no_face_draws_together_is_numbered_in_words_of_others() {
    for style in [Style::Quoted, Style::Named] {
        for (text, boxed) in SEQUENCES {
            let alone: String = boxed.chars().take(1).collect();
            let paper = paper(vec![
                line(vec![Run::new(text, style)]),
                line(vec![Run::new(format!("🧙‍♂️{alone}完"), style)]),
            ]);
            let (document, undrawn) = TYPESETTER.set(&paper, &Exhibits::new()).unwrap();
            assert!(crate::glyphs::boxes(&document).is_empty(), "{text}");
            let page = pages(&paper).remove(0);
            for one in boxed.chars() {
                assert!(page.contains(&format!("U+{:04X}", u32::from(one))), "{page}");
            }
            assert!(page.contains("字符说明"), "{page}");
            // What can be drawn stays drawn, and the Word file says the same.
            assert!(page.contains("🧙‍♂️") && page.contains(&alone), "{page}");
            let written = undrawn.written_out(&paper);
            let numbers: String = boxed.chars().map(|one| format!("⟦U+{:04X}⟧", u32::from(one))).collect();
            let [Block::Paragraph { runs, .. }, _, Block::Note { .. }] = written.blocks.as_slice() else {
                panic!("{written:?}")
            };
            assert_eq!(runs[0].text, text.replace(boxed, &numbers));
        }
    }
}

#[test]
fn what_no_face_draws_together_in_words_of_ones_own_is_named_with_its_place() {
    let (text, _) = SEQUENCES[0];
    let paper = paper(vec![body("一"), line(vec![Run::plain("理由："), Run::filled(text)])]);
    let refused = TYPESETTER.set(&paper, &Exhibits::new()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "typeset-sequence-missing block=2 numbers=\"U+22C0 U+FE26\" row=0 sheet=1 text=\"⋀\\u{fe26}\""
    );
}

/// Letters, signs and marks that the faces have between them, beside each other as nobody writes them.
#[test]
fn no_sequence_in_a_name_stops_a_paper() {
    let marked = |one: &char| unicode_normalization::char::is_combining_mark(*one);
    let covered: Vec<char> = ('\u{A0}'..='\u{33FF}')
        .chain('\u{A000}'..='\u{ABFF}')
        .chain('\u{F900}'..='\u{1FBFF}')
        .filter(|one| TYPESETTER.faces.cover(*one))
        .collect();
    let marks: Vec<char> = covered.iter().copied().filter(marked).collect();
    let mut seed = 7u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % most
    };
    let mut name = || -> String {
        let mut name = String::new();
        for _ in 0..1 + next(3) {
            name.push(covered[next(covered.len())]);
            name.extend((next(2) == 0).then(|| marks[next(marks.len())]));
        }
        name
    };
    let blocks = (0..1500).map(|_| Block::Paragraph {
        indent: true,
        align: Align::Start,
        runs: vec![Run::named(name())],
    });
    let paper = paper(blocks.collect());
    let (_, undrawn) = TYPESETTER.set(&paper, &Exhibits::new()).unwrap();
    assert!(undrawn.said(&paper));
}
