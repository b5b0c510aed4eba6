//! The published cases: what the book answers at each stage, against what was expected before it was asked.

use redress_base::Date;
use redress_facts::{Scope, Sheet, Vocabulary};
use redress_inquiry::{Expectation, File, Inquirer, PublishedCase, similar};
use redress_law::{Book, Stand};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

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

/// What the program answers in place of an expectation that it does not meet. A known disagreement has to be the one
/// that is written down, and has to go once it is settled.
fn unmet(inquirer: &Inquirer<'_>, file: &File, expect: &Expectation) -> Option<String> {
    let sheet = file.sheet(&WORDS).unwrap_or_else(|finding| panic!("{}: {finding:?}", file.id));
    let subject = scope(expect.subject.as_deref());
    let (asked, wanted, found) = asked(inquirer, file, &sheet, &subject, expect)?;
    let named = format!("{asked} on {subject}: expected {wanted}, found {found}");
    match &expect.found {
        Some(known) if *known == wanted => Some(format!("{named}; no disagreement is written down")),
        Some(known) if found == wanted => Some(format!("{named}; settled, \"found = {known}\" can go")),
        Some(known) => (found != *known).then(|| format!("{named}, {known} is written down")),
        None => (found != wanted).then_some(named),
    }
}

/// What is asked, what is expected and what is found; none where there is nothing to compare.
fn asked(
    inquirer: &Inquirer<'_>,
    file: &File,
    sheet: &Sheet,
    subject: &Scope,
    expect: &Expectation,
) -> Option<(String, String, String)> {
    if let (Some(rule), Some(value)) = (&expect.rule, &expect.value) {
        let outcome =
            inquirer.outcome(file, sheet, rule, subject).unwrap_or_else(|_| panic!("no rule {rule}"));
        return Some((rule.clone(), value.clone(), outcome.value.to_string()));
    }
    let answers = inquirer.answer(file, sheet, false).unwrap();
    if let (Some(route), Some(state)) = (&expect.route, &expect.state) {
        let found = answers.routes.iter().find(|one| one.id.word() == route).map(|one| one.state.word());
        return Some((format!("route {route}"), state.clone(), found.unwrap_or("no such route").to_owned()));
    }
    let id = expect.deadline.as_ref()?;
    let one = answers.deadlines.iter().find(|one| one.id == *id && one.scope == *subject);
    let found = one.map_or_else(|| "no such time limit".to_owned(), |one| limit(one.standing, one.due));
    let wanted = match (expect.standing, expect.passed) {
        (Some(standing), _) => {
            limit(standing, expect.due.as_ref().and_then(|due| due.to_string().parse().ok()))
        }
        (None, Some(passed)) => {
            let has = one.is_some_and(|one| matches!(one.standing, Stand::Passed | Stand::Late));
            return Some((format!("time limit {id}, passed"), passed.to_string(), has.to_string()));
        }
        (None, None) => "an expectation that asks nothing".to_owned(),
    };
    Some((format!("time limit {id}"), wanted, found))
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
        for expect in &case.expectations() {
            asked += 1;
            let at = expect.day().unwrap();
            let unmet = unmet(&inquirer, &case.file(at), expect);
            wrong.extend(unmet.map(|unmet| format!("{} at {at}: {unmet}", case.id)));
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
            let file = twin.file(&case).unwrap();
            let unmet = unmet(&inquirer, &file, &twin.expect);
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
