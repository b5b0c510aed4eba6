//! JPEG (ISO/IEC 10918-1 annex B): the segments before the first scan, where every writer puts what is about the file.

use crate::bytes::Bytes;
use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_PARTS, MOST_STORE, PIECE};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use crate::{Kind, Place, aigc};
use std::collections::BTreeMap;
use std::io;

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
/// ISO 19566-5 annex D: APP11, `JP`, the number of the box, the number of the piece.
const JUMBF: &[u8] = b"JP";

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;
const APP1: u8 = 0xe1;
const APP11: u8 = 0xeb;
const COMMENT: u8 = 0xfe;

/// Pieces of the JUMBF boxes of a file, by the number of the box.
type Boxes = BTreeMap<u16, Vec<Piece>>;

struct Piece {
    sequence: u32,
    span: (u64, u64),
    /// Length, type, and what follows.
    bytes: Vec<u8>,
}

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    let mut boxes = Boxes::new();
    let mut held = 0usize;
    reader.go(2)?;
    let complete = loop {
        let start = reader.at();
        if start > (MOST_PARTS as u64).saturating_mul(0x1_0000) {
            break false;
        }
        let Some(marker) = marker(reader)? else {
            findings.frame(reader, Kind::Jpeg, start);
            break false;
        };
        match marker {
            START_OF_SCAN => {
                let ends = picture(reader)?;
                if !ends {
                    findings.frame(reader, Kind::Jpeg, start);
                }
                break ends;
            }
            END_OF_IMAGE => break true,
            // Markers that stand alone: TEM and RST.
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let length = reader.array::<2>()?.map(u16::from_be_bytes);
        let Some(length) = length.and_then(|length| length.checked_sub(2)) else {
            findings.frame(reader, Kind::Jpeg, start);
            break false;
        };
        let body = reader.at();
        let end = body.saturating_add(u64::from(length));
        if matches!(marker, APP1 | APP11 | COMMENT) {
            let bytes = reader.up_to(usize::from(length))?;
            if bytes.len() < usize::from(length) {
                findings.frame(reader, Kind::Jpeg, start);
                break false;
            }
            held = held.saturating_add(bytes.len());
            if held > MOST_STORE {
                findings.warn("media-too-much");
                break false;
            }
            segment(marker, (start, end), bytes, pulled, &mut boxes, findings);
        } else {
            reader.go(end)?;
        }
    };
    gather(boxes, pulled, findings);
    Ok(complete)
}

/// Whether the picture behind the first scan's marker has its end. Most files end with that mark; others carry something
/// behind it, and are looked through up to the first: inside of a scan only 0xff00 and restarts stand.
fn picture(reader: &mut Reader<'_>) -> io::Result<bool> {
    let (from, length) = (reader.at(), reader.length()?);
    let last = length.saturating_sub(2);
    if last >= from {
        reader.go(last)?;
        if reader.array::<2>()? == Some([0xff, END_OF_IMAGE]) {
            return Ok(true);
        }
    }
    reader.go(from)?;
    let mut marked = false;
    loop {
        let piece = reader.up_to(PIECE)?;
        if piece.is_empty() {
            return Ok(false);
        }
        for byte in piece {
            if marked && byte == END_OF_IMAGE {
                return Ok(true);
            }
            marked = byte == 0xff;
        }
    }
}

/// The next marker; any number of 0xff may stand before it.
fn marker(reader: &mut Reader<'_>) -> io::Result<Option<u8>> {
    if reader.array::<1>()? != Some([0xff]) {
        return Ok(None);
    }
    for _ in 0..MOST_PARTS {
        match reader.array::<1>()? {
            Some([0xff]) => {}
            Some([0]) | None => return Ok(None),
            Some([marker]) => return Ok(Some(marker)),
        }
    }
    Ok(None)
}

fn segment(
    marker: u8,
    span: (u64, u64),
    bytes: Vec<u8>,
    pulled: &mut Pulled,
    boxes: &mut Boxes,
    findings: &mut Findings,
) {
    match marker {
        APP1 => {
            if let Some(exif) = bytes.strip_prefix(EXIF) {
                pulled.exif(exif.to_vec());
            } else if let Some(xmp) = bytes.strip_prefix(XMP) {
                pulled.xmp(xmp.to_vec());
            } else if bytes.starts_with(EXTENDED_XMP) {
                findings.note("media-xmp-extended");
            }
        }
        APP11 => {
            let mut body = Bytes::new(&bytes);
            let piece = (|| {
                let known = body.take(2)? == JUMBF;
                let (number, sequence) = (body.u16()?, body.u32()?);
                known.then(|| (number, Piece { sequence, span, bytes: body.left().to_vec() }))
            })();
            if let Some((number, piece)) = piece {
                boxes.entry(number).or_default().push(piece);
            }
        }
        COMMENT if bytes.len() <= MOST_BLOCK && aigc::looks_like_one(&bytes) => {
            pulled.label(Place::Comment, bytes);
        }
        _ => {}
    }
}

/// Puts the pieces of each box together; the first that is a manifest store counts.
fn gather(boxes: Boxes, pulled: &mut Pulled, findings: &mut Findings) {
    for mut pieces in boxes.into_values() {
        pieces.sort_by_key(|piece| piece.sequence);
        // Every piece repeats length and type of the box.
        let head = match pieces.first().and_then(|first| first.bytes.first_chunk::<8>()) {
            Some(head) => *head,
            None => continue,
        };
        let mut bytes = head.to_vec();
        let mut whole = true;
        for (wanted, piece) in (1u32..).zip(&pieces) {
            whole &= piece.sequence == wanted;
            match piece.bytes.strip_prefix(&head) {
                Some(rest) => bytes.extend_from_slice(rest),
                None => whole = false,
            }
        }
        if !crate::jumbf::is_store(&bytes) {
            continue;
        }
        if !whole {
            findings.warn("media-c2pa-pieces");
        }
        if pulled.store.is_some() {
            findings.warn("media-c2pa-twice");
            continue;
        }
        pulled.store = Some(Store { bytes, spans: pieces.iter().map(|piece| piece.span).collect() });
    }
}
