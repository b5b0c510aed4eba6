//! `redress office`: sets an office up, lists its cases, takes a case folder in and gives one out.

use super::office_people::{self, Caller};
use super::{Session, path, text};
use crate::clock::SystemClock;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_case::{Ledger, Purpose, State};
use redress_office::{Course, Moved, Office, OfficeConfig, Recounted};
use redress_rights::{Object, Role, Thing, UseCase, in_office, on_case};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::{CaseRow, Store as _};
use redress_workbench::{Clock as _, Person, Progress, Reception};
use schemars::JsonSchema;
use serde::Serialize;

/// `redress/office/1`: an office was set up or brought up to date.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OfficeSetUp {
    schema: &'static str,
    /// The version of the tables before, 0 where there were none.
    found: i32,
    /// The version now.
    now: i32,
}

/// `redress/office-cases/1`: the cases of an office.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OfficeCases {
    schema: &'static str,
    /// By name.
    cases: Vec<OfficeCaseRow>,
}

/// One of them.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OfficeCaseRow {
    /// Its id.
    case_id: String,
    /// In which role the account is on it.
    role: Role,
    /// How many entries its ledger has, where the role sees the case itself.
    entries: Option<u64>,
}

/// `redress/recounted/1`: what counting anew for the statistics did.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CasesRecounted {
    schema: &'static str,
    /// Cases that were counted anew.
    counted: u64,
    /// Cases on which somebody was working.
    busy: u64,
    /// Cases that could not be counted.
    unread: usize,
    /// Those of the account that could not be counted; none for the keeper.
    cases: Vec<UncountedCase>,
}

/// A case that could not be counted.
#[derive(Serialize, JsonSchema)]
pub(crate) struct UncountedCase {
    /// Its id.
    case_id: String,
    /// Why.
    finding: Finding,
}

/// `redress/moved/1`: a case went into an office or out of it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaseMoved {
    schema: &'static str,
    /// Its id.
    case_id: String,
    /// Whether the target lacked it (`whole`), held a part (`continued`), the same (`same`) or more (`ahead`).
    course: &'static str,
    /// Entries that were added.
    entries: u64,
    /// Sealed items that were added.
    objects: u64,
    /// Entries of the target now.
    length: u64,
    /// SHA-256 of its last entry.
    head: String,
}

/// Runs one of the commands below.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let Some((name, own)) = matches.subcommand() else { return Ok(()) };
    // `account` and `member` have commands of their own, and those have the option.
    let below = own.subcommand().map_or(own, |(_, below)| below);
    let config = OfficeConfig::read(&path(below, "config")?)?;
    if name == "init" {
        return init(session, &config);
    }
    let office = Office::open(&config)?;
    match name {
        "list" => list(session, &office, own),
        "import" => import(session, &office, own),
        "recount" => recount(session, &office, own),
        "account" => office_people::account(session, &office, own),
        "member" => office_people::member(session, &office, own),
        "log" => office_people::log(session, &office, own),
        "audit" => office_people::audit(session, &office, own),
        _ => export(session, &office, own),
    }
}

fn init(session: &Session<'_>, config: &OfficeConfig) -> Result<(), Refusal> {
    let done = Office::init(config)?;
    let code = if done.found == done.now { "cli-office-current" } else { "cli-office-set-up" };
    session.out.chat(code, &[("version", i64::from(done.now).into())]);
    let lagging = Office::open(config)?.lagging()?;
    if lagging > 0 {
        session.out.finding(&Finding::note("cli-office-lagging").with("count", lagging));
    }
    session.out.document(&OfficeSetUp { schema: "redress/office/1", found: done.found, now: done.now });
    Ok(())
}

fn list(session: &Session<'_>, office: &Office, matches: &ArgMatches) -> Result<(), Refusal> {
    let mut caller = Caller::sign_in(session, office, matches)?;
    let person = caller.person.clone();
    let mut reception = caller.reception();
    let typed = matches.get_many::<String>("words").into_iter().flatten();
    let words = typed.map(String::as_str).collect::<Vec<_>>().join(" ");
    let own = if words.is_empty() { reception.list_cases(&person) } else { reception.search_cases(&person) }?;
    let mut cases = Vec::with_capacity(own.len());
    for row in office.acting_for(&person)?.cases()? {
        let Some(membership) = own.iter().find(|one| one.case_id == row.case_id) else { continue };
        // A platform liaison is on a case for one request, and learns nothing of the case itself.
        let now = SystemClock.now().at;
        let sees =
            |object| on_case(Some(membership), UseCase::ViewMasked, Thing::any(object), now).is_allowed();
        let shown = sees(Object::Case);
        if !words.is_empty() {
            let own = office.acting_for(&person)?.case(&row.case_id, Access::Read)?;
            // A case that is not shown is found by its number alone.
            let found = row.case_id == words || shown && CaseRow::seen(&own.ledger()?, sees)?.holds(&words);
            if !found {
                continue;
            }
        }
        let entries = shown.then_some(row.entries);
        cases.push(OfficeCaseRow { case_id: row.case_id, role: membership.role, entries });
    }
    session.out.say("cli-office-cases", &[("count", cases.len().into())]);
    for case in &cases {
        let role = session.words.say(&case.role.word(), &[]);
        let entries = case.entries.map_or_else(|| "–".to_owned(), |entries| entries.to_string());
        let args =
            [("case", case.case_id.as_str().into()), ("role", role.into()), ("entries", entries.into())];
        session.out.say("cli-office-case", &args);
    }
    session.out.document(&OfficeCases { schema: "redress/office-cases/1", cases });
    Ok(())
}

fn import(session: &Session<'_>, office: &Office, matches: &ArgMatches) -> Result<(), Refusal> {
    // Held for reading, so that nobody writes to the folder while it is copied.
    let folder = CaseFolder::open(&path(matches, "folder")?, Access::Read)?;
    let case_id = State::fold(&Ledger::read(&folder.ledger()?)?)?.case_id;
    let mut caller = Caller::sign_in(session, office, matches)?;
    let person = caller.person.clone();
    let mut reception = caller.reception();
    let mut bars = Bars::new(session.words, session.quiet);
    let moved = if reception.membership(&person, &case_id)?.is_some() {
        let known = office.acting_for(&person)?.case(&case_id, Access::Read)?.ledger()?.len();
        let _ = reception.may_bring(&person, &case_id, &Ledger::read(&folder.ledger()?)?, known)?;
        office.import(&case_id, &folder, &mut bars)?
    } else {
        let opening = reception.opening(&person, &case_id, opening_role(&person, matches)?)?;
        office.import_for(&opening, &folder, &mut bars)?
    };
    tell(session, &case_id, &moved);
    Ok(())
}

/// Counts anew what lags: of a member their own cases, of the keeper all.
///
/// # Errors
/// `Usage` where this person may not have it done; whatever the office refuses.
pub(crate) fn recounted(
    office: &Office,
    person: &Person,
    progress: &mut dyn Progress,
) -> Result<Recounted, Refusal> {
    let mut roster = office.roster();
    Reception { roster: &mut roster, clock: &SystemClock }.recounts(person)?;
    let own = office.acting_for(person)?;
    if person.holds().contains(&Role::Keeper) { office.recount(progress) } else { own.recount(progress) }
}

/// The same on the command line. The keeper hears numbers alone.
fn recount(session: &Session<'_>, office: &Office, matches: &ArgMatches) -> Result<(), Refusal> {
    let person = Caller::sign_in(session, office, matches)?.person;
    let all = person.holds().contains(&Role::Keeper);
    let done = recounted(office, &person, &mut Bars::new(session.words, session.quiet))?;
    let unread = done.unread.len();
    let args: [(&str, Arg); 3] =
        [("counted", done.counted.into()), ("busy", done.busy.into()), ("unread", unread.into())];
    session.out.say("cli-office-recounted", &args);
    let mut cases = Vec::new();
    for one in done.unread.into_iter().filter(|_| !all) {
        let finding = *one.refusal.finding;
        session.out.say("cli-office-uncounted", &[("case", one.case_id.as_str().into())]);
        session.out.finding(&finding);
        cases.push(UncountedCase { case_id: one.case_id, finding });
    }
    session.out.document(&CasesRecounted {
        schema: "redress/recounted/1",
        counted: done.counted,
        busy: done.busy,
        unread,
        cases,
    });
    Ok(())
}

/// The role of `--role`, or the only one in which this account could open a case.
pub(crate) fn opening_role(person: &Person, matches: &ArgMatches) -> Result<Role, Refusal> {
    if let Some(role) = text(matches, "in-role").and_then(Role::from_id) {
        return Ok(role);
    }
    only_opening_role(person)
}

/// The one role of this person that opens cases.
///
/// # Errors
/// `Usage` where there is none, or more than one.
pub(crate) fn only_opening_role(person: &Person) -> Result<Role, Refusal> {
    let opens =
        |role: &&Role| in_office(&[**role].into(), UseCase::OpenCase, Thing::any(Object::Case)).is_allowed();
    let mut own = person.holds().iter().filter(opens);
    match (own.next(), own.next()) {
        (Some(role), None) => Ok(*role),
        _ => Err(Finding::error("cli-office-which-role").refuse(Fault::Usage)),
    }
}

fn export(session: &Session<'_>, office: &Office, matches: &ArgMatches) -> Result<(), Refusal> {
    let case_id = text(matches, "case-id").unwrap_or_default();
    let folder = path(matches, "folder")?;
    if !folder.join("case.sqlite").is_file() {
        crate::disk::outside_cases(&folder)?;
    }
    let mut caller = Caller::sign_in(session, office, matches)?;
    let person = caller.person.clone();
    let granted = caller.reception().may(&person, case_id, UseCase::ExportWhole, Thing::any(Object::Case))?;
    let own = office.acting_for(&person)?;
    if granted.entry {
        // Without the entry nothing leaves (docs/rights.md, rule 2).
        let mut case = own.case(case_id, Access::Write)?;
        let by = person.name().as_str();
        session.with(&mut case, &SystemClock, |desk| desk.leaves(Some(by), Purpose::Backup, None, true))?;
    }
    let mut bars = Bars::new(session.words, session.quiet);
    let moved = own.export(case_id, &folder, &mut bars)?;
    tell(session, case_id, &moved);
    Ok(())
}

fn tell(session: &Session<'_>, case_id: &str, moved: &Moved) {
    let course = match moved.course {
        Course::Whole => "whole",
        Course::Continued => "continued",
        Course::Same => "same",
        Course::Ahead => "ahead",
    };
    let args: [(&str, Arg); 4] = [
        ("case", case_id.into()),
        ("entries", moved.entries.into()),
        ("objects", moved.objects.into()),
        ("length", moved.head.seq.into()),
    ];
    session.out.chat(&format!("cli-moved-{course}"), &args);
    session.out.document(&CaseMoved {
        schema: "redress/moved/1",
        case_id: case_id.to_owned(),
        course,
        entries: moved.entries,
        objects: moved.objects,
        length: moved.head.seq,
        head: moved.head.digest.to_string(),
    });
}
