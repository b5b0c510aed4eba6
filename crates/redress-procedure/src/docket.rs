//! The docket: what happened, replayed in the order of its days.

use crate::form::{self, Formed};
use crate::procedure::{Beside, Closing, Move, Procedure, Value, admits};
use crate::{Cite, Event, Numbered, Procedures, in_force, refuse};
use redress_base::{Count, Date, Finding, Level, Refusal, Unit};
use redress_facts::{CountOf, Datum};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One track of one procedure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct TrackKey {
    /// The procedure.
    pub procedure: String,
    /// The track.
    pub track: String,
}

impl TrackKey {
    /// A track of a procedure.
    pub fn new(procedure: &str, track: &str) -> TrackKey {
        TrackKey { procedure: procedure.to_owned(), track: track.to_owned() }
    }

    /// The matter that it belongs to: its name up to the dot.
    pub fn matter(&self) -> &str {
        self.track.split_once('.').map_or(&self.track, |(matter, _)| matter)
    }
}

/// A fact that a step established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// A term of the vocabulary.
    pub term: String,
    /// Its value.
    pub value: Datum,
    /// The statement that it is about; absent: the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The day of the step.
    #[schemars(with = "String")]
    pub on: Date,
    /// Number of the ledger entry that recorded the step.
    pub entry: u64,
}

/// One step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Done {
    /// Number of the ledger entry.
    pub entry: u64,
    /// The step, with its number in the canonical form.
    pub event: Event,
    /// The state before.
    pub from: String,
    /// The state after.
    pub to: String,
    /// The articles that opened it: those in force on its day, or all where none of them was yet.
    pub cites: Vec<Cite>,
    /// The facts that it established.
    pub facts: Vec<Fact>,
}

/// A track: where it stands and how it came there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Track {
    /// Its state.
    pub state: String,
    /// Whether it may rest there for good.
    pub ended: bool,
    /// Its steps in the order of their days.
    pub history: Vec<Done>,
}

impl Track {
    /// The facts that stand: of several about one term, the latest.
    pub fn facts(&self) -> Vec<&Fact> {
        let mut latest: BTreeMap<(&str, Option<&str>), &Fact> = BTreeMap::new();
        for fact in self.history.iter().flat_map(|done| &done.facts) {
            latest.insert((&fact.term, fact.statement.as_deref()), fact);
        }
        latest.into_values().filter(|fact| fact.value != Datum::Unknown).collect()
    }
}

/// Every track of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docket {
    tracks: BTreeMap<TrackKey, Track>,
    findings: Vec<Finding>,
}

/// What becomes of a step.
pub(crate) enum Decision<'p> {
    /// It is taken.
    Open(&'p Move),
    /// It waits for another procedure.
    Waits(&'p Move, &'p Beside),
    /// The law closes it; until that day, where days have to pass.
    Closed(&'p Closing, Option<Date>),
    /// It is not the turn of this step.
    Order,
}

impl Docket {
    /// Replays events in the order of their days, and of their entries where the days are the same.
    ///
    /// # Errors
    /// The first event that cannot have happened, and why: always with an article where the law is the reason.
    pub fn replay(procedures: &Procedures, events: &[Numbered<Event>]) -> Result<Docket, Refusal> {
        Docket::replay_to(procedures, events).map_err(|(refusal, _)| refusal)
    }

    /// The same; on a refusal also the number of the entry that was refused.
    pub(crate) fn replay_to(
        procedures: &Procedures,
        events: &[Numbered<Event>],
    ) -> Result<Docket, (Refusal, u64)> {
        let mut ordered: Vec<&Numbered<Event>> = events.iter().collect();
        ordered.sort_by_key(|one| (one.of.on, one.entry));
        let mut entries = BTreeSet::new();
        let mut docket = Docket::default();
        for one in ordered {
            let key = TrackKey::new(&one.of.procedure, &one.of.track);
            if !entries.insert(one.entry) {
                return Err((refuse::entry_twice(&key, one.entry), one.entry));
            }
            docket.take(procedures, one).map_err(|refusal| (refusal, one.entry))?;
        }
        Ok(docket)
    }

    /// The entries that could not stand without the step of this entry, in the order of their days: what has to be taken
    /// back before it.
    pub fn resting_on(procedures: &Procedures, events: &[Numbered<Event>], entry: u64) -> Vec<u64> {
        let mut left: Vec<Numbered<Event>> =
            events.iter().filter(|one| one.entry != entry).cloned().collect();
        let mut resting = Vec::new();
        while let Err((_, fallen)) = Docket::replay_to(procedures, &left) {
            left.retain(|one| one.entry != fallen);
            resting.push(fallen);
        }
        resting
    }

    fn take(&mut self, procedures: &Procedures, one: &Numbered<Event>) -> Result<(), Refusal> {
        let formed = form::read(procedures, &one.of)?;
        let wrong = form::body_wrong(&formed);
        let Formed { event, procedure, kind } = formed;
        if let Some(first) = self.entry_of(&event) {
            return Err(refuse::duplicate(procedures, &event, first));
        }
        let key = TrackKey::new(&event.procedure, &event.track);
        let standing = self.tracks.get(&key).map(|track| track.state.as_str());
        let decision = self.decide(procedure, &key, &event.event, event.reason.as_deref(), event.on);
        if let Some(refusal) = refuse::of(&decision, procedures, (procedure, kind), &event, standing) {
            return Err(refusal);
        }
        let Decision::Open(one_move) = decision else { return Ok(()) };
        let from = standing.unwrap_or(&procedure.start).to_owned();
        let to = one_move.target(&from).to_owned();
        let facts = facts(kind, &event, one.entry);
        let (cites, _) = in_force::on(&one_move.cites, event.on);
        let ended = procedure.state(&to).is_some_and(|state| state.end);
        let done = Done { entry: one.entry, event, from, to: to.clone(), cites, facts };
        let track = self.tracks.entry(key).or_insert_with(|| Track {
            state: String::new(),
            ended: false,
            history: Vec::new(),
        });
        track.state = to;
        track.ended = ended;
        track.history.push(done);
        self.findings.extend(wrong.map(|wrong| recorded(wrong, one.entry)));
        Ok(())
    }

    /// The entry of the same step: same track, event, reason, day, number and statement.
    fn entry_of(&self, event: &Event) -> Option<u64> {
        let track = self.tracks.get(&TrackKey::new(&event.procedure, &event.track))?;
        let same = |done: &&Done| {
            done.event.event == event.event
                && done.event.on == event.on
                && done.event.number == event.number
                && done.event.reason == event.reason
                && done.event.statement == event.statement
        };
        track.history.iter().find(same).map(|done| done.entry)
    }

    /// What becomes of a step: the law closes it, or a move opens it, or it is not its turn.
    pub(crate) fn decide<'p>(
        &self,
        procedure: &'p Procedure,
        key: &TrackKey,
        event: &str,
        reason: Option<&str>,
        on: Date,
    ) -> Decision<'p> {
        let state = self.tracks.get(key).map_or(procedure.start.as_str(), |track| track.state.as_str());
        for closing in &procedure.closed {
            let names = closing.event == event && admits(&closing.reasons, reason);
            let here = closing.from.is_empty() || closing.from.iter().any(|one| one == state);
            let young = closing.since.is_some_and(|since| on < since);
            let beside = closing.beside.iter().all(|beside| self.holds(key, beside))
                && !closing.unless.iter().any(|unless| self.holds(key, unless));
            if names && here && !young && beside {
                match &closing.within {
                    None => return Decision::Closed(closing, None),
                    Some(within) => {
                        let last = self.last_day(key, &within.event, within.days);
                        if last.is_some_and(|last| on <= last) {
                            return Decision::Closed(closing, last);
                        }
                    }
                }
            }
        }
        let mut waits = None;
        for one in procedure.moves.iter().filter(|one| one.event == event && one.leaves(state, reason)) {
            match one.needs.iter().find(|need| !self.holds(key, need)) {
                None => return Decision::Open(one),
                Some(need) => waits = waits.or(Some(Decision::Waits(one, need))),
            }
        }
        waits.unwrap_or(Decision::Order)
    }

    /// Whether a condition on another procedure of the same matter holds.
    pub(crate) fn holds(&self, key: &TrackKey, beside: &Beside) -> bool {
        let same = |other: &TrackKey| other.procedure == beside.procedure && other.matter() == key.matter();
        self.tracks.iter().filter(|(other, _)| same(other)).any(|(_, track)| {
            let seen = |done: &Done| {
                beside.after.contains(&done.event.event)
                    && admits(&beside.reasons, done.event.reason.as_deref())
            };
            beside.states.contains(&track.state) || track.history.iter().any(seen)
        })
    }

    /// The last of so many days after the latest such event of the track.
    fn last_day(&self, key: &TrackKey, event: &str, days: u16) -> Option<Date> {
        let done = self.tracks.get(key)?.history.iter().rev().find(|done| done.event.event == event)?;
        Some(done.event.on.saturating_add(jiff::Span::new().days(i64::from(days))))
    }

    /// What is odd about steps on file that count all the same: a body that could not have taken the step. Such a step is
    /// not taken in any more; struck and entered anew it is told no longer.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The tracks that have begun, in order.
    pub fn tracks(&self) -> impl Iterator<Item = (&TrackKey, &Track)> {
        self.tracks.iter()
    }

    /// One track.
    pub fn track(&self, key: &TrackKey) -> Option<&Track> {
        self.tracks.get(key)
    }

    /// The facts that stand, track by track.
    pub fn facts(&self) -> Vec<(&TrackKey, &Fact)> {
        self.tracks
            .iter()
            .flat_map(|(key, track)| track.facts().into_iter().map(move |fact| (key, fact)))
            .collect()
    }
}

/// The same finding of a step that is on file.
fn recorded(mut wrong: Finding, entry: u64) -> Finding {
    wrong.code = "procedure-body-on-file".into();
    wrong.level = Level::Warning;
    wrong.with("entry", entry)
}

/// The facts that a step establishes.
fn facts(kind: &crate::EventKind, event: &Event, entry: u64) -> Vec<Fact> {
    let mut out = Vec::new();
    for rule in kind.facts.iter().filter(|rule| admits(&rule.reasons, event.reason.as_deref())) {
        if !rule.bodies.is_empty() && !kind.done_by(event).is_some_and(|body| rule.bodies.contains(&body)) {
            continue;
        }
        let value = match &rule.value {
            Value::On => Some(Datum::Date(event.on)),
            Value::ForDay => event.for_day.map(Datum::Date),
            Value::Days => event.for_day.and_then(|day| days(event.on, day)),
            Value::Reason => event.reason.clone().map(Datum::Choice),
            Value::Reasons => event.reason.clone().map(|reason| Datum::Words(vec![reason])),
            Value::Fixed(datum) => Some(datum.clone()),
            Value::Open => Some(Datum::Unknown),
        };
        if let Some(value) = value {
            let (term, statement) = (rule.term.clone(), event.statement.clone());
            out.push(Fact { term, value, statement, on: event.on, entry });
        }
    }
    out
}

/// How many days there are from one day to a later one; the first is not counted.
fn days(from: Date, to: Date) -> Option<Datum> {
    let days = u64::try_from(from.until(to).ok()?.get_days()).ok()?;
    Some(Datum::Count(CountOf { count: Count::exactly(days), unit: Unit::Days }))
}
