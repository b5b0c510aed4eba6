//! Files that are no tables, by their first bytes.

/// What the first bytes of a file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Magic {
    /// An SQLite database.
    Database,
    /// Something that is kept and not read; its media type.
    Media(&'static str),
    /// Perhaps text.
    Text,
}

const KNOWN: [(&[u8], &str); 18] = [
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"WARC/", "application/warc"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"<!DOCTYPE html", "text/html"),
];

/// Looks at the first bytes.
pub(crate) fn look(bytes: &[u8]) -> Magic {
    if bytes.starts_with(b"SQLite format 3\0") {
        return Magic::Database;
    }
    if let Some((_, media)) = KNOWN.iter().find(|(first, _)| bytes.starts_with(first)) {
        // Two letters are not enough: a table may begin with a column named BM….
        let short =
            *media == "image/bmp" && !bytes.get(..64.min(bytes.len())).unwrap_or_default().contains(&0);
        return if short { Magic::Text } else { Magic::Media(media) };
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Magic::Media("image/webp"),
        (Some(b"RIFF"), _, Some(b"WAVE")) => Magic::Media("audio/wav"),
        (Some(b"RIFF"), _, Some(b"AVI ")) => Magic::Media("video/x-msvideo"),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1")) => Magic::Media("image/heic"),
        (_, Some(b"ftyp"), _) => Magic::Media("video/mp4"),
        _ => Magic::Text,
    }
}
