//! Posts inside a web archive: bodies that a reader of posts knows become deposits of their own, with the
//! archive as parent, as members of a zip are.

use crate::web_archive::{Looked, WebArchive, look};
use redress_base::Finding;
use redress_intake::{Deposit, clean_name};
use redress_posts::{Sniff, sniff};
use redress_webarchive::{Bodies, Kind, Part, Source};
use std::io::Cursor;

/// Most bytes that the bodies taken out of one archive may have together: 256 MiB.
const MOST_BYTES: u64 = 256 << 20;
/// Most bodies that are taken out of one archive.
const MOST_BODIES: usize = 2_000;

/// A deposit with what is known of it before it is sealed.
pub(crate) struct Brought {
    pub(crate) deposit: Deposit,
    /// What it is, if it is a web archive.
    pub(crate) archive: Option<WebArchive>,
    /// Whether it is a body out of a web archive.
    pub(crate) inside: bool,
}

/// Looks at each deposit of one file; bodies with posts come behind them. `search`: whether posts are wanted.
pub(crate) fn brought(deposits: Vec<Deposit>, search: bool, findings: &mut Vec<Finding>) -> Vec<Brought> {
    let mut all: Vec<Brought> = Vec::with_capacity(deposits.len());
    let mut bodies = Vec::new();
    for (place, deposit) in deposits.into_iter().enumerate() {
        let mut source = Cursor::new(deposit.bytes.as_slice());
        // Bytes in memory can be read.
        let looked = look(&deposit.name, &mut source).ok().flatten();
        if let Some(looked) = looked.as_ref().filter(|looked| search && looked.archive.complete) {
            bodies.extend(taken_out(&deposit.name, place, looked, &mut source, findings));
        }
        if looked.as_ref().is_some_and(|looked| looked.archive.kind == Kind::Wacz) {
            // It was looked into after all.
            findings.retain(|finding| finding.code != "intake-document-kept-whole");
        }
        all.push(Brought { deposit, archive: looked.map(|looked| looked.archive), inside: false });
    }
    all.extend(bodies);
    all
}

/// The bodies of one archive that a reader of posts knows.
fn taken_out(
    name: &str,
    place: usize,
    looked: &Looked,
    source: &mut dyn Source,
    findings: &mut Vec<Finding>,
) -> Vec<Brought> {
    let kind = looked.archive.kind;
    let mut taken = Vec::new();
    let mut closed: Vec<Finding> = Vec::new();
    let mut bodies = match Bodies::open(kind, source) {
        Ok(bodies) => bodies,
        // What is wrong with it was told when it was described.
        Err(_) => return taken,
    };
    let mut left = MOST_BYTES;
    for part in looked.whole.parts.iter().filter(|part| may_hold_posts(part)) {
        if taken.len() >= MOST_BODIES || left == 0 {
            findings.push(Finding::warning("workbench-inside-too-much").with("file", name));
            break;
        }
        let bytes = match bodies.readable(part, left) {
            Ok(bytes) => bytes,
            Err(finding) => {
                closed.push(finding.with("file", name));
                continue;
            }
        };
        let inner = inner_name(part);
        if !matches!(sniff(&inner, &bytes), Sniff::Format(_)) {
            continue;
        }
        left = left.saturating_sub(bytes.len() as u64);
        let note = Finding::note("workbench-inside-found").with("archive", name).with("record", part.number);
        findings.push(note.with("url", part.url.as_deref().unwrap_or("–")));
        let deposit = Deposit { name: inner, bytes, parent: Some(place) };
        taken.push(Brought { deposit, archive: None, inside: true });
    }
    let more = closed.len().saturating_sub(1);
    findings.extend(closed.into_iter().next());
    if more > 0 {
        findings.push(Finding::warning("workbench-inside-more").with("file", name).with("more", more));
    }
    taken
}

/// Whether a part was an answer that may be an export of posts. Pages, pictures, styles and scripts are none.
fn may_hold_posts(part: &Part) -> bool {
    let received = matches!(part.what.as_str(), "response" | "resource" | "entry" | "part");
    let well = part.status.is_none_or(|status| (200..300).contains(&status));
    let media = part.media_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let data = ["json", "csv", "tab-separated", "text/plain", "octet-stream", "sqlite"];
    let path = part.url.as_deref().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let named = matches!(ending.as_str(), "csv" | "tsv" | "json" | "jsonl" | "ndjson");
    let typed = media.is_empty() || data.iter().any(|one| media.contains(one));
    received && well && part.bytes > 0 && (typed || named)
}

/// The number of the part, and the host and path of its address: `record-3/weibo.example/api/comments.json`.
fn inner_name(part: &Part) -> String {
    let url = part.url.as_deref().unwrap_or_default();
    let behind = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = behind.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    clean_name(&format!("record-{}/{path}", part.number))
}
