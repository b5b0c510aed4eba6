//! What every part of the page shares: the result, the sentences, and the names under which it speaks
//! of statements, facts and values.

use crate::Excerpts;
use maud::{Markup, html};
use redress_base::{Arg, Finding, Instant};
use redress_case::CaseResult;
use redress_facts::{Datum, Scope, Vocabulary};
use redress_law::{Book, Label, Want};
use redress_words::{Language, Words};
use std::collections::BTreeMap;

/// The ten stems count statements in Chinese, letters in English; after them, numbers.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const LETTERS: [&str; 10] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];

/// The names of the statements that a person has taken up, in the order in which they are listed: `说法甲`, `Statement A`.
pub fn names<'r>(result: &'r CaseResult, words: &Words) -> BTreeMap<&'r str, String> {
    let taken_up = result.statements.iter().filter(|row| row.taken_up);
    let name = |(place, row): (usize, &'r redress_case::StatementRow)| {
        (row.id.as_str(), statement_name(place, words))
    };
    taken_up.enumerate().map(name).collect()
}

/// The name of the statement at that place, from 0, among those that a person has taken up, as the result lists them.
pub fn statement_name(place: usize, words: &Words) -> String {
    let signs = match words.language() {
        Language::ZhHans => STEMS,
        Language::En => LETTERS,
    };
    let number = || place.saturating_add(1).to_string();
    let sign = signs.get(place).map_or_else(number, |sign| (*sign).to_owned());
    words.say("report-statement-name", &[("sign", sign.into())])
}

/// The page being written.
pub(crate) struct Page<'a> {
    pub(crate) result: &'a CaseResult,
    pub(crate) excerpts: &'a Excerpts,
    pub(crate) words: &'a Words,
    pub(crate) vocabulary: Vocabulary,
    names: BTreeMap<&'a str, String>,
}

impl<'a> Page<'a> {
    /// Names the statements that a person has taken up, in the order in which they are listed.
    pub(crate) fn new(result: &'a CaseResult, excerpts: &'a Excerpts, words: &'a Words) -> Page<'a> {
        let names = names(result, words);
        Page { result, excerpts, words, vocabulary: Vocabulary::standard(), names }
    }

    /// A finding of the law, with the rule that it is about under the name that people read.
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        let mut named = finding.clone();
        if let Some(Arg::Text(rule)) = named.args.get_mut("rule")
            && let Some(known) = Book::standard().rule(rule).first()
        {
            *rule = self.label(&known.label).to_owned();
        }
        self.words.finding(&named).sentence
    }

    /// Why a fact is as it is. What the program counted names the time limit that it counted to.
    pub(crate) fn reason(&self, term: &str, reason: &str) -> String {
        let counted = reason.split_once(' ').filter(|_| term == "deadline_days_left");
        let said = counted.and_then(|(limit, day)| {
            let mut limits = Book::standard().ir().provisions.iter().flat_map(|page| &page.deadlines);
            let label = self.label(&limits.find(|one| one.id == limit)?.label).to_owned();
            Some(format!("{label} · {}", self.words.date(day.parse().ok()?)))
        });
        said.unwrap_or_else(|| redress_words::safe_text(reason))
    }

    /// A sentence.
    pub(crate) fn say(&self, code: &str, args: &[(&str, Arg)]) -> String {
        self.words.say(code, args)
    }

    /// A sentence without arguments.
    pub(crate) fn text(&self, code: &str) -> String {
        self.words.say(code, &[])
    }

    /// A section with its heading and what stands beside it.
    pub(crate) fn card(&self, id: &str, body: &Markup) -> Markup {
        html! {
            section.card id=(id) aria-labelledby={"h-" (id)} {
                header {
                    h2 id={"h-" (id)} { (self.text(&format!("report-head-{id}"))) }
                    span.aside { (self.text("report-on-the-material")) }
                }
                (body)
            }
        }
    }

    /// What stands between two sentences: a space in English, nothing in Chinese.
    pub(crate) fn gap(&self) -> &'static str {
        Page::between(self.words)
    }

    /// The same where there is no page.
    pub(crate) fn between(words: &Words) -> &'static str {
        if words.language() == Language::ZhHans { "" } else { " " }
    }

    /// What stands between a name and what is said of it.
    pub(crate) fn colon(&self) -> &'static str {
        if self.words.language() == Language::ZhHans { "：" } else { ": " }
    }

    /// What stands between two words of a row.
    pub(crate) fn comma(&self) -> &'static str {
        if self.words.language() == Language::ZhHans { "，" } else { ", " }
    }

    /// Whether Article 10 sets the statement aside: nothing of it is relied on for a penalty.
    pub(crate) fn set_aside(&self, scope: &Scope) -> bool {
        self.result.protected.iter().any(|row| row.scope == *scope && row.set_aside)
    }

    /// A day and a time of day, where the heading says that it is Beijing time.
    pub(crate) fn moment(&self, at: Instant) -> String {
        let clock: String = at.beijing_text().chars().skip(11).take(5).collect();
        at.beijing_date().map_or_else(|| at.beijing_text(), |day| format!("{} {clock}", self.words.date(day)))
    }

    /// A label in the language of the page.
    pub(crate) fn label<'l>(&self, label: &'l Label) -> &'l str {
        if self.words.language() == Language::ZhHans { &label.zh } else { &label.en }
    }

    /// The name of a fact; its id where the vocabulary does not know it.
    pub(crate) fn term<'t>(&'t self, id: &'t str) -> &'t str {
        let zh = self.words.language() == Language::ZhHans;
        self.vocabulary.get(id).map_or(id, |term| if zh { &term.zh } else { &term.en })
    }

    /// The name of a statement: `说法甲`, `Statement A`; its id where no person has taken it up.
    pub(crate) fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// What something is about: the case, or a statement that the page links to.
    pub(crate) fn scope(&self, scope: &Scope) -> Markup {
        match scope {
            Scope::Case => html! { (self.text("report-scope-case")) },
            Scope::Statement(id) => html! { a href={"#" (id)} { (self.name(id)) } },
        }
    }

    /// The same without a link, for where one may not stand (inside a control).
    pub(crate) fn about(&self, scope: &Scope) -> String {
        match scope {
            Scope::Case => self.text("report-scope-case"),
            Scope::Statement(id) => self.name(id).to_owned(),
        }
    }

    /// A claimed value as a person reads it.
    pub(crate) fn datum(&self, datum: &Datum) -> String {
        crate::say::datum(self.words, datum)
    }

    /// What a fact would have to be.
    pub(crate) fn want(&self, want: &Want) -> String {
        crate::say::want(self.words, want)
    }
}
