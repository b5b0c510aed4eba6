//! Every file of a folder read once, side by side: SHA-256, SHA-512 and SM3 of each.

use super::folder::Folder;
use crate::hash::{Also, Sums, digest_streams};
use redress_base::Finding;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};

/// A reader that tells how much has been read.
struct Counted<'a, F> {
    inner: Box<dyn Read + 'a>,
    told: &'a RefCell<(u64, F)>,
}

impl<F: FnMut(u64)> Read for Counted<'_, F> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let mut told = self.told.borrow_mut();
        told.0 += count as u64;
        let total = told.0;
        (told.1)(total);
        Ok(count)
    }
}

/// Stands in for a file that could not be opened.
struct Closed;

impl Read for Closed {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

/// The digests of every file, in the order of paths, or what is wrong with one: `evidence-file-unreadable`, or
/// `evidence-file-changing` where it is not as long as it was when it was listed. `progress` is told how many bytes have
/// been read so far.
pub(crate) fn each_file<'f>(
    folder: &dyn Folder,
    files: &'f BTreeMap<String, u64>,
    progress: &mut dyn FnMut(u64),
) -> Vec<(&'f String, Result<Sums, Box<Finding>>)> {
    let mut order: Vec<(&String, u64)> = files.iter().map(|(path, bytes)| (path, *bytes)).collect();
    // Long files first, so that no lane works alone at the end.
    order.sort_by_key(|(path, bytes)| (std::cmp::Reverse(*bytes), *path));
    let told = RefCell::new((0u64, |total: u64| progress(total)));
    let told = &told;
    let mut results = Vec::with_capacity(order.len());
    let lend = &order;
    digest_streams(
        Also::Sha512,
        &mut |place| {
            let (path, _) = lend.get(place)?;
            let inner = folder.open(path).unwrap_or_else(|_| Box::new(Closed));
            Some(Box::new(Counted { inner, told }))
        },
        &mut |place, sums| {
            let Some((path, listed)) = lend.get(place) else { return };
            results.push((*path, judged(path, *listed, sums)));
        },
    );
    // In the order of paths, so that the same faults always give the same report.
    results.sort_by_key(|(path, _)| *path);
    results
}

/// Why a file was not read to its end. What does not unpack was changed; a disk that does not read is another trouble.
pub(crate) fn unread(path: &str, error: &std::io::Error) -> Finding {
    let damaged =
        matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof);
    let code = if damaged { "evidence-file-damaged" } else { "evidence-file-unreadable" };
    Finding::error(code).with("path", path)
}

fn judged(path: &str, listed: u64, sums: std::io::Result<Sums>) -> Result<Sums, Box<Finding>> {
    let sums = sums.map_err(|error| Box::new(unread(path, &error)))?;
    if sums.digests.bytes == listed {
        return Ok(sums);
    }
    let finding = Finding::error("evidence-file-changing").with("path", path);
    Err(Box::new(finding.with("listed", listed).with("read", sums.digests.bytes)))
}
