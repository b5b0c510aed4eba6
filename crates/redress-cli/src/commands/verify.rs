//! `redress verify`: checks a bundle without a case, a database or a network.

use super::{Session, path};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::{Claim, Folder as _, Line, Outcome, Report, verify};
use redress_store::{BundleFolder, OpenCaseFile};
use redress_workbench::Progress as _;
use std::path::Path;

/// Verifies a bundle.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let bundle = path(matches, "bundle")?;
    let keys: Vec<VerifierKey> = matches
        .get_many::<String>("key")
        .into_iter()
        .flatten()
        .map(|text| {
            let unreadable =
                |_| Finding::error("cli-key-unreadable").with("value", text.as_str()).refuse(Fault::Usage);
            text.parse().map_err(unreadable)
        })
        .collect::<Result<_, _>>()?;
    let report = check(session, &bundle, &keys)?;
    if report.fault != Some(Fault::Newer) {
        show(session, &report);
        session.out.document(&report);
    }
    verdict(&report, &bundle)
}

/// Verifies the bundle in `path`.
pub(crate) fn check(session: &Session<'_>, path: &Path, keys: &[VerifierKey]) -> Result<Report, Refusal> {
    if path.is_file() {
        return Err(not_a_folder(path));
    }
    let folder = BundleFolder::at(path)?;
    let files = folder.list()?;
    if !files.iter().any(|file| ["bagit.txt", "redress-bundle.json"].contains(&file.path.as_str())) {
        // A wrong argument is not a broken bundle.
        let found = Finding::error("cli-not-a-bundle").with("path", path.display().to_string());
        return Err(found.refuse(Fault::Input));
    }
    let total = files.iter().map(|file| file.bytes).sum();
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("workbench-stage-verifying", Some(total));
    let mut told = 0;
    let report = verify(&folder, keys, &mut |bytes| {
        bars.advance(bytes.saturating_sub(told));
        told = bytes;
    });
    bars.end();
    Ok(report)
}

/// A bundle is a folder. A case file is another thing, and is checked by taking it in.
fn not_a_folder(path: &Path) -> Refusal {
    let code = match OpenCaseFile::open(path) {
        // Told by its own name: cut, damaged, newer.
        Err(refusal) if refusal.fault != Fault::Input => return refusal,
        Ok(_) => "cli-verify-case-file",
        Err(_) => "cli-verify-file",
    };
    Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Input)
}

/// Prints the five separate lines and whatever was found.
pub(crate) fn show(session: &Session<'_>, report: &Report) {
    let words = session.words;
    for line in &report.lines {
        let mark = match line.outcome {
            Outcome::Held => "✓",
            Outcome::Failed => "✗",
            Outcome::NotProvable | Outcome::NotPresent => "–",
        };
        session.out.line(&format!("  {mark} {}", line_sentence(words, line)));
    }
    for finding in &report.findings {
        session.out.finding(finding);
    }
}

fn line_sentence(words: &redress_words::Words, line: &Line) -> String {
    let claim = match line.claim {
        Claim::Integrity => "evidence-claim-integrity",
        Claim::Inclusion => "evidence-claim-inclusion",
        Claim::AppendOnly => "evidence-claim-append-only",
        Claim::ExistedBy => "evidence-claim-existed-by",
        Claim::Origin => "evidence-claim-origin",
    };
    let outcome = match line.outcome {
        Outcome::Held => "cli-outcome-held",
        Outcome::Failed => "cli-outcome-failed",
        Outcome::NotProvable => "cli-outcome-not-provable",
        Outcome::NotPresent => "cli-outcome-not-present",
    };
    let counts = [("checked", line.checked.into()), ("failed", line.failed.into())];
    format!("{}  {}", words.say(claim, &[]), words.say(outcome, &counts))
}

/// Refuses where something did not hold.
pub(crate) fn verdict(report: &Report, bundle: &Path) -> Result<(), Refusal> {
    match report.fault {
        None if report.held() => Ok(()),
        // Nothing was checked, and nothing failed: the one thing to say is what it takes to check it.
        Some(Fault::Newer) => match report.findings.iter().find(|finding| finding.level == Level::Error) {
            Some(newer) => Err(newer.clone().refuse(Fault::Newer)),
            None => Ok(()),
        },
        fault => {
            let found = Finding::error("cli-bundle-does-not-hold").with("path", bundle.display().to_string());
            Err(found.refuse(fault.unwrap_or(Fault::Verification)))
        }
    }
}
