//! Web archives among the items: what each says of itself, and how much of that holds. Read out of the sealed
//! bytes, where they lie; nothing of it stands in the ledger. Items never change, so that one that was looked at once
//! need not be read again.

use crate::ports::Lent;
use crate::{Desk, Store};
use redress_base::{Fault, Finding, ItemId, Level, Refusal, Sha256, Stamp};
use redress_case::{KeptItem, State};
use redress_webarchive::{Claim, Description, Kind, Source, describe};
use redress_words::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead as _, BufReader};

/// Longest WACZ that is read: every byte of its members is unpacked and digested.
pub(crate) const LONGEST_WACZ: u64 = 1 << 30;
/// Bytes are read in blocks of this many.
const BLOCK: usize = 64 << 10;

/// A web archive as it states itself. Times and addresses are its own statements; what was computed is how
/// many of its integrity statements hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WebArchive {
    /// What kind of file it is.
    pub kind: Kind,
    /// The version of the format that it states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The tool that made it, as it names itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// When its first page was captured, as it states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<Stamp>,
    /// The address of its first page; without a page, of its first part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Pages that a person saw.
    pub pages: u64,
    /// Answers, resources and parts: what was received, not what was asked for.
    pub answers: u64,
    /// Whether it was read to its end.
    pub complete: bool,
    /// Its integrity statements by kind, and how many of them hold; empty where it makes none.
    pub claims: Vec<Claim>,
    /// What was noticed in it; errors that end nothing are warnings here.
    pub findings: Vec<Finding>,
}

/// The web archives of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebArchives {
    /// Each by its item.
    pub of: BTreeMap<ItemId, WebArchive>,
    /// Items that could not be looked at.
    pub findings: Vec<Finding>,
    /// Every item that was looked at, by the digest of its bytes, also those that are no web archive.
    pub looked: BTreeMap<ItemId, Sha256>,
    /// Items that may be web archives and were not read: their bytes are not to be had, or are too many.
    pub unlooked: BTreeSet<ItemId>,
}

impl WebArchives {
    /// What was seen before of an item with these very bytes; nothing where nobody looked at them.
    fn seen(&self, kept: &KeptItem) -> Option<Option<WebArchive>> {
        let same = self.looked.get(&kept.item.id) == Some(&kept.item.digests.sha256);
        same.then(|| self.of.get(&kept.item.id).cloned())
    }
}

/// A web archive with its parts.
pub(crate) struct Looked {
    pub(crate) archive: WebArchive,
    pub(crate) whole: Description,
}

impl WebArchive {
    /// The format that is written into the record of the item.
    pub(crate) fn format(&self) -> String {
        let kind = word(self.kind);
        match &self.version {
            // A version is what the file says; only what could be one goes into a record.
            Some(version) if version.len() <= 8 && version.bytes().all(is_of_version) => {
                format!("{kind}/{version}")
            }
            _ => kind.to_owned(),
        }
    }

    /// Why it cannot be taken in as what it is: the error that ended the reading.
    pub(crate) fn broken(&self) -> Option<Refusal> {
        let errors = || self.findings.iter().filter(|finding| finding.level == Level::Error);
        // A container goes on behind a member that broke; what follows from that comes later.
        let outer = |code: &str| {
            ["webarchive-wacz-", "webarchive-index-", "webarchive-pages-", "webarchive-unreadable"]
                .iter()
                .any(|way| code.starts_with(way))
        };
        let ended = match self.kind {
            Kind::Wacz => errors().find(|finding| !outer(&finding.code)).or_else(|| errors().next()),
            _ => errors().next_back(),
        };
        (!self.complete).then_some(())?;
        ended.cloned().map(|finding| finding.refuse(Fault::Input))
    }

    /// Whether somebody should look before they rely on it: it breaks off, or a statement does not hold.
    pub fn in_doubt(&self) -> bool {
        !self.complete || self.claims.iter().any(|claim| claim.failed > 0)
    }

    /// The same of an item that is kept: what ended the reading is no error of a request any more.
    pub(crate) fn kept(mut self) -> WebArchive {
        for finding in &mut self.findings {
            finding.level = finding.level.min(Level::Warning);
        }
        self
    }

    /// In words, a line each: what it is, by which tool and when by its own statement, its address, and how
    /// much of what it states of its integrity holds.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let kind = words.say(&format!("workbench-archive-{}", word(self.kind)), &[]);
        let counts = [("kind", kind.into()), ("answers", self.answers.into()), ("pages", self.pages.into())];
        let mut lines = vec![words.say("workbench-archive-is", &counts)];
        if let Some(tool) = &self.tool {
            lines.push(words.say("workbench-archive-by", &[("tool", tool.as_str().into())]));
        }
        lines.push(match self.captured {
            Some(at) => words.say("workbench-archive-at", &[("time", words.moment(at.at).into())]),
            None => words.say("workbench-archive-undated", &[]),
        });
        if let Some(url) = &self.url {
            lines.push(words.say("workbench-archive-of", &[("url", url.as_str().into())]));
        }
        let sum = |count: fn(&Claim) -> u64| self.claims.iter().map(count).sum::<u64>();
        let (held, failed) = (sum(|claim| claim.held), sum(|claim| claim.failed));
        let unchecked = sum(|claim| claim.unchecked);
        let args = [("held", held.into()), ("failed", failed.into()), ("unchecked", unchecked.into())];
        lines.push(match held + failed + unchecked {
            0 => words.say("workbench-archive-silent", &[]),
            _ => words.say("workbench-archive-states", &args),
        });
        if !self.complete {
            lines.push(words.say("workbench-archive-broken-off", &[]));
        }
        lines
    }
}

const fn is_of_version(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

/// The kind as a word.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Warc => "warc",
        Kind::Wacz => "wacz",
        Kind::Har => "har",
        Kind::Mhtml => "mhtml",
        Kind::SavedPage => "saved-page",
    }
}

/// The kind that a record of an item names.
pub(crate) fn kind_of(format: &str) -> Option<Kind> {
    const KINDS: [Kind; 5] = [Kind::Warc, Kind::Wacz, Kind::Har, Kind::Mhtml, Kind::SavedPage];
    let first = format.split('/').next().unwrap_or_default();
    KINDS.into_iter().find(|kind| word(*kind) == first)
}

/// Looks whether a file is a web archive, and reads all of it if so.
pub(crate) fn look(name: &str, source: &mut dyn Source) -> io::Result<Option<Looked>> {
    let Some(kind) = Kind::of(source)? else { return Ok(None) };
    let (whole, findings) = describe(kind, name, source);
    Ok(Some(Looked { archive: summary(name, &whole, findings), whole }))
}

fn summary(name: &str, whole: &Description, findings: Vec<Finding>) -> WebArchive {
    let first = whole.pages.first();
    let part = whole.parts.iter().find(|part| part.url.is_some());
    let url = first.map(|page| page.url.clone()).filter(|url| !url.is_empty());
    let asked = ["warcinfo", "request", "metadata"];
    let kinds = whole.kinds_of_parts.iter().filter(|(what, _)| !asked.contains(&what.as_str()));
    WebArchive {
        kind: whole.kind,
        version: whole.version.clone(),
        tool: whole.tool.clone(),
        captured: first.and_then(|page| page.at).or(whole.made).or_else(|| part.and_then(|part| part.at)),
        url: url.or_else(|| part.and_then(|part| part.url.clone())),
        pages: whole.pages_found,
        answers: kinds.map(|(_, count)| count).sum(),
        complete: whole.complete,
        claims: whole.claims.clone(),
        findings: findings.into_iter().map(|finding| placed(name, whole.complete, finding)).collect(),
    }
}

/// A finding of a member names the file around it too. In a file that was read to its end no error of the
/// reader is one of the request: it is sealed as it is.
fn placed(name: &str, complete: bool, mut finding: Finding) -> Finding {
    if let Some(redress_base::Arg::Text(file)) = finding.args.get("file").cloned()
        && file != name
    {
        finding = finding.with("file", format!("{name}/{file}"));
    }
    if complete {
        finding.level = finding.level.min(Level::Warning);
    }
    finding
}

impl Desk<'_> {
    /// Every item that is a web archive, read again out of its sealed bytes. An item whose bytes are missing is
    /// a finding: the others can be told all the same.
    ///
    /// # Errors
    /// Where the person stops it.
    pub fn web_archives(&self, state: &State) -> Result<WebArchives, Refusal> {
        self.web_archives_after(state, &WebArchives::default())
    }

    /// The same, without reading again what was looked at `before`.
    ///
    /// # Errors
    /// As [`Desk::web_archives`].
    pub fn web_archives_after(&self, state: &State, before: &WebArchives) -> Result<WebArchives, Refusal> {
        let mut found = WebArchives::default();
        for kept in state.items.values().filter(|kept| may_be_one(kept)) {
            self.check_stop()?;
            let seen = before.seen(kept).map_or_else(
                || kept_archive(self.store, kept).map(|archive| archive.map(WebArchive::kept)),
                Ok,
            );
            match seen {
                Ok(archive) => {
                    found.looked.insert(kept.item.id, kept.item.digests.sha256);
                    if archive.is_none() && too_long(kept) {
                        found.unlooked.insert(kept.item.id);
                    }
                    found.of.extend(archive.map(|archive| (kept.item.id, archive)));
                }
                Err(refusal) => {
                    found.unlooked.insert(kept.item.id);
                    found.findings.push(*refusal.finding);
                }
            }
        }
        Ok(found)
    }
}

/// Whether an item can be a web archive by its record. Items that were sealed before this program knew web
/// archives have the general type of their bytes.
pub(crate) fn may_be_one(kept: &KeptItem) -> bool {
    const GENERAL: [&str; 9] = [
        "application/gzip",
        "application/zip",
        "application/json",
        "application/octet-stream",
        "application/warc",
        "message/rfc822",
        "multipart/related",
        "text/html",
        "text/plain",
    ];
    let format = kept.item.format.as_str();
    kept.read.is_none() && (GENERAL.contains(&format) || kind_of(format).is_some())
}

/// Whether an item is one that is [not read](lent) for its length.
fn too_long(kept: &KeptItem) -> bool {
    let format = kept.item.format.as_str();
    kept.item.digests.bytes > LONGEST_WACZ
        && (format == "application/zip" || kind_of(format) == Some(Kind::Wacz))
}

/// A kept item as a web archive, if it is one.
fn kept_archive(store: &dyn Store, kept: &KeptItem) -> Result<Option<WebArchive>, Refusal> {
    let item = &kept.item;
    let bytes = store.open(&item.digests.sha256)?;
    let looked = lent(&item.name, bytes, item.digests.bytes);
    looked.map(|looked| looked.map(|looked| looked.archive)).map_err(|error| {
        let found = Finding::error("workbench-item-unreadable").with("item", item.id.to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    })
}

/// Looks at bytes where they lie, a block at a time. A WACZ beyond its bound is not read.
pub(crate) fn lent(name: &str, bytes: impl Lent, length: u64) -> io::Result<Option<Looked>> {
    let mut bytes = BufReader::with_capacity(BLOCK, bytes);
    let is_zip = bytes.fill_buf()?.starts_with(b"PK\x03\x04");
    if is_zip && length > LONGEST_WACZ {
        return Ok(None);
    }
    look(name, &mut bytes)
}

#[cfg(test)]
mod tests {
    use super::lent;
    use redress_webarchive::Kind;
    use std::io::Cursor;

    /// A record longer than what is looked at first.
    fn warc(body: &str) -> String {
        format!(
            "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:a:b>\r\nWARC-Date: 2026-03-01T01:30:00Z\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    }

    #[test]
    fn a_short_file_is_looked_at_and_what_is_none_is_none() {
        let text = warc("x");
        let found = lent("a.warc", Cursor::new(&text), text.len() as u64).unwrap().unwrap().archive;
        assert!(found.complete && found.answers == 1, "{found:?}");
        assert!(lent("a.txt", Cursor::new(b"plain"), 5).unwrap().is_none());
    }

    #[test]
    fn a_file_longer_than_a_block_is_read_to_its_end() {
        let text = warc(&"x".repeat(200_000));
        let found = lent("a.warc", Cursor::new(&text), text.len() as u64).unwrap().unwrap().archive;
        assert_eq!((found.kind, found.complete, found.answers, found.pages), (Kind::Warc, true, 1, 1));
        assert_eq!(found.url.as_deref(), Some("https://a.example/"));
        assert_eq!(found.format(), "warc/1.1");
        assert!(found.broken().is_none());
        let cut = text.get(..150_000).unwrap();
        let found = lent("a.warc", Cursor::new(cut), 150_000).unwrap().unwrap().archive;
        assert_eq!(found.broken().unwrap().finding.code, "webarchive-warc-block-cut");
    }
}
