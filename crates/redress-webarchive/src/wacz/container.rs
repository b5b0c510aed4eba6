//! The zip around a WACZ: its members, and what honest zips do not have (APPNOTE.TXT 6.3.10).

use crate::Source;
use crate::findings::{Findings, Step, unreadable};
use crate::limits::{MOST_MEMBERS, cut};
use redress_base::Finding;
use std::collections::BTreeMap;
use std::io::SeekFrom;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// Size of the record at the end of every zip: APPNOTE.TXT §4.3.16.
const END_RECORD: u64 = 22;
/// Longest descriptor behind data (flag bit 3, §4.3.9): signature, checksum, and two sizes of 8 bytes.
const MOST_DESCRIPTOR: u64 = 24;

/// A zip whose frame was looked at.
pub(crate) type Zip<'a> = ZipArchive<&'a mut dyn Source>;

/// One member that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its place in the directory.
    pub(crate) index: usize,
    /// Its path: UTF-8, with `/`, never climbing.
    pub(crate) path: String,
    /// Whether it is stored and not compressed.
    pub(crate) stored: bool,
    /// Bytes as they stand in the zip.
    pub(crate) packed: u64,
    /// Bytes unpacked, as stated.
    pub(crate) size: u64,
}

/// Where the bytes of a stored member stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Offset of the first.
    pub(crate) start: u64,
    /// Offset behind the last.
    pub(crate) end: u64,
}

/// The places of all stored members.
pub(crate) fn places(source: &mut dyn Source, findings: &mut Findings) -> Step<BTreeMap<String, Place>> {
    let (mut zip, members) = open(source, findings)?;
    let mut places = BTreeMap::new();
    for member in members.into_iter().filter(|member| member.stored) {
        let file = zip.by_index_raw(member.index).map_err(|error| damaged(&error))?;
        if let Some(start) = file.data_start() {
            places.insert(member.path, Place { start, end: start.saturating_add(member.packed) });
        }
    }
    Ok(places)
}

/// Whether a zip has a `datapackage.json`.
pub(crate) fn has_package(source: &mut dyn Source) -> bool {
    ZipArchive::new(source).is_ok_and(|zip| {
        zip.len() <= MOST_MEMBERS && zip.file_names_raw().any(|name| name == b"datapackage.json")
    })
}

/// Opens the zip and looks at its frame.
pub(crate) fn open<'a>(source: &'a mut dyn Source, findings: &mut Findings) -> Step<(Zip<'a>, Vec<Member>)> {
    let end = end_of(source)?;
    let mut zip = ZipArchive::new(source).map_err(|error| damaged(&error))?;
    if zip.len() > MOST_MEMBERS {
        let finding = Finding::error("webarchive-zip-too-many").with("members", zip.len());
        return Err(Box::new(finding.with("limit", MOST_MEMBERS)));
    }
    if zip.has_duplicate_names() {
        findings.push(Finding::error("webarchive-zip-twice"));
    } else if let Err(error) = zip.validate_header_consistency() {
        findings.push(Finding::error("webarchive-zip-heads-differ").with("reason", reason(&error)));
    }
    // Overlapping members are how a small archive unpacks to a very large one.
    if zip.has_overlapping_entries().map_err(|error| damaged(&error))? {
        return Err(Box::new(Finding::error("webarchive-zip-overlaps")));
    }
    if zip.offset() > 0 {
        findings.push(Finding::warning("webarchive-zip-before").with("bytes", zip.offset()));
    }
    if !zip.comment().is_empty() || !end.last {
        findings.push(Finding::warning("webarchive-zip-behind"));
    } else if end.directory_ends(zip.central_directory_start()) == Some(false) {
        findings.push(Finding::error("webarchive-zip-directory"));
    }
    let mut spans = Vec::new();
    let mut members = Vec::new();
    for index in 0..zip.len() {
        member(&mut zip, index, findings, &mut members, &mut spans)?;
    }
    gaps(spans, &zip, findings);
    Ok((zip, members))
}

/// The record at the end of a zip: APPNOTE.TXT §4.3.16.
struct End {
    /// Whether it is the last thing in the file, with nothing and no comment behind it.
    last: bool,
    /// Where it stands.
    at: u64,
    /// Size of the directory, as it states.
    directory: u32,
}

impl End {
    /// Whether the directory that starts here ends where the record begins. `None` for zip64, in which
    /// another record stands between.
    fn directory_ends(&self, start: u64) -> Option<bool> {
        let known = self.directory != u32::MAX;
        known.then(|| start.saturating_add(u64::from(self.directory)) == self.at)
    }
}

fn end_of(source: &mut dyn Source) -> Step<End> {
    let length = source.seek(SeekFrom::End(0)).map_err(|error| unreadable(0, &error))?;
    let at = length.saturating_sub(END_RECORD);
    let mut record = [0u8; 22];
    match source.seek(SeekFrom::Start(at)).and_then(|_| source.read_exact(&mut record)) {
        Ok(()) => {
            let [a, b, c, d] = [record[12], record[13], record[14], record[15]];
            let directory = u32::from_le_bytes([a, b, c, d]);
            Ok(End { last: record.starts_with(b"PK\x05\x06"), at, directory })
        }
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Ok(End { last: false, at, directory: 0 })
        }
        Err(error) => Err(unreadable(at, &error)),
    }
}

type Spans = Vec<(u64, u64, bool)>;

fn member(
    zip: &mut Zip<'_>,
    index: usize,
    findings: &mut Findings,
    members: &mut Vec<Member>,
    spans: &mut Spans,
) -> Step<()> {
    let file = zip.by_index_raw(index).map_err(|error| damaged(&error))?;
    let name = file.name_raw().to_vec();
    let shown: String = String::from_utf8_lossy(&name).chars().filter(|c| !c.is_control()).collect();
    let shown = cut(&shown, 240);
    let (start, packed) = (file.header_start(), file.compressed_size());
    let data = file.data_start().unwrap_or(start);
    spans.push((start, data.saturating_add(packed), file.flags().is_using_data_descriptor()));
    let mut say = |finding: Finding| findings.push(finding.with("member", shown.as_str()));
    if !file.comment().is_empty() {
        say(Finding::warning("webarchive-zip-comment"));
    }
    let Some(path) = safe_path(&name) else {
        say(Finding::error("webarchive-zip-path"));
        return Ok(());
    };
    if file.is_symlink() {
        say(Finding::error("webarchive-zip-link"));
        return Ok(());
    }
    if file.encrypted() {
        say(Finding::error("webarchive-zip-encrypted"));
        return Ok(());
    }
    let stored = file.compression() == CompressionMethod::Stored;
    if !stored && file.compression() != CompressionMethod::Deflated {
        say(Finding::error("webarchive-zip-method"));
        return Ok(());
    }
    if file.is_dir() {
        if file.size() > 0 {
            say(Finding::error("webarchive-zip-path"));
        }
        return Ok(());
    }
    members.push(Member { index, path: path.to_owned(), stored, packed, size: file.size() });
    Ok(())
}

/// A path that stays inside: UTF-8, relative, with `/` only, no empty, `.` or `..` part, nothing unprintable.
fn safe_path(name: &[u8]) -> Option<&str> {
    let path = std::str::from_utf8(name).ok()?;
    let body = path.strip_suffix('/').unwrap_or(path);
    let drive = body.get(1..2) == Some(":");
    let hostile = |c: char| {
        c.is_control()
            || c == '\\'
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let parts_fit = body.split('/').all(|part| !matches!(part, "" | "." | ".."));
    (parts_fit && !drive && path.len() <= 1_024 && !path.contains(hostile)).then_some(path)
}

/// Bytes that belong to no member: where something can hide.
fn gaps(mut spans: Spans, zip: &Zip<'_>, findings: &mut Findings) {
    spans.sort_unstable();
    let mut from = zip.offset();
    let mut allowed = 0;
    for (start, end, behind) in spans.into_iter().chain([(zip.central_directory_start(), u64::MAX, false)]) {
        let gap = start.saturating_sub(from);
        if gap > allowed {
            findings.push(Finding::warning("webarchive-zip-gap").with("byte", from).with("bytes", gap));
        }
        from = end;
        allowed = if behind { MOST_DESCRIPTOR } else { 0 };
    }
}

pub(crate) fn damaged(error: &ZipError) -> Box<Finding> {
    Box::new(Finding::error("webarchive-zip-damaged").with("reason", reason(error)))
}

fn reason(error: &ZipError) -> String {
    error.to_string().chars().filter(|c| !c.is_control()).take(120).collect()
}
