//! The bodies of listed parts, taken out again by the places that a description gives.

use crate::description::Part;
use crate::digest::Sums;
use crate::findings::{Findings, Step, unreadable};
use crate::har_entry::{self, Message};
use crate::limits::most_unpacked;
use crate::wacz::{self, Place};
use crate::{Kind, Source, mhtml, warc};
use flate2::read::{GzDecoder, ZlibDecoder};
use redress_base::Finding;
use std::collections::BTreeMap;
use std::io::{Read, SeekFrom};

/// One file, opened for taking parts out. Every part comes from the [`Description`](crate::Description) of
/// the same bytes.
pub struct Bodies<'a> {
    kind: Kind,
    source: &'a mut (dyn Source + 'a),
    /// Where the members of a WACZ stand.
    members: BTreeMap<String, Place>,
}

impl<'a> Bodies<'a> {
    /// Opens a file of that kind.
    ///
    /// # Errors
    /// What is wrong with the zip of a WACZ.
    pub fn open(kind: Kind, source: &'a mut (dyn Source + 'a)) -> Result<Bodies<'a>, Box<Finding>> {
        let members = match kind {
            Kind::Wacz => wacz::places(source, &mut Findings::new(""))?,
            _ => BTreeMap::new(),
        };
        Ok(Bodies { kind, source, members })
    }

    /// The body of one part, exactly the bytes whose length and SHA-256 the description gives; they are
    /// compared. It is held whole: look at [`Part::bytes`] first.
    ///
    /// # Errors
    /// `webarchive-body-differs` (with `record`) where those bytes do not come out, and what is wrong with
    /// the frame around them.
    pub fn body(&mut self, part: &Part) -> Result<Vec<u8>, Box<Finding>> {
        let kind = self.kind;
        let mut span = self.span(part)?;
        let body = match kind {
            Kind::Warc | Kind::Wacz => warc::body(&mut span, part)?.unwrap_or_default(),
            Kind::Har => har_entry::body(&all(&mut span, part)?, part.number)?,
            Kind::Mhtml => mhtml::body(&mut span, part)?,
            Kind::SavedPage => all(&mut span, part)?,
        };
        let mut sums = Sums::default();
        sums.update(&body);
        if sums.sha256() == part.sha256 { Ok(body) } else { Err(differs(part)) }
    }

    /// The same with its content coding undone, where that is gzip or deflate (RFC 9110 §8.4.1).
    ///
    /// # Errors
    /// As [`Bodies::body`]; `webarchive-body-coding` for other codings, `webarchive-body-too-large` where
    /// more than `most` bytes, or far more than it is packed in, would come out.
    pub fn readable(&mut self, part: &Part, most: u64) -> Result<Vec<u8>, Box<Finding>> {
        let most = most.min(most_unpacked(part.bytes));
        let say = |finding: Finding| Box::new(finding.with("record", part.number));
        let too_large = || say(Finding::warning("webarchive-body-too-large").with("limit", most));
        if part.bytes > most {
            return Err(too_large());
        }
        let body = self.body(part)?;
        let mut out = Vec::new();
        let room = most.saturating_add(1);
        let unpacked = match part.coding.as_deref().map(str::trim) {
            None | Some("" | "identity") => return Ok(body),
            // Tools that undo a coding leave its name in the head.
            Some("gzip" | "x-gzip") if !body.starts_with(&[0x1f, 0x8b]) => return Ok(body),
            Some("gzip" | "x-gzip") => GzDecoder::new(body.as_slice()).take(room).read_to_end(&mut out),
            Some("deflate") => ZlibDecoder::new(body.as_slice()).take(room).read_to_end(&mut out),
            Some(coding) => {
                let shown: String = coding.chars().filter(|c| !c.is_control()).take(40).collect();
                return Err(say(Finding::warning("webarchive-body-coding").with("coding", shown)));
            }
        };
        unpacked.map_err(|_| differs(part))?;
        if out.len() as u64 > most { Err(too_large()) } else { Ok(out) }
    }

    /// The answer of an entry of a HAR as an HTTP message; `None` for other kinds, and where the body or the
    /// head was not recorded.
    ///
    /// # Errors
    /// As [`Bodies::body`].
    pub fn message(&mut self, part: &Part) -> Result<Option<Message>, Box<Finding>> {
        if self.kind != Kind::Har {
            return Ok(None);
        }
        let entry = all(&mut self.span(part)?, part)?;
        har_entry::message(&entry, part.number)
    }

    /// The WARCs of a WACZ, by member, where each starts and ends in the file; none of other kinds, and none
    /// that the zip packed.
    pub fn warcs(&self) -> Vec<(String, u64, u64)> {
        let is_warc = |path: &str| path.ends_with(".warc") || path.ends_with(".warc.gz");
        let members = self.members.iter().filter(|(path, _)| path.starts_with("archive/") && is_warc(path));
        members.map(|(path, place)| (path.clone(), place.start, place.end)).collect()
    }

    /// The bytes in which a part stands.
    fn span(&mut self, part: &Part) -> Step<std::io::Take<&mut (dyn Source + 'a)>> {
        let base = match &part.member {
            None => 0,
            Some(member) => self.members.get(member).ok_or_else(|| differs(part))?.start,
        };
        let start = base.saturating_add(part.start);
        self.source.seek(SeekFrom::Start(start)).map_err(|error| unreadable(start, &error))?;
        let length = part.end.saturating_sub(part.start);
        Ok((&mut *self.source).take(length))
    }
}

fn all(span: &mut dyn Read, part: &Part) -> Step<Vec<u8>> {
    let mut bytes = Vec::new();
    span.read_to_end(&mut bytes).map_err(|error| unreadable(part.start, &error))?;
    Ok(bytes)
}

fn differs(part: &Part) -> Box<Finding> {
    Box::new(Finding::warning("webarchive-body-differs").with("record", part.number))
}
