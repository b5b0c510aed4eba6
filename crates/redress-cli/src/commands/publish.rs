//! `redress publish`, `recommend`: what others may read of a case, searched for what identifies somebody before it is
//! written.

use super::{Session, path, text, today};
use crate::documents_file::{PublishedDocument, RecommendedDocument};
use clap::ArgMatches;
use redress_base::Refusal;
use redress_documents::{Days, RecommendationKind, SummaryOptions};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;
use redress_workbench::{Form, NewRecommendation, Published};
use std::path::{Path, PathBuf};

/// Runs one of the two.
pub(crate) fn run(session: &Session<'_>, name: &str, own: &ArgMatches) -> Result<(), Refusal> {
    let file = free(own)?;
    if name == "publish" { publish(session, own, &file) } else { recommend(session, own, &file) }
}

fn publish(session: &Session<'_>, own: &ArgMatches, file: &Path) -> Result<(), Refusal> {
    let options = SummaryOptions {
        exact: text(own, "figures") == Some("exact"),
        days: if text(own, "dates") == Some("year") { Days::Year } else { Days::Month },
    };
    let (wanted, day) = ((session.words, form(file)), today(own)?);
    let published = session.at_desk(&path(own, "case")?, Access::Write, |desk| {
        desk.publish(Book::standard(), &Vocabulary::standard(), text(own, "by"), day, options, wanted)
    })?;
    wrote(session, file, &published)?;
    session.out.document(&PublishedDocument {
        schema: "redress/published/1",
        file: file.display().to_string(),
        digest: published.digest,
        searched: published.searched,
        unsearched: published.unsearched,
        summary: published.paper,
    });
    Ok(())
}

fn recommend(session: &Session<'_>, own: &ArgMatches, file: &Path) -> Result<(), Refusal> {
    let kind = text(own, "recommendation-kind").and_then(RecommendationKind::from_word);
    let new = NewRecommendation {
        kind: kind.unwrap_or(RecommendationKind::Judicial),
        platform: text(own, "platform").unwrap_or_default().to_owned(),
        links: text(own, "with-links").map(str::to_owned),
    };
    let (wanted, day) = ((session.words, form(file)), today(own)?);
    let published = session.at_desk(&path(own, "case")?, Access::Write, |desk| {
        desk.recommend(Book::standard(), &Vocabulary::standard(), text(own, "by"), day, new, wanted)
    })?;
    wrote(session, file, &published)?;
    published.findings.iter().for_each(|finding| session.out.finding(finding));
    session.out.chat("cli-recommended", &[("asked", published.paper.asked.len().into())]);
    session.out.document(&RecommendedDocument {
        schema: "redress/recommended/1",
        file: file.display().to_string(),
        digest: published.digest,
        searched: published.searched,
        unsearched: published.unsearched,
        findings: published.findings,
        recommendation: published.paper,
    });
    Ok(())
}

/// A file to be written, looked at before the ledger says that something left.
fn free(own: &ArgMatches) -> Result<PathBuf, Refusal> {
    let file = path(own, "out")?;
    crate::disk::free_in_folder(&file, own.get_flag("force"))?;
    Ok(file)
}

/// Plain text for a name that ends in `.txt`, Markdown for every other.
fn form(file: &Path) -> Form {
    let text = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    if text { Form::Text } else { Form::Markdown }
}

fn wrote<T>(session: &Session<'_>, file: &Path, published: &Published<T>) -> Result<(), Refusal> {
    // Whether it may be replaced was asked before.
    crate::disk::put(file, &published.bytes, true)?;
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    let args = [("searched", published.searched.into()), ("unsearched", published.unsearched.into())];
    session.out.chat("cli-leaks-none", &args);
    Ok(())
}
