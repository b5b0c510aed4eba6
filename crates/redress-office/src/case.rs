//! One case of the office: its ledger in the database, its bytes on its shelf.
//!
//! Whoever writes holds the case by an advisory lock of the database for as long as the value lives, and
//! every append locks the row of the case and compares its head besides: a lock that was lost with a
//! connection can let a second writer in, but never beside a head that has moved.
//!
//! **A connection that breaks in an append** leaves it open whether the commit arrived. The next steps
//! decide it: the old server process is ended and waited for, the row of the case is locked (which waits
//! for a commit that is still under way), and the lines are looked for. They are there, and the append is
//! acknowledged; or they are not, and it is refused. It is never sent a second time.

use crate::database::{Backend, Door, Session};
use crate::fault;
use crate::shelf::Shelf;
use postgres::fallible_iterator::FallibleIterator;
use redress_base::{Digests, Fault, Finding, Refusal, Sha256};
use redress_store::{Access, Head, SqliteTables};
use redress_workbench::ports::{Lent, Store};
use redress_workbench::{count_case, record_maker};
use std::cell::RefCell;
use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Keeps what a case counts for, where its last entry is still the one up to which it was made.
const KEEP_RECORD: &str = "INSERT INTO redress.statistics_rows (case_id, seq, maker, record) \
    SELECT case_id, seq, $3, $4 FROM redress.cases WHERE case_id = $1 AND seq = $2 \
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq, maker = excluded.maker, record = excluded.record";

/// How long a broken connection is tried to be restored while the outcome of an append is open.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a server process that was told to end is waited for.
const ENDING: Duration = Duration::from_secs(5);

/// An open case of the office. Opened for writing, it is held until this value is dropped.
pub struct OfficeCase {
    door: Arc<Door>,
    case_id: String,
    access: Access,
    shelf: Shelf,
    head: Head,
    counting: Counting,
    line: RefCell<Line>,
}

/// Program and version, where a record is made.
const SOFTWARE: &str = concat!("redress ", env!("CARGO_PKG_VERSION"));

/// When what a case counts for is made anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// With each append, in its transaction.
    Each,
    /// Once, by [`OfficeCase::count`], after many appends.
    AtEnd,
}

/// The line to the database.
struct Line {
    session: Option<Session>,
    last: Option<Backend>,
    held: bool,
}

/// Why an append did not end well.
enum Failed {
    Refused(Refusal),
    /// The connection broke; nobody knows yet whether the lines are in.
    Open,
}

impl From<postgres::Error> for Failed {
    fn from(error: postgres::Error) -> Failed {
        if fault::lost(&error) { Failed::Open } else { Failed::Refused(fault::database(&error)) }
    }
}

impl std::fmt::Debug for OfficeCase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OfficeCase").field("case_id", &self.case_id).finish_non_exhaustive()
    }
}

impl OfficeCase {
    /// Opens a case over a fresh session: holds it for writing, and checks its ledger from the first entry
    /// to the last. `shelf` is made when the case is known to be there and held.
    pub(crate) fn open(
        door: Arc<Door>,
        case_id: &str,
        access: Access,
        state: &str,
        counting: Counting,
        shelf: impl FnOnce() -> Result<Shelf, Refusal>,
    ) -> Result<OfficeCase, Refusal> {
        let write = access == Access::Write;
        let mut session = door.session(write)?;
        let there = session
            .client
            .query_opt("SELECT 1 FROM redress.cases WHERE case_id = $1 AND state = $2", &[&case_id, &state]);
        if there.map_err(|error| fault::database(&error))?.is_none() {
            return Err(Finding::error("office-no-such-case").with("case", case_id).refuse(Fault::Usage));
        }
        if write && !hold(&mut session, case_id).map_err(|error| fault::database(&error))? {
            return Err(redress_store::busy());
        }
        let last = Some(session.backend.clone());
        let line = RefCell::new(Line { session: Some(session), last, held: write });
        let shelf = shelf()?;
        let mut case = OfficeCase {
            door,
            case_id: case_id.to_owned(),
            access,
            shelf,
            head: Head::EMPTY,
            counting,
            line,
        };
        case.head = case.read(&mut |_| {})?;
        Ok(case)
    }

    /// The name of the case.
    pub fn case_id(&self) -> &str {
        &self.case_id
    }

    /// Where its ledger ends, as far as this value has seen or written it.
    pub fn head(&self) -> Head {
        self.head
    }

    fn writable(&self) -> Result<(), Refusal> {
        match self.access {
            Access::Write => Ok(()),
            Access::Read => Err(Finding::error("office-read-only").refuse(Fault::Storage)),
        }
    }

    /// Runs `work` on a live session, once more on a new one where the connection turns out to be gone:
    /// for work that may be done twice.
    fn again<T>(
        &self,
        mut work: impl FnMut(&mut Session) -> Result<T, postgres::Error>,
    ) -> Result<T, Refusal> {
        let mut line = self.line.borrow_mut();
        for last in [false, true] {
            let session = self.live(&mut line)?;
            match work(session) {
                Ok(done) => return Ok(done),
                Err(error) if fault::lost(&error) && !last => line.session = None,
                Err(error) => return Err(fault::database(&error)),
            }
        }
        Err(Finding::error("office-database-lost").refuse(Fault::Storage))
    }

    /// The session, a new one where the old one is gone. A writer holds the case again, or is refused.
    fn live<'l>(&self, line: &'l mut Line) -> Result<&'l mut Session, Refusal> {
        if line.session.as_ref().is_some_and(|session| session.client.is_closed()) {
            line.session = None;
        }
        if line.session.is_none() {
            line.session = Some(self.reconnect(line)?);
        }
        let lost = || Finding::error("office-database-lost").refuse(Fault::Storage);
        let session = line.session.as_mut().ok_or_else(lost)?;
        if self.access == Access::Write && !line.held {
            line.held = hold(session, &self.case_id).map_err(|error| fault::database(&error))?;
            if !line.held {
                return Err(redress_store::busy());
            }
        }
        Ok(session)
    }

    /// A new session after the old one broke. Its server process is ended first: it may still hold the
    /// case, and may still be committing.
    fn reconnect(&self, line: &mut Line) -> Result<Session, Refusal> {
        let mut session = self.door.session(self.access == Access::Write)?;
        let failed = |error: postgres::Error| fault::database(&error);
        if let Some(old) = &line.last {
            end(&mut session, old).map_err(failed)?;
        }
        if self.access == Access::Write {
            line.held = hold(&mut session, &self.case_id).map_err(failed)?;
        }
        line.last = Some(session.backend.clone());
        Ok(session)
    }

    /// Every line with its chain checked, and the head compared with the one that the database keeps: a
    /// ledger whose last lines are gone is found too. One statement sees one moment.
    fn read(&self, each: &mut dyn FnMut(String)) -> Result<Head, Refusal> {
        let mut lines: Vec<String> = Vec::new();
        let (kept_seq, kept_head) = self.again(|session| {
            lines.clear();
            let sql = "SELECT l.line, c.seq, c.head FROM redress.cases c \
                       LEFT JOIN redress.ledger l ON l.case_id = c.case_id WHERE c.case_id = $1 ORDER BY l.seq";
            let mut rows = session.client.query_raw(sql, [&self.case_id])?;
            let mut kept: (i64, Vec<u8>) = (0, vec![0; 32]);
            while let Some(row) = rows.next()? {
                lines.extend(row.try_get::<_, Option<String>>(0)?);
                kept = (row.try_get(1)?, row.try_get(2)?);
            }
            Ok(kept)
        })?;
        let mut head = Head::EMPTY;
        for line in lines {
            head = head.after(&line)?;
            each(line);
        }
        let whole = i64::try_from(head.seq) == Ok(kept_seq) && head.digest.0.as_slice() == kept_head;
        if whole { Ok(head) } else { Err(head.broken()) }
    }

    /// What the case counts for with these lines added. Where it cannot be told, the lines go in all the same, and the case
    /// lags until somebody counts it anew: then no statistics are made.
    fn record_after(&self, lines: &[String]) -> Option<String> {
        if self.counting == Counting::AtEnd {
            return None;
        }
        let mut all = self.ledger().ok()?;
        all.extend_from_slice(lines);
        count_case(&all, self, &SqliteTables, SOFTWARE).ok()
    }

    /// Counts the case anew, up to its last entry.
    ///
    /// # Errors
    /// Whatever reading the case refuses. `Storage`: the database would not do it.
    pub(crate) fn count(&mut self) -> Result<(), Refusal> {
        self.writable()?;
        let lines = self.ledger()?;
        let record = count_case(&lines, self, &SqliteTables, SOFTWARE)?;
        let (seq, maker) = (i64::try_from(lines.len()).unwrap_or(i64::MAX), record_maker());
        let kept = self
            .again(|session| session.client.execute(KEEP_RECORD, &[&self.case_id, &seq, &maker, &record]))?;
        if kept == 1 { Ok(()) } else { Err(self.head.moved()) }
    }

    /// From here on the case is counted once, by [`OfficeCase::count`].
    pub(crate) fn count_at_end(&mut self) {
        self.counting = Counting::AtEnd;
    }

    fn insert(&self, session: &mut Session, lines: &[String], record: Option<&str>) -> Result<(), Failed> {
        let mut change = session.client.transaction()?;
        let sql = "SELECT seq, head FROM redress.cases WHERE case_id = $1 FOR UPDATE";
        let row = change.query_one(sql, &[&self.case_id])?;
        let (seq, digest): (i64, Vec<u8>) = (row.try_get(0)?, row.try_get(1)?);
        if i64::try_from(self.head.seq) != Ok(seq) || digest != self.head.digest.0 {
            let entry = u64::try_from(seq).unwrap_or_default();
            return Err(Failed::Refused(Head { seq: entry, digest: Sha256([0; 32]) }.moved()));
        }
        change.execute(
            "INSERT INTO redress.ledger (case_id, seq, line) \
             SELECT $1, $2 + n, line FROM unnest($3::text[]) WITH ORDINALITY AS given (line, n)",
            &[&self.case_id, &seq, &lines],
        )?;
        if let Some(record) = record {
            let after = i64::try_from(lines.len()).unwrap_or(i64::MAX).saturating_add(seq);
            change.execute(KEEP_RECORD, &[&self.case_id, &after, &record_maker(), &record])?;
        }
        Ok(change.commit()?)
    }

    /// Decides what became of an append whose connection broke.
    fn settle(&mut self, lines: &[String], next: Head) -> Result<(), Refusal> {
        let unknown =
            |entry: u64| Finding::error("office-append-unknown").with("entry", entry).refuse(Fault::Storage);
        let begun = Instant::now();
        let mut pause = Duration::from_millis(5);
        let found = loop {
            match self.look(next.seq) {
                Ok(found) => break found,
                Err(Failed::Refused(_)) => return Err(unknown(next.seq)),
                Err(Failed::Open) if begun.elapsed() > PATIENCE => return Err(unknown(next.seq)),
                Err(Failed::Open) => {
                    self.line.borrow_mut().session = None;
                    std::thread::sleep(pause);
                    pause = (pause * 2).min(Duration::from_secs(1));
                }
            }
        };
        if found == lines {
            self.head = next;
            return Ok(());
        }
        if found.is_empty() {
            return Err(Finding::error("office-append-lost").refuse(Fault::Storage));
        }
        // Somebody else was let in when the connection broke, and has gone on.
        Err(Head { seq: next.seq, ..next }.moved())
    }

    /// The lines after the head that this value knows, up to `until`; waits for a commit under way.
    fn look(&self, until: u64) -> Result<Vec<String>, Failed> {
        let mut line = self.line.borrow_mut();
        if line.session.is_none() {
            let session =
                self.reconnect(&mut line).map_err(|refusal| match refusal.finding.code.as_str() {
                    "office-database-login" | "office-database-none" | "office-database-rights" => {
                        Failed::Refused(refusal)
                    }
                    // A server that is just starting refuses for a while.
                    _ => Failed::Open,
                })?;
            line.session = Some(session);
        }
        let Some(session) = line.session.as_mut() else { return Err(Failed::Open) };
        let mut change = session.client.transaction()?;
        change.query("SELECT 1 FROM redress.cases WHERE case_id = $1 FOR UPDATE", &[&self.case_id])?;
        let (from, until) = (i64::try_from(self.head.seq), i64::try_from(until));
        let sql =
            "SELECT line FROM redress.ledger WHERE case_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq";
        let bounds = (from.unwrap_or(i64::MAX), until.unwrap_or(i64::MAX));
        let rows = change.query(sql, &[&self.case_id, &bounds.0, &bounds.1])?;
        change.rollback()?;
        rows.iter().map(|row| row.try_get(0).map_err(Failed::from)).collect()
    }

    /// Writes down that the shelf holds an object.
    fn note(&self, digests: &Digests) -> Result<(), Refusal> {
        let bytes = i64::try_from(digests.bytes).unwrap_or(i64::MAX);
        let sql = "INSERT INTO redress.objects (case_id, digest, bytes) VALUES ($1, $2, $3) \
                   ON CONFLICT DO NOTHING";
        let digest = digests.sha256.0.as_slice();
        self.again(|session| session.client.execute(sql, &[&self.case_id, &digest, &bytes])).map(drop)
    }

    fn names(&self, digest: &Sha256) -> Result<bool, Refusal> {
        let sql = "SELECT EXISTS (SELECT 1 FROM redress.ledger WHERE case_id = $1 AND strpos(line, $2) > 0)";
        let digest = digest.to_string();
        self.again(|session| session.client.query_one(sql, &[&self.case_id, &digest])?.try_get(0))
    }
}

/// Ends a server process of ours and waits until it is gone. Asked again and again instead of by the server's own
/// waiting, which looks only ten times a second.
fn end(session: &mut Session, old: &Backend) -> Result<(), postgres::Error> {
    let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE pid = $1 AND extract(epoch FROM backend_start)::text = $2";
    let begun = Instant::now();
    // Where it does not end in time, the row's lock still waits for what it may be committing.
    while !session.client.query(sql, &[&old.pid, &old.started])?.is_empty() && begun.elapsed() < ENDING {
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok(())
}

/// How long a writer that has ended may still be there for the server, which takes its connection down by itself.
const GOING: Duration = Duration::from_millis(500);

/// Holds a case for writing; `false` where somebody else does, and goes on doing so.
fn hold(session: &mut Session, case_id: &str) -> Result<bool, postgres::Error> {
    let sql = "SELECT pg_try_advisory_lock(hashtextextended('redress/case/' || $1, 0))";
    let begun = Instant::now();
    loop {
        let held: bool = session.client.query_one(sql, &[&case_id])?.try_get(0)?;
        if held || begun.elapsed() >= GOING {
            return Ok(held);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

impl Store for OfficeCase {
    fn ledger(&self) -> Result<Vec<String>, Refusal> {
        let mut lines = Vec::new();
        self.read(&mut |line| lines.push(line))?;
        Ok(lines)
    }

    fn append(&mut self, lines: &[String], head: &Sha256) -> Result<(), Refusal> {
        self.writable()?;
        let next = self.head.after_all(lines, head)?;
        if lines.is_empty() {
            return Ok(());
        }
        let record = self.record_after(lines);
        let done = {
            let mut line = self.line.borrow_mut();
            let session = self.live(&mut line)?;
            let done = self.insert(session, lines, record.as_deref());
            if matches!(done, Err(Failed::Open)) {
                line.session = None;
            }
            done
        };
        match done {
            Ok(()) => {
                self.head = next;
                Ok(())
            }
            Err(Failed::Refused(refusal)) => Err(refusal),
            Err(Failed::Open) => self.settle(lines, next),
        }
    }

    fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal> {
        self.writable()?;
        self.live(&mut self.line.borrow_mut())?;
        self.shelf.put(bytes, digests)?;
        self.note(digests)
    }

    fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal> {
        self.writable()?;
        self.live(&mut self.line.borrow_mut())?;
        let digests = self.shelf.put_stream(source, progress)?;
        self.note(&digests)?;
        Ok(digests)
    }

    fn forget(&mut self, digest: &Sha256) -> Result<(), Refusal> {
        self.writable()?;
        if self.names(digest)? {
            return Ok(());
        }
        let sql = "DELETE FROM redress.objects WHERE case_id = $1 AND digest = $2";
        let raw = digest.0.as_slice();
        self.again(|session| session.client.execute(sql, &[&self.case_id, &raw]))?;
        self.shelf.forget(digest)
    }

    fn open(&self, digest: &Sha256) -> Result<Box<dyn Lent + '_>, Refusal> {
        self.shelf.open(digest)
    }

    fn each(
        &self,
        wanted: &[(Sha256, u64)],
        take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.shelf.each(wanted, take)
    }

    fn objects(&self) -> Result<Vec<Sha256>, Refusal> {
        let sql = "SELECT digest FROM redress.objects WHERE case_id = $1 ORDER BY digest";
        let rows = self.again(|session| session.client.query(sql, &[&self.case_id]))?;
        let digest = |row: &postgres::Row| {
            let raw: Vec<u8> = row.try_get(0).map_err(|error| fault::database(&error))?;
            let raw = raw.try_into().map_err(|_| Finding::error("office-row-odd").refuse(Fault::Storage))?;
            Ok(Sha256(raw))
        };
        rows.iter().map(digest).collect()
    }

    fn signing_seed(&self) -> Result<[u8; 32], Refusal> {
        let sql = "SELECT seed FROM redress.case_keys WHERE case_id = $1";
        let row = self.again(|session| session.client.query_opt(sql, &[&self.case_id]))?;
        let seed: Option<Vec<u8>> =
            row.map(|row| row.try_get(0)).transpose().map_err(|error| fault::database(&error))?;
        let missing = || Finding::error("office-key-missing").refuse(Fault::Verification);
        seed.and_then(|seed| seed.try_into().ok()).ok_or_else(missing)
    }
}
