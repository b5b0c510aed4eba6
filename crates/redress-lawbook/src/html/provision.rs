//! One provision: what it is about, what it says in the book's own words, its rules, time limits, duties, tests.

use super::page::{Page, anchor_of_page, tag};
use super::{exams, periods, rule};
use crate::texts::AttachedText;
use maud::{Markup, html};
use redress_law::{Confidence, Contested, Provision};
use redress_words::safe_text;

/// What one provision asks for, gives and makes somebody owe, without its heading and its words: rules, time limits, duties.
pub(crate) fn workings(page: &Page<'_>, one: &Provision) -> Markup {
    html! {
        @for contested in &one.contested { (reading(page, contested)) }
        @for rule in page.rules_of(one) { (rule::section(page, one, rule)) }
        (periods::deadlines(page, &one.deadlines, one.in_force.from))
        (periods::duties(page, &one.duties, one.in_force.from))
    }
}

/// The provision with everything that the book holds on it.
pub(crate) fn article(page: &Page<'_>, one: &Provision) -> Markup {
    let id = anchor_of_page(one);
    let texts: Vec<&AttachedText> = page.attached.into_iter().flat_map(|all| all.of(&one.article)).collect();
    html! {
        article.card.prov #(id) aria-labelledby={"h-" (id)} {
            header {
                h3 #{"h-" (id)} { span.no { (page.say.heading(&one.article)) } " " (page.label(&one.title)) }
                (meta(page, one))
            }
            div class=(if texts.is_empty() { "alone" } else { "beside" }) {
                div.own { (own_words(page, one)) }
                @if !texts.is_empty() { div.official { @for text in &texts { (official(page, text)) } } }
            }
            @for rule in page.rules_of(one) { (rule::section(page, one, rule)) }
            (periods::deadlines(page, &one.deadlines, one.in_force.from))
            (periods::duties(page, &one.duties, one.in_force.from))
            @if page.tests { (exams::section(page, one)) }
        }
    }
}

fn meta(page: &Page<'_>, one: &Provision) -> Markup {
    html! {
        p.meta {
            span { (page.say.in_force(&one.in_force)) }
            span { (page.say.clock(one.clock)) }
            @if one.confidence == Confidence::O { (tag("open", &page.say.confidence(Confidence::O))) }
            @else { span { (page.say.confidence(Confidence::V)) } }
            @for doubt in &one.unverified { (tag("open", &page.text(doubt.code()))) }
            span.faint { (page.text("lawbook-source")) (safe_text(&one.source)) }
        }
    }
}

fn own_words(page: &Page<'_>, one: &Provision) -> Markup {
    html! {
        @if !page.label(&one.paraphrase).is_empty() {
            @for part in page.label(&one.paraphrase).split("\n\n") { p.para { (part) } }
        }
        @if let Some(limits) = &one.limits {
            p.limits { b { (page.text("lawbook-limits")) } " " (page.label(limits)) }
        }
        @for contested in &one.contested { (reading(page, contested)) }
    }
}

/// A contested reading with its alternatives.
fn reading(page: &Page<'_>, one: &Contested) -> Markup {
    let names = page.book.alternatives(&one.id);
    html! {
        div.contested #{"c-" (one.id)} {
            p {
                b { (page.text("lawbook-contested")) } " "
                (if page.say.zh() { &one.zh } else { &one.en }) (page.term(&one.id))
            }
            @if !names.is_empty() && !page.alone() { p.small { (page.text("lawbook-alternatives")) @for name in names { " " span.term.alt { (name) } } } }
            @if let Some(term) = &one.term { p.small { (page.text("lawbook-chosen-by")) " " (page.fact(term)) } }
        }
    }
}

/// The reader's own copy of the official text.
fn official(page: &Page<'_>, text: &AttachedText) -> Markup {
    html! {
        figure.text {
            figcaption { b { (page.text("lawbook-official")) } span.small { (safe_text(&text.name)) @if !text.source.is_empty() { " · " (safe_text(&text.source)) } } }
            blockquote { (safe_text(&text.text)) }
            p.hash.mono { "SHA-256 " (text.sha256) }
        }
    }
}
