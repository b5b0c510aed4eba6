//! Combining the values of steps, their reasons, and which of them decide.

use crate::ir::Label;
use crate::outcome::{Node, NodeKind};
use redress_base::{Truth, Value};
use std::collections::BTreeSet;

/// The three readings of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Readings {
    /// Unknown stays unknown; catch-alls as a person set them.
    pub(crate) strict: Value,
    /// Open defences assumed absent, presumptions applied.
    pub(crate) presumptive: Value,
    /// Catch-alls read as "no".
    pub(crate) enumerated: Value,
}

impl Readings {
    pub(crate) const fn same(value: Value) -> Readings {
        Readings { strict: value, presumptive: value, enumerated: value }
    }

    pub(crate) fn map(self, change: impl Fn(Value) -> Value) -> Readings {
        Readings {
            strict: change(self.strict),
            presumptive: change(self.presumptive),
            enumerated: change(self.enumerated),
        }
    }

    /// The same step on each reading of two.
    pub(crate) fn zip(self, other: Readings, step: impl Fn(Value, Value) -> Value) -> Readings {
        Readings {
            strict: step(self.strict, other.strict),
            presumptive: step(self.presumptive, other.presumptive),
            enumerated: step(self.enumerated, other.enumerated),
        }
    }

    fn fold(nodes: &[Node], start: Value, step: impl Fn(Value, Value) -> Value) -> Readings {
        nodes.iter().map(of).fold(Readings::same(start), |all, next| Readings {
            strict: step(all.strict, next.strict),
            presumptive: step(all.presumptive, next.presumptive),
            enumerated: step(all.enumerated, next.enumerated),
        })
    }
}

/// The readings that a node carries.
pub(crate) fn of(node: &Node) -> Readings {
    Readings {
        strict: node.value,
        presumptive: node.presumptive.unwrap_or(node.value),
        enumerated: node.enumerated.unwrap_or(node.value),
    }
}

/// A step without steps below.
pub(crate) fn leaf(kind: NodeKind, id: String, label: Label, readings: Readings, reason: &str) -> Node {
    let value = readings.strict;
    let other = |reading: Value| (reading != value).then_some(reading);
    Node {
        id,
        kind,
        label,
        value,
        presumptive: other(readings.presumptive),
        enumerated: other(readings.enumerated),
        reason: reason.to_owned(),
        reading: None,
        item: None,
        n: None,
        cites: vec![],
        confidence: None,
        unverified: BTreeSet::new(),
        test: None,
        facts: vec![],
        decisive: true,
        children: vec![],
    }
}

fn with_children(
    kind: NodeKind,
    id: String,
    label: Label,
    readings: Readings,
    mut children: Vec<Node>,
) -> Node {
    mark(kind, readings.strict, &mut children);
    let reason = reason(kind, readings, &children);
    let mut node = leaf(kind, id, label, readings, reason);
    node.children = children;
    node
}

/// Any, or all; a rule and an accumulation are "all".
pub(crate) fn group(kind: NodeKind, id: String, label: Label, children: Vec<Node>) -> Node {
    let readings = match kind {
        NodeKind::Any => Readings::fold(&children, Value::FF, Value::or),
        _ => Readings::fold(&children, Value::TT, Value::and),
    };
    with_children(kind, id, label, readings, children)
}

/// At least `n`.
pub(crate) fn at_least(n: u32, id: String, children: Vec<Node>) -> Node {
    let readings = enough(n, &children.iter().map(of).collect::<Vec<_>>());
    let mut node = with_children(NodeKind::AtLeast, id, Label::default(), readings, children);
    node.n = Some(n);
    node
}

/// Must not hold.
pub(crate) fn negation(id: String, child: Node) -> Node {
    let readings = of(&child).map(Value::not);
    with_children(NodeKind::Not, id, Label::default(), readings, vec![child])
}

/// "The exception does not apply". One that is for the other side to show is assumed absent while it is open.
pub(crate) fn defeater(id: String, child: Node, other_side: bool) -> Node {
    let mut readings = of(&child);
    if other_side {
        readings.presumptive = absent(readings.presumptive);
    }
    let label = child.label.clone();
    let cites = child.cites.clone();
    let mut node = with_children(NodeKind::Defeater, id, label, readings.map(Value::not), vec![child]);
    node.cites = cites;
    node
}

/// One step out of several readings of the same fact: the widest interval.
pub(crate) fn widest(nodes: Vec<Node>) -> Node {
    let mut all = nodes.into_iter();
    let Some(mut first) = all.next() else {
        return leaf(
            NodeKind::Date,
            String::new(),
            Label::default(),
            Readings::same(Value::UU),
            "law-why-date-open",
        );
    };
    for next in all {
        let value = Value::spanning(
            first.value.worst().min(next.value.worst()),
            first.value.best().max(next.value.best()),
        );
        if value != first.value {
            "law-why-sources-contradict".clone_into(&mut first.reason);
            first.value = value;
        }
    }
    first
}

/// An open defence is assumed absent.
pub(crate) fn absent(value: Value) -> Value {
    each_end(value, |t| if t == Truth::U { Truth::F } else { t })
}

/// At least `n` of several.
pub(crate) fn enough(n: u32, all: &[Readings]) -> Readings {
    let needed = usize::try_from(n).unwrap_or(usize::MAX);
    let over =
        |pick: fn(&Readings) -> Value| Value::at_least(needed, &all.iter().map(pick).collect::<Vec<_>>());
    Readings {
        strict: over(|r| r.strict),
        presumptive: over(|r| r.presumptive),
        enumerated: over(|r| r.enumerated),
    }
}

/// The interval over several; unknown over none.
pub(crate) fn hull(all: &[Readings]) -> Readings {
    let wider = |a: Value, b: Value| Value::spanning(a.worst().min(b.worst()), a.best().max(b.best()));
    all.iter().copied().reduce(|a, b| a.zip(b, wider)).unwrap_or(Readings::same(Value::UU))
}

/// What is presumed holds while nobody shows otherwise.
pub(crate) fn presume(value: Value) -> Value {
    each_end(value, |t| if t == Truth::U { Truth::T } else { t })
}

fn each_end(value: Value, change: impl Fn(Truth) -> Truth) -> Value {
    Value::spanning(change(value.worst()), change(value.best()))
}

/// Several versions of the law touch the act: the interval over them.
pub(crate) fn versions(id: &str, parent: &str, children: Vec<Node>) -> Node {
    spanning(NodeKind::Versions, under(parent, id), children)
}

/// A contested reading that nobody has chosen: the interval over its alternatives.
pub(crate) fn reading(id: String, name: &str, children: Vec<Node>) -> Node {
    let mut node = spanning(NodeKind::Reading, id, children);
    node.reading = Some(name.to_owned());
    node
}

fn spanning(kind: NodeKind, id: String, children: Vec<Node>) -> Node {
    let label = children.first().map(|child| child.label.clone()).unwrap_or_default();
    let readings = hull(&children.iter().map(of).collect::<Vec<_>>());
    with_children(kind, id, label, readings, children)
}

/// The law of the act and a later one that may be milder: made out only where both punish. Of an exception it is the
/// other way round: it applies where either law lets it.
pub(crate) fn both_laws(id: &str, parent: &str, exception: bool, children: Vec<Node>) -> Node {
    let label = children.first().map(|child| child.label.clone()).unwrap_or_default();
    let (kind, reason) =
        if exception { (NodeKind::Any, "law-why-either-law") } else { (NodeKind::All, "law-why-both-laws") };
    let mut node = group(kind, under(parent, id), label, children);
    reason.clone_into(&mut node.reason);
    node
}

fn under(parent: &str, id: &str) -> String {
    if parent.is_empty() { id.to_owned() } else { format!("{parent}/{id}") }
}

/// Factors to weigh: shown, without a value of their own.
pub(crate) fn factors(id: &str, factors: &[Label]) -> Vec<Node> {
    let factor = |(at, label): (usize, &Label)| {
        let readings = Readings::same(Value::UU);
        let id = format!("{id}/f{}", at + 1);
        let mut node = leaf(NodeKind::Factor, id, label.clone(), readings, "law-why-factor");
        node.decisive = false;
        node
    };
    factors.iter().enumerate().map(factor).collect()
}

/// Marks the steps on which the value rests: all satisfied limbs for "made out", all failed ones for "not made out",
/// the gaps for "missing", the disputes for "disputed" (docs/law-format.md).
fn mark(kind: NodeKind, value: Value, children: &mut [Node]) {
    for child in children {
        let v = child.value;
        let carries_high = v.best() == value.best() && v.best() != Truth::F;
        let carries_low = v.worst() == value.worst() && v.worst() != Truth::T;
        child.decisive = match kind {
            NodeKind::Any if value == Value::FF => true,
            NodeKind::Any if value == Value::TT => v == value,
            NodeKind::Any => carries_high || (v.worst() == value.worst() && v.worst() != Truth::F),
            NodeKind::AtLeast if value == Value::TT || value == Value::FF => v == value,
            NodeKind::AtLeast => v != Value::TT && v != Value::FF,
            NodeKind::Not | NodeKind::Defeater | NodeKind::Versions | NodeKind::Reading => true,
            _ if value == Value::TT => true,
            _ if value == Value::FF => v == value,
            _ => carries_low || (v.best() == value.best() && v.best() != Truth::T),
        };
    }
}

/// The message code of a step with steps below.
fn reason(kind: NodeKind, readings: Readings, children: &[Node]) -> &'static str {
    let value = readings.strict;
    let only_catch_all = readings.enumerated == Value::FF && value == Value::UU;
    match kind {
        NodeKind::Any if only_catch_all => "law-why-only-catch-all",
        NodeKind::Any => {
            by_value(value, ["law-why-one-holds", "law-why-none-holds", "law-why-none-shown-yet"])
        }
        NodeKind::AtLeast => {
            by_value(value, ["law-why-enough-hold", "law-why-too-few", "law-why-not-enough-yet"])
        }
        NodeKind::Not => {
            by_value(value, ["law-why-excluded", "law-why-not-excluded", "law-why-exclusion-open"])
        }
        NodeKind::Defeater => by_value(
            value,
            ["law-why-exception-absent", "law-why-exception-applies", "law-why-exception-open"],
        ),
        NodeKind::Versions => {
            let same = children.iter().all(|child| child.value == value);
            if same { "law-why-versions-agree" } else { "law-why-versions-differ" }
        }
        NodeKind::Reading => {
            let same = children.iter().all(|child| child.value == value);
            if same { "law-why-readings-agree" } else { "law-why-readings-differ" }
        }
        NodeKind::Rule => {
            let stopped = |v: Value| children.iter().any(|c| c.kind == NodeKind::Defeater && c.value == v);
            if value == Value::FF && stopped(Value::FF) {
                "law-why-exception-stops"
            } else {
                by_value(value, ["law-why-made-out", "law-why-not-made-out", "law-why-open"])
            }
        }
        _ => by_value(value, ["law-why-all-hold", "law-why-one-fails", "law-why-some-open"]),
    }
}

/// The message code of a rule that is answered by value.
pub(crate) fn summed(readings: Readings) -> &'static str {
    by_value(readings.strict, ["law-why-made-out", "law-why-not-made-out", "law-why-open"])
}

/// Made out, not made out, missing; everything disputed shares its codes.
fn by_value(value: Value, [yes, no, open]: [&'static str; 3]) -> &'static str {
    match value {
        Value::TT => yes,
        Value::FF => no,
        Value::UU => open,
        Value::FT => "law-why-turns-on-disputes",
        _ => "law-why-open-and-disputed",
    }
}
