//! HAR, MHTML and saved pages: what they are said to be, and what is told of broken ones.
//!
//! The HAR follows the shape that Chromium exports, the MHTML the shape of its `Page.captureSnapshot`, the
//! saved pages the comments of their tools; all are made here. `peers` has an MHTML of a real Chromium.

use crate::samples::{codes, described};
use redress_base::{Instant, Level};
use redress_webarchive::{Kind, Subject};
use std::io::Cursor;

pub(crate) const HAR: &str = r#"{"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"},
"pages": [{"startedDateTime": "2026-03-01T09:30:00.123+08:00", "id": "page_1", "title": "https://weibo.example/1/abc", "pageTimings": {}}],
"entries": [
 {"startedDateTime": "2026-03-01T01:30:00.200Z", "pageref": "page_1", "request": {"method": "GET", "url": "https://weibo.example/1/abc", "headers": []},
  "response": {"status": 200, "content": {"size": 5, "mimeType": "text/html", "text": "Hello"}, "headers": [{"name": "a\u00e9", "value": "\ud83d\ude00"}]}},
 {"startedDateTime": "2026-03-01T01:30:01.200Z", "pageref": "page_1", "request": {"method": "GET", "url": "https://weibo.example/a.png"},
  "response": {"status": 200, "content": {"size": 5, "mimeType": "image/png", "text": "SGVsbG8=", "encoding": "base64"}}},
 {"startedDateTime": "2026-03-01T01:30:02Z", "request": {"method": "POST", "url": "https://weibo.example/log"},
  "response": {"status": 0, "content": {"size": 7}}}]}}"#;

/// `printf Hello | sha256sum`.
const HELLO: &str = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

#[test]
fn a_har_with_its_pages_and_bodies() {
    let (description, findings) = described("a.har", HAR.as_bytes());
    assert_eq!(codes(&findings), ["webarchive-har-no-body"]);
    assert_eq!((description.kind, description.complete), (Kind::Har, true));
    assert_eq!(description.tool.as_deref(), Some("WebInspector 537.36"));
    let page = &description.pages[0];
    assert_eq!(
        (page.url.as_str(), page.status, page.part),
        ("https://weibo.example/1/abc", Some(200), Some(1))
    );
    assert_eq!(page.at.unwrap().at, Instant(1_772_328_600));
    for (number, part) in description.parts.iter().enumerate().take(2) {
        assert_eq!((part.bytes, part.sha256.to_string()), (5, HELLO.into()), "part {number}");
        let entry = &HAR[part.start as usize..part.end as usize];
        let value: serde_json::Value = serde_json::from_str(entry).unwrap();
        assert_eq!(value["request"]["url"], part.url.clone().unwrap());
    }
    assert_eq!((description.parts[2].status, description.parts[2].bytes), (None, 0));
}

#[test]
fn broken_hars_are_one_error_with_the_byte() {
    let with = |from: &str, to: &str| HAR.replacen(from, to, 1).into_bytes();
    for (bytes, code) in [
        (HAR.as_bytes()[..HAR.len() - 1].to_vec(), "webarchive-json-cut"),
        (with("\"mimeType\": \"text/html\",", "\"mimeType\" \"text/html\","), "webarchive-json-form"),
        (
            with("\"text\": \"Hello\"", "\"text\": \"Hello\", \"text\": \"Other\""),
            "webarchive-json-key-twice",
        ),
        (with("SGVsbG8=", "SGV*bG8="), "webarchive-base64"),
        (with("\"size\": 5", "\"size\": 6"), "webarchive-har-size"),
        (with("\"version\": \"1.2\"", "\"version\": \"1.1\""), "webarchive-har-version"),
        (with("\"encoding\": \"base64\"", "\"encoding\": \"rot13\""), "webarchive-har-encoding"),
        (with("\"url\": \"https://weibo.example/log\"", "\"other\": 1"), "webarchive-har-entry"),
        (
            with("\"headers\": []", &format!("\"headers\": {}1{}", "[".repeat(200), "]".repeat(200))),
            "webarchive-json-deep",
        ),
        (with("}]}}", "}]}} x"), "webarchive-json-form"),
        (b"{\"log\": {\"version\": \"1.2\", \"entries\": 3}}".to_vec(), "webarchive-har-no-log"),
        (
            with("\"text\": \"Hello\"", "\"text\": \"Hel\u{7f}lo\"")
                .iter()
                .map(|byte| if *byte == 0x7f { 0xff } else { *byte })
                .collect(),
            "webarchive-json-form",
        ),
    ] {
        let (_, findings) = described("a.har", &bytes);
        assert!(codes(&findings).contains(&code), "{code}: {findings:?}");
    }
}

pub(crate) const MHTML: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://weibo.example/1/abc\r\nSubject: =?utf-8?Q?=E8=B0=A3=E8=A8=80?=\r\nDate: Sun, 1 Mar 2026 09:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://weibo.example/1/abc\r\n\r\n<html><title>a</title>=E8=B0=\r\n=A3=3D1</html>\r\n------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://weibo.example/a.png\r\n\r\nSGVs\r\nbG8=\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: binary\r\nContent-Location: https://weibo.example/a.css\r\n\r\nHello\r\n------MultipartBoundary--x------\r\n";

#[test]
fn an_mhtml_with_its_parts() {
    let (description, findings) = described("a.mhtml", MHTML.as_bytes());
    assert_eq!(codes(&findings), Vec::<&str>::new());
    assert_eq!(
        (description.kind, description.complete, description.tool.as_deref()),
        (Kind::Mhtml, true, Some("Saved by Blink"))
    );
    assert_eq!(description.made.unwrap().at, Instant(1_772_328_600));
    let page = &description.pages[0];
    assert_eq!(
        (page.url.as_str(), page.title.as_deref(), page.part),
        ("https://weibo.example/1/abc", Some("谣言"), Some(1))
    );
    assert_eq!((description.pages_found, description.parts_found), (1, 3));
    // `printf '<html><title>a</title>谣=1</html>' | sha256sum` has 34 bytes.
    assert_eq!(description.parts[0].bytes, "<html><title>a</title>谣=1</html>".len() as u64);
    for part in &description.parts[1..] {
        assert_eq!((part.bytes, part.sha256.to_string()), (5, HELLO.into()));
    }
    let css = &description.parts[2];
    let span = &MHTML[css.start as usize..css.end as usize];
    assert!(span.starts_with("Content-Type: text/css") && span.ends_with("\r\n\r\nHello"), "{span:?}");
}

#[test]
fn broken_mhtmls_are_told_with_the_place() {
    let with = |from: &str, to: &str| MHTML.replacen(from, to, 1);
    for (text, code) in [
        (with("x------\r\n", "x"), "webarchive-mhtml-cut"),
        (with("boundary=", "border="), "webarchive-mhtml-boundary"),
        (with("SGVs", "S*Vs"), "webarchive-base64"),
        (with("=E8=B0=\r\n", "=E8=ZZ"), "webarchive-quoted-printable"),
        (with("quoted-printable", "x-uuencode"), "webarchive-mhtml-encoding"),
        (with("text/css", "multipart/mixed; boundary=b"), "webarchive-mhtml-nested"),
        (with("Sun, 1 Mar", "Sun, 41 Mar"), "webarchive-mhtml-date"),
        (MHTML.split_once("Content-ID").unwrap().0.to_owned(), "webarchive-mhtml-head-cut"),
        (MHTML.split_once("\r\n\r\n\r\n").unwrap().0.to_owned() + "\r\n\r\n", "webarchive-mhtml-empty"),
    ] {
        let (_, findings) = described("a.mhtml", text.as_bytes());
        assert_eq!(codes(&findings), [code]);
    }
    let long = with("Content-ID", &format!("X: {}\r\nContent-ID", "x".repeat(70_000)));
    assert_eq!(codes(&described("a.mhtml", long.as_bytes()).1), ["webarchive-mhtml-head-too-long"]);
}

pub(crate) const SAVED: &str = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://weibo.example/1/abc \n saved date: Sun Mar 01 2026 09:30:00 GMT+0800 (China Standard Time)\n--><meta charset=utf-8><title>谣言</title></html>";

#[test]
fn a_saved_page_and_the_digest_in_its_name() {
    let (plain, findings) = described("a.html", SAVED.as_bytes());
    assert_eq!(codes(&findings), Vec::<&str>::new());
    let page = &plain.pages[0];
    assert_eq!((plain.kind, plain.tool.as_deref()), (Kind::SavedPage, Some("SingleFile")));
    assert_eq!((page.url.as_str(), page.title.as_deref()), ("https://weibo.example/1/abc", Some("谣言")));
    assert_eq!(page.at.unwrap().at, Instant(1_772_328_600));
    let own = plain.parts[0].sha256.to_string();
    let (named, findings) = described(&format!("谣言 {own}.html"), SAVED.as_bytes());
    assert_eq!((named.claims[0].subject, named.claims[0].held, findings.len()), (Subject::FileName, 1, 0));
    let (named, findings) = described(&format!("a_{HELLO}.html"), SAVED.as_bytes());
    assert_eq!((named.claims[0].failed, codes(&findings)), (1, vec!["webarchive-page-name-differs"]));
    let cut = &SAVED[..SAVED.len() - 4];
    assert_eq!(codes(&described("a.html", cut.as_bytes()).1), ["webarchive-page-cut"]);
    let undated = SAVED.replace("Sun Mar 01", "Someday");
    assert_eq!(codes(&described("a.html", undated.as_bytes()).1), ["webarchive-page-date"]);
    let lost = SAVED.replace(" url: https://weibo.example/1/abc \n", "");
    assert_eq!(codes(&described("a.html", lost.as_bytes()).1), ["webarchive-page-no-address"]);
}

#[test]
fn other_files_are_none_of_this_room() {
    let zip = {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a.txt", zip::write::SimpleFileOptions::default()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    for bytes in [
        &b""[..],
        b"{",
        b"{\"a\": 1}",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"<html></html>",
        b"Content-Type: text/plain\r\n\r\n",
        &zip,
    ] {
        assert_eq!(Kind::of(&mut Cursor::new(bytes)).unwrap(), None, "{bytes:?}");
    }
}

/// A disk that fails in the middle.
#[test]
fn a_failing_disk_is_named_and_nothing_else() {
    struct Failing(Cursor<Vec<u8>>, u64);
    impl std::io::Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let room = self.1.saturating_sub(self.0.position());
            if room == 0 {
                return Err(std::io::Error::other("input/output error"));
            }
            let most = buffer.len().min(room as usize);
            std::io::Read::read(&mut self.0, &mut buffer[..most])
        }
    }
    impl std::io::Seek for Failing {
        fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
            self.0.seek(to)
        }
    }
    for (kind, bytes) in [
        (Kind::Har, HAR.as_bytes().to_vec()),
        (Kind::Mhtml, MHTML.into()),
        (Kind::SavedPage, SAVED.into()),
        (Kind::Warc, crate::samples::warc(true)),
        (Kind::Warc, crate::samples::warc(false)),
    ] {
        let half = bytes.len() as u64 / 2;
        let (description, findings) =
            redress_webarchive::describe(kind, "a", &mut Failing(Cursor::new(bytes), half));
        assert!(!description.complete);
        let errors: Vec<_> = findings.iter().filter(|finding| finding.level == Level::Error).collect();
        assert_eq!((errors.len(), errors[0].code.as_str()), (1, "webarchive-unreadable"), "{kind:?}");
    }
}
