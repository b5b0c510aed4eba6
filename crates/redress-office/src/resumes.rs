//! What is each account's own beside the cases: where somebody stopped, and what they answered for papers.
//!
//! The texts are the pages' own and are not looked into here. They are no part of a case, so nothing of them is in a
//! ledger, an export or the log of the office; with a membership its row ends (`0004_resumes.sql`).

use crate::fault;
use crate::office::Office;
use redress_base::{Fault, Finding, Refusal};
use redress_workbench::Person;
use std::collections::BTreeMap;

/// The most bytes of one text. Looked at here, because the database would quote what it refuses in its own log.
const LONGEST: usize = 1 << 20;

/// What an account keeps: of each case a text; under no case what is of none.
pub type Resumes = BTreeMap<Option<String>, String>;

fn failed(error: postgres::Error) -> Refusal {
    fault::database(&error)
}

impl Office {
    /// What this account kept, of the cases that it is on.
    ///
    /// # Errors
    /// As [`Office::acting_for`].
    pub fn resumes(&self, person: &Person) -> Result<Resumes, Refusal> {
        let mut session = self.acting_for(person)?.door().session(false)?;
        // The name once more: through a steward's session nothing of anybody is given out.
        let sql = "SELECT case_id, document FROM redress.resumes WHERE account = $1";
        let rows = session.client.query(sql, &[&person.name().as_str()]).map_err(failed)?;
        rows.iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<_, _>>()
            .map_err(failed)
    }

    /// Keeps what has changed: of each case, or of none, its text, or nothing any more. What is of a case that this
    /// account is not on is not kept.
    ///
    /// # Errors
    /// As [`Office::acting_for`]; `Usage` for a text that is too long. All of it is kept, or nothing.
    pub fn keep_resumes(
        &self,
        person: &Person,
        changed: &BTreeMap<Option<String>, Option<String>>,
    ) -> Result<(), Refusal> {
        if changed.values().flatten().any(|text| text.len() > LONGEST) {
            let found = Finding::error("office-resume-long").with("most", LONGEST >> 10);
            return Err(found.refuse(Fault::Usage));
        }
        let acting = self.acting_for(person)?;
        // What ran out by itself ends before anything else is kept: only the office as a whole sees it.
        let mut steward = self.door().session(true)?;
        steward.client.execute("SELECT redress.resumes_end()", &[]).map_err(failed)?;
        drop(steward);
        let mut session = acting.door().session(true)?;
        let mut change = session.client.transaction().map_err(failed)?;
        let account = person.name().as_str();
        for (case, text) in changed {
            let Some(text) = text else {
                let sql =
                    "DELETE FROM redress.resumes WHERE account = $1 AND case_id IS NOT DISTINCT FROM $2";
                change.execute(sql, &[&account, case]).map_err(failed)?;
                continue;
            };
            let sql = "INSERT INTO redress.resumes (account, case_id, document) \
                       SELECT $1, $2, $3 WHERE $2::text IS NULL OR redress.is_on($1, $2) \
                       ON CONFLICT (account, case_id) DO UPDATE SET document = excluded.document";
            change.execute(sql, &[&account, case, text]).map_err(failed)?;
        }
        change.commit().map_err(failed)
    }
}
