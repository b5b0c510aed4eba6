//! The refusals of this room: each names the step, and an article where the law is the reason.

use crate::docket::{Decision, TrackKey};
use crate::procedure::{Beside, Closing, EventKind, Move, Procedure};
use crate::{Cite, Event, Procedures, cite, in_force};
use redress_base::{Fault, Finding, Refusal};
use redress_law::Label;

/// Adds a name in both languages: whoever prints the finding takes the one of its reader.
pub(crate) fn named(finding: Finding, name: &str, label: &Label) -> Finding {
    finding
        .with(name, label.en.as_ref())
        .with(&format!("{name}-en"), label.en.as_ref())
        .with(&format!("{name}-zh"), label.zh.as_ref())
}

/// Adds the articles: all of them as an argument, the first as the finding's own.
pub(crate) fn under(finding: Finding, cites: &[Cite]) -> Finding {
    let finding = finding.with("cites", cite::list(cites));
    match cites.first() {
        Some(first) => finding.under(first.article.clone()),
        None => finding,
    }
}

/// A step as every sentence names it.
fn step(code: Finding, procedure: &Procedure, kind: &EventKind, event: &Event) -> Finding {
    let code = named(code, "procedure", &procedure.label);
    named(code, "event", &kind.label).with("track", event.track.as_str()).with("on", event.on.to_string())
}

/// Why the step is not taken; `None` where it is open.
pub(crate) fn of(
    decision: &Decision<'_>,
    procedures: &Procedures,
    (procedure, kind): (&Procedure, &EventKind),
    event: &Event,
    state: Option<&str>,
) -> Option<Refusal> {
    let finding = match decision {
        Decision::Open(_) => return None,
        Decision::Closed(closing, _) => closed(closing, procedure, kind, event),
        Decision::Waits(one, need) => waits(one, need, procedures, procedure, kind, event),
        Decision::Order => order(procedure, kind, event, state),
    };
    Some(finding.refuse(Fault::Input))
}

fn closed(closing: &Closing, procedure: &Procedure, kind: &EventKind, event: &Event) -> Finding {
    let finding = step(Finding::error("procedure-closed"), procedure, kind, event);
    let finding = named(finding, "why", &closing.label).with("closing", closing.code.as_str());
    under(finding, &in_force::on(&closing.cites, event.on).0)
}

fn waits(
    one: &Move,
    need: &Beside,
    procedures: &Procedures,
    procedure: &Procedure,
    kind: &EventKind,
    event: &Event,
) -> Finding {
    let finding = step(Finding::error("procedure-needs-other"), procedure, kind, event);
    let needed = procedures.get(&need.procedure);
    let finding = match needed {
        Some(other) => named(finding, "other", &other.label),
        None => finding.with("other", need.procedure.as_str()),
    };
    under(named(finding, "needed", &described(need, needed)), &in_force::on(&one.cites, event.on).0)
}

/// The states and events that a condition names, as a reader sees them.
pub(crate) fn described(need: &Beside, other: Option<&Procedure>) -> Label {
    let states = need.states.iter().filter_map(|id| Some(&other?.state(id)?.label));
    let events = need.after.iter().filter_map(|id| Some(&other?.event(id)?.label));
    let labels: Vec<&Label> = states.chain(events).collect();
    let join = |pick: fn(&Label) -> &str, between: &str| {
        labels.iter().map(|label| pick(label)).collect::<Vec<_>>().join(between)
    };
    Label::new(&join(|label| &label.zh, "、"), &join(|label| &label.en, ", "))
}

fn order(procedure: &Procedure, kind: &EventKind, event: &Event, state: Option<&str>) -> Finding {
    let finding = match state.and_then(|state| procedure.state(state)) {
        Some(state) => {
            named(step(Finding::error("procedure-order"), procedure, kind, event), "state", &state.label)
        }
        None => step(Finding::error("procedure-track-unknown"), procedure, kind, event),
    };
    under(named(finding, "order", &procedure.order.label), &in_force::on(&procedure.order.cites, event.on).0)
}

/// A step recorded later cannot follow any more once the new one stands before it.
pub(crate) fn out_of_order(
    procedures: &Procedures,
    new: &Event,
    later: (&Event, u64),
    refused: &Refusal,
) -> Refusal {
    let (event, entry) = later;
    let mut finding = Finding::error("procedure-out-of-order")
        .with("on", new.on.to_string())
        .with("later-on", event.on.to_string())
        .with("entry", entry)
        .with("cites", "");
    for (name, one) in [("event", new), ("later", event)] {
        let kind = procedures.get(&one.procedure).and_then(|procedure| procedure.event(&one.event));
        finding = match kind {
            Some(kind) => named(finding, name, &kind.label),
            None => finding.with(name, one.event.as_str()),
        };
    }
    if let Some(cites) = refused.finding.args.get("cites") {
        finding.args.insert("cites".to_owned(), cites.clone());
    }
    finding.article.clone_from(&refused.finding.article);
    finding.refuse(Fault::Input)
}

/// The same step was recorded before.
pub(crate) fn duplicate(procedures: &Procedures, event: &Event, entry: u64) -> Refusal {
    let finding = Finding::error("procedure-duplicate")
        .with("track", event.track.as_str())
        .with("on", event.on.to_string())
        .with("number", event.number.as_deref().unwrap_or("none"))
        .with("entry", entry);
    let kind = procedures.get(&event.procedure).and_then(|procedure| procedure.event(&event.event));
    match kind {
        Some(kind) => named(finding, "event", &kind.label),
        None => finding.with("event", event.event.as_str()),
    }
    .refuse(Fault::Input)
}

/// The number of an entry stands twice.
pub(crate) fn entry_twice(key: &TrackKey, entry: u64) -> Refusal {
    Finding::error("procedure-entry-twice")
        .with("entry", entry)
        .with("procedure", key.procedure.as_str())
        .with("track", key.track.as_str())
        .refuse(Fault::Input)
}
