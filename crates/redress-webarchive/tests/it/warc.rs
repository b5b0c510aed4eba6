//! WARC: what is read of honest files, and the one error of each broken one.

use crate::samples::{CHUNKED, MOMENT, PAGE, URL, codes, described, place, warc};
use flate2::write::GzEncoder;
use flate2::{Compress, Compression, FlushCompress};
use redress_base::Instant;
use redress_webarchive::warc::{Captured, Checked, Record, RecordId, Writer, read};
use redress_webarchive::{Kind, Subject};
use std::io::{Cursor, Write};

fn records(bytes: &[u8]) -> (Vec<Record>, Vec<String>) {
    let mut found = Vec::new();
    let (summary, findings) = read("a.warc", &mut &bytes[..], &mut |record| found.push(record.clone()));
    assert_eq!(summary.records, found.len() as u64);
    (found, codes(&findings).iter().map(|code| (*code).to_owned()).collect())
}

/// One record as other tools write it.
fn raw(fields: &str, block: &str) -> Vec<u8> {
    format!("WARC/1.0\r\n{fields}\r\n{block}\r\n\r\n").into_bytes()
}

const USUAL: &str = "WARC-Type: resource\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2026-03-01T01:30:00Z\r\n";

#[test]
fn what_was_written_is_read_the_same_plain_and_packed() {
    for gzip in [false, true] {
        let bytes = warc(gzip);
        let (description, findings) = described("data.warc", &bytes);
        assert_eq!(codes(&findings), Vec::<&str>::new());
        assert!(description.complete);
        assert_eq!((description.kind, description.version.as_deref()), (Kind::Warc, Some("1.1")));
        assert_eq!(description.tool.as_deref(), Some("redress 0.1.0"));
        assert_eq!(description.made.unwrap().at, MOMENT);
        assert_eq!(description.parts_found, 4);
        let page = &description.pages[0];
        assert_eq!(
            (page.url.as_str(), page.status, page.title.as_deref()),
            (URL, Some(200), Some("谣言 & 转发"))
        );
        assert_eq!((description.pages_found, page.part), (1, Some(2)));
        let chunked = &description.parts[2];
        // `printf Hello | sha256sum`.
        let hello = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";
        assert_eq!((chunked.status, chunked.bytes, chunked.sha256.to_string()), (Some(404), 5, hello.into()));
        let end = description.parts.iter().fold(0, |from, part| {
            assert_eq!(part.start, from, "the spans follow each other");
            part.end
        });
        assert_eq!(end, bytes.len() as u64);
        let counts: Vec<_> =
            description.claims.iter().map(|claim| (claim.subject, claim.held, claim.failed)).collect();
        assert_eq!(counts, [(Subject::Block, 4, 0), (Subject::Payload, 4, 0)]);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(warc(true), warc(true));
    let text = String::from_utf8(warc(false)).unwrap();
    assert!(text.starts_with("WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:"), "{text}");
    assert!(text.contains("WARC-Date: 2026-03-01T01:30:00Z\r\n"));
}

#[test]
fn digests_of_other_tools_are_checked_in_every_form() {
    // `printf abc | openssl dgst -sha1 -binary | base32`, and the same in hex; sha256 likewise.
    for digest in [
        "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
        "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha-256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
    ] {
        let fields = format!("{USUAL}WARC-Block-Digest: {digest}\r\nContent-Length: 3\r\n");
        let (good, none) = records(&raw(&fields, "abc"));
        assert_eq!((good[0].block, none.len()), (Checked::Holds, 0), "{digest}");
        let (bad, codes) = records(&raw(&fields, "abd"));
        assert_eq!((bad[0].block, codes), (Checked::Fails, vec!["webarchive-warc-block-differs".into()]));
    }
    let md5 =
        format!("{USUAL}WARC-Block-Digest: md5:900150983cd24fb0d6963f7d28e17f72\r\nContent-Length: 3\r\n");
    let (description, _) = described("a.warc", &raw(&md5, "abc"));
    let claim = &description.claims[0];
    assert!(claim.weak && claim.unchecked == 1 && claim.algorithm == "md5");
}

#[test]
fn a_payload_digest_may_be_of_the_chunks_or_of_what_they_hold() {
    let body = CHUNKED.split_once("\r\n\r\n").unwrap().1;
    assert_eq!(body, "5\r\nHello\r\n0\r\n\r\n");
    // `printf Hello | sha256sum`; `printf '5\r\nHello\r\n0\r\n\r\n' | sha256sum`.
    let cases = [
        ("185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969", Checked::HoldsWithoutChunks),
        ("77139a8bb786ebc786315912655ad3a759957fb03ca663571f8d88b1dd94125b", Checked::Holds),
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Checked::Fails),
    ];
    for (digest, expected) in cases {
        let fields = USUAL.replace("resource", "response");
        let fields = format!(
            "{fields}Content-Type: application/http; msgtype=response\r\nWARC-Payload-Digest: sha256:{digest}\r\nContent-Length: {}\r\n",
            CHUNKED.len()
        );
        let (found, _) = records(&raw(&fields, CHUNKED));
        assert_eq!(found[0].payload, expected);
    }
}

#[test]
fn a_revisit_says_nothing_of_its_own_payload() {
    let fields = USUAL.replace("resource", "revisit");
    let fields = format!(
        "{fields}Content-Type: application/http; msgtype=response\r\nWARC-Payload-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5\r\nContent-Length: 19\r\n"
    );
    let (found, codes) = records(&raw(&fields, "HTTP/1.1 200 OK\r\n\r\n"));
    assert_eq!((found[0].payload, codes.len()), (Checked::Unchecked, 0));
}

/// Each broken file, and the one error that names its place.
#[test]
fn a_broken_frame_is_one_error_with_its_place() {
    let two =
        |second: &[u8]| [raw(&format!("{USUAL}Content-Length: 3\r\n"), "abc"), second.to_vec()].concat();
    let second = |fields: &str, block: &str| two(&raw(fields, block));
    let long = format!("{USUAL}X: {}\r\nContent-Length: 0\r\n", "x".repeat(70_000));
    let many = format!("{USUAL}{}Content-Length: 0\r\n", "X: y\r\n".repeat(1_001));
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("webarchive-warc-version", two(b"WARC/2.0\r\n\r\n\r\n\r\n")),
        ("webarchive-warc-version", two(b"hello\r\n")),
        ("webarchive-warc-cut", two(b"WARC/1.0\r\nWARC-Type: x")),
        ("webarchive-warc-length-form", second(USUAL, "")),
        (
            "webarchive-warc-length-form",
            second(&format!("{USUAL}Content-Length: 3\r\nContent-Length: 4\r\n"), "abc"),
        ),
        ("webarchive-warc-length-form", second(&format!("{USUAL}Content-Length: -3\r\n"), "abc")),
        (
            "webarchive-warc-length-form",
            second(&format!("{USUAL}Content-Length: 99999999999999999999\r\n"), "abc"),
        ),
        ("webarchive-warc-block-cut", second(&format!("{USUAL}Content-Length: 9999999999\r\n"), "abc")),
        ("webarchive-warc-end", second(&format!("{USUAL}Content-Length: 2\r\n"), "abc")),
        (
            "webarchive-warc-end-cut",
            two(format!("WARC/1.0\r\n{USUAL}Content-Length: 3\r\n\r\nabc\r\n").as_bytes()),
        ),
        ("webarchive-warc-field-form", second(&format!("{USUAL}no field\r\nContent-Length: 0\r\n"), "")),
        ("webarchive-warc-line-too-long", second(&long, "")),
        ("webarchive-warc-head-too-long", second(&many, "")),
    ];
    for (code, bytes) in cases {
        let (description, findings) = described("a.warc", &bytes);
        let errors: Vec<_> =
            findings.iter().filter(|finding| finding.level == redress_base::Level::Error).collect();
        assert_eq!(codes(&findings).last(), Some(&code));
        assert_eq!(errors.len(), 1, "{code}: {findings:?}");
        assert!(!description.complete && description.parts_found == 1, "{code}: the record before is kept");
        let arg = |name: &str| format!("{:?}", errors[0].args[name]);
        assert!(
            arg("record").contains('2') && arg("byte").contains(char::is_numeric),
            "{code}: {:?}",
            errors[0]
        );
    }
}

#[test]
fn fields_that_lack_or_repeat_are_told_and_the_record_is_kept() {
    let fields = "WARC-Type: resource\r\nwarc-type: resource\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Concurrent-To: <urn:x:2>\r\nWARC-Concurrent-To: <urn:x:3>\r\nContent-Length: 0\r\n";
    let (found, codes) = records(&raw(fields, ""));
    assert_eq!(found.len(), 1);
    assert_eq!(
        codes,
        ["webarchive-warc-field-missing", "webarchive-warc-field-twice", "webarchive-warc-no-digest"]
    );
    let folded =
        "WARC-Type: resource\r\nWARC-Record-ID:\r\n <urn:x:1>\r\nWARC-Date: 2026\r\nContent-Length: 0\r\n";
    let (found, codes) = records(&raw(folded, ""));
    assert_eq!((found[0].id.as_str(), codes), ("urn:x:1", vec!["webarchive-warc-no-digest".to_owned()]));
    let (found, codes) = records(&raw(&folded.replace("\r\n", "\n"), ""));
    assert_eq!(found.len(), 1);
    assert_eq!(codes[0], "webarchive-warc-line-ends");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_file_packed_as_a_whole_is_read_and_told() {
    let (description, findings) = described("a.warc.gz", &gzip(&warc(false)));
    assert_eq!(codes(&findings), ["webarchive-warc-members"]);
    assert!(description.complete && description.parts_found == 4);
}

#[test]
fn damaged_and_cut_members_and_what_stands_behind_them() {
    let bytes = warc(true);
    let last = described("a.warc.gz", &bytes).0.parts[3].clone();
    let mut damaged = bytes.clone();
    // The checksum at the end of the second member: RFC 1952 §2.3.1.
    let second = described("a.warc.gz", &bytes).0.parts[1].clone();
    damaged[second.end as usize - 8] ^= 1;
    for (changed, code, kept) in [
        (bytes[..last.end as usize - 1].to_vec(), "webarchive-gzip-cut", 3),
        (damaged, "webarchive-gzip-damaged", 1),
        ([bytes.as_slice(), b"garbage"].concat(), "webarchive-gzip-trailing", 4),
    ] {
        let (description, findings) = described("a.warc.gz", &changed);
        assert_eq!((codes(&findings), description.parts_found), (vec![code], kept));
        assert!(!description.complete);
    }
}

/// Forty megabytes of zeros in forty kilobytes: one packed mebibyte, again and again.
#[test]
fn a_bomb_is_left_before_it_goes_off() {
    let head = format!("WARC/1.0\r\n{USUAL}Content-Length: 200000000\r\n\r\n");
    let mut deflate = Compress::new(Compression::best(), false);
    let mut pack = |bytes: &[u8]| {
        let mut out = Vec::with_capacity(1 << 16);
        deflate.compress_vec(bytes, &mut out, FlushCompress::Full).unwrap();
        deflate.reset();
        out
    };
    let (head, zeros) = (pack(head.as_bytes()), pack(&vec![0u8; 1 << 20]));
    let bytes = [&b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"[..], &head, &zeros.repeat(40)].concat();
    assert!(bytes.len() < 60_000, "{}", bytes.len());
    let (description, findings) = described("bomb.warc.gz", &bytes);
    assert_eq!(codes(&findings), ["webarchive-gzip-bomb"]);
    assert!(!description.complete);
}

#[test]
fn what_cannot_stand_in_a_head_is_not_written() {
    let mut out = Vec::new();
    let what = |target| Captured { id: RecordId::derived(&[]), at: MOMENT, target, media_type: "text/plain" };
    for target in ["", "weibo", "https://a/ b", "https://a/\r\nX: y", "https://a/<b>", "https://例.example/"]
    {
        let refused = Writer::plain(&mut out).resource(&what(target), &mut Cursor::new("x")).unwrap_err();
        assert_eq!(refused.finding.code, "webarchive-write-field", "{target:?}");
    }
    let late = Captured { at: Instant(i64::MAX), ..what("urn:a:b") };
    assert!(Writer::plain(&mut out).resource(&late, &mut Cursor::new("x")).is_err());
    let refused = Writer::plain(&mut out).response(&what("urn:a:b"), &mut Cursor::new("<html>")).unwrap_err();
    assert_eq!(refused.finding.code, "webarchive-write-http");
    assert!(Writer::plain(&mut out).info(RecordId::derived(&[]), MOMENT, "a\r\nb: c").is_err());
    assert!(out.is_empty(), "nothing half-written");
}

#[test]
fn a_digest_covers_what_it_should() {
    let mut bytes = warc(false);
    let at = place(&bytes, "送餐员".as_bytes());
    bytes[at] ^= 1;
    let (_, findings) = described("a.warc", &bytes);
    assert_eq!(codes(&findings), ["webarchive-warc-block-differs", "webarchive-warc-payload-differs"]);
    let mut bytes = warc(false);
    let at = place(&bytes, PAGE.as_bytes());
    bytes[at + 9] = b'3';
    let (_, findings) = described("a.warc", &bytes);
    assert_eq!(codes(&findings), ["webarchive-warc-block-differs"], "the HTTP head is in the block alone");
}
