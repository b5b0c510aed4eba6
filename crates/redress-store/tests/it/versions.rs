//! Case folders of every released version open, are read whole, and go on.
//!
//! `tests/fixtures/case-vN` was made by the program of that version: `redress new`, `add --seal-only` of a
//! small file, and `fact set`. It is fictional, its key signs nothing else, and it is never made anew.

use crate::support::{append, digests, head, open, read};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::path::{Path, PathBuf};

/// Version, entries, and the SHA-256 of the last of them.
const RELEASED: [(i32, u64, &str); 1] =
    [(1, 3, "0ccafee60c9e6685af5a99a155ad04b2d878252a5b0b6ec8661d642ab2985f94")];
const SEALED: &str = "name,text\na,\"一段话\"\n";

fn fixture(version: i32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/case-v{version}"))
}

/// A copy, since opening a case locks it.
fn copied(version: i32) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    let done = std::process::Command::new("cp").arg("-r").arg(fixture(version)).arg(&case).status();
    assert!(done.unwrap().success());
    (folder, case)
}

fn version(case: &Path) -> i32 {
    let database = rusqlite::Connection::open(case.join("case.sqlite")).unwrap();
    database.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_case_of_every_released_version_opens_whole_and_goes_on() {
    let (_folder, fresh) = copied(1);
    std::fs::remove_dir_all(&fresh).unwrap();
    drop(CaseFolder::create(&fresh, [1; 32]).unwrap());
    let now = version(&fresh);
    assert_eq!(RELEASED.len(), usize::try_from(now).unwrap(), "a released version has no fixture");
    for (released, entries, last) in RELEASED {
        let (_folder, case) = copied(released);
        assert_eq!(version(&case), released);
        let store = CaseFolder::open(&case, Access::Read).unwrap();
        assert_eq!(head(&store), (entries, last.parse().unwrap()));
        let sealed = digests(SEALED.as_bytes()).sha256;
        assert_eq!(store.objects().unwrap(), [sealed]);
        assert_eq!(read(&store, &sealed).unwrap(), SEALED.as_bytes());
        store.signing_seed().unwrap();
        drop(store);
        append(&mut open(&case), "after").unwrap();
        assert_eq!(head(&CaseFolder::open(&case, Access::Read).unwrap()).0, entries + 1);
        assert_eq!(version(&case), now);
    }
}
