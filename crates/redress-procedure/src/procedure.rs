//! A procedure as its file states it.

use crate::{Cite, NumberKind};
use redress_base::Date;
use redress_facts::Datum;
use redress_law::{Body, Label};
use schemars::JsonSchema;
use serde::Serialize;

/// One procedure: a state machine with its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Procedure {
    /// `"private-prosecution"`; also the name of its file.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The articles that set it.
    pub sources: Vec<Cite>,
    /// What it is about, and what stays open.
    pub about: Label,
    /// The state before anything happened.
    pub start: String,
    /// The article that sets the order of its steps.
    pub order: Order,
    /// Its states.
    pub states: Vec<State>,
    /// What may happen in it.
    pub events: Vec<EventKind>,
    /// Which event leads from where to where.
    pub moves: Vec<Move>,
    /// What the law closes.
    pub closed: Vec<Closing>,
    /// What the state of another procedure calls for.
    pub calls: Vec<Call>,
}

/// The order clause: every step that no move allows and no closing names falls under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Order {
    /// The order, in a sentence.
    pub label: Label,
    /// The articles that set it.
    pub cites: Vec<Cite>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct State {
    /// Unique in its procedure.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Whether the procedure may rest here for good.
    pub end: bool,
}

/// What may happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventKind {
    /// Unique in its procedure.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Who does it.
    pub by: Body,
    /// The bodies that may be named with it, where that is another than `by` or more than one: several may do
    /// the step, or what a person does is received by one. See [`EventKind::named`].
    pub bodies: Vec<Body>,
    /// Which kind of number its paper carries.
    pub number: NumberKind,
    /// Whether it fixes a day that may lie ahead (a hearing).
    pub for_day: bool,
    /// Whether it says how many persons it concerns.
    pub persons: bool,
    /// The closed list of its reasons; empty where the law tells none apart.
    pub reasons: Vec<Reason>,
    /// The facts that it establishes.
    pub facts: Vec<FactRule>,
}

/// One reason of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reason {
    /// Unique in its event.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The bodies that may be named with this reason, where they are fewer than those of the event.
    pub bodies: Vec<Body>,
}

/// A fact that an event establishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactRule {
    /// A term of the vocabulary.
    pub term: String,
    /// What it becomes.
    pub value: Value,
    /// Only with one of these reasons; empty: with any.
    pub reasons: Vec<String>,
    /// Only where one of these did it; empty: whoever did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
}

/// The value of a fact that an event establishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// The day of the event.
    On,
    /// The day that the event fixes.
    ForDay,
    /// How many days there are from the day of the event to the day that it fixes.
    Days,
    /// The reason of the event, as the one word of the term.
    Reason,
    /// The reason of the event, as a word of the term's set.
    Reasons,
    /// Always this.
    Fixed(Datum),
    /// None: what an earlier step of the track established stands no longer.
    Open,
}

/// One arrow of the diagram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Move {
    /// The event.
    pub event: String,
    /// From any of these states.
    pub from: Vec<String>,
    /// To this state; absent: the state stays.
    pub to: Option<String>,
    /// Only with one of these reasons; empty: with any.
    pub reasons: Vec<String>,
    /// Only while each of these holds of another procedure.
    pub needs: Vec<Beside>,
    /// The articles that open it.
    pub cites: Vec<Cite>,
}

/// A condition on another procedure of the same matter: some track of it is in one of the states, or some
/// track of it has seen one of the events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Beside {
    /// The procedure.
    pub procedure: String,
    /// In one of these states.
    pub states: Vec<String>,
    /// Or after one of these events.
    pub after: Vec<String>,
    /// Of `after`, only with one of these reasons; empty: with any.
    pub reasons: Vec<String>,
}

/// A step that the law closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Closing {
    /// The event.
    pub event: String,
    /// From these states; empty: from any.
    pub from: Vec<String>,
    /// Only with one of these reasons; empty: with any.
    pub reasons: Vec<String>,
    /// Only while each of these holds.
    pub beside: Vec<Beside>,
    /// Not while one of these holds.
    pub unless: Vec<Beside>,
    /// Only as long as these days have not passed.
    pub within: Option<Within>,
    /// From this day on, where the article is younger than the procedure.
    #[schemars(with = "Option<String>")]
    pub since: Option<Date>,
    /// Name of the closing, unique in its procedure.
    pub code: String,
    /// Why it is closed.
    pub label: Label,
    /// The articles that close it.
    pub cites: Vec<Cite>,
}

/// Days that have to pass after an event of the same track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Within {
    /// The event.
    pub event: String,
    /// So many days; the day of the event is not counted, and the last day has to be over.
    pub days: u16,
}

/// How strongly the law calls for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// 应当.
    Shall,
    /// 可以.
    May,
}

/// A step that the state of another procedure calls for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Call {
    /// The event that is called for.
    pub event: String,
    /// In these states.
    pub from: Vec<String>,
    /// While this holds of another procedure.
    pub beside: Beside,
    /// How strongly.
    pub force: Force,
    /// Why.
    pub label: Label,
    /// The articles that say so.
    pub cites: Vec<Cite>,
}

impl Procedure {
    /// The state of that id.
    pub fn state(&self, id: &str) -> Option<&State> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The event of that id.
    pub fn event(&self, id: &str) -> Option<&EventKind> {
        self.events.iter().find(|event| event.id == id)
    }
}

impl EventKind {
    /// The bodies that may be named with it: those of its reason, or those of the file, or the one that does it.
    /// Empty where a private person does it and the file names nobody who receives it: then any may be named.
    pub fn named(&self, reason: Option<&str>) -> &[Body] {
        let own = self.reasons.iter().find(|one| Some(one.id.as_str()) == reason);
        match self.by {
            _ if own.is_some_and(|own| !own.bodies.is_empty()) => own.map_or(&[], |own| &own.bodies),
            Body::Person | Body::Actor => &self.bodies,
            _ if self.bodies.is_empty() => std::slice::from_ref(&self.by),
            _ => &self.bodies,
        }
    }

    /// The body that did it: the one named, or the only one that may do it. `None` where several may and none is named.
    pub fn done_by(&self, event: &crate::Event) -> Option<Body> {
        let named = event.body.as_ref().map(|body| body.kind);
        named.or(if self.bodies.len() > 1 { None } else { Some(self.by) })
    }

    /// Whether it appoints a day to appear on, which may have a time; the day of others is the last of a term.
    pub fn appoints(&self) -> bool {
        self.for_day && !self.facts.iter().any(|rule| rule.value == Value::ForDay)
    }

    /// The bodies that facts of it depend on, in order.
    pub fn telling(&self) -> Vec<Body> {
        let mut found: Vec<Body> = self.facts.iter().flat_map(|rule| rule.bodies.iter().copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Move {
    /// Where it leads from there.
    pub fn target<'a>(&'a self, from: &'a str) -> &'a str {
        self.to.as_deref().unwrap_or(from)
    }

    /// Whether it is drawn from there with that reason, other procedures left aside.
    pub fn leaves(&self, from: &str, reason: Option<&str>) -> bool {
        self.from.iter().any(|state| state == from) && admits(&self.reasons, reason)
    }
}

/// Whether a list of reasons admits that one; an empty list admits any.
pub(crate) fn admits(reasons: &[String], reason: Option<&str>) -> bool {
    reasons.is_empty() || reason.is_some_and(|reason| reasons.iter().any(|one| one == reason))
}
