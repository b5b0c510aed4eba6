//! `redress office account`, `member`, `log` and `audit`: who is there, who is on a case, and what was done.

use super::{Session, text};
use crate::clock::SystemClock;
use crate::secret;
use clap::ArgMatches;
use redress_base::{BEIJING_OFFSET_SECONDS, Date, Fault, Finding, Instant, Refusal};
use redress_office::{Office, OfficeRoster};
use redress_rights::{Account, Membership, Object, Role, SALT_BYTES, Scope};
use redress_workbench::{NewMember, Person, Reception, ShownLine};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// `redress/accounts/1`: accounts of an office.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Accounts {
    schema: &'static str,
    /// By name.
    accounts: Vec<Account>,
}

/// `redress/members/1`: memberships of a case.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Members {
    schema: &'static str,
    /// Those that run now.
    members: Vec<Membership>,
}

/// `redress/office-log/1`: lines of the office's log, newest first.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OfficeLog {
    schema: &'static str,
    /// Newest first.
    lines: Vec<ShownLine>,
}

/// Somebody at the reception of an office.
pub(crate) struct Caller {
    /// The office's people.
    pub(crate) roster: OfficeRoster,
    /// Who signed in.
    pub(crate) person: Person,
}

impl Caller {
    /// Signs in the account of `--as` with the password from the file or the terminal.
    pub(crate) fn sign_in(
        session: &Session<'_>,
        office: &Office,
        own: &ArgMatches,
    ) -> Result<Caller, Refusal> {
        let nobody = || Finding::error("cli-office-as-whom").refuse(Fault::Usage);
        let name = text(own, "as").ok_or_else(nobody)?;
        let password = secret::password(session.words)?;
        let mut roster = office.roster();
        let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
        let person = reception.sign_in(name, &password, &salt()?)?;
        Ok(Caller { roster, person })
    }

    /// The reception.
    pub(crate) fn reception(&mut self) -> Reception<'_> {
        Reception { roster: &mut self.roster, clock: &SystemClock }
    }
}

/// Runs `redress office account …`.
pub(crate) fn account(session: &Session<'_>, office: &Office, own: &ArgMatches) -> Result<(), Refusal> {
    let Some((name, own)) = own.subcommand() else { return Ok(()) };
    if name == "add" && own.get_flag("first") {
        let password = secret::new_password(session.words)?;
        let mut roster = office.roster();
        let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
        let wanted = given(own, "account").unwrap_or_default();
        let person = reception.first_keeper(wanted, &password, &salt()?)?;
        let account = Account { name: person.name().clone(), holds: person.holds().clone(), locked: false };
        return told_account(session, "cli-account-added", account);
    }
    let mut caller = Caller::sign_in(session, office, own)?;
    let Caller { roster, person } = &mut caller;
    let mut reception = Reception { roster, clock: &SystemClock };
    let wanted = given(own, "account").unwrap_or(person.name().as_str()).to_owned();
    match name {
        "add" => {
            let holds = own.get_many::<String>("holds").into_iter().flatten();
            let holds: BTreeSet<Role> = holds.filter_map(|id| Role::from_id(id)).collect();
            // Asked first whether it may be done at all, so that nobody types a password for nothing.
            reception.list_accounts(person)?;
            let password = secret::new_password(session.words)?;
            let account = reception.add_account(person, &wanted, holds, &password, &salt()?)?;
            told_account(session, "cli-account-added", account)
        }
        "lock" | "unlock" => {
            reception.lock_account(person, &wanted, name == "lock")?;
            let code = if name == "lock" { "cli-account-locked" } else { "cli-account-unlocked" };
            session.out.chat(code, &[("account", wanted.into())]);
            list(session, &mut reception, person, true)
        }
        "password" => {
            let password = secret::new_password(session.words)?;
            if wanted == person.name().as_str() {
                reception.change_password(person, &password, &salt()?)?;
            } else {
                reception.reset_password(person, &wanted, &password, &salt()?)?;
            }
            session.out.chat("cli-account-password", &[("account", wanted.into())]);
            Ok(())
        }
        _ => list(session, &mut reception, person, false),
    }
}

fn told_account(session: &Session<'_>, code: &str, account: Account) -> Result<(), Refusal> {
    session.out.chat(code, &[("account", account.name.as_str().into())]);
    session.out.document(&Accounts { schema: "redress/accounts/1", accounts: vec![account] });
    Ok(())
}

fn list(
    session: &Session<'_>,
    reception: &mut Reception<'_>,
    person: &Person,
    quiet: bool,
) -> Result<(), Refusal> {
    let accounts = reception.list_accounts(person)?;
    for account in accounts.iter().filter(|_| !quiet) {
        let roles: Vec<String> =
            account.holds.iter().map(|role| session.words.say(&role.word(), &[])).collect();
        let code = if account.locked { "cli-account-row-locked" } else { "cli-account-row" };
        let args = [("account", account.name.as_str().into()), ("roles", roles.join(", ").into())];
        session.out.say(code, &args);
    }
    session.out.document(&Accounts { schema: "redress/accounts/1", accounts });
    Ok(())
}

/// Runs `redress office member …`.
pub(crate) fn member(session: &Session<'_>, office: &Office, own: &ArgMatches) -> Result<(), Refusal> {
    let Some((name, own)) = own.subcommand() else { return Ok(()) };
    let mut caller = Caller::sign_in(session, office, own)?;
    let person = caller.person.clone();
    let case_id = text(own, "case-id").unwrap_or_default();
    let account = given(own, "account").unwrap_or_default();
    match name {
        "add" => {
            let new = NewMember {
                account: account.to_owned(),
                role: role(own)?,
                scope: scope(own),
                until: text(own, "last-day").map(end_of).transpose()?,
            };
            let membership = caller.reception().add_member(&person, case_id, new)?;
            session.out.chat("cli-member-added", &[("account", membership.account.as_str().into())]);
            session.out.document(&Members { schema: "redress/members/1", members: vec![membership] });
        }
        "remove" => {
            caller.reception().remove_member(&person, case_id, account)?;
            session.out.chat("cli-member-removed", &[("account", account.into())]);
            session.out.document(&Members { schema: "redress/members/1", members: Vec::new() });
        }
        _ => {
            let members = caller.reception().members(&person, case_id)?;
            for one in &members {
                let role = session.words.say(&one.role.word(), &[]);
                let args = [("account", one.account.as_str().into()), ("role", role.into())];
                session.out.say("cli-member-row", &args);
            }
            session.out.document(&Members { schema: "redress/members/1", members });
        }
    }
    Ok(())
}

/// Runs `redress office log`.
pub(crate) fn log(session: &Session<'_>, office: &Office, own: &ArgMatches) -> Result<(), Refusal> {
    let mut caller = Caller::sign_in(session, office, own)?;
    let person = caller.person.clone();
    let most = own.get_one::<u32>("most").copied().unwrap_or(100);
    let lines = caller.reception().read_log(&person, most)?;
    for line in &lines {
        session.out.line(&shown(session, line));
    }
    session.out.document(&OfficeLog { schema: "redress/office-log/1", lines });
    Ok(())
}

fn shown(session: &Session<'_>, line: &ShownLine) -> String {
    let say = |code: String| if session.words.has(&code) { session.words.say(&code, &[]) } else { code };
    let dash = || "–".to_owned();
    let act = if line.act == "sign-in" {
        session.words.say("cli-log-sign-in", &[])
    } else {
        say(format!("rights-act-{}", line.act))
    };
    let parts = [
        line.at.beijing_text(),
        line.by.clone().unwrap_or_else(dash),
        act,
        say(format!("rights-object-{}", line.object)),
        session.words.say(&format!("cli-log-{}", line.outcome), &[]),
        line.mark.clone().unwrap_or_else(dash),
        line.about.clone().unwrap_or_else(dash),
    ];
    let mut said = parts.join("  ");
    if let Some(terms) = &line.release {
        let [from, to, as_of] = [terms.from, terms.to, terms.as_of].map(|day| session.words.date(day));
        let args = [
            ("from", from.into()),
            ("to", to.into()),
            ("as_of", as_of.into()),
            ("threshold", terms.threshold.into()),
            ("scope", terms.scope.register.as_str().into()),
        ];
        said.push_str(&format!("  {}", session.words.say("cli-log-release", &args)));
    }
    said
}

/// Runs `redress office audit`.
pub(crate) fn audit(session: &Session<'_>, office: &Office, own: &ArgMatches) -> Result<(), Refusal> {
    let mut caller = Caller::sign_in(session, office, own)?;
    let person = caller.person.clone();
    let (mark, account) =
        (text(own, "audit-mark").unwrap_or_default(), given(own, "account").unwrap_or_default());
    let until = end_of(text(own, "last-day").unwrap_or_default())?;
    caller.reception().appoint_auditor(&person, mark, account, until)?;
    session.out.chat("cli-audit-appointed", &[("account", account.into()), ("mark", mark.into())]);
    Ok(())
}

/// An argument that not every one of these commands has.
fn given<'m>(own: &'m ArgMatches, name: &str) -> Option<&'m str> {
    own.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The role of `--role`; clap has checked its spelling.
pub(crate) fn role(own: &ArgMatches) -> Result<Role, Refusal> {
    let missing = || Finding::error("cli-path-missing").with("path", "--role").refuse(Fault::Usage);
    text(own, "in-role").and_then(Role::from_id).ok_or_else(missing)
}

fn scope(own: &ArgMatches) -> Scope {
    let kinds = own.get_many::<String>("part").into_iter().flatten();
    let kinds: BTreeSet<Object> = kinds.filter_map(|id| Object::from_id(id)).collect();
    if kinds.is_empty() { Scope::Whole } else { Scope::Only(kinds) }
}

/// The end of a day in Beijing.
fn end_of(typed: &str) -> Result<Instant, Refusal> {
    let unreadable = || Finding::error("cli-day-unreadable").with("value", typed).refuse(Fault::Usage);
    let day: Date = typed.parse().map_err(|_| unreadable())?;
    let next = day.tomorrow().map_err(|_| unreadable())?;
    let zone = jiff::tz::Offset::from_seconds(BEIJING_OFFSET_SECONDS).map_err(|_| unreadable())?;
    let at = zone.to_timestamp(next.at(0, 0, 0, 0)).map_err(|_| unreadable())?;
    Ok(Instant(at.as_second()))
}

/// Fresh salt for a hash.
fn salt() -> Result<[u8; SALT_BYTES], Refusal> {
    crate::chance::random()
}
