//! A bundle as one zip, read where it lies: nothing is unpacked to a name.
//!
//! A zip says everything twice, in its directory and before each member. Programs that believe different copies see
//! different files, so the two have to agree here. Members that stand beside the bundle's own folder are listed as lying
//! outside of it, where no bundle has anything.

use crate::frame::{Frame, Span, broken, filled};
use crate::member::{Stretch, Unpacked};
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::verify::{FileEntry, FileKind, Folder};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read};
use std::sync::Arc;
use zip::CompressionMethod;
use zip::read::{ZipArchive, ZipFile};

/// A member may unpack to this many times its length, or to a mebibyte; more is a bomb. Text packs by ten or twenty.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;
/// All members together may be so many times the zip, or as much as this.
const SMALL_WHOLE: u64 = 256 << 20;
/// The bits of a Unix mode that say what something is, and those of a file and of a folder.
const KIND: u32 = 0o170_000;
const FILE: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// One member.
struct Member {
    entry: FileEntry,
    /// Where its bytes lie, whether they are packed, and their check sum; nothing where it is no plain file.
    content: Option<(Stretch, bool, u32)>,
}

/// A zip with a bundle in it.
pub(crate) struct Archive {
    members: BTreeMap<String, Member>,
    /// The folders that have a member of their own.
    folders: BTreeSet<String>,
    /// Whether the bag lies elsewhere than in the one folder at the top.
    astray: bool,
}

type Zip = ZipArchive<BufReader<Stretch>>;

impl Archive {
    /// Reads the directory of a zip.
    ///
    /// # Errors
    /// `Input` where it is no sound zip, has two members of one name, bytes of none, or unpacks to far more than it is.
    pub(crate) fn open(file: File) -> Result<Archive, Refusal> {
        let length = file.metadata().map_err(broken)?.len();
        let frame = Frame::of(&file, length)?;
        let whole = Stretch { file: Arc::new(file), from: 0, length, at: 0 };
        let mut zip = ZipArchive::new(BufReader::new(whole.clone())).map_err(broken)?;
        if zip.has_duplicate_names() {
            // Which of two files of one name somebody gets depends on who unpacks it.
            return Err(Finding::error("verify-zip-twice").refuse(Fault::Input));
        }
        let found = (zip.offset(), zip.central_directory_start(), zip.len() as u64);
        if found != (0, frame.directory, frame.members) {
            return Err(broken("a directory that is read in two ways"));
        }
        let (mut members, mut folders, mut sum) = (BTreeMap::new(), BTreeSet::new(), 0u64);
        let mut spans = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let member = zip.by_index_raw(index).map_err(broken)?;
            let raw = member.name_raw().to_vec();
            let stated = (member.crc32(), member.compressed_size(), member.size());
            spans.push(Span::of(&whole.file, member.header_start(), &raw, stated)?);
            sum = sum.saturating_add(member.size());
            match taken(&member, &raw, &whole)? {
                Taken::Folder(name) => drop(folders.insert(name)),
                Taken::Member(member) => drop(members.insert(member.entry.path.clone(), member)),
            }
        }
        if sum > SMALL_WHOLE && sum / MOST_RATIO > length {
            return Err(Finding::error("verify-zip-swells").refuse(Fault::Input));
        }
        filled(&whole.file, spans, frame.directory)?;
        agrees(&mut zip)?;
        Ok(Archive { members, folders, astray: false }.at_its_folder())
    }

    /// Takes the folder of the bundle for the top, if it has one of its own.
    fn at_its_folder(self) -> Archive {
        let is = |name: &str, last: &str| name == last || name.ends_with(&format!("/{last}"));
        let marks = |name: &&String| is(name, "bagit.txt") || is(name, "redress-bundle.json");
        let first =
            self.members.keys().filter(marks).min_by_key(|name| (name.matches('/').count(), name.len()));
        let folder = first.and_then(|name| name.rsplit_once('/')).map(|(folder, _)| format!("{folder}/"));
        // RFC 8493 §4.2: a bag is serialized as one folder at the top, so that unpacking it mixes with nothing.
        let astray = folder.as_ref().is_none_or(|folder| folder.matches('/').count() != 1);
        let Some(folder) = folder else { return Archive { astray, ..self } };
        let moved = self.members.into_values().map(|mut member| {
            let path = &member.entry.path;
            // What lies beside the folder lies outside of the bundle, and is no part of it.
            let inside = path.strip_prefix(&folder).map_or_else(|| format!("../{path}"), str::to_owned);
            member.entry.path.clone_from(&inside);
            (inside, member)
        });
        let folders = self.folders.iter().filter_map(|path| Some(path.strip_prefix(&folder)?.to_owned()));
        Archive { members: moved.collect(), folders: folders.collect(), astray }
    }

    /// The names in it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.keys().map(String::as_str)
    }
}

/// What a member is taken for.
enum Taken {
    Folder(String),
    Member(Member),
}

fn taken<R: Read>(member: &ZipFile<'_, R>, raw: &[u8], whole: &Stretch) -> Result<Taken, Refusal> {
    let name = String::from_utf8_lossy(raw).into_owned();
    let (packed, bytes) = (member.compressed_size(), member.size());
    if bytes > SMALL && bytes / MOST_RATIO > packed {
        return Err(Finding::error("verify-zip-bomb").with("path", name).refuse(Fault::Input));
    }
    let kind = member.unix_mode().map_or(0, |mode| mode & KIND);
    // A folder is what ends as one and has nothing in it; a backslash ends a folder on one system only.
    if let Some(folder) = name.strip_suffix('/').filter(|_| bytes == 0 && (kind == 0 || kind == FOLDER)) {
        return Ok(Taken::Folder(folder.to_owned()));
    }
    let method = match member.compression() {
        CompressionMethod::Stored => Some(false),
        CompressionMethod::Deflated => Some(true),
        _ => None,
    };
    let plain = (kind == 0 || kind == FILE) && !member.encrypted() && std::str::from_utf8(raw).is_ok();
    let kind = match (member.is_symlink(), plain && !name.ends_with('/'), method) {
        (true, _, _) => FileKind::Symlink,
        (false, true, Some(_)) => FileKind::File,
        _ => FileKind::Other,
    };
    let lies = member.data_start().filter(|_| kind == FileKind::File);
    let content = lies.zip(method).map(|(from, packs)| {
        let stretch = Stretch { file: whole.file.clone(), from, length: packed, at: 0 };
        (stretch, packs, member.crc32())
    });
    Ok(Taken::Member(Member { entry: FileEntry { path: name, kind, bytes }, content }))
}

/// What is said before each member is what the directory says: method, lengths, check sum.
fn agrees(zip: &mut Zip) -> Result<(), Refusal> {
    zip.validate_header_consistency().map_err(|error| {
        Finding::error("verify-zip-two-words").with("problem", error.to_string()).refuse(Fault::Input)
    })
}

impl Folder for Archive {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        Ok(self.members.values().map(|member| member.entry.clone()).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let member = self.members.get(path);
        let Some((member, (content, packed, crc))) = member.and_then(|one| Some((one, one.content.clone()?)))
        else {
            return Err(Finding::error("verify-unreadable")
                .with("path", path)
                .with("problem", "no file")
                .refuse(Fault::Input));
        };
        Ok(Box::new(Unpacked::new(content, packed, member.entry.bytes, crc)))
    }

    fn has_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let inside = |name: &String| name.starts_with(&below);
        self.folders.contains(path) || self.folders.iter().any(inside) || self.members.keys().any(inside)
    }

    fn remarks(&self) -> Vec<Finding> {
        if self.astray { vec![Finding::warning("verify-zip-place")] } else { Vec::new() }
    }
}
