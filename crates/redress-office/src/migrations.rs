//! The schema of the database, version by version. A change is a new file at the end of the list; a file
//! that was released is never changed.

use crate::fault;
use postgres::Client;
use redress_base::{Fault, Finding, Refusal};

/// Every version in order; the first is version 1.
const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001_ledger.sql"),
    include_str!("../migrations/0002_people.sql"),
    include_str!("../migrations/0003_statistics.sql"),
    include_str!("../migrations/0004_resumes.sql"),
];

/// The version that this program writes.
pub const SCHEMA_VERSION: i32 = 4;

/// Held while the schema is changed, so that two programs do not change it at once: the letters `redress`.
const LOCK: i64 = 0x7265_6472_6573_7300;

/// The guards that a sound database has, each switched on for every kind of session.
const GUARDS: [&str; 11] = [
    "case_stays",
    "cases_stay",
    "keys_stay",
    "ledger_follows",
    "ledger_stays",
    "log_stays",
    "marks_stay",
    "membership_stays",
    "memberships_stay",
    "releases_stay",
    "resumes_follow",
];

/// The tables whose rows are shown to who may see them, and to nobody else.
const WALLED: [&str; 12] = [
    "accounts",
    "case_keys",
    "case_marks",
    "cases",
    "ledger",
    "memberships",
    "objects",
    "office_log",
    "resumes",
    "statistics_releases",
    "statistics_rows",
    "tries",
];

/// The version of the database, 0 where there is no schema of ours.
pub(crate) fn version(client: &mut Client) -> Result<i32, Refusal> {
    let failed = |error: postgres::Error| fault::database(&error);
    let there = client.query_one("SELECT to_regclass('redress.schema_version') IS NOT NULL", &[]);
    if !there.and_then(|row| row.try_get(0)).map_err(failed)? {
        return Ok(0);
    }
    let version = client.query_one("SELECT coalesce(max(version), 0) FROM redress.schema_version", &[]);
    version.and_then(|row| row.try_get(0)).map_err(failed)
}

/// Brings the database to this program's version and says from which one. Each step is all or nothing.
pub(crate) fn apply(client: &mut Client) -> Result<i32, Refusal> {
    let failed = |error: postgres::Error| fault::database(&error);
    client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).map_err(failed)?;
    let found = version(client)?;
    refuse_newer(found)?;
    for (number, sql) in (1..).zip(MIGRATIONS).filter(|(number, _)| *number > found) {
        let mut change = client.transaction().map_err(failed)?;
        change.batch_execute(sql).map_err(failed)?;
        change
            .execute("INSERT INTO redress.schema_version (version) VALUES ($1)", &[&number])
            .map_err(failed)?;
        change.commit().map_err(failed)?;
    }
    client.execute("SELECT pg_advisory_unlock($1)", &[&LOCK]).map_err(failed)?;
    Ok(found)
}

/// Refuses a database that is not of this version, or whose guards are gone.
pub(crate) fn check(client: &mut Client) -> Result<(), Refusal> {
    let found = version(client)?;
    refuse_newer(found)?;
    if found == 0 {
        return Err(Finding::error("office-not-set-up").refuse(Fault::Usage));
    }
    if found < SCHEMA_VERSION {
        let finding = Finding::error("office-schema-older").with("found", i64::from(found));
        return Err(finding.with("known", i64::from(SCHEMA_VERSION)).refuse(Fault::Usage));
    }
    let failed = |error: postgres::Error| fault::database(&error);
    let guards = client.query(
        "SELECT t.tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE n.nspname = 'redress' AND NOT t.tgisinternal AND t.tgenabled = 'A'",
        &[],
    );
    let mut standing = Vec::new();
    for row in guards.map_err(failed)? {
        standing.push(row.try_get::<_, String>(0).map_err(failed)?);
    }
    match GUARDS.into_iter().find(|guard| !standing.iter().any(|name| name == guard)) {
        None => check_walls(client),
        Some(gone) => {
            Err(Finding::error("office-guard-missing").with("name", gone).refuse(Fault::Verification))
        }
    }
}

/// Refuses a database in which a table shows its rows to everybody.
fn check_walls(client: &mut Client) -> Result<(), Refusal> {
    let failed = |error: postgres::Error| fault::database(&error);
    let walls = client.query(
        "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE n.nspname = 'redress' AND c.relrowsecurity AND c.relforcerowsecurity",
        &[],
    );
    let mut standing = Vec::new();
    for row in walls.map_err(failed)? {
        standing.push(row.try_get::<_, String>(0).map_err(failed)?);
    }
    match WALLED.into_iter().find(|table| !standing.iter().any(|name| name == table)) {
        None => Ok(()),
        Some(open) => {
            Err(Finding::error("office-wall-missing").with("name", open).refuse(Fault::Verification))
        }
    }
}

fn refuse_newer(found: i32) -> Result<(), Refusal> {
    if found <= SCHEMA_VERSION {
        return Ok(());
    }
    let finding = Finding::error("office-schema-newer").with("found", i64::from(found));
    Err(finding.with("known", i64::from(SCHEMA_VERSION)).refuse(Fault::Newer))
}

#[cfg(test)]
mod tests {
    use super::{MIGRATIONS, SCHEMA_VERSION};

    #[test]
    fn the_last_migration_makes_the_version_that_is_written() {
        assert_eq!(usize::try_from(SCHEMA_VERSION).unwrap(), MIGRATIONS.len());
    }
}
