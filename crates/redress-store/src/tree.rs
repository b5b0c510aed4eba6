//! A folder held open: its files are listed and opened without ever following a link.
//!
//! Every step is taken from the folder already open (`openat` with `O_NOFOLLOW`), so that whoever can
//! rename things meanwhile cannot lead the reading out of the folder. A file is opened without
//! waiting (`O_NONBLOCK`), so that a pipe does not hold the program, and only then looked at.

use crate::fault;
use redress_base::{Fault, Finding, Refusal};
use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;
use std::ffi::{CStr, OsStr};
use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Folders inside folders beyond this depth are reported, not entered: each level holds an open
/// folder, and a process may hold about a thousand.
const DEEPEST: usize = 64;

/// What a listed name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A plain file.
    File,
    /// A symbolic link; it is not followed.
    Link,
    /// A pipe, a socket or a device.
    Special,
    /// A folder or a name that cannot be read, or that lies too deep.
    Unreadable,
}

/// One name under a [`Tree`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Relative to the folder, with `/`. Where the name is not UTF-8, the odd bytes show as U+FFFD.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Length in bytes; 0 for everything but files.
    pub bytes: u64,
    raw: Vec<u8>,
}

impl Listed {
    /// Whether `path` is exactly the name on disk (it is UTF-8).
    pub fn is_text(&self) -> bool {
        self.raw == self.path.as_bytes()
    }
}

/// Why a name could not be opened as a plain file.
#[derive(Debug)]
pub(crate) enum Closed {
    Missing,
    Link,
    Special,
    Refused(std::io::Error),
}

impl Closed {
    fn refuse(self, shown_as: &str) -> Refusal {
        let finding = match self {
            Closed::Missing => Finding::error("store-file-vanished"),
            Closed::Link => Finding::error("store-link-not-followed"),
            Closed::Special => Finding::error("store-not-a-file"),
            Closed::Refused(error) => {
                Finding::error("store-file-unreadable").with("system", error.to_string())
            }
        };
        finding.with("file", shown_as).refuse(Fault::Input)
    }
}

/// A folder held open.
#[derive(Debug)]
pub struct Tree {
    root: OwnedFd,
}

impl AsFd for Tree {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.root.as_fd()
    }
}

impl Tree {
    /// Opens the folder that the person named. A link in the given path itself is followed, since the
    /// person chose it; inside the folder none is.
    ///
    /// # Errors
    /// `Input`: there is no such folder, or it cannot be read.
    pub fn at(path: &Path) -> Result<Tree, Refusal> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root =
            openat(CWD, path, flags, Mode::empty()).map_err(|error| closed(error).refuse(&shown(path)))?;
        Ok(Tree { root })
    }

    /// A folder inside this one.
    pub(crate) fn below(&self, name: &str) -> Result<Tree, Closed> {
        descend(self.root.as_fd(), name.as_bytes()).map(|root| Tree { root })
    }

    /// Opens a plain file for reading. `path` is relative, with `/`.
    ///
    /// # Errors
    /// `Input`: missing, a link (anywhere on the way), not a plain file, unreadable, or a path with an
    /// empty, `.` or `..` part.
    pub fn open(&self, path: &str) -> Result<File, Refusal> {
        self.open_bytes(path.as_bytes()).map_err(|why| why.refuse(path))
    }

    /// Opens a file of the list, whatever bytes its name has.
    ///
    /// # Errors
    /// As [`Tree::open`].
    pub fn open_listed(&self, listed: &Listed) -> Result<File, Refusal> {
        self.open_bytes(&listed.raw).map_err(|why| why.refuse(&listed.path))
    }

    pub(crate) fn open_bytes(&self, path: &[u8]) -> Result<File, Closed> {
        let mut parts: Vec<&[u8]> = path.split(|byte| *byte == b'/').collect();
        let odd = |part: &&[u8]| matches!(**part, [] | [b'.'] | [b'.', b'.']) || part.contains(&0);
        let Some(last) = parts.pop().filter(|last| !odd(last) && !parts.iter().any(odd)) else {
            return Err(Closed::Missing);
        };
        let mut folder: Option<OwnedFd> = None;
        for part in parts {
            folder = Some(descend(folder.as_ref().unwrap_or(&self.root).as_fd(), part)?);
        }
        let folder = folder.as_ref().unwrap_or(&self.root);
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = openat(folder, OsStr::from_bytes(last), flags, Mode::empty()).map_err(closed)?;
        let mode = fstat(&file).map_err(closed)?.st_mode;
        if FileType::from_raw_mode(mode) != FileType::RegularFile {
            return Err(Closed::Special);
        }
        Ok(File::from(file))
    }

    /// Every name below that is not a folder, in byte order of the paths. Nothing is left out: what is
    /// not a readable plain file is listed as what it is.
    ///
    /// # Errors
    /// `Input`: the folder itself cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, Refusal> {
        let mut found = Vec::new();
        let top = Dir::read_from(&self.root).map_err(|error| closed(error).refuse("."))?;
        gather(&self.root, top, &[], 1, &mut found);
        found.sort_unstable_by(|a, b| a.raw.cmp(&b.raw));
        Ok(found)
    }
}

/// Walks one open folder; what cannot be read becomes a listed name.
fn gather(folder: &OwnedFd, names: Dir, prefix: &[u8], depth: usize, found: &mut Vec<Listed>) {
    for entry in names {
        let Ok(entry) = entry else {
            // The list broke off; the folder stands for the names that nobody could read.
            found.push(listed(prefix.strip_suffix(b"/").unwrap_or(prefix), Kind::Unreadable, 0));
            return;
        };
        let name = entry.file_name();
        if matches!(name.to_bytes(), b"." | b"..") {
            continue;
        }
        let path = [prefix, name.to_bytes()].concat();
        match look(folder, name) {
            Some((FileType::RegularFile, bytes)) => found.push(listed(&path, Kind::File, bytes)),
            Some((FileType::Symlink, _)) => found.push(listed(&path, Kind::Link, 0)),
            Some((FileType::Directory, _)) => enter(folder, name, &path, depth, found),
            Some(_) => found.push(listed(&path, Kind::Special, 0)),
            None => found.push(listed(&path, Kind::Unreadable, 0)),
        }
    }
}

fn enter(folder: &OwnedFd, name: &CStr, path: &[u8], depth: usize, found: &mut Vec<Listed>) {
    let inside = (depth < DEEPEST)
        .then(|| descend(folder.as_fd(), name.to_bytes()).ok())
        .flatten()
        .and_then(|inside| Dir::read_from(&inside).ok().map(|names| (inside, names)));
    match inside {
        Some((inside, names)) => {
            gather(&inside, names, &[path, b"/"].concat(), depth.saturating_add(1), found)
        }
        None => found.push(listed(path, Kind::Unreadable, 0)),
    }
}

fn look(folder: &OwnedFd, name: &CStr) -> Option<(FileType, u64)> {
    let stat = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    Some((FileType::from_raw_mode(stat.st_mode), u64::try_from(stat.st_size).unwrap_or_default()))
}

fn listed(raw: &[u8], kind: Kind, bytes: u64) -> Listed {
    Listed { path: String::from_utf8_lossy(raw).into_owned(), kind, bytes, raw: raw.to_vec() }
}

fn descend(folder: BorrowedFd<'_>, name: &[u8]) -> Result<OwnedFd, Closed> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(folder, OsStr::from_bytes(name), flags, Mode::empty()).map_err(|error| match error {
        // Linux says "not a directory" of a link that must not be followed.
        Errno::NOTDIR if is_link(folder, name) => Closed::Link,
        error => closed(error),
    })
}

fn is_link(folder: BorrowedFd<'_>, name: &[u8]) -> bool {
    statat(folder, OsStr::from_bytes(name), AtFlags::SYMLINK_NOFOLLOW)
        .is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Symlink)
}

fn closed(error: Errno) -> Closed {
    match error {
        Errno::NOENT | Errno::NOTDIR => Closed::Missing,
        Errno::LOOP => Closed::Link,
        // A socket cannot be opened; a pipe or a device can, and is noticed afterwards.
        Errno::NXIO | Errno::NODEV => Closed::Special,
        error => Closed::Refused(error.into()),
    }
}

/// The last part of a path: enough for a person to know it, and no path of a machine.
pub(crate) fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Opens a plain file that the person named.
///
/// # Errors
/// `Input`: missing, a link, not a plain file, unreadable.
pub(crate) fn open_named(path: &Path) -> Result<File, Refusal> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = openat(CWD, path, flags, Mode::empty()).map_err(|error| closed(error).refuse(&shown(path)))?;
    let mode = fstat(&file).map_err(|error| fault::system(error, &shown(path)))?.st_mode;
    if FileType::from_raw_mode(mode) != FileType::RegularFile {
        return Err(Closed::Special.refuse(&shown(path)));
    }
    Ok(File::from(file))
}
