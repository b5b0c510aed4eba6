//! `redress log`: the ledger of a case, entry by entry.

use super::{Session, path, text};
use crate::documents_file::{LogRow, LogRows};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Entry, Ledger, What};
use redress_store::Access;

/// Prints the entries, the last ones or those of a kind.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let lines = session.at_desk(&path(matches, "case")?, Access::Read, |desk| desk.store.ledger())?;
    let ledger = Ledger::read(&lines)?;
    let kind = text(matches, "kind-of-entry");
    if let Some(kind) = kind.filter(|kind| !redress_case::KINDS.contains(kind)) {
        let found = Finding::error("cli-entry-kind-unknown").with("kind", kind);
        return Err(found.with("known", redress_case::KINDS.join(", ")).refuse(Fault::Usage));
    }
    let wanted: Vec<&Entry> =
        ledger.entries.iter().filter(|entry| kind.is_none_or(|kind| entry.what.kind() == kind)).collect();
    let last = matches.get_one::<usize>("last").copied().unwrap_or(wanted.len());
    let shown = wanted.get(wanted.len().saturating_sub(last)..).unwrap_or_default();
    let mut rows = Vec::with_capacity(shown.len());
    for entry in shown {
        let says = session.words.say(&format!("cli-log-{}", entry.what.kind()), &[]);
        let about = about(&entry.what);
        session.out.line(&format!("{:>6}  {}  {:14}  {says}  {about}", entry.seq, entry.at.at, entry.by));
        rows.push(LogRow { entry: (*entry).clone(), digest: line_digest(&ledger, entry.seq) });
    }
    session.out.line("");
    let entries = ledger.entries.len();
    session.out.say("cli-log-head", &[("entries", entries.into()), ("head", ledger.head.to_string().into())]);
    session.out.document(&LogRows { schema: "redress/log/1", entries: rows, head: ledger.head });
    Ok(())
}

/// SHA-256 of a line: what the next line names, or the head.
fn line_digest(ledger: &Ledger, seq: u64) -> redress_base::Sha256 {
    ledger.entry(seq.saturating_add(1)).map_or(ledger.head, |next| next.prev)
}

/// What the entry is about, in a few words without anything that identifies a person.
fn about(what: &What) -> String {
    match what {
        What::Opened { case_id, .. } => case_id.clone(),
        What::Sealed { item, .. } => item.id.to_string(),
        What::Read { item, format, .. } => format!("{item} {format}"),
        What::Claimed { anchor, term, claim } => format!("{anchor} {term} = {}", claim.value),
        What::Withdrawn { entry, .. } | What::Disputed { entry, .. } | What::Struck { entry, .. } => {
            format!("#{entry}")
        }
        What::Assessed { today, .. } => today.to_string(),
        What::Packed { .. } => String::new(),
        What::Party { party } => format!("{} {}", party.id, party.capacity.word()),
        What::Happened { event, .. } => {
            format!("{} {}/{} {}", event.on, event.procedure, event.track, event.event)
        }
        What::Noticed { notice } => format!("{} {} → {}", notice.on, notice.duty, notice.to),
        What::Filed { filing } => format!("{} {} → {}", filing.on, filing.paper, filing.to.kind.word()),
        What::Decided { decision } => format!("{}: {}", decision.question, decision.answer),
        What::Marked { marking } => {
            format!("{} {} {}", marking.on, marking.mark.word(), if marking.set { "+" } else { "-" })
        }
        What::Hindered { obstacle } => format!("{} {}", obstacle.from, obstacle.limit),
        What::Exported { export } => export.purpose.word().to_owned(),
        What::Viewed { view } => format!("{} {}", view.seen.word(), view.of.as_deref().unwrap_or_default()),
        What::HandedOver { hand_over } => {
            format!("{} {} → {}", hand_over.on, hand_over.from.kind.word(), hand_over.to.kind.word())
        }
        What::DrawnUp { paper } => paper.form.clone(),
        What::Received { receipt } => format!("{} {}", receipt.on, receipt.by.kind.word()),
    }
}
