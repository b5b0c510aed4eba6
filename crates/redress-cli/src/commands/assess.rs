//! `redress assess`: puts facts to the law.

use super::{Session, path, text, today};
use crate::{disk, summary};
use clap::ArgMatches;
use redress_base::Refusal;
use redress_case::Seen;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_report::Excerpts;
use redress_store::Access;
use redress_workbench::{Assessed, excerpts, result_bytes};
use std::path::{Path, PathBuf};

/// Assesses a case, and writes the result where asked.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let day = today(matches)?;
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        disk::outside_cases(out)?;
    }
    let words = Vocabulary::standard();
    let assessed = session.at_desk(&folder, Access::Write, |desk| {
        let assessed = desk.assess(Book::standard(), &words, text(matches, "by"), day)?;
        if words_of_posts(matches) {
            // In the ledger before a word of it stands on a page.
            desk.looked(text(matches, "by"), Seen::Material, None, None)?;
        }
        Ok(assessed)
    })?;
    summary::result(session, &assessed.result);
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        write(session, &assessed, out, words_of_posts(matches))?;
    }
    session.out.document(&assessed.result);
    Ok(())
}

/// Whether a page is written on which the words of posts stand.
fn words_of_posts(matches: &ArgMatches) -> bool {
    matches.get_flag("unmask") && matches.contains_id("out")
}

/// Writes `report.html` and `result.json` into a folder.
pub(crate) fn write(
    session: &Session<'_>,
    assessed: &Assessed,
    out: &Path,
    unmask: bool,
) -> Result<(), Refusal> {
    let result = &assessed.result;
    let words =
        if unmask { excerpts(result, &assessed.material.corpus, &result.params) } else { Excerpts::none() };
    let page = redress_report::page(result, &words, session.words);
    for (name, bytes) in [("report.html", page.into_bytes()), ("result.json", result_bytes(result)?)] {
        let path = out.join(name);
        disk::write(&path, &bytes)?;
        session.out.say("cli-done-wrote", &[("path", path.display().to_string().into())]);
    }
    Ok(())
}
