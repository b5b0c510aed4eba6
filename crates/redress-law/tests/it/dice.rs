//! Facts at random, from a seed: for rules and books of any size, near the numbers and days at which they turn.

use crate::support::{Case, against, bare, claim, day, disputed};
use redress_base::{Count, Date};
use redress_facts::{Claim, Datum, Kind, Standing, Vocabulary};
use redress_law::{Book, Test};
use std::collections::{BTreeMap, BTreeSet};

/// A fixed sequence: the same seed, the same facts.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).expect("31 bits");
        high % n.max(1)
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub(crate) fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

/// The numbers at which the rules of a book turn, by term, with their neighbours.
pub(crate) fn bounds(book: &Book) -> BTreeMap<String, Vec<u64>> {
    let mut found: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for rule in book.rules() {
        every_test(rule, &mut |test| {
            let mut note = |term: &String, n: u64| {
                let near = [n.saturating_sub(1), n, n.saturating_add(1)];
                found.entry(term.clone()).or_default().extend(near);
            };
            match test {
                Test::CountAtLeast { term, number } | Test::CountAtMost { term, number } => {
                    note(term, *number)
                }
                Test::Proportion { shares, .. } => {
                    for share in shares {
                        note(&share.term, share.per);
                        note(&share.term, share.per / 2);
                    }
                }
                _ => {}
            }
        });
    }
    found.into_iter().map(|(term, numbers)| (term, numbers.into_iter().collect())).collect()
}

/// Calls `each` with every test of a rule, of its base and of the values that it gives.
pub(crate) fn every_test<'t>(rule: &'t redress_law::Rule, each: &mut dyn FnMut(&'t Test)) {
    let gifts = rule.gives.iter().flat_map(|gift| &gift.when);
    for limb in std::iter::once(&rule.requires).chain(gifts) {
        below(&limb.test, each);
    }
}

pub(crate) fn below<'t>(test: &'t Test, each: &mut dyn FnMut(&'t Test)) {
    each(test);
    match test {
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
            of.iter().for_each(|limb| below(&limb.test, each));
        }
        Test::Accumulate { when, of, .. } => when.iter().chain(of).for_each(|limb| below(&limb.test, each)),
        Test::Not(inner) => below(inner, each),
        Test::Reading { of, .. } => of.iter().for_each(|one| below(&one.limb.test, each)),
        _ => {}
    }
}

/// What the facts of one book are drawn from.
pub(crate) struct Deck<'b> {
    pub(crate) vocabulary: &'b Vocabulary,
    pub(crate) bounds: BTreeMap<String, Vec<u64>>,
    pub(crate) days: Vec<Date>,
}

impl<'b> Deck<'b> {
    pub(crate) fn of(book: &Book, vocabulary: &'b Vocabulary) -> Deck<'b> {
        let days = [
            "1990-01-01",
            "2005-03-01",
            "2010-03-05",
            "2010-03-06",
            "2013-09-09",
            "2019-05-01",
            "2021-01-01",
            "2023-12-31",
            "2024-02-28",
            "2024-02-29",
            "2024-03-01",
            "2025-09-01",
            "2025-12-31",
            "2026-01-01",
            "2026-02-28",
            "2026-03-01",
            "2026-03-05",
            "2026-03-06",
            "2026-03-31",
            "2026-04-01",
            "2026-10-15",
        ];
        Deck { vocabulary, bounds: bounds(book), days: days.into_iter().map(day).collect() }
    }

    /// One of the values that a fact may take.
    pub(crate) fn value(&self, term: &str, dice: &mut Dice) -> Datum {
        match &self.vocabulary.get(term).expect("a term").kind {
            Kind::Truth | Kind::Judgement => dice.chance(2).into(),
            Kind::Count(unit) => {
                let some = [0, 1, 2, 3, 500, 5000, 1_000_000];
                let known = self.bounds.get(term).map_or(&some[..], Vec::as_slice);
                Datum::count(Count::exactly(*dice.pick(known)), *unit)
            }
            Kind::Date => Datum::Date(*dice.pick(&self.days)),
            Kind::Choice(words) => Datum::Choice(dice.pick(words).clone()),
            Kind::Set(words) => Datum::Words(words.iter().filter(|_| dice.chance(3)).cloned().collect()),
        }
    }

    /// The claims about a fact: one, or several that differ, of both sides, with and without evidence.
    pub(crate) fn claims(&self, term: &str, dice: &mut Dice) -> Vec<Claim> {
        let one = |dice: &mut Dice| match (self.value(term, dice), dice.below(4)) {
            (Datum::Count(c), 0) => Datum::count(Count::floor(c.count.lower), c.unit),
            (Datum::Count(c), 1) => {
                Datum::count(Count::between(c.count.lower, c.count.lower.saturating_mul(2)), c.unit)
            }
            (value, _) => value,
        };
        let standing =
            *dice.pick(&[Standing::Judged, Standing::Judged, Standing::Official, Standing::Stated]);
        match dice.below(12) {
            0 => vec![disputed(one(dice))],
            1 => vec![against(one(dice), standing)],
            2 => vec![bare(one(dice))],
            3 => vec![claim(Datum::Unknown, Standing::Stated)],
            4 => vec![claim(one(dice), standing), claim(one(dice), Standing::Judged)],
            5 => vec![claim(one(dice), standing), against(one(dice), Standing::Judged)],
            6 => vec![claim(one(dice), standing), disputed(one(dice)), bare(one(dice))],
            _ => vec![claim(one(dice), Standing::Judged)],
        }
    }

    /// A case with claims about these facts, `silent` in twelve of them left out.
    pub(crate) fn deal(&self, base: Case, terms: &BTreeSet<String>, silent: usize, dice: &mut Dice) -> Case {
        let mut case = base;
        for term in terms {
            if dice.below(12) >= silent {
                self.claims(term, dice).into_iter().for_each(|claim| case.add(term, claim));
            }
        }
        case
    }

    /// A case in which every one of these facts is known and nobody disputes any.
    pub(crate) fn settled(&self, base: Case, terms: &BTreeSet<String>, dice: &mut Dice) -> Case {
        let mut case = base;
        for term in terms {
            let value = self.value(term, dice);
            case.add(term, claim(value, Standing::Judged));
        }
        case
    }
}

/// Every contested reading of a book, decided at random; some are left open where `some` is set.
pub(crate) fn choose(book: &Book, case: Case, some: bool, dice: &mut Dice) -> Case {
    let mut case = case;
    for (reading, alternatives) in book.readings() {
        if !(some && dice.chance(2)) {
            let chosen: &String = dice.pick(alternatives);
            case = case.read_as(reading, chosen);
        }
    }
    case
}
