//! `redress law eval`: facts in, answers out: to be read, or one line of JSON each.

use super::{Session, asked, book, chosen, told, vocabulary};
use crate::out;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_inquiry::Inquirer;
use redress_workbench::Progress as _;
use std::path::PathBuf;

/// Answers every file of facts. All are read before the first is answered, so that a bad one writes nothing.
///
/// # Errors
/// `Input` with everything that is wrong; with `--keep-going` after the others were answered.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let book = book(own)?;
    let vocabulary = vocabulary(own)?;
    let readings = chosen(own, book)?;
    let path = own.get_one::<PathBuf>("facts").cloned().unwrap_or_default();
    let asked = asked(&path, book, &vocabulary)?;
    asked.tell(session.words);
    let json = session.out.json;
    let refusal = asked.refusal(session.words, !json);
    if let (Some(refusal), false) = (&refusal, own.get_flag("keep-going")) {
        if json {
            let bad = asked.read.iter().filter_map(|one| one.as_ref().err());
            bad.for_each(|faults| out::refusal_line(session.words, faults));
        }
        return Err(refusal.clone());
    }
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("cli-stage-answer", u64::try_from(asked.read.len()).ok());
    let inquirer = Inquirer::new(book, &vocabulary);
    for read in asked.read {
        if bars.stopped() {
            return Err(Finding::error("cli-stopped").refuse(Fault::Interrupted));
        }
        match read {
            Ok((mut file, sheet)) => {
                file.readings.extend(readings.clone());
                let mut answers = inquirer.answer(&file, &sheet, own.get_flag("trees"))?;
                if json {
                    answers.elements.retain(|one| one.said || !own.get_flag("said"));
                    out::raw(&answers.line());
                } else {
                    told::answers(session, book, &answers);
                }
            }
            Err(faults) if json => out::refusal_line(session.words, &faults),
            Err(_) => {}
        }
        if out::ended() {
            break;
        }
        bars.advance(1);
    }
    bars.end();
    if let (Some(refusal), true) = (&refusal, json) {
        out::complain(session.words, &refusal.finding);
    }
    refusal.map_or(Ok(()), Err)
}
