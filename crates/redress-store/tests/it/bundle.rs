//! A bundle on disk: whole or not at all, and read without following anything.

use crate::support::{digests, open, told};
use redress_evidence::bag::{Content, Entry, Plan};
use redress_evidence::verify::{FileKind, Folder};
use redress_store::{BundleFolder, CaseFolder, write_bundle};
use redress_workbench::ports::Store;
use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;

fn entry(path: &str, content: Content) -> Entry {
    Entry { path: path.to_owned(), content }
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
    let mut written = 0;
    write_bundle(&plan, &store, &target, &mut |bytes| written += bytes).unwrap();
    assert_eq!(written, 2_500_007);

    let bundle = BundleFolder::at(&target).unwrap();
    let listed: Vec<_> = bundle.list().unwrap().into_iter().map(|one| (one.path, one.bytes)).collect();
    let expected = [("bagit.txt", 5), ("data/items/000001/original", 2_500_000), ("data/result.json", 2)];
    assert_eq!(listed, expected.map(|(path, bytes)| (path.to_owned(), bytes)));
    let mut bytes = Vec::new();
    bundle.open("data/items/000001/original").unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, sealed);
    assert_eq!(told(write_bundle(&plan, &store, &target, &mut |_| {})), "Usage store-folder-exists");
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
    assert_eq!(told(write_bundle(&plan, &store, &target, &mut |_| {})), "Storage store-object-missing");
    let escaping = Plan { entries: vec![entry("../x", Content::Bytes(vec![]))], checkpoint: String::new() };
    assert_eq!(told(write_bundle(&escaping, &store, &target, &mut |_| {})), "Usage store-bundle-path");
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
