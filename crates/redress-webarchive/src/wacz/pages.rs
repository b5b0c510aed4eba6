//! `pages/*.jsonl`: the pages that a WACZ opens with. A header line, then one page a line.

use crate::date::{by_tool, rfc3339};
use crate::description::{Draft, Page};
use crate::findings::{Findings, Step, unreadable};
use crate::limits::{MOST_JSON, MOST_TITLE, cut};
use crate::lines::{LineEnd, Plain, line};
use redress_base::Finding;
use serde::Deserialize;
use std::io::Read;

/// The header: `{"format": "json-pages-1.0", …}`.
#[derive(Deserialize)]
struct Header {
    format: String,
}

/// One page.
#[derive(Deserialize)]
struct Line {
    url: String,
    ts: String,
    #[serde(default)]
    title: Option<String>,
}

/// Reads one list of pages into the draft. `path` is the member's.
pub(crate) fn read(
    path: &str,
    source: &mut dyn Read,
    draft: &mut Draft,
    findings: &mut Findings,
) -> Step<()> {
    let mut plain = Plain::new(source);
    let most = usize::try_from(MOST_JSON).unwrap_or(usize::MAX);
    let mut number = 0u64;
    loop {
        let byte = plain.at();
        let taken = line(&mut plain, most).map_err(|error| unreadable(byte, &error))?;
        number = number.saturating_add(1);
        let say = |finding: Finding| finding.with("member", path).with("line", number).with("byte", byte);
        if taken.end == LineEnd::TooLong {
            return Err(Box::new(say(Finding::error("webarchive-pages-line"))));
        }
        let empty = taken.text.iter().all(u8::is_ascii_whitespace);
        if number == 1 {
            let header: Option<Header> = serde_json::from_slice(&taken.text).ok();
            if header.is_none_or(|header| !header.format.starts_with("json-pages-1.")) {
                findings.push(say(Finding::error("webarchive-pages-header")));
            }
        } else if !empty {
            match serde_json::from_slice::<Line>(&taken.text) {
                Ok(page) => add(page, draft, findings, &say),
                Err(_) => findings.push(say(Finding::error("webarchive-pages-line"))),
            }
        }
        if taken.end == LineEnd::Bytes {
            return Ok(());
        }
    }
}

fn add(page: Line, draft: &mut Draft, findings: &mut Findings, say: &dyn Fn(Finding) -> Finding) {
    let at = rfc3339(&page.ts);
    if at.is_none() {
        findings.push(say(Finding::error("webarchive-pages-date")));
    }
    let title = page.title.map(|title| cut(title.trim(), MOST_TITLE)).filter(|title| !title.is_empty());
    draft.page(Page { url: page.url, at: at.map(by_tool), status: None, title, part: None });
}
