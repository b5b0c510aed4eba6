//! Writes WARC 1.1: `warcinfo`, `resource` and `response` records, one gzip member a record.
//!
//! Dates and ids are handed in, fields stand in a fixed order, and the gzip heads carry no time: the same
//! input gives the same bytes.

use crate::Source;
use crate::date::utc_text;
use crate::digest::Sums;
use crate::limits::{MOST_HEAD, PIECE};
use crate::warc::block::{Block, Gathered};
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use redress_base::{Fault, Finding, Instant, Refusal, Sha256};
use sha2::Digest as _;
use std::fmt;
use std::io::{self, SeekFrom, Write};

/// The id of a record: a version 8 UUID (RFC 9562 §5.8), handed in or derived. Prints `urn:uuid:…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId([u8; 16]);

impl RecordId {
    /// An id out of what makes the record one of its kind, for example the archive's name and the record's
    /// number: 122 bits of the SHA-256 over the parts, each with its length before it.
    pub fn derived(parts: &[&[u8]]) -> RecordId {
        let mut sum = sha2::Sha256::default();
        for part in parts {
            sum.update((part.len() as u64).to_be_bytes());
            sum.update(part);
        }
        let mut id = [0u8; 16];
        id.iter_mut().zip(sum.finalize()).for_each(|(slot, byte)| *slot = byte);
        id[6] = id[6] & 0x0f | 0x80;
        id[8] = id[8] & 0x3f | 0x80;
        RecordId(id)
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("urn:uuid:")?;
        self.0.iter().enumerate().try_for_each(|(at, byte)| {
            let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
            write!(f, "{dash}{byte:02x}")
        })
    }
}

/// What is written about one captured thing.
#[derive(Clone, Copy, Debug)]
pub struct Captured<'a> {
    /// Id of the record.
    pub id: RecordId,
    /// When it was captured.
    pub at: Instant,
    /// Its address: a URI (RFC 3986), in ASCII without white space.
    pub target: &'a str,
    /// Media type of a resource; a response carries its own in its head.
    pub media_type: &'a str,
}

/// Where a record came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// First byte in the file.
    pub start: u64,
    /// Byte after the last.
    pub end: u64,
    /// SHA-256 of the payload.
    pub payload_sha256: Sha256,
}

/// A WARC that is being written.
pub struct Writer<'a> {
    out: &'a mut dyn Write,
    at: u64,
    gzip: bool,
}

impl<'a> Writer<'a> {
    /// A WARC with one gzip member a record (`.warc.gz`).
    pub fn gzip(out: &'a mut dyn Write) -> Writer<'a> {
        Writer { out, at: 0, gzip: true }
    }

    /// A WARC as plain bytes (`.warc`).
    pub fn plain(out: &'a mut dyn Write) -> Writer<'a> {
        Writer { out, at: 0, gzip: false }
    }

    /// The first record: which program writes, in which format (ISO 28500:2017 §6.2).
    ///
    /// # Errors
    /// As [`Writer::resource`].
    pub fn info(&mut self, id: RecordId, at: Instant, software: &str) -> Result<Written, Refusal> {
        let block =
            format!("software: {}\r\nformat: WARC File Format 1.1\r\n", visible("software", software)?);
        let media_type = "application/warc-fields";
        let mut head = Fields::begin("warcinfo", id, at)?;
        head.put("Content-Type", media_type);
        self.record(head, false, &mut io::Cursor::new(block))
    }

    /// A thing without HTTP around it: a file, a rendering, a screenshot (§6.4). `block` is read twice.
    ///
    /// # Errors
    /// `webarchive-write-field` if a field could not stand in a head (exit 2), `webarchive-write-changed` if
    /// the second reading of `block` differs from the first, `webarchive-write-failed` if `block` or the
    /// file would not do it (exit 6).
    pub fn resource(&mut self, what: &Captured<'_>, block: &mut dyn Source) -> Result<Written, Refusal> {
        let mut head = Fields::begin("resource", what.id, what.at)?;
        head.put("WARC-Target-URI", address(what.target)?);
        head.put("Content-Type", visible("media-type", what.media_type)?);
        self.record(head, false, block)
    }

    /// An HTTP response as it was received, head and body (§6.3). `message` is read twice.
    ///
    /// # Errors
    /// As [`Writer::resource`]; `webarchive-write-http` if `message` does not begin with a status line.
    pub fn response(&mut self, what: &Captured<'_>, message: &mut dyn Source) -> Result<Written, Refusal> {
        self.response_by(what, None, message)
    }

    /// The same where the message came by another protocol (`h2`, `h3`) than the one in whose words it is
    /// written: `WARC-Protocol`, as browser-based crawlers write it.
    ///
    /// # Errors
    /// As [`Writer::response`].
    pub fn response_by(
        &mut self,
        what: &Captured<'_>,
        protocol: Option<&str>,
        message: &mut dyn Source,
    ) -> Result<Written, Refusal> {
        let mut head = Fields::begin("response", what.id, what.at)?;
        head.put("WARC-Target-URI", address(what.target)?);
        if let Some(protocol) = protocol {
            head.put("WARC-Protocol", visible("protocol", protocol)?);
        }
        head.put("Content-Type", "application/http; msgtype=response");
        self.record(head, true, message)
    }

    fn record(&mut self, mut head: Fields, http: bool, block: &mut dyn Source) -> Result<Written, Refusal> {
        let first = survey(http, block)?;
        if http && first.http.as_ref().is_none_or(|head| head.status.is_none()) {
            return Err(Finding::error("webarchive-write-http").refuse(Fault::Input));
        }
        head.put("WARC-Block-Digest", &format!("sha256:{}", first.block.sha256()));
        head.put("WARC-Payload-Digest", &format!("sha256:{}", first.payload.sha256()));
        head.put("Content-Length", &first.block.bytes().to_string());
        if head.text.len() > MOST_HEAD {
            return Err(refused("head"));
        }
        let start = self.at;
        let mut out = Placed { out: &mut *self.out, at: &mut self.at };
        let copied = if self.gzip {
            let mut packer: GzEncoder<_> = GzBuilder::new().write(out, Compression::new(6));
            let copied = copy(&head, block, &mut packer);
            copied.and_then(|sums| packer.finish().map(|_| sums))
        } else {
            copy(&head, block, &mut out)
        };
        let copied = copied.map_err(|error| failed(&error))?;
        if copied.sha256() != first.block.sha256() {
            return Err(Finding::error("webarchive-write-changed").refuse(Fault::Input));
        }
        Ok(Written { start, end: self.at, payload_sha256: first.payload.sha256() })
    }
}

/// The first reading: sums and HTTP head.
fn survey(http: bool, block: &mut dyn Source) -> Result<Gathered, Refusal> {
    let mut gather = Block::new(http, &[]);
    pieces(block, &mut |piece| {
        gather.push(piece);
        Ok(())
    })
    .map_err(|error| failed(&error))?;
    Ok(gather.finish())
}

/// The second reading: head, block and the two empty lines go out.
fn copy(head: &Fields, block: &mut dyn Source, out: &mut dyn Write) -> io::Result<Sums> {
    let mut sums = Sums::default();
    out.write_all(head.text.as_bytes())?;
    out.write_all(b"\r\n")?;
    pieces(block, &mut |piece| {
        sums.update(piece);
        out.write_all(piece)
    })?;
    out.write_all(b"\r\n\r\n")?;
    Ok(sums)
}

/// All of a source from its beginning, piece by piece.
pub(crate) fn pieces(
    source: &mut dyn Source,
    each: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    source.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0u8; PIECE];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => each(buffer.get(..count).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A writer that counts.
struct Placed<'p, 'o> {
    out: &'p mut (dyn Write + 'o),
    at: &'p mut u64,
}

impl Write for Placed<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        *self.at = self.at.saturating_add(count as u64);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The head while it is written.
struct Fields {
    text: String,
}

impl Fields {
    fn begin(kind: &str, id: RecordId, at: Instant) -> Result<Fields, Refusal> {
        let mut head = Fields { text: "WARC/1.1\r\n".to_owned() };
        head.put("WARC-Type", kind);
        head.put("WARC-Record-ID", &format!("<{id}>"));
        head.put("WARC-Date", &utc_text(at).ok_or_else(|| refused("date"))?);
        Ok(head)
    }

    fn put(&mut self, name: &str, value: &str) {
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(value);
        self.text.push_str("\r\n");
    }
}

/// An address that stays on its line and within its field.
fn address(target: &str) -> Result<&str, Refusal> {
    let plain = target.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>'));
    let has_scheme = target.split_once(':').is_some_and(|(scheme, rest)| {
        let first = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
        first && !rest.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    if plain && has_scheme { Ok(target) } else { Err(refused("address")) }
}

/// A value that stays on its line.
fn visible<'t>(field: &str, text: &'t str) -> Result<&'t str, Refusal> {
    let plain = !text.is_empty() && !text.chars().any(char::is_control) && text.trim() == text;
    if plain { Ok(text) } else { Err(refused(field)) }
}

fn refused(field: &str) -> Refusal {
    Finding::error("webarchive-write-field").with("field", field).refuse(Fault::Usage)
}

pub(crate) fn failed(error: &io::Error) -> Refusal {
    let reason: String = error.to_string().chars().filter(|c| !c.is_control()).take(120).collect();
    Finding::error("webarchive-write-failed").with("reason", reason).refuse(Fault::Storage)
}
