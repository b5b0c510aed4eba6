//! SQLite exports, read out of their sealed bytes in memory.
//!
//! The file comes from somebody else, so nothing in it is trusted: it is opened read-only from a copy
//! in memory, views, triggers, virtual tables and generated columns are left alone, names are quoted,
//! the schema may call no function with an effect, and what a hostile schema could make large is
//! limited (SQLite, "Defense Against The Dark Arts").

use redress_base::{Fault, Finding, Refusal};
use redress_posts::{Cell, TableOpener, Tables};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, MAIN_DB};

/// The first sixteen bytes of every SQLite database (SQLite, "Database File Format" §1.3).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// No cell of a post is longer than this; a longer one is refused instead of filling the memory.
const LONGEST_CELL: i32 = 64 << 20;

/// Opens SQLite files for the posts room.
#[derive(Clone, Copy, Debug, Default)]
pub struct SqliteTables;

impl TableOpener for SqliteTables {
    fn open(&self, bytes: &[u8]) -> Result<Box<dyn Tables>, Refusal> {
        check_header(bytes)?;
        let mut database = Connection::open_in_memory().map_err(|error| unsound(&error))?;
        harden(&database).map_err(|error| unsound(&error))?;
        // A copy in memory has no log beside it, and SQLite refuses to open one that says it has. Bytes
        // 18 and 19 say it; 1 means "no write-ahead log". The sealed bytes stay as they are.
        let (before, after) = (bytes.get(..18).unwrap_or_default(), bytes.get(20..).unwrap_or_default());
        let copy = std::io::Read::chain(std::io::Read::chain(before, [1u8, 1].as_slice()), after);
        database.deserialize_read_exact(MAIN_DB, copy, bytes.len(), true).map_err(|error| unsound(&error))?;
        restrain(&database).map_err(|error| unsound(&error))?;
        let tables = Database { database };
        tables.check()?;
        Ok(Box::new(tables))
    }
}

/// Refuses what is no database, and a file that ends before its own page count says.
fn check_header(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.get(..16) != Some(MAGIC) {
        return Err(Finding::error("store-sqlite-not-one").refuse(Fault::Input));
    }
    let number = |at: usize, length: usize| {
        let digits = bytes.get(at..at.saturating_add(length))?;
        Some(digits.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte)))
    };
    let stated = || {
        let (page, changed, pages, valid_for) =
            (number(16, 2)?, number(24, 4)?, number(28, 4)?, number(92, 4)?);
        let page = if page == 1 { 65_536 } else { page };
        // The page count holds only if the two counters agree (§1.3.7); old writers did not keep it.
        Some(if changed == valid_for { page.saturating_mul(pages) } else { 100 })
    };
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    match stated() {
        Some(stated) if stated <= length => Ok(()),
        stated => {
            let finding = Finding::error("store-sqlite-cut-short").with("bytes", length);
            Err(finding.with("stated", stated.unwrap_or(100)).refuse(Fault::Input))
        }
    }
}

/// Before the file is looked at: nothing in it may run, and nothing may be written.
fn harden(database: &Connection) -> rusqlite::Result<()> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
    ] {
        database.set_db_config(setting, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_CELL),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    ] {
        database.set_limit(limit, most)?;
    }
    Ok(())
}

/// After the file is in place (these settings belong to the database, not to the connection).
fn restrain(database: &Connection) -> rusqlite::Result<()> {
    database.pragma_update(None, "query_only", true)?;
    // A constraint is an expression too, and would be worked out by the check.
    database.pragma_update(None, "ignore_check_constraints", true)?;
    database.pragma_update(None, "cell_size_check", true)?;
    database.pragma_update(None, "temp_store", "MEMORY")
}

fn unsound(error: &rusqlite::Error) -> Refusal {
    let finding = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Finding::error("store-sqlite-not-one"),
        Some(ErrorCode::TooBig) => {
            Finding::error("store-sqlite-cell-too-long").with("most", i64::from(LONGEST_CELL))
        }
        _ => Finding::error("store-sqlite-damaged").with("problem", error.to_string()),
    };
    finding.refuse(Fault::Input)
}

struct Database {
    database: Connection,
}

impl Tables for Database {
    fn names(&self) -> Result<Vec<String>, Refusal> {
        let read = || -> rusqlite::Result<Vec<String>> {
            // A virtual table has no pages of its own: its root page is 0.
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 \
                       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
            self.database.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
        };
        read().map_err(|error| unsound(&error))
    }

    fn columns(&self, table: &str) -> Result<Vec<String>, Refusal> {
        let read = || -> rusqlite::Result<Vec<String>> {
            // `hidden` is 0 for what is stored; generated columns are worked out, not evidence.
            let sql = "SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid";
            self.database.prepare(sql)?.query_map([table], |row| row.get(0))?.collect()
        };
        read().map_err(|error| unsound(&error))
    }

    fn rows(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(i64, &[Cell]) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let stored = self.columns(table)?;
        let known = self.names()?.iter().any(|name| name == table);
        let unknown = columns.iter().find(|column| !stored.iter().any(|name| name == *column));
        if !known || unknown.is_some() {
            let finding = Finding::error("store-sqlite-no-such-column").with("table", table);
            return Err(finding.with("column", unknown.map_or("", |name| name)).refuse(Fault::Input));
        }
        let rowid = self.rowid(table, &stored)?;
        let list: String = columns.iter().map(|column| format!(", {}", quoted(column))).collect();
        let sql = format!("SELECT {rowid}{list} FROM main.{} ORDER BY {rowid}", quoted(table));
        let mut query = self.database.prepare(&sql).map_err(|error| unsound(&error))?;
        let mut rows = query.query([]).map_err(|error| unsound(&error))?;
        let mut cells = Vec::with_capacity(columns.len());
        while let Some(row) = rows.next().map_err(|error| unsound(&error))? {
            cells.clear();
            for at in 1..=columns.len() {
                cells.push(cell(row.get_ref(at).map_err(|error| unsound(&error))?));
            }
            each(row.get(0).map_err(|error| unsound(&error))?, &cells)?;
        }
        Ok(())
    }
}

impl Database {
    /// Walks every page of every table once, so that a damaged file is refused before its first row is
    /// handed out. Tables with generated columns are left out: the check would work the columns out,
    /// and what a hostile file puts there may take for ever. Their rows are checked as they are read.
    fn check(&self) -> Result<(), Refusal> {
        for table in self.names()? {
            let sql = "SELECT count(*) FROM pragma_table_xinfo(?1) WHERE hidden > 1";
            let generated: i64 =
                self.database.query_row(sql, [&table], |row| row.get(0)).map_err(|error| unsound(&error))?;
            if generated > 0 {
                continue;
            }
            let sql = format!("PRAGMA main.quick_check({})", quoted(&table));
            let said: String =
                self.database.query_row(&sql, [], |row| row.get(0)).map_err(|error| unsound(&error))?;
            if said != "ok" {
                return Err(Finding::error("store-sqlite-damaged")
                    .with("problem", said)
                    .refuse(Fault::Input));
            }
        }
        Ok(())
    }

    /// The name under which this table gives its rowid, which a column may hide. A table without one
    /// has nothing that a span could point to.
    fn rowid(&self, table: &str, stored: &[String]) -> Result<&'static str, Refusal> {
        let free = |name: &&str| !stored.iter().any(|column| column.eq_ignore_ascii_case(name));
        let name = ["rowid", "_rowid_", "oid"].into_iter().find(free);
        let sql = "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1";
        let without: bool =
            self.database.query_row(sql, [table], |row| row.get(0)).map_err(|error| unsound(&error))?;
        name.filter(|_| !without)
            .ok_or_else(|| Finding::error("store-sqlite-no-rowid").with("table", table).refuse(Fault::Input))
    }
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Real(number) => Cell::Real(number),
        // Text that is no UTF-8 stays bytes, so that the reader says so instead of showing something else.
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Cell::Text(text.to_owned()),
            Err(_) => Cell::Blob(text.to_vec()),
        },
        ValueRef::Blob(bytes) => Cell::Blob(bytes.to_vec()),
    }
}

/// A name as an SQL identifier, whatever it holds.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
