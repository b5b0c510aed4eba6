//! Gives the dates as a file for a calendar program.

use super::unfit;
use crate::call::Call;
use crate::library::{Holder, Touch};
use crate::page::calendar::{AHEAD, REMINDERS};
use crate::page::question::brought;
use crate::reply::{Download, Reply, Wrong};
use redress_base::Refusal;
use redress_calendar::{Calendar, Item, within};
use redress_case::Purpose;
use redress_facts::Vocabulary;
use redress_law::{Body, Book};
use redress_rights::{Object, Thing, UseCase, on_case};
use redress_workbench::{Agenda, Quiet, Wanted, Whose, calendar_file, for_calendar, is_worth_showing};

/// The file. In an office it leaves the house: that is an entry before a byte of it is sent (docs/rights.md, rule 2).
pub(crate) fn give(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (remind, years) = (remind(call)?, years(call)?);
    let ahead = days_ahead(call)?;
    let only = call.side()?.filter(|side| *side != Body::Person);
    let whose = if only.is_some() { Whose::Author } else { Whose::Nobody };
    let wanted = Wanted::of(UseCase::ExportCalendar, Object::Case).whose(whose);
    let office = call.app.library.holder() == Holder::Office;
    let touch = if office { Touch::Write } else { Touch::Read };
    let shown = !office || shows_the_case(call)?;
    let mut agenda = call.wanted(&wanted, touch, &mut Quiet, |desk| {
        if office {
            desk.leaves(call.by(), Purpose::Backup, Some("calendar"), false)?;
        }
        desk.agenda(Book::standard(), &Vocabulary::standard(), &years, None)
    })?;
    agenda.items.retain(|item| only.is_none_or(|only| item.who == only));
    if !shown {
        agenda.items.iter_mut().for_each(|item| item.cover.clear());
    }
    let items = chosen(call, &agenda, ahead);
    let (text, _) = calendar_file(call.words, &items, Some(agenda.made), remind)?;
    Ok(Reply::File(Download {
        name: format!("{}-dates.ics", call.case()),
        kind: "text/calendar; charset=utf-8",
        bytes: text.into_bytes(),
    }))
}

/// A platform liaison is on a case for one request, and learns nothing of the case itself: not even its cover name.
fn shows_the_case(call: &Call<'_>) -> Result<bool, Refusal> {
    let now = call.app.library.now().at;
    call.app.front(&call.session.visitor, |front, person| {
        let own = front.membership(person, call.case())?;
        Ok(on_case(own.as_ref(), UseCase::ViewMasked, Thing::any(Object::Case), now).is_allowed())
    })
}

/// Those that the command line puts into its file, for the same question. Without a day nothing stands in a calendar; how
/// many those are, the page said.
fn chosen(call: &Call<'_>, agenda: &Agenda, ahead: Option<u16>) -> Vec<Item> {
    let chosen = ahead.map_or_else(|| agenda.items.clone(), |days| within(&agenda.items, agenda.today, days));
    let all = call.typed("everything").is_some();
    let shown: Vec<Item> =
        chosen.iter().filter(|item| all || is_worth_showing(item, agenda.today)).cloned().collect();
    for_calendar(&chosen, &shown, agenda.today)
}

/// The years that are built in, and one that was brought: the notice of a coming year's holidays comes once a year.
fn years(call: &Call<'_>) -> Result<Calendar, Refusal> {
    match brought(call, "holidays")? {
        Some(text) => Calendar::standard().with_file(&call.text("web-field-holidays-file"), &text),
        None => Ok(Calendar::standard()),
    }
}

fn remind(call: &Call<'_>) -> Result<Vec<u16>, Refusal> {
    let known = |typed: &str| REMINDERS.iter().map(|(days, _)| *days).find(|days| days.to_string() == typed);
    let ticked = call.every("remind").filter(|typed| !typed.is_empty());
    ticked.map(|typed| known(typed).ok_or_else(|| unfit(call, "remind", typed))).collect()
}

fn days_ahead(call: &Call<'_>) -> Result<Option<u16>, Refusal> {
    let Some(typed) = call.typed("within") else { return Ok(None) };
    let known = AHEAD.into_iter().find(|days| days.to_string() == typed);
    known.map(Some).ok_or_else(|| unfit(call, "within", typed))
}
