//! JUMBF (ISO 19566-5): boxes that describe what is in them, in a tree.

use crate::bytes::{Bytes, count};
use crate::limits::{MOST_DEPTH, MOST_VALUES};

/// A superbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Superbox<'a> {
    /// The first four letters of its type, or zeros where the type is none of C2PA's.
    pub(crate) kind: [u8; 4],
    pub(crate) label: &'a str,
    /// Everything but its own length and type: what hashes of C2PA are over.
    pub(crate) content: &'a [u8],
    pub(crate) boxes: Vec<Superbox<'a>>,
    /// The content boxes in it that are no superboxes: type and content.
    pub(crate) data: Vec<([u8; 4], &'a [u8])>,
}

/// What stands behind the four letters in each type of C2PA and of ISO 19566-5.
const TAIL: [u8; 12] = *b"\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71";

/// Whether a box is the superbox of a manifest store.
pub(crate) fn is_store(bytes: &[u8]) -> bool {
    let mut bytes = Bytes::new(bytes);
    let head = (bytes.u32(), bytes.array::<4>());
    let inner = (bytes.u32(), bytes.array::<4>(), bytes.array::<4>());
    matches!((head, inner), ((_, Some(outer)), (_, Some(inner), Some(kind))) if outer == *b"jumb" && inner == *b"jumd" && kind == *b"c2pa")
}

/// Reads the superbox that stands at the beginning. `None` where it or anything in it is misshapen.
pub(crate) fn read(bytes: &[u8]) -> Option<Superbox<'_>> {
    let mut left = MOST_VALUES;
    let (kind, body) = next(&mut Bytes::new(bytes))?;
    if kind != *b"jumb" {
        return None;
    }
    superbox(body, MOST_DEPTH, &mut left)
}

fn superbox<'a>(content: &'a [u8], depth: u32, left: &mut usize) -> Option<Superbox<'a>> {
    let depth = depth.checked_sub(1)?;
    let mut bytes = Bytes::new(content);
    let (kind, description) = next(&mut bytes)?;
    if kind != *b"jumd" {
        return None;
    }
    let (kind, label) = described(description)?;
    let mut found = Superbox { kind, label, content, boxes: Vec::new(), data: Vec::new() };
    while !bytes.is_empty() {
        *left = left.checked_sub(1)?;
        match next(&mut bytes)? {
            (kind, body) if kind == *b"jumb" => found.boxes.push(superbox(body, depth, left)?),
            other => found.data.push(other),
        }
    }
    Some(found)
}

/// The next box: its type and content.
fn next<'a>(bytes: &mut Bytes<'a>) -> Option<([u8; 4], &'a [u8])> {
    let (length, kind) = (bytes.u32()?, bytes.array::<4>()?);
    let body = match length {
        0 => bytes.left().len(),
        1 => count(bytes.u64()?.checked_sub(16)?),
        length => count(u64::from(length.checked_sub(8)?)),
    };
    Some((kind, bytes.take(body)?))
}

/// A description box: the type, toggles, and the label where there is one.
fn described(bytes: &[u8]) -> Option<([u8; 4], &str)> {
    let mut bytes = Bytes::new(bytes);
    let (kind, tail) = (bytes.array::<4>()?, bytes.array::<12>()?);
    let toggles = bytes.byte()?;
    let label = if toggles & 2 == 0 { "" } else { std::str::from_utf8(bytes.until_zero()?).ok()? };
    Some((if tail == TAIL { kind } else { [0; 4] }, label))
}

impl<'a> Superbox<'a> {
    /// The only superbox in it of one type.
    pub(crate) fn of_kind(&self, kind: [u8; 4]) -> Option<&Superbox<'a>> {
        let mut found = self.boxes.iter().filter(|inner| inner.kind == kind);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// The only superbox in it of one label.
    pub(crate) fn labelled(&self, label: &str) -> Option<&Superbox<'a>> {
        let mut found = self.boxes.iter().filter(|inner| inner.label == label);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// Its CBOR.
    pub(crate) fn cbor(&self) -> Option<&'a [u8]> {
        self.data.iter().find(|(kind, _)| kind == b"cbor").map(|(_, bytes)| *bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{TAIL, is_store, read};

    fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
        [&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), kind, content].concat()
    }

    fn superbox(kind: &[u8], label: &str, inside: &[u8]) -> Vec<u8> {
        let described = [kind, &TAIL, &[3], label.as_bytes(), &[0]].concat();
        boxed(b"jumb", &[boxed(b"jumd", &described), inside.to_vec()].concat())
    }

    #[test]
    fn a_tree_with_labels() {
        let inner = superbox(b"c2cl", "c2pa.claim", &boxed(b"cbor", &[0xa0]));
        let store = superbox(b"c2pa", "c2pa", &superbox(b"c2ma", "m", &inner));
        assert!(is_store(&store));
        let found = read(&store).unwrap();
        let claim = found.of_kind(*b"c2ma").unwrap().labelled("c2pa.claim").unwrap();
        assert_eq!(claim.cbor(), Some([0xa0].as_slice()));
        // Cut anywhere it is none.
        for end in 0..store.len() {
            assert!(read(store.get(..end).unwrap()).is_none(), "{end}");
        }
    }

    #[test]
    fn boxes_without_end_and_boxes_in_boxes() {
        let mut deep = Vec::new();
        for _ in 0..100 {
            deep = superbox(b"c2ma", "m", &deep);
        }
        assert!(read(&deep).is_none());
        assert!(read(b"\0\0\0\x07jumb").is_none());
        assert!(read(b"\0\0\0\x01jumb\0\0\0\0\0\0\0\x0f").is_none());
        assert!(!is_store(b"\0\0\0\0jumb"));
    }
}
