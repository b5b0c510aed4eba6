//! While nobody has taken up a statement: the limits that would run from the days of the posts, and the one thing to do next.

use super::fields::articles;
use crate::call::Call;
use crate::loaded::Loaded;
use maud::{Markup, html};
use redress_analysis::Params;
use redress_case::{WouldRun, would_run};
use redress_facts::Vocabulary;

/// Limits that are told at once; the others are one step away.
const TOLD: usize = 3;

/// Whether somebody has taken up a statement.
pub(crate) fn taken_up(loaded: &Loaded) -> bool {
    loaded.result.statements.iter().any(|row| row.taken_up)
}

/// The limits that would run, the nearest first.
pub(crate) fn list(loaded: &Loaded) -> Vec<WouldRun> {
    let (vocabulary, params) = (Vocabulary::standard(), Params::default());
    would_run(&loaded.input(&vocabulary, &params), taken_up(loaded))
}

/// The limits, each as what would be and not as what is.
pub(crate) fn told(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (limits, over): (Vec<WouldRun>, Vec<WouldRun>) = list(loaded).into_iter().partition(|one| one.ahead);
    html! { @if !limits.is_empty() || !over.is_empty() { div #would-run {
        p { (call.text("web-would")) }
        ol.deadlines { @for one in limits.iter().take(TOLD) { (row(call, loaded, one)) } }
        @if limits.len() > TOLD { details {
            summary { (call.say("web-would-more", &[("count", (limits.len() - TOLD).into())])) }
            ol.deadlines { @for one in limits.iter().skip(TOLD) { (row(call, loaded, one)) } }
        } }
        // What has passed is told after what comes, and never as the end of every way.
        @for one in &over { p.small { (call.say("web-would-all-over", &[("name", call.label(&one.label).into()), ("day", call.words.date(one.due).into())])) " " span.cite { (articles(call, one.cites.iter())) } } }
        p.small.muted { (call.text("web-would-what")) }
    } } }
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
