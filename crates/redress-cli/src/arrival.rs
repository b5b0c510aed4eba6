//! A whole case that arrives as one file, in a folder or in an office: the same from the command line and from a browser.

use crate::chance::random;
use crate::clock::SystemClock;
use crate::commands::SOFTWARE;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Copies, Ledger, Organ, State};
use redress_office::Office;
use redress_store::{Access, Also, CaseFolder, OpenCaseFile, SqliteTables, went_on_beside};
use redress_workbench::{
    CaseFile as _, Desk, Person, Progress, Reception, Store, TakenIn, TransferSheet, may_receive, not_ahead,
    take_in,
};
use std::path::Path;

/// What was taken in, and the sheet that came with it.
pub(crate) type Taken = (TakenIn, Option<TransferSheet>);

/// The id of the case in a file; nothing of it was checked against its objects yet.
///
/// # Errors
/// Whatever reading its ledger refuses.
pub(crate) fn case_of(file: &OpenCaseFile) -> Result<String, Refusal> {
    Ok(State::fold(&Ledger::read(file.lines())?)?.case_id)
}

/// Into a new folder, or on top of a copy that the file continues; `also` records what goes with it.
///
/// # Errors
/// Whatever taking in refuses.
pub(crate) fn taken(
    folder: &Path,
    file: &mut OpenCaseFile,
    progress: &mut dyn Progress,
    also: &mut Also<'_>,
) -> Result<TakenIn, Refusal> {
    if folder.join("case.sqlite").symlink_metadata().is_ok() {
        let mut store = CaseFolder::open(folder, Access::Write)?;
        let taken = take_in(&mut store, file, progress)?;
        also(&mut store, &taken, progress)?;
        return Ok(taken);
    }
    crate::disk::outside_cases(folder)?;
    let (_, taken) = CaseFolder::receive_with(folder, file, random()?, progress, also)?;
    Ok(taken)
}

/// The body receives the file on that day, and the receipt goes with it.
///
/// # Errors
/// `Usage` where the file was handed over to another, on a later day, or goes on elsewhere; whatever taking in refuses.
pub(crate) fn into_folder(
    folder: &Path,
    file: &mut OpenCaseFile,
    by: Option<&str>,
    (organ, on): (&Organ, Date),
    progress: &mut dyn Progress,
) -> Result<Taken, Refusal> {
    // Before anything is changed; what is recorded afterwards is checked once more against the case itself.
    not_ahead(&SystemClock, on)?;
    if may_receive(file, organ, on)?.is_some() {
        not_received_beside(folder, file)?;
    }
    let mut sheet = None;
    let taken = taken(folder, file, progress, &mut |store, taken, progress| {
        let (clock, tables) = (&SystemClock, &SqliteTables);
        let mut desk = Desk { store, clock, progress, tables, software: SOFTWARE, acting: None };
        sheet = desk.received(by, organ.clone(), on, taken)?;
        Ok(())
    })?;
    Ok((taken, sheet))
}

/// One file goes on in one place: refused where a case folder beside this one went on from it already. Other disks and other
/// offices cannot be seen from here; there the copies are found to have parted when they meet (docs/case-file.md).
fn not_received_beside(folder: &Path, file: &OpenCaseFile) -> Result<(), Refusal> {
    match went_on_beside(folder, file.lines()) {
        Some(name) => {
            let other = folder.with_file_name(name).display().to_string();
            Err(Finding::error("cli-received-elsewhere").with("path", other).refuse(Fault::Usage))
        }
        None => Ok(()),
    }
}

/// Takes the file into the office: on top of the case where the account is on it, else as a new case of the account.
///
/// # Errors
/// `Usage` where this person receives no file of that body; whatever taking in refuses.
pub(crate) fn into_office(
    office: &Office,
    person: &Person,
    file: &mut OpenCaseFile,
    (organ, on): (&Organ, Date),
    progress: &mut dyn Progress,
) -> Result<Taken, Refusal> {
    let ledger = Ledger::read(file.lines())?;
    let case_id = State::fold(&ledger)?.case_id;
    let seed = file.seed().map_or_else(random, Ok)?;
    let mut roster = office.roster();
    let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
    let mut work = |store: &mut dyn Store, arriving: bool| {
        let taken = take_in(store, file, progress)?;
        // Stopped between the receipt and its showing, an earlier attempt wrote the receipt already.
        let ahead = arriving && matches!(taken.copies, Copies::ThisAhead { .. });
        if ahead && received_by(store, person.name().as_str())? {
            return Ok((taken, None));
        }
        let (clock, tables) = (&SystemClock, &SqliteTables);
        let acting = Some(person.name().as_str());
        let mut desk = Desk { store, clock, progress, tables, software: SOFTWARE, acting };
        let sheet = desk.received(None, organ.clone(), on, &taken)?;
        Ok((taken, sheet))
    };
    if reception.membership(person, &case_id)?.is_none() {
        let opening = reception.receiving(person, &case_id, organ.kind)?;
        return office.arrive_for(&opening, seed, |store| work(store, true));
    }
    let acting = office.acting_for(person)?;
    let known = acting.case(&case_id, Access::Read)?.ledger()?.len();
    let _ = reception.may_receive(person, &case_id, organ.kind, &ledger, known)?;
    work(&mut acting.case(&case_id, Access::Write)?, false)
}

/// Whether the last receipt is this account's, and nothing was handed over since.
fn received_by(store: &dyn Store, account: &str) -> Result<bool, Refusal> {
    let state = State::fold(&Ledger::read(&store.ledger()?)?)?;
    let last = state.receipts.last().filter(|last| last.by == account);
    Ok(last.is_some() && state.handed_over().is_none())
}
