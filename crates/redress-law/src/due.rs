//! Until when, and what is owed: the time limits and duties of the book on the facts of a file.

use crate::book::Book;
use crate::duty::{Body, Deadline, Duty};
use crate::ir::{Clock, Rank};
use crate::period::Period;
use crate::provision::{Instrument, Provision};
use crate::reading;
use crate::{Confidence, Doubt, Label};
use redress_base::{Article, Date, Value};
use redress_facts::{Claim, Datum, Kind, Scope, Sheet, TermScope, Vocabulary};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Its days are over, and whether it ran or was owed at all is not known.
    Unknown,
    /// Done, and its proof, or that it was done in time, is not on file.
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
    /// Whether it runs on the facts of this file.
    pub applies: Value,
    /// Where it stands. While it is not known whether it runs at all, no authority is said to have let it pass.
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
    /// What else of the provision was not checked: its first day, its end, its number.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
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
    /// What else of the provision was not checked: its first day, its end, its number.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
}

impl Book {
    /// Every time limit that runs, or may run, on these facts; in the order of the book.
    pub fn deadlines(&self, facts: &Facts<'_>) -> Vec<DeadlineOutcome> {
        let mut found = Vec::new();
        for page in &self.ir().provisions {
            for one in &page.deadlines {
                if one.when.as_deref().is_some_and(|rule| (facts.rule)(rule) == Value::FF)
                    || !facts.concerns(one.from.iter().map(String::as_str))
                {
                    continue;
                }
                let begun = facts.begun(one);
                let due = |day: Date| Period::new(one.length, one.regime).due(day).map(|due| due.strict);
                let days = begun.as_ref().ok().map(|(_, days)| *days);
                if self.governs(page, days, days.and_then(|(_, last)| due(last)), facts.today) {
                    let confidence = (page.confidence == Confidence::O).then_some(page.confidence);
                    let unverified = page.unverified.clone();
                    found.push(DeadlineOutcome { confidence, unverified, ..facts.deadline(one, begun) });
                }
            }
        }
        found
    }

    /// Every duty that is owed, or may be owed, on these facts; in the order of the book.
    pub fn duties(&self, facts: &Facts<'_>) -> Vec<DutyOutcome> {
        let mut found = Vec::new();
        for page in &self.ir().provisions {
            for one in &page.duties {
                let event = one.from.as_deref().and_then(|term| facts.days(term));
                if !self.governs(page, event, None, facts.today) {
                    continue;
                }
                let confidence = (page.confidence == Confidence::O).then_some(page.confidence);
                let unverified = || page.unverified.clone();
                let marked = |duty| DutyOutcome { confidence, unverified: unverified(), ..duty };
                found.extend(facts.duty(one).map(marked));
            }
        }
        found
    }

    /// Whether the text of a page speaks of what began on these days (the earliest and the latest that count): the text
    /// of that day does, whether or not it is still in force; without a day, the text of today.
    ///
    /// Interpretations of substance reach back over the life of the law they explain. A civil period that still ran on
    /// the first day of a new statute goes on under it (法释〔2020〕15号 1(3), in force 2021-01-01: what goes on past
    /// that day); one that had ended is the old law's, which this book does not hold.
    fn governs(
        &self,
        page: &Provision,
        event: Option<(Date, Date)>,
        ends: Option<Date>,
        today: Date,
    ) -> bool {
        let Some((first, last)) = event else { return page.in_force.holds(today) };
        if page.in_force.from <= last && page.in_force.last().is_none_or(|end| first <= end) {
            return true;
        }
        if page.clock == Clock::Filing || !page.in_force.holds(today) {
            return false;
        }
        let of = |one: &&Instrument| *one.id == *page.article.instrument;
        match self.ir().instruments.iter().find(of).map(|one| one.rank) {
            Some(Rank::Interpretation | Rank::NormativeDocument) => true,
            Some(Rank::CivilStatute) => ends.is_some_and(|day| page.in_force.from <= day),
            _ => false,
        }
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

    /// What begins it and on which days, restarts taken in; else the facts that are missing.
    fn begun(&self, one: &Deadline) -> Result<(String, (Date, Date)), Vec<String>> {
        let known: Vec<(&String, Option<(Date, Date)>)> =
            one.from.iter().map(|term| (term, self.days(term))).collect();
        let missing: Vec<String> =
            known.iter().filter(|(_, days)| days.is_none()).map(|(term, _)| (*term).clone()).collect();
        let latest = known.iter().filter_map(|(term, days)| Some((*term, (*days)?))).max_by_key(|(_, d)| d.0);
        let (term, days) = latest.filter(|_| missing.is_empty()).ok_or(missing)?;
        Ok(self.restarted(term, days, one, Period::new(one.length, one.regime)))
    }

    /// When a step was done: on these days, or, where only that it was done is on file, by this day.
    fn done(&self, term: &str, from: Option<Date>) -> Option<Done> {
        if let Some(days) = self.days(term) {
            return Some(Done::On(days));
        }
        // `private_suit_filed_date` is the day of `private_suit_filed`.
        let step = term.strip_suffix("_date")?;
        let claims = self.sheet.claims(&self.scope, step);
        done_by(self.vocabulary, step, claims, from, self.today).map(Done::By)
    }

    fn deadline(
        &self,
        one: &Deadline,
        begun: Result<(String, (Date, Date)), Vec<String>>,
    ) -> DeadlineOutcome {
        let period = Period::new(one.length, one.regime);
        let days = begun.as_ref().ok().map(|(_, days)| *days);
        let due = days.and_then(|days| period.due(days.0));
        let last = days.and_then(|days| period.due(days.1)).map(|due| due.strict);
        let done = |term: &String| self.done(term, days.map(|days| days.0));
        let kept = one.kept_by.iter().filter_map(done).min_by_key(|done| done.latest());
        let applies = one.when.as_deref().map_or(Value::TT, |rule| (self.rule)(rule));
        let standing = match (due, last, kept) {
            (None, _, _) | (_, None, _) => Standing::DateMissing,
            (Some(due), Some(last), done) => {
                accused(one.who, applies, standing(due.strict, last, done, self.today))
            }
        };
        DeadlineOutcome {
            id: one.id.clone(),
            label: one.label.clone(),
            who: one.who,
            scope: self.scope.clone(),
            applies,
            standing,
            from: days.map(|days| days.0),
            from_terms: begun.map_or_else(|missing| missing, |(term, _)| vec![term]),
            due: due.map(|due| due.strict),
            kept: kept.and_then(Done::first),
            may_extend: due.is_some_and(|due| due.may_extend),
            warn: one.warn.clone(),
            cites: one.cites.clone(),
            confidence: None,
            unverified: BTreeSet::new(),
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
        let start = begun.map(|days| days.0);
        let done = one.done.as_deref().and_then(|term| self.done(term, start));
        let proof = one.proof.as_deref().map_or(Value::UU, |term| {
            reading::yes_or_no(self.vocabulary, term, self.sheet.claims(&self.scope, term))
        });
        let standing = match (owed, due.zip(last), done) {
            (_, _, Some(_)) if one.proof.is_some() && proof != Value::TT => Standing::Unproven,
            (_, Some((due, last)), done) => accused(one.who, owed, standing(due, last, done, self.today)),
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
            done: done.and_then(Done::first),
            proof,
            cites: one.cites.clone(),
            confidence: None,
            unverified: BTreeSet::new(),
        })
    }
}

/// The day by which a yes/no fact had come true, where it has: the first day as of which that is said, and today at the
/// latest. What is said as of a day before `from`, on which it could not have happened, says nothing of the day.
pub fn done_by(
    vocabulary: &Vocabulary,
    name: &str,
    claims: &[Claim],
    from: Option<Date>,
    today: Date,
) -> Option<Date> {
    vocabulary.get(name).filter(|known| known.kind == Kind::Truth)?;
    if reading::yes_or_no(vocabulary, name, claims) != Value::TT {
        return None;
    }
    let said = claims.iter().filter(|claim| claim.value == Datum::Yes && !claim.opposing);
    let days = said.filter_map(|claim| claim.as_of.at.beijing_date());
    let first = days.filter(|day| from.is_none_or(|from| from <= *day)).min();
    Some(first.map_or(today, |day| day.min(today)))
}

/// When a step was done.
#[derive(Clone, Copy)]
enum Done {
    /// On a day of these: the earliest and the latest that count.
    On((Date, Date)),
    /// By this day; on which is not on file.
    By(Date),
}

impl Done {
    /// The last day on which it can have been done.
    fn latest(self) -> Date {
        match self {
            Done::On((_, day)) | Done::By(day) => day,
        }
    }

    /// The first day that counts, where one does.
    fn first(self) -> Option<Date> {
        match self {
            Done::On((first, _)) => Some(first),
            Done::By(_) => None,
        }
    }
}

/// No authority is said to have let pass what may not have bound it. Of a limit that binds the person, that its days
/// are over is the warning that counts.
fn accused(who: Body, applies: Value, standing: Standing) -> Standing {
    match standing {
        Standing::Passed | Standing::Late if applies != Value::TT && who != Body::Person => Standing::Unknown,
        other => other,
    }
}

/// `due` and `last` are the ends by the earliest and the latest day that is claimed for the start; `done` likewise.
fn standing(due: Date, last: Date, done: Option<Done>, today: Date) -> Standing {
    match done {
        Some(Done::On((_, day)) | Done::By(day)) if day <= due => Standing::Kept,
        Some(Done::On((day, _))) if day > last => Standing::Late,
        Some(Done::On(_)) => Standing::Disputed,
        // It was done, and nothing says that it was too late.
        Some(Done::By(_)) => Standing::Unproven,
        None if today <= due => Standing::Running,
        None if today > last => Standing::Passed,
        None => Standing::Disputed,
    }
}
