//! Files of facts and their answers.

use redress_base::Value;
use redress_facts::{Scope, Vocabulary};
use redress_inquiry::{Answer, Answers, Inquirer, Meaning, read};
use redress_law::Book;
use std::sync::LazyLock;

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

fn answers(line: &str) -> Answers {
    let (file, sheet) = read(line, 1, Book::standard(), &WORDS).unwrap();
    Inquirer::new(Book::standard(), &WORDS).answer(&file, &sheet, false).unwrap()
}

fn of<'a>(answers: &'a Answers, rule: &str) -> &'a Answer {
    answers.elements.iter().find(|one| one.rule == rule).unwrap()
}

fn views(entries: &str) -> Answers {
    answers(&format!(r#"{{"id":"a","at":"2026-11-21","facts":[{entries}]}}"#))
}

/// An empty file never yields "made out" anywhere, and opens no road (docs/principles.md, rule 4).
#[test]
fn an_empty_file_makes_nothing_out() {
    let answers = views("");
    assert!(answers.elements.len() > 400);
    for one in &answers.elements {
        assert_ne!(one.value, Value::TT, "{}", one.rule);
        assert_ne!(one.presumptive, Some(Value::TT), "{}", one.rule);
        assert_ne!(one.means, Meaning::MadeOut, "{}", one.rule);
        assert_ne!(one.value, Value::FF, "{}: unknown is never no", one.rule);
    }
    assert!(answers.candidates.is_empty());
    for route in &answers.routes {
        assert_ne!(route.state, redress_remedies::State::Open, "{}", route.id);
    }
}

/// 法释〔2013〕21号 art 2(1) (in force 2013-09-10), and a topic read that is no view.
#[test]
fn a_number_is_met_exactly_and_never_in_another_unit() {
    let serious = |entry: &str| of(&views(entry), "fs2013-21-serious").value;
    let s = r#""subject":"s","standing":"measured","source":"x""#;
    assert_eq!(serious(&format!(r#"{{"fact":"view_count","value":5000,{s}}}"#)), Value::TT);
    assert_eq!(serious(&format!(r#"{{"fact":"view_count","value":4999,{s}}}"#)), Value::UU);
    assert_eq!(serious(&format!(r#"{{"fact":"view_count","lo":5000,{s}}}"#)), Value::TT);
    assert_eq!(serious(&format!(r#"{{"fact":"repost_count","value":500,{s}}}"#)), Value::TT);
    let topic = views(&format!(r#"{{"fact":"view_count","value":470000000,"unit":"topic-reads",{s}}}"#));
    assert_eq!(of(&topic, "fs2013-21-serious").value, Value::UU);
    assert!(topic.findings.iter().any(|finding| finding.code == "law-claim-wrong-kind"));
}

/// Two sources, two values: the answer says that it matters.
#[test]
fn sources_that_disagree_are_both_tried() {
    let answers = views(
        r#"{"fact":"view_count","subject":"s","value":6000,"standing":"official","source":"platform"},
           {"fact":"view_count","subject":"s","value":4000,"standing":"stated","source":"other side","against":true}"#,
    );
    let one = of(&answers, "fs2013-21-serious");
    assert_eq!(one.value.best(), redress_base::Truth::T);
    assert_ne!(one.value, Value::TT);
    let several = one.several.iter().find(|several| several.term == "view_count").unwrap();
    assert!(several.matters);
    assert_eq!(several.values.len(), 2);
}

#[test]
fn standings_are_read_as_the_law_room_reads_them() {
    let value = |entry: &str| of(&views(entry), "fs2013-21-serious").value;
    let of_standing = |standing: &str, source: &str| {
        value(&format!(
            r#"{{"fact":"view_count","subject":"s","value":5000,"standing":"{standing}"{source}}}"#
        ))
    };
    for standing in ["measured", "official", "admitted", "judged"] {
        assert_eq!(of_standing(standing, ""), Value::TT, "{standing}");
    }
    assert_eq!(of_standing("stated", ""), Value::UU, "a bare statement shows nothing");
    assert_eq!(of_standing("stated", r#","source":"screenshot""#), Value::TT);
    assert_eq!(of_standing("unknown", ""), Value::UU);
    let disputed = of_standing("disputed", "");
    assert_eq!((disputed.worst(), disputed.best()), (redress_base::Truth::U, redress_base::Truth::T));
}

/// A judgement is never taken from anybody but a person who judged.
#[test]
fn a_judgement_counts_only_as_judged() {
    let line = |standing: &str| {
        views(&format!(
            r#"{{"fact":"circumstances_serious","subject":"s","value":true,"standing":"{standing}","source":"x"}}"#
        ))
    };
    let open = |answers: &Answers| {
        let why =
            of(answers, "cl246-insult").reasons.iter().find(|why| why.facts == ["circumstances_serious"]);
        why.map(|why| why.value)
    };
    for standing in ["measured", "stated", "official", "admitted"] {
        assert_eq!(open(&line(standing)), Some(Value::UU), "{standing}");
    }
    assert_eq!(open(&line("judged")), None, "it is settled and does not decide any more");
}

/// Insult knows no number (law.md: none in any text): counts change nothing in it.
#[test]
fn counts_never_touch_insult() {
    let base = r#"{"fact":"is_public","subject":"s","value":true,"standing":"measured"}"#;
    let without = views(base);
    let with = views(&format!(
        r#"{base},{{"fact":"view_count","subject":"s","value":9000000,"standing":"measured"}},
           {{"fact":"repost_count","subject":"s","value":90000,"standing":"measured"}}"#
    ));
    assert_eq!(of(&without, "cl246-insult").value, of(&with, "cl246-insult").value);
    assert!(!Book::standard().terms("cl246-insult").contains("view_count"));
    assert!(!Book::standard().terms("cl246-insult").contains("repost_count"));
}

/// 2025-12-31 and 2026-01-01: the gap-filler for personal information exists only from the second day on.
#[test]
fn a_day_decides_which_law_answers() {
    let on = |day: &str| {
        let answers = views(&format!(
            r#"{{"fact":"act_date","subject":"s","value":"{day}","standing":"official"}},
               {{"fact":"act_end_date","subject":"s","value":"{day}","standing":"official"}},
               {{"fact":"statement_false","subject":"s","value":true,"standing":"official"}}"#
        ));
        of(&answers, "psapl-defamation").version.map(|day| day.to_string())
    };
    assert_eq!(on("2026-01-01").as_deref(), Some("2026-01-01"));
    assert_ne!(on("2025-12-31").as_deref(), Some("2026-01-01"));
}

#[test]
fn a_fact_of_the_case_may_be_said_of_one_statement() {
    let answers = views(
        r#"{"fact":"complainant_kind","subject":"s","value":"company","standing":"official"},
           {"fact":"is_public","subject":"t","value":true,"standing":"official"}"#,
    );
    let scopes: Vec<&Scope> = answers
        .elements
        .iter()
        .filter(|one| one.rule == "op10-status-raises")
        .map(|one| &one.subject)
        .collect();
    assert!(scopes.contains(&&Scope::Statement("s".into())), "{scopes:?}");
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let line = r#"{"id":"a","at":"2026-11-21","facts":[{"fact":"view_count","subject":"s","value":5000,"standing":"official"}]}"#;
    let text = || serde_json::to_string(&answers(line)).unwrap();
    assert_eq!(text(), text());
}

/// What is written holds to the published schema.
#[test]
fn answers_hold_to_their_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(Answers)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let line = r#"{"id":"a","at":"2026-11-21","facts":[{"fact":"view_count","subject":"s","value":5000,"standing":"official"}]}"#;
    let document = serde_json::to_value(answers(line)).unwrap();
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Every name of the input lists that the book was built from is a fact, or the documentation says what stands for it.
#[test]
fn every_name_of_the_input_lists_is_a_fact_or_explained() {
    let names = include_str!("../data/names.txt");
    let explained = include_str!("../../../../docs/inquiry.md");
    let (_, table) = explained.split_once("## Names").expect("a table of names");
    let words = Vocabulary::standard();
    let known = |name: &&str| words.get(name).is_some() || table.contains(&format!("`{name}`"));
    let missing: Vec<&str> = names.lines().filter(|name| !known(name)).collect();
    assert!(names.lines().count() > 150 && missing.is_empty(), "{missing:?}");
}

/// 治安管理处罚法 (2025) art 56 is in force from 2026-01-01; an older text of 刑法 253-1 is not in the book. Neither is a gap
/// that evidence could close, and neither is a candidate.
#[test]
fn the_law_of_another_day_is_no_missing_evidence() {
    let doxing = |act: &str| {
        let standing = r#""subject":"s","standing":"official","source":"x""#;
        views(&format!(
            r#"{{"fact":"act_date","value":"{act}",{standing}}},{{"fact":"pi_sold","value":true,{standing}}}"#
        ))
    };
    let listed = |answers: &Answers, rule: &str| answers.candidates.iter().any(|one| one.rule == rule);
    let told = |answers: &Answers, rule: &str| {
        let one = of(answers, rule);
        let reasons: Vec<String> = one.reasons.iter().map(|why| why.code.clone()).collect();
        (one.value, one.means, reasons)
    };
    let (new, old) = ("psapl-personal-information", "cl253-1-personal-information");
    let eve = doxing("2025-12-31");
    assert_eq!(told(&eve, new), (Value::FF, Meaning::NotMadeOut, vec!["law-why-no-law-yet".to_owned()]));
    assert!(!listed(&eve, new) && listed(&eve, old) && listed(&eve, "csl-personal-information"));
    let day = doxing("2026-01-01");
    assert_eq!((of(&day, new).value, of(&day, new).means), (Value::UU, Meaning::EvidenceMissing));
    assert!(listed(&day, new));
    let early = doxing("2015-10-31");
    let no_version = vec!["law-why-no-version".to_owned()];
    assert_eq!(told(&early, old), (Value::UU, Meaning::NoLaw, no_version.clone()));
    assert!(!listed(&early, old) && !listed(&early, "csl-personal-information"));
    assert!(listed(&doxing("2015-11-01"), old));
    // What rests on such a rule alone says the same; what nobody has spoken of, too.
    assert_eq!(told(&early, "csl-69-platform-penalty"), (Value::UU, Meaning::NoLaw, no_version));
    assert_eq!(serde_json::to_value(Meaning::NoLaw).unwrap(), "no-law");
}

/// Every page of which a first day, an end or a number was not checked says so in what rests on it: its rules, its time
/// limits and its duties, whatever the file holds.
#[test]
fn what_was_not_checked_reaches_every_answer() {
    let book = Book::standard();
    let answers = views("");
    let marked: Vec<_> = book.ir().provisions.iter().filter(|page| !page.unverified.is_empty()).collect();
    assert!(marked.len() > 60, "{}", marked.len());
    let (mut elements, mut limits, mut owed) = (0, 0, 0);
    for page in marked {
        for rule in &page.rules {
            let versions = book.rule(rule);
            assert!(versions.iter().any(|one| page.unverified.is_subset(&one.unverified)), "{rule}");
            // Of several versions the first stands for a rule on which nobody has spoken.
            if versions.first().is_some_and(|one| one.cites[0].instrument == page.article.instrument) {
                for one in answers.elements.iter().filter(|one| one.rule == *rule) {
                    assert!(page.unverified.is_subset(&one.unverified), "{rule}");
                    elements += 1;
                }
            }
        }
        for one in &page.deadlines {
            for found in answers.deadlines.iter().filter(|found| found.id == one.id) {
                assert_eq!(found.unverified, page.unverified, "{}", one.id);
                limits += 1;
            }
        }
        for one in &page.duties {
            for found in answers.duties.iter().filter(|found| found.id == one.id) {
                assert_eq!(found.unverified, page.unverified, "{}", one.id);
                owed += 1;
            }
        }
    }
    assert!(elements > 60 && limits > 10 && owed > 10, "{elements} {limits} {owed}");
    let checked = |one: &Answer| book.rule(&one.rule).iter().all(|rule| rule.unverified.is_empty());
    assert!(answers.elements.iter().any(|one| checked(one) && one.unverified.is_empty()));
}

/// The first day of the 2012 text of 治安管理处罚法 (1 March 2006) was not checked: the charge and what names it carry that,
/// and so do the roads; the text of 2026-01-01 was.
#[test]
fn a_charge_under_a_text_with_an_unchecked_day_says_so() {
    let insult = |act: &str| {
        let s = r#""subject":"s","standing":"official","source":"x""#;
        views(&format!(
            r#"{{"fact":"act_date","value":"{act}",{s}}},{{"fact":"public_insult","value":true,{s}}}"#
        ))
    };
    let (old, new) = (insult("2025-06-01"), insult("2026-06-01"));
    let from = std::collections::BTreeSet::from([redress_law::Doubt::From]);
    let charge = |answers: &Answers| {
        answers.candidates.iter().find(|one| one.rule == "psapl-insult").map(|one| one.unverified.clone())
    };
    assert_eq!(
        (of(&old, "psapl-insult").unverified.clone(), charge(&old)),
        (from.clone(), Some(from.clone()))
    );
    assert_eq!(charge(&new), Some(std::collections::BTreeSet::new()));
    // A rule that names it rests on it.
    assert!(of(&old, "op7").unverified.contains(&redress_law::Doubt::From));
    let cited = |answers: &Answers| -> Vec<String> {
        let cites =
            answers.routes.iter().flat_map(|route| route.reasons.iter().flat_map(|one| one.cites.clone()));
        cites.filter(|cite| !cite.doubts.is_empty()).map(|cite| cite.article.to_string()).collect()
    };
    assert!(cited(&old).iter().any(|article| article.starts_with("cn/psapl-2012/")), "{:?}", cited(&old));
}
