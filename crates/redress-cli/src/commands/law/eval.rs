//! `redress law eval`: facts in, answers out, one line each.

use super::{book, chosen, whole};
use crate::commands::Session;
use crate::out;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_facts::{Sheet, Vocabulary};
use redress_inquiry::{File, Inquirer, read};
use redress_workbench::Progress as _;
use std::path::PathBuf;

/// Answers every line of a file. Every line is read before the first is answered, so that a bad one writes nothing.
///
/// # Errors
/// `Input` with the first bad line; with `--keep-going` after the others were answered.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = book(own);
    let vocabulary = Vocabulary::standard();
    let readings = chosen(own, book)?;
    let path = own.get_one::<PathBuf>("facts").cloned().unwrap_or_default();
    let text = whole(&path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut files: Vec<Result<(File, Sheet), Refusal>> = Vec::new();
    for (at, line) in lines {
        let read = read(line, at + 1, book, &vocabulary);
        if read.is_err() && !own.get_flag("keep-going") {
            return read.map(|_| ());
        }
        files.push(read);
    }
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("cli-stage-answer", u64::try_from(files.len()).ok());
    let inquirer = Inquirer::new(book, &vocabulary);
    let mut first_bad = None;
    for read in files {
        if bars.stopped() {
            return Err(Finding::error("cli-stopped").refuse(Fault::Interrupted));
        }
        match read {
            Ok((mut file, sheet)) => {
                file.readings.extend(readings.clone());
                let answers = inquirer.answer(&file, &sheet, own.get_flag("trees"))?;
                out::raw(&answers.line());
            }
            Err(refusal) => {
                out::raw(&out::refusal_line(session.words, &refusal));
                first_bad.get_or_insert(refusal);
            }
        }
        if out::ended() {
            break;
        }
        bars.advance(1);
    }
    bars.end();
    first_bad.map_or(Ok(()), Err)
}
