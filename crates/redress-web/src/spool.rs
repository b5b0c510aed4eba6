//! One nameless file for all that a request brings: what arrives is laid one after the other, and read by its place.
//!
//! However many files somebody drops, one stands open; whatever ends the request takes the file with it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

/// A nameless file that grows.
pub(crate) struct Spool {
    file: Arc<File>,
    end: u64,
}

impl Spool {
    /// An empty one.
    ///
    /// # Errors
    /// Where the disk would not make it.
    pub(crate) fn begin() -> io::Result<Spool> {
        Ok(Spool { file: Arc::new(tempfile::tempfile()?), end: 0 })
    }

    /// What is written after this is the stretch that [`Spool::since`] gives.
    pub(crate) const fn place(&self) -> u64 {
        self.end
    }

    /// What was written from that place on.
    pub(crate) fn since(&self, begin: u64) -> Stretch {
        Stretch { file: Arc::clone(&self.file), begin: begin.min(self.end), end: self.end, at: 0 }
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write_at(bytes, self.end)?;
        self.end = self.end.saturating_add(u64::try_from(written).unwrap_or(u64::MAX));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A part of a spool, read from its beginning. Copies of it do not disturb each other.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    file: Arc<File>,
    begin: u64,
    end: u64,
    at: u64,
}

impl Stretch {
    /// Its length in bytes.
    pub(crate) const fn length(&self) -> u64 {
        self.end.saturating_sub(self.begin)
    }

    /// A part of it, from its beginning; no more than there is.
    pub(crate) fn part(&self, from: u64, bytes: u64) -> Stretch {
        let begin = self.begin.saturating_add(from).min(self.end);
        let end = begin.saturating_add(bytes).min(self.end);
        Stretch { file: Arc::clone(&self.file), begin, end, at: 0 }
    }
}

impl Read for Stretch {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length().saturating_sub(self.at)).unwrap_or(usize::MAX);
        let wanted = into.len().min(left);
        let Some(into) = into.get_mut(..wanted).filter(|into| !into.is_empty()) else { return Ok(0) };
        let read = self.file.read_at(into, self.begin.saturating_add(self.at))?;
        self.at = self.at.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

impl Seek for Stretch {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length().checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::Spool;
    use std::io::{Read as _, Seek as _, SeekFrom, Write as _};

    #[test]
    fn what_was_laid_one_after_the_other_is_read_apart() {
        let mut spool = Spool::begin().unwrap();
        spool.write_all(b"one").unwrap();
        let (first, place) = (spool.since(0), spool.place());
        spool.write_all(b"three").unwrap();
        let second = spool.since(place);
        let whole = |mut stretch: super::Stretch| {
            let mut text = String::new();
            stretch.read_to_string(&mut text).unwrap();
            text
        };
        assert_eq!((whole(first.clone()), whole(second.clone())), ("one".to_owned(), "three".to_owned()));
        assert_eq!((first.length(), second.length()), (3, 5));
        assert_eq!(whole(second.part(1, 3)), "hre");
        assert_eq!(whole(second.part(4, 30)), "e");
        assert_eq!(whole(second.part(9, 1)), "");
        let mut moved = second.clone();
        assert_eq!(moved.seek(SeekFrom::End(-2)).unwrap(), 3);
        assert_eq!(whole(moved.clone()), "ee");
        assert!(moved.seek(SeekFrom::Current(-9)).is_err());
        assert_eq!(moved.seek(SeekFrom::Start(99)).unwrap(), 99);
        assert_eq!(whole(moved), "");
    }
}
