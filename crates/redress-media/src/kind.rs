//! What kind of media file it is: told by its bytes, never by its name.

use crate::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, SeekFrom};

/// The kinds of media file that this room reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// ISO/IEC 10918-1.
    Jpeg,
    /// RFC 2083.
    Png,
    /// RFC 9649.
    Webp,
    /// ISO/IEC 14496-12: MP4, MOV, M4A, HEIC, AVIF.
    Bmff,
    /// ISO 32000.
    Pdf,
}

impl Kind {
    /// What people call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Kind::Jpeg => "JPEG",
            Kind::Png => "PNG",
            Kind::Webp => "WebP",
            Kind::Bmff => "MP4",
            Kind::Pdf => "PDF",
        }
    }

    /// Looks at the beginning of a file. `None`: nothing of this room's. The source is left at its beginning.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn of(source: &mut dyn Source) -> io::Result<Option<Kind>> {
        source.seek(SeekFrom::Start(0))?;
        let mut head = Vec::new();
        source.take(12).read_to_end(&mut head)?;
        source.seek(SeekFrom::Start(0))?;
        Ok(Kind::of_head(&head))
    }

    /// The same of the first twelve bytes.
    pub fn of_head(head: &[u8]) -> Option<Kind> {
        let four = |from: usize| head.get(from..from.saturating_add(4));
        match () {
            () if head.starts_with(&[0xff, 0xd8, 0xff]) => Some(Kind::Jpeg),
            () if head.starts_with(b"\x89PNG\r\n\x1a\n") => Some(Kind::Png),
            () if head.starts_with(b"RIFF") && four(8) == Some(b"WEBP") => Some(Kind::Webp),
            () if head.starts_with(b"%PDF-") => Some(Kind::Pdf),
            () if four(4) == Some(b"ftyp") => Some(Kind::Bmff),
            () => None,
        }
    }
}
