//! One record of a WARC, as it stood in the file.

use redress_base::{Instant, Sha256};

/// Whether a stated digest agrees with the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// No digest is stated.
    None,
    /// It agrees.
    Holds,
    /// It agrees with the payload only after its chunks are undone, as RFC 9112 §7.1 has it; others state
    /// the digest of the payload as received.
    HoldsWithoutChunks,
    /// It does not agree.
    Fails,
    /// It cannot be checked: an unknown or broken algorithm, or a `revisit` whose payload is elsewhere.
    Unchecked,
}

/// One record: what its head states, where it stands, and what its bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Number in the file, from 1.
    pub number: u64,
    /// `1.0` or `1.1`.
    pub version: String,
    /// `WARC-Type`, in lower case: `response`, `resource`, `warcinfo`, …
    pub kind: String,
    /// `WARC-Record-ID` without angle brackets.
    pub id: String,
    /// `WARC-Date`, by the clock of the tool.
    pub at: Option<Instant>,
    /// `WARC-Target-URI` without angle brackets.
    pub target: Option<String>,
    /// `Content-Type` of the block.
    pub block_type: Option<String>,
    /// Media type of the payload: of the HTTP head where there is one, else of the block.
    pub media_type: Option<String>,
    /// HTTP status.
    pub status: Option<u16>,
    /// The content coding that the payload still has.
    pub coding: Option<String>,
    /// `WARC-Payload-Digest` as stated.
    pub payload_digest: Option<String>,
    /// First byte in the file: of the record, or of the gzip member that holds it.
    pub start: u64,
    /// Byte after the last of the same.
    pub end: u64,
    /// Length of the block in bytes.
    pub block_bytes: u64,
    /// Length of the payload in bytes, chunks undone.
    pub payload_bytes: u64,
    /// SHA-256 of the same bytes.
    pub payload_sha256: Sha256,
    /// The block digest.
    pub block: Checked,
    /// The payload digest.
    pub payload: Checked,
    /// The title, of a page.
    pub title: Option<String>,
    /// `software` of a `warcinfo` record.
    pub software: Option<String>,
}

impl Record {
    /// Whether a person may have looked at it: an answer with the type of a page, without an error.
    pub(crate) fn is_page(&self) -> bool {
        let answers = matches!(self.kind.as_str(), "response" | "resource");
        let typed = self.media_type.as_deref().is_some_and(crate::html::is_page);
        let web = self
            .target
            .as_deref()
            .is_some_and(|url| url.starts_with("http://") || url.starts_with("https://"));
        answers && typed && web && self.status.is_none_or(|status| (200..300).contains(&status))
    }
}
