//! `redress recompute`: derives every figure of a bundle again.

use super::{SOFTWARE, Session, path, verify};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::{BundleFolder, SqliteTables};
use redress_words::Language;
use redress_workbench::{Bounds, Difference, RESULT_PATH, Recomputed, Tools, recompute};
use std::collections::BTreeMap;
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
    let tools = Tools {
        tables: &SqliteTables,
        book: Book::standard(),
        vocabulary: &vocabulary,
        software: SOFTWARE,
        bounds: Bounds::OWN,
    };
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
    by_file(session, done);
    for finding in &done.findings {
        out.finding(finding);
    }
}

/// What differs, file by file; a paper under the name of its form.
fn by_file(session: &Session<'_>, done: &Recomputed) {
    let mut files: BTreeMap<&str, Vec<(&str, &Difference)>> = BTreeMap::new();
    for path in &done.differing_files {
        files.entry(path).or_default();
    }
    for one in &done.differences {
        // A pointer into a paper names its file; any other points into the result.
        let (file, place) = one.at.split_once('#').unwrap_or((RESULT_PATH, &one.at));
        files.entry(file).or_default().push((place, one));
    }
    for (file, differences) in files {
        let paper = paper_title(session, file);
        let code = match (&paper, differences.is_empty()) {
            (None, true) => "cli-recomputed-file-whole",
            (None, false) => "cli-recomputed-file",
            (Some(_), true) => "cli-recomputed-paper-absent",
            (Some(_), false) => "cli-recomputed-paper",
        };
        session.out.say(code, &[("path", file.into()), ("title", paper.unwrap_or_default().into())]);
        for (place, one) in differences {
            let shown = |value: &Option<serde_json::Value>| {
                value
                    .as_ref()
                    .map_or_else(|| session.words.say("cli-recomputed-nothing", &[]), ToString::to_string)
            };
            let args = [
                ("place", place.into()),
                ("sealed", shown(&one.sealed).into()),
                ("again", shown(&one.again).into()),
            ];
            session.out.say("cli-recomputed-value", &args);
        }
    }
}

/// The name of the form whose paper a file of a bundle holds.
fn paper_title(session: &Session<'_>, file: &str) -> Option<String> {
    let name = file.strip_prefix("data/papers/")?.strip_suffix(".json")?;
    let (_, id) = name.split_once('-')?;
    let Some(title) = redress_forms::find(id).and_then(|form| form.text().ok()).map(|text| &text.title)
    else {
        return Some(id.to_owned());
    };
    Some(if session.words.language() == Language::En { title.en.clone() } else { title.zh.clone() })
}

/// Refuses where anything differs.
pub(crate) fn verdict(done: &Recomputed, bundle: &Path) -> Result<(), Refusal> {
    if done.same {
        return Ok(());
    }
    let found = Finding::error("cli-bundle-differs").with("path", bundle.display().to_string());
    Err(found.refuse(Fault::Verification))
}
