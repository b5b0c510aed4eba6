//! Whether every condition of a rule can decide it: some facts under which it alone makes the difference.
//!
//! The facts of one rule span a small space: a yes/no fact has two values, a choice as many as the rule tells apart, a
//! count one more than the rule has numbers for it. The search walks that space and cuts off whatever is decided
//! already, so that it ends early for every rule that asks each fact once.

use crate::ir::{Limb, Rule, Test};
use redress_base::{Finding, Truth};
use redress_facts::{Kind, Vocabulary};
use std::collections::BTreeMap;

/// Steps after which the search gives up and says so.
const MOST_STEPS: usize = 20_000;

/// Conditions that can never decide, and a rule that is always the same.
pub(crate) fn unreachable(rule: &Rule, vocabulary: &Vocabulary) -> Vec<Finding> {
    let space = Space::of(&rule.requires.test, vocabulary);
    let mut findings = Vec::new();
    let mut paths = Vec::new();
    limbs(&rule.requires.test, &mut vec![], &mut paths);
    for want in [Truth::T, Truth::F] {
        let mut search = Search { space: &space, steps: 0 };
        let never = search.find(&mut vec![None; space.sizes.len()], &|known| {
            let value = value(&rule.requires.test, &space, known, None, &mut vec![]);
            (value != Truth::U).then_some(value == want)
        });
        if never == Some(false) {
            let word = if want == Truth::T { "T" } else { "F" };
            findings.push(Finding::error("law-rule-constant").with("never", word));
        }
    }
    for (path, name) in paths {
        let mut search = Search { space: &space, steps: 0 };
        let found = search.find(&mut vec![None; space.sizes.len()], &|known| {
            let of = |forced| value(&rule.requires.test, &space, known, Some((&path, forced)), &mut vec![]);
            match (of(Truth::T), of(Truth::F)) {
                (Truth::U, _) | (_, Truth::U) => None,
                (with, without) => Some(with != without),
            }
        });
        match found {
            Some(true) => {}
            Some(false) => findings.push(Finding::error("law-limb-unreachable").with("found", name)),
            None => findings.push(Finding::note("law-limb-unchecked").with("found", name)),
        }
    }
    findings
}

/// A fact as the rule tells its values apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Atom {
    /// A yes/no fact, a rule, or a test of dates: two values.
    Yes(String),
    /// A count: below the first number, from it to the second, and so on.
    Count(String),
    /// A choice or a set: each word that the rule names, and anything else.
    Choice(String),
    /// Which alternative of a reading is taken.
    Reading(String),
}

struct Space {
    at: BTreeMap<Atom, usize>,
    sizes: Vec<usize>,
    numbers: BTreeMap<String, Vec<u64>>,
    words: BTreeMap<String, Vec<String>>,
}

impl Space {
    fn of(test: &Test, vocabulary: &Vocabulary) -> Space {
        let mut numbers: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut sizes: BTreeMap<Atom, usize> = BTreeMap::new();
        crate::check::visit(test, false, &mut |test, _| match test {
            Test::CountAtLeast { term, number } => numbers.entry(term.clone()).or_default().push(*number),
            Test::CountAtMost { term, number } => {
                numbers.entry(term.clone()).or_default().push(number.saturating_add(1));
            }
            Test::In { term, words: own } if !is_set(vocabulary, term) => {
                words.entry(term.clone()).or_default().extend(own.iter().cloned());
            }
            Test::Reading { id, of } => {
                sizes.insert(Atom::Reading(id.clone()), of.len());
            }
            other => {
                if let Some(atom) = yes(other) {
                    sizes.insert(atom, 2);
                }
            }
        });
        for (term, cuts) in &mut numbers {
            cuts.sort_unstable();
            cuts.dedup();
            // No count is below nothing.
            cuts.retain(|cut| *cut > 0);
            sizes.insert(Atom::Count(term.clone()), cuts.len() + 1);
        }
        for (term, own) in &mut words {
            own.sort();
            own.dedup();
            let all = match vocabulary.get(term).map(|term| &term.kind) {
                Some(Kind::Choice(all)) => all.len(),
                _ => usize::MAX,
            };
            sizes.insert(Atom::Choice(term.clone()), own.len() + usize::from(all > own.len()));
        }
        let at = sizes.keys().cloned().enumerate().map(|(at, atom)| (atom, at)).collect();
        Space { at, sizes: sizes.into_values().collect(), numbers, words }
    }

    fn known(&self, atom: &Atom, known: &[Option<usize>]) -> Option<usize> {
        known.get(*self.at.get(atom)?).copied().flatten()
    }
}

/// Words of a set may be named together; each test of one is a question of its own.
fn is_set(vocabulary: &Vocabulary, term: &str) -> bool {
    matches!(vocabulary.get(term).map(|term| &term.kind), Some(Kind::Set(_)))
}

/// The two-valued atom of a test.
fn yes(test: &Test) -> Option<Atom> {
    Some(Atom::Yes(match test {
        Test::Fact(term) | Test::Presumed(term) | Test::Open(term) | Test::Weigh { term, .. } => term.clone(),
        Test::Rule(id) => format!("rule {id}"),
        Test::Within { .. }
        | Test::After { .. }
        | Test::NotBefore { .. }
        | Test::Aged { .. }
        | Test::In { .. }
        | Test::Proportion { .. } => format!("{test:?}"),
        _ => return None,
    }))
}

struct Search<'s> {
    space: &'s Space,
    steps: usize,
}

impl Search<'_> {
    /// Whether some assignment answers "yes"; nothing where the search was given up.
    fn find(
        &mut self,
        known: &mut Vec<Option<usize>>,
        ask: &dyn Fn(&[Option<usize>]) -> Option<bool>,
    ) -> Option<bool> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        if let Some(answer) = ask(known) {
            return Some(answer);
        }
        let Some(next) = known.iter().position(Option::is_none) else { return Some(false) };
        let mut given_up = false;
        for value in (0..self.space.sizes.get(next).copied().unwrap_or(0)).rev() {
            if let Some(slot) = known.get_mut(next) {
                *slot = Some(value);
            }
            match self.find(known, ask) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => given_up = true,
            }
        }
        if let Some(slot) = known.get_mut(next) {
            *slot = None;
        }
        (!given_up).then_some(false)
    }
}

/// The value of a test where some atoms are known; the step at `forced` answers what it is told.
fn value(
    test: &Test,
    space: &Space,
    known: &[Option<usize>],
    forced: Option<(&[usize], Truth)>,
    here: &mut Vec<usize>,
) -> Truth {
    if let Some((path, truth)) = forced
        && path == here.as_slice()
    {
        return truth;
    }
    let mut below = |limbs: &[Limb], from: usize| -> Vec<Truth> {
        let each = |(at, limb): (usize, &Limb)| {
            here.push(from + at);
            let truth = value(&limb.test, space, known, forced, here);
            here.pop();
            truth
        };
        limbs.iter().enumerate().map(each).collect()
    };
    match test {
        Test::Any(of) => below(of, 0).into_iter().max().unwrap_or(Truth::F),
        Test::All(of) => below(of, 0).into_iter().min().unwrap_or(Truth::T),
        Test::AtLeast { n, of } => {
            let mut all = below(of, 0);
            all.sort_unstable_by(|a, b| b.cmp(a));
            let at = usize::try_from(*n).unwrap_or(usize::MAX).checked_sub(1);
            at.map_or(Truth::T, |at| all.get(at).copied().unwrap_or(Truth::F))
        }
        Test::Accumulate { when, of, .. } => {
            let all = below(when, 0).into_iter().min().unwrap_or(Truth::T);
            let any = below(of, when.len()).into_iter().max().unwrap_or(Truth::F);
            all.min(any)
        }
        Test::Not(inner) => {
            here.push(0);
            let truth = value(inner, space, known, forced, here).not();
            here.pop();
            truth
        }
        Test::Reading { id, of } => match space.known(&Atom::Reading(id.clone()), known) {
            None => Truth::U,
            Some(at) => {
                here.push(at);
                let of = of.get(at);
                let truth = of.map_or(Truth::U, |one| value(&one.limb.test, space, known, forced, here));
                here.pop();
                truth
            }
        },
        other => atom(other, space, known),
    }
}

fn atom(test: &Test, space: &Space, known: &[Option<usize>]) -> Truth {
    let reached = |term: &str, number: u64| {
        let part = space.known(&Atom::Count(term.to_owned()), known)?;
        let cuts = space.numbers.get(term)?;
        Some(cuts.iter().position(|cut| *cut == number)? < part)
    };
    let truth = match test {
        Test::CountAtLeast { number: 0, .. } => Some(true),
        Test::CountAtLeast { term, number } => reached(term, *number),
        Test::CountAtMost { term, number } => reached(term, number.saturating_add(1)).map(|more| !more),
        Test::In { term, words } if space.words.contains_key(term) => {
            space.known(&Atom::Choice(term.clone()), known).map(|at| {
                let named = space.words.get(term).and_then(|named| named.get(at));
                named.is_some_and(|word| words.contains(word))
            })
        }
        other => yes(other).and_then(|atom| space.known(&atom, known)).map(|at| at == 1),
    };
    truth.map_or(Truth::U, Truth::from)
}

/// Every condition below, by its place.
fn limbs(test: &Test, here: &mut Vec<usize>, found: &mut Vec<(Vec<usize>, String)>) {
    let mut below = |of: &[Limb], from: usize| {
        for (at, limb) in of.iter().enumerate() {
            here.push(from + at);
            let name = match &limb.test {
                Test::Rule(id) => id.clone(),
                other => other.terms().first().copied().unwrap_or("group").to_owned(),
            };
            found.push((here.clone(), name));
            limbs(&limb.test, here, found);
            here.pop();
        }
    };
    match test {
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => below(of, 0),
        Test::Accumulate { when, of, .. } => {
            below(when, 0);
            below(of, when.len());
        }
        Test::Not(inner) => {
            here.push(0);
            limbs(inner, here, found);
            here.pop();
        }
        Test::Reading { of, .. } => {
            for (at, one) in of.iter().enumerate() {
                here.push(at);
                limbs(&one.limb.test, here, found);
                here.pop();
            }
        }
        _ => {}
    }
}
