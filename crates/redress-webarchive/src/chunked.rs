//! Undoes the chunked transfer coding of HTTP/1.1 (RFC 9112 §7.1), piece by piece.

/// Where in the coding the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Size { digits: u8, value: u64 },
    Extension { value: u64 },
    Data { left: u64 },
    AfterData,
    Trailer { empty: bool },
    Done,
    Broken,
}

/// A decoder that is fed pieces.
pub(crate) struct Chunked {
    state: State,
}

impl Chunked {
    pub(crate) const fn new() -> Chunked {
        Chunked { state: State::Size { digits: 0, value: 0 } }
    }

    /// Decodes one piece; what comes out goes to `out`.
    pub(crate) fn push(&mut self, piece: &[u8], out: &mut dyn FnMut(&[u8])) {
        let mut rest = piece;
        while let Some((&byte, after)) = rest.split_first() {
            match self.state {
                State::Data { left } => {
                    let count = usize::try_from(left).unwrap_or(usize::MAX).min(rest.len());
                    let (data, behind) = rest.split_at_checked(count).unwrap_or((rest, &[]));
                    out(data);
                    rest = behind;
                    let left = left.saturating_sub(data.len() as u64);
                    self.state = if left == 0 { State::AfterData } else { State::Data { left } };
                }
                State::Done | State::Broken => return,
                state => {
                    self.state = step(state, byte);
                    rest = after;
                }
            }
        }
    }

    /// Whether the last chunk came and nothing was wrong.
    pub(crate) fn is_whole(&self) -> bool {
        self.state == State::Done
    }
}

/// One byte of the framing.
fn step(state: State, byte: u8) -> State {
    match (state, byte) {
        (State::Size { digits, value }, byte) if byte.is_ascii_hexdigit() && digits < 15 => {
            let digit = char::from(byte).to_digit(16).map_or(0, u64::from);
            State::Size { digits: digits + 1, value: value << 4 | digit }
        }
        (State::Size { digits: 1.., value }, b';' | b' ' | b'\t' | b'\r') => State::Extension { value },
        (State::Size { digits: 1.., value } | State::Extension { value }, b'\n') if value == 0 => {
            State::Trailer { empty: true }
        }
        (State::Size { digits: 1.., value } | State::Extension { value }, b'\n') => {
            State::Data { left: value }
        }
        (State::Extension { value }, _) => State::Extension { value },
        (State::AfterData, b'\r') => State::AfterData,
        (State::AfterData, b'\n') => State::Size { digits: 0, value: 0 },
        (State::Trailer { empty: true }, b'\n') => State::Done,
        (State::Trailer { .. }, b'\n') => State::Trailer { empty: true },
        (State::Trailer { empty }, b'\r') => State::Trailer { empty },
        (State::Trailer { .. }, _) => State::Trailer { empty: false },
        _ => State::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::Chunked;

    fn decode(pieces: &[&[u8]]) -> (Vec<u8>, bool) {
        let mut chunked = Chunked::new();
        let mut out = Vec::new();
        pieces.iter().for_each(|piece| chunked.push(piece, &mut |data| out.extend_from_slice(data)));
        (out, chunked.is_whole())
    }

    #[test]
    fn chunks_come_out_wherever_the_pieces_are_cut() {
        let coded = b"5;name=x\r\nHello\r\n1\r\n,\r\n6\r\n world\r\n0\r\nTrailer: y\r\n\r\n";
        for cut in 0..coded.len() {
            let (left, right) = coded.split_at(cut);
            assert_eq!(decode(&[left, right]), (b"Hello, world".to_vec(), true), "cut at {cut}");
            assert!(!decode(&[left]).1, "cut at {cut}");
        }
    }

    #[test]
    fn what_is_not_chunked_is_told() {
        assert_eq!(decode(&[b"<html>"]), (Vec::new(), false));
        assert_eq!(decode(&[b"5\r\nHelloX"]), (b"Hello".to_vec(), false));
        assert_eq!(decode(&[b"ffffffffffffffff\r\nabc"]).0, b"");
    }
}
