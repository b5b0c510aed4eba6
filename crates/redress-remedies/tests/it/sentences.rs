//! Every code has a sentence in both languages, and no sentence says what redress never says.

use std::collections::BTreeSet;

const EN: &str = include_str!("../../../../locales/en/remedies.ftl");
const ZH: &str = include_str!("../../../../locales/zh-Hans/remedies.ftl");

/// Every file of the room.
const SOURCES: [&str; 42] = [
    include_str!("../../src/acceptance.rs"),
    include_str!("../../src/administrative_penalty.rs"),
    include_str!("../../src/article_ten.rs"),
    include_str!("../../src/complainant.rs"),
    include_str!("../../src/branch.rs"),
    include_str!("../../src/cite.rs"),
    include_str!("../../src/civil_claims.rs"),
    include_str!("../../src/civil_defendants.rs"),
    include_str!("../../src/civil_limitation.rs"),
    include_str!("../../src/civil_suit.rs"),
    include_str!("../../src/crossing.rs"),
    include_str!("../../src/deadline.rs"),
    include_str!("../../src/desk.rs"),
    include_str!("../../src/draft.rs"),
    include_str!("../../src/duty.rs"),
    include_str!("../../src/element.rs"),
    include_str!("../../src/filing_supervision.rs"),
    include_str!("../../src/from_law.rs"),
    include_str!("../../src/identity.rs"),
    include_str!("../../src/infringement.rs"),
    include_str!("../../src/injunction.rs"),
    include_str!("../../src/legal_aid.rs"),
    include_str!("../../src/lib.rs"),
    include_str!("../../src/limitation.rs"),
    include_str!("../../src/notices.rs"),
    include_str!("../../src/offence.rs"),
    include_str!("../../src/other_offence.rs"),
    include_str!("../../src/paper.rs"),
    include_str!("../../src/part.rs"),
    include_str!("../../src/platform_notice.rs"),
    include_str!("../../src/police.rs"),
    include_str!("../../src/police_help.rs"),
    include_str!("../../src/private_prosecution.rs"),
    include_str!("../../src/protection_order.rs"),
    include_str!("../../src/public_interest_suit.rs"),
    include_str!("../../src/public_order.rs"),
    include_str!("../../src/public_prosecution.rs"),
    include_str!("../../src/reason.rs"),
    include_str!("../../src/reconsideration.rs"),
    include_str!("../../src/route.rs"),
    include_str!("../../src/step.rs"),
    include_str!("../../src/violation.rs"),
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

/// Quoted words of the sources, without their unit tests.
fn quoted() -> impl Iterator<Item = &'static str> {
    let product = |text: &'static str| text.split("#[cfg(test)]").next().unwrap_or_default();
    SOURCES.into_iter().flat_map(move |text| product(text).split('"').skip(1).step_by(2))
}

/// A fact that nobody defines would read as unknown for ever, and nobody would notice.
#[test]
fn every_fact_and_every_word_stands_in_the_vocabulary() {
    let words = crate::scene::words();
    let small = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let facts: BTreeSet<&str> = quoted().filter(|word| word.contains('_') && small(word)).collect();
    let unknown: Vec<_> = facts.iter().filter(|fact| words.get(fact).is_none()).collect();
    assert!(facts.len() > 150 && unknown.is_empty(), "{unknown:?}");

    let mut known: BTreeSet<&str> = redress_remedies::RULES.into_iter().collect();
    known.extend(redress_remedies::RouteId::ALL.iter().map(|id| id.word()));
    known.extend(redress_law::Book::standard().readings().map(|(id, _)| id));
    known.extend(redress_law::Book::standard().rules().iter().map(|rule| rule.id.as_str()));
    for (_, term) in words.iter() {
        if let redress_facts::Kind::Choice(of) | redress_facts::Kind::Set(of) = &term.kind {
            known.extend(of.iter().map(String::as_str));
        }
    }
    let kebab = |word: &str| {
        word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let said =
        quoted().filter(|word| kebab(word) && !word.starts_with("remedies-") && !word.starts_with("kebab"));
    let unknown: Vec<_> = said
        .filter(|word| !known.contains(word) && !word.chars().all(|c| c.is_ascii_digit() || c == '-'))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
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
