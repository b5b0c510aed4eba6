//! Hand-over from the law room: outcomes become conditions, claims become values.

use crate::Need;
use crate::element::Element;
use redress_base::Value;
use redress_facts::{Claim, Kind, Scope, TermScope, Vocabulary};
use redress_law::{Node, NodeKind, Outcome};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The own steps of rules that the outcomes answer by value alone ([`redress_law::Survey`]), per scope and rule.
///
/// A tree that names another rule without its steps is read as if they stood there, so that a whole book need not
/// write out the same steps under every rule that rests on them. Empty where the outcomes carry whole trees.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    trees: BTreeMap<Scope, BTreeMap<String, Node>>,
}

impl Steps {
    /// Keeps the steps of a rule on a subject.
    pub fn keep(&mut self, scope: &Scope, rule: &str, tree: Node) {
        if let Some(rules) = self.trees.get_mut(scope) {
            rules.insert(rule.to_owned(), tree);
        } else {
            self.trees.insert(scope.clone(), BTreeMap::from([(rule.to_owned(), tree)]));
        }
    }

    /// The steps of a rule on a subject, where they are kept.
    pub fn of(&self, scope: &Scope, rule: &str) -> Option<&Node> {
        self.trees.get(scope).and_then(|rules| rules.get(rule))
    }
}

/// What was walked on one subject, by rule.
type Walked<'a> = BTreeMap<String, Rc<Walk<'a>>>;

/// Trees as they are read, with what was found on the way kept for the next time.
pub(crate) struct Trees<'a> {
    outcomes: BTreeMap<&'a Scope, BTreeMap<&'a str, &'a Outcome>>,
    steps: &'a Steps,
    vocabulary: &'a Vocabulary,
    walked: RefCell<BTreeMap<Scope, Walked<'a>>>,
    elements: RefCell<BTreeMap<Scope, BTreeMap<&'a str, Element>>>,
}

/// What decides below a step: whether bringing things could make it out, and the facts.
struct Walk<'a> {
    bringable: bool,
    /// In order, each once.
    terms: Vec<&'a str>,
}

impl<'a> Trees<'a> {
    pub(crate) fn new(
        outcomes: &'a BTreeMap<(Scope, String), Outcome>,
        steps: &'a Steps,
        vocabulary: &'a Vocabulary,
    ) -> Trees<'a> {
        let mut by_scope: BTreeMap<&'a Scope, BTreeMap<&'a str, &'a Outcome>> = BTreeMap::new();
        for ((scope, rule), outcome) in outcomes {
            by_scope.entry(scope).or_default().insert(rule, outcome);
        }
        Trees {
            outcomes: by_scope,
            steps,
            vocabulary,
            walked: RefCell::default(),
            elements: RefCell::default(),
        }
    }

    /// The outcome of a rule for exactly this scope.
    pub(crate) fn outcome(&self, scope: &Scope, rule: &str) -> Option<&'a Outcome> {
        self.outcomes.get(scope).and_then(|rules| rules.get(rule).copied())
    }

    /// The steps below a step; of a rule that is named by value, its own.
    fn below(&self, scope: &Scope, node: &'a Node) -> &'a [Node] {
        match self.named(scope, node) {
            None => &node.children,
            Some(tree) if tree.kind == NodeKind::Rule => &tree.children,
            Some(tree) => std::slice::from_ref(tree),
        }
    }

    /// The tree of the rule that a step names by value.
    fn named(&self, scope: &Scope, node: &'a Node) -> Option<&'a Node> {
        if node.kind != NodeKind::Rule || !node.children.is_empty() {
            return None;
        }
        let rule = node.rule();
        let whole = || self.outcome(scope, rule).map(|outcome| &outcome.tree);
        // An outcome that has no steps itself says nothing more; reading it again would never end.
        let told = |tree: &&Node| tree.kind != NodeKind::Rule || !tree.children.is_empty();
        self.steps.of(scope, rule).or_else(whole).filter(told)
    }

    /// An outcome as a condition: its value, the facts behind what decides it, and whether bringing
    /// things could make it out.
    pub(crate) fn element(&self, scope: &Scope, outcome: &'a Outcome) -> Element {
        let rule = outcome.rule.as_str();
        let known = self.elements.borrow().get(scope).and_then(|rules| rules.get(rule).cloned());
        known.unwrap_or_else(|| {
            let element = self.asked(scope, outcome);
            let mut elements = self.elements.borrow_mut();
            elements.entry(scope.clone()).or_default().insert(rule, element.clone());
            element
        })
    }

    fn asked(&self, scope: &Scope, outcome: &'a Outcome) -> Element {
        let at = &outcome.scope;
        let walks: Vec<Rc<Walk<'a>>> = if outcome.versions.is_empty() {
            vec![self.kept(at, &outcome.rule, &outcome.tree)]
        } else {
            outcome.versions.iter().map(|version| Rc::new(self.whole(at, &version.tree))).collect()
        };
        let bringable = outcome.value == Value::UU && walks.iter().all(|one| one.bringable);
        let terms: BTreeSet<&str> = walks.iter().flat_map(|one| one.terms.iter().copied()).collect();
        Element { value: outcome.value, bringable, needs: self.needs(scope, terms) }
    }

    /// What a rule asks for beside another that it rests on: for a claim, what it needs beside the infringement.
    pub(crate) fn beside(&self, scope: &Scope, outcome: &'a Outcome, other: &str) -> Element {
        let at = &outcome.scope;
        let Some(all) = self.conjunction(at, &outcome.tree).filter(|_| outcome.versions.is_empty()) else {
            return self.element(scope, outcome);
        };
        let mut own = Vec::new();
        self.collect(at, all, other, &mut own);
        Element::all(own.into_iter().map(|node| {
            let walk = self.whole(at, node);
            Element {
                value: node.value,
                bringable: walk.bringable,
                needs: self.needs(scope, walk.terms.into_iter().collect()),
            }
        }))
    }

    /// The conjuncts, those of rules that rest on the other one too; without the other one.
    fn collect(&self, scope: &Scope, all: &'a Node, other: &str, own: &mut Vec<&'a Node>) {
        for child in self.below(scope, all) {
            match self.conjunction(scope, child).filter(|_| self.rests_on(scope, child, other)) {
                _ if is_rule(child, other) => {}
                Some(inner) => self.collect(scope, inner, other, own),
                None => own.push(child),
            }
        }
    }

    fn rests_on(&self, scope: &Scope, node: &'a Node, other: &str) -> bool {
        self.below(scope, node)
            .iter()
            .any(|child| is_rule(child, other) || self.rests_on(scope, child, other))
    }

    /// The conjunction that a rule is.
    fn conjunction(&self, scope: &Scope, node: &'a Node) -> Option<&'a Node> {
        match node.kind {
            NodeKind::All => Some(node),
            NodeKind::Rule => {
                self.below(scope, node).first().and_then(|first| self.conjunction(scope, first))
            }
            _ => None,
        }
    }

    /// What decides a rule, walked once.
    fn kept(&self, scope: &Scope, rule: &str, tree: &'a Node) -> Rc<Walk<'a>> {
        let known = self.walked.borrow().get(scope).and_then(|rules| rules.get(rule).cloned());
        known.unwrap_or_else(|| {
            let walk = Rc::new(self.whole(scope, tree));
            let mut walked = self.walked.borrow_mut();
            walked.entry(scope.clone()).or_default().insert(rule.to_owned(), Rc::clone(&walk));
            walk
        })
    }

    fn whole(&self, scope: &Scope, tree: &'a Node) -> Walk<'a> {
        let mut terms = Vec::new();
        let bringable = self.walk(scope, tree, &mut terms);
        terms.sort_unstable();
        terms.dedup();
        Walk { bringable, terms }
    }

    /// Whether bringing things could make the step out; the facts that decide are added to `terms`.
    fn walk(&self, scope: &Scope, node: &'a Node, terms: &mut Vec<&'a str>) -> bool {
        // A catch-all is never suggested: only a person sets it (docs/law-format.md).
        if node.kind == NodeKind::Open || node.kind == NodeKind::Factor {
            return false;
        }
        if let Some(tree) = self.named(scope, node) {
            let walk = self.kept(scope, node.rule(), tree);
            terms.extend(&walk.terms);
            return walk.bringable && node.value == Value::UU;
        }
        let deciding = |child: &&Node| child.decisive && child.kind != NodeKind::Factor;
        let (mut some, mut any, mut all) = (false, false, true);
        for child in node.children.iter().filter(deciding) {
            let bringable = self.walk(scope, child, terms);
            (some, any, all) = (true, any || bringable, all && bringable);
        }
        terms.extend(node.facts.iter().map(|used| used.term.as_str()));
        node.value == Value::UU
            && node.facts.iter().all(|used| !judged(self.vocabulary, &used.term))
            && match node.kind {
                NodeKind::Any | NodeKind::AtLeast | NodeKind::Accumulate | NodeKind::Proportion => {
                    any || !some
                }
                NodeKind::NoVersion => false,
                _ => (some || !node.facts.is_empty()) && all,
            }
    }

    fn needs(&self, scope: &Scope, terms: BTreeSet<&str>) -> Rc<BTreeSet<Need>> {
        Rc::new(terms.into_iter().map(|term| need(self.vocabulary, scope, term)).collect())
    }

    /// The numbered items of a provision, each with the value that it would give to the whole by itself: what
    /// stands beside it and is needed for every item is counted in.
    pub(crate) fn items(&self, outcome: &'a Outcome) -> BTreeMap<u32, Value> {
        let mut items = BTreeMap::new();
        self.gather(&outcome.scope, &outcome.tree, Value::TT, &mut items);
        items
    }

    fn gather(&self, scope: &Scope, node: &'a Node, with: Value, items: &mut BTreeMap<u32, Value>) {
        if let Some(item) = node.item {
            let own = node.value.and(with);
            items.entry(item).and_modify(|known| *known = known.or(own)).or_insert(own);
            return;
        }
        let below = self.below(scope, node);
        let (inside, beside): (Vec<&'a Node>, Vec<&'a Node>) =
            below.iter().partition(|child| self.numbered(scope, child));
        let needed = beside.into_iter().filter(|_| node.kind == NodeKind::All);
        let with = needed.fold(with, |all, one| all.and(one.value));
        for child in inside {
            self.gather(scope, child, with, items);
        }
    }

    fn numbered(&self, scope: &Scope, node: &'a Node) -> bool {
        node.item.is_some() || self.below(scope, node).iter().any(|child| self.numbered(scope, child))
    }

    /// Whether what decides an outcome rests on a text of law that was not verified.
    pub(crate) fn unverified(&self, outcome: &'a Outcome) -> bool {
        self.marked(&outcome.scope, &outcome.tree)
    }

    fn marked(&self, scope: &Scope, node: &'a Node) -> bool {
        let below = self.below(scope, node);
        node.confidence.is_some() || below.iter().any(|child| child.decisive && self.marked(scope, child))
    }
}

/// Whether the step is that rule, in any version.
fn is_rule(node: &Node, rule: &str) -> bool {
    node.kind == NodeKind::Rule && node.rule() == rule
}

fn judged(vocabulary: &Vocabulary, term: &str) -> bool {
    vocabulary
        .get(term)
        .is_none_or(|known| known.kind == Kind::Judgement || known.source == redress_facts::Source::Judgement)
}

fn need(vocabulary: &Vocabulary, scope: &Scope, term: &str) -> Need {
    let of_case = vocabulary.get(term).is_none_or(|known| known.scope == TermScope::Case);
    Need { term: term.to_owned(), scope: if of_case { Scope::Case } else { scope.clone() } }
}

/// Whether the answer turns on a reading on which authorities differ.
pub(crate) fn contested(outcome: &Outcome) -> bool {
    outcome.readings.iter().any(|reading| reading.matters)
}

/// What the claims say of a yes/no fact; read as the law room reads it.
pub(crate) fn truth(vocabulary: &Vocabulary, term: &str, claims: &[Claim]) -> Value {
    redress_law::yes_or_no(vocabulary, term, claims)
}

/// What the claims say of "the choice is one of `words`".
pub(crate) fn choice(vocabulary: &Vocabulary, term: &str, claims: &[Claim], words: &[&str]) -> Value {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    redress_law::one_of(vocabulary, term, claims, &words)
}

#[cfg(test)]
mod tests {
    use super::{choice, truth};
    use redress_base::{Instant, ItemId, Span, Stamp, TimeSource, Value};
    use redress_facts::{Claim, Datum, Standing, Vocabulary};

    fn claim(value: Datum, standing: Standing, opposing: bool, source: bool) -> Claim {
        Claim {
            value,
            standing,
            by: "A".into(),
            as_of: Stamp { at: Instant(0), source: TimeSource::Declared },
            sources: if source { vec![Span::whole(ItemId(1))] } else { vec![] },
            figure: None,
            reason: None,
            opposing,
            disputed: false,
            named: None,
        }
    }

    fn of(term: &str, claims: &[Claim]) -> Value {
        truth(&Vocabulary::standard(), term, claims)
    }

    #[test]
    fn silence_is_unknown_and_a_denial_is_a_dispute() {
        let ours = claim(Datum::Yes, Standing::Stated, false, true);
        let denial = claim(Datum::No, Standing::Stated, true, false);
        assert_eq!(of("random_public_target", &[]), Value::UU);
        assert_eq!(of("random_public_target", std::slice::from_ref(&ours)), Value::TT);
        assert_eq!(of("random_public_target", &[ours, denial.clone()]), Value::FT);
        assert_eq!(of("random_public_target", &[denial]), Value::UU);
        let shown = claim(Datum::No, Standing::Stated, true, true);
        assert_eq!(of("random_public_target", &[shown]), Value::FU);
    }

    #[test]
    fn what_is_stated_without_evidence_is_missing_except_at_first_hand() {
        let bare = claim(Datum::Yes, Standing::Stated, false, false);
        assert_eq!(of("random_public_target", std::slice::from_ref(&bare)), Value::UU);
        assert_eq!(of("defendant_identified", &[bare]), Value::TT);
    }

    #[test]
    fn an_official_document_ends_a_dispute_about_the_procedure() {
        let claims = [
            claim(Datum::No, Standing::Stated, true, true),
            claim(Datum::Yes, Standing::Official, false, true),
        ];
        assert_eq!(of("police_case_open", &claims), Value::TT);
        assert_eq!(of("random_public_target", &claims), Value::FT);
    }

    #[test]
    fn only_a_person_judges() {
        for standing in [Standing::Stated, Standing::Measured, Standing::Official, Standing::Admitted] {
            assert_eq!(of("wide_spread", &[claim(Datum::Yes, standing, false, true)]), Value::UU);
        }
        let judged = claim(Datum::Yes, Standing::Judged, false, false);
        assert_eq!(of("wide_spread", &[judged]), Value::TT);
    }

    #[test]
    fn a_choice_is_one_of_the_words_or_not() {
        let said = [claim(Datum::Choice("otherwise".into()), Standing::Stated, false, false)];
        let term = "previously_withdrawn";
        let words = Vocabulary::standard();
        assert_eq!(choice(&words, term, &said, &["no", "for-lack-of-evidence"]), Value::FF);
        assert_eq!(choice(&words, term, &said, &["otherwise"]), Value::TT);
        assert_eq!(choice(&words, term, &[], &["otherwise"]), Value::UU);
    }
}
