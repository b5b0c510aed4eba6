//! One case folder through its life, and what is said when something in it is wrong.

use crate::support::{append, digests, open, read, told};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

fn new() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("案卷 one");
    drop(CaseFolder::create(&case, [42; 32]).unwrap());
    (folder, case)
}

fn object(case: &Path, bytes: &[u8]) -> PathBuf {
    let digest = digests(bytes).sha256.to_string();
    case.join("objects").join(&digest[..2]).join(&digest[2..])
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_case_is_made_kept_copied_and_opened_again() {
    let (folder, case) = new();
    let mut store = open(&case);
    assert!(store.notices().is_empty());
    store.put(b"one", &digests(b"one")).unwrap();
    let mut told = 0;
    let streamed = store.put_stream(&mut vec![5u8; 3_000_000].as_slice(), &mut |n| told += n).unwrap();
    assert_eq!((streamed, told), (digests(&vec![5u8; 3_000_000]), 3_000_000));
    append(&mut store, "sealed").unwrap();
    drop(store);
    assert_eq!((mode(&case), mode(&case.join("key"))), (0o700, 0o600));
    assert_eq!((mode(&case.join("case.sqlite")), mode(&object(&case, b"one"))), (0o600, 0o400));

    let copy = folder.path().join("copy");
    assert!(std::process::Command::new("cp").arg("-a").arg(&case).arg(&copy).status().unwrap().success());
    let store = CaseFolder::open(&copy, Access::Read).unwrap();
    assert_eq!(store.ledger().unwrap(), open(&case).ledger().unwrap());
    assert_eq!(read(&store, &digests(b"one").sha256).unwrap(), b"one");
    assert_eq!(store.signing_seed().unwrap(), [42; 32]);
}

#[test]
fn a_new_case_takes_over_an_empty_folder_and_nothing_else() {
    let (folder, case) = new();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    drop(CaseFolder::create(&empty, [1; 32]).unwrap());
    assert_eq!(told(CaseFolder::create(&case, [1; 32])), "Usage store-folder-exists");
    fs::write(folder.path().join("file"), "x").unwrap();
    assert_eq!(told(CaseFolder::create(&folder.path().join("file"), [1; 32])), "Usage store-folder-exists");
    assert_eq!(told(CaseFolder::create(&folder.path().join(".."), [1; 32])), "Usage store-folder-name");
    assert_eq!(
        told(CaseFolder::create(&folder.path().join("no/such/place"), [1; 32])),
        "Storage store-disk-failed"
    );
}

#[test]
fn what_is_no_case_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    let open = |path: &Path| told(CaseFolder::open(path, Access::Write));
    assert_eq!(open(&folder.path().join("nothing")), "Usage store-not-a-case");
    assert_eq!(open(folder.path()), "Usage store-not-a-case");
    fs::write(folder.path().join("case.sqlite"), "").unwrap();
    assert_eq!(open(folder.path()), "Usage store-not-a-case");
    fs::write(
        folder.path().join("case.sqlite"),
        "not a database, but long enough to look like one".repeat(9),
    )
    .unwrap();
    assert_eq!(open(folder.path()), "Verification store-database-damaged");
    assert_eq!(open(&folder.path().join("case.sqlite")), "Usage store-not-a-case");
}

#[test]
fn a_damaged_database_is_said_to_be_damaged_and_left_alone() {
    let (_folder, case) = new();
    let mut store = open(&case);
    for n in 0..200 {
        append(&mut store, &format!("{n} {}", "x".repeat(300))).unwrap();
    }
    drop(store);
    let file = case.join("case.sqlite");
    let sound = fs::read(&file).unwrap();
    let mut damaged = sound.clone();
    damaged[4096 * 5..4096 * 7].fill(0xa5);
    for bytes in [&damaged, &sound[..sound.len() / 2].to_vec()] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Verification store-database-damaged");
        assert_eq!(fs::read(&file).unwrap(), *bytes);
    }
    fs::write(&file, sound).unwrap();
    assert_eq!(open(&case).ledger().unwrap().len(), 200);
}

#[test]
fn a_missing_altered_or_replaced_object_is_named() {
    let (folder, case) = new();
    let mut store = open(&case);
    let digest = digests(b"one").sha256;
    store.put(b"one", &digests(b"one")).unwrap();
    let path = object(&case, b"one");

    fs::remove_file(&path).unwrap();
    let refused = read(&store, &digest).unwrap_err();
    assert_eq!(refused.finding.code, "store-object-missing");
    assert!(refused.to_string().contains(&digest.to_string()[2..]), "{refused}");

    fs::write(&path, "two").unwrap();
    assert_eq!(told(read(&store, &digest)), "Verification store-object-altered");

    // Adding the original again restores it; the altered one is set aside, not destroyed.
    store.put_stream(&mut b"one".as_slice(), &mut |_| {}).unwrap();
    assert_eq!(read(&store, &digest).unwrap(), b"one");
    assert_eq!(fs::read(case.join(format!("objects/altered-{digest}"))).unwrap(), b"two");

    let outside = folder.path().join("outside");
    fs::write(&outside, "one").unwrap();
    fs::remove_file(&path).unwrap();
    symlink(&outside, &path).unwrap();
    assert_eq!(told(read(&store, &digest)), "Verification store-object-not-a-file");
    assert_eq!(told(store.put(b"one", &digests(b"one"))), "Verification store-object-not-a-file");
}

#[test]
fn many_objects_are_handed_on_in_order_and_none_after_one_that_was_altered() {
    let (_folder, case) = new();
    let mut store = open(&case);
    let parts: Vec<Vec<u8>> = (0..20u8).map(|n| vec![n; usize::from(n) * 5_000]).collect();
    let wanted: Vec<_> = parts.iter().map(|part| (digests(part).sha256, part.len() as u64)).collect();
    for part in &parts {
        store.put(part, &digests(part)).unwrap();
    }
    let mut taken = Vec::new();
    store
        .each(&wanted, &mut |bytes| {
            taken.push(bytes);
            Ok(())
        })
        .unwrap();
    assert_eq!(taken, parts);

    let path = object(&case, &parts[7]);
    fs::remove_file(&path).unwrap();
    fs::write(&path, "altered").unwrap();
    // One that is far too long now is not read: a sparse file of a terabyte takes no memory.
    let sparse = fs::File::create(&path).unwrap();
    sparse.set_len(1 << 40).unwrap();
    let mut count = 0;
    let refused = store.each(&wanted, &mut |_| {
        count += 1;
        Ok(())
    });
    assert_eq!((told(refused), count), ("Verification store-object-altered".to_owned(), 7));

    // Whoever takes may have enough before the end; what was read ahead is let go.
    let enough = || redress_base::Finding::error("enough").refuse(redress_base::Fault::Interrupted);
    let refused = store.each(&wanted, &mut |_| Err(enough()));
    assert_eq!(told(refused), "Interrupted enough");
}

#[test]
fn a_linked_shelf_leads_nowhere() {
    let (folder, case) = new();
    let mut store = open(&case);
    let shelf = object(&case, b"one").parent().unwrap().to_path_buf();
    let outside = folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    symlink(&outside, &shelf).unwrap();
    assert_ne!(told(store.put(b"one", &digests(b"one"))), "done");
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
}

#[test]
fn what_the_ledger_names_is_never_forgotten() {
    let (_folder, case) = new();
    let mut store = open(&case);
    let (named, spare) = (digests(b"named"), digests(b"spare"));
    store.put(b"named", &named).unwrap();
    store.put(b"spare", &spare).unwrap();
    append(&mut store, &named.sha256.to_string()).unwrap();
    for digest in [named.sha256, spare.sha256, spare.sha256] {
        store.forget(&digest).unwrap();
    }
    assert_eq!(read(&store, &named.sha256).unwrap(), b"named");
    assert_eq!(told(read(&store, &spare.sha256)), "Verification store-object-missing");
}

#[test]
fn a_source_that_breaks_off_leaves_nothing_behind() {
    struct Breaks(u32);
    impl std::io::Read for Breaks {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            match self.0 {
                1 => Err(std::io::ErrorKind::Interrupted.into()),
                2 => Ok(buffer.len()),
                _ => Err(std::io::Error::other("pulled out")),
            }
        }
    }
    let (_folder, case) = new();
    let mut store = open(&case);
    let refused = store.put_stream(&mut Breaks(0), &mut |_| {}).unwrap_err();
    assert_eq!(refused.to_string(), r#"store-source-unreadable system="pulled out""#);
    assert_eq!(fs::read_dir(case.join("objects")).unwrap().count(), 0);
}

#[test]
fn leftovers_of_a_killed_writer_are_swept_and_reported() {
    let (_folder, case) = new();
    fs::write(case.join("objects/unfinished-3"), "half").unwrap();
    let readers = CaseFolder::open(&case, Access::Read).unwrap();
    assert!(readers.notices().is_empty());
    drop(readers);
    let store = open(&case);
    assert_eq!(
        store.notices().iter().map(|n| n.code.as_str()).collect::<Vec<_>>(),
        ["store-leftovers-swept"]
    );
    assert!(!case.join("objects/unfinished-3").exists());
}

#[test]
fn a_key_that_is_missing_damaged_or_open_to_others_is_noticed() {
    let (_folder, case) = new();
    let key = case.join("key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let store = open(&case);
    assert_eq!(store.notices()[0].code, "store-key-exposed");
    fs::write(&key, "redress/key/1\nshort\n").unwrap();
    assert_eq!(told(store.signing_seed()), "Verification store-key-damaged");
    fs::remove_file(&key).unwrap();
    assert_eq!(told(store.signing_seed()), "Verification store-key-missing");
}

#[test]
fn a_linked_database_is_not_opened() {
    let (folder, case) = new();
    let moved = folder.path().join("moved.sqlite");
    fs::rename(case.join("case.sqlite"), &moved).unwrap();
    symlink(&moved, case.join("case.sqlite")).unwrap();
    assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Usage store-not-a-case");
}

/// A journal may name a second file, which SQLite deletes after rolling back: not through us.
#[test]
fn a_prepared_journal_cannot_reach_another_file() {
    let (folder, case) = new();
    let victim = folder.path().join("victim");
    fs::write(&victim, "keep me").unwrap();
    let name = victim.to_str().unwrap().as_bytes();
    let mut journal = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    journal.extend_from_slice(&[0; 504]);
    journal.extend_from_slice(&[0, 0, 0, 1]);
    journal.extend_from_slice(name);
    journal.extend_from_slice(&u32::try_from(name.len()).unwrap().to_be_bytes());
    let sum = name.iter().fold(0u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    journal.extend_from_slice(&sum.to_be_bytes());
    journal.extend_from_slice(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    let path = case.join("case.sqlite-journal");
    fs::write(&path, journal).unwrap();
    for access in [Access::Read, Access::Write] {
        assert_eq!(told(CaseFolder::open(&case, access)), "Verification store-database-damaged");
    }
    assert_eq!(fs::read(&victim).unwrap(), b"keep me");

    fs::remove_file(&path).unwrap();
    symlink(&victim, &path).unwrap();
    assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Verification store-database-damaged");
    fs::remove_file(&path).unwrap();
    fs::write(&path, "").unwrap();
    open(&case);
}

#[test]
fn a_case_that_another_program_switched_to_a_log_comes_back() {
    let (_folder, case) = new();
    append(&mut open(&case), "before").unwrap();
    let other = rusqlite::Connection::open(case.join("case.sqlite")).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    drop(other);
    let mut store = open(&case);
    append(&mut store, "after").unwrap();
    drop(store);
    assert!(!case.join("case.sqlite-wal").exists());
    assert_eq!(open(&case).ledger().unwrap().len(), 2);
}
