//! Every code has a sentence in both languages, and no sentence says what redress never says.

use std::collections::BTreeSet;

const EN: &str = include_str!("../../../../locales/en/remedies.ftl");
const ZH: &str = include_str!("../../../../locales/zh-Hans/remedies.ftl");

/// Every file that names a code.
const SOURCES: [&str; 14] = [
    include_str!("../../src/administrative_penalty.rs"),
    include_str!("../../src/article_ten.rs"),
    include_str!("../../src/civil_limitation.rs"),
    include_str!("../../src/civil_suit.rs"),
    include_str!("../../src/draft.rs"),
    include_str!("../../src/injunction.rs"),
    include_str!("../../src/limitation.rs"),
    include_str!("../../src/offence.rs"),
    include_str!("../../src/part.rs"),
    include_str!("../../src/police.rs"),
    include_str!("../../src/private_prosecution.rs"),
    include_str!("../../src/public_interest_suit.rs"),
    include_str!("../../src/public_prosecution.rs"),
    include_str!("../../src/route.rs"),
];

fn keys(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with("remedies-"))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .collect()
}

fn codes() -> BTreeSet<String> {
    let quoted = SOURCES.iter().flat_map(|text| text.split('"').skip(1).step_by(2));
    // The bare prefix is a test for a line of Article 10, not a code.
    quoted
        .filter(|word| word.starts_with("remedies-") && *word != "remedies-article-10")
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_code_has_a_sentence_in_both_languages() {
    for (language, text) in [("en", EN), ("zh-Hans", ZH)] {
        let known: BTreeSet<&str> = keys(text).into_iter().collect();
        let missing: Vec<_> = codes().into_iter().filter(|code| !known.contains(code.as_str())).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        assert_eq!(known.len(), keys(text).len(), "{language}: a key stands twice");
    }
    assert_eq!(keys(EN), keys(ZH), "the two files keep one order");
}

#[test]
fn no_sentence_is_left_over() {
    let codes = codes();
    let unused: Vec<_> = keys(EN).into_iter().filter(|key| !codes.contains(*key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_sentence_that_turns_on_the_value_always_has_an_answer() {
    for text in [EN, ZH] {
        assert_eq!(text.matches("$value ->").count(), text.matches("*[other]").count());
    }
    assert_eq!(EN.matches("[FF]").count(), ZH.matches("[FF]").count());
}

/// Design §2 rules 2 and 8; design language §7.
#[test]
fn no_sentence_says_what_redress_never_says() {
    let english = EN.to_lowercase();
    let never = [
        "guilty",
        "liable",
        "offender",
        "proven",
        "score",
        "risk level",
        "ai believes",
        "perpetrator",
        "culprit",
        "picking quarrels",
        "hero",
        "martyr",
        "!",
    ];
    for word in never {
        assert!(!english.contains(word), "{word}");
    }
    let never = [
        "构成犯罪",
        "有罪",
        "违法者",
        "必胜",
        "证据确凿",
        "施暴者",
        "罪犯",
        "凶手",
        "受害者",
        "请放心",
        "寻衅滋事",
        "英雄",
        "烈士",
        "评分",
        "！",
    ];
    for word in never {
        assert!(!ZH.contains(word), "{word}");
    }
}
