//! PDF: its packets of XMP, found by their marks. Packets lie unpacked in files so that they can be found this way
//! (ISO 16684-3); one that is packed or locked is not found.

use crate::findings::Findings;
use crate::limits::{MOST_BLOCK, MOST_BLOCKS, MOST_PDF, PIECE};
use crate::pulled::Pulled;
use crate::source::Reader;
use std::io;

const BEGIN: &[u8] = b"<x:xmpmeta";
const END: &[u8] = b"</x:xmpmeta>";
/// The relation under which a manifest store is attached (C2PA 2.2 appendix A.4).
const C2PA: &[u8] = b"C2PA_Manifest";

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    let mut window: Vec<u8> = Vec::new();
    let mut open = false;
    let mut attached = false;
    reader.go(0)?;
    loop {
        let piece = reader.up_to(PIECE)?;
        let last = piece.is_empty();
        window.extend_from_slice(&piece);
        attached |= find(&window, C2PA).is_some();
        loop {
            if !open {
                let Some(begin) = find(&window, BEGIN) else { break };
                window.drain(..begin);
                open = true;
            }
            let Some(end) = find(&window, END) else { break };
            let end = end.saturating_add(END.len());
            if pulled.xmp.len() < MOST_BLOCKS {
                pulled.xmp(window.get(..end).unwrap_or_default().to_vec());
            }
            window.drain(..end);
            open = false;
        }
        if last || reader.at() > MOST_PDF {
            if attached {
                findings.note("media-pdf-c2pa");
            }
            if !last {
                findings.warn("media-too-much");
            }
            return Ok(last);
        }
        if open && window.len() > MOST_BLOCK {
            findings.warn("media-too-much");
            open = false;
            window.clear();
        }
        if !open {
            // A mark may lie across two pieces.
            let keep = window.len().saturating_sub(C2PA.len().max(BEGIN.len()));
            window.drain(..keep);
        }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = needle.first()?;
    let mut from = 0usize;
    while let Some(rest) = haystack.get(from..) {
        let at = rest.iter().position(|byte| byte == first)?;
        let found = rest.get(at..)?;
        let place = from.saturating_add(at);
        if found.starts_with(needle) {
            return Some(place);
        }
        from = place.saturating_add(1);
    }
    None
}
