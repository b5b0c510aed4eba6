//! By what a person tells one statement from another: where its first post stands in the person's own file, when it was
//! published and how long it is. Its first words only where they were asked for, with what identifies somebody left out.

use redress_base::{Private, Span, Stamp};
use redress_case::CaseResult;
use redress_posts::Corpus;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// First characters shown of a post.
const FIRST: usize = 30;
/// Digits in a row that may be somebody's number.
const NUMBER: usize = 5;

/// The first post of a statement, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// The statement.
    pub statement: String,
    /// Its first post.
    pub post: String,
    /// Name of the file in which that post was first seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where in that file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Stamp>,
    /// Its length in characters.
    pub characters: u64,
    /// Its first words, where they were asked for: names after @, numbers and links are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// The handles of the statements that a result lists; with `words` their first words too.
pub fn handles(result: &CaseResult, corpus: &Corpus, words: bool) -> Vec<Handle> {
    let handle = |statement: &str, key: &str| {
        let post = corpus.post(corpus.find(key)?)?;
        let span = corpus.sighting(post.first_sighting()).map(|seen| corpus.span(seen));
        let item = span.as_ref().map(|span| span.item);
        let item = result.kept.items.iter().find(|row| Some(row.item.id) == item);
        let text: Private<&str> = corpus.text(post);
        let text = *text.reveal();
        Some(Handle {
            statement: statement.to_owned(),
            post: key.to_owned(),
            file: item.map(|row| row.item.name.clone()),
            span,
            published: post.published(),
            characters: u64::try_from(text.chars().count()).unwrap_or(u64::MAX),
            words: words.then(|| first_words(text)),
        })
    };
    result.statements.iter().filter_map(|row| handle(&row.id, &row.anchor)).collect()
}

/// The first words in one line, `…` in place of a name after @, of a number and of a link.
fn first_words(text: &str) -> String {
    let mut shown = String::new();
    let mut whole = true;
    for word in text.split_whitespace() {
        if shown.chars().count() >= FIRST {
            whole = false;
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(&masked(word));
    }
    whole &= shown.chars().count() <= FIRST;
    let first: String = shown.chars().take(FIRST).collect();
    if whole { first } else { format!("{first}…") }
}

fn masked(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let skip = if c == '@' || c == '＠' {
            out.push('@');
            // A name after @ has no end that is sure before the next blank or mark.
            c.len_utf8()
                + len(rest, |c| !matches!(c, ':' | '：' | '，' | '。' | '！' | '？' | ',' | '!' | '?'))
        } else if rest.starts_with("http") || rest.starts_with("www.") {
            len_of(rest, |c| c.is_ascii_graphic())
        } else {
            let digits = len_of(rest, |c| c.is_ascii_digit());
            if digits >= NUMBER { digits } else { 0 }
        };
        if skip == 0 {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        } else {
            out.push('…');
            rest = rest.get(skip..).unwrap_or_default();
        }
    }
    out
}

/// Bytes of the characters after the first one that `are` so.
fn len(text: &str, are: impl Fn(char) -> bool) -> usize {
    text.chars().skip(1).take_while(|c| are(*c)).map(char::len_utf8).sum()
}

fn len_of(text: &str, are: impl Fn(char) -> bool) -> usize {
    text.chars().take_while(|c| are(*c)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn what_identifies_somebody_stands_in_no_first_words() {
        for (text, shown) in [
            ("她 每晚都去", "她 每晚都去"),
            ("@某某人：电话13812345678，看 https://x.example/u/1 吧", "@…：电话…，看 … 吧"),
            ("回复@路人甲 12345", "回复@… …"),
            ("", ""),
        ] {
            assert_eq!(first_words(text), shown);
        }
        let long = "字".repeat(200);
        assert_eq!(first_words(&long).chars().count(), super::FIRST + 1);
    }
}
