//! Every figure of the reference on the fifteen cases: a fact of the case, or said where the case says what is no fact
//! here (a result, the name of a statement, a step of the path, or what was not verified).

use redress_facts::Vocabulary;
use redress_inquiry::{PublishedCase, SourcedFact};
use redress_law::Book;
use std::collections::BTreeSet;

/// `(case, subject, fact, value)`; a floor is written `40..`, a range `5001..210000`.
const FACTS: [(&str, &str, &str, &str); 46] = [
    ("C02", "st-1", "act_date", "2020-07-07"),
    ("C02", "st-1", "act_end_date", "2020-07-16"),
    ("C02", "st-1", "item_count", "39"),
    ("C02", "st-1", "group_members", "275"),
    ("C02", "st-2", "item_count", "27"),
    ("C02", "st-2", "groups_reached", "111.."),
    ("C02", "st-2", "public_accounts_reached", "7"),
    ("C02", "st-2", "group_members", "50001.."),
    ("C02", "st-2", "view_count", "470000000"),
    ("C02", "st-2", "discussion_count", "58000"),
    ("C02", "case", "actors_count", "2"),
    ("C02", "case", "medical_diagnosis", "depressive-state"),
    ("C02", "case", "work_affected", "true"),
    ("C02", "case", "surrendered_and_stated", "true"),
    ("C02", "case", "accepts_facts_and_penalty", "true"),
    ("C02", "case", "compensation_paid", "true"),
    ("C03", "st-1", "repost_count", "31485"),
    ("C03", "st-1", "discussion_count", "75608"),
    ("C03", "st-1", "view_count", "470000001.."),
    ("C03", "case", "victim_count", "2"),
    ("C04", "case", "actors_count", "3"),
    ("C05", "case", "view_count", "600.."),
    ("C32", "case", "item_count", "999"),
    ("C32", "case", "notarised_items", "284"),
    ("C32", "case", "notarised_items", "290"),
    ("C32", "st-3", "item_count", "29"),
    ("C32", "st-3", "play_count", "5001..210000"),
    ("C30", "st-2", "view_count", "7500..8499"),
    ("C30", "st-3", "view_count", "3500..4499"),
    ("C37", "st-1", "item_count", "9"),
    ("C37", "case", "damages_claimed", "200000"),
    ("C41", "st-1", "item_count", "10"),
    ("C44", "st-1", "group_members", "345..468"),
    ("C47", "case", "medical_diagnosis", "major-depression"),
    ("C47", "case", "procuratorate_supports_suit", "true"),
    ("C49", "st-1", "item_count", "40.."),
    ("C50", "st-1", "view_count", "30001.."),
    ("C50", "st-1", "view_count", "35000"),
    ("C50", "st-1", "measures_after_days", "1"),
    ("C50", "st-1", "platform_action_date", "2024-06-13"),
    ("C57", "st-1", "pi_record_count", "1200.."),
    ("C57", "st-1", "total_view_count", "4000001.."),
    ("C57", "case", "actors_count", "6"),
    ("C57", "case", "minor_infringer", "true"),
    ("C57", "case", "announcement_date", "2024-06-24"),
    ("C39", "st-1", "act_date", "2020-12-11"),
];

/// What is no fact here, and the words with which the case says it.
const SAID: [(&str, &str); 40] = [
    ("C02", "nine-second"),
    ("C02", "About 18:00"),
    ("C02", "more than 110 WeChat groups"),
    ("C02", "7 public accounts"),
    ("C02", "26,000"),
    ("C02", "20,000"),
    ("C02", "1,000 views"),
    ("C02", "50,000"),
    ("C02", "Nearly 300"),
    ("C02", "20 January 2021"),
    ("C02", "nine days"),
    ("C02", "one year, suspended two years"),
    ("C03", "73-year-old"),
    ("C03", "29-year-old"),
    ("C03", "hundreds of abusive messages"),
    ("C03", "one year"),
    ("C04", "boy of thirteen"),
    ("C04", "one year six months"),
    ("C04", "six months suspended one year"),
    ("C05", "Two years eight months"),
    ("C32", "about 80%"),
    ("C32", "284 items"),
    ("C32", "290 in another"),
    ("C32", "three earlier civil suits"),
    ("C32", "six months of criminal detention"),
    ("C32", "four months of criminal detention"),
    ("C30", "nine months"),
    ("C30", "one year six months"),
    ("C36", "nine days"),
    ("C36", "1,000 yuan"),
    ("C37", "22:40"),
    ("C44", "345 and 123"),
    ("C44", "3,000 yuan"),
    ("C44", "2,000 yuan"),
    ("C44", "Three days"),
    ("C49", "nearly a year"),
    ("C50", "8,000 yuan"),
    ("C50", "the day after the complaint"),
    ("C57", "three channels"),
    ("C57", "100,000 yuan"),
];

fn cases() -> Vec<PublishedCase> {
    PublishedCase::standard()
}

/// The value as the table above writes it.
fn written(fact: &SourcedFact) -> String {
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    match &fact.value {
        Some(toml::Value::String(word)) => word.clone(),
        Some(other) => other.to_string(),
        None => format!("{}..{}", number(fact.lo), number(fact.hi)),
    }
}

/// Everything that a case says in English besides its facts.
fn words(case: &PublishedCase) -> Vec<&str> {
    let unverified = case.unverified.iter().map(|one| &*one.en);
    let statements = case.statement.iter().map(|one| &*one.en);
    let path = case.event.iter().flat_map(|one| [&*one.en, one.outcome.as_deref().unwrap_or_default()]);
    let handled = case.handled.iter().map(|one| &*one.en);
    unverified.chain(statements).chain(path).chain(handled).collect()
}

/// What the tables name and the cases lack.
fn missing(cases: &[PublishedCase]) -> Vec<String> {
    let of = |id: &str| cases.iter().find(|case| case.id == id);
    let mut missing = Vec::new();
    for (id, subject, fact, value) in FACTS {
        let is = |one: &&SourcedFact| {
            one.fact == fact && one.subject.as_deref() == Some(subject) && written(one) == value
        };
        if of(id).is_none_or(|case| case.fact.iter().find(is).is_none()) {
            missing.push(format!("{id}: {subject}: {fact} = {value}"));
        }
    }
    for (id, said) in SAID {
        if of(id).is_none_or(|case| !words(case).iter().any(|text| text.contains(said))) {
            missing.push(format!("{id}: nowhere \"{said}\""));
        }
    }
    missing
}

#[test]
fn every_figure_of_the_reference_is_held() {
    let missing = missing(&cases());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    let named: BTreeSet<&str> = FACTS.iter().map(|one| one.0).chain(SAID.iter().map(|one| one.0)).collect();
    assert_eq!(named.len(), 15, "{named:?}");
}

/// The test above can fail, and says where.
#[test]
fn a_figure_left_out_is_named() {
    let mut cases = cases();
    for case in cases.iter_mut().filter(|case| case.id == "C32") {
        case.fact.retain(|fact| written(fact) != "290");
        case.handled.clear();
    }
    let missing = missing(&cases);
    for named in ["C32: case: notarised_items = 290", "C32: nowhere \"four months of criminal detention\""] {
        assert!(missing.iter().any(|one| one == named), "{named}: {missing:?}");
    }
}

/// What only describes is read by no rule; were it read, its page of the vocabulary would say the wrong thing.
#[test]
fn no_rule_reads_what_only_describes() {
    let files = Vocabulary::standard_files();
    let (_, text) = files.iter().find(|(name, _)| name.starts_with("16-")).unwrap();
    let described = Vocabulary::parse(text).unwrap();
    let book = Book::standard();
    for rule in book.rules() {
        let reach = book.reach(&rule.id);
        for (term, _) in described.iter() {
            assert!(!reach.terms.contains(term), "{} reads {term}", rule.id);
        }
    }
    assert!(described.iter().count() > 5);
}
