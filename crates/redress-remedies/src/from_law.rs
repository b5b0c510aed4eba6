//! Hand-over from the law room: outcomes become conditions, claims become values.

use crate::Need;
use crate::element::Element;
use redress_base::{Truth, Value};
use redress_facts::{Claim, Datum, Kind, Scope, Standing, TermScope, Vocabulary};
use redress_law::{Node, NodeKind, Outcome};
use std::collections::BTreeSet;

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
            NodeKind::Any | NodeKind::AtLeast | NodeKind::Accumulate => {
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

/// What the claims say of a yes/no fact.
pub(crate) fn truth(vocabulary: &Vocabulary, term: &str, claims: &[Claim]) -> Value {
    project(vocabulary, term, claims, |datum| match datum {
        Datum::Yes => Some(Truth::T),
        Datum::No => Some(Truth::F),
        Datum::Unknown => Some(Truth::U),
        _ => None,
    })
}

/// What the claims say of "the choice is one of `words`".
pub(crate) fn choice(vocabulary: &Vocabulary, term: &str, claims: &[Claim], words: &[&str]) -> Value {
    project(vocabulary, term, claims, |datum| match datum {
        Datum::Choice(word) => Some(Truth::from(words.contains(&word.as_str()))),
        Datum::Unknown => Some(Truth::U),
        _ => None,
    })
}

/// The interval that the claims that count span; nothing said is `UU`.
///
/// As in the law room: a judgement counts only if a person made it; what is claimed without evidence
/// shows nothing and can only contradict. Facts about the parties and the procedure are known at first
/// hand and checked by the authority anyway: there a bare statement counts, and an official document or
/// an admission ends a dispute.
fn project(
    vocabulary: &Vocabulary,
    term: &str,
    claims: &[Claim],
    read: impl Fn(&Datum) -> Option<Truth>,
) -> Value {
    let judgement = vocabulary.get(term).is_some_and(|known| known.kind == Kind::Judgement);
    let first_hand = !judgement && ["party.", "procedure."].iter().any(|prefix| term.starts_with(prefix));
    let settled = |claim: &Claim| matches!(claim.standing, Standing::Official | Standing::Admitted);
    let backed = |claim: &Claim| !claim.sources.is_empty() || claim.figure.is_some();
    let counts = |claim: &Claim| {
        let judged = claim.standing == Standing::Judged;
        if judgement { judged } else { judged || first_hand || backed(claim) }
    };
    let answers = |keep: &dyn Fn(&Claim) -> bool| -> Vec<Truth> {
        let kept = claims.iter().filter(|claim| keep(claim));
        kept.filter_map(|claim| read(&claim.value)).filter(|truth| *truth != Truth::U).collect()
    };
    let end = answers(&|claim| first_hand && settled(claim));
    if let Some(value) = span(&end) {
        return value;
    }
    let theirs = answers(&|claim| claim.opposing && counts(claim));
    let bare = answers(&|claim| !counts(claim) && (!judgement || claim.opposing));
    match span(&answers(&|claim| !claim.opposing && counts(claim))) {
        Some(ours) => theirs
            .iter()
            .chain(&bare)
            .fold(ours, |value, other| Value::spanning(value.worst().min(*other), value.best().max(*other))),
        // The other side alone has spoken: that settles nothing.
        None => theirs.iter().fold(Value::UU, |value, other| {
            Value::spanning(value.worst().min(*other), value.best().max(*other))
        }),
    }
}

fn span(truths: &[Truth]) -> Option<Value> {
    Some(Value::spanning(*truths.iter().min()?, *truths.iter().max()?))
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
        }
    }

    fn of(term: &str, claims: &[Claim]) -> Value {
        truth(&Vocabulary::standard(), term, claims)
    }

    #[test]
    fn silence_is_unknown_and_a_denial_is_a_dispute() {
        let ours = claim(Datum::Yes, Standing::Stated, false, true);
        let denial = claim(Datum::No, Standing::Stated, true, false);
        assert_eq!(of("order.random_public_target", &[]), Value::UU);
        assert_eq!(of("order.random_public_target", std::slice::from_ref(&ours)), Value::TT);
        assert_eq!(of("order.random_public_target", &[ours, denial.clone()]), Value::FT);
        assert_eq!(of("order.random_public_target", &[denial]), Value::UU);
        let shown = claim(Datum::No, Standing::Stated, true, true);
        assert_eq!(of("order.random_public_target", &[shown]), Value::FU);
    }

    #[test]
    fn what_is_stated_without_evidence_is_missing_except_at_first_hand() {
        let bare = claim(Datum::Yes, Standing::Stated, false, false);
        assert_eq!(of("order.random_public_target", std::slice::from_ref(&bare)), Value::UU);
        assert_eq!(of("party.actor_identified", &[bare]), Value::TT);
    }

    #[test]
    fn an_official_document_ends_a_dispute_about_the_procedure() {
        let claims = [
            claim(Datum::No, Standing::Stated, true, true),
            claim(Datum::Yes, Standing::Official, false, true),
        ];
        assert_eq!(of("procedure.police_case_open", &claims), Value::TT);
        assert_eq!(of("order.random_public_target", &claims), Value::FT);
    }

    #[test]
    fn only_a_person_judges() {
        for standing in [Standing::Stated, Standing::Measured, Standing::Official, Standing::Admitted] {
            assert_eq!(of("order.wide_spread", &[claim(Datum::Yes, standing, false, true)]), Value::UU);
        }
        let judged = claim(Datum::Yes, Standing::Judged, false, false);
        assert_eq!(of("order.wide_spread", &[judged]), Value::TT);
    }

    #[test]
    fn a_choice_is_one_of_the_words_or_not() {
        let said = [claim(Datum::Choice("otherwise".into()), Standing::Stated, false, false)];
        let term = "procedure.previously_withdrawn";
        let words = Vocabulary::standard();
        assert_eq!(choice(&words, term, &said, &["no", "for-lack-of-evidence"]), Value::FF);
        assert_eq!(choice(&words, term, &said, &["otherwise"]), Value::TT);
        assert_eq!(choice(&words, term, &[], &["otherwise"]), Value::UU);
    }
}
