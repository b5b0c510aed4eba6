//! The report in words: the same lines wherever it is shown.

use redress_base::{Fault, Finding, Level, Refusal};
use redress_evidence::verify::{Line, Report};
use redress_words::{Words, safe_text};
use serde::Serialize;
use std::path::Path;

/// One line of a report: a mark, what it is about, what can be said.
pub fn line(words: &Words, line: &Line) -> String {
    let (mark, outcome, counts) = line.told();
    format!("  {mark} {}  {}", words.say(line.claim.code(), &[]), words.say(outcome, &counts))
}

/// A finding in one line or two: the sentence with its place, and what to do.
pub fn finding_lines(words: &Words, finding: &Finding) -> Vec<String> {
    let said = words.finding(finding);
    let mark = if finding.level == Level::Error { "✗" } else { "·" };
    let place = said.place.map(|place| format!("  [{place}]")).unwrap_or_default();
    let mut lines = vec![format!("  {mark} {}{place}", said.sentence)];
    lines.extend(said.advice.map(|advice| format!("    → {advice}")));
    lines.iter().map(|line| safe_text(line)).collect()
}

/// Refuses where something did not hold.
///
/// # Errors
/// The report's own fault, in one sentence.
pub fn verdict(report: &Report, path: &Path) -> Result<(), Refusal> {
    match report.fault {
        None if report.held() => Ok(()),
        // Nothing was checked, and nothing failed: the one thing to say is what it takes to check it.
        Some(Fault::Newer) => match report.findings.iter().find(|finding| finding.level == Level::Error) {
            Some(newer) => Err(newer.clone().refuse(Fault::Newer)),
            None => Ok(()),
        },
        fault => {
            let code = if report.bag.is_some() { "verify-bag-invalid" } else { "verify-does-not-hold" };
            let found = Finding::error(code).with("path", path.display().to_string());
            Err(found.refuse(fault.unwrap_or(Fault::Verification)))
        }
    }
}

/// The documented exit code of each kind of refusal.
pub const fn exit_code(fault: Fault) -> u8 {
    match fault {
        Fault::Usage => 2,
        Fault::Input => 3,
        Fault::Verification => 4,
        Fault::Busy => 5,
        Fault::Storage => 6,
        Fault::Newer => 7,
        Fault::Interrupted => 130,
    }
}

/// A refusal as `--json` gives it (`redress/refusal/1`).
pub fn refusal_document(words: &Words, refusal: &Refusal) -> String {
    #[derive(Serialize)]
    struct Document<'r> {
        schema: &'static str,
        fault: Fault,
        exit: u8,
        finding: &'r Finding,
        sentence: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        advice: Option<String>,
    }
    let said = words.finding(&refusal.finding);
    let document = Document {
        schema: "redress/refusal/1",
        fault: refusal.fault,
        exit: exit_code(refusal.fault),
        finding: &refusal.finding,
        sentence: said.sentence,
        place: said.place,
        advice: said.advice,
    };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}
