//! A folder under construction: it gets its name when it is whole, and is taken away otherwise.

use crate::durable::flush;
use crate::fault;
use crate::folder::{Access, Held};
use crate::tree::{Tree, shown};
use redress_base::{Fault, Finding, Refusal};
use std::ffi::OsString;
use std::fs::{DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// Beside the folder that is to be, under a hidden name that a later attempt knows again.
pub(crate) struct Scaffold {
    path: PathBuf,
    target: PathBuf,
    finished: bool,
    _held: Option<Held>,
}

impl Scaffold {
    /// Begins the folder `target`, which must not exist or be empty. `mode` is who may enter it.
    pub(crate) fn begin(target: &Path, mode: u32) -> Result<Scaffold, Refusal> {
        let failed = |error: std::io::Error| fault::disk(&error, &shown(target));
        let name =
            target.file_name().ok_or_else(|| Finding::error("store-folder-name").refuse(Fault::Usage))?;
        if occupied(target) {
            return Err(Finding::error("store-folder-exists")
                .with("file", shown(target))
                .refuse(Fault::Usage));
        }
        let hidden: OsString = [".".as_ref(), name, ".redress-unfinished".as_ref()].into_iter().collect();
        let path = target.with_file_name(hidden);
        if path.symlink_metadata().is_ok() {
            // Somebody is making this folder now, or was killed while making it.
            drop(hold(&path)?);
            std::fs::remove_dir_all(&path).map_err(failed)?;
        }
        DirBuilder::new().mode(mode).create(&path).map_err(failed)?;
        let held = hold(&path)?;
        Ok(Scaffold { path, target: target.to_path_buf(), finished: false, _held: held })
    }

    /// Where to build.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the folder its name. Everything in it must be flushed already.
    pub(crate) fn finish(mut self) -> Result<(), Refusal> {
        let failed = |error: std::io::Error| fault::disk(&error, &shown(&self.target));
        std::fs::rename(&self.path, &self.target).map_err(failed)?;
        self.finished = true;
        let parent = self.target.parent().filter(|parent| !parent.as_os_str().is_empty());
        flush(Tree::at(parent.unwrap_or(Path::new(".")))?, &shown(&self.target))
    }
}

impl Drop for Scaffold {
    fn drop(&mut self) {
        if !self.finished {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

/// Whether something other than an empty folder stands at `path`.
fn occupied(path: &Path) -> bool {
    path.symlink_metadata().is_ok() && !std::fs::read_dir(path).is_ok_and(|mut names| names.next().is_none())
}

/// Holds a scaffold against a second maker, where the file system can lock a folder.
fn hold(path: &Path) -> Result<Option<Held>, Refusal> {
    let folder = File::open(path).map_err(|error| fault::disk(&error, &shown(path)))?;
    match Held::take(folder, Access::Write) {
        Ok(None) => Err(fault::busy()),
        Ok(held) => Ok(held),
        Err(_) => Ok(None),
    }
}
