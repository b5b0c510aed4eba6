//! What a route opens, part by part: claims, defendants, crossings with the other procedure; papers and cost.

use super::frame::Page;
use super::routes::cites;
use crate::marks::{class, glyph, state};
use maud::{Markup, html};
use redress_base::{Count, Unit};
use redress_remedies::{Branch, Crossing, Fee, Paper, Route};
use redress_words::Language;

/// Claims, then defendants, then crossings; nothing where the route has none.
pub(crate) fn parts(page: &Page<'_>, route: &Route) -> Markup {
    html! {
        (branches(page, "report-route-claims", &route.claims))
        (branches(page, "report-route-defendants", &route.defendants))
        (crossings(page, &route.crossings))
    }
}

/// Papers and cost.
pub(crate) fn outlay(page: &Page<'_>, route: &Route) -> Markup {
    html! {
        @if !route.papers.is_empty() { details { summary { (page.say("report-route-papers", &[("count", route.papers.len().into())])) }
            ul.dots { @for one in &route.papers { li { (paper(page, one)) } } } } }
        @if let Some(fee) = &route.fee { details { summary { (page.text("report-route-fee")) }
            ul.dots { @for one in fee.all() { li { (cost(page, one)) } } } } }
    }
}

fn branches(page: &Page<'_>, head: &str, all: &[Branch]) -> Markup {
    html! {
        @if !all.is_empty() { details { summary { (page.say(head, &[("count", all.len().into())])) }
            ul.dots { @for one in all { li {
                (state(page.words, one.state)) " " (page.text(&one.code))
                @if let Some(most) = one.yuan_to { " " b.small { (page.say("report-yuan-to", &[("sum", yuan(page, 0, Some(most)).into())])) } }
                @for code in &one.also { " " span.faint { (page.text(code)) } }
                (cites(page, &one.cites))
                @for mark in one.marks() { span.note { (page.text(mark)) } }
                @if !one.needs.is_empty() { span.note { (lacking(page, one)) } }
            } } } } }
    }
}

/// The first facts that would change a claim; the route lists its own in full.
fn lacking(page: &Page<'_>, one: &Branch) -> String {
    const SHOWN: usize = 4;
    let between = if page.words.language() == Language::ZhHans { "；" } else { "; " };
    let mut facts: Vec<&str> = Vec::new();
    for need in &one.needs {
        let term = page.term(&need.term);
        if !facts.contains(&term) {
            facts.push(term);
        }
    }
    let more = if facts.len() > SHOWN { " …" } else { "" };
    facts.truncate(SHOWN);
    page.say("report-branch-needs", &[("facts", format!("{}{more}", facts.join(between)).into())])
}

fn crossings(page: &Page<'_>, all: &[Crossing]) -> Markup {
    html! {
        @if !all.is_empty() { details { summary { (page.say("report-route-crossings", &[("count", all.len().into())])) }
            ul.reasons { @for one in all { li {
                span.gl { span class={"g-" (class(one.value))} { (glyph(page.words, one.value)) } }
                div {
                    (page.text(&one.code))
                    (cites(page, &one.cites))
                    @for mark in one.marks() { span.note { (page.text(mark)) } }
                }
            } } } } }
    }
}

fn paper(page: &Page<'_>, one: &Paper) -> Markup {
    html! {
        (page.text(&one.code))
        @if let Some(form) = &one.form { " " b.small { (page.say("report-paper-form", &[("form", form.as_str().into())])) } }
        (cites(page, &one.cites))
        @for mark in one.marks() { span.note { (page.text(mark)) } }
    }
}

fn cost(page: &Page<'_>, one: &Fee) -> Markup {
    html! {
        (page.text(&one.code))
        @if let Some(from) = one.yuan_from.filter(|from| *from > 0 || one.yuan_to != Some(0)) { " " b { (yuan(page, from, one.yuan_to)) } }
        @for code in &one.also { " " span.faint { (page.text(code)) } }
        (cites(page, &one.cites))
        @for mark in one.marks() { span.note { (page.text(mark)) } }
    }
}

fn yuan(page: &Page<'_>, from: u64, to: Option<u64>) -> String {
    let most =
        if from == 0 { to.map_or(Count::floor(0), Count::exactly) } else { Count { lower: from, upper: to } };
    page.words.count(most, Unit::Yuan)
}
