//! What is left of a text when only its own words count.
//!
//! In this order: Unicode NFKC; lower case; then, in one pass, a `//@user` chain (the words of
//! others, up to the end) ends the text, and `@mentions`, `http://` and `https://` addresses and the
//! platform's own "转发微博" are dropped; of the rest only letters and numbers stay. A text that is
//! nothing but the platform's English "Repost" has no words of its own.

use unicode_normalization::UnicodeNormalization;

/// What the platform writes by itself when a person forwards without a word.
const FORWARDED: [char; 4] = ['转', '发', '微', '博'];
/// The same on the English page; dropped only when nothing else is left.
const FORWARDED_ENGLISH: [char; 6] = ['r', 'e', 'p', 'o', 's', 't'];

/// The normalised text: letters and numbers only.
pub fn normalise(text: &str) -> String {
    let (mut scratch, mut out) = (Vec::new(), Vec::new());
    normalise_into(text, &mut scratch, &mut out);
    out.into_iter().collect()
}

/// Appends the normalised text to `out`; `scratch` is a buffer that is used again.
pub(super) fn normalise_into(text: &str, scratch: &mut Vec<char>, out: &mut Vec<char>) {
    scratch.clear();
    if !fold_plain(text, scratch) {
        scratch.clear();
        scratch.extend(text.nfkc().flat_map(char::to_lowercase));
    }
    let start = out.len();
    keep_words(scratch, out);
    if out.get(start..) == Some(FORWARDED_ENGLISH.as_slice()) {
        out.truncate(start);
    }
}

/// NFKC and lower case for the characters that most posts are made of; false when another one
/// appears. Each of these maps by itself: none composes with, or is reordered against, another of
/// them (a test walks them all).
fn fold_plain(text: &str, out: &mut Vec<char>) -> bool {
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            // Unified ideographs; dashes, quotes, ideographic stops and brackets; emoji; the
            // invisible joiners that are used to break up words.
            '\u{4e00}'..='\u{9fff}'
            | '\u{b7}'
            | '\u{2014}'
            | '\u{2018}'..='\u{201a}'
            | '\u{201c}'..='\u{201e}'
            | '\u{3001}'..='\u{3002}'
            | '\u{3008}'..='\u{3011}'
            | '\u{200b}'..='\u{200d}'
            | '\u{fe0f}'
            | '\u{1f300}'..='\u{1faff}' => out.push(c),
            '\u{a0}' | '\u{3000}' => out.push(' '),
            '\u{2026}' => out.extend(['.', '.', '.']),
            // Full-width forms of ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                let ascii = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
                out.extend(ascii.map(|a| a.to_ascii_lowercase()));
            }
            _ => return false,
        }
    }
    true
}

/// Drops what is not the author's words.
fn keep_words(text: &[char], out: &mut Vec<char>) {
    let mut rest = text;
    while let [c, tail @ ..] = rest {
        rest = match c {
            '/' if tail.starts_with(&['/', '@']) => return,
            '@' => skip_while(tail, is_name),
            'h' => match address(rest) {
                Some(after) => after,
                None => {
                    out.push('h');
                    tail
                }
            },
            '转' if rest.starts_with(&FORWARDED) => rest.get(FORWARDED.len()..).unwrap_or(&[]),
            c => {
                if is_word(*c) {
                    out.push(*c);
                }
                tail
            }
        };
    }
}

fn skip_while(text: &[char], skip: fn(char) -> bool) -> &[char] {
    let length = text.iter().take_while(|c| skip(**c)).count();
    text.get(length..).unwrap_or(&[])
}

/// Letters and numbers. Unified ideographs all are (a test walks them), and asking Unicode's tables takes many times longer.
fn is_word(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphanumeric()
}

/// Characters of a user name.
fn is_name(c: char) -> bool {
    is_word(c) || c == '_' || c == '-'
}

/// What follows an address that begins here.
fn address(text: &[char]) -> Option<&[char]> {
    let rest = text.strip_prefix(['h', 't', 't', 'p'].as_slice())?;
    let rest = rest.strip_prefix(['s'].as_slice()).unwrap_or(rest);
    let rest = rest.strip_prefix([':', '/', '/'].as_slice())?;
    // RFC 3986: an address is visible ASCII. Chinese text right behind it belongs to the author.
    Some(skip_while(rest, |c| c.is_ascii_graphic()))
}

#[cfg(test)]
mod tests {
    use super::{fold_plain, is_word, normalise};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_character_is_a_word_where_unicode_says_so() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn only_the_authors_words_stay() {
        let cases = [
            ("太可怕了！！！", "太可怕了"),
            ("转发微博", ""),
            ("轉發微博。", "轉發微博"),
            ("Repost", ""),
            ("Ｒｅｐｏｓｔ！", ""),
            ("repost this", "repostthis"),
            ("回复@安格斯_牛排:9494", "回复9494"),
            ("＠张三 你好", "你好"),
            ("真的假的？//@李四:胡说//@王五: 转发微博", "真的假的"),
            ("看这里http://t.cn/zW3kMxM看看", "看这里看看"),
            ("HTTPS://T.CN/ABC…见图", "见图"),
            ("http:", "http"),
            ("ｆｕｌｌ　ｗｉｄｔｈ１２３", "fullwidth123"),
            ("谣\u{200b}言\u{200d}止于智者", "谣言止于智者"),
            ("①②③ ㈱ ﬁ", "123株fi"),
            ("Ünïcödé", "ünïcödé"),
            ("🙂快递🙂员🙂", "快递员"),
            ("", ""),
        ];
        for (text, want) in cases {
            assert_eq!(normalise(text), want, "{text}");
        }
    }

    fn by_the_book(text: &str) -> Vec<char> {
        text.nfkc().flat_map(char::to_lowercase).collect()
    }

    #[test]
    fn every_plain_character_folds_by_the_book() {
        let mut plain = 0;
        for c in (0..=0x1ffff_u32).filter_map(char::from_u32) {
            for text in [format!("{c}"), format!("a{c}e{c}"), format!("中{c}文")] {
                let mut out = Vec::new();
                if fold_plain(&text, &mut out) {
                    plain += 1;
                    assert_eq!(out, by_the_book(&text), "U+{:04X}", u32::from(c));
                }
            }
        }
        assert!(plain > 60_000);
    }

    proptest! {
        #[test]
        fn mixed_texts_fold_by_the_book(text in "[a-zA-Z中文字，。！？：…“”ａ-ｚ０-９　@/#\\[\\]·—🙂]{0,40}") {
            let mut out = Vec::new();
            prop_assert!(fold_plain(&text, &mut out));
            prop_assert_eq!(out, by_the_book(&text));
        }

        #[test]
        fn normalising_any_text_keeps_only_letters_and_numbers(text in any::<String>()) {
            prop_assert!(normalise(&text).chars().all(char::is_alphanumeric));
        }
    }
}
