//! `redress law`: reads, checks, explains and asks the law book.

mod asked;
mod book;
mod check;
mod eval;
mod explain;
mod facts;
mod format;
mod list;
mod texts;
mod told;

pub(crate) use asked::{asked, pick};
pub(crate) use explain::say as say_rule;

use super::{Session, text};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_facts::Vocabulary;
use redress_law::{Book, Readings};
use redress_store::Sources;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Runs one of the commands on the book.
///
/// # Errors
/// What the command refuses.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("check", own)) => check::run(session, own),
        Some(("show", own)) => list::show(session, book(own)?, text(own, "rule").unwrap_or_default()),
        Some(("explain", own)) => explain::run(session, own),
        Some(("facts", own)) => {
            facts::run(session, text(own, "search").unwrap_or_default());
            Ok(())
        }
        Some(("readings", own)) => {
            list::readings(session, book(own)?);
            Ok(())
        }
        Some(("eval", own)) => eval::run(session, own),
        Some(("fmt", own)) => format::run(session, own),
        Some(("book", own)) => book::page(session, own),
        Some(("diff", own)) => book::days(session, own),
        Some(("export", own)) => book::export(session, own),
        Some(("texts", own)) => texts::run(session, own),
        Some((_, own)) => {
            list::list(session, book(own)?);
            Ok(())
        }
        None => Ok(()),
    }
}

/// The book that a command asks: the built-in one, or the pages of a folder; with the drafts where that is asked for.
///
/// # Errors
/// `Input` with the first mistake of those pages: a broken book answers nothing.
pub(crate) fn book(own: &ArgMatches) -> Result<&'static Book, Refusal> {
    let drafts = own.get_flag("drafts");
    let Some(folder) = own.get_one::<PathBuf>("book") else {
        return Ok(if drafts { Book::with_drafts() } else { Book::standard() });
    };
    let whole = Book::load(&files(folder, ".md")?, &vocabulary(own)?).map_err(|findings| {
        let mut errors = findings.iter().filter(|finding| finding.level == Level::Error);
        // All of them are told by `law check --book`; the first is enough to say where to begin.
        let first = errors.next().cloned();
        first.unwrap_or_else(|| Finding::error("cli-book-empty")).refuse(Fault::Input)
    })?;
    if whole.rules().is_empty() {
        let path = folder.display().to_string();
        return Err(Finding::error("cli-book-empty").with("path", path).refuse(Fault::Input));
    }
    // A command asks one book, and asks it to its end.
    Ok(Box::leak(Box::new(if drafts { whole } else { whole.in_force() })))
}

/// The facts that the rules of that book read.
///
/// # Errors
/// `Input` where the folder of a vocabulary cannot be read.
pub(crate) fn vocabulary(own: &ArgMatches) -> Result<Vocabulary, Refusal> {
    let Some(folder) = own.get_one::<PathBuf>("vocabulary") else { return Ok(Vocabulary::standard()) };
    Vocabulary::merge(&files(folder, ".toml")?).map_err(|problem| {
        let path = folder.display().to_string();
        let finding = Finding::error("cli-vocabulary-unread").with("path", path);
        finding.with("problem", problem).refuse(Fault::Input)
    })
}

/// Whether a book holds drafts, as sentences choose by it: they are in its digest.
pub(crate) fn drafts(book: &Book) -> &'static str {
    if book.ir().instruments.iter().any(|one| one.draft.is_some()) { "with" } else { "without" }
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
        pages.push((file.name.clone(), text_of(&file.name, sources.open(file)?)?));
    }
    Ok(pages)
}

/// A whole file as text, or standard input where the name is `-`.
///
/// # Errors
/// `Input` where it cannot be read, or is not UTF-8.
pub(crate) fn whole(path: &Path) -> Result<String, Refusal> {
    let name = path.display().to_string();
    if path.as_os_str() == "-" {
        return text_of(&name, std::io::stdin().lock());
    }
    let sources = Sources::at(path)?;
    let Some(file) = sources.files().first() else {
        return Err(Finding::error("cli-not-a-file").with("path", name).refuse(Fault::Input));
    };
    text_of(&name, sources.open(file)?)
}

/// All that a reader gives, as text.
///
/// # Errors
/// `Input` where it cannot be read, or is not UTF-8: with the first byte that is not.
pub(crate) fn text_of(name: &str, mut reader: impl Read) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|error| {
        let finding = Finding::error("cli-read-failed").with("path", name);
        finding.with("problem", error.to_string()).refuse(Fault::Input)
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to() + 1;
        Finding::error("cli-not-text").with("path", name).with("byte", byte).refuse(Fault::Input)
    })
}

/// The refusal of a rule that the book does not have, with those that may be meant.
pub(crate) fn no_rule(book: &Book, typed: &str) -> Refusal {
    let near = near(book, typed);
    let code = if near.is_empty() { "cli-no-such-rule" } else { "cli-rule-unknown" };
    Finding::error(code).with("rule", typed).with("near", near).refuse(Fault::Usage)
}

/// Rules whose ids begin or go on like what was typed, at most five.
fn near(book: &Book, typed: &str) -> String {
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
