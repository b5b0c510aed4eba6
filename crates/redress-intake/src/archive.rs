//! The members of a zip file, one by one, each within limits.

use crate::Deposit;
use crate::name::{clean_name, climbs};
use encoding_rs::GB18030;
use redress_base::Finding;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most bytes that all members of one archive may unpack to: 2 GiB.
pub const MOST_BYTES: u64 = 2 << 30;
/// Most members that are taken.
pub const MOST_MEMBERS: usize = 20_000;
/// A member may unpack to at most this many times its packed size, once it is above one mebibyte.
pub const MOST_RATIO: u64 = 300;
const RATIO_FROM: u64 = 1 << 20;

/// Members by which a zip file is known as a document of its own; it stays whole.
const DOCUMENTS: [&str; 6] = [
    "[Content_Types].xml",
    "mimetype",
    "META-INF/MANIFEST.MF",
    "META-INF/container.xml",
    "datapackage.json",
    "AndroidManifest.xml",
];

/// What is left of the limits while an archive is unpacked.
struct Budget {
    bytes: u64,
}

/// Every member that can be taken; a finding for every other.
pub(crate) fn members(archive_name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Vec<Deposit> {
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return Vec::new();
    }
    let say = |code: &str| Finding::warning(code).with("archive", archive_name);
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            findings.push(say("intake-archive-damaged").with("reason", reason(&error)));
            return Vec::new();
        }
    };
    if archive.file_names_raw().any(|name| DOCUMENTS.iter().any(|known| known.as_bytes() == name)) {
        findings.push(Finding::note("intake-document-kept-whole").with("archive", archive_name));
        return Vec::new();
    }
    // Overlapping members are how a small archive unpacks to a very large one.
    match archive.has_overlapping_files() {
        Ok(false) => {}
        Ok(true) => {
            findings.push(say("intake-archive-overlaps"));
            return Vec::new();
        }
        Err(error) => {
            findings.push(say("intake-archive-damaged").with("reason", reason(&error)));
            return Vec::new();
        }
    }
    if archive.has_duplicate_names() {
        findings.push(say("intake-member-twice"));
    }
    let mut deposits: Vec<Deposit> = Vec::new();
    let mut budget = Budget { bytes: MOST_BYTES };
    for index in 0..archive.len() {
        if index >= MOST_MEMBERS {
            findings.push(
                say("intake-too-many-members").with("limit", MOST_MEMBERS).with("members", archive.len()),
            );
            break;
        }
        match member(&mut archive, index, &mut budget) {
            Ok(Some((member, note))) => {
                findings.extend(note.map(|finding| finding.with("archive", archive_name)));
                deposits.push(member);
            }
            Ok(None) => {}
            Err(finding) => findings.push(finding.with("archive", archive_name)),
        }
    }
    deposits
}

type Taken = Option<(Deposit, Option<Finding>)>;

/// One member: its bytes, nothing for a folder, or why it was not taken.
fn member(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    budget: &mut Budget,
) -> Result<Taken, Box<Finding>> {
    let entry = archive.by_index_data(index).map_err(|error| Box::new(damaged("", &error)))?;
    let (name, guessed) = decode(entry.name_raw());
    let shown = clean_name(&name);
    let refuse = |code: &str| Err(Box::new(Finding::warning(code).with("name", shown.as_str())));
    if climbs(&name) {
        return refuse("intake-name-climbs");
    }
    if entry.is_dir() || name.ends_with('/') {
        return Ok(None);
    }
    if entry.is_symlink() {
        return refuse("intake-member-is-link");
    }
    if entry.encrypted() {
        return refuse("intake-member-encrypted");
    }
    if is_litter(&name) {
        return Err(Box::new(Finding::note("intake-litter-left-out").with("name", shown.as_str())));
    }
    let packed = entry.compressed_size();
    let allowed = budget.bytes.min(packed.saturating_mul(MOST_RATIO).max(RATIO_FROM));
    if entry.size() > allowed {
        return refuse("intake-member-too-large").map_err(|finding| Box::new(finding.with("limit", allowed)));
    }
    let mut bytes = Vec::new();
    let file = archive.by_index(index).map_err(|error| Box::new(damaged(&shown, &error)))?;
    // The declared size may lie: one byte more than allowed tells.
    file.take(allowed + 1).read_to_end(&mut bytes).map_err(|error| {
        let finding = Finding::warning("intake-member-damaged").with("name", shown.as_str());
        Box::new(finding.with("reason", error.to_string()))
    })?;
    let size = bytes.len() as u64;
    if size > allowed {
        return refuse("intake-member-too-large").map_err(|finding| Box::new(finding.with("limit", allowed)));
    }
    budget.bytes -= size;
    let note = if bytes.starts_with(b"PK\x03\x04") && name.to_ascii_lowercase().ends_with(".zip") {
        Some(Finding::note("intake-archive-inside").with("name", shown.as_str()))
    } else {
        guessed.then(|| Finding::note("intake-name-read-as-gb18030").with("name", shown.as_str()))
    };
    Ok(Some((Deposit { name: shown, bytes, parent: Some(0) }, note)))
}

/// Zip files made by older Windows programs in China write names in GBK without saying so.
fn decode(raw: &[u8]) -> (String, bool) {
    if let Ok(name) = std::str::from_utf8(raw) {
        return (name.to_owned(), false);
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(raw) {
        Some(name) => (name.into_owned(), true),
        None => (String::from_utf8_lossy(raw).into_owned(), false),
    }
}

/// What operating systems add to archives by themselves.
fn is_litter(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&last)
}

fn damaged(name: &str, error: &ZipError) -> Finding {
    let code = match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "intake-member-unsupported"
        }
        _ => "intake-member-damaged",
    };
    Finding::warning(code).with("name", name).with("reason", reason(error))
}

fn reason(error: &ZipError) -> String {
    let text = error.to_string();
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}
