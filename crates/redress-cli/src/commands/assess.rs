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

/// The page to read.
const PAGE: &str = "report.html";
/// The result as one document.
const RESULT: &str = "result.json";

/// Assesses a case, and writes the result where asked.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let day = today(matches)?;
    let force = matches.get_flag("force");
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        for name in [PAGE, RESULT] {
            disk::free(&out.join(name), force)?;
        }
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
        write(session, &assessed, out, (words_of_posts(matches), force))?;
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
    (unmask, force): (bool, bool),
) -> Result<(), Refusal> {
    let result = &assessed.result;
    let words = if unmask {
        excerpts(result, &assessed.material.corpus, &assessed.statements)
    } else {
        Excerpts::none()
    };
    let page = redress_report::page(result, &words, session.words);
    for (name, bytes) in [(PAGE, page.into_bytes()), (RESULT, result_bytes(result)?)] {
        let path = out.join(name);
        disk::put(&path, &bytes, force)?;
        session.out.chat("cli-done-wrote", &[("path", path.display().to_string().into())]);
    }
    Ok(())
}
