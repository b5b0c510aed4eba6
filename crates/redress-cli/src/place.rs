//! Where a case is kept: in a folder, or in an office, where whoever acts has signed in and may do this.
//!
//! Every command that works on a case opens it here. So no command can reach a case of an office around the
//! question whether this person may do this to this thing (docs/rights.md), and in an office the author of
//! an entry is who signed in, whatever `--by` says.

use crate::clock::SystemClock;
use crate::commands::{Caller, Session, text};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Ledger, Purpose};
use redress_office::{Office, OfficeConfig};
use redress_rights::{Object, Role, Thing, UseCase};
use redress_store::{Access, CaseFolder};
use redress_workbench::{Roster as _, Store};
use std::path::{Path, PathBuf};

/// An office that was named, and what is wanted of it.
pub(crate) struct Counter {
    config: PathBuf,
    matches: ArgMatches,
    act: UseCase,
    object: Object,
    /// The body of which something is recorded, where the command names one.
    body: Option<String>,
}

/// An open case.
pub(crate) struct Opened {
    /// Its store.
    pub(crate) store: Box<dyn Store>,
    /// Who signed in, where it is a case of an office.
    pub(crate) acting: Option<String>,
    /// The bodies whose dates may be shown; absent: everybody's.
    pub(crate) only: Option<&'static [&'static str]>,
}

impl Counter {
    /// The office of `--office`, for a command that works on a case.
    pub(crate) fn of(command: &str, own: &ArgMatches) -> Result<Option<Counter>, Refusal> {
        let Some(config) = own.try_get_one::<PathBuf>("office-file").ok().flatten() else { return Ok(None) };
        let below = own.subcommand();
        let sub = below.map_or("", |(name, _)| name);
        let Some((act, object)) = act(command, sub, own) else {
            let found = Finding::error("cli-office-not-here").with("command", command);
            return Err(found.refuse(Fault::Usage));
        };
        let matches = below.map_or(own, |(_, below)| below);
        let body = matches.try_get_one::<String>("body").ok().flatten().cloned();
        Ok(Some(Counter { config: config.clone(), matches: own.clone(), act, object, body }))
    }

    /// Signs in, asks whether it may be done, and opens the case as that person sees it.
    fn open(&self, session: &Session<'_>, case: &Path, access: Access) -> Result<Opened, Refusal> {
        let office = Office::open(&OfficeConfig::read(&self.config)?)?;
        let case_id = case.to_string_lossy().into_owned();
        let mut caller = Caller::sign_in(session, &office, &self.matches)?;
        let person = caller.person.clone();
        let (thing, only) = self.thing(&office, &mut caller, &case_id)?;
        // Where an entry has to stand first, the use case itself appends it before anything is given out.
        let granted = caller.reception().may(&person, &case_id, self.act, thing)?;
        let office = office.acting_for(&person)?;
        if granted.entry && self.act == UseCase::ExportCalendar {
            // Dates for a calendar program leave by a command that only reads the case.
            let mut case = office.case(&case_id, Access::Write)?;
            let by = person.name().as_str();
            session.with(&mut case, &SystemClock, |desk| {
                desk.leaves(Some(by), Purpose::Backup, Some("calendar"), false)
            })?;
        }
        let store = office.case(&case_id, access)?;
        Ok(Opened { store: Box::new(store), acting: Some(person.name().as_str().to_owned()), only })
    }

    /// Signs in and begins a case in the office; whoever begins it is its first member.
    pub(crate) fn begin(
        &self,
        session: &Session<'_>,
        case_id: &str,
        matches: &ArgMatches,
        seed: [u8; 32],
    ) -> Result<Opened, Refusal> {
        let office = Office::open(&OfficeConfig::read(&self.config)?)?;
        let mut caller = Caller::sign_in(session, &office, &self.matches)?;
        let person = caller.person.clone();
        let role = crate::commands::opening_role(&person, matches)?;
        let opening = caller.reception().opening(&person, case_id, role)?;
        office.open_case(&opening, seed)?;
        let store = office.acting_for(&person)?.case(case_id, Access::Write)?;
        Ok(Opened { store: Box::new(store), acting: Some(person.name().as_str().to_owned()), only: None })
    }

    /// The thing that is acted on, and whether it is of the person's own body or side; for dates also whose are shown.
    fn thing(
        &self,
        office: &Office,
        caller: &mut Caller,
        case_id: &str,
    ) -> Result<(Thing, Option<&'static [&'static str]>), Refusal> {
        let person = caller.person.clone();
        // Who holds no role on cases is told by the question itself, in the same words as for no such case.
        let own = caller.reception().list_cases(&person).unwrap_or_default();
        let Some(role) = own.iter().find(|one| one.case_id == case_id).map(|one| one.role) else {
            return Ok((Thing::any(self.object), None));
        };
        // A desk sees the dates of its own body, and those alone are then shown to it.
        let dates = matches!(self.act, UseCase::SeeDue | UseCase::ExportCalendar);
        let only = (dates && desk(role)).then(|| bodies(role));
        let same = match self.act {
            // A list shows what every body did and owes, so that it is not one's own.
            UseCase::ViewMasked | UseCase::ViewUnmasked | UseCase::ReadLedger => false,
            UseCase::SeeDue | UseCase::ExportCalendar => only.is_some(),
            // Of one's own side or body is an entry that one's own side or body made (刑事诉讼法 7).
            UseCase::Correct => self.made_by_own_side(office, caller, case_id, role)?,
            _ => self.body.as_deref().is_none_or(|named| bodies(role).contains(&named)),
        };
        let thing = if same { Thing::own(self.object) } else { Thing::any(self.object) };
        Ok((thing, only))
    }

    /// Whether the entry that is to be corrected was made by the asker, or in a role of the same side or body.
    fn made_by_own_side(
        &self,
        office: &Office,
        caller: &mut Caller,
        case_id: &str,
        role: Role,
    ) -> Result<bool, Refusal> {
        let person = caller.person.clone();
        let below = self.matches.subcommand().map_or(&self.matches, |(_, below)| below);
        let Some(wanted) = below.try_get_one::<u64>("entry").ok().flatten() else { return Ok(false) };
        let lines = office.acting_for(&person)?.case(case_id, Access::Read)?.ledger()?;
        let ledger = Ledger::read(&lines)?;
        let Some(author) = ledger.entries.iter().find(|entry| entry.seq == *wanted).map(|entry| &entry.by)
        else {
            // There is no such entry: the command itself says so, to somebody who is on the case.
            return Ok(true);
        };
        let members = caller.roster.members(case_id, person.name())?;
        // An author without an account came in with the file: that was made on the side that brought it in.
        let known = members.iter().any(|one| one.account.as_str() == author);
        let mut side = members.iter().filter(|one| one.account.as_str() == author);
        let first = members.first().filter(|_| !known);
        let made_in =
            |one: &redress_rights::Membership| bodies(one.role) == bodies(role) && !bodies(role).is_empty();
        Ok(author.as_str() == person.name().as_str() || side.any(made_in) || first.is_some_and(made_in))
    }
}

/// Whether a role stands for a body.
const fn desk(role: Role) -> bool {
    matches!(
        role,
        Role::DeskPolice
            | Role::DeskProcuratorate
            | Role::DeskCourt
            | Role::DeskLegalAid
            | Role::DeskPlatformLiaison
    )
}

/// The bodies for which a role records.
const fn bodies(role: Role) -> &'static [&'static str] {
    match role {
        Role::DeskPolice => &["police"],
        Role::DeskProcuratorate => &["procuratorate"],
        Role::DeskCourt => &["court"],
        Role::DeskLegalAid => &["legal-aid"],
        Role::DeskPlatformLiaison => &["platform"],
        Role::Victim | Role::Relative | Role::Counsel => &["person"],
        Role::Auditor | Role::Keeper => &[],
    }
}

/// What a command does to what, by the names of docs/rights.md; `None` for a command that works on no case of an office.
fn act(command: &str, sub: &str, own: &ArgMatches) -> Option<(UseCase, Object)> {
    let unmask =
        |matches: &ArgMatches, flag: &str| matches.try_get_one::<bool>(flag).ok().flatten() == Some(&true);
    let below = own.subcommand().map(|(_, below)| below);
    Some(match (command, sub) {
        ("new", _) => (UseCase::OpenCase, Object::Case),
        ("add", _) => (UseCase::AddMaterial, Object::Material),
        ("fact", "set" | "withdraw") | ("record", "dispute") => (UseCase::EnterFact, Object::Fact),
        ("fact", _) => (UseCase::ViewMasked, Object::Fact),
        ("party", "add" | "set") => (UseCase::EnterParty, Object::Party),
        ("party", "show") if below.is_some_and(|below| unmask(below, "unmask-party")) => {
            (UseCase::ViewUnmasked, Object::PersonalDetails)
        }
        ("party", _) => (UseCase::ViewMasked, Object::Party),
        ("step", "add") => (UseCase::RecordEvent, Object::ProcedureEvent),
        ("step", _) => (UseCase::ViewMasked, Object::ProcedureEvent),
        ("record", "notice") => (UseCase::ServeNotice, Object::Notice),
        ("record", "filing") => (UseCase::FilePaper, Object::Filing),
        ("record", "decision") => (UseCase::Decide, Object::Case),
        ("record", "mark") => mark(below),
        ("record", "obstacle") => (UseCase::RecordEvent, Object::ProcedureEvent),
        ("record", "strike") => (UseCase::Correct, Object::ProcedureEvent),
        ("record", "seal") => (UseCase::Checkpoint, Object::Ledger),
        ("assess", _) if unmask(own, "unmask") => (UseCase::ViewUnmasked, Object::Material),
        ("assess", _) => (UseCase::Assess, Object::Result),
        ("items", _) => (UseCase::ViewMasked, Object::Material),
        ("measure" | "explain" | "missing", _) => (UseCase::ViewMasked, Object::Result),
        ("due", _) if own.contains_id("ics") => (UseCase::ExportCalendar, Object::Case),
        ("due" | "notices", _) => (UseCase::SeeDue, Object::Case),
        ("pack", _) => (UseCase::Pack, Object::Case),
        ("export", _) => (UseCase::ExportWhole, Object::Case),
        ("transfer", _) => (UseCase::HandOver, Object::Transfer),
        ("log", _) => (UseCase::ReadLedger, Object::Ledger),
        ("publish", _) => (UseCase::PublishSummary, Object::Case),
        ("recommend", _) => (UseCase::Recommend, Object::Filing),
        _ => return None,
    })
}

fn mark(below: Option<&ArgMatches>) -> (UseCase, Object) {
    match below.and_then(|below| text(below, "mark")) {
        Some("rapid-response") => (UseCase::MarkRapid, Object::Case),
        _ => (UseCase::MarkSupervised, Object::Case),
    }
}

impl Session<'_> {
    /// Opens a case: the folder at that path, or in an office the case of that id.
    ///
    /// # Errors
    /// Where it cannot be opened; in an office also where this person may not do this.
    pub(crate) fn open(&self, case: &Path, access: Access) -> Result<Opened, Refusal> {
        if let Some(counter) = &self.counter {
            return counter.open(self, case, access);
        }
        let folder = CaseFolder::open(case, access)?;
        folder.notices().iter().for_each(|notice| self.out.finding(notice));
        Ok(Opened { store: Box::new(folder), acting: None, only: None })
    }
}

#[cfg(test)]
mod tests {
    use super::act;
    use crate::args::command;
    use redress_words::{Language, Words};

    /// Every act that a command asks for is one that the table of rights knows; else it would be denied to everybody.
    #[test]
    fn every_command_asks_for_an_act_of_the_table() {
        let words = Words::new(Language::En);
        let lines = [
            "new c",
            "add c f",
            "measure c",
            "items c",
            "fact c list",
            "fact c set case t yes",
            "fact c withdraw 1 --reason x",
            "party c list",
            "party c add victim",
            "party c show party-01",
            "party c show party-01 --unmask",
            "step c list",
            "step c next",
            "step c add p e --on 2026-01-01",
            "record c notice d --to party-01 --on 2026-01-01 --body court",
            "record c filing p --on 2026-01-01 --body court",
            "record c decision q a --reason r",
            "record c mark supervised --on 2026-01-01 --body court",
            "record c mark rapid-response --on 2026-01-01 --body court",
            "record c dispute 1 --reason r",
            "record c strike 1 --reason r",
            "record c seal",
            "record c obstacle l --from 2026-01-01 --cite cn/x/1 --reason r",
            "assess c",
            "assess c --unmask",
            "explain c x",
            "missing c",
            "due c",
            "notices c",
            "due c --ics f",
            "pack c b",
            "export c f",
            "log c",
            "publish c --out f",
            "recommend c --kind judicial --platform p --out f",
            "transfer c f --way next-stage --from-body court --to-body police --on 2026-01-01",
        ];
        for line in lines {
            let typed = std::iter::once("redress").chain(line.split(' ')).chain(["--office", "o.toml"]);
            let matches =
                command(&words).try_get_matches_from(typed).unwrap_or_else(|error| panic!("{line}: {error}"));
            let (name, own) = matches.subcommand().unwrap();
            let sub = own.subcommand_name().unwrap_or_default();
            let (use_case, object) = act(name, sub, own).unwrap_or_else(|| panic!("{line}: no act"));
            assert!(redress_rights::row(use_case, object).is_some(), "{line}: {use_case} on {object}");
        }
    }
}
