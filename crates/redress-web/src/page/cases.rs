//! The cases: which there are, and how to begin one.

use super::overview::{called, next_date};
use crate::call::Call;
use crate::library::Holder;
use crate::reading::Waited;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{self, card, token};
use maud::{Markup, html};
use redress_base::{Finding, Refusal};
use redress_calendar::Item;
use redress_words::safe_text;
use redress_workbench::ports::CaseRow;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The cases as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Cases) };

/// The cases that the asker may see.
#[derive(Serialize, JsonSchema)]
struct Cases {
    /// One row a case.
    cases: Vec<CaseRow>,
    /// Cases that could not be read, and why.
    unread: Vec<Finding>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let shelf = call.app.library.shelf(&call.session.visitor)?;
    super::value(&Cases { cases: shelf.cases, unread: shelf.unread })
}

/// Lists the cases.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let shelf = call.app.library.shelf(&call.session.visitor)?;
    let until = Instant::now() + LOOK;
    let next: Vec<Next> = shelf.cases.iter().map(|row| next(call, row, until)).collect();
    let body = html! {
        // Whoever comes back finds their cases first.
        @if shelf.cases.is_empty() { (what(call)) }
        @for finding in &shelf.unread {
            @let said = call.told(finding);
            div.card.refused { p { b { (said.sentence) } } @if let Some(advice) = said.advice { p { (advice) } } }
        }
        @if let Some(finding) = call.app.sessions().known.unread(&call.session.visitor) {
            @let said = call.told(&finding);
            div.card.refused role="alert" { p { b { (said.sentence) } } @if let Some(advice) = said.advice { p { (advice) } } }
        }
        @if shelf.cases.is_empty() { section.card { p { (call.text("web-cases-none")) } } }
        @else { section.card aria-label=(call.text("web-nav-cases")) { ul.lines { @for (row, next) in shelf.cases.iter().zip(&next) { (one(call, row, next)) } } } (what(call)) }
        div.cols {
            (card("new", &call.text("web-case-new"), &html! {
                p.muted { (call.text("web-case-new-how")) }
                form.fields method="post" action="/c" {
                    (token(call))
                    label { (call.text("web-field-cover")) input name="cover" maxlength="100" required autocomplete="off"; }
                    button.btn.main { (call.text("web-case-begin")) }
                }
            }))
            (card("check", &call.text("web-verify"), &html! {
                p.muted { (call.text("web-verify-lead")) }
                a.btn href="/verify" { (call.text("web-nav-verify")) }
            }))
            (card("receive", &call.text("web-receive"), &html! {
                p.muted { (call.text("web-receive-lead")) }
                a.btn href="/receive" { (call.text("web-nav-receive")) }
            }))
            // An office holds no invented people among its own.
            @if call.app.library.holder() == Holder::Folder { (card("example", &call.text("web-example"), &html! {
                p.muted { (call.text("web-example-what")) }
                form method="post" action="/example" { (token(call)) button.btn { (call.text("web-example-open")) } }
            })) }
        }
    };
    let lead = shell::at_home(call, "web-cases-lead", "web-office-cases-lead");
    Ok(Reply::Page(Leaf::new(call.text("web-nav-cases"), Some(call.text(lead)), body)))
}

/// For whom this is, what it does, where it stays, what is protected, and how to begin: before anything is asked.
fn what(call: &Call<'_>) -> Markup {
    html! {
        section.card #what aria-labelledby="h-what" {
            h2 #h-what { (call.text("web-what")) }
            p { (call.text("web-what-does")) }
            p { (call.text(shell::at_home(call, "web-what-stays", "web-office-what-stays"))) }
            // Guiding Opinions art 10, in force 2023-09-20.
            p { (call.text("web-what-protected")) }
            p { (call.text("web-what-begin")) " " a href="/help#first" { (call.text("web-help-first")) } }
        }
    }
}

/// So long the list waits for the next dates of cases that nobody has opened yet; what takes longer is worked out meanwhile.
const LOOK: Duration = Duration::from_millis(100);

/// What the list knows of the next date of a case.
pub(crate) enum Next {
    /// What the overview of the case says.
    Is(Option<Box<Item>>),
    /// It is not worked out yet.
    Later,
    /// Its dates are not shown to this visitor.
    Unseen,
    /// It cannot be read now; why is said on its own page.
    Unread,
}

/// The next date as the overview of the case has it, as far as it is there in time.
fn next(call: &Call<'_>, row: &CaseRow, until: Instant) -> Next {
    let left = until.saturating_duration_since(Instant::now());
    // What goes on elsewhere has no next date here.
    if row.handed_over {
        return Next::Is(None);
    }
    if left.is_zero() {
        return Next::Later;
    }
    let read = match call.app.awaited(&call.session.visitor, &row.case_id, left) {
        Waited::Read(read) => read,
        Waited::Elsewhere => call.app.loaded(&call.session.visitor, &row.case_id),
        Waited::Still(_) => return Next::Later,
    };
    // That nothing can be said of a date is told apart from that there is none.
    let read = match read {
        Ok(read) => read,
        Err(refusal) => return not_told(&refusal),
    };
    let parts = BTreeMap::from([("case".to_owned(), row.case_id.clone())]);
    let own = Call { parts: &parts, read: OnceCell::from(read), ..call.asking(&[]) };
    match next_date(&own) {
        Ok(next) => next,
        Err(Wrong::Refused(refusal)) => not_told(&refusal),
        Err(_) => Next::Unread,
    }
}

/// Why no date can be said: this visitor may not see it, in whatever words their role is told so, or the case cannot be read.
fn not_told(refusal: &Refusal) -> Next {
    if refusal.finding.code.starts_with("rights-") { Next::Unseen } else { Next::Unread }
}

fn due(call: &Call<'_>, row: &CaseRow, next: &Next) -> Markup {
    html! {
        @match next {
            _ if row.handed_over => p { span.tag { (call.text("web-read-only")) } },
            Next::Is(Some(item)) => @if let Some(day) = item.day { p { span.tag { (call.say("web-case-due", &[("day", call.words.date(day).into())])) } " " span.small { (called(call, item)) } } },
            Next::Is(None) => {},
            Next::Later => p.small.muted { (call.text("web-case-due-later")) },
            Next::Unseen => p.small.muted { (call.text("web-case-due-unseen")) },
            Next::Unread => p.small.muted { (call.text("web-case-due-unread")) },
        }
    }
}

fn one(call: &Call<'_>, row: &CaseRow, next: &Next) -> Markup {
    let last = row.last_at.at.beijing_date().map(|day| call.words.date(day)).unwrap_or_default();
    let begun = row.opened.at.beijing_date().map(|day| call.words.date(day)).unwrap_or_default();
    let stopped = call.session.stopped.get(&row.case_id);
    html! {
        li {
            div {
                h2 { a href={"/c/" (row.case_id)} { (safe_text(&row.cover)) } }
                p.muted { (call.say("web-case-last", &[("day", last.into()), ("entries", row.entries.into())])) }
                // Two cases may have one name: the day on which each was begun and its number tell them apart.
                p.small.faint { (call.say("web-case-begun", &[("day", begun.into())])) " · " span.mono { (row.case_id) } }
                (due(call, row, next))
                @if let Some(page) = stopped.filter(|_| !row.handed_over) { p { a href=(page) { (call.say("web-case-go-on", &[("page", shell::page_name(call, page).into())])) } } }
            }
        }
    }
}
