//! What a web archive is and holds, as a value that can be shown, stored and compared.

use crate::Kind;
use crate::digest::Algorithm;
use crate::limits::{MOST_ADDRESS, MOST_PAGES, MOST_PARTS, MOST_TEXT, cut};
use redress_base::{Sha256, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one file is, by which tool it was made, and what it holds. Nothing here says where it came from:
/// everything is as the file states it, except spans, lengths, SHA-256 and the counts of [`Claim`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// What kind of file it is.
    pub kind: Kind,
    /// The version of the format that it states: `1.1`, `1.1.1`, `1.2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The tool that made it, as it names itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// When it says it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Stamp>,
    /// Whether it was read to its end. If not, a finding says where reading ended.
    pub complete: bool,
    /// Pages that a person saw, in the order of the file.
    pub pages: Vec<Page>,
    /// How many pages there are, listed or not.
    pub pages_found: u64,
    /// Records, entries or parts, in the order of the file.
    pub parts: Vec<Part>,
    /// How many parts there are, listed or not.
    pub parts_found: u64,
    /// How often each kind of part occurs.
    pub kinds_of_parts: BTreeMap<String, u64>,
    /// The integrity statements found in the file, and how many of them hold.
    pub claims: Vec<Claim>,
}

/// A page that a person saw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its address.
    pub url: String,
    /// When it was observed, by the clock of the tool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// HTTP status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Number of the part that holds it, from 1, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<u64>,
}

/// One record, entry or part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Number in the file, from 1.
    pub number: u64,
    /// What it is in its format: `response`, `resource`, `entry`, `part`, `page`.
    pub what: String,
    /// The member of the archive that `start` and `end` count in; absent where they count in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was observed, by the clock of the tool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// HTTP status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Media type of the body, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// The content coding that the body still has (`gzip`, `br`), as captured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coding: Option<String>,
    /// First byte of the part. In a gzip WARC these are the bytes of its gzip member.
    pub start: u64,
    /// Byte after the last.
    pub end: u64,
    /// Length of the body in bytes, after base64, quoted-printable and chunks are undone.
    pub bytes: u64,
    /// SHA-256 of the same bytes.
    pub sha256: Sha256,
}

/// What an integrity statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// `WARC-Block-Digest`.
    Block,
    /// `WARC-Payload-Digest`.
    Payload,
    /// The hash of a resource in `datapackage.json`.
    Resource,
    /// The hash of `datapackage.json` in `datapackage-digest.json`.
    Package,
    /// The signature in `signedData`, with the key or certificate that stands beside it.
    Signature,
    /// The RFC 3161 timestamp in `signedData`. Not checked in this room.
    Timestamp,
    /// The chain of trust above the certificate in `signedData`. Not checked in this room.
    Certificate,
    /// The digest of a record in an index.
    Index,
    /// The CRC-32 of gzip or zip: finds accidents, no intentions.
    Checksum,
    /// A SHA-256 in the file's name.
    FileName,
}

/// Integrity statements of one kind: how many there are, and how many hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What they are about.
    pub subject: Subject,
    /// `sha256`, `sha1`, `md5`, `ecdsa-p256`, `rfc3161`, `crc32`.
    pub algorithm: String,
    /// Whether somebody who wants to can make other content for which the same statement holds.
    pub weak: bool,
    /// Statements that hold.
    pub held: u64,
    /// Statements that do not.
    pub failed: u64,
    /// Statements that could not be checked here.
    pub unchecked: u64,
}

/// The outcome of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Held,
    Failed,
    Unchecked,
}

impl From<bool> for Outcome {
    fn from(holds: bool) -> Outcome {
        if holds { Outcome::Held } else { Outcome::Failed }
    }
}

/// A description while it grows, within the limits.
pub(crate) struct Draft {
    pub(crate) whole: Description,
    claims: BTreeMap<(Subject, String), Claim>,
    text: usize,
}

impl Draft {
    pub(crate) fn new(kind: Kind) -> Draft {
        let whole = Description {
            kind,
            version: None,
            tool: None,
            made: None,
            complete: false,
            pages: Vec::new(),
            pages_found: 0,
            parts: Vec::new(),
            parts_found: 0,
            kinds_of_parts: BTreeMap::new(),
            claims: Vec::new(),
        };
        Draft { whole, claims: BTreeMap::new(), text: 0 }
    }

    /// The number of the next part.
    pub(crate) const fn next_number(&self) -> u64 {
        self.whole.parts_found.saturating_add(1)
    }

    /// Counts a part, and lists it while there is room.
    pub(crate) fn part(&mut self, mut part: Part) {
        self.whole.parts_found = self.whole.parts_found.saturating_add(1);
        let known =
            self.whole.kinds_of_parts.len() < 64 || self.whole.kinds_of_parts.contains_key(&part.what);
        let what = if known { part.what.clone() } else { "other".to_owned() };
        let count = self.whole.kinds_of_parts.entry(what).or_default();
        *count = count.saturating_add(1);
        part.url = part.url.map(|url| cut(&url, MOST_ADDRESS));
        part.media_type = part.media_type.map(|text| cut(&text, 200));
        part.coding = part.coding.map(|text| cut(&text, 200));
        let texts = [&part.url, &part.media_type, &part.coding, &part.member];
        let size: usize = texts.iter().filter_map(|text| text.as_ref()).map(String::len).sum();
        if self.whole.parts.len() < MOST_PARTS && self.has_room(size) {
            self.whole.parts.push(part);
        }
    }

    /// Counts a page, and lists it while there is room.
    pub(crate) fn page(&mut self, mut page: Page) {
        self.whole.pages_found = self.whole.pages_found.saturating_add(1);
        page.url = cut(&page.url, MOST_ADDRESS);
        let size = page.url.len().saturating_add(page.title.as_ref().map_or(0, String::len));
        if self.whole.pages.len() < MOST_PAGES && self.has_room(size) {
            self.whole.pages.push(page);
        }
    }

    /// Counts the outcome of one statement.
    pub(crate) fn claim(&mut self, subject: Subject, algorithm: &str, weak: bool, outcome: Outcome) {
        let key = (subject, algorithm.to_owned());
        let fresh = Claim { subject, algorithm: key.1.clone(), weak, held: 0, failed: 0, unchecked: 0 };
        let claim = self.claims.entry(key).or_insert(fresh);
        let slot = match outcome {
            Outcome::Held => &mut claim.held,
            Outcome::Failed => &mut claim.failed,
            Outcome::Unchecked => &mut claim.unchecked,
        };
        *slot = slot.saturating_add(1);
    }

    /// The same for a digest.
    pub(crate) fn digest_claim(&mut self, subject: Subject, algorithm: Algorithm, outcome: Outcome) {
        self.claim(subject, algorithm.label(), algorithm.is_weak(), outcome);
    }

    /// The finished value.
    pub(crate) fn finish(mut self) -> Description {
        self.whole.claims = self.claims.into_values().collect();
        self.whole
    }

    fn has_room(&mut self, size: usize) -> bool {
        self.text = self.text.saturating_add(size);
        self.text <= MOST_TEXT
    }
}
