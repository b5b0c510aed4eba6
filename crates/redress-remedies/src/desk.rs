//! What the routes are weighed on: the facts, the outcomes, the statements and the day.

use crate::element::Element;
use crate::from_law::{self, Steps, Trees};
use redress_base::{Date, Value};
use redress_facts::{Claim, Datum, Scope, Sheet, Vocabulary};
use redress_law as law;
use std::collections::BTreeMap;

/// The rules of the law book that the routes consult; a test holds each to the book.
pub const RULES: [&str; 63] = [
    // Article 10 first.
    "op10-report-shield",
    "op10-criticism-shield",
    // The offences and the gate of public prosecution.
    "cl246-defamation",
    "cl246-insult",
    "op12-public-order",
    "fs2013-21-order",
    "cl253-1-personal-information",
    "cl253-1-grave",
    "cl287-1-unlawful-use",
    "cl286-1-platform-refusal",
    // Private prosecution, and where it crosses with public procedure.
    "ps-who-may-sue",
    "ps-jurisdiction",
    "ps-withdrawal-bar",
    "ps-mediation-bar",
    "ps-some-only-warning",
    "ps-two-absences",
    "ps-mental-damages-trap",
    "op13-suit-beside-police",
    "op13-trial-ends",
    "op13-private-suit-barred",
    "op13-court-transfers",
    "op13-may-refile",
    "op13-police-may-tell",
    // The police, and their control.
    "psapl-defamation",
    "psapl-insult",
    "psapl-privacy",
    "psapl-threats",
    "psapl-witness-retaliation",
    "psapl-personal-information",
    "csl-personal-information",
    "reconsideration-inaction",
    "reconsideration-first",
    "reconsideration-barred-by-suit",
    // Civil claims and defendants.
    "civil-reputation",
    "civil-privacy",
    "civil-personal-information",
    "civil-portrait-deepfake",
    "civil-portrait-use",
    "civil-sexual-harassment",
    "cc1182-property-loss",
    "cc1183-mental-damages",
    "fs2014-11-costs",
    "fs2014-11-lawyer-fees",
    "fs2014-11-court-fixed",
    "cc1168-joint",
    "cc1169-instigation",
    "cc1170-unknown-actor",
    "cc1171-each-sufficient",
    "cc1172-shares",
    "cc1188-guardian",
    "platform-joint-enlarged",
    "platform-knew",
    "platform-measures-end",
    // Orders, notices, aid, the public interest.
    "dv-suffered-or-danger",
    "women-29-infringed",
    "protection-order-measures",
    "legal-aid-29-role",
    "legal-aid-31-matter",
    "legal-aid-32-no-means-test",
    "legal-aid-42-unchecked",
    "legal-aid-44-first",
    "public-interest-suit",
    "op16-platform",
];

/// Everything the routes depend on.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The facts of the case.
    pub sheet: &'a Sheet,
    /// What the law room found, per scope and rule id. A missing outcome is unknown, never "no".
    pub outcomes: &'a BTreeMap<(Scope, String), law::Outcome>,
    /// The own steps of the rules that the outcomes answer by value alone; none where they carry whole trees.
    pub steps: &'a Steps,
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
    trees: &'a Trees<'a>,
}

impl<'a> Desk<'a> {
    pub(crate) const fn new(input: &'a Input<'a>, trees: &'a Trees<'a>) -> Desk<'a> {
        Desk { input, trees }
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

    /// Every claim about a fact.
    pub(crate) fn claims(&self, scope: &Scope, term: &str) -> &'a [Claim] {
        self.input.sheet.claims(scope, term)
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
        self.mentions_at(&Scope::Case, term, words)
    }

    /// The same of one statement.
    pub(crate) fn mentions_at(&self, scope: &Scope, term: &str, words: &[&str]) -> bool {
        self.input
            .sheet
            .claims(scope, term)
            .iter()
            .any(|claim| matches!(&claim.value, Datum::Choice(word) if words.contains(&word.as_str())))
    }

    /// Whether anyone has raised the fact at all. A ground that nobody raises is no ground of this file.
    pub(crate) fn raised(&self, scope: &Scope, term: &str) -> bool {
        !self.input.sheet.claims(scope, term).is_empty()
    }

    /// Whether the statement says something of the fact for itself, beside what the case says.
    pub(crate) fn own(&self, scope: &Scope, term: &str) -> bool {
        !self.input.sheet.own(scope, term).is_empty()
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
        debug_assert!(RULES.contains(&rule), "{rule} is consulted and not in RULES");
        self.trees.outcome(scope, rule).or_else(|| self.trees.outcome(&Scope::Case, rule))
    }

    /// The trees of the outcomes.
    pub(crate) const fn trees(&self) -> &'a Trees<'a> {
        self.trees
    }

    /// Whether it happened: its day is on file, or the yes/no fact of it says so.
    pub(crate) fn happened(&self, truth: &str, day: &str) -> Element {
        let said = self.fact(&Scope::Case, truth);
        if said.value == Value::UU && self.days(&Scope::Case, day).is_some() {
            return Element { value: Value::TT, bringable: false, ..said };
        }
        said
    }

    /// The outcome of a rule as a condition; unknown where the rule was not evaluated.
    pub(crate) fn rule(&self, scope: &Scope, rule: &str) -> Element {
        self.outcome(scope, rule).map_or_else(Element::unknown, |outcome| self.trees.element(scope, outcome))
    }

    /// The same, answered otherwise where no version of the text was in force on the day or the rule was not
    /// evaluated: a question does not wait for a date.
    pub(crate) fn rule_or(&self, scope: &Scope, rule: &str, otherwise: impl FnOnce() -> Element) -> Element {
        let answered = self.outcome(scope, rule).is_some_and(|outcome| outcome.version.is_some());
        if answered { self.rule(scope, rule) } else { otherwise() }
    }

    /// The outcome of a civil rule. Where everything that the claimant has to show is made out and only a
    /// defence is open that the other side has to show, the claim can be brought.
    pub(crate) fn claim_rule(&self, scope: &Scope, rule: &str) -> Element {
        let strict = self.rule(scope, rule);
        if strict.value == Value::UU && self.unless_defence(scope, rule) {
            return Element { value: Value::TT, bringable: false, ..strict };
        }
        strict
    }

    /// What a rule asks for beside another that it rests on; unknown where it was not evaluated.
    pub(crate) fn beside(&self, scope: &Scope, rule: &str, other: &str) -> Element {
        self.outcome(scope, rule)
            .map_or_else(Element::unknown, |outcome| self.trees.beside(scope, outcome, other))
    }

    /// Whether only a defence is open that the other side has to show.
    pub(crate) fn unless_defence(&self, scope: &Scope, rule: &str) -> bool {
        self.outcome(scope, rule)
            .is_some_and(|outcome| outcome.value == Value::UU && outcome.presumptive == Value::TT)
    }

    /// The value of a yes/no fact.
    pub(crate) fn value(&self, scope: &Scope, term: &str) -> Value {
        self.fact(scope, term).value
    }
}
