//! The register of a folder of many case folders.
//!
//! ```text
//! CABINET/register.sqlite   one row a case: a cache, and nothing else
//! CABINET/<name>/…          case folders
//! ```
//! A row is made by folding the case's ledger. It is good as long as the case's file looks as it did
//! before it was read: size, times and number of the file, by one `stat` a case. A file that was changed
//! less than two seconds before is looked into again next time, since within one tick of the disk's clock
//! two changes look the same. A row that cannot be made anew stays, and the case is named.

use crate::folder::{Access, CaseFolder};
use crate::index::{self, Index, Opened, Seen};
use crate::tree::Tree;
use crate::{fault, ledger};
use redress_base::{Fault, Finding, Refusal};
use redress_workbench::ports::{Ask, CaseRow, Listing, Progress, Register, Store};
use rustix::fs::{AtFlags, Dir, FileType, Stat, statat};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file older than this looks different after the next change; file systems count in ticks of up to
/// two seconds (FAT).
const YOUNG: Duration = Duration::from_secs(2);
/// Rows that are written together: what was folded before a stop is kept.
const BATCH: usize = 256;

/// Makes a row out of the lines of one ledger.
pub type Fold<'a> = &'a mut dyn FnMut(&[String]) -> Result<CaseRow, Refusal>;

/// The register of one folder.
pub struct FolderRegister {
    tree: Tree,
    path: PathBuf,
    index: Index,
    notices: Vec<Finding>,
}

impl std::fmt::Debug for FolderRegister {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FolderRegister").field("notices", &self.notices).finish_non_exhaustive()
    }
}

/// What a refreshing came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// Cases in the folder.
    pub cases: u64,
    /// Rows that were made anew.
    pub folded: u64,
    /// Rows of cases that are no longer there.
    pub gone: u64,
    /// Cases that could not be read, each with the reason; their rows, if any, are as they were.
    pub findings: Vec<Finding>,
}

impl FolderRegister {
    /// Opens the register of a folder; a new one is made where there is none, and a damaged one or one of
    /// another version is made anew. In a folder that cannot be written it is kept in memory.
    ///
    /// # Errors
    /// `Input`: there is no such folder. `Usage`: another program's file has the register's name.
    /// `Busy`: another program holds the register. `Storage`: the disk would not do it.
    pub fn open(folder: &Path) -> Result<FolderRegister, Refusal> {
        let tree = Tree::at(folder)?;
        let path = folder.canonicalize().map_err(|error| fault::disk(&error, index::FILE))?;
        let mut notices = Vec::new();
        let index = open_index(&tree, &path.join(index::FILE), &mut notices)?;
        Ok(FolderRegister { tree, path, index, notices })
    }

    /// What opening noticed and a person should know.
    pub fn notices(&self) -> &[Finding] {
        &self.notices
    }

    /// Brings the rows up to date: looks at every case folder, and folds those that have changed.
    ///
    /// # Errors
    /// `Interrupted` where the person asked to stop (what was folded is kept); `Storage` where the folder
    /// or the register would not do it. A case that cannot be read is a finding, not an error.
    pub fn refresh(&mut self, fold: Fold<'_>, progress: &mut dyn Progress) -> Result<Refreshed, Refusal> {
        let failed = |error: rusqlite::Error| index::refuse(&error);
        let now = SystemTime::now();
        let there = self.look(now)?;
        let known = match self.index.seen() {
            Err(error) if index::spoilt(&error) => {
                let file = self.path.join(index::FILE);
                discard(&file)?;
                self.index = open_index(&self.tree, &file, &mut self.notices)?;
                self.notices.push(Finding::note("store-register-rebuilt"));
                BTreeMap::new()
            }
            known => known.map_err(failed)?,
        };
        let gone: Vec<String> = known.keys().filter(|place| !there.contains_key(*place)).cloned().collect();
        let fresh = |(place, seen): &(&String, &Seen)| {
            known.get(*place).is_some_and(|old| old.settled && old.stamp == seen.stamp)
        };
        let stale: Vec<(&String, &Seen)> = there.iter().filter(|one| !fresh(one)).collect();
        let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        let mut done =
            Refreshed { cases: count(there.len()), gone: count(gone.len()), ..Refreshed::default() };
        if !gone.is_empty() {
            self.index.change(&[], &gone).map_err(failed)?;
        }
        progress.begin("store-stage-register", Some(count(stale.len())));
        for batch in stale.chunks(BATCH) {
            let mut rows = Vec::with_capacity(batch.len());
            for (place, seen) in batch {
                match self.fold_one(place, fold) {
                    Ok(row) => rows.push(((*place).clone(), (*seen).clone(), row)),
                    Err(refusal) => done.findings.push(unread(place, &refusal)),
                }
                progress.advance(1);
                if progress.stopped() {
                    break;
                }
            }
            done.folded = done.folded.saturating_add(count(rows.len()));
            self.index.change(&rows, &[]).map_err(failed)?;
            if progress.stopped() {
                return Err(Finding::error("store-register-stopped").refuse(Fault::Interrupted));
            }
        }
        progress.end();
        Ok(done)
    }

    fn fold_one(&self, place: &str, fold: Fold<'_>) -> Result<CaseRow, Refusal> {
        let case = CaseFolder::open(&self.path.join(place), Access::Read)?;
        fold(&case.ledger()?)
    }

    /// The case folders, and how their files look. Hidden names are folders under construction, and links
    /// are not followed.
    fn look(&self, now: SystemTime) -> Result<BTreeMap<String, Seen>, Refusal> {
        let failed = |error: rustix::io::Errno| fault::system(error, index::FILE);
        let mut there = BTreeMap::new();
        for entry in Dir::read_from(&self.tree).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let Ok(name) = entry.file_name().to_str() else { continue };
            let may_be = matches!(entry.file_type(), FileType::Directory | FileType::Unknown);
            if name.starts_with('.') || !may_be {
                continue;
            }
            if let Some(seen) = self.seen(name, entry.file_type() == FileType::Unknown, now) {
                there.insert(name.to_owned(), seen);
            }
        }
        Ok(there)
    }

    /// How the case's file looks now; `None` where there is no case.
    fn seen(&self, place: &str, check: bool, now: SystemTime) -> Option<Seen> {
        let kind = |stat: &Stat| FileType::from_raw_mode(stat.st_mode);
        let stat = |name: &str| statat(&self.tree, name, AtFlags::SYMLINK_NOFOLLOW).ok();
        if check && !stat(place).is_some_and(|stat| kind(&stat) == FileType::Directory) {
            return None;
        }
        let stat = stat(&format!("{place}/{}", ledger::FILE))?;
        (kind(&stat) == FileType::RegularFile).then(|| seen(&stat, now))
    }
}

/// Opens the register's file, or one in its place.
fn open_index(tree: &Tree, file: &Path, notices: &mut Vec<Finding>) -> Result<Index, Refusal> {
    let opened = match ledger::check_journal(tree, index::JOURNAL) {
        Ok(()) => Index::open(file),
        // A journal that names another file is not followed; the register is only a cache.
        Err(_) => Ok(Opened::Spoilt),
    };
    let opened = match opened {
        Ok(Opened::Spoilt) => {
            notices.push(Finding::note("store-register-rebuilt"));
            discard(file)?;
            Index::open(file)
        }
        Err(error) if cannot_write(&error) => {
            notices.push(Finding::note("store-register-in-memory"));
            Index::in_memory()
        }
        other => other,
    };
    match opened.map_err(|error| index::refuse(&error))? {
        Opened::Index(index) => Ok(index),
        Opened::Spoilt | Opened::Foreign => {
            Err(Finding::error("store-register-foreign").with("file", index::FILE).refuse(Fault::Usage))
        }
    }
}

impl Register for FolderRegister {
    fn upsert(&mut self, place: &str, row: &CaseRow) -> Result<(), Refusal> {
        let plain = !place.is_empty() && !place.starts_with('.') && !place.contains(['/', '\0']);
        let seen = plain.then(|| self.seen(place, true, SystemTime::now())).flatten();
        let seen =
            seen.ok_or_else(|| Finding::error("store-not-a-case").with("file", place).refuse(Fault::Usage))?;
        // The row may be older than this look: the next refreshing looks into the case itself.
        let seen = Seen { settled: false, ..seen };
        let change = self.index.change(&[(place.to_owned(), seen, row.clone())], &[]);
        change.map_err(|error| index::refuse(&error))
    }

    fn list(&self, ask: &Ask) -> Result<Listing, Refusal> {
        self.index.list(ask).map_err(|error| index::refuse(&error))
    }
}

/// A change in place alters the times; one that puts another file in its place, the number.
fn seen(stat: &Stat, now: SystemTime) -> Seen {
    let stamp = format!(
        "{} {}.{:09} {}.{:09} {}",
        stat.st_size, stat.st_mtime, stat.st_mtime_nsec, stat.st_ctime, stat.st_ctime_nsec, stat.st_ino
    );
    let changed = u64::try_from(stat.st_ctime.max(stat.st_mtime)).unwrap_or_default();
    // Whole seconds: what is left out makes the file look older by less than one, which is added.
    let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(changed.saturating_add(1));
    let settled = now.duration_since(changed).is_ok_and(|age| age > YOUNG);
    Seen { stamp, settled }
}

fn unread(place: &str, refusal: &Refusal) -> Finding {
    let code = match refusal.fault {
        Fault::Busy => Finding::note("store-register-busy"),
        _ => Finding::warning("store-register-unread").with("code", refusal.finding.code.as_str()),
    };
    code.with("case", place)
}

fn cannot_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, PermissionDenied, ReadOnly};
    matches!(error.sqlite_error_code(), Some(CannotOpen | PermissionDenied | ReadOnly))
}

/// Takes the register away, journal first: a journal without its file rolls nothing back.
fn discard(file: &Path) -> Result<(), Refusal> {
    for name in [index::JOURNAL, index::FILE] {
        match std::fs::remove_file(file.with_file_name(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(fault::disk(&error, name));
            }
            _ => {}
        }
    }
    Ok(())
}
