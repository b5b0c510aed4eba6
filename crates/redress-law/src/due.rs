//! Until when, and what is owed: the time limits and duties of the book on the facts of a file.

use crate::book::Book;
use crate::duty::{Body, Deadline, Duty};
use crate::period::Period;
use crate::reading;
use crate::{Confidence, Label};
use redress_base::{Article, Date, Value};
use redress_facts::{Scope, Sheet, TermScope, Vocabulary};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What time limits and duties are worked out on.
pub struct Facts<'a> {
    /// Every claim of the case.
    pub sheet: &'a Sheet,
    /// The vocabulary of facts.
    pub vocabulary: &'a Vocabulary,
    /// The statement or the case.
    pub scope: Scope,
    /// The day that it is asked for.
    pub today: Date,
    /// The value of a rule of the book.
    pub rule: &'a dyn Fn(&str) -> Value,
}

/// Where a time limit or a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The day it is counted from is not known.
    DateMissing,
    /// It runs.
    Running,
    /// It has passed with nothing done.
    Passed,
    /// What it asks for was done in time.
    Kept,
    /// What it asks for was done, too late.
    Late,
    /// The dates on file differ, and it matters.
    Disputed,
    /// Owed, within no fixed time.
    Owed,
    /// Whether it is owed is not known.
    Unknown,
    /// Done, and its proof is not on file.
    Unproven,
}

/// A time limit on the facts of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeadlineOutcome {
    /// Its name in the book.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// Whom it binds.
    pub who: Body,
    /// The statement or the case.
    pub scope: Scope,
    /// Where it stands.
    pub standing: Standing,
    /// The day it is counted from; that day itself is not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The fact that day comes from; without a day, the facts that are missing.
    pub from_terms: Vec<String>,
    /// The last day, computed strictly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// The day on which what it asks for was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub kept: Option<Date>,
    /// The rules may move the end past a holiday; `due` leaves that out.
    pub may_extend: bool,
    /// What is lost if it passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<Label>,
    /// Where the law says so.
    pub cites: Vec<Article>,
    /// Set to O where the text was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// A duty on the facts of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyOutcome {
    /// Its name in the book.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// Who owes it.
    pub who: Body,
    /// The statement or the case.
    pub scope: Scope,
    /// Whether it is owed on the facts of this file.
    pub owed: Value,
    /// Where it stands.
    pub standing: Standing,
    /// Until when, where the law fixes a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// The day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub done: Option<Date>,
    /// Whether its proof is on file.
    pub proof: Value,
    /// Where the law says so.
    pub cites: Vec<Article>,
    /// Set to O where the text was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

impl Book {
    /// Every time limit that runs, or may run, on these facts; in the order of the book.
    pub fn deadlines(&self, facts: &Facts<'_>) -> Vec<DeadlineOutcome> {
        let pages = self.ir().provisions.iter().filter(|page| page.in_force.holds(facts.today));
        let all = pages.flat_map(|page| page.deadlines.iter().map(move |one| (page.confidence, one)));
        all.filter(|(_, one)| one.when.as_deref().is_none_or(|rule| (facts.rule)(rule) != Value::FF))
            .filter(|(_, one)| facts.concerns(one.from.iter().map(String::as_str)))
            .map(|(confidence, one)| DeadlineOutcome {
                confidence: (confidence == Confidence::O).then_some(confidence),
                ..facts.deadline(one)
            })
            .collect()
    }

    /// Every duty that is owed, or may be owed, on these facts; in the order of the book.
    pub fn duties(&self, facts: &Facts<'_>) -> Vec<DutyOutcome> {
        let pages = self.ir().provisions.iter().filter(|page| page.in_force.holds(facts.today));
        let all = pages.flat_map(|page| page.duties.iter().map(move |one| (page.confidence, one)));
        all.filter_map(|(confidence, one)| {
            let outcome = facts.duty(one)?;
            Some(DutyOutcome { confidence: (confidence == Confidence::O).then_some(confidence), ..outcome })
        })
        .collect()
    }
}

impl Facts<'_> {
    /// A fact of the case is asked for the case alone; one of a statement for each statement.
    fn concerns<'t>(&self, mut terms: impl Iterator<Item = &'t str>) -> bool {
        let of_statement = terms
            .any(|term| self.vocabulary.get(term).is_some_and(|known| known.scope == TermScope::Statement));
        of_statement != (self.scope == Scope::Case)
    }

    /// The earliest and the latest day that counts.
    fn days(&self, term: &str) -> Option<(Date, Date)> {
        let days = reading::days(self.vocabulary.get(term), self.sheet.claims(&self.scope, term));
        Some((*days.first()?, *days.last()?))
    }

    fn deadline(&self, one: &Deadline) -> DeadlineOutcome {
        let period = Period::new(one.length, one.regime);
        let known: Vec<(&String, Option<(Date, Date)>)> =
            one.from.iter().map(|term| (term, self.days(term))).collect();
        let missing: Vec<String> =
            known.iter().filter(|(_, days)| days.is_none()).map(|(term, _)| (*term).clone()).collect();
        let latest = known.iter().filter_map(|(term, days)| Some((*term, (*days)?))).max_by_key(|(_, d)| d.0);
        let begun = latest.filter(|_| missing.is_empty());
        let begun = begun.map(|(term, days)| self.restarted(term, days, one, period));
        let due = begun.as_ref().and_then(|(_, days)| period.due(days.0));
        let last = begun.as_ref().and_then(|(_, days)| period.due(days.1)).map(|due| due.strict);
        let kept = one.kept_by.iter().filter_map(|term| self.days(term)).min();
        let standing = match (due, last, kept) {
            (None, _, _) | (_, None, _) => Standing::DateMissing,
            (Some(due), Some(last), done) => standing(due.strict, last, done, self.today),
        };
        DeadlineOutcome {
            id: one.id.clone(),
            label: one.label.clone(),
            who: one.who,
            scope: self.scope.clone(),
            standing,
            from: begun.as_ref().map(|(_, days)| days.0),
            from_terms: begun.map_or(missing, |(term, _)| vec![term]),
            due: due.map(|due| due.strict),
            kept: kept.map(|(first, _)| first),
            may_extend: due.is_some_and(|due| due.may_extend),
            warn: one.warn.clone(),
            cites: one.cites.clone(),
            confidence: None,
        }
    }

    /// Events that fall inside the period restart it; taken in order of time, so that one may bridge to the next.
    fn restarted(
        &self,
        term: &str,
        days: (Date, Date),
        one: &Deadline,
        period: Period,
    ) -> (String, (Date, Date)) {
        let mut events: Vec<(&String, (Date, Date))> =
            one.restarts.iter().filter_map(|term| Some((term, self.days(term)?))).collect();
        events.sort_by_key(|(_, days)| days.0);
        events.into_iter().fold((term.to_owned(), days), |(by, from), (event, days)| {
            let inside = days.1 > from.1 && period.due(from.0).is_none_or(|due| days.1 <= due.strict);
            if inside { (event.clone(), days) } else { (by, from) }
        })
    }

    fn duty(&self, one: &Duty) -> Option<DutyOutcome> {
        let terms = one.from.iter().chain(&one.done).map(String::as_str);
        if !self.concerns(terms) {
            return None;
        }
        let rule = one.when.as_deref().map_or(Value::TT, |rule| (self.rule)(rule));
        let from = one.from.as_deref().map(|term| self.days(term));
        let begun = from.map_or(Value::TT, |days| if days.is_some() { Value::TT } else { Value::UU });
        let owed = rule.and(begun);
        if owed == Value::FF {
            return None;
        }
        let begun = from.flatten();
        let period = one.length.zip(one.regime).map(|(length, regime)| Period::new(length, regime));
        let end = |day: Option<Date>| period.zip(day).and_then(|(p, day)| p.due(day)).map(|due| due.strict);
        let (due, last) = (end(begun.map(|days| days.0)), end(begun.map(|days| days.1)));
        let done = one.done.as_deref().and_then(|term| self.days(term));
        let proof = one.proof.as_deref().map_or(Value::UU, |term| {
            reading::yes_or_no(self.vocabulary, term, self.sheet.claims(&self.scope, term))
        });
        let standing = match (owed, due.zip(last), done) {
            (_, _, Some(_)) if one.proof.is_some() && proof != Value::TT => Standing::Unproven,
            (_, Some((due, last)), done) => standing(due, last, done, self.today),
            (_, None, Some(_)) => Standing::Kept,
            (Value::TT, None, None) => Standing::Owed,
            _ => Standing::Unknown,
        };
        Some(DutyOutcome {
            id: one.id.clone(),
            label: one.label.clone(),
            who: one.who,
            scope: self.scope.clone(),
            owed,
            standing,
            due,
            done: done.map(|(first, _)| first),
            proof,
            cites: one.cites.clone(),
            confidence: None,
        })
    }
}

/// `due` and `last` are the ends by the earliest and the latest day that is claimed for the start; `done` likewise.
fn standing(due: Date, last: Date, done: Option<(Date, Date)>, today: Date) -> Standing {
    match done {
        Some((_, day)) if day <= due => Standing::Kept,
        Some((day, _)) if day > last => Standing::Late,
        Some(_) => Standing::Disputed,
        None if today <= due => Standing::Running,
        None if today > last => Standing::Passed,
        None => Standing::Disputed,
    }
}
