//! Undoes base64 (RFC 2045 §6.8), piece by piece.

/// A decoder that is fed pieces. White space is passed over; anything else that is no base64 is counted.
#[derive(Default)]
pub(crate) struct Base64Body {
    group: u32,
    digits: u8,
    padding: u8,
    strange: u64,
}

impl Base64Body {
    /// Decodes one piece; what comes out goes to `out`.
    pub(crate) fn push(&mut self, piece: &[u8], out: &mut dyn FnMut(&[u8])) {
        let mut ready = Vec::with_capacity(piece.len());
        for byte in piece {
            match digit(*byte) {
                Some(digit) if self.padding == 0 => self.take(digit, &mut ready),
                None if *byte == b'=' && (self.digits >= 2 || self.padding > 0) && self.padding < 2 => {
                    self.pad(&mut ready);
                }
                None if byte.is_ascii_whitespace() => {}
                _ => self.strange = self.strange.saturating_add(1),
            }
        }
        out(&ready);
    }

    /// What is left at the end. Gives how many bytes were no base64, and whether the last group is whole.
    pub(crate) fn finish(mut self, out: &mut dyn FnMut(&[u8])) -> (u64, bool) {
        // Without padding two or three digits still say one or two bytes.
        let whole = self.digits == 0;
        let mut ready = Vec::new();
        self.flush(&mut ready);
        out(&ready);
        (self.strange, whole)
    }

    fn take(&mut self, digit: u8, ready: &mut Vec<u8>) {
        self.group = self.group << 6 | u32::from(digit);
        self.digits += 1;
        if self.digits == 4 {
            let [_, a, b, c] = self.group.to_be_bytes();
            ready.extend([a, b, c]);
            (self.group, self.digits) = (0, 0);
        }
    }

    fn pad(&mut self, ready: &mut Vec<u8>) {
        self.padding += 1;
        self.flush(ready);
    }

    fn flush(&mut self, ready: &mut Vec<u8>) {
        let [_, a, b, _] = (self.group << (6 * (4 - u32::from(self.digits.min(4))))).to_be_bytes();
        match self.digits {
            2 => ready.push(a),
            3 => ready.extend([a, b]),
            _ => {}
        }
        (self.group, self.digits) = (0, 0);
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Base64Body;
    use proptest::prelude::*;

    fn decode(pieces: &[&[u8]]) -> (Vec<u8>, u64, bool) {
        let mut body = Base64Body::default();
        let mut out = Vec::new();
        pieces.iter().for_each(|piece| body.push(piece, &mut |data| out.extend_from_slice(data)));
        let (strange, whole) = body.finish(&mut |data| out.extend_from_slice(data));
        (out, strange, whole)
    }

    #[test]
    fn lines_padding_and_strangers() {
        assert_eq!(decode(&[b"SGVs\r\nbG8="]), (b"Hello".to_vec(), 0, true));
        assert_eq!(decode(&[b"SGVsbA=="]), (b"Hell".to_vec(), 0, true));
        assert_eq!(decode(&[b"SGVsbG8"]), (b"Hello".to_vec(), 0, false));
        assert_eq!(decode(&[b"SG!Vs"]), (b"Hel".to_vec(), 1, true));
        assert_eq!(decode(&[b"SGVsbA==SGVs"]), (b"Hell".to_vec(), 4, true));
        assert_eq!(decode(&[b"="]), (Vec::new(), 1, true));
    }

    proptest! {
        /// The decoder of the package data-encoding is the second reader.
        #[test]
        fn whatever_was_encoded_comes_out(bytes: Vec<u8>, cut in 0usize..400) {
            let coded = data_encoding::BASE64_MIME.encode(&bytes);
            let (left, right) = coded.as_bytes().split_at(cut.min(coded.len()));
            prop_assert_eq!(decode(&[left, right]), (bytes, 0, true));
        }
    }
}
