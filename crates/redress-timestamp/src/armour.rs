//! Takes the text form off: PEM (RFC 7468) or bare base64, as tokens and certificates arrive by mail.

use crate::ber::LONGEST;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Fault, Finding, Refusal};

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

fn refusal(line: usize) -> Refusal {
    Finding::error("timestamp-armour").with("row", line).refuse(Fault::Input)
}

/// The binary forms in the input: itself, if it begins like an ASN.1 sequence; otherwise every PEM block, or one run
/// of base64. Text around PEM blocks is passed over, as every reader of certificates does.
///
/// # Errors
/// `timestamp-empty`; `timestamp-too-long`; `timestamp-armour` with the row that is not base64 or ends no block.
pub(crate) fn unwrap(input: &[u8]) -> Result<Vec<Vec<u8>>, Refusal> {
    // Base64 makes four characters of three bytes, and a line end after 64.
    if input.len() > 2 * LONGEST {
        let finding = Finding::error("timestamp-too-long").with("bytes", input.len());
        return Err(finding.with("most", LONGEST).refuse(Fault::Input));
    }
    if input.first() == Some(&0x30) {
        return Ok(vec![input.to_vec()]);
    }
    let text = std::str::from_utf8(input).map_err(|_| refusal(1))?.trim_start_matches('\u{feff}');
    if text.trim_ascii().is_empty() {
        return Err(Finding::error("timestamp-empty").refuse(Fault::Input));
    }
    if text.contains(BEGIN) { blocks(text) } else { Ok(vec![decode(text, 1)?]) }
}

fn blocks(text: &str) -> Result<Vec<Vec<u8>>, Refusal> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize, String)> = None;
    for (row, line) in text.lines().enumerate() {
        let line = line.trim_ascii();
        let label = |mark: &str| line.strip_prefix(mark).and_then(|rest| rest.strip_suffix(DASHES));
        match (&mut open, label(BEGIN), label(END)) {
            (None, Some(name), _) => open = Some((name, row + 1, String::new())),
            (None, None, None) => {}
            (Some((name, from, body)), None, Some(end)) if *name == end => {
                found.push(decode(body, *from)?);
                open = None;
            }
            (Some((_, _, body)), None, None) => body.push_str(line),
            _ => return Err(refusal(row + 1)),
        }
    }
    match open {
        Some((_, from, _)) => Err(refusal(from)),
        // The mark stands within a line, or without its last dashes: no block begins, and a file of none is no file of blocks.
        None if found.is_empty() => {
            let row = text.lines().position(|line| line.contains(BEGIN)).unwrap_or_default();
            Err(refusal(row + 1))
        }
        None => Ok(found),
    }
}

fn decode(text: &str, row: usize) -> Result<Vec<u8>, Refusal> {
    let dense: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    STANDARD.decode(dense).map_err(|_| refusal(row))
}

/// The one binary form in the input.
///
/// # Errors
/// Those of [`unwrap`]; `timestamp-several` when there is more than one PEM block.
pub(crate) fn single(input: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut found = unwrap(input)?;
    match (found.pop(), found.len()) {
        (Some(one), 0) => Ok(one),
        (_, others) => {
            Err(Finding::error("timestamp-several").with("count", others + 1).refuse(Fault::Input))
        }
    }
}
