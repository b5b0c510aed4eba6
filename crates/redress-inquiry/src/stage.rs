//! One day of a published case's path: what the book is expected to answer on it, of every statement, road and time limit.
//!
//! Written by value, so that a day reads like a table; [`PublishedCase::expectations`] takes it apart again.

use crate::published::{Expectation, PublishedCase, day};
use redress_law::Stand;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::value::Datetime;

/// What is expected on a day of the path, from what was known on it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The day of the question.
    pub date: Datetime,
    /// Why, from the law and the facts.
    pub why: String,
    /// Of each statement, or of the case: each value, and the rules that have it.
    pub elements: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// The same of further rules, from this day on: each holds until a later day gives the rule another value there.
    #[serde(default)]
    pub further: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Each state, and the routes that are in it.
    pub routes: BTreeMap<String, Vec<String>>,
    /// Time limits.
    #[serde(default)]
    pub deadline: Vec<Limit>,
}

/// A time limit on that day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its name in the book.
    pub id: String,
    /// `"case"` or a statement.
    #[serde(default)]
    pub subject: Option<String>,
    /// Its last day; left out where the day that it is counted from is not known.
    #[serde(default)]
    pub due: Option<Datetime>,
    /// Where it stands.
    pub standing: Stand,
}

/// A disagreement that lasts over the whole path: the expectation stands, and so does what the program answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// `"case"` or a statement.
    pub subject: String,
    /// The rule.
    pub rule: String,
    /// What it should answer.
    pub value: String,
    /// What the program answers.
    pub found: String,
    /// Why the expectation stands.
    pub why: String,
}

/// What a day expects of the whole book.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The day of the question.
    pub date: Datetime,
    /// The value of each rule that is named, by subject and rule.
    pub named: BTreeMap<(String, String), String>,
    /// Those of them that the day itself, or a day before it, names among the further rules.
    pub further: BTreeSet<(String, String)>,
    /// The value of every other rule.
    pub others: String,
}

impl Stage {
    /// What is expected, one by one.
    pub fn expectations(&self) -> Vec<Expectation> {
        let blank = || Expectation {
            date: self.date,
            subject: None,
            rule: None,
            value: None,
            article: None,
            from: None,
            route: None,
            state: None,
            deadline: None,
            passed: None,
            due: None,
            standing: None,
            found: None,
            why: Some(self.why.clone()),
        };
        let mut all = Vec::new();
        for (subject, by_value) in &self.elements {
            for (value, rule) in pairs(by_value) {
                let (subject, rule) = (Some(subject.clone()), Some(rule));
                all.push(Expectation { subject, rule, value: Some(value), ..blank() });
            }
        }
        for (state, route) in pairs(&self.routes) {
            all.push(Expectation { route: Some(route), state: Some(state), ..blank() });
        }
        all.extend(self.deadline.iter().map(|limit| Expectation {
            subject: limit.subject.clone(),
            deadline: Some(limit.id.clone()),
            due: limit.due,
            standing: Some(limit.standing),
            ..blank()
        }));
        all
    }
}

/// `(heading, name)` of every name under every heading.
fn pairs(table: &BTreeMap<String, Vec<String>>) -> impl Iterator<Item = (String, String)> + '_ {
    table.iter().flat_map(|(heading, names)| names.iter().map(|name| (heading.clone(), name.clone())))
}

impl PublishedCase {
    /// Everything that is expected of the book, day by day and one by one.
    pub fn expectations(&self) -> Vec<Expectation> {
        let of_stages = self.stage.iter().flat_map(Stage::expectations);
        self.expect.iter().cloned().chain(of_stages).collect()
    }

    /// What each stage expects of every rule of the book: what it names itself, what [`PublishedCase::expect`] asks on
    /// its day, what it or a stage before it names among the further rules, and [`PublishedCase::others`] of the rest.
    pub fn whole(&self) -> Vec<Whole> {
        let mut carried = BTreeMap::new();
        let mut all = Vec::new();
        for stage in &self.stage {
            for (subject, by_value) in &stage.further {
                carried.extend(pairs(by_value).map(|(value, rule)| ((subject.clone(), rule), value)));
            }
            let mut named = carried.clone();
            let asked = self.expect.iter().filter(|one| one.day() == day(&stage.date)).cloned();
            for one in asked.chain(stage.expectations()) {
                let subject = one.subject.unwrap_or_else(|| "case".to_owned());
                if let (Some(rule), Some(value)) = (one.rule, one.value) {
                    named.insert((subject, rule), one.found.unwrap_or(value));
                }
            }
            let further = carried.keys().cloned().collect();
            all.push(Whole { date: stage.date, named, further, others: self.others.clone() });
        }
        all
    }
}
