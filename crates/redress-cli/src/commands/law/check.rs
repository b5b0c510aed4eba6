//! `redress law check`: what is wrong with a law book, with its tests, and with a changed copy of it.

use super::files;
use crate::commands::Session;
use crate::documents::LawCheck;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_facts::Vocabulary;
use redress_law::{Book, Examined, is_sound};
use std::path::{Path, PathBuf};

/// Checks a book.
///
/// # Errors
/// The first error of the book.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let path = |name: &str| own.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let vocabulary = match path("vocabulary") {
        None => Vocabulary::standard(),
        Some(folder) => words_of(folder)?,
    };
    let (book, mut findings) = match path("book") {
        None => Book::compile_with(&Book::standard_pages(), &vocabulary),
        Some(folder) => Book::compile_with(&files(folder, ".md")?, &vocabulary),
    };
    // While pages are broken their tests would only tell the same again; they are run once the pages can be read.
    let sound = is_sound(&findings);
    let examined = if sound { book.examine(&vocabulary) } else { Examined::default() };
    findings.extend(examined.failed);
    findings.extend(examined.untested);
    let only = own.get_one::<String>("only").map(String::as_str);
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
    let counted: [(&str, redress_base::Arg); 5] = [
        ("rules", book.rules().len().into()),
        ("digest", book.digest().into()),
        ("tests", examined.passed.into()),
        ("killed", mutated.as_ref().map_or(0, |m| m.killed).into()),
        ("changes", mutated.as_ref().map_or(0, |m| m.killed + m.survived.len()).into()),
    ];
    session.out.say(
        match (sound, mutated.is_some()) {
            (false, _) => "cli-law-not-tested",
            (_, true) => "cli-law-mutated",
            _ => "cli-law-checked",
        },
        &counted,
    );
    session.out.document(&LawCheck {
        schema: "redress/law-check/2",
        digest: book.digest().to_owned(),
        rules: book.rules().len(),
        tests_passed: examined.passed,
        mutants_killed: mutated.as_ref().map(|m| m.killed),
        findings: findings.clone(),
    });
    match findings.iter().find(|finding| finding.level == Level::Error) {
        Some(first) => Err(first.clone().refuse(Fault::Input)),
        None => Ok(()),
    }
}

/// Whether a finding stands in a file of that folder.
fn concerns(finding: &Finding, folder: &str) -> bool {
    !matches!(finding.args.get("file"), Some(redress_base::Arg::Text(file)) if !file.contains(folder))
}

/// The vocabulary of a folder of TOML files.
fn words_of(folder: &Path) -> Result<Vocabulary, Refusal> {
    Vocabulary::merge(&files(folder, ".toml")?).map_err(|problem| {
        let path = folder.display().to_string();
        Finding::error("cli-vocabulary-unread")
            .with("path", path)
            .with("problem", problem)
            .refuse(Fault::Input)
    })
}
