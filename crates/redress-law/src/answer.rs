//! Answering a question: the tree, its readings, and what becomes of it under other readings and other values.

use crate::book::Book;
use crate::combine;
use crate::evaluate::Evaluation;
use crate::fast::Fast;
use crate::ir::{Gift, Rule};
use crate::needs;
use crate::outcome::{
    FactUse, Given, Node, NodeKind, Outcome, ReadingUse, Several, Shield, UnderReading, UnderValue, Version,
    VersionOutcome,
};
use crate::{Completions, Family, Question};
use redress_base::{Fault, Finding, Refusal, Truth, Value};
use std::collections::{BTreeMap, BTreeSet};

impl Book {
    /// The answer to a question.
    ///
    /// # Errors
    /// `law-no-such-rule` (usage) where the book has no rule of that id.
    pub fn evaluate(&self, question: &Question<'_>) -> Result<Outcome, Refusal> {
        let (tree, mut findings) = self.tree(question)?;
        findings.sort();
        findings.dedup();
        let readings = combine::of(&tree);
        let single = if tree.kind == NodeKind::Rule { self.version_of(&tree) } else { None };
        let versions = if single.is_some() { vec![] } else { self.versions_of(&tree) };
        let mut check_first = Vec::new();
        self.shields(&tree, question.rule, &mut check_first);
        check_first.sort();
        check_first.dedup();
        let under = self.under(question, &tree);
        let several = self.several(question, &tree);
        let gives = self.gives(question, &tree, readings.strict);
        let (strict, readings_used) = (readings, under);
        Ok(Outcome {
            schema: Outcome::SCHEMA.to_owned(),
            rule: question.rule.to_owned(),
            label: tree.label.clone(),
            scope: question.scope.clone(),
            book: self.digest().to_owned(),
            version: single.or_else(|| versions.first().map(|v| v.version.clone())),
            value: strict.strict,
            presumptive: strict.presumptive,
            enumerated: strict.enumerated,
            open: strict.strict,
            versions_differ: versions.iter().any(|v| v.value != strict.strict),
            readings: readings_used,
            several,
            conflict: conflict(&gives),
            gives,
            draft: self.versions(question.rule).iter().any(|rule| rule.draft),
            check_first,
            versions: if versions.len() > 1 { versions } else { vec![] },
            tree,
            findings,
        })
    }

    /// The smallest sets of facts that would bring the rule to `want`.
    ///
    /// `FF` asks what the other side would need ([`Family::Risk`]). Everything else asks what would make it out: what
    /// is to be collected ([`Family::Gap`]), or, where only disputes are left, what is to be won
    /// ([`Family::Dispute`]).
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions(&self, question: &Question<'_>, want: Value) -> Result<Completions, Refusal> {
        let (tree, findings) = self.tree(question)?;
        let family = match (want, tree.value) {
            (Value::FF, _) => Family::Risk,
            (_, Value::FT) => Family::Dispute,
            _ => Family::Gap,
        };
        Ok(complete(question, family, &tree, findings))
    }

    /// The smallest sets of one family.
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions_of(&self, question: &Question<'_>, family: Family) -> Result<Completions, Refusal> {
        let (tree, findings) = self.tree(question)?;
        Ok(complete(question, family, &tree, findings))
    }

    pub(crate) fn tree(&self, question: &Question<'_>) -> Result<(Node, Vec<Finding>), Refusal> {
        if self.versions(question.rule).is_empty() {
            return Err(Finding::error("law-no-such-rule").with("rule", question.rule).refuse(Fault::Usage));
        }
        let exception = self.is_exception(question.rule);
        let mut evaluation = self.evaluation(question, exception);
        let tree = evaluation.rule(question.rule, "");
        Ok((tree, evaluation.findings))
    }

    /// The versions at the root of a tree, the deciding one first.
    pub(crate) fn versions_of(&self, tree: &Node) -> Vec<VersionOutcome> {
        if matches!(tree.kind, NodeKind::Versions | NodeKind::All | NodeKind::Any) {
            return tree.children.iter().flat_map(|child| self.versions_of(child)).collect();
        }
        let readings = combine::of(tree);
        let outcome = |version| VersionOutcome {
            version,
            value: readings.strict,
            presumptive: readings.presumptive,
            enumerated: readings.enumerated,
            open: readings.strict,
            tree: tree.clone(),
        };
        self.version_of(tree).map(outcome).into_iter().collect()
    }

    /// The version that a rule node was read in; its id ends in `rule@from`.
    pub(crate) fn version_of(&self, node: &Node) -> Option<Version> {
        let from = node.version_from()?;
        let rule = self.versions(node.rule()).iter().find(|rule| rule.in_force.from == from)?;
        Some(Version {
            article: rule.cites.first()?.clone(),
            in_force: rule.in_force.clone(),
            clock: rule.clock,
            rank: rule.rank,
            confidence: rule.confidence,
            unverified: rule.unverified.clone(),
        })
    }

    /// Every exception under a step that is to be checked first.
    fn shields(&self, node: &Node, against: &str, found: &mut Vec<Shield>) {
        let own = node.kind == NodeKind::Rule && node.version_from().is_some();
        let against = if own { node.rule() } else { against };
        let first = |shield: &str| {
            let mut all = self.versions(against).iter().flat_map(|r| &r.unless);
            all.any(|d| d.check_first && d.rule == shield)
        };
        for child in &node.children {
            if let (NodeKind::Defeater, Some(shield)) = (child.kind, child.children.first()) {
                let id = shield.rule();
                if first(id) {
                    found.push(Shield {
                        rule: id.to_owned(),
                        against: against.to_owned(),
                        value: shield.value,
                        label: shield.label.clone(),
                        cites: shield.cites.clone(),
                    });
                }
            }
            self.shields(child, against, found);
        }
    }

    fn evaluation<'a>(&'a self, question: &'a Question<'a>, exception: bool) -> Evaluation<'a, 'a> {
        let findings = Vec::new();
        Evaluation { question, book: self, exception, only: None, chosen: None, shallow: None, findings }
    }

    /// What becomes of the result under each alternative of each contested reading that it passes.
    fn under(&self, question: &Question<'_>, tree: &Node) -> Vec<ReadingUse> {
        let mut names = BTreeSet::new();
        visit(tree, &mut |node| {
            if matches!(node.kind, NodeKind::Reading | NodeKind::Versions) {
                names.extend(node.reading.clone());
            }
        });
        let reach = self.reach(question.rule);
        names.extend(question.readings.keys().filter(|id| reach.readings.contains(*id)).cloned());
        let exception = self.is_exception(question.rule);
        let value = |reading: &str, alternative: &str| {
            if settled(question, reading, tree.value) {
                return tree.value;
            }
            let mut evaluation = Fast::new(question, self, exception);
            evaluation.chosen = Some((reading, alternative));
            evaluation.rule(question.rule).strict
        };
        let used = |id: String| {
            let names = self.alternatives(&id).iter();
            let alternatives: Vec<UnderReading> =
                names.map(|name| UnderReading { name: name.clone(), value: value(&id, name) }).collect();
            let first = alternatives.first().map(|one| one.value);
            let matters = alternatives.iter().any(|one| Some(one.value) != first);
            ReadingUse { chosen: question.readings.get(&id).cloned(), alternatives, matters, id }
        };
        names.into_iter().map(used).collect()
    }

    /// The result under each value alone, of every fact on which several different values count.
    fn several(&self, question: &Question<'_>, tree: &Node) -> Vec<Several> {
        let mut facts: BTreeMap<&str, &FactUse> = BTreeMap::new();
        visit(tree, &mut |node| facts.extend(node.facts.iter().map(|fact| (fact.term.as_str(), fact))));
        let exception = self.is_exception(question.rule);
        let mut found = Vec::new();
        for (term, fact) in facts {
            let counted = fact.claims.iter().enumerate().filter(|(_, claim)| claim.set_aside.is_none());
            let different: BTreeSet<_> = counted.clone().map(|(_, claim)| &claim.value).collect();
            if different.len() < 2 {
                continue;
            }
            let values: Vec<UnderValue> = counted
                .map(|(at, claim)| {
                    let mut evaluation = Fast::new(question, self, exception);
                    evaluation.only = Some((term, at));
                    let result = evaluation.rule(question.rule).strict;
                    let (value, by) = (claim.value.clone(), claim.by.clone());
                    UnderValue { value, by, named: claim.named.clone(), result }
                })
                .collect();
            let first = values.first().map(|one| one.result);
            let matters = values.iter().any(|one| Some(one.result) != first);
            found.push(Several { term: term.to_owned(), label: fact.label.clone(), values, matters });
        }
        found
    }

    /// The values that the rule gives in the version that decides; each applies where the rule and its own
    /// conditions hold, and of those in order no earlier one.
    pub(crate) fn gives(&self, question: &Question<'_>, tree: &Node, made_out: Value) -> Vec<Given> {
        let mut evaluation = self.evaluation(question, self.is_exception(question.rule));
        self.gives_of(question.rule, tree, made_out, &mut |gift| {
            let limbs = gift.when.iter().enumerate();
            let limbs: Vec<Node> =
                limbs.map(|(at, limb)| evaluation.limb(limb, &format!("{}/{}", gift.name, at + 1))).collect();
            let tree = combine::group(NodeKind::All, gift.name.clone(), gift.label.clone(), limbs);
            (tree.value, Some(tree))
        })
    }

    /// The same of a rule with the conditions of each value answered by `holds`.
    pub(crate) fn gives_of<'b>(
        &'b self,
        of: &str,
        tree: &Node,
        made_out: Value,
        holds: &mut dyn FnMut(&'b Gift) -> (Value, Option<Node>),
    ) -> Vec<Given> {
        if self.versions(of).iter().all(|rule| rule.gives.is_empty()) {
            return vec![];
        }
        let mut versions: Vec<&Rule> = Vec::new();
        visit(tree, &mut |node| {
            if let Some(from) = node.version_from().filter(|_| node.rule() == of) {
                versions.extend(self.versions(of).iter().filter(|rule| rule.in_force.from == from));
            }
        });
        versions.sort_by_key(|rule| rule.in_force.from);
        versions.dedup_by_key(|rule| rule.in_force.from);
        let several = versions.len() > 1;
        let mut found = Vec::new();
        for rule in versions {
            let from = several.then_some(rule.in_force.from);
            let mut earlier = Value::FF;
            for gift in &rule.gives {
                let (own, tree) = holds(gift);
                let mut value = own.and(made_out);
                if gift.in_order {
                    value = value.and(earlier.not());
                    earlier = earlier.or(own);
                }
                let (name, label, severity) = (gift.name.clone(), gift.label.clone(), gift.severity.clone());
                found.push(Given { name, label, severity, from, value, tree });
            }
        }
        found
    }
}

/// An open reading spans its alternatives, and every step keeps to that: what is certain over all of them is the same
/// under each.
pub(crate) fn settled(question: &Question<'_>, reading: &str, value: Value) -> bool {
    !question.readings.contains_key(reading) && value.worst() == value.best()
}

/// Values that apply together and differ.
pub(crate) fn conflict(gives: &[Given]) -> Vec<String> {
    let applying: Vec<&Given> =
        gives.iter().filter(|given| given.value == Value::TT && given.from.is_none()).collect();
    let differ = applying.iter().any(|one| applying.iter().any(|other| one.severity != other.severity));
    if differ { applying.iter().map(|given| given.name.clone()).collect() } else { vec![] }
}

/// Every step of a tree.
pub(crate) fn visit<'n>(node: &'n Node, each: &mut dyn FnMut(&'n Node)) {
    each(node);
    node.children.iter().for_each(|child| visit(child, each));
}

pub(crate) fn complete(
    question: &Question<'_>,
    family: Family,
    tree: &Node,
    mut findings: Vec<Finding>,
) -> Completions {
    let (want, truth) = if family == Family::Risk { (Value::FF, Truth::F) } else { (Value::TT, Truth::T) };
    let (sets, truncated) = needs::sets(tree, family, truth, &question.scope, question.vocabulary);
    findings.sort();
    findings.dedup();
    Completions {
        schema: Completions::SCHEMA.to_owned(),
        rule: question.rule.to_owned(),
        scope: question.scope.clone(),
        want,
        family,
        sets,
        truncated,
        findings,
    }
}
