//! Puts the whole book to a file of facts.

use crate::answer::{Answer, Answers, Candidate, Meaning, Protected, Why};
use crate::file::File;
use redress_base::{Article, Date, Finding, Refusal, Value};
use redress_facts::{Datum, Scope, Sheet, TermScope, Vocabulary};
use redress_law::{Book, Completions, Confidence, Facts, Family, Node, NodeKind, Outcome, Question, Role, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// The book with what is worked out once for all files.
pub struct Inquirer<'b> {
    book: &'b Book,
    vocabulary: &'b Vocabulary,
    /// Every rule, in the order of the book.
    rules: Vec<Entry<'b>>,
}

/// A rule with what it asks for.
struct Entry<'b> {
    rule: &'b Rule,
    /// Facts that it reads, by itself or through others.
    terms: BTreeSet<String>,
    /// Whether one of them is a fact of a statement.
    of_statement: bool,
}

type Outcomes = BTreeMap<(Scope, String), Outcome>;

impl<'b> Inquirer<'b> {
    /// Looks the book over once.
    pub fn new(book: &'b Book, vocabulary: &'b Vocabulary) -> Inquirer<'b> {
        let mut rules: Vec<Entry<'b>> = Vec::new();
        for rule in book.rules() {
            if rules.last().is_none_or(|last| last.rule.id != rule.id) {
                let terms = book.terms(&rule.id);
                let statement = |term: &String| {
                    vocabulary.get(term).is_some_and(|known| known.scope == TermScope::Statement)
                };
                let of_statement = terms.iter().any(statement);
                rules.push(Entry { rule, terms, of_statement });
            }
        }
        Inquirer { book, vocabulary, rules }
    }

    /// Every rule, route, time limit and duty on one file. `explain` adds the whole trees.
    ///
    /// # Errors
    /// Where the book lacks a rule that it names itself; a checked book does not.
    pub fn answer(&self, file: &File, sheet: &Sheet, explain: bool) -> Result<Answers, Refusal> {
        let filed = file.filed.unwrap_or(file.at);
        let statements: Vec<Scope> =
            sheet.scopes().filter(|scope| **scope != Scope::Case).cloned().collect();
        let outcomes = self.outcomes(file, sheet, &statements, filed)?;
        let routes = redress_remedies::routes(&redress_remedies::Input {
            sheet,
            outcomes: &outcomes,
            statements: &statements,
            today: file.at,
            vocabulary: self.vocabulary,
        });
        let (mut deadlines, mut duties) = (Vec::new(), Vec::new());
        for scope in std::iter::once(&Scope::Case).chain(&statements) {
            let value = |rule: &str| value(&outcomes, scope, &statements, rule);
            let (sheet, vocabulary, today) = (sheet, self.vocabulary, file.at);
            let facts = Facts { sheet, vocabulary, scope: scope.clone(), today, rule: &value };
            deadlines.extend(self.book.deadlines(&facts));
            duties.extend(self.book.duties(&facts));
        }
        let mut findings: Vec<Finding> = outcomes.values().flat_map(|o| o.findings.iter().cloned()).collect();
        findings.sort();
        findings.dedup();
        Ok(Answers {
            schema: Answers::SCHEMA.to_owned(),
            id: file.id.clone(),
            at: file.at,
            filed,
            book: self.book.digest().to_owned(),
            protected: protected(&outcomes),
            candidates: self.candidates(&outcomes),
            elements: self.elements(file, sheet, &statements, outcomes, explain),
            routes,
            deadlines,
            duties,
            findings,
        })
    }

    /// One rule on one subject, as [`Inquirer::answer`] puts it.
    ///
    /// # Errors
    /// `law-no-such-rule` where the book does not have it.
    pub fn outcome(&self, file: &File, sheet: &Sheet, rule: &str, subject: &Scope) -> Result<Outcome, Refusal> {
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

    /// The subjects that a rule is put to: every statement, or the case and each statement that says something of its own.
    fn subjects(&self, entry: &Entry<'_>, sheet: &Sheet, statements: &[Scope]) -> Vec<Scope> {
        if entry.of_statement && !statements.is_empty() {
            return statements.to_vec();
        }
        let own = |scope: &&Scope| entry.terms.iter().any(|term| !sheet.own(scope, term).is_empty());
        std::iter::once(&Scope::Case).chain(statements.iter().filter(own)).cloned().collect()
    }

    fn outcomes(
        &self,
        file: &File,
        sheet: &Sheet,
        statements: &[Scope],
        filed: Date,
    ) -> Result<Outcomes, Refusal> {
        let mut outcomes = Outcomes::new();
        for entry in &self.rules {
            for scope in self.subjects(entry, sheet, statements) {
                let asked = entry.terms.iter().any(|term| !sheet.claims(&scope, term).is_empty());
                // Nobody has said anything that it asks for, and no road turns on it: its value is enough.
                if !asked && !on_a_road(entry.rule.role) {
                    continue;
                }
                let question = self.question(file, sheet, &entry.rule.id, &scope, filed);
                let outcome = self.book.evaluate(&question)?;
                outcomes.insert((scope, entry.rule.id.clone()), outcome);
            }
        }
        Ok(outcomes)
    }

    fn candidates(&self, outcomes: &Outcomes) -> Vec<Candidate> {
        let mut found = Vec::new();
        for Entry { rule, .. } in &self.rules {
            if !matches!(rule.role, Role::Offence | Role::Violation | Role::Civil) {
                continue;
            }
            for ((subject, _), outcome) in outcomes.iter().filter(|((_, id), _)| *id == rule.id) {
                if outcome.value == Value::FF || !touched(&outcome.tree) {
                    continue;
                }
                let applying = outcome.gives.iter().filter(|given| given.value != Value::FF);
                let months = applying.filter_map(|given| given.severity.get("imprisonment-months-max")).max();
                let own = rule.severity.get("imprisonment-months-max");
                found.push(Candidate {
                    subject: subject.clone(),
                    rule: rule.id.clone(),
                    role: rule.role,
                    value: outcome.value,
                    heaviest_months: months.or(own).copied(),
                });
            }
        }
        found
    }

    /// The case first, then statement by statement, each in the order of the book.
    fn elements(
        &self,
        file: &File,
        sheet: &Sheet,
        statements: &[Scope],
        mut outcomes: Outcomes,
        explain: bool,
    ) -> Vec<Answer> {
        let filed = file.filed.unwrap_or(file.at);
        let mut answers = Vec::with_capacity(self.rules.len());
        for entry in &self.rules {
            for scope in self.subjects(entry, sheet, statements) {
                let role = entry.rule.role;
                let key = (scope, entry.rule.id.clone());
                let answer = match outcomes.remove(&key) {
                    Some(outcome) => answer(key.0, role, key.1, outcome, explain),
                    None => {
                        let question = self.question(file, sheet, &entry.rule.id, &key.0, filed);
                        let value = self.book.value(&question);
                        silent(key.0, entry, value)
                    }
                };
                answers.push(answer);
            }
        }
        answers.sort_by(|a, b| a.subject.cmp(&b.subject));
        answers
    }
}

/// The answer of a rule on which nobody has said anything.
fn silent(subject: Scope, entry: &Entry<'_>, value: Value) -> Answer {
    let rule = entry.rule;
    let facts = entry.terms.iter().cloned().collect();
    let why = Why { code: "law-why-nobody-said".to_owned(), value, facts, cites: rule.cites.clone() };
    Answer {
        subject,
        rule: rule.id.clone(),
        label: rule.label.clone(),
        role: rule.role,
        value,
        means: Meaning::from(value),
        presumptive: None,
        enumerated: None,
        version: None,
        rank: Some(rule.rank),
        cites: rule.cites.clone(),
        confidence: (rule.confidence == Confidence::O).then_some(Confidence::O),
        draft: rule.draft,
        reasons: vec![why],
        readings: vec![],
        several: vec![],
        gives: vec![],
        conflict: vec![],
        tree: None,
    }
}

fn answer(subject: Scope, role: Role, rule: String, outcome: Outcome, explain: bool) -> Answer {
    let mut reasons = Vec::new();
    let mut cites = BTreeSet::new();
    why(&outcome.tree, &[], &mut reasons);
    reasons.truncate(MOST_REASONS);
    let own = outcome.tree.cites.clone();
    cites.extend(reasons.iter().flat_map(|one| one.cites.iter().cloned()));
    let further: Vec<Article> = cites.into_iter().filter(|cite| !own.contains(cite)).collect();
    let differs = |reading: Value| (reading != outcome.value).then_some(reading);
    Answer {
        subject,
        rule,
        label: outcome.label,
        role,
        value: outcome.value,
        means: Meaning::from(outcome.value),
        presumptive: differs(outcome.presumptive),
        enumerated: differs(outcome.enumerated),
        version: outcome.version.as_ref().map(|version| version.in_force.from),
        rank: outcome.version.as_ref().map(|version| version.rank),
        cites: own.into_iter().chain(further).collect(),
        confidence: unverified(&outcome.tree).then_some(Confidence::O),
        draft: outcome.draft,
        reasons,
        readings: outcome.readings,
        several: outcome.several,
        gives: outcome.gives.into_iter().map(|given| redress_law::Given { tree: None, ..given }).collect(),
        conflict: outcome.conflict,
        tree: explain.then_some(outcome.tree),
    }
}

/// Reasons kept of one rule.
const MOST_REASONS: usize = 24;

/// The steps that decide, from the root down to the facts.
fn why(node: &Node, above: &[Article], found: &mut Vec<Why>) {
    let cites = if node.cites.is_empty() { above } else { &node.cites };
    let below: Vec<&Node> =
        node.children.iter().filter(|child| child.decisive && child.kind != NodeKind::Factor).collect();
    if below.is_empty() {
        let facts = node.facts.iter().map(|fact| fact.term.clone()).collect();
        found.push(Why { code: node.reason.clone(), value: node.value, facts, cites: cites.to_vec() });
    }
    below.into_iter().for_each(|child| why(child, cites, found));
}

/// Whether anything that decides rests on a text that was not verified.
fn unverified(node: &Node) -> bool {
    node.confidence.is_some() || node.children.iter().any(|child| child.decisive && unverified(child))
}

/// Whether anybody has said anything about what the rule asks.
fn touched(node: &Node) -> bool {
    node.facts.iter().any(|fact| !fact.claims.is_empty()) || node.children.iter().any(touched)
}

fn protected(outcomes: &Outcomes) -> Vec<Protected> {
    let mut found: Vec<Protected> = Vec::new();
    for ((subject, _), outcome) in outcomes {
        let shields = outcome.check_first.iter().cloned();
        found.extend(shields.map(|shield| Protected { subject: subject.clone(), shield }));
    }
    found.sort();
    found.dedup();
    found
}

/// The value of a rule for a scope; a rule of statements, asked for the case, is the best that any statement reaches.
fn value(outcomes: &Outcomes, scope: &Scope, statements: &[Scope], rule: &str) -> Value {
    let of = |scope: &Scope| outcomes.get(&(scope.clone(), rule.to_owned())).map(|outcome| outcome.value);
    if let Some(value) = of(scope).or_else(|| of(&Scope::Case)) {
        return value;
    }
    statements.iter().filter_map(of).reduce(Value::or).unwrap_or(Value::UU)
}

/// The days of the act: of a statement, or over all of them.
fn act(sheet: &Sheet, scope: &Scope) -> Option<(Date, Date)> {
    let days = |scope: &Scope, term: &str| -> Vec<Date> {
        let day = |claim: &redress_facts::Claim| if let Datum::Date(day) = claim.value { Some(day) } else { None };
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
    let last = scopes.iter().filter(|scope| !ended(scope)).flat_map(|scope| days(scope, "act_end_date")).max();
    let latest = scopes.iter().flat_map(|scope| days(scope, "act_date")).max().unwrap_or(first);
    let last = last.unwrap_or(if *scope == Scope::Case { latest } else { first });
    Some((first, last.max(first)))
}

/// Whether a road may turn on rules of this kind, so that what they lack has to be told.
const fn on_a_road(role: Role) -> bool {
    matches!(role, Role::Offence | Role::Violation | Role::Civil | Role::Protected | Role::Procedure | Role::Relief)
}
