//! What kind of web archive a file is: told by its bytes, never by its name.

use crate::Source;
use crate::saved_page;
use flate2::read::GzDecoder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, SeekFrom};

/// How many bytes are looked at.
const LOOK: u64 = 64 << 10;

/// The kinds of web archive that this room reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// ISO 28500, plain or gzip.
    Warc,
    /// A zip with a `datapackage.json` and web archives.
    Wacz,
    /// HTTP Archive, JSON.
    Har,
    /// A page with its parts as one MIME message (RFC 2557).
    Mhtml,
    /// A page saved as one HTML file, by a tool that says so in it.
    SavedPage,
}

impl Kind {
    /// Looks at the beginning of a file (and, in a zip, at its directory). `None`: nothing of this room's.
    /// The source is left at its beginning.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn of(source: &mut dyn Source) -> io::Result<Option<Kind>> {
        source.seek(SeekFrom::Start(0))?;
        let mut head = Vec::new();
        source.take(LOOK).read_to_end(&mut head)?;
        source.seek(SeekFrom::Start(0))?;
        if head.starts_with(b"PK\x03\x04") {
            let found = crate::wacz::has_package(source);
            source.seek(SeekFrom::Start(0))?;
            return Ok(found.then_some(Kind::Wacz));
        }
        Ok(Kind::of_head(&head))
    }

    fn of_head(head: &[u8]) -> Option<Kind> {
        if head.starts_with(b"WARC/") || unpacks_to_warc(head) {
            return Some(Kind::Warc);
        }
        let text = String::from_utf8_lossy(head);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if let Some(inside) = text.strip_prefix('{') {
            let first_key = inside.trim_start().starts_with("\"log\"");
            let entries = ["\"entries\"", "\"creator\"", "\"version\""].iter().any(|key| text.contains(key));
            return (first_key && entries).then_some(Kind::Har);
        }
        if is_related(text) {
            return Some(Kind::Mhtml);
        }
        saved_page::is_one(text).then_some(Kind::SavedPage)
    }
}

/// A gzip file whose first bytes are those of a record.
fn unpacks_to_warc(head: &[u8]) -> bool {
    let mut first = [0u8; 5];
    head.starts_with(&[0x1f, 0x8b])
        && GzDecoder::new(head).read_exact(&mut first).is_ok()
        && first == *b"WARC/"
}

/// A MIME head that says `multipart/related`.
fn is_related(text: &str) -> bool {
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    let head = head.split("\n\n").next().unwrap_or_default().to_ascii_lowercase();
    let first = head.lines().next().unwrap_or_default();
    let is_field =
        first.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains([' ', '<']));
    let unfolded = head.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let typed = |line: &str| line.starts_with("content-type:") && line.contains("multipart/related");
    is_field && unfolded.lines().any(typed)
}
