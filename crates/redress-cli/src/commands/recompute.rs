//! `redress recompute`: derives every figure of a bundle again.

use super::{SOFTWARE, Session, path, verify};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::{BundleFolder, SqliteTables};
use redress_workbench::{Recomputed, Tools, recompute};
use std::path::Path;

/// Recomputes a bundle.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let bundle = path(matches, "bundle")?;
    // Figures that come out again say little where the bundle itself was tampered with.
    let report = verify::check(session, &bundle, &[])?;
    let done = match again(session, &bundle) {
        Ok(done) => done,
        Err(refusal) if report.held() || refusal.fault == Fault::Newer => return Err(refusal),
        Err(_) => {
            verify::show(session, &report);
            session.out.document(&report);
            return verify::verdict(&report, &bundle);
        }
    };
    show(session, &done);
    if !report.held() {
        verify::show(session, &report);
        session.out.document(&report);
        return verify::verdict(&report, &bundle);
    }
    session.out.document(&done);
    verdict(&done, &bundle)
}

/// Derives everything again from the bundle's sealed bytes.
pub(crate) fn again(session: &Session<'_>, bundle: &Path) -> Result<Recomputed, Refusal> {
    let vocabulary = Vocabulary::standard();
    let tools =
        Tools { tables: &SqliteTables, book: Book::standard(), vocabulary: &vocabulary, software: SOFTWARE };
    recompute(&BundleFolder::at(bundle)?, tools, &mut Bars::new(session.words, session.quiet))
}

/// Prints what was compared and what came out differently.
pub(crate) fn show(session: &Session<'_>, done: &Recomputed) {
    let out = &session.out;
    let counts = [
        ("figures", done.figures.into()),
        ("answers", done.answers.into()),
        ("routes", done.routes.into()),
        ("files", done.files.into()),
        ("papers", done.papers.into()),
        ("paper_figures", done.paper_figures.into()),
    ];
    out.say(if done.same { "cli-recomputed-same" } else { "cli-recomputed-differs" }, &counts);
    for path in &done.differing_files {
        out.line(&format!("  ✗ {path}"));
    }
    for one in &done.differences {
        let shown =
            |value: &Option<serde_json::Value>| value.as_ref().map_or("–".to_owned(), ToString::to_string);
        out.line(&format!("  ✗ result.json{}: {} → {}", one.at, shown(&one.sealed), shown(&one.again)));
    }
    for finding in &done.findings {
        out.finding(finding);
    }
}

/// Refuses where anything differs.
pub(crate) fn verdict(done: &Recomputed, bundle: &Path) -> Result<(), Refusal> {
    if done.same {
        return Ok(());
    }
    let found = Finding::error("cli-bundle-differs").with("path", bundle.display().to_string());
    Err(found.refuse(Fault::Verification))
}
