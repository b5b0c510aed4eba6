//! Which bytes of a file of boxes a binding is over (C2PA 2.2 §18.7): every box of the top that no rule leaves out,
//! the place of each before its bytes. Rules that go into boxes are not followed: then the binding is not checked.

use super::binding::Piece;
use crate::bytes::count;
use crate::cbor::Value;
use crate::limits::{HEAD, MOST_COMPARED};
use crate::pulled::{Pulled, TopBox};
use crate::source::Reader;
use std::io;

/// Most runs of bytes that one rule compares.
const MOST_DATA: usize = 16;

/// Leaves out boxes of one name at the top, if length and bytes in them are as stated.
pub(crate) struct BoxRule {
    /// The names on the way.
    path: Vec<[u8; 4]>,
    length: Option<u64>,
    data: Vec<(usize, Vec<u8>)>,
    /// Whether it asks for what is not computed here: a version, flags, a part of the box, bytes far inside of it.
    beyond: bool,
}

impl BoxRule {
    pub(crate) fn of(value: &Value<'_>) -> Option<BoxRule> {
        let path = value.get("xpath")?.text()?.strip_prefix('/')?;
        let name = |part: &str| <[u8; 4]>::try_from(part.as_bytes()).ok();
        // A number in brackets picks one of several boxes: such a rule is not followed.
        let path: Option<Vec<[u8; 4]>> = path.split('/').map(name).collect();
        let there = |key: &str| value.get(key).is_some_and(|one| *one != Value::Nothing);
        let mut data = Vec::new();
        if let Some(list) = value.get("data").and_then(|data| data.items()) {
            for one in list {
                data.push((count(one.get("offset")?.number()?), one.get("value")?.bytes()?.to_vec()));
            }
        }
        let far = |(offset, bytes): &(usize, Vec<u8>)| {
            bytes.len() > MOST_COMPARED || offset.saturating_add(bytes.len()) > HEAD
        };
        let long = data.len() > MOST_DATA || data.iter().any(far);
        let beyond = path.is_none() || long || ["version", "flags", "subset"].into_iter().any(there);
        Some(BoxRule {
            path: path.unwrap_or_default(),
            length: value.get("length").and_then(Value::number),
            data,
            beyond,
        })
    }

    /// Whether it leaves this box out; `None` where that is not computed here.
    /// `head` is the beginning of the box.
    fn takes(&self, one: &TopBox, head: &[u8]) -> Option<bool> {
        match self.path.split_first() {
            None => return None,
            Some((first, _)) if *first != one.name => return Some(false),
            Some((_, rest)) if !rest.is_empty() || self.beyond => return None,
            Some(_) => {}
        }
        let long = self.length.is_none_or(|length| Some(length) == one.end.checked_sub(one.start));
        let same = |(offset, wanted): &(usize, Vec<u8>)| {
            head.get(*offset..).is_some_and(|rest| rest.starts_with(wanted))
        };
        Some(long && self.data.iter().all(same))
    }

    /// Whether it looks at bytes of boxes of this name.
    fn looks_into(&self, name: [u8; 4]) -> bool {
        self.path.first() == Some(&name) && !self.data.is_empty() && !self.beyond
    }
}

/// The pieces of the file that the hash is over, in its order; `None` where a rule is not followed here or the boxes
/// could not be told.
pub(crate) fn pieces(
    rules: &[BoxRule],
    pulled: &Pulled,
    reader: &mut Reader<'_>,
) -> io::Result<Option<Vec<Piece>>> {
    if !pulled.complete {
        return Ok(None);
    }
    let mut pieces = Vec::new();
    for one in &pulled.boxes {
        // Read once, however many rules compare it.
        let mut head = Vec::new();
        if rules.iter().any(|rule| rule.looks_into(one.name)) {
            reader.go(one.start)?;
            head = reader.up_to(count(one.end.saturating_sub(one.start)).min(HEAD))?;
        }
        let Some(out) = left_out(rules, one, &head) else { return Ok(None) };
        if !out {
            pieces.extend([Piece::Place(one.start), Piece::Bytes(one.start, one.end)]);
        }
    }
    Ok(Some(pieces))
}

/// Whether a rule leaves the box out: the first that does ends the question.
fn left_out(rules: &[BoxRule], one: &TopBox, head: &[u8]) -> Option<bool> {
    for rule in rules {
        if rule.takes(one, head)? {
            return Some(true);
        }
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::{BoxRule, Reader, TopBox, pieces};
    use crate::c2pa::binding::Piece;
    use crate::pulled::Pulled;
    use std::cell::Cell;
    use std::io::{self, Cursor, Read, Seek, SeekFrom};

    /// Counts how often somebody reads.
    struct Counted<'c> {
        inner: Cursor<Vec<u8>>,
        reads: &'c Cell<u64>,
    }

    impl Read for Counted<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.reads.set(self.reads.get() + 1);
            self.inner.read(into)
        }
    }

    impl Seek for Counted<'_> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.inner.seek(to)
        }
    }

    fn rule(path: &[&[u8; 4]], data: &[(usize, &[u8])], beyond: bool) -> BoxRule {
        let data = data.iter().map(|(offset, bytes)| (*offset, bytes.to_vec())).collect();
        BoxRule { path: path.iter().map(|name| **name).collect(), length: None, data, beyond }
    }

    fn free(start: u64) -> TopBox {
        TopBox { name: *b"free", start, end: start + 8 }
    }

    #[test]
    fn a_box_is_read_once_for_all_rules() {
        let rules: Vec<BoxRule> =
            (0..64).map(|_| rule(&[b"free"], &[(4, b"free"), (0, b"x")], false)).collect();
        let boxes: Vec<TopBox> = (0..1_000).map(|n| free(n * 8)).collect();
        let reads = Cell::new(0);
        let inner = Cursor::new(b"\0\0\0\x08free".repeat(1_000));
        let mut source = Counted { inner, reads: &reads };
        let mut reader = Reader::new(&mut source).unwrap();
        let pulled = Pulled { boxes, complete: true, ..Pulled::default() };
        let found = pieces(&rules, &pulled, &mut reader).unwrap().unwrap();
        assert_eq!(found.len(), 2_000);
        // `read_to_end` may ask once more for the end.
        assert!(reads.get() <= 4_000, "{}", reads.get());
    }

    #[test]
    fn the_first_rule_that_leaves_a_box_out_settles_it() {
        let mut source = Cursor::new(b"\0\0\0\x08free".repeat(2));
        let mut reader = Reader::new(&mut source).unwrap();
        let pulled = Pulled { boxes: vec![free(0), free(8)], complete: true, ..Pulled::default() };
        let mut all = |rules: &[BoxRule]| pieces(rules, &pulled, &mut reader).unwrap();
        let (plain, beyond) = (|| rule(&[b"free"], &[], false), || rule(&[b"free"], &[], true));
        assert_eq!(all(&[plain(), beyond()]), Some(vec![]));
        assert_eq!(all(&[beyond(), plain()]), None);
        // Bytes that reach out of the box are not in it.
        let out = rule(&[b"free"], &[(4, b"free\0")], false);
        assert_eq!(all(&[out]).unwrap().first(), Some(&Piece::Place(0)));
        let inside = rule(&[b"free"], &[(4, b"free")], false);
        assert_eq!(all(&[inside]), Some(vec![]));
    }
}
