//! `redress receive --office`: a file that was handed over goes on in an office, received by the body that the account
//! stands for.

use super::{SOFTWARE, Session, path};
use crate::chance::random;
use crate::clock::SystemClock;
use crate::place::Counter;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Copies, Ledger, Organ, State};
use redress_store::{Access, OpenCaseFile, SqliteTables};
use redress_workbench::{CaseFile as _, Desk, Store, TakenIn, TransferSheet, take_in};

/// What was taken in, and the sheet that came with it.
type Taken = (TakenIn, Option<TransferSheet>);

/// Takes the file into the office: on top of the case where the account is on it, else as a new case of the account.
pub(crate) fn receive(
    session: &Session<'_>,
    counter: &Counter,
    own: &ArgMatches,
    file: &mut OpenCaseFile,
    (organ, on): (&Organ, Date),
) -> Result<Taken, Refusal> {
    let case_id = path(own, "case")?.to_string_lossy().into_owned();
    let ledger = Ledger::read(file.lines())?;
    let of_file = State::fold(&ledger)?.case_id;
    if of_file != case_id {
        let found = Finding::error("cli-receive-other-case").with("case", of_file);
        return Err(found.refuse(Fault::Usage));
    }
    let seed = file.seed().map_or_else(random, Ok)?;
    let (office, mut caller) = counter.sign_in(session)?;
    let person = caller.person.clone();
    let mut bars = Bars::new(session.words, session.quiet);
    let mut work = |store: &mut dyn Store, arriving: bool| {
        let taken = take_in(store, file, &mut bars)?;
        // Stopped between the receipt and its showing, an earlier attempt wrote the receipt already.
        let ahead = arriving && matches!(taken.copies, Copies::ThisAhead { .. });
        if ahead && received_by(store, person.name().as_str())? {
            return Ok((taken, None));
        }
        let (clock, tables) = (&SystemClock, &SqliteTables);
        let acting = Some(person.name().as_str());
        let mut desk = Desk { store, clock, progress: &mut bars, tables, software: SOFTWARE, acting };
        let sheet = desk.received(None, organ.clone(), on, &taken)?;
        Ok((taken, sheet))
    };
    if caller.reception().membership(&person, &case_id)?.is_none() {
        let opening = caller.reception().receiving(&person, &case_id, organ.kind)?;
        return office.arrive_for(&opening, seed, |store| work(store, true));
    }
    let acting = office.acting_for(&person)?;
    let known = acting.case(&case_id, Access::Read)?.ledger()?.len();
    let _ = caller.reception().may_receive(&person, &case_id, organ.kind, &ledger, known)?;
    work(&mut acting.case(&case_id, Access::Write)?, false)
}

/// Whether the last receipt is this account's, and nothing was handed over since.
fn received_by(store: &dyn Store, account: &str) -> Result<bool, Refusal> {
    let state = State::fold(&Ledger::read(&store.ledger()?)?)?;
    let last = state.receipts.last().filter(|last| last.by == account);
    Ok(last.is_some() && state.handed_over().is_none())
}
