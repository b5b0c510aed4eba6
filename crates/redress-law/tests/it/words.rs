//! Every code of the room has its sentence in both languages, and no sentence is left over.

use std::collections::BTreeSet;

const SOURCES: [&str; 36] = [
    include_str!("../../src/answer.rs"),
    include_str!("../../src/book.rs"),
    include_str!("../../src/check.rs"),
    include_str!("../../src/combine.rs"),
    include_str!("../../src/completions.rs"),
    include_str!("../../src/condition.rs"),
    include_str!("../../src/coverage.rs"),
    include_str!("../../src/cursor.rs"),
    include_str!("../../src/decisive.rs"),
    include_str!("../../src/due.rs"),
    include_str!("../../src/duty.rs"),
    include_str!("../../src/evaluate.rs"),
    include_str!("../../src/exam.rs"),
    include_str!("../../src/examine.rs"),
    include_str!("../../src/fast.rs"),
    include_str!("../../src/format.rs"),
    include_str!("../../src/ir.rs"),
    include_str!("../../src/lib.rs"),
    include_str!("../../src/lines.rs"),
    include_str!("../../src/mutate.rs"),
    include_str!("../../src/needs.rs"),
    include_str!("../../src/outcome.rs"),
    include_str!("../../src/page.rs"),
    include_str!("../../src/parse.rs"),
    include_str!("../../src/period.rs"),
    include_str!("../../src/polarity.rs"),
    include_str!("../../src/print.rs"),
    include_str!("../../src/proportion.rs"),
    include_str!("../../src/provision.rs"),
    include_str!("../../src/question.rs"),
    include_str!("../../src/reading.rs"),
    include_str!("../../src/resting.rs"),
    include_str!("../../src/span.rs"),
    include_str!("../../src/survey.rs"),
    include_str!("../../src/versions.rs"),
    include_str!("../../src/words.rs"),
];
const LIB: &str = include_str!("../../src/lib.rs");
const EN: &str = include_str!("../../../../locales/en/law.ftl");
const ZH: &str = include_str!("../../../../locales/zh-Hans/law.ftl");

fn used() -> BTreeSet<&'static str> {
    SOURCES.iter().flat_map(|text| text.split('"')).filter(|word| word.starts_with("law-")).collect()
}

/// Codes with the names of their arguments, and whether advice follows.
fn sentences(text: &str) -> BTreeSet<(String, BTreeSet<String>, bool)> {
    let mut found: Vec<(String, BTreeSet<String>, bool)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let args = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned);
        match (line.split_once(" = "), found.last_mut()) {
            (Some((_, _)), Some(last)) if line.starts_with("    .advice") => {
                last.1.extend(args);
                last.2 = true;
            }
            (Some((code, _)), _) => found.push((code.to_owned(), args.collect(), false)),
            (None, _) => panic!("{line}"),
        }
    }
    found.into_iter().collect()
}

/// The list of sources above is whole: each room of the crate, and the door.
#[test]
fn every_source_is_looked_through() {
    let rooms = LIB.lines().filter(|line| line.starts_with("mod ") || line.starts_with("pub mod ")).count();
    assert_eq!(SOURCES.len(), rooms + 1);
}

#[test]
fn codes_and_sentences_match() {
    for text in [EN, ZH] {
        let have: Vec<String> = sentences(text).into_iter().map(|(code, _, _)| code).collect();
        // Attributes of a sentence for pages belong to it; the names of bodies are said by the rooms above.
        let own = |code: &&str| !code.starts_with(' ') && !code.starts_with("law-body-");
        let have: BTreeSet<&str> = have.iter().map(String::as_str).filter(own).collect();
        assert_eq!(used().difference(&have).collect::<Vec<_>>(), Vec::<&&str>::new(), "without a sentence");
        assert_eq!(have.difference(&used()).collect::<Vec<_>>(), Vec::<&&str>::new(), "never used");
    }
}

#[test]
fn both_languages_use_the_same_arguments_where_it_matters() {
    let shape =
        |text: &str| sentences(text).into_iter().map(|(code, _, advice)| (code, advice)).collect::<Vec<_>>();
    assert_eq!(shape(EN), shape(ZH));
}

/// Words that this product never says (docs/principles.md, rule 2): of nobody, and on no page, in rules, tests or comments.
#[test]
fn no_sentence_names_guilt() {
    let chinese = ["构成犯罪", "有罪", "违法者", "施暴者", "罪犯", "凶手", "受害者", "证据确凿"];
    let english = [
        "guilty",
        "liable",
        "offender",
        "offenders",
        "perpetrator",
        "perpetrators",
        "proven",
        "score",
        "scores",
    ];
    let phrases = ["risk level", "AI believes"];
    let pages = redress_law::Book::standard_pages();
    let texts =
        pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain([("en", EN), ("zh", ZH)]);
    for (path, text) in texts {
        for word in chinese.iter().chain(&phrases) {
            assert!(!text.contains(word), "{path}: {word}");
        }
        let lower = text.to_lowercase();
        for word in lower.split(|c: char| !c.is_ascii_alphabetic()) {
            assert!(!english.contains(&word), "{path}: {word}");
        }
    }
}
