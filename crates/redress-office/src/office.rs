//! The office: sets itself up, lists its cases, opens them, and takes cases in and gives them out.

use crate::case::{Counting, OfficeCase};
use crate::config::OfficeConfig;
use crate::database::{self, Door};
use crate::fault;
use crate::migrations::{self, SCHEMA_VERSION};
use crate::moving::{Course, Moved, bring};
use crate::roster::{OfficeRoster, admit};
use crate::shelf::Shelves;
use redress_base::{Fault, Finding, Refusal};
use redress_store::{Access, CaseFolder, Head};
use redress_workbench::ports::{Progress, Store};
use redress_workbench::{Opening, Person};
use std::path::Path;
use std::sync::Arc;

/// A case that is being copied here; nobody sees it.
const ARRIVING: &str = "arriving";
/// A case like any other.
const OPEN: &str = "open";

/// An office that is set up.
pub struct Office {
    door: Arc<Door>,
    shelves: Shelves,
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office").finish_non_exhaustive()
    }
}

/// Counts a case that has come in. One that cannot be counted is in all the same, and lags: no statistics are made until
/// somebody counts it anew.
fn count_or_lag(case: &mut OfficeCase) {
    let _ = case.count();
}

/// What setting an office up did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The version of the schema that was found, 0 where there was none.
    pub found: i32,
    /// The version that is there now.
    pub now: i32,
}

/// One case in the list of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its name.
    pub case_id: String,
    /// How many entries its ledger has.
    pub entries: u64,
}

impl Office {
    /// Sets an office up: makes the tables, or brings them to this version, and sees that bytes can be kept.
    ///
    /// # Errors
    /// `Usage`: the server would not keep what it acknowledges. `Newer`: set up by a newer version.
    /// `Storage`: the database or the object store would not do it.
    pub fn init(config: &OfficeConfig) -> Result<SetUp, Refusal> {
        let door = Door::to(&config.database)?;
        let mut session = door.session(true)?;
        database::check_server(&mut session.client)?;
        let found = migrations::apply(&mut session.client)?;
        migrations::check(&mut session.client)?;
        Shelves::at(&config.objects)?.set_up()?;
        Ok(SetUp { found, now: SCHEMA_VERSION })
    }

    /// Opens an office that is set up.
    ///
    /// # Errors
    /// `Usage`: not set up, or by an older version. `Newer`: by a newer one. `Storage`: unreachable, or a
    /// guard of the ledger is gone.
    pub fn open(config: &OfficeConfig) -> Result<Office, Refusal> {
        let door = Arc::new(Door::to(&config.database)?);
        let mut session = door.session(false)?;
        database::check_server(&mut session.client)?;
        migrations::check(&mut session.client)?;
        Ok(Office { door, shelves: Shelves::at(&config.objects)? })
    }

    /// The way to its database.
    pub(crate) fn door(&self) -> Arc<Door> {
        Arc::clone(&self.door)
    }

    /// The people of this office.
    pub fn roster(&self) -> OfficeRoster {
        OfficeRoster::at(Arc::clone(&self.door))
    }

    /// This office as somebody who signed in sees it: the database itself shows no case that they are not on.
    ///
    /// # Errors
    /// `Usage`: the database's role is one that such rules do not bind (a superuser, or BYPASSRLS).
    /// `Storage`: the database would not do it.
    pub fn acting_for(&self, person: &Person) -> Result<Office, Refusal> {
        let door = Arc::new(self.door.acting_for(person.name()));
        drop(door.session(false)?);
        Ok(Office { door, shelves: self.shelves.clone() })
    }

    /// Makes a new case together with its first membership, all or nothing. `seed` is 32 fresh random bytes.
    ///
    /// # Errors
    /// As [`Office::create_case`].
    pub fn open_case(&self, opening: &Opening, seed: [u8; 32]) -> Result<(), Refusal> {
        let case_id = opening.case_id();
        if !self.begin(case_id, seed, OPEN, Some(opening))? {
            return Err(Finding::error("office-case-exists").with("case", case_id).refuse(Fault::Usage));
        }
        Ok(())
    }

    /// Makes a new case and opens it for writing. `seed` is 32 fresh random bytes.
    ///
    /// # Errors
    /// `Usage`: there is a case of that name, or it cannot be one. `Storage`: the database would not do it.
    pub fn create_case(&self, case_id: &str, seed: [u8; 32]) -> Result<OfficeCase, Refusal> {
        if !self.begin(case_id, seed, OPEN, None)? {
            return Err(Finding::error("office-case-exists").with("case", case_id).refuse(Fault::Usage));
        }
        self.case(case_id, Access::Write)
    }

    /// Opens a case: holds it for writing, or reads it beside whoever writes, and checks its ledger.
    ///
    /// # Errors
    /// `Usage`: no such case. `Busy`: somebody else writes. `Storage`: its chain is broken, or the database
    /// would not do it.
    pub fn case(&self, case_id: &str, access: Access) -> Result<OfficeCase, Refusal> {
        self.opened(case_id, access, OPEN)
    }

    /// The cases, by name.
    ///
    /// # Errors
    /// `Storage`: the database would not do it.
    pub fn cases(&self) -> Result<Vec<CaseRow>, Refusal> {
        let failed = |error: postgres::Error| fault::database(&error);
        let sql = "SELECT case_id, seq FROM redress.cases WHERE state = $1 ORDER BY case_id";
        let rows = self.door.session(false)?.client.query(sql, &[&OPEN]).map_err(failed)?;
        let row = |row: &postgres::Row| {
            let seq: i64 = row.try_get(1).map_err(failed)?;
            let entries = u64::try_from(seq).unwrap_or_default();
            Ok(CaseRow { case_id: row.try_get(0).map_err(failed)?, entries })
        };
        rows.iter().map(row).collect()
    }

    /// Takes a case in under this name, with its whole history. Interrupted, it is not shown, and the next
    /// attempt goes on where it stopped. A case that is here already gets the entries that it lacks.
    ///
    /// # Errors
    /// `Verification`: the case is here with another history, and at which entry the two part, or with
    /// another key. `Busy`: somebody works on it. `Storage`: a store would not do it.
    pub fn import(
        &self,
        case_id: &str,
        from: &dyn Store,
        progress: &mut dyn Progress,
    ) -> Result<Moved, Refusal> {
        let fresh = self.begin(case_id, from.signing_seed()?, ARRIVING, None)?;
        let arriving = fresh || self.state(case_id)?.as_deref() == Some(ARRIVING);
        self.bring_in(case_id, arriving, from, progress)
    }

    /// Takes a new case in for somebody, who is its first member. Where the case is here already and is theirs,
    /// half arrived, it goes on; where it is somebody else's, they hear what everybody hears who is not on it.
    ///
    /// # Errors
    /// As [`Office::import`]; `Usage` where they are not on it.
    pub fn import_for(
        &self,
        opening: &Opening,
        from: &dyn Store,
        progress: &mut dyn Progress,
    ) -> Result<Moved, Refusal> {
        let case_id = opening.case_id();
        let fresh = self.begin(case_id, from.signing_seed()?, ARRIVING, Some(opening))?;
        if !fresh && !self.is_arriving_for(opening)? {
            return Err(redress_rights::denial(redress_rights::NO_SUCH_CASE));
        }
        self.bring_in(case_id, true, from, progress)
    }

    /// Takes a new case in for somebody by what `work` does to the empty store, and shows it when all of that is done.
    /// Interrupted, it is not shown, and `work` goes on with what is there at the next attempt. `seed` is the key that
    /// came with it, or 32 fresh random bytes.
    ///
    /// # Errors
    /// As [`Office::import_for`], and whatever `work` refuses.
    pub fn arrive_for<T>(
        &self,
        opening: &Opening,
        seed: [u8; 32],
        work: impl FnOnce(&mut dyn Store) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let case_id = opening.case_id();
        let fresh = self.begin(case_id, seed, ARRIVING, Some(opening))?;
        if !fresh && !self.is_arriving_for(opening)? {
            return Err(redress_rights::denial(redress_rights::NO_SUCH_CASE));
        }
        let mut case = self.opened(case_id, Access::Write, ARRIVING)?;
        let done = work(&mut case)?;
        let head = case.ledger()?.iter().try_fold(Head::EMPTY, |head, line| head.after(line))?;
        count_or_lag(&mut case);
        self.show(case_id, head)?;
        Ok(done)
    }

    fn is_arriving_for(&self, opening: &Opening) -> Result<bool, Refusal> {
        let failed = |error: postgres::Error| fault::database(&error);
        let sql = "SELECT EXISTS (SELECT FROM redress.cases c JOIN redress.memberships m USING (case_id) \
                   WHERE c.case_id = $1 AND c.state = $2 AND m.account = $3 AND m.until IS NULL)";
        let account = opening.membership().account.as_str();
        let row = self.door.session(false)?.client.query_one(sql, &[&opening.case_id(), &ARRIVING, &account]);
        row.and_then(|row| row.try_get(0)).map_err(failed)
    }

    fn bring_in(
        &self,
        case_id: &str,
        arriving: bool,
        from: &dyn Store,
        progress: &mut dyn Progress,
    ) -> Result<Moved, Refusal> {
        let state = if arriving { ARRIVING } else { OPEN };
        let mut case = self.opened(case_id, Access::Write, state)?;
        case.count_at_end();
        let mut moved = bring(from, &mut case, progress)?;
        if matches!(moved.course, Course::Continued) || arriving {
            count_or_lag(&mut case);
        }
        if arriving {
            self.show(case_id, moved.head)?;
            moved.course = Course::Whole;
        }
        Ok(moved)
    }

    /// Gives a case out into a folder, with its whole history. A new folder appears when all of it is there;
    /// a folder that holds an earlier state of the case gets the entries that it lacks.
    ///
    /// # Errors
    /// As [`Office::import`].
    pub fn export(
        &self,
        case_id: &str,
        folder: &Path,
        progress: &mut dyn Progress,
    ) -> Result<Moved, Refusal> {
        let case = self.case(case_id, Access::Read)?;
        if folder.join("case.sqlite").is_file() {
            return bring(&case, &mut CaseFolder::open(folder, Access::Write)?, progress);
        }
        let mut moved =
            CaseFolder::arrive(folder, case.signing_seed()?, |target| bring(&case, target, progress))?;
        moved.course = Course::Whole;
        Ok(moved)
    }

    fn opened(&self, case_id: &str, access: Access, state: &str) -> Result<OfficeCase, Refusal> {
        let shelf = || self.shelves.of(case_id, access == Access::Write);
        // What arrives is counted when all of it is there.
        let counting = if state == OPEN { Counting::Each } else { Counting::AtEnd };
        OfficeCase::open(Arc::clone(&self.door), case_id, access, state, counting, shelf)
    }

    /// Makes a case in `state`, with its first membership where somebody opens it; `false` where there is
    /// one of that name.
    fn begin(
        &self,
        case_id: &str,
        seed: [u8; 32],
        state: &str,
        opening: Option<&Opening>,
    ) -> Result<bool, Refusal> {
        let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let good = (1..=64).contains(&case_id.len())
            && case_id.chars().all(name)
            && case_id.starts_with(|c: char| c.is_ascii_alphanumeric());
        if !good {
            return Err(Finding::error("office-case-name").with("case", case_id).refuse(Fault::Usage));
        }
        let failed = |error: postgres::Error| fault::database(&error);
        let mut session = self.door.session(true)?;
        let mut change = session.client.transaction().map_err(failed)?;
        let sql = "INSERT INTO redress.cases (case_id, state) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        if change.execute(sql, &[&case_id, &state]).map_err(failed)? == 0 {
            return Ok(false);
        }
        let sql = "INSERT INTO redress.case_keys (case_id, seed) VALUES ($1, $2)";
        change.execute(sql, &[&case_id, &seed.as_slice()]).map_err(failed)?;
        if let Some(opening) = opening {
            admit(&mut change, opening.membership(), opening.line())?;
        }
        change.commit().map_err(failed)?;
        Ok(true)
    }

    fn state(&self, case_id: &str) -> Result<Option<String>, Refusal> {
        let failed = |error: postgres::Error| fault::database(&error);
        let sql = "SELECT state FROM redress.cases WHERE case_id = $1";
        let row = self.door.session(false)?.client.query_opt(sql, &[&case_id]).map_err(failed)?;
        row.map(|row| row.try_get(0)).transpose().map_err(failed)
    }

    /// Shows a case that has arrived whole, and nothing else.
    fn show(&self, case_id: &str, head: Head) -> Result<(), Refusal> {
        let failed = |error: postgres::Error| fault::database(&error);
        let sql = "UPDATE redress.cases SET state = $2 WHERE case_id = $1 AND head = $3";
        let digest = head.digest.0.as_slice();
        let shown = self.door.session(true)?.client.execute(sql, &[&case_id, &OPEN, &digest]);
        if shown.map_err(failed)? == 1 { Ok(()) } else { Err(head.moved()) }
    }
}
