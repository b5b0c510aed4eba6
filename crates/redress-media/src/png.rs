//! PNG (RFC 2083, W3C PNG third edition): the chunks, to the last.

use crate::bytes::Bytes;
use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_PARTS, MOST_STORE, MOST_UNPACKED};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use crate::{Kind, Place, aigc};
use flate2::read::ZlibDecoder;
use std::io::{self, Read as _};

/// The keyword under which XMP stands in `iTXt` (ISO 16684-3).
const XMP: &[u8] = b"XML:com.adobe.xmp";

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    reader.go(8)?;
    let mut room = MOST_UNPACKED;
    for _ in 0..MOST_PARTS {
        let start = reader.at();
        let Some(head) = reader.array::<8>()? else {
            findings.frame(reader, Kind::Png, start);
            return Ok(false);
        };
        let mut head = Bytes::new(&head);
        let length = u64::from(head.u32().unwrap_or_default());
        let kind: [u8; 4] = head.array().unwrap_or_default();
        // A checksum stands behind each.
        let end = reader.at().saturating_add(length).saturating_add(4);
        if kind == *b"IEND" {
            let whole = reader.array::<4>()?.is_some();
            if !whole {
                findings.frame(reader, Kind::Png, start);
            }
            return Ok(whole);
        }
        let most = if kind == *b"caBX" { MOST_STORE } else { MOST_BLOCK };
        if matches!(&kind, b"caBX" | b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"AIGC" | b"aigc" | b"aiGC") {
            if length > most as u64 {
                findings.warn("media-too-much");
            } else {
                let bytes = reader.up_to(usize::try_from(length).unwrap_or(most))?;
                if (bytes.len() as u64) < length {
                    findings.frame(reader, Kind::Png, start);
                    return Ok(false);
                }
                chunk(&kind, (start, end), bytes, &mut room, pulled, findings);
            }
        }
        reader.go(end)?;
    }
    findings.warn("media-too-much");
    Ok(false)
}

fn chunk(
    kind: &[u8; 4],
    span: (u64, u64),
    bytes: Vec<u8>,
    room: &mut u64,
    pulled: &mut Pulled,
    findings: &mut Findings,
) {
    match kind {
        b"caBX" if pulled.store.is_some() => findings.warn("media-c2pa-twice"),
        b"caBX" => pulled.store = Some(Store { bytes, spans: vec![span] }),
        b"eXIf" => pulled.exif(bytes),
        b"tEXt" | b"zTXt" | b"iTXt" => match text(kind, &bytes, room) {
            Ok((keyword, text)) if keyword == XMP => pulled.xmp(text),
            Ok((b"AIGC" | b"aigc", text)) => pulled.label(Place::TextChunk, text),
            // Keywords differ from tool to tool; an object that is a label says so itself.
            Ok((_, text)) if aigc::looks_like_one(&text) => pulled.label(Place::TextChunk, text),
            Ok(_) => {}
            Err(code) => findings.warn(code),
        },
        _ => pulled.label(Place::OwnChunk, bytes),
    }
}

/// Keyword and text of a chunk, unpacked; or the code of what is wrong with it.
fn text<'b>(kind: &[u8; 4], bytes: &'b [u8], room: &mut u64) -> Result<(&'b [u8], Vec<u8>), &'static str> {
    let (keyword, body, packed) = parts(kind, bytes).ok_or("media-text-form")?;
    Ok((keyword, if packed { unpacked(body, room)? } else { body.to_vec() }))
}

/// Keyword and body of a text, and whether the body is packed.
fn parts<'b>(kind: &[u8; 4], bytes: &'b [u8]) -> Option<(&'b [u8], &'b [u8], bool)> {
    let mut bytes = Bytes::new(bytes);
    let keyword = bytes.until_zero()?;
    let packed = match kind {
        b"tEXt" => false,
        b"zTXt" => (bytes.byte()? == 0).then_some(true)?,
        _ => {
            let packed = bytes.byte()? == 1;
            let method = bytes.byte()?;
            let (_language, _translated) = (bytes.until_zero()?, bytes.until_zero()?);
            if packed && method != 0 {
                return None;
            }
            packed
        }
    };
    Some((keyword, bytes.left(), packed))
}

/// Unpacks within what is left for the whole file: thousands of small chunks may unpack to as much as one large one.
fn unpacked(body: &[u8], room: &mut u64) -> Result<Vec<u8>, &'static str> {
    let most = (MOST_BLOCK as u64).min(*room);
    if most == 0 {
        return Err("media-too-much");
    }
    let mut text = Vec::new();
    let read = ZlibDecoder::new(body).take(most.saturating_add(1)).read_to_end(&mut text);
    let length = text.len() as u64;
    *room = room.saturating_sub(length);
    match read {
        Ok(_) if length <= most => Ok(text),
        Ok(_) if *room == 0 => Err("media-too-much"),
        _ => Err("media-text-form"),
    }
}

#[cfg(test)]
mod tests {
    use super::unpacked;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write as _;

    #[test]
    fn what_is_unpacked_is_counted() {
        let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
        out.write_all(&[b' '; 1_000]).unwrap();
        let packed = out.finish().unwrap();
        let mut room = 2_500;
        assert_eq!((unpacked(&packed, &mut room).map(|text| text.len()), room), (Ok(1_000), 1_500));
        // What breaks off was unpacked as far as it goes.
        let cut = packed.get(..packed.len() - 5).unwrap();
        assert_eq!((unpacked(cut, &mut room), room < 1_500), (Err("media-text-form"), true));
        room = 999;
        assert_eq!((unpacked(&packed, &mut room), room), (Err("media-too-much"), 0));
        assert_eq!(unpacked(&packed, &mut room), Err("media-too-much"));
    }
}
