//! Reading the tokens of one line.

use crate::Label;
use crate::ir::Ratio;
use crate::lines::{Block, Spot, Token};
use crate::words::{Language, Word};
use redress_base::{Article, Date, Finding};

/// A place in the tokens of one line; errors go to the shared list.
pub(crate) struct Cursor<'a> {
    path: &'a str,
    block: &'a Block,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(path: &'a str, block: &'a Block) -> Cursor<'a> {
        Cursor { path, block, at: 0 }
    }

    pub(crate) fn peek(&self) -> Option<&'a Token> {
        self.block.tokens.get(self.at)
    }

    pub(crate) fn next(&mut self) -> Option<&'a Token> {
        let token = self.peek();
        self.at += usize::from(token.is_some());
        token
    }

    /// The place of the next token, or just behind the line.
    pub(crate) fn spot(&self) -> Spot<'a> {
        let end = || self.block.raw.trim_end().chars().count() + 1;
        let column = self.peek().map_or_else(end, |token| token.column);
        Spot { path: self.path, line: self.block.line, column }
    }

    /// Steps over a keyword in either spelling.
    pub(crate) fn eat(&mut self, word: Word) -> bool {
        self.eat_in(word, Language::Zh) || self.eat_in(word, Language::En)
    }

    fn eat_in(&mut self, word: Word, language: Language) -> bool {
        let spelling = word.spelt(language);
        if spelling.is_empty() {
            return false;
        }
        let parts: Vec<&str> = spelling.split(' ').collect();
        let rest = self.block.tokens.iter().skip(self.at);
        let fits =
            rest.take(parts.len()).filter(|t| !t.quoted).map(|t| t.text.as_str()).eq(parts.iter().copied());
        if fits {
            self.at += parts.len();
        }
        fits
    }

    /// Steps over a punctuation mark.
    pub(crate) fn mark(&mut self, mark: &str) -> bool {
        let fits = self.peek().is_some_and(|token| !token.quoted && token.text == mark);
        self.at += usize::from(fits);
        fits
    }

    /// A bare word, or an error of that code.
    pub(crate) fn word(&mut self, code: &str, findings: &mut Vec<Finding>) -> Option<&'a str> {
        let spot = self.spot();
        match self.peek() {
            Some(token) if !token.quoted && !is_mark(&token.text) => {
                self.at += 1;
                Some(token.text.as_str())
            }
            other => {
                let found = other.map_or("", |token| token.text.as_str());
                findings.push(spot.error(code).with("found", found));
                None
            }
        }
    }

    /// A word that parses, or an error of that code.
    pub(crate) fn parsed<T>(
        &mut self,
        code: &str,
        read: impl Fn(&str) -> Option<T>,
        findings: &mut Vec<Finding>,
    ) -> Option<T> {
        let spot = self.spot();
        let word = self.word(code, findings)?;
        let value = read(word);
        if value.is_none() {
            findings.push(spot.error(code).with("found", word));
        }
        value
    }

    pub(crate) fn number(&mut self, findings: &mut Vec<Finding>) -> Option<u64> {
        self.parsed("law-expected-number", |word| word.parse().ok(), findings)
    }

    pub(crate) fn small_number(&mut self, findings: &mut Vec<Finding>) -> Option<u32> {
        self.parsed("law-expected-number", |word| word.parse().ok(), findings)
    }

    pub(crate) fn date(&mut self, findings: &mut Vec<Finding>) -> Option<Date> {
        self.parsed("law-expected-date", |word| word.parse().ok(), findings)
    }

    pub(crate) fn term(&mut self, findings: &mut Vec<Finding>) -> Option<String> {
        self.parsed("law-expected-term", |word| is_term(word).then(|| word.to_owned()), findings)
    }

    pub(crate) fn rule_id(&mut self, findings: &mut Vec<Finding>) -> Option<String> {
        self.parsed("law-expected-rule-id", |word| is_rule_id(word).then(|| word.to_owned()), findings)
    }

    /// `1/2`, or a whole number.
    pub(crate) fn ratio(&mut self, findings: &mut Vec<Finding>) -> Option<Ratio> {
        let read = |word: &str| {
            let (num, den) = word.split_once('/').unwrap_or((word, "1"));
            let (num, den) = (num.parse().ok()?, den.parse().ok()?);
            (den > 0).then_some(Ratio { num, den })
        };
        self.parsed("law-expected-number", read, findings)
    }

    /// Citations separated by `;`.
    pub(crate) fn citations(&mut self, findings: &mut Vec<Finding>) -> Vec<Article> {
        let mut found = Vec::new();
        loop {
            found.extend(self.parsed("law-expected-citation", citation, findings));
            if !self.mark(";") {
                return found;
            }
        }
    }

    /// Passes over the rest of the line.
    pub(crate) fn skip(&mut self) {
        self.at = self.block.tokens.len();
    }

    /// Nothing may be left on the line.
    pub(crate) fn finish(&self, findings: &mut Vec<Finding>) {
        if let Some(token) = self.peek() {
            findings.push(self.spot().error("law-extra-words").with("found", token.text.as_str()));
        }
    }
}

fn is_mark(text: &str) -> bool {
    matches!(text, "{" | "}" | "," | ";" | "|")
}

/// `view_count`: a lower-case word with digits and underscores that is no part of a keyword.
pub(crate) fn is_term(word: &str) -> bool {
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(fine) && !Word::is_reserved(word)
}

/// `cl246-defamation`: lower-case words, digits and hyphens.
pub(crate) fn is_rule_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// `cn/criminal-law/246` or `cn/criminal-law/246(1)`.
pub(crate) fn citation(word: &str) -> Option<Article> {
    let (instrument, place) = word.rsplit_once('/')?;
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !instrument.split('/').all(plain) || !instrument.contains('/') {
        return None;
    }
    match place.split_once('(') {
        None => plain(place).then(|| Article::new(instrument, place)),
        Some((article, rest)) => {
            let item = rest.strip_suffix(')')?;
            let fine =
                !item.is_empty() && item.bytes().all(|b| b.is_ascii_alphanumeric() || b"()-".contains(&b));
            (plain(article) && fine).then(|| Article::new(instrument, article).item(item))
        }
    }
}

/// `zh | en`: both languages of a name.
pub(crate) fn label(text: &str) -> Option<Label> {
    let (zh, en) = text.split_once('|')?;
    let label = Label::new(zh.trim(), en.trim());
    is_label(&label).then_some(label)
}

/// Whether a name has both languages and can be printed back.
pub(crate) fn is_label(label: &Label) -> bool {
    let fine = |text: &str| {
        !text.is_empty() && text.trim() == text && !text.contains(['|', '"', '#', '\n', '\r', '\t'])
    };
    fine(&label.zh) && fine(&label.en)
}
