//! Records a step of a procedure, where the law lets it follow.

use super::{day, item, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::consequences::endings;
use crate::page::fields::BODIES;
use crate::page::step::moves;
use crate::reply::{Reply, Wrong};
use redress_base::{Date, Fault, Finding, Refusal};
use redress_law::Body;
use redress_procedure::{Acting, Event, OpenMove, Procedures, TrackKey};
use redress_rights::{Object, UseCase};
use redress_workbench::{Quiet, Wanted, Whose, step_bodies};

/// Records one step.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let step = step(call)?;
    sure(call, &step)?;
    if let Some(first) = early(call, step.on)?
        && call.typed("early").is_none()
    {
        let found = Finding::error("web-step-early").with("day", call.words.date(step.on)).with("at", "on");
        return Err(found.with("first", call.words.date(first)).refuse(Fault::Usage).into());
    }
    let paper = item(call, "exhibit")?;
    let named = step.body.as_ref().map(|body| body.kind);
    // A step that there is not is told by the use case itself.
    let whose = step_bodies(&step.procedure, &step.event, named).map_or(Whose::Author, Whose::Bodies);
    let wanted = Wanted::of(UseCase::RecordEvent, Object::ProcedureEvent).whose(whose);
    let (entry, _) =
        call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.step(call.by(), step, paper))?;
    Ok(Reply::Entered(format!("{}#e-{entry}", call.at("procedure")), entry))
}

/// A step with which the person ends a procedure is recorded only once they have said that they know what it closes.
fn sure(call: &Call<'_>, step: &Event) -> Result<(), Wrong> {
    let Some(procedure) = Procedures::standard().get(&step.procedure) else { return Ok(()) };
    let Some(kind) = procedure.event(&step.event).filter(|_| call.typed("sure").is_none()) else {
        return Ok(());
    };
    let docket = redress_workbench::docket(&call.loaded()?.state)?;
    let moves = moves(call, &docket, &TrackKey::new(&step.procedure, &step.track));
    let ending = endings(procedure, kind, &moves);
    let chosen = |open: &&&OpenMove| {
        step.reason.as_ref().is_none_or(|reason| open.reasons.is_empty() || open.reasons.contains(reason))
    };
    match ending.iter().find(chosen).and_then(|open| procedure.state(&open.to)) {
        None => Ok(()),
        Some(state) => {
            let state = call.label(&state.label);
            Err(Finding::error("web-step-unsure").with("state", state).refuse(Fault::Usage).into())
        }
    }
}

/// The day of the first dated post of the statement that the step is about, or of those that were taken up; where there are none, of
/// the first post or of what was first seen. Nothing where the step does not lie before it: most often a year was mistyped.
fn early(call: &Call<'_>, on: Date) -> Result<Option<Date>, Wrong> {
    let loaded = call.loaded()?;
    let (corpus, all) = (&loaded.read.corpus, &loaded.read.statements);
    let named = call.typed("statement");
    let taken = loaded.result.statements.iter().filter(|row| row.taken_up).map(|row| row.id.as_str());
    let about: Vec<&str> = named.map_or_else(|| taken.collect(), |named| vec![named]);
    let about = about.into_iter().filter_map(|id| all.resolve(corpus, id));
    let members = about.flat_map(|one| &one.members).filter_map(|member| corpus.post(*member));
    let day = |post: &redress_posts::Post| post.published()?.at.beijing_date();
    let first = members.filter_map(day).min().or_else(|| {
        let seen = loaded.state.items.values().filter_map(|kept| kept.item.observed?.at.beijing_date());
        corpus.posts().iter().filter_map(day).chain(seen).min()
    });
    Ok(first.filter(|first| on < *first))
}

/// Whether the day that was sent lies before everything in the case, so that the form asks whether it is meant.
pub(crate) fn asks_whether_early(call: &Call<'_>) -> bool {
    let on = call.typed("on").and_then(|typed| typed.parse().ok());
    on.is_some_and(|on| matches!(early(call, on), Ok(Some(_))))
}

fn step(call: &Call<'_>) -> Result<Event, Wrong> {
    let (procedure, event) = (call.required("procedure")?, call.required("event")?);
    call.required("on")?;
    let Some(on) = day(call, "on")? else { return Err(Wrong::NotFound) };
    let mut step = Event::new(procedure, event, on);
    if let Some(track) = call.typed("track") {
        track.clone_into(&mut step.track);
    }
    step.number = call.typed("number").map(str::to_owned);
    step.for_day = day(call, "for-day")?;
    if let Some(typed) = call.typed("for-time") {
        // As a browser sends it: `09:30`.
        let read = Some(typed).filter(|typed| typed.len() == 5).and_then(|typed| typed.parse().ok());
        step.for_time = Some(read.ok_or_else(|| unfit(call, "for-time", typed))?);
    }
    step.reason = call.typed("step-reason").map(str::to_owned);
    step.persons = match call.typed("persons") {
        Some(typed) => Some(typed.parse().map_err(|_| unfit(call, "persons", typed))?),
        None => None,
    };
    step.body = acting(call)?;
    step.statement = statement(call)?;
    Ok(step)
}

/// Who acted, by kind and name: a body without its name says nothing.
fn acting(call: &Call<'_>) -> Result<Option<Acting>, Refusal> {
    let Some(typed) = call.typed("body") else { return Ok(None) };
    let kind: Option<Body> = BODIES.into_iter().find(|one| one.word() == typed);
    let kind = kind.ok_or_else(|| unfit(call, "body", typed))?;
    let name = call.typed("body-name").ok_or_else(|| {
        let empty = Finding::error("web-field-empty").with("field", call.text("web-field-body-name"));
        empty.with("at", "body-name").refuse(Fault::Usage)
    })?;
    Ok(Some(Acting { kind, name: name.to_owned() }))
}

/// The statement that a step is about, by the key of its first post: so it stays with the post when later material
/// regroups the statements.
fn statement(call: &Call<'_>) -> Result<Option<String>, Wrong> {
    let Some(typed) = call.typed("statement") else { return Ok(None) };
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let found = read.statements.resolve(&read.corpus, typed).and_then(|one| read.corpus.post(one.anchor));
    let post = found.ok_or_else(|| unfit(call, "statement", typed))?;
    Ok(Some(read.corpus.key(post)))
}
