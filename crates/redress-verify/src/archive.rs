//! A bundle as one zip, read where it lies: nothing is unpacked to a name.
//!
//! A zip says everything twice, in its directory and before each member. Programs that believe different copies see
//! different files, so the two have to agree here. Members that stand beside the bundle's own folder are listed as lying
//! outside of it, where no bundle has anything.

use flate2::read::DeflateDecoder;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::verify::{FileEntry, FileKind, Folder};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;
use zip::CompressionMethod;
use zip::read::ZipArchive;

/// The most members of a zip that are looked at.
const MOST_MEMBERS: usize = 200_000;
/// A member may unpack to this many times its length, or to a mebibyte; more is a bomb. Text packs by ten or twenty.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;
/// A local header up to its name (APPNOTE 4.3.7).
const LOCAL: usize = 30;

/// A stretch of a file, read by its place, so that many can be read side by side.
#[derive(Clone, Debug)]
struct Stretch {
    file: Arc<File>,
    from: u64,
    length: u64,
    at: u64,
}

impl Read for Stretch {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let Some(buffer) = buffer.get_mut(..most) else { return Ok(0) };
        let read = self.file.read_at(buffer, self.from.saturating_add(self.at))?;
        self.at = self.at.saturating_add(read as u64);
        Ok(read)
    }
}

impl Seek for Stretch {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = place.ok_or(std::io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// One member.
struct Member {
    entry: FileEntry,
    /// Where its bytes lie, and whether they are packed; nothing where it is no plain file.
    content: Option<(Stretch, bool)>,
}

/// A zip with a bundle in it.
pub(crate) struct Archive {
    members: BTreeMap<String, Member>,
}

fn broken(problem: impl ToString) -> Refusal {
    Finding::error("verify-zip-broken").with("problem", problem.to_string()).refuse(Fault::Input)
}

impl Archive {
    /// Reads the directory of a zip.
    ///
    /// # Errors
    /// `Input` where it is no sound zip, has two members of one name, or unpacks to far more than it is.
    pub(crate) fn open(file: File) -> Result<Archive, Refusal> {
        let length = file.metadata().map_err(broken)?.len();
        let whole = Stretch { file: Arc::new(file), from: 0, length, at: 0 };
        let mut archive = ZipArchive::new(BufReader::new(whole.clone())).map_err(broken)?;
        if archive.len() > MOST_MEMBERS {
            return Err(Finding::error("verify-zip-many").with("most", MOST_MEMBERS).refuse(Fault::Input));
        }
        if archive.has_duplicate_names() {
            // Which of two files of one name somebody gets depends on who unpacks it.
            return Err(Finding::error("verify-zip-twice").refuse(Fault::Input));
        }
        let mut members = BTreeMap::new();
        for index in 0..archive.len() {
            let member = archive.by_index_raw(index).map_err(broken)?;
            let raw = member.name_raw().to_vec();
            agrees(&whole, member.header_start(), &raw)?;
            if member.is_dir() {
                continue;
            }
            let name = String::from_utf8_lossy(&raw).into_owned();
            let (packed, bytes) = (member.compressed_size(), member.size());
            if bytes > SMALL && bytes / MOST_RATIO > packed {
                return Err(Finding::error("verify-zip-bomb").with("path", name).refuse(Fault::Input));
            }
            let method = match member.compression() {
                CompressionMethod::Stored => Some(false),
                CompressionMethod::Deflated => Some(true),
                _ => None,
            };
            let plain = member.is_file() && !member.encrypted() && std::str::from_utf8(&raw).is_ok();
            let kind = match (member.is_symlink(), plain, method) {
                (true, _, _) => FileKind::Symlink,
                (false, true, Some(_)) => FileKind::File,
                _ => FileKind::Other,
            };
            let lies = member.data_start().filter(|_| kind == FileKind::File);
            let content = lies.zip(method).map(|(from, packs)| {
                (Stretch { file: whole.file.clone(), from, length: packed, at: 0 }, packs)
            });
            let entry = FileEntry { path: name.clone(), kind, bytes };
            members.insert(name, Member { entry, content });
        }
        Ok(Archive { members }.at_its_folder())
    }

    /// Takes the folder of the bundle for the top, if it has one of its own.
    fn at_its_folder(self) -> Archive {
        let is = |name: &str, last: &str| name == last || name.ends_with(&format!("/{last}"));
        let marks = |name: &&String| is(name, "bagit.txt") || is(name, "redress-bundle.json");
        let first =
            self.members.keys().filter(marks).min_by_key(|name| (name.matches('/').count(), name.len()));
        let folder = first.and_then(|name| name.rsplit_once('/')).map(|(folder, _)| format!("{folder}/"));
        let Some(folder) = folder else { return self };
        let moved = self.members.into_values().map(|mut member| {
            let path = &member.entry.path;
            // What lies beside the folder lies outside of the bundle, and is no part of it.
            let inside = path.strip_prefix(&folder).map_or_else(|| format!("../{path}"), str::to_owned);
            member.entry.path.clone_from(&inside);
            (inside, member)
        });
        Archive { members: moved.collect() }
    }

    /// The names in it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.keys().map(String::as_str)
    }
}

/// The name before a member is the one in the directory.
fn agrees(whole: &Stretch, header: u64, name: &[u8]) -> Result<(), Refusal> {
    let mut local = vec![0; LOCAL + name.len()];
    whole.file.read_exact_at(&mut local, header).map_err(broken)?;
    let length =
        local.get(26..28).map(|bytes| bytes.iter().rev().fold(0, |sum, byte| sum * 256 + usize::from(*byte)));
    if length == Some(name.len()) && local.get(LOCAL..) == Some(name) {
        return Ok(());
    }
    let found =
        Finding::error("verify-zip-two-names").with("path", String::from_utf8_lossy(name).into_owned());
    Err(found.refuse(Fault::Input))
}

impl Folder for Archive {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        Ok(self.members.values().map(|member| member.entry.clone()).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let member = self.members.get(path);
        let Some((member, (content, packed))) = member.and_then(|one| Some((one, one.content.clone()?)))
        else {
            return Err(Finding::error("verify-unreadable")
                .with("path", path)
                .with("problem", "no file")
                .refuse(Fault::Input));
        };
        let content = BufReader::with_capacity(1 << 16, content);
        if packed {
            // No more than it declares, and one byte to see that it does not.
            let most = member.entry.bytes.saturating_add(1);
            return Ok(Box::new(DeflateDecoder::new(content).take(most)));
        }
        Ok(Box::new(content))
    }
}
