//! `redress law texts`: a person's own copies of official texts, cut into articles and put beside the rules.
//!
//! A shelf is a folder: each copy as it was given, under its SHA-256, with a small card that says what it is. The book
//! itself carries no official text.

use super::whole;
use crate::commands::{Session, text};
use crate::documents::{ShelfCopy, ShelfList, TextAdded, TextComparison};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_law::Book;
use redress_lawbook::texts::{Attached, Copy, Split, attach, compare, split};
use redress_store::Sources;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// What a copy is; stands beside it on the shelf.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    name: String,
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instrument: Option<String>,
}

/// A copy on the shelf.
pub(crate) struct Kept {
    card: Card,
    text: String,
    split: Split,
}

/// Every copy of a folder.
pub(crate) struct Shelf(Vec<Kept>);

impl Shelf {
    /// The copies beside the provisions of a book.
    pub(crate) fn attached(&self, book: &Book) -> Attached {
        attach(book, &self.0.iter().map(copy).collect::<Vec<_>>())
    }
}

fn copy(kept: &Kept) -> Copy<'_> {
    Copy {
        name: &kept.card.name,
        source: &kept.card.source,
        instrument: kept.card.instrument.as_deref(),
        text: &kept.text,
        split: &kept.split,
    }
}

fn folder(own: &ArgMatches) -> Option<PathBuf> {
    own.get_one::<PathBuf>("texts").cloned()
}

/// The shelf that a command names, in order of the digests; empty where it names none or the folder is not there yet.
///
/// # Errors
/// `Input` where a copy or its card cannot be read.
pub(crate) fn shelf(own: &ArgMatches) -> Result<Shelf, Refusal> {
    let mut kept = Vec::new();
    let Some(folder) = folder(own).filter(|folder| folder.is_dir()) else { return Ok(Shelf(kept)) };
    let sources = Sources::at(&folder)?;
    for file in sources.files().iter().filter(|file| file.name.ends_with(".toml")) {
        let unreadable = |problem: String| {
            let finding = Finding::error("cli-read-failed").with("path", file.name.as_str());
            finding.with("problem", problem).refuse(Fault::Input)
        };
        let mut card = String::new();
        sources.open(file)?.read_to_string(&mut card).map_err(|error| unreadable(error.to_string()))?;
        let card: Card = toml::from_str(&card).map_err(|error| unreadable(error.to_string()))?;
        let text = whole(&folder.join(file.name.replace(".toml", ".txt")))?;
        let split = split(&text);
        kept.push(Kept { card, text, split });
    }
    Ok(Shelf(kept))
}

/// Adds, lists, shows or compares copies.
///
/// # Errors
/// What the command refuses.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    match own.subcommand() {
        Some(("add", own)) => add(session, own),
        Some(("show", own)) => show(session, own),
        Some(("compare", own)) => between(session, own),
        Some((_, own)) => list(session, own),
        None => Ok(()),
    }
}

/// Takes copies in. Each is cut first, so that one without articles changes nothing.
fn add(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let folder = folder(own).unwrap_or_default();
    let book = Book::with_drafts();
    let earlier = shelf(own)?;
    let mut added = Vec::new();
    for path in own.get_many::<PathBuf>("files").into_iter().flatten() {
        let text_of = whole(path)?;
        let split = split(&text_of);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let before = earlier.0.iter().find(|kept| kept.split.sha256 == split.sha256).map(|kept| &kept.card);
        let kept = Kept { card: card(own, &name, before), text: text_of, split };
        if kept.split.articles.is_empty() {
            let finding = kept.split.findings.first().cloned();
            let finding = finding.unwrap_or_else(|| Finding::error("cli-no-articles"));
            return Err(finding.with("path", name.as_str()).with("file", name).refuse(Fault::Input));
        }
        let attached = attach(book, &[copy(&kept)]);
        let unknown = attached.findings.iter().find(|found| found.level == redress_base::Level::Error);
        if let Some(unknown) = unknown {
            return Err(unknown.clone().refuse(Fault::Input));
        }
        added.push((kept, attached));
    }
    let mut rows = Vec::new();
    for (kept, attached) in added {
        rows.push(keep(session, &folder, book, &earlier, &kept, &attached)?);
    }
    session.out.document(&TextAdded { schema: "redress/law-texts-added/1", copies: rows });
    Ok(())
}

/// What is known of a copy: what is said of it now, else what was said when the same bytes were taken in before.
fn card(own: &ArgMatches, name: &str, before: Option<&Card>) -> Card {
    let source = text(own, "from").or(before.map(|card| card.source.as_str())).unwrap_or(name);
    let instrument = text(own, "instrument").or(before.and_then(|card| card.instrument.as_deref()));
    Card {
        name: before.map_or(name, |card| &card.name).to_owned(),
        source: source.to_owned(),
        instrument: instrument.map(str::to_owned),
    }
}

/// Writes one copy and its card, and says what it holds and in what it differs from the copies that are there.
fn keep(
    session: &Session<'_>,
    folder: &Path,
    book: &Book,
    earlier: &Shelf,
    kept: &Kept,
    attached: &Attached,
) -> Result<ShelfCopy, Refusal> {
    let digest = kept.split.sha256.to_string();
    let card = toml::to_string(&kept.card).unwrap_or_default();
    redress_store::replace(&folder.join(format!("{digest}.txt")), kept.text.as_bytes())?;
    redress_store::replace(&folder.join(format!("{digest}.toml")), card.as_bytes())?;
    let row = row(kept, attached);
    let there = earlier.0.iter().any(|other| other.split.sha256 == kept.split.sha256);
    session.out.say(
        if there { "cli-text-there" } else { "cli-text-kept" },
        &[
            ("name", row.name.as_str().into()),
            ("instrument", row.instrument.clone().unwrap_or_default().into()),
            ("articles", row.articles.into()),
            ("beside", row.beside.into()),
            ("digest", digest.as_str().into()),
        ],
    );
    kept.split.findings.iter().for_each(|finding| session.out.finding(finding));
    findings(session, &attached.findings);
    for other in earlier.0.iter().filter(|other| other.split.sha256 != kept.split.sha256) {
        let theirs = attach(book, &[copy(other)]);
        if row.instrument.is_some()
            && theirs.texts.first().map(|t| &*t.article.instrument) == row.instrument.as_deref()
        {
            differences(session, other, kept);
        }
    }
    Ok(row)
}

/// What was noticed of copies; the articles that an instrument's copies lack are told in one line.
pub(crate) fn findings(session: &Session<'_>, found: &[Finding]) {
    let mut lacking: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in found {
        match &finding.article {
            Some(article) if finding.code == "lawbook-copy-lacks-article" => {
                lacking.entry(article.instrument.to_string()).or_default().push(article.article.to_string());
            }
            _ => session.out.finding(finding),
        }
    }
    for (instrument, articles) in lacking {
        let finding = Finding::warning("cli-text-lacks").with("instrument", instrument);
        let finding = finding.with("count", articles.len()).with("articles", articles.join(", "));
        session.out.finding(&finding);
    }
}

fn row(kept: &Kept, attached: &Attached) -> ShelfCopy {
    ShelfCopy {
        name: kept.card.name.clone(),
        source: kept.card.source.clone(),
        instrument: attached.texts.first().map(|text| text.article.instrument.to_string()),
        sha256: kept.split.sha256,
        articles: kept.split.articles.len(),
        beside: attached.texts.len(),
    }
}

fn list(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = Book::with_drafts();
    let rows: Vec<ShelfCopy> =
        shelf(own)?.0.iter().map(|kept| row(kept, &attach(book, &[copy(kept)]))).collect();
    for row in &rows {
        session.out.say(
            "cli-text-kept",
            &[
                ("name", row.name.as_str().into()),
                ("instrument", row.instrument.clone().unwrap_or_default().into()),
                ("articles", row.articles.into()),
                ("beside", row.beside.into()),
                ("digest", row.sha256.to_string().into()),
            ],
        );
    }
    session.out.document(&ShelfList { schema: "redress/law-texts-list/1", copies: rows });
    Ok(())
}

/// The texts of one article beside its rules.
fn show(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let wanted = text(own, "article").unwrap_or_default();
    let book = Book::with_drafts();
    let attached = shelf(own)?.attached(book);
    let found: Vec<_> = attached.texts.into_iter().filter(|one| one.article.to_string() == wanted).collect();
    if found.is_empty() {
        return Err(Finding::error("cli-text-missing").with("article", wanted).refuse(Fault::Usage));
    }
    for one in &found {
        session.out.head(&format!("{}  {}", session.words.article(&one.article), one.name));
        session.out.line(&format!("{}  SHA-256 {}", one.source, one.sha256));
        one.text.lines().for_each(|line| session.out.line(line));
    }
    let rules = book.rules().iter().filter(|rule| {
        rule.cites.first().is_some_and(|cite| {
            found.first().is_some_and(|one| {
                one.article.instrument == cite.instrument && one.article.article == cite.article
            })
        })
    });
    for rule in rules {
        session.out.line(&format!("  {}  {}", rule.id, session.label(&rule.label.zh, &rule.label.en)));
    }
    session.out.document(&found);
    Ok(())
}

/// Where two copies differ.
fn between(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let read = |name: &str| -> Result<Kept, Refusal> {
        let path = own.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        let text = whole(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let card = Card { source: name.clone(), name, instrument: None };
        Ok(Kept { card, split: split(&text), text })
    };
    let (first, second) = (read("first")?, read("second")?);
    let found = differences(session, &first, &second);
    session.out.document(&TextComparison { schema: "redress/law-texts-compared/1", differences: found });
    Ok(())
}

fn differences(session: &Session<'_>, a: &Kept, b: &Kept) -> Vec<redress_lawbook::texts::Difference> {
    let found = compare(&a.split, &b.split);
    let counted = [
        ("first", a.card.name.as_str().into()),
        ("second", b.card.name.as_str().into()),
        ("count", found.len().into()),
    ];
    session.out.say("cli-texts-differ", &counted);
    for one in &found {
        let said = session.words.say(one.kind.code(), &[("article", one.article.as_str().into())]);
        let of = [("article", one.article.as_str().into()), ("said", said.into())];
        session.out.say("cli-text-differs", &of);
        for (kept, place) in [(a, &one.first), (b, &one.second)] {
            if let Some(place) = place {
                session.out.line(&format!("      {}: …{}…", kept.card.name, place.excerpt));
            }
        }
    }
    found
}
