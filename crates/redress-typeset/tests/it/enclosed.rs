//! Exhibits that are PDFs: printed page by page, or refused with a reason that names the item.

use crate::sample::{TYPESETTER, evidence_rows, mark, paper, paragraph, volume};
use redress_base::{Fault, ItemId};
use redress_paper::Run;
use redress_typeset::{Exhibits, docx};

/// A PDF of ours: faces embedded, several pages.
fn ours() -> Vec<u8> {
    TYPESETTER.pdf(&paper(vec![evidence_rows(12)]), &Exhibits::new()).unwrap().pdf
}

/// A PDF of these objects, the first of them its catalogue; readers find the table of objects by themselves.
fn made(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(text.len());
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = text.len();
    text.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in &places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    text.push_str(&format!("trailer\n<< /Root 1 0 R /Size {size} {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
    text.into_bytes()
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>";
const DRAWS: &str = "<< /Length 26 >>\nstream\n100 0 0 100 50 500 cm /I Do\nendstream";
const DOT: &str = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";

fn refused(bytes: &[u8]) -> String {
    let refused = TYPESETTER.shows(ItemId(17), bytes, 0).unwrap_err();
    assert_eq!(refused.fault, Fault::Input);
    assert!(refused.to_string().contains("item-000017"), "{refused}");
    refused.finding.code.clone()
}

#[test]
fn every_page_is_printed_and_its_pages_are_right() {
    let bytes = ours();
    let (mut paper, exhibits) = volume(&[(1, bytes.clone())]);
    paper.blocks.extend([mark("next.begin"), paragraph(vec![Run::plain("之后")])]);
    // What this program printed can itself be an exhibit of the next filing.
    let inside =
        TYPESETTER.pdf(&crate::sample::paper(vec![evidence_rows(12)]), &Exhibits::new()).unwrap().pages;
    assert!(inside >= 2);
    let printed = TYPESETTER.pdf(&paper, &exhibits).unwrap();
    // The first page of it is too high to stand under its heading.
    assert_eq!(printed.marks["exhibit-1.end"] - printed.marks["exhibit-1.begin"], inside);
    let out = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("enclosed.pdf");
    std::fs::write(out, &printed.pdf).unwrap();
    assert!(printed.marks["next.begin"] >= inside);
    // It is a picture that shows something, and the same bytes each time.
    assert_eq!(TYPESETTER.pdf(&paper, &exhibits).unwrap(), printed);
    let drawn = TYPESETTER.rasters(&paper, &exhibits).unwrap();
    let pages = &drawn.exhibits[&ItemId(1)];
    assert_eq!(pages.len() as u32, inside);
    let page = image::load_from_memory(&pages[0]).unwrap().into_luma8();
    let dark = page.pixels().filter(|point| point.0[0] < 128).count();
    assert!(dark > 10_000 && dark < page.pixels().count() / 4, "{dark}");
    assert_eq!((page.width(), page.height()), (1228, 1737));
    // DOCX shows each.
    let file = docx(&paper, &drawn).unwrap();
    let text = crate::docx_read::part(&file, "word/document.xml");
    assert_eq!(text.matches("<w:drawing>").count() as u32, inside);
}

#[test]
fn it_counts_like_the_pictures_that_it_becomes() {
    let taken = TYPESETTER.shows(ItemId(1), &ours(), 5).unwrap();
    assert_eq!((taken - 5) % (1228 * 1737), 0);
    assert_eq!(refused_after(&ours(), 299_000_000), "typeset-pictures-too-many");
}

fn refused_after(bytes: &[u8], taken: u64) -> String {
    TYPESETTER.shows(ItemId(1), bytes, taken).unwrap_err().finding.code.clone()
}

#[test]
fn a_plain_one_is_printed() {
    let bytes = made(&[CATALOG, PAGES, PAGE, DRAWS, DOT], "");
    assert_eq!(TYPESETTER.shows(ItemId(1), &bytes, 0).unwrap(), 1228 * 1738);
}

#[test]
fn an_encrypted_one_is_named() {
    let encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (oooooooooooooooooooooooooooooooo) \
                   /U (uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu) /P -4 >> /ID [(a) (a)]";
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, DOT], encrypt)), "typeset-pdf-encrypted");
}

#[test]
fn broken_ones_are_named_and_none_brings_the_program_down() {
    let whole = ours();
    for bytes in [&b"%PDF-1.7"[..], b"%PDF-", b"%PDF-1.7\n%%EOF", &whole[..200]] {
        assert_eq!(refused(bytes), "typeset-picture-broken");
    }
    // Cut and altered at many places: printed or refused, and never anything else.
    let plain = made(&[CATALOG, PAGES, PAGE, DRAWS, DOT], "");
    for at in (9..plain.len()).step_by(61) {
        // ISO 32000-1, 7.5.5: what was cut off does not say that it ends, and what a reader makes up for it is not printed.
        assert_eq!(refused(&plain[..at.min(plain.len() - 8)]), "typeset-picture-broken", "{at}");
        let mut altered = plain.clone();
        altered[at] ^= 0x15;
        let _ = TYPESETTER.shows(ItemId(1), &altered, 0);
    }
}

#[test]
fn one_that_goes_round_in_a_circle_ends() {
    let pages = "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>";
    let _ = TYPESETTER.shows(ItemId(1), &made(&[CATALOG, pages, PAGE, DRAWS, DOT], ""), 0);
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 5 0 R >> >> /Length 5 >>\nstream\n/I Do\nendstream";
    let _ = TYPESETTER.shows(ItemId(1), &made(&[CATALOG, PAGES, PAGE, DRAWS, form], ""), 0);
}

#[test]
fn a_bomb_is_not_unpacked() {
    // A picture that says it has 900 million points.
    let huge = DOT.replace("/Width 1 /Height 1", "/Width 30000 /Height 30000");
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, &huge], "")), "typeset-pdf-too-large");
    // Streams that unpack to more than half a gigabyte, whatever they are called.
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 64 << 20], 1);
    let mut bytes = made(&[CATALOG, PAGES, PAGE, DRAWS, DOT], "");
    for _ in 0..9 {
        bytes.extend(b"\n9 0 obj\n<< /Filter /FlateDecode >>\nstream\n");
        bytes.extend(&packed);
        bytes.extend(b"\nendstream\nendobj\n");
    }
    assert_eq!(refused(&bytes), "typeset-pdf-too-large");
    // Packed in a way that is not counted.
    let other = DOT.replace("/Length 1", "/Filter /JPXDecode /Length 1");
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, &other], "")), "typeset-picture-unsupported");
}

#[test]
fn one_that_would_be_printed_with_something_missing_is_not() {
    let seal = "<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 9 9] /AP << /N 5 0 R >> >>";
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, DOT, seal], "")), "typeset-pdf-annotated");
    let face = "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 >>";
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, DOT, face], "")), "typeset-pdf-faces");
    let coded = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H >>";
    assert_eq!(refused(&made(&[CATALOG, PAGES, PAGE, DRAWS, DOT, coded], "")), "typeset-pdf-faces");
    // Where it leads shows nothing, and our own papers link nowhere.
    let link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /AP << /N 5 0 R >> >>";
    TYPESETTER.shows(ItemId(1), &made(&[CATALOG, PAGES, PAGE, DRAWS, DOT, link], ""), 0).unwrap();
}

#[test]
fn one_of_too_many_pages_or_a_page_without_end_is_named() {
    let kids = "3 0 R ".repeat(101);
    let pages = format!("<< /Type /Pages /Kids [{kids}] /Count 101 >>");
    assert_eq!(refused(&made(&[CATALOG, &pages, PAGE, DRAWS, DOT], "")), "typeset-pdf-too-many-pages");
    let long = PAGE.replace("595 842", "100 14400");
    assert_eq!(refused(&made(&[CATALOG, PAGES, &long, DRAWS, DOT], "")), "typeset-picture-too-long");
}
