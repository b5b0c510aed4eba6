//! What the authorities owe and what the person owes: from when, until when, done, proved.

use super::frame::Page;
use super::routes::cites;
use maud::{Markup, html};
use redress_base::{Arg, Date, Value};
use redress_facts::Scope;
use redress_remedies::{Duty, Route, Who};

/// The duties of a route, the authorities' first.
pub(crate) fn duties(page: &Page<'_>, route: &Route) -> Markup {
    let (mine, theirs): (Vec<&Duty>, Vec<&Duty>) = route.duties.iter().partition(|one| one.by == Who::Person);
    html! {
        (fold(page, "report-route-duties", &theirs))
        (fold(page, "report-route-own-duties", &mine))
    }
}

fn fold(page: &Page<'_>, head: &str, all: &[&Duty]) -> Markup {
    html! {
        @if !all.is_empty() { details { summary { (page.say(head, &[("count", all.len().into())])) }
            ul.dots { @for one in all { li { (duty(page, one)) } } } } }
    }
}

fn duty(page: &Page<'_>, one: &Duty) -> Markup {
    let day = |code: &str, day: Option<Date>| {
        day.map(|day| page.say(code, &[("day", Arg::from(page.words.date(day)))]))
    };
    let proof =
        one.proof.map(|proof| if proof == Value::TT { "report-duty-proof" } else { "report-duty-no-proof" });
    html! {
        span.tag { (page.text(one.by.code())) } " " (page.text(&one.code))
        @if one.scope != Scope::Case { " " (page.scope(&one.scope)) }
        " " b.small { (page.text(one.state.code())) }
        @if let Some(said) = day("report-duty-from", one.from) { " " span.faint { (said) } }
        @if let Some(said) = day("report-duty-due", one.due) { " " span.faint { (said) } }
        @if let Some(said) = day("report-duty-done", one.done) { " " span.faint { (said) } }
        @if let Some(code) = proof.filter(|_| one.done.is_some()) { " " span.faint { (page.text(code)) } }
        (cites(page, &one.cites))
        @for mark in one.marks() { span.note { (page.text(mark)) } }
    }
}
