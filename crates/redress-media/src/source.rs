//! The bytes of one file, lent by whoever has a disk.

use crate::bytes::count;
use std::io::{self, Read, Seek, SeekFrom};

/// A file that can be read from any place. `std::io::Cursor` and an opened file are sources.
///
/// Bytes must not change while a source is lent.
pub trait Source: Read + Seek {}

impl<T: Read + Seek + ?Sized> Source for T {}

/// A source with its place. Going to where it is already does not seek.
pub(crate) struct Reader<'s> {
    source: &'s mut dyn Source,
    at: u64,
    ended: bool,
}

impl<'s> Reader<'s> {
    /// From the beginning.
    pub(crate) fn new(source: &'s mut dyn Source) -> io::Result<Reader<'s>> {
        source.seek(SeekFrom::Start(0))?;
        Ok(Reader { source, at: 0, ended: false })
    }

    pub(crate) const fn at(&self) -> u64 {
        self.at
    }

    /// Whether the last reading met the end of the file before it had what it asked for.
    pub(crate) const fn ended(&self) -> bool {
        self.ended
    }

    /// At most `most` bytes, fewer only at the end of the file.
    pub(crate) fn up_to(&mut self, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        Read::take(&mut *self.source, most as u64).read_to_end(&mut bytes)?;
        self.at = self.at.saturating_add(bytes.len() as u64);
        self.ended = bytes.len() < most;
        Ok(bytes)
    }

    /// Exactly so many bytes; `None` where the file ends before.
    pub(crate) fn array<const N: usize>(&mut self) -> io::Result<Option<[u8; N]>> {
        Ok(self.up_to(N)?.try_into().ok())
    }

    /// Goes to a place.
    pub(crate) fn go(&mut self, to: u64) -> io::Result<()> {
        if to != self.at {
            self.source.seek(SeekFrom::Start(to))?;
            self.at = to;
        }
        Ok(())
    }

    /// How many bytes there are. The place stays.
    pub(crate) fn length(&mut self) -> io::Result<u64> {
        let length = self.source.seek(SeekFrom::End(0))?;
        self.source.seek(SeekFrom::Start(self.at))?;
        Ok(length)
    }

    /// Hands every byte of a range to `take`, piece by piece; `false` where the file ends before it does.
    pub(crate) fn each(&mut self, from: u64, to: u64, take: &mut dyn FnMut(&[u8])) -> io::Result<bool> {
        self.go(from)?;
        while self.at < to {
            let piece = self.up_to(count(to.saturating_sub(self.at)).min(crate::limits::PIECE))?;
            if piece.is_empty() {
                return Ok(false);
            }
            take(&piece);
        }
        Ok(true)
    }
}
