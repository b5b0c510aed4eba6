//! Cuts JSON records in the original bytes (RFC 8259), without building a tree.
//!
//! Strict about structure, so that a file cut in the middle is found at the byte where it stops. Inside
//! strings of GB 18030 files the second byte of a character may look like `\`; those are stepped over.

use crate::arena::LONGEST;
use crate::charset::Source;
use crate::row::{Field, Form};

/// Deepest nesting that is read.
const DEEPEST: usize = 64;

/// Why a value cannot be read, and the byte where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The file ends inside a value.
    Cut(usize),
    /// This byte cannot stand here.
    Wrong(usize),
    /// Nested too deep.
    Deep(usize),
    /// A string longer than [`LONGEST`] begins here.
    TooLong(usize),
}

/// The keys that a plan wants, as a small tree: `user.followers` is a node below a node.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys(Vec<Key>);

#[derive(Clone, Debug)]
struct Key {
    name: String,
    slot: Option<usize>,
    below: Keys,
}

impl Keys {
    /// Wants the value at a dotted path in a slot.
    pub(crate) fn want(&mut self, path: &str, slot: usize) {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let place = self.0.iter().position(|key| key.name == first).unwrap_or_else(|| {
            self.0.push(Key { name: first.to_owned(), slot: None, below: Keys::default() });
            self.0.len() - 1
        });
        if let Some(key) = self.0.get_mut(place) {
            match rest {
                Some(rest) => key.below.want(rest, slot),
                None => key.slot = Some(slot),
            }
        }
    }
}

/// Goes through a JSON text.
#[derive(Clone, Copy)]
pub(crate) struct Scanner<'a> {
    source: Source<'a>,
    bytes: &'a [u8],
    pub(crate) at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) const fn new(source: Source<'a>, at: usize) -> Scanner<'a> {
        Scanner { source, bytes: source.bytes(), at }
    }

    pub(crate) const fn source(&self) -> Source<'a> {
        self.source
    }

    /// Steps over white space and gives the byte that follows, if any.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.bytes.get(self.at) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// Steps over one expected byte.
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        match self.peek() {
            Some(found) if found == byte => {
                self.at += 1;
                Ok(())
            }
            found => Err(self.wrong(found)),
        }
    }

    fn wrong(&self, found: Option<u8>) -> Fault {
        if found.is_none() { Fault::Cut(self.at) } else { Fault::Wrong(self.at) }
    }

    /// After a member: true where another follows, false where `close` ended the list.
    pub(crate) fn more(&mut self, close: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(found) if found == close => {
                self.at += 1;
                Ok(false)
            }
            found => Err(self.wrong(found)),
        }
    }

    /// Reads one object; wanted values go to their slots. Gives whether a wanted key stood twice.
    pub(crate) fn object(&mut self, keys: &Keys, fields: &mut [Field], depth: usize) -> Result<bool, Fault> {
        self.expect(b'{')?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(false);
        }
        let mut twice = false;
        loop {
            let name = self.key()?;
            let wanted = keys.0.iter().find(|key| self.is(name, &key.name));
            twice |= self.member(wanted, fields, depth)?;
            if !self.more(b'}')? {
                return Ok(twice);
            }
        }
    }

    fn member(&mut self, wanted: Option<&Key>, fields: &mut [Field], depth: usize) -> Result<bool, Fault> {
        let Some(key) = wanted else {
            self.value(depth + 1)?;
            return Ok(false);
        };
        let start = self.at;
        let value = self.value(depth + 1)?;
        let mut twice = false;
        if let Some(slot) = key.slot.and_then(|slot| fields.get_mut(slot)) {
            twice = slot.form != Form::Missing;
            *slot = value;
        }
        if value.form == Form::Nested && !key.below.0.is_empty() && self.bytes.get(value.start) == Some(&b'{')
        {
            let end = std::mem::replace(&mut self.at, start);
            twice |= self.object(&key.below, fields, depth + 1)?;
            self.at = end;
        }
        Ok(twice)
    }

    /// A key and its colon.
    pub(crate) fn key(&mut self) -> Result<Field, Fault> {
        let found = self.peek();
        if found != Some(b'"') {
            return Err(self.wrong(found));
        }
        let name = self.string()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// Whether a key has this name.
    pub(crate) fn is(&self, key: Field, name: &str) -> bool {
        if key.form == Form::Plain && !self.source.is_gb() {
            return self.bytes.get(key.start..key.end) == Some(name.as_bytes());
        }
        match crate::row::hold(self.source, key) {
            crate::row::Held::Text(text) => text == name,
            _ => false,
        }
    }

    /// Any value; its field covers the text inside the quotes, or the value as written.
    pub(crate) fn value(&mut self, depth: usize) -> Result<Field, Fault> {
        let found = self.peek();
        let start = self.at;
        if depth > DEEPEST {
            return Err(Fault::Deep(start));
        }
        match found {
            Some(b'"') => self.string(),
            Some(b'{') => {
                self.object(&Keys::default(), &mut [], depth)?;
                Ok(Field { start, end: self.at, form: Form::Nested })
            }
            Some(b'[') => {
                self.array(depth)?;
                Ok(Field { start, end: self.at, form: Form::Nested })
            }
            Some(_) => self.word(),
            None => Err(Fault::Cut(start)),
        }
    }

    fn array(&mut self, depth: usize) -> Result<(), Fault> {
        self.expect(b'[')?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value(depth + 1)?;
            if !self.more(b']')? {
                return Ok(());
            }
        }
    }

    /// A number, `true`, `false`, `null`, or the `NaN` that Python writes.
    fn word(&mut self) -> Result<Field, Fault> {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || b"+-.".contains(b)).count();
        let end = start + len;
        let word = rest.get(..len).unwrap_or_default();
        let number = word.first().is_some_and(|b| b.is_ascii_digit() || *b == b'-')
            && word.iter().all(|b| b.is_ascii_digit() || b"+-.eE".contains(b))
            && word.iter().any(u8::is_ascii_digit);
        let form = match word {
            b"null" | b"NaN" | b"Infinity" | b"-Infinity" => Form::Null,
            b"true" | b"false" => Form::Plain,
            _ if number => Form::Plain,
            _ if end == self.bytes.len() => return Err(Fault::Cut(end)),
            _ => return Err(Fault::Wrong(start)),
        };
        self.at = end;
        Ok(Field { start, end, form })
    }

    /// A string; stands at its opening quote.
    fn string(&mut self) -> Result<Field, Fault> {
        let start = self.at + 1;
        let mut at = start;
        let mut form = Form::Plain;
        loop {
            match self.stop_in_string(at) {
                Some((end, b'"')) => {
                    self.at = end + 1;
                    if end - start > LONGEST {
                        return Err(Fault::TooLong(start));
                    }
                    return Ok(Field { start, end, form });
                }
                Some((slash, b'\\')) => {
                    form = Form::Escaped;
                    at = self.after_escape(slash)?;
                }
                Some((line_end, _)) => return Err(Fault::Wrong(line_end)),
                None => return Err(Fault::Cut(self.bytes.len())),
            }
        }
    }

    /// The next quote, backslash or line feed of a string.
    fn stop_in_string(&self, from: usize) -> Option<(usize, u8)> {
        let rest = self.bytes.get(from..)?;
        if !self.source.is_gb() {
            let found = memchr::memchr3(b'"', b'\\', b'\n', rest)?;
            return Some((from + found, *rest.get(found)?));
        }
        let mut at = from;
        loop {
            match *self.bytes.get(at)? {
                stop @ (b'"' | b'\\' | b'\n') => return Some((at, stop)),
                // A lead byte: the second byte of a pair is 0x40 or more, of a quartet a digit.
                0x81..=0xfe => at += if self.bytes.get(at + 1)?.is_ascii_digit() { 4 } else { 2 },
                _ => at += 1,
            }
        }
    }

    fn after_escape(&self, slash: usize) -> Result<usize, Fault> {
        match self.bytes.get(slash + 1) {
            Some(b'u') => {
                let digits = self.bytes.get(slash + 2..slash + 6).ok_or(Fault::Cut(self.bytes.len()))?;
                let sound = digits.iter().all(u8::is_ascii_hexdigit);
                if sound { Ok(slash + 6) } else { Err(Fault::Wrong(slash)) }
            }
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(slash + 2),
            Some(_) => Err(Fault::Wrong(slash)),
            None => Err(Fault::Cut(self.bytes.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Keys, Scanner};
    use crate::charset::Source;
    use crate::row::{Field, Form, Held, hold};
    use proptest::prelude::*;

    fn read(source: Source<'_>, paths: &[&str]) -> Result<(Vec<Option<String>>, bool, usize), Fault> {
        let mut keys = Keys::default();
        for (slot, path) in paths.iter().enumerate() {
            keys.want(path, slot);
        }
        let mut fields = vec![Field::MISSING; paths.len()];
        let mut scanner = Scanner::new(source, 0);
        let twice = scanner.object(&keys, &mut fields, 0)?;
        let values = fields.iter().map(|field| match hold(source, *field) {
            Held::Text(text) => Some(text.into_owned()),
            _ => None,
        });
        Ok((values.collect(), twice, scanner.at))
    }

    #[test]
    fn wanted_values_are_found_at_any_depth() {
        let text = r#" {"a": "x\ny", "u": {"f": 44454, "g": [1, {"f": 2}]}, "n": null, "b": false} tail"#;
        let (values, twice, at) = read(Source::Utf8(text), &["a", "u.f", "n", "b", "z"]).unwrap();
        let want = [Some("x\ny"), Some("44454"), None, Some("false"), None];
        assert_eq!(values, want.map(|value| value.map(str::to_owned)));
        assert!(!twice && text.get(at..) == Some(" tail"));
        assert!(read(Source::Utf8(r#"{"a":1,"a":2}"#), &["a"]).unwrap().1);
    }

    #[test]
    fn every_cut_is_found_where_the_file_stops() {
        let text = r#"{"id": "4912", "t": "\u4e2d\"", "l": [true, null, -1.5e3], "o": {"k": {}}}"#;
        assert!(read(Source::Utf8(text), &["id"]).is_ok());
        for cut in 0..text.len() {
            let fault = read(Source::Utf8(text.get(..cut).unwrap()), &["id"]).unwrap_err();
            assert!(matches!(fault, Fault::Cut(at) if at == cut), "{cut}: {fault:?}");
        }
        assert_eq!(read(Source::Utf8("{\"a\": \"x\n\"}"), &["a"]), Err(Fault::Wrong(8)));
        assert_eq!(read(Source::Utf8("{\"a\" 1}"), &["a"]), Err(Fault::Wrong(5)));
        let deep = format!("{{\"a\":{}", "[".repeat(200));
        assert!(matches!(read(Source::Utf8(&deep), &["a"]), Err(Fault::Deep(_))));
    }

    #[test]
    fn second_bytes_that_look_like_backslashes_are_stepped_over() {
        // 0x8C5C, 0x815C and 0x815B end in the bytes of "\" and "[".
        let bytes = b"{\"k\": \"\x8c\x5c\x81\x5c\", \"z\": \"\x81\x5b\x82\x30\x81\x30\"}";
        let (values, ..) = read(Source::Gb(bytes), &["k", "z"]).unwrap();
        assert_eq!(values.first().cloned().flatten().unwrap().chars().count(), 2);
        assert_eq!(values.get(1).cloned().flatten().unwrap().chars().count(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}:,\" a\\\\u0-9\n中]{0,60}") {
            let _ = read(Source::Utf8(&text), &["a", "a.a"]);
            let _ = read(Source::Gb(text.as_bytes()), &["a"]);
        }

        #[test]
        fn strings_agree_with_serde(value in ".*", key in "[a-z中]{1,5}") {
            let text = serde_json::to_string(&std::collections::BTreeMap::from([(&key, &value)])).unwrap();
            let (values, ..) = read(Source::Utf8(&text), &[&key]).unwrap();
            let want = (!value.trim().is_empty()).then_some(value);
            prop_assert_eq!(values.into_iter().next().flatten(), want);
        }

        #[test]
        fn fields_lie_in_the_file(text in "\\{\"a\": ?(\"[^\"\\\\\n]{0,9}\"|[0-9]{1,5}|null|\\[1,2\\])\\}") {
            let mut keys = Keys::default();
            keys.want("a", 0);
            let mut fields = [Field::MISSING];
            Scanner::new(Source::Utf8(&text), 0).object(&keys, &mut fields, 0).unwrap();
            prop_assert!(fields[0].form != Form::Missing && fields[0].end <= text.len());
        }
    }
}
