//! The cases of an office, behind the port of the browser's pages: the same doors as those of the command line.

use crate::arrival;
use crate::chance::random;
use crate::clock::SystemClock;
use crate::commands::{SOFTWARE, only_opening_role, recounted};
use crate::means::ThisComputer;
use crate::shelf::{CRISIS_LINES, read_local};
use redress_base::{Fault, Finding, Refusal};
use redress_case::Ledger;
use redress_law::Body;
use redress_office::{Office, OfficeConfig, OfficeRoster};
use redress_rights::{NO_SUCH_CASE, Object, Role, SALT_BYTES, Thing, UseCase, denial, on_case};
use redress_statistics::Published;
use redress_store::{Access, OpenCaseFile, SqliteTables, fill_case_file};
use redress_web::{
    Arrival, Arrived, Counts, FrontWork, Holder, Library, Means, Part, Receiving, Recount, Resume, Shelf,
    SignedIn, Touch, Visitor, WantedCounts, Work,
};
use redress_workbench::ports::CaseRow;
use redress_workbench::{
    CaseFilePlan, Clock as _, Desk, Person, Progress, Quiet, Reception, Store, Wanted, WantedRelease,
    body_of, may_receive, not_ahead,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// An office, and who has signed in since the server began.
pub(crate) struct OfficeShelf {
    config: PathBuf,
    people: Mutex<BTreeMap<String, Person>>,
    /// A connection for the question that every request asks.
    roster: Mutex<Option<OfficeRoster>>,
}

impl OfficeShelf {
    /// The office of that configuration.
    ///
    /// # Errors
    /// Where it cannot be reached.
    pub(crate) fn open(config: PathBuf) -> Result<OfficeShelf, Refusal> {
        let shelf = OfficeShelf { config, people: Mutex::default(), roster: Mutex::default() };
        shelf.office()?;
        Ok(shelf)
    }

    fn office(&self) -> Result<Office, Refusal> {
        Office::open(&OfficeConfig::read(&self.config)?)
    }

    /// Who that is. What they may is asked anew each time; here stands only that they signed in.
    fn person(&self, visitor: &Visitor) -> Result<Person, Refusal> {
        let Visitor::Person(name) = visitor else { return Err(denial(NO_SUCH_CASE)) };
        let people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        people.get(name).cloned().ok_or_else(|| denial(NO_SUCH_CASE))
    }
}

impl Library for OfficeShelf {
    fn holder(&self) -> Holder {
        Holder::Office
    }

    fn shelf(&self, visitor: &Visitor) -> Result<Shelf, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let mut roster = office.roster();
        let own = Reception { roster: &mut roster, clock: &SystemClock }.list_cases(&person)?;
        let now = SystemClock.now().at;
        let acting = office.acting_for(&person)?;
        let mut shelf = Shelf::default();
        for membership in own {
            let sees = |object| {
                on_case(Some(&membership), UseCase::ViewMasked, Thing::any(object), now).is_allowed()
            };
            // A platform liaison is on a case for one request, and learns nothing of the case itself.
            if !sees(Object::Case) {
                continue;
            }
            let lines = acting.case(&membership.case_id, Access::Read)?.ledger()?;
            match CaseRow::seen(&lines, sees) {
                Ok(mut row) => {
                    // The date that is named first in a row binds the person: whoever is not shown the dates of the whole case
                    // is not shown it either (matrix.toml, see-due).
                    let due = on_case(Some(&membership), UseCase::SeeDue, Thing::any(Object::Case), now);
                    let body = body_of(membership.role).is_some_and(|body| body != Body::Person);
                    if body || !due.is_allowed() {
                        row.next_due = None;
                        row.due_unseen = true;
                    }
                    shelf.cases.push(row);
                }
                Err(refusal) => shelf.unread.push(*refusal.finding),
            }
        }
        shelf.cases.sort_by(|a, b| (b.last_at.at.0, &a.case_id).cmp(&(a.last_at.at.0, &b.case_id)));
        Ok(shelf)
    }

    fn at(
        &self,
        visitor: &Visitor,
        case: &str,
        wanted: &Wanted,
        touch: Touch,
        progress: &mut dyn Progress,
        work: &mut Work<'_>,
    ) -> Result<(), Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let mut roster = office.roster();
        let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
        let acting = office.acting_for(&person)?;
        let thing = match reception.membership(&person, case)? {
            // The question itself says so, in the same words as for no such case.
            None => Thing::any(wanted.object),
            Some(own) => {
                let ledger = Ledger::read(&acting.case(case, Access::Read)?.ledger()?)?;
                reception.thing(&own, &ledger, wanted)?
            }
        };
        // Where an entry has to stand first, the use case itself appends it before anything is given out.
        let _ = reception.may(&person, case, wanted.act, thing)?;
        let access = match touch {
            Touch::Read => Access::Read,
            Touch::Write => Access::Write,
        };
        let mut store = acting.case(case, access)?;
        work(&mut Desk {
            store: &mut store,
            clock: &SystemClock,
            progress,
            tables: &SqliteTables,
            software: SOFTWARE,
            acting: Some(person.name().as_str()),
        })
    }

    fn side(&self, visitor: &Visitor, case: &str) -> Result<Option<Body>, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let mut roster = office.roster();
        let own = Reception { roster: &mut roster, clock: &SystemClock }.membership(&person, case)?;
        Ok(own.and_then(|own| body_of(own.role)))
    }

    fn case_file(&self, plan: &CaseFilePlan, store: &dyn Store, file: File) -> Result<(), Refusal> {
        fill_case_file(plan, store, file, &mut Quiet)
    }

    fn receive(&self, visitor: &Visitor, arrival: Arrival) -> Result<Arrived, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let Receiving::HandedOver(organ, on, _) = arrival.receiving else {
            return Err(Finding::error("cli-no-copy-into-office").refuse(Fault::Usage));
        };
        let mut file = OpenCaseFile::read(&arrival.name, arrival.bytes)?;
        not_ahead(&SystemClock, on)?;
        // A copy of one's own is nobody's receipt: the entry could not be taken back.
        if may_receive(&mut file, &organ, on)?.is_none() {
            return Err(Finding::error("cli-receive-not-handed-over").with("at", "how").refuse(Fault::Usage));
        }
        let case = arrival::case_of(&file)?;
        let (taken, sheet) = arrival::into_office(&office, &person, &mut file, (&organ, on), &mut Quiet)?;
        Ok(Arrived { case, taken, sheet, locked: false })
    }

    fn counts(&self, visitor: &Visitor, wanted: &WantedCounts) -> Result<Counts, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let mut roster = office.roster();
        let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
        let mut figures = office.figures_for(&person)?;
        let release = match (wanted.from, wanted.to) {
            (Some(from), Some(to)) => {
                let asked = WantedRelease {
                    from,
                    to,
                    as_of: wanted.as_of,
                    by: wanted.by,
                    threshold: wanted.threshold,
                    register: wanted.register.clone(),
                    region: wanted.region.clone(),
                    events: wanted.events.clone(),
                    breaks: wanted.breaks.clone(),
                    make: wanted.make,
                };
                let published = Published::standard()?;
                Some(reception.release(&person, &mut figures, &asked, &published)?.release)
            }
            (None, None) if !wanted.make => None,
            _ => return Err(Finding::error("cli-stats-which-days").refuse(Fault::Usage)),
        };
        let kept = reception.releases(&person, &mut figures)?;
        Ok(Counts { release, kept: kept.into_iter().map(|kept| (kept.at, kept.terms)).collect() })
    }

    fn begin(&self, visitor: &Visitor, cover: &str) -> Result<String, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let id = format!("rd-{:016x}", u64::from_le_bytes(random()?));
        let mut roster = office.roster();
        let mut reception = Reception { roster: &mut roster, clock: &SystemClock };
        let opening = reception.opening(&person, &id, only_opening_role(&person)?)?;
        office.open_case(&opening, random()?)?;
        let mut store = office.acting_for(&person)?.case(&id, Access::Write)?;
        let mut desk = Desk {
            store: &mut store,
            clock: &SystemClock,
            progress: &mut Quiet,
            tables: &SqliteTables,
            software: SOFTWARE,
            acting: Some(person.name().as_str()),
        };
        desk.open_case(&id, cover, "complainant")?;
        Ok(id)
    }

    fn example(&self, _: &Visitor) -> Result<String, Refusal> {
        // Invented people do not belong among the cases of an office, where they would be counted.
        Err(Finding::error("cli-no-example-in-office").refuse(Fault::Usage))
    }

    /// They stand beside the configuration, the same for everybody: whoever keeps the office edits them there.
    fn crisis_lines(&self) -> Result<Option<String>, Refusal> {
        read_local(&self.config.with_file_name(CRISIS_LINES))
    }

    fn keep_crisis_lines(&self, _: &str) -> Result<(), Refusal> {
        Err(Finding::error("cli-lines-of-office").refuse(Fault::Usage))
    }

    fn resume(&self, visitor: &Visitor) -> Result<Resume, Refusal> {
        let kept = self.office()?.resumes(&self.person(visitor)?)?;
        let mut whole = Resume::default();
        for (of, text) in &kept {
            whole.join(of, Resume::read(Some(text))?);
        }
        Ok(whole)
    }

    fn keep_resume(&self, visitor: &Visitor, resume: &Resume, parts: &BTreeSet<Part>) -> Result<(), Refusal> {
        let text = |of: &Part| resume.part(of).map(|part| part.text()).transpose();
        let changed = parts.iter().map(|of| Ok((of.clone(), text(of)?))).collect::<Result<_, Refusal>>()?;
        self.office()?.keep_resumes(&self.person(visitor)?, &changed)
    }

    fn sign_in(&self, name: &str, password: &str) -> Result<SignedIn, Refusal> {
        let office = self.office()?;
        let mut roster = office.roster();
        let salt: [u8; SALT_BYTES] = random()?;
        let person = Reception { roster: &mut roster, clock: &SystemClock }.sign_in(name, password, &salt)?;
        let (name, proof) = (person.name().as_str().to_owned(), *person.proof());
        self.people.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), person);
        Ok(SignedIn { visitor: Visitor::Person(name), proof })
    }

    fn stands(&self, who: &SignedIn) -> Result<bool, Refusal> {
        let person = self.person(&who.visitor)?;
        let mut kept = self.roster.lock().unwrap_or_else(PoisonError::into_inner);
        let ask =
            |roster: &mut OfficeRoster| Reception { roster, clock: &SystemClock }.stands(&person, &who.proof);
        // A connection that was open may have been closed since: then a new one is asked.
        if let Some(stands) = kept.as_mut().and_then(|roster| ask(roster).ok()) {
            return Ok(stands);
        }
        *kept = None;
        let roster = kept.insert(self.office()?.roster());
        ask(roster)
    }

    fn front(&self, visitor: &Visitor, work: &mut FrontWork<'_>) -> Result<(), Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let mut roster = office.roster();
        work(&mut Reception { roster: &mut roster, clock: &SystemClock }, &person)
    }

    fn recount(&self, visitor: &Visitor) -> Result<Recount, Refusal> {
        let (office, person) = (self.office()?, self.person(visitor)?);
        let done = recounted(&office, &person, &mut Quiet)?;
        // Of a case that they are not on the keeper hears no name.
        let all = person.holds().contains(&Role::Keeper);
        let own = done.unread.iter().filter(|_| !all);
        Ok(Recount {
            counted: done.counted,
            busy: done.busy,
            unread: done.unread.len(),
            own: own.map(|one| (one.case_id.clone(), (*one.refusal.finding).clone())).collect(),
        })
    }

    fn means(&self) -> &dyn Means {
        &ThisComputer
    }
}
