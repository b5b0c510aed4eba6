//! The charset of a text file, and the text of a piece of its original bytes.
//!
//! Files are never converted: rows and cells are cut in the original bytes, and only the cells that
//! are needed are decoded. That is safe in GB 18030 because its second and fourth bytes are 0x30-0x39,
//! 0x40-0x7E or 0x80-0xFE: never a comma, semicolon, tab, quote, line feed or carriage return.

use encoding_rs::{DecoderResult, GB18030};
use redress_base::{Fault, Finding, ItemId, Place, Refusal, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a text file writes its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Charset {
    /// UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-8 with a byte order mark.
    #[serde(rename = "utf-8-bom")]
    Utf8Bom,
    /// GB 18030, and so GBK and GB 2312.
    #[serde(rename = "gb18030")]
    Gb18030,
    /// The values come out of a database, which knows its charset.
    Database,
}

impl Charset {
    /// The word used in files: `"utf-8-bom"`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Charset::Utf8 => "utf-8",
            Charset::Utf8Bom => "utf-8-bom",
            Charset::Gb18030 => "gb18030",
            Charset::Database => "database",
        }
    }
}

const BOM: &[u8] = &[0xef, 0xbb, 0xbf];

/// The whole file, checked once.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'a> {
    Utf8(&'a str),
    Gb(&'a [u8]),
}

impl<'a> Source<'a> {
    /// The original bytes.
    pub(crate) const fn bytes(self) -> &'a [u8] {
        match self {
            Source::Utf8(text) => text.as_bytes(),
            Source::Gb(bytes) => bytes,
        }
    }

    pub(crate) const fn is_gb(self) -> bool {
        matches!(self, Source::Gb(_))
    }

    /// The text of a piece cut at structure bytes; empty where the piece is outside.
    pub(crate) fn text(self, start: usize, end: usize) -> Cow<'a, str> {
        match self {
            Source::Utf8(text) => Cow::Borrowed(text.get(start..end).unwrap_or_default()),
            Source::Gb(bytes) => {
                let piece = bytes.get(start..end).unwrap_or_default();
                GB18030.decode_without_bom_handling(piece).0
            }
        }
    }
}

/// Finds the charset and checks every byte of the file; gives where the text begins.
pub(crate) fn check(item: ItemId, bytes: &[u8]) -> Result<(Charset, Source<'_>, usize), Refusal> {
    let refuse = |code: &str, at: usize| {
        let place = Place::Bytes { start: at as u64, end: at as u64 + 1 };
        Err(Finding::error(code).with("byte", at).at(Span { item, place }).refuse(Fault::Input))
    };
    if looks_like_utf16(bytes) {
        return refuse("posts-utf-16", 0);
    }
    if let Some(at) = memchr::memchr(0, bytes) {
        return refuse("posts-nul-byte", at);
    }
    let bom = bytes.starts_with(BOM);
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if bom => return Ok((Charset::Utf8Bom, Source::Utf8(text), BOM.len())),
        Ok(text) => return Ok((Charset::Utf8, Source::Utf8(text), 0)),
        Err(_) => {}
    }
    let error = std::str::from_utf8(bytes).err();
    let first_bad = error.map_or(0, |error| error.valid_up_to());
    if bom || mostly_utf8(bytes) {
        // A character that only wants its end: the file stops there, and nothing in it is damaged.
        let cut = error.is_some_and(|error| error.error_len().is_none());
        return refuse(if cut { "posts-cut-in-character" } else { "posts-broken-utf-8" }, first_bad);
    }
    match first_bad_gb18030(bytes) {
        None => Ok((Charset::Gb18030, Source::Gb(bytes), 0)),
        Some(at) => refuse("posts-unknown-charset", at),
    }
}

/// A byte order mark of UTF-16, or every other byte of the beginning a NUL.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let head = bytes.get(..64.min(bytes.len())).unwrap_or_default();
    let nul_at = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    half >= 4 && (nul_at(0) == half || nul_at(1) == half)
}

/// Chinese text in GB 18030 is hardly ever valid UTF-8 for two characters together, while a UTF-8
/// file with a damaged byte is valid nearly everywhere and would pass as GB 18030 in wrong characters.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= broken.saturating_mul(4)
}

fn first_bad_gb18030(bytes: &[u8]) -> Option<usize> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut scratch = [0u8; 4096];
    let mut at = 0usize;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut scratch, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return None,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => {
                return Some(at.saturating_sub(usize::from(bad) + usize::from(after)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Charset, check};
    use redress_base::ItemId;

    fn outcome(bytes: &[u8]) -> Result<Charset, (String, String)> {
        check(ItemId(1), bytes).map(|(charset, ..)| charset).map_err(|refusal| {
            (refusal.finding.code.clone(), refusal.finding.span.as_ref().unwrap().to_string())
        })
    }

    #[test]
    fn charsets_are_told_apart() {
        assert_eq!(outcome("note_id,content\n1,中文".as_bytes()), Ok(Charset::Utf8));
        assert_eq!(outcome("\u{feff}a,b".as_bytes()), Ok(Charset::Utf8Bom));
        assert_eq!(outcome(b"a,\xd6\xd0\xce\xc4\xb1\xe0\xc2\xeb"), Ok(Charset::Gb18030));
        assert_eq!(outcome(b""), Ok(Charset::Utf8));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        let bad = |code: &str, place: &str| Err((code.to_owned(), format!("item-000001 {place}")));
        assert_eq!(outcome(b"\xff\xfea\0,\0"), bad("posts-utf-16", "bytes 0..1"));
        assert_eq!(outcome(b"a\0,\0b\0c\0d\0"), bad("posts-utf-16", "bytes 0..1"));
        assert_eq!(outcome(b"a,b\nc\0d"), bad("posts-nul-byte", "bytes 5..6"));
        assert_eq!(outcome(b"\xd6\xd0\xce\xc4,\xff\xff,a"), bad("posts-unknown-charset", "bytes 5..6"));
        let mut text = "微博正文的一行字".repeat(20).into_bytes();
        text.truncate(text.len() - 1);
        assert_eq!(outcome(&text), bad("posts-cut-in-character", "bytes 477..478"));
        text[100] = b'!';
        assert_eq!(outcome(&text), bad("posts-broken-utf-8", "bytes 99..100"));
        assert_eq!(outcome(b"\xef\xbb\xbfa,\xd6\xd0"), bad("posts-broken-utf-8", "bytes 5..6"));
    }
}
