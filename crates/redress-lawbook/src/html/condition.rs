//! Conditions as an indented outline with the article's own numbers.

use super::page::{Page, Place, tag};
use crate::numeral;
use maud::{Markup, html};
use redress_base::{Count, Date};
use redress_law::{Alternative, Clock, Limb, Ratio, Share, Test};

/// The outline of one version of a rule; other rules are linked in the version of its first day.
#[derive(Clone, Copy)]
pub(crate) struct Outline<'a> {
    pub(crate) page: &'a Page<'a>,
    pub(crate) day: Date,
}

impl Outline<'_> {
    /// The base of a rule: a group without a mark of its own, or a single condition.
    pub(crate) fn root(&self, limb: &Limb) -> Markup {
        match &limb.test {
            Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } if limb.item.is_none() => html! {
                p.joint { @if let Some(label) = &limb.label { b { (self.page.label(label)) } " " } (self.joint(&limb.test)) }
                (self.limbs(of))
            },
            _ => html! { ol.tree { (self.item(limb, None)) } },
        }
    }

    /// Conditions under each other.
    pub(crate) fn limbs(&self, of: &[Limb]) -> Markup {
        html! { ol.tree { @for limb in of { (self.item(limb, None)) } } }
    }

    fn item(&self, limb: &Limb, lead: Option<Markup>) -> Markup {
        html! {
            li {
                @if let Some(item) = limb.item { span.no { (self.number(item)) } }
                div.c {
                    @if let Some(lead) = lead { (lead) " " }
                    @if let Some(label) = &limb.label { b { (self.page.label(label)) } " " }
                    (self.head(&limb.test))
                    @if !limb.cites.is_empty() { " " (self.page.cites(&limb.cites)) }
                    (self.under(&limb.test))
                }
            }
        }
    }

    /// `（一）`, `(1)`.
    fn number(&self, item: u32) -> String {
        if self.page.say.zh() { format!("（{}）", numeral::chinese(item)) } else { format!("({item})") }
    }

    /// How many of the conditions below are needed.
    fn joint(&self, test: &Test) -> Markup {
        let text = match test {
            Test::Any(_) => self.page.text("lawbook-any"),
            Test::AtLeast { n, .. } => self.page.say("lawbook-at-least-of", &[("n", u64::from(*n).into())]),
            _ => self.page.text("lawbook-all"),
        };
        html! { span.joint { (text) } }
    }

    /// What a condition says on its own line.
    fn head(&self, test: &Test) -> Markup {
        let page = self.page;
        match test {
            Test::Any(_) | Test::All(_) | Test::AtLeast { .. } => self.joint(test),
            Test::Not(inner) => html! { span.not { (page.text("lawbook-not")) } " " (self.head(inner)) },
            Test::Fact(term) => page.fact(term),
            Test::CountAtLeast { term, number } => self.with(term, "lawbook-count-at-least", *number),
            Test::CountAtMost { term, number } => self.with(term, "lawbook-count-at-most", *number),
            Test::In { term, words } => self.chosen(term, words),
            Test::Presumed(term) => {
                html! { (page.fact(term)) " " (tag("line", &page.text("lawbook-presumed"))) }
            }
            Test::Open(term) => {
                html! { (page.fact(term)) " " (tag("line", &page.text("lawbook-catch-all"))) }
            }
            Test::Weigh { term, .. } => {
                html! { (page.fact(term)) " " span.joint { (page.text("lawbook-weigh")) } }
            }
            Test::Rule(id) => html! { (page.rule_link(id, self.day)) },
            Test::Accumulate { window, .. } => {
                let window = page.say.window(*window);
                html! { span.joint { (page.say("lawbook-accumulate", &[("window", window.into())])) } }
            }
            Test::Proportion { reach, .. } => {
                html! { span.joint { (page.say("lawbook-proportion", &[("reach", ratio(*reach).into())])) } }
            }
            Test::Reading { id, .. } => html! {
                (reading(page, id))
            },
            Test::Within { .. } | Test::After { .. } | Test::NotBefore { .. } | Test::Aged { .. } => {
                self.dated(test)
            }
        }
    }

    /// A count against a number; the number itself is included.
    fn with(&self, term: &str, code: &str, number: u64) -> Markup {
        let count = self.page.count(term, Count::exactly(number));
        html! { (self.page.fact(term)) " " span.bound { (self.page.say(code, &[("count", count.into())])) } }
    }

    fn chosen(&self, term: &str, words: &[String]) -> Markup {
        let page = self.page;
        let named: Vec<String> = words.iter().map(|word| page.say.choice(word)).collect();
        let named = page.say.list(&named);
        html! { (page.fact(term)) " " span.bound { (page.say("lawbook-one-of", &[("words", named.into())])) } }
    }

    /// A day against another day or a window.
    fn dated(&self, test: &Test) -> Markup {
        let page = self.page;
        let (term, text) = match test {
            Test::Within { term, window, before } => {
                let code = if *before == Clock::Act { "lawbook-within-act" } else { "lawbook-within-filing" };
                (term, page.say(code, &[("window", page.say.window(*window).into())]))
            }
            Test::After { term, window, after } => {
                let other = page.say.fact(page.vocabulary, after).to_owned();
                let args = [("window", page.say.window(*window).into()), ("other", other.into())];
                (term, page.say("lawbook-within-after", &args))
            }
            Test::NotBefore { term, other } => {
                let other = page.say.fact(page.vocabulary, other).to_owned();
                (term, page.say("lawbook-not-before", &[("other", other.into())]))
            }
            Test::Aged { term, years } => {
                (term, page.say("lawbook-aged", &[("years", u64::from(*years).into())]))
            }
            _ => return html! {},
        };
        html! { (page.fact(term)) " " span.bound { (text) } }
    }

    /// What is indented under a condition.
    fn under(&self, test: &Test) -> Markup {
        match test {
            Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => self.limbs(of),
            Test::Not(inner) => self.under(inner),
            Test::Accumulate { when, of, .. } => {
                let lead = || Some(html! { span.joint { (self.page.text("lawbook-accumulate-when")) } });
                html! { ol.tree { @for limb in when { (self.item(limb, lead())) } @for limb in of { (self.item(limb, None)) } } }
            }
            Test::Proportion { shares, .. } => {
                html! { ol.tree { @for share in shares { li { div.c { (self.share(share)) } } } } }
            }
            Test::Reading { of, .. } => html! { ol.tree { @for one in of { (self.alternative(one)) } } },
            Test::Weigh { factors, .. } => {
                html! { ol.tree { @for factor in factors { li { div.c { (self.page.label(factor)) } } } } }
            }
            _ => html! {},
        }
    }

    fn share(&self, share: &Share) -> Markup {
        let per = self.page.count(&share.term, Count::exactly(share.per));
        html! { (self.page.fact(&share.term)) " " span.bound { "÷ " (per) } }
    }

    fn alternative(&self, one: &Alternative) -> Markup {
        let lead =
            html! { span.joint { (self.page.text("lawbook-read-as")) } " " span.term.alt { (one.name) } };
        self.item(&one.limb, Some(lead))
    }
}

/// A contested reading by its question, or on the page of the book by its name.
fn reading(page: &Page<'_>, id: &str) -> Markup {
    let address = page.href(&Place::Reading(id));
    html! {
        span.joint { (page.text("lawbook-reading")) } " "
        @if page.alone() { @if let Some((_, stated)) = page.book.contested(id) { a href=(address) { (if page.say.zh() { &stated.zh } else { &stated.en }) } } }
        @else { a.term href=(address) { (id) } }
    }
}

fn ratio(reach: Ratio) -> String {
    if reach.den == 1 { reach.num.to_string() } else { format!("{}/{}", reach.num, reach.den) }
}
