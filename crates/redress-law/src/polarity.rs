//! Whether every fact speaks for whom the vocabulary says (docs/law-format.md, "Polarity").
//!
//! More that speaks for the complainant must never weaken what could hold somebody to account, and more that speaks for
//! the other side must never strengthen it. A rule is unate in a fact if the fact occurs under an even number of
//! negations only, or under an odd number only.

use crate::check::{at, visit};
use crate::ir::{Role, Rule, Test};
use redress_base::Finding;
use redress_facts::{Speaks, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Reports each fact of each charge that occurs against its declared side.
pub(crate) fn check(
    by_id: &BTreeMap<&str, Vec<&Rule>>,
    vocabulary: &Vocabulary,
    findings: &mut Vec<Finding>,
) {
    let charges = by_id.values().flatten().filter(|rule| {
        matches!(rule.role, Role::Offence | Role::Violation | Role::Civil | Role::Aggravation)
    });
    for rule in charges {
        let mut signs = BTreeSet::new();
        collect(rule, by_id, false, &mut BTreeSet::new(), &mut signs);
        for (term, negated) in signs {
            let Some(known) = vocabulary.get(&term) else { continue };
            let wrong = match known.speaks {
                Speaks::For => negated,
                Speaks::Against => !negated,
                Speaks::Either => false,
            };
            if wrong {
                findings.push(at(rule, Finding::error("law-polarity")).with("term", term));
            }
        }
    }
}

/// Every yes/no fact and count below a rule, with whether it stands under an odd number of negations.
fn collect<'a>(
    rule: &'a Rule,
    by_id: &BTreeMap<&'a str, Vec<&'a Rule>>,
    negated: bool,
    seen: &mut BTreeSet<(&'a str, bool)>,
    signs: &mut BTreeSet<(String, bool)>,
) {
    if !seen.insert((&rule.id, negated)) {
        return;
    }
    let mut further: Vec<(&str, bool)> = rule.unless.iter().map(|d| (d.rule.as_str(), !negated)).collect();
    visit(&rule.requires.test, negated, &mut |test, negated| match test {
        Test::Rule(id) => further.push((id, negated)),
        Test::CountAtMost { term, .. } => {
            signs.insert((term.clone(), !negated));
        }
        Test::Fact(_)
        | Test::Presumed(_)
        | Test::Open(_)
        | Test::Weigh { .. }
        | Test::CountAtLeast { .. }
        | Test::Proportion { .. } => {
            signs.extend(test.terms().into_iter().map(|term| (term.to_owned(), negated)));
        }
        _ => {}
    });
    for (id, negated) in further {
        for next in by_id.get(id).into_iter().flatten() {
            collect(next, by_id, negated, seen, signs);
        }
    }
}
