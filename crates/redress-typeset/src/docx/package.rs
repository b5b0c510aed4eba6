//! The parts of the package in a fixed order and at a fixed time, so that the same paper gives the same bytes.

use super::block::Body;
use super::picture::relation;
use super::visible::visible_line;
use super::{margin, refuse, unwritable};
use rdocx_oxml::core_properties::CoreProperties;
use redress_base::{Finding, Refusal};
use redress_paper::Paper;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The whole file.
pub(super) fn pack(paper: &Paper, body: Body<'_>) -> Result<Vec<u8>, Refusal> {
    let header = margin::header(paper)?;
    let mut document = body.document;
    document.body.sect_pr = Some(margin::section(header.is_some()));
    let pictures = &body.pictures.shown;
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        // The content types come first: a reader of the stream needs them first (ECMA-376 part 2, 10.2).
        named("[Content_Types].xml", types(header.is_some()).into_bytes()),
        named("_rels/.rels", include_bytes!("parts/package.rels").to_vec()),
        named("docProps/core.xml", properties(paper)?),
        named("word/_rels/document.xml.rels", relations(header.is_some(), pictures.len()).into_bytes()),
        named("word/document.xml", document.to_xml().map_err(unwritable)?),
        named("word/fontTable.xml", include_bytes!("parts/fontTable.xml").to_vec()),
        named("word/footer.xml", margin::footer()?),
    ];
    parts.extend(header.map(|xml| named("word/header.xml", xml)));
    parts.push(named("word/numbering.xml", numbering(body.lists).into_bytes()));
    parts.push(named("word/settings.xml", include_bytes!("parts/settings.xml").to_vec()));
    parts.push(named("word/styles.xml", include_bytes!("parts/styles.xml").to_vec()));
    for (at, bytes) in pictures.iter().enumerate() {
        parts.push((format!("word/media/image{}.png", at + 1), bytes.to_vec()));
    }
    zipped(&parts)
}

fn named(name: &str, bytes: Vec<u8>) -> (String, Vec<u8>) {
    (name.to_owned(), bytes)
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Refusal> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::DEFAULT);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).map_err(unwritable)?;
        zip.write_all(bytes).map_err(unwritable)?;
    }
    Ok(zip.finish().map_err(unwritable)?.into_inner())
}

/// Title, language and day: no author, and no clock.
fn properties(paper: &Paper) -> Result<Vec<u8>, Refusal> {
    if !is_day(&paper.day) {
        return Err(refuse(Finding::error("typeset-day-unreadable").with("day", paper.day.as_str())));
    }
    let day = format!("{}T00:00:00Z", paper.day);
    CoreProperties {
        title: Some(visible_line(&paper.title.zh)),
        created: Some(day.clone()),
        modified: Some(day),
        language: Some("zh-CN".to_owned()),
        ..CoreProperties::default()
    }
    .to_xml()
    .map_err(unwritable)
}

/// `2026-02-10`: the properties of a document have to hold a day that other programs read.
fn is_day(day: &str) -> bool {
    let mut parts = day.split('-');
    let mut number = |digits: usize, range: std::ops::RangeInclusive<u32>| {
        parts.next().is_some_and(|part| {
            part.len() == digits
                && part.bytes().all(|one| one.is_ascii_digit())
                && part.parse().is_ok_and(|value: u32| range.contains(&value))
        })
    };
    number(4, 1..=9999) && number(2, 1..=12) && number(2, 1..=31) && parts.next().is_none()
}

fn types(header: bool) -> String {
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
        r#"<Default Extension="png" ContentType="image/png"/>"#,
        r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
        r#"<Default Extension="xml" ContentType="application/xml"/>"#,
        r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    ));
    for (part, kind) in PARTS.iter().filter(|(part, _)| header || *part != "header") {
        let kind = if *part == "document" { "document.main" } else { kind };
        xml.push_str(&format!(r#"<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>"#));
    }
    xml.push_str("</Types>");
    xml
}

/// The parts that the document names, and the document itself.
const PARTS: [(&str, &str); 7] = [
    ("document", ""),
    ("fontTable", "fontTable"),
    ("footer", "footer"),
    ("header", "header"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("styles", "styles"),
];

fn relations(header: bool, pictures: usize) -> String {
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    ));
    let named = PARTS.iter().filter(|(part, _)| *part != "document" && (header || *part != "header"));
    for (part, kind) in named {
        let id = match *part {
            "footer" => "rIdFooter",
            "header" => "rIdHeader",
            "styles" => "rIdStyles",
            "numbering" => "rIdNumbering",
            "settings" => "rIdSettings",
            _ => "rIdFonts",
        };
        let _ = write!(xml, r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{part}.xml"/>"#);
    }
    for number in 1..=pictures {
        let id = relation(number);
        let _ = write!(
            xml,
            r#"<Relationship Id="{id}" Type="{RELATIONS}/image" Target="media/image{number}.png"/>"#
        );
    }
    xml.push_str("</Relationships>");
    xml
}

/// Every numbered list counts from 1 again, which Word does only for a list with a number of its own.
fn numbering(lists: u32) -> String {
    let xml = include_str!("parts/numbering.xml");
    let mut own = String::new();
    for list in 0..lists {
        let id = list + 2;
        let _ = write!(
            own,
            concat!(
                r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/>"#,
                r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
            ),
            id
        );
    }
    xml.replace("</w:numbering>", &format!("{own}</w:numbering>"))
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_is_a_day() {
        assert!(is_day("2026-02-10"));
        for no in [
            "",
            "2026-2-10",
            "2026-13-01",
            "2026-00-01",
            "2026-01-32",
            "2026-02-10T00",
            "+026-02-10",
            "2026-02-10-1",
        ] {
            assert!(!is_day(no), "{no}");
        }
    }
}
