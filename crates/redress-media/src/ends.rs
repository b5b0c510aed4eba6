//! Whether a file of a kind that says nothing this room reads ends before its end: GIF, and RIFF that is no WebP (WAV, AVI).
//! Of the other kinds [`crate::describe`] tells it.

use crate::findings::cut_off;
use crate::limits::PIECE;
use crate::source::Reader;
use crate::{Kind, Source};
use redress_base::Finding;
use std::io;

/// The last byte of a GIF (GIF89a, 27).
const TRAILER: u8 = 0x3b;

/// What was cut off, by what the bytes say they are; nothing where the file is whole, or is none of these.
///
/// # Errors
/// When the source cannot be read.
pub fn ends_early(name: &str, source: &mut dyn Source) -> io::Result<Option<Finding>> {
    let mut reader = Reader::new(source)?;
    let head = reader.up_to(12)?;
    let (kind, whole) = match head.as_slice() {
        [b'G', b'I', b'F', b'8', ..] => ("GIF", last(&mut reader)? == Some(TRAILER)),
        [b'R', b'I', b'F', b'F', rest @ ..] if Kind::of_head(&head).is_none() => {
            // The length that stands behind the first four bytes is that of everything after it.
            let says = rest.first_chunk::<4>().map(|four| u64::from(u32::from_le_bytes(*four)));
            let length = reader.length()?;
            ("RIFF", says.is_some_and(|says| length >= says.saturating_add(8)))
        }
        _ => return Ok(None),
    };
    Ok((!whole).then(|| cut_off(kind).with("file", name)))
}

/// The last byte that is not padding.
fn last(reader: &mut Reader<'_>) -> io::Result<Option<u8>> {
    let mut end = reader.length()?;
    while end > 0 {
        let from = end.saturating_sub(PIECE as u64);
        reader.go(from)?;
        let piece = reader.up_to(crate::bytes::count(end.saturating_sub(from)))?;
        if let Some(byte) = piece.iter().rev().find(|byte| **byte != 0) {
            return Ok(Some(*byte));
        }
        end = from;
    }
    Ok(None)
}
