//! Words that redress never says: it scores nobody and finds nobody guilty.

use crate::none;
use crate::plan;
use crate::repository::{files, product_files};
use crate::rust_text;

/// Where `word` stands in `text` by itself: "score" is not in "underscore". Chinese words have no edges.
fn says(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    let latin = word.is_ascii();
    text.match_indices(&word).any(|(at, found)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
        !latin || edge(before) && edge(after)
    })
}

#[test]
fn the_forbidden_words_are_never_said() {
    let words = plan::read().words;
    let mut complaints = Vec::new();
    let mut look = |path: &str, line: usize, text: &str| {
        let said = words.never.iter().filter(|word| says(text, word) && !words.except.contains_key(path));
        complaints.extend(said.map(|word| format!("{path}:{line} says “{word}”")));
    };
    for file in files() {
        let sentences = ["vocabulary.toml", "/form.toml"].iter().any(|end| file.path.ends_with(end))
            || file.path.starts_with("locales/");
        if sentences {
            file.text
                .lines()
                .enumerate()
                .filter(|(_, line)| !line.starts_with('#'))
                .for_each(|(at, line)| look(&file.path, at + 1, line));
        }
    }
    for file in product_files() {
        for literal in rust_text::read(&file.text).literals {
            look(&file.path, literal.line, &literal.text);
        }
    }
    none(&complaints);
}

#[test]
fn exceptions_are_needed_and_say_why() {
    let words = plan::read().words;
    for (path, why) in &words.except {
        let text = crate::repository::read(path);
        assert!(
            !why.is_empty() && words.never.iter().any(|word| says(&text, word)),
            "{path} needs no exception"
        );
    }
}

#[test]
fn a_word_is_told_from_a_part_of_one() {
    assert!(says("Their Score: 3", "score") && says("本人有罪吗", "有罪"));
    assert!(!says("an underscore scored", "score"));
}
