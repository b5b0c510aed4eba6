//! Pictures: kinds that can be printed, and refusals that name the item.

use crate::sample::{TYPESETTER, paper, volume};
use image::{DynamicImage, ImageFormat};
use redress_base::Fault;
use redress_paper::{Block, Picture};
use redress_typeset::Exhibits;
use std::io::Cursor;

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let drawn =
        image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 128]));
    DynamicImage::from(drawn).write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn refused(bytes: Vec<u8>) -> (String, String) {
    let (paper, exhibits) = volume(&[(17, bytes)]);
    let refused = TYPESETTER.pdf(&paper, &exhibits).unwrap_err();
    (refused.finding.code.clone(), refused.to_string())
}

#[test]
fn four_kinds_are_printed() {
    let kinds = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
    let all: Vec<_> = (1..).zip(kinds).map(|(number, kind)| (number, picture(600, 400, kind))).collect();
    let (paper, exhibits) = volume(&all);
    let printed = TYPESETTER.pdf(&paper, &exhibits).unwrap();
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("kinds.pdf"), &printed.pdf)
        .unwrap();
    assert!(printed.pdf.len() > 10_000);
}

/// Left half red, right half cyan, in the four inks of a press: PDF/A-2b lets it in only in the colours of a screen.
#[test]
fn a_picture_for_the_press_is_printed_in_the_colours_of_a_screen() {
    let inks = include_bytes!("../fixtures/cmyk.jpg").to_vec();
    assert_eq!(TYPESETTER.shows(redress_base::ItemId(17), &inks, 0).unwrap(), 64 * 48);
    let (paper, exhibits) = volume(&[(17, inks)]);
    let printed = TYPESETTER.pdf(&paper, &exhibits).unwrap();
    assert!(!printed.pdf.windows(10).any(|ten| ten == b"DeviceCMYK"));
    assert_eq!(TYPESETTER.pdf(&paper, &exhibits).unwrap().pdf, printed.pdf);
    let pages = TYPESETTER.pages_as_png(&paper, &exhibits, 96).unwrap();
    let drawn: Vec<_> = pages.iter().map(|page| image::load_from_memory(page).unwrap().into_rgb8()).collect();
    let near = |wanted: [u8; 3]| {
        let points = drawn.iter().flat_map(|page| page.pixels());
        points.filter(|point| point.0.iter().zip(wanted).all(|(own, other)| own.abs_diff(other) < 40)).count()
    };
    // 32 points in each half, 48 high; a few at the seam are neither.
    assert!(near([255, 0, 0]) > 1_000, "{}", near([255, 0, 0]));
    assert!(near([0, 255, 255]) > 1_000, "{}", near([0, 255, 255]));
}

#[test]
fn a_broken_picture_names_its_item() {
    let whole = picture(600, 400, ImageFormat::Png);
    let (code, said) = refused(whole[..whole.len() / 2].to_vec());
    assert_eq!(code, "typeset-picture-broken");
    assert!(said.contains("item-000017"), "{said}");
    for bytes in [Vec::new(), b"hello".to_vec(), b"GIF".to_vec()] {
        assert_eq!(refused(bytes).0, "typeset-picture-unsupported");
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_not_unpacked() {
    // The header of a PNG of 60,000 by 60,000 points; 14 GB unpacked.
    let mut bytes = picture(8, 8, ImageFormat::Png);
    bytes[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    let (code, said) = refused(bytes);
    assert_eq!(code, "typeset-picture-too-large", "{said}");
}

/// CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn a_ribbon_is_refused() {
    assert_eq!(refused(picture(4, 30_000, ImageFormat::Png)).0, "typeset-picture-too-long");
}

#[test]
fn a_picture_that_is_not_there_is_refused() {
    let (paper, _) = volume(&[(17, Vec::new())]);
    let refused = TYPESETTER.pdf(&paper, &Exhibits::new()).unwrap_err();
    assert_eq!(
        (refused.finding.code.as_str(), refused.fault),
        ("typeset-picture-not-handed-in", Fault::Usage)
    );
}

#[test]
fn a_drawing_that_is_none_is_refused() {
    let mut made = paper(vec![Block::Picture { id: "a".into(), alt: String::new(), caption: Vec::new() }]);
    assert_eq!(TYPESETTER.pdf(&made, &Exhibits::new()).unwrap_err().finding.code, "typeset-picture-unknown");
    for svg in ["", "<svg", "<html xmlns='http://www.w3.org/2000/svg'/>"] {
        made.pictures.insert("a".into(), Picture::Svg { svg: svg.into() });
        let refused = TYPESETTER.pdf(&made, &Exhibits::new()).unwrap_err();
        assert_eq!(refused.finding.code, "typeset-picture-broken", "{svg}");
    }
}

/// What is typeset for as many points as are allowed in all, and one more.
#[test]
fn the_points_of_all_pictures_are_counted_before_any_is_set() {
    let one = picture(600, 400, ImageFormat::Png);
    let item = redress_base::ItemId(3);
    assert_eq!(TYPESETTER.shows(item, &one, 0).unwrap(), 240_000);
    assert_eq!(TYPESETTER.shows(item, &one, 300_000_000 - 240_000).unwrap(), 300_000_000);
    let refused = TYPESETTER.shows(item, &one, 300_000_000 - 239_999).unwrap_err();
    assert_eq!(refused.finding.code, "typeset-pictures-too-many");
}

/// 30,000 by 30,000 points in a file that says so truthfully: a bomb of 900 MB in less than 1 MB.
#[test]
fn a_picture_that_is_huge_is_not_unpacked_either() {
    for (width, height) in [(30_000, 30_000), (7_072, 7_072), (50_001, 1_000)] {
        let mut bytes = picture(8, 8, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&u32::to_be_bytes(width));
        bytes[20..24].copy_from_slice(&u32::to_be_bytes(height));
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(refused(bytes).0, "typeset-picture-too-large");
    }
    // A JPEG of 16,000 by 12,500 points (200 million): its frame says so.
    let mut bytes = picture(16, 16, ImageFormat::Jpeg);
    let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&12_500u16.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&16_000u16.to_be_bytes());
    assert_eq!(refused(bytes).0, "typeset-picture-too-large");
}
