//! A file under construction: it stands beside its name until it is whole, and a failed write is told once.

use crate::durable::flush;
use crate::fault;
use crate::tree::{Tree, shown};
use redress_base::{Fault, Finding, Refusal};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file under construction beside its name.
pub(crate) struct Draft {
    path: PathBuf,
    finished: bool,
}

impl Draft {
    /// Made for its owner alone: it may hold the signing key. What a killed writer left is taken away, what another one
    /// is writing is not.
    pub(crate) fn begin(target: &Path) -> Result<(Draft, File), Refusal> {
        let name =
            target.file_name().ok_or_else(|| Finding::error("store-folder-name").refuse(Fault::Usage))?;
        let hidden: std::ffi::OsString =
            [".".as_ref(), name, ".redress-unfinished".as_ref()].into_iter().collect();
        let path = target.with_file_name(hidden);
        let failed = |error: std::io::Error| fault::disk(&error, &shown(target));
        let make = || {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true).mode(0o600).open(&path)
        };
        let file = match make() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let left = path.symlink_metadata().map_err(failed)?;
                if left.is_file() && File::open(&path).is_ok_and(|left| left.try_lock().is_err()) {
                    return Err(fault::busy());
                }
                std::fs::remove_file(&path).map_err(failed)?;
                make().map_err(failed)?
            }
            made => made.map_err(failed)?,
        };
        // Where the file system has no locks, nobody else is kept out and nothing else changes.
        let _ = file.try_lock();
        Ok((Draft { path, finished: false }, file))
    }

    /// Gives the file its name, unless that was taken meanwhile.
    pub(crate) fn finish(mut self, target: &Path) -> Result<(), Refusal> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::AlreadyExists => {
                Finding::error("store-file-exists").with("file", shown(target)).refuse(Fault::Usage)
            }
            _ => fault::disk(&error, &shown(target)),
        };
        // A plain rename would replace what stands there. Not every file system has this one; then a second name is
        // given and the first taken away.
        let renamed = renameat_with(CWD, &self.path, CWD, target, RenameFlags::NOREPLACE);
        match renamed {
            Ok(()) => {}
            Err(Errno::EXIST) => return Err(failed(Errno::EXIST.into())),
            Err(_) => {
                std::fs::hard_link(&self.path, target).map_err(failed)?;
                std::fs::remove_file(&self.path).map_err(failed)?;
            }
        }
        self.finished = true;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        flush(Tree::at(parent.unwrap_or(Path::new(".")))?, &shown(target))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.finished {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Tells a failed write once. The zip writer closes itself when it is dropped, and would complain a second time, past
/// the program's own words; what it writes then goes nowhere, and the unfinished file is taken away.
pub(crate) struct Once {
    inner: BufWriter<File>,
    failed: bool,
    /// Where the zip writer believes to be, also when nothing is written any more.
    at: u64,
    end: u64,
}

impl Once {
    pub(crate) fn new(file: File) -> Once {
        Once { inner: BufWriter::new(file), failed: false, at: 0, end: 0 }
    }

    /// Every byte on the disk.
    pub(crate) fn settle(self) -> std::io::Result<()> {
        self.inner.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
    }

    fn told<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        self.failed |= done.is_err();
        done
    }

    fn moved(&mut self, to: u64) {
        self.at = to;
        self.end = self.end.max(to);
    }
}

impl Write for Once {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let done = if self.failed { Ok(bytes.len()) } else { self.inner.write(bytes) };
        let length = self.told(done)?;
        self.moved(self.at.saturating_add(length as u64));
        Ok(length)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let done = if self.failed { Ok(()) } else { self.inner.flush() };
        self.told(done)
    }
}

impl Seek for Once {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let done = match to {
            _ if !self.failed => self.inner.seek(to),
            SeekFrom::Start(at) => Ok(at),
            SeekFrom::Current(by) => Ok(self.at.saturating_add_signed(by)),
            SeekFrom::End(by) => Ok(self.end.saturating_add_signed(by)),
        };
        let at = self.told(done)?;
        self.moved(at);
        Ok(at)
    }
}
