//! `redress law`: looks at the law book.

use super::{Session, text};
use crate::documents::LawCheck;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_law::Book;
use redress_store::Sources;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Checks, lists or shows rules.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("check", own)) => check(session, own.get_one::<PathBuf>("book").map(PathBuf::as_path)),
        Some(("show", own)) => show(session, text(own, "rule").unwrap_or_default()),
        _ => {
            list(session);
            Ok(())
        }
    }
}

fn check(session: &Session<'_>, folder: Option<&Path>) -> Result<(), Refusal> {
    let (book, findings) = match folder {
        None => Book::compile(&Book::standard_pages()),
        Some(folder) => Book::compile(&pages(folder)?),
    };
    for finding in &findings {
        session.out.finding(finding);
    }
    session
        .out
        .say("cli-law-checked", &[("rules", book.rules().len().into()), ("digest", book.digest().into())]);
    session.out.document(&LawCheck {
        schema: "redress/law-check/1",
        digest: book.digest().to_owned(),
        rules: book.rules().len(),
        findings: findings.clone(),
    });
    match findings.iter().find(|finding| finding.level == Level::Error) {
        Some(first) => Err(first.clone().refuse(Fault::Input)),
        None => Ok(()),
    }
}

fn pages(folder: &Path) -> Result<Vec<(String, String)>, Refusal> {
    let sources = Sources::at(folder)?;
    let mut pages = Vec::new();
    for file in sources.files().iter().filter(|file| file.name.ends_with(".md")) {
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
        .say("cli-law-checked", &[("rules", book.rules().len().into()), ("digest", book.digest().into())]);
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
