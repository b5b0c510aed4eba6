//! CBOR (RFC 8949), read whole within bounds and without judging canonical form: what was signed are the bytes.

use crate::bytes::{Bytes, count};
use crate::limits::{MOST_DEPTH, MOST_VALUES};
use std::borrow::Cow;

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Number(u64),
    /// A negative number: `-1 - n`.
    Negative(u64),
    Bytes(Cow<'a, [u8]>),
    Text(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    Map(Vec<(Value<'a>, Value<'a>)>),
    Tagged(u64, Box<Value<'a>>),
    Bool(bool),
    /// Null, undefined, and simple values that mean nothing here.
    Nothing,
    /// Floats matter in nothing that is read here.
    Float,
}

/// Reads one item that takes up all of `bytes`; zeros behind it are padding.
pub(crate) fn read(bytes: &[u8]) -> Option<Value<'_>> {
    let mut reader = Bytes::new(bytes);
    let mut left = MOST_VALUES;
    let value = item(&mut reader, MOST_DEPTH, &mut left)?;
    reader.left().iter().all(|byte| *byte == 0).then_some(value)
}

fn item<'a>(bytes: &mut Bytes<'a>, depth: u32, left: &mut usize) -> Option<Value<'a>> {
    let head = bytes.byte()?;
    value(head, bytes, depth, left)
}

fn value<'a>(head: u8, bytes: &mut Bytes<'a>, depth: u32, left: &mut usize) -> Option<Value<'a>> {
    *left = left.checked_sub(1)?;
    let depth = depth.checked_sub(1)?;
    let (major, low) = (head >> 5, head & 0x1f);
    if major == 7 {
        return simple(low, bytes);
    }
    let argument = argument(low, bytes)?;
    match (major, argument) {
        (0, Some(number)) => Some(Value::Number(number)),
        (1, Some(number)) => Some(Value::Negative(number)),
        (2 | 3, length) => {
            let joined = match length {
                Some(length) => Cow::Borrowed(bytes.take(count(length))?),
                None => Cow::Owned(pieces(major, bytes, left)?),
            };
            if major == 2 { Some(Value::Bytes(joined)) } else { text(joined) }
        }
        (4, length) => {
            let mut items = Vec::new();
            while let Some(head) = next(length, items.len(), bytes)? {
                items.push(value(head, bytes, depth, left)?);
            }
            Some(Value::Array(items))
        }
        (5, length) => {
            let mut entries = Vec::new();
            while let Some(head) = next(length, entries.len(), bytes)? {
                let key = value(head, bytes, depth, left)?;
                entries.push((key, item(bytes, depth, left)?));
            }
            Some(Value::Map(entries))
        }
        (6, Some(tag)) => Some(Value::Tagged(tag, Box::new(item(bytes, depth, left)?))),
        _ => None,
    }
}

/// A number in or behind the head; `Some(None)` is an indefinite length.
fn argument(low: u8, bytes: &mut Bytes<'_>) -> Option<Option<u64>> {
    match low {
        0..=23 => Some(Some(u64::from(low))),
        24 => Some(Some(u64::from(bytes.byte()?))),
        25 => Some(Some(u64::from(bytes.u16()?))),
        26 => Some(Some(u64::from(bytes.u32()?))),
        27 => Some(Some(bytes.u64()?)),
        31 => Some(None),
        _ => None,
    }
}

/// The head of the next item of an array or map; `Some(None)` at its end.
fn next(length: Option<u64>, have: usize, bytes: &mut Bytes<'_>) -> Option<Option<u8>> {
    match length {
        Some(length) if have as u64 == length => Some(None),
        Some(_) => bytes.byte().map(Some),
        None => match bytes.byte()? {
            0xff => Some(None),
            head => Some(Some(head)),
        },
    }
}

/// The pieces of a string of indefinite length, joined.
fn pieces(major: u8, bytes: &mut Bytes<'_>, left: &mut usize) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    loop {
        *left = left.checked_sub(1)?;
        match bytes.byte()? {
            0xff => return Some(joined),
            head if head >> 5 == major => {
                let length = argument(head & 0x1f, bytes)??;
                joined.extend_from_slice(bytes.take(count(length))?);
            }
            _ => return None,
        }
    }
}

fn text(bytes: Cow<'_, [u8]>) -> Option<Value<'_>> {
    Some(Value::Text(match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).ok()?),
    }))
}

fn simple<'a>(low: u8, bytes: &mut Bytes<'a>) -> Option<Value<'a>> {
    Some(match low {
        20 => Value::Bool(false),
        21 => Value::Bool(true),
        24 => {
            bytes.byte()?;
            Value::Nothing
        }
        25 => bytes.take(2).map(|_| Value::Float)?,
        26 => bytes.take(4).map(|_| Value::Float)?,
        27 => bytes.take(8).map(|_| Value::Float)?,
        0..=19 | 22 | 23 => Value::Nothing,
        _ => return None,
    })
}

impl<'a> Value<'a> {
    /// What stands under a text in a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.find(|one| one.text() == Some(key))
    }

    /// What stands under a number in a map.
    pub(crate) fn under(&self, key: u64) -> Option<&Value<'a>> {
        self.find(|one| *one == Value::Number(key))
    }

    fn find(&self, is: impl Fn(&Value<'a>) -> bool) -> Option<&Value<'a>> {
        let Value::Map(entries) = self else { return None };
        // A key twice reads differently for different readers: then it is not there.
        let mut found = entries.iter().filter(|(key, _)| is(key));
        let first = found.next();
        first.filter(|_| found.next().is_none()).map(|(_, value)| value)
    }

    /// The value without tags.
    pub(crate) fn bare(&self) -> &Value<'a> {
        match self {
            Value::Tagged(_, inner) => inner.bare(),
            other => other,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self.bare() {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match self.bare() {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> Option<u64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whole numbers of either sign.
    pub(crate) fn signed(&self) -> Option<i64> {
        match self {
            Value::Number(number) => i64::try_from(*number).ok(),
            Value::Negative(number) => i64::try_from(*number).ok()?.checked_neg()?.checked_sub(1),
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> Option<&[Value<'a>]> {
        match self.bare() {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }
}

/// The head of an item, in the shortest form (RFC 8949 §4.2.1).
fn head(major: u8, length: usize, out: &mut Vec<u8>) {
    let major = major << 5;
    let length = length as u64;
    match (u8::try_from(length), u16::try_from(length), u32::try_from(length)) {
        (Ok(short @ 0..=23), ..) => out.push(major | short),
        (Ok(byte), ..) => out.extend([major | 24, byte]),
        (_, Ok(two), _) => {
            out.push(major | 25);
            out.extend(two.to_be_bytes());
        }
        (.., Ok(four)) => {
            out.push(major | 26);
            out.extend(four.to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend(length.to_be_bytes());
        }
    }
}

/// A text and byte strings as one array: what COSE signs (RFC 9052 §4.4).
pub(crate) fn structure(context: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    head(4, parts.len().saturating_add(1), &mut out);
    head(3, context.len(), &mut out);
    out.extend_from_slice(context.as_bytes());
    for part in parts {
        out.extend(string(part));
    }
    out
}

/// One byte string.
pub(crate) fn string(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    head(2, bytes.len(), &mut out);
    out.extend_from_slice(bytes);
    out
}

#[cfg(test)]
mod tests {
    use super::{Value, read, structure};
    use std::borrow::Cow;

    fn hex(text: &str) -> Vec<u8> {
        let two = |at: usize| u8::from_str_radix(text.get(at * 2..at * 2 + 2).unwrap(), 16).unwrap();
        (0..text.len() / 2).map(two).collect()
    }

    /// RFC 8949 appendix A.
    #[test]
    fn examples_of_the_standard() {
        let text = |text: &'static str| Value::Text(Cow::Borrowed(text));
        for (bytes, value) in [
            ("00", Value::Number(0)),
            ("1818", Value::Number(24)),
            ("1b000000e8d4a51000", Value::Number(1_000_000_000_000)),
            ("20", Value::Negative(0)),
            ("3903e7", Value::Negative(999)),
            ("f5", Value::Bool(true)),
            ("f6", Value::Nothing),
            ("fb3ff199999999999a", Value::Float),
            ("63e6b0b4", text("水")),
            ("83010203", Value::Array(vec![Value::Number(1), Value::Number(2), Value::Number(3)])),
            ("9f0102ff", Value::Array(vec![Value::Number(1), Value::Number(2)])),
            ("bf6346756ef5ff", Value::Map(vec![(text("Fun"), Value::Bool(true))])),
            ("5f42010243030405ff", Value::Bytes(Cow::Owned(vec![1, 2, 3, 4, 5]))),
            ("c11a514b67b0", Value::Tagged(1, Box::new(Value::Number(1_363_896_240)))),
        ] {
            assert_eq!(read(&hex(bytes)), Some(value), "{bytes}");
        }
        assert_eq!(Value::Negative(999).signed(), Some(-1000));
    }

    #[test]
    fn what_is_none_ends() {
        for bytes in ["", "18", "1c", "61ff", "82", "9f01", "ff", "5f6161ff", "5fff00ff", "a101", "0001"] {
            assert_eq!(read(&hex(bytes)), None, "{bytes}");
        }
        assert_eq!(read(&[0x81; 1000]), None);
        assert_eq!(read(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
        // Padding, and a key twice.
        assert_eq!(read(&hex("000000")), Some(Value::Number(0)));
        assert_eq!(read(&hex("a2616101616102")).unwrap().get("a"), None);
    }

    #[test]
    fn structures_are_read_back() {
        let long = vec![7u8; 70_000];
        let bytes = structure("Signature1", &[&[], &[1], &long]);
        let value = read(&bytes).unwrap();
        let items = value.items().unwrap();
        assert_eq!(items[0].text(), Some("Signature1"));
        assert_eq!(items[3].bytes(), Some(long.as_slice()));
    }
}
