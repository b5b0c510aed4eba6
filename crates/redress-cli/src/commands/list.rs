//! `redress list`: the cases of a folder, listed and searched.

use super::{Session, day, path, text};
use crate::documents_file::CaseList;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::Mark;
use redress_law::Label;
use redress_procedure::Procedures;
use redress_store::FolderRegister;
use redress_words::{Language, Words};
use redress_workbench::ports::{Ask, CaseRow, Order, Placed, Register as _};
use std::path::Path;

/// Lists the cases of a folder for which everything asked holds.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "cabinet")?;
    outside(&folder)?;
    let wanted = ask(session, matches)?;
    let mut register = FolderRegister::open(&folder)?;
    for notice in register.notices() {
        session.out.finding(notice);
    }
    let mut bars = Bars::new(session.words, session.quiet);
    let refreshed = register.refresh(&mut |lines| CaseRow::of(lines), &mut bars)?;
    let unread: Vec<Finding> = refreshed.findings;
    unread.iter().for_each(|finding| session.out.finding(finding));
    let listing = register.list(&wanted)?;
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

/// A register lies beside cases, never in one.
fn outside(folder: &Path) -> Result<(), Refusal> {
    let case = folder.join("case.sqlite").symlink_metadata().is_ok();
    if !case && !crate::disk::in_case_folder(folder) {
        return Ok(());
    }
    let around = if case { folder.canonicalize().ok() } else { None };
    let around = around.as_deref().and_then(Path::parent).map(|around| around.display().to_string());
    let found = Finding::error("cli-list-in-a-case").with("path", folder.display().to_string());
    Err(found.with("around", around.unwrap_or_else(|| "FOLDER".to_owned())).refuse(Fault::Usage))
}

/// Whether something is called that, by its word or by its name in either language.
fn called(typed: &str, id: &str, label: &Label) -> bool {
    let typed = typed.trim().to_lowercase();
    [id, &label.zh, &label.en].iter().any(|name| name.to_lowercase() == typed)
}

/// `private-prosecution/1=accepted`, `刑事自诉=已受理`, `刑事自诉` or `已受理`, as the list shows them.
fn states(session: &Session<'_>, typed: &str) -> Result<Vec<(String, Option<String>)>, Refusal> {
    let procedures = Procedures::standard();
    let (left, state) = match typed.split_once(['=', '＝']).or_else(|| typed.split_once(": ")) {
        Some((left, state)) => (left.trim(), Some(state.trim())),
        None => (typed.trim(), None),
    };
    let (name, track) = left
        .rsplit_once(['/', ' '])
        .filter(|(_, track)| track.starts_with(|c: char| c.is_ascii_digit()))
        .map_or((left, None), |(name, track)| (name, Some(track)));
    let of = |id: &str| track.map_or_else(|| id.to_owned(), |track| format!("{id}/{track}"));
    let procedure = procedures.iter().find(|one| called(name, &one.id, &one.label));
    let found: Vec<(String, Option<String>)> = match (procedure, state) {
        (Some(one), None) if track.is_some() => vec![(of(&one.id), None)],
        (Some(one), None) => {
            one.states.iter().map(|state| (one.id.clone(), Some(state.id.clone()))).collect()
        }
        (Some(one), Some(state)) => {
            let named = one.states.iter().filter(|known| called(state, &known.id, &known.label));
            named.map(|known| (of(&one.id), Some(known.id.clone()))).collect()
        }
        // A state by itself, of whatever procedure.
        (None, None) => {
            let all = procedures.iter().flat_map(|one| one.states.iter().map(move |state| (one, state)));
            let named = all.filter(|(_, state)| called(typed, &state.id, &state.label));
            named.map(|(one, state)| (one.id.clone(), Some(state.id.clone()))).collect()
        }
        (None, Some(_)) => Vec::new(),
    };
    if !found.is_empty() {
        return Ok(found);
    }
    let known: Vec<String> = match procedure {
        Some(one) => one
            .states
            .iter()
            .map(|state| session.label(&state.label.zh, &state.label.en).to_owned())
            .collect(),
        None => procedures.iter().map(|one| session.label(&one.label.zh, &one.label.en).to_owned()).collect(),
    };
    let finding = Finding::error("cli-state-unknown").with("state", typed);
    Err(finding.with("known", known.join(" | ")).refuse(Fault::Usage))
}

/// A mark by its word, or as it is shown in either language.
fn mark(typed: &str) -> Result<String, Refusal> {
    let shown = |language: Language, word: &str| Words::new(language).say(&format!("case-mark-{word}"), &[]);
    let is = |mark: &&Mark| {
        let (zh, en) = (shown(Language::ZhHans, mark.word()), shown(Language::En, mark.word()));
        called(typed, mark.word(), &Label::new(&zh, &en))
    };
    let found = Mark::ALL.iter().find(is).map(|mark| mark.word().to_owned());
    let known: Vec<&str> = Mark::ALL.iter().map(|mark| mark.word()).collect();
    let finding = Finding::error("cli-mark-unknown").with("mark", typed).with("known", known.join(", "));
    found.ok_or_else(|| finding.refuse(Fault::Usage))
}

fn ask(session: &Session<'_>, matches: &ArgMatches) -> Result<Ask, Refusal> {
    let words: Vec<&str> =
        matches.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let states = text(matches, "in-state").map(|typed| states(session, typed)).transpose()?;
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
        mark: text(matches, "with-mark").map(mark).transpose()?,
        states: states.unwrap_or_default(),
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
        row.marks.iter().map(|mark| session.words.say(&format!("case-mark-{mark}"), &[])).collect();
    about.extend(row.numbers.iter().cloned());
    if !about.is_empty() {
        session.out.line(&format!("    {}", about.join(" · ")));
    }
    if row.handed_over {
        session.out.say("cli-list-handed-over", &[]);
    }
    if let Some(next) = row.next_due {
        session.out.say("cli-list-next", &[("day", session.words.date(next).into())]);
    }
}
