//! The ledger's lines in SQLite: append-only, in order, each bound to the one before.
//!
//! **Rollback journal, not a write-ahead log.** Appends are rare (one per command), so the extra
//! flushes do not matter; in return the case at rest is one file that can be copied, opened from a
//! read-only disk and kept on a stick, none of which a write-ahead log allows without its two
//! companions. `synchronous=EXTRA` flushes the folder after the journal is taken away, which is the
//! moment of commit; with `FULL` a loss of power right after could bring the journal, and with it the
//! old ledger, back (SQLite, "PRAGMA synchronous").

use crate::fault;
use crate::tree::{Closed, Tree};
use redress_base::{Fault, Finding, Refusal, Sha256};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use serde::Deserialize;
use sha2::Digest;
use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The database's name in the case folder.
pub(crate) const FILE: &str = "case.sqlite";
/// `PRAGMA application_id`: the letters `rdrs`.
const APPLICATION: i32 = 0x7264_7273;
/// `PRAGMA user_version`: which schema the database has. Raised with every change of [`SCHEMA`].
const VERSION: i32 = 1;

/// The rollback journal that an interrupted append leaves behind.
pub(crate) const JOURNAL: &str = "case.sqlite-journal";
/// A journal that ends with these bytes names another file, which SQLite would delete once it has
/// rolled back (SQLite, "Database File Format" §3 and `pager_delsuper`).
const NAMES_ANOTHER_FILE: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// The whole schema. The triggers hold against everything that goes through SQL, in whatever program.
const SCHEMA: [(&str, &str); 4] = [
    ("ledger", "CREATE TABLE ledger (seq INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT"),
    (
        "ledger_in_order",
        "CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger \
         WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger) \
         BEGIN SELECT RAISE(ABORT, 'an entry is added after the last one'); END",
    ),
    (
        "ledger_never_changed",
        "CREATE TRIGGER ledger_never_changed BEFORE UPDATE ON ledger \
         BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END",
    ),
    (
        "ledger_never_dropped",
        "CREATE TRIGGER ledger_never_dropped BEFORE DELETE ON ledger \
         BEGIN SELECT RAISE(ABORT, 'an entry is never dropped'); END",
    ),
];

/// Of a line the store reads no more than this.
#[derive(Deserialize)]
struct Link {
    seq: u64,
    prev: Sha256,
}

/// Where a chain ends. One rule for every store: what may follow is decided here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of the last line, 0 where there is none.
    pub seq: u64,
    /// Its SHA-256, zeros where there is none.
    pub digest: Sha256,
}

impl Head {
    /// The head of a ledger without a line.
    pub const EMPTY: Head = Head { seq: 0, digest: Sha256([0; 32]) };

    /// The head after `line`.
    ///
    /// # Errors
    /// `Storage`: `line` does not follow, with the number that the entry should have.
    pub fn after(self, line: &str) -> Result<Head, Refusal> {
        self.follow(line).ok_or_else(|| broken(self.seq.saturating_add(1)))
    }

    fn follow(self, line: &str) -> Option<Head> {
        let link: Link = serde_json::from_str(line).ok()?;
        let next = self.seq.checked_add(1)?;
        let digest = Sha256(sha2::Sha256::digest(line.as_bytes()).into());
        (link.seq == next && link.prev == self.digest).then_some(Head { seq: next, digest })
    }

    /// The head after all of `lines`, which are to be appended where the caller saw `expected`.
    ///
    /// # Errors
    /// `Busy`: the ledger has gone on. `Storage`: a line does not follow the one before.
    pub fn after_all(self, lines: &[String], expected: &Sha256) -> Result<Head, Refusal> {
        if *expected != self.digest {
            return Err(self.moved());
        }
        lines.iter().try_fold(self, |head, line| head.after(line))
    }

    /// The refusal where what is kept after this head does not follow it.
    pub fn broken(self) -> Refusal {
        broken(self.seq.saturating_add(1))
    }

    /// The refusal of a writer who saw an earlier head.
    pub fn moved(self) -> Refusal {
        Finding::error("store-ledger-moved").with("entry", self.seq).refuse(Fault::Busy)
    }
}

/// The open ledger.
pub(crate) struct Ledger {
    database: Connection,
    /// `None` after an append that failed, where it could not be read what became of it.
    head: Option<Head>,
}

impl Ledger {
    /// Makes the database of a new case. The file must not exist.
    pub(crate) fn create(file: &Path) -> Result<(), Refusal> {
        // An empty file is an empty database to SQLite; made here, it belongs to its owner alone, and
        // SQLite gives its journal the same rights.
        let mut options = OpenOptions::new();
        options
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(file)
            .map_err(|error| fault::disk(&error, FILE))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut database =
            Connection::open_with_flags(file, flags).map_err(|error| fault::database(&error))?;
        configure(&database, true).map_err(|error| fault::database(&error))?;
        let mut write = || {
            let change = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (_, sql) in SCHEMA {
                change.execute_batch(sql)?;
            }
            change.pragma_update(None, "application_id", APPLICATION)?;
            change.pragma_update(None, "user_version", VERSION)?;
            change.commit()
        };
        write().map_err(|error| fault::database(&error))
    }

    /// Opens a ledger and checks it from its first line to its last.
    pub(crate) fn open(file: &Path, write: bool) -> Result<Ledger, Refusal> {
        // Opened for writing even to read: after a crash the journal must be rolled back first. On a
        // read-only disk SQLite falls back by itself.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let database = Connection::open_with_flags(file, flags).map_err(|error| fault::database(&error))?;
        configure(&database, write).map_err(|error| fault::database(&error))?;
        check_version(&database)?;
        check_schema(&database)?;
        if write {
            // Another program may have set it otherwise; the mode is kept in the file.
            database
                .pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))
                .map_err(|error| fault::database(&error))?;
        }
        if write && database.is_readonly(rusqlite::MAIN_DB).map_err(|error| fault::database(&error))? {
            return Err(Finding::error("store-read-only").with("file", FILE).refuse(Fault::Storage));
        }
        let mut ledger = Ledger { database, head: None };
        ledger.head = Some(ledger.read(&mut |_| {})?);
        Ok(ledger)
    }

    /// Whether any line holds this digest, wherever in it: what is named is never forgotten.
    pub(crate) fn names(&self, digest: &Sha256) -> Result<bool, Refusal> {
        let sql = "SELECT EXISTS (SELECT 1 FROM ledger WHERE instr(line, ?1) > 0)";
        let found = self.database.query_row(sql, [digest.to_string()], |row| row.get(0));
        found.map_err(|error| fault::database(&error))
    }

    /// Every line, after checking the chain.
    pub(crate) fn lines(&self) -> Result<Vec<String>, Refusal> {
        let mut lines = Vec::new();
        self.read(&mut |line| lines.push(line))?;
        Ok(lines)
    }

    fn read(&self, each: &mut dyn FnMut(String)) -> Result<Head, Refusal> {
        let failed = |error: rusqlite::Error| fault::database(&error);
        let mut query =
            self.database.prepare_cached("SELECT seq, line FROM ledger ORDER BY seq").map_err(failed)?;
        let mut rows = query.query([]).map_err(failed)?;
        let mut head = Head::EMPTY;
        while let Some(row) = rows.next().map_err(failed)? {
            let line: String = row.get(1).map_err(failed)?;
            let seq: i64 = row.get(0).map_err(failed)?;
            let next = head.follow(&line).filter(|next| i64::try_from(next.seq) == Ok(seq));
            head = next.ok_or_else(|| head.broken())?;
            each(line);
        }
        Ok(head)
    }

    /// Appends lines after `head`: all of them, or none. They are on the disk when this returns.
    pub(crate) fn append(&mut self, lines: &[String], head: &Sha256) -> Result<(), Refusal> {
        let last = self.head.map_or_else(|| self.read(&mut |_| {}), Ok)?;
        self.head = Some(last);
        let next = last.after_all(lines, head)?;
        let numbered: Vec<(u64, &String)> = (last.seq.saturating_add(1)..).zip(lines).collect();
        self.head = None;
        if let Err(error) = self.insert(&numbered) {
            return Err(self.refused(last, &error));
        }
        self.head = Some(next);
        Ok(())
    }

    /// What an append that failed comes to. Where the folder's flush failed, the journal is gone and the
    /// lines are there, but nobody can say that they last: that is no acknowledgement, and no "as it was".
    fn refused(&mut self, before: Head, error: &rusqlite::Error) -> Refusal {
        self.head = self.read(&mut |_| {}).ok();
        // Room is missing while pages are written, which is before the moment of commit.
        let early = error.sqlite_error_code() == Some(ErrorCode::DiskFull);
        match self.head {
            Some(head) if head == before => fault::database(error),
            None if early => fault::database(error),
            _ => {
                let finding = Finding::error("store-append-uncertain").with("entry", before.seq);
                finding.with("system", error.to_string()).refuse(Fault::Storage)
            }
        }
    }

    fn insert(&mut self, numbered: &[(u64, &String)]) -> rusqlite::Result<()> {
        let change = self.database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut insert = change.prepare_cached("INSERT INTO ledger (seq, line) VALUES (?1, ?2)")?;
            for (seq, line) in numbered {
                insert.execute((i64::try_from(*seq).unwrap_or(i64::MAX), line))?;
            }
        }
        change.commit()
    }
}

/// Looks at a journal before SQLite follows it. One of ours names no other file, because an append
/// touches one database; a folder that somebody prepared might.
pub(crate) fn check_journal(folder: &Tree, name: &str) -> Result<(), Refusal> {
    let damaged = || {
        let finding = Finding::error("store-database-damaged").with("file", name).with("problem", name);
        finding.refuse(Fault::Verification)
    };
    let mut journal = match folder.open_bytes(name.as_bytes()) {
        Ok(journal) => journal,
        Err(Closed::Missing) => return Ok(()),
        Err(Closed::Link | Closed::Special) => return Err(damaged()),
        Err(Closed::Refused(error)) => return Err(fault::disk(&error, name)),
    };
    let mut last = [0; 8];
    match journal.seek(SeekFrom::End(-8)).and_then(|_| journal.read_exact(&mut last)) {
        Ok(()) if last == NAMES_ANOTHER_FILE => Err(damaged()),
        // A journal shorter than eight bytes names nothing.
        _ => Ok(()),
    }
}

fn broken(entry: u64) -> Refusal {
    Finding::error("store-chain-broken").with("entry", entry).refuse(Fault::Verification)
}

/// Settings of one connection. Nothing that stands in the file is trusted to run, except the three
/// triggers, whose text [`check_schema`] compares before anything is written.
fn configure(database: &Connection, write: bool) -> rusqlite::Result<()> {
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // The lock file keeps other writers out; whoever comes around it is told at once.
    database.busy_timeout(std::time::Duration::ZERO)?;
    database.pragma_update(None, "cell_size_check", true)?;
    database.pragma_update(None, "synchronous", "EXTRA")?;
    // Where a flush alone does not reach the platter (macOS).
    database.pragma_update(None, "fullfsync", true)?;
    database.pragma_update(None, "query_only", !write)
}

fn check_version(database: &Connection) -> Result<(), Refusal> {
    let number = |name: &str| {
        database
            .pragma_query_value(None, name, |row| row.get::<_, i32>(0))
            .map_err(|error| fault::database(&error))
    };
    if number("application_id")? != APPLICATION {
        return Err(Finding::error("store-not-a-case").refuse(Fault::Usage));
    }
    let version = number("user_version")?;
    if version > VERSION {
        let finding = Finding::error("store-case-newer").with("found", i64::from(version));
        return Err(finding.with("known", i64::from(VERSION)).refuse(Fault::Newer));
    }
    Ok(())
}

/// The schema must be word for word ours: a trigger that somebody added would run with our writes,
/// and a trigger that somebody took away no longer guards.
fn check_schema(database: &Connection) -> Result<(), Refusal> {
    let read = || -> rusqlite::Result<Vec<(String, Option<String>)>> {
        let mut query = database.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")?;
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    };
    let found = read().map_err(|error| fault::database(&error))?;
    let ours = found.len() == SCHEMA.len()
        && found
            .iter()
            .zip(SCHEMA)
            .all(|((name, sql), (our_name, our_sql))| name == our_name && sql.as_deref() == Some(our_sql));
    if ours {
        return Ok(());
    }
    let same = |(name, sql): &(String, Option<String>), (our_name, our_sql): &(&str, &str)| {
        name == our_name && sql.as_deref() == Some(*our_sql)
    };
    let foreign = found.iter().find(|row| !SCHEMA.iter().any(|ours| same(row, ours)));
    let missing = SCHEMA.iter().find(|ours| !found.iter().any(|row| same(row, ours)));
    let odd = foreign.map(|(name, _)| name.as_str()).or(missing.map(|(name, _)| *name));
    let finding = Finding::error("store-database-damaged").with("file", FILE);
    let finding = finding.with("problem", odd.unwrap_or_default());
    Err(finding.refuse(Fault::Verification))
}

#[cfg(test)]
mod tests {
    use super::{FILE, Head, Ledger, SCHEMA};
    use redress_base::{Fault, Sha256};
    use rusqlite::Connection;
    use std::path::PathBuf;

    fn new() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join(FILE);
        Ledger::create(&file).unwrap();
        (folder, file)
    }

    fn next(head: Head, word: &str) -> (String, Head) {
        let line = format!(r#"{{"prev":"{}","seq":{},"what":"{word}"}}"#, head.digest, head.seq + 1);
        let head = head.follow(&line).unwrap();
        (line, head)
    }

    #[test]
    fn the_schema_is_in_the_order_in_which_it_is_compared() {
        assert!(SCHEMA.is_sorted_by_key(|(name, _)| *name));
    }

    #[test]
    fn lines_come_back_byte_for_byte_after_reopening() {
        let (_folder, file) = new();
        let mut ledger = Ledger::open(&file, true).unwrap();
        let (first, head) = next(Head::EMPTY, "开");
        let (second, _) = next(head, "zwei");
        ledger.append(&[first.clone(), second.clone()], &Sha256([0; 32])).unwrap();
        drop(ledger);
        assert_eq!(Ledger::open(&file, false).unwrap().lines().unwrap(), [first, second]);
    }

    #[test]
    fn an_append_that_does_not_follow_the_last_line_changes_nothing() {
        let (_folder, file) = new();
        let mut ledger = Ledger::open(&file, true).unwrap();
        let (first, head) = next(Head::EMPTY, "a");
        let (second, _) = next(head, "b");
        let empty = Sha256([0; 32]);
        // The second of two lines is bad: the first must not stay.
        let refused = ledger.append(&[first.clone(), first.clone()], &empty).unwrap_err();
        assert_eq!(
            (refused.finding.code.as_str(), refused.fault),
            ("store-chain-broken", Fault::Verification)
        );
        ledger.append(std::slice::from_ref(&first), &empty).unwrap();
        let refused = ledger.append(&[second], &empty).unwrap_err();
        assert_eq!((refused.finding.code.as_str(), refused.fault), ("store-ledger-moved", Fault::Busy));
        assert_eq!(ledger.lines().unwrap(), [first]);
    }

    #[test]
    fn another_program_cannot_change_drop_or_reorder_entries_through_sql() {
        let (_folder, file) = new();
        let mut ledger = Ledger::open(&file, true).unwrap();
        let (first, _) = next(Head::EMPTY, "a");
        ledger.append(std::slice::from_ref(&first), &Sha256([0; 32])).unwrap();
        drop(ledger);
        let other = Connection::open(&file).unwrap();
        for sql in [
            "UPDATE ledger SET line = 'x'",
            "DELETE FROM ledger",
            "REPLACE INTO ledger VALUES (1, 'x')",
            "INSERT INTO ledger VALUES (3, 'x')",
        ] {
            assert!(other.execute_batch(sql).is_err(), "{sql}");
        }
        assert_eq!(Ledger::open(&file, false).unwrap().lines().unwrap(), [first]);
    }

    #[test]
    fn an_entry_changed_behind_the_triggers_is_found_and_named() {
        let (_folder, file) = new();
        let mut ledger = Ledger::open(&file, true).unwrap();
        let mut head = Head::EMPTY;
        for word in ["a", "b", "c"] {
            let (line, after) = next(head, word);
            ledger.append(&[line], &head.digest).unwrap();
            head = after;
        }
        drop(ledger);
        let other = Connection::open(&file).unwrap();
        let sql = SCHEMA[2].1;
        other.execute_batch("DROP TRIGGER ledger_never_changed").unwrap();
        assert_eq!(Ledger::open(&file, false).err().unwrap().finding.code, "store-database-damaged");
        other.execute_batch("UPDATE ledger SET line = replace(line, '\"b\"', '\"B\"')").unwrap();
        other.execute_batch(sql).unwrap();
        let refused = Ledger::open(&file, false).err().unwrap();
        // The second line still follows the first; the third no longer follows the second.
        assert_eq!(refused.to_string(), "store-chain-broken entry=3");
    }

    #[test]
    fn a_trigger_that_somebody_added_is_refused_before_it_can_run() {
        let (_folder, file) = new();
        let other = Connection::open(&file).unwrap();
        other.execute_batch("CREATE TRIGGER z AFTER INSERT ON ledger BEGIN SELECT 1; END").unwrap();
        let refused = Ledger::open(&file, true).err().unwrap();
        assert_eq!(refused.to_string(), r#"store-database-damaged file="case.sqlite" problem="z""#);
    }

    #[test]
    fn a_newer_case_and_a_foreign_database_are_told_apart() {
        let (_folder, file) = new();
        let other = Connection::open(&file).unwrap();
        other.pragma_update(None, "user_version", 2).unwrap();
        assert_eq!(Ledger::open(&file, false).err().unwrap().fault, Fault::Newer);
        other.pragma_update(None, "application_id", 0).unwrap();
        assert_eq!(Ledger::open(&file, false).err().unwrap().finding.code, "store-not-a-case");
    }

    #[test]
    fn a_ledger_opened_for_reading_refuses_to_write() {
        let (_folder, file) = new();
        let mut ledger = Ledger::open(&file, false).unwrap();
        let (line, _) = next(Head::EMPTY, "a");
        let refused = ledger.append(&[line], &Sha256([0; 32])).unwrap_err();
        assert_eq!((refused.finding.code.as_str(), refused.fault), ("store-read-only", Fault::Storage));
    }
}
