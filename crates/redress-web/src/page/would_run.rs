//! Of statements that nobody has taken up: the limits that would run from the days of their posts; and, while none is taken
//! up, the one thing to do next.

use super::fields::articles;
use crate::call::Call;
use crate::loaded::Loaded;
use maud::{Markup, html};
use redress_analysis::Params;
use redress_case::{WouldRun, would_run};
use redress_facts::Vocabulary;
use std::collections::BTreeSet;

/// Limits that are told at once; the others are one step away.
const TOLD: usize = 3;

/// Whether somebody has taken up a statement.
pub(crate) fn taken_up(loaded: &Loaded) -> bool {
    loaded.result.statements.iter().any(|row| row.taken_up)
}

/// The limits that would run of the statements that nobody has taken up, the nearest first.
pub(crate) fn list(loaded: &Loaded) -> Vec<WouldRun> {
    if taken_up(loaded) && others(loaded) == 0 {
        return Vec::new();
    }
    let (vocabulary, params) = (Vocabulary::standard(), Params::default());
    let taken = loaded.result.statements.iter().filter(|row| row.taken_up);
    let taken: BTreeSet<&str> = taken.map(|row| row.id.as_str()).collect();
    would_run(&loaded.input(&vocabulary, &params), &taken)
}

/// The limits, each as what would be and not as what is. Where a statement is taken up its own limits come first, and those of
/// the others stand one step away.
pub(crate) fn told(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (limits, over): (Vec<WouldRun>, Vec<WouldRun>) = list(loaded).into_iter().partition(|one| one.ahead);
    let nearest = limits.first().map(|one| call.words.date(one.due));
    html! { @if !limits.is_empty() || !over.is_empty() {
        @if taken_up(loaded) { details #would-run {
            summary { @match nearest {
                Some(day) => (call.say("web-would-others", &[("count", others(loaded).into()), ("day", day.into())])),
                None => (call.say("web-would-others-over", &[("count", others(loaded).into())])),
            } }
            p { (call.text("web-would-others-what")) " " a href=(call.at("statements")) { (call.text("web-nav-statements")) } }
            (rows(call, loaded, &limits, &over))
        } }
        @else { div #would-run { p { (call.text("web-would")) } (rows(call, loaded, &limits, &over)) } }
    } }
}

/// How many statements nobody has taken up, as the page of statements counts them; where those are all taken up, the others.
fn others(loaded: &Loaded) -> usize {
    let taken = loaded.result.statements.iter().filter(|row| row.taken_up).count();
    let left = |total: usize| total.saturating_sub(taken);
    match left(usize::try_from(loaded.result.statements_total).unwrap_or(usize::MAX)) {
        0 => left(loaded.read.statements.list().len()),
        left => left,
    }
}

fn rows(call: &Call<'_>, loaded: &Loaded, limits: &[WouldRun], over: &[WouldRun]) -> Markup {
    html! {
        ol.deadlines { @for one in limits.iter().take(TOLD) { (row(call, loaded, one)) } }
        @if limits.len() > TOLD { details {
            summary { (call.say("web-would-more", &[("count", (limits.len() - TOLD).into())])) }
            ol.deadlines { @for one in limits.iter().skip(TOLD) { (row(call, loaded, one)) } }
        } }
        // What has passed is told after what comes, and never as the end of every way.
        @for one in over { p.small { (call.say("web-would-all-over", &[("name", call.label(&one.label).into()), ("day", call.words.date(one.due).into())])) " " span.cite { (articles(call, one.cites.iter())) } } }
        p.small.muted { (call.text("web-would-what")) }
    }
}

fn row(call: &Call<'_>, loaded: &Loaded, one: &WouldRun) -> Markup {
    let day = |day| call.words.date(day);
    let left = loaded.today.until(one.due).map(|left| i64::from(left.get_days()));
    html! { li {
        div { b { (call.say("web-would-until", &[("day", day(one.due).into())])) } @if let Ok(left) = left { " " span.muted { (call.say("report-days-left", &[("days", left.into())])) } } }
        div {
            h3 { (call.label(&one.label)) }
            p.small { (call.say("web-would-from", &[("from", day(one.from).into())])) @if one.last_due > one.due { " " (call.say("web-would-last", &[("day", day(one.last_due).into())])) } }
            @if one.over > 0 { p.small.muted { (call.say("web-would-over", &[("count", one.over.into())])) } }
            @if let Some(warn) = &one.warn { p.small.muted { (call.label(warn)) } }
            p.cite { (articles(call, one.cites.iter())) @if one.unverified { " " (call.text("report-unverified")) } }
        }
    } }
}

/// The one thing to do next while nothing is taken up.
pub(crate) fn begin(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (what, page, code) = if loaded.result.kept.totals.posts > 0 {
        ("web-next-take-up", "statements", "web-next-take-up-now")
    } else {
        ("web-next-no-posts", "facts", "web-fact-enter")
    };
    html! {
        p { (call.text(what)) }
        div.row { a.btn.main href=(call.at(page)) { (call.text(code)) } a.btn.plain href=(call.at("routes")) { (call.text("web-nav-routes")) } }
    }
}
