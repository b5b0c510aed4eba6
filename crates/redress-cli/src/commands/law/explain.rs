//! `redress law explain`: a rule in words, and why it answers what it answers on a file of facts.

use super::{asked, book, chosen, pick};
use crate::commands::{Session, text};
use crate::summary;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_facts::{Scope, Sheet, Vocabulary};
use redress_inquiry::Inquirer;
use redress_law::{Book, Confidence, Family, Provision, Rule};
use std::path::PathBuf;

/// Explains a rule.
///
/// # Errors
/// `Usage` where there is no such rule; what reading the facts refuses.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let id = text(own, "rule").unwrap_or_default();
    let book = book(own)?;
    let versions = book.rule(id);
    if versions.is_empty() {
        return Err(super::no_rule(book, id));
    }
    match own.get_one::<PathBuf>("facts-file") {
        None => {
            versions.iter().for_each(|rule| say(session, book, rule));
            session.out.document(&versions);
            Ok(())
        }
        Some(path) => on_facts(session, own, book, id, path),
    }
}

/// One version: its law, what it asks, what is open about it.
pub(crate) fn say(session: &Session<'_>, book: &Book, rule: &Rule) {
    let out = &session.out;
    out.head(&format!("{}  {}", rule.id, session.label(&rule.label.zh, &rule.label.en)));
    let cites: Vec<String> = rule.cites.iter().map(|cite| session.words.article(cite)).collect();
    out.line(&format!("〔{}〕", cites.join("; ")));
    let page = book.ir().provisions.iter().find(|page| page.page == rule.origin.path);
    if let Some(page) = page {
        out.line(session.label(&page.paraphrase.zh, &page.paraphrase.en));
        remarks(session, page);
    }
    let language = match session.words.language() {
        redress_words::Language::ZhHans => redress_law::Language::Zh,
        redress_words::Language::En => redress_law::Language::En,
    };
    out.line("");
    out.line(&redress_law::print(rule, language));
    let words = Vocabulary::standard();
    for term in book.own_terms(rule) {
        let label = words.get(&term).map(|term| session.label(&term.zh, &term.en).to_owned());
        out.line(&format!("  {term:36} {}", label.unwrap_or_default()));
    }
}

fn remarks(session: &Session<'_>, page: &Provision) {
    let out = &session.out;
    if page.confidence == Confidence::O {
        out.say("cli-unverified", &[]);
    }
    for doubt in &page.unverified {
        out.say(doubt.code(), &[]);
    }
    if let Some(limits) = &page.limits {
        out.line(session.label(&limits.zh, &limits.en));
    }
    for contested in &page.contested {
        out.line(&format!("  {}: {}", contested.id, session.label(&contested.zh, &contested.en)));
    }
}

/// The answer on the first file of facts, or on the one that is named, with its tree and what would change it.
fn on_facts(
    session: &Session<'_>,
    own: &ArgMatches,
    book: &Book,
    id: &str,
    path: &std::path::Path,
) -> Result<(), Refusal> {
    let vocabulary = super::vocabulary(own)?;
    let readings = chosen(own, book)?;
    let (mut file, sheet) = pick(asked(path, book, &vocabulary)?, session.words, text(own, "id"))?;
    file.readings.extend(readings);
    let scope = scope(text(own, "subject"), &sheet)?;
    let inquirer = Inquirer::new(book, &vocabulary);
    let outcome = inquirer.outcome(&file, &sheet, id, &scope)?;
    session.out.head(&format!(
        "{} · {} · {}",
        file.id,
        session.scope(&scope),
        session.words.value(outcome.value)
    ));
    summary::outcome(session, &outcome);
    for family in [Family::Gap, Family::Dispute, Family::Risk] {
        let completions = inquirer.completions(&file, &sheet, id, &scope, family)?;
        summary::completions(session, &completions, 5);
    }
    session.out.document(&outcome);
    Ok(())
}

/// What is asked about: the subject that is named, else the first statement, else the case.
fn scope(named: Option<&str>, sheet: &Sheet) -> Result<Scope, Refusal> {
    let statements: Vec<&Scope> = sheet.scopes().filter(|scope| **scope != Scope::Case).collect();
    let Some(named) = named else {
        return Ok(statements.first().map_or(Scope::Case, |first| (*first).clone()));
    };
    if named == Scope::Case.to_string() {
        return Ok(Scope::Case);
    }
    if let Some(found) = statements.iter().find(|scope| scope.to_string() == named) {
        return Ok((*found).clone());
    }
    let known: Vec<String> = statements.iter().map(ToString::to_string).collect();
    let code = if known.is_empty() { "cli-no-statements" } else { "cli-subject-unknown" };
    let finding = Finding::error(code).with("subject", named).with("known", known.join(", "));
    Err(finding.refuse(Fault::Usage))
}
