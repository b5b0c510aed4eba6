//! What somebody gave, told by the names in it: a bundle, a whole case, a case folder, or plain files.
//!
//! A bundle comes as its folder or as one zip of it. Of a zip nothing is unpacked to a name: members that are stored as
//! they are, are read where they lie, the others go into a nameless file, no more of them than an upload may bring.

use crate::server::Limits;
use crate::spool::{Spool, Stretch};
use crate::upload::{Upload, disk};
use redress_base::{Fault, Finding, Refusal};
use redress_envelope::{Given, MOST_MEMBERS, Whole, closed, cut_off, declared, given, members, whole_case};
use redress_evidence::verify::{FileEntry, FileKind, Folder};
use std::collections::BTreeMap;
use std::io::{BufReader, Read, Write as _};
use zip::read::ZipArchive;
use zip::{CompressionMethod, result::ZipError};

/// Bytes are copied in blocks of this many.
const BLOCK: usize = 1 << 20;

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A bundle, in the folder of that name (empty: at the top).
    Bundle(String),
    /// A whole case as one file.
    CaseFile,
    /// A case folder, with the key that signs its log.
    CaseFolder,
    /// A short file with a secret key in it.
    Key,
    /// A file that is closed to somebody.
    Closed,
    /// A zip that breaks off, where it does, and what it was by what is left of it.
    Cut(u64, Box<Kind>),
    /// A zip with its end that cannot be opened all the same, why, and what it was by the names before its members.
    Broken(String, Box<Kind>),
    /// Plain files.
    Files,
}

impl Kind {
    /// By the names of the files.
    pub(crate) fn of<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Kind {
        match whole_case(names.clone()) {
            Some(Whole::File) => return Kind::CaseFile,
            Some(Whole::Folder) => return Kind::CaseFolder,
            None => {}
        }
        let is = |name: &str, last: &str| name == last || name.ends_with(&format!("/{last}"));
        let marks = |name: &&str| is(name, "bagit.txt") || is(name, "redress-bundle.json");
        let first = names.filter(marks).min_by_key(|name| (name.matches('/').count(), name.len()));
        let folder = |name: &str| name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        first.map_or(Kind::Files, |name| Kind::Bundle(folder(name)))
    }
}

/// What a file is that may be a zip of something, or closed; `None` for every other file.
///
/// # Errors
/// `Storage` where it cannot be read again.
pub(crate) fn inside(file: &Upload) -> Result<Option<Kind>, Refusal> {
    Ok(match given(&mut file.source()).map_err(|error| disk(&error))? {
        Given::Closed => Some(Kind::Closed),
        Given::Cut { at, names } => Some(Kind::Cut(at, Box::new(Kind::of(names.iter().map(String::as_str))))),
        Given::Zip => {
            let found = members(&mut file.source()).map_err(|error| disk(&error))?;
            let kind = Kind::of(found.names.iter().map(String::as_str));
            Some(match found.broken {
                Some(problem) => Kind::Broken(problem, Box::new(kind)),
                None => kind,
            })
        }
        Given::Secret => Some(Kind::Key),
        Given::Other => None,
    })
}

/// Why a file is refused before anybody looks for a bundle or a case in it: it is closed, or not all of it came.
pub(crate) fn unopened(file: &Upload, kind: &Kind) -> Option<Refusal> {
    match kind {
        Kind::Closed => Some(closed(&file.name)),
        Kind::Cut(at, _) => Some(cut_off(&file.name, *at)),
        Kind::Broken(problem, _) => Some(broken(file, problem)),
        Kind::Bundle(_) | Kind::CaseFile | Kind::CaseFolder | Kind::Key | Kind::Files => None,
    }
}

/// A bundle as it was given.
pub(crate) struct Bundle {
    files: BTreeMap<String, (FileEntry, Option<Stretch>)>,
    /// Files beside its folder, which are no part of it.
    pub(crate) beside: usize,
}

impl Folder for Bundle {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        Ok(self.files.values().map(|(entry, _)| entry.clone()).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let content = self.files.get(path).and_then(|(_, content)| content.clone());
        let missing = || Finding::error("web-bundle-member").with("path", path).refuse(Fault::Storage);
        Ok(Box::new(BufReader::with_capacity(1 << 16, content.ok_or_else(missing)?)))
    }
}

/// The bundle among the files that were given.
///
/// # Errors
/// `Usage` where they are something else, saying what, and where that belongs; `Input` where a zip is broken or too long.
pub(crate) fn bundle(files: &[&Upload], limits: &Limits) -> Result<Bundle, Refusal> {
    if files.is_empty() {
        return Err(Finding::error("web-verify-nothing").refuse(Fault::Usage));
    }
    if let [one] = files
        && let Some(kind) = inside(one)?
    {
        return match kind {
            Kind::Bundle(folder) => unpacked(one, &folder, limits),
            other => Err(unopened(one, &other).unwrap_or_else(|| no_bundle(&other))),
        };
    }
    match Kind::of(files.iter().map(|file| file.name.as_str())) {
        Kind::Bundle(folder) => Ok(chosen(files, &folder)),
        other => Err(no_bundle(&other)),
    }
}

/// A zip that is damaged.
fn broken(file: &Upload, problem: &str) -> Refusal {
    let found = Finding::error("web-zip-broken").with("file", file.name.as_str());
    found.with("problem", problem).refuse(Fault::Input)
}

/// What was brought in the place of a bundle.
fn no_bundle(kind: &Kind) -> Refusal {
    let code = match kind {
        Kind::CaseFile => "web-verify-case-file",
        Kind::CaseFolder => "web-verify-case-folder",
        _ => "web-verify-other",
    };
    Finding::error(code).refuse(Fault::Usage)
}

/// The part of a name below the folder; nothing for what lies beside it.
pub(crate) fn below<'n>(name: &'n str, folder: &str) -> Option<&'n str> {
    if folder.is_empty() { Some(name) } else { name.strip_prefix(folder)?.strip_prefix('/') }
}

impl Bundle {
    const fn empty() -> Bundle {
        Bundle { files: BTreeMap::new(), beside: 0 }
    }

    fn put(&mut self, name: &str, folder: &str, kind: FileKind, content: Option<Stretch>) {
        let Some(path) = below(name, folder) else {
            self.beside += 1;
            return;
        };
        let bytes = content.as_ref().map_or(0, Stretch::length);
        let entry = FileEntry { path: path.to_owned(), kind, bytes };
        self.files.insert(path.to_owned(), (entry, content));
    }
}

fn chosen(files: &[&Upload], folder: &str) -> Bundle {
    let mut bundle = Bundle::empty();
    for file in files {
        bundle.put(&file.name, folder, FileKind::File, Some(file.source()));
    }
    bundle
}

fn unpacked(file: &Upload, folder: &str, limits: &Limits) -> Result<Bundle, Refusal> {
    let broken = |error: &ZipError| broken(file, &error.to_string());
    // Before the list is read: all of it is held in memory.
    let said = declared(&mut file.source()).map_err(|error| disk(&error))?;
    if usize::try_from(said).map_or(true, |said| said > MOST_MEMBERS) {
        return Err(Finding::error("web-upload-many").with("most", MOST_MEMBERS).refuse(Fault::Input));
    }
    let mut archive = ZipArchive::new(file.source()).map_err(|error| broken(&error))?;
    if archive.has_duplicate_names() {
        // Which of two files of one name somebody gets depends on who unpacks it.
        return Err(Finding::error("web-zip-twice").with("file", file.name.as_str()).refuse(Fault::Input));
    }
    let (mut bundle, mut spool) = (Bundle::empty(), Spool::begin().map_err(|error| disk(&error))?);
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|error| broken(&error))?;
        let name = member.name().map_err(|error| broken(&error))?.into_owned();
        let plain = member.is_file() && !member.encrypted();
        if member.is_dir() {
            continue;
        }
        let kind = if member.is_symlink() { FileKind::Symlink } else { FileKind::Other };
        let lies = member.data_start().filter(|_| member.compression() == CompressionMethod::Stored);
        let bytes = member.compressed_size();
        drop(member);
        let content = match lies {
            _ if !plain => None,
            Some(from) => Some(file.source().part(from, bytes)),
            None => {
                let mut member = archive.by_index(index).map_err(|error| broken(&error))?;
                Some(unpack(&mut member, &mut spool, limits, file)?)
            }
        };
        bundle.put(&name, folder, if plain { FileKind::File } else { kind }, content);
    }
    Ok(bundle)
}

/// One member, whose declared length may lie.
fn unpack(
    member: &mut dyn Read,
    spool: &mut Spool,
    limits: &Limits,
    file: &Upload,
) -> Result<Stretch, Refusal> {
    let begin = spool.place();
    let mut block = vec![0; BLOCK];
    loop {
        let read = member.read(&mut block).map_err(|error| broken(file, &error.to_string()))?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        if spool.place().saturating_add(part.len() as u64) > limits.upload {
            let found = Finding::error("web-zip-long").with("file", file.name.as_str());
            return Err(found.with("most", limits.upload >> 20).refuse(Fault::Input));
        }
        spool.write_all(part).map_err(|error| disk(&error))?;
    }
    Ok(spool.since(begin))
}

#[cfg(test)]
mod tests {
    use super::{Kind, below};

    #[test]
    fn what_was_given_is_told_by_its_names() {
        let of = |names: &[&str]| Kind::of(names.iter().copied());
        assert_eq!(of(&["x/bagit.txt", "x/data/a"]), Kind::Bundle("x".into()));
        assert_eq!(of(&["bagit.txt", "data/inner/bagit.txt"]), Kind::Bundle(String::new()));
        assert_eq!(of(&["x/redress-bundle.json"]), Kind::Bundle("x".into()));
        assert_eq!(of(&["case-file.json", "ledger.jsonl", "key"]), Kind::CaseFile);
        assert_eq!(of(&["copy/case-file.json", "copy/ledger.jsonl", "copy/key"]), Kind::CaseFile);
        assert_eq!(of(&["c/case.sqlite", "c/key"]), Kind::CaseFolder);
        assert_eq!(of(&["a.csv", "notbagit.txt"]), Kind::Files);
        assert_eq!((below("x/a", "x"), below("xy/a", "x"), below("a", "")), (Some("a"), None, Some("a")));
    }
}
