//! What a step closes that cannot be taken back: said before it is recorded, with the rule, and with a way to leave it for
//! another day.
//!
//! It is worked out and not written down: the step is put behind those on file, and what the law then closes is what it
//! did not close before.

use super::fields::articles;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::{Date, Refusal};
use redress_law::Body;
use redress_procedure::{
    ClosedMove, Docket, Event, EventKind, Moves, Numbered, OpenMove, Procedure, Procedures, TrackKey,
};
use std::collections::BTreeSet;

/// Where the step leads so that the procedure ends there, by its reasons. Only of what the person does: what a court decides
/// is not the person's to leave for another day.
pub(crate) fn endings<'m>(procedure: &Procedure, kind: &EventKind, moves: &'m Moves) -> Vec<&'m OpenMove> {
    let ends = |open: &&OpenMove| {
        open.event == kind.id
            && open.by == Body::Person
            && procedure.state(&open.to).is_some_and(|state| state.end)
    };
    moves.open.iter().filter(ends).collect()
}

/// What the step would close: every step that the law bars after it and did not bar before.
fn closes(
    loaded: &Loaded,
    procedure: &Procedure,
    key: &TrackKey,
    open: &OpenMove,
    today: Date,
) -> Result<Vec<ClosedMove>, Refusal> {
    let all = Procedures::standard();
    let mut events = loaded.state.events();
    let before = redress_workbench::docket(&loaded.state)?;
    let mut step = Event::new(&procedure.id, &open.event, today);
    step.track.clone_from(&key.track);
    step.reason = open.reasons.first().cloned();
    events.push(Numbered { entry: loaded.state.entries.saturating_add(1), of: step });
    let after = Docket::replay(all, &events)?;
    // The matter goes on in this track, or would in a new one of it.
    let again = (2u32..).map(|one| TrackKey::new(&key.procedure, &format!("{}.{one}", key.matter())));
    let again = again.into_iter().find(|key| before.track(key).is_none());
    let mut closed: Vec<ClosedMove> = Vec::new();
    for key in std::iter::once(key.clone()).chain(again) {
        let had = before.moves(all, &key, today);
        let had: BTreeSet<(&str, &str)> =
            had.closed.iter().map(|one| (one.event.as_str(), one.code.as_str())).collect();
        for one in after.moves(all, &key, today).closed {
            let known = closed.iter().any(|known| known.event == one.event && known.code == one.code);
            if !known && !had.contains(&(one.event.as_str(), one.code.as_str())) {
                closed.push(one);
            }
        }
    }
    Ok(closed)
}

/// What has to be known before, and the way to decide another day.
pub(crate) fn before(
    call: &Call<'_>,
    loaded: &Loaded,
    (procedure, kind): (&Procedure, &EventKind),
    key: &TrackKey,
    endings: &[&OpenMove],
) -> Result<Markup, Refusal> {
    let mut shown = Vec::new();
    for open in endings {
        let closed = closes(loaded, procedure, key, open, loaded.today)?;
        let reasons = kind.reasons.iter().filter(|reason| open.reasons.contains(&reason.id));
        let reasons: Vec<&str> = reasons.map(|reason| call.label(&reason.label)).collect();
        let state = procedure.state(&open.to).map_or(open.to.as_str(), |state| call.label(&state.label));
        shown.push(html! { li {
            @if !reasons.is_empty() { b { (reasons.join(" / ")) ": " } }
            (call.say("web-step-ends", &[("state", state.into())]))
            @if closed.is_empty() { p.small { (call.text("web-step-closes-none")) } }
            @else { p.small { (call.text("web-step-closes")) } ul.dots { @for one in &closed { li {
                (call.label(&one.label)) ": " (call.label(&one.why)) @if let Some(until) = one.until { " (" (call.words.date(until)) ")" }
                " " span.cite { (articles(call, one.cites.iter().map(|cite| &cite.article))) }
            } } } }
        } });
    }
    Ok(html! {
        section #consequences.note aria-label=(call.text("web-step-before")) {
            p { b { (call.text("web-step-before")) } }
            ul.lines { @for one in &shown { (one) } }
            p { (call.text("web-step-no-hurry")) }
            form method="post" action=(call.at("stop")) { (token(call)) input type="hidden" name="page" value=(call.here()); button.btn { (call.text("web-step-tomorrow")) } }
        }
    })
}
