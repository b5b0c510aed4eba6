//! What came of putting every rule of the book to every subject of a file, and how an outcome becomes an answer.

use crate::answer::{Answer, Meaning, Protected, Why};
use redress_base::{Article, Finding, Value};
use redress_facts::Scope;
use redress_law::{Confidence, Node, NodeKind, Outcome, Role, Rule, deciding_rules};
use redress_remedies::Steps;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Outcomes = BTreeMap<(Scope, String), Outcome>;

/// What came of putting every rule to every subject.
#[derive(Default)]
pub(crate) struct Surveyed {
    pub(crate) answers: Vec<Answer>,
    /// What the roads turn on.
    pub(crate) outcomes: Outcomes,
    /// And what that rests on.
    pub(crate) steps: Steps,
    /// Where the answer of a rule on a subject stands.
    at: BTreeMap<Scope, FxHashMap<String, usize>>,
    weak: BTreeMap<Scope, FxHashMap<String, Resting>>,
    pub(crate) protected: Vec<Protected>,
    pub(crate) findings: BTreeSet<Finding>,
}

/// Whether a rule rests on a text that was not verified, by itself or by the rules that decide it.
struct Resting {
    own: bool,
    below: Vec<String>,
}

impl Surveyed {
    /// Adds an answer.
    pub(crate) fn push(&mut self, answer: Answer) {
        let at = self.answers.len();
        if let Some(rules) = self.at.get_mut(&answer.subject) {
            rules.insert(answer.rule.clone(), at);
        } else {
            let rules = FxHashMap::from_iter([(answer.rule.clone(), at)]);
            self.at.insert(answer.subject.clone(), rules);
        }
        self.answers.push(answer);
    }

    /// Keeps an outcome for the roads, whole or its steps alone.
    pub(crate) fn keep(&mut self, scope: &Scope, rule: &str, outcome: Outcome, road: bool) {
        if road {
            self.outcomes.insert((scope.clone(), rule.to_owned()), outcome);
        } else {
            self.steps.keep(scope, rule, outcome.tree);
        }
    }

    /// Whether the steps of a rule are kept.
    pub(crate) fn has_steps(&self, scope: &Scope, rule: &str) -> bool {
        self.steps.of(scope, rule).is_some() || self.outcomes.contains_key(&(scope.clone(), rule.to_owned()))
    }

    /// Remembers what the answer of a rule rests on.
    pub(crate) fn rests(&mut self, scope: &Scope, rule: &str, tree: &Node) {
        let resting = Resting { own: unverified(tree), below: deciding_rules(tree) };
        if let Some(rules) = self.weak.get_mut(scope) {
            rules.insert(rule.to_owned(), resting);
        } else {
            self.weak.insert(scope.clone(), FxHashMap::from_iter([(rule.to_owned(), resting)]));
        }
    }

    /// Carries the mark of unverified law to every answer that rests on it.
    pub(crate) fn mark_unverified(&mut self) {
        for answer in self.answers.iter_mut().filter(|answer| answer.confidence.is_none()) {
            let (mut seen, mut open) = (BTreeSet::new(), vec![answer.rule.as_str()]);
            while let Some(rule) = open.pop() {
                if !seen.insert(rule) {
                    continue;
                }
                let of = |scope: &Scope| self.weak.get(scope).and_then(|rules| rules.get(rule));
                let Some(resting) = of(&answer.subject).or_else(|| of(&Scope::Case)) else { continue };
                if resting.own {
                    answer.confidence = Some(Confidence::O);
                    break;
                }
                open.extend(resting.below.iter().map(String::as_str));
            }
        }
    }

    /// The value of a rule for a scope; a rule of statements, asked for the case, is the best that any of them reaches.
    pub(crate) fn value(&self, scope: &Scope, statements: &[Scope], rule: &str) -> Value {
        let of = |scope: &Scope| {
            let at = self.at.get(scope).and_then(|rules| rules.get(rule))?;
            self.answers.get(*at).map(|answer| answer.value)
        };
        if let Some(value) = of(scope).or_else(|| of(&Scope::Case)) {
            return value;
        }
        statements.iter().filter_map(of).reduce(Value::or).unwrap_or(Value::UU)
    }
}

/// The answer of a rule on which nobody has said anything.
pub(crate) fn silent(subject: Scope, rule: &Rule, value: Value) -> Answer {
    let code = "law-why-nobody-said".to_owned();
    let why = Why { code, value, facts: vec![], rule: None, cites: vec![] };
    Answer {
        subject,
        rule: rule.id.clone(),
        label: rule.label.clone(),
        role: rule.role,
        said: false,
        value,
        means: Meaning::from(value),
        presumptive: None,
        enumerated: None,
        version: None,
        rank: Some(rule.rank),
        cites: rule.cites.clone(),
        confidence: (rule.confidence == Confidence::O).then_some(Confidence::O),
        draft: rule.draft,
        reasons: vec![why],
        readings: vec![],
        several: vec![],
        gives: vec![],
        conflict: vec![],
        tree: None,
    }
}

/// The answer of a rule, out of its outcome.
pub(crate) fn answer(
    subject: Scope,
    role: Role,
    rule: String,
    outcome: &Outcome,
    tree: Option<Node>,
) -> Answer {
    let mut reasons = Vec::new();
    let mut cites = BTreeSet::new();
    why(&outcome.tree, &[], &mut reasons);
    reasons.truncate(MOST_REASONS);
    let own = outcome.tree.cites.clone();
    cites.extend(reasons.iter().flat_map(|one| one.cites.iter().cloned()));
    let further: Vec<Article> = cites.into_iter().filter(|cite| !own.contains(cite)).collect();
    let differs = |reading: Value| (reading != outcome.value).then_some(reading);
    Answer {
        subject,
        rule,
        label: outcome.label.clone(),
        role,
        said: true,
        value: outcome.value,
        means: Meaning::from(outcome.value),
        presumptive: differs(outcome.presumptive),
        enumerated: differs(outcome.enumerated),
        version: outcome.version.as_ref().map(|version| version.in_force.from),
        rank: outcome.version.as_ref().map(|version| version.rank),
        cites: own.into_iter().chain(further).collect(),
        confidence: unverified(&outcome.tree).then_some(Confidence::O),
        draft: outcome.draft,
        reasons,
        readings: outcome.readings.clone(),
        several: outcome.several.clone(),
        gives: outcome.gives.clone(),
        conflict: outcome.conflict.clone(),
        tree,
    }
}

/// Reasons kept of one rule.
const MOST_REASONS: usize = 24;

/// The steps that decide, from the root down to the facts.
fn why(node: &Node, above: &[Article], found: &mut Vec<Why>) {
    let cites = if node.cites.is_empty() { above } else { &node.cites };
    let below: Vec<&Node> =
        node.children.iter().filter(|child| child.decisive && child.kind != NodeKind::Factor).collect();
    if below.is_empty() {
        let facts = node.facts.iter().map(|fact| fact.term.clone()).collect();
        let own = node.kind == NodeKind::Rule && !above.is_empty();
        let rule = own.then(|| node.id.rsplit('/').next().unwrap_or_default().to_owned());
        found.push(Why { code: node.reason.clone(), value: node.value, facts, rule, cites: cites.to_vec() });
    }
    below.into_iter().for_each(|child| why(child, cites, found));
}

/// Whether anything that decides rests on a text that was not verified.
fn unverified(node: &Node) -> bool {
    node.confidence.is_some() || node.children.iter().any(|child| child.decisive && unverified(child))
}
