//! Properties of the answers of the standard book, over sheets of every kind of fact (docs/law-format.md).
//!
//! 11 of the twelve (see `properties`), the three of An et al. 2022: *sensitive* (each element matters), *selective*
//! (nothing else does), *presumption of innocence* (an empty file is never made out, and what is unknown never makes out);
//! and the laws of the evaluator on the real provisions: decided is final, polarity holds, every way of asking agrees.

use crate::dice::{Deck, Dice, choose};
use crate::support::{Case, claim, day, walk, words};
use proptest::prelude::*;
use redress_base::{Count, Truth, Value};
use redress_facts::{Claim, Datum, Kind, Sheet, Speaks, Standing};
use redress_law::{Book, Family, NodeKind, Outcome, Role, Shield, Survey, Want};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

fn book() -> &'static Book {
    Book::with_drafts()
}

fn deck() -> &'static Deck<'static> {
    static DECK: LazyLock<Deck<'static>> = LazyLock::new(|| Deck::of(book(), words()));
    &DECK
}

/// The facts that each rule reaches.
fn reached() -> &'static BTreeMap<&'static str, BTreeSet<String>> {
    static REACHED: LazyLock<BTreeMap<&'static str, BTreeSet<String>>> = LazyLock::new(|| {
        book().rules().iter().map(|rule| (rule.id.as_str(), book().terms(&rule.id))).collect()
    });
    &REACHED
}

/// Every fact that some rule reaches.
fn all_terms() -> BTreeSet<String> {
    reached().values().flatten().cloned().collect()
}

fn value(case: &Case, rule: &str) -> Value {
    book().value(&case.question(rule))
}

fn decided(value: Value) -> bool {
    value == Value::TT || value == Value::FF
}

/// Cases at different times, so that every version and every law of the book is met.
fn times(dice: &mut Dice) -> Case {
    let acts = [
        ("2026-03-01", "2026-03-05"),
        ("2026-03-01", "2026-03-01"),
        ("2025-12-30", "2026-01-02"),
        ("2024-02-29", "2024-02-29"),
        ("2013-01-01", "2013-01-01"),
    ];
    let (from, to) = *dice.pick(&acts);
    let filing: &&str = dice.pick(&["2026-04-01", "2026-10-15"]);
    Case::new().acts(from, to).filed(filing)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Law 1 on the real provisions: what is made out, or not made out, stays so when more becomes known.
    #[test]
    fn decided_is_final(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let terms = all_terms();
        let before = times(&mut dice);
        let before = choose(book(), before, true, &mut dice);
        let before = deck().deal(before, &terms, 7, &mut dice);
        let told = |term: &str| !before.sheet.claims(&Case::scope(), term).is_empty();
        let silent: BTreeSet<String> = terms.iter().filter(|term| !told(term)).cloned().collect();
        let after = deck().settled(before.clone(), &silent, &mut dice);
        let after = choose(book(), after, false, &mut dice).keeping(&before);
        for rule in reached().keys() {
            let (value, later) = (value(&before, rule), value(&after, rule));
            if decided(value) {
                prop_assert_eq!(value, later, "{}", rule);
            }
        }
    }

    /// 11, selective: the facts that a rule does not reach change nothing; and with every fact known, every reading
    /// chosen and one law in force, every rule is decided.
    #[test]
    fn everything_known_is_decided_and_other_facts_do_not_matter(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let case = Case::new().acts("2026-03-01", "2026-03-01");
        let case = choose(book(), case, false, &mut dice);
        let case = deck().settled(case, &all_terms(), &mut dice);
        for (rule, terms) in reached() {
            let value = value(&case, rule);
            if !decided(value) {
                let mut gap = false;
                walk(&case.ask_of(book(), rule).tree, &mut |node| gap |= node.kind == NodeKind::NoVersion);
                prop_assert!(gap, "{} is {} with everything known", rule, value);
            }
            let only = case.clone().only(terms);
            prop_assert_eq!(book().value(&only.question(rule)), value, "{}", rule);
        }
    }

    /// 5, on the answers themselves: to learn that what speaks for the complainant is so can only help against whoever
    /// is held to account; what speaks for the other side can only help that side.
    #[test]
    fn learning_helps_whom_it_speaks_for(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let charges: BTreeSet<&str> = book()
            .rules()
            .iter()
            .filter(|rule| matches!(rule.role, Role::Offence | Role::Violation | Role::Civil | Role::Aggravation))
            .map(|rule| rule.id.as_str())
            .collect();
        let case = times(&mut dice);
        for rule in charges {
            let terms = &reached()[rule];
            let case = deck().deal(case.clone(), terms, 4, &mut dice);
            for _ in 0..4 {
                let term = dice.pick(&terms.iter().collect::<Vec<_>>()).as_str();
                let known = words().get(term).expect("a term");
                let (less, more) = match known.kind {
                    Kind::Truth | Kind::Judgement => (Datum::No, Datum::Yes),
                    Kind::Count(unit) => (Datum::count(Count::exactly(1), unit), Datum::count(Count::exactly(6000), unit)),
                    _ => continue,
                };
                let of = |datum| value(&case.clone().but(term, 0).with(term, claim(datum, Standing::Judged)), rule);
                let (less, more) = (of(less), of(more));
                let (low, high) = match known.speaks {
                    Speaks::For => (less, more),
                    Speaks::Against => (more, less),
                    Speaks::Either => continue,
                };
                prop_assert!(low.worst() <= high.worst() && low.best() <= high.best(), "{} {}", rule, term);
            }
        }
    }
}

fn named(shields: &[Shield]) -> BTreeSet<(&str, &str, Value)> {
    shields.iter().map(|s| (s.against.as_str(), s.rule.as_str(), s.value)).collect()
}

/// What an answer says beside its steps.
fn said(outcome: &Outcome) -> String {
    let gives: Vec<_> = outcome.gives.iter().map(|given| (&given.name, given.value)).collect();
    let versions: Vec<_> = outcome.versions.iter().map(|v| (&v.version, v.value, v.presumptive)).collect();
    format!(
        "{:?} {:?} {:?} {gives:?} {:?} {versions:?} {:?}",
        outcome.value, outcome.presumptive, outcome.enumerated, outcome.conflict, outcome.versions_differ,
    )
}

/// Law 2 on the standard book: the value alone, the explanation, and the survey of the whole book say the same.
#[test]
fn every_way_of_asking_gives_the_same_answer() {
    let mut dice = Dice::new(2);
    for _ in 0..2 {
        let case = times(&mut dice);
        let case = choose(book(), case, true, &mut dice);
        let case = deck().deal(case, &all_terms(), 5, &mut dice);
        let question = case.question("any");
        let mut survey = Survey::new(book(), &question);
        for rule in reached().keys() {
            let outcome = case.ask_of(book(), rule);
            assert_eq!(outcome.tree.value, outcome.value, "{rule}");
            assert_eq!(value(&case, rule), outcome.value, "{rule}");
            assert_eq!(survey.value(rule), outcome.value, "{rule}");
            let surveyed = survey.outcome(rule).expect("a rule of the book");
            assert_eq!(said(&surveyed), said(&outcome), "{rule}");
            // The survey names the shields of rules that only a version or a reading not taken here names, as well.
            let surveyed_shields = survey.shields(&[*rule]);
            assert!(named(&surveyed_shields).is_superset(&named(&outcome.check_first)), "{rule}");
            for used in &outcome.readings {
                assert!(surveyed.readings.contains(used), "{rule}: {used:?} {:?}", surveyed.readings);
                for under in &used.alternatives {
                    let chosen = case.clone().read_as(&used.id, &under.name);
                    assert_eq!(under.value, value(&chosen, rule), "{rule} {} {}", used.id, under.name);
                }
            }
            for several in &outcome.several {
                assert!(surveyed.several.contains(several), "{rule}: {several:?} {:?}", surveyed.several);
                let matters = several.values.iter().any(|one| one.result != several.values[0].result);
                assert_eq!(several.matters, matters, "{rule} {}", several.term);
            }
        }
    }
}

/// 11, presumption of innocence: the empty file makes nothing out, in no reading of it; nor does a file in which
/// everything is claimed without evidence about the statement, or is said to be unknowable.
#[test]
fn silence_and_the_unknowable_make_nothing_out() {
    let empty = Case::new();
    let mut unknowable = Case::new();
    for term in all_terms() {
        unknowable.add(&term, claim(Datum::Unknown, Standing::Judged));
    }
    for case in [&empty, &unknowable] {
        for rule in reached().keys() {
            let outcome = case.ask_of(book(), rule);
            assert_eq!(outcome.value, Value::UU, "{rule}");
            assert_ne!(outcome.presumptive, Value::TT, "{rule}");
            assert_ne!(outcome.enumerated, Value::TT, "{rule}");
        }
    }
}

/// 11, presumption of innocence: a bare statement about the words or their harm makes no charge out.
#[test]
fn bare_statements_make_no_charge_out() {
    let mut case = Case::new();
    for term in all_terms().iter().filter(|term| !words().get(term).is_some_and(|known| known.first_hand)) {
        let value = match &words().get(term).expect("a term").kind {
            Kind::Truth | Kind::Judgement => Datum::Yes,
            Kind::Count(unit) => Datum::count(Count::exactly(1_000_000), *unit),
            Kind::Date => Datum::Date(day("2026-03-01")),
            Kind::Choice(words) => Datum::Choice(words[0].clone()),
            Kind::Set(words) => Datum::Words(words.clone()),
        };
        case.add(term, crate::support::bare(value));
    }
    for rule in book().rules().iter().filter(|rule| rule.penalty) {
        assert_ne!(value(&case, &rule.id).worst(), Truth::T, "{}", rule.id);
    }
}

/// Every fact that a rule asks for can decide it: it stands in a smallest set that makes the rule out (no dead limb).
#[test]
fn every_fact_of_the_charges_can_decide() {
    let mut random = Dice::new(20_260_101);
    for rule in ["cl246-defamation", "cl246-insult", "psapl-defamation", "civil-reputation", "op2", "op7"] {
        let base = Case::new();
        let mut dead = BTreeSet::new();
        walk(&base.ask(rule).tree, &mut |node| dead.extend(node.facts.iter().map(|fact| fact.term.clone())));
        let mut known: BTreeMap<String, Datum> = BTreeMap::new();
        for _ in 0..80 {
            if dead.is_empty() {
                break;
            }
            let with = |case: Case, (term, datum): (&String, &Datum)| {
                case.with(term, claim(datum.clone(), Standing::Judged))
            };
            // A fact that counts under one reading only is asked for once that reading is chosen.
            let case = choose(book(), known.iter().fold(base.clone(), with), true, &mut random);
            let sets = case.missing_of(Book::standard(), rule, Family::Gap).sets;
            for need in sets.iter().flatten() {
                dead.remove(&need.term);
            }
            // Where there are too many sets to list, take part of one as given and look again.
            known.clear();
            if sets.is_empty() {
                continue;
            }
            for need in random.pick(&sets).iter().filter(|_| random.chance(2)) {
                let kind = &words().get(&need.term).expect("a term").kind;
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

/// 11, sensitive: take any one claim out of a result that is just made out, and it is made out no longer.
#[test]
fn every_element_is_needed() {
    for (rule, story) in [
        ("cl246-defamation", Case::defamation()),
        ("cl246-insult", Case::insult()),
        ("op2", Case::defamation().individual()),
        ("civil-reputation", Case::reputation()),
    ] {
        assert_eq!(story.value(rule), Value::TT, "{rule}");
        for term in story.told() {
            let without = story.clone().but(&term, 0);
            assert_eq!(without.value(rule), Value::UU, "{rule} without {term}");
        }
    }
}

/// 11, sensitive, for every rule of the book: from each test that makes it out, the facts without which it is not made
/// out are found by leaving out one after another; what is left is all needed, and each of it is an element.
#[test]
fn every_rule_rests_on_facts_each_of_which_it_needs() {
    let mut seen = BTreeSet::new();
    for exam in book().ir().provisions.iter().flat_map(|page| &page.exams) {
        if exam.value != Value::TT || !seen.insert(&exam.rule) {
            continue;
        }
        let mut case = Case::of_exam(exam);
        assert_eq!(value(&case, &exam.rule), Value::TT, "{}", exam.rule);
        for term in case.told() {
            let without = case.clone().but(&term, 0);
            if value(&without, &exam.rule) == Value::TT {
                case = without;
            }
        }
        assert!(!case.told().is_empty(), "{} rests on nothing", exam.rule);
        for term in case.told() {
            let without = case.clone().but(&term, 0);
            let left = value(&without, &exam.rule);
            assert!(left.worst() != Truth::T, "{} without {term}", exam.rule);
            assert!(reached()[exam.rule.as_str()].contains(&term), "{} rests on {term}", exam.rule);
        }
    }
    assert_eq!(seen.len(), reached().len());
}

impl Case {
    /// Only the claims about these facts.
    fn only(mut self, terms: &BTreeSet<String>) -> Case {
        let mut sheet = Sheet::new();
        for scope in self.sheet.scopes() {
            for (name, claims) in self.sheet.terms(scope).filter(|(name, _)| terms.contains(*name)) {
                claims.iter().for_each(|claim| sheet.add(scope.clone(), name, claim.clone()));
            }
        }
        self.sheet = sheet;
        self
    }

    /// The readings that were chosen before stay chosen.
    fn keeping(mut self, before: &Case) -> Case {
        self.readings.extend(before.readings.clone());
        self
    }

    /// The facts about which there are claims.
    fn told(&self) -> Vec<String> {
        self.sheet
            .scopes()
            .flat_map(|scope| self.sheet.terms(scope).map(|(term, _)| term.to_owned()))
            .collect()
    }

    /// The facts of a test of the book.
    fn of_exam(exam: &redress_law::Exam) -> Case {
        let mut case = Case { act: Some(exam.act), filing: exam.filing, ..Case::new() };
        case.readings.extend(exam.readings.clone());
        for (term, text) in &exam.facts {
            let kind = &words().get(term).expect("a term").kind;
            let (text, open) = text.strip_suffix('?').map_or((text.as_str(), false), |text| (text, true));
            let value = datum(text, kind);
            case.add(term, Claim { disputed: open, ..claim(value, Standing::Judged) });
        }
        case
    }
}

/// A value as a test of the book writes it.
fn datum(text: &str, kind: &Kind) -> Datum {
    let number = |text: &str| text.parse::<u64>().expect("a number");
    match (text, kind) {
        ("unknown", _) => Datum::Unknown,
        (_, Kind::Truth | Kind::Judgement) => (text == "yes").into(),
        (_, Kind::Count(unit)) => {
            let count = match text.split_once("..") {
                None => Count::exactly(number(text)),
                Some((low, "")) => Count::floor(number(low)),
                Some((low, high)) => Count::between(number(low), number(high)),
            };
            Datum::count(count, *unit)
        }
        (_, Kind::Date) => Datum::Date(day(text)),
        (_, Kind::Choice(_)) => Datum::Choice(text.to_owned()),
        (_, Kind::Set(_)) => {
            let words =
                text.trim_matches(['{', '}']).split(',').map(str::trim).filter(|word| !word.is_empty());
            Datum::Words(words.map(str::to_owned).collect())
        }
    }
}
