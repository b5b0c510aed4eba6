//! `case.toml` against the vocabulary and the material.

use crate::material::example;
use redress_facts::{Kind, Standing, Vocabulary};
use redress_testkit::clock::FixedClock;
use redress_testkit::courier::material;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    schema: String,
    id: String,
    now: String,
    seed: String,
    fictional: bool,
    cover: String,
    title: BTreeMap<String, String>,
    people: BTreeMap<String, String>,
    material: Vec<Material>,
    party: Vec<PartyOf>,
    fact: Vec<Fact>,
}

/// What the command line reads of a party; here only what can be checked against the material.
#[derive(Deserialize)]
struct PartyOf {
    by: String,
    #[serde(default)]
    statements: Vec<String>,
    #[serde(default)]
    details: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Material {
    file: String,
    captured_by: String,
    tool: String,
    source: String,
    mapping: Option<String>,
    expect: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Scope {
    Case(String),
    Post { post: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    term: String,
    scope: Scope,
    value: String,
    standing: Standing,
    by: String,
    reason: Option<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    opposing: bool,
}

fn case() -> CaseFile {
    let text = std::fs::read_to_string(example().join("case.toml")).unwrap();
    toml::from_str(&text).unwrap_or_else(|error| panic!("case.toml: {}", error.message()))
}

#[test]
fn the_clock_and_the_seed_are_fixed_and_the_case_says_that_it_is_fictional() {
    let case = case();
    assert_eq!((case.schema.as_str(), case.id.as_str()), ("redress/example/1", "courier-rumour"));
    assert_eq!(case.now, FixedClock::EXAMPLE.now().at.beijing_text());
    assert!(case.seed.len() == 64 && case.seed.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(case.fictional && !case.cover.is_empty());
    assert!(case.title["zh"].contains("虚构") && case.title["en"].contains("fictional"));
}

#[test]
fn every_file_is_listed_once_and_every_mapping_exists() {
    let case = case();
    let listed: Vec<&str> = case.material.iter().map(|material| material.file.as_str()).collect();
    let made = material().unwrap();
    assert_eq!(listed, made.iter().map(|file| file.path).collect::<Vec<_>>());
    for material in &case.material {
        assert!(!material.source.is_empty() && !material.tool.is_empty());
        assert!(case.people.values().any(|person| *person == material.captured_by), "{}", material.file);
        if let Some(mapping) = &material.mapping {
            assert!(example().join("mappings").join(mapping).is_file(), "{mapping}");
        }
        assert!(material.expect.as_deref().is_none_or(|expect| expect == "refused"));
    }
}

#[test]
fn every_fact_is_a_term_of_the_vocabulary_with_a_value_of_its_kind() {
    let (case, words) = (case(), Vocabulary::standard());
    let listed: BTreeSet<&str> = case.material.iter().map(|material| material.file.as_str()).collect();
    for fact in &case.fact {
        let term = words.get(&fact.term).unwrap_or_else(|| panic!("{} is no term", fact.term));
        let truth = ["yes", "no", "unknown"].contains(&fact.value.as_str());
        let fits = match &term.kind {
            Kind::Truth => truth,
            Kind::Judgement => truth && fact.standing == Standing::Judged,
            Kind::Date => fact.value.parse::<redress_base::Date>().is_ok(),
            Kind::Choice(options) | Kind::Set(options) => options.contains(&fact.value),
            Kind::Count(_) => false,
        };
        assert!(fits, "{} = {}", fact.term, fact.value);
        assert!(!fact.by.is_empty() && fact.reason.as_deref() != Some(""));
        for source in &fact.sources {
            assert!(listed.contains(source.as_str()), "{}: {source}", fact.term);
        }
    }
}

#[test]
fn every_statement_scope_names_a_post_of_the_material() {
    let bytes: Vec<u8> = material().unwrap().into_iter().flat_map(|file| file.bytes).collect();
    let text = String::from_utf8_lossy(&bytes);
    for fact in case().fact {
        match fact.scope {
            Scope::Case(word) => assert_eq!(word, "case", "{}", fact.term),
            Scope::Post { post } => {
                let id = post.strip_prefix("weibo/").map(|id| id.strip_prefix("c/").unwrap_or(id)).unwrap();
                assert!(text.contains(id), "{post}");
            }
        }
    }
}

/// Nobody of the example exists: its names say so, and its numbers begin with zeros or with no exchange there is.
#[test]
fn the_parties_are_nobody_and_what_is_laid_to_them_is_in_the_material() {
    let bytes: Vec<u8> = material().unwrap().into_iter().flat_map(|file| file.bytes).collect();
    let text = String::from_utf8_lossy(&bytes);
    for party in case().party {
        assert!(!party.by.is_empty());
        for post in &party.statements {
            assert!(text.contains(post.strip_prefix("weibo/").unwrap()), "{post}");
        }
        assert!(party.details.get("name").is_none_or(|name| name.contains("虚构")));
        for field in ["id-number", "licence"] {
            assert!(party.details.get(field).is_none_or(|number| number.starts_with("000000")), "{field}");
        }
        assert!(party.details.get("phone").is_none_or(|phone| phone.starts_with("010-0000")));
    }
}

/// The example must show every kind of answer: shown, disputed, looked for and not known, missing.
#[test]
fn the_facts_hold_disputes_gaps_and_protected_speech() {
    let case = case();
    let has = |term: &str, value: &str, opposing: bool| {
        case.fact.iter().any(|fact| fact.term == term && fact.value == value && fact.opposing == opposing)
    };
    assert!(has("statement_false", "yes", false) && has("statement_false", "no", true), "a dispute");
    assert!(has("circumstances_serious", "unknown", false), "an open question");
    assert!(case.fact.iter().all(|fact| fact.term != "grave_consequence"), "a gap");
    assert!(
        has("is_comment_or_criticism", "yes", false) && has("is_report_of_wrongdoing", "yes", false),
        "protected speech"
    );
    assert!(has("work_affected", "yes", false), "a consequence entered by hand");
}
