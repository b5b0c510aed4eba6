//! Writes a paper in one language, and keeps which of its words are the program's own: the sentences of `locales/`, the
//! names in the law book, in the vocabulary and in the procedures. What comes from a file goes in as an argument and is
//! never counted among them, so that the leak check sees it.

use redress_base::{Arg, Article, Count, Date, Unit, Value};
use redress_law::Label;
use redress_words::{Language, Words};
use std::collections::BTreeSet;

/// A paper as it is told in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// As Markdown (CommonMark).
    pub markdown: String,
    /// As plain text that stands by itself.
    pub text: String,
    /// The sentences and names of the program's own books in it.
    pub own: BTreeSet<String>,
}

/// Writes [`Told`] block by block.
pub(crate) struct Teller<'w> {
    pub(crate) words: &'w Words,
    told: Told,
}

impl<'w> Teller<'w> {
    pub(crate) fn new(words: &'w Words) -> Teller<'w> {
        Teller { words, told: Told::default() }
    }

    pub(crate) fn finish(self) -> Told {
        self.told
    }

    /// A sentence of `locales/`. Its arguments are not the program's own unless they were told as such before.
    pub(crate) fn say(&mut self, code: &str, args: &[(&str, Arg)]) -> String {
        let said = self.words.say(code, args);
        let mut fixed = vec![said.as_str()];
        for (_, arg) in args {
            let text = match arg {
                Arg::Text(text) => text.clone(),
                Arg::Number(n) => self.words.number(u64::try_from(*n).unwrap_or_default()),
            };
            if !text.is_empty() {
                fixed = fixed.into_iter().flat_map(|part| part.split(text.as_str())).collect();
            }
        }
        let fixed: Vec<String> = fixed.into_iter().map(str::to_owned).collect();
        self.told.own.extend(fixed);
        said
    }

    /// A name out of a book.
    pub(crate) fn label(&mut self, label: &Label) -> String {
        let name = if self.words.language() == Language::ZhHans { &label.zh } else { &label.en };
        self.keep(name.to_string())
    }

    /// The answer words of a value.
    pub(crate) fn value(&mut self, value: Value) -> String {
        let said = self.words.value(value);
        self.keep(said)
    }

    /// An article by name, with the mark of what was not checked.
    pub(crate) fn article(&mut self, article: &Article, unverified: bool) -> String {
        let name = self.words.article(article);
        let name = self.keep(name);
        if unverified { name + &self.say("documents-unverified", &[]) } else { name }
    }

    /// A number of the file that may be told.
    pub(crate) fn count(&mut self, count: Count, unit: Unit) -> String {
        let said = self.words.count(count, unit);
        self.keep(said)
    }

    /// A month, or the year alone.
    pub(crate) fn month(&mut self, year: i16, month: Option<i8>) -> String {
        let said = match (month, self.words.language()) {
            (Some(month), Language::ZhHans) => format!("{year}年{month}月"),
            (None, Language::ZhHans) => format!("{year}年"),
            (None, Language::En) => year.to_string(),
            (Some(month), Language::En) => {
                // A day is written day first; without it the month stays.
                let first = self.words.date(Date::new(year, month, 1).unwrap_or(Date::MAX));
                first.split_once(' ').map_or(first.clone(), |(_, rest)| rest.to_owned())
            }
        };
        self.keep(said)
    }

    /// Several names in a row.
    pub(crate) fn list(&self, names: &[String]) -> String {
        names.join(if self.words.language() == Language::ZhHans { "、" } else { ", " })
    }

    /// Counts a text among the program's own.
    pub(crate) fn keep(&mut self, own: String) -> String {
        self.told.own.insert(own.clone());
        own
    }

    pub(crate) fn title(&mut self, text: &str) {
        self.block("# ", "", text);
    }

    pub(crate) fn head(&mut self, text: &str) {
        self.block("\n## ", "\n", text);
        self.told.markdown.push('\n');
    }

    pub(crate) fn under(&mut self, text: &str) {
        self.block("\n### ", "\n", text);
        self.told.markdown.push('\n');
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.block("\n", "\n", text);
        self.told.markdown.push('\n');
    }

    /// A line of a list.
    pub(crate) fn item(&mut self, depth: usize, text: &str) {
        let space = "  ".repeat(depth);
        self.block(&format!("{space}- "), &format!("{space}· "), text);
    }

    fn block(&mut self, mark: &str, plain: &str, text: &str) {
        self.told.markdown.push_str(mark);
        self.told.markdown.push_str(&escaped(text));
        self.told.markdown.push('\n');
        self.told.text.push_str(plain);
        self.told.text.push_str(text);
        self.told.text.push('\n');
    }
}

/// Keeps a text from being read as Markdown.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
