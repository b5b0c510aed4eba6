//! The AI label of GB 45438-2025 in every place where it is looked for, and what is told of odd ones.

use crate::samples::{
    LABEL, boxed, chunk, codes, described, exif, jpeg, packet, pdf, png, segment, video, webp,
};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use redress_base::{Finding, Level};
use redress_media::{Camera, Kind, Meaning, Place, describe, ends_early};
use std::io::{Cursor, Write as _};

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
        ("b.webp", webp(&[(b"XMP ", packet(LABEL)), (b"VP8 ", vec![7; 40])])),
        ("a.mp4", video("AIGC", LABEL)),
    ] {
        // From the twelfth byte on it is of a kind.
        let whole = described(name, &bytes).0;
        for end in 12..bytes.len() {
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

/// Other programs put pictures, films and notes behind the end of a JPEG.
#[test]
fn what_stands_behind_the_end_of_a_picture_is_no_break() {
    let whole = jpeg(&[xmp_segment(LABEL)]);
    for behind in [vec![0; 200_000], [vec![1; 70_000], whole.clone(), vec![2]].concat()] {
        let (statement, findings) = described("a.jpg", &[&whole[..], &behind].concat());
        assert!(statement.complete && findings.is_empty(), "{findings:?}");
    }
    // A long scan that breaks off, with what may stand inside of one: restarts, and 0xff as a value.
    let scan = [&whole[..whole.len() - 2], &[0xff, 0x00, 0xff, 0xd0, 7].repeat(40_000)].concat();
    let (statement, findings) = described("a.jpg", &scan);
    assert_eq!((statement.complete, codes(&findings)), (false, vec!["media-cut-off"]));
}

/// Each whole; every shorter beginning of it, from where its kind shows, is cut off, and nothing else is told of it.
#[test]
fn what_ends_before_its_end_is_told_once_and_what_is_whole_is_not() {
    let preview = segment(0xe1, &[0xff, 0xd9, 1, 1]);
    let webp = webp(&[(b"VP8 ", b"ABCD".to_vec())]);
    let pdf = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF".to_vec();
    let film = [boxed(b"ftyp", b""), boxed(b"mdat", b"ABCD")].concat();
    let wave = [&b"RIFF"[..], &8_u32.to_le_bytes(), b"WAVEdata"].concat();
    let gif = [&b"GIF89a\x01\x3b"[..], &[0; 70_000]].concat();
    let files: [(&str, Vec<u8>, usize, usize); 7] = [
        ("JPEG", jpeg(&[preview]), 3, 0),
        ("PNG", png(&[]), 8, 0),
        ("WebP", webp, 12, 0),
        ("PDF", pdf, 8, 0),
        ("MP4", film, 9, 0),
        ("RIFF", wave, 12, 0),
        // Padding behind the end is none of the file.
        ("GIF", gif, 6, 70_000),
    ];
    for (kind, whole, from, padding) in files {
        assert_eq!(told(&whole), Vec::<Finding>::new(), "{kind}");
        for end in from..whole.len() - padding {
            let found = told(&whole[..end]);
            let says: Vec<_> =
                found.iter().map(|one| (one.code.as_str(), one.args["kind"].clone())).collect();
            assert_eq!(says, [("media-cut-off", kind.into())], "{kind} {end}");
            assert_eq!(found[0].args["file"], "x".into(), "{kind} {end}");
        }
    }
    for other in [&b""[..], b"words", b"PK\x03\x04", &[0xff, 0xd8]] {
        assert!(told(other).is_empty(), "{other:?}");
    }
    // Something else stands where a part should begin.
    let mut broken = jpeg(&[segment(0xfe, &[1])]);
    broken[7] = 0;
    assert_eq!(codes(&told(&broken)), ["media-frame-broken"]);
}

/// What is told of a file, as whoever takes files in asks.
fn told(bytes: &[u8]) -> Vec<Finding> {
    let mut source = Cursor::new(bytes);
    match Kind::of(&mut source).unwrap() {
        Some(kind) => describe(kind, "x", &mut source).1,
        None => ends_early("x", &mut source).unwrap().into_iter().collect(),
    }
}

/// Every chunk is within its own bound; together they unpack to more than is unpacked for one file.
#[test]
fn many_texts_unpack_within_one_bound() {
    let bomb = chunk(b"zTXt", &[&b"note\0\0"[..], &packed(&vec![b' '; 4 << 20])].concat());
    let label = chunk(b"zTXt", &[&b"AIGC\0\0"[..], &packed(LABEL.as_bytes())].concat());
    let plain = chunk(b"tEXt", &[b"AIGC\0", LABEL.as_bytes()].concat());
    // Sixteen of four mebibytes are the bound; what is not packed is read behind them too.
    let (statement, findings) = described("a.png", &png(&[bomb.repeat(17), label, plain]));
    assert_eq!((statement.labels.len(), codes(&findings)), (1, vec!["media-too-much"; 2]));
}

/// One key of megabytes, used by very many entries, costs what one entry does.
#[test]
fn a_long_key_is_not_kept() {
    let key = [vec![b'x'; 300], b".AIGC".to_vec()].concat();
    let keys = [&[0; 8][..], &boxed(b"mdta", &key), &boxed(b"mdta", b"AIGC")].concat();
    let data = boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0][..], b"no label"].concat());
    let entry = |number: u8| boxed(&[0, 0, 0, number], &data);
    let meta = |list: &[u8]| {
        let inside = [vec![0; 4], boxed(b"keys", &keys), boxed(b"ilst", list)].concat();
        let moov = boxed(b"moov", &boxed(b"meta", &inside));
        described("a.mp4", &[boxed(b"ftyp", b"isom\0\0\x02\0"), moov].concat()).1
    };
    assert_eq!(codes(&meta(&entry(1).repeat(9))), Vec::<&str>::new());
    // The number of the key behind it stays what it is.
    assert_eq!(codes(&meta(&entry(2))), ["media-aigc-form"]);
}

#[test]
fn a_packet_in_a_film_has_the_bound_of_every_packet() {
    let film = |packet: Vec<u8>| {
        let moov = boxed(b"moov", &boxed(b"udta", &boxed(b"XMP_", &packet)));
        described("a.mp4", &[boxed(b"ftyp", b"isom\0\0\x02\0"), moov].concat())
    };
    assert_eq!(film(packet(LABEL)).0.labels.len(), 1);
    let long = [packet(LABEL), vec![b' '; 4 << 20]].concat();
    let (statement, findings) = film(long);
    assert_eq!((statement.labels.len(), codes(&findings)), (0, vec!["media-too-much"]));
}

/// That a position is recorded is told, where it stands in the fields of a film; the position itself never.
#[test]
fn a_film_that_says_where_it_was_taken() {
    let place = "+39.9042+116.4074/";
    let text = [&[0, 18, 0x15, 0xc7][..], place.as_bytes()].concat();
    let moov = boxed(b"moov", &boxed(b"udta", &boxed(b"\xa9xyz", &text)));
    let old = [boxed(b"ftyp", b"qt  \0\0\x02\0"), moov].concat();
    let position = Some(Camera { position: true, ..Camera::default() });
    for bytes in [old, video("com.apple.quicktime.location.ISO6709", place)] {
        let (statement, findings) = described("a.mov", &bytes);
        assert!(statement.camera == position && findings.is_empty(), "{findings:?}");
        let json = serde_json::to_string(&statement).unwrap();
        assert!(json.contains("\"position\":true") && !json.contains("39.9"), "{json}");
    }
    assert_eq!(described("a.mov", &video("com.apple.quicktime.location.ISO6709", "")).0.camera, None);
    // Where none was found, nothing says so: not every place is looked at.
    let camera = Camera { make: Some("a".into()), ..Camera::default() };
    assert_eq!(serde_json::to_string(&camera).unwrap(), "{\"make\":\"a\"}");
}

/// Packets and marks across the pieces in which a PDF is read, and very many small ones.
#[test]
fn packets_anywhere_in_a_document() {
    for before in [65_400, 65_536 - 40, 65_536 - 5, 65_536, 131_000] {
        let bytes =
            pdf(&[vec![b' '; before], packet(LABEL), b"/AFRelationship /C2PA_Manifest".to_vec()].concat());
        let (statement, findings) = described("a.pdf", &bytes);
        assert_eq!((statement.labels.len(), codes(&findings)), (1, vec!["media-pdf-c2pa"]), "{before}");
    }
    for before in 65_440..65_540 {
        let bytes = pdf(&[vec![b' '; before], b"C2PA_Manifest".to_vec(), packet(LABEL)].concat());
        let (statement, findings) = described("a.pdf", &bytes);
        assert_eq!((statement.labels.len(), codes(&findings)), (1, vec!["media-pdf-c2pa"]), "{before}");
    }
    // One that is open up to the bound, then one that is whole.
    let open = [b"<x:xmpmeta".to_vec(), vec![b' '; 5 << 20], packet(LABEL)].concat();
    let (statement, findings) = described("a.pdf", &pdf(&open));
    assert_eq!((statement.labels.len(), codes(&findings)), (1, vec!["media-too-much"]));
    let small = b"<x:xmpmeta</x:xmpmeta>".repeat(200_000);
    assert!(described("a.pdf", &pdf(&small)).0.complete);
}
