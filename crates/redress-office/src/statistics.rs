//! What the cases of the office count for, the releases made of it, and counting anew.

use crate::database::{Door, Session};
use crate::fault;
use crate::office::Office;
use crate::roster::write_with;
use postgres::{IsolationLevel, Row, Transaction};
use redress_base::{Date, Fault, Finding, Instant, Refusal};
use redress_rights::AccountName;
use redress_store::Access;
use redress_workbench::ports::{Counted, Figures, KeptRelease, Progress};
use redress_workbench::{LogLine, Person, ReleaseTerms, record_maker};
use std::sync::Arc;

/// The figures of an office.
pub struct OfficeFigures {
    door: Arc<Door>,
}

impl std::fmt::Debug for OfficeFigures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OfficeFigures").finish_non_exhaustive()
    }
}

/// What counting anew did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recounted {
    /// Cases that were counted anew.
    pub counted: u64,
    /// Cases on which somebody was working.
    pub busy: u64,
    /// Cases that could not be counted.
    pub unread: Vec<Unread>,
}

/// A case that could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name: for who is on it.
    pub case_id: String,
    /// Why.
    pub refusal: Refusal,
}

fn failed(error: postgres::Error) -> Refusal {
    fault::database(&error)
}

fn odd() -> Refusal {
    Finding::error("office-row-odd").refuse(Fault::Storage)
}

/// Reads with what a release was made.
pub(crate) fn terms(text: &str) -> Result<ReleaseTerms, Refusal> {
    serde_json::from_str(text).map_err(|_| odd())
}

/// From here on the transaction sees what that account may see.
fn act_for(change: &mut Transaction<'_>, asker: &AccountName) -> Result<(), Refusal> {
    let sql = "SELECT set_config('redress.steward', 'off', true), set_config('redress.account', $1, true)";
    change.execute(sql, &[&asker.as_str()]).map(drop).map_err(failed)
}

fn kept(row: &Row) -> Result<KeptRelease, Refusal> {
    let text: String = row.try_get(1).map_err(failed)?;
    Ok(KeptRelease {
        at: Instant(row.try_get(0).map_err(failed)?),
        terms: terms(&text)?,
        document: row.try_get(2).map_err(failed)?,
    })
}

/// The records and how many cases lag, by the question that answers who sees statistics and nobody else.
fn counted(change: &mut Transaction<'_>, maker: &str) -> Result<Counted, Refusal> {
    let rows = change.query("SELECT record, lagging FROM redress.statistics_records($1)", &[&maker]);
    let mut counted = Counted::default();
    for row in rows.map_err(failed)? {
        counted.records.extend(row.try_get::<_, Option<String>>(0).map_err(failed)?);
        let lagging: Option<i64> = row.try_get(1).map_err(failed)?;
        counted.lagging += lagging.map_or(0, |count| u64::try_from(count).unwrap_or(u64::MAX));
    }
    Ok(counted)
}

impl OfficeFigures {
    fn session(&self) -> Result<Session, Refusal> {
        self.door.session(true)
    }
}

impl Figures for OfficeFigures {
    fn releases(
        &mut self,
        asker: &AccountName,
        within: Option<(Date, Date)>,
    ) -> Result<Vec<KeptRelease>, Refusal> {
        let mut session = self.session()?;
        let mut change = session.client.transaction().map_err(failed)?;
        act_for(&mut change, asker)?;
        let (from, to) = within.map(|(from, to)| (from.to_string(), to.to_string())).unzip();
        // The very days first, where a release of them is there: no other can overlap then.
        let sql = "SELECT at, terms, document FROM redress.statistics_releases \
                   WHERE $1::text IS NULL \
                   OR daterange(first_day, last_day, '[]') && daterange($1::text::date, $2::text::date, '[]') \
                   ORDER BY first_day";
        change.query(sql, &[&from, &to]).map_err(failed)?.iter().map(kept).collect()
    }

    fn release(
        &mut self,
        asker: &AccountName,
        maker: &str,
        terms: &ReleaseTerms,
        line: &LogLine,
        make: &mut dyn FnMut(&Counted) -> Result<String, Refusal>,
    ) -> Result<bool, Refusal> {
        let mut session = self.session()?;
        let begun =
            session.client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).start();
        let mut change = begun.map_err(failed)?;
        // One after the other; and whoever waited sees what the one before has kept.
        change.batch_execute("LOCK TABLE redress.statistics_releases IN EXCLUSIVE MODE").map_err(failed)?;
        act_for(&mut change, asker)?;
        let (from, to) = (terms.from.to_string(), terms.to.to_string());
        let sql = "SELECT EXISTS (SELECT FROM redress.statistics_releases WHERE \
                   daterange(first_day, last_day, '[]') && daterange($1::text::date, $2::text::date, '[]'))";
        let taken = change.query_one(sql, &[&from, &to]).map_err(failed)?;
        if taken.try_get(0).map_err(failed)? {
            return Ok(false);
        }
        let document = make(&counted(&mut change, maker)?)?;
        let text = serde_json::to_string(terms).map_err(|_| odd())?;
        let sql = "INSERT INTO redress.statistics_releases (at, first_day, last_day, terms, document) \
                   VALUES ($1, $2::text::date, $3::text::date, $4, $5) RETURNING id";
        let made = change.query_one(sql, &[&line.at.0, &from, &to, &text, &document]).map_err(failed)?;
        // The log is the office's own.
        change.execute("SELECT set_config('redress.steward', 'on', true)", &[]).map_err(failed)?;
        write_with(&mut change, line, Some(made.try_get(0).map_err(failed)?))?;
        change.commit().map_err(failed)?;
        Ok(true)
    }
}

/// Cases whose record was not made up to their last entry, or by something else than this program.
const LAGGING: &str = "FROM redress.cases c LEFT JOIN redress.statistics_rows r USING (case_id) \
    WHERE c.state = 'open' AND c.seq > 0 \
    AND (r.seq IS DISTINCT FROM c.seq OR r.maker IS DISTINCT FROM $1)";

impl Office {
    /// The figures of this office, for somebody who signed in.
    ///
    /// # Errors
    /// As [`Office::acting_for`].
    pub fn figures_for(&self, person: &Person) -> Result<OfficeFigures, Refusal> {
        drop(self.acting_for(person)?);
        Ok(OfficeFigures { door: self.door() })
    }

    /// How many of the cases that this office shows lag.
    ///
    /// # Errors
    /// `Storage`: the database would not do it.
    pub fn lagging(&self) -> Result<u64, Refusal> {
        let sql = format!("SELECT count(*) {LAGGING}");
        let row = self.door().session(false)?.client.query_one(&sql, &[&record_maker()]).map_err(failed)?;
        let count: i64 = row.try_get(0).map_err(failed)?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Counts anew the cases that lag, of those that this office shows.
    ///
    /// # Errors
    /// `Storage`: the database would not do it. `Interrupted`: the person stopped it; what was counted stays counted.
    pub fn recount(&self, progress: &mut dyn Progress) -> Result<Recounted, Refusal> {
        let sql = format!("SELECT c.case_id {LAGGING} ORDER BY c.case_id");
        let rows = self.door().session(false)?.client.query(&sql, &[&record_maker()]).map_err(failed)?;
        let mut done = Recounted::default();
        progress.begin("office-stage-counting", u64::try_from(rows.len()).ok());
        for row in rows {
            if progress.stopped() {
                return Err(Finding::error("office-count-stopped").refuse(Fault::Interrupted));
            }
            let case_id: String = row.try_get(0).map_err(failed)?;
            match self.case(&case_id, Access::Write).and_then(|mut case| case.count()) {
                Ok(()) => done.counted += 1,
                Err(refusal) if refusal.fault == Fault::Busy => done.busy += 1,
                Err(refusal) => done.unread.push(Unread { case_id, refusal }),
            }
            progress.advance(1);
        }
        progress.end();
        Ok(done)
    }
}
