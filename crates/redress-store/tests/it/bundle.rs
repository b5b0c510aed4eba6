//! A bundle on disk: whole or not at all, and read without following anything.

use crate::support::{digests, open, told};
use redress_base::{Instant, ItemId, Stamp, TimeSource};
use redress_evidence::bag::{BagInput, Content, Entry, Plan, plan};
use redress_evidence::note::SigningKey;
use redress_evidence::verify::{Claim, FileKind, Folder, Outcome, verify};
use redress_evidence::{ItemSchema, SealedItem, hash};
use redress_store::{BundleFolder, CaseFolder, write_bundle};
use redress_workbench::ports::{Progress, Quiet, Store};
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

fn entry(path: &str, content: Content) -> Entry {
    Entry { path: path.to_owned(), content }
}

/// Counts what was written, and asks to stop after so many bytes.
struct Counted {
    written: u64,
    stop_after: u64,
}

impl Progress for Counted {
    fn begin(&mut self, _stage: &str, _total: Option<u64>) {}

    fn advance(&mut self, amount: u64) {
        self.written += amount;
    }

    fn end(&mut self) {}

    fn stopped(&self) -> bool {
        self.written >= self.stop_after
    }
}

#[test]
fn a_bundle_that_is_stopped_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = CaseFolder::create(&folder.path().join("case"), [7; 32]).unwrap();
    let sealed = vec![9u8; 2_500_000];
    store.put(&sealed, &digests(&sealed)).unwrap();
    let entries = vec![
        entry("data/result.json", Content::Bytes(b"{}".to_vec())),
        entry("data/items/000001/original", Content::Object(digests(&sealed))),
    ];
    let plan = Plan { entries, checkpoint: String::new() };
    for stop_after in [0, 2, 1 << 20] {
        let mut counted = Counted { written: 0, stop_after };
        let done = write_bundle(&plan, &store, &folder.path().join("bundle"), &mut counted);
        assert_eq!(told(done), "Interrupted store-writing-stopped");
        let left: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, ["case"]);
    }
}

#[test]
fn a_planned_bundle_is_written_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    let mut store = CaseFolder::create(&case, [7; 32]).unwrap();
    let sealed = vec![9u8; 2_500_000];
    store.put(&sealed, &digests(&sealed)).unwrap();
    let plan = Plan {
        entries: vec![
            entry("data/items/000001/original", Content::Object(digests(&sealed))),
            entry("data/result.json", Content::Bytes(b"{}".to_vec())),
            entry("bagit.txt", Content::Bytes(b"BagIt".to_vec())),
        ],
        checkpoint: String::new(),
    };
    let target = folder.path().join("bundle");
    let mut counted = Counted { written: 0, stop_after: u64::MAX };
    write_bundle(&plan, &store, &target, &mut counted).unwrap();
    assert_eq!(counted.written, 2_500_007);
    // What was sealed is of a person: nobody else on this computer may look into it.
    assert_eq!(std::fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o700);

    let bundle = BundleFolder::at(&target).unwrap();
    let listed: Vec<_> = bundle.list().unwrap().into_iter().map(|one| (one.path, one.bytes)).collect();
    let expected = [("bagit.txt", 5), ("data/items/000001/original", 2_500_000), ("data/result.json", 2)];
    assert_eq!(listed, expected.map(|(path, bytes)| (path.to_owned(), bytes)));
    let mut bytes = Vec::new();
    bundle.open("data/items/000001/original").unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, sealed);
    assert_eq!(told(write_bundle(&plan, &store, &target, &mut Quiet)), "Usage store-folder-exists");
}

/// A bundle of two items, planned by the evidence room from what this store keeps.
fn real_bundle(case: &Path, target: &Path) {
    let mut store = CaseFolder::create(case, [7; 32]).unwrap();
    let key = SigningKey::from_seed("rd-0000000000000001", store.signing_seed().unwrap()).unwrap();
    let stamp = Stamp { at: Instant(1_772_330_400), source: TimeSource::SystemClock };
    let mut items = Vec::new();
    for (number, bytes) in [(1, b"first".to_vec()), (2, vec![9; 70_000])] {
        let sums = hash::sums(&bytes);
        store.put(&bytes, &sums.digests).unwrap();
        let item = SealedItem {
            schema: ItemSchema::V1,
            id: ItemId(number),
            name: format!("导出 {number}.csv"),
            format: "text/csv".to_owned(),
            digests: sums.digests,
            sealed_at: stamp,
            observed: None,
            clock_ahead_ms: None,
            source: "test".to_owned(),
            tool: "redress".to_owned(),
            parent: None,
        };
        items.push((item, sums.sha512.unwrap()));
    }
    let input = BagInput {
        case_id: "rd-0000000000000001".to_owned(),
        items,
        key: &key,
        earlier: vec![],
        cosigners: vec![],
        extra: vec![("data/result.json".to_owned(), b"{}".to_vec())],
        tags: vec![],
        bagging_date: stamp.at.beijing_date().unwrap(),
        software: "redress 0".to_owned(),
    };
    write_bundle(&plan(&input).unwrap(), &store, target, &mut Quiet).unwrap();
}

#[test]
fn a_bundle_on_disk_verifies_until_a_byte_is_turned_or_a_name_added() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("bundle");
    real_bundle(&folder.path().join("case"), &target);
    let integrity =
        || verify(&BundleFolder::at(&target).unwrap(), &[], &mut |_| {}).outcome(Claim::Integrity);
    assert_eq!(integrity(), Outcome::Held);

    for name in ["data/items/000002/original", "data/log/checkpoint", "manifest-sm3.txt", "redress-seal.note"]
    {
        let file = target.join(name);
        let sound = fs::read(&file).unwrap();
        let mut turned = sound.clone();
        *turned.last_mut().unwrap() ^= 1;
        fs::write(&file, turned).unwrap();
        assert_eq!(integrity(), Outcome::Failed, "{name}");
        fs::write(&file, sound).unwrap();
    }
    assert_eq!(integrity(), Outcome::Held);

    symlink("bagit.txt", target.join("data/link")).unwrap();
    assert_eq!(integrity(), Outcome::Failed);
    fs::remove_file(target.join("data/link")).unwrap();
    fs::write(target.join(OsStr::from_bytes(b"data/\xd6\xf7")), "").unwrap();
    assert_eq!(integrity(), Outcome::Failed);
}

#[test]
fn a_bundle_that_cannot_be_finished_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    drop(CaseFolder::create(&case, [7; 32]).unwrap());
    let store = open(&case);
    let target = folder.path().join("bundle");
    let lost = entry("data/items/000001/original", Content::Object(digests(b"never put")));
    let first = entry("data/result.json", Content::Bytes(b"{}".to_vec()));
    let plan = Plan { entries: vec![first, lost], checkpoint: String::new() };
    assert_eq!(told(write_bundle(&plan, &store, &target, &mut Quiet)), "Verification store-object-missing");
    let escaping = Plan { entries: vec![entry("../x", Content::Bytes(vec![]))], checkpoint: String::new() };
    assert_eq!(told(write_bundle(&escaping, &store, &target, &mut Quiet)), "Usage store-bundle-path");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_verifier_is_shown_links_and_odd_names_and_cannot_open_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bagit.txt"), "x").unwrap();
    symlink("/etc/passwd", folder.path().join("manifest-sha256.txt")).unwrap();
    let bundle = BundleFolder::at(folder.path()).unwrap();
    let kinds: Vec<_> = bundle.list().unwrap().into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [FileKind::File, FileKind::Symlink]);
    assert_eq!(told(bundle.open("manifest-sha256.txt").map(|_| ())), "Input store-link-not-followed");
    assert_eq!(told(BundleFolder::at(&folder.path().join("none"))), "Input store-file-vanished");
}

#[test]
fn the_verifier_is_told_of_an_empty_folder_and_not_of_a_link_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = BundleFolder::at(folder.path()).unwrap();
    assert!(!bundle.has_folder("data"));
    fs::create_dir(folder.path().join("other")).unwrap();
    symlink("other", folder.path().join("data")).unwrap();
    assert!(!bundle.has_folder("data") && bundle.has_folder("other"));
    fs::remove_file(folder.path().join("data")).unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    assert!(bundle.has_folder("data"));
}
