//! The cases of a folder, behind the port of the browser's pages.

use crate::arrival;
use crate::chance::random;
use crate::clock::SystemClock;
use crate::commands::{SOFTWARE, lay_example};
use crate::cosigner::KeyFile;
use crate::means::ThisComputer;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Ledger, State};
use redress_law::Body;
use redress_statistics::{Plan, Published, Release, Scope};
use redress_store::{Access, CaseFolder, FolderRegister, OpenCaseFile, SqliteTables, fill_case_file};
use redress_web::{
    Arrival, Arrived, Authority, Cosigner, Counts, FrontWork, Holder, Library, Means, Part, Receiving,
    Recount, Resume, Shelf, SignedIn, Touch, Visitor, WantedCounts, Work,
};
use redress_words::Language;
use redress_workbench::ports::{Ask, CaseRow, Order, Placed, Register as _};
use redress_workbench::{
    CaseFile as _, CaseFilePlan, Clock as _, Desk, LEAST_THRESHOLD, Progress, Quiet, Store, Wanted,
    may_receive, not_ahead,
};
use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The file, beside the cases or the configuration, with the lines that somebody can turn to.
pub(crate) const CRISIS_LINES: &str = "crisis-lines.toml";
/// The file, beside the cases, in which the owner's answers are kept and where they stopped.
const RESUME: &str = "workbench.json";

/// Cases in a folder on this computer. Whoever has the link is the owner and may do everything.
pub(crate) struct FolderShelf {
    folder: PathBuf,
    language: Language,
    /// With what its owner signs for others.
    cosigner: Option<KeyFile>,
    /// The register writes a file of its own: one request at a time.
    register: Mutex<FolderRegister>,
}

impl FolderShelf {
    /// The cases below `folder`, which is made where there is none, and the key with which its owner signs for others.
    ///
    /// # Errors
    /// `Storage` where it cannot be made; whatever opening the register or the key refuses.
    pub(crate) fn open(
        folder: &Path,
        language: Language,
        cosigner: Option<&Path>,
    ) -> Result<FolderShelf, Refusal> {
        let cosigner = cosigner.map(KeyFile::at).transpose()?;
        std::fs::create_dir_all(folder).map_err(|error| {
            let found = Finding::error("cli-write-failed").with("path", folder.display().to_string());
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        let register = Mutex::new(FolderRegister::open(folder)?);
        Ok(FolderShelf { folder: folder.to_path_buf(), language, cosigner, register })
    }

    /// Whether other users of this computer may read the key with which its owner signs for others.
    pub(crate) fn cosigner_exposed(&self) -> bool {
        self.cosigner.as_ref().is_some_and(|key| key.exposed)
    }

    fn rows(&self) -> Result<(Vec<Placed>, Vec<Finding>), Refusal> {
        let mut register = self.register.lock().unwrap_or_else(PoisonError::into_inner);
        let refreshed = register.refresh(&mut |lines| CaseRow::of(lines), &mut Quiet)?;
        let ask = Ask { order: Order::LastAt, take: u64::from(u32::MAX), ..Ask::default() };
        Ok((register.list(&ask)?.rows, refreshed.findings))
    }

    fn place(&self, case: &str) -> Result<PathBuf, Refusal> {
        let (rows, _) = self.rows()?;
        let found = rows.into_iter().find(|placed| placed.row.case_id == case);
        let none = || redress_rights::denial(redress_rights::NO_SUCH_CASE);
        found.map(|placed| self.folder.join(placed.place)).ok_or_else(none)
    }

    /// A name for a new case folder that says nothing, and that no other has.
    fn free(&self) -> Result<PathBuf, Refusal> {
        let name = format!("case-{:08x}", u32::from_le_bytes(random()?));
        Ok(self.folder.join(name))
    }
}

impl Library for FolderShelf {
    fn holder(&self) -> Holder {
        Holder::Folder
    }

    fn shelf(&self, _: &Visitor) -> Result<Shelf, Refusal> {
        let (rows, unread) = self.rows()?;
        Ok(Shelf { cases: rows.into_iter().map(|placed| placed.row).collect(), unread })
    }

    fn at(
        &self,
        _: &Visitor,
        case: &str,
        _: &Wanted,
        touch: Touch,
        progress: &mut dyn Progress,
        work: &mut Work<'_>,
    ) -> Result<(), Refusal> {
        let access = match touch {
            Touch::Read => Access::Read,
            Touch::Write => Access::Write,
        };
        let mut store = CaseFolder::open(&self.place(case)?, access)?;
        work(&mut desk(&mut store, progress))
    }

    fn side(&self, _: &Visitor, _: &str) -> Result<Option<Body>, Refusal> {
        Ok(None)
    }

    fn case_file(&self, plan: &CaseFilePlan, store: &dyn Store, file: File) -> Result<(), Refusal> {
        fill_case_file(plan, store, file, &mut Quiet)
    }

    fn receive(&self, _: &Visitor, arrival: Arrival) -> Result<Arrived, Refusal> {
        let mut file = OpenCaseFile::read(&arrival.name, arrival.bytes)?;
        let case = arrival::case_of(&file)?;
        let (rows, _) = self.rows()?;
        let known = rows.into_iter().find(|placed| placed.row.case_id == case);
        let folder = known.map_or_else(|| self.free(), |placed| Ok(self.folder.join(placed.place)))?;
        let (taken, sheet) = match arrival.receiving {
            Receiving::HandedOver(organ, on, by) => {
                // A copy of one's own is nobody's receipt: the entry could not be taken back.
                if may_receive(&mut file, &organ, on)?.is_none() {
                    return Err(Finding::error("cli-receive-not-handed-over")
                        .with("at", "how")
                        .refuse(Fault::Usage));
                }
                arrival::into_folder(&folder, &mut file, by.as_deref(), (&organ, on), &mut Quiet)?
            }
            Receiving::Copy => (arrival::taken(&folder, &mut file, &mut Quiet, &mut |_, _, _| Ok(()))?, None),
        };
        let locked = sheet.is_none() && State::fold(&Ledger::read(file.lines())?)?.handed_over().is_some();
        Ok(Arrived { case, taken, sheet, locked })
    }

    fn counts(&self, _: &Visitor, wanted: &WantedCounts) -> Result<Counts, Refusal> {
        let plan = plan(wanted)?;
        let (placed, unread) = self.rows()?;
        // Figures that leave a case out would be wrong.
        if let Some(unread) = unread.into_iter().next() {
            return Err(unread.refuse(Fault::Storage));
        }
        let mut rows = Vec::with_capacity(placed.len());
        for placed in placed {
            let mut store = CaseFolder::open(&self.folder.join(placed.place), Access::Read)?;
            let (_, record) = desk(&mut store, &mut Quiet).statistics_record()?;
            rows.push(record.row(&plan.scope, plan.as_of));
        }
        let release = Release::of(&rows, &plan, &Published::standard()?)?;
        Ok(Counts { release: Some(release), kept: Vec::new() })
    }

    fn begin(&self, _: &Visitor, cover: &str) -> Result<String, Refusal> {
        let id = format!("rd-{:016x}", u64::from_le_bytes(random()?));
        let mut store = CaseFolder::create(&self.free()?, random()?)?;
        desk(&mut store, &mut Quiet).open_case(&id, cover, "complainant")?;
        Ok(id)
    }

    fn example(&self, _: &Visitor) -> Result<String, Refusal> {
        let (rows, _) = self.rows()?;
        if let Some(there) = rows.into_iter().find(|placed| placed.row.case_id.starts_with("rd-example-")) {
            return Ok(there.row.case_id);
        }
        lay_example(&self.free()?, self.language)
    }

    fn crisis_lines(&self) -> Result<Option<String>, Refusal> {
        read_local(&self.folder.join(CRISIS_LINES))
    }

    fn keep_crisis_lines(&self, text: &str) -> Result<(), Refusal> {
        crate::disk::put(&self.folder.join(CRISIS_LINES), text.as_bytes(), true)
    }

    fn resume(&self, _: &Visitor) -> Result<Resume, Refusal> {
        Resume::read(read_local(&self.folder.join(RESUME))?.as_deref())
    }

    /// One file, for one owner: all of it is written anew.
    fn keep_resume(&self, _: &Visitor, resume: &Resume, _: &BTreeSet<Part>) -> Result<(), Refusal> {
        crate::disk::put(&self.folder.join(RESUME), resume.text()?.as_bytes(), true)
    }

    fn sign_in(&self, _: &str, _: &str) -> Result<SignedIn, Refusal> {
        Err(Finding::error("cli-nobody-signs-in").refuse(Fault::Usage))
    }

    fn stands(&self, _: &SignedIn) -> Result<bool, Refusal> {
        // Nobody signed in here.
        Ok(false)
    }

    fn cosigner(&self) -> Option<&dyn Cosigner> {
        self.cosigner.as_ref().map(|key| key as &dyn Cosigner)
    }

    fn authority(&self) -> Option<&dyn Authority> {
        Some(&ThisComputer)
    }

    fn front(&self, _: &Visitor, _: &mut FrontWork<'_>) -> Result<(), Refusal> {
        Err(Finding::error("cli-nobody-signs-in").refuse(Fault::Usage))
    }

    fn recount(&self, _: &Visitor) -> Result<Recount, Refusal> {
        // A folder is counted whenever somebody asks for its figures.
        Err(Finding::error("cli-nobody-signs-in").refuse(Fault::Usage))
    }

    fn means(&self) -> &dyn Means {
        &ThisComputer
    }
}

/// A file of text that need not be there.
pub(crate) fn read_local(path: &Path) -> Result<Option<String>, Refusal> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let found = Finding::error("cli-read-failed").with("path", path.display().to_string());
            Err(found.with("problem", error.to_string()).refuse(Fault::Input))
        }
    }
}

fn desk<'d>(store: &'d mut CaseFolder, progress: &'d mut dyn Progress) -> Desk<'d> {
    Desk { store, clock: &SystemClock, progress, tables: &SqliteTables, software: SOFTWARE, acting: None }
}

/// What is to be counted; small counts are withheld as long as nobody says otherwise.
fn plan(wanted: &WantedCounts) -> Result<Plan, Refusal> {
    let today = SystemClock.now().at.beijing_date().unwrap_or(Date::MAX);
    wanted.as_of.map_or(Ok(()), |day| not_ahead(&SystemClock, day))?;
    Ok(Plan {
        scope: Scope { register: wanted.register.clone().unwrap_or_default(), region: wanted.region.clone() },
        by: wanted.by.unwrap_or_default(),
        from: wanted.from,
        to: wanted.to,
        as_of: wanted.as_of.unwrap_or(today),
        threshold: wanted.threshold.unwrap_or(LEAST_THRESHOLD),
        events: wanted.events.clone().unwrap_or_default(),
        breaks: wanted.breaks.clone().unwrap_or_default(),
    })
}
