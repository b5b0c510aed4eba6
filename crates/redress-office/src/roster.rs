//! The people of the office, in its database: accounts, failures, memberships, the log.
//!
//! What a person asks about cases is asked in a transaction that acts for their account (`SET LOCAL`), so
//! that the database itself shows no other case. The rest is the office's own work, done as its steward.

use crate::database::{Door, Session};
use crate::fault;
use postgres::{Row, Transaction};
use redress_base::{Fault, Finding, Instant, Refusal};
use redress_rights::{Account, AccountName, Membership, Object, Role, Scope, Throttle};
use redress_workbench::{Credentials, LogLine, MemberChange, Outcome, Roster, ShownLine};
use sha2::Digest;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Counted failures that are older than this are forgotten, in seconds; a name that is closed stays closed.
const REMEMBERED: i64 = 30 * 86_400;

/// The columns of a membership, in the order that [`membership`] reads.
const MEMBERSHIP: &str = "m.case_id, m.account, m.role, m.scope, m.since, m.until, m.given_by";

/// The roster of an office.
pub struct OfficeRoster {
    door: Arc<Door>,
    session: Option<Session>,
}

impl std::fmt::Debug for OfficeRoster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OfficeRoster").finish_non_exhaustive()
    }
}

fn failed(error: postgres::Error) -> Refusal {
    fault::database(&error)
}

fn odd() -> Refusal {
    Finding::error("office-row-odd").refuse(Fault::Storage)
}

impl OfficeRoster {
    pub(crate) fn at(door: Arc<Door>) -> OfficeRoster {
        OfficeRoster { door, session: None }
    }

    /// Runs `work` in one transaction, which is kept where it ends well.
    fn all_or_nothing<T>(
        &mut self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        if self.session.as_ref().is_none_or(|session| session.client.is_closed()) {
            self.session = Some(self.door.session(true)?);
        }
        let session = self.session.as_mut().ok_or_else(odd)?;
        let mut change = session.client.transaction().map_err(failed)?;
        let done = work(&mut change)?;
        change.commit().map_err(failed)?;
        Ok(done)
    }

    /// The same for a question that is asked for an account: the database shows what that account may see.
    fn asked_by<T>(
        &mut self,
        name: &AccountName,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.all_or_nothing(|change| {
            let sql =
                "SELECT set_config('redress.steward', 'off', true), set_config('redress.account', $1, true)";
            change.execute(sql, &[&name.as_str()]).map_err(failed)?;
            work(change)
        })
    }
}

/// Appends a line to the log, and makes the case's mark where it has none yet.
pub(crate) fn write(change: &mut Transaction<'_>, line: &LogLine) -> Result<(), Refusal> {
    write_with(change, line, None)
}

/// The same, of the release of that number.
pub(crate) fn write_with(
    change: &mut Transaction<'_>,
    line: &LogLine,
    release: Option<i64>,
) -> Result<(), Refusal> {
    if let Some(case_id) = &line.case_id {
        let sql = "INSERT INTO redress.case_marks (case_id) VALUES ($1) ON CONFLICT DO NOTHING";
        change.execute(sql, &[case_id]).map_err(failed)?;
    }
    let code = if let Outcome::Denied(code) = line.outcome { Some(code) } else { None };
    let (by, about) =
        (line.by.as_ref().map(AccountName::as_str), line.about.as_ref().map(AccountName::as_str));
    change
        .execute(
            "INSERT INTO redress.office_log (at, by_account, act, object, outcome, code, case_id, about, release) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                &line.at.0,
                &by,
                &line.logged.act(),
                &line.logged.object().id(),
                &line.outcome.id(),
                &code,
                &line.case_id,
                &about,
                &release,
            ],
        )
        .map(drop)
        .map_err(failed)
}

/// Writes a membership.
pub(crate) fn admit(change: &mut Transaction<'_>, new: &Membership, line: &LogLine) -> Result<(), Refusal> {
    let scope: Option<Vec<&str>> = match &new.scope {
        Scope::Whole => None,
        Scope::Only(kinds) => Some(kinds.iter().map(|kind| kind.id()).collect()),
    };
    change
        .execute(
            "INSERT INTO redress.memberships (case_id, account, role, scope, since, until, given_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                &new.case_id,
                &new.account.as_str(),
                &new.role.id(),
                &scope,
                &new.since.0,
                &new.until.map(|until| until.0),
                &new.given_by.as_str(),
            ],
        )
        .map_err(failed)?;
    write(change, line)
}

fn insert_account(change: &mut Transaction<'_>, account: &Account, hash: &str) -> Result<bool, Refusal> {
    let holds: Vec<&str> = account.holds.iter().map(|role| role.id()).collect();
    let sql = "INSERT INTO redress.accounts (name, holds, hash, locked) VALUES ($1, $2, $3, $4) \
               ON CONFLICT DO NOTHING";
    let made = change.execute(sql, &[&account.name.as_str(), &holds, &hash, &account.locked]);
    Ok(made.map_err(failed)? == 1)
}

fn name(row: &Row, at: usize) -> Result<AccountName, Refusal> {
    AccountName::parse(row.try_get(at).map_err(failed)?).map_err(|_| odd())
}

fn role(id: &str) -> Result<Role, Refusal> {
    Role::from_id(id).ok_or_else(odd)
}

fn account(row: &Row) -> Result<Account, Refusal> {
    let holds: Vec<String> = row.try_get(1).map_err(failed)?;
    let holds = holds.iter().map(|id| role(id)).collect::<Result<BTreeSet<Role>, Refusal>>()?;
    Ok(Account { name: name(row, 0)?, holds, locked: row.try_get(2).map_err(failed)? })
}

fn membership(row: &Row) -> Result<Membership, Refusal> {
    let scope: Option<Vec<String>> = row.try_get(3).map_err(failed)?;
    let scope = match scope {
        None => Scope::Whole,
        Some(kinds) => {
            let kinds = kinds.iter().map(|id| Object::from_id(id).ok_or_else(odd));
            Scope::Only(kinds.collect::<Result<BTreeSet<Object>, Refusal>>()?)
        }
    };
    let until: Option<i64> = row.try_get(5).map_err(failed)?;
    Ok(Membership {
        case_id: row.try_get(0).map_err(failed)?,
        account: name(row, 1)?,
        role: role(row.try_get(2).map_err(failed)?)?,
        scope,
        since: Instant(row.try_get(4).map_err(failed)?),
        until: until.map(Instant),
        given_by: name(row, 6)?,
    })
}

/// A case number that can be asked for. One that no case can have is asked for all the same, as nothing, so
/// that its answer costs what every other costs.
fn asked(case_id: &str) -> &str {
    if case_id.len() <= 64 && !case_id.contains('\0') { case_id } else { "" }
}

impl Roster for OfficeRoster {
    fn credentials(&mut self, wanted: &AccountName) -> Result<Option<Credentials>, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "SELECT name, holds, locked, hash FROM redress.accounts WHERE name = $1";
            let row = change.query_opt(sql, &[&wanted.as_str()]).map_err(failed)?;
            row.map(|row| Ok(Credentials { account: account(&row)?, hash: row.try_get(3).map_err(failed)? }))
                .transpose()
        })
    }

    fn tries(
        &mut self,
        wanted: &AccountName,
        change_to: &mut dyn FnMut(Throttle) -> Result<Throttle, Refusal>,
    ) -> Result<(), Refusal> {
        let digest = sha2::Sha256::digest(wanted.as_str().as_bytes());
        let digest = digest.as_slice();
        self.all_or_nothing(|change| {
            let sql = "INSERT INTO redress.tries (name_digest, failed) VALUES ($1, 0) ON CONFLICT DO NOTHING";
            change.execute(sql, &[&digest]).map_err(failed)?;
            let sql = "SELECT failed, last FROM redress.tries WHERE name_digest = $1 FOR UPDATE";
            let row = change.query_one(sql, &[&digest]).map_err(failed)?;
            let (count, last): (i64, Option<i64>) =
                (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
            let counted =
                Throttle { failed: u32::try_from(count).unwrap_or(u32::MAX), last: last.map(Instant) };
            let next = change_to(counted)?;
            let last = next.last.map(|last| last.0);
            let sql = "UPDATE redress.tries SET failed = $2, last = $3 WHERE name_digest = $1";
            change.execute(sql, &[&digest, &i64::from(next.failed), &last]).map_err(failed)?;
            if let Some(last) = last {
                let sql = "DELETE FROM redress.tries WHERE last < $1 AND failed < 100 AND name_digest <> $2";
                change.execute(sql, &[&last.saturating_sub(REMEMBERED), &digest]).map_err(failed)?;
            }
            Ok(())
        })
    }

    fn add_first(&mut self, new: &Account, hash: &str, line: &LogLine) -> Result<bool, Refusal> {
        self.all_or_nothing(|change| {
            // Two programs that both find nobody would both make a keeper.
            change.batch_execute("LOCK TABLE redress.accounts IN EXCLUSIVE MODE").map_err(failed)?;
            let any =
                change.query_one("SELECT EXISTS (SELECT FROM redress.accounts)", &[]).map_err(failed)?;
            if any.try_get(0).map_err(failed)? || !insert_account(change, new, hash)? {
                return Ok(false);
            }
            write(change, line)?;
            Ok(true)
        })
    }

    fn add_account(&mut self, new: &Account, hash: &str, line: &LogLine) -> Result<bool, Refusal> {
        self.all_or_nothing(|change| {
            let made = insert_account(change, new, hash)?;
            if made {
                write(change, line)?;
            }
            Ok(made)
        })
    }

    fn set_locked(&mut self, of: &AccountName, locked: bool, line: &LogLine) -> Result<bool, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "UPDATE redress.accounts SET locked = $2 WHERE name = $1";
            let known = change.execute(sql, &[&of.as_str(), &locked]).map_err(failed)? == 1;
            if known {
                write(change, line)?;
            }
            Ok(known)
        })
    }

    fn set_hash(&mut self, of: &AccountName, hash: &str, line: &LogLine) -> Result<bool, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "UPDATE redress.accounts SET hash = $2 WHERE name = $1";
            let known = change.execute(sql, &[&of.as_str(), &hash]).map_err(failed)? == 1;
            if known {
                write(change, line)?;
            }
            Ok(known)
        })
    }

    fn accounts(&mut self) -> Result<Vec<Account>, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "SELECT name, holds, locked FROM redress.accounts ORDER BY name";
            change.query(sql, &[]).map_err(failed)?.iter().map(account).collect()
        })
    }

    fn membership(&mut self, case_id: &str, of: &AccountName) -> Result<Option<Membership>, Refusal> {
        self.asked_by(of, |change| {
            let sql = format!(
                "SELECT {MEMBERSHIP} FROM redress.memberships m \
                 JOIN redress.accounts a ON a.name = m.account AND NOT a.locked AND m.role = ANY (a.holds) \
                 JOIN redress.cases c ON c.case_id = m.case_id AND c.state = 'open' \
                 WHERE m.case_id = $1 AND m.account = $2 \
                 ORDER BY m.until DESC NULLS FIRST, m.since DESC LIMIT 1"
            );
            let row = change.query_opt(&sql, &[&asked(case_id), &of.as_str()]).map_err(failed)?;
            row.as_ref().map(membership).transpose()
        })
    }

    fn memberships_of(&mut self, of: &AccountName) -> Result<Vec<Membership>, Refusal> {
        self.asked_by(of, |change| {
            let sql = format!(
                "SELECT {MEMBERSHIP} FROM redress.memberships m \
                 JOIN redress.accounts a ON a.name = m.account AND NOT a.locked AND m.role = ANY (a.holds) \
                 JOIN redress.cases c ON c.case_id = m.case_id AND c.state = 'open' \
                 WHERE m.account = $1 ORDER BY m.case_id, m.since"
            );
            change.query(&sql, &[&of.as_str()]).map_err(failed)?.iter().map(membership).collect()
        })
    }

    fn members(&mut self, case_id: &str, asker: &AccountName) -> Result<Vec<Membership>, Refusal> {
        self.all_or_nothing(|change| members_for(change, case_id, asker))
    }

    fn change_members(
        &mut self,
        case_id: &str,
        asker: &AccountName,
        line: &LogLine,
        decide: &mut dyn FnMut(&[Membership]) -> Result<MemberChange, Refusal>,
    ) -> Result<(), Refusal> {
        self.all_or_nothing(|change| {
            // Who changes the members of a case stands in line with everybody else who does.
            let sql = "SELECT FROM redress.cases WHERE case_id = $1 FOR UPDATE";
            change.query(sql, &[&asked(case_id)]).map_err(failed)?;
            let members = members_for(change, case_id, asker)?;
            match decide(&members)? {
                MemberChange::Add(new) => admit(change, &new, line),
                MemberChange::End(account) => {
                    let sql = "UPDATE redress.memberships SET until = greatest(since, $3) \
                               WHERE case_id = $1 AND account = $2 AND since <= $3 \
                               AND (until IS NULL OR until > $3)";
                    let ended = change.execute(sql, &[&case_id, &account.as_str(), &line.at.0]);
                    if ended.map_err(failed)? == 0 {
                        return Err(odd());
                    }
                    write(change, line)
                }
            }
        })
    }

    fn appoint(
        &mut self,
        mark: &str,
        auditor: &AccountName,
        keeper: &AccountName,
        until: Instant,
        line: &LogLine,
    ) -> Result<bool, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "SELECT c.case_id FROM redress.case_marks k JOIN redress.cases c USING (case_id) \
                       WHERE k.mark = $1 FOR UPDATE OF c";
            let Some(row) = change.query_opt(sql, &[&asked(mark)]).map_err(failed)? else { return Ok(false) };
            let case_id: String = row.try_get(0).map_err(failed)?;
            // Nobody audits a case that they are on.
            let sql = "SELECT EXISTS (SELECT FROM redress.memberships WHERE case_id = $1 AND account = $2 \
                       AND (until IS NULL OR until > $3))";
            let on = change.query_one(sql, &[&case_id, &auditor.as_str(), &line.at.0]).map_err(failed)?;
            if on.try_get(0).map_err(failed)? {
                return Ok(false);
            }
            let new = Membership {
                case_id,
                account: auditor.clone(),
                role: Role::Auditor,
                scope: Scope::Whole,
                since: line.at,
                until: Some(until),
                given_by: keeper.clone(),
            };
            admit(change, &new, line)?;
            Ok(true)
        })
    }

    fn log(&mut self, line: &LogLine) -> Result<(), Refusal> {
        self.all_or_nothing(|change| write(change, line))
    }

    fn read_log(&mut self, with_cases: bool, most: u32) -> Result<Vec<ShownLine>, Refusal> {
        self.all_or_nothing(|change| {
            let sql = "SELECT l.at, l.by_account, l.act, l.object, l.outcome, l.code, k.mark, l.about, r.terms \
                       FROM redress.office_log l LEFT JOIN redress.case_marks k USING (case_id) \
                       LEFT JOIN redress.statistics_releases r ON r.id = l.release \
                       WHERE $1 OR l.case_id IS NULL ORDER BY l.id DESC LIMIT $2";
            let rows = change.query(sql, &[&with_cases, &i64::from(most)]).map_err(failed)?;
            rows.iter().map(shown).collect()
        })
    }
}

/// The members of a case for somebody who is on it now: the question joins the asker's own membership.
fn members_for(
    change: &mut Transaction<'_>,
    case_id: &str,
    asker: &AccountName,
) -> Result<Vec<Membership>, Refusal> {
    let sql = format!(
        "SELECT {MEMBERSHIP} FROM redress.memberships m WHERE m.case_id = $1 AND EXISTS ( \
         SELECT FROM redress.memberships own WHERE own.case_id = m.case_id AND own.account = $2 \
         AND (own.until IS NULL OR own.until > extract(epoch FROM now())::bigint)) \
         ORDER BY m.since, m.id"
    );
    let rows = change.query(&sql, &[&asked(case_id), &asker.as_str()]).map_err(failed)?;
    rows.iter().map(membership).collect()
}

fn shown(row: &Row) -> Result<ShownLine, Refusal> {
    let terms: Option<String> = row.try_get(8).map_err(failed)?;
    let line = |row: &Row| -> Result<ShownLine, postgres::Error> {
        Ok(ShownLine {
            at: Instant(row.try_get(0)?),
            by: row.try_get(1)?,
            act: row.try_get(2)?,
            object: row.try_get(3)?,
            outcome: row.try_get(4)?,
            code: row.try_get(5)?,
            mark: row.try_get(6)?,
            about: row.try_get(7)?,
            release: None,
        })
    };
    let release = terms.as_deref().map(crate::statistics::terms).transpose()?;
    Ok(ShownLine { release, ..line(row).map_err(failed)? })
}
