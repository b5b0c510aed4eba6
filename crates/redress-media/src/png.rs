//! PNG (RFC 2083, W3C PNG third edition): the chunks, to the last.

use crate::bytes::Bytes;
use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_PARTS, MOST_STORE};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use crate::{Place, aigc};
use flate2::read::ZlibDecoder;
use redress_base::Finding;
use std::io::{self, Read as _};

/// The keyword under which XMP stands in `iTXt` (ISO 16684-3).
const XMP: &[u8] = b"XML:com.adobe.xmp";

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    reader.go(8)?;
    for _ in 0..MOST_PARTS {
        let start = reader.at();
        let Some(head) = reader.array::<8>()? else {
            findings.push(Finding::warning("media-frame-broken").with("byte", start));
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
                findings.push(Finding::warning("media-frame-broken").with("byte", start));
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
                    findings.push(Finding::warning("media-frame-broken").with("byte", start));
                    return Ok(false);
                }
                chunk(&kind, (start, end), bytes, pulled, findings);
            }
        }
        reader.go(end)?;
    }
    findings.warn("media-too-much");
    Ok(false)
}

fn chunk(kind: &[u8; 4], span: (u64, u64), bytes: Vec<u8>, pulled: &mut Pulled, findings: &mut Findings) {
    match kind {
        b"caBX" if pulled.store.is_some() => findings.warn("media-c2pa-twice"),
        b"caBX" => pulled.store = Some(Store { bytes, spans: vec![span] }),
        b"eXIf" => pulled.exif(bytes),
        b"tEXt" | b"zTXt" | b"iTXt" => match text(kind, &bytes) {
            Some((keyword, text)) if keyword == XMP => pulled.xmp(text),
            Some((b"AIGC" | b"aigc", text)) => pulled.label(Place::TextChunk, text),
            // Keywords differ from tool to tool; an object that is a label says so itself.
            Some((_, text)) if aigc::looks_like_one(&text) => pulled.label(Place::TextChunk, text),
            Some(_) => {}
            None => findings.warn("media-text-form"),
        },
        _ => pulled.label(Place::OwnChunk, bytes),
    }
}

/// Keyword and text of a chunk, unpacked.
fn text<'b>(kind: &[u8; 4], bytes: &'b [u8]) -> Option<(&'b [u8], Vec<u8>)> {
    let mut bytes = Bytes::new(bytes);
    let keyword = bytes.until_zero()?;
    let packed = match kind {
        b"tEXt" => false,
        b"zTXt" => bytes.byte()? == 0,
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
    if !packed {
        return (*kind != *b"zTXt").then(|| (keyword, bytes.left().to_vec()));
    }
    let mut text = Vec::new();
    let most = (MOST_BLOCK as u64).saturating_add(1);
    ZlibDecoder::new(bytes.left()).take(most).read_to_end(&mut text).ok()?;
    (text.len() <= MOST_BLOCK).then_some((keyword, text))
}
