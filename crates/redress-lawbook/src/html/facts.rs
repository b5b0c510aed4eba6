//! The index of facts: what each is called, what it can be, who may set it, and which rules read it.

use super::page::{Page, tag};
use maud::{Markup, html};
use redress_facts::{Kind, Source, Term, TermScope};
use redress_law::Rule;
use std::collections::BTreeMap;

/// Every fact that a printed rule, time limit or duty reads.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let readers = readers(page);
    let name = |column: &str| page.text(&format!("lawbook-fact-{column}"));
    html! {
        section.card #facts aria-labelledby="h-facts" {
            header { h2 #h-facts { (page.text("lawbook-facts")) } }
            p.muted { (page.say("lawbook-facts-lead", &[("count", readers.len().into())])) }
            table.tbl.cards.facts {
                thead { tr { @for column in ["name", "kind", "set", "rules"] { th scope="col" { (name(column)) } } } }
                tbody {
                    @for (id, rules) in &readers {
                        tr #{"f-" (id)} {
                            th scope="row" { (page.say.fact(page.vocabulary, id)) " " span.term { (id) } }
                            @match page.vocabulary.get(id) {
                                Some(term) => {
                                    td data-l=(name("kind")) { (kind(page, term)) }
                                    td data-l=(name("set")) { (setter(page, term)) }
                                }
                                None => { td colspan="2" { (page.text("lawbook-fact-unknown")) } }
                            }
                            td.readers data-l=(name("rules")) { @for rule in rules { span.one { (page.rule_link(&rule.id, rule.in_force.from)) } " " } }
                        }
                    }
                }
            }
        }
    }
}

fn readers<'a>(page: &Page<'a>) -> BTreeMap<String, Vec<&'a Rule>> {
    let mut readers: BTreeMap<String, Vec<&Rule>> = BTreeMap::new();
    for rule in page.book.rules().iter().filter(|rule| page.printed(rule)) {
        for term in page.book.own_terms(rule) {
            let own = readers.entry(term).or_default();
            if own.iter().all(|known| known.id != rule.id) {
                own.push(rule);
            }
        }
    }
    for one in page.provisions() {
        let limits = one.deadlines.iter().flat_map(|d| d.from.iter().chain(&d.kept_by).chain(&d.restarts));
        let duties = one.duties.iter().flat_map(|d| d.from.iter().chain(&d.done).chain(&d.proof));
        let chosen = one.contested.iter().filter_map(|contested| contested.term.as_ref());
        for term in limits.chain(duties).chain(chosen) {
            readers.entry(term.clone()).or_default();
        }
    }
    readers
}

fn kind(page: &Page<'_>, term: &Term) -> Markup {
    let words = |words: &[String]| {
        let named: Vec<String> = words.iter().map(|word| page.say.choice(word)).collect();
        page.say.list(&named)
    };
    let text = match &term.kind {
        Kind::Truth => page.text("lawbook-kind-truth"),
        Kind::Judgement => page.text("lawbook-kind-judgement"),
        Kind::Count(unit) => page.say("lawbook-kind-count", &[("unit", page.say.words.unit(*unit).into())]),
        Kind::Date => page.text("lawbook-kind-date"),
        Kind::Choice(all) => page.say("lawbook-kind-choice", &[("words", words(all).into())]),
        Kind::Set(all) => page.say("lawbook-kind-set", &[("words", words(all).into())]),
    };
    html! { (text) @if term.scope == TermScope::Statement { " " (tag("line", &page.text("lawbook-per-statement"))) } }
}

/// Who may set it, and where it is most cheaply established.
fn setter(page: &Page<'_>, term: &Term) -> Markup {
    let source = match term.source {
        Source::OwnCapture => "lawbook-set-own-capture",
        Source::OwnPapers => "lawbook-set-own-papers",
        Source::Judgement => "lawbook-set-judgement",
        Source::Platform => "lawbook-set-platform",
        Source::PoliceHelp => "lawbook-set-police-help",
        Source::Authority => "lawbook-set-authority",
    };
    let judged = term.kind == Kind::Judgement;
    html! {
        (page.text(if judged { "lawbook-set-person" } else { source }))
        @if term.first_hand { " " (tag("line", &page.text("lawbook-set-first-hand"))) }
        @if term.perishable { " " (tag("line", &page.text("lawbook-perishable"))) }
    }
}
