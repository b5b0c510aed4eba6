//! Findings, listed up to a bound and counted beyond it.

use crate::limits::MOST_ALIKE;
use redress_base::Finding;
use std::collections::BTreeMap;

/// A reader's step: what it gives, or the error that ends the reading.
pub(crate) type Step<T> = Result<T, Box<Finding>>;

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

    /// Speaks of another file from now on: a member of an archive. Gives the name before.
    pub(crate) fn about(&mut self, file: &str) -> String {
        std::mem::replace(&mut self.file, file.to_owned())
    }

    /// Takes one finding, with `file` if it names none.
    pub(crate) fn push(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code.clone()).or_default();
        *count = count.saturating_add(1);
        if *count <= MOST_ALIKE {
            let named = finding.args.contains_key("file");
            self.kept.push(if named { finding } else { finding.with("file", self.file.as_str()) });
        }
    }

    /// All of them in the order in which they were noticed; how many more there were of a code comes last.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for (code, count) in &self.counts {
            let more = count.saturating_sub(MOST_ALIKE);
            if more > 0 {
                let note = Finding::warning("webarchive-more-alike");
                self.kept.push(note.with("of", code.as_str()).with("more", more));
            }
        }
        self.kept
    }
}

/// The source could not be read any further.
pub(crate) fn unreadable(byte: u64, error: &std::io::Error) -> Box<Finding> {
    let reason: String = error.to_string().chars().filter(|c| !c.is_control()).take(120).collect();
    Box::new(Finding::error("webarchive-unreadable").with("byte", byte).with("reason", reason))
}
