//! The cases of a folder, behind the port of the browser's pages.

use crate::chance::random;
use crate::clock::SystemClock;
use crate::commands::{SOFTWARE, lay_example};
use crate::typesetting::Press;
use redress_base::{Fault, Finding, Refusal, Stamp};
use redress_store::{Access, CaseFolder, FolderRegister, SqliteTables};
use redress_web::{Holder, Library, Local, Shelf, Touch, Visitor, Work};
use redress_words::Language;
use redress_workbench::ports::{Ask, CaseRow, Order, Placed, Register as _};
use redress_workbench::{Clock as _, Desk, Progress, Quiet, Typesetter, Wanted};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Cases in a folder on this computer. Whoever has the link is the owner and may do everything.
pub(crate) struct FolderShelf {
    folder: PathBuf,
    language: Language,
    /// The register writes a file of its own: one request at a time.
    register: Mutex<FolderRegister>,
}

impl FolderShelf {
    /// The cases below `folder`, which is made where there is none.
    ///
    /// # Errors
    /// `Storage` where it cannot be made; whatever opening the register refuses.
    pub(crate) fn open(folder: &Path, language: Language) -> Result<FolderShelf, Refusal> {
        std::fs::create_dir_all(folder).map_err(|error| {
            let found = Finding::error("cli-write-failed").with("path", folder.display().to_string());
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        let register = Mutex::new(FolderRegister::open(folder)?);
        Ok(FolderShelf { folder: folder.to_path_buf(), language, register })
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
        work(&mut Desk {
            store: &mut store,
            clock: &SystemClock,
            progress,
            tables: &SqliteTables,
            software: SOFTWARE,
            acting: None,
        })
    }

    fn begin(&self, _: &Visitor, cover: &str) -> Result<String, Refusal> {
        let id = format!("rd-{:016x}", u64::from_le_bytes(random()?));
        let mut store = CaseFolder::create(&self.free()?, random()?)?;
        let mut desk = Desk {
            store: &mut store,
            clock: &SystemClock,
            progress: &mut Quiet,
            tables: &SqliteTables,
            software: SOFTWARE,
            acting: None,
        };
        desk.open_case(&id, cover, "complainant")?;
        Ok(id)
    }

    fn example(&self, _: &Visitor) -> Result<String, Refusal> {
        let (rows, _) = self.rows()?;
        if let Some(there) = rows.into_iter().find(|placed| placed.row.case_id.starts_with("rd-example-")) {
            return Ok(there.row.case_id);
        }
        lay_example(&self.free()?, self.language)
    }

    fn local(&self, _: &Visitor, what: Local) -> Result<Option<String>, Refusal> {
        read_local(&self.folder.join(local_name(what)))
    }

    fn keep_local(&self, _: &Visitor, what: Local, text: &str) -> Result<(), Refusal> {
        crate::disk::put(&self.folder.join(local_name(what)), text.as_bytes(), true)
    }

    fn sign_in(&self, _: &str, _: &str) -> Result<Visitor, Refusal> {
        Err(Finding::error("cli-nobody-signs-in").refuse(Fault::Usage))
    }

    fn typesetter(&self) -> Result<Box<dyn Typesetter>, Refusal> {
        Ok(Box::new(Press::new(&[], true)?))
    }

    fn random(&self) -> Result<[u8; 32], Refusal> {
        random()
    }

    fn now(&self) -> Stamp {
        SystemClock.now()
    }
}

/// The file, beside the cases, that holds it.
pub(crate) const fn local_name(what: Local) -> &'static str {
    match what {
        Local::CrisisLines => "crisis-lines.toml",
        Local::Resume => "workbench.json",
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
