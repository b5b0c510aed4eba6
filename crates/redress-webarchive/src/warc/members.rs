//! The bytes of a WARC, unpacked: plain, or one gzip member after the other (RFC 1952 §2.2).

use crate::findings::{Step, unreadable};
use crate::limits::{PIECE, most_unpacked};
use crate::lines::Bytes;
use crate::source::{Counted, is_of_the_content};
use flate2::bufread::GzDecoder;
use redress_base::Finding;
use std::io::{self, BufRead, BufReader, Read};

type Packed<'a> = BufReader<Counted<'a>>;

/// Where the packed bytes are.
enum Stage<'a> {
    Plain(Packed<'a>),
    Between(Packed<'a>),
    Member(Box<GzDecoder<Packed<'a>>>),
    /// Only while one stage becomes the next.
    Gone,
}

/// The unpacked bytes, with the place in the file.
pub(crate) struct Members<'a> {
    stage: Stage<'a>,
    buffer: Box<[u8]>,
    from: usize,
    to: usize,
    taken: u64,
    unpacked: u64,
    member: u64,
    members: u64,
    damaged: Option<io::Error>,
}

impl<'a> Members<'a> {
    /// Looks whether the file is gzip, and stands before its first byte.
    pub(crate) fn open(source: &'a mut dyn Read) -> Step<Members<'a>> {
        let mut packed = BufReader::with_capacity(PIECE, Counted::new(source));
        let gzip = packed.fill_buf().map_err(|error| unreadable(0, &error))?.starts_with(&[0x1f, 0x8b]);
        let stage = if gzip { Stage::Between(packed) } else { Stage::Plain(packed) };
        Ok(Members {
            stage,
            buffer: if gzip { vec![0; PIECE].into() } else { Box::default() },
            from: 0,
            to: 0,
            taken: 0,
            unpacked: 0,
            member: 0,
            members: 0,
            damaged: None,
        })
    }

    /// Whether the file is gzip.
    pub(crate) const fn is_gzip(&self) -> bool {
        !matches!(self.stage, Stage::Plain(_))
    }

    /// How many members were begun.
    pub(crate) const fn members(&self) -> u64 {
        self.members
    }

    /// The place in the file: of the next byte, or of the gzip member that holds it.
    pub(crate) const fn at(&self) -> u64 {
        if self.is_gzip() { self.member } else { self.taken }
    }

    /// The place in the file behind everything that was taken; between members, the next member.
    pub(crate) fn behind(&self) -> u64 {
        match &self.stage {
            Stage::Plain(_) | Stage::Gone => self.taken,
            Stage::Between(packed) => place(packed),
            Stage::Member(decoder) => place(decoder.get_ref()),
        }
    }

    /// Stands before the next record: in gzip, at the beginning of the next member if this one is used up.
    /// `false` at the end of the file.
    pub(crate) fn next(&mut self) -> Step<bool> {
        loop {
            if !self.shown()?.is_empty() {
                return Ok(true);
            }
            match std::mem::replace(&mut self.stage, Stage::Gone) {
                Stage::Between(packed) => {
                    if !self.begin(packed)? {
                        return Ok(false);
                    }
                }
                other => {
                    self.stage = other;
                    return Ok(false);
                }
            }
        }
    }

    /// The next bytes of this member, with what is wrong told as a finding.
    pub(crate) fn shown(&mut self) -> Step<&[u8]> {
        if let Err(error) = self.refill() {
            return Err(self.complaint(&error));
        }
        match &mut self.stage {
            Stage::Plain(packed) => Ok(packed.buffer()),
            _ => Ok(self.buffer.get(self.from..self.to).unwrap_or_default()),
        }
    }

    /// What an error while reading means.
    pub(crate) fn complaint(&self, error: &io::Error) -> Box<Finding> {
        if !self.is_gzip() || !is_of_the_content(error) {
            return unreadable(self.behind(), error);
        }
        let code = match error.kind() {
            io::ErrorKind::UnexpectedEof => Finding::error("webarchive-gzip-cut"),
            _ if self.unpacked >= most_unpacked(self.behind()) => Finding::error("webarchive-gzip-bomb"),
            _ => Finding::error("webarchive-gzip-damaged"),
        };
        Box::new(code.with("byte", self.member).with("member", self.members))
    }

    /// Begins the next member, if there is one.
    fn begin(&mut self, mut packed: Packed<'a>) -> Step<bool> {
        let at = place(&packed);
        let start = match packed.fill_buf() {
            Ok(start) => start.to_vec(),
            Err(error) => return Err(unreadable(at, &error)),
        };
        self.member = at;
        if start.is_empty() {
            self.stage = Stage::Between(packed);
            return Ok(false);
        }
        if start.first() != Some(&0x1f) {
            self.stage = Stage::Between(packed);
            return Err(Box::new(Finding::error("webarchive-gzip-trailing").with("byte", at)));
        }
        self.members = self.members.saturating_add(1);
        self.stage = Stage::Member(Box::new(GzDecoder::new(packed)));
        Ok(true)
    }

    fn refill(&mut self) -> io::Result<()> {
        if let Some(error) = &self.damaged {
            return Err(io::Error::new(error.kind(), error.to_string()));
        }
        let filled = self.refill_now();
        if let Err(error) = &filled {
            self.damaged = Some(io::Error::new(error.kind(), error.to_string()));
        }
        filled
    }

    fn refill_now(&mut self) -> io::Result<()> {
        if let Stage::Plain(packed) = &mut self.stage {
            return packed.fill_buf().map(|_| ());
        }
        if self.from < self.to {
            return Ok(());
        }
        let Stage::Member(decoder) = &mut self.stage else { return Ok(()) };
        let count = decoder.read(&mut self.buffer)?;
        (self.from, self.to) = (0, count);
        self.unpacked = self.unpacked.saturating_add(count as u64);
        if self.unpacked > most_unpacked(place(decoder.get_ref())) {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        if count == 0
            && let Stage::Member(decoder) = std::mem::replace(&mut self.stage, Stage::Gone)
        {
            self.stage = Stage::Between(decoder.into_inner());
        }
        Ok(())
    }
}

impl Bytes for Members<'_> {
    fn fill(&mut self) -> io::Result<&[u8]> {
        self.refill()?;
        match &mut self.stage {
            Stage::Plain(packed) => Ok(packed.buffer()),
            _ => Ok(self.buffer.get(self.from..self.to).unwrap_or_default()),
        }
    }

    fn consume(&mut self, count: usize) {
        self.taken = self.taken.saturating_add(count as u64);
        match &mut self.stage {
            Stage::Plain(packed) => packed.consume(count),
            _ => self.from = self.from.saturating_add(count).min(self.to),
        }
    }
}

/// The offset in the file of the next packed byte.
fn place(packed: &Packed<'_>) -> u64 {
    packed.get_ref().given().saturating_sub(packed.buffer().len() as u64)
}
