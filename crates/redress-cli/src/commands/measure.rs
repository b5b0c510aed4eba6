//! `redress measure`: same statements, reach, timeline, each with its source.

use super::{Session, path, text};
use crate::documents::Measures;
use crate::summary;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_case::Seen;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;
use redress_workbench::handles;

/// Measures a case; changes nothing, but that somebody asked for words of posts is in the ledger before they are shown.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let top = matches.get_one::<usize>("top").copied().unwrap_or(20);
    let shown = matches.get_flag("first-words");
    let words = Vocabulary::standard();
    let access = if shown { Access::Write } else { Access::Read };
    let assessed = session.at_desk(&folder, access, |desk| {
        let assessed = desk.compute(Book::standard(), &words, None)?;
        if shown {
            let purpose = text(matches, "purpose-of-look").map(str::to_owned);
            desk.looked(text(matches, "by"), Seen::Material, None, purpose)?;
        }
        Ok(assessed)
    })?;
    let mut result = assessed.result;
    result.statements.truncate(top);
    let handles = handles(&result, &assessed.material.corpus, shown);
    summary::kept(session, &result);
    summary::measured(session, &result, &handles);
    if !shown && !handles.is_empty() {
        session.out.say("cli-measure-words", &[]);
    }
    session.out.document(&Measures {
        schema: "redress/measures/1",
        params: result.params,
        kept: result.kept,
        statements: result.statements,
        handles,
        statements_total: result.statements_total,
        figures: result.figures,
        timelines: result.timelines,
    });
    Ok(())
}
