//! `redress export`, `import`, `transfer`, `receive`: a case as one file, and the file from one body to another.

use super::{Session, day, organ, path, text};
use crate::arrival;
use crate::clock::SystemClock;
use crate::documents_file::{Exported, Imported, Received, Transferred};
use crate::place::Counter;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Copies, Organ, Purpose, Transfer};
use redress_store::{Access, OpenCaseFile, write_case_file};
use redress_words::{Language, safe_text};
use redress_workbench::{CaseFilePlan, NewTransfer, Store, TakenIn, TransferSheet, may_receive, not_ahead};
use std::path::Path;

/// Runs one of the four.
pub(crate) fn run(session: &Session<'_>, name: &str, matches: &ArgMatches) -> Result<(), Refusal> {
    match name {
        "export" => export(session, matches),
        "import" => import(session, matches),
        "transfer" => transfer(session, matches),
        _ => receive(session, matches),
    }
}

fn export(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let file = free(own)?;
    let purpose = text(own, "purpose").and_then(Purpose::from_word).unwrap_or(Purpose::Backup);
    let details = !own.get_flag("without-details");
    let mut opened = session.open(&path(own, "case")?, Access::Write)?;
    let plan = session.at(&mut opened, |desk| {
        desk.export(text(own, "by"), purpose, text(own, "to").map(str::to_owned), details)
    })?;
    write(session, &plan, &*opened.store, &file)?;
    wrote(session, &plan, &file);
    if plan.manifest.seed {
        session.out.chat("cli-exported-key", &[]);
    }
    session.out.document(&Exported {
        schema: "redress/exported/1",
        file: file.display().to_string(),
        manifest: plan.manifest,
    });
    Ok(())
}

/// A file to be written, asked before the ledger says that something left.
fn free(own: &ArgMatches) -> Result<std::path::PathBuf, Refusal> {
    let file = path(own, "file")?;
    crate::disk::free_in_folder(&file, own.get_flag("force"))?;
    Ok(file)
}

fn write(session: &Session<'_>, plan: &CaseFilePlan, store: &dyn Store, file: &Path) -> Result<(), Refusal> {
    let mut bars = Bars::new(session.words, session.quiet);
    crate::disk::instead(file, |file| write_case_file(plan, store, file, &mut bars))
}

fn wrote(session: &Session<'_>, plan: &CaseFilePlan, file: &Path) {
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    let manifest = &plan.manifest;
    session.out.chat(
        "cli-exported-holds",
        &[
            ("entries", manifest.entries.into()),
            ("objects", manifest.objects.into()),
            ("left", manifest.left_out.len().into()),
        ],
    );
}

/// The case file that was named. One that is closed to somebody is told apart from what is none.
fn opened(own: &ArgMatches) -> Result<OpenCaseFile, Refusal> {
    let file = path(own, "file")?;
    super::envelope::not_closed(&file)?;
    OpenCaseFile::open(&file)
}

fn import(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let mut file = opened(own)?;
    let mut bars = Bars::new(session.words, session.quiet);
    let taken = arrival::taken(&path(own, "case")?, &mut file, &mut bars, &mut |_, _, _| Ok(()))?;
    told(session, &taken);
    session.out.document(&Imported {
        schema: "redress/imported/1",
        copies: taken.copies,
        entries: taken.entries,
        objects: taken.objects,
        left_out: taken.left_out,
    });
    Ok(())
}

fn told(session: &Session<'_>, taken: &TakenIn) {
    let code = match &taken.copies {
        Copies::Same { .. } => "cli-imported-same",
        Copies::ThisAhead { .. } => "cli-imported-behind",
        _ => "cli-imported",
    };
    let args = [
        ("entries", taken.entries.into()),
        ("objects", taken.objects.into()),
        ("left", taken.left_out.len().into()),
    ];
    session.out.chat(code, &args);
}

fn transfer(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let file = free(own)?;
    let force = own.get_flag("force");
    let paper = own.get_one::<std::path::PathBuf>("sheet");
    paper.map_or(Ok(()), |paper| crate::disk::free_in_folder(paper, force))?;
    let mut opened = session.open(&path(own, "case")?, Access::Write)?;
    let (sheet, plan) = if own.get_flag("again") {
        session.at(&mut opened, |desk| desk.hand_over_again())?
    } else {
        let new = NewTransfer {
            transfer: text(own, "way").and_then(Transfer::from_word).unwrap_or(Transfer::NextStage),
            from: organ(own, "from-body", "from-name")?,
            to: organ(own, "to-body", "to-name")?,
            on: day(own, "on")?.unwrap_or(Date::MAX),
            number: text(own, "number").map(str::to_owned),
            details: !own.get_flag("without-details"),
        };
        session.at(&mut opened, |desk| desk.hand_over(text(own, "by"), new))?
    };
    write(session, &plan, &*opened.store, &file)?;
    wrote(session, &plan, &file);
    session.out.chat("cli-transferred", &[("items", sheet.items.len().into())]);
    if let Some(paper) = paper {
        crate::disk::put(paper, sheet_text(session, &sheet).as_bytes(), force)?;
        session.out.chat("cli-done-wrote", &[("path", paper.display().to_string().into())]);
    }
    session.out.document(&Transferred {
        schema: "redress/transferred/1",
        file: file.display().to_string(),
        manifest: plan.manifest,
        sheet,
    });
    Ok(())
}

fn receive(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let organ = organ(own, "body", "body-name")?;
    let on = day(own, "on")?.unwrap_or(Date::MAX);
    let mut file = opened(own)?;
    let (taken, sheet) = match &session.counter {
        Some(counter) => at_office(session, counter, own, &mut file, (&organ, on))?,
        None => {
            let mut bars = Bars::new(session.words, session.quiet);
            arrival::into_folder(&path(own, "case")?, &mut file, text(own, "by"), (&organ, on), &mut bars)?
        }
    };
    told(session, &taken);
    let code = if sheet.is_some() { "cli-received-sheet" } else { "cli-received-copy" };
    session.out.chat(code, &[("items", sheet.as_ref().map_or(0, |sheet| sheet.items.len()).into())]);
    session.out.document(&Received {
        schema: "redress/received/1",
        entries: taken.entries,
        objects: taken.objects,
        left_out: taken.left_out,
        sheet,
    });
    Ok(())
}

/// Into the office, where the case has the id that was named.
fn at_office(
    session: &Session<'_>,
    counter: &Counter,
    own: &ArgMatches,
    file: &mut OpenCaseFile,
    (organ, on): (&Organ, Date),
) -> Result<arrival::Taken, Refusal> {
    // Before anything is changed; what is recorded afterwards is checked once more against the case itself.
    not_ahead(&SystemClock, on)?;
    may_receive(file, organ, on)?;
    let case_id = path(own, "case")?.to_string_lossy().into_owned();
    let of_file = arrival::case_of(file)?;
    if of_file != case_id {
        let found = Finding::error("cli-receive-other-case").with("case", of_file);
        return Err(found.refuse(Fault::Usage));
    }
    let (office, caller) = counter.sign_in(session)?;
    let mut bars = Bars::new(session.words, session.quiet);
    arrival::into_office(&office, &caller.person, file, (organ, on), &mut bars)
}

/// The transfer sheet as a paper that is read and signed (移送清单).
fn sheet_text(session: &Session<'_>, sheet: &TransferSheet) -> String {
    let say = |code: &str| session.words.say(code, &[]);
    let body = |organ: &redress_case::Organ| session.organ(organ);
    let rows = [
        ("workbench-sheet-case", sheet.case_id.clone()),
        ("workbench-sheet-way", say(&format!("case-way-{}", sheet.transfer.word()))),
        ("workbench-sheet-from", body(&sheet.from)),
        ("workbench-sheet-to", body(&sheet.to)),
        ("workbench-sheet-on", session.words.date(sheet.on)),
        ("workbench-sheet-number", sheet.number.clone().unwrap_or_default()),
        ("workbench-sheet-entries", sheet.entries.to_string()),
        ("workbench-sheet-head", sheet.head.to_string()),
        (
            "workbench-sheet-details",
            say(if sheet.details { "workbench-sheet-with" } else { "workbench-sheet-without" }),
        ),
    ];
    let mut text = format!("# {}\n\n", say("workbench-sheet-title"));
    for (code, value) in rows {
        text.push_str(&format!("- {}: {value}\n", say(code)));
    }
    text.push_str(&format!("\n## {}\n\n", say("workbench-sheet-tracks")));
    let chinese = session.words.language() == Language::ZhHans;
    let tracks = sheet.named_tracks(chinese);
    tracks.iter().for_each(|(track, state)| text.push_str(&format!("- {track}: {state}\n")));
    text.push_str(&format!("\n## {}\n\n", say("workbench-sheet-parties")));
    for (party, capacity) in &sheet.parties {
        text.push_str(&format!("- {party}: {}\n", say(&format!("case-capacity-{capacity}"))));
    }
    text.push_str(&format!(
        "\n## {}\n\n{}\n|---|---|---|---|---:|---|---|\n",
        say("workbench-sheet-items"),
        say("workbench-sheet-columns")
    ));
    for item in &sheet.items {
        let (format, bytes) = (&item.format, item.bytes);
        let role = serde_json::to_value(item.role).ok();
        let role =
            role.as_ref().and_then(serde_json::Value::as_str).map(|role| say(&format!("report-role-{role}")));
        let name = in_cell(&item.name);
        text.push_str(&format!(
            "| {} | {name} | {} | {format} | {bytes} | {} | {} |\n",
            item.item,
            role.unwrap_or_default(),
            item.sha256,
            item.sm3
        ));
    }
    text.push_str(&format!("\n{}\n", say("workbench-sheet-signed")));
    text
}

/// A name as one cell of a table: it is text of a person, and nothing in it makes a column, a link or a line of its own.
fn in_cell(name: &str) -> String {
    let mut cell = String::new();
    for c in safe_text(name).chars() {
        if "\\|`*_[]<>#".contains(c) {
            cell.push('\\');
        }
        cell.push(c);
    }
    cell
}
