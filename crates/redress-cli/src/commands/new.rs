//! `redress new`: opens a case.

use super::{Session, path, text};
use crate::chance::random;
use crate::clock::SystemClock;
use crate::documents::Opened;
use crate::place::Counter;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_store::CaseFolder;

/// Opens a case in a new folder.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    if let Some(counter) = &session.counter {
        return in_office(session, counter, &folder, matches);
    }
    crate::disk::outside_cases(&folder)?;
    let shown = folder.display().to_string();
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let cover = text(matches, "cover").map_or(name, str::to_owned);
    let by = text(matches, "by").map_or_else(unnamed, str::to_owned);
    let case_id = format!("rd-{:016x}", u64::from_le_bytes(random()?));
    let mut store = CaseFolder::create(&folder, random()?)?;
    session.with(&mut store, &SystemClock, |desk| desk.open_case(&case_id, &cover, &by))?;
    session.out.chat("cli-done-new", &[("path", shown.as_str().into())]);
    session.out.chat("cli-done-new-next", &[("path", shown.as_str().into())]);
    session.out.document(&Opened { schema: "redress/opened/1", case: shown, case_id, cover });
    Ok(())
}

/// Opens a case in an office; its id is random, and the name given is its cover name.
fn in_office(
    session: &Session<'_>,
    counter: &Counter,
    name: &std::path::Path,
    matches: &ArgMatches,
) -> Result<(), Refusal> {
    let name = name.to_string_lossy().into_owned();
    let cover = text(matches, "cover").map_or(name, str::to_owned);
    let case_id = format!("rd-{:016x}", u64::from_le_bytes(random()?));
    let mut opened = counter.begin(session, &case_id, matches, random()?)?;
    session.at(&mut opened, |desk| desk.open_case(&case_id, &cover, "complainant"))?;
    session.out.say("cli-done-new-office", &[("case", case_id.as_str().into())]);
    session.out.document(&Opened { schema: "redress/opened/1", case: case_id.clone(), case_id, cover });
    Ok(())
}

/// The author of a case whose opener gave no name: a role, never a name taken from the system.
fn unnamed() -> String {
    "complainant".to_owned()
}
