//! Puts the whole book to a file of facts.

use crate::answer::{Answer, Answers, Candidate, Meaning, Protected};
use crate::file::File;
use crate::surveyed::{Surveyed, answer, silent};
use redress_base::{Date, Refusal, Value};
use redress_facts::{Datum, Scope, Sheet, TermScope, Vocabulary};
use redress_law::{Book, Completions, Facts, Family, Outcome, Question, Role, Rule, Survey};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The book with what is worked out once for all files.
pub struct Inquirer<'b> {
    book: &'b Book,
    vocabulary: &'b Vocabulary,
    /// Every rule, in the order of the book.
    rules: Vec<Entry<'b>>,
    /// The rules that each fact reaches, by their place.
    readers: BTreeMap<&'b str, Vec<usize>>,
    /// The place of each rule in that order.
    places: FxHashMap<&'b str, usize>,
    /// The rules on which roads turn, by their place, each with every rule that it rests on.
    roads: BTreeMap<usize, Vec<usize>>,
}

/// On which rules a scope says something: of its own, or through the case.
struct Spoken {
    own: Vec<bool>,
    said: Vec<bool>,
}

/// A rule with what it asks for.
struct Entry<'b> {
    rule: &'b Rule,
    /// Whether one of them is a fact of a statement.
    of_statement: bool,
}

impl<'b> Inquirer<'b> {
    /// Looks the book over once.
    pub fn new(book: &'b Book, vocabulary: &'b Vocabulary) -> Inquirer<'b> {
        let mut rules: Vec<Entry<'b>> = Vec::new();
        for rule in book.rules() {
            if rules.last().is_none_or(|last| last.rule.id != rule.id) {
                let statement = |term: &String| {
                    vocabulary.get(term).is_some_and(|known| known.scope == TermScope::Statement)
                };
                let of_statement = book.terms(&rule.id).iter().any(statement);
                rules.push(Entry { rule, of_statement });
            }
        }
        let mut readers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, entry) in rules.iter().enumerate() {
            for term in &book.reach(&entry.rule.id).terms {
                readers.entry(term).or_default().push(at);
            }
        }
        let places: FxHashMap<&str, usize> =
            rules.iter().enumerate().map(|(at, entry)| (entry.rule.id.as_str(), at)).collect();
        let below =
            |rule: &str| book.rests_on(rule).iter().filter_map(|id| places.get(*id).copied()).collect();
        let roads = places
            .iter()
            .filter(|(rule, _)| redress_remedies::asks(rule))
            .map(|(rule, at)| (*at, below(rule)))
            .collect();
        Inquirer { book, vocabulary, rules, readers, places, roads }
    }

    /// Every rule, route, time limit and duty on one file. `explain` adds the whole trees.
    ///
    /// # Errors
    /// Where the book lacks a rule that it names itself; a checked book does not.
    pub fn answer(&self, file: &File, sheet: &Sheet, explain: bool) -> Result<Answers, Refusal> {
        let filed = file.filed.unwrap_or(file.at);
        let statements: Vec<Scope> = sheet.scopes().filter(|scope| **scope != Scope::Case).cloned().collect();
        let surveyed = self.survey(file, sheet, &statements, explain)?;
        let routes = redress_remedies::routes(&redress_remedies::Input {
            sheet,
            outcomes: &surveyed.outcomes,
            steps: &surveyed.steps,
            statements: &statements,
            today: file.at,
            vocabulary: self.vocabulary,
        });
        let (mut deadlines, mut duties) = (Vec::new(), Vec::new());
        for scope in std::iter::once(&Scope::Case).chain(&statements) {
            let value = |rule: &str| surveyed.value(scope, &statements, rule);
            let (sheet, vocabulary, today) = (sheet, self.vocabulary, file.at);
            let facts = Facts { sheet, vocabulary, scope: scope.clone(), today, rule: &value };
            deadlines.extend(self.book.deadlines(&facts));
            duties.extend(self.book.duties(&facts));
        }
        Ok(Answers {
            schema: Answers::SCHEMA.to_owned(),
            id: file.id.clone(),
            at: file.at,
            filed,
            book: self.book.digest().to_owned(),
            protected: surveyed.protected,
            candidates: self.candidates(&surveyed.answers),
            elements: surveyed.answers,
            routes,
            deadlines,
            duties,
            findings: surveyed.findings.into_iter().collect(),
        })
    }

    /// One rule on one subject, as [`Inquirer::answer`] puts it.
    ///
    /// # Errors
    /// `law-no-such-rule` where the book does not have it.
    pub fn outcome(
        &self,
        file: &File,
        sheet: &Sheet,
        rule: &str,
        subject: &Scope,
    ) -> Result<Outcome, Refusal> {
        self.book.evaluate(&self.question(file, sheet, rule, subject, file.filed.unwrap_or(file.at)))
    }

    /// The smallest sets of facts that would change a rule on one subject.
    ///
    /// # Errors
    /// As [`Inquirer::outcome`].
    pub fn completions(
        &self,
        file: &File,
        sheet: &Sheet,
        rule: &str,
        subject: &Scope,
        family: Family,
    ) -> Result<Completions, Refusal> {
        let filed = file.filed.unwrap_or(file.at);
        self.book.completions_of(&self.question(file, sheet, rule, subject, filed), family)
    }

    fn question<'q>(
        &'q self,
        file: &'q File,
        sheet: &'q Sheet,
        rule: &'q str,
        scope: &Scope,
        filing: Date,
    ) -> Question<'q> {
        Question {
            rule,
            scope: scope.clone(),
            sheet,
            act: act(sheet, scope),
            filing,
            readings: &file.readings,
            vocabulary: self.vocabulary,
        }
    }

    fn spoken(&self, sheet: &Sheet, scope: &Scope) -> Spoken {
        let of = |scope: &Scope| {
            let mut spoken = vec![false; self.rules.len()];
            for (term, _) in sheet.terms(scope) {
                for at in self.readers.get(term).into_iter().flatten() {
                    if let Some(slot) = spoken.get_mut(*at) {
                        *slot = true;
                    }
                }
            }
            spoken
        };
        let own = of(scope);
        let case = if *scope == Scope::Case { own.clone() } else { of(&Scope::Case) };
        let said = own.iter().zip(&case).map(|(own, case)| *own || *case).collect();
        Spoken { own, said }
    }

    /// Whether a rule is put to a scope: to every statement where it asks for facts of statements (to the case where
    /// there is no statement), else to the case and to each statement that says something of its own.
    fn concerns(entry: &Entry<'_>, at: usize, scope: &Scope, spoken: &Spoken, statements: &[Scope]) -> bool {
        if entry.of_statement && !statements.is_empty() {
            return *scope != Scope::Case;
        }
        *scope == Scope::Case || spoken.own.get(at).copied().unwrap_or(false)
    }

    /// Every rule on every subject that it concerns: the case first, then statement by statement.
    fn survey(
        &self,
        file: &File,
        sheet: &Sheet,
        statements: &[Scope],
        explain: bool,
    ) -> Result<Surveyed<'_>, Refusal> {
        let filed = file.filed.unwrap_or(file.at);
        let mut all = Surveyed::new(&self.places);
        for scope in std::iter::once(&Scope::Case).chain(statements) {
            let question = self.question(file, sheet, "", scope, filed);
            let mut survey = Survey::new(self.book, &question);
            let spoken = self.spoken(sheet, scope);
            let concerned =
                |at: usize, entry: &Entry<'_>| Self::concerns(entry, at, scope, &spoken, statements);
            let mut said = Vec::new();
            for (at, entry) in self.rules.iter().enumerate().filter(|(at, entry)| concerned(*at, entry)) {
                let id = entry.rule.id.as_str();
                let is_said = spoken.said.get(at).copied().unwrap_or(false);
                if !is_said {
                    all.push(silent(scope.clone(), entry.rule, survey.value(id), survey.law(id)), None);
                    if self.roads.contains_key(&at) {
                        all.outcomes.insert((scope.clone(), id.to_owned()), survey.outcome(id)?);
                    }
                    continue;
                }
                let outcome = survey.outcome(id)?;
                said.push(id);
                all.findings.extend(outcome.findings.iter().cloned());
                let tree = if explain {
                    Some(self.book.evaluate(&self.question(file, sheet, id, scope, filed))?.tree)
                } else {
                    None
                };
                let answer = answer(scope.clone(), entry.rule.role, id.to_owned(), &outcome, tree);
                all.push(answer, Some(&outcome.tree));
                all.keep(scope, id, outcome, self.roads.contains_key(&at));
            }
            let shields = survey.shields(&said).into_iter();
            all.protected.extend(shields.map(|shield| Protected { subject: scope.clone(), shield }));
            self.steps(&mut survey, scope, &concerned, &mut all)?;
        }
        all.mark_unverified();
        all.mark_no_law();
        Ok(all)
    }

    /// The own steps of every rule on which one of a road rests, where they are not there yet.
    fn steps<'q>(
        &'q self,
        survey: &mut Survey<'q>,
        scope: &Scope,
        concerned: &dyn Fn(usize, &Entry<'_>) -> bool,
        all: &mut Surveyed<'_>,
    ) -> Result<(), Refusal> {
        let wanted: BTreeSet<usize> = self
            .roads
            .iter()
            .filter(|(at, _)| self.rules.get(**at).is_some_and(|entry| concerned(**at, entry)))
            .flat_map(|(_, below)| below.iter().copied())
            .collect();
        for entry in wanted.into_iter().filter_map(|at| self.rules.get(at)) {
            let id = entry.rule.id.as_str();
            if !all.has_steps(scope, id) {
                all.steps.keep(scope, id, survey.steps(id)?.0);
            }
        }
        Ok(())
    }

    fn candidates(&self, answers: &[Answer]) -> Vec<Candidate> {
        let mut found = Vec::new();
        let charge = |role: Role| matches!(role, Role::Offence | Role::Violation | Role::Civil);
        // A charge whose law the book does not hold for those days is a gap of the book, not a candidate.
        let listed = |one: &&Answer| one.value != Value::FF && one.means != Meaning::NoLaw;
        let mut open: BTreeMap<usize, Vec<&Answer>> = BTreeMap::new();
        for answer in answers.iter().filter(|one| listed(one) && one.said && charge(one.role)) {
            let place = self.places.get(answer.rule.as_str());
            place.into_iter().for_each(|place| open.entry(*place).or_default().push(answer));
        }
        for (place, answers) in open {
            let Some(Entry { rule, .. }) = self.rules.get(place) else { continue };
            for answer in answers {
                let applying = answer.gives.iter().filter(|given| given.value != Value::FF);
                let months = applying.filter_map(|given| given.severity.get("imprisonment-months-max")).max();
                let own = rule.severity.get("imprisonment-months-max");
                found.push(Candidate {
                    subject: answer.subject.clone(),
                    rule: rule.id.clone(),
                    role: rule.role,
                    value: answer.value,
                    label: answer.label.clone(),
                    confidence: answer.confidence,
                    unverified: answer.unverified.clone(),
                    draft: answer.draft,
                    heaviest_months: months.or(own).copied(),
                });
            }
        }
        found
    }
}

/// The days of the act: of a statement, or over all of them.
fn act(sheet: &Sheet, scope: &Scope) -> Option<(Date, Date)> {
    let days = |scope: &Scope, term: &str| -> Vec<Date> {
        let day =
            |claim: &redress_facts::Claim| if let Datum::Date(day) = claim.value { Some(day) } else { None };
        sheet.claims(scope, term).iter().filter_map(day).collect()
    };
    let scopes: Vec<&Scope> = match scope {
        Scope::Case => sheet.scopes().collect(),
        one => vec![one],
    };
    let first = scopes.iter().flat_map(|scope| days(scope, "act_date")).min()?;
    // Whether the act goes on to its last day is judged; while nobody has said that it does not, both ends count.
    let ended = |scope: &&&Scope| {
        let claims = sheet.claims(scope, "continuing_state");
        claims.iter().any(|claim| claim.value == Datum::No && !claim.opposing)
    };
    let last =
        scopes.iter().filter(|scope| !ended(scope)).flat_map(|scope| days(scope, "act_end_date")).max();
    let latest = scopes.iter().flat_map(|scope| days(scope, "act_date")).max().unwrap_or(first);
    // Of a day that is known only from its two ends, both count.
    let last = last.unwrap_or(latest);
    Some((first, last.max(first)))
}
