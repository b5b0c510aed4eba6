//! `redress record`: notices, filings, decisions, marks, disputes, corrections, sealed heads.

use super::entry::Undone;
use super::fact::span;
use super::party::party_id;
use super::{Session, day, item, organ, path, text};
use crate::documents::EntryMade;
use crate::documents_file::{DutyRow, DutyRows};
use clap::ArgMatches;
use redress_base::{Article, Date, Fault, Finding, ItemId, Refusal};
use redress_case::{
    Decision, Entry, Filing, Labelling, Ledger, Mark, Marking, NeutralSummary, Notice, Obstacle, Service,
    What, notice_duties,
};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_posts::Corpus;
use redress_store::Access;
use redress_workbench::Desk;
use std::path::Path;

/// Records one thing, or lists the duties that a notice can meet.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let Some((what, own)) = matches.subcommand() else { return Ok(()) };
    if what == "duties" {
        duties(session, text(own, "search").unwrap_or_default());
        return Ok(());
    }
    if what == "checkpoint" {
        return checkpoint(session, &folder, own);
    }
    let (entry, made) = session.at_desk(&folder, Access::Write, |desk| {
        let entry = record(desk, what, own)?;
        let (ledger, _) = desk.state()?;
        Ok((entry, Recorded::of(&ledger, entry)))
    })?;
    made.show(session, entry);
    session.out.document(&EntryMade {
        schema: "redress/entry/1",
        entry,
        what: made.entry.map(|one| one.what),
    });
    Ok(())
}

/// What was written, read back from the ledger.
struct Recorded {
    entry: Option<Entry>,
    /// The entry that was struck or disputed by it.
    of: Option<Entry>,
    /// By which reading a file is read now, where a reading of it was struck.
    reading: Option<(ItemId, Option<u64>)>,
}

impl Recorded {
    fn of(ledger: &Ledger, entry: u64) -> Recorded {
        let made = ledger.entry(entry).cloned();
        let of = made.as_ref().and_then(|made| match made.what {
            What::Struck { entry, .. } | What::Disputed { entry, .. } => ledger.entry(entry).cloned(),
            _ => None,
        });
        let item =
            of.as_ref().and_then(|of| if let What::Read { item, .. } = of.what { Some(item) } else { None });
        let reading = item.map(|item| {
            let undone = Undone::of(ledger);
            let read = |one: &&Entry| matches!(one.what, What::Read { item: of, .. } if of == item);
            let stands = |one: &&Entry| undone.mark(one.seq).is_none();
            (item, ledger.entries.iter().rev().filter(read).find(stands).map(|one| one.seq))
        });
        Recorded { entry: made, of, reading }
    }

    fn show(&self, session: &Session<'_>, number: u64) {
        let what = self.entry.as_ref().map(|entry| session.entry(entry)).unwrap_or_default();
        session.out.chat("cli-recorded", &[("entry", number.into()), ("what", what.into())]);
        if let Some(of) = &self.of {
            session.out.chat_line(&format!("    #{}  {}", of.seq, session.entry(of)));
        }
        match self.reading {
            Some((item, Some(entry))) => {
                let args = [("item", item.to_string().into()), ("entry", entry.into())];
                session.out.chat("cli-reading-again", &args);
            }
            Some((item, None)) => session.out.chat("cli-reading-none", &[("item", item.to_string().into())]),
            None => {}
        }
    }
}

fn record(desk: &mut Desk<'_>, what: &str, own: &ArgMatches) -> Result<u64, Refusal> {
    let by = text(own, "by");
    match what {
        "notice" => desk.serve(Book::standard(), by, notice(own)?),
        "filing" => desk.file(by, filing(own)?),
        "decision" => desk.decide(by, decision(own)?),
        "mark" => desk.mark(by, marking(own)?),
        "obstacle" => desk.hinder(Book::standard(), &Vocabulary::standard(), by, obstacle(own)?),
        "dispute" => dispute(desk, own),
        "label" => label(desk, own),
        "capture" => super::custody::capture(desk, own),
        "proof" => super::custody::proof(desk, own),
        "handling" => super::custody::handling(desk, own),
        "cosignature" => {
            let file = crate::cosigner::text(&path(own, "cosignature-file")?)?;
            desk.take_cosignature(by, &file, text(own, "cosigner").unwrap_or_default())
        }
        "name" => desk.rename(by, text(own, "new-name").unwrap_or_default()),
        "summary" => summary(desk, own),
        "strike" => desk.strike(by, number(own), text(own, "reason").unwrap_or_default()),
        _ => desk.seal_head(by).and_then(|_| desk.state()).map(|(_, state)| state.entries),
    }
}

/// Signs the log as it stands, and writes what a cosigner is asked.
fn checkpoint(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let out = path(own, "out")?;
    crate::disk::free_in_folder(&out, false)?;
    let (signed, made) = session.at_desk(folder, Access::Write, |desk| {
        let signed = desk.sign_log(text(own, "by"), text(own, "cosigner"))?;
        let (ledger, _) = desk.state()?;
        let made = Recorded::of(&ledger, signed.entry);
        Ok((signed, made))
    })?;
    // The signature is in the ledger by now: a request that could not be written is asked for again.
    crate::disk::put(&out, signed.request.as_bytes(), false)?;
    made.show(session, signed.entry);
    session.out.chat("cli-done-wrote", &[("path", out.display().to_string().into())]);
    session.out.say("cli-packed-key", &[("key", signed.key.as_str().into())]);
    session.out.chat("cli-checkpoint-next", &[("key", signed.key.as_str().into())]);
    session.out.document(&EntryMade {
        schema: "redress/entry/1",
        entry: signed.entry,
        what: made.entry.map(|one| one.what),
    });
    Ok(())
}

fn number(own: &ArgMatches) -> u64 {
    own.get_one::<u64>("entry").copied().unwrap_or_default()
}

fn on(own: &ArgMatches) -> Result<Date, Refusal> {
    Ok(day(own, "on")?.unwrap_or(Date::MAX))
}

fn items(own: &ArgMatches, name: &str) -> Result<Vec<ItemId>, Refusal> {
    own.get_many::<String>(name).into_iter().flatten().map(|one| item(one)).collect()
}

fn notice(own: &ArgMatches) -> Result<Notice, Refusal> {
    Ok(Notice {
        duty: text(own, "duty").unwrap_or_default().to_owned(),
        by: organ(own, "body", "body-name")?,
        to: party_id(own, "to-party")?,
        on: on(own)?,
        service: text(own, "served").and_then(Service::from_word).unwrap_or(Service::InPerson),
        proof: text(own, "paper").map(item).transpose()?,
    })
}

fn filing(own: &ArgMatches) -> Result<Filing, Refusal> {
    Ok(Filing {
        paper: text(own, "filed-paper").unwrap_or_default().to_owned(),
        to: organ(own, "body", "body-name")?,
        on: on(own)?,
        track: text(own, "track").map(str::to_owned),
        items: items(own, "item")?,
        receipt: text(own, "receipt").map(str::to_owned),
    })
}

fn decision(own: &ArgMatches) -> Result<Decision, Refusal> {
    let of = |name: &str| text(own, name).unwrap_or_default().to_owned();
    Ok(Decision {
        question: of("question"),
        answer: of("answer"),
        reason: of("reason"),
        items: items(own, "item")?,
    })
}

fn marking(own: &ArgMatches) -> Result<Marking, Refusal> {
    Ok(Marking {
        mark: text(own, "mark").and_then(Mark::from_word).unwrap_or(Mark::Supervised),
        set: !own.get_flag("off"),
        on: on(own)?,
        by: organ(own, "body", "body-name")?,
        number: text(own, "number").map(str::to_owned),
    })
}

/// Which posts there are, the sealed items say.
fn posts(desk: &Desk<'_>) -> Result<Corpus, Refusal> {
    let (_, state) = desk.state()?;
    let sealed = redress_workbench::FromStore(&*desk.store);
    let material = redress_workbench::material(&state, &sealed, desk.tables, &mut redress_workbench::Quiet)?;
    Ok(material.corpus)
}

/// Says in neutral words what a post says.
fn summary(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let of = |name: &str| text(own, name).unwrap_or_default().to_owned();
    let summary = NeutralSummary { post: of("summarised-post"), text: of("summary-text") };
    let corpus = posts(desk)?;
    desk.summarise(text(own, "by"), &corpus, &summary)
}

/// Puts posts under a label.
fn label(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let corpus = posts(desk)?;
    let labelling = Labelling {
        label: text(own, "label").unwrap_or_default().to_owned(),
        posts: own.get_many::<String>("labelled-post").into_iter().flatten().cloned().collect(),
        set: !own.get_flag("label-off"),
    };
    desk.label(text(own, "by"), &corpus, &labelling)
}

fn obstacle(own: &ArgMatches) -> Result<Obstacle, Refusal> {
    let cite = text(own, "cite").unwrap_or_default();
    let unfit = || Finding::error("cli-article-unreadable").with("value", cite).refuse(Fault::Usage);
    let (instrument, article) =
        cite.rsplit_once('/').filter(|(path, _)| path.contains('/')).ok_or_else(unfit)?;
    Ok(Obstacle {
        limit: text(own, "limit").unwrap_or_default().to_owned(),
        from: day(own, "from-day")?.unwrap_or(Date::MAX),
        to: day(own, "to-day")?,
        cite: Article::new(instrument, article),
        reason: text(own, "reason").unwrap_or_default().to_owned(),
        proof: text(own, "paper").map(item).transpose()?,
    })
}

fn dispute(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let sources = own.get_many::<String>("source").into_iter().flatten();
    let sources = sources.map(|source| span(desk, source)).collect::<Result<_, _>>()?;
    desk.dispute(text(own, "by"), number(own), text(own, "reason").unwrap_or_default(), sources)
}

/// The duties of the law book whose doing is a dated fact, so that a notice meets them.
fn duties(session: &Session<'_>, search: &str) {
    let wanted = search.to_lowercase();
    let mut rows = Vec::new();
    for duty in notice_duties(Book::standard()) {
        let label = session.label(&duty.label.zh, &duty.label.en);
        if ![duty.id.as_str(), &duty.label.zh, &duty.label.en]
            .iter()
            .any(|one| one.to_lowercase().contains(&wanted))
        {
            continue;
        }
        session.out.line(&format!("{:36} {label}", duty.id));
        rows.push(DutyRow {
            id: duty.id.clone(),
            label: duty.label.clone(),
            who: duty.who,
            cites: duty.cites.clone(),
        });
    }
    session.out.document(&DutyRows { schema: "redress/duties/1", duties: rows });
}
