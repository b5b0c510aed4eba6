//! ISO/IEC 14496-12 and its kin (MP4, MOV, M4A, HEIC, AVIF): the boxes at the top, and what stands in `moov`.

use crate::bytes::{Bytes, count};
use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_DEPTH, MOST_KEY, MOST_MOOV, MOST_PARTS, MOST_STORE};
use crate::pulled::{Pulled, Store, TopBox};
use crate::source::Reader;
use crate::{Kind, Place, aigc};
use std::io;

/// C2PA 2.2 appendix A.5: the box that carries a manifest store.
const C2PA: [u8; 16] = *b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81";
/// ISO 16684-3: the box that carries XMP.
const XMP: [u8; 16] = *b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";
/// QuickTime File Format, user data and metadata keys: where a film was taken.
const POSITION: [u8; 4] = *b"\xa9xyz";
const POSITION_KEY: &[u8] = b"location.ISO6709";

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    for _ in 0..MOST_PARTS {
        let start = reader.at();
        let Some(head) = reader.array::<8>()? else { return Ok(ends(reader, start, findings)) };
        let mut head = Bytes::new(&head);
        let (short, name) = (head.u32().unwrap_or_default(), head.array().unwrap_or_default());
        let length = match short {
            // To the end of the file, which nobody has told us.
            0 => None,
            1 => reader.array::<8>()?.map(u64::from_be_bytes),
            short => Some(u64::from(short)),
        };
        let body = reader.at();
        let end = match length {
            Some(length) => start.saturating_add(length),
            None if short == 0 => u64::MAX,
            None => 0,
        };
        let beyond = length.is_some() && i64::try_from(end).is_err();
        if end < body || beyond {
            findings.frame(reader, Kind::Bmff, start);
            return Ok(false);
        }
        pulled.boxes.push(TopBox { name, start, end });
        if !inside(reader, &name, (start, end), pulled, findings)? {
            findings.frame(reader, Kind::Bmff, start);
            return Ok(false);
        }
        if end == u64::MAX {
            let all = reader.each(reader.at(), u64::MAX, &mut |_| {})?;
            let last = reader.at();
            if let Some(open) = pulled.boxes.last_mut().filter(|_| !all) {
                open.end = last;
            }
            return Ok(true);
        }
        // A file that ends inside its last box is told by reading the byte before its end.
        if end > reader.at() {
            reader.go(end.saturating_sub(1))?;
            if reader.array::<1>()?.is_none() {
                findings.frame(reader, Kind::Bmff, start);
                return Ok(false);
            }
        }
        reader.go(end)?;
    }
    findings.warn("media-too-much");
    Ok(false)
}

/// Whether the file ends behind a box, and not within the head of one.
fn ends(reader: &Reader<'_>, start: u64, findings: &mut Findings) -> bool {
    if reader.at() != start {
        findings.frame(reader, Kind::Bmff, start);
    }
    reader.at() == start
}

/// Looks into a box of the top; `false` where the file ends before it does.
fn inside(
    reader: &mut Reader<'_>,
    name: &[u8; 4],
    (start, end): (u64, u64),
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    let length = count(end.saturating_sub(reader.at()));
    match name {
        b"uuid" => {
            let Some(id) = reader.array::<16>()? else { return Ok(false) };
            let length = length.saturating_sub(16);
            let most = if id == C2PA { MOST_STORE } else { MOST_BLOCK };
            if id != C2PA && id != XMP {
                return Ok(true);
            }
            if length > most {
                findings.warn("media-too-much");
                return Ok(true);
            }
            let bytes = reader.up_to(length)?;
            let whole = bytes.len() == length;
            if id == XMP {
                pulled.xmp(bytes);
            } else {
                store(&bytes, (start, end), pulled, findings);
            }
            Ok(whole)
        }
        b"moov" | b"meta" | b"udta" => {
            if length > MOST_MOOV {
                findings.warn("media-too-much");
                return Ok(true);
            }
            let bytes = reader.up_to(length)?;
            let mut found = Meta { pulled, findings, keys: Vec::new(), boxes: 0 };
            match name {
                b"meta" => found.meta(&bytes, 0),
                _ => found.boxes(&bytes, 0),
            }
            Ok(bytes.len() == length)
        }
        _ => Ok(true),
    }
}

/// Version and flags, the purpose, for a manifest the place of a tree of hashes, then the store.
fn store(bytes: &[u8], span: (u64, u64), pulled: &mut Pulled, findings: &mut Findings) {
    let mut bytes = Bytes::new(bytes);
    let purpose = bytes.u32().and_then(|_| bytes.until_zero());
    match purpose {
        Some(b"manifest" | b"original" | b"update") => {
            let store = bytes.u64().map(|_| bytes.left().to_vec());
            match store {
                Some(_) if pulled.store.is_some() => findings.warn("media-c2pa-twice"),
                Some(bytes) => pulled.store = Some(Store { bytes, spans: vec![span] }),
                None => findings.warn("media-c2pa-form"),
            }
        }
        // A part of a tree of hashes, of files that are sent in pieces.
        Some(b"merkle") => {}
        _ => findings.warn("media-c2pa-form"),
    }
}

/// The metadata of a video: `udta`, `meta`, `keys`, `ilst` (ISO/IEC 14496-12 §8.11, QuickTime File Format).
struct Meta<'p> {
    pulled: &'p mut Pulled,
    findings: &'p mut Findings,
    /// Names under `keys`, in their order, of the `meta` that is open; one that is too long is kept without its letters.
    keys: Vec<Vec<u8>>,
    boxes: usize,
}

impl Meta<'_> {
    fn boxes(&mut self, bytes: &[u8], depth: u32) {
        let mut bytes = Bytes::new(bytes);
        while let Some((name, body)) = next_box(&mut bytes) {
            self.boxes = self.boxes.saturating_add(1);
            if self.boxes > MOST_PARTS || depth > MOST_DEPTH {
                return;
            }
            let deeper = depth.saturating_add(1);
            match &name {
                b"udta" | b"trak" | b"moov" => self.boxes(body, deeper),
                b"meta" => self.meta(body, deeper),
                b"keys" => self.keys = keys(body),
                b"ilst" => self.list(body),
                b"AIGC" => self.text(body.get(4..).unwrap_or_default(), body),
                b"XMP_" if body.len() > MOST_BLOCK => self.findings.warn("media-too-much"),
                b"XMP_" => self.pulled.xmp(body.to_vec()),
                // Length and language stand before the text.
                _ if name == POSITION => self.pulled.position |= body.len() > 4,
                _ => {}
            }
        }
    }

    /// A `meta` box has version and flags before its boxes in MP4, and none in QuickTime.
    fn meta(&mut self, bytes: &[u8], depth: u32) {
        let quick = bytes.get(4..8) == Some(b"hdlr");
        self.keys.clear();
        self.boxes(if quick { bytes } else { bytes.get(4..).unwrap_or_default() }, depth);
        self.keys.clear();
    }

    /// Entries by the number of their key, or by a name of four letters; `----` names itself inside.
    fn list(&mut self, bytes: &[u8]) {
        let mut bytes = Bytes::new(bytes);
        while let Some((name, body)) = next_box(&mut bytes) {
            self.boxes = self.boxes.saturating_add(1);
            if self.boxes > MOST_PARTS {
                return;
            }
            let number = count(u64::from(u32::from_be_bytes(name)));
            let mut own = self.keys.get(number.wrapping_sub(1)).map(Vec::as_slice).unwrap_or_default();
            let mut parts = Bytes::new(body);
            let mut data: Vec<&[u8]> = Vec::new();
            while let Some((part, content)) = next_box(&mut parts) {
                match &part {
                    b"name" => own = content.get(4..).unwrap_or_default(),
                    // Type, locale, then the value.
                    b"data" => data.extend(content.get(8..)),
                    _ => {}
                }
            }
            let named = own == b"AIGC" || own.ends_with(b".AIGC") || name == *b"AIGC";
            let position = own.ends_with(POSITION_KEY) || name == POSITION;
            self.pulled.position |= position && data.iter().any(|value| !value.is_empty());
            for value in data {
                if value.len() > MOST_BLOCK {
                    // Covers of songs may be as long, and are no label.
                    if named {
                        self.findings.warn("media-too-much");
                    }
                } else if named || aigc::looks_like_one(value) {
                    self.pulled.label(Place::VideoMeta, value.to_vec());
                }
            }
        }
    }

    /// A box that is itself named `AIGC`: bare text, or with version and flags before it.
    fn text(&mut self, behind: &[u8], whole: &[u8]) {
        let text = if whole.first() == Some(&b'{') { whole } else { behind };
        if text.len() > MOST_BLOCK {
            self.findings.warn("media-too-much");
        } else {
            self.pulled.label(Place::VideoMeta, text.to_vec());
        }
    }
}

/// The names of a `keys` box: version, flags, a number, then each with its length and name space.
fn keys(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut bytes = Bytes::new(bytes);
    let mut names = Vec::new();
    let _head = bytes.u64();
    while let Some((_space, name)) = next_box(&mut bytes) {
        if names.len() >= MOST_PARTS {
            break;
        }
        names.push(if name.len() > MOST_KEY { Vec::new() } else { name.to_vec() });
    }
    names
}

/// The next box: its name and what is in it. Lengths that run out of the parent end the reading.
fn next_box<'a>(bytes: &mut Bytes<'a>) -> Option<([u8; 4], &'a [u8])> {
    let (length, name) = (bytes.u32()?, bytes.array::<4>()?);
    let body = match length {
        0 => bytes.left().len(),
        1 => count(bytes.u64()?.checked_sub(16)?),
        length => count(u64::from(length.checked_sub(8)?)),
    };
    Some((name, bytes.take(body)?))
}
