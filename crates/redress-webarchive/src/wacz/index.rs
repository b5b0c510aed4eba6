//! CDXJ 0.1.0: the index of the records of a WARC; written from records, and compared with them.

use crate::date::index_text;
use crate::findings::{Findings, Step, unreadable};
use crate::limits::MOST_LINE;
use crate::lines::{LineEnd, Plain, line};
use crate::warc::Record;
use redress_base::Finding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;

/// Most spans that are kept to compare an index with.
const MOST_SPANS: usize = 1_000_000;

/// The JSON of one line. Numbers are texts, as cdxj-indexer writes them.
#[derive(Debug, Serialize, Deserialize)]
struct Fields {
    url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mime: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
    length: String,
    offset: String,
    filename: String,
}

/// The line of one record in the WARC `filename`; `None` for records that an index leaves out.
pub(crate) fn line_of(record: &Record, filename: &str) -> Option<String> {
    if !matches!(record.kind.as_str(), "response" | "resource" | "revisit" | "metadata") {
        return None;
    }
    let url = record.target.as_deref()?;
    let mime = record.media_type.as_deref().map(|text| text.split(';').next().unwrap_or_default().trim());
    let fields = Fields {
        url: url.to_owned(),
        mime: mime.map(str::to_owned),
        status: record.status.map(|status| status.to_string()),
        digest: record.payload_digest.clone(),
        length: record.end.saturating_sub(record.start).to_string(),
        offset: record.start.to_string(),
        filename: filename.to_owned(),
    };
    let json = serde_json::to_string(&fields).ok()?;
    Some(format!("{} {} {json}\n", key(url), index_text(record.at?)?))
}

/// The sort-friendly key of an address (SURT): host turned round, scheme, user and `www.` dropped, lower
/// case: `https://www.Example.org/A?b` is `org,example)/a?b`. What has no host stays as it is.
fn key(url: &str) -> String {
    let lower = url.to_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return lower;
    };
    let split = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(split).unwrap_or((rest, ""));
    let path = path.split('#').next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
        _ => (host, ""),
    };
    let host = host.strip_prefix("www.").unwrap_or(host);
    let labels: Vec<&str> = host.split('.').rev().collect();
    let port = if matches!(port, "" | "80" | "443") { String::new() } else { format!(":{port}") };
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{}{port}){slash}{path}", labels.join(","))
}

/// Where the records of each WARC stand, as they were read.
#[derive(Default)]
pub(crate) struct Spans {
    of: BTreeMap<String, Vec<(u64, u64)>>,
    count: usize,
}

impl Spans {
    /// Keeps the place of a record in the WARC `filename`.
    pub(crate) fn add(&mut self, filename: &str, record: &Record) {
        self.count = self.count.saturating_add(1);
        if self.count <= MOST_SPANS {
            let span = (record.start, record.end.saturating_sub(record.start));
            match self.of.get_mut(filename) {
                Some(spans) => spans.push(span),
                None => drop(self.of.insert(filename.to_owned(), vec![span])),
            }
        }
    }

    /// `None` when there are more records than are compared.
    fn has(&self, fields: &Fields) -> Option<bool> {
        if self.count > MOST_SPANS {
            return None;
        }
        let span = (fields.offset.parse().ok(), fields.length.parse().ok());
        let (Some(offset), Some(length)) = span else { return Some(false) };
        // Spans were kept in the order of the file.
        let name = fields.filename.strip_prefix("archive/").unwrap_or(&fields.filename);
        let spans = self.of.get(name);
        Some(spans.is_some_and(|spans| spans.binary_search(&(offset, length)).is_ok()))
    }
}

/// How the lines of an index compare with the records.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Compared {
    pub(crate) held: u64,
    pub(crate) failed: u64,
    pub(crate) unchecked: u64,
}

/// Compares the lines of the index `path` with the records that were read.
pub(crate) fn compare(
    path: &str,
    source: &mut dyn Read,
    spans: &Spans,
    findings: &mut Findings,
) -> Step<Compared> {
    let mut plain = Plain::new(source);
    let mut compared = Compared::default();
    let mut number = 0u64;
    loop {
        let byte = plain.at();
        let taken = line(&mut plain, MOST_LINE).map_err(|error| unreadable(byte, &error))?;
        number = number.saturating_add(1);
        if taken.end == LineEnd::Bytes && taken.text.is_empty() {
            return Ok(compared);
        }
        let say = |finding: Finding| finding.with("member", path).with("line", number);
        let text = String::from_utf8_lossy(&taken.text).into_owned();
        let json = text.splitn(3, ' ').nth(2);
        let fields = json.and_then(|json| serde_json::from_str::<Fields>(json).ok());
        let meta = text.starts_with('!') || text.trim().is_empty();
        match fields.map(|fields| spans.has(&fields)) {
            Some(Some(true)) => compared.held = compared.held.saturating_add(1),
            Some(None) => compared.unchecked = compared.unchecked.saturating_add(1),
            None if meta => {}
            None => findings.push(say(Finding::error("webarchive-index-line"))),
            Some(Some(false)) => {
                compared.failed = compared.failed.saturating_add(1);
                findings.push(say(Finding::error("webarchive-index-differs")));
            }
        }
        if matches!(taken.end, LineEnd::Bytes | LineEnd::TooLong) {
            return Ok(compared);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn addresses_sort_by_host() {
        assert_eq!(key("https://www.Example.org/A?b=C#d"), "org,example)/a?b=c");
        assert_eq!(key("http://u:p@a.b.example:8080"), "example,b,a:8080)/");
        assert_eq!(key("https://example.org:443?q"), "org,example)/?q");
        assert_eq!(key("urn:pageinfo:https://x/"), "urn:pageinfo:https://x/");
        assert_eq!(key("http://[::1]:80/"), "[::1])/");
    }
}
