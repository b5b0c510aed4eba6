//! The disk as the verifier sees it: a list of files, and a way to read one.

use super::sums::unread;
use crate::bag;
use crate::tiles;
use redress_base::{Fault, Finding, Refusal};
use std::io::Read;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A plain file.
    File,
    /// A symbolic link, to whatever.
    Symlink,
    /// A device, a socket, a pipe.
    Other,
}

/// One thing in the folder. Folders themselves are not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEntry {
    /// Relative to the bundle, parts joined with `/`. A name that is not UTF-8 is given with replacement
    /// characters; no such path is safe, so it is refused and never opened.
    pub path: String,
    /// What it is. Links must not be followed to find out.
    pub kind: FileKind,
    /// Its length in bytes.
    pub bytes: u64,
}

/// A bundle to verify. Implementations must not follow links and must list hidden files too.
pub trait Folder {
    /// Everything in the folder, at any depth, in any order.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn list(&self) -> Result<Vec<FileEntry>, Refusal>;

    /// Opens one listed file from its beginning.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal>;

    /// Whether a folder stands there, be it empty. Who sees files alone knows of the folders that they stand in.
    fn has_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        self.list().is_ok_and(|list| list.iter().any(|entry| entry.path.starts_with(&below)))
    }

    /// What there is to say of whatever holds the files, such as a zip.
    fn remarks(&self) -> Vec<Finding> {
        Vec::new()
    }
}

/// The largest manifest or log that is read into memory, in bytes: several hundred thousand files.
const LARGEST_LIST: u64 = 128 << 20;

/// The largest of all other metadata, in bytes: keys, notes, checkpoints, proofs.
const LARGEST_NOTE: u64 = 1 << 20;

/// Reads a whole metadata file, or refuses one beyond measure.
pub(crate) fn read_whole(folder: &dyn Folder, path: &str) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let most = if path == bag::ENTRIES || path.contains("manifest-") {
        LARGEST_LIST
    } else if path.starts_with(bag::TILES) {
        tiles::LONGEST_BUNDLE
    } else {
        LARGEST_NOTE
    };
    let reader = folder.open(path)?;
    let read = reader.take(most + 1).read_to_end(&mut bytes);
    if let Err(error) = read {
        let finding = unread(path, &error);
        let damaged = finding.code == "evidence-file-damaged";
        return Err(finding.refuse(if damaged { Fault::Verification } else { Fault::Storage }));
    }
    if bytes.len() as u64 > most {
        return Err(Finding::error("evidence-file-too-large")
            .with("path", path)
            .with("most", most)
            .refuse(Fault::Verification));
    }
    Ok(bytes)
}
