//! The value of a rule without its explanation: the same answer as the tree's, many times as fast.
//!
//! Used where a rule is asked again and again: under each contested reading, under each of several values, over a whole
//! book. That both give the same answer is a property test (`laws::the_fast_value_is_the_value_of_the_tree`).

use crate::book::Book;
use crate::combine::{self, Readings};
use crate::evaluate::{AT_THE_END, STRADDLE};
use crate::ir::{Alternative, Burden, Clock, Limb, Rank, Rule, Test};
use crate::proportion;
use crate::question::Question;
use crate::reading::{self, Ask};
use crate::versions::{Milder, choose, favours_the_accused, milder, same_elements};
use redress_base::{Date, Value};
use redress_facts::{Claim, Scope};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// One evaluation without a tree; what a rule came to is kept for the next time it is named.
pub(crate) struct Fast<'a> {
    pub(crate) question: &'a Question<'a>,
    pub(crate) book: &'a Book,
    pub(crate) exception: bool,
    pub(crate) only: Option<(&'a str, usize)>,
    pub(crate) chosen: Option<(&'a str, &'a str)>,
    claims: Rc<FxHashMap<&'a str, &'a [Claim]>>,
    known: FxHashMap<(&'a str, bool), Readings>,
    /// What rules came to that the chosen reading, or the fact that is read alone, does not reach.
    plain: Option<Shared<'a>>,
}

/// What rules came to without any choice, shared by those that differ in one.
pub(crate) type Shared<'a> = Rc<RefCell<FxHashMap<(&'a str, bool), Readings>>>;

impl<'a> Fast<'a> {
    pub(crate) fn new(question: &'a Question<'a>, book: &'a Book, exception: bool) -> Fast<'a> {
        let known = FxHashMap::default();
        let claims = Rc::new(claims(question));
        Fast { question, book, exception, only: None, chosen: None, claims, known, plain: None }
    }

    /// The facts of which more than one value is claimed, in order.
    pub(crate) fn differing(&self) -> Vec<(&'a str, &'a [Claim])> {
        let differs = |claims: &[Claim]| {
            claims.first().is_some_and(|first| claims.iter().any(|claim| claim.value != first.value))
        };
        let all = self.claims.iter().map(|(term, claims)| (*term, *claims));
        let mut found: Vec<_> = all.filter(|(_, claims)| differs(claims)).collect();
        found.sort_unstable_by_key(|(term, _)| *term);
        found
    }

    /// Another one on the same question, without its choices.
    pub(crate) fn beside(&self) -> Fast<'a> {
        let (known, claims) = (FxHashMap::default(), Rc::clone(&self.claims));
        Fast { claims, known, only: None, chosen: None, plain: self.plain.clone(), ..*self }
    }

    /// Looks up there, and keeps there, what does not depend on the choice that this one makes.
    pub(crate) fn sharing(mut self, plain: &Shared<'a>) -> Fast<'a> {
        self.plain = Some(Rc::clone(plain));
        self
    }

    /// Whether the choice that this one makes can matter for the rule.
    fn concerned(&self, id: &str) -> bool {
        let reach = self.book.reach(id);
        self.chosen.is_some_and(|(reading, _)| reach.readings.contains(reading))
            || self.only.is_some_and(|(term, _)| reach.terms.contains(term))
    }

    /// What the rule comes to.
    pub(crate) fn rule(&mut self, id: &'a str) -> Readings {
        let key = (id, self.exception);
        let elsewhere = self.plain.clone().filter(|_| !self.concerned(id));
        if let Some(known) = elsewhere.as_ref().and_then(|plain| plain.borrow().get(&key).copied()) {
            return known;
        }
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = self.versions(id);
        match elsewhere {
            Some(plain) => plain.borrow_mut().insert(key, found),
            None => self.known.insert(key, found),
        };
        found
    }

    /// The versions of a rule that the dates choose, and the later one that may be milder.
    pub(crate) fn applied(&self, id: &str) -> Vec<&'a Rule> {
        let versions: Vec<&'a Rule> = self.book.versions(id).iter().collect();
        let chosen = choose(&versions, self.question.act, self.question.filing, false);
        let later = chosen.later.filter(|rule| favours_the_accused(rule.rank));
        chosen.versions.into_iter().chain(later).collect()
    }

    /// Whether the book holds a version for the days of the act.
    pub(crate) fn holds_law(&self, id: &str) -> bool {
        let own = self.book.versions(id);
        // Most rules have one version, and it is in force; those need no choosing.
        let day = self.question.act.map_or(self.question.filing, |(from, _)| from);
        let plain = |rule: &Rule| {
            let filing = rule.clock == Clock::Filing;
            rule.in_force.holds(if filing { self.question.filing } else { day })
        };
        if let [only] = own
            && plain(only)
        {
            return true;
        }
        let versions: Vec<&Rule> = own.iter().collect();
        !choose(&versions, self.question.act, self.question.filing, false).versions.is_empty()
    }

    fn versions(&mut self, id: &str) -> Readings {
        let own = self.book.versions(id);
        // Most rules have one version, and it is in force.
        let versions: Vec<&'a Rule> = own.iter().collect();
        let administrative = own.iter().any(|rule| rule.rank == Rank::AdministrativeStatute);
        let end = administrative && self.alternative(STRADDLE) == Some(AT_THE_END);
        let chosen = choose(&versions, self.question.act, self.question.filing, end);
        let later = chosen.later.filter(|rule| favours_the_accused(rule.rank));
        let gone = chosen.gone && own.iter().any(|rule| favours_the_accused(rule.rank));
        match (chosen.versions.as_slice(), later) {
            ([], _) if chosen.not_yet => Readings::same(Value::FF),
            ([], _) => Readings::same(Value::UU),
            (several, Some(later)) => self.milder(several, later),
            (several, None) if gone => {
                let now = self.together(several);
                self.both(now, Readings::same(Value::UU))
            }
            (several, None) => self.together(several),
        }
    }

    fn together(&mut self, versions: &[&'a Rule]) -> Readings {
        let all: Vec<Readings> = versions.iter().map(|rule| self.version(rule)).collect();
        combine::hull(&all)
    }

    fn milder(&mut self, versions: &[&'a Rule], later: &'a Rule) -> Readings {
        let Some(earlier) = versions.last() else { return self.version(later) };
        let same = versions.iter().all(|rule| same_elements(rule, later));
        match milder(earlier, later, &mut |limb| self.test(&limb.test).strict) {
            Milder::Earlier if same => self.together(versions),
            Milder::Later if same => self.version(later),
            _ => {
                let (then, now) = (self.together(versions), self.version(later));
                self.both(then, now)
            }
        }
    }

    /// Made out only where both laws punish; an exception where either lets it.
    fn both(&self, then: Readings, now: Readings) -> Readings {
        if self.exception { then.zip(now, Value::or) } else { then.zip(now, Value::and) }
    }

    fn version(&mut self, rule: &'a Rule) -> Readings {
        let mut all = self.test(&rule.requires.test);
        for defeater in &rule.unless {
            self.exception = !self.exception;
            let mut exception = self.rule(&defeater.rule);
            self.exception = !self.exception;
            if defeater.burden == Burden::ForTheOtherSide {
                exception.presumptive = combine::absent(exception.presumptive);
            }
            all = all.zip(exception.map(Value::not), Value::and);
        }
        all
    }

    fn fold(&mut self, limbs: &'a [Limb], start: Value, step: fn(Value, Value) -> Value) -> Readings {
        limbs.iter().fold(Readings::same(start), |all, limb| {
            let next = self.test(&limb.test);
            all.zip(next, step)
        })
    }

    /// What the limbs come to together.
    pub(crate) fn every(&mut self, limbs: &'a [Limb]) -> Value {
        self.fold(limbs, Value::TT, Value::and).strict
    }

    fn test(&mut self, test: &'a Test) -> Readings {
        match test {
            Test::Any(of) => self.fold(of, Value::FF, Value::or),
            Test::All(of) => self.fold(of, Value::TT, Value::and),
            Test::AtLeast { n, of } => {
                let all: Vec<Readings> = of.iter().map(|limb| self.test(&limb.test)).collect();
                combine::enough(*n, &all)
            }
            Test::Not(inner) => {
                self.exception = !self.exception;
                let value = self.test(inner);
                self.exception = !self.exception;
                value.map(Value::not)
            }
            Test::Accumulate { when, of, .. } => {
                let all = self.fold(when, Value::TT, Value::and);
                let any = self.fold(of, Value::FF, Value::or);
                all.zip(any, Value::and)
            }
            Test::Rule(id) => self.rule(id),
            Test::Reading { id, of } => self.reading(id, of),
            Test::Proportion { reach, shares } => {
                let (mut against, mut best) = (Vec::new(), Vec::new());
                for share in shares {
                    let term = self.question.vocabulary.get(&share.term);
                    let (low, high) = reading::range(term, self.claims(&share.term));
                    against.push((low, share.per));
                    best.push((high, share.per));
                }
                Readings::same(proportion::value(&against, &best, *reach))
            }
            Test::After { term, window, after } => self.dated(term, after, |day| Ask::After(*window, day)),
            Test::NotBefore { term, other } => self.dated(term, other, Ask::NotBefore),
            other => self.atom(other),
        }
    }

    fn atom(&self, test: &Test) -> Readings {
        match test {
            Test::Open(term) => {
                Readings { enumerated: Value::FF, ..Readings::same(self.read(term, true, Ask::Yes)) }
            }
            Test::Presumed(term) => {
                let value = self.read(term, false, Ask::Yes);
                Readings { presumptive: combine::presume(value), ..Readings::same(value) }
            }
            Test::Weigh { term, .. } => Readings::same(self.read(term, true, Ask::Yes)),
            Test::Fact(term) => Readings::same(self.read(term, false, Ask::Yes)),
            Test::CountAtLeast { term, number } => {
                Readings::same(self.read(term, false, Ask::AtLeast(*number)))
            }
            Test::CountAtMost { term, number } => {
                Readings::same(self.read(term, false, Ask::AtMost(*number)))
            }
            Test::In { term, words } => Readings::same(self.read(term, false, Ask::OneOf(words))),
            Test::Within { term, window, before } => {
                let days = reading::days_of(*before, self.question.act, self.question.filing);
                Readings::same(self.read(term, false, Ask::Within(*window, days)))
            }
            Test::Aged { term, years } => {
                Readings::same(self.read(term, false, Ask::Aged(*years, self.question.act)))
            }
            _ => Readings::same(Value::UU),
        }
    }

    fn read(&self, name: &str, judgement: bool, ask: Ask<'_>) -> Value {
        let claims = self.claims(name);
        if claims.is_empty() {
            return Value::UU;
        }
        reading::value(self.question.vocabulary.get(name), judgement, ask, claims)
    }

    fn dated<'q>(&self, name: &str, other: &str, ask: impl Fn(Option<Date>) -> Ask<'q>) -> Readings {
        let days = reading::days(self.question.vocabulary.get(other), self.claims(other));
        let values: Vec<Readings> = if days.is_empty() {
            vec![Readings::same(self.read(name, false, ask(None)))]
        } else {
            days.into_iter().map(|day| Readings::same(self.read(name, false, ask(Some(day))))).collect()
        };
        combine::hull(&values)
    }

    fn reading(&mut self, name: &str, of: &'a [Alternative]) -> Readings {
        let chosen = self.alternative(name).map(str::to_owned);
        let wanted = |one: &&Alternative| chosen.as_deref().is_none_or(|name| one.name == name);
        let mut taken: Vec<&'a Alternative> = of.iter().filter(wanted).collect();
        if taken.is_empty() {
            taken = of.iter().collect();
        }
        let all: Vec<Readings> = taken.into_iter().map(|one| self.test(&one.limb.test)).collect();
        combine::hull(&all)
    }

    fn alternative(&self, reading: &str) -> Option<&str> {
        let own = self.chosen.filter(|(chosen, _)| *chosen == reading).map(|(_, alternative)| alternative);
        own.or_else(|| self.question.readings.get(reading).map(String::as_str))
    }

    pub(crate) fn claims(&self, name: &str) -> &'a [Claim] {
        let claims = self.claims.get(name).copied().unwrap_or_default();
        match self.only {
            Some((term, at)) if term == name => claims.get(at..=at).unwrap_or_default(),
            _ => claims,
        }
    }
}

/// Everything that is claimed on the subject of a question, by fact: what is said of the subject itself, else of the
/// case.
fn claims<'a>(question: &'a Question<'a>) -> FxHashMap<&'a str, &'a [Claim]> {
    let (case, own) = (question.sheet.terms(&Scope::Case), question.sheet.terms(&question.scope));
    case.chain(own).collect()
}

impl Book {
    /// The value of a rule without its explanation; the same as [`Book::evaluate`] gives. A rule that the book does not
    /// have is unknown.
    pub fn value(&self, question: &Question<'_>) -> Value {
        Fast::new(question, self, self.is_exception(question.rule)).rule(question.rule).strict
    }
}
