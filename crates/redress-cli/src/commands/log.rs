//! `redress log`: the ledger of a case, entry by entry.

use super::entry::Undone;
use super::{Session, path, text};
use crate::documents_file::{LogRow, LogRows, UndoneBy};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Entry, Ledger};
use redress_store::Access;

/// Prints the entries, the last ones or those of a kind.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let lines = session.at_desk(&path(matches, "case")?, Access::Read, |desk| desk.store.ledger())?;
    let ledger = Ledger::read(&lines)?;
    let kind = text(matches, "kind-of-entry").map(|typed| kind(session, typed)).transpose()?;
    let wanted: Vec<&Entry> =
        ledger.entries.iter().filter(|entry| kind.is_none_or(|kind| entry.what.kind() == kind)).collect();
    let last = matches.get_one::<usize>("last").copied().unwrap_or(wanted.len());
    let shown = wanted.get(wanted.len().saturating_sub(last)..).unwrap_or_default();
    let undone = Undone::of(&ledger);
    let mut rows = Vec::with_capacity(shown.len());
    for entry in shown {
        let mark = undone.mark(entry.seq);
        let stands = mark.map(|(word, by)| {
            let said = session.words.say(&format!("cli-log-is-{word}"), &[("by", by.into())]);
            format!("  [{said}]")
        });
        let sign = match mark {
            Some(("disputed", _)) => "?",
            Some(_) => "×",
            None => " ",
        };
        session.out.line(&format!(
            "{sign}{:>5}  {}  {:14}  {}{}",
            entry.seq,
            entry.at.at,
            session.words.author(&entry.by),
            session.entry(entry),
            stands.unwrap_or_default()
        ));
        rows.push(LogRow {
            entry: (*entry).clone(),
            digest: line_digest(&ledger, entry.seq),
            undone: mark.map(|(how, by)| UndoneBy { how, by }),
        });
    }
    session.out.line("");
    let entries = ledger.entries.len();
    session.out.say("cli-log-head", &[("entries", entries.into()), ("head", ledger.head.to_string().into())]);
    session.out.document(&LogRows { schema: "redress/log/1", entries: rows, head: ledger.head });
    Ok(())
}

/// A kind of entry by its code, or by its words as the list shows them.
fn kind(session: &Session<'_>, typed: &str) -> Result<&'static str, Refusal> {
    let said = |kind: &str| session.words.say(&format!("case-entry-{kind}"), &[]);
    let known = redress_case::KINDS;
    known.into_iter().find(|kind| *kind == typed || said(kind) == typed).ok_or_else(|| {
        let all: Vec<String> = known.iter().map(|kind| format!("{kind} ({})", said(kind))).collect();
        let found = Finding::error("cli-entry-kind-unknown").with("kind", typed);
        found.with("known", all.join(", ")).refuse(Fault::Usage)
    })
}

/// SHA-256 of a line: what the next line names, or the head.
fn line_digest(ledger: &Ledger, seq: u64) -> redress_base::Sha256 {
    ledger.entry(seq.saturating_add(1)).map_or(ledger.head, |next| next.prev)
}
