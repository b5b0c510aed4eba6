//! What stands in a DOCX: read back with a zip reader and an XML reader.

use crate::papers::{self, everything, glossed_draft, paper, rasters};
use redress_base::Fault;
use redress_paper::{Align, Block, Cell, Edition, Fixed, Paper, Picture, Run, Standing, Style};
use redress_typeset::{Rasters, docx};
use roxmltree::{Document, Node};
use std::io::{Cursor, Read as _};

pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of the file by name, in their order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// One part as text.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let parts = parts(bytes);
    let (_, found) = parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(found.clone()).unwrap()
}

/// The text of each paragraph, with breaks and tabulators.
pub(crate) fn paragraphs(xml: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap();
    document.descendants().filter(|node| node.has_tag_name((W, "p"))).map(text).collect()
}

fn text(paragraph: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "br" => text.push('\n'),
            "tab" if node.parent().is_some_and(|parent| parent.has_tag_name((W, "r"))) => text.push('\t'),
            _ => {}
        }
    }
    text
}

fn made(paper: &Paper) -> Vec<u8> {
    docx(paper, &rasters()).unwrap()
}

fn refused(paper: &Paper, rasters: &Rasters) -> (Fault, String) {
    let refusal = docx(paper, rasters).unwrap_err();
    (refusal.fault, refusal.finding.code.clone())
}

fn style(node: Node<'_, '_>) -> Option<String> {
    let style = node.descendants().find(|node| node.has_tag_name((W, "pStyle")))?;
    style.attribute((W, "val")).map(str::to_owned)
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    for paper in [everything(), glossed_draft()] {
        let first = made(&paper);
        let again = std::thread::spawn(move || made(&paper)).join().unwrap();
        assert!(first == again);
    }
}

#[test]
fn parts_have_a_fixed_order_and_time_and_every_relation_is_there() {
    let bytes = made(&everything());
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT));
        assert!(!file.is_dir());
    }
    let names: Vec<String> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[0], "[Content_Types].xml");
    let rels = part(&bytes, "word/_rels/document.xml.rels");
    let rels = Document::parse(&rels).unwrap();
    let targets: Vec<String> = rels
        .descendants()
        .filter_map(|node| node.attribute("Target").map(|target| format!("word/{target}")))
        .collect();
    assert!(targets.iter().all(|target| names.contains(target)), "{targets:?}");
    let document = part(&bytes, "word/document.xml");
    for id in rels.descendants().filter_map(|node| node.attribute("Id")) {
        let by_type = matches!(id, "rIdStyles" | "rIdNumbering" | "rIdSettings" | "rIdFonts");
        assert!(by_type || document.contains(&format!("\"{id}\"")), "{id}");
    }
    // No link leads out of the file.
    assert!(!rels.descendants().any(|node| node.attribute("TargetMode").is_some()));
}

#[test]
fn every_style_that_is_named_is_defined() {
    let bytes = made(&glossed_draft());
    let styles = part(&bytes, "word/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    let known: Vec<&str> = styles.descendants().filter_map(|node| node.attribute((W, "styleId"))).collect();
    for name in ["word/document.xml", "word/header.xml", "word/footer.xml"] {
        let xml = part(&bytes, name);
        let xml = Document::parse(&xml).unwrap();
        for node in xml.descendants() {
            if matches!(node.tag_name().name(), "pStyle" | "rStyle" | "tblStyle") {
                let style = node.attribute((W, "val")).unwrap();
                assert!(known.contains(&style), "{style}");
            }
        }
    }
}

#[test]
fn headings_and_title_are_words_own_styles() {
    let xml = part(&made(&everything()), "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let styled = |wanted: &str| -> Vec<String> {
        let lines = document.descendants().filter(|node| node.has_tag_name((W, "p")));
        lines.filter(|node| style(*node).as_deref() == Some(wanted)).map(text).collect()
    };
    assert_eq!(styled("Title"), ["刑事自诉状"]);
    assert_eq!(styled("Heading1"), ["一、诉讼请求", "二、事实与理由", "三、证据目录"]);
    assert_eq!(styled("Heading2"), ["（一）发布与传播"]);
    assert_eq!(styled("Heading3"), ["1. 校验值"]);
    assert!(styled("BodyFirstIndent").len() >= 3);
}

#[test]
fn tables_repeat_their_head_span_and_fill_the_page() {
    let xml = part(&made(&everything()), "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let tables: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.has_tag_name((W, "tbl"))).collect();
    assert_eq!(tables.len(), 2);
    let count = |table: Node<'_, '_>, name: &str| {
        table.descendants().filter(|node| node.has_tag_name((W, name))).count()
    };
    assert_eq!(count(tables[0], "tblHeader"), 0);
    assert_eq!(count(tables[0], "gridSpan"), 1);
    assert_eq!(count(tables[0], "shd"), 3);
    assert_eq!(count(tables[1], "tblHeader"), 1);
    assert_eq!(count(tables[1], "cantSplit"), 41, "short rows stay whole");
    let caption = tables[1].descendants().find(|node| node.has_tag_name((W, "tblCaption"))).unwrap();
    assert_eq!(caption.attribute((W, "val")), Some("证据目录"));
    for table in tables {
        let columns = table.descendants().filter(|node| node.has_tag_name((W, "gridCol")));
        let width: i32 = columns.map(|node| node.attribute((W, "w")).unwrap().parse::<i32>().unwrap()).sum();
        assert_eq!(width, 8_844);
    }
}

#[test]
fn a_long_row_goes_on_over_pages_and_a_short_one_does_not() {
    let row = |text: &str| vec![Cell::of(vec![Run::filled(text)]), Cell::of(vec![Run::filled("页")])];
    let rows = vec![row("短"), row(&"长".repeat(2_000)), row(&"一\n".repeat(60))];
    let table = Block::Table { columns: vec![1, 1], head: 0, name: Fixed::default(), rows };
    let xml = part(&made(&paper(vec![table])), "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let whole: Vec<bool> = document
        .descendants()
        .filter(|node| node.has_tag_name((W, "tr")))
        .map(|row| row.descendants().any(|node| node.has_tag_name((W, "cantSplit"))))
        .collect();
    assert_eq!(whole, [true, false, false]);
}

#[test]
fn lists_count_from_one_again() {
    let bytes = made(&everything());
    let xml = part(&bytes, "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let numbers: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((W, "numId")))
        .filter_map(|node| node.attribute((W, "val")))
        .collect();
    assert_eq!(numbers, ["2", "2", "1", "1", "3"]);
    let numbering = part(&bytes, "word/numbering.xml");
    assert_eq!(numbering.matches("startOverride").count(), 2);
}

#[test]
fn marks_are_bookmarks_with_names_of_their_own() {
    let long = "证据 \"<&>".repeat(200);
    let blocks = vec![
        Block::Mark { name: "exhibit-3-first".to_owned() },
        paragraph_of("一"),
        Block::Mark { name: long.clone() },
        Block::Mark { name: long },
    ];
    let xml = part(&made(&paper(blocks)), "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let names: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((W, "bookmarkStart")))
        .map(|node| node.attribute((W, "name")).unwrap())
        .collect();
    assert_eq!(names[0], "m1_exhibit_3_first");
    assert_eq!(names.len(), 3);
    assert_ne!(names[1], names[2]);
    assert!(
        names.iter().all(
            |name| name.len() <= 40 && name.bytes().all(|one| one == b'_' || one.is_ascii_alphanumeric())
        )
    );
}

fn paragraph_of(text: &str) -> Block {
    papers::paragraph(text)
}

#[test]
fn a_new_page_begins_with_the_paragraph_and_not_with_an_empty_line() {
    let blocks = vec![paragraph_of("一"), Block::PageBreak, paragraph_of("二"), Block::PageBreak];
    let xml = part(&made(&paper(blocks)), "word/document.xml");
    assert_eq!(paragraphs(&xml), ["一", "二"]);
    assert_eq!(xml.matches("<w:pageBreakBefore").count(), 1);
}

#[test]
fn pictures_say_what_they_show_and_stand_in_the_file_once() {
    let mut paper = everything();
    let again = paper.blocks.iter().find(|block| matches!(block, Block::Picture { id, .. } if id == "shot"));
    let again = again.cloned().unwrap();
    paper.blocks.push(again);
    let bytes = made(&paper);
    let xml = part(&bytes, "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let told: Vec<(&str, &str)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "docPr")
        .map(|node| (node.attribute("id").unwrap(), node.attribute("descr").unwrap()))
        .collect();
    assert_eq!(told, [("1", "浏览量随时间上升的曲线"), ("2", "帖子截图"), ("3", "帖子截图")]);
    let media: Vec<String> =
        parts(&bytes).into_iter().map(|(name, _)| name).filter(|name| name.contains("media")).collect();
    assert_eq!(media, ["word/media/image1.png", "word/media/image2.png"]);
}

#[test]
fn a_final_says_nothing_beside_its_text_and_a_draft_says_that_it_is_one() {
    let last = made(&everything());
    assert!(!parts(&last).iter().any(|(name, _)| name.contains("header")));
    assert!(!part(&last, "word/document.xml").contains("草稿"));
    assert!(!part(&last, "[Content_Types].xml").contains("header"));

    let draft = made(&glossed_draft());
    let header = part(&draft, "word/header.xml");
    assert!(header.contains("草稿") && header.contains("DRAFT") && header.contains("not for filing"));
    let lines = paragraphs(&part(&draft, "word/document.xml"));
    assert_eq!(lines[0], "草稿：还有 2 处待填。\nDraft: 2 fields to be filled.");
    assert!(lines[1].starts_with("1. 公民身份号码（《刑事诉讼法》解释第319条）"));
    assert!(lines[1].contains("Identity number") && !lines[1].contains("prosecutors.0.id_number"));

    let mut glossed = everything();
    glossed.edition = Edition::Glossed;
    let header = part(&made(&glossed), "word/header.xml");
    assert!(header.contains("not for filing") && !header.contains("DRAFT"));

    let mut chinese = everything();
    chinese.standing = Standing::Draft;
    let first = paragraphs(&part(&made(&chinese), "word/document.xml")).remove(0);
    assert_eq!(first, "草稿：尚未定稿。");
}

#[test]
fn the_page_is_that_of_the_standard_and_its_number_is_the_only_field() {
    let bytes = made(&everything());
    let xml = part(&bytes, "word/document.xml");
    let document = Document::parse(&xml).unwrap();
    let margins = document.descendants().find(|node| node.has_tag_name((W, "pgMar"))).unwrap();
    // GB/T 9704-2012, 5.2.2: 37, 35, 28 and 26 mm; a twip is 1/1440 inch.
    for (side, millimetres) in [("top", 37.0), ("bottom", 35.0), ("left", 28.0), ("right", 26.0)] {
        let twips: f64 = margins.attribute((W, side)).unwrap().parse().unwrap();
        assert!((twips / 1440.0 * 25.4 - millimetres).abs() < 0.05, "{side}");
    }
    let footer = part(&bytes, "word/footer.xml");
    assert_eq!(paragraphs(&footer), ["— 1 —"]);
    assert_eq!(footer.matches("PAGE").count(), 1);
    for name in ["fldSimple", "fldChar", "instrText", "hyperlink", "altChunk", "object"] {
        assert!(!xml.contains(name), "{name}");
    }
}

#[test]
fn properties_hold_title_language_and_day_and_no_author() {
    let mut paper = everything();
    paper.title.zh = "诉状\u{202e}<&>\u{1}\n第二行".to_owned();
    let core = part(&made(&paper), "docProps/core.xml");
    let core = Document::parse(&core).unwrap();
    let said: Vec<(&str, &str)> = core
        .root_element()
        .children()
        .filter(|node| node.is_element())
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    assert_eq!(
        said,
        [
            ("title", "诉状⟦U+202E RLO⟧<&>⟦U+0001⟧ 第二行"),
            ("created", "2026-02-10T00:00:00Z"),
            ("modified", "2026-02-10T00:00:00Z"),
            ("language", "zh-CN"),
        ]
    );
}

#[test]
fn a_line_to_sign_on_follows_a_label_alone() {
    let lines = paragraphs(&part(&made(&everything()), "word/document.xml"));
    assert!(lines.contains(&"自诉人（签名）：\t".to_owned()));
    assert!(lines.contains(&"2026年2月10日".to_owned()));
}

#[test]
fn what_cannot_be_set_is_refused_by_name() {
    let show = |id: &str| Block::Picture { id: id.to_owned(), alt: String::new(), caption: Vec::new() };
    let none = Rasters::default();
    assert_eq!(refused(&paper(vec![show("x")]), &none), (Fault::Input, "typeset-picture-unknown".to_owned()));
    assert_eq!(refused(&everything(), &none), (Fault::Input, "typeset-picture-not-handed-in".to_owned()));
    let mut broken = rasters();
    broken.charts.insert("reach".to_owned(), b"GIF89a".to_vec());
    assert_eq!(refused(&everything(), &broken).1, "typeset-picture-no-png");
    let mut other = everything();
    other.pictures.insert("reach".to_owned(), Picture::Exhibit { item: redress_base::ItemId(99) });
    assert_eq!(refused(&other, &rasters()).1, "typeset-picture-not-handed-in");

    let mut day = everything();
    day.day = "下周一".to_owned();
    assert_eq!(refused(&day, &rasters()).1, "typeset-day-unreadable");

    for row in [vec![], vec![Cell::of(vec![]); 3], vec![Cell::of(vec![]).wide(0), Cell::of(vec![]).wide(2)]] {
        let table = Block::Table { columns: vec![1, 1], head: 1, name: Fixed::default(), rows: vec![row] };
        let refusal = docx(&paper(vec![table]), &none).unwrap_err();
        assert_eq!(refusal.finding.code, "typeset-table-uneven");
        assert_eq!(refusal.finding.args["row"], redress_base::Arg::Number(1));
    }
}

#[test]
fn empty_things_are_no_broken_things() {
    let blocks = vec![
        Block::Title { runs: Vec::new() },
        Block::Paragraph { indent: false, align: Align::Center, runs: vec![Run::new("", Style::Gloss)] },
        Block::Table { columns: vec![1], head: 9, name: Fixed::default(), rows: Vec::new() },
        Block::Table {
            columns: vec![1],
            head: 9,
            name: Fixed::default(),
            rows: vec![vec![Cell::tall(Vec::new())]],
        },
        Block::Table {
            columns: vec![0],
            head: 0,
            name: Fixed::default(),
            rows: vec![vec![Cell::of(Vec::new())]],
        },
        Block::List { ordered: true, items: Vec::new() },
        Block::Signature { lines: vec![Vec::new()] },
    ];
    let xml = part(&made(&paper(blocks)), "word/document.xml");
    assert_eq!(xml.matches("<w:tbl>").count(), 2);
}
