//! The six routes, side by side, at equal size. The program does not choose.

use super::{card, scope};
use crate::marks::{glyph, state};
use maud::{Markup, html};
use redress_base::Arg;
use redress_case::CaseResult;
use redress_facts::Vocabulary;
use redress_remedies::{Cite, Deadline, Need, Reason, Route, Who};
use redress_words::Words;
use std::collections::BTreeMap;

/// Six cards.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let vocabulary = Vocabulary::standard();
    let body = html! {
        p { (words.say("remedies-no-choice", &[])) }
        div.routes { @for route in &result.routes { (one(words, &vocabulary, route)) } }
    };
    card(words, "routes", &body)
}

fn one(words: &Words, vocabulary: &Vocabulary, route: &Route) -> Markup {
    let (decisive, other): (Vec<_>, Vec<_>) = route.reasons.iter().partition(|reason| reason.decisive);
    html! {
        article.route id={"route-" (route.id)} {
            header { h3 { (words.say(route.id.code(), &[])) } (state(words, route.state)) }
            ul.reasons { @for one in decisive { (reason(words, one)) } }
            @if !other.is_empty() { details { summary { (words.say("report-route-conditions", &[])) }
                ul.reasons { @for one in other { (reason(words, one)) } } } }
            (needs(words, vocabulary, &route.needs))
            (deadlines(words, &route.deadlines))
            @if !route.warnings.is_empty() { details { summary { (words.say("report-route-warnings", &[("count", route.warnings.len().into())])) }
                ul.dots { @for one in &route.warnings { li { (words.say(&one.code, &[])) (cites(words, &one.cites)) } } } } }
            @if !route.steps.is_empty() { details { summary { (words.say("report-route-steps", &[])) }
                ol { @for one in &route.steps { li {
                    span.tag { (words.say(who(one.by), &[])) } " " (words.say(&one.code, &[]))
                    @if one.irreversible { " " span.tag.perishable { (words.say("report-irreversible", &[])) } }
                    (cites(words, &one.cites))
                } } } } }
            @if !route.duties.is_empty() { details { summary { (words.say("report-route-duties", &[])) }
                ul.dots { @for one in &route.duties { li { span.tag { (words.say(who(one.by), &[])) } " " (words.say(&one.code, &[])) (cites(words, &one.cites)) } } } } }
        }
    }
}

fn reason(words: &Words, one: &Reason) -> Markup {
    let args: Vec<(&str, Arg)> = one.args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    html! {
        li {
            @if let Some(value) = one.value { (glyph(words, value)) " " }
            (words.say(&one.code, &args))
            @if one.scope != redress_facts::Scope::Case { " " span.faint { (scope(words, &one.scope)) } }
            @if one.contested { " " span.tag { (words.say("report-contested", &[])) } }
            @if one.unverified { " " span.tag { (words.say("report-unverified", &[])) } }
            (cites(words, &one.cites))
        }
    }
}

fn needs(words: &Words, vocabulary: &Vocabulary, needs: &[Need]) -> Markup {
    html! {
        @if !needs.is_empty() {
            details { summary { (words.say("report-route-needs", &[("count", needs.len().into())])) }
                ul.dots { @for need in needs {
                    @let name = vocabulary.get(&need.term).map_or(need.term.as_str(), |term| super::label(words, &term.zh, &term.en));
                    li { (name) " " span.mono.faint { (need.term) } " " span.faint { (scope(words, &need.scope)) } }
                } }
            }
        }
    }
}

/// The nearest date of each kind that is still ahead, else the last that passed; all of them in a fold.
fn deadlines(words: &Words, all: &[Deadline]) -> Markup {
    let mut nearest: BTreeMap<&str, &Deadline> = BTreeMap::new();
    for one in all {
        let kept = nearest.entry(&one.code).or_insert(one);
        if urgency(one) < urgency(kept) {
            *kept = one;
        }
    }
    let mut first: Vec<&Deadline> = nearest.into_values().collect();
    first.sort_by_key(|one| urgency(one));
    html! {
        @for one in &first { (deadline(words, one)) }
        @if all.len() > first.len() {
            details { summary { (words.say("report-all-dates", &[("count", all.len().into())])) }
                @for one in all { (deadline(words, one)) } }
        }
    }
}

/// Dates ahead come first, the nearest first; then unknown ones; then those that passed, the latest first.
fn urgency(one: &Deadline) -> (u8, i64) {
    let days = |date: redress_base::Date| i64::from(date.year()) * 400 + i64::from(date.month()) * 32 + i64::from(date.day());
    match (one.due, one.passed) {
        (Some(due), Some(true)) => (2, -days(due)),
        (Some(due), _) => (0, days(due)),
        (None, _) => (1, 0),
    }
}

fn deadline(words: &Words, one: &Deadline) -> Markup {
    html! {
        p.dl {
            (words.say(&one.code, &[])) " "
            @if one.scope != redress_facts::Scope::Case { (scope(words, &one.scope)) " " }
            @match one.due {
                Some(due) => {
                    b { (words.say(if one.passed == Some(true) { "report-deadline-passed" } else { "report-deadline" }, &[("due", words.date(due).into())])) }
                    @if let Some(from) = one.from { " " span.faint { (words.say("report-deadline-from", &[("from", words.date(from).into()), ("term", one.from_term.clone().unwrap_or_default().into())])) } }
                }
                None => { span.muted { (words.say("report-deadline-unknown", &[("term", one.from_term.clone().unwrap_or_default().into())])) } }
            }
            @if one.for_authority { " " span.tag { (words.say("report-for-authority", &[])) } }
            @if one.may_extend { " " span.faint.small { (words.say("report-may-extend", &[])) } }
            @if one.unverified { " " span.tag { (words.say("report-unverified", &[])) } }
            (cites(words, &one.cites))
        }
    }
}

fn cites(words: &Words, cites: &[Cite]) -> Markup {
    html! {
        @if !cites.is_empty() {
            span.cite {
                " 〔"
                @for (place, cite) in cites.iter().enumerate() {
                    @if place > 0 { "；" }
                    (words.article(&cite.article))
                    @if cite.unverified { " " (words.say("report-unverified", &[])) }
                }
                "〕"
            }
        }
    }
}

const fn who(who: Who) -> &'static str {
    match who {
        Who::Person => "remedies-who-person",
        Who::Court => "remedies-who-court",
        Who::Police => "remedies-who-police",
        Who::Procuratorate => "remedies-who-procuratorate",
        Who::Government => "remedies-who-government",
        Who::Platform => "remedies-who-platform",
        Who::LegalAid => "remedies-who-legal-aid",
    }
}
