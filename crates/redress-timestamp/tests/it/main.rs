//! The timestamp room from outside: OpenSSL as the other side, tokens of our own making, and hostile bytes.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests: a broken assumption should stop them, and they read vectors and run OpenSSL"
)]

mod authority;
mod binding;
mod differential;
mod forms;
mod hostile;
mod mint;
mod openssl;
mod paths;
mod properties;
mod pss;
mod questions;
mod rfc3161;
mod sentences;
mod sm2;
mod vectors;

use redress_timestamp::{Check, Outcome, Report};

/// The outcome of one line.
fn outcome(report: &Report, check: Check) -> Outcome {
    report.line(check).unwrap().outcome
}

/// The codes of one line.
fn codes(report: &Report, check: Check) -> Vec<&str> {
    report.line(check).unwrap().findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// The one line that fails, with its one code, and nothing that holds is spoiled by it.
#[track_caller]
fn only_fails(report: &Report, check: Check, code: &str) {
    let failed: Vec<Check> =
        report.lines.iter().filter(|line| line.outcome == Outcome::Fails).map(|line| line.check).collect();
    assert_eq!(failed, [check], "{report:#?}");
    assert_eq!(codes(report, check), [code], "{report:#?}");
    assert_eq!(report.outcome, Outcome::Fails);
    assert_eq!(report.existed_by, None);
}

/// Every needed line holds.
#[track_caller]
fn holds(report: &Report) {
    assert!(report.holds(), "{report:#?}");
    assert!(report.existed_by.is_some() && report.root.is_some());
}
