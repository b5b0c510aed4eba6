//! Keys, IRIs and remarks in both languages.

use super::xml::Tag;
use crate::say::Say;
use redress_base::{Arg, Article};
use redress_law::{Book, End, InForce, Label, Rule};
use redress_words::{Language, Words};

/// The sentences of both languages.
pub(super) fn words() -> (Words, Words) {
    (Words::new(Language::ZhHans), Words::new(Language::En))
}

/// The book with its names in both languages.
pub(super) struct Names<'a> {
    pub(super) book: &'a Book,
    pub(super) zh: Say<'a>,
    pub(super) en: Say<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn new(book: &'a Book, zh: &'a Words, en: &'a Words) -> Names<'a> {
        Names { book, zh: Say::new(zh, book), en: Say::new(en, book) }
    }

    /// A remark from `locales/`.
    pub(super) fn comment(&self, code: &str, args: &[(&str, Arg)]) -> Tag {
        both("lrml:Comment", &self.said(code, args))
    }

    /// A sentence in both languages.
    pub(super) fn said(&self, code: &str, args: &[(&str, Arg)]) -> Label {
        Label::new(&self.zh.say(code, args), &self.en.say(code, args))
    }

    /// An article in both languages.
    pub(super) fn article(&self, article: &Article) -> Label {
        Label::new(&self.zh.article(article), &self.en.article(article))
    }
}

/// An element that holds a text in both languages, each in a marked span.
pub(super) fn both(name: &'static str, label: &Label) -> Tag {
    let span = |language: &str, text: &str| {
        Tag::new("span").with("xmlns", "http://www.w3.org/1999/xhtml").with("xml:lang", language).text(text)
    };
    let mut tag = Tag::new(name);
    if !label.zh.is_empty() {
        tag = tag.hold(span("zh-Hans", &label.zh));
    }
    if !label.en.is_empty() {
        tag = tag.hold(span("en", &label.en));
    }
    tag
}

/// Sentences behind each other.
pub(super) fn join(parts: &[Label]) -> Label {
    between(parts, " ")
}

/// Names behind each other.
pub(super) fn row(parts: &[Label]) -> Label {
    between(parts, " · ")
}

fn between(parts: &[Label], gap: &str) -> Label {
    let zh: Vec<&str> = parts.iter().map(|part| &*part.zh).collect();
    let en: Vec<&str> = parts.iter().map(|part| &*part.en).collect();
    Label::new(&zh.join(gap), &en.join(gap))
}

/// A text as part of an XML name: letters, digits, `-`, `_` and `.`; brackets become `_`.
pub(super) fn plain(text: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mapped = text.chars().map(|c| match c {
        '/' => '.',
        '(' | ')' => '_',
        c if allowed(c) => c,
        _ => '-',
    });
    mapped.collect()
}

/// `rule-cl246-defamation-1997-10-01`.
pub(super) fn key(kind: &str, rule: &Rule) -> String {
    format!("{kind}-{}-{}", rule.id, rule.in_force.from)
}

pub(super) fn reference(article: &Article) -> String {
    format!("ref-{}", plain(&article.to_string()))
}

/// The key of a period: `tc-2006-03-01-2026-01-01`, `tc-2013-09-10-open`.
pub(super) fn period(period: &InForce) -> String {
    match &period.end {
        End::Open => format!("tc-{}-open", period.from),
        End::NotResearched => format!("tc-{}-not-researched", period.from),
        End::Repealed { on, .. } => format!("tc-{}-{on}", period.from),
    }
}
