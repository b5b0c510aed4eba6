//! What the routes are weighed on: the facts, the outcomes, the statements and the day.

use crate::element::Element;
use crate::from_law;
use redress_base::{Date, Value};
use redress_facts::{Datum, Scope, Sheet, Vocabulary};
use redress_law as law;
use std::collections::BTreeMap;

/// Everything the routes depend on.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The facts of the case.
    pub sheet: &'a Sheet,
    /// What the law room found, per scope and rule id. A missing outcome is unknown, never "no".
    pub outcomes: &'a BTreeMap<(Scope, String), law::Outcome>,
    /// The statements that the case relies on or has to answer for.
    pub statements: &'a [Scope],
    /// The day for which the routes are shown (Beijing).
    pub today: Date,
    /// The terms that facts may use.
    pub vocabulary: &'a Vocabulary,
}

/// The days that the claims about one date fact allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    /// The earliest that anyone claims.
    pub(crate) earliest: Date,
    /// The latest that anyone claims.
    pub(crate) latest: Date,
}

/// The input together with the ways of reading it.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    input: &'a Input<'a>,
}

impl<'a> Desk<'a> {
    pub(crate) const fn new(input: &'a Input<'a>) -> Desk<'a> {
        Desk { input }
    }

    pub(crate) const fn today(&self) -> Date {
        self.input.today
    }

    pub(crate) const fn statements(&self) -> &'a [Scope] {
        self.input.statements
    }

    pub(crate) const fn vocabulary(&self) -> &'a Vocabulary {
        self.input.vocabulary
    }

    /// A yes/no fact as a condition.
    pub(crate) fn fact(&self, scope: &Scope, term: &str) -> Element {
        let claims = self.input.sheet.claims(scope, term);
        Element::leaf(self.vocabulary(), scope, term, from_law::truth(self.vocabulary(), term, claims))
    }

    /// Whether a choice fact is one of `words`.
    pub(crate) fn choice(&self, scope: &Scope, term: &str, words: &[&str]) -> Element {
        let claims = self.input.sheet.claims(scope, term);
        Element::leaf(
            self.vocabulary(),
            scope,
            term,
            from_law::choice(self.vocabulary(), term, claims, words),
        )
    }

    /// Whether any claim at all says that the choice fact is `word`; for steps and warnings, never for
    /// a state.
    pub(crate) fn mentions(&self, term: &str, words: &[&str]) -> bool {
        self.input
            .sheet
            .claims(&Scope::Case, term)
            .iter()
            .any(|claim| matches!(&claim.value, Datum::Choice(word) if words.contains(&word.as_str())))
    }

    /// Whether anyone has raised the fact at all. A ground that nobody raises is no ground of this file.
    pub(crate) fn raised(&self, scope: &Scope, term: &str) -> bool {
        !self.input.sheet.claims(scope, term).is_empty()
    }

    /// The days claimed for a date fact.
    pub(crate) fn days(&self, scope: &Scope, term: &str) -> Option<Days> {
        let claims = self.input.sheet.claims(scope, term);
        let days = || {
            claims.iter().filter_map(|claim| match claim.value {
                Datum::Date(day) => Some(day),
                _ => None,
            })
        };
        Some(Days { earliest: days().min()?, latest: days().max()? })
    }

    /// The outcome of a rule for this scope, else for the case.
    pub(crate) fn outcome(&self, scope: &Scope, rule: &str) -> Option<&'a law::Outcome> {
        let of = |scope: &Scope| self.input.outcomes.get(&(scope.clone(), rule.to_owned()));
        of(scope).or_else(|| of(&Scope::Case))
    }

    /// The outcome of a rule as a condition; unknown where the rule was not evaluated.
    pub(crate) fn rule(&self, scope: &Scope, rule: &str) -> Element {
        self.outcome(scope, rule)
            .map_or_else(Element::unknown, |outcome| from_law::element(self.vocabulary(), scope, outcome))
    }

    /// The value of a yes/no fact.
    pub(crate) fn value(&self, scope: &Scope, term: &str) -> Value {
        self.fact(scope, term).value
    }
}
