//! `redress explain`: where a figure or an answer comes from.

use super::{Session, path, text, today};
use crate::summary;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_case::explain;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;

/// Prints the chain from answer to sealed bytes.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let what = text(matches, "what").unwrap_or_default();
    let day = today(matches)?;
    let words = Vocabulary::standard();
    let assessed =
        session.at_desk(&folder, Access::Read, |desk| desk.compute(Book::standard(), &words, day))?;
    let Some(chain) = explain(&assessed.result, what) else {
        // A rule of the book on which the file says nothing: what it asks for is told, not "no such name".
        let versions = Book::standard().rule(what);
        if !versions.is_empty() {
            session.out.say("cli-explain-silent", &[("rule", what.into())]);
            versions.iter().for_each(|rule| super::law::say_rule(session, Book::standard(), rule));
            session.out.document(&versions);
            return Ok(());
        }
        return Err(Finding::error("cli-what-unknown").with("what", what).refuse(Fault::Usage));
    };
    summary::chain(session, &chain, matches.get_flag("all"));
    session.out.document(&chain);
    Ok(())
}
