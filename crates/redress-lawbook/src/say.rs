//! How the room names things in one language: instruments by the book's own titles, articles, days, facts.

use crate::numeral;
use redress_base::{Arg, Article, Date};
use redress_facts::Vocabulary;
use redress_law::{
    Body, Book, Clock, Confidence, End, InForce, Instrument, Label, Rank, Role, Window, WindowUnit,
    period::Length, period::Regime,
};
use redress_words::{Language, Words, safe_text};
use std::collections::BTreeMap;

/// The sentences of one language with the names of one book.
pub(crate) struct Say<'a> {
    pub(crate) words: &'a Words,
    names: BTreeMap<&'a str, String>,
}

impl<'a> Say<'a> {
    /// The names of the instruments of a book.
    pub(crate) fn new(words: &'a Words, book: &'a Book) -> Say<'a> {
        let zh = words.language() == Language::ZhHans;
        let instruments = &book.ir().instruments;
        let names = instruments.iter().map(|one| (one.id.as_str(), short_name(one, zh))).collect();
        Say { words, names }
    }

    pub(crate) fn zh(&self) -> bool {
        self.words.language() == Language::ZhHans
    }

    /// A sentence without arguments.
    pub(crate) fn text(&self, code: &str) -> String {
        self.words.say(code, &[])
    }

    /// A sentence.
    pub(crate) fn say(&self, code: &str, args: &[(&str, Arg)]) -> String {
        self.words.say(code, args)
    }

    /// A name in the language.
    pub(crate) fn label<'l>(&self, label: &'l Label) -> &'l str {
        if self.zh() { &label.zh } else { &label.en }
    }

    /// The language of rules.
    pub(crate) fn law(&self) -> redress_law::Language {
        if self.zh() { redress_law::Language::Zh } else { redress_law::Language::En }
    }

    /// The short name of an instrument: its number with a year, or its title without the name of the state.
    pub(crate) fn instrument(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| safe_text(id))
    }

    /// An article with its instrument: `刑法第246条(1)`, `Criminal Law, article 246(1)`.
    pub(crate) fn article(&self, article: &Article) -> String {
        let instrument = self.instrument(&article.instrument);
        self.say(
            "lawbook-cite",
            &[("instrument", instrument.into()), ("article", self.number(article).into())],
        )
    }

    /// The article alone: `第246条之一(1)`, `article 246-1(1)`.
    pub(crate) fn number(&self, article: &Article) -> String {
        let item = article.item.as_deref().map(item).unwrap_or_default();
        let number = &*article.article;
        let (main, after) = number.split_once('-').unwrap_or((number, ""));
        let numbered = main.parse::<u32>().is_ok() && (after.is_empty() || after.parse::<u32>().is_ok());
        let code = match (numbered, after.is_empty()) {
            (false, _) => "lawbook-article-named",
            (true, true) => "lawbook-article",
            (true, false) => "lawbook-article-after",
        };
        let after =
            after.parse().ok().map(|n: u32| if self.zh() { numeral::chinese(n) } else { n.to_string() });
        let args = [
            ("number", if numbered { main } else { number }.into()),
            ("after", after.unwrap_or_default().into()),
            ("item", item.into()),
        ];
        self.say(code, &args)
    }

    /// The same at the beginning of a heading.
    pub(crate) fn heading(&self, article: &Article) -> String {
        let number = self.number(article);
        let mut chars = number.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    /// Articles behind each other.
    pub(crate) fn articles(&self, cites: &[Article]) -> String {
        let each: Vec<String> = cites.iter().map(|cite| self.article(cite)).collect();
        each.join(if self.zh() { "；" } else { "; " })
    }

    /// An article written as in the rule language, or an instrument: `cn/psapl-2025/50`.
    pub(crate) fn cited(&self, text: &str) -> String {
        if self.names.contains_key(text) {
            return self.instrument(text);
        }
        let (place, item) = match text.split_once('(') {
            Some((place, item)) => (place, Some(item.trim_end_matches(')').into())),
            None => (text, None),
        };
        match place.rsplit_once('/') {
            Some((instrument, article)) if self.names.contains_key(instrument) => {
                let (instrument, article) = (instrument.into(), article.into());
                self.article(&Article { instrument, article, item })
            }
            _ => safe_text(text),
        }
    }

    /// From when to when, with the three states of the end kept apart.
    pub(crate) fn in_force(&self, period: &InForce) -> String {
        let from = ("from", Arg::from(self.words.date(period.from)));
        match &period.end {
            End::Open => self.say("lawbook-in-force-open", &[from]),
            End::NotResearched => self.say("lawbook-in-force-not-researched", &[from]),
            End::Repealed { on, by } => {
                let rest = [("on", self.words.date(*on).into()), ("by", self.cited(by).into())];
                self.say("lawbook-in-force-repealed", &[&[from][..], &rest[..]].concat())
            }
        }
    }

    /// A word in brackets behind another.
    pub(crate) fn aside(&self, word: &str) -> String {
        if self.zh() { format!("（{word}）") } else { format!(" ({word})") }
    }

    /// Words of a list.
    pub(crate) fn list(&self, words: &[String]) -> String {
        words.join(if self.zh() { "、" } else { ", " })
    }

    /// Parts of a row.
    pub(crate) fn row(&self, parts: &[String]) -> String {
        parts.join(if self.zh() { "；" } else { "; " })
    }

    pub(crate) fn rank(&self, rank: Rank) -> String {
        self.text(match rank {
            Rank::CriminalStatute => "lawbook-rank-criminal-statute",
            Rank::CivilStatute => "lawbook-rank-civil-statute",
            Rank::AdministrativeStatute => "lawbook-rank-administrative-statute",
            Rank::ProcedureStatute => "lawbook-rank-procedure-statute",
            Rank::Interpretation => "lawbook-rank-interpretation",
            Rank::NormativeDocument => "lawbook-rank-normative-document",
            Rank::DepartmentalRule => "lawbook-rank-departmental-rule",
        })
    }

    pub(crate) fn clock(&self, clock: Clock) -> String {
        self.text(if clock == Clock::Act { "lawbook-clock-act" } else { "lawbook-clock-filing" })
    }

    pub(crate) fn role(&self, role: Role) -> String {
        self.text(&format!("lawbook-role-{}", role.word()))
    }

    pub(crate) fn body(&self, body: Body) -> String {
        self.text(&format!("lawbook-body-{}", body.word()))
    }

    pub(crate) fn confidence(&self, confidence: Confidence) -> String {
        self.text(if confidence == Confidence::V { "lawbook-verified" } else { "lawbook-unverified" })
    }

    /// A measure of severity; its own name where the book uses one that has no words yet.
    pub(crate) fn measure(&self, name: &str) -> String {
        let code = format!("lawbook-measure-{name}");
        if self.words.has(&code) { self.text(&code) } else { safe_text(name) }
    }

    pub(crate) fn window(&self, window: Window) -> String {
        let n = u64::from(window.length);
        let code = match window.unit {
            WindowUnit::Years => "lawbook-years",
            WindowUnit::Months => "lawbook-months",
            WindowUnit::Days => "lawbook-days",
        };
        self.say(code, &[("n", n.into())])
    }

    pub(crate) fn length(&self, length: Length) -> String {
        let (code, n) = match length {
            Length::Hours(n) => ("lawbook-hours", n),
            Length::Days(n) => ("lawbook-days", n),
            Length::WorkingDays(n) => ("lawbook-working-days", n),
            Length::Months(n) => ("lawbook-months", n),
            Length::Years(n) => ("lawbook-years", n),
        };
        self.say(code, &[("n", u64::from(n).into())])
    }

    pub(crate) fn regime(&self, regime: Regime) -> String {
        self.text(match regime {
            Regime::CriminalLimitation => "lawbook-regime-criminal-limitation",
            Regime::CriminalProcedure => "lawbook-regime-criminal-procedure",
            Regime::CivilLimitation => "lawbook-regime-civil-limitation",
            Regime::CivilProcedure => "lawbook-regime-civil-procedure",
            Regime::PenaltyLimitation => "lawbook-regime-penalty-limitation",
            Regime::PoliceProcedure => "lawbook-regime-police-procedure",
            Regime::Reconsideration => "lawbook-regime-reconsideration",
            Regime::AdministrativeSuit => "lawbook-regime-administrative-suit",
        })
    }

    /// The name of a fact; its id where the vocabulary does not know it.
    pub(crate) fn fact<'t>(&self, vocabulary: &'t Vocabulary, id: &'t str) -> &'t str {
        vocabulary.get(id).map_or(id, |term| if self.zh() { &term.zh } else { &term.en })
    }

    /// A word of a choice.
    pub(crate) fn choice(&self, word: &str) -> String {
        let code = format!("facts-choice-{word}");
        if self.words.has(&code) { self.text(&code) } else { safe_text(word) }
    }

    pub(crate) fn date(&self, day: Date) -> String {
        self.words.date(day)
    }
}

/// `"1(5)"` is paragraph 1, item 5: `(1)(5)`.
fn item(item: &str) -> String {
    match item.split_once('(') {
        Some((paragraph, rest)) => format!("({paragraph})({rest}"),
        None => format!("({item})"),
    }
}

fn short_name(instrument: &Instrument, zh: bool) -> String {
    // Interpretations and the like go by their number with its year: 法释〔2013〕21号.
    if let Some(number) = instrument.number.as_deref().filter(|number| number.contains('〔')) {
        return number.split(['（', '，']).next().unwrap_or(number).to_owned();
    }
    let (state, title) = if zh {
        ("中华人民共和国", &instrument.title.zh)
    } else {
        (" of the People's Republic of China", &instrument.title.en)
    };
    title.replace(state, "")
}
