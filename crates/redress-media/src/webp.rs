//! WebP (RFC 9649): the chunks of its RIFF.

use crate::Kind;
use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_PARTS, MOST_STORE};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use std::io;

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    reader.go(4)?;
    let length = reader.array::<4>()?.map_or(0, u32::from_le_bytes);
    let last = 8u64.saturating_add(u64::from(length));
    reader.go(12)?;
    for _ in 0..MOST_PARTS {
        let start = reader.at();
        if start >= last {
            return Ok(true);
        }
        let head = (reader.array::<4>()?, reader.array::<4>()?);
        let (Some(kind), Some(length)) = head else {
            findings.frame(reader, Kind::Webp, start);
            return Ok(false);
        };
        let length = u64::from(u32::from_le_bytes(length));
        // Chunks begin at even places.
        let body = reader.at().saturating_add(length);
        let end = body.saturating_add(length % 2);
        let most = if kind == *b"C2PA" { MOST_STORE } else { MOST_BLOCK };
        if matches!(&kind, b"C2PA" | b"EXIF" | b"XMP ") {
            if length > most as u64 {
                findings.warn("media-too-much");
            } else {
                let bytes = reader.up_to(usize::try_from(length).unwrap_or(most))?;
                if (bytes.len() as u64) < length {
                    findings.frame(reader, Kind::Webp, start);
                    return Ok(false);
                }
                match &kind {
                    b"C2PA" if pulled.store.is_some() => findings.warn("media-c2pa-twice"),
                    b"C2PA" => pulled.store = Some(Store { bytes, spans: vec![(start, end)] }),
                    // Some writers keep the head that JPEG has.
                    b"EXIF" => pulled.exif(bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes).to_vec()),
                    _ => pulled.xmp(bytes),
                }
            }
        }
        // A file that ends inside its last chunk is told by reading the byte before its end.
        if body > reader.at() {
            reader.go(body.saturating_sub(1))?;
            if reader.array::<1>()?.is_none() {
                findings.frame(reader, Kind::Webp, start);
                return Ok(false);
            }
        }
        reader.go(end)?;
    }
    findings.warn("media-too-much");
    Ok(false)
}
