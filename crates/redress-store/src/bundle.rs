//! A bundle on disk: written whole or not at all, and lent to the verifier file by file.

use crate::durable::flush;
use crate::fault;
use crate::scaffold::Scaffold;
use crate::tree::{Kind, Tree};
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::bag::{Content, Plan, good_path};
use redress_evidence::verify::{FileEntry, FileKind, Folder};
use redress_workbench::ports::{Progress, Store};
use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::Path;

/// Bytes are copied in blocks of this many.
const BLOCK: usize = 1 << 20;

/// A bundle's folder, as the verifier sees it: hidden files too, links never followed.
#[derive(Debug)]
pub struct BundleFolder {
    tree: Tree,
}

impl BundleFolder {
    /// Opens the folder that the person named.
    ///
    /// # Errors
    /// `Input`: there is no such folder, or it cannot be read.
    pub fn at(path: &Path) -> Result<BundleFolder, Refusal> {
        Ok(BundleFolder { tree: Tree::at(path)? })
    }
}

impl Folder for BundleFolder {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let entries = self.tree.list()?.into_iter().map(|listed| {
            let kind = match listed.kind {
                Kind::File if listed.is_text() => FileKind::File,
                Kind::Link => FileKind::Symlink,
                // A name that is not UTF-8 could not be opened by its path; no bundle has one.
                Kind::File | Kind::Special | Kind::Unreadable => FileKind::Other,
            };
            FileEntry { path: listed.path, kind, bytes: listed.bytes }
        });
        Ok(entries.collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        Ok(Box::new(self.tree.open(path)?))
    }

    fn has_folder(&self, path: &str) -> bool {
        self.tree.below(path).is_ok()
    }
}

/// Writes a planned bundle to the folder `target`, which must not exist or be empty. It appears whole,
/// with every byte on the disk, or not at all, for its owner alone: it holds what was sealed. `progress` is told the bytes of
/// each block written.
///
/// # Errors
/// `Usage`: something is there already, or a planned path would lead out of the folder. `Storage`: the disk would not do it, or an object of the case
/// is missing or altered. `Interrupted`: the person stopped it.
pub fn write_bundle(
    plan: &Plan,
    store: &dyn Store,
    target: &Path,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    let scaffold = Scaffold::begin(target, 0o700)?;
    let mut folders = BTreeSet::from([scaffold.path().to_path_buf()]);
    for entry in &plan.entries {
        if !good_path(&entry.path) {
            let finding = Finding::error("store-bundle-path").with("file", entry.path.as_str());
            return Err(finding.refuse(Fault::Usage));
        }
        let file = scaffold.path().join(&entry.path);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| fault::disk(&error, &entry.path))?;
            let inside = folder.ancestors().take_while(|above| above.starts_with(scaffold.path()));
            folders.extend(inside.map(Path::to_path_buf));
        }
        match &entry.content {
            Content::Bytes(bytes) => write_file(&file, &mut bytes.as_slice(), &entry.path, progress)?,
            Content::Object(digests) => {
                write_file(&file, store.open(&digests.sha256)?.as_mut(), &entry.path, progress)?;
            }
        }
    }
    for folder in &folders {
        flush(Tree::at(folder)?, "bundle")?;
    }
    scaffold.finish()
}

/// Stopped while something is written that the ledger says already, because an entry stands before anything leaves.
pub(crate) fn stopped() -> Refusal {
    Finding::error("store-writing-stopped").refuse(Fault::Interrupted)
}

pub(crate) fn write_file(
    path: &Path,
    source: &mut dyn Read,
    shown_as: &str,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    let failed = |error: std::io::Error| fault::disk(&error, shown_as);
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    let mut block = vec![0; BLOCK];
    loop {
        if progress.stopped() {
            return Err(stopped());
        }
        let length = match source.read(&mut block) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(error)),
        };
        file.write_all(block.get(..length).unwrap_or_default()).map_err(failed)?;
        progress.advance(u64::try_from(length).unwrap_or(u64::MAX));
    }
    file.sync_all().map_err(failed)
}
