//! JSON (RFC 8259) read from a stream, with the place of every value; no value is held but short texts.

use crate::findings::{Step, unreadable};
use crate::limits::MOST_DEPTH;
use crate::lines::{Bytes, Plain};
use redress_base::Finding;
use std::io::Read;

/// A reader that stands before the next value.
pub(crate) struct Json<'a> {
    bytes: Plain<'a>,
    depth: u32,
}

/// What reads one member of an object: the reader, before the value, and the name.
pub(crate) type Member<'m> = dyn FnMut(&mut Json<'_>, &str) -> Step<()> + 'm;
/// What reads one element of an array.
pub(crate) type Element<'e> = dyn FnMut(&mut Json<'_>) -> Step<()> + 'e;

impl<'a> Json<'a> {
    pub(crate) fn new(source: &'a mut dyn Read) -> Json<'a> {
        Json { bytes: Plain::new(source), depth: 0 }
    }

    /// The offset of the next byte.
    pub(crate) fn at(&self) -> u64 {
        self.bytes.at()
    }

    /// The first byte of the next value or sign, behind white space. `None` at the end.
    pub(crate) fn peek(&mut self) -> Step<Option<u8>> {
        loop {
            match self.look()? {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.bytes.consume(1),
                other => return Ok(other),
            }
        }
    }

    /// Passes over a byte order mark, which RFC 8259 §8.1 lets a reader ignore.
    pub(crate) fn skip_mark(&mut self) -> Step<()> {
        let shown = self.shown()?;
        if shown.starts_with(b"\xef\xbb\xbf") {
            self.bytes.consume(3);
        }
        Ok(())
    }

    /// An object; each member's value must be taken by `each`. Another value is passed over: `false`.
    pub(crate) fn object(&mut self, each: &mut Member<'_>) -> Step<bool> {
        if self.peek()? != Some(b'{') {
            self.skip()?;
            return Ok(false);
        }
        self.enter()?;
        let mut first = true;
        loop {
            match (self.peek()?, first) {
                (Some(b'}'), true) => break,
                (Some(b'"'), _) => {}
                _ => return Err(self.broken()),
            }
            first = false;
            let mut name = Short::new(256);
            self.string(&mut |piece| name.push(piece))?;
            if self.peek()? != Some(b':') {
                return Err(self.broken());
            }
            self.bytes.consume(1);
            each(self, &name.text())?;
            match self.peek()? {
                Some(b',') => self.bytes.consume(1),
                Some(b'}') => break,
                _ => return Err(self.broken()),
            }
            // RFC 8259 has no comma before the end.
            if self.peek()? == Some(b'}') {
                return Err(self.broken());
            }
        }
        self.leave();
        Ok(true)
    }

    /// An array; each element must be taken by `each`. Another value is passed over: `false`.
    pub(crate) fn array(&mut self, each: &mut Element<'_>) -> Step<bool> {
        if self.peek()? != Some(b'[') {
            self.skip()?;
            return Ok(false);
        }
        self.enter()?;
        if self.peek()? != Some(b']') {
            loop {
                each(self)?;
                match self.peek()? {
                    Some(b',') => self.bytes.consume(1),
                    Some(b']') => break,
                    _ => return Err(self.broken()),
                }
            }
        }
        self.leave();
        Ok(true)
    }

    /// A text of at most `most` bytes, cut behind them. Another value is passed over: `None`.
    pub(crate) fn text(&mut self, most: usize) -> Step<Option<String>> {
        if self.peek()? != Some(b'"') {
            self.skip()?;
            return Ok(None);
        }
        let mut short = Short::new(most);
        self.string(&mut |piece| short.push(piece))?;
        Ok(Some(short.text()))
    }

    /// A whole number. Another value is passed over: `None`.
    pub(crate) fn number(&mut self) -> Step<Option<i64>> {
        match self.peek()? {
            Some(b'-' | b'0'..=b'9') => {}
            _ => {
                self.skip()?;
                return Ok(None);
            }
        }
        let text = self.word()?;
        if !is_number(&text) {
            return Err(self.broken());
        }
        Ok(text.parse().ok())
    }

    /// A text whose bytes, unescaped and in UTF-8, go to `out`. Another value is passed over: `false`.
    pub(crate) fn stream(&mut self, out: &mut dyn FnMut(&[u8])) -> Step<bool> {
        if self.peek()? != Some(b'"') {
            self.skip()?;
            return Ok(false);
        }
        self.string(out)?;
        Ok(true)
    }

    /// Passes over any value.
    pub(crate) fn skip(&mut self) -> Step<()> {
        match self.peek()? {
            Some(b'{') => self.object(&mut |json, _| json.skip()).map(|_| ()),
            Some(b'[') => self.array(&mut |json| json.skip()).map(|_| ()),
            Some(b'"') => self.string(&mut |_| {}),
            Some(_) => {
                let word = self.word()?;
                let known = matches!(word.as_str(), "true" | "false" | "null") || is_number(&word);
                if known { Ok(()) } else { Err(self.broken()) }
            }
            None => Err(self.broken()),
        }
    }

    /// What is wrong here: the text breaks off, or is no JSON.
    pub(crate) fn broken(&mut self) -> Box<Finding> {
        let byte = self.at();
        let finding = match self.look() {
            Ok(None) => Finding::error("webarchive-json-cut"),
            _ => Finding::error("webarchive-json-form"),
        };
        Box::new(finding.with("byte", byte))
    }

    fn shown(&mut self) -> Step<&[u8]> {
        let at = self.bytes.at();
        self.bytes.fill().map_err(|error| unreadable(at, &error))
    }

    fn look(&mut self) -> Step<Option<u8>> {
        Ok(self.shown()?.first().copied())
    }

    fn enter(&mut self) -> Step<()> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > MOST_DEPTH {
            let byte = self.at();
            return Err(Box::new(Finding::error("webarchive-json-deep").with("byte", byte)));
        }
        self.bytes.consume(1);
        Ok(())
    }

    fn leave(&mut self) {
        self.bytes.consume(1);
        self.depth = self.depth.saturating_sub(1);
    }

    /// A number, `true`, `false` or `null`: letters, digits and signs up to the next sign of JSON.
    fn word(&mut self) -> Step<String> {
        let mut word = String::new();
        while let Some(byte) = self.look()? {
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')) || word.len() > 400 {
                break;
            }
            word.push(char::from(byte));
            self.bytes.consume(1);
        }
        Ok(word)
    }

    fn string(&mut self, out: &mut dyn FnMut(&[u8])) -> Step<()> {
        self.bytes.consume(1);
        let mut check = Utf8::default();
        loop {
            let shown = self.shown()?;
            if shown.is_empty() {
                return Err(self.broken());
            }
            let plain = shown.iter().position(|byte| *byte == b'"' || *byte == b'\\' || *byte < b' ');
            let count = plain.unwrap_or(shown.len());
            let piece = shown.get(..count).unwrap_or_default();
            let sound = check.push(piece);
            out(piece);
            let sign = shown.get(count).copied();
            self.bytes.consume(count);
            if !sound {
                return Err(self.broken());
            }
            match sign {
                None => {}
                Some(_) if !check.is_whole() => return Err(self.broken()),
                Some(b'"') => {
                    self.bytes.consume(1);
                    return Ok(());
                }
                Some(b'\\') => {
                    self.bytes.consume(1);
                    self.escape(out)?;
                }
                Some(_) => return Err(self.broken()),
            }
        }
    }

    /// One escape behind its backslash. A half of a surrogate pair alone becomes U+FFFD.
    fn escape(&mut self, out: &mut dyn FnMut(&[u8])) -> Step<()> {
        let Some(sign) = self.look()? else { return Err(self.broken()) };
        let plain = match sign {
            b'"' | b'\\' | b'/' => Some(sign),
            b'b' => Some(8),
            b'f' => Some(12),
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'u' => None,
            _ => return Err(self.broken()),
        };
        self.bytes.consume(1);
        if let Some(byte) = plain {
            out(&[byte]);
            return Ok(());
        }
        let mut unit = self.hex4()?;
        loop {
            let mut buffer = [0u8; 4];
            let pairs = (0xd800..0xdc00).contains(&unit) && self.shown()?.first() == Some(&b'\\');
            if !pairs {
                let character = char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER);
                out(character.encode_utf8(&mut buffer).as_bytes());
                return Ok(());
            }
            self.bytes.consume(1);
            if self.look()? != Some(b'u') {
                out("\u{fffd}".as_bytes());
                return self.escape(out);
            }
            self.bytes.consume(1);
            let low = self.hex4()?;
            if (0xdc00..0xe000).contains(&low) {
                let code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                out(character.encode_utf8(&mut buffer).as_bytes());
                return Ok(());
            }
            out("\u{fffd}".as_bytes());
            unit = low;
        }
    }

    fn hex4(&mut self) -> Step<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.look()?.and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return Err(self.broken()) };
            self.bytes.consume(1);
            unit = unit << 4 | digit;
        }
        Ok(unit)
    }
}

/// `number` of RFC 8259 §6.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

/// The beginning of a text.
pub(crate) struct Short {
    bytes: Vec<u8>,
    most: usize,
}

impl Short {
    pub(crate) const fn new(most: usize) -> Short {
        Short { bytes: Vec::new(), most }
    }

    pub(crate) fn push(&mut self, piece: &[u8]) {
        let room = self.most.saturating_sub(self.bytes.len());
        self.bytes.extend(piece.iter().take(room));
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// Whether bytes that come piece by piece are UTF-8.
#[derive(Default)]
struct Utf8 {
    /// The beginning of a character that is not whole yet.
    open: Vec<u8>,
}

impl Utf8 {
    fn push(&mut self, piece: &[u8]) -> bool {
        let mut rest = piece;
        while !self.open.is_empty() {
            let Some((byte, after)) = rest.split_first() else { return true };
            self.open.push(*byte);
            rest = after;
            match std::str::from_utf8(&self.open) {
                Ok(_) => self.open.clear(),
                Err(error) if error.error_len().is_some() => return false,
                Err(_) => {}
            }
        }
        match std::str::from_utf8(rest) {
            Ok(_) => true,
            Err(error) if error.error_len().is_some() => false,
            Err(error) => {
                self.open.extend(rest.iter().skip(error.valid_up_to()));
                true
            }
        }
    }

    fn is_whole(&self) -> bool {
        self.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Json;
    use proptest::prelude::*;

    fn accepts(text: &[u8]) -> bool {
        let mut text = text;
        let mut json = Json::new(&mut text);
        json.skip().is_ok() && json.peek().is_ok_and(|rest| rest.is_none())
    }

    #[test]
    fn what_json_is() {
        for good in ["{}", "[]", " [1, -0.5e+3, true, null, \"\\u00e9\\n\"] ", "{\"a\":{\"a\":[[]]}}", "0"] {
            assert!(accepts(good.as_bytes()), "{good}");
        }
        let bad = [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{,}",
            "01",
            "1.",
            "+1",
            "tru",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12\"",
            "[1 2]",
            "{\"a\" 1}",
            "[]]",
        ];
        for bad in bad {
            assert!(!accepts(bad.as_bytes()), "{bad}");
        }
        assert!(!accepts(b"\"\xff\""));
        assert!(accepts(&[vec![b'['; 128], vec![b']'; 128]].concat()));
        assert!(!accepts(&[vec![b'['; 129], vec![b']'; 129]].concat()));
    }

    proptest! {
        /// serde_json is the second reader: both take the same texts, and read the same strings.
        #[test]
        fn serde_json_agrees(text in "[\\[\\]{}\",:0-9a-fntrue\\\\u.+ -]{0,40}") {
            prop_assert_eq!(accepts(text.as_bytes()), serde_json::from_str::<serde_json::Value>(&text).is_ok());
        }

        #[test]
        fn strings_come_out_as_they_went_in(text: String) {
            let coded = serde_json::to_string(&text).unwrap();
            let mut bytes = coded.as_bytes();
            let read = Json::new(&mut bytes).text(usize::MAX).unwrap();
            prop_assert_eq!(read, Some(text));
        }
    }
}
