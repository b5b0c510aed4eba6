//! The files of `/procedure` as they are written, and how a [`Procedure`] is made of one.

use crate::procedure::{
    Beside, Call, Closing, EventKind, FactRule, Force, Move, Order, Procedure, Reason, State, Value, Within,
};
use crate::{Cite, NumberKind};
use redress_base::{Date, Finding, Unit};
use redress_facts::{Datum, Kind, Vocabulary};
use redress_law::{Body, Label};
use serde::Deserialize;
use toml::value::Datetime;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProcedure {
    id: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    about: RawLabel,
    sources: Vec<Cite>,
    start: String,
    order: RawOrder,
    state: Vec<RawState>,
    event: Vec<RawEvent>,
    #[serde(rename = "move")]
    moves: Vec<RawMove>,
    #[serde(default)]
    closed: Vec<RawClosing>,
    #[serde(default)]
    call: Vec<RawCall>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLabel {
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOrder {
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    cites: Vec<Cite>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawState {
    id: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    end: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvent {
    id: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    by: Body,
    #[serde(default)]
    bodies: Vec<Body>,
    #[serde(default)]
    number: NumberKind,
    #[serde(default)]
    for_day: bool,
    #[serde(default)]
    persons: bool,
    #[serde(default)]
    reasons: Vec<RawReason>,
    #[serde(default)]
    facts: Vec<RawFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReason {
    id: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    bodies: Vec<Body>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    term: String,
    value: String,
    #[serde(default)]
    reasons: Vec<String>,
    #[serde(default)]
    bodies: Vec<Body>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBeside {
    procedure: String,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    reasons: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMove {
    event: String,
    from: Vec<String>,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    reasons: Vec<String>,
    #[serde(default)]
    needs: Vec<RawBeside>,
    cites: Vec<Cite>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWithin {
    event: String,
    days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClosing {
    events: Vec<String>,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    reasons: Vec<String>,
    #[serde(default)]
    beside: Vec<RawBeside>,
    #[serde(default)]
    unless: Vec<RawBeside>,
    #[serde(default)]
    within: Option<RawWithin>,
    #[serde(default)]
    since: Option<Datetime>,
    code: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    cites: Vec<Cite>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCall {
    event: String,
    from: Vec<String>,
    beside: RawBeside,
    force: RawForce,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    en: String,
    cites: Vec<Cite>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawForce {
    Shall,
    May,
}

/// Reads one file. What it says about facts is held to the vocabulary; the rest is checked once all are read.
pub(crate) fn read(name: &str, text: &str, words: &Vocabulary) -> Result<Procedure, Vec<Finding>> {
    let raw: RawProcedure = toml::from_str(text).map_err(|error| {
        let message = error.to_string();
        vec![Finding::error("procedure-data-unreadable").with("file", name).with("message", message)]
    })?;
    let mut findings = Vec::new();
    let events = raw.event.into_iter().map(|event| event.read(&raw.id, words, &mut findings)).collect();
    let closed = raw.closed.into_iter().flat_map(|closing| closing.read(&raw.id, &mut findings)).collect();
    let procedure = Procedure {
        label: Label::new(&raw.zh, &raw.en),
        sources: raw.sources,
        about: Label::new(&raw.about.zh, &raw.about.en),
        start: raw.start,
        order: Order { label: Label::new(&raw.order.zh, &raw.order.en), cites: raw.order.cites },
        states: raw.state.into_iter().map(RawState::read).collect(),
        events,
        moves: raw.moves.into_iter().map(RawMove::read).collect(),
        closed,
        calls: raw.call.into_iter().map(RawCall::read).collect(),
        id: raw.id,
    };
    if findings.is_empty() { Ok(procedure) } else { Err(findings) }
}

impl RawState {
    fn read(self) -> State {
        State { label: Label::new(&self.zh, &self.en), id: self.id, end: self.end }
    }
}

impl RawEvent {
    fn read(self, procedure: &str, words: &Vocabulary, findings: &mut Vec<Finding>) -> EventKind {
        let reasons: Vec<Reason> = self
            .reasons
            .into_iter()
            .map(|reason| Reason {
                label: Label::new(&reason.zh, &reason.en),
                id: reason.id,
                bodies: reason.bodies,
            })
            .collect();
        let mut facts = Vec::new();
        for fact in self.facts {
            let about = |code: Finding| {
                code.with("file", procedure).with("event", self.id.as_str()).with("term", fact.term.as_str())
            };
            let Some(term) = words.get(&fact.term) else {
                findings.push(about(Finding::error("procedure-data-term-unknown")));
                continue;
            };
            let may = if self.bodies.is_empty() { std::slice::from_ref(&self.by) } else { &self.bodies[..] };
            if let Some(body) = fact.bodies.iter().find(|body| !may.contains(body)) {
                findings.push(about(Finding::error("procedure-data-value-unfit")).with("value", body.word()));
                continue;
            }
            match value(&fact.value, &term.kind, self.for_day, &reasons, &fact.reasons) {
                Some(value) => facts.push(FactRule {
                    term: fact.term,
                    value,
                    reasons: fact.reasons,
                    bodies: fact.bodies,
                }),
                None => findings.push(
                    about(Finding::error("procedure-data-value-unfit")).with("value", fact.value.as_str()),
                ),
            }
        }
        EventKind {
            label: Label::new(&self.zh, &self.en),
            by: self.by,
            bodies: self.bodies,
            number: self.number,
            for_day: self.for_day,
            persons: self.persons,
            reasons,
            facts,
            id: self.id,
        }
    }
}

/// A value that the term can take. A judgement is only ever a person's, so no step establishes one.
fn value(text: &str, kind: &Kind, for_day: bool, reasons: &[Reason], only: &[String]) -> Option<Value> {
    match (text, kind) {
        ("@open", _) => Some(Value::Open),
        ("@on", Kind::Date) => Some(Value::On),
        ("@for-day", Kind::Date) => for_day.then_some(Value::ForDay),
        ("@days", Kind::Count(Unit::Days)) => for_day.then_some(Value::Days),
        ("@reason", Kind::Choice(words) | Kind::Set(words)) => {
            let mut used = reasons.iter().filter(|reason| only.is_empty() || only.contains(&reason.id));
            let one = if matches!(kind, Kind::Set(_)) { Value::Reasons } else { Value::Reason };
            (!reasons.is_empty() && used.all(|reason| words.contains(&reason.id))).then_some(one)
        }
        ("yes", Kind::Truth) => Some(Value::Fixed(Datum::Yes)),
        ("no", Kind::Truth) => Some(Value::Fixed(Datum::No)),
        (word, Kind::Choice(words)) if words.iter().any(|one| one == word) => {
            Some(Value::Fixed(Datum::Choice(word.to_owned())))
        }
        (word, Kind::Set(words)) if words.iter().any(|one| one == word) => {
            Some(Value::Fixed(Datum::Words(vec![word.to_owned()])))
        }
        _ => None,
    }
}

impl RawBeside {
    fn read(self) -> Beside {
        Beside { procedure: self.procedure, states: self.states, after: self.after, reasons: self.reasons }
    }
}

impl RawMove {
    fn read(self) -> Move {
        Move {
            event: self.event,
            from: self.from,
            to: self.to,
            reasons: self.reasons,
            needs: self.needs.into_iter().map(RawBeside::read).collect(),
            cites: self.cites,
        }
    }
}

impl RawClosing {
    /// One closing for each event that it names.
    fn read(self, procedure: &str, findings: &mut Vec<Finding>) -> Vec<Closing> {
        let since = self.since.and_then(|since| since.to_string().parse::<Date>().ok());
        if self.since.is_some() && since.is_none() {
            let code = self.code.as_str();
            findings.push(
                Finding::error("procedure-data-day-wrong").with("file", procedure).with("closing", code),
            );
        }
        let beside: Vec<Beside> = self.beside.into_iter().map(RawBeside::read).collect();
        let unless: Vec<Beside> = self.unless.into_iter().map(RawBeside::read).collect();
        let within = self.within.map(|within| Within { event: within.event, days: within.days });
        let label = Label::new(&self.zh, &self.en);
        let one = |event: String| Closing {
            event,
            from: self.from.clone(),
            reasons: self.reasons.clone(),
            beside: beside.clone(),
            unless: unless.clone(),
            within: within.clone(),
            since,
            code: self.code.clone(),
            label: label.clone(),
            cites: self.cites.clone(),
        };
        self.events.into_iter().map(one).collect()
    }
}

impl RawCall {
    fn read(self) -> Call {
        let force = match self.force {
            RawForce::Shall => Force::Shall,
            RawForce::May => Force::May,
        };
        Call {
            event: self.event,
            from: self.from,
            beside: self.beside.read(),
            force,
            label: Label::new(&self.zh, &self.en),
            cites: self.cites,
        }
    }
}
