//! The standard book is sound, complete in what it promises, and stable.

use crate::properties::noticed;
use crate::support::{Case, claim, count};
use redress_base::{Level, Unit, Value};
use redress_facts::{Datum, Standing};
use redress_law::{Book, Completions, Confidence, Ir, Node, Outcome, Rank, Role, Rule, is_sound};
use std::collections::BTreeSet;

/// The rules on which other rooms rely.
const PROMISED: [&str; 12] = [
    "op10-report-shield",
    "op10-criticism-shield",
    "cl246-defamation",
    "cl246-insult",
    "cl246-public-procedure",
    "fs2013-21-serious",
    "psapl-defamation",
    "psapl-insult",
    "civil-reputation",
    "op2",
    "op3",
    "op7",
];

#[test]
fn the_standard_book_compiles_without_warnings() {
    let loud: Vec<_> = noticed().iter().filter(|f| f.level != Level::Note).collect();
    assert!(is_sound(noticed()) && loud.is_empty(), "{loud:#?}");
    for id in PROMISED {
        assert!(!Book::standard().rule(id).is_empty(), "{id}");
    }
}

#[test]
fn the_standard_book_that_is_not_checked_at_each_start_is_the_one_that_was_compiled() {
    let (compiled, _) = Book::compile(&Book::standard_pages());
    assert_eq!(Book::with_drafts().digest(), compiled.digest());
    assert_eq!(Book::with_drafts().ir(), compiled.ir());
    assert_eq!(Book::standard().ir(), compiled.in_force().ir());
    assert_eq!(Book::standard().digest(), compiled.in_force().digest());
}

#[test]
fn every_cited_instrument_is_in_the_book_and_every_cited_article_is_encoded_or_excused() {
    let ir = Book::standard().ir();
    for rule in &ir.rules {
        for cite in &rule.cites {
            let instrument = ir.instruments.iter().find(|i| *i.id == *cite.instrument);
            let instrument = instrument.unwrap_or_else(|| panic!("{} cites {cite}", rule.id));
            let page = ir
                .provisions
                .iter()
                .any(|p| p.article.instrument == cite.instrument && p.article.article == cite.article);
            assert!(page || instrument.not_encoded.contains_key(&*cite.article), "{} cites {cite}", rule.id);
        }
    }
}

/// A normative document never stands alone: each charge from it names a statute.
#[test]
fn charges_of_the_opinions_name_a_statute() {
    let book = Book::standard();
    let statute =
        |rank: Rank| matches!(rank, Rank::CriminalStatute | Rank::CivilStatute | Rank::AdministrativeStatute);
    let ranked: BTreeSet<&str> =
        book.ir().instruments.iter().filter(|i| statute(i.rank)).map(|i| i.id.as_str()).collect();
    let of_opinions = |rule: &&Rule| {
        let charge = matches!(rule.role, Role::Offence | Role::Violation | Role::Civil);
        rule.rank == Rank::NormativeDocument && (rule.penalty || charge)
    };
    let charges: Vec<&Rule> = book.rules().iter().filter(of_opinions).collect();
    assert!(charges.iter().any(|rule| rule.id == "op2") && charges.iter().any(|rule| rule.id == "op3"));
    for rule in charges {
        assert!(rule.cites.iter().any(|cite| ranked.contains(&*cite.instrument)), "{}", rule.id);
    }
}

/// The file without a single claim is never "made out", and never "not made out" (docs/principles.md, rule 4).
#[test]
fn an_empty_sheet_leaves_every_rule_open() {
    let case = Case::new();
    for rule in Book::standard().rules() {
        let outcome = case.ask(&rule.id);
        assert_eq!(outcome.value, Value::UU, "{}", rule.id);
        assert_ne!(outcome.presumptive, Value::TT, "{}", rule.id);
        assert_ne!(outcome.enumerated, Value::TT, "{}", rule.id);
    }
}

/// Article 10 comes first: at the root of everything that could lead to a penalty (docs/principles.md, rule 3).
#[test]
fn every_rule_that_could_lead_to_a_penalty_checks_article_10_first() {
    let case = Case::new();
    for rule in
        Book::standard().rules().iter().filter(|rule| rule.penalty && rule.in_force.holds(case.filing))
    {
        let outcome = case.ask(&rule.id);
        assert!(!outcome.check_first.is_empty(), "{}", rule.id);
        for shield in &outcome.check_first {
            // The two sentences are never mixed up; charges that are not about the words have a check of their own.
            let own = match shield.against.as_str() {
                against if against.contains("insult") => "op10-criticism-shield",
                against if against.contains("defamation") => "op10-report-shield",
                _ => shield.rule.as_str(),
            };
            assert_eq!(shield.rule, own, "{} against {}", rule.id, shield.against);
            assert!(shield.rule.starts_with("op10-"), "{} against {}", rule.id, shield.against);
        }
    }
    let tree = case.ask("cl246-defamation").tree;
    assert_eq!(&*tree.children[0].label.en, "Reports and exposures are protected");
}

/// A provision whose text was not verified is marked in every result that rests on it.
#[test]
fn an_unverified_source_shows_in_the_result() {
    let outcome = Case::insult().individual().ask("op3");
    assert_eq!(outcome.version.map(|v| v.confidence), Some(Confidence::O));
    assert_eq!(outcome.tree.confidence, Some(Confidence::O));
    let marks = outcome.findings.iter().filter(|f| f.code == "law-rests-on-unverified");
    let marks: Vec<String> = marks.flat_map(|f| f.article.as_ref().map(ToString::to_string)).collect();
    // What the article rests on is marked with it: Article 1 was read as a draft only.
    assert_eq!(marks, ["cn/opinions-2023-14/1", "cn/opinions-2023-14/3"]);
    assert!(Case::insult().ask("cl246-insult").findings.iter().all(|f| f.code != "law-rests-on-unverified"));
}

/// The stored forms read back as they were written.
#[test]
fn outcomes_completions_and_the_book_survive_to_json() {
    let outcome = Case::defamation().acts("2025-12-30", "2026-01-02").individual().ask("op7");
    let text = serde_json::to_string(&outcome).expect("JSON");
    assert_eq!(serde_json::from_str::<Outcome>(&text).expect("an outcome"), outcome);
    let missing = Case::new().missing("cl246-defamation", Value::TT);
    let text = serde_json::to_string(&missing).expect("JSON");
    assert_eq!(serde_json::from_str::<Completions>(&text).expect("completions"), missing);
    let text = serde_json::to_string(Book::standard().ir()).expect("JSON");
    let read: Ir = serde_json::from_str(&text).expect("a book");
    assert_eq!(serde_json::to_string(&read).expect("JSON"), text);
    assert_eq!((read.schema.as_str(), outcome.schema.as_str()), ("redress/law/1", "redress/explanation/1"));
    assert_eq!(outcome.book, Book::standard().digest());
    assert_eq!(outcome.book.len(), 64);
}

/// The schemas describe what is written: the same keys, none of them open.
#[test]
fn the_schemas_name_the_keys_that_are_written() {
    let two = Case::defamation().with("view_count", claim(count(4000, Unit::Views), Standing::Measured));
    let straddling = Case::defamation().acts("2025-12-30", "2026-01-02").individual().ask("op7");
    let draft = Case::new().ask_of(Book::with_drafts(), "draft-acv-2-cyberviolence");
    let outcomes = [
        to_json(&two.ask("cl246-defamation")),
        to_json(&straddling),
        to_json(&draft),
        to_json(&conflicting()),
    ];
    let written = [
        vec![to_json(Book::standard().ir())],
        outcomes.to_vec(),
        vec![to_json(&Case::new().missing("op2", Value::TT))],
    ];
    for ((name, schema), written) in redress_law::schemas().into_iter().zip(written) {
        let keys =
            |one: &serde_json::Value| one.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
        let keys: BTreeSet<String> = written.iter().flat_map(keys).collect();
        let properties = schema.get("properties").and_then(|p| p.as_object()).expect("properties");
        assert_eq!(keys, properties.keys().cloned().collect(), "{name}");
        assert_eq!(schema.get("additionalProperties"), Some(&serde_json::Value::Bool(false)), "{name}");
        assert!(written.iter().all(|one| one["schema"] == name));
    }
}

fn to_json<T: serde::Serialize>(value: &T) -> serde_json::Value {
    serde_json::to_value(value).expect("JSON")
}

/// An answer in which two values apply together and differ.
fn conflicting() -> Outcome {
    let rule =
        "rule r\nlabel 甲 | A\nrequires a_a\ngives x \"甲 | A\" {yuan 1}\ngives y \"乙 | B\" {yuan 2}\n";
    let book = crate::synthetic::book(&[crate::synthetic::fenced(&crate::synthetic::plain(), rule)]);
    Case::made_up().shown("a_a", Datum::Yes).ask_of(&book, "r")
}

/// One explanation, read as a person would: what decides stands out, Article 10 comes first.
#[test]
fn an_explanation_reads_from_the_shield_down() {
    let case = Case::defamation().but("view_count", 0).shown("view_count", count(4999, Unit::Views));
    let mut text = String::new();
    lines(&case.ask("cl246-defamation").tree, 0, &mut text);
    insta::assert_snapshot!(text);
}

fn lines(node: &Node, depth: usize, into: &mut String) {
    let mark = if node.decisive { "*" } else { " " };
    let reason = node.reason.trim_start_matches("law-why-");
    let item = node.item.map(|item| format!("({item}) ")).unwrap_or_default();
    into.push_str(&format!(
        "{mark} {} {}{item}{} [{reason}]\n",
        node.value,
        "  ".repeat(depth),
        node.label.en
    ));
    node.children.iter().for_each(|child| lines(child, depth + 1, into));
}
