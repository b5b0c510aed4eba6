//! One entry more, flushed: the store against a bare SQLite insert with the same settings, on the same
//! lines, in the same folder, by turns.

use crate::Problem;
use crate::cabinet::{Entries, Template, place, said};
use crate::cases::{millis, spread};
use crate::meter::{median, percentile};
use crate::table::Table;
use redress_case::Ledger;
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use rusqlite::Connection;
use std::path::Path;
use std::time::Instant;

/// Milliseconds for one append with its flushes, at the 99th percentile.
const APPEND: f64 = 20.0;
/// Our time over the bare insert's.
const RATIO: f64 = 3.0;
const APPENDS: usize = 1_500;
const OPENINGS: usize = 200;
/// A case far larger than any that was published.
const LARGE: usize = 100_000;

/// The same table and nothing else: no trigger, no chain, no lock of our own.
struct Bare {
    database: Connection,
    next: i64,
}

impl Bare {
    fn new(file: &Path, synchronous: &str, lines: &[String]) -> Result<Bare, Problem> {
        let mut database = Connection::open(file)?;
        database.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        database.pragma_update(None, "synchronous", synchronous)?;
        database.execute_batch("CREATE TABLE ledger (seq INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT")?;
        let change = database.transaction()?;
        for (at, line) in (1_i64..).zip(lines) {
            change.execute("INSERT INTO ledger (seq, line) VALUES (?1, ?2)", (at, line))?;
        }
        change.commit()?;
        Ok(Bare { database, next: i64::try_from(lines.len())? + 1 })
    }

    fn insert(&mut self, line: &str) -> Result<f64, Problem> {
        let begun = Instant::now();
        let mut insert = self.database.prepare_cached("INSERT INTO ledger (seq, line) VALUES (?1, ?2)")?;
        insert.execute((self.next, line))?;
        self.next += 1;
        Ok(millis(begun))
    }
}

/// The end of a ledger: all that the next lines need of it.
fn end(lines: &[String]) -> Result<Ledger, Problem> {
    let mut ledger = Ledger::read(lines).map_err(said)?;
    let keep = ledger.entries.len().saturating_sub(1);
    ledger.entries.drain(..keep);
    Ok(ledger)
}

/// Our appends and the bare inserts, by turns: ours, `FULL`, `EXTRA`.
fn by_turns(case: &Path, beside: &Path, count: usize) -> Result<[Vec<f64>; 3], Problem> {
    let mut store = CaseFolder::open(case, Access::Write).map_err(said)?;
    let lines = store.ledger().map_err(said)?;
    let mut full = Bare::new(&beside.join("full.sqlite"), "FULL", &lines)?;
    let mut extra = Bare::new(&beside.join("extra.sqlite"), "EXTRA", &lines)?;
    let mut ledger = end(&lines)?;
    drop(lines);
    let mut entries = Entries::new(12);
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    let [ours, of_full, of_extra] = &mut times;
    for _ in 0..count {
        let one = entries.lines(&ledger, 1)?;
        let begun = Instant::now();
        store.append(&one, &ledger.head).map_err(said)?;
        ours.push(millis(begun));
        for line in &one {
            of_full.push(full.insert(line)?);
            of_extra.push(extra.insert(line)?);
            ledger = follow(ledger, line)?;
        }
    }
    Ok(times)
}

/// The end after one more line.
fn follow(before: Ledger, line: &str) -> Result<Ledger, Problem> {
    let entry = serde_json::from_str(line)?;
    let head = redress_evidence::hash::digests(line.as_bytes()).sha256;
    drop(before);
    Ok(Ledger { entries: vec![entry], head })
}

fn compare(what: &str, [ours, full, extra]: &[Vec<f64>; 3], table: &mut Table) {
    table.line(&format!("append, {what}"), &spread(ours));
    table.line("bare insert, synchronous=FULL", &spread(full));
    table.line("bare insert, synchronous=EXTRA", &spread(extra));
    let p99 = |times: &[f64]| percentile(times.iter().copied(), 99);
    let middle = |times: &[f64]| median(times.iter().copied());
    table.bar(&format!("append, {what}, p99"), p99(ours), APPEND, "ms");
    for (name, peer) in [("FULL", full), ("EXTRA", extra)] {
        table.bar(&format!("{what}, over bare {name}, medians"), middle(ours) / middle(peer), RATIO, "x");
        table.bar(&format!("{what}, over bare {name}, p99"), p99(ours) / p99(peer), RATIO, "x");
    }
}

/// The section: a case of the cabinet, and one of 100,000 entries.
pub(crate) fn bench(cabinet: &Path, work: &Path, table: &mut Table) -> Result<(), Problem> {
    table.heading(&format!("one entry appended and flushed, {APPENDS} by turns, wall time"));
    let case = place(cabinet, 75);
    let beside = work.join("beside");
    std::fs::create_dir(&beside)?;
    compare("case of 120 entries", &by_turns(&case, &beside, APPENDS)?, table);
    let mut times = Vec::new();
    let mut entries = Entries::new(13);
    for at in 0..OPENINGS {
        let case = place(cabinet, 100 + at);
        let begun = Instant::now();
        let mut store = CaseFolder::open(&case, Access::Write).map_err(said)?;
        let ledger = end(&store.ledger().map_err(said)?)?;
        let one = entries.lines(&ledger, 1)?;
        store.append(&one, &ledger.head).map_err(said)?;
        drop(store);
        times.push(millis(begun));
    }
    table.line("open, read, append, close, as a command does", &spread(&times));
    large(work, table)
}

/// One case far beyond the usual: what opening it costs, and that an append does not grow with it.
fn large(work: &Path, table: &mut Table) -> Result<(), Problem> {
    let case = work.join("large");
    let mut entries = Entries::new(14);
    let bytes = Template::new(work.join("empty-large"))?.make(&case, "large", LARGE, &mut entries)?;
    table.heading(&format!("one case of {LARGE} entries, {:.0} MB", crate::passage::number(bytes) / 1e6));
    let mut opened = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        drop(CaseFolder::open(&case, Access::Write).map_err(said)?);
        opened.push(millis(begun));
    }
    table.line("open, whole chain checked", &spread(&opened));
    let beside = work.join("beside-large");
    std::fs::create_dir(&beside)?;
    compare("case of 100,000 entries", &by_turns(&case, &beside, APPENDS / 3)?, table);
    Ok(())
}
