//! Undoes quoted-printable (RFC 2045 §6.7), piece by piece.

/// A decoder that is fed pieces.
#[derive(Default)]
pub(crate) struct QuotedPrintable {
    /// An escape that is not whole yet: `=`, `=3`, `=` and the blanks of a soft line break.
    escape: Vec<u8>,
    /// Blanks that count only if something comes after them in their line.
    blanks: Vec<u8>,
    /// A carriage return that may belong to a line ending.
    held_return: bool,
    strange: u64,
}

impl QuotedPrintable {
    /// Decodes one piece; what comes out goes to `out`.
    pub(crate) fn push(&mut self, piece: &[u8], out: &mut dyn FnMut(&[u8])) {
        let mut ready = Vec::with_capacity(piece.len());
        for byte in piece {
            if self.escape.is_empty() {
                self.plain(*byte, &mut ready);
            } else {
                self.escaped(*byte, &mut ready);
            }
        }
        out(&ready);
    }

    /// What is left at the end. Gives how many escapes were none; those are kept as they stand.
    pub(crate) fn finish(mut self, out: &mut dyn FnMut(&[u8])) -> u64 {
        let mut ready = Vec::new();
        if self.held_return {
            ready.push(b'\r');
        }
        // A soft line break may end the bytes.
        if self.escape.len() > 1 && self.escape.get(1).is_none_or(|next| !next.is_ascii_whitespace()) {
            self.strange = self.strange.saturating_add(1);
            ready.append(&mut self.escape);
        }
        out(&ready);
        self.strange
    }

    fn plain(&mut self, byte: u8, ready: &mut Vec<u8>) {
        match byte {
            b'=' => {
                self.release(ready);
                self.escape.push(byte);
            }
            // A line of blanks without an end must not fill the memory.
            b' ' | b'\t' if self.blanks.len() < 4096 && !self.held_return => self.blanks.push(byte),
            b'\r' if !self.held_return => self.held_return = true,
            b'\n' => {
                self.blanks.clear();
                if std::mem::take(&mut self.held_return) {
                    ready.push(b'\r');
                }
                ready.push(b'\n');
            }
            _ => {
                self.release(ready);
                ready.push(byte);
            }
        }
    }

    fn release(&mut self, ready: &mut Vec<u8>) {
        ready.append(&mut self.blanks);
        if std::mem::take(&mut self.held_return) {
            ready.push(b'\r');
        }
    }

    fn escaped(&mut self, byte: u8, ready: &mut Vec<u8>) {
        let soft = self.escape.get(1).is_some_and(u8::is_ascii_whitespace);
        match (self.escape.len(), byte) {
            (_, b'\n') if soft || self.escape.len() == 1 => self.escape.clear(),
            (1, b' ' | b'\t' | b'\r') => self.escape.push(byte),
            (2, b' ' | b'\t' | b'\r') if soft => {}
            (1, byte) if byte.is_ascii_hexdigit() => self.escape.push(byte),
            (2, byte) if byte.is_ascii_hexdigit() && !soft => {
                let high = self.escape.get(1).map_or(0, |high| nibble(*high));
                ready.push(high << 4 | nibble(byte));
                self.escape.clear();
            }
            _ => {
                self.strange = self.strange.saturating_add(1);
                ready.append(&mut self.escape);
                self.plain(byte, ready);
            }
        }
    }
}

fn nibble(byte: u8) -> u8 {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::QuotedPrintable;

    fn decode(pieces: &[&[u8]]) -> (String, u64) {
        let mut body = QuotedPrintable::default();
        let mut out = Vec::new();
        pieces.iter().for_each(|piece| body.push(piece, &mut |data| out.extend_from_slice(data)));
        let strange = body.finish(&mut |data| out.extend_from_slice(data));
        (String::from_utf8_lossy(&out).into_owned(), strange)
    }

    #[test]
    fn escapes_breaks_and_blanks() {
        let coded = "=E6=98=8E=e8=af=81 a=3D1 =\r\nb  \r\n c= \t\r\nd\r\n=";
        for cut in 0..coded.len() {
            let (left, right) = coded.as_bytes().split_at(cut);
            assert_eq!(decode(&[left, right]), ("明证 a=1 b\r\n cd\r\n".to_owned(), 0), "cut at {cut}");
        }
    }

    #[test]
    fn what_is_no_escape_stays_and_is_counted() {
        assert_eq!(decode(&[b"a=ZZ=4"]), ("a=ZZ=4".to_owned(), 2));
        assert_eq!(decode(&[b"a=4Z"]), ("a=4Z".to_owned(), 1));
        assert_eq!(decode(&[b"a\rb\r"]), ("a\rb\r".to_owned(), 0));
    }
}
