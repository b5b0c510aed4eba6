//! What the person named: a folder, or a zip of one; and whether a bundle of redress is in it, or somebody's bag.

use crate::archive::Archive;
use crate::disk::Disk;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::verify::{Folder, Report, Trust, is_bundle, verify_bag, verify_with};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// How every zip with something in it begins.
const ZIP: &[u8; 4] = b"PK\x03\x04";

/// What is verified.
pub enum Source {
    /// A folder on a disk.
    Folder(Box<dyn Folder>),
    /// A zip, read where it lies.
    Zip(Box<dyn Folder>),
}

impl Source {
    /// The files.
    pub fn folder(&self) -> &dyn Folder {
        match self {
            Source::Folder(folder) | Source::Zip(folder) => folder.as_ref(),
        }
    }
}

fn refuse(code: &str, path: &Path) -> Refusal {
    Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Input)
}

/// Opens a folder or a zip.
///
/// # Errors
/// `Input` where there is neither, or it cannot be read, or the zip has no bag in it.
pub fn open(path: &Path) -> Result<Source, Refusal> {
    let unreadable = |error: std::io::Error| {
        let found = Finding::error("verify-unreadable").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Input)
    };
    if path.is_dir() {
        let disk = Disk::at(path).map_err(|error| unreadable(error.into()))?;
        return Ok(Source::Folder(Box::new(disk)));
    }
    if !path.is_file() {
        // A pipe or a device would be waited for; what is not there says so by its own name.
        let missing = || refuse("verify-neither", path);
        return Err(path.metadata().map_or_else(unreadable, |_| missing()));
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let mut begins = [0; 4];
    if file.read_exact(&mut begins).is_err() || begins != *ZIP {
        return Err(refuse("verify-neither", path));
    }
    let archive = Archive::open(file)?;
    let marked = archive.names().any(|name| name == "bagit.txt" || name == "redress-bundle.json");
    if marked { Ok(Source::Zip(Box::new(archive))) } else { Err(refuse("verify-not-a-bundle", path)) }
}

/// Verifies what is there: a bundle of redress as one, and what has nothing of a bundle by the rules of BagIt alone.
/// `progress` is told how many bytes have been read so far.
///
/// # Errors
/// `Input` where it is neither: a wrong argument is not a broken bundle.
pub fn check(
    folder: &dyn Folder,
    trust: Trust<'_>,
    path: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<Report, Refusal> {
    let files = folder.list()?;
    if is_bundle(&files) {
        return Ok(verify_with(folder, trust, progress));
    }
    if !files.iter().any(|file| file.path == "bagit.txt") {
        return Err(refuse("verify-not-a-bundle", path));
    }
    // Whoever gives a key asks who signed, and nobody signed this; the same of a log and a time, of which it has none.
    let refused = |code: &str| {
        Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Verification)
    };
    if !trust.keys.is_empty() {
        return Err(refused("verify-nobody-signed"));
    }
    let asked = [
        ("--earlier", !trust.earlier.is_empty()),
        ("--tsa-root", !trust.roots.is_empty()),
        ("--tsa-issuer", !trust.issuers.is_empty()),
        ("--block-header", !trust.headers.is_empty()),
    ];
    let asked: Vec<&str> = asked.into_iter().filter(|(_, given)| *given).map(|(option, _)| option).collect();
    if !asked.is_empty() {
        let mut refusal = refused("verify-nothing-to-ask");
        refusal.finding = Box::new(refusal.finding.with("options", asked.join(", ")));
        return Err(refusal);
    }
    Ok(verify_bag(folder, progress))
}
