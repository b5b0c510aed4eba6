//! The standard book is sound, complete in what it promises, and stable.

use crate::support::Case;
use redress_base::{Level, Value};
use redress_law::{Book, Rank, is_sound};
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
    let (book, findings) = Book::compile(&Book::standard_pages());
    let loud: Vec<_> = findings.iter().filter(|f| f.level != Level::Note).collect();
    assert!(is_sound(&findings) && loud.is_empty(), "{loud:#?}");
    for id in PROMISED {
        assert!(!book.rule(id).is_empty(), "{id}");
    }
    for provision in &book.ir().provisions {
        assert!(!provision.rules.is_empty(), "{:?} has no rule", provision.article);
        assert!(!provision.paraphrase.zh.is_empty() && !provision.paraphrase.en.is_empty());
    }
}

#[test]
fn every_cited_instrument_is_in_the_book_and_every_cited_article_is_encoded_or_excused() {
    let ir = Book::standard().ir();
    for rule in &ir.rules {
        for cite in &rule.cites {
            let instrument = ir.instruments.iter().find(|i| i.id == cite.instrument);
            let instrument = instrument.unwrap_or_else(|| panic!("{} cites {cite}", rule.id));
            let page = ir.provisions.iter().any(|p| p.article.instrument == cite.instrument && p.article.article == cite.article);
            assert!(page || instrument.not_encoded.contains_key(&cite.article), "{} cites {cite}", rule.id);
        }
    }
}

/// A normative document never stands alone: each rule from it names or reaches a statute.
#[test]
fn rules_of_the_opinions_name_a_statute() {
    let book = Book::standard();
    let ranked: BTreeSet<&str> =
        book.ir().instruments.iter().filter(|i| i.rank == Rank::CriminalStatute).map(|i| i.id.as_str()).collect();
    for id in ["op2", "op3", "op12-public-order"] {
        for rule in book.rule(id) {
            assert!(rule.cites.iter().any(|cite| ranked.contains(cite.instrument.as_str())), "{id}");
        }
    }
}

/// The file without a single claim is never "made out", and never "not made out" (design.md §2, rule 4).
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

/// Article 10 comes first: at the root of everything that could lead to a penalty (design.md §2, rule 3).
#[test]
fn every_rule_that_could_lead_to_a_penalty_checks_article_10_first() {
    let case = Case::new();
    for rule in Book::standard().rules().iter().filter(|rule| rule.penalty && !rule.id.starts_with("op10")) {
        let outcome = case.ask(&rule.id);
        assert!(!outcome.check_first.is_empty(), "{}", rule.id);
        for shield in &outcome.check_first {
            let insult = shield.against.contains("insult");
            assert_eq!(shield.rule, if insult { "op10-criticism-shield" } else { "op10-report-shield" });
        }
    }
    let tree = case.ask("cl246-defamation").tree;
    assert_eq!(tree.children[0].label.en, "Reports and exposures are protected");
}

/// A rough guard, not a benchmark: the book compiles and answers fast enough to be asked for every statement.
#[test]
#[ignore = "measures; run it in a release build"]
fn how_fast() {
    let case = Case::defamation();
    let start = std::time::Instant::now();
    for _ in 0..2000 {
        std::hint::black_box(case.ask("cl246-public-procedure"));
    }
    println!("evaluate: {:?} each", start.elapsed() / 2000);
    let start = std::time::Instant::now();
    for _ in 0..500 {
        std::hint::black_box(Case::missing(&case, "cl246-public-procedure", Value::TT));
    }
    println!("completions: {:?} each", start.elapsed() / 500);
    let start = std::time::Instant::now();
    std::hint::black_box(Book::compile(&Book::standard_pages()));
    println!("compile: {:?}", start.elapsed());
}
