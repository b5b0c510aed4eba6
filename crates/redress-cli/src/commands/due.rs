//! `redress due`: until when, what is owed, when to appear; and the same for a calendar program.

use super::{Session, today};
use crate::documents_file::{AgendaDocument, CaseAgenda};
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_calendar::{Calendar, Item, State, sort, within};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;
use redress_workbench::{Agenda, calendar_file, for_calendar, is_open, is_worth_showing};
use std::path::PathBuf;

/// Shows the dates of one case or of several, and writes them for calendar programs.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    if let Some(file) = matches.get_one::<PathBuf>("ics") {
        crate::disk::free(file, matches.get_flag("force"))?;
    }
    let calendar = calendar(matches)?;
    let day = today(matches)?;
    let words = Vocabulary::standard();
    let mut agendas = Vec::new();
    for folder in super::cases(matches)? {
        let of = |refusal| super::of_case(&folder, refusal);
        let mut opened = session.open(&folder, Access::Read).map_err(of)?;
        let mut agenda = session
            .at(&mut opened, |desk| desk.agenda(Book::standard(), &words, &calendar, day))
            .map_err(of)?;
        agenda.items.retain(|item| opened.only.is_none_or(|only| only == item.who));
        if !opened.case_shown {
            // A platform liaison is on a case for one request, and learns nothing of the case itself.
            agenda.cover.clear();
            (agenda.undated, agenda.unsure) = (0, 0);
            agenda.items.iter_mut().for_each(|item| item.cover.clear());
        }
        agendas.push((folder, agenda));
    }
    let mut items: Vec<Item> = agendas.iter().flat_map(|(_, one)| one.items.clone()).collect();
    sort(&mut items);
    let today = agendas.iter().map(|(_, one)| one.today).max().unwrap_or(Date::MIN);
    let days = matches.get_one::<u16>("within").copied();
    let chosen = days.map_or_else(|| items.clone(), |days| within(&items, today, days));
    let all = matches.get_flag("all");
    let shown: Vec<Item> =
        chosen.iter().filter(|item| all || is_worth_showing(item, today)).cloned().collect();
    let several = agendas.len() > 1;
    let (sure, unsure): (Vec<&Item>, Vec<&Item>) = shown.iter().partition(|item| !item.tentative);
    show(session, &sure, several);
    may_run(session, &unsure, several);
    let others =
        chosen.iter().filter(|item| item.tentative && is_open(item) && !shown.contains(item)).count();
    counted(session, others, agendas.iter().map(|(_, one)| one.unsure).sum());
    let undated: usize = agendas.iter().map(|(_, one)| one.undated).sum();
    if undated > 0 {
        session.out.say("cli-due-undated", &[("count", undated.into())]);
    }
    if let Some(file) = matches.get_one::<PathBuf>("ics") {
        export(session, matches, file, &for_calendar(&chosen, &shown, today), &agendas)?;
    }
    let cases = agendas.into_iter().map(|(folder, one)| CaseAgenda {
        case: folder.display().to_string(),
        cover: one.cover,
        undated: one.undated,
    });
    session.out.document(&AgendaDocument {
        schema: "redress/agenda/1",
        today,
        cases: cases.collect(),
        items: shown,
    });
    Ok(())
}

/// What is not listed, by its number: unknown never looks like "no".
fn counted(session: &Session<'_>, others: usize, silent: usize) {
    for (code, count) in [("cli-due-others-may-run", others), ("cli-due-silent", silent)] {
        if count > 0 {
            session.out.say(code, &[("count", count.into())]);
        }
    }
}

/// What may run: whether it does, the facts on file do not settle. One line each.
fn may_run(session: &Session<'_>, items: &[&Item], several: bool) {
    if items.is_empty() {
        return;
    }
    session.out.head(&session.words.say("cli-due-may-run", &[]));
    for item in items {
        let day = item.day.map(|day| session.words.date(day)).unwrap_or_default();
        let state = session.words.say(&format!("cli-due-is-{}", item.state.word()), &[]);
        let title = session.label(&item.title.zh, &item.title.en);
        let cover = if several { format!("[{}] ", item.cover) } else { String::new() };
        let cites: Vec<String> = item.cites.iter().map(|cite| session.words.article(cite)).collect();
        let cites = cites.join("; ");
        session.out.line(&format!("  {day}  {cover}{title}  ({state})  {cites}{}", names(item)));
    }
}

/// The names by which `redress record` knows it.
fn names(item: &Item) -> String {
    if item.names.is_empty() { String::new() } else { format!("  [{}]", item.names.join(", ")) }
}

/// The built-in years, and a file that somebody hands in for another.
pub(crate) fn calendar(matches: &ArgMatches) -> Result<Calendar, Refusal> {
    let mut calendar = Calendar::standard();
    for file in matches.get_many::<PathBuf>("calendar").into_iter().flatten() {
        let bytes = crate::disk::whole(file)?;
        let shown = file.display().to_string();
        let text = String::from_utf8(bytes).map_err(|error| {
            let found = Finding::error("cli-read-failed").with("path", shown.as_str());
            found.with("problem", error.to_string()).refuse(Fault::Input)
        })?;
        calendar = calendar.with_file(&shown, &text)?;
    }
    Ok(calendar)
}

fn show(session: &Session<'_>, items: &[&Item], several: bool) {
    if items.is_empty() {
        session.out.say("cli-due-none", &[]);
    }
    let mut rank = None;
    for item in items {
        let part = match item.state {
            State::Missed | State::StrictOver => "cli-due-missed",
            State::NothingOnFile => "cli-due-unseen",
            _ => "cli-due-ahead",
        };
        let part = if item.day.is_none() { "cli-due-open" } else { part };
        if rank != Some(part) {
            session.out.head(&session.words.say(part, &[]));
            rank = Some(part);
        }
        let day =
            item.day.map_or_else(|| session.words.say("cli-due-now", &[]), |day| session.words.date(day));
        let at = item.at.map(|at| at.strftime(" %H:%M").to_string()).unwrap_or_default();
        let state = session.words.say(&format!("cli-due-is-{}", item.state.word()), &[]);
        let who = session.words.say(&format!("remedies-who-{}", item.who.word()), &[]);
        let title = session.label(&item.title.zh, &item.title.en);
        let cover = if several { format!("[{}] ", item.cover) } else { String::new() };
        session.out.line(&format!("  {day}{at}  {cover}{title}  ({who} · {state})"));
        let cites: Vec<String> = item.cites.iter().map(|cite| session.words.article(cite)).collect();
        let mut about = cites.join("; ");
        if let Some(extended) = item.extended.filter(|end| Some(*end) != item.day) {
            let end = session.words.date(extended);
            about.push_str(&session.words.say("cli-due-extended", &[("day", end.into())]));
        }
        session.out.line(&format!("      {about}{}", names(item)));
        for mark in item.marks.iter().filter(|mark| !mark.code.starts_with("calendar-")) {
            let sentence = session.say_mark(mark);
            session.out.line(&format!("      · {sentence}"));
        }
    }
}

/// Writes the dates for calendar programs.
fn export(
    session: &Session<'_>,
    matches: &ArgMatches,
    file: &std::path::Path,
    items: &[Item],
    agendas: &[(PathBuf, Agenda)],
) -> Result<(), Refusal> {
    let made = agendas.iter().map(|(_, one)| one.made).max();
    let remind: Vec<u16> = matches.get_many::<u16>("remind").into_iter().flatten().copied().collect();
    let (written, findings) = calendar_file(session.words, items, made, remind)?;
    crate::disk::put(file, written.as_bytes(), matches.get_flag("force"))?;
    findings.iter().for_each(|finding| session.out.finding(finding));
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    Ok(())
}

impl Session<'_> {
    /// A mark as a sentence; one that carries a label of the book shows it in the person's language.
    pub(crate) fn say_mark(&self, mark: &Finding) -> String {
        redress_report::mark(self.words, mark)
    }
}
