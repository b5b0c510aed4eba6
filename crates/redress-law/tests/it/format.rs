//! The one layout of rules on a page: laying out twice changes nothing, and nothing but the layout changes.

use crate::generated::{around, rules};
use crate::synthetic::{compiled, fenced, plain};
use proptest::prelude::*;
use redress_law::{Book, Language, format_page, print};

/// The remarks of a text, in order.
fn remarks(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once("# ")).map(|(_, remark)| remark.trim()).collect()
}

#[test]
fn the_standard_book_keeps_its_digest_under_the_formatter() {
    let pages: Vec<(String, String)> = Book::standard_pages();
    let laid: Vec<(String, String)> = pages
        .iter()
        .map(|(path, text)| (path.clone(), format_page(path, text).expect("a page of the book")))
        .collect();
    for ((path, before), (_, after)) in pages.iter().zip(&laid) {
        assert_eq!(format_page(path, after).as_ref(), Ok(after), "{path}: laying out twice");
        assert_eq!(remarks(before), remarks(after), "{path}: remarks");
    }
    assert_eq!(Book::compile(&laid).0.digest(), Book::with_drafts().digest());
}

/// How a line is laid out badly.
fn loose(text: &str, noise: &[u8]) -> (String, usize) {
    let mut out = String::new();
    let mut added = 0;
    let at = |line: usize, n: usize| noise[(line * 7 + n) % noise.len()];
    for (line, words) in text.lines().enumerate() {
        let depth = (words.len() - words.trim_start().len()) / 2;
        if at(line, 0) % 4 == 0 {
            out.push('\n');
        }
        let indent = " ".repeat(depth * (1 + usize::from(noise[0] % 5)));
        if at(line, 1) % 4 == 0 {
            out.push_str(&format!("{indent}#   remark {line}  \n"));
            added += 1;
        }
        out.push_str(&indent);
        out.push_str(words.trim_start());
        if at(line, 2) % 3 == 0 {
            out.push_str(&format!("   #line {line}"));
            added += 1;
        }
        out.push('\n');
    }
    (out, added)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// What is printed is laid out already; what is laid out badly is laid out once and for all, keeps every remark, and
    /// says what it said.
    #[test]
    fn any_rule_has_one_layout(rule in rules(), noise in proptest::collection::vec(any::<u8>(), 16)) {
        for language in [Language::Zh, Language::En] {
            let printed = fenced(&plain(), &print(&rule, language));
            prop_assert_eq!(format_page("p.md", &printed), Ok(printed.clone()));
            let (text, added) = loose(&print(&rule, language), &noise);
            let untidy = fenced(&plain(), &text);
            let laid = format_page("p.md", &untidy).expect("a page");
            prop_assert_eq!(format_page("p.md", &laid), Ok(laid.clone()), "laying out twice");
            prop_assert_eq!(laid.matches("# ").count(), printed.matches("# ").count() + added, "{}", laid);
            let digest = |page: &str| {
                let pages = [vec![page.to_owned()], around()].concat();
                compiled(&pages).0.digest().to_owned()
            };
            prop_assert_eq!(digest(&laid), digest(&printed), "{}", laid);
            prop_assert_eq!(digest(&laid), digest(&untidy));
        }
    }
}
