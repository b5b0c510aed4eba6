//! Hand-over from the law room: outcomes become conditions, claims become values.

use crate::Need;
use crate::element::Element;
use redress_base::Value;
use redress_facts::{Claim, Kind, Scope, TermScope, Vocabulary};
use redress_law::{Node, NodeKind, Outcome};
use std::collections::{BTreeMap, BTreeSet};

/// An outcome as a condition: its value, the facts behind what decides it, and whether bringing
/// things could make it out.
pub(crate) fn element(vocabulary: &Vocabulary, scope: &Scope, outcome: &Outcome) -> Element {
    let trees = outcome.versions.iter().map(|version| &version.tree);
    let walks: Vec<Walk> = if outcome.versions.is_empty() {
        vec![walk(vocabulary, scope, &outcome.tree)]
    } else {
        trees.map(|tree| walk(vocabulary, scope, tree)).collect()
    };
    let bringable = outcome.value == Value::UU && walks.iter().all(|one| one.bringable);
    let needs = walks.into_iter().flat_map(|one| one.needs).collect();
    Element { value: outcome.value, bringable, needs }
}

/// What a rule asks for beside another that it rests on: for a claim, what it needs beside the infringement.
pub(crate) fn beside(vocabulary: &Vocabulary, scope: &Scope, outcome: &Outcome, other: &str) -> Element {
    let Some(all) = conjunction(&outcome.tree).filter(|_| outcome.versions.is_empty()) else {
        return element(vocabulary, scope, outcome);
    };
    let mut own = Vec::new();
    collect(all, other, &mut own);
    Element::all(own.into_iter().map(|node| {
        let walk = walk(vocabulary, scope, node);
        Element { value: node.value, bringable: walk.bringable, needs: walk.needs }
    }))
}

/// The conjuncts, those of rules that rest on the other one too; without the other one.
fn collect<'n>(all: &'n Node, other: &str, own: &mut Vec<&'n Node>) {
    for child in &all.children {
        match conjunction(child).filter(|_| rests_on(child, other)) {
            _ if is_rule(child, other) => {}
            Some(inner) => collect(inner, other, own),
            None => own.push(child),
        }
    }
}

fn rests_on(node: &Node, other: &str) -> bool {
    node.children.iter().any(|child| is_rule(child, other) || rests_on(child, other))
}

/// Whether the step is that rule, in any version.
fn is_rule(node: &Node, rule: &str) -> bool {
    let last = node.id.rsplit('/').next().and_then(|last| last.split('@').next());
    node.kind == NodeKind::Rule && last == Some(rule)
}

/// The conjunction that a rule is.
fn conjunction(node: &Node) -> Option<&Node> {
    match node.kind {
        NodeKind::All => Some(node),
        NodeKind::Rule => node.children.first().and_then(conjunction),
        _ => None,
    }
}

struct Walk {
    bringable: bool,
    needs: BTreeSet<Need>,
}

fn walk(vocabulary: &Vocabulary, scope: &Scope, node: &Node) -> Walk {
    let mut needs: BTreeSet<Need> = BTreeSet::new();
    // A catch-all is never suggested: only a person sets it (docs/law-format.md).
    if node.kind == NodeKind::Open || node.kind == NodeKind::Factor {
        return Walk { bringable: false, needs };
    }
    let below: Vec<Walk> = node
        .children
        .iter()
        .filter(|child| child.decisive && child.kind != NodeKind::Factor)
        .map(|child| walk(vocabulary, scope, child))
        .collect();
    for used in &node.facts {
        needs.insert(need(vocabulary, scope, &used.term));
    }
    let facts = node.facts.iter().all(|used| !judged(vocabulary, &used.term));
    let bringable = node.value == Value::UU
        && facts
        && match node.kind {
            NodeKind::Any | NodeKind::AtLeast | NodeKind::Accumulate | NodeKind::Proportion => {
                below.is_empty() || below.iter().any(|one| one.bringable)
            }
            NodeKind::NoVersion => false,
            _ => (!below.is_empty() || !node.facts.is_empty()) && below.iter().all(|one| one.bringable),
        };
    needs.extend(below.into_iter().flat_map(|one| one.needs));
    Walk { bringable, needs }
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

/// The numbered items of a provision, each with the value that it would give to the whole by itself: what
/// stands beside it and is needed for every item is counted in.
pub(crate) fn items(outcome: &Outcome) -> BTreeMap<u32, Value> {
    let mut items = BTreeMap::new();
    gather(&outcome.tree, Value::TT, &mut items);
    items
}

fn gather(node: &Node, with: Value, items: &mut BTreeMap<u32, Value>) {
    if let Some(item) = node.item {
        let own = node.value.and(with);
        items.entry(item).and_modify(|known| *known = known.or(own)).or_insert(own);
        return;
    }
    let needed = |child: &Node| node.kind == NodeKind::All && !numbered(child);
    let beside = node.children.iter().filter(|child| needed(child)).fold(with, |all, one| all.and(one.value));
    for child in node.children.iter().filter(|child| numbered(child)) {
        gather(child, beside, items);
    }
}

fn numbered(node: &Node) -> bool {
    node.item.is_some() || node.children.iter().any(numbered)
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

/// Whether what decides an outcome rests on a text of law that was not verified.
pub(crate) fn unverified(outcome: &Outcome) -> bool {
    fn marked(node: &Node) -> bool {
        node.confidence.is_some() || node.children.iter().any(|child| child.decisive && marked(child))
    }
    marked(&outcome.tree)
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
