//! The reader's report: what a file held, what was read, and everything that was skipped or assumed.

use crate::charset::Charset;
use crate::index::wide_hash;
use crate::plan::Assumption;
use redress_base::{Finding, Instant, ItemId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Examples kept of each kind of finding; [`ReaderReport::totals`] counts them all.
const EXAMPLES: u64 = 5;

/// What one file held and what became of it. Schema `redress/reader/1`.
///
/// `rows = read + skipped` and `read = distinct + repeats`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReaderReport {
    /// `redress/reader/1`.
    pub schema: String,
    /// The sealed item.
    pub item: ItemId,
    /// Format and container: `mediacrawler-weibo-contents/csv`, or a mapping's name.
    pub format: String,
    /// The version of the format, where its columns tell: `since-2026-07-01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// How the file writes characters.
    pub charset: Charset,
    /// Rows, objects or records, without headers and empty lines.
    pub rows: u64,
    /// Rows that were read.
    pub read: u64,
    /// Rows that were not read; a finding says why.
    pub skipped: u64,
    /// Different post ids among the rows read.
    pub distinct: u64,
    /// Rows read whose post had been seen before in this file.
    pub repeats: u64,
    /// Posts of this file that the corpus already had from another file.
    pub known: u64,
    /// Posts read out of other posts' rows (the original inside a repost).
    pub embedded: u64,
    /// Rows with another number of cells than headers.
    pub ragged: u64,
    /// Posts read without a date.
    pub undated: u64,
    /// Different accounts that the file shows only masked.
    pub masked_authors: u64,
    /// Rows whose author is masked.
    pub masked_rows: u64,
    /// Counters read.
    pub counters: u64,
    /// Counters that are only a floor ("1万+").
    pub floors: u64,
    /// Counters that are rounded ("1.2万").
    pub rounded: u64,
    /// Counters that the file does not show (empty, "None"); never taken for zero.
    pub not_shown: u64,
    /// Earliest publishing time read, epoch seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Instant>,
    /// Latest publishing time read, epoch seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Instant>,
    /// Names of the assumptions that were used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// What was noticed, at most five examples of each code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// How often each code was noticed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub totals: BTreeMap<String, u64>,
}

/// A report in the making.
pub(crate) struct Tally {
    pub(crate) report: ReaderReport,
    /// Hashed hashes of masked accounts, one a row.
    masked: Vec<u64>,
}

impl Tally {
    pub(crate) fn new(item: ItemId, charset: Charset) -> Tally {
        let report = ReaderReport {
            schema: "redress/reader/1".to_owned(),
            item,
            format: String::new(),
            variant: None,
            charset,
            rows: 0,
            read: 0,
            skipped: 0,
            distinct: 0,
            repeats: 0,
            known: 0,
            embedded: 0,
            ragged: 0,
            undated: 0,
            masked_authors: 0,
            masked_rows: 0,
            counters: 0,
            floors: 0,
            rounded: 0,
            not_shown: 0,
            first: None,
            last: None,
            assumptions: Vec::new(),
            findings: Vec::new(),
            totals: BTreeMap::new(),
        };
        Tally { report, masked: Vec::new() }
    }

    /// Notices something; makes the finding only where it is one of the examples kept.
    pub(crate) fn notice(&mut self, code: &str, make: impl FnOnce() -> Finding) {
        let total = match self.report.totals.get_mut(code) {
            Some(total) => {
                *total += 1;
                *total
            }
            None => {
                self.report.totals.insert(code.to_owned(), 1);
                1
            }
        };
        if total <= EXAMPLES {
            self.report.findings.push(make());
        }
    }

    /// Something was taken for granted; said once a file.
    pub(crate) fn assume(&mut self, assumption: &Assumption) {
        let name = &assumption.name;
        if self.report.assumptions.iter().any(|known| known == name) {
            return;
        }
        self.report.assumptions.push(name.clone());
        let code = match assumption.built_in {
            true => format!("posts-assumed-{name}"),
            false => "posts-assumed".to_owned(),
        };
        let span = redress_base::Span::whole(self.report.item);
        let finding = Finding::note(&code).with("name", name.as_str()).at(span);
        self.notice(&code, || finding.with("because", assumption.because.as_str()));
    }

    /// A row whose author is masked; `hash` where the file gives one.
    pub(crate) fn masked(&mut self, platform: &str, hash: Option<&str>) {
        self.report.masked_rows += 1;
        let seen = hash.map(|hash| wide_hash(&[platform.as_bytes(), hash.as_bytes()]));
        self.masked.extend(seen);
    }

    pub(crate) fn published(&mut self, at: Instant) {
        let report = &mut self.report;
        report.first = Some(report.first.map_or(at, |first| first.min(at)));
        report.last = Some(report.last.map_or(at, |last| last.max(at)));
    }

    pub(crate) fn finish(mut self) -> ReaderReport {
        self.masked.sort_unstable();
        self.masked.dedup();
        self.report.masked_authors = self.masked.len() as u64;
        self.report.repeats = self.report.read - self.report.distinct.min(self.report.read);
        self.report.assumptions.sort_unstable();
        if self.report.rows == 0 {
            let span = redress_base::Span::whole(self.report.item);
            self.notice("posts-no-rows", || Finding::warning("posts-no-rows").at(span));
        }
        self.report
    }
}
