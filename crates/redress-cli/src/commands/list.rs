//! `redress list`: the cases of a folder, listed and searched.

use super::{Session, day, path, text};
use crate::documents_file::CaseList;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Finding, Refusal};
use redress_law::Label;
use redress_procedure::Procedures;
use redress_store::FolderRegister;
use redress_workbench::ports::{Ask, CaseRow, Order, Placed, Register as _};

/// Lists the cases of a folder for which everything asked holds.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let mut register = FolderRegister::open(&path(matches, "cabinet")?)?;
    for notice in register.notices() {
        session.out.finding(notice);
    }
    let mut bars = Bars::new(session.words, session.quiet);
    let refreshed = register.refresh(&mut |lines| CaseRow::of(lines), &mut bars)?;
    let unread: Vec<Finding> = refreshed.findings;
    unread.iter().for_each(|finding| session.out.finding(finding));
    let listing = register.list(&ask(matches)?)?;
    for placed in &listing.rows {
        show(session, placed);
    }
    let shown = listing.rows.len();
    session.out.say("cli-list-shown", &[("shown", shown.into()), ("total", listing.total.into())]);
    session.out.document(&CaseList {
        schema: "redress/case-list/1",
        total: listing.total,
        cases: listing.rows,
        unread,
    });
    Ok(())
}

fn ask(matches: &ArgMatches) -> Result<Ask, Refusal> {
    let words: Vec<&str> =
        matches.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let state = text(matches, "in-state").map(|given| match given.split_once('=') {
        Some((track, state)) => (track.to_owned(), Some(state.to_owned())),
        None => (given.to_owned(), None),
    });
    let order = match text(matches, "order") {
        Some("opened") => Order::Opened,
        Some("due") => Order::NextDue,
        Some("cover") => Order::Cover,
        Some("entries") => Order::Entries,
        _ => Order::LastAt,
    };
    let due_by: Option<Date> = day(matches, "due-by")?;
    Ok(Ask {
        words: words.join(" "),
        mark: text(matches, "with-mark").map(str::to_owned),
        state,
        number: text(matches, "with-number").map(str::to_owned),
        due_by,
        order,
        take: matches.get_one::<u64>("top-cases").copied().unwrap_or(50),
        skip: matches.get_one::<u64>("skip").copied().unwrap_or(0),
        ..Ask::default()
    })
}

fn show(session: &Session<'_>, placed: &Placed) {
    let row = &placed.row;
    let last = row.last_at.at.beijing_date().map(|day| session.words.date(day)).unwrap_or_default();
    let cover = if row.cover == placed.place { String::new() } else { format!("  {}", row.cover) };
    session.out.line(&format!("{}{cover}  ({last}, {})", placed.place, row.entries));
    let procedures = Procedures::standard();
    let label = |label: &Label| session.label(&label.zh, &label.en).to_owned();
    for (track, state) in &row.states {
        let (id, number) = track.split_once('/').unwrap_or((track, "1"));
        let Some(procedure) = procedures.get(id) else { continue };
        let state = procedure.state(state).map_or_else(|| state.clone(), |one| label(&one.label));
        session.out.line(&format!("    {} {number}: {state}", label(&procedure.label)));
    }
    let mut about: Vec<String> =
        row.marks.iter().map(|mark| session.words.say(&format!("cli-mark-{mark}"), &[])).collect();
    about.extend(row.numbers.iter().cloned());
    if !about.is_empty() {
        session.out.line(&format!("    {}", about.join(" · ")));
    }
    if let Some(next) = row.next_due {
        session.out.say("cli-list-next", &[("day", session.words.date(next).into())]);
    }
}
