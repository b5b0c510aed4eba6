//! Files that a person named: read for the use cases, or written whole.

use redress_base::{Fault, Finding, Instant, Refusal, Stamp, TimeSource};
use redress_store::{Source, Sources};
use redress_workbench::{Content, Incoming, RefusedInput};
use std::io::{BufReader, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

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
    std::fs::rename(beside, &path).map_err(|error| {
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
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    let partial = Path::new(&name);
    // For its owner alone: what is written is about a person.
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let written = options.open(partial).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| std::fs::rename(partial, path));
    done.map_err(|error| {
        // The first failure is the one to tell; a partial file that cannot be removed says so by its name.
        let _ = std::fs::remove_file(partial);
        failed(error)
    })
}

/// Has `make` fill a file that is not there yet, for its owner alone: under a name beside it, which becomes its own when all of it is
/// on the disk. What `make` refuses leaves nothing.
///
/// # Errors
/// As [`free`]; what `make` refuses; `Storage` where the disk would not do it.
pub(crate) fn fill(
    path: &Path,
    make: impl FnOnce(&mut std::fs::File) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    free_in_folder(path, false)?;
    let failed = |error: std::io::Error| {
        let found = Finding::error("cli-write-failed").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    let partial = Path::new(&name);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(partial).map_err(failed)?;
    let made = make(&mut file).and_then(|()| file.sync_all().map_err(failed));
    let done = made.and_then(|()| std::fs::rename(partial, path).map_err(failed));
    if done.is_err() {
        // The first failure is the one to tell; a partial file that cannot be removed says so by its name.
        let _ = std::fs::remove_file(partial);
    }
    done
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
