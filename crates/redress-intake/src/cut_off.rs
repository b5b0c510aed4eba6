//! Whether a picture, a film or a document ends before its end: it is taken as it is, and the person is told while the whole
//! one may still be got.

use redress_base::Finding;

/// What was cut off, by what the bytes say they are; nothing where the file is whole, or is none of these.
pub(crate) fn cut_off(name: &str, bytes: &[u8]) -> Option<Finding> {
    let (kind, whole) = match bytes {
        [0xff, 0xd8, 0xff, ..] => ("JPEG", jpeg(bytes)),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => ("PNG", png(bytes)),
        [b'G', b'I', b'F', b'8', ..] => ("GIF", last(bytes) == Some(0x3b)),
        [b'R', b'I', b'F', b'F', ..] => ("RIFF", riff(bytes)),
        [b'%', b'P', b'D', b'F', b'-', ..] => ("PDF", pdf(bytes)),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => ("MP4", boxes(bytes)),
        _ => return None,
    };
    (!whole).then(|| Finding::warning("intake-cut-off").with("file", name).with("kind", kind))
}

/// The last byte that is not padding.
fn last(bytes: &[u8]) -> Option<u8> {
    bytes.iter().rev().find(|byte| **byte != 0).copied()
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

/// ITU-T T.81, B.1.1.2: segments up to the scan, and an end of image after it. A preview inside a segment has its own end.
fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2_usize;
    loop {
        let Some([0xff, marker, high, low]) = bytes.get(at..at.saturating_add(4)) else { return false };
        if *marker == 0xff {
            at = at.saturating_add(1);
            continue;
        }
        let length = usize::from(*high) << 8 | usize::from(*low);
        at = at.saturating_add(2).saturating_add(length);
        if *marker == 0xda {
            return bytes.get(at..).is_some_and(|scan| scan.windows(2).any(|two| two == [0xff, 0xd9]));
        }
    }
}

/// W3C PNG, 5.3: chunks of length, type, data and check value, the last of them IEND.
fn png(bytes: &[u8]) -> bool {
    let mut at = 8_usize;
    loop {
        let (Some(length), Some(kind)) =
            (number(bytes, at), bytes.get(at.saturating_add(4)..at.saturating_add(8)))
        else {
            return false;
        };
        let end = at.saturating_add(12).saturating_add(length);
        if end > bytes.len() {
            return false;
        }
        if kind == b"IEND" {
            return true;
        }
        at = end;
    }
}

/// The length that stands behind the first four bytes is that of everything after it.
fn riff(bytes: &[u8]) -> bool {
    let four: Option<[u8; 4]> = bytes.get(4..8).and_then(|four| four.try_into().ok());
    let says = four.and_then(|four| usize::try_from(u32::from_le_bytes(four)).ok());
    says.is_some_and(|says| bytes.len() >= says.saturating_add(8))
}

/// ISO 32000-1, 7.5.5: the last line is the mark of the end; readers look for it in the last kibibyte.
fn pdf(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(bytes);
    tail.windows(5).any(|five| five == b"%%EOF")
}

/// ISO/IEC 14496-12, 4.2: boxes one after another, each with its length; one of length 0 goes on to the end.
fn boxes(bytes: &[u8]) -> bool {
    let mut at = 0_usize;
    while at < bytes.len() {
        let length = match number(bytes, at) {
            Some(0) => return true,
            Some(1) => {
                let eight = bytes.get(at.saturating_add(8)..at.saturating_add(16));
                let eight: Option<[u8; 8]> = eight.and_then(|eight| eight.try_into().ok());
                eight.and_then(|eight| usize::try_from(u64::from_be_bytes(eight)).ok())
            }
            length => length,
        };
        let Some(length) = length.filter(|length| *length >= 8) else { return false };
        at = at.saturating_add(length);
        if at > bytes.len() {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::cut_off;

    fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], kind, data, &[0; 4]].concat()
    }

    /// Each whole; every shorter beginning of it, from where its kind shows, is cut off.
    #[test]
    fn what_ends_before_its_end_is_told_and_what_is_whole_is_not() {
        let jpeg = [
            &[0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xd9, 1, 1][..],
            &[0xff, 0xda, 0, 4, 1, 2, 7, 7, 7, 0xff, 0xd9],
        ]
        .concat();
        let png = [
            &b"\x89PNG\r\n\x1a\n"[..],
            &chunk(b"IHDR", &[1; 13]),
            &chunk(b"IDAT", &[2; 40]),
            &chunk(b"IEND", b""),
        ]
        .concat();
        let webp = [&b"RIFF"[..], &12_u32.to_le_bytes(), b"WEBPVP8 ABCD"].concat();
        let film = [&8_u32.to_be_bytes()[..], b"ftyp", &12_u32.to_be_bytes(), b"mdatABCD"].concat();
        let pdf = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF".to_vec();
        for (whole, from) in [(jpeg, 3), (png, 8), (webp, 8), (pdf, 8), (b"GIF89a\x01\x3b".to_vec(), 6)] {
            assert!(cut_off("x", &whole).is_none(), "{whole:?}");
            for end in from..whole.len() {
                assert!(cut_off("x", &whole[..end]).is_some(), "{end} of {whole:?}");
            }
        }
        assert!(cut_off("x", &film).is_none() && cut_off("x", &film[..18]).is_some());
        for other in [&b""[..], b"words", b"PK\x03\x04", &[0xff, 0xd8]] {
            assert!(cut_off("x", other).is_none(), "{other:?}");
        }
    }
}
