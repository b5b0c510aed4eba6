//! The example's whole bundle, touched in every way that a hand can, file by file: found, with the place.
//!
//! Every single byte of a small bundle is flipped in `redress-evidence` (`tests/it/tamper.rs`); of this one, which has
//! large files, the first, the middle and the last byte of every file.

use crate::run::Demo;
use redress_base::{Arg, Fault, Level, Refusal};
use redress_evidence::verify::{FileEntry, FileKind, Folder, Report, verify};
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Mutex;

/// A bundle in memory, whose files are lent and not copied.
#[derive(Clone)]
struct Lent<'b>(BTreeMap<String, &'b [u8]>);

impl Folder for Lent<'_> {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let entry = |(path, bytes): (&String, &&[u8])| FileEntry {
            path: path.clone(),
            kind: FileKind::File,
            bytes: bytes.len() as u64,
        };
        Ok(self.0.iter().map(entry).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let missing = || redress_base::Finding::error("evidence-file-missing").refuse(Fault::Storage);
        self.0.get(path).map(|bytes| Box::new(*bytes) as Box<dyn Read>).ok_or_else(missing)
    }
}

fn names(report: &Report, places: &[&str]) -> bool {
    let errors = report.findings.iter().filter(|finding| finding.level == Level::Error);
    errors.flat_map(|finding| finding.args.values()).any(|arg| match arg {
        Arg::Text(text) => places.contains(&text.as_str()),
        Arg::Number(_) => false,
    })
}

/// One way of touching the bundle: what to put in, what to take out, and which places have to be named.
struct Touch {
    what: String,
    put: Vec<(String, Vec<u8>)>,
    gone: Vec<String>,
    places: Vec<String>,
}

fn touches(files: &BTreeMap<String, Vec<u8>>) -> Vec<Touch> {
    let mut all = Vec::new();
    let paths: Vec<&String> = files.keys().collect();
    for (number, path) in paths.iter().enumerate() {
        let bytes = &files[*path];
        let mut touch = |what: &str, put: Vec<(String, Vec<u8>)>, gone: Vec<String>| {
            let mut places: Vec<String> = put.iter().map(|(path, _)| path.clone()).collect();
            places.push((*path).clone());
            all.push(Touch { what: format!("{path} {what}"), put, gone, places });
        };
        let own = |bytes: Vec<u8>| vec![((*path).clone(), bytes)];
        let mut at: Vec<usize> = vec![0, bytes.len() / 2, bytes.len().saturating_sub(1)];
        at.dedup();
        for place in at.into_iter().filter(|place| *place < bytes.len()) {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1;
            touch(&format!("byte {place} flipped"), own(flipped), vec![]);
        }
        touch("removed", vec![], vec![(*path).clone()]);
        touch("renamed", vec![(format!("{path}x"), bytes.clone())], vec![(*path).clone()]);
        touch("with a file beside it", vec![(format!("{path}.2"), bytes.clone())], vec![]);
        if !bytes.is_empty() {
            touch("cut by one byte", own(bytes[..bytes.len() - 1].to_vec()), vec![]);
        }
        let next = paths[(number + 1) % paths.len()];
        if files[next] != *bytes {
            let put = vec![((*path).clone(), files[next].clone()), (next.clone(), bytes.clone())];
            touch("swapped with the next", put, vec![]);
        }
    }
    all
}

#[test]
fn every_file_of_the_example_touched_in_every_way_is_found_with_its_place() {
    let demo = Demo::once();
    let whole: BTreeMap<String, Vec<u8>> = demo.room.bytes_of("en/bundle").into_iter().collect();
    let lent = Lent(whole.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())).collect());
    assert!(verify(&lent, &[], &mut |_| {}).held());
    let touches = touches(&whole);
    assert!(whole.len() > 50 && touches.len() > 350, "{} {}", whole.len(), touches.len());
    let missed = Mutex::new(Vec::new());
    let threads = 2;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (touches, lent, missed) = (&touches, &lent, &missed);
            scope.spawn(move || {
                for touch in touches.iter().skip(thread).step_by(threads) {
                    let mut bundle = lent.clone();
                    bundle.0.retain(|path, _| !touch.gone.contains(path));
                    bundle.0.extend(touch.put.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())));
                    let report = verify(&bundle, &[], &mut |_| {});
                    let places: Vec<&str> = touch.places.iter().map(String::as_str).collect();
                    if report.held() || report.fault.is_none() || !names(&report, &places) {
                        missed.lock().unwrap().push(touch.what.clone());
                    }
                }
            });
        }
    });
    let missed = missed.into_inner().unwrap();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), touches.len());
}
