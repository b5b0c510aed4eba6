//! A folder held open: listed and read without ever following a link.
//!
//! Every step is taken from the folder already open (`openat` with `O_NOFOLLOW`), so that whoever renames things meanwhile
//! cannot lead the reading out of it. A file is opened without waiting (`O_NONBLOCK`), and only then looked at.

use redress_base::{Fault, Finding, Refusal};
use redress_evidence::verify::{FileEntry, FileKind, Folder};
use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

/// Folders inside folders beyond this depth are reported, not entered: each level holds an open folder.
const DEEPEST: usize = 64;
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

/// Folders that are held open at a time, so that the files of one folder do not each open the whole way to it.
const HELD: usize = 64;

/// A folder on a disk.
#[derive(Debug)]
pub(crate) struct Disk {
    root: OwnedFd,
    /// The folders used last, each by its path.
    held: RefCell<BTreeMap<String, OwnedFd>>,
}

impl Disk {
    /// Opens the folder that the person named; a link in that path itself is followed, since they chose it.
    pub(crate) fn at(path: &Path) -> Result<Disk, Errno> {
        Ok(Disk { root: openat(CWD, path, FOLDER, Mode::empty())?, held: RefCell::default() })
    }

    fn file(&self, path: &str) -> Result<Plain, Errno> {
        let odd = |part: &str| matches!(part, "" | "." | "..");
        if path.split('/').any(odd) {
            return Err(Errno::NOENT);
        }
        let Some((folder, name)) = path.rsplit_once('/') else { return plain(&self.root, path) };
        let mut held = self.held.borrow_mut();
        if let Some(folder) = held.get(folder) {
            return plain(folder, name);
        }
        let mut way: Option<OwnedFd> = None;
        for part in folder.split('/') {
            let from = way.as_ref().unwrap_or(&self.root);
            way = Some(openat(from, part, FOLDER | OFlags::NOFOLLOW, Mode::empty())?);
        }
        let opened = plain(way.as_ref().unwrap_or(&self.root), name);
        if held.len() >= HELD {
            held.clear();
        }
        held.extend(way.map(|way| (folder.to_owned(), way)));
        opened
    }
}

/// A plain file, read to the length that it had when it was opened.
struct Plain {
    file: File,
    left: u64,
    /// Systems give some files no length (`/proc`): those are read until they end.
    endless: bool,
}

fn plain(folder: &OwnedFd, name: &str) -> Result<Plain, Errno> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = openat(folder, name, flags, Mode::empty())?;
    let stat = fstat(&file)?;
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => {
            let left = u64::try_from(stat.st_size).unwrap_or_default();
            Ok(Plain { file: File::from(file), left, endless: left == 0 })
        }
        _ => Err(Errno::INVAL),
    }
}

impl Read for Plain {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        // What comes behind the length at opening is not asked for: a file that grew is told by whoever listed it.
        if self.left == 0 && !self.endless {
            return Ok(0);
        }
        let count = self.file.read(buffer)?;
        self.left = self.left.saturating_sub(count as u64);
        Ok(count)
    }
}

impl Folder for Disk {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let mut found = Vec::new();
        let top = Dir::read_from(&self.root).map_err(|error| refuse(".", error))?;
        gather(&self.root, top, "", 1, &mut found);
        found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        self.file(path).map(|file| Box::new(file) as Box<dyn Read>).map_err(|error| refuse(path, error))
    }

    fn has_folder(&self, path: &str) -> bool {
        openat(&self.root, path, FOLDER | OFlags::NOFOLLOW, Mode::empty()).is_ok()
    }
}

fn refuse(path: &str, error: Errno) -> Refusal {
    Finding::error("verify-unreadable")
        .with("path", path)
        .with("problem", std::io::Error::from(error).to_string())
        .refuse(Fault::Input)
}

/// Walks one open folder; what cannot be read or named becomes something that no bundle has.
fn gather(folder: &OwnedFd, names: Dir, prefix: &str, depth: usize, found: &mut Vec<FileEntry>) {
    for entry in names {
        let Ok(entry) = entry else {
            // The list broke off; the folder stands for the names that nobody could read.
            found.push(FileEntry { path: prefix.to_owned(), kind: FileKind::Other, bytes: 0 });
            return;
        };
        let name = entry.file_name();
        if matches!(name.to_bytes(), b"." | b"..") {
            continue;
        }
        let path = format!("{prefix}{}", name.to_string_lossy());
        let other = |kind| FileEntry { path: path.clone(), kind, bytes: 0 };
        let Ok(stat) = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW) else {
            found.push(other(FileKind::Other));
            continue;
        };
        let bytes = u64::try_from(stat.st_size).unwrap_or_default();
        match FileType::from_raw_mode(stat.st_mode) {
            // A name that is not UTF-8 could not be opened by its path.
            FileType::RegularFile if name.to_str().is_ok() => {
                found.push(FileEntry { path, kind: FileKind::File, bytes });
            }
            FileType::Symlink => found.push(other(FileKind::Symlink)),
            FileType::Directory => {
                let inside = (depth < DEEPEST)
                    .then(|| openat(folder.as_fd(), name, FOLDER | OFlags::NOFOLLOW, Mode::empty()).ok())
                    .flatten()
                    .and_then(|inside| Some((Dir::read_from(&inside).ok()?, inside)));
                match inside {
                    Some((names, inside)) => {
                        gather(&inside, names, &format!("{path}/"), depth.saturating_add(1), found);
                    }
                    None => found.push(other(FileKind::Other)),
                }
            }
            _ => found.push(other(FileKind::Other)),
        }
    }
}
