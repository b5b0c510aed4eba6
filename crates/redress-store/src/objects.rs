//! Sealed bytes under their SHA-256: `objects/ab/cdef…`, kept once, never changed.
//!
//! Bytes are written to a draft in `objects/` while they are digested, flushed, renamed to their
//! digest, and both folders are flushed. So a name under `objects/` is always whole.

use crate::durable::{Draft, UNFINISHED, flush};
use crate::fault;
use crate::tree::{Closed, Tree, shown};
use redress_base::{Digests, Fault, Finding, Refusal, Sha256};
use redress_evidence::hash::Hasher;
use redress_workbench::ports::Lent;
use rustix::fs::{AtFlags, Dir, Mode, mkdirat, renameat, unlinkat};
use rustix::io::Errno;
use sha2::Digest;
use std::fs::DirBuilder;
use std::io::{ErrorKind, Read, Seek};
use std::os::fd::AsFd;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::mpsc::sync_channel;

/// The folder's name in the case folder.
pub(crate) const FOLDER: &str = "objects";
/// Reading and digesting go in blocks of this many bytes: large enough for the vector code.
const BLOCK: usize = 1 << 20;

/// The objects of one case. Whoever writes holds the case alone; that is the caller's duty.
#[derive(Debug)]
pub struct Objects {
    tree: Tree,
    drafts: u64,
}

impl Objects {
    /// Opens the folder of a case folder.
    pub(crate) fn at(case: &Tree) -> Result<Objects, Refusal> {
        let missing = || Finding::error("store-objects-missing").refuse(Fault::Verification);
        let tree = case.below(FOLDER).map_err(|_| missing())?;
        Ok(Objects { tree, drafts: 0 })
    }

    /// Opens a folder of objects that stands by itself; `make` makes it, with its name flushed.
    ///
    /// # Errors
    /// `Storage`: it is not there, or the disk would not make it.
    pub fn in_folder(path: &Path, make: bool) -> Result<Objects, Refusal> {
        let missing = || Finding::error("store-objects-missing").refuse(Fault::Storage);
        if make && path.symlink_metadata().is_err() {
            match DirBuilder::new().mode(0o700).create(path) {
                // Another program that sets the same up was quicker.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                made => made.map_err(|error| fault::disk(&error, &shown(path)))?,
            }
            flush(Tree::at(path.parent().ok_or_else(missing)?)?, &shown(path))?;
        }
        Ok(Objects { tree: Tree::at(path).map_err(|_| missing())?, drafts: 0 })
    }

    /// Every object that is kept, in the order of the digests.
    ///
    /// # Errors
    /// `Storage`: the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Sha256>, Refusal> {
        let found = self.tree.list()?.into_iter().filter_map(|listed| {
            let (shelf, rest) = listed.path.split_once('/')?;
            (shelf.len() == 2).then(|| format!("{shelf}{rest}").parse().ok())?
        });
        Ok(found.collect())
    }

    /// Takes away what interrupted writes left behind, and says how many files that was.
    ///
    /// # Errors
    /// `Storage`: the disk would not do it.
    pub fn sweep(&self) -> Result<u64, Refusal> {
        let mut swept = 0;
        for entry in Dir::read_from(&self.tree).map_err(|error| fault::system(error, FOLDER))? {
            let entry = entry.map_err(|error| fault::system(error, FOLDER))?;
            if entry.file_name().to_bytes().starts_with(UNFINISHED.as_bytes()) {
                unlinkat(&self.tree, entry.file_name(), AtFlags::empty())
                    .map_err(|error| fault::system(error, FOLDER))?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// Keeps bytes whose digests the caller has just made of these very bytes.
    ///
    /// # Errors
    /// `Storage`: the disk would not do it.
    pub fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal> {
        if self.intact(&digests.sha256)? {
            return self.settle(&digests.sha256);
        }
        let shown_as = name(&digests.sha256);
        let tree = &self.tree;
        self.drafts += 1;
        let mut draft = Draft::begin(tree.as_fd(), self.drafts, 0o400)?;
        draft.write(bytes, &shown_as)?;
        place(tree, draft, &digests.sha256)
    }

    /// Keeps a long file while reading it once.
    ///
    /// # Errors
    /// `Storage`: the disk would not do it. `Input`: the source cannot be read.
    pub fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal> {
        let tree = &self.tree;
        self.drafts += 1;
        let mut draft = Draft::begin(tree.as_fd(), self.drafts, 0o400)?;
        let mut hasher = Hasher::new();
        each_block(source, &mut |block| {
            hasher.update(block);
            draft.write(block, FOLDER)?;
            progress(u64::try_from(block.len()).unwrap_or(u64::MAX));
            Ok(())
        })?;
        let digests = hasher.finish();
        if self.intact(&digests.sha256)? {
            drop(draft);
            self.settle(&digests.sha256)?;
        } else {
            place(tree, draft, &digests.sha256)?;
        }
        Ok(digests)
    }

    /// Opens an object after reading it through once: what comes out is what was sealed.
    ///
    /// # Errors
    /// `Verification`: missing or altered. `Storage`: the disk would not read it.
    pub fn open(&self, digest: &Sha256) -> Result<Box<dyn Lent>, Refusal> {
        let mut file = self.unread(digest)?;
        if sha256(&mut file).map_err(|error| fault::disk(&error, &name(digest)))? != *digest {
            return Err(refused("store-object-altered", digest));
        }
        file.rewind().map_err(|error| fault::disk(&error, &name(digest)))?;
        Ok(Box::new(file))
    }

    /// Hands on whole objects in this order, each once its digest was found right. While one is looked at, the next is read
    /// and digested on a thread of its own; so at most two are held.
    ///
    /// # Errors
    /// As [`Objects::open`] for the first that is not as it was sealed, and whatever `take` refuses.
    pub fn each(
        &self,
        wanted: &[(Sha256, u64)],
        take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let (send, receive) = sync_channel(0);
        std::thread::scope(|scope| {
            scope.spawn(move || {
                for (digest, long) in wanted {
                    let read = self.whole(digest, *long);
                    let last = read.is_err();
                    // Nobody receives any more where `take` refused.
                    if send.send(read).is_err() || last {
                        return;
                    }
                }
            });
            // The receiver is gone at the end of the loop, however it ends, and the thread with it.
            for bytes in receive {
                take(bytes?)?;
            }
            Ok(())
        })
    }

    /// All bytes of an object, read once, as they were sealed. One of another length is not read at all, and of one that grows
    /// meanwhile no more than one byte too many.
    fn whole(&self, digest: &Sha256, long: u64) -> Result<Vec<u8>, Refusal> {
        let file = self.unread(digest)?;
        let found = file.metadata().map_err(|error| fault::disk(&error, &name(digest)))?.len();
        if found != long {
            return Err(refused("store-object-altered", digest));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(long).unwrap_or_default());
        let most = long.saturating_add(1);
        file.take(most).read_to_end(&mut bytes).map_err(|error| fault::disk(&error, &name(digest)))?;
        if Sha256(sha2::Sha256::digest(&bytes).into()) != *digest {
            return Err(refused("store-object-altered", digest));
        }
        Ok(bytes)
    }

    /// The file of an object, of which nothing was read yet.
    fn unread(&self, digest: &Sha256) -> Result<std::fs::File, Refusal> {
        self.tree.open_bytes(path(digest).as_bytes()).map_err(|why| match why {
            Closed::Missing => refused("store-object-missing", digest),
            Closed::Link | Closed::Special => refused("store-object-not-a-file", digest),
            Closed::Refused(error) => fault::disk(&error, &name(digest)),
        })
    }

    /// Takes an object away. The caller has made sure that the ledger does not name it.
    ///
    /// # Errors
    /// `Storage`: the disk would not do it.
    pub fn forget(&self, digest: &Sha256) -> Result<(), Refusal> {
        match unlinkat(&self.tree, path(digest), AtFlags::empty()) {
            Ok(()) => self.settle(digest),
            Err(Errno::NOENT) => Ok(()),
            Err(error) => Err(fault::system(error, &name(digest))),
        }
    }

    /// Whether the object is there and whole. One that is there but altered is set aside under
    /// `altered-…`: it may matter how it was altered, so it is not overwritten.
    fn intact(&self, digest: &Sha256) -> Result<bool, Refusal> {
        let mut file = match self.tree.open_bytes(path(digest).as_bytes()) {
            Ok(file) => file,
            Err(Closed::Missing) => return Ok(false),
            Err(Closed::Link | Closed::Special) => {
                let finding = Finding::error("store-object-not-a-file").with("file", name(digest));
                return Err(finding.refuse(Fault::Verification));
            }
            Err(Closed::Refused(error)) => return Err(fault::disk(&error, &name(digest))),
        };
        if sha256(&mut file).map_err(|error| fault::disk(&error, &name(digest)))? == *digest {
            return Ok(true);
        }
        renameat(&self.tree, path(digest), &self.tree, format!("altered-{digest}"))
            .map_err(|error| fault::system(error, &name(digest)))?;
        flush(&self.tree, FOLDER)?;
        Ok(false)
    }

    /// Flushes the names of an object that an interrupted process may have left unflushed.
    fn settle(&self, digest: &Sha256) -> Result<(), Refusal> {
        let (shelf, _) = split(digest);
        let shelf = self
            .tree
            .below(&shelf)
            .map_err(|_| Finding::error("store-objects-missing").refuse(Fault::Verification))?;
        flush(&shelf, FOLDER)?;
        flush(&self.tree, FOLDER)
    }
}

/// Gives a finished draft its name on its shelf.
fn place(tree: &Tree, draft: Draft<'_>, digest: &Sha256) -> Result<(), Refusal> {
    let (shelf, rest) = split(digest);
    match mkdirat(tree, &shelf, Mode::from_raw_mode(0o700)) {
        Ok(()) => flush(tree, FOLDER)?,
        Err(Errno::EXIST) => {}
        Err(error) => return Err(fault::system(error, FOLDER)),
    }
    let shelf = tree.below(&shelf).map_err(|why| match why {
        Closed::Refused(error) => fault::disk(&error, FOLDER),
        _ => Finding::error("store-objects-missing").refuse(Fault::Verification),
    })?;
    draft.keep(shelf.as_fd(), &rest, &name(digest))
}

/// Hands the source on block by block. A reader that was interrupted by a signal is asked again.
fn each_block(
    source: &mut dyn Read,
    each: &mut dyn FnMut(&[u8]) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut block = vec![0; BLOCK];
    loop {
        match source.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(length) => each(block.get(..length).unwrap_or_default())?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                let finding = Finding::error("store-source-unreadable").with("system", error.to_string());
                return Err(finding.refuse(Fault::Input));
            }
        }
    }
}

/// SHA-256 alone: enough to know an object again, and several times faster than with SM3.
fn sha256(file: &mut impl Read) -> std::io::Result<Sha256> {
    let mut hasher = sha2::Sha256::new();
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block) {
            Ok(0) => return Ok(Sha256(hasher.finalize().into())),
            Ok(length) => hasher.update(block.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn refused(code: &str, digest: &Sha256) -> Refusal {
    Finding::error(code).with("file", name(digest)).refuse(Fault::Verification)
}

fn split(digest: &Sha256) -> (String, String) {
    let mut shelf = digest.to_string();
    let rest = shelf.split_off(2);
    (shelf, rest)
}

fn path(digest: &Sha256) -> String {
    let (shelf, rest) = split(digest);
    format!("{shelf}/{rest}")
}

/// The object's name relative to the case folder.
fn name(digest: &Sha256) -> String {
    format!("{FOLDER}/{}", path(digest))
}
