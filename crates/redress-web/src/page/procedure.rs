//! What happened in each procedure, what may follow, until when, and which notices are owed.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_calendar::{Calendar, Item, State};
use redress_facts::Vocabulary;
use redress_law::{Body, Book};
use redress_procedure::{Docket, Procedures, Track, TrackKey};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{Agenda, NoticeRow};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Dates that are listed at once.
const DATES: usize = 40;

/// The procedure as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Procedure) };

/// Dates and tracks.
#[derive(Serialize, JsonSchema)]
struct Procedure {
    /// Dates, the missed ones first.
    dates: Vec<Item>,
    /// Every track that has begun.
    tracks: Vec<Standing>,
}

/// Where a track stands.
#[derive(Serialize, JsonSchema)]
struct Standing {
    /// Which.
    key: TrackKey,
    /// Its steps.
    track: Track,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let docket = redress_workbench::docket(&loaded.state)?;
    let tracks =
        docket.tracks().map(|(key, track)| Standing { key: key.clone(), track: track.clone() }).collect();
    super::value(&Procedure { dates: dates(call)?.0.items, tracks })
}

fn dates(call: &Call<'_>) -> Result<(Agenda, Vec<NoticeRow>), Wrong> {
    let (vocabulary, calendar) = (Vocabulary::standard(), Calendar::standard());
    call.desk((UseCase::SeeDue, Object::Case), Touch::Read, |desk| {
        let agenda = desk.agenda(Book::standard(), &vocabulary, &calendar, None)?;
        let notices = desk.notices(Book::standard(), &vocabulary, &calendar, None)?;
        Ok((agenda, notices))
    })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let (agenda, notices) = dates(call)?;
    let docket = redress_workbench::docket(&loaded.state)?;
    let body = html! {
        (due(call, &agenda))
        (tracks(call, &docket))
        (step(call, &docket))
        (owed(call, &notices))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-procedure"), Some(call.text("web-procedure-lead")), body)))
}

fn due(call: &Call<'_>, agenda: &Agenda) -> Markup {
    let worth = |item: &&Item| {
        !matches!(item.state, State::Kept | State::Late) && (!item.tentative || item.who == Body::Person)
    };
    let shown: Vec<&Item> = agenda.items.iter().filter(worth).collect();
    card(
        "dates",
        &call.text("web-dates"),
        &html! {
            @if shown.is_empty() { p { (call.text("web-dates-none")) } }
            ol.deadlines { @for item in shown.iter().take(DATES) { li {
                div { b { @match item.day { Some(day) => (call.words.date(day)), None => (call.text("web-date-open")) } } @if let Some(at) = item.at { " " (at.strftime("%H:%M")) } }
                div {
                    h3 { (call.label(&item.title)) }
                    p.small.muted { (call.text(&format!("web-due-{}", item.state.word()))) " · " (call.text(&format!("remedies-who-{}", item.who.word()))) @if item.tentative { " · " (call.text("web-due-tentative")) } }
                    p.cite { @for (place, cite) in item.cites.iter().enumerate() { @if place > 0 { "; " } (call.words.article(cite)) } }
                    @for mark in item.marks.iter().filter(|mark| !mark.code.starts_with("calendar-")) { span.note { (redress_report::mark(call.words, mark)) } }
                }
            } } }
            @if agenda.undated > 0 { p.muted { (call.say("web-dates-undated", &[("count", agenda.undated.into())])) } }
            @if agenda.unsure > 0 { p.muted { (call.say("web-dates-unsure", &[("count", agenda.unsure.into())])) } }
        },
    )
}

fn tracks(call: &Call<'_>, docket: &Docket) -> Markup {
    let procedures = Procedures::standard();
    card(
        "tracks",
        &call.text("web-tracks"),
        &html! {
            @if docket.tracks().next().is_none() { p { (call.text("web-tracks-none")) } }
            @for (key, track) in docket.tracks() { @if let Some(procedure) = procedures.get(&key.procedure) {
                article.track {
                    h3 { (call.label(&procedure.label)) " " (key.track) }
                    p { (procedure.state(&track.state).map_or(track.state.as_str(), |one| call.label(&one.label))) }
                    ol { @for done in &track.history { li {
                        (call.words.date(done.event.on)) " " (procedure.event(&done.event.event).map_or(done.event.event.as_str(), |one| call.label(&one.label)))
                        @if let Some(number) = &done.event.number { " " span.faint { (safe_text(number)) } }
                        span.faint { " #" (done.entry) }
                    } } }
                }
            } }
            @for finding in docket.findings() { p.note { (call.words.finding(finding).sentence) } }
        },
    )
}

/// First which procedure, then which of the steps that may follow there.
fn step(call: &Call<'_>, docket: &Docket) -> Markup {
    let procedures = Procedures::standard();
    let chosen = call.asked("procedure").and_then(|id| procedures.get(id));
    card(
        "step",
        &call.text("web-step"),
        &html! {
            @match chosen {
                None => form.fields method="get" action=(call.at("procedure")) {
                    label { (call.text("web-field-procedure")) select name="procedure" required {
                        option value="" { (call.text("web-choose")) }
                        @for one in procedures.iter() { option value=(one.id) { (call.label(&one.label)) } }
                    } }
                    button.btn { (call.text("web-go-on")) }
                },
                Some(one) => (take(call, docket, one)),
            }
        },
    )
}

fn take(call: &Call<'_>, docket: &Docket, one: &redress_procedure::Procedure) -> Markup {
    let today = call.app.library.now().at.beijing_date().unwrap_or_default();
    let moves = docket.moves(Procedures::standard(), &TrackKey::new(&one.id, "1"), today);
    html! {
        h3 { (call.label(&one.label)) }
        form.fields method="post" action=(call.at("procedure/add")) {
            (token(call))
            input type="hidden" name="procedure" value=(one.id);
            label { (call.text("web-field-event")) select name="event" required {
                @for open in &moves.open { option value=(open.event) { (one.event(&open.event).map_or(open.event.as_str(), |kind| call.label(&kind.label))) } }
            } }
            label { (call.text("web-field-on")) input type="date" name="on" required; }
            label { (call.text("web-field-number")) input name="number" maxlength="100" autocomplete="off"; }
            label { (call.text("web-field-for-day")) input type="date" name="for-day"; }
            div.row { button.btn.main { (call.text("web-step-enter")) } a.btn.plain href=(call.at("procedure")) { (call.text("web-cancel")) } }
        }
        @if !moves.closed.is_empty() { details { summary { (call.say("web-step-closed", &[("count", moves.closed.len().into())])) }
            ul.dots { @for shut in &moves.closed { li { (one.event(&shut.event).map_or(shut.event.as_str(), |kind| call.label(&kind.label))) } } } } }
    }
}

fn owed(call: &Call<'_>, notices: &[NoticeRow]) -> Markup {
    card(
        "notices",
        &call.text("web-notices"),
        &html! {
            p.muted { (call.text("web-notices-lead")) }
            @if notices.is_empty() { p { (call.text("web-notices-none")) } }
            ul.lines { @for row in notices { li {
                div {
                    h3 { (call.label(&row.item.title)) }
                    p.small.muted { (call.text(&format!("remedies-who-{}", row.item.who.word()))) @if let Some(day) = row.item.day { " · " (call.words.date(day)) } }
                }
                span.tag { @if row.served.is_empty() { (call.text(&format!("web-due-{}", row.item.state.word()))) } @else { (call.say("web-notices-served", &[("count", row.served.len().into())])) } }
            } } }
        },
    )
}
