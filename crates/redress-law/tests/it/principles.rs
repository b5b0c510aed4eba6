//! Properties of the standard book itself, over sheets of every kind of fact (docs/law-format.md):
//! sensitive (each element matters), selective (nothing else does), silence is never "made out", decided is final.

use crate::support::{Case, claim, day};
use proptest::prelude::*;
use redress_base::{Count, Value};
use redress_facts::{Datum, Kind, Standing, Vocabulary};
use redress_law::{Book, Family, Node, Want};
use std::collections::{BTreeMap, BTreeSet};

/// What is known, by term.
type Facts = BTreeMap<String, Datum>;

fn case(facts: &Facts, vocabulary: &Vocabulary) -> Case {
    let mut case = Case {
        sheet: redress_facts::Sheet::new(),
        act: Some((day("2026-03-01"), day("2026-03-05"))),
        filing: day("2026-04-01"),
        vocabulary: vocabulary.clone(),
    };
    for (term, datum) in facts {
        case.add(term, claim(datum.clone(), Standing::Judged));
    }
    case
}

/// One of the values that a fact may take, near the bounds that matter.
fn value_of(kind: &Kind, choice: u8) -> Datum {
    let number = |n: u8| *[0, 499, 500, 4999, 5000, 1_000_000].get(usize::from(n) % 6).unwrap_or(&0);
    match kind {
        Kind::Truth | Kind::Judgement => (choice.is_multiple_of(2)).into(),
        Kind::Count(unit) => Datum::count(Count::exactly(number(choice)), *unit),
        Kind::Date => Datum::Date(day(if choice.is_multiple_of(2) { "2025-06-01" } else { "2020-06-01" })),
        Kind::Choice(words) => {
            Datum::Choice(words.get(usize::from(choice) % words.len()).cloned().unwrap_or_default())
        }
        Kind::Set(words) => {
            Datum::Words(words.get(usize::from(choice) % words.len()).cloned().into_iter().collect())
        }
    }
}

/// The terms that a rule reads, in the tree of the empty sheet.
fn terms(rule: &str) -> BTreeSet<String> {
    fn walk(node: &Node, into: &mut BTreeSet<String>) {
        into.extend(node.facts.iter().map(|fact| fact.term.clone()));
        node.children.iter().for_each(|child| walk(child, into));
    }
    let mut found = BTreeSet::new();
    walk(&Case::new().ask(rule).tree, &mut found);
    found
}

fn ids() -> Vec<String> {
    let ids: BTreeSet<String> = Book::standard().rules().iter().map(|rule| rule.id.clone()).collect();
    ids.into_iter().collect()
}

fn facts(vocabulary: &Vocabulary, known: &[u8], values: &[u8]) -> Facts {
    let with = |((id, term), (known, value)): ((&str, &redress_facts::Term), (&u8, &u8))| {
        (*known < 2).then(|| (id.to_owned(), value_of(&term.kind, *value)))
    };
    vocabulary.iter().zip(known.iter().zip(values)).filter_map(with).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Law 1 on the real provisions, and selectivity: facts that a rule does not read change nothing.
    #[test]
    fn decided_is_final_and_other_facts_do_not_matter(
        known in proptest::collection::vec(0u8..3, 128),
        values in proptest::collection::vec(any::<u8>(), 128),
        learned in proptest::collection::vec(any::<u8>(), 128),
    ) {
        let vocabulary = Case::new().vocabulary;
        let before = facts(&vocabulary, &known, &values);
        let mut after: Facts = facts(&vocabulary, &[0; 128], &learned);
        after.extend(before.clone());
        for rule in ids() {
            let value = case(&before, &vocabulary).value(&rule);
            let later = case(&after, &vocabulary).value(&rule);
            if value == Value::TT || value == Value::FF {
                prop_assert_eq!(value, later, "{}", &rule);
            }
            // With everything known only a real gap in the law (none here) could leave a result open.
            prop_assert!(later == Value::TT || later == Value::FF, "{} {}", &rule, later);
            let read = terms(&rule);
            let only: Facts = after.iter().filter(|(term, _)| read.contains(*term)).map(|(t, d)| (t.clone(), d.clone())).collect();
            prop_assert_eq!(case(&only, &vocabulary).value(&rule), later, "{}", &rule);
        }
    }
}

/// Every fact that a rule asks for can decide it: it stands in a smallest set that makes the rule out (no dead limb).
#[test]
fn every_fact_of_every_rule_can_decide() {
    let vocabulary = Case::new().vocabulary;
    let mut random = Lcg(20_260_101);
    for rule in ids() {
        let mut dead = terms(&rule);
        let mut known = Facts::new();
        for _ in 0..60 {
            if dead.is_empty() {
                break;
            }
            let sets = case(&known, &vocabulary).missing_of(Book::standard(), &rule, Family::Gap).sets;
            for need in sets.iter().flatten() {
                dead.remove(&need.term);
            }
            // Where there are too many sets to list, take part of one as given and look again.
            known.clear();
            let Some(set) = sets.get(random.below(sets.len().max(1))) else { continue };
            for need in set.iter().filter(|_| random.byte().is_multiple_of(2)) {
                let kind = &vocabulary.get(&need.term).expect("a term").kind;
                known.insert(need.term.clone(), answer(&need.want, kind));
            }
        }
        assert!(dead.is_empty(), "{rule}: {dead:?}");
    }
}

/// A value that gives what is wanted.
fn answer(want: &Want, kind: &Kind) -> Datum {
    match (want, kind) {
        (Want::Yes, _) => Datum::Yes,
        (Want::AtLeast(n), Kind::Count(unit)) => Datum::count(Count::exactly(*n), *unit),
        (Want::OneOf(words), _) => Datum::Choice(words.first().cloned().unwrap_or_default()),
        (Want::Within(..), _) => Datum::Date(day("2025-06-01")),
        _ => Datum::No,
    }
}

/// Sensitive: take any one claim out of a result that is just made out, and it is made out no longer.
#[test]
fn every_element_is_needed() {
    for (rule, story) in [
        ("cl246-defamation", Case::defamation()),
        ("cl246-insult", Case::insult()),
        ("op2", Case::defamation()),
        ("civil-reputation", Case::reputation()),
    ] {
        assert_eq!(story.value(rule), Value::TT);
        let told: Vec<String> = story
            .sheet
            .scopes()
            .flat_map(|scope| story.sheet.terms(scope).map(|(term, _)| term.to_owned()))
            .collect();
        for term in told {
            let without = story.clone().but(&term, 0);
            assert_eq!(without.value(rule), Value::UU, "{rule} without {term}");
        }
    }
}

/// A fixed sequence, so that the search is the same every time.
struct Lcg(u64);

impl Lcg {
    fn byte(&mut self) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0.to_be_bytes()[0]
    }

    fn below(&mut self, n: usize) -> usize {
        (usize::from(self.byte()) << 8 | usize::from(self.byte())) % n
    }
}
