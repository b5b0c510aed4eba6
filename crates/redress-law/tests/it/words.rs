//! Every code of the room has its sentence in both languages, and no sentence is left over.

use std::collections::BTreeSet;

const SOURCES: [&str; 10] = [
    include_str!("../../src/book.rs"),
    include_str!("../../src/check.rs"),
    include_str!("../../src/combine.rs"),
    include_str!("../../src/condition.rs"),
    include_str!("../../src/cursor.rs"),
    include_str!("../../src/evaluate.rs"),
    include_str!("../../src/lines.rs"),
    include_str!("../../src/parse.rs"),
    include_str!("../../src/provision.rs"),
    include_str!("../../src/reading.rs"),
];
const VERSIONS: &str = include_str!("../../src/versions.rs");
const EN: &str = include_str!("../../../../locales/en/law.ftl");
const ZH: &str = include_str!("../../../../locales/zh-Hans/law.ftl");

fn used() -> BTreeSet<&'static str> {
    SOURCES
        .iter()
        .chain([&VERSIONS])
        .flat_map(|text| text.split('"'))
        .filter(|word| word.starts_with("law-"))
        .collect()
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

#[test]
fn codes_and_sentences_match() {
    for text in [EN, ZH] {
        let have: Vec<String> = sentences(text).into_iter().map(|(code, _, _)| code).collect();
        let have: BTreeSet<&str> = have.iter().map(String::as_str).collect();
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

/// Words that this product never says (docs/principles.md, rule 2).
#[test]
fn no_sentence_names_guilt() {
    let pages: String = redress_law::Book::standard_pages().into_iter().map(|(_, text)| text).collect();
    for word in ["guilty", "offender", "构成犯罪", "score", "risk level", "证据确凿", "AI believes"] {
        assert!(!EN.contains(word) && !ZH.contains(word) && !pages.contains(word), "{word}");
    }
}
