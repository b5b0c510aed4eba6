//! `redress law check`: what is wrong with a law book, with its tests, and with a changed copy of it.

use super::{drafts, files};
use crate::commands::Session;
use crate::documents::LawCheck;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_law::{Book, Examined, Mutated, is_sound};
use std::path::{Path, PathBuf};

/// Checks a book.
///
/// # Errors
/// How many errors there are; `Usage` or `Input` where there is nothing to check.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let path = |name: &str| own.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let vocabulary = super::vocabulary(own)?;
    let only = own.get_one::<String>("only").map(String::as_str);
    let pages = pages_of(path("book"), only)?;
    let (book, mut findings) = Book::compile_with(&pages, &vocabulary);
    // While pages are broken their tests would only tell the same again; they are run once the pages can be read.
    let sound = is_sound(&findings);
    let examined = if sound { book.examine(&vocabulary) } else { Examined::default() };
    findings.extend(examined.failed.iter().chain(&examined.untested).cloned());
    let mutated = (sound && own.get_flag("mutate"))
        .then(|| book.mutants(&vocabulary, &|rule| only.is_none_or(|only| rule.origin.path.contains(only))));
    findings.extend(mutated.iter().flat_map(|mutated| mutated.survived.iter().cloned()));
    if let Some(only) = only {
        findings.retain(|finding| concerns(finding, only));
    }
    let notes = own.get_flag("notes");
    for finding in findings.iter().filter(|finding| notes || finding.level != Level::Note) {
        session.out.finding(finding);
    }
    say(session, &book, &examined, mutated.as_ref(), sound);
    session.out.document(&LawCheck {
        schema: "redress/law-check/2",
        digest: book.digest().to_owned(),
        drafts: drafts(&book) == "with",
        rules: book.rules().len(),
        tests_passed: examined.passed,
        mutants_killed: mutated.as_ref().map(|m| m.killed),
        findings: findings.clone(),
    });
    let of = |level: Level| findings.iter().filter(|finding| finding.level == level).count();
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    if errors == 0 {
        session.out.say("cli-law-check-warnings", &[("warnings", warnings.into())]);
        return Ok(());
    }
    // Each was told above with its place; here is only how many there are.
    let finding = Finding::error("cli-law-check-errors").with("errors", errors).with("warnings", warnings);
    Err(finding.refuse(Fault::Input))
}

/// What was checked, in a sentence.
fn say(session: &Session<'_>, book: &Book, examined: &Examined, mutated: Option<&Mutated>, sound: bool) {
    let counted: [(&str, redress_base::Arg); 6] = [
        ("rules", book.rules().len().into()),
        ("digest", book.digest().into()),
        ("drafts", drafts(book).into()),
        ("tests", examined.passed.into()),
        ("killed", mutated.map_or(0, |m| m.killed).into()),
        ("changes", mutated.map_or(0, |m| m.killed + m.survived.len()).into()),
    ];
    let code = match (sound, mutated.is_some()) {
        (false, _) => "cli-law-not-tested",
        (_, true) => "cli-law-mutated",
        _ => "cli-law-checked",
    };
    session.out.say(code, &counted);
}

/// The pages of a folder, or those of the program; none at all, or none that `only` means, would be a check of nothing.
fn pages_of(folder: Option<&Path>, only: Option<&str>) -> Result<Vec<(String, String)>, Refusal> {
    let pages = folder.map_or_else(|| Ok(Book::standard_pages()), |folder| files(folder, ".md"))?;
    if let (Some(folder), true) = (folder, pages.is_empty()) {
        let path = folder.display().to_string();
        return Err(Finding::error("cli-book-empty").with("path", path).refuse(Fault::Input));
    }
    if let Some(only) = only
        && !pages.iter().any(|(name, _)| name.contains(only))
    {
        return Err(Finding::error("cli-only-nothing").with("only", only).refuse(Fault::Usage));
    }
    Ok(pages)
}

/// Whether a finding stands in a file of that folder.
fn concerns(finding: &Finding, folder: &str) -> bool {
    !matches!(finding.args.get("file"), Some(redress_base::Arg::Text(file)) if !file.contains(folder))
}
