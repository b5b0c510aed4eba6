//! The published cases: what the book answers at each stage, against what was expected before it was asked.

use redress_base::Date;
use redress_facts::{Scope, Sheet, Vocabulary};
use redress_inquiry::{Answers, Expectation, File, Inquirer, PublishedCase, similar};
use redress_law::{Book, DeadlineOutcome, Stand};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(crate) static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

fn cases() -> Vec<PublishedCase> {
    PublishedCase::standard_files()
        .iter()
        .map(|(name, text)| PublishedCase::parse(text).unwrap_or_else(|error| panic!("{name}: {error}")))
        .collect()
}

fn scope(subject: Option<&str>) -> Scope {
    match subject {
        None | Some("case") => Scope::Case,
        Some(id) => Scope::Statement(id.to_owned()),
    }
}

/// A file of facts with what the program answers on it, worked out when it is first needed.
struct Asked<'a> {
    inquirer: &'a Inquirer<'a>,
    file: File,
    sheet: Sheet,
    answers: OnceCell<Answers>,
}

/// What is asked, what is expected and what is found.
struct Compared {
    asked: String,
    wanted: String,
    found: String,
}

impl<'a> Asked<'a> {
    fn new(inquirer: &'a Inquirer<'a>, file: File) -> Asked<'a> {
        let sheet = file.sheet(&WORDS).unwrap_or_else(|finding| panic!("{}: {finding:?}", file.id));
        Asked { inquirer, file, sheet, answers: OnceCell::new() }
    }

    fn answers(&self) -> &Answers {
        self.answers.get_or_init(|| self.inquirer.answer(&self.file, &self.sheet, false).unwrap())
    }

    /// What the program answers in place of an expectation that it does not meet. A known disagreement has to be the
    /// one that is written down, and has to go once it is settled.
    fn unmet(&self, expect: &Expectation) -> Option<String> {
        let subject = scope(expect.subject.as_deref());
        let Compared { asked, wanted, found } = self.compared(expect, &subject);
        let named = format!("{asked} on {subject}: expected {wanted}, found {found}");
        match &expect.found {
            Some(known) if *known == wanted => Some(format!("{named}; no disagreement is written down")),
            Some(known) if found == wanted => Some(format!("{named}; settled, \"found = {known}\" can go")),
            Some(known) => (found != *known).then(|| format!("{named}, {known} is written down")),
            None => (found != wanted).then_some(named),
        }
    }

    fn compared(&self, expect: &Expectation, subject: &Scope) -> Compared {
        let Expectation { rule, value, route, state, deadline, .. } = expect;
        match (rule, value, route, state, deadline) {
            (Some(rule), Some(value), None, None, None) => self.rule(rule, value, expect, subject),
            (None, None, Some(route), Some(state), None) => {
                let found = self.answers().routes.iter().find(|one| one.id.word() == route);
                let found = found.map_or("no such route", |one| one.state.word()).to_owned();
                Compared { asked: format!("route {route}"), wanted: state.clone(), found }
            }
            (None, None, None, None, Some(id)) => self.limit(id, expect, subject),
            _ => panic!("{}: an expectation that asks nothing, or several things: {expect:?}", self.file.id),
        }
    }

    /// A rule with its value, and where the expectation names them with the article and the version that decide.
    fn rule(&self, rule: &str, value: &str, expect: &Expectation, subject: &Scope) -> Compared {
        let (mut wanted, asked) = (value.to_owned(), rule.to_owned());
        let Ok(outcome) = self.inquirer.outcome(&self.file, &self.sheet, rule, subject) else {
            return Compared { asked, wanted, found: "no such rule".to_owned() };
        };
        let mut found = outcome.value.to_string();
        let decides = outcome.version.as_ref();
        let none = || "none".to_owned();
        if let Some(article) = &expect.article {
            wanted.push_str(&format!(" by {article}"));
            found.push_str(&format!(" by {}", decides.map_or_else(none, |one| one.article.to_string())));
        }
        if let Some(from) = &expect.from {
            wanted.push_str(&format!(" from {from}"));
            found.push_str(&format!(
                " from {}",
                decides.map_or_else(none, |one| one.in_force.from.to_string())
            ));
        }
        Compared { asked, wanted, found }
    }

    fn limit(&self, id: &str, expect: &Expectation, subject: &Scope) -> Compared {
        let one = self.answers().deadlines.iter().find(|one| one.id == id && one.scope == *subject);
        let asked = format!("time limit {id}");
        let none = || "no such time limit".to_owned();
        match (expect.standing, expect.passed) {
            (Some(standing), None) => {
                let due = expect.due.as_ref().map(|due| due.to_string().parse().unwrap());
                let found = one.map_or_else(none, |one| limit(one.standing, one.due));
                Compared { asked, wanted: limit(standing, due), found }
            }
            (None, Some(passed)) => {
                let has = |one: &DeadlineOutcome| matches!(one.standing, Stand::Passed | Stand::Late);
                let found = one.map_or_else(none, |one| has(one).to_string());
                Compared { asked: format!("{asked}, passed"), wanted: passed.to_string(), found }
            }
            _ => panic!("{}: {id} stands nowhere: {expect:?}", self.file.id),
        }
    }
}

fn limit(standing: Stand, due: Option<Date>) -> String {
    let word = serde_json::to_value(standing).unwrap();
    let word = word.as_str().unwrap_or_default();
    due.map_or_else(|| word.to_owned(), |due| format!("{word}, last day {due}"))
}

#[test]
fn there_are_fifteen_cases_and_all_their_facts_can_be_read() {
    let cases = cases();
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), 15);
    let at: Date = "2026-11-21".parse().unwrap();
    for case in &cases {
        case.file(at).sheet(&WORDS).unwrap_or_else(|finding| panic!("{}: {finding:?}", case.id));
        assert!(!case.handled.is_empty() && !case.expect.is_empty() && !case.event.is_empty(), "{}", case.id);
        let sources: BTreeSet<&str> = case.source.keys().map(String::as_str).collect();
        for fact in case.fact.iter().filter_map(|fact| fact.source.as_deref()) {
            assert!(sources.contains(fact), "{}: {fact} has no address", case.id);
        }
        for subject in case.fact.iter().filter_map(|fact| fact.subject.as_deref()).filter(|s| *s != "case") {
            assert!(case.statement.iter().any(|one| one.id == subject), "{}: {subject}", case.id);
        }
    }
}

/// Per statement and stage: every element and route that was expected, from the facts known on that day.
#[test]
fn every_stage_of_every_case_answers_as_expected() {
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    let mut wrong = Vec::new();
    let mut asked = 0;
    for case in cases() {
        let mut files = BTreeMap::new();
        for expect in &case.expectations() {
            asked += 1;
            let at = expect.day().unwrap();
            let file = files.entry(at).or_insert_with(|| Asked::new(&inquirer, case.file(at)));
            wrong.extend(file.unmet(expect).map(|unmet| format!("{} at {at}: {unmet}", case.id)));
        }
    }
    assert!(asked > 1500, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The same cases a step to either side of a boundary.
#[test]
fn every_twin_answers_as_expected() {
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    let mut wrong = Vec::new();
    let mut asked = 0;
    for case in cases() {
        for twin in &case.twin {
            asked += 1;
            let unmet = Asked::new(&inquirer, twin.file(&case).unwrap()).unmet(&twin.expect);
            wrong.extend(unmet.map(|unmet| format!("{}: {}: {unmet}", case.id, twin.en)));
        }
    }
    assert!(asked > 100, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A case is like itself, and how it was handled comes with it.
#[test]
fn a_case_is_most_like_itself() {
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    let cases = cases();
    for case in &cases {
        let file = case.file(case.last_day().unwrap());
        let answers = inquirer.answer(&file, &file.sheet(&WORDS).unwrap(), false).unwrap();
        let found = similar(&inquirer, &WORDS, &answers, &cases).unwrap();
        let most = found.first().map_or(0, |one| one.shared.len());
        let own = found.iter().find(|one| one.id == case.id).unwrap();
        assert_eq!(own.shared.len(), most, "{}", case.id);
        assert_eq!(own.handled, case.handled);
    }
}

/// Asked years later, under the law of that day, a published case is still the first that is like itself.
#[test]
fn a_published_case_is_most_like_itself_on_any_day() {
    let cases = PublishedCase::standard();
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    for case in &cases {
        let file =
            File { at: Date::constant(2026, 11, 21), filed: None, ..case.file(case.last_day().unwrap()) };
        let answers = inquirer.answer(&file, &file.sheet(&WORDS).unwrap(), false).unwrap();
        let found = similar(&inquirer, &WORDS, &answers, &cases).unwrap();
        let order: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(order.first(), Some(&case.id.as_str()), "{order:?}");
    }
}
