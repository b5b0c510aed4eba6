//! PDF: its packets of XMP, found by their marks. Packets lie unpacked in files so that they can be found this way
//! (ISO 16684-3); one that is packed or locked is not found.

use crate::Kind;
use crate::findings::{Findings, cut_off};
use crate::limits::{MOST_BLOCK, MOST_BLOCKS, MOST_PDF, PIECE};
use crate::pulled::Pulled;
use crate::source::Reader;
use std::io;

const BEGIN: &[u8] = b"<x:xmpmeta";
const END: &[u8] = b"</x:xmpmeta>";
/// The relation under which a manifest store is attached (C2PA 2.2 appendix A.4).
const C2PA: &[u8] = b"C2PA_Manifest";
/// Where the mark of the end is looked for, in bytes.
const TAIL: usize = 1_024;
/// As long as the longest of them.
const MARK: usize = C2PA.len();

pub(crate) fn pull(
    reader: &mut Reader<'_>,
    pulled: &mut Pulled,
    findings: &mut Findings,
) -> io::Result<bool> {
    let mut window: Vec<u8> = Vec::new();
    let mut open = false;
    let mut attached = false;
    // The place in the window up to which the next mark was looked for.
    let mut from = 0usize;
    reader.go(0)?;
    loop {
        let piece = reader.up_to(PIECE)?;
        let last = piece.is_empty();
        let fresh = window.len().saturating_sub(MARK);
        window.extend_from_slice(&piece);
        attached = attached || find(&window, C2PA, fresh).is_some();
        // Everything before it is done with.
        let mut done = 0usize;
        loop {
            let mark = if open { END } else { BEGIN };
            let Some(found) = find(&window, mark, from) else { break };
            from = found.saturating_add(mark.len());
            if open {
                if pulled.xmp.len() < MOST_BLOCKS {
                    pulled.xmp(window.get(done..from).unwrap_or_default().to_vec());
                }
                done = from;
            } else {
                done = found;
            }
            open = !open;
        }
        if last || reader.at() > MOST_PDF {
            if attached {
                findings.note("media-pdf-c2pa");
            }
            if !last {
                findings.warn("media-too-much");
            }
            return Ok(ends(reader, findings)? && last);
        }
        if open && window.len().saturating_sub(done) > MOST_BLOCK {
            findings.warn("media-too-much");
            open = false;
            done = window.len();
        }
        // A mark may lie across two pieces; nothing else is looked at twice.
        from = from.max(window.len().saturating_sub(MARK));
        if !open {
            done = done.max(window.len().saturating_sub(MARK));
        }
        window.drain(..done.min(window.len()));
        from = from.saturating_sub(done);
    }
}

/// Whether the mark of the end stands in the last kibibyte, where readers look for it (ISO 32000-1, 7.5.5).
fn ends(reader: &mut Reader<'_>, findings: &mut Findings) -> io::Result<bool> {
    let length = reader.length()?;
    reader.go(length.saturating_sub(TAIL as u64))?;
    let tail = reader.up_to(TAIL)?;
    let ends = find(&tail, b"%%EOF", 0).is_some();
    if !ends {
        findings.push(cut_off(Kind::Pdf.name()));
    }
    Ok(ends)
}

/// The first place of `needle` at or behind `from`.
fn find(haystack: &[u8], needle: &[u8], mut from: usize) -> Option<usize> {
    let first = needle.first()?;
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
