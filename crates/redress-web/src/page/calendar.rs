//! The dates as a file for a calendar program: what goes into it, and what it takes to say.

use super::procedure::dates;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::html;
use redress_calendar::{Calendar as Years, Item};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_rights::{Object, UseCase};
use redress_workbench::{Agenda, Quiet, Wanted, Whose, is_worth_showing};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The file as data: what goes into it.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Calendar) };

/// Days before a date on which a program can remind of it; those that are ticked where nobody says otherwise.
pub(crate) const REMINDERS: [(u16, bool); 5] = [(1, true), (3, false), (7, true), (14, false), (30, false)];
/// Days ahead to which the file can be held.
pub(crate) const AHEAD: [u16; 3] = [30, 90, 365];

/// What goes into a calendar file.
#[derive(Serialize, JsonSchema)]
struct Calendar {
    /// The dates that have a day and are worth showing, as the page of the procedure has them.
    dates: Vec<Item>,
    /// Time limits that lack the day from which they are counted; they are in no calendar.
    undated: usize,
}

fn chosen(call: &Call<'_>) -> Result<Calendar, Wrong> {
    let agenda = match call.loaded() {
        Ok(_) => dates(call)?.0,
        // A body that does not see the result sees its own dates all the same (docs/rights.md, `see-due`).
        Err(Wrong::Refused(refusal)) if refusal.finding.code.starts_with("rights-") => own_dates(call)?,
        Err(wrong) => return Err(wrong),
    };
    let worth = |item: &Item| item.day.is_some() && is_worth_showing(item, agenda.today);
    let undated = agenda.undated;
    Ok(Calendar { dates: agenda.items.into_iter().filter(worth).collect(), undated })
}

fn own_dates(call: &Call<'_>) -> Result<Agenda, Wrong> {
    let only = call.side()?;
    let wanted = Wanted::of(UseCase::SeeDue, Object::Case).whose(Whose::Author);
    let mut agenda = call.wanted(&wanted, Touch::Read, &mut Quiet, |desk| {
        desk.agenda(Book::standard(), &Vocabulary::standard(), &Years::standard(), None)
    })?;
    agenda.items.retain(|item| only.is_none_or(|only| item.who == only));
    Ok(agenda)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&chosen(call)?)
}

/// Asks how the file is to be.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let calendar = chosen(call)?;
    let count = calendar.dates.len();
    let body = card(
        "calendar",
        &call.text("web-calendar"),
        &html! {
            p { (call.say("web-calendar-holds", &[("count", count.into())])) }
            p.note { (call.text("web-calendar-warn")) }
            form.fields method="post" action=(call.at("procedure/calendar")) enctype="multipart/form-data" {
                (token(call))
                fieldset {
                    legend { (call.text("web-field-remind")) }
                    @for (days, ticked) in REMINDERS { label.check { input type="checkbox" name="remind" value=(days) checked[ticked]; (call.say("web-calendar-before", &[("days", u64::from(days).into())])) } }
                }
                label { (call.text("web-field-within")) select name="within" {
                    option value="" { (call.text("web-calendar-all-ahead")) }
                    @for days in AHEAD { option value=(days) { (call.say("web-calendar-ahead", &[("days", u64::from(days).into())])) } }
                } }
                label.check { input type="checkbox" name="everything" value="1"; (call.text("web-field-everything")) }
                details { summary { (call.text("web-field-holidays-file")) }
                    p.small.muted { (call.text("web-calendar-holidays-what")) }
                    label { span.vh { (call.text("web-field-holidays-file")) } input type="file" name="holidays-file" accept=".toml,text/plain"; }
                }
                div.row { button.btn.main { (call.text("web-calendar-get")) } a.btn.plain href=(call.at("procedure")) { (call.text("web-cancel")) } }
            }
            @if calendar.undated > 0 { p.muted { (call.say("web-dates-undated", &[("count", calendar.undated.into())])) } }
        },
    );
    Ok(Reply::Page(Leaf::new(call.text("web-calendar"), Some(call.text("web-calendar-lead")), body)))
}
