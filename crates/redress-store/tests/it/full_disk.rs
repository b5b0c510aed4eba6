//! A full disk and a read-only one: one clear refusal, and the case is as it was.
//!
//! A small disk of its own needs the right to mount one (`unshare`), which not every machine gives; the
//! tests then say by name that they are skipped. The limit on file sizes works everywhere.

use crate::child;
use crate::support::{append, digests, open, read, told};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::path::Path;
use std::process::Command;

/// Runs a job on a mounted disk of its own. `false` where this machine does not allow it.
fn on_own_disk(test: &str, job: &str, options: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let point = folder.path().to_str().unwrap();
    let script = format!("mount -t tmpfs -o {options} tmpfs '{point}' || exit 77; exec \"$0\" \"$@\"");
    for rights in [vec!["--mount"], vec!["--mount", "--user", "--map-root-user"]] {
        let inner = child::job_in_shell(&script, job, &folder.path().join("case"), 0);
        let mut outer = Command::new("unshare");
        outer.args(rights).arg(inner.get_program()).args(inner.get_args());
        outer.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let Ok(output) = outer.output() else { continue };
        let said = String::from_utf8_lossy(&output.stdout);
        if said.contains("job begins") {
            assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
            return true;
        }
    }
    child::say(&format!("SKIPPED {test} (this machine does not let a test mount a small disk)"));
    false
}

#[test]
fn a_full_disk_is_one_refusal_and_the_case_stays() {
    on_own_disk("a_full_disk_is_one_refusal_and_the_case_stays", "small-disk", "size=2m");
}

/// The job on a disk of two megabytes.
pub(crate) fn on_a_small_disk(case: &Path) {
    child::say("job begins");
    let mut store = CaseFolder::create(case, [7; 32]).unwrap();
    let small = vec![1u8; 300_000];
    store.put(&small, &digests(&small)).unwrap();
    append(&mut store, "kept").unwrap();
    let kept = store.ledger().unwrap();

    // More than there is room for, both ways in.
    let large = vec![2u8; 3 << 20];
    assert_eq!(told(store.put(&large, &digests(&large))), "Storage store-disk-full");
    assert_eq!(told(store.put_stream(&mut large.as_slice(), &mut |_| {})), "Storage store-disk-full");
    assert_eq!(names(&case.join("objects")).len(), 1, "nothing half-written stays");

    // Full to the last block: the ledger cannot grow, and says so.
    let filler = case.with_file_name("filler");
    fill(&filler);
    let long = "x".repeat(200_000);
    assert_eq!(told(append(&mut store, &long)), "Storage store-disk-full");
    assert_eq!(told(CaseFolder::create(&case.with_file_name("other"), [9; 32])), "Storage store-disk-full");
    assert_eq!(names(case.parent().unwrap()), ["case", "filler"]);
    assert_eq!(store.ledger().unwrap(), kept);
    assert_eq!(read(&store, &digests(&small).sha256).unwrap(), small);

    // Room again: the same open case goes on, and so does a reopened one.
    std::fs::remove_file(filler).unwrap();
    append(&mut store, &long).unwrap();
    drop(store);
    let store = open(case);
    assert_eq!(store.ledger().unwrap().len(), 2);
    assert_eq!(read(&store, &digests(&small).sha256).unwrap(), small);
}

fn fill(filler: &Path) {
    use std::io::Write;
    let mut file = std::fs::File::create(filler).unwrap();
    for size in [64 << 10, 4 << 10, 1 << 10, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

fn names(folder: &Path) -> Vec<String> {
    let read = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = read.map(|name| name.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_limit_on_file_sizes_is_one_refusal_and_the_case_stays() {
    let folder = tempfile::tempdir().unwrap();
    // The signal that goes with the limit is ignored, so that the write itself fails.
    let script = "trap '' XFSZ; ulimit -f 256; exec \"$0\" \"$@\"";
    let output = child::job_in_shell(script, "small-files", &folder.path().join("case"), 0).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("job begins"), "{said}");
}

/// The job in which no file may grow beyond 128 or 256 kilobytes (shells differ in the block).
pub(crate) fn with_small_files_only(case: &Path) {
    child::say("job begins");
    let mut store = CaseFolder::create(case, [7; 32]).unwrap();
    append(&mut store, "kept").unwrap();
    let large = vec![2u8; 1 << 20];
    assert_eq!(told(store.put(&large, &digests(&large))), "Storage store-disk-full");
    assert!(names(&case.join("objects")).is_empty());
    // SQLite tells only that a write failed, not why.
    assert_eq!(told(append(&mut store, &"x".repeat(600_000))), "Storage store-disk-failed");
    assert_eq!(store.ledger().unwrap().len(), 1);
    append(&mut store, "goes on").unwrap();
    drop(store);
    assert_eq!(open(case).ledger().unwrap().len(), 2);
}

#[test]
fn a_case_on_a_read_only_disk_can_be_read_and_refuses_to_be_written() {
    on_own_disk("a_case_on_a_read_only_disk_can_be_read_and_refuses_to_be_written", "read-only", "size=2m");
}

/// The job on a disk that becomes read-only.
pub(crate) fn on_a_read_only_disk(case: &Path) {
    child::say("job begins");
    let mut store = CaseFolder::create(case, [7; 32]).unwrap();
    let bytes = b"sealed".to_vec();
    store.put(&bytes, &digests(&bytes)).unwrap();
    append(&mut store, "kept").unwrap();
    drop(store);
    let disk = case.parent().unwrap();
    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(disk).status().unwrap();
    assert!(remounted.success());
    assert_eq!(told(CaseFolder::open(case, Access::Write)), "Storage store-read-only");
    assert_eq!(told(CaseFolder::create(&disk.join("new"), [1; 32])), "Storage store-read-only");
    let mut store = CaseFolder::open(case, Access::Read).unwrap();
    assert_eq!(store.ledger().unwrap().len(), 1);
    assert_eq!(read(&store, &digests(&bytes).sha256).unwrap(), bytes);
    assert_eq!(store.signing_seed().unwrap(), [7; 32]);
    assert_eq!(told(append(&mut store, "more")), "Storage store-read-only");
    assert_eq!(told(store.put(&bytes, &digests(&bytes))), "Storage store-read-only");
    crate::register::in_a_folder_that_cannot_be_written(disk);
}
