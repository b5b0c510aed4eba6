//! Where the sealed bytes of one case lie: in a folder of its own, or under a prefix of a bucket.
//!
//! Each case has its own, as a case folder has: what one case forgets, another one keeps, and whoever may
//! see one case learns nothing of the others.

use crate::config::ObjectsPlace;
use crate::s3::Bucket;
use redress_base::{Digests, Refusal, Sha256};
use redress_store::Objects;
use redress_workbench::ports::{Lent, each_opened};
use std::io::Read;
use std::sync::Arc;

/// The shelves of all cases.
#[derive(Clone)]
pub(crate) enum Shelves {
    Disk(std::path::PathBuf),
    S3(Arc<Bucket>),
}

/// The shelf of one case.
pub(crate) enum Shelf {
    Disk(Objects),
    S3(Arc<Bucket>, String),
}

impl Shelves {
    pub(crate) fn at(place: &ObjectsPlace) -> Result<Shelves, Refusal> {
        Ok(match place {
            ObjectsPlace::Folder(path) => Shelves::Disk(path.clone()),
            ObjectsPlace::S3(place) => Shelves::S3(Arc::new(Bucket::at(place)?)),
        })
    }

    /// Makes what a new office needs, and sees that it can be reached.
    pub(crate) fn set_up(&self) -> Result<(), Refusal> {
        match self {
            Shelves::Disk(path) => Objects::in_folder(path, true).map(drop),
            Shelves::S3(bucket) => bucket.probe(),
        }
    }

    /// The shelf of a case whose name the database has checked; `write` makes it where it is not there yet
    /// and takes away what interrupted writes left.
    pub(crate) fn of(&self, case_id: &str, write: bool) -> Result<Shelf, Refusal> {
        match self {
            Shelves::Disk(path) => {
                let objects = Objects::in_folder(&path.join(case_id), write)?;
                if write {
                    objects.sweep()?;
                }
                Ok(Shelf::Disk(objects))
            }
            Shelves::S3(bucket) => Ok(Shelf::S3(Arc::clone(bucket), case_id.to_owned())),
        }
    }
}

impl Shelf {
    pub(crate) fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal> {
        match self {
            Shelf::Disk(objects) => objects.put(bytes, digests),
            Shelf::S3(bucket, case_id) => bucket.put(case_id, bytes, &digests.sha256),
        }
    }

    pub(crate) fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal> {
        match self {
            Shelf::Disk(objects) => objects.put_stream(source, progress),
            Shelf::S3(bucket, case_id) => bucket.put_stream(case_id, source, progress),
        }
    }

    pub(crate) fn open(&self, digest: &Sha256) -> Result<Box<dyn Lent>, Refusal> {
        match self {
            Shelf::Disk(objects) => objects.open(digest),
            Shelf::S3(bucket, case_id) => bucket.open(case_id, digest),
        }
    }

    /// Whole objects one after another; from a disk the next is read meanwhile.
    pub(crate) fn each(
        &self,
        wanted: &[(Sha256, u64)],
        take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        match self {
            Shelf::Disk(objects) => objects.each(wanted, take),
            Shelf::S3(bucket, case_id) => each_opened(wanted, &|digest| bucket.open(case_id, digest), take),
        }
    }

    pub(crate) fn forget(&self, digest: &Sha256) -> Result<(), Refusal> {
        match self {
            Shelf::Disk(objects) => objects.forget(digest),
            Shelf::S3(bucket, case_id) => bucket.forget(case_id, digest),
        }
    }
}
