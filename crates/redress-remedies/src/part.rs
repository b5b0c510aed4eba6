//! A condition of a route together with its lines, and how conditions add up to a state.

use crate::cite::Cite;
use crate::desk::Desk;
use crate::element::{Element, deciding_all, deciding_any};
use crate::{Reason, State, from_law};
use redress_base::{Arg, Date, Value};
use redress_facts::Scope;
use std::collections::BTreeMap;

/// At most this many statements are written out under one condition; the rest are counted.
const STATEMENTS_WRITTEN_OUT: usize = 24;

/// Number of an item, the code of its line, where the law says so.
pub(crate) type ItemLine<'a> = (u32, &'a str, Vec<Cite>);

/// A condition and the lines that explain it. A line is decisive as long as everything above it rests
/// on it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) element: Element,
    pub(crate) lines: Vec<Reason>,
}

impl Part {
    /// A condition with one line.
    pub(crate) fn line(code: &str, scope: &Scope, element: Element, cites: Vec<Cite>) -> Part {
        let reason = reason(code, scope, Some(element.value), cites);
        Part { element, lines: vec![reason] }
    }

    /// A road that one text opened: before the first day of that text there is no such road.
    pub(crate) fn opened_on(code: &str, desk: &Desk<'_>, first: Date, cites: Vec<Cite>) -> Part {
        let value = if desk.today() >= first { Value::TT } else { Value::FF };
        Part::line(code, &Scope::Case, Element::fixed(value), cites)
    }

    /// A condition that a rule of the law book answers.
    pub(crate) fn rule(code: &str, desk: &Desk<'_>, scope: &Scope, rule: &str, cites: Vec<Cite>) -> Part {
        Part::line(code, scope, desk.rule(scope, rule), cites).answered_by(desk, scope, rule)
    }

    /// A condition that a rule of the law book answers, with a line for each numbered item of the provision.
    pub(crate) fn items(desk: &Desk<'_>, scope: &Scope, rule: &str, lines: Vec<ItemLine<'_>>) -> Part {
        let element = desk.rule(scope, rule);
        let items = desk.outcome(scope, rule).map(|outcome| desk.trees().items(outcome)).unwrap_or_default();
        let whole = element.value;
        let one = |(item, code, cites): ItemLine<'_>| {
            let value = items.get(&item).copied().unwrap_or(Value::UU);
            let line = reason(code, scope, Some(value), cites);
            Reason { decisive: deciding_any(whole, value), ..line }
        };
        Part { element, lines: lines.into_iter().map(one).collect() }.answered_by(desk, scope, rule)
    }

    /// Names the rule whose explanation stands among the outcomes. Where its answer turns on a reading on which
    /// authorities differ, the lines that it leaves open are marked.
    #[must_use]
    pub(crate) fn answered_by(mut self, desk: &Desk<'_>, scope: &Scope, rule: &str) -> Part {
        let outcome = desk.outcome(scope, rule);
        let contested = outcome.is_some_and(from_law::contested);
        // Of several lines each names its own articles, with their own marks.
        let unverified =
            self.lines.len() == 1 && outcome.is_some_and(|outcome| desk.trees().unverified(outcome));
        for line in &mut self.lines {
            line.rule = outcome.map(|_| rule.to_owned());
            line.unverified |= unverified;
            line.contested |= contested && line.value.is_some_and(|value| value.worst() != value.best());
        }
        self
    }

    /// As [`Part::line`], for a condition that can still be cured: its line shows that it fails today,
    /// the route only waits for it.
    pub(crate) fn curable(code: &str, scope: &Scope, element: Element, cites: Vec<Cite>) -> Part {
        let reason = reason(code, scope, Some(element.value), cites);
        Part { element: element.curable(), lines: vec![reason] }
    }

    /// Marks every line as resting on a reading that no text settles.
    pub(crate) fn contested(mut self) -> Part {
        for line in &mut self.lines {
            line.contested = true;
        }
        self
    }

    /// Every one of the conditions.
    pub(crate) fn all(parts: Vec<Part>) -> Part {
        let element = Element::all(parts.iter().map(|part| part.element.clone()));
        let whole = element.value;
        Part { element, lines: gather(parts, |part| deciding_all(whole, part)) }
    }

    /// At least one of the conditions.
    pub(crate) fn any(parts: Vec<Part>) -> Part {
        let element = Element::any(parts.iter().map(|part| part.element.clone()));
        let whole = element.value;
        Part { element, lines: gather(parts, |part| deciding_any(whole, part)) }
    }

    /// At least one of the statements; only so many are written out, deciding ones first.
    pub(crate) fn any_statement(mut parts: Vec<Part>, none: &str) -> Part {
        if parts.is_empty() {
            return Part::line(none, &Scope::Case, Element::unknown(), vec![]);
        }
        let element = Element::any(parts.iter().map(|part| part.element.clone()));
        let whole = element.value;
        parts.sort_by_key(|part| !deciding_any(whole, part.element.value));
        let more = parts.len().saturating_sub(STATEMENTS_WRITTEN_OUT);
        parts.truncate(STATEMENTS_WRITTEN_OUT);
        let mut lines = gather(parts, |part| deciding_any(whole, part));
        if more > 0 {
            let mut rest = reason("remedies-more-statements", &Scope::Case, None, vec![]);
            rest.args.insert("count".to_owned(), Arg::from(more));
            lines.push(rest);
        }
        Part { element, lines }
    }

    /// The state that the condition, taken as the whole of a route, comes to.
    pub(crate) fn state(&self) -> State {
        match self.element.value {
            Value::TT => State::Open,
            Value::FF => State::Closed,
            Value::UU if self.element.bringable => State::Waiting,
            _ => State::Unknown,
        }
    }
}

/// A line without a condition behind it.
pub(crate) fn note(code: &str, cites: Vec<Cite>) -> Reason {
    reason(code, &Scope::Case, None, cites)
}

fn reason(code: &str, scope: &Scope, value: Option<Value>, cites: Vec<Cite>) -> Reason {
    let args = value.map(|value| ("value".to_owned(), Arg::from(value.letters()))).into_iter();
    Reason {
        code: code.to_owned(),
        value,
        args: args.collect::<BTreeMap<String, Arg>>(),
        unverified: cites.iter().any(|cite| cite.unverified),
        rule: None,
        cites,
        scope: scope.clone(),
        decisive: value.is_some(),
        contested: false,
    }
}

fn gather(parts: Vec<Part>, deciding: impl Fn(Value) -> bool) -> Vec<Reason> {
    let one = |part: Part| {
        let decides = deciding(part.element.value);
        part.lines.into_iter().map(move |mut line| {
            line.decisive &= decides;
            line
        })
    };
    parts.into_iter().flat_map(one).collect()
}
