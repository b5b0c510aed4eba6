//! Recording a step: first which procedure, then which of the steps that may follow there, then what is said of it.
//!
//! What the law closes stands beside what it opens, with the article and until when; a step after which the procedure
//! rests says so before it is recorded.

use super::consequences::{before, endings};
use super::fields::{BODIES, articles, day, exhibits, line};
use super::naming::Naming;
use crate::act::unfit;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Date, Refusal};
use redress_procedure::{Docket, EventKind, Moves, Procedure, Procedures, TrackKey};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What may follow, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Next) };

/// What may follow in each track, or in each procedure that could begin.
#[derive(Serialize, JsonSchema)]
struct Next {
    /// By procedure and track.
    tracks: Vec<Following>,
}

/// What may follow in one track.
#[derive(Serialize, JsonSchema)]
struct Following {
    /// Which.
    key: TrackKey,
    /// What is open, what waits, what the law closes.
    moves: Moves,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let docket = redress_workbench::docket(&call.loaded()?.state)?;
    let begun: Vec<TrackKey> = docket.tracks().map(|(key, _)| key.clone()).collect();
    let could = Procedures::standard().iter().map(|one| TrackKey::new(&one.id, "1"));
    let fresh: Vec<TrackKey> = could.filter(|key| !begun.contains(key)).collect();
    let following = |key: TrackKey| Following { moves: moves(call, &docket, &key), key };
    super::value(&Next { tracks: begun.into_iter().chain(fresh).map(following).collect() })
}

/// What may follow in that track today.
pub(crate) fn moves(call: &Call<'_>, docket: &Docket, key: &TrackKey) -> Moves {
    let today = call.app.library.now().at.beijing_date().unwrap_or(Date::MAX);
    docket.moves(Procedures::standard(), key, today)
}

/// Shows what has to be chosen next.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let docket = redress_workbench::docket(&loaded.state)?;
    let known = |id: &str| Procedures::standard().get(id).ok_or_else(|| unfit(call, "procedure", id));
    let chosen = call.asked("procedure").map(known).transpose()?;
    let key = TrackKey::new(chosen.map_or("", |one| &one.id), call.asked("track").unwrap_or("1"));
    let body = match chosen {
        None => procedure(call, &docket),
        Some(one) => {
            let moves = moves(call, &docket, &key);
            match call.asked("event").and_then(|id| one.event(id)) {
                Some(kind) => details(call, &loaded, (one, kind), &key, &moves)?,
                None => events(call, one, &key, &moves),
            }
        }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-step"), Some(call.text("web-step-lead")), body)))
}

/// The statement that the step is about goes along from page to page.
fn about(call: &Call<'_>) -> Markup {
    html! { @if let Some(statement) = call.asked("statement") { input type="hidden" name="statement" value=(statement); } }
}

fn procedure(call: &Call<'_>, docket: &Docket) -> Markup {
    let taken: Vec<String> =
        docket.tracks().map(|(key, _)| format!("{}/{}", key.procedure, key.track)).collect();
    card(
        "step",
        &call.text("web-step-procedure"),
        &html! {
            form.fields method="get" action=(call.at("step")) {
                (about(call))
                label { (call.text("web-field-procedure")) select name="procedure" required {
                    option value="" { (call.text("web-choose")) }
                    @for one in Procedures::standard().iter() { option value=(one.id) { (call.label(&one.label)) } }
                } }
                label { (call.text("web-field-track")) input name="track" value="1" maxlength="40" required autocomplete="off"; }
                p.small.muted { (call.text("web-track-what")) @if !taken.is_empty() { " " (taken.join(", ")) } }
                button.btn.main { (call.text("web-go-on")) }
            }
        },
    )
}

fn events(call: &Call<'_>, one: &Procedure, key: &TrackKey, moves: &Moves) -> Markup {
    html! {
        (card("step", call.label(&one.label), &html! {
            p { (call.label(&one.about)) }
            @if moves.open.is_empty() { p { (call.text("web-step-none")) } }
            ul.lines { @for open in &moves.open { li { div {
                form method="get" action=(call.at("step")) {
                    (about(call))
                    input type="hidden" name="procedure" value=(one.id); input type="hidden" name="track" value=(key.track); input type="hidden" name="event" value=(open.event);
                    button.btn.plain { (call.label(&open.label)) }
                }
                p.small.muted { (call.text(&format!("law-body-{}", open.by.word()))) }
                p.cite { (articles(call, open.cites.iter().map(|cite| &cite.article))) }
                @for because in &open.called { p.note { (call.label(&because.label)) " " span.cite { (articles(call, because.cites.iter().map(|cite| &cite.article))) } } }
            } } } }
        }))
        @if !moves.waiting.is_empty() || !moves.closed.is_empty() { (card("closed", &call.say("web-step-closed", &[("count", (moves.waiting.len() + moves.closed.len()).into())]), &html! { ul.lines {
            @for shut in &moves.waiting { li { div { h3 { (call.label(&shut.label)) } p.small { (call.text("web-step-waits")) " " (call.label(&shut.needed)) } p.cite { (articles(call, shut.cites.iter().map(|cite| &cite.article))) } } } }
            @for shut in &moves.closed { li { div { h3 { (call.label(&shut.label)) } p.small { (call.label(&shut.why)) @if let Some(until) = shut.until { " (" (call.words.date(until)) ")" } } p.cite { (articles(call, shut.cites.iter().map(|cite| &cite.article))) } } } }
        } })) }
        p { a href=(call.at("step")) { (call.text("web-step-other")) } }
    }
}

fn details(
    call: &Call<'_>,
    loaded: &Loaded,
    (one, kind): (&Procedure, &EventKind),
    key: &TrackKey,
    moves: &Moves,
) -> Result<Markup, Refusal> {
    let open = moves.open.iter().find(|open| open.event == kind.id);
    let endings = endings(one, kind, moves);
    let ends = open.and_then(|open| one.state(&open.to)).filter(|state| state.end);
    let reasons = kind.reasons.iter().filter(|reason| {
        open.is_none_or(|open| open.reasons.is_empty() || open.reasons.contains(&reason.id))
    });
    let named = kind.named(None);
    let bodies = if named.is_empty() { &BODIES } else { named };
    let consequences = match endings.as_slice() {
        [] => html! {},
        endings => before(call, loaded, (one, kind), key, endings)?,
    };
    Ok(card(
        "step",
        &format!("{} · {}", call.label(&one.label), call.label(&kind.label)),
        &html! {
            (consequences)
            @if endings.is_empty() && let Some(state) = ends { p.note { (call.say("web-step-ends", &[("state", call.label(&state.label).into())])) } }
            form.fields method="post" action=(call.at("step")) {
                (token(call))
                input type="hidden" name="procedure" value=(one.id); input type="hidden" name="track" value=(key.track); input type="hidden" name="event" value=(kind.id);
                (day(call, "on", true))
                @if call.asked("early").is_some() { label.check { input type="checkbox" name="early" value="1"; (call.text("web-field-early")) } }
                @if !kind.reasons.is_empty() { label { (call.text("web-field-step-reason")) select name="step-reason" {
                    option value="" { (call.text("web-choose")) }
                    @for reason in reasons { option value=(reason.id) { (call.label(&reason.label)) } }
                } } }
                (line(call, "number", false))
                @if kind.for_day { (day(call, "for-day", false)) label { (call.text("web-field-for-time")) input type="time" name="for-time"; } }
                @if kind.persons { label { (call.text("web-field-persons")) input name="persons" inputmode="numeric" maxlength="6"; } }
                details open[kind.bodies.len() > 1] {
                    summary { (call.text("web-step-body")) }
                    div.fields { (optional_body(call, bodies)) }
                }
                (statement(call, loaded))
                (exhibits(call, loaded, "exhibit", false))
                @if !endings.is_empty() { label.check { input type="checkbox" name="sure" value="1" required; (call.text("web-step-sure")) } }
                div.row { button.btn.main { (call.text("web-step-enter")) } a.btn.plain href=(call.at("procedure")) { (call.text("web-cancel")) } }
            }
        },
    ))
}

/// Who acted. A body is named with its name, or not at all.
fn optional_body(call: &Call<'_>, bodies: &[redress_law::Body]) -> Markup {
    html! {
        label { (call.text("web-field-body")) select name="body" {
            option value="" { (call.text("web-body-unsaid")) }
            @for one in bodies { option value=(one.word()) { (call.text(&format!("law-body-{}", one.word()))) } }
        } }
        label { (call.text("web-field-body-name")) input name="body-name" maxlength="200" autocomplete="off"; }
    }
}

/// The statement that the step is about, where facts of a statement follow from it: a notice to a platform.
fn statement(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let names = Naming::of(call, loaded);
    let asked = call.asked("statement");
    html! {
        label { (call.text("web-field-step-statement")) select name="statement" {
            option value="" { (call.text("web-statement-unsaid")) }
            @for one in names.choices(asked) { option value=(one.id) selected[asked == Some(one.id.as_str())] { (names.name(call, &one.id)) } }
        } }
    }
}
