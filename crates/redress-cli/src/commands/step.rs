//! `redress step`: what happened in each procedure, and what may follow.

use super::{Session, day, item, organ, path, text, today};
use crate::clock::SystemClock;
use crate::documents_file::{Next, NextTrack, StepEntered, StepRow, Steps, TrackRow};
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_law::Label;
use redress_procedure::{Acting, Cite, Docket, Event, Moves, Procedures, TrackKey};
use redress_store::Access;
use redress_workbench::{Clock as _, docket};
use std::path::Path;

/// Records a step, lists the steps, or shows what may follow.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    match matches.subcommand() {
        Some(("add", own)) => add(session, &folder, own),
        Some(("next", own)) => next(session, &folder, own),
        _ => list(session, &folder),
    }
}

fn add(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let on = day(own, "on")?.unwrap_or(Date::MAX);
    let mut event =
        Event::new(text(own, "procedure").unwrap_or_default(), text(own, "event").unwrap_or_default(), on);
    if let Some(track) = text(own, "track") {
        track.clone_into(&mut event.track);
    }
    event.number = text(own, "number").map(str::to_owned);
    event.for_day = day(own, "for-day")?;
    event.for_time = text(own, "at").map(time).transpose()?;
    event.reason = text(own, "step-reason").map(str::to_owned);
    event.persons = own.get_one::<u32>("persons").copied();
    if text(own, "body").is_some() || text(own, "body-name").is_some() {
        let organ = organ(own, "body", "body-name")?;
        let unnamed = || Finding::error("cli-body-unnamed").refuse(Fault::Usage);
        event.body = Some(Acting { kind: organ.kind, name: organ.name.ok_or_else(unnamed)? });
    }
    let paper = text(own, "paper").map(item).transpose()?;
    let statement = text(own, "statement");
    let (entry, admitted) = session.at_desk(folder, Access::Write, |desk| {
        event.statement = statement.map(|typed| super::fact::post_of(desk, typed)).transpose()?;
        desk.step(text(own, "by"), event, paper)
    })?;
    let done = admitted.done;
    let procedures = Procedures::standard();
    let (name, state) = named(session, procedures, &done.event.procedure, &done.to);
    session.out.chat(
        "cli-step-entered",
        &[("entry", entry.into()), ("procedure", name.as_str().into()), ("state", state.as_str().into())],
    );
    session.out.chat_line(&format!("    {}", cites(session, &done.cites)));
    for fact in &done.facts {
        let (term, value) = (session.term(&fact.term), session.datum(&fact.value));
        session.out.chat_line(&format!("    {term} = {value}"));
    }
    let kind = Procedures::standard().get(&done.event.procedure).and_then(|one| one.event(&done.event.event));
    let telling = kind.filter(|kind| kind.done_by(&done.event).is_none()).map(|kind| kind.telling());
    if let Some(bodies) = telling.filter(|bodies| !bodies.is_empty()) {
        let known: Vec<&str> = bodies.iter().map(|body| body.word()).collect();
        session.out.say("cli-step-body-open", &[("known", known.join(", ").into())]);
    }
    if paper.is_none() {
        session.out.chat("cli-step-without-paper", &[]);
    }
    session.out.document(&StepEntered { schema: "redress/step-entered/1", entry, step: done });
    Ok(())
}

/// A time of day as it is typed, `09:30`: hours and minutes, by the clock of Beijing.
fn time(typed: &str) -> Result<jiff::civil::Time, Refusal> {
    let parts = typed.split_once(':').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2);
    let digits = |part: &str| part.parse::<i8>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    let read =
        parts.and_then(|(hour, minute)| jiff::civil::Time::new(digits(hour)?, digits(minute)?, 0, 0).ok());
    read.ok_or_else(|| Finding::error("cli-hour-unreadable").with("value", typed).refuse(Fault::Usage))
}

/// The day that a step fixes, and its time.
fn appointed(event: &Event) -> String {
    let Some(day) = event.for_day else { return String::new() };
    let at = event.for_time.map(|at| at.strftime(" %H:%M").to_string()).unwrap_or_default();
    format!("  → {day}{at}")
}

/// Name of a procedure and of one of its states in the person's language.
fn named(session: &Session<'_>, procedures: &Procedures, procedure: &str, state: &str) -> (String, String) {
    let Some(found) = procedures.get(procedure) else { return (procedure.to_owned(), state.to_owned()) };
    let label = |label: &Label| session.label(&label.zh, &label.en).to_owned();
    (label(&found.label), found.state(state).map_or_else(|| state.to_owned(), |one| label(&one.label)))
}

/// The articles in one line; those that were not checked against a text carry their mark.
pub(crate) fn cites(session: &Session<'_>, cites: &[Cite]) -> String {
    let one = |cite: &Cite| {
        let open = cite.confidence == redress_law::Confidence::O;
        let mark = if open { session.words.say("cli-mark-unverified", &[]) } else { String::new() };
        format!("{}{mark}", session.words.article(&cite.article))
    };
    cites.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn list(session: &Session<'_>, folder: &Path) -> Result<(), Refusal> {
    let (_, state) = session.at_desk(folder, Access::Read, |desk| desk.state())?;
    let docket = docket(&state)?;
    let procedures = Procedures::standard();
    let mut tracks = Vec::new();
    for (key, track) in docket.tracks() {
        let (name, standing) = named(session, procedures, &key.procedure, &track.state);
        session.out.head(&format!("{name} {} — {standing}", key.track));
        for done in &track.history {
            let kind = procedures.get(&key.procedure).and_then(|one| one.event(&done.event.event));
            let label =
                kind.map_or(done.event.event.as_str(), |kind| session.label(&kind.label.zh, &kind.label.en));
            let paper = state.steps.iter().find(|step| step.seq == done.entry).and_then(|step| step.of.paper);
            let number = done.event.number.as_deref().unwrap_or_default();
            let paper = paper.map(|item| format!("  [{item}]")).unwrap_or_default();
            let why = done.event.reason.as_deref().map(|id| session.reason(&done.event, id));
            let why = why.map(|said| format!(" ({said})")).unwrap_or_default();
            let fixed = appointed(&done.event);
            let day = session.words.date(done.event.on);
            session.out.line(&format!("  {day}  {label}{why}{fixed}  {number}{paper}  #{}", done.entry));
        }
        tracks.push(TrackRow {
            procedure: key.procedure.clone(),
            track: key.track.clone(),
            state: track.state.clone(),
            ended: track.ended,
            steps: track.history.clone(),
        });
    }
    let struck = state.steps.iter().filter_map(|step| step.struck.map(|by| (step, by)));
    let struck: Vec<StepRow> = struck
        .map(|(step, by)| StepRow { entry: step.seq, event: step.of.event.clone(), struck: by })
        .collect();
    if tracks.is_empty() {
        session.out.say("cli-step-none", &[]);
    }
    docket.findings().iter().for_each(|finding| session.out.finding(finding));
    let findings = docket.findings().to_vec();
    session.out.document(&Steps { schema: "redress/steps/1", tracks, struck, findings });
    Ok(())
}

fn next(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let (_, state) = session.at_desk(folder, Access::Read, |desk| desk.state())?;
    let on = today(own)?.or_else(|| SystemClock.now().at.beijing_date()).unwrap_or(Date::MAX);
    let docket = docket(&state)?;
    let procedures = Procedures::standard();
    let keys: Vec<TrackKey> = match text(own, "procedure") {
        Some(procedure) => {
            super::procedure::known(procedures, procedure)?;
            vec![TrackKey::new(procedure, text(own, "track").unwrap_or("1"))]
        }
        None if docket.tracks().next().is_some() => docket.tracks().map(|(key, _)| key.clone()).collect(),
        None => procedures.iter().map(|one| TrackKey::new(&one.id, "1")).collect(),
    };
    let mut tracks = Vec::new();
    for key in keys {
        let moves = docket.moves(procedures, &key, on);
        show(session, &docket, procedures, &key, &moves);
        tracks.push(NextTrack { procedure: key.procedure, track: key.track, moves });
    }
    session.out.document(&Next { schema: "redress/next/1", tracks });
    Ok(())
}

fn show(session: &Session<'_>, docket: &Docket, procedures: &Procedures, key: &TrackKey, moves: &Moves) {
    let state = docket.track(key).map(|track| track.state.clone());
    let start = procedures.get(&key.procedure).map(|one| one.start.clone()).unwrap_or_default();
    let (name, standing) = named(session, procedures, &key.procedure, &state.unwrap_or(start));
    session.out.head(&format!("{name} {} — {standing}", key.track));
    let label = |label: &Label| session.label(&label.zh, &label.en).to_owned();
    for one in &moves.open {
        session.out.line(&format!("  + {:28} {}", one.event, label(&one.label)));
        reasons(session, procedures, key, &one.event, &one.reasons);
        session.out.line(&format!("      {}", cites(session, &one.cites)));
        for call in &one.called {
            session.out.line(&format!("      ! {}  {}", label(&call.label), cites(session, &call.cites)));
        }
    }
    for one in &moves.waiting {
        session.out.line(&format!("  · {:28} {}", one.event, label(&one.label)));
        reasons(session, procedures, key, &one.event, &one.reasons);
        session.out.say("cli-step-waits", &[("for", label(&one.needed).into())]);
    }
    for one in &moves.closed {
        session.out.line(&format!("  × {:28} {}", one.event, label(&one.label)));
        reasons(session, procedures, key, &one.event, &one.reasons);
        let until = one.until.map(|day| format!(" ({day})")).unwrap_or_default();
        session.out.line(&format!("      {}{until}  {}", label(&one.why), cites(session, &one.cites)));
    }
    if moves.open.is_empty() && moves.waiting.is_empty() && moves.closed.is_empty() {
        session.out.say("cli-step-rests", &[]);
    }
}

/// The reasons that the law tells apart, each as it is typed and in words.
fn reasons(session: &Session<'_>, procedures: &Procedures, key: &TrackKey, event: &str, ids: &[String]) {
    let kind = procedures.get(&key.procedure).and_then(|one| one.event(event));
    for id in ids {
        let found = kind.and_then(|kind| kind.reasons.iter().find(|one| one.id == *id));
        let said = found.map_or("", |one| session.label(&one.label.zh, &one.label.en));
        session.out.line(&format!("      --reason {id:24} {said}"));
    }
}
