//! Making a file survive: written beside its place, flushed, renamed, and the folder flushed too.
//!
//! A rename inside one folder is atomic (POSIX.1-2024 `rename`), so that a reader sees the whole file
//! or none; the second flush keeps the name itself across a loss of power.

use crate::fault;
use redress_base::Refusal;
use rustix::fs::{AtFlags, Mode, OFlags, fsync, openat, renameat, unlinkat};
use std::fs::File;
use std::io::Write;
use std::os::fd::{AsFd, BorrowedFd};

/// Files that were being written when a process ended carry this prefix; opening a case sweeps them.
pub(crate) const UNFINISHED: &str = "unfinished-";

/// A file under a temporary name, which is taken away again unless it is kept.
pub(crate) struct Draft<'a> {
    folder: BorrowedFd<'a>,
    name: String,
    file: File,
    kept: bool,
}

impl<'a> Draft<'a> {
    /// Starts a new file in `folder`. `number` tells drafts of one process apart.
    pub(crate) fn begin(folder: BorrowedFd<'a>, number: u64, mode: u32) -> Result<Draft<'a>, Refusal> {
        let name = format!("{UNFINISHED}{number}");
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = openat(folder, &name, flags, Mode::from_raw_mode(mode))
            .map_err(|error| fault::system(error, &name))?;
        Ok(Draft { folder, name, file: File::from(file), kept: false })
    }

    /// Writes more bytes.
    pub(crate) fn write(&mut self, bytes: &[u8], shown_as: &str) -> Result<(), Refusal> {
        self.file.write_all(bytes).map_err(|error| fault::disk(&error, shown_as))
    }

    /// Flushes the bytes, gives the file its name in `target`, and flushes that folder.
    pub(crate) fn keep(mut self, target: BorrowedFd<'_>, name: &str, shown_as: &str) -> Result<(), Refusal> {
        self.file.sync_all().map_err(|error| fault::disk(&error, shown_as))?;
        renameat(self.folder, &self.name, target, name).map_err(|error| fault::system(error, shown_as))?;
        self.kept = true;
        flush(target, shown_as)
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if !self.kept {
            // Where even this fails, the next opening sweeps it.
            let _ = unlinkat(self.folder, &self.name, AtFlags::empty());
        }
    }
}

/// Flushes a folder's names to the disk.
pub(crate) fn flush(folder: impl AsFd, shown_as: &str) -> Result<(), Refusal> {
    fsync(folder).map_err(|error| fault::system(error, shown_as))
}
