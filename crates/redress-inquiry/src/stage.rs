//! One day of a published case's path: what the book is expected to answer on it, of every statement, road and time limit.
//!
//! Written by value, so that a day reads like a table; [`PublishedCase::expectations`] takes it apart again.

use crate::published::{Expectation, PublishedCase};
use redress_law::Stand;
use serde::Deserialize;
use std::collections::BTreeMap;
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

impl Stage {
    /// What is expected, one by one.
    pub fn expectations(&self) -> Vec<Expectation> {
        let blank = || Expectation {
            date: self.date,
            subject: None,
            rule: None,
            value: None,
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
}
