//! The refusals as a person reads them, in both languages: what, which day, and which article by its name.

use crate::record::refused;
use redress_words::{Language, Words};

const ACCEPTED: &str = "2024-03-01 private-prosecution filed\n2024-03-10 private-prosecution accepted";

fn said(lines: &str, last: &str, language: Language) -> String {
    let said = Words::new(language).finding(&refused(lines, last));
    let advice = said.advice.unwrap();
    let all = format!("{}\n{advice}", said.sentence);
    assert!(!all.contains('⟦') && !all.contains("{$") && !all.contains("none"), "{all}");
    all
}

#[test]
fn a_closed_step_names_the_article_and_the_reason() {
    let lines = format!("{ACCEPTED}\n2024-03-20 private-prosecution withdrawn reason=other");
    let last = "2024-04-01 private-prosecution filed-again";
    let en = said(&lines, last, Language::En);
    assert!(en.contains("the law closes \"private prosecution filed again\" (2024-04-01)"), "{en}");
    assert!(en.contains("(criminal procedure) 320(2)(6)"), "{en}");
    let zh = said(&lines, last, Language::ZhHans);
    assert!(
        zh.contains("刑事自诉，轨道 1：法律不允许“再次提起自诉”") && zh.contains("第320条(2)(6)"),
        "{zh}"
    );
    assert!(zh.contains("撤诉后（证据不足除外），就同一事实不得再行告诉"), "{zh}");
}

#[test]
fn a_step_out_of_turn_names_the_state_and_the_order() {
    let last = "2024-04-01 private-prosecution became-final";
    let zh = said(ACCEPTED, last, Language::ZhHans);
    assert!(zh.contains("现在是“已受理”") && zh.contains("刑事诉讼法第211条"), "{zh}");
    let en = said(ACCEPTED, last, Language::En);
    assert!(
        en.contains("the track stands at \"accepted\"") && en.contains("Criminal Procedure Law 211"),
        "{en}"
    );
}

#[test]
fn what_was_not_checked_is_marked_in_the_sentence() {
    let en = said("", "2024-03-02 transfer received", Language::En);
    assert!(en.contains(" 18 (O)"), "{en}");
}

#[test]
fn every_other_refusal_has_a_whole_sentence_in_both_languages() {
    let later = format!("{ACCEPTED}\n2024-03-20 private-prosecution heard");
    for (lines, last) in [
        ("", "2024-03-01 nothing filed"),
        ("", "2024-03-01 private-prosecutoin filed"),
        ("", "2024-03-01 private-prosecution nothing-like-it"),
        ("", "2024-03-01 private-prosecution filed track=A"),
        ("", "2024-03-01 private-prosecution heard"),
        (ACCEPTED, "2024-03-12 private-prosecution trial-ended"),
        (ACCEPTED, "2026-12-01 private-prosecution heard"),
        (ACCEPTED, "2024-03-10 private-prosecution accepted"),
        (ACCEPTED, "2024-03-12 private-prosecution heard number=1"),
        (ACCEPTED, "2024-03-12 private-prosecution heard number=（2025）川01刑初1号"),
        (ACCEPTED, "2024-03-12 private-prosecution absent number=1"),
        (ACCEPTED, "2024-03-12 private-prosecution withdrawn"),
        (ACCEPTED, "2024-03-12 private-prosecution withdrawn reason=x"),
        (ACCEPTED, "2024-03-12 private-prosecution heard reason=x"),
        (ACCEPTED, "2024-03-12 private-prosecution heard persons=1"),
        (ACCEPTED, "2024-03-12 private-prosecution heard statement=x"),
        (ACCEPTED, "2024-03-12 private-prosecution heard body=police"),
        ("", "2024-03-12 private-prosecution filed body=platform"),
        (ACCEPTED, "2024-03-12 private-prosecution heard for=2024-04-01"),
        (ACCEPTED, "2024-03-12 private-prosecution hearing-fixed for=2024-03-01"),
        (&later, "2024-03-15 private-prosecution withdrawn reason=other"),
    ] {
        for language in [Language::En, Language::ZhHans] {
            said(lines, last, language);
        }
    }
}
