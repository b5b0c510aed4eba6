//! Lines out of bytes that come piece by piece, and the plain way in which they come.

use crate::limits::PIECE;
use crate::source::Counted;
use std::io::{self, BufRead, BufReader, Read};

/// Bytes that can be looked at before they are taken.
pub(crate) trait Bytes {
    /// The next bytes; empty at the end.
    fn fill(&mut self) -> io::Result<&[u8]>;
    /// Takes `count` of the bytes that [`Bytes::fill`] showed.
    fn consume(&mut self, count: usize);
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineEnd {
    /// CR LF, as every head of this room's formats asks.
    CrLf,
    /// LF alone.
    Lf,
    /// The bytes end first.
    Bytes,
    /// The line is longer than asked for; only its beginning was taken.
    TooLong,
}

/// One line without its ending.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: Vec<u8>,
    pub(crate) end: LineEnd,
}

/// Takes one line of at most `most` bytes with its ending.
pub(crate) fn line(bytes: &mut dyn Bytes, most: usize) -> io::Result<Line> {
    let mut text = Vec::new();
    loop {
        let shown = bytes.fill()?;
        if shown.is_empty() {
            return Ok(Line { text, end: LineEnd::Bytes });
        }
        let room = most.saturating_sub(text.len());
        let shown = shown.get(..room).unwrap_or(shown);
        if shown.is_empty() {
            return Ok(Line { text, end: LineEnd::TooLong });
        }
        let end = shown.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(shown.len(), |at| at + 1);
        text.extend(shown.iter().take(taken));
        bytes.consume(taken);
        if end.is_some() {
            text.pop();
            let crlf = text.last() == Some(&b'\r');
            if crlf {
                text.pop();
            }
            return Ok(Line { text, end: if crlf { LineEnd::CrLf } else { LineEnd::Lf } });
        }
    }
}

/// A file as it is, with the place at which its reader stands.
pub(crate) struct Plain<'a> {
    inner: BufReader<Counted<'a>>,
}

impl<'a> Plain<'a> {
    pub(crate) fn new(source: &'a mut dyn Read) -> Plain<'a> {
        Plain { inner: BufReader::with_capacity(PIECE, Counted::new(source)) }
    }

    /// Bytes taken so far: the offset of the next one.
    pub(crate) fn at(&self) -> u64 {
        self.inner.get_ref().given().saturating_sub(self.inner.buffer().len() as u64)
    }
}

impl Bytes for Plain<'_> {
    fn fill(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.inner.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::{LineEnd, Plain, line};

    #[test]
    fn lines_end_in_four_ways() {
        let mut text: &[u8] = b"one\r\ntwo\n\r\nabcdefgh\nrest";
        let mut plain = Plain::new(&mut text);
        let mut next = |most| {
            let line = line(&mut plain, most).unwrap();
            (String::from_utf8(line.text).unwrap(), line.end, plain.at())
        };
        assert_eq!(next(9), ("one".into(), LineEnd::CrLf, 5));
        assert_eq!(next(9), ("two".into(), LineEnd::Lf, 9));
        assert_eq!(next(9), (String::new(), LineEnd::CrLf, 11));
        assert_eq!(next(4), ("abcd".into(), LineEnd::TooLong, 15));
        assert_eq!(next(5), ("efgh".into(), LineEnd::Lf, 20));
        assert_eq!(next(9), ("rest".into(), LineEnd::Bytes, 24));
        assert_eq!(next(9), (String::new(), LineEnd::Bytes, 24));
    }
}
