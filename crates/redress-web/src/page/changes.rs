//! What changes in the law between two days, as far as the book holds it.

use super::book::{day_asked, there};
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_base::{Date, Fault, Finding};
use redress_law::Book;
use redress_lawbook::{ChangeKind, LawDiff, PeriodChange, ProvisionChange, RuleChange, RuleSide, diff};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The changes as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Changes) };

/// What changes between two days.
#[derive(Serialize, JsonSchema)]
struct Changes {
    /// The difference; absent as long as no days are named.
    changes: Option<LawDiff>,
}

fn refused(code: &str, field: &str) -> Wrong {
    Finding::error(code).with("at", field).refuse(Fault::Usage).into()
}

fn days(call: &Call<'_>) -> Result<Option<(Date, Date)>, Wrong> {
    match (day_asked(call, "from-day")?, day_asked(call, "until-day")?) {
        (Some(from), Some(to)) if from <= to => Ok(Some((from, to))),
        (Some(_), Some(_)) => Err(refused("web-days-reversed", "until-day")),
        (None, None) => Ok(None),
        (None, _) => Err(refused("web-days-both", "from-day")),
        (_, None) => Err(refused("web-days-both", "until-day")),
    }
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let changes = days(call)?.map(|(from, to)| diff(Book::standard(), from, to));
    super::value(&Changes { changes })
}

/// Asks for two days, and shows what changes between them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let days = days(call)?;
    let value = |name: &str| call.asked(name).unwrap_or_default().to_owned();
    let body = html! {
        (card("days", &call.text("web-changes-days"), &html! {
            form.filters method="get" action="/law/changes" {
                @for name in ["from-day", "until-day"] { label { (call.text(&format!("web-field-{name}"))) input type="date" name=(name) value=(value(name)) required; } }
                button.btn.main { (call.text("web-changes-show")) }
            }
            p.muted { (call.text("web-changes-example")) " " a href="/law/changes?from-day=2025-12-31&until-day=2026-01-01" { (call.text("web-changes-2026")) } }
        }))
        @if let Some((from, to)) = days { (found(call, &diff(Book::standard(), from, to))) }
        p { a href="/law" { (call.text("web-book-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-changes"), Some(call.text("web-changes-lead")), body)))
}

fn happens(call: &Call<'_>, kind: ChangeKind) -> Markup {
    let code = match kind {
        ChangeKind::Begins => "web-change-begins",
        ChangeKind::Ends => "web-change-ends",
        ChangeKind::Changes => "web-change-changes",
    };
    html! { span.tag { (call.text(code)) } }
}

fn found(call: &Call<'_>, found: &LawDiff) -> Markup {
    let counts = [
        ("provisions", found.provisions.len().into()),
        ("rules", found.rules.len().into()),
        ("periods", found.periods.len().into()),
    ];
    html! {
        p { (call.say(if found.is_empty() { "web-changes-none" } else { "web-changes-count" }, &counts)) }
        @if !found.instruments.is_empty() { (card("instruments", &call.text("web-changes-instruments"), &html! { ul.lines { @for one in &found.instruments { li { div { h3 { (call.label(&one.title)) } } (happens(call, one.kind)) } } } })) }
        @if !found.provisions.is_empty() { (card("provisions", &call.text("web-book"), &folded(call, found.provisions.len(), &html! { @for one in &found.provisions { (provision(call, one)) } }))) }
        @if !found.rules.is_empty() { (card("rules", &call.text("web-book-rules"), &folded(call, found.rules.len(), &html! { @for one in &found.rules { (rule(call, one)) } }))) }
        @if !found.periods.is_empty() { (card("periods", &call.text("web-changes-periods"), &folded(call, found.periods.len(), &html! { @for one in &found.periods { (period(call, one)) } }))) }
        p.muted { (call.text("web-changes-only-the-book")) }
    }
}

/// The most lines that stand open; a longer list is one press away.
const OPEN: usize = 12;

fn folded(call: &Call<'_>, lines: usize, rows: &Markup) -> Markup {
    html! { details open[lines <= OPEN] { summary { (call.say("web-changes-lines", &[("count", lines.into())])) } ul.lines { (rows) } } }
}

fn provision(call: &Call<'_>, one: &ProvisionChange) -> Markup {
    let known = Book::standard().ir().provisions.iter();
    let mut known =
        known.filter(|page| page.article == one.article && page.in_force.from == one.in_force.from);
    html! { li {
        div {
            h3 { @match known.next() { Some(page) => a href=(there(page)) { (call.words.article(&one.article)) }, None => { (call.words.article(&one.article)) } } }
            p.muted { (call.label(&one.title)) }
            @if let Some(by) = &one.replaced_by { p.small { (call.say("web-change-by", &[("by", ended_by(call, by).into())])) } }
            @if !one.replaces.is_empty() { p.small { (call.say("web-change-of", &[("old", cited(call, &one.replaces).into())])) } }
        }
        (happens(call, one.kind))
    } }
}

/// What ended it: a whole instrument, or articles.
fn ended_by(call: &Call<'_>, by: &str) -> String {
    let known = Book::standard().ir().instruments.iter().find(|one| one.id == by);
    known.map_or_else(|| call.words.articles(by), |one| call.label(&one.title).to_owned())
}

fn cited(call: &Call<'_>, cites: &[redress_base::Article]) -> String {
    super::fields::articles(call, cites.iter())
}

fn rule(call: &Call<'_>, one: &RuleChange) -> Markup {
    let text = |side: &RuleSide| call.label(&side.printed).to_owned();
    html! { li {
        div {
            h3 { (call.label(&one.label)) }
            p.cite { @if let Some(old) = &one.old { (cited(call, &old.cites)) } @if one.old.is_some() && one.new.is_some() { " → " } @if let Some(new) = &one.new { (cited(call, &new.cites)) } }
            details { summary { (call.text("web-changes-text")) span.vh { " " (call.label(&one.label)) } }
                @for (code, side) in [("web-changes-before", &one.old), ("web-changes-after", &one.new)] { @if let Some(side) = side { p.small.muted { (call.text(code)) } pre tabindex="0" { (text(side)) } } }
            }
        }
        (happens(call, one.kind))
    } }
}

fn period(call: &Call<'_>, one: &PeriodChange) -> Markup {
    let label = one.new.as_ref().or(one.old.as_ref()).map(|side| call.label(&side.label)).unwrap_or_default();
    let who = one
        .new
        .as_ref()
        .or(one.old.as_ref())
        .map(|side| call.text(&format!("remedies-who-{}", side.who.word())));
    html! { li { div { h3 { (label) } @if let Some(who) = who { p.small.muted { (who) } } } (happens(call, one.kind)) } }
}
