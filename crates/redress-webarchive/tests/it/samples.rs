//! Small web archives made by our own code. Everything in them is made up.

use redress_base::{Finding, Instant};
use redress_webarchive::wacz::{self, NewPage, Plan};
use redress_webarchive::warc::{Captured, RecordId, Writer};
use redress_webarchive::{Description, Kind, Source, describe};
use std::io::Cursor;

/// 2026-03-01T09:30:00+08:00.
pub(crate) const MOMENT: Instant = Instant(1_772_328_600);
pub(crate) const URL: &str = "https://weibo.example/1/abc";

pub(crate) const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<!doctype html><title>谣言 &amp; 转发</title><p>送餐员</p>";
/// Chunks as they were received, and a body that gzip packed.
pub(crate) const CHUNKED: &str = "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n5\r\nHello\r\n0\r\n\r\n";

fn id(number: u8) -> RecordId {
    RecordId::derived(&[b"sample", &[number]])
}

fn captured(number: u8, target: &str) -> Captured<'_> {
    Captured { id: id(number), at: MOMENT, target, media_type: "application/json" }
}

/// warcinfo, a page, an answer in chunks, a resource.
pub(crate) fn warc(gzip: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = if gzip { Writer::gzip(&mut out) } else { Writer::plain(&mut out) };
    writer.info(id(0), MOMENT, "redress 0.1.0").unwrap();
    writer.response(&captured(1, URL), &mut Cursor::new(PAGE)).unwrap();
    writer.response(&captured(2, "https://weibo.example/gone"), &mut Cursor::new(CHUNKED)).unwrap();
    let json = "{\"reposts\": 501}";
    writer.resource(&captured(3, "https://weibo.example/api/1"), &mut Cursor::new(json)).unwrap();
    out
}

/// The same WARC with its page, as a WACZ.
pub(crate) fn wacz() -> Vec<u8> {
    let mut source = Cursor::new(warc(true));
    let mut note = Cursor::new("鉴证说明");
    let mut plan = Plan {
        software: "redress 0.1.0",
        created: MOMENT,
        title: Some("骑手谣言案"),
        warcs: vec![("data.warc.gz", &mut source as &mut dyn Source)],
        pages: vec![NewPage {
            url: URL.into(), at: MOMENT, title: Some("谣言 & 转发".into()), text: None
        }],
        extras: vec![("redress/note.txt", &mut note as &mut dyn Source)],
    };
    let mut out = Cursor::new(Vec::new());
    wacz::write(&mut plan, &mut out).unwrap();
    out.into_inner()
}

/// Described as what its bytes say it is.
pub(crate) fn described(name: &str, bytes: &[u8]) -> (Description, Vec<Finding>) {
    let mut source = Cursor::new(bytes);
    let kind = Kind::of(&mut source).unwrap().unwrap_or_else(|| panic!("{name} is of no kind"));
    describe(kind, name, &mut source)
}

/// The codes of what was found.
pub(crate) fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// How many bytes that stand in `haystack` are before `needle`.
pub(crate) fn place(haystack: &[u8], needle: &[u8]) -> usize {
    haystack.windows(needle.len()).position(|window| window == needle).expect("the sample holds it")
}
