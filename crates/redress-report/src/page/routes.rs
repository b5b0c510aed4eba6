//! The twelve routes, side by side, at equal size. The program does not choose.

use super::claims::{outlay, parts};
use super::duties::duties;
use super::frame::Page;
use crate::marks::{class, glyph, state};
use maud::{Markup, html};
use redress_base::{Arg, Date};
use redress_facts::Scope;
use redress_remedies::{Cite, Deadline, Need, Reason, Route};
use redress_words::Language;
use std::collections::BTreeMap;

/// The nearest dates, then twelve cards.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let body = html! {
        p { (page.text(redress_remedies::NO_CHOICE)) }
        (nearest(page))
        div.routes { @for route in &page.result.routes { (one(page, route)) } }
    };
    page.card("routes", &body)
}

/// Dates that bind the person, have not passed and are not yet kept; the same date of several routes once.
fn nearest(page: &Page<'_>) -> Markup {
    const SHOWN: usize = 4;
    let mut days: BTreeMap<(Date, &str), Vec<&Route>> = BTreeMap::new();
    for route in &page.result.routes {
        let open = |one: &&Deadline| one.passed == Some(false) && one.kept.is_none() && !one.for_authority;
        for (due, code) in
            route.deadlines.iter().filter(open).filter_map(|one| Some((one.due?, one.code.as_str())))
        {
            let routes = days.entry((due, code)).or_default();
            if !routes.iter().any(|known| known.id == route.id) {
                routes.push(route);
            }
        }
    }
    html! {
        @if !days.is_empty() { ol.dates { @for ((due, code), routes) in days.iter().take(SHOWN) { li {
            b { (page.words.date(*due)) }
            span.faint { (page.say("report-days-left", &[("days", days_left(page.result.today, *due).into())])) }
            span { (page.text(code)) }
            span.faint { @for (place, route) in routes.iter().enumerate() { @if place > 0 { " · " } a href={"#route-" (route.id)} { (page.text(route.id.code())) } } }
        } } } }
    }
}

fn days_left(today: Date, due: Date) -> i64 {
    today.until(due).map_or(0, |span| i64::from(span.get_days()))
}

fn one(page: &Page<'_>, route: &Route) -> Markup {
    let (decisive, other): (Vec<_>, Vec<_>) = route.reasons.iter().partition(|reason| reason.decisive);
    let (theirs, mine): (Vec<&Deadline>, Vec<&Deadline>) =
        route.deadlines.iter().partition(|one| one.for_authority);
    html! {
        article.route id={"route-" (route.id)} {
            header { h3 { (page.text(route.id.code())) } (state(page.words, route.state)) }
            ul.reasons { @for one in decisive { (reason(page, one)) } }
            (needs(page, &route.needs))
            (deadlines(page, &mine))
            @if !theirs.is_empty() { details { summary { (page.text("report-authority-dates")) } (deadlines(page, &theirs)) } }
            @if !other.is_empty() { details.looked { summary { (page.say("report-route-conditions", &[("count", other.len().into())])) }
                ul.reasons { @for one in other { (reason(page, one)) } } } }
            (parts(page, route))
            (steps(page, route))
            (outlay(page, route))
            (duties(page, route))
            @if !route.warnings.is_empty() { details.care { summary { (page.say("report-route-warnings", &[("count", route.warnings.len().into())])) }
                ul.dots { @for one in &route.warnings { li { (page.text(&one.code)) (cites(page, &one.cites)) @for mark in one.marks() { span.note { (page.text(mark)) } } } } } } }
        }
    }
}

fn steps(page: &Page<'_>, route: &Route) -> Markup {
    html! {
        @if !route.steps.is_empty() { details { summary { (page.say("report-route-steps", &[("count", route.steps.len().into())])) }
            ol { @for one in &route.steps { li {
                span.tag { (page.text(one.by.code())) } " " (page.text(&one.code))
                @for mark in one.marks() { " " b.small { (page.text(mark)) } }
                (cites(page, &one.cites))
            } } } } }
    }
}

fn reason(page: &Page<'_>, one: &Reason) -> Markup {
    let args: Vec<(&str, Arg)> =
        one.args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    html! {
        li {
            span.gl { @if let Some(value) = one.value { span class={"g-" (class(value))} { (glyph(page.words, value)) } } }
            div {
                (page.say(&one.code, &args))
                @if one.scope != Scope::Case { " " (page.scope(&one.scope)) }
                (cites(page, &one.cites))
                @for mark in one.marks() { span.note { (page.text(mark)) } }
            }
        }
    }
}

fn needs(page: &Page<'_>, needs: &[Need]) -> Markup {
    const SHOWN: usize = 4;
    let one = |need: &Need| html! { li { (page.term(&need.term)) @if need.scope != Scope::Case { " " (page.scope(&need.scope)) } } };
    html! {
        @if !needs.is_empty() {
            div.needs {
                h4 { (page.text("report-route-needs")) }
                ul.dots { @for need in needs.iter().take(SHOWN) { (one(need)) } }
                @if needs.len() > SHOWN { details {
                    summary { (page.say("report-more-facts", &[("count", (needs.len() - SHOWN).into())])) }
                    ul.dots { @for need in needs.iter().skip(SHOWN) { (one(need)) } }
                } }
            }
        }
    }
}

/// Dates of one kind stand together, one line a statement, the nearest first; more than one is folded.
fn deadlines(page: &Page<'_>, all: &[&Deadline]) -> Markup {
    const SHOWN: usize = 1;
    let mut all = all.to_vec();
    all.sort_by_key(|one| urgency(one));
    let mut kinds: Vec<Vec<&Deadline>> = Vec::new();
    for one in all {
        match kinds.iter_mut().find(|kind| kind.first().is_some_and(|first| first.code == one.code)) {
            Some(kind) => kind.push(one),
            None => kinds.push(vec![one]),
        }
    }
    html! {
        @for kind in &kinds { @if let Some(first) = kind.first() {
            div.dl {
                p { (page.text(&first.code)) (cites(page, &first.cites)) }
                ul { @for one in kind.iter().take(SHOWN) { (due(page, one)) } }
                @if kind.len() > SHOWN { details {
                    summary { (page.say("report-more-dates", &[("count", (kind.len() - SHOWN).into())])) }
                    ul { @for one in kind.iter().skip(SHOWN) { (due(page, one)) } }
                } }
                @for mark in first.marks().into_iter().filter(|mark| !of_the_date(mark)) { span.note { (page.text(mark)) } }
            }
        } }
    }
}

/// Dates ahead come first, the nearest first; then unknown ones; then those that passed, the latest first.
fn urgency(one: &Deadline) -> (u8, i32) {
    let days = |day: Date| i32::from(day.year()) * 400 + i32::from(day.month()) * 32 + i32::from(day.day());
    match (one.due, one.passed) {
        (Some(due), Some(true)) => (2, -days(due)),
        (Some(due), _) => (0, days(due)),
        (None, _) => (1, 0),
    }
}

/// Marks that [`due`] says in its own words.
fn of_the_date(mark: &str) -> bool {
    ["remedies-date-missing", "remedies-passed", "remedies-kept"].contains(&mark)
}

fn due(page: &Page<'_>, one: &Deadline) -> Markup {
    let term = one.from_term.as_deref().map(|term| page.term(term)).unwrap_or_default();
    let day = |day: Date| redress_base::Arg::from(page.words.date(day));
    html! {
        li {
            @match (one.due, one.kept) {
                (Some(due), Some(kept)) => (page.say("report-deadline-kept", &[("due", day(due)), ("kept", day(kept))])),
                (Some(due), None) if one.passed == Some(true) => b { (page.say("report-deadline-passed", &[("due", day(due))])) },
                (Some(due), None) => b { (page.say("report-deadline", &[("due", day(due))])) },
                (None, _) => span.muted { (page.say("report-deadline-unknown", &[("term", term.into())])) },
            }
            @if one.scope != Scope::Case { " " (page.scope(&one.scope)) }
            @if let Some(from) = one.from { " " span.faint { (page.say("report-deadline-from", &[("from", day(from)), ("term", term.into())])) } }
        }
    }
}

pub(super) fn cites(page: &Page<'_>, cites: &[Cite]) -> Markup {
    let (open, between, close) = match page.words.language() {
        Language::ZhHans => ("〔", "；", "〕"),
        Language::En => (" [", "; ", "]"),
    };
    html! {
        @if !cites.is_empty() {
            span.cite {
                (open)
                @for (place, cite) in cites.iter().enumerate() {
                    @if place > 0 { (between) }
                    (page.words.article(&cite.article))
                    @if cite.unverified { " " (page.text("report-unverified")) }
                }
                (close)
            }
        }
    }
}
