//! What happened in each procedure, until when something is due, which notices are owed, and what else is recorded.

use super::fields::{articles, strike};
use super::records::Records;
use crate::call::Call;
use crate::library::Touch;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_analysis::Params;
use redress_calendar::{Calendar, Item, State};
use redress_facts::Vocabulary;
use redress_law::Body;
use redress_procedure::{Docket, Done, Procedures, Track, TrackKey};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{Agenda, Dates, NoticeRow, Quiet, Wanted, Whose, is_open};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Dates that are listed at once, and how many of them stand open.
const DATES: usize = 40;
const NEAREST: usize = 8;

/// The procedure as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Procedure) };

/// Dates, tracks, notices and what else is recorded.
#[derive(Serialize, JsonSchema)]
struct Procedure<'l> {
    /// Dates, the missed ones first.
    dates: Vec<Item>,
    /// Every track that has begun.
    tracks: Vec<Standing>,
    /// Notices that are owed, or were served.
    notices: Vec<NoticeRow>,
    /// Filings, decisions, marks and obstacles.
    records: Records<'l>,
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
    let (agenda, notices) = dates(call)?;
    let records = Records::of(&loaded.state, call.side()?);
    super::value(&Procedure { dates: agenda.items, tracks, notices, records })
}

/// The dates and the notices, out of what was read once. A body sees its own.
pub(crate) fn dates(call: &Call<'_>) -> Result<(Agenda, Vec<NoticeRow>), Wrong> {
    let loaded = call.loaded()?;
    let only = call.side()?.filter(|side| *side != Body::Person);
    let whose = if only.is_some() { Whose::Author } else { Whose::Nobody };
    let wanted = Wanted::of(UseCase::SeeDue, Object::Case).whose(whose);
    call.wanted(&wanted, Touch::Read, &mut Quiet, |_| Ok(()))?;
    let (vocabulary, calendar, params) = (Vocabulary::standard(), Calendar::standard(), Params::default());
    let due = (*loaded.due).clone();
    let dates = Dates::with(&loaded.input(&vocabulary, &params), &calendar, due);
    let (mut agenda, mut notices) = (dates.agenda()?, dates.notices()?);
    agenda.items.retain(|item| only.is_none_or(|only| item.who == only));
    notices.retain(|row| only.is_none_or(|only| row.item.who == only));
    Ok((agenda, notices))
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let (agenda, notices) = dates(call)?;
    let docket = redress_workbench::docket(&loaded.state)?;
    let body = html! {
        (due(call, &loaded, &agenda)?)
        (tracks(call, &docket))
        (owed(call, &notices))
        (super::records::overview(call, &Records::of(&loaded.state, call.side()?)))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-procedure"), Some(call.text("web-procedure-lead")), body)))
}

fn due(call: &Call<'_>, loaded: &Loaded, agenda: &Agenda) -> Result<Markup, Wrong> {
    // Limits that would run bind the person, and are no body's.
    let own = call.side()?.is_none_or(|side| side == Body::Person);
    let worth = |item: &&Item| is_open(item) && (!item.tentative || item.who == Body::Person);
    // What comes stands first; what has passed is told below it, one step away.
    let gone = |item: &&Item| matches!(item.state, State::Missed | State::NothingOnFile);
    let (over, shown): (Vec<&Item>, Vec<&Item>) = agenda.items.iter().filter(worth).partition(gone);
    Ok(card(
        "dates",
        &call.text("web-dates"),
        &html! {
            @if shown.is_empty() { p { (call.text(if over.is_empty() { "web-dates-none" } else { "web-dates-none-ahead" })) } }
            @if own { (super::would_run::told(call, loaded)) }
            ol.deadlines { @for item in shown.iter().take(NEAREST) { (date(call, item)) } }
            @if shown.len() > NEAREST { details {
                summary { (call.say("web-dates-more", &[("count", (shown.len().min(DATES) - NEAREST).into())])) }
                ol.deadlines { @for item in shown.iter().take(DATES).skip(NEAREST) { (date(call, item)) } }
                @if shown.len() > DATES { p.small.muted { (call.say("web-to-do-more", &[("count", (shown.len() - DATES).into())])) } }
            } }
            @if !over.is_empty() { details #over {
                summary { (call.say("web-dates-over", &[("count", over.len().into())])) }
                p.small.muted { (call.text("web-next-over-what")) }
                ol.deadlines { @for item in over.iter().take(DATES) { (date(call, item)) } }
                @if over.len() > DATES { p.small.muted { (call.say("web-to-do-more", &[("count", (over.len() - DATES).into())])) } }
            } }
            p { a.btn href=(call.at("procedure/calendar")) { (call.text("web-calendar")) } }
            @if agenda.undated > 0 { p.muted { (call.say("web-dates-undated", &[("count", agenda.undated.into())])) } }
            @if agenda.unsure > 0 { p.muted { (call.say("web-dates-unsure", &[("count", agenda.unsure.into())])) } }
        },
    ))
}

fn date(call: &Call<'_>, item: &Item) -> Markup {
    html! { li {
        div { b { @match item.day { Some(day) => (call.words.date(day)), None => (call.text("web-date-open")) } } @if let Some(at) = item.at { " " (at.strftime("%H:%M")) } }
        div {
            h3 { (call.label(&item.title)) }
            p.small.muted { (call.text(&format!("web-due-{}", item.state.word()))) " · " (call.text(&format!("remedies-who-{}", item.who.word()))) @if item.tentative { " · " (call.text("web-due-tentative")) } }
            p.cite { (articles(call, item.cites.iter())) }
            @for mark in item.marks.iter().filter(|mark| !mark.code.starts_with("calendar-")) { span.note { (redress_report::mark(call.words, mark)) } }
        }
    } }
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
                    h3 { (call.label(&procedure.label)) " " (safe_text(&key.track)) }
                    p { (procedure.state(&track.state).map_or(track.state.as_str(), |one| call.label(&one.label))) }
                    ol { @for done in &track.history { li id={"e-" (done.entry)} { (step(call, procedure, done)) } } }
                    p { a href={(call.at("step")) "?procedure=" (procedure.id) "&track=" (address(&key.track))} { (call.text("web-step-next")) } }
                }
            } }
            @for finding in docket.findings() { p.note { (call.told(finding).sentence) } }
            div.row { a.btn.main href=(call.at("step")) { (call.text("web-step")) } }
        },
    )
}

/// The name of a track as it stands in an address.
fn address(track: &str) -> String {
    form_urlencoded::byte_serialize(track.as_bytes()).collect()
}

/// One step with all that was said of it.
fn step(call: &Call<'_>, procedure: &redress_procedure::Procedure, done: &Done) -> Markup {
    let event = &done.event;
    let kind = procedure.event(&event.event);
    let reason = kind.and_then(|kind| kind.reasons.iter().find(|one| Some(&one.id) == event.reason.as_ref()));
    html! {
        (call.words.date(event.on)) " " (kind.map_or(event.event.as_str(), |one| call.label(&one.label)))
        @if let Some(reason) = reason { " (" (call.label(&reason.label)) ")" }
        @if let Some(body) = &event.body { " · " (safe_text(&body.name)) }
        @if let Some(day) = event.for_day { " → " (call.words.date(day)) @if let Some(at) = event.for_time { " " (at.strftime("%H:%M")) } }
        @if let Some(number) = &event.number { " " span.faint { (safe_text(number)) } }
        span.faint { " #" (done.entry) }
        p.cite { (articles(call, done.cites.iter().map(|cite| &cite.article))) }
        (strike(call, done.entry))
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
                    p.cite { (articles(call, row.item.cites.iter())) }
                    @for served in &row.served { p.small {
                        (call.words.date(served.notice.on)) " → " (served.notice.to) " · " (call.text(&format!("case-served-{}", served.notice.service.word())))
                        " · " @match served.notice.proof { Some(item) => a.ev href={(call.at("evidence")) "#" (item)} { (item) }, None => (call.text("web-notice-unproven")) }
                        " " span.faint { "#" (served.entry) }
                    } }
                    @if !row.owed_to.is_empty() { p.small { (call.text("web-notice-owed-to")) @for party in &row.owed_to { " " (party) } } }
                    p.small { a href={(call.at("record/notice")) "?duty=" (row.duty)} { (call.text("web-notice-record")) } }
                }
                span.tag { @if !row.owed_to.is_empty() && !row.served.is_empty() { (call.text("web-notice-some-owed")) } @else if row.served.is_empty() { (call.text(&format!("web-due-{}", row.item.state.word()))) } @else { (call.say("web-notices-served", &[("count", row.served.len().into())])) } }
            } } }
        },
    )
}

impl Call<'_> {
    /// The body or side for which this visitor records on the case.
    ///
    /// # Errors
    /// Where the library cannot tell.
    pub(crate) fn side(&self) -> Result<Option<Body>, Wrong> {
        Ok(self.app.library.side(&self.session.visitor, self.case())?)
    }
}
