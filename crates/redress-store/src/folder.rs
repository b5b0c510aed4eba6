//! One folder, one case: made whole, held against other writers, checked when opened.
//!
//! ```text
//! CASE/case.sqlite      the ledger
//! CASE/objects/ab/cd…   sealed bytes by SHA-256
//! CASE/key              seed of the key that signs the evidence log (0600)
//! CASE/lock             empty; whoever works on the case holds a lock on it
//! ```
//! Nothing in it depends on where it lies: the folder can be copied, backed up and opened again.

use crate::durable::flush;
use crate::ledger::{self, Ledger};
use crate::objects::{self, Objects};
use crate::scaffold::Scaffold;
use crate::tree::{Closed, Tree, shown};
use crate::{fault, key};
use redress_base::{Digests, Fault, Finding, Refusal, Sha256};
use redress_workbench::ports::{Lent, Store};
use rustix::fs::{Mode, OFlags, mkdirat, openat};
use std::fs::{File, TryLockError};
use std::io::Read;
use std::os::fd::AsFd;
use std::path::Path;

/// The lock's name in the case folder.
const LOCK: &str = "lock";

/// What the case is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading, beside other readers; works on a read-only disk.
    Read,
    /// Reading and writing, alone.
    Write,
}

/// An open case folder. It stays locked until this value is dropped or the process ends.
pub struct CaseFolder {
    tree: Tree,
    ledger: Ledger,
    objects: Objects,
    access: Access,
    notices: Vec<Finding>,
    // Last, so that everything else is closed when the lock goes.
    _lock: Option<Held>,
}

/// A held lock. It is given back by name: closing the file is not enough where a process that was just
/// started still has a copy of it.
pub(crate) struct Held(File);

impl Held {
    /// Holds `file` alone, or with other readers; `None` where somebody else holds it.
    pub(crate) fn take(file: File, access: Access) -> std::io::Result<Option<Held>> {
        let tried = match access {
            Access::Read => file.try_lock_shared(),
            Access::Write => file.try_lock(),
        };
        match tried {
            Ok(()) => Ok(Some(Held(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Where this fails, closing the file does it.
        let _ = self.0.unlock();
    }
}

impl std::fmt::Debug for CaseFolder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CaseFolder").field("access", &self.access).finish_non_exhaustive()
    }
}

impl CaseFolder {
    /// Makes a new case and opens it for writing. `seed` is 32 fresh random bytes. The folder appears
    /// whole or not at all; an empty folder of that name is taken over.
    ///
    /// # Errors
    /// `Usage`: something is there already, or the name cannot be a folder's. `Storage`: the disk
    /// would not do it.
    pub fn create(path: &Path, seed: [u8; 32]) -> Result<CaseFolder, Refusal> {
        let scaffold = Scaffold::begin(path, 0o700)?;
        furnish(scaffold.path(), seed)?;
        scaffold.finish()?;
        CaseFolder::open(path, Access::Write)
    }

    /// Makes a new case that has a history already: `fill` writes it while the folder is still hidden, and the
    /// folder appears when all of it is there. What an interrupted attempt left behind is taken away.
    ///
    /// # Errors
    /// As [`CaseFolder::create`], and whatever `fill` refuses.
    pub fn arrive<T>(
        path: &Path,
        seed: [u8; 32],
        fill: impl FnOnce(&mut CaseFolder) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let scaffold = Scaffold::begin(path, 0o700)?;
        furnish(scaffold.path(), seed)?;
        let mut case = CaseFolder::open(scaffold.path(), Access::Write)?;
        let filled = fill(&mut case)?;
        drop(case);
        scaffold.finish()?;
        Ok(filled)
    }

    /// Opens a case: locks it, takes away what interrupted writes left behind, and checks the ledger
    /// from its first entry to its last.
    ///
    /// # Errors
    /// `Usage`: no case is there. `Busy`: somebody else works on it. `Newer`: made by a newer version.
    /// `Storage`: damaged, or the disk would not do it.
    pub fn open(path: &Path, access: Access) -> Result<CaseFolder, Refusal> {
        let none = || Finding::error("store-not-a-case").with("file", shown(path)).refuse(Fault::Usage);
        // SQLite refuses links anywhere in the path of its file, so the folder's own path comes first.
        let path = path.canonicalize().map_err(|_| none())?;
        let tree = Tree::at(&path).map_err(|_| none())?;
        match tree.open_bytes(ledger::FILE.as_bytes()) {
            Ok(_) => {}
            Err(Closed::Refused(error)) => return Err(fault::disk(&error, ledger::FILE)),
            Err(_) => return Err(none()),
        }
        let lock = lock(&tree, access)?;
        ledger::check_journal(&tree, ledger::JOURNAL)?;
        let ledger = Ledger::open(&path.join(ledger::FILE), access == Access::Write)?;
        let objects = Objects::at(&tree)?;
        let mut notices = Vec::new();
        if access == Access::Write {
            let swept = objects.sweep()?;
            if swept > 0 {
                notices.push(Finding::note("store-leftovers-swept").with("files", swept));
            }
        }
        if key::exposed(&tree) {
            notices.push(Finding::warning("store-key-exposed").with("file", key::FILE));
        }
        Ok(CaseFolder { tree, ledger, objects, access, notices, _lock: lock })
    }

    /// What opening noticed and a person should know.
    pub fn notices(&self) -> &[Finding] {
        &self.notices
    }

    fn writable(&self) -> Result<(), Refusal> {
        match self.access {
            Access::Write => Ok(()),
            Access::Read => {
                Err(Finding::error("store-read-only").with("file", objects::FOLDER).refuse(Fault::Storage))
            }
        }
    }
}

impl Store for CaseFolder {
    fn ledger(&self) -> Result<Vec<String>, Refusal> {
        self.ledger.lines()
    }

    fn append(&mut self, lines: &[String], head: &Sha256) -> Result<(), Refusal> {
        self.ledger.append(lines, head)
    }

    fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal> {
        self.writable()?;
        self.objects.put(bytes, digests)
    }

    fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal> {
        self.writable()?;
        self.objects.put_stream(source, progress)
    }

    fn forget(&mut self, digest: &Sha256) -> Result<(), Refusal> {
        self.writable()?;
        if self.ledger.names(digest)? { Ok(()) } else { self.objects.forget(digest) }
    }

    fn open(&self, digest: &Sha256) -> Result<Box<dyn Lent + '_>, Refusal> {
        self.objects.open(digest)
    }

    fn each(
        &self,
        wanted: &[(Sha256, u64)],
        take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.objects.each(wanted, take)
    }

    fn objects(&self) -> Result<Vec<Sha256>, Refusal> {
        self.objects.list()
    }

    fn signing_seed(&self) -> Result<[u8; 32], Refusal> {
        key::read(&self.tree)
    }
}

/// Everything a case folder holds, flushed.
pub(crate) fn furnish(path: &Path, seed: [u8; 32]) -> Result<(), Refusal> {
    let tree = Tree::at(path)?;
    key::write(tree.as_fd(), seed)?;
    mkdirat(&tree, objects::FOLDER, Mode::from_raw_mode(0o700))
        .map_err(|error| fault::system(error, objects::FOLDER))?;
    let file = path.canonicalize().map_err(|error| fault::disk(&error, ledger::FILE))?.join(ledger::FILE);
    Ledger::create(&file)?;
    flush(&tree, ledger::FILE)
}

/// Locks the case: alone to write, together with other readers to read. `None` only where the disk is
/// read-only and has no lock file: then nobody can write.
fn lock(tree: &Tree, access: Access) -> Result<Option<Held>, Refusal> {
    let failed = |error: rustix::io::Errno| fault::system(error, LOCK);
    let common = OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let opened = openat(tree, LOCK, common | OFlags::RDWR | OFlags::CREATE, Mode::from_raw_mode(0o600));
    let file = match (opened, access) {
        (Ok(file), _) => File::from(file),
        (Err(error), Access::Write) => return Err(failed(error)),
        (Err(_), Access::Read) => match openat(tree, LOCK, common | OFlags::RDONLY, Mode::empty()) {
            Ok(file) => File::from(file),
            Err(rustix::io::Errno::NOENT) => return Ok(None),
            Err(error) => return Err(failed(error)),
        },
    };
    match Held::take(file, access) {
        Ok(Some(held)) => Ok(Some(held)),
        Ok(None) => Err(fault::busy()),
        Err(error) => Err(fault::disk(&error, LOCK)),
    }
}
