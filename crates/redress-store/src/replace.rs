//! Writing one file of a person's own folder: whole or not at all.

use crate::durable::Draft;
use crate::fault;
use redress_base::{Fault, Finding, Refusal};
use rustix::fs::{Mode, OFlags, open};
use std::os::fd::AsFd;
use std::path::Path;

/// Puts bytes in the place of a file, or makes it; folders above it are made. Whoever reads meanwhile sees the old
/// file or the new one.
///
/// # Errors
/// `Storage` where the disk or the permissions will not have it; the old file stays.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let shown = path.display().to_string();
    let (Some(name), folder) = (path.file_name(), path.parent()) else {
        let finding = Finding::error("store-not-a-file").with("path", shown);
        return Err(finding.refuse(Fault::Usage));
    };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| fault::disk(&error, &shown))?;
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = open(folder, flags, Mode::empty()).map_err(|error| fault::system(error, &shown))?;
    let mut draft = Draft::begin(folder.as_fd(), u64::from(std::process::id()), 0o644)?;
    draft.write(bytes, &shown)?;
    draft.keep(folder.as_fd(), &name.to_string_lossy(), &shown)
}
