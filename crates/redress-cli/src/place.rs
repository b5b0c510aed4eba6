//! Where a case is kept: in a folder, or in an office, where whoever acts has signed in and may do this.
//!
//! Every command that works on a case opens it here. So no command can reach a case of an office around the
//! question whether this person may do this to this thing (docs/rights.md), and in an office the author of
//! an entry is who signed in, whatever `--by` says.

use crate::clock::SystemClock;
use crate::commands::{BODIES, Caller, Session, text};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Ledger, Mark, Purpose, State};
use redress_documents::RecommendationKind;
use redress_law::Body;
use redress_office::{Office, OfficeConfig};
use redress_rights::{Object, Thing, UseCase, on_case};
use redress_store::{Access, CaseFolder};
use redress_workbench::{Clock as _, Store, Wanted, Whose, body_of, marking_act, notice_bodies, step_bodies};
use std::path::{Path, PathBuf};

/// An office that was named, and what is wanted of it.
pub(crate) struct Counter {
    config: PathBuf,
    matches: ArgMatches,
    asked: Asked,
}

/// What a command asks for, as far as it can be told from the line that was typed.
enum Asked {
    /// This.
    Act(Wanted),
    /// A correction of the entry of this number; of which kind of thing, the ledger says.
    Correction(u64),
    /// The last handing over once more; of which body, the ledger says.
    HandOverAgain,
}

/// An open case.
pub(crate) struct Opened {
    /// Its store.
    pub(crate) store: Box<dyn Store>,
    /// Who signed in, where it is a case of an office.
    pub(crate) acting: Option<String>,
    /// The body whose dates alone may be shown; absent: everybody's.
    pub(crate) only: Option<Body>,
    /// Whether what the case is may be shown: its cover name, how much of it is open.
    pub(crate) case_shown: bool,
}

impl Counter {
    /// The office of `--office`, for a command that works on a case.
    pub(crate) fn of(command: &str, own: &ArgMatches) -> Result<Option<Counter>, Refusal> {
        let Some(config) = own.try_get_one::<PathBuf>("office-file").ok().flatten() else { return Ok(None) };
        // People sign in on its pages, each for themselves, and every page asks.
        if command == "serve" {
            return Ok(None);
        }
        let below = own.subcommand();
        let sub = below.map_or("", |(name, _)| name);
        let Some(asked) = asked(command, sub, own) else {
            let found = Finding::error("cli-office-not-here").with("command", command);
            return Err(found.refuse(Fault::Usage));
        };
        Ok(Some(Counter { config: config.clone(), matches: own.clone(), asked }))
    }

    /// Signs in, asks whether it may be done, and opens the case as that person sees it.
    fn open(&self, session: &Session<'_>, case: &Path, access: Access) -> Result<Opened, Refusal> {
        let (office, mut caller) = self.sign_in(session)?;
        let case_id = case.to_string_lossy().into_owned();
        let person = caller.person.clone();
        let (act, thing, only) = self.thing(&office, &mut caller, &case_id)?;
        // Where an entry has to stand first, the use case itself appends it before anything is given out.
        let granted = caller.reception().may(&person, &case_id, act, thing)?;
        let case = Thing::any(Object::Case);
        let now = SystemClock.now().at;
        let case_shown = on_case(Some(&granted.membership), UseCase::ViewMasked, case, now).is_allowed();
        let office = office.acting_for(&person)?;
        if granted.entry && act == UseCase::ExportCalendar {
            // Dates for a calendar program leave by a command that only reads the case.
            let mut case = office.case(&case_id, Access::Write)?;
            let by = person.name().as_str();
            session.with(&mut case, &SystemClock, |desk| {
                desk.leaves(Some(by), Purpose::Backup, Some("calendar"), false)
            })?;
        }
        let store = office.case(&case_id, access)?;
        let acting = Some(person.name().as_str().to_owned());
        Ok(Opened { store: Box::new(store), acting, only, case_shown })
    }

    /// The office, and who signed in.
    pub(crate) fn sign_in(&self, session: &Session<'_>) -> Result<(Office, Caller), Refusal> {
        let office = Office::open(&OfficeConfig::read(&self.config)?)?;
        let caller = Caller::sign_in(session, &office, &self.matches)?;
        Ok((office, caller))
    }

    /// Signs in and begins a case in the office; whoever begins it is its first member.
    pub(crate) fn begin(
        &self,
        session: &Session<'_>,
        case_id: &str,
        matches: &ArgMatches,
        seed: [u8; 32],
    ) -> Result<Opened, Refusal> {
        let (office, mut caller) = self.sign_in(session)?;
        let person = caller.person.clone();
        let role = crate::commands::opening_role(&person, matches)?;
        let opening = caller.reception().opening(&person, case_id, role)?;
        office.open_case(&opening, seed)?;
        let store = office.acting_for(&person)?.case(case_id, Access::Write)?;
        let acting = Some(person.name().as_str().to_owned());
        Ok(Opened { store: Box::new(store), acting, only: None, case_shown: true })
    }

    /// The act, and the thing that is acted on, with whether it is of the person's own body or side; for dates also
    /// whose alone are shown.
    fn thing(
        &self,
        office: &Office,
        caller: &mut Caller,
        case_id: &str,
    ) -> Result<(UseCase, Thing, Option<Body>), Refusal> {
        let person = caller.person.clone();
        let Some(own) = caller.reception().membership(&person, case_id)? else {
            // The question itself says so, in the same words as for no such case.
            let (act, object) = match &self.asked {
                Asked::Act(wanted) => (wanted.act, wanted.object),
                Asked::Correction(_) => (UseCase::Correct, Object::ProcedureEvent),
                Asked::HandOverAgain => (UseCase::HandOver, Object::Transfer),
            };
            return Ok((act, Thing::any(object), None));
        };
        let ledger = || Ledger::read(&office.acting_for(&person)?.case(case_id, Access::Read)?.ledger()?);
        let (wanted, ledger) = match &self.asked {
            Asked::Act(wanted) => (wanted.clone(), Ledger::read::<&str>(&[])?),
            Asked::Correction(entry) => {
                let ledger = ledger()?;
                (Wanted::correction(&ledger, *entry), ledger)
            }
            Asked::HandOverAgain => {
                let ledger = ledger()?;
                let last = State::fold(&ledger)?.handed_over().map(|last| last.of.from.kind);
                // Where nothing was handed over, the command itself says so.
                let whose = last.map_or(Whose::Author, |body| Whose::Bodies(vec![body]));
                (Wanted::of(UseCase::HandOver, Object::Transfer).whose(whose), ledger)
            }
        };
        // A desk sees the dates of its own body, and those alone are then shown to it.
        if matches!(wanted.act, UseCase::SeeDue | UseCase::ExportCalendar) {
            let only = body_of(own.role).filter(|body| *body != Body::Person);
            return Ok((wanted.act, Thing { object: wanted.object, own: only.is_some() }, only));
        }
        let thing = caller.reception().thing(&own, &ledger, &wanted)?;
        Ok((wanted.act, thing, None))
    }
}

/// What a command asks for, by the names of docs/rights.md; `None` for a command that works on no case of an office.
fn asked(command: &str, sub: &str, own: &ArgMatches) -> Option<Asked> {
    let below = own.subcommand().map_or(own, |(_, below)| below);
    let number = || below.try_get_one::<u64>("entry").ok().flatten().copied().unwrap_or_default();
    Some(match (command, sub) {
        // A claim is taken back, and an entry struck, by the side that made it (刑事诉讼法 7, in force 2018-10-26).
        ("fact", "withdraw") | ("record", "strike") => Asked::Correction(number()),
        ("transfer", _) if flag(own, "again") => Asked::HandOverAgain,
        _ => Asked::Act(recorded(command, sub, own, below).or_else(|| act(command, sub, own, below))?),
    })
}

/// What is recorded of a body, and of which.
fn recorded(command: &str, sub: &str, own: &ArgMatches, below: &ArgMatches) -> Option<Wanted> {
    let typed = |name: &str| below.try_get_one::<String>(name).ok().flatten().map_or("", String::as_str);
    let body = |name: &str| BODIES.iter().copied().find(|one| one.word() == typed(name));
    let of = |name: &str| Whose::Bodies(body(name).into_iter().collect());
    let (act, object, whose) = match (command, sub) {
        ("step", "add") => {
            // A step that there is not is told by the command itself.
            let bodies = step_bodies(typed("procedure"), typed("event"), body("body"));
            let whose = bodies.map_or(Whose::Author, Whose::Bodies);
            (UseCase::RecordEvent, Object::ProcedureEvent, whose)
        }
        ("record", "notice") => {
            let bodies = body("body").map(|by| notice_bodies(typed("duty"), by));
            (UseCase::ServeNotice, Object::Notice, Whose::Bodies(bodies.unwrap_or_default()))
        }
        ("record", "filing") => (UseCase::FilePaper, Object::Filing, of("body")),
        ("record", "mark") => {
            let mark = text(below, "mark").and_then(Mark::from_word).unwrap_or(Mark::Supervised);
            (marking_act(mark), Object::Case, of("body"))
        }
        ("recommend", _) => {
            // 指导意见 20 (in force 2023-09-20): each body issues its own.
            let kind = text(own, "recommendation-kind").and_then(RecommendationKind::from_word);
            let bodies = kind.map(RecommendationKind::body).into_iter().collect();
            (UseCase::Recommend, Object::Filing, Whose::Bodies(bodies))
        }
        ("record", "name") => (UseCase::Decide, Object::Case, Whose::Nobody),
        ("record", "label" | "summary") => (UseCase::EnterFact, Object::Fact, Whose::Nobody),
        ("record", "capture" | "proof" | "handling") => {
            (UseCase::AddMaterial, Object::Material, Whose::Nobody)
        }
        ("record", "obstacle") => (UseCase::RecordEvent, Object::ProcedureEvent, Whose::Author),
        ("transfer", _) => {
            let from = text(own, "from-body");
            let from = BODIES.iter().copied().find(|one| Some(one.word()) == from);
            (UseCase::HandOver, Object::Transfer, Whose::Bodies(from.into_iter().collect()))
        }
        _ => return None,
    };
    Some(Wanted::of(act, object).whose(whose))
}

/// Every other command.
fn act(command: &str, sub: &str, own: &ArgMatches, below: &ArgMatches) -> Option<Wanted> {
    let (act, object) = match (command, sub) {
        ("new", _) => (UseCase::OpenCase, Object::Case),
        ("add", _) => (UseCase::AddMaterial, Object::Material),
        ("fact", "set") | ("record", "dispute") => (UseCase::EnterFact, Object::Fact),
        ("fact", _) => (UseCase::ViewMasked, Object::Fact),
        ("party", "add" | "set") => (UseCase::EnterParty, Object::Party),
        ("party", "show") if flag(below, "unmask-party") => (UseCase::ViewUnmasked, Object::PersonalDetails),
        ("party", _) => (UseCase::ViewMasked, Object::Party),
        // A list shows what every body did, so that it is not one's own.
        ("step", _) => (UseCase::ViewMasked, Object::ProcedureEvent),
        ("record", "decision") => (UseCase::Decide, Object::Case),
        ("record", "seal" | "checkpoint" | "cosignature") => (UseCase::Checkpoint, Object::Ledger),
        ("assess", _) if flag(own, "unmask") => (UseCase::ViewUnmasked, Object::Material),
        ("assess", _) => (UseCase::Assess, Object::Result),
        ("items" | "custody", _) => (UseCase::ViewMasked, Object::Material),
        ("measure", _) if flag(own, "first-words") => (UseCase::ViewUnmasked, Object::Material),
        ("measure" | "explain" | "missing", _) => (UseCase::ViewMasked, Object::Result),
        ("due", _) if own.contains_id("ics") => (UseCase::ExportCalendar, Object::Case),
        ("due" | "notices", _) => (UseCase::SeeDue, Object::Case),
        ("stamp", _) => (UseCase::Checkpoint, Object::Ledger),
        ("pack", _) => (UseCase::Pack, Object::Case),
        ("export", _) => (UseCase::ExportWhole, Object::Case),
        // Asked again of the body that is named, before anything of the file is taken.
        ("receive", _) => (UseCase::Receive, Object::Transfer),
        ("log", _) => (UseCase::ReadLedger, Object::Ledger),
        ("publish", _) => (UseCase::PublishSummary, Object::Case),
        // A paper prints what is otherwise masked, and that is an entry.
        ("draft", _) => (UseCase::ViewUnmasked, Object::PersonalDetails),
        ("stats", _) => (UseCase::SeeStatistics, Object::Statistics),
        _ => return None,
    };
    Some(Wanted::of(act, object))
}

fn flag(matches: &ArgMatches, name: &str) -> bool {
    matches.try_get_one::<bool>(name).ok().flatten() == Some(&true)
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
        Ok(Opened { store: Box::new(folder), acting: None, only: None, case_shown: true })
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, asked};
    use crate::args::command;
    use redress_words::{Language, Words};

    const LINES: &[&str] = &[
        "new c",
        "add c f",
        "measure c",
        "measure c --words",
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
        "record c checkpoint --out f",
        "record c cosignature f --cosigner k",
        "stamp c --question f",
        "record c capture f",
        "record c proof item-000002 --of item-000001 --kind platform-reply --issuer p",
        "record c handling item-000001 --act inspected --how h --result r",
        "custody c",
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
        "stats",
        "receive f c --body court --on 2026-01-01",
        "transfer c f --way next-stage --from-body court --to-body police --on 2026-01-01",
    ];

    /// Every act that a command asks for is one that the table of rights knows; else it would be denied to everybody.
    #[test]
    fn every_command_asks_for_an_act_of_the_table() {
        let words = Words::new(Language::En);
        for line in LINES {
            let typed = std::iter::once("redress").chain(line.split(' ')).chain(["--office", "o.toml"]);
            let matches =
                command(&words).try_get_matches_from(typed).unwrap_or_else(|error| panic!("{line}: {error}"));
            let (name, own) = matches.subcommand().unwrap();
            let sub = own.subcommand_name().unwrap_or_default();
            // Every kind of thing that can be struck has its row: the tests of an office try them.
            let Asked::Act(wanted) = asked(name, sub, own).unwrap_or_else(|| panic!("{line}: no act")) else {
                continue;
            };
            let (act, object) = (wanted.act, wanted.object);
            assert!(redress_rights::row(act, object).is_some(), "{line}: {act} on {object}");
        }
    }
}
