//! `redress due`: until when, what is owed, when to appear; and the same for a calendar program.

use super::{Session, today};
use crate::documents_file::{AgendaDocument, CaseAgenda};
use clap::ArgMatches;
use redress_base::{Article, Date, Fault, Finding, Refusal};
use redress_calendar::ics::{self, Voice};
use redress_calendar::{Calendar, Item, Kind, State, sort, within};
use redress_facts::Vocabulary;
use redress_law::{Body, Book, Label};
use redress_store::Access;
use redress_workbench::Agenda;
use std::path::PathBuf;

/// The minutes of a calendar file's number are counted from 2020-01-01, so that they fit for thousands of years.
const FIRST: i64 = 1_577_836_800;
/// Days for which what was kept is still shown.
const KEPT_SHOWN: i64 = 14;

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
    let shown: Vec<Item> = chosen.iter().filter(|item| all || worth(item, today)).cloned().collect();
    let several = agendas.len() > 1;
    let (sure, unsure): (Vec<&Item>, Vec<&Item>) = shown.iter().partition(|item| !item.tentative);
    show(session, &sure, several);
    may_run(session, &unsure, several);
    let others = chosen.iter().filter(|item| item.tentative && open(item) && !shown.contains(item)).count();
    counted(session, others, agendas.iter().map(|(_, one)| one.unsure).sum());
    let undated: usize = agendas.iter().map(|(_, one)| one.undated).sum();
    if undated > 0 {
        session.out.say("cli-due-undated", &[("count", undated.into())]);
    }
    if let Some(file) = matches.get_one::<PathBuf>("ics") {
        let kept = chosen.iter().filter(|item| !open(item) && item.day.is_some_and(|day| day >= today));
        let items: Vec<Item> =
            shown.iter().chain(kept.filter(|item| !shown.contains(item))).cloned().collect();
        export(session, matches, file, &items, &agendas)?;
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

/// What a person has to see: everything that runs or was missed, what may run for the person, and hearings of late.
/// Unknown never looks like "no": what binds an authority and may not run is counted.
fn worth(item: &Item, today: Date) -> bool {
    let lately =
        item.day.is_some_and(|day| (today - day).get_days() <= i32::try_from(KEPT_SHOWN).unwrap_or(0));
    let own = matches!(item.who, Body::Person);
    open(item) && (!item.tentative || own) || !open(item) && lately && item.kind == Kind::Hearing
}

/// Whether something is still to be done.
fn open(item: &Item) -> bool {
    !matches!(item.state, State::Kept | State::Late)
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

/// Writes the dates for calendar programs. The number of the file goes up with the clock, whichever cases are written
/// together, so that a program takes the later one.
fn export(
    session: &Session<'_>,
    matches: &ArgMatches,
    file: &std::path::Path,
    items: &[Item],
    agendas: &[(PathBuf, Agenda)],
) -> Result<(), Refusal> {
    let made = agendas.iter().map(|(_, one)| one.made).max();
    let remind: Vec<u16> = matches.get_many::<u16>("remind").into_iter().flatten().copied().collect();
    let export = ics::Export {
        stamp: made.unwrap_or(redress_base::Instant(0)),
        sequence: made.map_or(0, |made| u32::try_from(made.0.saturating_sub(FIRST) / 60).unwrap_or(0)),
        remind,
        hearing_minutes: 120,
    };
    let (written, findings) = ics::write(items, &export, &Spoken(session))?;
    crate::disk::put(file, written.as_bytes(), matches.get_flag("force"))?;
    findings.iter().for_each(|finding| session.out.finding(finding));
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    Ok(())
}

/// The person's language, for the calendar's codes.
struct Spoken<'s, 'w>(&'s Session<'w>);

impl Voice for Spoken<'_, '_> {
    fn say(&self, finding: &Finding) -> String {
        self.0.say_mark(finding)
    }

    fn article(&self, article: &Article) -> String {
        self.0.words.article(article)
    }

    fn day(&self, day: Date) -> String {
        self.0.words.date(day)
    }

    fn label(&self, label: &Label) -> String {
        self.0.label(&label.zh, &label.en).to_owned()
    }
}

impl Session<'_> {
    /// A mark as a sentence; one that carries a label of the book shows it in the person's language.
    pub(crate) fn say_mark(&self, mark: &Finding) -> String {
        redress_report::mark(self.words, mark)
    }
}
