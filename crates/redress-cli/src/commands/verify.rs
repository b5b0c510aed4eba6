//! `redress verify`: checks a bundle without a case, a database or a network.

use super::{Session, envelope, path};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::{BlockHeader, Folder, Report, Trust, verify};
use redress_store::{BundleFolder, OpenCaseFile};
use redress_workbench::Progress as _;
use std::path::{Path, PathBuf};

pub(crate) use redress_verify::verdict;

/// Verifies a bundle, as its folder or as a zip of it, or a bag that another program made.
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
    let kept = matches.get_many::<PathBuf>("earlier").into_iter().flatten();
    let earlier: Vec<String> = kept.map(|path| crate::cosigner::text(path)).collect::<Result<_, _>>()?;
    let roots = super::stamp::certificates(matches, "tsa-root")?;
    let issuers = super::stamp::certificates(matches, "tsa-issuer")?;
    let typed = matches.get_many::<String>("block-header").into_iter().flatten();
    let headers: Vec<BlockHeader> = typed.map(|text| BlockHeader::read(text)).collect::<Result<_, _>>()?;
    let trust = Trust { keys: &keys, earlier: &earlier, roots: &roots, issuers: &issuers, headers: &headers };
    let report = if bundle.is_file() {
        let source = zipped(&bundle)?;
        watched(session, source.folder(), |folder, progress| {
            redress_verify::check(folder, trust, &bundle, progress)
        })?
    } else {
        watched(session, &BundleFolder::at(&bundle)?, |folder, progress| {
            redress_verify::check(folder, trust, &bundle, progress)
        })?
    };
    if report.fault != Some(Fault::Newer) {
        show(session, &report);
        session.out.document(&report);
    }
    verdict(&report, &bundle)
}

/// Verifies the bundle of redress in the folder `path`.
pub(crate) fn check(session: &Session<'_>, path: &Path, keys: &[VerifierKey]) -> Result<Report, Refusal> {
    if path.is_file() {
        return Err(not_a_folder(path));
    }
    let folder = BundleFolder::at(path)?;
    if !folder.list()?.iter().any(|file| ["bagit.txt", "redress-bundle.json"].contains(&file.path.as_str())) {
        // A wrong argument is not a broken bundle.
        let found = Finding::error("cli-not-a-bundle").with("path", path.display().to_string());
        return Err(found.refuse(Fault::Input));
    }
    watched(session, &folder, |folder, progress| Ok(verify(folder, keys, progress)))
}

type Told<'p> = &'p mut dyn FnMut(u64);

/// Runs a check with a bar that ends at the sum of all files.
fn watched(
    session: &Session<'_>,
    folder: &dyn Folder,
    check: impl FnOnce(&dyn Folder, Told<'_>) -> Result<Report, Refusal>,
) -> Result<Report, Refusal> {
    let total = folder.list()?.iter().fold(0u64, |sum, file| sum.saturating_add(file.bytes));
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("workbench-stage-verifying", Some(total));
    let mut told = 0;
    let report = check(folder, &mut |bytes| {
        bars.advance(bytes.saturating_sub(told));
        told = bytes;
    });
    bars.end();
    report
}

/// A zip with a bundle in it. A case file is a zip too, and another thing: it is checked by taking it in.
fn zipped(path: &Path) -> Result<redress_verify::Source, Refusal> {
    let other = not_a_folder(path);
    if other.finding.code != "cli-verify-file" {
        return Err(other);
    }
    redress_verify::open(path).map_err(|refusal| match refusal.finding.code.as_str() {
        "verify-neither" | "verify-not-a-bundle" => other,
        _ => refusal,
    })
}

/// What a file is that is no folder.
fn not_a_folder(path: &Path) -> Refusal {
    if let Err(closed) = envelope::not_closed(path) {
        return closed;
    }
    let code = match OpenCaseFile::open(path) {
        // Told by its own name: cut, damaged, newer.
        Err(refusal) if refusal.fault != Fault::Input => return refusal,
        Ok(_) => "cli-verify-case-file",
        Err(_) => match envelope::not_cut(path) {
            Err(cut) => return cut,
            Ok(()) => "cli-verify-file",
        },
    };
    Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Input)
}

/// Prints the separate lines and whatever was found.
pub(crate) fn show(session: &Session<'_>, report: &Report) {
    for line in &report.lines {
        session.out.line(&redress_verify::line(session.words, line));
    }
    for finding in &report.findings {
        session.out.finding(finding);
    }
}
