//! What every part of the page shares: the book, its names, and where each thing stands.

use super::Options;
use crate::numeral;
use crate::say::Say;
use crate::texts::Attached;
use maud::{Markup, html};
use redress_base::{Arg, Article, Count, Date};
use redress_facts::{Kind, Vocabulary};
use redress_law::{Book, Instrument, Label, Provision, Rule};
use redress_words::Words;
use std::collections::BTreeMap;

/// The page being written.
pub(crate) struct Page<'a> {
    pub(crate) say: Say<'a>,
    pub(crate) book: &'a Book,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) attached: Option<&'a Attached>,
    pub(crate) tests: bool,
    pub(crate) code: bool,
    only: &'a [String],
    /// Where a thing of the book stands, where it does not stand on this page.
    link: Option<fn(&Place<'_>) -> String>,
    /// The rules of each page of the book, in the order in which they stand there.
    of_page: BTreeMap<&'a str, Vec<&'a Rule>>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(
        words: &'a Words,
        book: &'a Book,
        vocabulary: &'a Vocabulary,
        options: &Options<'a>,
    ) -> Page<'a> {
        let mut of_page: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
        for rule in book.rules() {
            of_page.entry(rule.origin.path.as_str()).or_default().push(rule);
        }
        of_page.values_mut().for_each(|rules| rules.sort_by_key(|rule| rule.origin.line));
        Page {
            say: Say::new(words, book),
            book,
            vocabulary,
            attached: options.attached,
            tests: options.tests,
            code: options.code,
            only: options.only,
            link: None,
            of_page,
        }
    }

    /// The same for one provision that stands among other pages: links lead there, and names that only programs use are left out.
    pub(crate) fn among(mut self, link: fn(&Place<'_>) -> String) -> Page<'a> {
        self.link = Some(link);
        self
    }

    /// The address of a thing of the book.
    pub(crate) fn href(&self, place: &Place<'_>) -> String {
        match self.link {
            Some(link) => link(place),
            None => format!("#{}", place.anchor()),
        }
    }

    /// Whether one provision stands alone, among other pages.
    pub(crate) fn alone(&self) -> bool {
        self.link.is_some()
    }

    /// A name that only programs use, small beside the one that people read; among other pages it is left out.
    pub(crate) fn term(&self, name: &str) -> Markup {
        html! { @if self.link.is_none() { " " span.term { (name) } } }
    }

    pub(crate) fn text(&self, code: &str) -> String {
        self.say.text(code)
    }

    pub(crate) fn say(&self, code: &str, args: &[(&str, Arg)]) -> String {
        self.say.say(code, args)
    }

    /// The instruments that are printed: those in force by rank, then the drafts.
    pub(crate) fn instruments(&self) -> impl Iterator<Item = &'a Instrument> {
        let wanted = |one: &&Instrument| self.only.is_empty() || self.only.contains(&one.id);
        let mut all: Vec<&Instrument> = self.book.ir().instruments.iter().filter(wanted).collect();
        all.sort_by(|a, b| (a.draft.is_some(), a.rank, &a.id).cmp(&(b.draft.is_some(), b.rank, &b.id)));
        all.into_iter()
    }

    /// The provisions that are printed.
    pub(crate) fn provisions(&self) -> impl Iterator<Item = &'a Provision> {
        self.instruments().flat_map(|one| self.provisions_of(&one.id))
    }

    /// The provisions of one instrument, by number and first day.
    pub(crate) fn provisions_of(&self, instrument: &str) -> Vec<&'a Provision> {
        let own = self.book.ir().provisions.iter().filter(|page| *page.article.instrument == *instrument);
        let mut own: Vec<&Provision> = own.collect();
        own.sort_by_key(|page| {
            (
                numeral::order(&page.article.article),
                page.article.item.clone(),
                page.in_force.from,
                page.page.clone(),
            )
        });
        own
    }

    /// The rules of one page of the book.
    pub(crate) fn rules_of(&self, page: &Provision) -> &[&'a Rule] {
        self.of_page.get(page.page.as_str()).map_or(&[], Vec::as_slice)
    }

    /// How many rules are printed.
    pub(crate) fn rules(&self) -> usize {
        self.provisions().map(|page| self.rules_of(page).len()).sum()
    }

    /// Whether that rule is printed, and where.
    pub(crate) fn printed(&self, rule: &Rule) -> bool {
        self.only.is_empty() || self.provisions().any(|page| page.page == rule.origin.path)
    }

    /// The version of a rule that is nearest to a day: in force on it, or the last.
    pub(crate) fn version(&self, id: &str, day: Date) -> Option<&'a Rule> {
        let versions = self.book.rule(id);
        let held = versions.iter().find(|rule| rule.in_force.holds(day));
        held.or(versions.last()).copied()
    }

    /// The name of a rule, linked to it where it is printed.
    pub(crate) fn rule_link(&self, id: &str, day: Date) -> Markup {
        let Some(rule) = self.version(id, day) else { return html! { span.term { (id) } } };
        let label = self.say.label(&rule.label);
        html! {
            @if self.printed(rule) { a href=(self.href(&Place::Rule(self.book, rule))) { (label) } } @else { (label) }
            (self.term(id))
        }
    }

    /// An article, linked to its page where it is printed.
    pub(crate) fn cite(&self, article: &Article) -> Markup {
        let mut same = self.provisions_of(&article.instrument);
        same.retain(|page| page.article.article == article.article);
        let exact = same.iter().find(|page| page.article.item == article.item);
        let name = self.say.article(article);
        let wanted = self.only.is_empty() || self.only.iter().any(|only| **only == *article.instrument);
        match exact.or(same.first()).filter(|_| wanted) {
            Some(page) => html! { a href=(self.href(&Place::Provision(page))) { (name) } },
            None => html! { (name) },
        }
    }

    /// Articles behind each other.
    pub(crate) fn cites(&self, cites: &[Article]) -> Markup {
        let gap = if self.say.zh() { "；" } else { "; " };
        html! { span.cite { @for (at, cite) in cites.iter().enumerate() { @if at > 0 { (gap) } (self.cite(cite)) } } }
    }

    /// A fact by its name, with its term beside it and who may set it.
    pub(crate) fn fact(&self, term: &str) -> Markup {
        let judged = self.vocabulary.get(term).is_some_and(|term| term.kind == Kind::Judgement);
        html! {
            a.fact href=(self.href(&Place::Fact(term))) { (self.say.fact(self.vocabulary, term)) } (self.term(term))
            @if judged { " " (tag("judged", &self.text("lawbook-judged"))) }
        }
    }

    /// A number in the unit of a fact.
    pub(crate) fn count(&self, term: &str, count: Count) -> String {
        match self.vocabulary.get(term).map(|term| &term.kind) {
            Some(Kind::Count(unit)) => self.say.words.count(count, *unit),
            _ => self.say.words.interval(count),
        }
    }

    pub(crate) fn label<'l>(&self, label: &'l Label) -> &'l str {
        self.say.label(label)
    }
}

/// A thing of the book that is led to.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// A provision.
    Provision(&'a Provision),
    /// A version of a rule, of that book.
    Rule(&'a Book, &'a Rule),
    /// A fact of the vocabulary.
    Fact(&'a str),
    /// A contested reading.
    Reading(&'a str),
}

impl Place<'_> {
    /// Its anchor within the page on which it stands.
    pub fn anchor(&self) -> String {
        match self {
            Place::Provision(page) => anchor_of_page(page),
            Place::Rule(_, rule) => anchor_of_rule(rule),
            Place::Fact(term) => format!("f-{term}"),
            Place::Reading(id) => format!("c-{id}"),
        }
    }

    /// The provision on which it stands, where it stands on one.
    pub fn provision(&self) -> Option<&Provision> {
        match self {
            Place::Provision(page) => Some(page),
            Place::Rule(book, rule) => book.ir().provisions.iter().find(|page| page.page == rule.origin.path),
            Place::Fact(_) | Place::Reading(_) => None,
        }
    }
}

/// A small mark with a word.
pub(crate) fn tag(class: &str, word: &str) -> Markup {
    html! { span class={"tag " (class)} { (word) } }
}

/// The anchor of a rule's version.
pub(crate) fn anchor_of_rule(rule: &Rule) -> String {
    format!("r-{}-{}", rule.id, rule.in_force.from)
}

/// The anchor of a page.
pub(crate) fn anchor_of_page(page: &Provision) -> String {
    format!("a-{}", plain(page.page.trim_end_matches(".md")))
}

/// The anchor of an instrument.
pub(crate) fn anchor_of_instrument(instrument: &Instrument) -> String {
    format!("i-{}", plain(&instrument.id))
}

fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '.' }).collect()
}
