//! `redress missing`: which facts would change an answer.

use super::{Session, path, today};
use crate::documents::Missing;
use crate::summary;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;

/// Lists what is missing; changes nothing.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let day = today(matches)?;
    let words = Vocabulary::standard();
    let assessed =
        session.at_desk(&folder, Access::Read, |desk| desk.compute(Book::standard(), &words, day))?;
    summary::missing(session, &assessed.result, usize::MAX);
    let (missing, routes) = (assessed.result.missing, assessed.result.routes);
    session.out.document(&Missing { schema: "redress/missing/1", missing, routes });
    Ok(())
}
