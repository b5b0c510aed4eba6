//! Files that a person named: read for the use cases, or written whole.

use redress_base::{Fault, Finding, Instant, Refusal, Stamp, TimeSource};
use redress_store::{Source, Sources};
use redress_workbench::{Content, Incoming, RefusedInput};
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Files longer than this are sealed while they are read once, and not searched for posts.
const IN_MEMORY: u64 = 1 << 30;

/// Reads one of the listed files, or says why it cannot be read.
pub(crate) fn incoming(sources: &Sources, source: &Source) -> Result<Incoming<'static>, RefusedInput> {
    let name = source.name.clone();
    read(sources, source)
        .map(|content| Incoming { name: name.clone(), content })
        .map_err(|refusal| RefusedInput { name, refusal })
}

fn read(sources: &Sources, source: &Source) -> Result<Content<'static>, Refusal> {
    let mut file = sources.open(source)?;
    if source.bytes > IN_MEMORY {
        return Ok(Content::Stream(Box::new(BufReader::with_capacity(1 << 20, file))));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(source.bytes).unwrap_or_default());
    file.read_to_end(&mut bytes).map_err(|error| read_failed(&source.name, &error))?;
    Ok(Content::Bytes(bytes))
}

/// Reads a file that must fit in memory.
pub(crate) fn whole(path: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|error| read_failed(&path.display().to_string(), &error))
}

fn read_failed(path: &str, error: &std::io::Error) -> Refusal {
    Finding::error("cli-read-failed")
        .with("path", path)
        .with("problem", error.to_string())
        .refuse(Fault::Input)
}

/// Whether a file may be written there, asked before anything is done: nothing that is there is replaced, unless with
/// `force` a plain file is, and nothing is written into a case folder.
///
/// # Errors
/// `Usage`, with what to do.
pub(crate) fn free(path: &Path, force: bool) -> Result<(), Refusal> {
    outside_cases(path)?;
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    // A link to a plain file is followed: the file that the person means is the one that changes.
    outside_cases(&path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))?;
    let code = match (path.is_file(), force) {
        (true, true) => return Ok(()),
        (true, false) => "cli-file-exists",
        (false, _) => "cli-not-replaced",
    };
    Err(Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Usage))
}

/// The same, where the folder has to be there too.
///
/// # Errors
/// As [`free`].
pub(crate) fn free_in_folder(path: &Path, force: bool) -> Result<(), Refusal> {
    free(path, force)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if folder.is_dir() {
        return Ok(());
    }
    Err(Finding::error("cli-folder-missing").with("path", folder.display().to_string()).refuse(Fault::Usage))
}

/// Writes a file where it may be written, for its owner alone.
///
/// # Errors
/// As [`free`]; `Storage` where the disk would not do it.
pub(crate) fn put(path: &Path, bytes: &[u8], force: bool) -> Result<(), Refusal> {
    free(path, force)?;
    write(&target(path), bytes)
}

/// The file that a path leads to.
fn target(path: &Path) -> std::path::PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// Has `make` write a file that is not there yet under a name beside it, which then takes the name of a file that is.
///
/// # Errors
/// What `make` refuses; `Storage` where the name cannot be given.
pub(crate) fn instead(path: &Path, make: impl FnOnce(&Path) -> Result<(), Refusal>) -> Result<(), Refusal> {
    if path.symlink_metadata().is_err() {
        return make(path);
    }
    let path = target(path);
    let mut beside = path.clone().into_os_string();
    beside.push(".new");
    let beside = Path::new(&beside);
    make(beside)?;
    std::fs::rename(beside, &path).and_then(|()| settle(&path)).map_err(|error| {
        let found = Finding::error("cli-write-failed").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    })
}

/// Writes a file whole: to a neighbour first, which then takes its name.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let failed = |error: std::io::Error| {
        let found = Finding::error("cli-write-failed").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let written = Partial::beside(path).and_then(|(partial, mut file)| {
        file.write_all(bytes)?;
        file.sync_all()?;
        partial.keep(path)
    });
    written.map_err(failed)
}

/// A file under construction beside its name, for its owner alone: what is written is about a person.
struct Partial {
    path: PathBuf,
    kept: bool,
}

/// Unfinished files of one name and one program that are stepped over; a program writes one at a time.
const MOST_PARTIAL: u32 = 100;

impl Partial {
    /// Begins one under a name that nothing has yet: what stands there, be it a link, is somebody's.
    fn beside(target: &Path) -> std::io::Result<(Partial, File)> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        for number in 0..MOST_PARTIAL {
            let mut name = target.as_os_str().to_owned();
            name.push(format!(".partial-{}-{number}", std::process::id()));
            let path = PathBuf::from(name);
            match options.open(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => return made.map(|file| (Partial { path, kept: false }, file)),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Gives it its name, and has the folder keep that on the disk.
    fn keep(mut self, target: &Path) -> std::io::Result<()> {
        std::fs::rename(&self.path, target)?;
        self.kept = true;
        settle(target)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.kept {
            // The first failure is the one to tell; a partial file that cannot be removed says so by its name.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Has the folder of a file keep its names: a rename is lost with the power otherwise.
fn settle(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Has `make` fill a file that is not there yet, for its owner alone: under a name beside it, which becomes its own when all of it is
/// on the disk. What `make` refuses leaves nothing.
///
/// # Errors
/// As [`free`]; what `make` refuses; `Storage` where the disk would not do it.
pub(crate) fn fill(path: &Path, make: impl FnOnce(&mut File) -> Result<(), Refusal>) -> Result<(), Refusal> {
    free_in_folder(path, false)?;
    let failed = |error: std::io::Error| {
        let found = Finding::error("cli-write-failed").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    let (partial, mut file) = Partial::beside(path).map_err(failed)?;
    make(&mut file)?;
    file.sync_all().and_then(|()| partial.keep(path)).map_err(failed)
}

/// Writes one file that anybody may read, and says whether one was replaced.
///
/// # Errors
/// As [`free_in_folder`]; `Storage` where the disk would not do it.
pub(crate) fn place(path: &Path, bytes: &[u8], force: bool) -> Result<bool, Refusal> {
    free_in_folder(path, force)?;
    let there = path.symlink_metadata().is_ok();
    redress_store::replace(&target(path), bytes)?;
    Ok(there)
}

/// Reads `2026-03-01T10:03:00+08:00` as a time that a person declares.
pub(crate) fn declared_time(text: &str) -> Result<Stamp, Refusal> {
    let unreadable = |_| Finding::error("cli-time-unreadable").with("value", text).refuse(Fault::Usage);
    let at: jiff::Timestamp = text.parse().map_err(unreadable)?;
    Ok(Stamp { at: Instant(at.as_second()), source: TimeSource::Declared })
}

/// Whether a path lies in a case folder, or is one: a ledger and a key stand beside or above it.
pub(crate) fn in_case_folder(path: &Path) -> bool {
    // What does not exist yet is judged by the nearest folder that does.
    let known = path.ancestors().find_map(|above| {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        above.canonicalize().ok()
    });
    let holds = |folder: &Path| folder.join("case.sqlite").is_file() && folder.join("key").is_file();
    known.is_some_and(|known| known.ancestors().any(holds))
}

/// Refuses to write into a case folder, where only the program itself keeps things.
pub(crate) fn outside_cases(path: &Path) -> Result<(), Refusal> {
    if in_case_folder(path) {
        let found = Finding::error("cli-inside-a-case").with("path", path.display().to_string());
        return Err(found.refuse(Fault::Usage));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of somebody's that is named like one under construction stays, and a link there leads nowhere.
    #[test]
    fn what_stands_at_the_name_of_an_unfinished_file_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let path = |name: &str| room.path().join(name);
        let first = format!("paper.partial-{}-0", std::process::id());
        let second = format!("paper.partial-{}-1", std::process::id());
        std::fs::write(path("paper.partial"), "mine").unwrap();
        std::fs::write(path("aim"), "mine").unwrap();
        std::os::unix::fs::symlink(path("aim"), path(&first)).unwrap();
        std::fs::write(path(&second), "mine").unwrap();
        put(&path("paper"), b"new", false).unwrap();
        fill(&path("other"), |file| file.write_all(b"filled").map_err(|error| read_failed("other", &error)))
            .unwrap();
        let read = |name: &str| std::fs::read_to_string(path(name)).unwrap();
        assert_eq!((read("paper"), read("other")), ("new".to_owned(), "filled".to_owned()));
        for name in ["paper.partial", "aim", &second] {
            assert_eq!(read(name), "mine", "{name}");
        }
        assert!(path(&first).symlink_metadata().unwrap().is_symlink());
        // What fails leaves nothing behind.
        let refused = Finding::error("cli-write-failed").refuse(Fault::Storage);
        assert!(fill(&path("never"), |_| Err(refused)).is_err());
        let names = std::fs::read_dir(room.path()).unwrap().count();
        assert_eq!(names, 6);
    }
}
