//! The register's table: rows of many cases in one SQLite file that can be thrown away.
//!
//! Conditions are answered by plain comparison over some thousands of short rows. There is no full-text
//! index: its words would have to be cut first, and Chinese names of two characters are below what the
//! one that cuts into threes can find.

use crate::fault;
use redress_base::{Fault, Finding, Refusal};
use redress_workbench::ports::{Ask, CaseRow, Listing, Order, Placed};
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, params_from_iter};
use std::collections::BTreeMap;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

/// The file's name in the folder of many cases.
pub(crate) const FILE: &str = "register.sqlite";
/// The rollback journal that an interrupted change leaves behind.
pub(crate) const JOURNAL: &str = "register.sqlite-journal";
/// `PRAGMA application_id`: the letters `rdrr`.
const APPLICATION: i32 = 0x7264_7272;
/// `PRAGMA user_version`. A file of any other version is made anew.
const VERSION: i32 = 3;
/// How long another program may hold the register.
const PATIENCE: Duration = Duration::from_secs(5);

/// `stamp` is how the case's file looked before it was read; `settled` is 0 where it was so young that
/// another change might look the same. `marks`, `states` and `numbers` are lines, each with a line end
/// before and after it; `words` is everything to search, in lower case.
const SCHEMA: [&str; 2] = [
    "CREATE TABLE cases (place TEXT PRIMARY KEY, stamp TEXT NOT NULL, settled INTEGER NOT NULL, \
     case_id TEXT NOT NULL, cover TEXT NOT NULL, opened INTEGER NOT NULL, last_at INTEGER NOT NULL, \
     entries INTEGER NOT NULL, next_due TEXT, marks TEXT NOT NULL, states TEXT NOT NULL, \
     numbers TEXT NOT NULL, words TEXT NOT NULL, row TEXT NOT NULL) STRICT",
    // All that looking for changes needs, without the rows themselves.
    "CREATE INDEX cases_seen ON cases (place, stamp, settled)",
];

const UPSERT: &str = "INSERT OR REPLACE INTO cases VALUES \
     (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

/// How a case's file looked when its row was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Size, times and number of the file.
    pub(crate) stamp: String,
    /// Whether the file was old enough for a later change to look different.
    pub(crate) settled: bool,
}

/// What became of opening the file.
pub(crate) enum Opened {
    /// It is ours and readable.
    Index(Index),
    /// It is nobody's, damaged, or of another version: it can be made anew.
    Spoilt,
    /// It belongs to another program.
    Foreign,
}

/// The open table.
pub(crate) struct Index {
    database: Connection,
}

impl Index {
    /// Opens the file; a new one is made where there is none.
    pub(crate) fn open(file: &Path) -> rusqlite::Result<Opened> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        // Made for its owner alone; SQLite gives its journal the same rights. Where it is there already, or cannot be made,
        // opening says so.
        let mut options = std::fs::OpenOptions::new();
        let _ = options.write(true).create_new(true).mode(0o600).open(file);
        let database = Connection::open_with_flags(file, flags)?;
        match Index::furnish(database) {
            Err(error) if spoilt(&error) => Ok(Opened::Spoilt),
            other => other,
        }
    }

    /// A table that lasts as long as this value: for folders that cannot be written.
    pub(crate) fn in_memory() -> rusqlite::Result<Opened> {
        Index::furnish(Connection::open_in_memory()?)
    }

    fn furnish(mut database: Connection) -> rusqlite::Result<Opened> {
        database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        database.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        database.busy_timeout(PATIENCE)?;
        database.pragma_update(None, "cell_size_check", true)?;
        // In one look: between two, another program may make it, and what it made would stand there under nobody's name.
        let (application, version, found) = {
            let look = database.transaction()?;
            let number = |name: &str| look.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
            (number("application_id")?, number("user_version")?, schema(&look)?)
        };
        if application == APPLICATION {
            let ours = version == VERSION && found == SCHEMA;
            return Ok(if ours { Opened::Index(Index { database }) } else { Opened::Spoilt });
        }
        if application != 0 || !found.is_empty() {
            return Ok(Opened::Foreign);
        }
        let change = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have made it meanwhile.
        if schema(&change)?.is_empty() {
            for sql in SCHEMA {
                change.execute_batch(sql)?;
            }
            change.pragma_update(None, "application_id", APPLICATION)?;
            change.pragma_update(None, "user_version", VERSION)?;
        }
        change.commit()?;
        Ok(Opened::Index(Index { database }))
    }

    /// Every place with the look of its file.
    pub(crate) fn seen(&self) -> rusqlite::Result<BTreeMap<String, Seen>> {
        let mut query =
            self.database.prepare_cached("SELECT place, stamp, settled FROM cases ORDER BY place")?;
        let rows = query
            .query_map([], |row| Ok((row.get(0)?, Seen { stamp: row.get(1)?, settled: row.get(2)? })))?;
        rows.collect()
    }

    /// Keeps rows and drops those of places that are gone, all or nothing.
    pub(crate) fn change(
        &mut self,
        kept: &[(String, Seen, CaseRow)],
        gone: &[String],
    ) -> rusqlite::Result<()> {
        let change = self.database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut upsert = change.prepare_cached(UPSERT)?;
            for (place, seen, row) in kept {
                upsert.execute(params_from_iter(values(place, seen, row)))?;
            }
            let mut drop_row = change.prepare_cached("DELETE FROM cases WHERE place = ?1")?;
            for place in gone {
                drop_row.execute([place])?;
            }
        }
        change.commit()
    }

    /// The rows for which everything asked holds.
    pub(crate) fn list(&self, ask: &Ask) -> rusqlite::Result<Listing> {
        let (condition, mut values) = condition(ask);
        let count = format!("SELECT count(*) FROM cases WHERE {condition}");
        let total: i64 =
            self.database.prepare_cached(&count)?.query_row(params_from_iter(&values), |row| row.get(0))?;
        let sql = format!(
            "SELECT place, row FROM cases WHERE {condition} ORDER BY {} LIMIT ? OFFSET ?",
            order(ask.order, ask.reverse)
        );
        values.extend([whole(ask.take), whole(ask.skip)]);
        let mut query = self.database.prepare_cached(&sql)?;
        let rows = query.query_map(params_from_iter(&values), |row| {
            let text: String = row.get(1)?;
            let read = serde_json::from_str(&text);
            let row_of =
                |error| rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, error);
            Ok(Placed { place: row.get(0)?, row: read.map_err(|error| row_of(Box::new(error)))? })
        })?;
        Ok(Listing { rows: rows.collect::<Result<_, _>>()?, total: u64::try_from(total).unwrap_or_default() })
    }
}

/// What SQLite says of the register, as a refusal.
pub(crate) fn refuse(error: &rusqlite::Error) -> Refusal {
    if spoilt(error) {
        return Finding::error("store-register-damaged").with("file", FILE).refuse(Fault::Storage);
    }
    fault::database_in(error, FILE)
}

fn schema(database: &Connection) -> rusqlite::Result<Vec<String>> {
    // Without the indices that SQLite makes by itself, which have no text.
    let mut query = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?;
    query.query_map([], |row| row.get(0))?.collect()
}

/// Whether the file can only be made anew.
pub(crate) fn spoilt(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
        || matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..)
        )
}

fn whole(number: u64) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Lines, each between line ends, so that a whole one can be looked for.
fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.fold("\n".to_owned(), |text, line| text + &line.replace('\n', " ") + "\n")
}

fn state_line(track: &str, state: &str) -> String {
    format!("{}\t{}", track.replace('\t', " "), state.replace('\t', " "))
}

fn values(place: &str, seen: &Seen, row: &CaseRow) -> [Value; 14] {
    let text = |text: &str| Value::Text(text.to_owned());
    // Each by its track, and once more by its procedure alone.
    let all = |(track, state): &(String, String)| {
        let procedure = track.split_once('/').map(|(procedure, _)| state_line(procedure, state));
        std::iter::once(state_line(track, state)).chain(procedure)
    };
    let states: Vec<String> = row.states.iter().flat_map(all).collect();
    let (marks, states) =
        (lines(row.marks.iter().map(String::as_str)), lines(states.iter().map(String::as_str)));
    let numbers = lines(row.numbers.iter().map(String::as_str));
    let terms = lines(row.terms.iter().map(String::as_str));
    let words = [&row.case_id, &row.cover, &marks, &states, &numbers, &terms].map(String::as_str).join("\n");
    [
        text(place),
        text(&seen.stamp),
        Value::Integer(i64::from(seen.settled)),
        text(&row.case_id),
        text(&row.cover),
        Value::Integer(row.opened.at.0),
        Value::Integer(row.last_at.at.0),
        whole(row.entries),
        row.next_due.map_or(Value::Null, |day| Value::Text(day.to_string())),
        Value::Text(marks),
        Value::Text(states),
        Value::Text(numbers),
        Value::Text(words.to_lowercase()),
        // A row is plain values, which JSON can always hold.
        Value::Text(serde_json::to_string(row).unwrap_or_default()),
    ]
}

/// What is asked, as SQL with places for the values: no text of a person is ever part of it.
fn condition(ask: &Ask) -> (String, Vec<Value>) {
    let mut all = vec!["1".to_owned()];
    let mut values = Vec::new();
    let mut add = |sql: &str, value: Value| {
        all.push(sql.to_owned());
        values.push(value);
    };
    for word in ask.words.split_whitespace() {
        add("instr(words, ?) > 0", Value::Text(word.to_lowercase()));
    }
    if let Some(mark) = &ask.mark {
        add("instr(marks, ?) > 0", Value::Text(lines([mark.as_str()].into_iter())));
    }
    if let Some(number) = &ask.number {
        add("instr(numbers, ?) > 0", Value::Text(lines([number.as_str()].into_iter())));
    }
    if let Some(day) = ask.due_by {
        add("next_due <= ?", Value::Text(day.to_string()));
    }
    if let Some(from) = ask.opened_from {
        add("opened >= ?", Value::Integer(from.0));
    }
    if let Some(before) = ask.opened_before {
        add("opened < ?", Value::Integer(before.0));
    }
    if !ask.states.is_empty() {
        let any = vec!["instr(states, ?) > 0"; ask.states.len()];
        all.push(format!("({})", any.join(" OR ")));
        values.extend(ask.states.iter().map(|(track, state)| {
            Value::Text(match state {
                Some(state) => lines([state_line(track, state).as_str()].into_iter()),
                None => format!("\n{}", state_line(track, "")),
            })
        }));
    }
    (all.join(" AND "), values)
}

/// The id and the place come last, so that the order is always the same.
fn order(order: Order, reverse: bool) -> String {
    let (down, up) = if reverse { ("ASC", "DESC") } else { ("DESC", "ASC") };
    let first = match order {
        Order::LastAt => format!("last_at {down}"),
        Order::Opened => format!("opened {down}"),
        Order::NextDue => format!("next_due IS NULL, next_due {up}"),
        Order::Cover => format!("cover {up}"),
        Order::CaseId => format!("case_id {up}"),
        Order::Entries => format!("entries {down}"),
    };
    format!("{first}, case_id, place")
}
