//! What came of putting every rule of the book to every subject of a file, and how an outcome becomes an answer.

use crate::answer::{Answer, Meaning, Protected, Why};
use redress_base::{Article, Finding, Value};
use redress_facts::Scope;
use redress_law::{Confidence, Doubt, LawOfTheDay, Node, NodeKind, Outcome, Role, Rule, deciding_rules};
use redress_remedies::Steps;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Outcomes = BTreeMap<(Scope, String), Outcome>;

/// What came of putting every rule to every subject.
pub(crate) struct Surveyed<'b> {
    /// The place of each rule in the order of the book.
    places: &'b FxHashMap<&'b str, usize>,
    pub(crate) answers: Vec<Answer>,
    /// What the roads turn on.
    pub(crate) outcomes: Outcomes,
    /// And what that rests on.
    pub(crate) steps: Steps,
    /// What is known of each rule on each subject, by its place.
    known: BTreeMap<Scope, Vec<Known>>,
    pub(crate) protected: Vec<Protected>,
    pub(crate) findings: BTreeSet<Finding>,
}

/// What is known of a rule on a subject.
#[derive(Clone, Default)]
struct Known {
    value: Option<Value>,
    /// Whether its own steps rest on a text that was not verified.
    weak: bool,
    /// What else of the law of its own steps was not checked.
    doubts: BTreeSet<Doubt>,
    /// The rules that decide it, by their places.
    below: Vec<usize>,
}

impl<'b> Surveyed<'b> {
    /// Nothing answered yet; `places` are those of the rules in the order of the book.
    pub(crate) fn new(places: &'b FxHashMap<&'b str, usize>) -> Surveyed<'b> {
        Surveyed {
            places,
            answers: vec![],
            outcomes: Outcomes::new(),
            steps: Steps::default(),
            known: BTreeMap::new(),
            protected: vec![],
            findings: BTreeSet::new(),
        }
    }

    /// Adds an answer, and of one with steps what it rests on.
    pub(crate) fn push(&mut self, answer: Answer, steps: Option<&Node>) {
        if !self.known.contains_key(&answer.subject) {
            self.known.insert(answer.subject.clone(), vec![Known::default(); self.places.len()]);
        }
        let rules = self.known.get_mut(&answer.subject);
        let place = self.places.get(answer.rule.as_str());
        if let Some(known) = rules.zip(place).and_then(|(rules, place)| rules.get_mut(*place)) {
            known.value = Some(answer.value);
            known.weak = steps.is_some_and(unverified);
            known.doubts = steps.map(doubts).unwrap_or_default();
            let below = steps.map(deciding_rules).unwrap_or_default();
            known.below = below.into_iter().filter_map(|rule| self.places.get(rule).copied()).collect();
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

    /// What is known of the rule at a place, on the subject, else on the case.
    fn known(&self, scope: &Scope, place: usize) -> Option<&Known> {
        let of = |scope: &Scope| self.known.get(scope)?.get(place).filter(|known| known.value.is_some());
        of(scope).or_else(|| of(&Scope::Case))
    }

    /// Carries the mark of unverified law to every answer that rests on it.
    pub(crate) fn mark_unverified(&mut self) {
        let mut answers = std::mem::take(&mut self.answers);
        for answer in answers.iter_mut().filter(|answer| answer.said) {
            let mut seen = BTreeSet::new();
            let mut open: Vec<usize> = self.places.get(answer.rule.as_str()).copied().into_iter().collect();
            while let Some(place) = open.pop() {
                let Some(known) = self.known(&answer.subject, place).filter(|_| seen.insert(place)) else {
                    continue;
                };
                if known.weak {
                    answer.confidence = Some(Confidence::O);
                }
                answer.unverified.extend(&known.doubts);
                open.extend(&known.below);
            }
        }
        self.answers = answers;
    }

    /// Tells an answer that only the law of those days would decide, which the book does not hold, from one for which
    /// evidence is missing: no evidence closes that gap.
    pub(crate) fn mark_no_law(&mut self) {
        let mut without: BTreeSet<(Scope, String)> = BTreeSet::new();
        // Rules do not go in circles: each round marks at least one answer more.
        loop {
            let mut more = false;
            for answer in self.answers.iter_mut().filter(|one| one.means == Meaning::EvidenceMissing) {
                let known = |rule: &str| {
                    let of = |scope: &Scope| without.contains(&(scope.clone(), rule.to_owned()));
                    !without.is_empty() && (of(&answer.subject) || of(&Scope::Case))
                };
                let lacks_law = |why: &Why| {
                    why.code == NO_VERSION
                        || why.rule.as_deref().is_some_and(|rule| known(version_less(rule)))
                };
                if !answer.reasons.is_empty() && answer.reasons.iter().all(lacks_law) {
                    answer.means = Meaning::NoLaw;
                    without.insert((answer.subject.clone(), answer.rule.clone()));
                    more = true;
                }
            }
            if !more {
                return;
            }
        }
    }

    /// The value of a rule for a scope; a rule of statements, asked for the case, is the best that any of them reaches.
    pub(crate) fn value(&self, scope: &Scope, statements: &[Scope], rule: &str) -> Value {
        let Some(place) = self.places.get(rule).copied() else { return Value::UU };
        if let Some(value) = self.known(scope, place).and_then(|known| known.value) {
            return value;
        }
        let of = |scope: &Scope| self.known.get(scope)?.get(place)?.value;
        statements.iter().filter_map(of).reduce(Value::or).unwrap_or(Value::UU)
    }
}

/// The reason of a rule of which the book has no version for the days of the act.
const NO_VERSION: &str = "law-why-no-version";

/// The id of a rule without the first day of the version that answered.
fn version_less(rule: &str) -> &str {
    rule.split_once('@').map_or(rule, |(id, _)| id)
}

/// The answer of a rule on which nobody has said anything.
pub(crate) fn silent(subject: Scope, rule: &Rule, value: Value, law: LawOfTheDay) -> Answer {
    let code = match law {
        LawOfTheDay::Held => "law-why-nobody-said",
        LawOfTheDay::NotHeld => NO_VERSION,
        LawOfTheDay::NotYet => "law-why-no-law-yet",
    };
    let why = Why { code: code.to_owned(), value, facts: vec![], rule: None, cites: vec![] };
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
        unverified: rule.unverified.clone(),
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
        unverified: doubts(&outcome.tree),
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

/// What else of the law that decides was not checked.
fn doubts(node: &Node) -> BTreeSet<Doubt> {
    let below = node.children.iter().filter(|child| child.decisive).flat_map(doubts);
    node.unverified.iter().copied().chain(below).collect()
}
