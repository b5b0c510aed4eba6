//! Two copies of one law, article by article.

use super::split::Split;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many characters of each copy are shown from the place on.
const EXCERPT: usize = 24;

/// In what two copies differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// The second copy does not have the article.
    OnlyInFirst,
    /// The first copy does not have it.
    OnlyInSecond,
    /// The words differ.
    Words,
    /// Only space, or the width of punctuation, differs.
    Form,
}

impl DifferenceKind {
    /// The code of its sentence.
    pub const fn code(self) -> &'static str {
        match self {
            DifferenceKind::OnlyInFirst => "lawbook-difference-only-in-first",
            DifferenceKind::OnlyInSecond => "lawbook-difference-only-in-second",
            DifferenceKind::Words => "lawbook-difference-words",
            DifferenceKind::Form => "lawbook-difference-form",
        }
    }
}

/// Where an article begins to differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Character of the article's words, from 1; one past the end where the copy ends before.
    pub at: usize,
    /// What stands there, a few characters. A stranger's text: shown escaped.
    pub excerpt: String,
}

/// One article in which two copies differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The article.
    pub article: String,
    /// In what.
    pub kind: DifferenceKind,
    /// The place in the first copy, where it has the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Place>,
    /// The place in the second copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Place>,
}

/// Where two copies differ, in the order of the first and then of what only the second has. Space and the width of
/// punctuation do not count as words; where nothing else differs, that is said.
pub fn compare(a: &Split, b: &Split) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for one in a.articles.iter().filter(|one| seen.insert(one.article.as_str())) {
        match b.article(&one.article) {
            None => found.push(alone(&one.article, &one.text, DifferenceKind::OnlyInFirst)),
            Some(other) => found.extend(between(&one.article, &one.text, &other.text)),
        }
    }
    for other in b.articles.iter().filter(|other| seen.insert(other.article.as_str())) {
        found.push(alone(&other.article, &other.text, DifferenceKind::OnlyInSecond));
    }
    found
}

fn alone(article: &str, text: &str, kind: DifferenceKind) -> Difference {
    let place = Some(place(text, 0));
    let (first, second) = if kind == DifferenceKind::OnlyInFirst { (place, None) } else { (None, place) };
    Difference { article: article.to_owned(), kind, first, second }
}

fn between(article: &str, a: &str, b: &str) -> Option<Difference> {
    if a == b {
        return None;
    }
    let (kind, at, other) = match words_differ(a, b) {
        Some((at, other)) => (DifferenceKind::Words, at, other),
        None => {
            let at = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
            (DifferenceKind::Form, at, at)
        }
    };
    let (first, second) = (Some(place(a, at)), Some(place(b, other)));
    Some(Difference { article: article.to_owned(), kind, first, second })
}

/// The characters at which the words begin to differ, in each text.
fn words_differ(a: &str, b: &str) -> Option<(usize, usize)> {
    let (mut first, mut second) = (plain(a), plain(b));
    let ends = (a.chars().count(), b.chars().count());
    loop {
        match (first.next(), second.next()) {
            (None, None) => return None,
            (Some((_, x)), Some((_, y))) if x == y => {}
            (one, other) => {
                return Some((one.map_or(ends.0, |(at, _)| at), other.map_or(ends.1, |(at, _)| at)));
            }
        }
    }
}

/// The characters that count as words, each with its place.
fn plain(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.chars().enumerate().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| (at, narrow(c)))
}

/// Punctuation in its half-width form; every other character as it is.
fn narrow(c: char) -> char {
    match c {
        '。' | '｡' => '.',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\u{FF01}'..='\u{FF5E}' => {
            let half = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
            if half.is_ascii_punctuation() { half } else { c }
        }
        _ => c,
    }
}

fn place(text: &str, at: usize) -> Place {
    let excerpt: String = text.chars().skip(at).take(EXCERPT).collect();
    Place { at: at + 1, excerpt }
}
