//! Which published cases turn on the same facts, and how they were handled (Guiding Opinions 19).
//!
//! Two cases are alike in a fact where it decides the same rule in the same way in both: the same step, the same
//! reason, by the law of the day that is asked about. Nothing is predicted; the cases stand in the order of what they
//! share, a fact that few published cases turn on before one that most do. A case that shares only what most of them
//! share is not like this one.

use crate::answer::{Answers, Meaning};
use crate::file::File;
use crate::inquire::Inquirer;
use crate::published::{Handled, PublishedCase};
use redress_base::{Refusal, Value};
use redress_facts::Vocabulary;
use redress_law::{Label, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A published case that turns on facts of this file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Similar {
    /// `"C02"`.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// Who published it.
    pub published: String,
    /// Facts that decide the same rule in the same way in both.
    pub shared: Vec<Shared>,
    /// How it was handled.
    pub handled: Vec<Handled>,
    /// Articles that it illustrates.
    pub articles: Vec<String>,
}

/// A fact that decides the same way in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Term of the vocabulary.
    pub fact: String,
    /// Its name.
    pub label: Label,
    /// Message code of what it decides: `"law-why-number-reached"`.
    pub reason: String,
    /// Rules that it decides, with what they come to here.
    pub rules: Vec<(String, Meaning)>,
}

/// Reason code and fact, each with the rules that they decide.
type Deciding = BTreeMap<(String, String), BTreeMap<String, Value>>;

/// The published cases that share deciding facts with these answers, most shared first.
///
/// # Errors
/// Where the book lacks a rule that it names itself.
pub fn similar(
    inquirer: &Inquirer<'_>,
    vocabulary: &Vocabulary,
    answers: &Answers,
    cases: &[PublishedCase],
) -> Result<Vec<Similar>, Refusal> {
    let own = deciding(answers);
    let mut asked = Vec::new();
    for case in cases {
        let Some(last) = case.last_day() else { continue };
        // Under the law of the day that is asked about: the texts have changed since most of them were decided.
        let file = File { at: answers.at, filed: Some(answers.filed), ..case.file(last) };
        let Ok(sheet) = file.sheet(vocabulary) else { continue };
        asked.push((case, deciding(&inquirer.answer(&file, &sheet, false)?)));
    }
    let holders = |fact: &str| {
        let turns = |theirs: &Deciding| theirs.keys().any(|(_, other)| other == fact);
        asked.iter().filter(|(_, theirs)| turns(theirs)).count()
    };
    let mut found = Vec::new();
    for (case, theirs) in &asked {
        let shared: Vec<Shared> = own
            .iter()
            .filter_map(|((reason, fact), rules)| {
                let other = theirs.get(&(reason.clone(), fact.clone()))?;
                let rules: Vec<(String, Meaning)> = rules
                    .iter()
                    .filter(|(rule, _)| other.contains_key(*rule))
                    .map(|(rule, value)| (rule.clone(), Meaning::from(*value)))
                    .collect();
                let term = vocabulary.get(fact)?;
                let label = Label::new(&term.zh, &term.en);
                let (fact, reason) = (fact.clone(), reason.clone());
                (!rules.is_empty()).then_some(Shared { fact, label, reason, rules })
            })
            .collect();
        let shared = once(shared);
        let rare: u64 = shared.iter().map(|one| rarity(holders(&one.fact))).sum();
        if shared.iter().any(|one| holders(&one.fact) * 2 <= asked.len()) {
            let similar = Similar {
                id: case.id.clone(),
                name: Label::new(&case.zh, &case.en),
                published: case.published.clone(),
                shared,
                handled: case.handled.clone(),
                articles: case.articles.clone(),
            };
            found.push((rare, similar));
        }
    }
    let rules = |one: &Similar| one.shared.iter().map(|shared| shared.rules.len()).sum::<usize>();
    found.sort_by_key(|(rare, one)| (Reverse(*rare), Reverse(rules(one)), one.id.clone()));
    Ok(found.into_iter().map(|(_, one)| one).collect())
}

/// A share of a whole number that 1 to 15 cases divide without a rest.
fn rarity(holders: usize) -> u64 {
    const WHOLE: u64 = 360_360;
    u64::try_from(holders).ok().and_then(|holders| WHOLE.checked_div(holders)).unwrap_or(0)
}

/// Each fact once, with every rule that it decides in both.
fn once(all: Vec<Shared>) -> Vec<Shared> {
    let mut kept: Vec<Shared> = Vec::new();
    for one in all {
        match kept.iter_mut().find(|other| other.fact == one.fact) {
            Some(other) => {
                let new =
                    one.rules.into_iter().filter(|rule| !other.rules.contains(rule)).collect::<Vec<_>>();
                other.rules.extend(new);
            }
            None => kept.push(one),
        }
    }
    kept
}

/// The facts that somebody has established and that decide a charge, a wrong or a protection.
fn deciding(answers: &Answers) -> Deciding {
    let mut found = Deciding::new();
    let roles =
        [Role::Offence, Role::Violation, Role::Civil, Role::Protected, Role::Aggravation, Role::Element];
    let of_weight = answers.elements.iter().filter(|one| roles.contains(&one.role));
    for answer in of_weight {
        for why in answer.reasons.iter().filter(|why| known(why.value)) {
            for fact in &why.facts {
                let rules = found.entry((why.code.clone(), fact.clone())).or_default();
                let value = rules.entry(answer.rule.clone()).or_insert(answer.value);
                *value = value.or(answer.value);
            }
        }
    }
    found
}

/// Facts that nobody established are no likeness.
fn known(value: Value) -> bool {
    value == Value::TT || value == Value::FF
}
