//! Findings about one file, listed up to a bound and counted beyond it.

use crate::Kind;
use crate::limits::{MOST_ALIKE, cut};
use crate::source::Reader;
use redress_base::Finding;
use std::collections::BTreeMap;

/// What was noticed in one file.
pub(crate) struct Findings {
    file: String,
    kept: Vec<Finding>,
    counts: BTreeMap<String, u64>,
}

impl Findings {
    /// None yet, about the file of this name.
    pub(crate) fn new(file: &str) -> Findings {
        Findings { file: file.to_owned(), kept: Vec::new(), counts: BTreeMap::new() }
    }

    /// Takes one finding.
    pub(crate) fn push(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code.clone()).or_default();
        *count = count.saturating_add(1);
        if *count <= MOST_ALIKE {
            self.kept.push(finding.with("file", self.file.as_str()));
        }
    }

    /// The frame cannot be followed from `byte` on: the file ends there before its end, or something else stands there.
    pub(crate) fn frame(&mut self, reader: &Reader<'_>, kind: Kind, byte: u64) {
        self.push(match reader.ended() {
            true => cut_off(kind.name()),
            false => Finding::warning("media-frame-broken").with("byte", byte),
        });
    }

    pub(crate) fn warn(&mut self, code: &str) {
        self.push(Finding::warning(code));
    }

    pub(crate) fn note(&mut self, code: &str) {
        self.push(Finding::note(code));
    }

    /// All of them in the order in which they were noticed; how many more there were of a code comes last.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for (code, count) in &self.counts {
            let more = count.saturating_sub(MOST_ALIKE);
            if more > 0 {
                let note = Finding::note("media-more-alike").with("file", self.file.as_str());
                self.kept.push(note.with("of", code.as_str()).with("more", more));
            }
        }
        self.kept
    }
}

/// A file of this kind ends before its end. It is kept as it is; the person is told while the whole one may still be got.
pub(crate) fn cut_off(kind: &str) -> Finding {
    Finding::warning("media-cut-off").with("kind", kind)
}

/// The source could not be read any further.
pub(crate) fn unreadable(error: &std::io::Error) -> Finding {
    Finding::warning("media-unreadable").with("reason", cut(&error.to_string(), 120))
}
