//! The bytes of one file, lent by whoever has a disk.

use std::io::{self, Read, Seek};

/// A file that can be read from any place. `std::io::Cursor` and an opened file are sources.
///
/// Bytes must not change while a source is lent.
pub trait Source: Read + Seek {}

impl<T: Read + Seek + ?Sized> Source for T {}

/// A reader that knows how many bytes it gave.
pub(crate) struct Counted<'a> {
    inner: &'a mut dyn Read,
    given: u64,
}

impl<'a> Counted<'a> {
    pub(crate) fn new(inner: &'a mut dyn Read) -> Counted<'a> {
        Counted { inner, given: 0 }
    }

    /// Bytes given so far.
    pub(crate) const fn given(&self) -> u64 {
        self.given
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.inner.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(count) => {
                    self.given = self.given.saturating_add(count as u64);
                    return Ok(count);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Whether an error of a decoder speaks of what it was given, and not of the disk.
pub(crate) fn is_of_the_content(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}
