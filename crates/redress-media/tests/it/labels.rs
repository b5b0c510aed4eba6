//! The AI label of GB 45438-2025 in every place where it is looked for, and what is told of odd ones.

use crate::samples::chunk;
use crate::samples::{LABEL, codes, described, exif, jpeg, packet, pdf, png, segment, video, webp};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use redress_base::Level;
use redress_media::{Meaning, Place};
use std::io::Write as _;

fn packed(text: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    out.write_all(text).unwrap();
    out.finish().unwrap()
}

fn xmp_segment(label: &str) -> Vec<u8> {
    segment(0xe1, &[&b"http://ns.adobe.com/xap/1.0/\0"[..], &packet(label)].concat())
}

#[test]
fn every_place() {
    let text = |keyword: &str| [keyword.as_bytes(), &[0], LABEL.as_bytes()].concat();
    let itxt = |keyword: &str, flag: u8, body: Vec<u8>| {
        chunk(b"iTXt", &[keyword.as_bytes(), &[0, flag, 0, 0, 0], &body].concat())
    };
    let comment = exif(LABEL);
    let files = [
        ("xmp.jpg", jpeg(&[xmp_segment(LABEL)]), Place::Xmp),
        ("exif.jpg", jpeg(&[segment(0xe1, &[b"Exif\0\0", &comment[..]].concat())]), Place::UserComment),
        ("comment.jpg", jpeg(&[segment(0xfe, LABEL.as_bytes())]), Place::Comment),
        ("text.png", png(&[chunk(b"tEXt", &text("AIGC"))]), Place::TextChunk),
        ("keyword.png", png(&[chunk(b"tEXt", &text("Comment"))]), Place::TextChunk),
        ("own.png", png(&[chunk(b"AIGC", LABEL.as_bytes())]), Place::OwnChunk),
        (
            "packed.png",
            png(&[chunk(b"zTXt", &[&b"AIGC\0\0"[..], &packed(LABEL.as_bytes())].concat())]),
            Place::TextChunk,
        ),
        ("xmp.png", png(&[itxt("XML:com.adobe.xmp", 0, packet(LABEL))]), Place::Xmp),
        ("packed-xmp.png", png(&[itxt("XML:com.adobe.xmp", 1, packed(&packet(LABEL)))]), Place::Xmp),
        ("exif.png", png(&[chunk(b"eXIf", &comment)]), Place::UserComment),
        ("xmp.webp", webp(&[(b"VP8X", vec![0; 10]), (b"XMP ", packet(LABEL))]), Place::Xmp),
        ("exif.webp", webp(&[(b"EXIF", comment)]), Place::UserComment),
        ("video.mp4", video("AIGC", LABEL), Place::VideoMeta),
        ("other.mp4", video("comment", LABEL), Place::VideoMeta),
        ("xmp.pdf", pdf(&packet(LABEL)), Place::Xmp),
    ];
    for (name, bytes, place) in files {
        let (statement, findings) = described(name, &bytes);
        assert!(findings.is_empty() && statement.complete, "{name}: {findings:?}");
        let [label] = statement.labels.as_slice() else { panic!("{name}: {statement:?}") };
        assert_eq!((label.place, label.meaning), (place, Some(Meaning::Generated)), "{name}");
        assert_eq!((label.produce_id.as_str(), label.propagate_id.as_str()), ("p-1", "q-2"), "{name}");
        assert_eq!(label.propagator, "某平台", "{name}");
    }
}

#[test]
fn two_labels_that_differ_are_told_and_copies_are_not() {
    let other = LABEL.replacen("\"1\"", "\"2\"", 1);
    let both =
        |second: &str| described("a.jpg", &jpeg(&[xmp_segment(LABEL), segment(0xfe, second.as_bytes())]));
    let (statement, findings) = both(&other);
    assert_eq!((statement.labels.len(), codes(&findings)), (2, vec!["media-aigc-differ"]));
    let (statement, findings) = both(LABEL);
    assert_eq!((statement.labels.len(), codes(&findings)), (2, vec![]));
}

/// What some tools write instead of the standard's value is kept as it stands, and given no meaning.
#[test]
fn a_value_that_the_standard_has_not() {
    let (statement, findings) =
        described("a.png", &png(&[chunk(b"AIGC", LABEL.replacen("\"1\"", "\"AIGC\"", 1).as_bytes())]));
    assert_eq!((statement.labels[0].meaning, statement.labels[0].stated.as_str()), (None, "AIGC"));
    assert_eq!(codes(&findings), ["media-aigc-value"]);
}

#[test]
fn a_file_without_one_says_nothing() {
    for (name, bytes) in [
        ("a.jpg", jpeg(&[segment(0xe0, b"JFIF\0"), segment(0xfe, b"a {label} of mine")])),
        ("a.png", png(&[chunk(b"tEXt", b"Comment\0AIGC is a word")])),
        ("a.webp", webp(&[(b"VP8 ", vec![1, 2, 3])])),
        ("a.mp4", video("title", "a film about AIGC")),
        ("a.pdf", pdf(b"")),
    ] {
        let (statement, findings) = described(name, &bytes);
        assert!(statement.is_silent() && statement.complete && findings.is_empty(), "{name}: {findings:?}");
    }
}

#[test]
fn frames_that_break_off_are_told() {
    for (name, bytes) in [
        ("a.jpg", jpeg(&[xmp_segment(LABEL)])),
        ("a.png", png(&[chunk(b"AIGC", LABEL.as_bytes())])),
        ("a.webp", webp(&[(b"XMP ", packet(LABEL))])),
        ("a.mp4", video("AIGC", LABEL)),
    ] {
        // From the twelfth byte on it is of a kind. The marks of the end of a JPEG are not asked for.
        let last = if name == "a.jpg" { bytes.len() - 6 } else { bytes.len() - 1 };
        let whole = described(name, &bytes).0;
        for end in 12..last {
            let (statement, findings) = described(name, &bytes[..end]);
            let told = findings.iter().all(|finding| finding.level < Level::Error);
            // A box that ends where the file does is a shorter file, and nothing in it says otherwise.
            let shorter = name == "a.mp4" && matches!(end, 16 | 31);
            assert!(told && (shorter || (!statement.complete && !findings.is_empty())), "{name} {end}");
            assert!(statement != whole, "{name} {end}");
        }
    }
}

/// What unpacks to more than is read is told and not held.
#[test]
fn a_bomb_in_a_text_chunk() {
    let bomb = [&b"AIGC\0\0"[..], &packed(&vec![b' '; 64 << 20])].concat();
    let (statement, findings) = described("a.png", &png(&[chunk(b"zTXt", &bomb)]));
    assert_eq!((statement.labels.len(), codes(&findings)), (0, vec!["media-text-form"]));
}
