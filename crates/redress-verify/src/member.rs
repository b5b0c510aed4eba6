//! The content of one member of a zip, unpacked as it is read: exactly as many bytes as the zip says, of the check sum that it
//! says, and with nothing behind them that no program unpacks.

use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

/// A stretch of a file, read by its place, so that many can be read side by side.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    pub(crate) file: Arc<File>,
    pub(crate) from: u64,
    pub(crate) length: u64,
    pub(crate) at: u64,
}

impl Read for Stretch {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let Some(buffer) = buffer.get_mut(..most) else { return Ok(0) };
        let read = self.file.read_at(buffer, self.from.saturating_add(self.at))?;
        self.at = self.at.saturating_add(read as u64);
        Ok(read)
    }
}

impl Seek for Stretch {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = place.ok_or(ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// Bytes as they stand in the zip, packed or not.
struct Source {
    bytes: BufReader<Stretch>,
    packed: Option<Decompress>,
    /// Whether the packed stream said that it ends; one that is not packed ends where its bytes do.
    ended: bool,
}

impl Source {
    fn unpack(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let Some(packed) = &mut self.packed else { return self.bytes.read(buffer) };
        while !self.ended {
            let input = self.bytes.fill_buf()?;
            let last = input.is_empty();
            let (taken, given) = (packed.total_in(), packed.total_out());
            let flush = if last { FlushDecompress::Finish } else { FlushDecompress::None };
            let status = packed.decompress(input, buffer, flush);
            let status = status.map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
            let (taken, given) = (packed.total_in() - taken, packed.total_out() - given);
            self.bytes.consume(usize::try_from(taken).unwrap_or(usize::MAX));
            self.ended = status == Status::StreamEnd;
            if given > 0 || buffer.is_empty() {
                return Ok(usize::try_from(given).unwrap_or_default());
            }
            if last && !self.ended {
                return Err(ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(0)
    }

    /// Whether nothing more comes out, and nothing more is there.
    fn is_over(&mut self) -> std::io::Result<bool> {
        Ok(self.unpack(&mut [0])? == 0 && self.bytes.fill_buf()?.is_empty())
    }
}

/// What a member unpacks to.
pub(crate) struct Unpacked {
    source: Source,
    left: u64,
    crc: Crc,
    stated: u32,
}

impl Unpacked {
    /// Of `length` bytes with the check sum `stated` (CRC-32, APPNOTE 4.4.7).
    pub(crate) fn new(content: Stretch, packed: bool, length: u64, stated: u32) -> Unpacked {
        let bytes = BufReader::with_capacity(1 << 16, content);
        let source = Source { bytes, packed: packed.then(|| Decompress::new(false)), ended: false };
        Unpacked { source, left: length, crc: Crc::new(), stated }
    }
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            let right = self.source.is_over()? && self.crc.sum() == self.stated;
            return if right { Ok(0) } else { Err(ErrorKind::InvalidData.into()) };
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let Some(buffer) = buffer.get_mut(..most).filter(|buffer| !buffer.is_empty()) else { return Ok(0) };
        let read = self.source.unpack(buffer)?;
        if read == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.crc.update(buffer.get(..read).unwrap_or_default());
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}
