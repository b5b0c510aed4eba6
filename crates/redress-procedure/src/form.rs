//! Whether an event is well-formed by itself, before anything is asked about its place.

use crate::number::Wrong;
use crate::procedure::{EventKind, Move, Procedure, admits};
use crate::refuse::{named, under};
use crate::{Cite, Event, Procedures, in_force};
use redress_base::{Fault, Finding, Refusal};
use redress_facts::{Scope, nearest};
use redress_law::Body;

/// Longest name of a track, in characters.
const LONGEST_TRACK: usize = 20;
/// Longest name of an organ, in characters.
const LONGEST_NAME: usize = 100;
/// Longest id of a statement, in bytes.
const LONGEST_STATEMENT: usize = 40;
/// Longest key of a post, in bytes: a platform and its own id, which is foreign text and written with escapes.
const LONGEST_POST: usize = 1000;

/// An event that is well-formed, with its number in the canonical form.
pub(crate) struct Formed<'p> {
    pub(crate) event: Event,
    pub(crate) procedure: &'p Procedure,
    pub(crate) kind: &'p EventKind,
}

/// Reads an event by itself.
pub(crate) fn read<'p>(procedures: &'p Procedures, event: &Event) -> Result<Formed<'p>, Refusal> {
    if let Some(broken) = procedures.broken() {
        return Err(broken.clone().refuse(Fault::Input));
    }
    let Some(procedure) = procedures.get(&event.procedure) else {
        let known: Vec<&str> = procedures.iter().map(|procedure| procedure.id.as_str()).collect();
        let near = nearest(&event.procedure, known.iter().copied()).unwrap_or("none");
        return Err(Finding::error("procedure-unknown")
            .with("written", event.procedure.as_str())
            .with("near", near)
            .with("known", known.join(", "))
            .refuse(Fault::Usage));
    };
    let Some(kind) = procedure.event(&event.event) else {
        let known: Vec<&str> = procedure.events.iter().map(|kind| kind.id.as_str()).collect();
        let near = nearest(&event.event, known.iter().copied()).unwrap_or("none");
        return Err(named(Finding::error("procedure-event-unknown"), "procedure", &procedure.label)
            .with("written", event.event.as_str())
            .with("near", near)
            .with("known", known.join(", "))
            .refuse(Fault::Usage));
    };
    track(event)?;
    let mut event = event.clone();
    event.number = number(&event, kind)?;
    reason(&event, kind)?;
    rest(&event, kind)?;
    Ok(Formed { event, procedure, kind })
}

/// `1`, `2`, `1.2`: lower-case letters and digits, with at most one dot.
fn track(event: &Event) -> Result<(), Refusal> {
    let plain = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let (matter, own) = event.track.split_once('.').unwrap_or((&event.track, "1"));
    if event.track.len() <= LONGEST_TRACK && plain(matter) && plain(own) {
        return Ok(());
    }
    Err(Finding::error("procedure-track-name").with("written", event.track.as_str()).refuse(Fault::Usage))
}

/// The number in its canonical form.
fn number(event: &Event, kind: &EventKind) -> Result<Option<String>, Refusal> {
    let Some(written) = &event.number else { return Ok(None) };
    kind.number.canonical(written, event.on.year()).map(Some).map_err(|wrong| {
        let finding = match wrong {
            Wrong::NotCarried => Finding::error("procedure-number-not-carried"),
            Wrong::Year(year) => Finding::error("procedure-number-year")
                .with("year", year.to_string())
                .with("on", event.on.to_string()),
            Wrong::Shape => Finding::error("procedure-number-wrong")
                .with("kind", kind.number.word())
                .with("example", kind.number.example()),
        };
        named(finding, "event", &kind.label).with("number", written.as_str()).refuse(Fault::Input)
    })
}

/// A reason is given exactly where the law tells reasons apart.
fn reason(event: &Event, kind: &EventKind) -> Result<(), Refusal> {
    let known: Vec<&str> = kind.reasons.iter().map(|reason| reason.id.as_str()).collect();
    let finding = match &event.reason {
        None if known.is_empty() => return Ok(()),
        Some(written) if known.contains(&written.as_str()) => return Ok(()),
        None => Finding::error("procedure-reason-missing"),
        Some(written) if known.is_empty() => {
            Finding::error("procedure-reason-not-asked").with("written", written.as_str())
        }
        Some(written) => Finding::error("procedure-reason-unknown").with("written", written.as_str()),
    };
    Err(named(finding, "event", &kind.label).with("known", known.join(", ")).refuse(Fault::Usage))
}

/// Who is named with the step is who the law lets do it, or who receives what a person does. Not asked of a step by
/// itself: an entry that was once taken in with another body stays readable, with a finding.
pub(crate) fn body_wrong(formed: &Formed<'_>) -> Option<Finding> {
    let Formed { event, procedure, kind } = formed;
    let (body, bodies) = (event.body.as_ref()?, kind.named(event.reason.as_deref()));
    if bodies.is_empty() || bodies.contains(&body.kind) {
        return None;
    }
    let finding = Finding::error("procedure-body-wrong")
        .with("on", event.on.to_string())
        .with("written", body.kind.word())
        .with("does", if matches!(kind.by, Body::Person | Body::Actor) { "receives" } else { "acts" })
        .with("by", bodies.first().map_or("none", |one| one.word()))
        .with("known", words(bodies));
    Some(of_step(finding, event, procedure, kind))
}

/// Nobody is named although more than one body might have done it, or received it.
pub(crate) fn body_missing(formed: &Formed<'_>) -> Option<Finding> {
    let Formed { event, procedure, kind } = formed;
    let bodies = kind.named(event.reason.as_deref());
    if event.body.is_some() || bodies.len() < 2 {
        return None;
    }
    let finding = Finding::error("procedure-body-missing").with("known", words(bodies));
    Some(of_step(finding, event, procedure, kind))
}

fn words(bodies: &[Body]) -> String {
    bodies.iter().map(|one| one.word()).collect::<Vec<_>>().join(", ")
}

/// Names the step, and the articles of the arrows that it takes.
fn of_step(finding: Finding, event: &Event, procedure: &Procedure, kind: &EventKind) -> Finding {
    let mut cites: Vec<Cite> = Vec::new();
    let of_step = |one: &&Move| one.event == kind.id && admits(&one.reasons, event.reason.as_deref());
    for cite in procedure.moves.iter().filter(of_step).flat_map(|one| &one.cites) {
        if !cites.contains(cite) {
            cites.push(cite.clone());
        }
    }
    under(named(finding, "event", &kind.label), &in_force::on(&cites, event.on).0)
}

/// The fixed day, the number of persons, the organ and the statement.
fn rest(event: &Event, kind: &EventKind) -> Result<(), Refusal> {
    let wrong = |code: Finding, written: &str| {
        Err(named(code, "event", &kind.label).with("written", written).refuse(Fault::Input))
    };
    if let Some(day) = event.for_day {
        if !kind.for_day {
            return wrong(Finding::error("procedure-day-not-fixed"), &day.to_string());
        }
        if day < event.on {
            return wrong(
                Finding::error("procedure-day-before").with("on", event.on.to_string()),
                &day.to_string(),
            );
        }
    }
    if let Some(time) = event.for_time
        && (event.for_day.is_none() || !kind.appoints())
    {
        return wrong(Finding::error("procedure-time-not-appointed"), &time.to_string());
    }
    if let Some(persons) = event.persons.filter(|persons| !kind.persons || *persons == 0) {
        return wrong(Finding::error("procedure-persons-not-counted"), &persons.to_string());
    }
    if let Some(body) = &event.body {
        let length = body.name.trim().chars().count();
        if !(1..=LONGEST_NAME).contains(&length) || body.name.chars().any(char::is_control) {
            return wrong(Finding::error("procedure-body-name"), &body.name);
        }
    }
    match event.statement.as_deref() {
        Some(name) if !names_statement(name) => wrong(Finding::error("procedure-statement-name"), name),
        _ => Ok(()),
    }
}

/// The id of a statement, or the key of one of its posts.
fn names_statement(name: &str) -> bool {
    if matches!(name.parse::<Scope>(), Ok(Scope::Statement(_))) {
        return name.len() <= LONGEST_STATEMENT;
    }
    let parts = name.split_once('/').filter(|(platform, native)| !platform.is_empty() && !native.is_empty());
    let plain = !name.chars().any(|c| c.is_whitespace() || c.is_control());
    parts.is_some() && plain && name.len() <= LONGEST_POST
}
