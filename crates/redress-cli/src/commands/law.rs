//! `redress law`: looks at the law book.

use super::{Session, text};
use crate::documents::LawCheck;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Sources;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Checks, lists or shows rules.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("check", own)) => check(session, own),
        Some(("show", own)) => show(session, text(own, "rule").unwrap_or_default()),
        _ => {
            list(session);
            Ok(())
        }
    }
}

fn check(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let path = |name: &str| own.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let vocabulary = match path("vocabulary") {
        None => Vocabulary::standard(),
        Some(folder) => words_of(folder)?,
    };
    let (book, mut findings) = match path("book") {
        None => Book::compile_with(&Book::standard_pages(), &vocabulary),
        Some(folder) => Book::compile_with(&files(folder, ".md")?, &vocabulary),
    };
    let examined = book.examine(&vocabulary);
    findings.extend(examined.failed);
    findings.extend(examined.untested);
    let only = own.get_one::<String>("only").map(String::as_str);
    let mutated = own.get_flag("mutate").then(|| {
        book.mutants(&vocabulary, &|rule| only.is_none_or(|only| rule.origin.path.contains(only)))
    });
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
    session.out.say(if mutated.is_some() { "cli-law-mutated" } else { "cli-law-checked" }, &counted);
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
        Finding::error("cli-vocabulary-unread").with("path", path).with("problem", problem).refuse(Fault::Input)
    })
}

/// The text files of a folder, with their names below it.
fn files(folder: &Path, ending: &str) -> Result<Vec<(String, String)>, Refusal> {
    let sources = Sources::at(folder)?;
    let mut pages = Vec::new();
    for file in sources.files().iter().filter(|file| file.name.ends_with(ending) && !file.name.ends_with("README.md")) {
        let mut text = String::new();
        sources.open(file)?.read_to_string(&mut text).map_err(|error| {
            let found = Finding::error("cli-read-failed").with("path", file.name.as_str());
            found.with("problem", error.to_string()).refuse(Fault::Input)
        })?;
        pages.push((file.name.clone(), text));
    }
    Ok(pages)
}

fn list(session: &Session<'_>) {
    let book = Book::standard();
    for rule in book.rules() {
        let label = session.label(&rule.label.zh, &rule.label.en);
        let article = rule.cites.first().map(|article| session.words.article(article)).unwrap_or_default();
        session.out.line(&format!("{:28} {label}  〔{article}〕", rule.id));
    }
    session
        .out
        .say("cli-law-listed", &[("rules", book.rules().len().into()), ("digest", book.digest().into())]);
    session.out.document(&book.ir());
}

fn show(session: &Session<'_>, id: &str) -> Result<(), Refusal> {
    let versions = Book::standard().rule(id);
    if versions.is_empty() {
        return Err(Finding::error("cli-what-unknown").with("what", id).refuse(Fault::Usage));
    }
    let language = match session.words.language() {
        redress_words::Language::ZhHans => redress_law::Language::Zh,
        redress_words::Language::En => redress_law::Language::En,
    };
    for rule in &versions {
        session.out.line(&redress_law::print(rule, language));
        session.out.line("");
    }
    session.out.document(&versions);
    Ok(())
}
