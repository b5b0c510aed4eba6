//! `redress law book`, `diff` and `export`: the book to read, what changes between two days, LegalRuleML.

use super::{book, texts};
use crate::commands::{Session, text};
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_law::Provision;
use redress_lawbook::{Options, diff, diff_text, html, legalruleml};
use std::path::PathBuf;

/// Writes the whole book as one page.
///
/// # Errors
/// What reading the attached texts refuses; `Usage` for an instrument that the book does not have; `Storage`.
pub(crate) fn page(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = book(own)?;
    let only: Vec<String> = own.get_many::<String>("instrument").into_iter().flatten().cloned().collect();
    for id in &only {
        if !book.ir().instruments.iter().any(|one| one.id == *id) {
            let known: Vec<&str> = book.ir().instruments.iter().map(|one| one.id.as_str()).collect();
            let finding = Finding::error("cli-instrument-unknown").with("instrument", id.as_str());
            return Err(finding.with("known", known.join(", ")).refuse(Fault::Usage));
        }
    }
    let shelf = texts::shelf(own)?;
    let attached = shelf.attached(book);
    texts::findings(session, &attached.findings);
    let options = Options {
        vocabulary: None,
        attached: Some(&attached).filter(|attached| !attached.texts.is_empty()),
        only: &only,
        tests: !own.get_flag("no-tests"),
        code: true,
    };
    let page = html(book, session.words.language(), &options);
    let out = own.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let replaced = crate::disk::place(&out, page.as_bytes(), own.get_flag("force"))?;
    // Those on the page, which may hold some instruments only.
    let shown = |page: &&Provision| only.is_empty() || only.iter().any(|id| **id == *page.article.instrument);
    let rules: usize = book.ir().provisions.iter().filter(shown).map(|page| page.rules.len()).sum();
    let written = [
        ("path", out.display().to_string().into()),
        ("rules", rules.into()),
        ("digest", book.digest().into()),
        ("drafts", super::drafts(book).into()),
    ];
    session.out.chat(if replaced { "cli-law-book-replaced" } else { "cli-law-book-written" }, &written);
    session.out.document(&crate::documents::Written {
        schema: "redress/written/1",
        path: out.display().to_string(),
        bytes: page.len(),
    });
    Ok(())
}

/// What changes between two days.
///
/// # Errors
/// `Usage` where a day cannot be read.
pub(crate) fn days(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = book(own)?;
    let (from, to) = (day(own, "from")?, day(own, "to")?);
    if to < from {
        return Err(Finding::error("cli-days-reversed").refuse(Fault::Usage));
    }
    let found = diff(book, from, to);
    for line in diff_text(&found, book, session.words).lines() {
        session.out.line(line);
    }
    session.out.document(&found);
    Ok(())
}

fn day(own: &ArgMatches, name: &str) -> Result<Date, Refusal> {
    let typed = text(own, name).unwrap_or_default();
    typed.parse().map_err(|_| Finding::error("cli-day-unreadable").with("value", typed).refuse(Fault::Usage))
}

/// The book as LegalRuleML, on standard output or into a file.
///
/// # Errors
/// `Storage` where the file cannot be written.
pub(crate) fn export(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let xml = legalruleml(book(own)?);
    match own.get_one::<PathBuf>("out") {
        None => crate::out::raw(xml.trim_end()),
        Some(path) => {
            let replaced = crate::disk::place(path, xml.as_bytes(), own.get_flag("force"))?;
            let code = if replaced { "cli-law-export-replaced" } else { "cli-law-exported" };
            session.out.chat(code, &[("path", path.display().to_string().into())]);
            session.out.document(&crate::documents::Written {
                schema: "redress/written/1",
                path: path.display().to_string(),
                bytes: xml.len(),
            });
        }
    }
    Ok(())
}
