//! `redress law`: reads, checks, explains and asks the law book.

mod book;
mod check;
mod eval;
mod explain;
mod facts;
mod format;
mod list;
mod texts;

pub(crate) use explain::say as say_rule;

use super::{Session, text};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_law::{Book, Readings};
use redress_store::Sources;
use std::io::Read as _;
use std::path::Path;

/// Runs one of the commands on the book.
///
/// # Errors
/// What the command refuses.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("check", own)) => check::run(session, own),
        Some(("show", own)) => list::show(session, text(own, "rule").unwrap_or_default()),
        Some(("explain", own)) => explain::run(session, own),
        Some(("facts", own)) => {
            facts::run(session, text(own, "search").unwrap_or_default());
            Ok(())
        }
        Some(("readings", _)) => {
            list::readings(session);
            Ok(())
        }
        Some(("eval", own)) => eval::run(session, own),
        Some(("fmt", own)) => format::run(session, own),
        Some(("book", own)) => book::page(session, own),
        Some(("diff", own)) => book::days(session, own),
        Some(("export", own)) => book::export(session, own),
        Some(("texts", own)) => texts::run(session, own),
        _ => {
            list::list(session);
            Ok(())
        }
    }
}

/// The book that a command asks: with the drafts where that is asked for.
pub(crate) fn book(own: &ArgMatches) -> &'static Book {
    if own.get_flag("drafts") { Book::with_drafts() } else { Book::standard() }
}

/// Readings chosen on the command line: `--reading several-times=two`.
///
/// # Errors
/// `Usage` where the book has no such reading or alternative.
pub(crate) fn chosen(own: &ArgMatches, book: &Book) -> Result<Readings, Refusal> {
    let mut readings = Readings::new();
    for typed in own.get_many::<String>("reading").into_iter().flatten() {
        let (id, name) = typed.split_once('=').unwrap_or((typed.as_str(), ""));
        if !book.alternatives(id).iter().any(|known| known == name) {
            let finding = Finding::error("cli-reading-unknown").with("reading", typed.as_str());
            let known: Vec<&str> = book.readings().map(|(id, _)| id).collect();
            return Err(finding.with("known", known.join(", ")).refuse(Fault::Usage));
        }
        readings.insert(id.to_owned(), name.to_owned());
    }
    Ok(readings)
}

/// The text files of a folder, with their names below it.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<(String, String)>, Refusal> {
    let sources = Sources::at(folder)?;
    let mut pages = Vec::new();
    for file in
        sources.files().iter().filter(|file| file.name.ends_with(ending) && !file.name.ends_with("README.md"))
    {
        let mut text = String::new();
        sources.open(file)?.read_to_string(&mut text).map_err(|error| {
            let found = Finding::error("cli-read-failed").with("path", file.name.as_str());
            found.with("problem", error.to_string()).refuse(Fault::Input)
        })?;
        pages.push((file.name.clone(), text));
    }
    Ok(pages)
}

/// A whole file as text, or standard input where the name is `-`.
///
/// # Errors
/// `Input` where it cannot be read, or is not UTF-8.
pub(crate) fn whole(path: &Path) -> Result<String, Refusal> {
    let failed = |problem: String| {
        let finding = Finding::error("cli-read-failed").with("path", path.display().to_string());
        finding.with("problem", problem).refuse(Fault::Input)
    };
    let mut text = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_string(&mut text).map_err(|error| failed(error.to_string()))?;
        return Ok(text);
    }
    let sources = Sources::at(path)?;
    let Some(file) = sources.files().first() else { return Err(failed(String::new())) };
    sources.open(file)?.read_to_string(&mut text).map_err(|error| failed(error.to_string()))?;
    Ok(text)
}

/// Rules whose ids begin or go on like what was typed, at most five.
pub(crate) fn near(book: &Book, typed: &str) -> String {
    let mut ids: Vec<(usize, &str)> = book
        .rules()
        .iter()
        .map(|rule| {
            let shared = rule.id.chars().zip(typed.chars()).take_while(|(a, b)| a == b).count();
            (shared, rule.id.as_str())
        })
        .filter(|(shared, id)| *shared >= 4 || (!typed.is_empty() && id.contains(typed)))
        .collect();
    ids.sort_by_key(|(shared, id)| (std::cmp::Reverse(*shared), *id));
    ids.dedup();
    ids.into_iter().take(5).map(|(_, id)| id).collect::<Vec<_>>().join(", ")
}
