//! The disk as the verifier sees it: a list of files, and a way to read one.

use crate::bag;
use crate::tiles;
use redress_base::{Fault, Finding, Refusal};
use std::io::{ErrorKind, Read};

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
        // A member of a zip that does not unpack was changed; a disk that does not read is another trouble.
        let changed = matches!(
            error.kind(),
            ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof
        );
        let fault = if changed { Fault::Verification } else { Fault::Storage };
        return Err(Finding::error("evidence-file-unreadable").with("path", path).refuse(fault));
    }
    if bytes.len() as u64 > most {
        return Err(Finding::error("evidence-file-too-large")
            .with("path", path)
            .with("most", most)
            .refuse(Fault::Verification));
    }
    Ok(bytes)
}
