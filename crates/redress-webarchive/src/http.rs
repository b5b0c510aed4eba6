//! The head of an HTTP message as it was captured: read leniently, because it is evidence and no traffic.

use crate::limits::MOST_HEAD;

/// What a head says that matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Status code of a response: RFC 9112 §4.
    pub(crate) status: Option<u16>,
    /// Value of `Content-Type`.
    pub(crate) media_type: Option<String>,
    /// Value of `Content-Encoding`, in lower case.
    pub(crate) coding: Option<String>,
    /// Whether the body came in chunks: RFC 9112 §7.1.
    pub(crate) chunked: bool,
}

impl Head {
    /// Reads a head. Lines that are no fields are passed over; the first value of a name counts.
    pub(crate) fn read(head: &[u8]) -> Head {
        let text = String::from_utf8_lossy(head);
        let mut lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
        let mut out = Head { status: lines.next().and_then(status), ..Head::default() };
        for line in lines {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "content-type" if out.media_type.is_none() => out.media_type = Some(value.to_owned()),
                "content-encoding" if out.coding.is_none() => out.coding = Some(value.to_ascii_lowercase()),
                "transfer-encoding" => {
                    out.chunked |= value.to_ascii_lowercase().split(',').any(|one| one.trim() == "chunked");
                }
                _ => {}
            }
        }
        out
    }
}

/// The code of `HTTP/1.1 200 OK`.
fn status(line: &str) -> Option<u16> {
    let mut words = line.split_ascii_whitespace();
    let version = words.next()?;
    let code = words.next()?;
    let is_response = version.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("HTTP/"));
    let code: u16 = code.parse().ok()?;
    (is_response && (100..1000).contains(&code)).then_some(code)
}

/// Finds where the head ends while the bytes come piece by piece.
#[derive(Default)]
pub(crate) struct HeadFinder {
    head: Vec<u8>,
    /// Line feeds in a row, with nothing but carriage returns between them.
    feeds: u8,
}

impl HeadFinder {
    /// Takes bytes up to the end of the head. Gives how many, and the head once it is whole. A head that
    /// grows beyond [`MOST_HEAD`] ends there.
    pub(crate) fn push(&mut self, piece: &[u8]) -> (usize, Option<Vec<u8>>) {
        for (at, byte) in piece.iter().enumerate() {
            self.head.push(*byte);
            match byte {
                b'\n' => self.feeds += 1,
                b'\r' => {}
                _ => self.feeds = 0,
            }
            if self.feeds == 2 || self.head.len() >= MOST_HEAD {
                return (at + 1, Some(std::mem::take(&mut self.head)));
            }
        }
        (piece.len(), None)
    }

    /// The bytes of a head that never ended.
    pub(crate) fn rest(self) -> Vec<u8> {
        self.head
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, HeadFinder};

    #[test]
    fn heads_of_old_and_new_versions() {
        let head = Head::read(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=gbk\r\nContent-Type: x\r\nTransfer-Encoding: gzip, Chunked\r\nContent-Encoding: GZIP\r\nbroken\r\n\r\n");
        assert_eq!(head.status, Some(404));
        assert_eq!(head.media_type.as_deref(), Some("text/html; charset=gbk"));
        assert_eq!(head.coding.as_deref(), Some("gzip"));
        assert!(head.chunked);
        assert_eq!(Head::read(b"HTTP/2 200\n\n").status, Some(200));
        assert_eq!(Head::read(b"GET / HTTP/1.1\r\n\r\n").status, None);
        assert_eq!(Head::read(b"\xff\xfe").status, None);
    }

    #[test]
    fn a_head_ends_wherever_the_pieces_are_cut() {
        let message = b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody\n\nmore";
        for cut in 0..message.len() {
            let (left, right) = message.split_at(cut);
            let mut finder = HeadFinder::default();
            let (mut taken, mut head) = finder.push(left);
            if head.is_none() {
                let (more, found) = finder.push(right);
                taken += more;
                head = found;
            }
            assert_eq!((taken, head.unwrap().len()), (25, 25), "cut at {cut}");
        }
    }
}
