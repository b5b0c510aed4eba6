//! `redress measure`: same statements, reach, timeline, each with its source.

use super::{Session, path};
use crate::documents::Measures;
use crate::summary;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;

/// Measures a case; changes nothing.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let top = matches.get_one::<usize>("top").copied().unwrap_or(20);
    let words = Vocabulary::standard();
    let assessed =
        session.at_desk(&folder, Access::Read, |desk| desk.compute(Book::standard(), &words, None))?;
    let mut result = assessed.result;
    result.statements.truncate(top);
    summary::kept(session, &result);
    summary::measured(session, &result);
    session.out.document(&Measures {
        schema: "redress/measures/1",
        params: result.params,
        kept: result.kept,
        statements: result.statements,
        statements_total: result.statements_total,
        figures: result.figures,
        timelines: result.timelines,
    });
    Ok(())
}
