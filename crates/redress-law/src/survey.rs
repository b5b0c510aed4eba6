//! The whole book on one subject: each rule with its own steps, what it names being answered by value.
//!
//! Rules name one another, so that the full explanations of a whole book repeat the same steps many times. Here every
//! rule is answered once; a step that names another rule carries that rule's value and reason, and its steps are in its
//! own answer. Steps carry what decides: of ids only those of rules, no names but the root's, of facts their terms alone.
//! [`Book::evaluate`] writes out the whole explanation of one rule.

use crate::answer::{conflict, settled, visit};
use crate::book::{Book, Reach};
use crate::evaluate::Evaluation;
use crate::fast::{Fast, Shared};
use crate::outcome::{Outcome, ReadingUse, Several, Shield, UnderReading, UnderValue};
use crate::question::Question;
use crate::versions::not_yet;
use crate::{Label, Node, NodeKind, Rule, combine};
use redress_base::{Fault, Finding, Refusal, Value};
use redress_facts::Claim;
use std::collections::{BTreeMap, BTreeSet};

/// What the book has of a rule for the days of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawOfTheDay {
    /// A version answers.
    Held,
    /// The law of those days is not in the book.
    NotHeld,
    /// Nothing of the kind was law yet.
    NotYet,
}

/// Answers rule after rule on one subject; what a rule came to is kept for the rules that name it.
pub struct Survey<'a> {
    question: &'a Question<'a>,
    book: &'a Book,
    fast: Fast<'a>,
    /// Facts of which more than one value is claimed, in order.
    differing: Vec<(&'a str, &'a [Claim])>,
    under: BTreeMap<(&'a str, &'a str), Fast<'a>>,
    alone: BTreeMap<(&'a str, usize), Fast<'a>>,
}

impl<'a> Survey<'a> {
    /// Begins; the rule of the question does not matter.
    pub fn new(book: &'a Book, question: &'a Question<'a>) -> Survey<'a> {
        let plain = Shared::default();
        let fast = Fast::new(question, book, false).sharing(&plain);
        let differing = fast.differing();
        Survey { question, book, fast, differing, under: BTreeMap::new(), alone: BTreeMap::new() }
    }

    /// The value of a rule.
    pub fn value(&mut self, rule: &'a str) -> Value {
        self.fast.exception = self.book.is_exception(rule);
        self.fast.rule(rule).strict
    }

    /// Whether the book holds a version of the rule for the days of the act, and if not, why.
    pub fn law(&self, rule: &str) -> LawOfTheDay {
        let versions = self.book.versions(rule);
        let Some(first) = versions.first() else { return LawOfTheDay::NotHeld };
        let (act, filing) = (self.question.act, self.question.filing);
        if not_yet(first, act, filing) {
            LawOfTheDay::NotYet
        } else if self.fast.holds_law(rule) {
            LawOfTheDay::Held
        } else {
            LawOfTheDay::NotHeld
        }
    }

    /// The own steps of a rule, and what was noticed at them.
    ///
    /// # Errors
    /// `law-no-such-rule` (usage) where the book has no rule of that id.
    pub fn steps(&mut self, rule: &'a str) -> Result<(Node, Vec<Finding>), Refusal> {
        if self.book.versions(rule).is_empty() {
            return Err(Finding::error("law-no-such-rule").with("rule", rule).refuse(Fault::Usage));
        }
        let mut evaluation = Evaluation {
            question: self.question,
            book: self.book,
            exception: self.book.is_exception(rule),
            only: None,
            chosen: None,
            shallow: Some(&mut self.fast),
            findings: Vec::new(),
        };
        let tree = evaluation.rule(rule, "");
        let mut findings = evaluation.findings;
        findings.sort();
        findings.dedup();
        Ok((tree, findings))
    }

    /// The answer of a rule with its own steps. What is to be checked first is asked of [`Survey::shields`], once for
    /// all rules.
    ///
    /// # Errors
    /// `law-no-such-rule` (usage) where the book has no rule of that id.
    pub fn outcome(&mut self, rule: &'a str) -> Result<Outcome, Refusal> {
        let (tree, findings) = self.steps(rule)?;
        let reach: &'a Reach = self.book.reach(rule);
        let exception = self.book.is_exception(rule);
        let readings = combine::of(&tree);
        let single = if tree.kind == NodeKind::Rule { self.book.version_of(&tree) } else { None };
        let versions = if single.is_some() { vec![] } else { self.book.versions_of(&tree) };
        self.fast.exception = exception;
        let gives =
            self.book.gives_of(rule, &tree, readings.strict, &mut |gift| (self.fast.every(&gift.when), None));
        Ok(Outcome {
            schema: Outcome::SCHEMA.to_owned(),
            rule: rule.to_owned(),
            label: tree.label.clone(),
            scope: self.question.scope.clone(),
            book: self.book.digest().to_owned(),
            version: single.or_else(|| versions.first().map(|v| v.version.clone())),
            value: readings.strict,
            presumptive: readings.presumptive,
            enumerated: readings.enumerated,
            open: readings.strict,
            versions_differ: versions.iter().any(|v| v.value != readings.strict),
            readings: self.readings(rule, reach, exception, readings.strict),
            several: self.several(rule, reach, exception),
            conflict: conflict(&gives),
            gives,
            draft: self.book.versions(rule).iter().any(|rule| rule.draft),
            check_first: vec![],
            versions: if versions.len() > 1 { versions } else { vec![] },
            tree,
            findings,
        })
    }

    fn readings(
        &mut self,
        rule: &'a str,
        reach: &'a Reach,
        exception: bool,
        value: Value,
    ) -> Vec<ReadingUse> {
        let mut found = Vec::new();
        for id in &reach.readings {
            let mut alternatives = Vec::new();
            for name in self.book.alternatives(id) {
                if settled(self.question, id, value) {
                    alternatives.push(UnderReading { name: name.clone(), value });
                    continue;
                }
                let fast = self.under.entry((id, name)).or_insert_with(|| {
                    let mut fast = self.fast.beside();
                    fast.chosen = Some((id, name));
                    fast
                });
                fast.exception = exception;
                alternatives.push(UnderReading { name: name.clone(), value: fast.rule(rule).strict });
            }
            let first = alternatives.first().map(|one| one.value);
            let matters = alternatives.iter().any(|one| Some(one.value) != first);
            let chosen = self.question.readings.get(id).cloned();
            found.push(ReadingUse { id: id.clone(), chosen, alternatives, matters });
        }
        found
    }

    fn several(&mut self, rule: &'a str, reach: &'a Reach, exception: bool) -> Vec<Several> {
        let mut found = Vec::new();
        for at in 0..self.differing.len() {
            let Some((term, claims)) = self.differing.get(at).copied() else { continue };
            if !reach.terms.contains(term) {
                continue;
            }
            let known = self.question.vocabulary.get(term);
            let counted = crate::reading::counted(known, claims);
            let mut values = Vec::new();
            for at in counted {
                let Some(claim) = claims.get(at) else { continue };
                let fast = self.alone.entry((term, at)).or_insert_with(|| {
                    let mut fast = self.fast.beside();
                    fast.only = Some((term, at));
                    fast
                });
                fast.exception = exception;
                values.push(UnderValue {
                    value: claim.value.clone(),
                    by: claim.by.clone(),
                    named: claim.named.clone(),
                    result: fast.rule(rule).strict,
                });
            }
            let different = values.iter().any(|one| Some(&one.value) != values.first().map(|v| &v.value));
            let matters = values.iter().any(|one| Some(one.result) != values.first().map(|v| v.result));
            if different {
                let label = known.map_or_else(Label::default, |t| Label::new(&t.zh, &t.en));
                found.push(Several { term: term.to_owned(), label, values, matters });
            }
        }
        found
    }

    /// Every exception that is to be checked first for any of the rules, each once, in order.
    pub fn shields(&mut self, rules: &[&'a str]) -> Vec<Shield> {
        let reached: BTreeSet<&'a (String, String)> =
            rules.iter().flat_map(|rule| &self.book.reach(rule).shields).collect();
        let mut found = Vec::new();
        for (against, shield) in reached {
            let applied = self.fast.applied(against);
            let named = |rule: &&Rule| rule.unless.iter().any(|d| d.check_first && d.rule == *shield);
            let Some(rule) = self.book.versions(shield).last().filter(|_| applied.iter().any(named)) else {
                continue;
            };
            self.fast.exception = true;
            let value = self.fast.rule(shield).strict;
            let (label, cites) = (rule.label.clone(), rule.cites.clone());
            found.push(Shield { rule: shield.clone(), against: against.clone(), value, label, cites });
        }
        found.sort();
        found
    }
}

/// The rules that decide a tree of own steps, by id.
pub fn deciding_rules(tree: &Node) -> Vec<&str> {
    let mut found = Vec::new();
    visit(tree, &mut |node| {
        if node.kind == NodeKind::Rule && node.decisive && node.id != tree.id {
            found.push(node.rule());
        }
    });
    found
}
