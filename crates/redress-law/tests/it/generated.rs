//! Rules made at random, with every construct of the language, each fact asked for once where there are enough of them.

use crate::support::day;
use crate::synthetic::{book, page, plain};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use redress_base::Article;
use redress_law::{
    Alternative, Burden, Clock, Defeater, Doubt, End, Gift, InForce, Label, Limb, Ratio, Role, Rule, Share,
    Test, Window, WindowUnit,
};
use std::collections::BTreeMap;

/// Contested readings that a made-up rule may turn on.
pub(crate) const READINGS: [&str; 3] = ["r-one", "r-two", "r-three"];
/// Rules that a made-up rule may name.
pub(crate) const OTHERS: [&str; 4] = ["other", "in", "check", "not"];

/// A name in both languages, with the marks that are kept inside quotation marks and on the line of a name.
pub(crate) fn label() -> impl Strategy<Value = Label> {
    let words = |pattern: &'static str| proptest::string::string_regex(pattern).expect("a pattern");
    (words("[一-龥][一-龥0-9，（）]{0,8}"), words("[A-Z][a-z,;:(){}' ]{0,12}[a-z]"))
        .prop_map(|(zh, en)| Label::new(&zh, &en))
}

pub(crate) fn window() -> impl Strategy<Value = Window> {
    let unit = prop_oneof![Just(WindowUnit::Years), Just(WindowUnit::Months), Just(WindowUnit::Days)];
    (1u32..40, unit).prop_map(|(length, unit)| Window { length, unit })
}

/// One or two words of the three, so that a choice is never sure.
fn colours() -> impl Strategy<Value = Vec<String>> {
    proptest::sample::subsequence(vec!["red".to_owned(), "green".into(), "blue".into()], 1..=2)
}

fn limb(test: Test) -> Limb {
    Limb { item: None, label: None, cites: vec![], test }
}

/// Atoms; the terms are placeholders that [`distinct`] names.
fn atom() -> impl Strategy<Value = Test> {
    let clock = || prop_oneof![Just(Clock::Act), Just(Clock::Filing)];
    let (t, other) = (String::new, String::new);
    let share = (1u64..10_000).prop_map(|per| Share { term: String::new(), per });
    let ratio = (1u32..20, 1u32..9).prop_map(|(num, den)| Ratio { num, den });
    prop_oneof![
        4 => Just(Test::Fact(t())),
        1 => Just(Test::Open(t())),
        1 => Just(Test::Presumed(t())),
        2 => any::<u64>().prop_map(move |number| Test::CountAtLeast { term: t(), number }),
        1 => any::<u64>().prop_map(move |number| Test::CountAtMost { term: t(), number }),
        1 => colours().prop_map(move |words| Test::In { term: "c".into(), words }),
        1 => colours().prop_map(move |words| Test::In { term: "s".into(), words }),
        1 => (window(), clock()).prop_map(move |(window, before)| Test::Within { term: t(), window, before }),
        1 => vec(label(), 1..4).prop_map(move |factors| Test::Weigh { term: t(), factors }),
        1 => Just(Test::Rule(String::new())),
        1 => (ratio, vec(share, 1..4)).prop_map(|(reach, shares)| Test::Proportion { reach, shares }),
        1 => window().prop_map(move |window| Test::After { term: t(), window, after: other() }),
        1 => Just(Test::NotBefore { term: t(), other: other() }),
        1 => (1u32..99).prop_map(move |years| Test::Aged { term: t(), years }),
    ]
}

fn limb_of(test: impl Strategy<Value = Test>) -> impl Strategy<Value = Limb> {
    let article = (1u32..400, proptest::option::of(1u32..9)).prop_map(|(article, item)| {
        let plain = Article::new("cn/test", &article.to_string());
        item.map_or_else(|| plain.clone(), |item| plain.clone().item(&item.to_string()))
    });
    (proptest::option::of(1u32..130), proptest::option::of(label()), vec(article, 0..3), test)
        .prop_map(|(item, label, cites, test)| Limb { item, label, cites, test })
}

/// A condition with every construct.
pub(crate) fn tests() -> impl Strategy<Value = Test> {
    atom().prop_recursive(3, 16, 4, |inner| {
        let limbs = || vec(limb_of(inner.clone()), 1..4);
        let count = any::<u64>().prop_map(|number| Test::CountAtLeast { term: String::new(), number });
        let alternatives = vec(limb_of(inner.clone()), 2..4).prop_map(|limbs| {
            let names = ["two", "not", "open"];
            let of = names.iter().zip(limbs).map(|(name, limb)| Alternative { name: (*name).into(), limb });
            Test::Reading { id: String::new(), of: of.collect() }
        });
        prop_oneof![
            2 => limbs().prop_map(|of| {
                // The checker refuses a catch-all that stands first.
                let open_first = matches!(of.first().map(|l| &l.test), Some(Test::Open(_)));
                if open_first { Test::All(of) } else { Test::Any(of) }
            }),
            2 => limbs().prop_map(Test::All),
            1 => (limbs(), any::<prop::sample::Index>()).prop_map(|(of, n)| {
                let n = u32::try_from(n.index(of.len()) + 1).expect("few");
                Test::AtLeast { n, of }
            }),
            1 => inner.clone().prop_map(|test| Test::Not(Box::new(test))),
            1 => (window(), limbs(), vec(limb_of(count), 1..3))
                .prop_map(|(window, when, of)| Test::Accumulate { window, when, of }),
            1 => alternatives,
        ]
    })
}

/// Gives every atom a fact of its own, as long as there are enough.
#[derive(Default)]
struct Fresh(BTreeMap<char, u32>);

impl Fresh {
    fn next(&mut self, kind: char, of: u32) -> u32 {
        let at = self.0.entry(kind).or_default();
        *at += 1;
        (*at - 1) % of
    }

    fn term(&mut self, kind: char) -> String {
        let of = if kind == 'a' { 26 } else { 8 };
        let letter = char::from_u32(u32::from('a') + self.next(kind, of)).expect("a letter");
        format!("{kind}_{letter}")
    }

    fn pick(&mut self, kind: char, from: &[&str]) -> String {
        let at = self.next(kind, u32::try_from(from.len()).expect("few"));
        from[at as usize].to_owned()
    }

    fn limbs(&mut self, limbs: Vec<Limb>) -> Vec<Limb> {
        limbs.into_iter().map(|limb| Limb { test: self.test(limb.test), ..limb }).collect()
    }

    fn test(&mut self, test: Test) -> Test {
        match test {
            Test::Any(of) => Test::Any(self.limbs(of)),
            Test::All(of) => Test::All(self.limbs(of)),
            Test::AtLeast { n, of } => Test::AtLeast { n, of: self.limbs(of) },
            Test::Not(inner) => Test::Not(Box::new(self.test(*inner))),
            Test::Accumulate { window, when, of } => {
                Test::Accumulate { window, when: self.limbs(when), of: self.limbs(of) }
            }
            Test::Reading { of, .. } => {
                let id = self.pick('r', &READINGS);
                let one = |a: Alternative| Alternative {
                    limb: Limb { test: self.test(a.limb.test), ..a.limb },
                    ..a
                };
                Test::Reading { id, of: of.into_iter().map(one).collect() }
            }
            Test::Fact(_) => Test::Fact(self.term('a')),
            Test::Presumed(_) => Test::Presumed(self.term('a')),
            Test::Open(_) => Test::Open(self.term('j')),
            Test::Weigh { factors, .. } => Test::Weigh { term: self.term('j'), factors },
            Test::CountAtLeast { number, .. } => Test::CountAtLeast { term: self.term('n'), number },
            Test::CountAtMost { number, .. } => Test::CountAtMost { term: self.term('n'), number },
            Test::In { term, words } => {
                Test::In { term: self.term(if term == "c" { 'c' } else { 's' }), words }
            }
            Test::Within { window, before, .. } => Test::Within { term: self.term('d'), window, before },
            Test::After { window, .. } => Test::After { term: self.term('d'), window, after: self.term('d') },
            Test::NotBefore { .. } => Test::NotBefore { term: self.term('d'), other: self.term('d') },
            Test::Aged { years, .. } => Test::Aged { term: self.term('d'), years },
            Test::Rule(_) => Test::Rule(self.pick('o', &OTHERS)),
            Test::Proportion { reach, shares } => {
                let share = |share: Share| Share { term: self.term('n'), ..share };
                Test::Proportion { reach, shares: shares.into_iter().map(share).collect() }
            }
        }
    }
}

/// The same condition, with a fact of its own for every atom.
pub(crate) fn distinct(test: Test) -> Test {
    Fresh::default().test(test)
}

fn gifts() -> impl Strategy<Value = Vec<Gift>> {
    let severity = btree_map("[a-z]{1,6}(-[a-z]{1,5})?", any::<u64>(), 0..3);
    let gift = (label(), severity, any::<bool>(), vec(limb_of(tests()), 0..3));
    vec(gift, 0..4).prop_map(|gifts| {
        let names = ["heavier", "in", "ordinary", "order"];
        let one = |(name, (label, severity, in_order, when)): (&&str, (_, _, _, Vec<Limb>))| {
            let when = Fresh::default().limbs(when);
            Gift { name: (*name).to_owned(), label, severity, in_order, when }
        };
        names.iter().zip(gifts).map(one).collect()
    })
}

fn defeaters() -> impl Strategy<Value = Vec<Defeater>> {
    let burden = prop_oneof![Just(Burden::MustBeExcluded), Just(Burden::ForTheOtherSide)];
    vec((burden, any::<bool>()), 0..4).prop_map(|burdens| {
        let mut all: Vec<Defeater> = OTHERS
            .iter()
            .zip(burdens)
            .map(|(rule, (burden, check_first))| Defeater { rule: (*rule).into(), burden, check_first })
            .collect();
        all.sort_by_key(|defeater| !defeater.check_first);
        all
    })
}

/// A rule with every construct.
pub(crate) fn rules() -> impl Strategy<Value = Rule> {
    let by = "cn/test/2".to_owned();
    let end = prop_oneof![
        Just(End::Open),
        Just(End::NotResearched),
        Just(End::Repealed { on: day("2030-02-28"), by }),
    ];
    let role = proptest::sample::select(Role::ALL.map(|(role, _)| role).to_vec());
    (label(), end, limb_of(tests()), defeaters(), role, gifts(), any::<bool>()).prop_map(
        |(label, end, requires, unless, role, gives, new)| {
            // What helps the accused may not say that nothing came before it.
            let nothing_before = new && !matches!(role, Role::Leniency | Role::Protected);
            let front = book(&[page(&plain(), "rule r", "a_a")]).rules()[0].clone();
            let unverified = (end == End::NotResearched).then_some(Doubt::End).into_iter().collect();
            let in_force = InForce { from: day("2012-02-29"), end };
            let requires = Limb { test: distinct(requires.test), ..requires };
            Rule { label, in_force, nothing_before, unverified, requires, unless, role, gives, ..front }
        },
    )
}

/// Pages of the rules and readings that a made-up rule names.
pub(crate) fn around() -> Vec<String> {
    let stated = crate::synthetic::stating(&READINGS);
    let mut pages = vec![page(&stated, &format!("rule {}", OTHERS[0]), "a_z")];
    pages.extend(OTHERS.iter().skip(1).map(|id| page(&plain(), &format!("rule {id}"), "a_z")));
    pages
}

/// A rule of these conditions, for printing.
pub(crate) fn rule_of(test: Test) -> Rule {
    let front = book(&[page(&plain(), "rule r", "a_a")]).rules()[0].clone();
    Rule { requires: limb(test), ..front }
}
