//! The laws of the evaluator (docs/law-format.md), on made-up rules.

use crate::dice::{Deck, Dice, choose};
use crate::generated::{around, rule_of, rules};
use crate::support::{Case, against, claim, walk};
use crate::synthetic::{book, compiled, fenced, plain};
use proptest::prelude::*;
use redress_base::{Truth, Value};
use redress_facts::{Datum, Standing};
use redress_law::{Book, Family, Label, Language, Limb, NodeKind, Survey, Test, Want, print};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Silent,
    Yes,
    No,
    Disputed,
}

/// Facts by term.
type States = BTreeMap<String, State>;

fn case(states: &States) -> Case {
    let mut case = Case { act: None, ..Case::made_up() };
    for (term, state) in states {
        let judged = Standing::Judged;
        match state {
            State::Silent => {}
            State::Yes => case.add(term, claim(Datum::Yes, judged)),
            State::No => case.add(term, claim(Datum::No, judged)),
            State::Disputed => {
                case.add(term, claim(Datum::Yes, judged));
                case.add(term, against(Datum::No, judged));
            }
        }
    }
    case
}

fn leaf() -> impl Strategy<Value = Test> {
    let fact = proptest::char::range('a', 'l').prop_map(|c| Test::Fact(format!("a_{c}")));
    let open = proptest::char::range('a', 'd').prop_map(|c| Test::Open(format!("j_{c}")));
    prop_oneof![4 => fact, 1 => open]
}

fn plain_limbs(tests: Vec<Test>) -> Vec<Limb> {
    tests.into_iter().map(|test| Limb { item: None, label: None, cites: vec![], test }).collect()
}

fn formula() -> impl Strategy<Value = Test> {
    leaf().prop_recursive(4, 14, 4, |inner| {
        let many = || proptest::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            many().prop_map(|mut tests| {
                // A catch-all never stands first.
                let open = |test: &Test| matches!(test, Test::Open(_));
                tests.sort_by_key(open);
                if tests.first().is_some_and(open) {
                    tests.insert(0, Test::Fact("a_a".into()));
                }
                Test::Any(plain_limbs(tests))
            }),
            many().prop_map(|tests| Test::All(plain_limbs(tests))),
            (many(), any::<prop::sample::Index>()).prop_map(|(tests, n)| {
                let n = u32::try_from(n.index(tests.len()) + 1).expect("few");
                Test::AtLeast { n, of: plain_limbs(tests) }
            }),
            inner.clone().prop_map(|test| Test::Not(Box::new(test))),
        ]
    })
}

/// Gives every leaf its own fact, so that the formula is read-once. `None` where there are too many.
fn read_once(test: &Test, next: &mut u8) -> Option<Test> {
    let limbs = |of: &[Limb], next: &mut u8| -> Option<Vec<Limb>> {
        let tests: Option<Vec<Test>> = of.iter().map(|limb| read_once(&limb.test, next)).collect();
        Some(plain_limbs(tests?))
    };
    Some(match test {
        Test::Any(of) => Test::Any(limbs(of, next)?),
        Test::All(of) => Test::All(limbs(of, next)?),
        Test::AtLeast { n, of } => Test::AtLeast { n: *n, of: limbs(of, next)? },
        Test::Not(inner) => Test::Not(Box::new(read_once(inner, next)?)),
        _ => {
            let letter = char::from(b'a' + *next);
            *next += 1;
            (*next <= 6).then(|| Test::Fact(format!("a_{letter}")))?
        }
    })
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![3 => Just(State::Silent), 1 => Just(State::Yes), 1 => Just(State::No), 2 => Just(State::Disputed)]
}

/// A state for each of the sixteen facts.
fn states() -> impl Strategy<Value = States> {
    let terms = ('a'..='l').map(|c| format!("a_{c}")).chain(('a'..='d').map(|c| format!("j_{c}")));
    let terms: Vec<String> = terms.collect();
    proptest::collection::vec(state(), terms.len())
        .prop_map(move |states| terms.iter().cloned().zip(states).collect())
}

/// A book with this rule; nothing where the checker refuses it, because a condition could never decide.
fn book_of(test: &Test) -> Option<Book> {
    let text = print(&rule_of(test.clone()), Language::En);
    let (book, _) = compiled(&[fenced(&plain(), &text)]);
    (!book.rule("r").is_empty()).then_some(book)
}

fn value(book: &Book, states: &States) -> Value {
    case(states).ask_of(book, "r").value
}

/// Learns some unknowns and settles some disputes.
fn refine(states: &States, choices: &[u8]) -> States {
    let settle = |state: State, choice: u8| match (state, choice % 3) {
        (State::Silent | State::Disputed, 0) => State::Yes,
        (State::Silent | State::Disputed, 1) => State::No,
        (kept, _) => kept,
    };
    states
        .iter()
        .zip(choices)
        .map(|((term, state), choice)| (term.clone(), settle(*state, *choice)))
        .collect()
}

/// Every way to settle some of the `open` facts, as facts and what they become.
fn assignments(open: &[String]) -> Vec<BTreeMap<String, bool>> {
    open.iter().fold(vec![BTreeMap::new()], |all, term| {
        let with = |answer: bool| {
            all.clone().into_iter().map(move |mut a: BTreeMap<String, bool>| {
                a.insert(term.clone(), answer);
                a
            })
        };
        all.iter().cloned().chain(with(true)).chain(with(false)).collect()
    })
}

fn apply(states: &States, assignment: &BTreeMap<String, bool>) -> States {
    let mut next = states.clone();
    for (term, answer) in assignment {
        next.insert(term.clone(), if *answer { State::Yes } else { State::No });
    }
    next
}

/// What a family has to reach, and which facts it may settle.
fn reached(family: Family, value: Value) -> bool {
    match family {
        Family::Gap => value.best() == Truth::T,
        Family::Dispute => value == Value::TT,
        Family::Risk => value == Value::FF,
    }
}

fn touchable(family: Family, state: State) -> bool {
    match family {
        Family::Gap => state == State::Silent,
        Family::Dispute => state == State::Disputed,
        Family::Risk => matches!(state, State::Silent | State::Disputed),
    }
}

type Sets = BTreeSet<BTreeSet<(String, bool)>>;

/// Minimal sufficient assignments by trying them all.
fn brute(book: &Book, states: &States, terms: &[String], family: Family) -> Sets {
    let open: Vec<String> = terms
        .iter()
        .filter(|term| states.get(*term).is_some_and(|s| touchable(family, *s)))
        .cloned()
        .collect();
    let enough: Vec<BTreeSet<(String, bool)>> = assignments(&open)
        .into_iter()
        .filter(|assignment| reached(family, value(book, &apply(states, assignment))))
        .map(|assignment| assignment.into_iter().collect())
        .collect();
    let minimal =
        |set: &&BTreeSet<(String, bool)>| !enough.iter().any(|other| other != *set && other.is_subset(set));
    enough.iter().filter(minimal).cloned().collect()
}

fn found(book: &Book, states: &States, family: Family) -> (Sets, bool) {
    let completions = case(states).missing_of(book, "r", family);
    let set = |needs: &Vec<redress_law::Need>| {
        needs.iter().map(|need| (need.term.clone(), need.want == Want::Yes)).collect::<BTreeSet<_>>()
    };
    (completions.sets.iter().map(set).collect(), completions.truncated)
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::with_cases(192) })]

    /// Law 1: "made out" and "not made out" never change when unknowns are learned or disputes are settled.
    #[test]
    fn decided_values_survive_every_refinement(
        test in formula(),
        states in states(),
        choices in proptest::collection::vec(any::<u8>(), 16),
    ) {
        let Some(book) = book_of(&test) else { return Err(TestCaseError::reject("never decides")) };
        let before = case(&states).ask_of(&book, "r");
        let after = case(&refine(&states, &choices)).ask_of(&book, "r");
        for (before, after) in [(before.value, after.value), (before.enumerated, after.enumerated)] {
            if before == Value::TT || before == Value::FF {
                prop_assert_eq!(before, after);
            }
        }
    }

    /// The interval brackets whatever the disputes turn out to be, with the unknowns kept.
    #[test]
    fn settling_a_dispute_stays_inside_the_interval(
        test in formula(),
        states in states(),
        choices in proptest::collection::vec(0u8..2, 16),
    ) {
        let Some(book) = book_of(&test) else { return Err(TestCaseError::reject("never decides")) };
        let before = value(&book, &states);
        let settled: States = states.iter().zip(&choices).map(|((term, state), choice)| {
            let settled = if *choice == 0 { State::Yes } else { State::No };
            (term.clone(), if *state == State::Disputed { settled } else { *state })
        }).collect();
        let after = value(&book, &settled);
        prop_assert!(before.worst() <= after.worst() && after.best() <= before.best());
    }

    /// Law 2: the tree is the value; and what decides it is marked.
    #[test]
    fn the_root_of_the_tree_is_the_answer(test in formula(), states in states()) {
        let Some(book) = book_of(&test) else { return Err(TestCaseError::reject("never decides")) };
        let outcome = case(&states).ask_of(&book, "r");
        prop_assert_eq!(outcome.tree.value, outcome.value);
        prop_assert_eq!(outcome.tree.enumerated.unwrap_or(outcome.value), outcome.enumerated);
        let mut ids = BTreeSet::new();
        let mut sound = true;
        walk(&outcome.tree, &mut |node| {
            sound &= ids.insert(node.id.clone());
            sound &= node.children.is_empty() || node.children.iter().any(|child| child.decisive);
            sound &= node.reason.starts_with("law-why-");
            if node.kind == NodeKind::Any && node.value == Value::FF {
                sound &= node.children.iter().all(|child| child.decisive);
            }
        });
        prop_assert!(sound, "{:#?}", outcome.tree);
    }

    /// Every set is enough by itself, whatever the formula.
    #[test]
    fn every_completion_set_is_enough(test in formula(), states in states()) {
        let Some(book) = book_of(&test) else { return Err(TestCaseError::reject("never decides")) };
        for family in [Family::Gap, Family::Dispute, Family::Risk] {
            for set in found(&book, &states, family).0 {
                let assignment = set.into_iter().collect();
                prop_assert!(reached(family, value(&book, &apply(&states, &assignment))), "{family:?} {assignment:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::with_cases(64) })]

    /// For read-once rules the sets are exactly the minimal ones.
    #[test]
    fn completion_sets_equal_brute_force(test in formula(), states in states()) {
        let mut used = 0;
        let Some(test) = read_once(&test, &mut used) else { return Ok(()) };
        let terms: Vec<String> = (0..used).map(|n| format!("a_{}", char::from(b'a' + n))).collect();
        let Some(book) = book_of(&test) else { return Err(TestCaseError::reject("never decides")) };
        for family in [Family::Gap, Family::Dispute, Family::Risk] {
            let (sets, truncated) = found(&book, &states, family);
            prop_assert!(!truncated);
            prop_assert_eq!(sets, brute(&book, &states, &terms, family), "{:?} {:?}", family, states);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::with_cases(96) })]

    /// Law 2 for rules with every construct: the value without explanation is the value of the tree, and so is the
    /// value that the survey of a whole book gives; under every reading as well.
    #[test]
    fn the_fast_value_is_the_value_of_the_tree(rule in rules(), seed in any::<u64>()) {
        let pages = [vec![fenced(&plain(), &print(&rule, Language::Zh))], around()].concat();
        let (book, _) = compiled(&pages);
        prop_assume!(!book.rule("r").is_empty());
        let mut dice = Dice::new(seed);
        let base = Case::made_up();
        let deck = Deck::of(&book, base.vocabulary);
        for _ in 0..8 {
            let dealt = deck.deal(base.clone(), &book.terms("r"), 5, &mut dice);
            let case = choose(&book, dealt, true, &mut dice);
            let outcome = case.ask_of(&book, "r");
            prop_assert_eq!(book.value(&case.question("r")), outcome.value);
            let question = case.question("r");
            let mut survey = Survey::new(&book, &question);
            prop_assert_eq!(survey.value("r"), outcome.value);
            let surveyed = survey.outcome("r").expect("a rule of the book");
            prop_assert_eq!(
                (surveyed.value, surveyed.presumptive, surveyed.enumerated),
                (outcome.value, outcome.presumptive, outcome.enumerated)
            );
            for used in &outcome.readings {
                prop_assert!(surveyed.readings.contains(used));
                for under in &used.alternatives {
                    let chosen = case.clone().read_as(&used.id, &under.name);
                    prop_assert_eq!(under.value, chosen.ask_of(&book, "r").value, "{} {}", &used.id, &under.name);
                }
            }
        }
    }
}

/// A rule of many alternatives: the list is cut and says so.
#[test]
fn too_many_sets_are_cut_and_said_to_be() {
    let pair = |from: char, to: char| {
        let lines: String = (from..=to).map(|c| format!("    a_{c}\n")).collect();
        format!("  at least 3 of\n{lines}")
    };
    let book = book(&[fenced(
        &plain(),
        &format!("rule r\nlabel 甲 | A\nrequires all of\n{}{}", pair('a', 'f'), pair('g', 'l')),
    )]);
    let case = Case::made_up();
    let completions = case.missing_of(&book, "r", Family::Gap);
    assert_eq!((completions.sets.len(), completions.truncated), (256, true));
    assert!(completions.sets.iter().all(|set| set.len() == 6));
}

#[test]
fn labels_have_both_languages_everywhere() {
    let mut missing = Vec::new();
    for rule in Book::standard().rules() {
        walk(&Case::new().ask(&rule.id).tree, &mut |node| {
            // A group is named where the law names it; a contested reading has the name of its page.
            let unnamed = matches!(
                node.kind,
                NodeKind::All
                    | NodeKind::Any
                    | NodeKind::AtLeast
                    | NodeKind::Not
                    | NodeKind::Accumulate
                    | NodeKind::Proportion
                    | NodeKind::Reading
            );
            if node.label == Label::default() && !unnamed {
                missing.push(node.id.clone());
            }
        });
    }
    assert!(missing.is_empty(), "{missing:?}");
}
