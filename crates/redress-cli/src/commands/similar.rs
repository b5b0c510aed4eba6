//! `redress similar`: published cases that turn on the same facts, and how they were handled.

use super::law::{asked, book, chosen, pick, vocabulary};
use super::{Session, text, today};
use crate::documents::SimilarCases;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_facts::{Sheet, Vocabulary};
use redress_inquiry::{File, Inquirer, PublishedCase, Similar, similar};
use redress_law::Book;
use redress_store::Access;
use redress_workbench::facts_of;
use std::path::{Path, PathBuf};

/// Compares a file of facts with the published cases.
///
/// # Errors
/// What reading the facts refuses; `Usage` where no line has the id that was asked for.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = book(own)?;
    let vocabulary = vocabulary(own)?;
    let readings = chosen(own, book)?;
    let path = own.get_one::<PathBuf>("facts").cloned().unwrap_or_default();
    let (mut file, sheet) = if crate::disk::in_case_folder(&path) && path.is_dir() {
        of_case(session, own, &path, &vocabulary)?
    } else {
        pick(asked(&path, book, &vocabulary)?, session.words, text(own, "id"))?
    };
    file.readings.extend(readings);
    compare(session, book, &vocabulary, &file, &sheet)
}

/// What a case folder establishes, as a file of facts.
fn of_case(
    session: &Session<'_>,
    own: &ArgMatches,
    folder: &Path,
    vocabulary: &Vocabulary,
) -> Result<(File, Sheet), Refusal> {
    let day = today(own)?;
    let computed =
        session.at_desk(folder, Access::Read, |desk| desk.compute(Book::standard(), vocabulary, day))?;
    let result = computed.result;
    let sheet = facts_of(&result);
    let readings = redress_law::Readings::new();
    Ok((
        File { schema: None, id: result.case_id, at: result.today, filed: None, facts: vec![], readings },
        sheet,
    ))
}

fn compare(
    session: &Session<'_>,
    book: &Book,
    vocabulary: &Vocabulary,
    file: &File,
    sheet: &Sheet,
) -> Result<(), Refusal> {
    let inquirer = Inquirer::new(book, vocabulary);
    let answers = inquirer.answer(file, sheet, false)?;
    // A case is no likeness of itself.
    let others: Vec<PublishedCase> =
        PublishedCase::standard().into_iter().filter(|case| case.id != file.id).collect();
    let found = similar(&inquirer, vocabulary, &answers, &others)?;
    show(session, &file.id, &found);
    session.out.document(&SimilarCases { schema: "redress/similar/1", id: file.id.clone(), similar: found });
    Ok(())
}

fn show(session: &Session<'_>, id: &str, found: &[Similar]) {
    let (out, words) = (&session.out, session.words);
    out.say("cli-similar-head", &[("id", id.into()), ("count", found.len().into())]);
    for one in found {
        out.head(&format!("{}  {}  ({})", one.id, session.label(&one.name.zh, &one.name.en), one.published));
        for shared in &one.shared {
            let label = session.label(&shared.label.zh, &shared.label.en);
            out.line(&format!("  = {label}: {} [{}]", words.say(&shared.reason, &[]), shared.fact));
        }
        for handled in &one.handled {
            out.line(&format!("  → {}", session.label(&handled.zh, &handled.en)));
        }
    }
    out.say("cli-similar-foot", &[]);
}
