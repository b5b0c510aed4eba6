//! Every single byte of every file of the example's bundle, flipped and found.
//!
//! Three ways, which together leave no byte out:
//! - Of every file that the verifier reads for what it says (tag files, manifests, log, proofs, seal) each byte is flipped,
//!   the digests of that file are computed anew, and everything else is verified in full: the fault names the file.
//! - Of every other file of up to 65 KB each byte is flipped and the whole file digested anew, as the verifier reads it: all
//!   three digests differ. That a digest that differs is told with the place is tried at its first, middle and last byte, and
//!   at every thousandth.
//! - Longer files cannot be digested anew for each of their bytes. Each byte is flipped in its block, and the digests of the
//!   file up to the end of that block differ from what they were: were those of the whole file the same, two different
//!   states would have met behind it, which is a collision of the digest. Whole, as above, at every boundary of what is read
//!   at once, and at every 65,521st byte.

use crate::run::Demo;
use redress_base::{Arg, Fault, Level, Refusal};
use redress_evidence::hash::{Also, Hasher, Sums, digest_streams, sums};
use redress_evidence::verify::{FileEntry, FileKind, Folder, Report, verify, verify_digested};
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Longer files are not digested anew for each byte.
const LONG: usize = 65_000;
/// What is read of a file at once.
const CHUNK: usize = 64 * 1024;
/// A block of SHA-512, and two of the others.
const BLOCK: usize = 128;

/// The lowest bit, the one between upper and lower case, and all of them, in turn.
fn flip(place: usize) -> u8 {
    [0x01, 0x20, 0xff][place % 3]
}

/// A bundle in memory with one byte flipped.
struct Flipped<'b> {
    files: &'b BTreeMap<String, Vec<u8>>,
    path: &'b str,
    bytes: Vec<u8>,
}

impl Folder for Flipped<'_> {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let entry = |(path, bytes): (&String, &Vec<u8>)| FileEntry {
            path: path.clone(),
            kind: FileKind::File,
            bytes: bytes.len() as u64,
        };
        Ok(self.files.iter().map(entry).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let missing = || redress_base::Finding::error("evidence-file-missing").refuse(Fault::Storage);
        let bytes = if path == self.path { &self.bytes } else { self.files.get(path).ok_or_else(missing)? };
        Ok(Box::new(bytes.as_slice()))
    }
}

fn found_at(report: &Report, path: &str) -> bool {
    let errors = report.findings.iter().filter(|finding| finding.level == Level::Error);
    let named = errors.flat_map(|finding| finding.args.values()).any(|arg| *arg == Arg::from(path));
    named && !report.held() && report.fault.is_some()
}

/// The bundle as it is, and its digests.
struct Whole {
    files: BTreeMap<String, Vec<u8>>,
    sums: BTreeMap<String, Sums>,
}

impl Whole {
    /// Flips each byte of a part; gives how many were flipped that no other part flips.
    fn flip(&self, part: &Part<'_>, missed: &Mutex<Vec<String>>) -> usize {
        match part {
            Part::Full(path, places) => {
                self.in_full(path, places, missed);
                if is_read(path) { places.len() } else { 0 }
            }
            Part::Digest(path, places) => {
                self.digested(path, places, &mut |place, now| {
                    if !self.all_differ(path, &now) {
                        missed.lock().unwrap().push(format!("{path} byte {place}"));
                    }
                });
                places.len()
            }
            Part::Blocks(path, blocks) => {
                self.in_blocks(path, blocks.clone(), missed);
                self.files[*path].len().min(blocks.end * BLOCK) - blocks.start * BLOCK
            }
        }
    }

    /// Everything verified with one byte flipped, whose file has these digests now.
    fn judged(&self, path: &str, place: usize, now: Sums) -> bool {
        let mut bytes = self.files[path].clone();
        bytes[place] ^= flip(place);
        let mut sums = self.sums.clone();
        sums.insert(path.to_owned(), now);
        found_at(&verify_digested(&Flipped { files: &self.files, path, bytes }, &sums), path)
    }

    /// Each byte of these, by everything that the verifier does.
    fn in_full(&self, path: &str, places: &[usize], missed: &Mutex<Vec<String>>) {
        self.digested(path, places, &mut |place, now| {
            if !self.judged(path, place, now) {
                missed.lock().unwrap().push(format!("{path} byte {place}"));
            }
        });
    }

    /// Each byte of these by the digests of the whole file, computed as the verifier computes them.
    fn digested(&self, path: &str, places: &[usize], tell: &mut dyn FnMut(usize, Sums)) {
        let bytes = self.files[path].as_slice();
        digest_streams(
            Also::Sha512,
            &mut |number| {
                let place = *places.get(number)?;
                let other = std::io::Cursor::new([bytes[place] ^ flip(place)]);
                Some(Box::new(bytes[..place].chain(other).chain(&bytes[place + 1..])))
            },
            &mut |number, now| tell(places[number], now.unwrap()),
        );
    }

    /// All digests of the file are others.
    fn all_differ(&self, path: &str, now: &Sums) -> bool {
        let was = &self.sums[path];
        let (a, b) = (&was.digests, &now.digests);
        a.bytes == b.bytes && a.sha256 != b.sha256 && a.sm3 != b.sm3 && was.sha512 != now.sha512
    }

    /// Each byte of a long file in its block.
    fn in_blocks(&self, path: &str, blocks: std::ops::Range<usize>, missed: &Mutex<Vec<String>>) {
        let bytes = &self.files[path];
        let mut before = Hasher::with(Also::Sha512);
        before.update(&bytes[..blocks.start * BLOCK]);
        for number in blocks {
            let start = number * BLOCK;
            let block = &bytes[start..bytes.len().min(start + BLOCK)];
            let mut whole = before.clone();
            whole.update(block);
            let was = whole.clone().finish_sums();
            let mut other = block.to_vec();
            for place in 0..block.len() {
                other[place] ^= flip(start + place);
                let mut now = before.clone();
                now.update(&other);
                let now = now.finish_sums();
                let (a, b) = (&was.digests, &now.digests);
                if a.sha256 == b.sha256 || a.sm3 == b.sm3 || was.sha512 == now.sha512 {
                    missed.lock().unwrap().push(format!("{path} byte {}", start + place));
                }
                other[place] = block[place];
            }
            before = whole;
        }
    }
}

/// Whether the verifier reads it for what it says, and does not only digest it.
fn is_read(path: &str) -> bool {
    !path.starts_with("data/") || path.starts_with("data/log/") || path.starts_with("data/proofs/")
}

/// Some of the bytes of one file, to be flipped in one way.
enum Part<'w> {
    Full(&'w str, Vec<usize>),
    Digest(&'w str, Vec<usize>),
    Blocks(&'w str, std::ops::Range<usize>),
}

/// First, middle and last byte, what stands at boundaries of what is read at once, and every so many.
fn sample(length: usize, step: usize) -> Vec<usize> {
    let edges = (0..=length / CHUNK).flat_map(|piece| {
        let at = piece * CHUNK;
        [at.wrapping_sub(1), at, at + 1]
    });
    let mut places: Vec<usize> =
        edges.chain([0, length / 2, length - 1]).chain((0..length).step_by(step)).collect();
    places.retain(|place| *place < length);
    places.sort_unstable();
    places.dedup();
    places
}

fn parts(files: &BTreeMap<String, Vec<u8>>) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let piece = |places: Vec<usize>| places.chunks(2_000).map(<[usize]>::to_vec).collect::<Vec<_>>();
    for (path, bytes) in files.iter().filter(|(_, bytes)| !bytes.is_empty()) {
        let length = bytes.len();
        if is_read(path) {
            parts.extend(piece((0..length).collect()).into_iter().map(|places| Part::Full(path, places)));
            continue;
        }
        if length <= LONG {
            parts.extend(piece((0..length).collect()).into_iter().map(|places| Part::Digest(path, places)));
            parts.push(Part::Full(path, sample(length, 1_000)));
            continue;
        }
        let blocks = length.div_ceil(BLOCK);
        let step = 4_096;
        parts.extend((0..blocks).step_by(step).map(|from| Part::Blocks(path, from..blocks.min(from + step))));
        parts.push(Part::Full(path, sample(length, 65_521)));
    }
    parts
}

#[test]
fn every_byte_of_every_file_of_the_example_is_found() {
    let demo = Demo::once();
    let files: BTreeMap<String, Vec<u8>> = demo.room.bytes_of("en/bundle").into_iter().collect();
    let digests = files.iter().map(|(path, bytes)| (path.clone(), sums(bytes))).collect();
    let whole = Whole { files, sums: digests };
    let untouched = Flipped { files: &whole.files, path: "", bytes: Vec::new() };
    let report = verify(&untouched, &[], &mut |_| {});
    // What is tried here is what the verifier says.
    let told = verify_digested(&untouched, &whole.sums);
    assert!(report.held() && (&told.lines, &told.findings) == (&report.lines, &report.findings));
    let parts = parts(&whole.files);
    let (missed, next, count) = (Mutex::new(Vec::new()), AtomicUsize::new(0), AtomicUsize::new(0));
    let begin = std::time::Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    count.fetch_add(whole.flip(part, &missed), Ordering::Relaxed);
                }
            });
        }
    });
    let missed = missed.into_inner().unwrap();
    assert!(missed.is_empty(), "{} missed: {:#?}", missed.len(), &missed[..missed.len().min(20)]);
    let all: usize = whole.files.values().map(Vec::len).sum();
    assert_eq!(count.into_inner(), all, "every byte, once");
    println!("{all} bytes flipped in {} files, all found, in {:?}", whole.files.len(), begin.elapsed());
}
