//! Files in memory as a bag of anybody's and as a bundle. The input is the body of a vector of `vectors/bags`:
//! `@text PATH` with the bytes up to the next such line. With `@whole` it begins from a sealed bundle, of which
//! `@edit PATH FROM TO` replaces bytes, `@cut PATH` takes a file away and `@link PATH` makes a link of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_base::{Date, Fault, Finding, Instant, ItemId, Level, Refusal, Stamp, TimeSource};
use redress_evidence::bag::{self, BagInput, Content};
use redress_evidence::hash::{Also, Hasher};
use redress_evidence::note::SigningKey;
use redress_evidence::verify::{
    self, FileEntry, FileKind, Folder, Outcome, Report, Trust, Verdict, verify_bag, verify_with,
};
use redress_evidence::{ItemSchema, SealedItem};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::LazyLock;

#[derive(Clone, Default, PartialEq)]
struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    links: BTreeSet<String>,
}

impl Folder for Memory {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let entry = |(path, bytes): (&String, &Vec<u8>)| FileEntry {
            path: path.clone(),
            kind: if self.links.contains(path) { FileKind::Symlink } else { FileKind::File },
            bytes: bytes.len() as u64,
        };
        Ok(self.files.iter().map(entry).collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let missing = || Finding::error("evidence-file-missing").with("path", path).refuse(Fault::Storage);
        self.files.get(path).map(|bytes| Box::new(bytes.as_slice()) as Box<dyn Read>).ok_or_else(missing)
    }
}

/// Two items, sealed by a key that the reader knows.
static WHOLE: LazyLock<(Memory, SigningKey)> = LazyLock::new(|| {
    let key = SigningKey::from_seed("redress.example/fuzz", [7; 32]).unwrap();
    let contents: [&[u8]; 2] = [b"first item\n", "第二件\n".as_bytes()];
    let stamp = Stamp { at: Instant(1_772_330_000), source: TimeSource::SystemClock };
    let items = (1u32..).zip(contents).map(|(number, bytes)| {
        let mut hasher = Hasher::with(Also::Sha512);
        hasher.update(bytes);
        let sums = hasher.finish_sums();
        let item = SealedItem {
            schema: ItemSchema::V1,
            id: ItemId(number),
            name: "posts.csv".to_owned(),
            format: "text/csv".to_owned(),
            digests: sums.digests,
            sealed_at: stamp,
            observed: None,
            clock_ahead_ms: None,
            source: "handed in".to_owned(),
            tool: "redress".to_owned(),
            parent: None,
        };
        (item, sums.sha512.unwrap())
    });
    let plan = bag::plan(&BagInput {
        case_id: "fuzz".to_owned(),
        items: items.collect(),
        key: &key,
        earlier: vec![],
        cosigners: vec![],
        extra: vec![("data/result.json".to_owned(), b"{}\n".to_vec())],
        tags: vec![],
        bagging_date: Date::constant(2026, 3, 1),
        software: "redress".to_owned(),
    });
    let mut memory = Memory::default();
    for (entry, bytes) in plan.unwrap().entries.into_iter().map(|entry| (entry.path, entry.content)) {
        let number = entry.split('/').nth(2).and_then(|id| id.parse::<usize>().ok());
        let bytes = match (bytes, number) {
            (Content::Bytes(bytes), _) => bytes,
            (Content::Object(_), number) => contents[number.unwrap() - 1].to_vec(),
        };
        memory.files.insert(entry, bytes);
    }
    (memory, key)
});

/// What the input says, as far as it says anything.
fn folder(bytes: &[u8]) -> Memory {
    let mut memory = Memory::default();
    let starts: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at] == b'@' && (*at == 0 || bytes[*at - 1] == b'\n'))
        .collect();
    for (number, start) in starts.iter().enumerate() {
        let part = &bytes[start + 1..starts.get(number + 1).copied().unwrap_or(bytes.len())];
        let line = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let body = part.get(line + 1..).unwrap_or_default();
        let head = String::from_utf8_lossy(&part[..line]);
        let (word, rest) = head.split_once(' ').unwrap_or((&head, ""));
        match word {
            "whole" => memory = WHOLE.0.clone(),
            "text" => drop(memory.files.insert(rest.to_owned(), body.to_vec())),
            "cut" => drop(memory.files.remove(rest)),
            "link" => drop(memory.links.insert(rest.to_owned())),
            "edit" => drop(edit(&mut memory, rest, body)),
            _ => {}
        }
    }
    memory
}

/// `PATH FROM TO`: the body without its last line end in place of those bytes.
fn edit(memory: &mut Memory, said: &str, body: &[u8]) -> Option<()> {
    let mut words = said.split(' ');
    let file = memory.files.get_mut(words.next()?)?;
    let (from, to): (usize, usize) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let to = to.min(file.len());
    file.splice(from.min(to)..to, body.strip_suffix(b"\n").unwrap_or(body).iter().copied());
    Some(())
}

fn sound(report: &Report) {
    assert_eq!(report.held(), report.fault.is_none());
    assert!(report.held() || report.findings.iter().any(|one| one.level == Level::Error));
    assert!(!report.held() || report.lines.iter().all(|line| line.outcome != Outcome::Failed));
}

fuzz_target!(|bytes: &[u8]| {
    let memory = folder(bytes);
    let bag = verify_bag(&memory, &mut |_| {});
    sound(&bag);
    assert_eq!(bag.held(), bag.bag.as_ref().is_some_and(|bag| bag.verdict != Verdict::Invalid));
    let (whole, key) = &*WHOLE;
    let keys = [key.verifier()];
    let report = verify_with(&memory, Trust { keys: &keys, ..Trust::default() }, &mut |_| {});
    sound(&report);
    // Nobody else has the key: what holds under it is what was sealed.
    let links = memory.links.iter().any(|path| memory.files.contains_key(path));
    assert_eq!(report.held(), !links && memory.files == whole.files);
    let _ = verify::request(&memory, 1);
});
